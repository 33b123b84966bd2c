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
    let mut open: Option<(usize, u8)> = None;
    let mut put = |at: usize, to: &'static str| edits.push(Edit::new(Span::new(at..at + 1), to, Rule::Punctuation));
    let bytes = text.as_bytes();
    for (at, &byte) in bytes.iter().enumerate().filter(|&(_, &byte)| IS_BRACKET[usize::from(byte)]) {
        match byte {
            b'(' | b'[' | b'{' => open = Some((at, byte)),
            b')' | b'}' if open.is_none() => {
                if let Some(from) = symbol_opened(&text[..at]) {
                    put(from, "(");
                    if byte == b'}' {
                        put(at, ")");
                    }
                }
            }
            b')' | b']' | b'}' => {
                let Some((from, opening)) = open.take().filter(|&(from, _)| at - from <= INNER_MAX) else { continue };
                let inner = &text[from + 1..at];
                if inner.contains("\n\n") || inner.is_empty() {
                    continue;
                }
                match (opening, byte) {
                    (b'(', b'}' | b']') => {
                        put(at, ")");
                        // `(b})`: both halves of one stroke.
                        if bytes.get(at + 1) == Some(&b')') {
                            put(at + 1, "");
                        }
                    }
                    // `(A/63/677)}`
                    (b'(', b')') if bytes.get(at + 1) == Some(&b'}') => put(at + 1, ""),
                    (b'{', b')') if !inner.starts_with(' ') => put(from, "("),
                    (b'{', b'}') if !inner.starts_with(' ') && !inner.bytes().all(|b| b.is_ascii_digit()) => {
                        put(from, "(");
                        put(at, ")");
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }
    edits.extend(tokens.iter().filter_map(|token| closed_as_one(text, token)));
    edits
}

/// The one that a bracket behind a symbol was read as: `(A/64/8641, and`.
fn closed_as_one(text: &str, token: &Token) -> Option<Edit> {
    let end = token.span.range().end;
    let one = matches!(token.value, Value::Symbol(_)) && text.as_bytes().get(end) == Some(&b'1');
    one.then(|| Edit::new(Span::new(end..end + 1), ")", Rule::Punctuation))
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
