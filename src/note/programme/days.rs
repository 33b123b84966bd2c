//! Where a new day begins in a programme of several.

use crate::note::phrase;
use crate::text::lex::{Value, weekday_named};
use crate::text::{Reading, Span};

/// Whether a date, or a day's name, heads what stands between two rows, the spans as the note is given, or closes the
/// first. A row's own words may name a date as well: what it is worth is for the caller to say.
pub fn begins_day(reading: &Reading, above: Span, below: Span) -> bool {
    let (from, to) = (reading.read_range(above).start, reading.read_range(below).start);
    let between = from..to.max(from);
    let dated = reading.tokens_in(between.clone()).iter().any(|(_, token)| matches!(token.value, Value::Date { .. }));
    let text = &reading.text()[between];
    dated
        || phrase::words(text).any(|word| {
            let word = &text[word];
            word.eq_ignore_ascii_case("day") || (word.len() >= 6 && weekday_named(word).is_some())
        })
}
