//! Where sentences begin and end.
//!
//! A sentence ends at a full stop, a question mark or an exclamation mark that is followed by white space and by
//! something that can begin one, and that is no abbreviation's (`H.E. Mr.`, `p.m.`, `No. 4`, an initial).

use std::ops::Range;

use super::lex;

/// Abbreviations that a capital or a number may follow within a sentence.
const ABBREVIATIONS: [&str; 33] = [
    "mr", "ms", "mrs", "dr", "prof", "amb", "hon", "st", "no", "nos", "para", "paras", "art", "arts", "vol", "p", "pp",
    "cf", "eg", "ie", "etc", "tel", "ext", "ste", "messrs", "rev", "add", "gen", "lt", "maj", "brig", "adm", "capt",
];

/// The letters of the longest.
const ABBREVIATION_MAX: usize = 6;

/// The longest sentence, in bytes: what runs on without a stop is cut between words, so that a text without any costs no
/// more than another. Sentences of real notes stay below half of it.
pub const LONGEST: usize = 2_000;

/// The sentences of `text`, which is one block: ranges without the white space around them.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, &byte) in bytes.iter().enumerate() {
        // Letters come behind all of these.
        if byte > b'?' || !matches!(byte, b'.' | b'?' | b'!') {
            continue;
        }
        let close = closing_marks(text, at + 1);
        if text[close..].starts_with([' ', '\t']) && ends_sentence(text, start, at, close) {
            push(text, start..close, &mut sentences);
            start = close;
        }
    }
    push(text, start..text.len(), &mut sentences);
    sentences
}

fn push(text: &str, mut range: Range<usize>, sentences: &mut Vec<Range<usize>>) {
    while range.len() > LONGEST {
        let head = &text[range.start..text.floor_char_boundary(range.start + LONGEST)];
        let cut = range.start + head.rfind(' ').filter(|&at| at > 0).unwrap_or(head.len());
        push(text, range.start..cut, sentences);
        range.start = cut;
    }
    let inner = &text[range.clone()];
    let start = range.start + (inner.len() - inner.trim_start().len());
    let end = start + inner.trim().len();
    if start < end {
        sentences.push(start..end);
    }
}

/// The offset after quotation marks and parentheses that close at `at`, and after a footnote's mark: `pillar II.[2] The`.
fn closing_marks(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let behind = rest.trim_start_matches(['"', '\'', '”', '’', ')', ']', '»']);
    let mark = behind.strip_prefix('[').or_else(|| behind.strip_prefix('{'));
    let marked = mark.and_then(|mark| mark.trim_start_matches(|c: char| c.is_ascii_digit()).strip_prefix([']', '}']));
    at + (rest.len() - marked.unwrap_or(behind).len())
}

/// Whether the mark at `at` ends a sentence; the next would begin after `close`.
fn ends_sentence(text: &str, start: usize, at: usize, close: usize) -> bool {
    let next = text[close..].trim_start().chars().next();
    let can_begin = next.is_some_and(|c| !c.is_lowercase() && !matches!(c, ',' | ';' | ')' | '–' | '—' | '-' | ':'));
    if !can_begin {
        return text.as_bytes()[at] == b'.' && goes_on_small(&text[start..at], &text[close..]);
    }
    if text.as_bytes()[at] != b'.' {
        return true;
    }
    let before = &text[start..at];
    // `(3 p.m.). The`: behind a bracket stands no abbreviation's point.
    if before.ends_with([')', ']']) {
        return true;
    }
    let word = before.rsplit([' ', '(', '\t', '"', '“']).next().unwrap_or_default();
    if word.len() > ABBREVIATION_MAX && word.bytes().all(|b| b.is_ascii_alphabetic()) {
        return true;
    }
    let bare: String = word.chars().filter(|&c| c != '.').flat_map(char::to_lowercase).collect();
    let initial = word.len() == 1 && word.bytes().all(|b| b.is_ascii_uppercase()) && !counts(before, word);
    // `H.E.`, `U.N.`, `J.P.`; `p.m.` and `a.m.` may end a sentence.
    let dotted =
        word.contains('.') && !matches!(bare.as_str(), "am" | "pm") && word.split('.').all(|part| part.len() <= 2);
    let numbered = before[..before.len() - word.len()].trim().is_empty() && bare.bytes().all(|b| b.is_ascii_digit());
    let styled = || {
        let next = text[close..].split_ascii_whitespace().next().unwrap_or_default();
        next.ends_with('.') && lex::is_honorific(next.trim_end_matches('.'))
    };
    let worn = lex::is_worn_excellency(&text[at - word.len()..=at]) && styled();
    !(initial || dotted || numbered || worn || ABBREVIATIONS.contains(&bare.as_str()))
}

