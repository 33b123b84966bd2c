//! UN document symbols: `A/69/981`, `A/RES/60/1`, `S/2016/620`, `A/HRC/22/15/Add.1`, and how scanners misread them.
//!
//! The forms are those of the UN's own guide to document symbols: a letter for the organ, then the session or the year,
//! then a number, with `RES` for resolutions and `Add.`, `Corr.`, `Rev.` behind. A slash that is misread for a letter or
//! a one (`Al69/98L`, `A/691981`, `NRES/601l`) is told by where such a form needs one.

use std::ops::Range;

use super::cursor::{before, byte, digit, is_slash, number, skip_spaces, word_at, word_before};
use super::token::{Token, Value};
use super::year::is_year;
use crate::text::Span;

/// The symbol that begins at `start`, with a capital.
pub(super) fn at_capital(text: &str, start: usize) -> Option<Token> {
    // `A/66/874S/2012/578`: the second half of a double symbol whose dash was lost.
    let joined = || byte(text, start) == b'S' && before(text, start).is_ascii_digit() && begins_council(text, start);
    let glued = || joined() || behind_marker(text, start) || behind_bracket(text, start);
    if word_before(text, start) && !glued() || before(text, start) == b'/' {
        return None;
    }
    // `A/RES/75 /277`: what ends before a slash may go on behind it.
    let worn = |symbol: &str| {
        // A resolution's number has digits: `A/RES/60/I`.
        let numbered = symbol.starts_with("A/RES") && symbol.ends_with(|c: char| c.is_ascii_digit());
        symbol.starts_with("A/") && !numbered && resolution(text, start + 2).is_some()
    };
    let whole = exact(text, start)
        .or_else(|| unsessioned(text, start))
        .filter(|(symbol, end)| !text[*end..].starts_with(" /") && !worn(symbol));
    let (reads, end) = whole.or_else(|| misread(text, start)).or_else(|| exact(text, start))?;
    Some(read(text, start, reads, end))
}

/// Whether nothing but a footnote's marker stands before `start` on its line: `2A/RES/63/308`, `²A/RES/63/308`.
fn behind_marker(text: &str, start: usize) -> bool {
    let head = &text[..start];
    let marker = head.strip_suffix(|c: char| c.is_ascii_digit() || matches!(c, '¹' | '²' | '³' | '⁴' | '⁵'));
    marker.is_some_and(|line| line.is_empty() || line.ends_with('\n')) && resolution(text, start + 2).is_some()
}

/// Whether what stands before `start` is a bracket that was read as a one, and closes behind the symbol: `1A/74/964)`.
fn behind_bracket(text: &str, start: usize) -> bool {
    let opened = text[..start].strip_suffix('1').is_some_and(|head| head.ends_with([' ', '\n']));
    opened && exact(text, start).is_some_and(|(_, end)| text[end..].starts_with([')', '}', ']', '–', '-']))
}

/// The symbol whose first letter is misread for the digit at `start`: `4/67/929`, or the second half of a double one.
pub(super) fn at_digit(text: &str, start: usize) -> Option<Token> {
    /// Lower numbers may be a date's.
    const SESSION_MIN: u32 = 32;
    let slash = byte(text, start + 1);
    let bracketed = matches!(slash, b'l' | b'I') && byte(text, start) == b'4' && before(text, start) == b'(';
    if slash != b'/' && !bracketed || word_before(text, start) {
        return None;
    }
    if matches!(byte(text, start), b'5' | b'8') {
        return second_half(text, start);
    }
    if byte(text, start) != b'4' {
        return None;
    }
    let (reads, end) = assembly(text, start + 2)?;
    let session = reads.split('/').find_map(|part| part.parse::<u32>().ok())?;
    (session >= SESSION_MIN).then(|| read(text, start, reads, end))
}

/// The symbol of the Security Council whose letter is read as the `$` at `start`: `$/2016/620`.
pub(super) fn at_dollar(text: &str, start: usize) -> Option<Token> {
    let (reads, end) =
        council(text, start + 2).filter(|_| byte(text, start + 1) == b'/' && !word_before(text, start))?;
    Some(read(text, start, reads, end))
}

