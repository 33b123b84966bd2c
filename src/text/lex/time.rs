//! Times of day: `10:00 a.m.`, `I :00 p,m.`, `10.15 a.m.`, `10.00–10.20`, `10 a.m.`, `15:00`, `15h30`, `1000 hours`,
//! `noon`.

use std::ops::Range;

use super::clock::{clock, minute_at, spaced_minute, timed, timed_half};
use super::cursor::{
    before, byte, dash, digit, is_bare_digit, leads_line, may_begin, skip_spaces, skip_spaces_back, word_at,
};
use super::half_day::half_at;
use super::token::Token;
use super::unmarked_time::unmarked;

/// The time around the colon at `colon`.
pub(super) fn at_colon(text: &str, colon: usize) -> Option<Token> {
    let hour_end = skip_spaces_back(text, colon, 1);
    let minute = minute_at(text, skip_spaces(text, colon + 1, 1)).or_else(|| spaced_minute(text, colon + 1))?;
    let start = hour_start(text, hour_end).or_else(|| misread_hour(text, hour_end, &minute))?;
    if byte(text, minute.end) == b':' || byte(text, colon + 1) == b' ' && counts_part(&text[..start]) {
        return None;
    }
    timed(text, start..hour_end, Some(minute))
}

/// Whether words end with a noun whose number is no hour: `Item 1: 10 a.m. to 11 a.m.`
fn counts_part(words: &str) -> bool {
    const NOUNS: [&str; 6] = ["item", "part", "segment", "session", "panel", "meeting"];
    let head = words.trim_end_matches(' ').as_bytes();
    let noun = |noun: &str| {
        let from = head.len().checked_sub(noun.len());
        from.is_some_and(|from| head[from..].eq_ignore_ascii_case(noun.as_bytes()))
    };
    head.len() < words.len() && NOUNS.iter().any(|known| noun(known))
}

/// The time around the semicolon at `mark`, which a colon is misread as: `1;00 p.m.`, `10:00 – 10;05`.
pub(super) fn at_semicolon(text: &str, mark: usize) -> Option<Token> {
    if !before(text, mark).is_ascii_digit() {
        return None;
    }
    let start = hour_start(text, mark)?;
    let minute = minute_at(text, mark + 1)?;
    let told = half_at(text, minute.end).is_some() || is_dotted(text, start, minute.end);
    told.then(|| timed(text, start..mark, Some(minute))).flatten()
}

/// The time whose hour is one letter at `start` before a point: `b.00 p.m.`
pub(super) fn at_misread_hour(text: &str, start: usize) -> Option<Token> {
    let minute = minute_at(text, start + 2).filter(|_| byte(text, start + 1) == b'.')?;
    misread_hour(text, start + 1, &minute)?;
    timed(text, start..start + 1, Some(minute))
}

/// Where an hour of one digit begins that is misread for a letter, before minutes and the half of the day: `S:00 p.m.`
fn misread_hour(text: &str, end: usize, minute: &Range<usize>) -> Option<usize> {
    let start = end.checked_sub(1).filter(|&start| text.is_char_boundary(start))?;
    let letter = matches!(byte(text, start), b'S' | b'Z' | b'B' | b'b' | b'g' | b'q');
    let minutes = text.as_bytes()[minute.clone()].iter().all(u8::is_ascii_digit);
    let free = may_begin(text, start) && !matches!(before(text, start), b'/' | b':' | b'.');
    (letter && minutes && free && half_at(text, minute.end).is_some()).then_some(start)
}

/// The time that begins with the digit at `start` and has no colon.
pub(super) fn at_digit(text: &str, start: usize) -> Option<Token> {
    let run = text.as_bytes()[start..].iter().take(5).take_while(|b| b.is_ascii_digit()).count();
    let digits = start..start + run;
    match (run, byte(text, digits.end)) {
        // `1l.20 a.m.`
        (1, b'l' | b'I' | b'O' | b'|') => at_letter(text, start),
        (1, b'o') if matches!(byte(text, digits.end + 1), b'.' | b' ') => at_letter(text, start),
        (1 | 2, b'.') => pointed(text, digits),
        (1 | 2, b'h' | b'H') => lettered(text, digits),
        (1 | 2, _) => ill_marked(text, digits),
        (3 | 4, _) => unmarked(text, digits),
        _ => None,
    }
}

