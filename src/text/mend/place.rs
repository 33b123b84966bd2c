//! Where a suspect stands: its neighbours as they read, and what may be expected there.

use std::ops::Range;

use super::case;
use super::context::{self, Known};
use super::form;
use super::scan;
use crate::text::lex;
use crate::text::lexicon::{Class, Id, LEXICON};

/// A run of characters beside a suspect.
#[derive(Clone, Debug)]
pub(super) struct Neighbour {
    pub(super) chunk: Range<usize>,
    /// What it reads, where it was mended.
    pub(super) mended: Option<String>,
    /// What it likely reads, where it is a suspect itself.
    pub(super) likely: Option<String>,
    pub(super) protected: bool,
}

impl Neighbour {
    /// Its word, as given.
    pub(super) fn core<'t>(&self, text: &'t str) -> &'t str {
        scan::trim(&text[self.chunk.clone()]).1
    }

    /// Its word, as read: the last of several for one on the left, the first for one on the right.
    fn read<'a>(&'a self, text: &'a str, last: bool) -> &'a str {
        match self.mended.as_ref().or(self.likely.as_ref()) {
            Some(mended) => {
                let mut words = mended.split(' ');
                (if last { words.next_back() } else { words.next() }).unwrap_or_default()
            }
            None => self.core(text),
        }
    }
}

/// What stands on either side of a suspect.
#[derive(Clone, Debug, Default)]
pub(super) struct Neighbours {
    pub(super) left: Option<Neighbour>,
    pub(super) right: Option<Neighbour>,
}

/// The longest neighbour that may be a piece of a word.
const LONGEST: usize = 40;

/// What stands right before and right after a suspect, one space from it and with no mark between.
pub(super) struct Beside {
    pub(super) left: Option<Range<usize>>,
    pub(super) right: Option<Range<usize>>,
}

impl Beside {
    /// Of the suspect at `core`, which marks may follow up to `end`.
    pub(super) fn of(text: &str, core: &Range<usize>, end: usize, neighbours: &Neighbours) -> Self {
        let piece = |neighbour: &Neighbour| {
            let (lead, core, tail) = scan::trim(&text[neighbour.chunk.clone()]);
            let start = neighbour.chunk.start + lead;
            let plain = |c: char| c.is_alphabetic() || matches!(c, '-' | '\'' | '’');
            let whole = core.len() <= LONGEST
                && !neighbour.protected
                && neighbour.mended.is_none()
                && core.contains(char::is_alphabetic)
                && core.chars().all(plain);
            whole.then_some((start..start + core.len(), lead, tail))
        };
        let spaced = |between: Range<usize>| text.get(between) == Some(" ");
        let left = neighbours.left.as_ref().and_then(piece);
        let left = left.filter(|(span, _, tail)| *tail == 0 && spaced(span.end..core.start));
        let right = neighbours.right.as_ref().and_then(piece);
        let right = right.filter(|(span, lead, _)| *lead == 0 && end == core.end && spaced(core.end..span.start));
        Self { left: left.map(|(span, ..)| span), right: right.map(|(span, ..)| span) }
    }

    /// Where the suspect at `core` stands with the one on its left, with the one on its right, and with both.
    pub(super) fn with(&self, core: &Range<usize>) -> impl Iterator<Item = Range<usize>> + use<> {
        let left = self.left.as_ref().map(|left| left.start..core.end);
        let right = self.right.as_ref().map(|right| core.start..right.end);
        let both = left.clone().zip(right.clone()).map(|(left, right)| left.start..right.end);
        [left, right, both].into_iter().flatten()
    }
}

/// What stands around a suspect, worked out once.
#[derive(Default)]
pub(super) struct Place<'a> {
    pub(super) left: &'a str,
    pub(super) right: &'a str,
    /// A sentence, a line or a title begins here.
    pub(super) starts: bool,
    /// A capital is due: what begins here is not a line alone.
    pub(super) capital: bool,
    /// An honorific stands before it: a name follows.
    pub(super) named: bool,
    /// A name stands before it.
    pub(super) beside_name: bool,
    /// Its neighbours are written in capitals.
    pub(super) capitals: bool,
}

/// Frequent words that notes of the United Nations write with a capital amid a sentence, too.
const CAPITALISED: [&str; 8] =
    ["state", "states", "member", "members", "president", "council", "government", "governments"];

/// How long a line may be, in bytes, behind which a blank line parts paragraphs: lines of running text may stand so as well.
const SHORT_LINE: usize = 48;