/// The half of the Security Council of a double symbol, which begins at `start` with another letter: `…/929-5/2013/399`.
pub(super) fn second_half(text: &str, start: usize) -> Option<Token> {
    let head = text[..start].trim_end_matches(' ');
    let joined = head.strip_suffix(['-', '–', '—']).is_some_and(|head| head.ends_with(|c: char| c.is_ascii_digit()));
    let (reads, end) = council(text, start + 2).filter(|_| joined)?;
    Some(read(text, start, reads, end))
}

/// A symbol with what follows it.
fn read(text: &str, start: usize, reads: String, end: usize) -> Token {
    let (reads, end) = rejoined(text, start, reads, end);
    let (reads, end) = with_record(text, reads, end);
    let (reads, end) = with_suffixes(text, reads, end);
    let mended = (text[start..end] != reads).then(|| reads.clone());
    Token { span: Span::new(start..end), value: Value::Symbol(reads), reads: mended }
}

/// A symbol whose number fell in two, the rest of it before the second half of a double symbol, or before the bracket that
/// closes around it: `(A/72/8 84–S/2018/525)`, `(A/63/67 7)`.
fn rejoined(text: &str, start: usize, reads: String, end: usize) -> (String, usize) {
    /// No number has more digits.
    const DIGITS_MAX: usize = 4;
    let Some(rest) = text[end..].strip_prefix(' ') else { return (reads, end) };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let number = reads.rsplit('/').next().map_or(0, str::len);
    let behind = &rest[digits..];
    let double = opens_second_half(behind);
    let closes = behind.starts_with([')', '}']) && matches!(before(text, start), b'(' | b'{' | b'-');
    if digits == 0 || number + digits > DIGITS_MAX || !(double || closes) {
        return (reads, end);
    }
    (format!("{reads}{}", &rest[..digits]), end + 1 + digits)
}

/// Whether a dash, or two, and the letter of the Security Council follow, misread or not: `-S/`, `--S/`, `- $/`, `-5/`.
fn opens_second_half(behind: &str) -> bool {
    let half = behind.trim_start_matches(['-', '–', '—']);
    let dashes = half.len() < behind.len();
    let half = half.strip_prefix(' ').unwrap_or(half);
    dashes && ["S/", "$/", "5/", "8/"].iter().any(|letter| half.starts_with(letter))
}

/// A symbol that stands as it should.
fn exact(text: &str, start: usize) -> Option<(String, usize)> {
    let bytes = &text.as_bytes()[start..];
    let part = |b: &&u8| b.is_ascii_uppercase() || b.is_ascii_digit() || matches!(b, b'/' | b'.');
    let run = bytes.iter().take(40).take_while(part).count();
    let symbol = text[start..start + run].trim_end_matches(['.', '/']);
    // `A/BUR/78/1/Corr.1`: what goes on in small letters is a suffix, or no part of the symbol.
    let symbol = match symbol.rfind('/') {
        Some(slash) if word_at(text, start + symbol.len()) => &symbol[..slash],
        _ => symbol,
    };
    let mut parts = symbol.split('/');
    let organ = parts.next()?;
    let (mut numbers, mut count) = (0, 0);
    for part in parts {
        count += 1;
        numbers += usize::from(part.bytes().any(|b| b.is_ascii_digit()));
        // `CONF.216`, `L.4`, `RES`, `70`: a number, a body, or a body with its number.
        let (body, number) = part.split_once('.').unwrap_or((part, ""));
        let fits = body.bytes().all(|b| b.is_ascii_digit()) || body.bytes().all(|b| b.is_ascii_uppercase());
        if body.is_empty() || !fits || !number.bytes().all(|b| b.is_ascii_digit()) || body.len() > 8 {
            return None;
        }
    }
    let organs =
        matches!(organ, "A" | "S" | "E" | "ST" | "T" | "SG" | "HRI" | "CAT" | "CCPR" | "CERD" | "CEDAW" | "TD");
    // A resolution has a session and a number.
    let fields = if symbol.split('/').nth(1) == Some("RES") { 3 } else { 2 };
    let shape = organs && numbers > 0 && count >= fields && plausible(organ, symbol);
    (shape && !word_at(text, start + symbol.len())).then(|| (without_speck(symbol), start + symbol.len()))
}

