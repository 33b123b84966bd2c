//! What follows a symbol and is part of it, and what only looks so.

use super::exact::with_suffixes;
use super::misread::tail;
use super::worn::{DOCUMENTS_MAX, document_number, is_cut, is_out_of_range};
use crate::text::Span;
use crate::text::lex::cursor::byte;
use crate::text::lex::token::{Token, Value};

/// A symbol with what follows it, where it is not worn beyond belief.
pub(super) fn read(text: &str, start: usize, reads: String, end: usize) -> Option<Token> {
    let (reads, end) = rejoined(text, start, reads, end);
    let (reads, end) = without_bracket(text, start, reads, end);
    let (reads, end) = with_record(text, reads, end);
    let (reads, end) = with_suffixes(text, reads, end);
    if is_out_of_range(&reads) || is_cut(text, end) {
        return None;
    }
    // A one and the full stop behind it may be read as one letter: `Al69/98L It`.
    let stop = if text[start..end].ends_with('L') && begins_sentence(&text[end..]) { "." } else { "" };
    let mended = (text[start..end] != reads).then(|| format!("{reads}{stop}"));
    Some(Token { span: Span::new(start..end), value: Value::Symbol(reads), reads: mended })
}

/// Whether words begin a sentence, a blank before them: no name begins so.
fn begins_sentence(behind: &str) -> bool {
    const FIRST: [&str; 16] =
        ["It", "The", "This", "These", "That", "In", "On", "At", "As", "For", "To", "He", "We", "They", "There", "Its"];
    let word = behind.strip_prefix([' ', '\n']).and_then(|words| words.split([' ', '\n', ',']).next());
    word.is_some_and(|word| FIRST.contains(&word))
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
    let closes = behind.starts_with([')', '}']) && is_in_bracket(text, start);
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

/// A symbol that stands in a bracket without the one that closes it, which was read as a digit: `(A/64/8641, and`.
fn without_bracket(text: &str, start: usize, reads: String, end: usize) -> (String, usize) {
    let too_high = document_number(&reads).is_some_and(|number| number >= DOCUMENTS_MAX);
    match reads.strip_suffix('1') {
        Some(whole)
            if too_high && text[..end].ends_with('1') && is_in_bracket(text, start) && byte(text, end) != b')' =>
        {
            (whole.to_owned(), end - 1)
        }
        _ => (reads, end),
    }
}

/// Whether a bracket was opened before the symbol, or the double symbol, of which what begins at `start` is part.
fn is_in_bracket(text: &str, start: usize) -> bool {
    /// Longer than the first half of a double symbol.
    const HALF_MAX: usize = 20;
    let near = text[..start].bytes().rev().take(HALF_MAX);
    near.take_while(|&b| b != b'\n')
        .find(|b| matches!(b, b'(' | b'{' | b')' | b'}'))
        .is_some_and(|b| matches!(b, b'(' | b'{'))
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

#[cfg(test)]
mod tests {
    use crate::text::lex::lex;

    #[test]
    fn a_one_with_the_full_stop_behind_it_may_be_read_as_a_capital() {
        let reads = |text: &str| lex(text).into_iter().find_map(|token| token.reads);
        assert_eq!(reads("in his report Al69/98L It will").as_deref(), Some("A/69/981."));
        assert_eq!(reads("in his report Al69/98L General").as_deref(), Some("A/69/981"));
        assert_eq!(reads("in his report Al69/98L it will").as_deref(), Some("A/69/981"));
        assert_eq!(reads("in his report Al69/981 It will").as_deref(), Some("A/69/981"));
        assert_eq!(reads("in A/69/L.9 It will"), None);
    }
}
