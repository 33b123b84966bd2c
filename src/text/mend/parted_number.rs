//! Numbers that a space parts where a grammar expects one: `paragraph 13 8 of`, `paragraphs 138 and 13 9`.

use std::ops::Range;

use crate::text::edit::{Edit, Rule};
use crate::text::span::Span;

/// Words that a number stands behind, each in small letters, in the singular.
const NAMES: [&str; 3] = ["paragraph", "article", "page"];

/// What stands between the numbers of a list.
const BETWEEN: [&str; 5] = [", and ", ", ", " and ", " to ", " or "];

/// How many digits such a number has: of two, the second may be the mark of a footnote.
const DIGITS: usize = 3;

/// The longest list of numbers behind one word.
const LISTED_MAX: usize = 8;

/// The edits that put such numbers together, in order.
pub(super) fn parted_numbers(text: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (space, _) in text.match_indices(' ').filter(|(space, _)| is_named(&text[..*space])) {
        let mut at = space + 1;
        for _ in 0..LISTED_MAX {
            let first = digits(text, at);
            let second =
                if text[first.end..].starts_with(' ') { digits(text, first.end + 1) } else { first.end..first.end };
            let parted = !first.is_empty() && !second.is_empty() && first.len() + second.len() == DIGITS;
            if parted && ends_number(&text[second.end..]) {
                let number = [&text[first.clone()], &text[second.clone()]].concat();
                edits.push(Edit::new(Span::new(first.start..second.end), number, Rule::Number));
                at = second.end;
            } else {
                at = first.end;
            }
            let next = BETWEEN.iter().find(|mark| text[at..].starts_with(*mark)).filter(|_| !first.is_empty());
            let Some(next) = next else { break };
            at += next.len();
        }
    }
    edits
}

/// Whether a text ends with a word that a number stands behind.
fn is_named(before: &str) -> bool {
    let word = before.strip_suffix('s').unwrap_or(before);
    word.ends_with(['h', 'e'])
        && NAMES.iter().any(|name| {
            let start = word.len().checked_sub(name.len()).filter(|&start| word.is_char_boundary(start));
            start.is_some_and(|start| {
                word[start..].eq_ignore_ascii_case(name) && !word[..start].ends_with(char::is_alphanumeric)
            })
        })
}

fn digits(text: &str, at: usize) -> Range<usize> {
    at..at + text.as_bytes()[at..].iter().take(DIGITS + 1).take_while(|byte| byte.is_ascii_digit()).count()
}

/// Whether what stands behind digits lets them be a number's last ones: neither a unit nor a name that they count.
fn ends_number(behind: &str) -> bool {
    let mut rest = behind.chars();
    match rest.next() {
        Some(' ') => rest.next().is_some_and(char::is_lowercase),
        Some('.' | ',' | ';' | ')') => !rest.next().is_some_and(|c| c.is_ascii_digit()),
        Some('\n') | None => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::parted_numbers;

    fn read(text: &str) -> String {
        let mut read = text.to_owned();
        for edit in parted_numbers(text).into_iter().rev() {
            read.replace_range(edit.span.range(), &edit.to);
        }
        read
    }

    #[test]
    fn the_digits_of_one_number_are_put_together() {
        for (given, reads) in [
            ("in paragraph 13 8 of the Outcome", "in paragraph 138 of the Outcome"),
            ("Paragraphs 1 38 and 13 9.", "Paragraphs 138 and 139."),
            ("paragraphs 138, 13 9 and 140", "paragraphs 138, 139 and 140"),
        ] {
            assert_eq!(read(given), reads);
        }
    }

    #[test]
    fn what_may_be_two_numbers_stays() {
        for text in [
            "paragraph 5 20 States spoke",
            "paragraph 138 2 of",
            "paragraph 3 4 of",
            "page 1 10:00 Opening",
            "page 1 10.30 a.m.",
            "States 13 8 of the",
            "subparagraph 13 8 of",
            "paragraphs and 13 8",
            "é paragraph ",
        ] {
            assert_eq!(read(text), text);
        }
    }
}
