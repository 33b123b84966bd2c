//! Words with digits at their end that are no numbers of theirs: a year that lost the space before it (`in2016`), a plural's
//! s read as the five that it looks like (`delegation5`).

use crate::text::lex::is_year;
use crate::text::lexicon::LEXICON;

/// Small words that stand before a year.
const BEFORE_YEAR: [&str; 12] = ["in", "of", "on", "since", "from", "by", "until", "for", "and", "the", "to", "during"];

/// How much of `core` stands before a year that is run together with it: the length of a small word.
pub(super) fn before_year(core: &str) -> Option<usize> {
    let (word, digits) = core.split_at_checked(core.len().checked_sub(4)?)?;
    let year = digits.parse::<i64>().ok().filter(|&year| is_year(year));
    let small = word.to_ascii_lowercase();
    year.filter(|_| BEFORE_YEAR.contains(&small.as_str())).map(|_| word.len())
}

/// Whether the five at the end of `core` may be the s of a known plural; in a text that [counts](counts_to_four) footnotes
/// that far it is a mark.
pub(super) fn ends_in_misread_s(core: &str) -> bool {
    let stem = core.strip_suffix('5').filter(|stem| stem.len() >= 4 && small(stem));
    stem.is_some_and(|stem| LEXICON.find(&format!("{stem}s")).is_some())
}

/// Whether a word is written in small letters, but for its first.
fn small(word: &str) -> bool {
    word.chars().skip(1).all(char::is_lowercase)
}

/// Whether a four stands close behind a word, as a footnote's mark does.
pub(super) fn counts_to_four(text: &str) -> bool {
    text.match_indices(['4', '⁴']).any(|(at, four)| {
        let before = text[..at].trim_end_matches(['.', ',', ';', ':', ')', '"', '”']);
        at - before.len() <= 2
            && before.ends_with(char::is_lowercase)
            && !text[at + four.len()..].starts_with(|c: char| c.is_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::{before_year, counts_to_four, ends_in_misread_s};

    #[test]
    fn a_year_run_together_with_a_small_word_is_parted() {
        assert_eq!(before_year("in2016"), Some(2));
        assert_eq!(before_year("Since2009"), Some(5));
        for word in ["COP2016", "in201", "in9016", "in20166", "2016"] {
            assert_eq!(before_year(word), None, "{word}");
        }
    }

    #[test]
    fn a_five_for_an_s_is_told_from_a_footnotes_mark() {
        assert!(ends_in_misread_s("delegation5"));
        assert!(!ends_in_misread_s("crimes5"));
        assert!(counts_to_four("the crime,4 the principle5") && !counts_to_four("all 4 delegation5 and States"));
    }
}
