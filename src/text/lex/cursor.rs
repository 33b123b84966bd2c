//! Reading a text byte by byte, where a grammar allows look-alikes.

use crate::text::lookalike;

/// The byte at `at`, or zero past the end.
pub(super) fn byte(text: &str, at: usize) -> u8 {
    text.as_bytes().get(at).copied().unwrap_or(0)
}

/// The byte before `at`, or zero at the start.
pub(super) fn before(text: &str, at: usize) -> u8 {
    at.checked_sub(1).map_or(0, |i| byte(text, i))
}

/// The offset after at most `most` spaces from `at` on.
pub(super) fn skip_spaces(text: &str, at: usize, most: usize) -> usize {
    let mut end = at;
    while end - at < most && byte(text, end) == b' ' {
        end += 1;
    }
    end
}

/// The offset before at most `most` spaces that end at `at`.
pub(super) fn skip_spaces_back(text: &str, at: usize, most: usize) -> usize {
    let mut start = at;
    while at - start < most && before(text, start) == b' ' {
        start -= 1;
    }
    start
}

/// Any white space from `at` on, line breaks among it.
pub(super) fn skip_white(text: &str, at: usize) -> usize {
    let mut end = at;
    while end - at < 8 && matches!(byte(text, end), b' ' | b'\n' | b'\r' | b'\t') {
        end += 1;
    }
    end
}

/// Whether a letter or a digit stands at `at`.
pub(super) fn word_at(text: &str, at: usize) -> bool {
    match byte(text, at) {
        ascii @ ..0x80 => ascii.is_ascii_alphanumeric(),
        _ => text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(char::is_alphabetic),
    }
}

/// Whether a letter or a digit stands before `at`.
pub(super) fn word_before(text: &str, at: usize) -> bool {
    match before(text, at) {
        ascii @ ..0x80 => ascii.is_ascii_alphanumeric(),
        _ => text.get(..at).and_then(|rest| rest.chars().next_back()).is_some_and(char::is_alphanumeric),
    }
}

/// Small words that stand before or behind a date or a time, and may have lost the space between.
const TIES: [&str; 14] =
    ["on", "to", "at", "from", "by", "and", "until", "till", "in", "of", "dated", "before", "than", "since"];

/// The small word that runs in to what begins at `at`: `to1:00`.
pub(super) fn tie_before(text: &str, at: usize) -> Option<&'static str> {
    let head = text.get(..at)?;
    TIES.into_iter().find(|tie| head.ends_with(tie) && !word_before(text, at - tie.len()))
}

/// The small word that what ends at `at` runs in to: `2016in`.
pub(super) fn tie_at(text: &str, at: usize) -> Option<&'static str> {
    let rest = text.get(at..)?;
    TIES.into_iter().find(|tie| rest.starts_with(tie) && !word_at(text, at + tie.len()))
}

/// Whether a date or a time may begin at `at`: behind no letter or digit but those of a small word that lost its space.
pub(super) fn may_begin(text: &str, at: usize) -> bool {
    !word_before(text, at) || tie_before(text, at).is_some()
}

/// Whether a date or a time may end at `at`.
pub(super) fn may_end(text: &str, at: usize) -> bool {
    !word_at(text, at) || tie_at(text, at).is_some()
}

/// The digit that stands, or may have stood, where `byte` stands.
pub(super) fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        0x21..=0x7E => lookalike::digit(char::from(byte)),
        _ => None,
    }
}

/// Characters that are misread for a one or a zero so often that no true digit need stand beside them.
pub(super) fn is_bare_digit(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'I' | b'l' | b'|' | b'!' | b'O')
}

/// The number that `bytes` read as, with how many of them are true digits.
pub(super) fn number(bytes: &[u8]) -> Option<(u32, usize)> {
    if bytes.is_empty() || bytes.len() > 6 {
        return None;
    }
    let value = bytes.iter().try_fold(0, |value, &b| Some(value * 10 + u32::from(digit(b)?)))?;
    Some((value, bytes.iter().filter(|b| b.is_ascii_digit()).count()))
}

/// Whether a slash stands, or may have stood, where `byte` stands.
pub(super) fn is_slash(byte: u8) -> bool {
    matches!(byte, b'/' | b'l' | b'I' | b'1' | b'|' | b'!' | b'J' | b'\\')
}

/// Whether a line begins at `at`.
pub(super) fn leads_line(text: &str, at: usize) -> bool {
    matches!(before(text, at), b'\n' | 0)
}

/// Where the words behind a dash at `end` begin.
pub(super) fn dash(text: &str, end: usize) -> Option<usize> {
    let at = skip_spaces(text, end, 1);
    let rest = &text[at..];
    let mark = ["-", "–", "—", "to "].iter().find(|mark| rest.starts_with(**mark))?;
    Some(skip_spaces(text, at + mark.len(), 1))
}
