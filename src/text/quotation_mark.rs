//! Quotation marks that a scanner turned round or lost: a closing one that opens (`Prevention,“ the report`), one that is not
//! there before a document's symbol (`on "Early warning (A/64/864)`). One pass over the text.

use super::edit::{Edit, Rule};
use super::lex::{Token, Value};
use super::span::Span;

/// A title is no longer, in bytes.
const TITLE_MAX: usize = 200;

/// The edits that turn marks round and put in those that are lost.
pub(super) fn misread_quotes(text: &str, tokens: &[Token]) -> Vec<Edit> {
    let mut edits = turned(text);
    edits.extend(tokens.iter().filter(|token| matches!(token.value, Value::Symbol(_))).filter_map(|token| {
        let bracket = token.span.range().start.checked_sub(1).filter(|&at| text.as_bytes()[at] == b'(')?;
        let space = bracket.checked_sub(1).filter(|&at| matches!(text.as_bytes()[at], b' ' | b'\n'))?;
        let mark = lost_before(&text[..space])?;
        let given = &text[space..bracket];
        Some(Edit::new(Span::new(space..bracket), format!("{mark}{given}"), Rule::Punctuation))
    }));
    edits
}

/// The mark that closes the quotation which `head` leaves open, and which a title follows.
fn lost_before(head: &str) -> Option<char> {
    let near = &head[head.ceil_char_boundary(head.len().saturating_sub(TITLE_MAX))..];
    let (open, mark) = near.char_indices().rev().find(|(_, c)| matches!(c, '"' | '“' | '”'))?;
    let title = &near[open + mark.len_utf8()..];
    let begins = near[..open].ends_with([' ', '\n', '(']) && title.starts_with(char::is_uppercase);
    let plain = !title.contains(['(', ')', '.', ';', '?', '\t']) && !title.contains("\n\n") && title.len() > 3;
    let close = match mark {
        '“' => '”',
        '"' => '"',
        _ => return None,
    };
    (begins && plain && title.ends_with(char::is_alphanumeric)).then_some(close)
}

/// The curly marks that stand as those of the other side do: an opening one close behind a word, before a space.
fn turned(text: &str) -> Vec<Edit> {
    let marks = text.match_indices('“').filter(|&(at, mark)| {
        let behind = text[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '.' | '?' | '!'));
        behind && text[at + mark.len()..].chars().next().is_none_or(|c| matches!(c, ' ' | '\n' | ',' | ';' | '.' | ')'))
    });
    marks.map(|(at, mark)| Edit::new(Span::new(at..at + mark.len()), "”", Rule::Punctuation)).collect()
}

#[cfg(test)]
mod tests {
    use crate::text::Reading;

    #[test]
    fn a_lost_mark_is_put_in_before_a_symbol_and_a_turned_one_turned() {
        for (given, read) in [
            ("his report on \"Early warning (A/64/864). It", "his report on \"Early warning\" (A/64/864). It"),
            ("entitled “State Prevention,“ which is", "entitled “State Prevention,” which is"),
            ("\"Early warning\" and State action (A/64/864)", "\"Early warning\" and State action (A/64/864)"),
            ("\"Early warning. It was (A/64/864)", "\"Early warning. It was (A/64/864)"),
        ] {
            assert_eq!(Reading::of(given).text().trim_end(), read);
        }
    }
}
