//! The days before or behind a month's name, and the year behind them.

use std::ops::Range;

use super::cursor::{before, byte, digit, is_bare_digit, may_begin, may_end, number, skip_spaces, skip_white, word_at};
use super::room_number;
use super::year::is_year;
use crate::text::{lexicon, lookalike};

/// A number read from `range`.
pub(super) struct Number {
    pub(super) value: u32,
    pub(super) range: Range<usize>,
}

/// The days that stand before a month: one, or several parted by commas, dashes and `and`.
pub(super) fn days_before(text: &str, month: usize) -> Vec<Number> {
    let mut days = Vec::new();
    let mut end = back_over(text, month, &["of", "th", "st", "nd", "rd"]);
    while let Some(day) = day_ending(text, end, days.is_empty()) {
        let start = day.range.start;
        if !days.is_empty() && room_number::is_numbered(text, start) {
            break;
        }
        days.push(day);
        let parted = back_over(text, start, &["and", "&", "to", ",", "-", "–", "th", "st", "nd", "rd"]);
        // `23. 24 and 28`: the same further up the list, where the days go on rising.
        let above = text[..start].strip_suffix(". ").filter(|_| days.len() >= 2);
        let above = above.filter(|head| {
            let last = day_ending(head, head.len(), false);
            last.zip(days.last()).is_some_and(|(above, below)| above.value < below.value)
        });
        if let Some(head) = above {
            end = head.len();
            continue;
        }
        // `Conference Room 1` above the date: white space alone joins no days.
        if parted == text[..start].trim_end_matches([' ', '\n', '\r']).len() || parted == start {
            break;
        }
        // `24. and 28`: a comma read as a stop.
        let joined = text[parted..start].trim_start().starts_with("and");
        let stop = text[..parted].strip_suffix('.').filter(|_| joined);
        end = stop.map_or(parted, str::len);
    }
    days.reverse();
    days
}

/// The offset before any of `words`, and the white space around them, that end at `end`.
pub(super) fn back_over(text: &str, end: usize, words: &[&str]) -> usize {
    let mut at = end;
    loop {
        let trimmed = text[..at].trim_end_matches([' ', '\n', '\r']).len();
        // What stands above a blank line is no part of the date.
        let parted = text[trimmed..at].bytes().filter(|&byte| byte == b'\n').count() > 1;
        let at_most = if at - trimmed > 4 || parted { return at } else { trimmed };
        let worn = worn_and(&text[..at_most]).filter(|_| words.contains(&"and"));
        match worn.or_else(|| words.iter().find(|word| text[..at_most].ends_with(**word)).copied()) {
            // A word must be one, unless it follows its number (`6th`).
            Some(word) => {
                let start = at_most - word.len();
                let glued = word.as_bytes()[0].is_ascii_alphabetic() && before(text, start).is_ascii_alphabetic();
                if glued { return at_most } else { at = start }
            }
            None => return at_most,
        }
    }
}

/// How alike a small word between two days must be to `and`, and how many bytes before the second day it stands.
const AND: f32 = 0.6;
const AND_NEAR: usize = 8;

/// The misread `and` that `head` ends with, behind a number and a space: `24 aud`, `24 a11d`.
fn worn_and(head: &str) -> Option<&str> {
    let parted = ["an d", "a nd"].iter().find(|pieces| head.ends_with(**pieces)).map_or(0, |pieces| pieces.len());
    let near = head.floor_char_boundary(head.len().saturating_sub(AND_NEAR));
    let start = near + head[near..head.len() - parted.saturating_sub(1)].rfind([' ', ','])? + 1;
    let word = &head[start..];
    let numbered = head[..start].trim_end_matches([',', ' ']).ends_with(|c: char| c.is_ascii_digit());
    if parted > 0 && numbered {
        return Some(word);
    }
    let like = (3..=4).contains(&word.len()) && word.starts_with(['a', 'o']) && word != "and";
    (numbered && like && !lexicon::contains(word) && lookalike::similar(word, "and", AND)).then_some(word)
}