/// A document of the Assembly's first years, which have no session in their symbols, in a later form: `A/520/Rev.18`.
fn unsessioned(text: &str, start: usize) -> Option<(String, usize)> {
    const DIGITS: std::ops::RangeInclusive<usize> = 3..=4;
    let number = text[start..].strip_prefix("A/")?;
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    let end = start + "A/".len() + digits;
    let symbol = text[start..end].to_owned();
    let (suffixed, _) = with_suffixes(text, symbol.clone(), end);
    (DIGITS.contains(&digits) && suffixed != symbol && !word_before(text, start)).then_some((symbol, end))
}

/// A symbol whose session has no speck amid it: `A/RES/6.3/308`. Only bodies of letters have numbers behind a point.
fn without_speck(symbol: &str) -> String {
    let specked = symbol.rsplit_once('/').and_then(|(head, last)| {
        let (organ, session) = head.rsplit_once('/')?;
        let (tens, ones) = session.split_once('.')?;
        let digit = |part: &str| part.len() == 1 && part.bytes().all(|b| b.is_ascii_digit());
        (digit(tens) && digit(ones)).then(|| format!("{organ}/{tens}{ones}/{last}"))
    });
    specked.unwrap_or_else(|| symbol.to_owned())
}

/// Whether a session or year stands where the organ's symbols have one.
fn plausible(organ: &str, symbol: &str) -> bool {
    let first = symbol.split('/').nth(1).unwrap_or_default();
    match first.parse::<u32>() {
        Ok(year) if organ == "S" => is_year(year),
        Ok(session) if organ == "A" => session < 100,
        _ => true,
    }
}

/// A symbol of the General Assembly or the Security Council, read through misread characters.
fn misread(text: &str, start: usize) -> Option<(String, usize)> {
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
        _ => None,
    }
}

/// How many digits of a resolution's session and number, or of another symbol's, must be true.
const RESOLUTION_DIGITS: usize = 1;
const SYMBOL_DIGITS: usize = 2;

/// What follows `A/`: `RES/60/1`, or `69/981`.
fn assembly(text: &str, at: usize) -> Option<(String, usize)> {
    if let Some(rest) = resolution(text, at) {
        let (session, number, end) = session_and_number(text, rest, RESOLUTION_DIGITS)?;
        return Some((format!("A/RES/{session}/{number}"), end));
    }
    let (session, number, end) = session_and_number(text, at, SYMBOL_DIGITS)?;
    Some((format!("A/{session}/{number}"), end))
}

/// Where `RES/` ends, if it stands at `at`.
fn resolution(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes().get(at..at + 4)?;
    let alike = matches!(bytes[0], b'R' | b'B' | b'K' | b'P' | b'H') && bytes[1] == b'E' || bytes[0] == b'R';
    let res = alike && matches!(bytes[1], b'E' | b'B' | b'F') && matches!(bytes[2], b'S' | b'5' | b'8' | b's');
    let slash = skip_spaces(text, at + 3, 1);
    (res && is_slash(byte(text, slash))).then(|| skip_spaces(text, slash + 1, 1))
}

