//! The hour that numbers and a half of the day come to, and how it is written.

use std::ops::Range;

use jiff::civil::Time;

use super::cursor::{byte, may_end, number};
use super::half_day::{Half, half_at};
use super::token::{Token, Value};
use crate::text::Span;

/// The two digits of the minute at `at`.
pub(super) fn minute_at(text: &str, at: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes().get(at..at + 2)?;
    let (value, digits) = number(bytes)?;
    let oh = bytes.iter().all(|b| matches!(b, b'O' | b'o' | b'0'));
    // A third digit is no minute's, unless it is an `a` that lost its shape: `10:558m`.
    let ends = !byte(text, at + 2).is_ascii_digit() || half_at(text, at + 2).is_some();
    (value < 60 && (digits > 0 || oh) && ends).then_some(at..at + 2)
}

/// The two digits of the minute at `at` with a space between them, before `a.m.` or `p.m.`: `10.1 0 a.m.`
pub(super) fn spaced_minute(text: &str, at: usize) -> Option<Range<usize>> {
    let [tens, b' ', ones] = text.as_bytes().get(at..at + 3)? else { return None };
    let (value, digits) = number(&[*tens, *ones])?;
    (value < 60 && digits > 0 && half_at(text, at + 3).is_some()).then_some(at..at + 3)
}

pub(super) fn timed(text: &str, hour: Range<usize>, minute: Option<Range<usize>>) -> Option<Token> {
    let end = minute.as_ref().map_or(hour.end, |minute| minute.end);
    match half_at(text, end) {
        Some((half, stop)) => clock(text, hour, minute, Some(half), stop),
        None if !may_end(text, end) => None,
        None => clock(text, hour, minute, None, end),
    }
}

/// An hour alone, which is a time only with `a.m.` or `p.m.` behind it.
pub(super) fn timed_half(text: &str, hour: Range<usize>) -> Option<Token> {
    let (half, stop) = half_at(text, hour.end)?;
    clock(text, hour, None, Some(half), stop)
}

pub(super) fn clock(
    text: &str,
    hour: Range<usize>,
    minute: Option<Range<usize>>,
    half: Option<Half>,
    end: usize,
) -> Option<Token> {
    let bytes = text.as_bytes();
    let (read_hour, _) = number(&bytes[hour.clone()])?;
    let read_minute = match &minute {
        Some(range) => match &bytes[range.clone()] {
            [tens, b' ', ones] => number(&[*tens, *ones])?.0,
            digits => number(digits)?.0,
        },
        None => 0,
    };
    // An `n.m.` may be either half; nothing of this kind is before seven in the morning.
    let number_end = minute.as_ref().map_or(hour.end, |minute| minute.end);
    let worn = !text[number_end..end.max(number_end)].trim_start().starts_with(['a', 'A']);
    let early = half == Some(Half::Morning) && worn && (read_hour < 7 || read_hour == 12);
    let half = if early { Some(Half::Afternoon) } else { half };
    let hour24 = match half {
        Some(_) if !(1..=12).contains(&read_hour) => return None,
        Some(Half::Morning) => read_hour % 12,
        Some(Half::Afternoon) => read_hour % 12 + 12,
        None => read_hour,
    };
    let time = Time::new(i8::try_from(hour24).ok()?, i8::try_from(read_minute).ok()?, 0, 0).ok()?;
    let open = half.is_none() && (1..=12).contains(&read_hour) && bytes[hour.start] != b'0';
    let range = hour.start..end;
    let mark = char::from(byte(text, hour.end + usize::from(bytes[hour.end..].starts_with(b" ."))));
    let minute = minute.map(|_| (if matches!(mark, '.' | 'h' | 'H') { mark } else { ':' }, read_minute));
    let reads = respelt(&text[range.clone()], read_hour, minute, half);
    Some(Token { span: Span::new(range), value: Value::Time(time, open), reads })
}

/// The time as it should stand, where it does not: the minute with the mark before it.
fn respelt(given: &str, hour: u32, minute: Option<(char, u32)>, half: Option<Half>) -> Option<String> {
    let fine = |b: u8| b.is_ascii_digit() || matches!(b, b':' | b'.' | b' ' | b'\n' | b'h' | b'H');
    let tail = given.trim_start_matches(|c: char| c.is_ascii() && fine(c as u8));
    let plain = matches!(tail, "" | "am" | "pm" | "a.m." | "p.m." | "a.m" | "p.m" | "AM" | "PM" | "A.M." | "P.M.");
    let head = &given[..given.len() - tail.len()];
    if (plain && !head.trim_end().contains(' ')) || tail.starts_with("ours") || tail.starts_with("rs") {
        return None;
    }
    let half = match half {
        Some(_) if plain => format!(" {tail}"),
        Some(half) => {
            let letter = if half == Half::Morning { 'a' } else { 'p' };
            let space = if given.contains([' ', '\n']) { " " } else { "" };
            // As the note writes it: with points only where any are left.
            match tail.contains(['.', ',', ';']) {
                true => format!("{space}{letter}.m."),
                false => format!("{space}{letter}m"),
            }
        }
        None => String::new(),
    };
    Some(match minute {
        Some((mark, minute)) => format!("{hour}{mark}{minute:02}{half}"),
        None => format!("{hour}{half}"),
    })
}
