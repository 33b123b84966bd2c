//! A note's words taken apart at their hyphens, in folded form: what themes are counted and found by.

use std::ops::Range;

use crate::compare::comparison::Column;
use crate::compare::stem::fold;

/// Prefixes that make one word with what follows their hyphen.
const PREFIXES: [&str; 13] =
    ["non", "sub", "re", "co", "pre", "inter", "multi", "anti", "post", "self", "under", "vice", "socio"];

/// A word, or a part of a hyphenated one.
pub(super) struct Piece {
    /// Where it stands in the reading text.
    pub(super) range: Range<usize>,
    /// Whether it stands in one phrase with the piece before.
    pub(super) follows: bool,
    /// Whether a hyphen joins it to the piece before.
    pub(super) hyphenated: bool,
}

/// The pieces of a note's reading text.
pub(super) fn pieces(column: &Column) -> Vec<Piece> {
    let text = column.document.reading.text();
    let mut pieces = Vec::with_capacity(column.words().len());
    for word in column.words() {
        for (i, range) in parts_of_compound(text, word.range.clone()).enumerate() {
            pieces.push(Piece { range, follows: word.follows || i > 0, hyphenated: i > 0 });
        }
    }
    pieces
}

/// The folded forms of a phrase as a reader types it.
pub(super) fn folded_phrase(phrase: &str) -> Vec<String> {
    let words = crate::compare::words::tokens(phrase).filter(|token| token.is_word);
    words.flat_map(|word| parts_of_compound(phrase, word.range)).map(|part| fold(&phrase[part])).collect()
}

/// The parts of a hyphenated word, a prefix left with what it is set before.
fn parts_of_compound(text: &str, word: Range<usize>) -> impl Iterator<Item = Range<usize>> + use<> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut joined = false;
    let mut at = word.start;
    for part in text[word].split(['-', '\u{2010}', '\u{2011}']) {
        let range = at..at + part.len();
        at = range.end + text[range.end..].chars().next().map_or(0, char::len_utf8);
        match parts.last_mut() {
            Some(last) if joined => last.end = range.end,
            _ => parts.push(range),
        }
        joined = PREFIXES.iter().any(|prefix| part.eq_ignore_ascii_case(prefix));
    }
    parts.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compounds_part_and_prefixes_do_not() {
        let parts = |word: &str| -> Vec<String> {
            parts_of_compound(word, 0..word.len()).map(|range| word[range].to_owned()).collect()
        };
        assert_eq!(parts("capacity-building"), ["capacity", "building"]);
        assert_eq!(parts("sub-regional"), ["sub-regional"]);
        assert_eq!(parts("non-State"), ["non-State"]);
        assert_eq!(parts("Under-Secretary-General"), ["Under-Secretary", "General"]);
        assert_eq!(folded_phrase("capacity-building"), folded_phrase("Capacity building"));
    }
}
