//! Readings of a suspect that its form tells: digits for letters throughout, a footnote's mark, initials run together.

use std::ops::Range;

use super::case;
use super::channel::CHANNEL;
use super::hypothesis::Hypothesis;
use super::place::{Place, is_honorific};
use super::scan;
use super::weigh::Weigher;
use crate::text::edit::Rule;
use crate::text::lexicon::{self, Class, LEXICON};

/// The price of digits that stand for letters throughout.
const DIGITS: f32 = 0.1;
/// The price of the mark of a footnote read as a letter or another mark.
const FOOTNOTE: f32 = 0.2;
/// What a clause's end says for the mark of a footnote.
const CLAUSE: f32 = 3.0;

impl Weigher<'_> {
    /// A word in which digits stand for the letters that they look like, and nothing else is misread: `a11`.
    pub(super) fn read_in_digits(&self, core: Range<usize>, place: &Place, hypotheses: &mut Vec<Hypothesis>) {
        let given = &self.text[core.clone()];
        let Some(id) = scan::in_letters(given).and_then(|word| LEXICON.find(&word)) else { return };
        let word = LEXICON.word(id);
        let score = LEXICON.class(id).weight() - CHANNEL * DIGITS + place.witness(word, word);
        let to = case::like(given, word, place.is_capital_due(given, id));
        hypotheses.push(Hypothesis::of_word(core, given, to, score, None));
    }

    /// A known word with the mark of a footnote behind it, read as a letter or another mark: `Summitl,`.
    pub(super) fn read_footnoted(&self, core: Range<usize>, end: usize, hypotheses: &mut Vec<Hypothesis>) {
        let given = &self.text[core.clone()];
        let Some(stem) = given.strip_suffix(['l', 'I', '|', '!']) else { return };
        let Some(id) = LEXICON.find(stem) else { return };
        let pillar = matches!(stem, "Pillar" | "Pillars" | "pillar" | "pillars");
        if stem.len() < 4 || pillar || !scan::usual_case(stem) || lexicon::lacks_last_letter(stem) {
            return;
        }
        // Notes are called mostly where a clause ends.
        let clause = if self.text[core.end..end].is_empty() { 0.0 } else { CLAUSE };
        let score = LEXICON.class(id).weight() - CHANNEL * FOOTNOTE + clause;
        let span = core.start + stem.len()..core.end;
        hypotheses.push(Hypothesis { span, to: String::new(), score, cost: None, rule: Rule::FootnoteMark });
    }

    /// Names run together with their initials or honorifics: `JohnW.Ashe`, `H.E.Mr`, `Mr.Jan`.
    pub(super) fn read_initials(&self, core: Range<usize>, hypotheses: &mut Vec<Hypothesis>) {
        let given = &self.text[core.clone()];
        let mut to = String::new();
        let mut chars = given.chars().peekable();
        let (mut before, mut last) = ('\0', '\0');
        while let Some(c) = chars.next() {
            let next = chars.peek().copied().unwrap_or(' ');
            let initial = last.is_lowercase() && c.is_uppercase() && next == '.';
            let name = last == '.' && c.is_uppercase() && next.is_lowercase();
            if initial || (name && (before.is_uppercase() || is_honorific(to.rsplit(' ').next().unwrap_or_default()))) {
                to.push(' ');
            }
            to.push(c);
            (before, last) = (last, c);
        }
        if to.len() > given.len() && to.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '-')) {
            hypotheses.push(Hypothesis { span: core, to, score: Class::Name.weight(), cost: None, rule: Rule::Split });
        }
    }
}
