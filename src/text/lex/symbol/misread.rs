//! Symbols of the General Assembly and the Security Council, read through misread characters.

use std::ops::Range;

use super::exact::exact;
use crate::text::lex::cursor::{byte, digit, is_slash, number, skip_spaces, word_at};
use crate::text::lex::year::is_year;

/// A symbol of the General Assembly or the Security Council, read through misread characters.
pub(super) fn misread(text: &str, start: usize) -> Option<(String, usize)> {
    match byte(text, start) {
        b'A' => {
            let slash = skip_spaces(text, start + 1, 1);
            let real = byte(text, slash) == b'/';
            // `AiRES/63/308`
            let small = byte(text, slash) == b'i' && resolution(text, slash + 1).is_some()
                // `APRES/63/308`
                || slash == start + 1 && text[start + 1..].get(1..5) == Some("RES/");
            // `AIl65/877`: both halves of one stroke.
            let twice = slash == start + 1
                && matches!(text.as_bytes().get(slash..slash + 2), Some(b"Il" | b"lI" | b"ll" | b"II"));
            if twice && byte(text, slash + 4) == b'/' && byte(text, slash + 2).is_ascii_digit() {
                return assembly(text, slash + 2);
            }
            if !is_slash(byte(text, slash)) && !small || (slash > start + 1 && !real) {
                return None;
            }
            assembly(text, if real { skip_spaces(text, slash + 1, 1) } else { slash + 1 })
        }
        // The letter and its slash run together.
        b'N' => assembly(text, start + 1),
        b'S' => {
            let slash = skip_spaces(text, start + 1, 1);
            if !is_slash(byte(text, slash)) || (slash > start + 1 && byte(text, slash) != b'/') {
                return None;
            }
            council(text, skip_spaces(text, slash + 1, 1))
        }
        b'J' | b'H' => stroked(text, start),
        _ => None,
    }
}

/// A symbol whose organ has an I, read as another stroke: `JlU/REP/2018/3`, `HR1/GEN/1`.
fn stroked(text: &str, start: usize) -> Option<(String, usize)> {
    const ORGANS: [&str; 2] = ["JIU", "HRI"];
    /// Longer than what follows the organ.
    const REST_MAX: usize = 64;
    ORGANS.iter().find_map(|organ| {
        let stroke = |at: usize| organ.as_bytes()[at] == b'I' && is_stroke(byte(text, start + at));
        let end = start + organ.len();
        let alike = (start..end).all(|at| byte(text, at) == organ.as_bytes()[at - start] || stroke(at - start));
        let rest = text.get(end..text.floor_char_boundary(end + REST_MAX)).filter(|_| alike)?;
        let (symbol, length) = exact(&format!("{organ}{rest}"), 0)?;
        Some((symbol, start + length))
    })
}

/// Whether a byte may be a misread I.
fn is_stroke(byte: u8) -> bool {
    matches!(byte, b'1' | b'l' | b'|' | b'!' | b'i')
}

/// How many digits of a resolution's session and number, or of another symbol's, must be true.
const RESOLUTION_DIGITS: usize = 1;
const SYMBOL_DIGITS: usize = 2;

/// What follows `A/`: `RES/60/1`, or `69/981`.
pub(super) fn assembly(text: &str, at: usize) -> Option<(String, usize)> {
    if let Some(rest) = resolution(text, at) {
        let (session, number, end) = session_and_number(text, rest, RESOLUTION_DIGITS)?;
        return Some((format!("A/RES/{session}/{number}"), end));
    }
    let (session, number, end) = session_and_number(text, at, SYMBOL_DIGITS)?;
    Some((format!("A/{session}/{number}"), end))
}

/// Where `RES/` ends, if it stands at `at`.
pub(super) fn resolution(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes().get(at..at + 4)?;
    let alike = matches!(bytes[0], b'R' | b'B' | b'K' | b'P' | b'H') && bytes[1] == b'E' || bytes[0] == b'R';
    let res = alike && matches!(bytes[1], b'E' | b'B' | b'F') && matches!(bytes[2], b'S' | b'5' | b'8' | b's');
    let slash = skip_spaces(text, at + 3, 1);
    (res && is_slash(byte(text, slash))).then(|| skip_spaces(text, slash + 1, 1))
}