/// The time whose hour a point follows: `10.15 a.m.`
fn pointed(text: &str, hour: Range<usize>) -> Option<Token> {
    let spaced = || spaced_minute(text, hour.end + 1).or_else(|| spaced_end(text, hour.start, hour.end + 1));
    let Some(minute) = minute_at(text, hour.end + 1).or_else(spaced) else { return timed_half(text, hour) };
    let is_time =
        half_at(text, minute.end).is_some() || opens_range(text, minute.end) || is_dotted(text, hour.start, minute.end);
    is_time.then(|| timed(text, hour, Some(minute))).flatten()
}

/// The minute at `at` with a space within it, of the hour at `start` that ends a range, a column's gap behind it: `16.20 - 16.3 0
/// Closing`.
fn spaced_end(text: &str, start: usize, at: usize) -> Option<Range<usize>> {
    let [tens, b' ', ones] = text.as_bytes().get(at..at + 3)? else { return None };
    let digits = matches!(tens, b'0'..=b'5') && matches!(ones, b'0' | b'5');
    let gap = matches!(text.as_bytes().get(at + 3..at + 5), Some(b"  ")) || matches!(byte(text, at + 3), b'\t' | b'\n');
    let ranged = text[..start].trim_end_matches(' ').ends_with(['-', '–', '—']);
    (digits && gap && ranged).then_some(at..at + 3)
}

/// The time whose hour an `h` follows: `15h30`, `15h`.
fn lettered(text: &str, hour: Range<usize>) -> Option<Token> {
    let end = hour.end + 1;
    match minute_at(text, end) {
        Some(minute) => timed(text, hour, Some(minute)),
        None if word_at(text, end) => None,
        None => clock(text, hour, None, None, end),
    }
}

/// The time whose hour no mark of its own follows: it stands alone (`10 a.m.`, `3–6 p.m.`), or the mark was misread.
fn ill_marked(text: &str, hour: Range<usize>) -> Option<Token> {
    if let Some(minute) = ill_marked_minute(text, &hour) {
        return timed(text, hour, Some(minute));
    }
    if opens_range(text, hour.end) {
        let end = hour.end;
        return clock(text, hour, None, None, end);
    }
    timed_half(text, hour)
}

/// The minute behind an hour whose mark was misread or lost.
fn ill_marked_minute(text: &str, hour: &Range<usize>) -> Option<Range<usize>> {
    let next = hour.end + 1;
    let mark = byte(text, hour.end);
    match mark {
        b',' | b'-' => minute_at(text, next).filter(|minute| {
            // `10,10 – 10.20 a.m.`
            mark == b',' && is_dotted(text, hour.start, minute.end)
                // `1-00 p.m.`: what no second hour can be is the first one's minutes.
                || is_no_range(text, hour.start, minute)
        }),
        // `3 .00 p.m.`
        b' ' if byte(text, next) == b'.' => {
            minute_at(text, next + 1).filter(|minute| half_at(text, minute.end).is_some())
        }
        // `11 20 a.m.`: behind an hour at its line's start, what is too much for one is its minutes.
        b' ' if leads_line(text, hour.start) => minute_at(text, next).filter(|minute| is_late_minute(text, minute)),
        _ => None,
    }
}

/// The time that begins at `start` with a letter that a digit is misread as: `l0.00 a.m.`, `I.30 p.m.`, `lO a.m.`. Times with
/// a colon are [found by it](at_colon).
pub(super) fn at_letter(text: &str, start: usize) -> Option<Token> {
    let digits = text.as_bytes()[start..].iter().take(3).enumerate();
    let run = digits.take_while(|&(i, &b)| is_bare_digit(b) || b == b'o' && i == 1).count();
    let end = start + run;
    if !(1..=2).contains(&run) || matches!(before(text, start), b'/' | b':' | b'.') {
        return None;
    }
    match byte(text, end) {
        b'.' => {
            let minute = minute_at(text, end + 1).or_else(|| spaced_minute(text, end + 1))?;
            let ranged = minute.end == end + 3 && is_dotted(text, start, minute.end);
            (ranged || half_at(text, minute.end).is_some()).then(|| timed(text, start..end, Some(minute))).flatten()
        }
        b'h' | b'H' if run == 2 => timed(text, start..end, Some(minute_at(text, end + 1)?)),
        // `I am` is no time.
        _ if text[end..].trim_start_matches(' ').chars().nth(1) == Some('.') => timed_half(text, start..end),
        // `from 10 a.m. to I` / `p-m.`
        b'\n' if ["p.m.", "p-m.", "a.m.", "a-m."].iter().any(|half| text[end + 1..].starts_with(half)) => {
            timed_half(text, start..end)
        }
        _ => None,
    }
}