/// Whether a full stop ends a sentence although a small letter follows: one of the same shape as its capital, in a word, and
/// behind a whole year, a bracket or a long word, none of which is abbreviated.
fn goes_on_small(before: &str, behind: &str) -> bool {
    /// No abbreviation is so long, and no small word that a list counts with.
    const LONG: usize = 5;
    let next = behind.trim_start().split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let same_shape = next.starts_with(['c', 'o', 's', 'u', 'v', 'w', 'x', 'z']) && next.len() >= LONG;
    let word = before.rsplit([' ', '\n']).next().unwrap_or_default();
    let year = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    let long = word.len() >= LONG && word.chars().all(char::is_lowercase);
    same_shape && (year || long || before.ends_with(')'))
}

/// Whether the letter `word`, which ends `before`, counts what stands in front of it: `under pillar I`, `in annex B`.
fn counts(before: &str, word: &str) -> bool {
    const COUNTED: [&str; 9] =
        ["pillar", "pillars", "Pillar", "Pillars", "annex", "appendix", "part", "chapter", "enclosure"];
    let noun =
        before[..before.len() - word.len()].strip_suffix(' ').map(|head| head.rsplit(' ').next().unwrap_or(head));
    noun.is_some_and(|noun| COUNTED.contains(&noun))
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, sentences};

    #[test]
    fn a_point_behind_a_bracket_ends_a_sentence() {
        let parts = |text: &str| sentences(text).len();
        assert_eq!(parts("It closes on 22 June (3 p.m.). Others need not register."), 2);
        assert_eq!(parts("It opens at 3 p.m. on 22 June. Others need not."), 2);
    }

    #[test]
    fn a_footnotes_mark_may_stand_behind_the_point() {
        let parts = |text: &str| sentences(text).len();
        assert_eq!(parts("It rests with States.[2] The report recalls it.{3} Others do, too."), 3);
        assert_eq!(parts("It rests with States.[sic] The report"), 1);
    }

    #[test]
    fn a_letter_that_counts_is_no_initial() {
        let parts = |text: &str| sentences(text).len();
        assert_eq!(parts("It rests with States under pillar I. It also asks for more."), 2);
        assert_eq!(parts("The programme is in annex B. All are welcome."), 2);
        assert_eq!(parts("It met on 28 July 2009. subsequent reports followed (A/64/864). several others did."), 3);
        assert_eq!(parts("It is published (approx. several times) by the govt. services of the U.N. system."), 1);
        assert_eq!(parts("It was opened by HLE. Mr. Yang. Thanks are due to him."), 2);
        assert_eq!(parts("It was opened by John W. Ashe. Thanks are due to him."), 2);
    }

    #[test]
    fn what_never_stops_is_cut_between_words() {
        let text = "on 8 September 2014 ".repeat(1_000);
        let found = sentences(&text);
        assert!(found.iter().all(|range| range.len() <= LONGEST && !text[range.clone()].starts_with(' ')));
        let words: usize = found.iter().map(|range| text[range.clone()].split(' ').count()).sum();
        assert_eq!(words, 4_000);
        assert_eq!(sentences(&"é".repeat(LONGEST)).len(), 2);
    }
}
