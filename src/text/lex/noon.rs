//! Hours that have a name: `noon`, `12 noon`, `midnight`.

use std::ops::Range;

use jiff::civil::Time;

use super::cursor::{word_at, word_before};
use super::token::{Token, Value};
use crate::text::{Span, lookalike};

/// How far a word may look from `noon` that stands behind its number.
const WORN: f32 = 0.4;

/// `noon` and `midnight`.
pub(super) fn at_word(text: &str, word: Range<usize>) -> Option<Token> {
    let twelve = ["12 ", "12:00 ", "12.00 "].into_iter().find(|hour| text[..word.start].ends_with(hour));
    let name = &text[word.clone()];
    // `12 neon`
    let may_be_worn = name.len() == 4 && name != "noon" && (twelve.is_some() || ends_morning(text, word.start));
    let worn = may_be_worn && lookalike::cost(name, "noon") <= WORN;
    let time = match name {
        _ if worn => Time::constant(12, 0, 0, 0),
        "noon" | "Noon" | "midday" => Time::constant(12, 0, 0, 0),
        "midnight" | "Midnight" => Time::constant(0, 0, 0, 0),
        _ => return None,
    };
    let start = word.start - twelve.filter(|hour| !word_before(text, word.start - hour.len())).map_or(0, str::len);
    let reads = worn.then(|| format!("{}noon", &text[start..word.start]));
    Some(Token { span: Span::new(start..word.end), value: Value::Time(time, false), reads })
}

/// Whether what stands before `at` leads from an hour of the morning to one behind it: `9.30 a.m. to`, `10 a.m. until 12`.
fn ends_morning(text: &str, at: usize) -> bool {
    const LEADS: [&str; 5] = [" to ", " until ", " till ", " - ", " – "];
    const MORNING: [&str; 4] = ["a.m.", "am", "a.m", "A.M."];
    let head = &text[..at];
    let before = LEADS.iter().find_map(|lead| head.strip_suffix(lead));
    before.is_some_and(|before| MORNING.iter().any(|morning| before.ends_with(morning)))
}

/// `n0on`, `no0n`.
pub(super) fn misread(text: &str, start: usize) -> Option<Token> {
    let word = text.get(start..start + 4)?;
    let noon = word.contains('0') && word.replace(['0', 'O'], "o") == "noon";
    let free = !word_before(text, start) && !word_at(text, start + 4);
    let time = Value::Time(Time::constant(12, 0, 0, 0), false);
    (noon && free).then(|| Token { span: Span::new(start..start + 4), value: time, reads: Some("noon".to_owned()) })
}

#[cfg(test)]
mod tests {
    use crate::text::lex::{Value, lex};

    #[test]
    fn noon_is_told_behind_twelve_through_a_misread_letter() {
        let read =
            |text: &str| lex(text).iter().any(|token| matches!(token.value, Value::Time(time, _) if time.hour() == 12));
        assert!(read("no later than 12 neon on Monday") && read("by 12:00 noan on Monday"));
        assert!(read("from 9:30 a.m. to uoon in") && read("10 am until noou."));
        assert!(!read("from 10 a.m. to none of them") && !read("from 9 to uoon"));
        assert!(!read("the neon of the sign") && !read("by 12 none of them") && !read("the 12 soon to come"));
    }
}