/// What follows `S/`: `2016/620`.
pub(super) fn council(text: &str, at: usize) -> Option<(String, usize)> {
    // `S/20 13/399`
    let parted = (1..4).find(|&digits| byte(text, at + digits) == b' ');
    let year = text.get(at..at + 4 + usize::from(parted.is_some()))?.replacen(' ', "", 1);
    let at = at + usize::from(parted.is_some());
    let (year, digits) = number(year.as_bytes())?;
    let slash = skip_spaces(text, at + 4, 1);
    if digits < 2 || !is_year(year) || !is_slash(byte(text, slash)) {
        return None;
    }
    let (number, range) = tail(text, skip_spaces(text, slash + 1, 1), 4)?;
    Some((format!("S/{year}/{number}"), range.end))
}

/// A session and a number, with a slash between that may be misread; with a true one, `least` of their digits must be true.
fn session_and_number(text: &str, at: usize, least: usize) -> Option<(u32, u32, usize)> {
    // `A/7 1/1016`
    let parted = byte(text, at).is_ascii_digit()
        && byte(text, at + 1) == b' '
        && byte(text, at + 2).is_ascii_digit()
        && byte(text, at + 3) == b'/'
        && byte(text, at + 4).is_ascii_digit();
    let resolves = least < SYMBOL_DIGITS;
    let session_at = |digits: usize| {
        let given = text.get(at..at + digits + usize::from(parted))?.replacen(' ', "", usize::from(parted));
        // `A/RES/GU/1`
        let given = if resolves { given.replace('U', "O") } else { given };
        let (session, true_digits) = number(given.as_bytes())?;
        let mut slash = at + digits + usize::from(parted);
        if byte(text, slash) == b' ' && byte(text, slash + 1) == b'/' {
            slash += 1;
        }
        let real = byte(text, slash) == b'/';
        if !is_slash(byte(text, slash)) || !(1..100).contains(&session) {
            return None;
        }
        let from = if real { skip_spaces(text, slash + 1, 1) } else { slash + 1 };
        let (number, range) = tail(text, from, 4)?;
        let given = text.as_bytes()[range.clone()].iter().filter(|b| b.is_ascii_digit()).count();
        let enough = if real { true_digits + given >= least } else { true_digits >= 1 && given + true_digits >= 2 };
        (number > 0 && enough).then_some((session, number, range.end))
    };
    // Sessions of these notes have two digits; one with a real slash behind it may have one.
    session_at(2).or_else(|| (byte(text, at + 1) == b'/').then(|| session_at(1)).flatten())
}

/// Whether a symbol of the Security Council stands at `at` as it should.
pub(super) fn begins_council(text: &str, at: usize) -> bool {
    text.get(at..at + 2) == Some("S/") && council(text, at + 2).is_some()
}

/// The number at `at`, at most `most` digits: look-alikes at its end count only where no word goes on behind them.
pub(super) fn tail(text: &str, at: usize, most: usize) -> Option<(u32, Range<usize>)> {
    let bytes = text.as_bytes();
    let run = bytes.get(at..)?.iter().take(most + 1).take_while(|&&b| digit(b).is_some()).count();
    let run = (0..run).find(|&i| byte(text, at + i) == b'S' && begins_council(text, at + i)).unwrap_or(run);
    let mut end = at + run.min(most);
    if word_at(text, end) {
        while end > at && !byte(text, end - 1).is_ascii_digit() {
            end -= 1;
        }
        if byte(text, end).is_ascii_digit() {
            return None;
        }
    }
    while end > at && matches!(byte(text, end - 1), b'!' | b'|' | b']') {
        end -= 1;
    }
    let (value, _) = number(bytes.get(at..end)?)?;
    Some((value, at..end))
}

#[cfg(test)]
mod tests {
    use crate::text::lex::{Value, lex};

    #[test]
    fn an_organ_s_letter_may_be_read_as_another_stroke() {
        let read = |text: &str| {
            lex(text).into_iter().find_map(|token| match token.value {
                Value::Symbol(symbol) => Some((symbol, token.span.range().end)),
                _ => None,
            })
        };
        for given in ["JlU/REP/2018/3", "J1U/REP/2018/3", "J|U/REP/2018/3", "JIU/REP/2018/3"] {
            assert_eq!(read(given), Some(("JIU/REP/2018/3".to_owned(), given.len())), "{given}");
        }
        assert_eq!(read("HR1/GEN/1"), Some(("HRI/GEN/1".to_owned(), 9)));
        for none in ["JlU/REP", "J1V/REP/2018/3", "JU/REP/2018/3", "J1U"] {
            assert_eq!(read(none), None, "{none}");
        }
    }
}
