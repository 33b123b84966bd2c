//! E-mail addresses, telephone numbers, web addresses.

use super::cursor::{before, byte, word_at, word_before};
use super::token::{Token, Value};
use crate::text::Span;

/// The address around the at sign at `at`.
pub(super) fn at_sign(text: &str, at: usize) -> Option<Token> {
    let local = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'+' | b'%');
    let bytes = text.as_bytes();
    let start = at - bytes[..at].iter().rev().take(64).take_while(|&&b| local(b)).count();
    let host = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-');
    let run = bytes[at + 1..].iter().take(128).take_while(|&&b| host(b)).count();
    let domain = text[at + 1..at + 1 + run].trim_end_matches(['.', '-']);
    let end = at + 1 + domain.len();
    let (_, top) = domain.rsplit_once('.')?;
    if start == at || top.len() < 2 || !top.bytes().all(|b| b.is_ascii_alphabetic()) {
        return None;
    }
    let address = &text[start..end];
    Some(Token { span: Span::new(start..end), value: Value::Email(address.to_owned()), reads: None })
}

/// The telephone number that begins at `start` with a digit, a plus or a parenthesis.
pub(super) fn phone(text: &str, start: usize) -> Option<Token> {
    if word_before(text, start) || matches!(before(text, start), b'/' | b'.' | b'-' | b':' | b'@') {
        return None;
    }
    let bytes = text.as_bytes();
    let run = bytes[start..]
        .iter()
        .take(32)
        .take_while(|b| b.is_ascii_digit() || matches!(b, b' ' | b'-' | b'.' | b'(' | b')' | b'+'));
    let mut end = start + run.count();
    while end > start && !byte(text, end - 1).is_ascii_digit() {
        end -= 1;
    }
    let given = &text[start..end];
    let digits = given.bytes().filter(u8::is_ascii_digit).count();
    let groups = given.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).count();
    let last = given.rsplit(|c: char| !c.is_ascii_digit()).next().map_or(0, str::len);
    let opened = given.matches('(').count() == given.matches(')').count();
    let like_a_phone = (7..=15).contains(&digits) && groups >= 2 && last >= 4 && opened && !given.contains("  ");
    // `1000-1015`, `12.05.2021`: hours and dates.
    let clock =
        |group: &str| group.len() == 4 && group.parse::<u32>().is_ok_and(|hours| hours < 2400 && hours % 100 < 60);
    let hours = groups == 2 && given.split('-').all(|group| clock(group.trim()));
    let year = hours || digits == 8 && groups == 3 || matches!(byte(text, end), b':' | b'/');
    (like_a_phone && !year && !word_at(text, end)).then(|| Token {
        span: Span::new(start..end),
        value: Value::Phone(given.to_owned()),
        reads: None,
    })
}

/// The web address around the `//` or after the `www.` at `at`.
pub(super) fn web(text: &str, at: usize) -> Option<Token> {
    let bytes = text.as_bytes();
    let part = |b: u8| b > b' ' && !matches!(b, b'<' | b'>' | b'"' | b'(' | b')' | b'[' | b']');
    let start = at - bytes[..at].iter().rev().take(8).take_while(|&&b| part(b)).count();
    let run = bytes[at..].iter().take(2048).take_while(|&&b| part(b)).count();
    let end = at + text.get(at..at + run)?.trim_end_matches(['.', ',', ';', ':']).len();
    (end > at + 2).then(|| Token { span: Span::new(start..end), value: Value::Other, reads: None })
}