/// Whether `gap`, the white space before a word, is a blank line behind a short line: a paragraph or a heading begins.
fn begins_apart(text: &str, gap: Range<usize>) -> bool {
    let blank = text[gap.clone()].bytes().filter(|&byte| byte == b'\n').nth(1).is_some();
    let near = &text.as_bytes()[gap.start.saturating_sub(SHORT_LINE)..gap.start];
    blank && (near.len() < SHORT_LINE || near.contains(&b'\n'))
}

impl<'a> Place<'a> {
    /// What stands around the suspect at `range` of `text`.
    pub(super) fn of(text: &'a str, range: &Range<usize>, neighbours: &'a Neighbours) -> Self {
        let before = neighbours.left.as_ref();
        let left_chunk = before.map_or("", |left| &text[left.chunk.clone()]);
        let line_start = before.is_none_or(|left| text[left.chunk.end..range.start].contains('\n'));
        let sentence = left_chunk.ends_with(['.', '!', '?', ':']) || left_chunk.is_empty();
        let own = &text[range.clone()];
        let stops = own.ends_with(['.', '!', '?', ':']);
        let left = before.map_or("", |left| if sentence { "" } else { left.read(text, true) });
        let right = neighbours.right.as_ref().map_or("", |right| if stops { "" } else { right.read(text, false) });
        Place {
            left,
            right,
            starts: line_start || sentence,
            capital: sentence
                || own.starts_with(['"', '“', '«'])
                || line_start && !left_chunk.starts_with(char::is_lowercase)
                || before.is_some_and(|left| begins_apart(text, left.chunk.end..range.start)),
            named: is_honorific(before.and_then(|left| left.mended.as_deref()).unwrap_or(left_chunk)),
            beside_name: LEXICON.find(left).is_some_and(|id| LEXICON.class(id) == Class::Name),
            capitals: case::is_capitals(left) && case::is_capitals(right),
        }
    }

    /// Where a part of the suspect stands, its neighbours not asked: only the first part may begin what it does.
    pub(super) fn of_part(&self, first: bool) -> Place<'static> {
        let (starts, capital) = (self.starts && first, self.capital && first);
        Place { starts, capital, named: self.named, ..Place::default() }
    }

    /// The words that are known to stand beside one of the neighbours, and the most that both neighbours say for each.
    pub(super) fn expected(&self) -> impl Iterator<Item = (Known, f32)> + '_ {
        let most = |known: bool| if known { context::MOST } else { 0.0 };
        let after = context::after(self.left).iter();
        let after = after.map(move |next| (*next, context::MOST + most(context::is_pair(next.word, self.right))));
        let before = context::before(self.right).iter();
        let before = before.map(move |next| (*next, most(context::is_pair(self.left, next.word)) + context::MOST));
        after.chain(before)
    }

    /// Whether a capital begins this word, given so: one is due, or the word on the left is known to stand before it with one
    /// (`Edward 1uck`, `General 4ssembly`).
    pub(super) fn is_capital_due(&self, given: &str, id: Id) -> bool {
        let beside = |known: &Known| known.id == id && known.word.starts_with(char::is_uppercase);
        self.capital || !given.starts_with(char::is_lowercase) && context::after(self.left).iter().any(beside)
    }

    /// What a capital in mid-sentence says against reading `given` for `word`: names have one, common words none, and short
    /// ones that begin with another letter least of all.
    pub(super) fn capital_says(&self, given: &str, word: &str, class: Class, witness: f32) -> f32 {
        const COMMON: f32 = -2.0;
        const OTHER_LETTER: f32 = -4.0;
        const SHORT: usize = 5;
        let mut chars = given.chars();
        let (first, second) = (chars.next().unwrap_or(' '), chars.next().unwrap_or(' '));
        let capital = !self.starts && first.is_uppercase() && second.is_lowercase() && !form::has_inner_capital(given);
        let same = word.chars().next().is_some_and(|c| c.eq_ignore_ascii_case(&first));
        // A capital I is a small l, too, but for one amid a name.
        let stroke = first == 'I' && word.starts_with('l') && class <= Class::Usual;
        if stroke && !self.beside_name && !self.right.starts_with(char::is_uppercase) {
            return 0.0;
        }
        match (capital, same) {
            (true, false) if given.len() <= SHORT && word.starts_with(char::is_lowercase) => OTHER_LETTER,
            (true, true) if class <= Class::Frequent && witness == 0.0 && !CAPITALISED.contains(&word) => COMMON,
            _ => 0.0,
        }
    }

    /// What the neighbours say of a reading that begins with `first` and ends with `last`.
    pub(super) fn witness(&self, first: &str, last: &str) -> f32 {
        let left = if self.left.is_empty() { 0.0 } else { context::witness(self.left, first) };
        let right = if self.right.is_empty() { 0.0 } else { context::witness(last, self.right) };
        left + right
    }
}

