//! # Time conflict
//!
//! **What.** A row of the programme that begins before the row above it, that begins while another part of the programme
//! still goes on, or that begins after the last sitting has ended or before the first has begun.
//!
//! **Why.** One of the times is wrong, and speakers and interpreters go by them.
//!
//! **Example.** `10:00 – 10:30 Opening remarks`, then `10:15 Panel discussion`; `6:30 p.m. The dialogue concludes`, of a
//! dialogue from 3 to 6 p.m.
//!
//! Not queried: breaks, which lie between the sittings; rows within a longer one, such as the speakers of a panel; a second
//! day; and programmes with more than one such row, in which it is more likely that the order was misread.

use std::ops::Range;

use jiff::civil::Time;

use super::evidence;
use super::rule::Rule;
use crate::note::model::{Entry, EntryKind, Finding, FindingKind, Note};
use crate::note::outline::Outline;
use crate::note::phrase;
use crate::note::programme::begins_day;
use crate::text::civil::{hours, minute};
use crate::text::{Cited, Span};

pub(super) static RULE: Rule = Rule {
    kind: FindingKind::TimeConflict,
    phrase: "the time does not fit the programme",
    find,
    expected: |note, finding| {
        let row = note
            .programme
            .entries
            .iter()
            .position(|e| e.start.as_ref().map(|s| s.span) == finding.spans.first().copied());
        let before = row.and_then(|row| note.programme.entries[..row].last()).and_then(|entry| entry.start.as_ref());
        match before {
            Some(before) => format!("a time after {}, within the sittings", hours(before.value)),
            None => "a time within the sittings".to_owned(),
        }
    },
};

/// How long after the last sitting, in minutes, a row may begin and still belong to it; later, it belongs to a sitting
/// that the note's text has and the parser has not.
const STRAY: i32 = 90;

/// What may well take place outside the sittings.
const ASIDE: [&str; 10] = [
    "registration",
    "arrival",
    "arrivals",
    "lunch",
    "reception",
    "side event",
    "press",
    "coffee",
    "photo",
    "refreshments",
];

/// A row with its time.
struct Row<'a> {
    entry: &'a Entry,
    start: &'a Cited<Time>,
    plain: bool,
    /// Whether a new day begins with it.
    new_day: bool,
}

fn find(outline: &Outline<'_>, note: &Note) -> Vec<Finding> {
    let rows = rows(outline, note);
    let mut found: Vec<Finding> = out_of_order(&rows);
    found.extend(overlapping(&rows));
    found.extend(outside(outline, note, &rows));
    found
}

/// The rows that have a time of their own.
fn rows<'a>(outline: &Outline<'_>, note: &'a Note) -> Vec<Row<'a>> {
    let mut rows: Vec<Row<'a>> = Vec::new();
    let mut halves = false;
    for entry in &note.programme.entries {
        let Some(start) = &entry.start else { continue };
        if note.event.sittings.iter().any(|sitting| sitting.span == start.span) {
            continue;
        }
        let range = outline.reading.read_range(start.span);
        let token = outline.reading.tokens_in(range.clone()).iter().find(|(_, token)| token.span.overlaps(start.span));
        // Among times with `a.m.` and `p.m.`, one without has lost it and may be either, unless the row's end tells.
        let told = |range: Range<usize>| outline.reading.text()[range].contains(['m', 'M']);
        let half = told(range) || entry.end.as_ref().is_some_and(|end| told(outline.reading.read_range(end.span)));
        halves |= half;
        let plain =
            (half || !halves) && token.is_some_and(|(place, token)| evidence::is_plain(outline, note, place, token));
        let new_day = rows.last().is_some_and(|row| begins_day(outline.reading, row.entry.span, start.span));
        rows.push(Row { entry, start, plain, new_day });
    }
    rows
}