/// What follows `S/`: `2016/620`.
fn council(text: &str, at: usize) -> Option<(String, usize)> {
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
fn begins_council(text: &str, at: usize) -> bool {
    text.get(at..at + 2) == Some("S/") && council(text, at + 2).is_some()
}

/// The number at `at`, at most `most` digits: look-alikes at its end count only where no word goes on behind them.
fn tail(text: &str, at: usize, most: usize) -> Option<(u32, Range<usize>)> {
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

/// The symbol with its record's number, which is misread: `A/65/PV.l07`.
fn with_record(text: &str, symbol: String, end: usize) -> (String, usize) {
    const SERIES: [&str; 5] = ["PV", "SR", "L", "CRP", "INF"];
    let last = symbol.rsplit('/').next().unwrap_or_default();
    let numbered = SERIES.contains(&last) && byte(text, end) == b'.';
    match numbered.then(|| tail(text, end + 1, 4)).flatten() {
        Some((number, range)) => (format!("{symbol}.{number}"), range.end),
        None => (symbol, end),
    }
}

/// The symbol with `/Add.1`, `/Corr.1`, `/Rev.2` where they follow.
fn with_suffixes(text: &str, mut symbol: String, mut end: usize) -> (String, usize) {
    loop {
        let Some(rest) = text[end..].strip_prefix('/') else { return (symbol, end) };
        let Some(word) = ["Add.", "Corr.", "Rev.", "L."].into_iter().find(|word| rest.starts_with(word)) else {
            return (symbol, end);
        };
        // `Add. 13`
        let spaced = usize::from(word != "L." && rest[word.len()..].starts_with(' '));
        let digits = rest[word.len() + spaced..].bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 {
            return (symbol, end);
        }
        let stop = end + 1 + word.len() + spaced + digits;
        symbol.push_str(&text[end..end + 1 + word.len()]);
        symbol.push_str(&text[stop - digits..stop]);
        end = stop;
    }
}

#[cfg(test)]
mod tests {
    use super::at_capital;
    use crate::text::lex::{Value, lex};

    #[test]
    fn the_number_of_a_record_may_be_misread() {
        let read = |text: &str| at_capital(text, 0).and_then(|token| token.reads);
        assert_eq!(read("A/65/PV.l07 of 9 August"), Some("A/65/PV.107".to_owned()));
        assert_eq!(read("A/65/PV.low"), None);
    }

    #[test]
    fn a_space_within_a_symbol_is_left_out_where_its_grammar_tells() {
        let symbols = |text: &str| -> Vec<String> {
            let tokens = lex(text).into_iter();
            let symbol = tokens.filter_map(|token| match token.value {
                Value::Symbol(symbol) => Some(symbol),
                _ => None,
            });
            symbol.collect()
        };
        for given in [
            "(A/75/863-S/202 1/424)",
            "(A/75/8 63-S/2021/424)",
            "(A/7 5/863-5/202 1/424)",
            "(4/75/863- $/2021/424)",
            "(A/75/863-8/20 21/424)",
            "(A/75/86 3--S/2 021/424)",
            "(A/75/863-S/2021/42 4)",
            "(A/75/863- 5/2021/424)",
            "(AIl75/863 $/2021/424)",
        ] {
            assert_eq!(symbols(given), ["A/75/863", "S/2021/424"], "{given}");
        }
        assert_eq!(symbols("(A/7 1/1016)"), ["A/71/1016"]);
        assert_eq!(symbols("in A/RES/6.3/308, and"), ["A/RES/63/308"], "a speck");
        assert_eq!(symbols("in document A/64/7/Add. 13, which"), ["A/64/7/Add.13"]);
        assert_eq!(symbols("see APRES/63/308 and AVRES/60/1"), ["A/RES/63/308", "A/RES/60/1"]);
        assert_eq!(symbols("A/7 of 1/2016; $/20 each"), Vec::<String>::new());
        assert_eq!(symbols("1} AVRES/GU/1, paragraphs 138 and 139"), ["A/RES/60/1"]);
        assert_eq!(symbols("see A/520/Rev.18, rule 72, and A/520/Rev. 20"), ["A/520/Rev.18", "A/520/Rev.20"]);
        assert_eq!(symbols("flights A/520 and A/3200"), Vec::<String>::new());
        assert_eq!(symbols("in 2020 1A/74/964} and 11A/74/964) and 1A/74/965"), ["A/74/964"]);
    }
}