/// What speaks against a word of so many letters being one that no lexicon knows: names are shorter, and few are unknown.
pub(super) fn overlong(letters: usize) -> f32 {
    const LETTERS: usize = 7;
    const EACH: f32 = 0.7;
    EACH * letters.saturating_sub(LETTERS) as f32
}

/// What it weighs to leave a word as it stands: how likely such a word is to be one of its own.
pub(super) fn leave(given: &str, place: &Place) -> f32 {
    let length = given.chars().count() as f32;
    let letters = given.chars().filter(|c| c.is_alphabetic()).count();
    let told = given
        .chars()
        .any(|c| c.is_ascii_digit() || matches!(c, '|' | '\\' | '{' | '}' | '[' | ']' | '!' | '~' | '$' | '/'))
        || given.trim_end_matches(['\'', '’']).contains(['\'', '’', '.', ',', ';', ':'])
        || !scan::usual_case_of_parts(given);
    let foreign = given.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
    let capital = given.chars().next().is_some_and(char::is_uppercase);
    let capitals = case::is_capitals(given);
    let long = overlong(length as usize);
    match () {
        () if letters == 0 => -20.0,
        () if letters <= 1 => -11.0,
        () if told => -24.0 - 0.8 * length,
        () if foreign => -8.0 - 0.6 * length,
        () if place.named => -6.0 - 0.6 * length,
        () if capitals && length <= 6.0 => -9.0,
        () if capitals => -10.0 - 0.6 * length,
        // `Adophon of the declaration`: few names have an `of` behind them.
        () if capital && place.starts && place.right == "of" => -11.0 - 0.8 * length - long,
        // Behind most names stands another, or a mark.
        () if capital && place.starts && place.right.starts_with(char::is_lowercase) => -10.5 - 0.8 * length - long,
        () if capital && place.starts => -9.0 - 0.8 * length - long,
        () if capital => -8.5 - 0.8 * length - long,
        () => -14.5 - 0.5 * length - long,
    }
}

/// Whether a name is to be expected after `chunk`.
pub(super) fn is_honorific(chunk: &str) -> bool {
    let word = chunk.trim_matches(|c: char| !c.is_alphanumeric());
    lex::leads_name(&word.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use crate::text::Reading;

    #[test]
    fn what_an_of_stands_behind_is_seldom_a_name() {
        let text = |row: &str| {
            let rows = format!("10:00 a.m. Opening segment\n\n10:40 a.m. {row}\n\n10:45 a.m. Plenary segment\n");
            Reading::of(&format!(
                "It is 0pening inforrnal rneetings at 0nce, and tbe Assernbly agrees.\n\nProgramme\n\n{rows}"
            ))
            .text()
            .to_owned()
        };
        assert!(text("Adophon of the political declaration").contains("Adoption of the"));
        assert!(text("Elechon of the Bureau").contains("Election of the"));
        assert!(text("Adophon, Bendis and others").contains("Adophon"));
    }

    #[test]
    fn a_common_word_may_begin_a_sentence_misread() {
        let scan = "It is 0pening inforrnal rneetings at 0nce, and tbe Assernbly agrees.";
        let read = |words: &str| Reading::of(&format!("{scan} {words}\n")).text().to_owned();
        assert!(read("Cornmon action is needed.").contains("Common action"));
        assert!(read("The theme is: Tirnely and decisive response.").contains(": Timely and"));
        for name in ["Kertesz opened it.", "Nderitu and Okoth-Obbo spoke."] {
            assert!(read(name).contains(name), "{}", read(name));
        }
    }

    #[test]
    fn a_capital_is_due_behind_a_heading() {
        let worn = "Cl0sing of the dialogue\n\nIt is 0pening inforrnal rneetings at 0nce.\n";
        let read =
            |above: &str| Reading::of(&format!("{above}\n\n0pening of the dialogue\n\n{worn}")).text().to_owned();
        assert!(read("Draft programme").contains("\nOpening of the dialogue\n"));
        let wrapped = read("It has been said in each of the debates that the President has the right of");
        assert!(wrapped.contains("opening of the dialogue"), "{wrapped}");
    }
}
