//! Whether two titles are worded alike.
//!
//! Case, punctuation and the cutting of words count for nothing; nor does what a scanner may have misread: words are
//! aligned, and two that look alike are the same. A title that is part of the other is a short form of it.

use super::evidence;
use crate::text::lookalike;

/// How alike two words must be to be the same, misread.
const WORD: f32 = 0.6;
/// How alike, where one of them may be two words run together.
const JOINED: f32 = 0.8;

/// Whether one of the titles is the other, or a part of it.
pub(super) fn same(a: &str, b: &str) -> bool {
    let (a, b) = (words(a), words(b));
    within(&a, &b) || within(&b, &a)
}

/// Whether the titles are the same word for word.
pub(super) fn equal(a: &str, b: &str) -> bool {
    let (a, b) = (words(a), words(b));
    within(&a, &b) && within(&b, &a)
}

/// Whether the titles have a telling word in common that `known` has not.
pub(super) fn share(a: &str, b: &str, known: &str) -> bool {
    let (a, b, known) = (words(a), words(b), words(known));
    let telling = |word: &&String| word.len() > 3 && !known.iter().any(|known| lookalike::similar(word, known, JOINED));
    a.iter().filter(telling).any(|word| b.iter().any(|other| lookalike::similar(word, other, JOINED)))
}

/// The letters and digits of each word.
fn words(text: &str) -> Vec<String> {
    let letters = |(word, _): (String, _)| word.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    evidence::words(text).into_iter().map(letters).filter(|word| !word.is_empty()).collect()
}

/// Whether the words of `part` stand in `whole`, one behind the other.
fn within(part: &[String], whole: &[String]) -> bool {
    // `reached[j]`: the words of `part` so far end before word `j` of `whole`.
    let mut rows = vec![vec![false; whole.len() + 1]; part.len() + 1];
    rows[0].fill(true);
    for i in 0..part.len() {
        for j in 0..whole.len() {
            if !rows[i][j] {
                continue;
            }
            if alike(&part[i], &whole[j]) {
                rows[i + 1][j + 1] = true;
            }
            if j + 1 < whole.len() && joined(&whole[j], &whole[j + 1], &part[i]) {
                rows[i + 1][j + 2] = true;
            }
            if i + 1 < part.len() && joined(&part[i], &part[i + 1], &whole[j]) {
                rows[i + 2][j + 1] = true;
            }
        }
    }
    rows[part.len()].contains(&true)
}

fn alike(a: &str, b: &str) -> bool {
    a == b || lookalike::similar(a, b, WORD)
}

fn joined(first: &str, second: &str, whole: &str) -> bool {
    lookalike::similar(&format!("{first}{second}"), whole, JOINED)
}

#[cfg(test)]
mod tests {
    use super::{same, share};

    #[test]
    fn case_and_punctuation_and_misread_letters_are_no_other_wording() {
        for (a, b) in [
            ("State Responsibility and Prevention", "State responsibility and prevention"),
            ("A vital and enduring commitment: Implementing", "A VITAL AND ENDURING COMMITMENT – IMPLEMENTING"),
            ("regional and sub-regional arrangements", "regional and subregional arrangements"),
            ("Mobilizing collective action", "Mobilising collective action: the next decade"),
            ("Responsibility to protect: timely and decisive response", "timely and decisive response"),
            ("Pmtecting in the midst ofclimate stress", "Protecting in the midst of climate stress"),
            ("Accountability for prev ention", "accountability for prevention"),
        ] {
            assert!(same(a, b) && same(b, a), "{a} / {b}");
        }
    }

    #[test]
    fn other_words_are_another_wording() {
        for (a, b) in [
            (
                "The responsibility to protect and accountability for prevention",
                "Implementing the responsibility to protect: Accountability for Prevention",
            ),
            ("early warning in an age of synthetic media", "early warning in the age of synthetic media"),
            ("twenty years of principled and collective action", "two decades of collective action"),
        ] {
            assert!(!same(a, b) && !same(b, a), "{a} / {b}");
        }
    }

    #[test]
    fn a_telling_word_is_one_that_is_not_known() {
        let known = "Dialogue on the responsibility to protect";
        assert!(share("accountability for prevention", "protect: Accountability", known));
        assert!(!share("the responsibility to protect", "Responsibility to protect", known));
    }
}