/// The one row that begins before the row above it.
fn out_of_order(rows: &[Row<'_>]) -> Vec<Finding> {
    let breaks: Vec<usize> =
        (1..rows.len()).filter(|&i| !rows[i].new_day && rows[i].start.value < rows[i - 1].start.value).collect();
    let [at] = breaks[..] else { return Vec::new() };
    let (row, above) = (&rows[at], &rows[at - 1]);
    // Without it, or without the one above it, the programme must be in order: otherwise two lists were read as one.
    let next_fits = rows.get(at + 1).is_none_or(|next| next.start.value >= above.start.value);
    let above_strays = at < 2 || rows[at - 2].start.value <= row.start.value;
    if !(row.plain && above.plain && (next_fits || above_strays)) {
        return Vec::new();
    }
    let message =
        format!("The row at {} stands below the row at {}.", hours(row.start.value), hours(above.start.value));
    vec![finding(row, message, Some(above.start.span))]
}

/// The one row that begins while another part of the programme still goes on.
fn overlapping(rows: &[Row<'_>]) -> Vec<Finding> {
    let amid: Vec<usize> = (1..rows.len()).filter(|&i| begins_amid(&rows[i - 1], &rows[i])).collect();
    let [at] = amid[..] else { return Vec::new() };
    let (above, row) = (&rows[at - 1], &rows[at]);
    let Some(end) = &above.entry.end else { return Vec::new() };
    // Several rows within a longer one are its parts.
    let parts = rows.get(at + 1).is_some_and(|next| next.start.value < end.value);
    if parts || !row.plain || !above.plain {
        return Vec::new();
    }
    let (start, end_value) = (hours(row.start.value), hours(end.value));
    let message = format!("The row at {start} begins before the row above it ends, at {end_value}.");
    vec![finding(row, message, Some(end.span))]
}

/// Whether a row begins within the one above it, is another part of the programme, and does not end within it.
fn begins_amid(above: &Row<'_>, row: &Row<'_>) -> bool {
    let Some(end) = above.entry.end.as_ref().map(|end| end.value) else { return false };
    let start = row.start.value;
    let within = row.entry.end.as_ref().is_some_and(|own| own.value <= end);
    // Where both ends are told and the later row goes on beyond the other, neither is a part of the other.
    let beyond = row.entry.end.as_ref().is_some_and(|own| own.value > end);
    let apart = beyond || row.entry.kind != above.entry.kind;
    !row.new_day && above.start.value < start && start < end && !within && apart
}

/// The one row that begins after the last sitting has ended, or opens before the first has begun.
fn outside(outline: &Outline<'_>, note: &Note, rows: &[Row<'_>]) -> Vec<Finding> {
    let sittings = &note.event.sittings;
    let first = sittings.iter().min_by_key(|sitting| sitting.start);
    let last = sittings.iter().max_by_key(|sitting| sitting.end);
    let (Some(first), Some(last)) = (first, last) else { return Vec::new() };
    let strays: Vec<&Row<'_>> =
        rows.iter().filter(|row| row.start.value < first.start || row.start.value > last.end).collect();
    let [row] = strays[..] else { return Vec::new() };
    let text = &outline.reading.text()[outline.reading.read_range(row.entry.span)];
    let aside = row.entry.kind == EntryKind::Break || phrase::has_any(text, &ASIDE);
    let late = i32::from(minute(row.start.value)) - i32::from(minute(last.end));
    let opens = row.start.value < first.start && row.entry.kind == EntryKind::Opening;
    if aside || !row.plain || rows.len() < 3 || !(opens || (1..=STRAY).contains(&late)) {
        return Vec::new();
    }
    let (what, sitting) = match opens {
        true => (format!("before the sitting begins, at {}", hours(first.start)), first),
        false => (format!("after the sitting ends, at {}", hours(last.end)), last),
    };
    vec![finding(row, format!("The row at {} is {what}.", hours(row.start.value)), Some(sitting.span))]
}

fn finding(row: &Row<'_>, message: String, other: Option<Span>) -> Finding {
    RULE.finding(hours(row.start.value), message, std::iter::once(row.start.span).chain(other).collect())
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn rows_that_run_into_each_other_conflict_whatever_their_kind() {
        let second = |hours: &str| {
            RULE.values(&format!(
                "Informal interactive dialogue on the responsibility to protect\n4 September 2019\n\nProgramme\n\n\
                 9:00 – 10:00 Opening remarks\n10:00 – 11:00 Panel discussion on prevention\n\
                 {hours} Panel discussion on response\n12:00 – 12:30 Closing remarks\n"
            ))
        };
        assert_eq!(second("10:30 – 11:30"), ["10:30"]);
        assert_eq!(second("10:30 – 11:00"), [""; 0], "a part of the one above");
        assert_eq!(second("11:00 – 11:30"), [""; 0]);
    }
}
