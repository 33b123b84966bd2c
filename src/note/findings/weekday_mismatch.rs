//! # Weekday mismatch
//!
//! **What.** A weekday that stands with a full date, before it or behind it in parentheses or after a comma, and is not
//! that date's. Every date of the note is looked at, the event's, the letter's, a deadline's; of dates without their year,
//! only the days of the event.
//!
//! **Why.** One of the two is wrong, and a reader who goes by the wrong one comes on the wrong day.
//!
//! **Example.** `Tuesday, 25 June 2025`: that day is a Wednesday. With several days of one month (`Thursday and Friday, 17
//! and 18 May 2021`) it is enough that one of them fits.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::evidence::{self, Dated};
use super::rule::Rule;
use crate::note::model::{Finding, FindingKind, Note};
use crate::note::outline::Outline;
use crate::note::weekday;
use crate::text::lex::{Weekday, weekday_name};
use crate::text::{Span, civil, lookalike};

pub(super) static RULE: Rule = Rule {
    kind: FindingKind::WeekdayMismatch,
    phrase: "the weekday is not that date's",
    find,
    expected: |_, _| "the weekday of that date".to_owned(),
};

fn find(outline: &Outline<'_>, note: &Note) -> Vec<Finding> {
    let whole = 0..outline.reading.text().len();
    let mut found: Vec<Finding> = evidence::dates(outline, note, whole)
        .filter(Dated::is_sure)
        .filter_map(|dated| query(outline, note, &dated))
        .collect();
    found.extend(without_year(outline, note));
    found
}

/// How many of the event's days are looked for without their year.
const DAYS_MAX: usize = 8;

/// Where a day of the event stands without its year and with a weekday that it is not: `Day two – Friday, 23 June`.
fn without_year(outline: &Outline<'_>, note: &Note) -> Vec<Finding> {
    let Some(event) = note.event.date.as_ref().map(|date| date.value) else { return Vec::new() };
    let text = outline.reading.text();
    let whole = 0..text.len();
    let dated = evidence::dates(outline, note, whole).filter(|dated| dated.plain);
    let with_it = dated.filter(|dated| dated.days.iter().any(|day| day.date == event));
    let days: BTreeSet<Date> = with_it.flat_map(|dated| dated.days).map(|day| day.date).take(DAYS_MAX).collect();
    let mut found = Vec::new();
    for date in days {
        for (word, day) in weekday::without_year(text, date) {
            let Some(stated) = named(&text[word.clone()]).filter(|stated| *stated != date.weekday()) else { continue };
            let spans = [word, day].map(|place| outline.reading.raw_span(place)).to_vec();
            let (name, right) = (weekday_name(stated), weekday_name(date.weekday()));
            found.push(RULE.finding(name, format!("{} is a {right}, not a {name}.", civil::day(date)), spans));
        }
    }
    found
}

fn query(outline: &Outline<'_>, note: &Note, dated: &Dated<'_>) -> Option<Finding> {
    let (stated, span) = stated(outline, note, dated)?;
    if dated.days.iter().any(|day| day.date.weekday() == stated) {
        return None;
    }
    let day = dated.first()?;
    let (name, right) = (weekday_name(stated), weekday_name(day.date.weekday()));
    let message = format!("{} is a {right}, not a {name}.", civil::day(day.date));
    Some(RULE.finding(name, message, vec![span, day.span]))
}

/// The weekday that is stated with a date, in letters that leave no doubt.
fn stated(outline: &Outline<'_>, note: &Note, dated: &Dated<'_>) -> Option<(Weekday, Span)> {
    let text = outline.reading.text();
    if let Some((weekday, span)) = dated.weekday {
        let range = outline.reading.read_range(span);
        let word = text.get(range.clone())?;
        let between = text.get(range.end..dated.start.max(range.end))?;
        let between = if between.is_empty() { text.get(range.end..dated.end)? } else { between };
        let gap = &between[..between.find(|c: char| c.is_alphanumeric()).unwrap_or(between.len())];
        // A full stop behind a whole name ends a sentence, unless hours or a place go on behind the date.
        let stopped = || gap.contains('.') && word.len() > 5 && !goes_on_with_place(&text[dated.end..]);
        let joined = !gap.contains('\n') && !stopped();
        let clear = || given(note, span).is_some_and(|given| is_clearly(given, weekday));
        return (joined && (named(word) == Some(weekday) || clear())).then_some((weekday, span));
    }
    let behind = &text[dated.end..];
    let word_at = behind.find(char::is_alphabetic)?;
    if !matches!(behind[..word_at].trim(), "(" | ",") || behind[..word_at].contains('\n') {
        return None;
    }
    let length = behind[word_at..].find(|c: char| !c.is_alphabetic()).unwrap_or(behind.len() - word_at);
    let weekday = named(&behind[word_at..word_at + length])?;
    // `20 June 2025, Wednesday, 25 June`: the weekday belongs to the date behind it.
    let rest = behind[word_at + length..].trim_start_matches([',', ' ', ')', '.']);
    let range = dated.end + word_at..dated.end + word_at + length;
    (!rest.starts_with(|c: char| c.is_ascii_digit())).then(|| (weekday, outline.reading.raw_span(range)))
}

/// `… on Tuesday. 26 June 2023, from 10:00 …`: the stop was a comma.
fn goes_on_with_place(behind: &str) -> bool {
    let next = behind.strip_prefix(',').unwrap_or(behind).trim_start();
    ["from ", "at ", "in the "].iter().any(|word| next.starts_with(word))
}

/// What stands in the note at `span`, which is read otherwise.
fn given(note: &Note, span: Span) -> Option<&str> {
    let at = note.repairs.partition_point(|repair| repair.span.end <= span.start);
    let repair =
        note.repairs.get(at).filter(|repair| repair.span.start <= span.start && span.end <= repair.span.end)?;
    let start = (span.start - repair.span.start) as usize;
    repair.from.get(start..start + (span.end - span.start) as usize)
}

/// Whether misread letters can be those of no other weekday: they look like this one's name, and like no other.
fn is_clearly(given: &str, weekday: Weekday) -> bool {
    /// How much may be misread, and how much more it would have to be for another.
    const MISREAD_MAX: f32 = 0.5;
    const APART: f32 = 1.0;
    let cost = |day: Weekday| lookalike::cost(given, weekday_name(day));
    let others = (1..=7).filter_map(|day| Weekday::from_monday_one_offset(day).ok()).filter(|day| *day != weekday);
    let own = cost(weekday);
    own <= MISREAD_MAX && others.map(cost).all(|other| other >= own + APART)
}

/// The weekday whose name `word` is, letter by letter.
fn named(word: &str) -> Option<Weekday> {
    let mut all = (1..=7).filter_map(|day| Weekday::from_monday_one_offset(day).ok());
    let short = word.len() >= 3 && word.starts_with(|c: char| c.is_ascii_uppercase());
    all.find(|&day| {
        let name = weekday_name(day);
        word.eq_ignore_ascii_case(name) || (short && word.len() <= 5 && name.starts_with(word))
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn a_stop_behind_a_weekday_ends_no_sentence_where_hours_go_on() {
        let held = |rest: &str| {
            RULE.values(&format!(
                "Informal interactive dialogue on the responsibility to protect\n26 June 2023\n\nBackground\n\n\
                 The dialogue will be held on Tuesday. 26 June 2023{rest}.\n"
            ))
        };
        assert_eq!(held(", from 10:00 to 13:00"), ["Tuesday"]);
        assert_eq!(held(" is the day of it"), [""; 0]);
    }
}
