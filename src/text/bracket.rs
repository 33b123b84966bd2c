//! Round brackets of which a scanner made others: `(iv}`, `{i}`, `(A/70/999]`. One pass over the text.

use super::byte_set::byte_set;
use super::edit::{Edit, Rule};
use super::lex::{Token, Value};
use super::span::Span;

/// What stands in brackets is no longer, in bytes.
const INNER_MAX: usize = 200;

/// Which bytes are brackets.
static IS_BRACKET: [bool; 256] = byte_set(b"()[]{}");

/// The brackets in `text` that are read as round ones: of a pair, one is round already, or both are curly around no number,
/// which is a footnote's mark.
pub(super) fn misread_brackets(text: &str, tokens: &[Token]) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut open: Option<usize> = None;
    for (at, &byte) in text.as_bytes().iter().enumerate().filter(|&(_, &byte)| IS_BRACKET[usize::from(byte)]) {
        match (byte, open.take()) {
            (b'(' | b'[' | b'{', _) => open = Some(at),
            (_, Some(from)) if at - from <= INNER_MAX => round(text, from, at, &mut edits),
            (b')' | b'}', None) => {
                if let Some(from) = symbol_opened(&text[..at]) {
                    edits.push(read_as(from, "("));
                    edits.extend((byte == b'}').then(|| read_as(at, ")")));
                }
            }
            _ => {}
        }
    }
    edits.extend(tokens.iter().filter_map(|token| closed_as_one(text, token)));
    edits
}

/// Reads the brackets at `from` and `at` as round ones, where they are.
fn round(text: &str, from: usize, at: usize, edits: &mut Vec<Edit>) {
    let bytes = text.as_bytes();
    let inner = &text[from + 1..at];
    if inner.contains("\n\n") || inner.is_empty() {
        return;
    }
    let counts = || inner.bytes().all(|b| b.is_ascii_digit());
    match (bytes[from], bytes[at], bytes.get(at + 1)) {
        // `(b})`: both halves of one stroke.
        (b'(', b'}' | b']', Some(b')')) => edits.extend([read_as(at, ")"), read_as(at + 1, "")]),
        (b'(', b'}' | b']', _) => edits.push(read_as(at, ")")),
        // `(A/63/677)}`
        (b'(', b')', Some(b'}')) => edits.push(read_as(at + 1, "")),
        (b'{', b')', _) if !inner.starts_with(' ') => edits.push(read_as(from, "(")),
        (b'{', b'}', _) if !inner.starts_with(' ') && !counts() => {
            edits.extend([read_as(from, "("), read_as(at, ")")]);
        }
        _ => {}
    }
}

/// The mark at `at`, read as `to`.
fn read_as(at: usize, to: &'static str) -> Edit {
    Edit::new(Span::new(at..at + 1), to, Rule::Punctuation)
}

/// The one that a bracket behind a symbol was read as: `(A/64/8641, and`.
fn closed_as_one(text: &str, token: &Token) -> Option<Edit> {
    let end = token.span.range().end;
    let one = matches!(token.value, Value::Symbol(_)) && text.as_bytes().get(end) == Some(&b'1');
    one.then(|| read_as(end, ")"))
}

/// Where the one stands that a bracket before a symbol was read as: `in 2020 1A/74/964`.
fn symbol_opened(before: &str) -> Option<usize> {
    /// Longer than any symbol, a double one among them.
    const SYMBOL_MAX: usize = 32;
    let near = &before[before.floor_char_boundary(before.len().saturating_sub(SYMBOL_MAX))..];
    let word = &near[near.rfind([' ', '\n'])? + 1..];
    let symbol = word.strip_prefix("1A/")?;
    let digits = symbol.starts_with(|c: char| c.is_ascii_digit()) && symbol.ends_with(|c: char| c.is_ascii_digit());
    digits.then(|| before.len() - word.len())
}

#[cfg(test)]
mod tests {
    use crate::text::Reading;

    #[test]
    fn brackets_are_round_where_one_of_a_pair_is() {
        for (given, read) in [
            ("early steps; and (iv} late ones", "early steps; and (iv) late ones"),
            ("the decade: {i} mapping the coast", "the decade: (i) mapping the coast"),
            ("the report {A/70/999) of this year", "the report (A/70/999) of this year"),
            ("the report (A/70/999] of this year", "the report (A/70/999) of this year"),
            ("the report (A/70/999)}; it", "the report (A/70/999); it"),
            ("the report 1A/70/999} of this year", "the report (A/70/999) of this year"),
            ("the report 1A/70/999 of this year)", "the report 1A/70/999 of this year)"),
            ("(b}) hear from States", "(b) hear from States"),
            ("the principle.{1} It (see [2]) stands", "the principle.{1} It (see [2]) stands"),
            ("under pillar { and asks (twice)", "under pillar I and asks (twice)"),
        ] {
            assert_eq!(Reading::of(given).text().trim_end(), read);
        }
    }
}
