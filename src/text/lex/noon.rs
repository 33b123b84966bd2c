//! Hours that have a name: `noon`, `12 noon`, `midnight`.

use std::ops::Range;

use jiff::civil::Time;

use super::cursor::{word_at, word_before};
use super::token::{Token, Value};
use crate::text::Span;

/// `noon` and `midnight`.
pub(super) fn at_word(text: &str, word: Range<usize>) -> Option<Token> {
    let time = match &text[word.clone()] {
        "noon" | "Noon" | "midday" => Time::constant(12, 0, 0, 0),
        "midnight" | "Midnight" => Time::constant(0, 0, 0, 0),
        _ => return None,
    };
    let twelve = ["12 ", "12:00 ", "12.00 "].into_iter().find(|hour| text[..word.start].ends_with(hour));
    let start = word.start - twelve.filter(|hour| !word_before(text, word.start - hour.len())).map_or(0, str::len);
    Some(Token { span: Span::new(start..word.end), value: Value::Time(time, false), reads: None })
}

/// `n0on`, `no0n`.
pub(super) fn misread(text: &str, start: usize) -> Option<Token> {
    let word = text.get(start..start + 4)?;
    let noon = word.contains('0') && word.replace(['0', 'O'], "o") == "noon";
    let free = !word_before(text, start) && !word_at(text, start + 4);
    let time = Value::Time(Time::constant(12, 0, 0, 0), false);
    (noon && free).then(|| Token { span: Span::new(start..start + 4), value: time, reads: Some("noon".to_owned()) })
}
