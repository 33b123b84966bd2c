//! Where a new day begins in a programme of several.

use crate::note::model::Entry;
use crate::note::phrase;
use crate::text::lex::{Value, month_named, weekday_named};
use crate::text::{Reading, Span};

/// Counts the days of the rows: a new one begins where the clock goes back and a date or a day's name stands between.
pub(super) fn count(reading: &Reading, entries: &mut [Entry]) {
    let mut day = 1_u16;
    let mut above: Option<&Entry> = None;
    for entry in entries {
        let start = |entry: &Entry| entry.start.as_ref().map(|start| start.value);
        let back = above.is_some_and(|above| {
            start(above).zip(start(entry)).is_some_and(|(above, below)| below <= above)
                && begins_day(reading, above.span, entry.span)
        });
        day = day.saturating_add(u16::from(back));
        entry.day = day;
        // What has no words of its own frames the rows under it.
        if entry.start.is_some() && entry.title.is_some() {
            above = Some(entry);
        }
    }
}

/// Whether a date, or a day's name, heads what stands between two rows, the spans as the note is given, or closes the
/// first. A row's own words may name a date as well: what it is worth is for the caller to say.
pub(in crate::note) fn begins_day(reading: &Reading, above: Span, below: Span) -> bool {
    let (from, to) = (reading.read_range(above).start, reading.read_range(below).start);
    let between = from..to.max(from);
    if reading.tokens_in(between.clone()).iter().any(|(_, token)| matches!(token.value, Value::Date { .. })) {
        return true;
    }
    let text = &reading.text()[between];
    let words: Vec<&str> = phrase::words(text).map(|word| &text[word]).collect();
    // `24 July`: the year may be left out.
    let dated = |pair: &[&str]| {
        let numbered = pair[0].len() <= 2 && pair[0].bytes().all(|b| b.is_ascii_digit());
        numbered && pair[1].starts_with(char::is_uppercase) && month_named(pair[1]).is_some()
    };
    let named = |word: &&str| word.eq_ignore_ascii_case("day") || (word.len() >= 6 && weekday_named(word).is_some());
    words.windows(2).any(dated) || words.iter().any(named)
}
