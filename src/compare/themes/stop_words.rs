//! Words that say nothing of a note's theme.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::compare::stem::fold;

/// English words of grammar, words of a calendar and a clock, and numerals: no theme by themselves, and at no edge of a
/// phrase but for the numerals.
const GRAMMAR: &str = "a about above across after again against all also although am among amongst an and another any are \
    as at be because been before behind being below between both but by can cannot could did do does doing done down \
    due during each either else especially etc even ever every few for from further had has have having he her here \
    hers him his how however i if in inasmuch including indeed instead into is it its itself just least less let like \
    many may me might more moreover most much must my namely neither nevertheless no nor not now of off often on once \
    only onto or other others otherwise our ours out over own per perhaps quite rather re same shall she should since so \
    some such than that the their them themselves then there thereby therefore these they this those though through \
    throughout thus to too toward towards under until up upon us very via was we well were what when where whereas \
    whether which while who whom whose why will with within without would yet you your yours \
    am pm a.m p.m a.m. p.m. january february march april may june july august september october november december \
    monday tuesday wednesday thursday friday saturday sunday today year years annual annually \
    mr mrs ms dr prof h.e he excellency sincerely tel fax e-mail email http https www";

/// Numerals: no theme by themselves, but part of a phrase (*six priorities*).
const NUMERALS: &str = "one two three four five six seven eight nine ten eleven twelve twenty first second third fourth \
    fifth sixth seventh eighth ninth tenth i ii iii iv v vi vii viii ix x";

static GRAMMAR_FORMS: LazyLock<BTreeSet<String>> = LazyLock::new(|| GRAMMAR.split_whitespace().map(fold).collect());
static NUMERAL_FORMS: LazyLock<BTreeSet<String>> = LazyLock::new(|| NUMERALS.split_whitespace().map(fold).collect());

/// What part a word may play in a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::compare) enum Part {
    /// A word of content: a term by itself, and at any place of a phrase.
    Content,
    /// A numeral: only within a phrase, at any place of it.
    Numeral,
    /// A word of grammar: only inside a phrase.
    Grammar,
    /// No word at all (a figure, a symbol, an address): it parts phrases.
    Barrier,
}

/// The part that a word plays; `form` is its folded form.
pub(in crate::compare) fn part_of(word: &str, form: &str) -> Part {
    if word.bytes().any(|b| b.is_ascii_digit() || matches!(b, b'@' | b'/')) {
        Part::Barrier
    } else if NUMERAL_FORMS.contains(form) {
        Part::Numeral
    } else if GRAMMAR_FORMS.contains(form) || word.chars().nth(1).is_none() {
        Part::Grammar
    } else {
        Part::Content
    }
}