/// Whether a dash follows at `end` and leads to a time that says which half of the day it is in: `3–6 p.m.`.
fn opens_range(text: &str, end: usize) -> bool {
    let Some(at) = dash(text, end) else { return false };
    let run = text.as_bytes()[at..].iter().take(3).take_while(|b| b.is_ascii_digit()).count();
    if !(1..=2).contains(&run) {
        return false;
    }
    let hour = at + run;
    let stop = match byte(text, hour) {
        b'.' | b':' => minute_at(text, hour + 1).map_or(hour, |minute| minute.end),
        _ => hour,
    };
    half_at(text, stop).is_some()
}

/// Whether `10.00` is a time and no other number: where it begins or ends a range of such, leads its line, or stands behind
/// a word that leads to a time, and is a whole number of five minutes.
fn is_dotted(text: &str, start: usize, end: usize) -> bool {
    const LEADS: [&str; 7] = ["at", "by", "until", "till", "than", "from", "before"];
    /// How many bytes before the time tell what it is.
    const NEAR: usize = 48;
    let bytes = text.as_bytes();
    // `1.2.10.00`, `10.00.5`, `10.00%`
    let part = matches!(before(text, start), b'.' | b'/' | b'$')
        || matches!(byte(text, end), b'%' | b'/')
        || byte(text, end) == b'.' && byte(text, end + 1).is_ascii_digit();
    if part || word_at(text, end) || !matches!(bytes[end - 1], b'0' | b'5' | b'O' | b'o') {
        return false;
    }
    let dotted = |at: usize| {
        let hour = bytes[at..].iter().take(3).take_while(|&&b| is_bare_digit(b)).count();
        (1..=2).contains(&hour)
            && matches!(byte(text, at + hour), b'.' | b':')
            && minute_at(text, at + hour + 1).is_some()
    };
    if dash(text, end).is_some_and(dotted) {
        return true;
    }
    let near = text.floor_char_boundary(start.saturating_sub(NEAR));
    let line = near + bytes[near..start].iter().rposition(|&b| b == b'\n').map_or(0, |at| at + 1);
    let head = text[line..start].trim_end_matches([' ', '\t']);
    let above = text[near..line.max(near)].trim_end();
    let joined = if head.is_empty() { above } else { head };
    let opened = ["-", "–", "—", "to", "and"].iter().find_map(|mark| joined.strip_suffix(mark)).is_some_and(|first| {
        // `from 15.00` / `to 18.00`
        let first = if first.is_empty() { above } else { first.trim_end_matches(' ') }.as_bytes();
        let [.., hour, b'.' | b':' | b',' | b'0'..=b'9', ten, one] = first else { return false };
        [hour, ten, one].iter().all(|&&b| is_bare_digit(b) || b == b'o')
    });
    // A list counts `1.10`; a programme's hour has two digits, or words behind it all the same.
    let leads = head.is_empty() && end - start == 5 && matches!(byte(text, end), b' ' | b'\t');
    // `on 11 July at` / `17.00.`
    let word = joined.rsplit(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    opened || leads || LEADS.iter().any(|lead| word.eq_ignore_ascii_case(lead)) && end - start == 5
}

/// Whether what stands at `minute` is too much for an hour, and the half of the day stands behind it.
fn is_late_minute(text: &str, minute: &Range<usize>) -> bool {
    half_at(text, minute.end).is_some()
        && text[minute.clone()].parse::<u32>().is_ok_and(|minutes| minutes > 12 && minutes % 5 == 0)
}

/// Whether what stands at `minute` is no second hour, and the half of the day stands behind it; the first hour begins at
/// `start`.
fn is_no_range(text: &str, start: usize, minute: &Range<usize>) -> bool {
    let free = !matches!(before(text, start), b'-' | b',' | b'.' | b':' | b'/');
    let nought = || byte(text, minute.start) == b'0' && half_at(text, minute.end).is_some();
    free && (nought() || is_late_minute(text, minute))
}

/// Where the hour that ends at `end` begins.
fn hour_start(text: &str, end: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    (1..=2).rev().filter_map(|n| end.checked_sub(n)).find(|&from| {
        let run = &bytes[from..end];
        let bare = run.iter().all(|&b| is_bare_digit(b));
        let mixed = run.iter().any(u8::is_ascii_digit) && run.iter().all(|&b| digit(b).is_some());
        (bare || mixed) && may_begin(text, from) && !matches!(before(text, from), b'/' | b':' | b'.')
    })
}

#[cfg(test)]
mod tests {
    use super::at_digit;
    use crate::text::lex::{Value, lex};

    #[test]
    fn a_space_may_stand_before_an_hours_point() {
        let read = |text: &str| {
            let token = at_digit(text, 0)?;
            let Value::Time(time, _) = token.value else { return None };
            Some((time.hour(), time.minute(), token.reads))
        };
        assert_eq!(read("3 .00 p.m."), Some((15, 0, Some("3.00 p.m.".to_owned()))));
        assert_eq!(read("3 .00 dollars"), None);
    }

    #[test]
    fn the_number_of_an_item_is_no_hour() {
        let first = |text: &str| {
            lex(text).into_iter().find_map(|token| match token.value {
                Value::Time(time, _) => Some(time.hour()),
                _ => None,
            })
        };
        assert_eq!(first("Item 1: 10 a.m. to 11 a.m.: Opening remarks"), Some(10));
        assert_eq!(first("at 1: 10 p.m. sharp"), Some(13));
    }

    #[test]
    fn a_space_may_stand_within_the_minute_that_ends_a_range() {
        let times = |text: &str| lex(text).iter().filter(|token| matches!(token.value, Value::Time(..))).count();
        assert_eq!(times("15.35 - 16.20   Debate\n\n16.20 - 16.3 0   Closing remarks\n"), 4);
        assert_eq!(times("16.20 - 16.3 0 of them\n"), 1);
    }

    #[test]
    fn a_half_of_the_day_is_told_though_its_point_is_a_letter() {
        let read = |text: &str| {
            let token = at_digit(text, 0)?;
            let Value::Time(time, _) = token.value else { return None };
            Some((time.hour(), time.minute(), token.reads.unwrap_or_default()))
        };
        for (given, hour, reads) in [
            ("10 aim. to", 10, "10 a.m."),
            ("10 aan. to", 10, "10 a.m."),
            ("1 p-m. and", 13, "1 p.m."),
            ("1\np-m. and", 13, "1 p.m."),
            ("9 aun. to", 9, "9 a.m."),
            ("6 pun. in", 18, "6 p.m."),
            ("6 pom. in", 18, "6 p.m."),
            ("6 pam. in", 18, "6 p.m."),
            ("1-00 pan. in", 13, "1:00 p.m."),
            ("1,00 p.m. in", 13, "1:00 p.m."),
            ("10\naim. to", 10, "10 a.m."),
        ] {
            assert_eq!(read(given), Some((hour, 0, reads.to_owned())), "{given}");
        }
        assert_eq!(read("5 pan) in").map(|(hour, ..)| hour), Some(17));
        for none in ["10 an hour", "5 plan.", "5 pins.", "10 aims.", "9 pan in"] {
            assert_eq!(read(none), None, "{none}");
        }
        assert_ne!(read("9-10 a.m.").map(|time| time.1), Some(10), "a range");
    }

    #[test]
    fn the_end_of_a_line_parts_no_hour_from_what_tells_it() {
        let last = |text: &str| {
            let mut times = lex(text).into_iter().filter_map(|token| match token.value {
                Value::Time(time, _) => Some(time.hour()),
                _ => None,
            });
            times.next_back()
        };
        assert_eq!(last("It begins on 11 July at\n17.00."), Some(17));
        assert_eq!(last("It is a share of\n17.00."), None);
        assert_eq!(last("from 10.00 to 13.00 and from 15.00\nto 18.00, in Conference Room 4."), Some(18));
        assert_eq!(last("from 15.00 to\n18.00, in Conference Room 4."), Some(18));
        assert_eq!(last("The share rose from a tenth\nto 18.00, in round figures."), None);
        assert_eq!(last("from 10 a.m. to I\np-m. on Monday"), Some(13));
        assert_eq!(last("from 10 a.m. on I\npray that"), Some(10));
    }
}