/// The day whose number ends at `end`.
fn day_ending(text: &str, end: usize, nearest: bool) -> Option<Number> {
    let bytes = text.as_bytes();
    let fits = |from: usize| {
        let run = &bytes[from..end];
        let bare = run.iter().all(|&b| is_bare_digit(b));
        let mixed = run.iter().any(u8::is_ascii_digit) && run.iter().all(|&b| digit(b).is_some());
        (nearest && bare) || mixed
    };
    let start = (1..=2).rev().filter_map(|n| end.checked_sub(n)).find(|&from| {
        text.is_char_boundary(from) && fits(from) && may_begin(text, from) && before(text, from) != b'/'
    })?;
    let (value, _) = number(&bytes[start..end])?;
    let parted = parted_ten(text, start).map(|tens| 10 * tens + value).filter(|whole| nearest && *whole <= 31);
    if let Some(value) = parted.filter(|_| end - start == 1) {
        return Some(Number { value, range: start - 2..end });
    }
    (1..=31).contains(&value).then_some(Number { value, range: start..end })
}

/// The tens of a day, behind a word that leads to one, that a space cut off the digit at `start`: `of 1 4 July`.
fn parted_ten(text: &str, start: usize) -> Option<u32> {
    const LEADS: [&str; 8] = ["of ", "on ", "by ", "dated ", "day, ", "until ", "from ", "before "];
    let at = start.checked_sub(2).filter(|_| before(text, start) == b' ')?;
    let tens = digit(byte(text, at)).map(u32::from).filter(|tens| (1..=3).contains(tens))?;
    let head = text.get(..at)?;
    LEADS.iter().any(|lead| head.ends_with(lead)).then_some(tens)
}

/// The days that follow a month's name: one, or several parted by commas, dashes and `and`: `May 17 and 18, 2021`.
pub(super) fn days_after(text: &str, end: usize) -> Vec<Number> {
    /// More than any note joins.
    const DAYS_MAX: usize = 8;
    let mut days: Vec<Number> = Vec::new();
    let mut at = end;
    while let Some(day) = day_after(text, at).filter(|_| days.len() < DAYS_MAX) {
        at = day.range.end;
        days.push(day);
        if year_after(text, at).is_some() {
            break;
        }
        let rest = text[at..].trim_start_matches([' ', ',']);
        let tie = ["and ", "to ", "& ", "-", "–"].iter().find(|tie| rest.starts_with(**tie)).map_or(0, |tie| tie.len());
        if tie == 0 && !text[at..].starts_with(',') {
            break;
        }
        at = text.len() - rest.len() + tie;
    }
    days
}

/// The day that follows a month's name: `August 5, 2013`.
fn day_after(text: &str, end: usize) -> Option<Number> {
    let start = skip_spaces(text, end, 2);
    let run = (start..start + 2).take_while(|&at| digit(byte(text, at)).is_some()).count();
    let (value, digits) = number(text.as_bytes().get(start..start + run)?)?;
    let mut end = start + run;
    if digits == 0 || !(1..=31).contains(&value) {
        return None;
    }
    let range = start..end;
    if matches!(text.get(end..end + 2), Some("th" | "st" | "nd" | "rd")) {
        end += 2;
    }
    (!word_at(text, end)).then_some(Number { value, range: range.start..end })
}

/// The year that follows `end`.
pub(super) fn year_after(text: &str, end: usize) -> Option<Number> {
    let at = end + usize::from(matches!(byte(text, end), b',' | b'.'));
    read_year(text, skip_white(text, at))
}

/// The year at `start`: four digits, at least two of them true, with single spaces among them at the most.
pub(super) fn read_year(text: &str, start: usize) -> Option<Number> {
    let mut at = start;
    let mut digits = [0u8; 4];
    for (i, place) in digits.iter_mut().enumerate() {
        if i > 0 && byte(text, at) == b' ' {
            at += 1;
        }
        *place = byte(text, at);
        at += 1;
    }
    let (value, true_digits) = number(&digits)?;
    let whole = may_end(text, at);
    let spaced = at - start > 4;
    let fits = is_year(value) && true_digits >= 2 && whole && (!spaced || digits[0] == b'2');
    fits.then_some(Number { value, range: start..at })
}
