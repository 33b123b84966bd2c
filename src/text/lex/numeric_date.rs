//! Dates in numbers alone: `2016-09-06` as ISO 8601 has them, `06/09/2016` and `6.9.2016` with the day first, as the United
//! Nations write them. A month that no year has, or a weekday beside it that only the other order fits, says that the month
//! stands first.

use std::ops::Range;

use jiff::civil::Date;

use super::cursor::{before, byte, digit, number, word_at};
use super::date::{weekday_before, weekday_name};
use super::month::Weekday;
use super::token::{Day, Token, Value};
use super::year::is_year;
use crate::text::Span;

/// How many of its digits may be misread.
const MISREAD_MAX: usize = 2;

/// How many digits a year has.
const YEAR: usize = 4;

/// The date that begins with the digit at `start`.
pub(super) fn at_digit(text: &str, start: usize) -> Option<Token> {
    let parts = parts(text, start)?;
    let end = parts[2].end;
    let year_first = parts[0].len() == YEAR;
    let ([first, second, third], misread) = numbers(text, parts)?;
    let weekday = weekday_before(text, start);
    let date = match year_first {
        true => date(first, second, third)?,
        false => date_in_either_order(first, second, third, weekday.map(|(weekday, _)| weekday))?,
    };
    let from = weekday.as_ref().map_or(start, |(_, span)| span.start as usize);
    let days = vec![Day { date, span: Span::new(start..end) }];
    let reads = (misread > 0).then(|| format!("{}{}", &text[from..start], in_true_digits(&text[start..end])));
    Some(Token { span: Span::new(from..end), value: Value::Date { days, weekday }, reads })
}

/// Where the three numbers of a date stand, each parted from the next by the same mark.
fn parts(text: &str, start: usize) -> Option<[Range<usize>; 3]> {
    let is_mark = |byte| matches!(byte, b'/' | b'-' | b'.');
    let first = digits(text, start);
    let mark = byte(text, first.end);
    let year_first = first.len() == YEAR;
    let fits = matches!((first.len(), mark), (YEAR, b'-') | (1 | 2, b'-' | b'/' | b'.'));
    if !fits || is_mark(before(text, start)) {
        return None;
    }
    let second = digits(text, first.end + 1);
    let third = digits(text, second.end + 1);
    // A month has two digits at the most.
    let whole = matches!(second.len(), 1 | 2) && byte(text, second.end) == mark;
    let lengths = if year_first { second.len() == 2 && third.len() == 2 } else { third.len() == YEAR };
    let goes_on = is_mark(byte(text, third.end)) && byte(text, third.end + 1).is_ascii_digit();
    (whole && lengths && !goes_on && !word_at(text, third.end)).then_some([first, second, third])
}

/// The numbers that three runs of digits read as, and how many of these are misread, where they are few.
fn numbers(text: &str, parts: [Range<usize>; 3]) -> Option<([i16; 3], usize)> {
    let mut numbers = [0; 3];
    let mut misread = 0;
    for (read, part) in numbers.iter_mut().zip(parts) {
        let length = part.len();
        let (value, true_digits) = number(&text.as_bytes()[part])?;
        *read = i16::try_from(value).unwrap_or(0);
        misread += length - true_digits;
    }
    (misread <= MISREAD_MAX).then_some((numbers, misread))
}

/// The date with the day first; with the month first where that alone is a date, or falls on the weekday that is `named`.
fn date_in_either_order(first: i16, second: i16, year: i16, named: Option<Weekday>) -> Option<Date> {
    let mut orders = [date(year, second, first), date(year, first, second)].into_iter().flatten();
    let day_first = orders.next();
    let fits = |date: &Date| named.is_none_or(|named| weekday_name(named) == weekday_name(date.weekday()));
    day_first.filter(fits).or_else(|| orders.find(fits)).or(day_first)
}

/// A date with the digits that its characters are misread from.
fn in_true_digits(given: &str) -> String {
    let plain = |c: char| u8::try_from(c).ok().and_then(digit).map_or(c, |digit| char::from(b'0' + digit));
    given.chars().map(plain).collect()
}

/// The digits from `start` on.
fn digits(text: &str, start: usize) -> Range<usize> {
    let run =
        text.as_bytes().get(start..).unwrap_or_default().iter().take(5).take_while(|&&b| digit(b).is_some()).count();
    start..start + run
}

fn date(year: i16, month: i16, day: i16) -> Option<Date> {
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    is_year(year).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::super::lex;
    use super::Value;

    fn dates(text: &str) -> Vec<String> {
        let day = |value: &Value| match value {
            Value::Date { days, .. } => days.first().map(|day| day.date.to_string()),
            _ => None,
        };
        lex(text).iter().filter_map(|token| day(&token.value)).collect()
    }

    #[test]
    fn a_date_in_numbers_has_its_year_first_or_its_day() {
        for (text, date) in [
            ("held on 2016-09-06 in New York", "2016-09-06"),
            ("Date: 06/09/2016.", "2016-09-06"),
            ("Date: 2o16-O9-06", "2016-09-06"),
            ("on 6.9.2016, at 10 a.m.", "2016-09-06"),
            ("by 06/25/2018", "2018-06-25"),
            ("Friday, 06/09/2017", "2017-06-09"),
            ("Wednesday, 06/09/2017", "2017-09-06"),
        ] {
            assert_eq!(dates(text), [date], "{text}");
        }
    }

    #[test]
    fn numbers_that_are_no_day_are_none() {
        for text in
            ["A/63/677 and S/2016/620", "212.963.5063", "13/13/2016", "1-2-3456", "S/2016/09/06", "paras. 1.2.2016.3"]
        {
            assert!(dates(text).is_empty(), "{text}");
        }
    }
}
