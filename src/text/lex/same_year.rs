//! Days whose year is said to be one named before: `on 12 January 2009 … and on 23 and 24 July of the same year`.

use std::ops::Range;

use super::year::is_year;

/// How a year is taken up that was named before.
const TAKEN_UP: [&str; 6] =
    ["of the same year", "of that same year", "of that year", "the same year", "that same year", "that year"];

/// How far before it the year stands at most, in bytes: some lines.
const NEAR: usize = 400;

/// The year that words right behind the month at `month` take up: the last that stands before it.
pub(super) fn year_taken_up(text: &str, month: &Range<usize>) -> Option<u32> {
    let behind = text[month.end..].trim_start_matches([' ', ',', '\n', '\r']);
    if behind.len() == text.len() - month.end || !behind.starts_with(['o', 't']) {
        return None;
    }
    TAKEN_UP.iter().any(|words| begins_with(behind, words)).then(|| last_year(&text[..month.start])).flatten()
}

/// Whether `text` begins with `words`, which a line's end may part.
fn begins_with(text: &str, words: &str) -> bool {
    /// More white space than a page's margin leaves between two lines.
    const WHITE_MAX: usize = 24;
    let mut rest = text;
    for word in words.split(' ') {
        let Some(behind) = rest.strip_prefix(word) else { return false };
        let near = &behind[..behind.floor_char_boundary(WHITE_MAX)];
        rest = &behind[near.len() - near.trim_start().len()..];
    }
    let end = text.len() - rest.len();
    !text[..end].ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphanumeric)
}

/// The last year that stands alone near the end of `text`: none within a symbol.
fn last_year(text: &str) -> Option<u32> {
    let near = &text[text.floor_char_boundary(text.len().saturating_sub(NEAR))..];
    let apart = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.' | '(' | ')' | '"' | '“' | '”');
    let years = near.rsplit(apart).filter(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()));
    years.filter_map(|word| word.parse().ok()).find(|&year| is_year(year))
}

#[cfg(test)]
mod tests {
    use crate::text::lex::{Value, lex};

    #[test]
    fn a_year_may_be_taken_up() {
        let dates = |text: &str| {
            let tokens = lex(text).into_iter();
            let days = tokens.filter_map(|token| match token.value {
                Value::Date { days, .. } => Some(days),
                _ => None,
            });
            days.flatten().map(|day| day.date.to_string()).collect::<Vec<_>>()
        };
        let first = "It was made public on 12 January 2009 (A/63/677), and debated on 23 and 24 July";
        for year in [" of the same year.", " of that\n     year.", ", the same year", " that year;"] {
            assert_eq!(dates(&format!("{first}{year}")), ["2009-01-12", "2009-07-23", "2009-07-24"], "{year}");
        }
        assert_eq!(dates("In 2010 it met, on 9 August of that year, in New York."), ["2010-08-09"]);
        for none in [" of the same yearbook", " of the year", " and of the same year"] {
            assert_eq!(dates(&format!("{first}{none}")), ["2009-01-12"], "{none}");
        }
        assert!(dates("It (S/2011/393) was read on 23 July of that year.").is_empty());
    }
}
