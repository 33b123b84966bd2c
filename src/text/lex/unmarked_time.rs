//! Times whose hour and minute run together: `1120 a.m.`, `1000 hours`, `1000-1300 and 1500-1800 hours`.

use std::ops::Range;

use super::clock::{clock, minute_at};
use super::cursor::{byte, dash, is_bare_digit, leads_line, skip_white, word_at};
use super::half_day::half_at;
use super::token::Token;

/// The words behind such times, the longest first.
const UNITS: [&str; 4] = ["hours", "hrs", "Hours", "h"];

/// The time that the three or four digits at `digits` are.
pub(super) fn unmarked(text: &str, digits: Range<usize>) -> Option<Token> {
    let end = digits.end;
    let (hour, minute) = (digits.start..end - 2, end - 2..end);
    match half_at(text, end) {
        // `1120 a.m.`: the point is lost.
        Some((half, stop)) => clock(text, hour, Some(minute), Some(half), stop),
        None if digits.len() == 4 => {
            let stop = hours_end(text, &digits)?;
            clock(text, hour, Some(minute), None, stop)
        }
        None => None,
    }
}

/// Where a time of four digits ends that a unit behind it, or what else stands in its range, tells.
fn hours_end(text: &str, digits: &Range<usize>) -> Option<usize> {
    let end = digits.end;
    // `1730-17.45`
    if leads_line(text, digits.start) && opens_dotted(text, end) || opens_hours(text, end) {
        return Some(end);
    }
    if !matches!(byte(text, end), b' ' | b'\n' | b'\r' | b'h' | b'H') {
        return None;
    }
    let after = skip_white(text, end);
    if and_four_digits(text, after).is_some_and(|next| opens_hours(text, next)) {
        return Some(end);
    }
    unit_end(text, after)
}

/// Where the unit ends that stands at `at`, a word of its own: `2005-2009 heads of State` are years.
fn unit_end(text: &str, at: usize) -> Option<usize> {
    let stop = at + UNITS.iter().find(|unit| text[at..].starts_with(**unit))?.len();
    (!word_at(text, stop)).then_some(stop)
}

/// Whether a dash leads to a time with a point.
fn opens_dotted(text: &str, end: usize) -> bool {
    let Some(at) = dash(text, end) else { return false };
    let hour = text.as_bytes()[at..].iter().take(3).take_while(|&&b| is_bare_digit(b)).count();
    let pointed = (1..=2).contains(&hour) && byte(text, at + hour) == b'.';
    pointed
        && minute_at(text, at + hour + 1).is_some_and(|minute| matches!(byte(text, minute.end), b' ' | b'\t' | b'\n'))
}

/// How many ranges of hours one unit may stand for.
const RANGES_MAX: usize = 8;

/// Whether a dash follows at `end` and leads to four digits of the kind `1015 hours`; one unit may stand for several
/// ranges: `1000-1300 and 1500-1800 hours`.
fn opens_hours(text: &str, mut end: usize) -> bool {
    for _ in 0..RANGES_MAX {
        let Some(until) = dash(text, end).and_then(|at| four_digits(text, at)) else { return false };
        let unit = skip_white(text, until);
        if unit_end(text, unit).is_some() {
            return true;
        }
        let Some(next) = and_four_digits(text, unit) else { return false };
        end = next;
    }
    false
}

/// Where the four digits behind an `and` at `at` end.
fn and_four_digits(text: &str, at: usize) -> Option<usize> {
    let rest = text[at..].strip_prefix("and ")?;
    four_digits(text, text.len() - rest.len())
}

/// Where the four digits at `at` end, where there are neither more nor fewer.
fn four_digits(text: &str, at: usize) -> Option<usize> {
    let digits = text.as_bytes()[at..].iter().take(5).take_while(|b| b.is_ascii_digit()).count();
    (digits == 4).then_some(at + 4)
}

#[cfg(test)]
mod tests {
    use crate::text::lex::{Value, lex};

    #[test]
    fn years_are_no_hours() {
        let hours = |text: &str| lex(text).iter().filter(|token| matches!(token.value, Value::Time(..))).count();
        for text in ["from 2005-2009 heads of State met", "in 2015-2019 he was there", "2005-2009 Hourly rates"] {
            assert_eq!(hours(text), 0, "{text}");
        }
        for text in ["1000-1300 hours", "1000-1300 Hours", "1000-1300h", "1000-1300 hrs."] {
            assert_eq!(hours(text), 2, "{text}");
        }
        assert_eq!(hours("1000-1300 and 1500-1800 Hours"), 4);
    }
}
