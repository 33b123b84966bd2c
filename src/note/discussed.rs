//! The meetings at which a report was discussed.

use std::iter;
use std::ops::Range;

use jiff::civil::Date;

use super::discussed_elsewhere::is_elsewhere;
use super::model::{Discussion, Format};
use super::outline::{Outline, Sentence};
use super::phrase;
use crate::text::lex::{Day, Value};
use crate::text::{BlockKind, Cited};

/// The meetings of which a sentence tells.
pub(super) fn discussions(outline: &Outline<'_>, sentence: &Sentence, before: i16) -> Vec<Discussion> {
    discussions_in(outline, sentence, sentence.range.clone(), before)
}

/// The meetings of which the part of a sentence at `range` tells.
pub(super) fn discussions_in(
    outline: &Outline<'_>,
    sentence: &Sentence,
    range: Range<usize>,
    before: i16,
) -> Vec<Discussion> {
    const MET: [&str; 7] = ["discussed", "considered", "debated", "dialogue", "dialogues", "debate", "exchanged views"];
    let dated = Dated::all(outline, sentence, range);
    if dated.is_empty() || !phrase::has_any(outline.text(sentence), &MET) {
        return Vec::new();
    }
    // `on 23 July in an informal dialogue and on 28 July in a debate`: each date stands before its format.
    let date_first = dated.iter().find(|dated| dated.may_be_meeting()).is_some_and(Dated::stands_before_format);
    let past = dated.iter().filter(|dated| dated.days.iter().all(|day| day.date.year() < before));
    let told = past.filter(|dated| !dates_issue(dated.sentence_before)).filter_map(|dated| {
        let own = date_first.then(|| first_format(dated.until_next)).flatten();
        let unnamed = last_format(dated.since_last).is_none();
        let is_deed = own.is_none() && (dates_deed(dated.since_last) || unnamed && is_elsewhere(dated.since_last));
        let format = || format_of(dated.before, dated.behind, dated.sentence_before);
        (!is_deed).then(|| Discussion { format: own.unwrap_or_else(format), dates: cited(dated.days) })
    });
    told.collect()
}

/// A date in a part of a sentence, with the words around it.
struct Dated<'t> {
    days: &'t [Day],
    sentence_before: &'t str,
    /// The words of the part before it, and of these those since the date before.
    before: &'t str,
    since_last: &'t str,
    /// The words of the part behind it, and of these those until the next date.
    behind: &'t str,
    until_next: &'t str,
}

impl<'t> Dated<'t> {
    /// The dates of the part of a sentence at `part`.
    fn all(outline: &Outline<'t>, sentence: &Sentence, part: Range<usize>) -> Vec<Self> {
        let words = |range: Range<usize>| outline.reading.text().get(range).unwrap_or_default();
        let dates = outline.reading.tokens_in(part.clone()).iter().filter_map(|(place, token)| match &token.value {
            Value::Date { days, .. } => Some((place, days)),
            _ => None,
        });
        let last = iter::once(part.start).chain(dates.clone().map(|(place, _)| place.end));
        let next = dates.clone().skip(1).map(|(place, _)| place.start).chain([part.end]);
        let around = last.zip(next);
        dates
            .zip(around)
            .map(|((place, days), (last, next))| Self {
                days,
                sentence_before: words(sentence.range.start..place.start),
                before: words(part.start..place.start),
                since_last: words(last..place.start),
                behind: words(place.end..part.end),
                until_next: words(place.end..next),
            })
            .collect()
    }

    /// Whether it may be that of a meeting: `(A/63/677, issued on 12 January 2009)` tells of none.
    fn may_be_meeting(&self) -> bool {
        let head = self.sentence_before;
        !dates_issue(head) && !dates_deed(&head[head.rfind('(').unwrap_or(head.len())..])
    }

    /// Whether the only format that is named around it stands behind it.
    fn stands_before_format(&self) -> bool {
        last_format(self.before).is_none() && first_format(self.until_next).is_some()
    }
}

fn cited(days: &[Day]) -> Vec<Cited<Date>> {
    days.iter().map(|day| Cited::new(day.date, day.span)).collect()
}

/// Meetings told of in the row of a table, by their dates in the columns that its first row says are of such: under `Informal
/// interactive dialogue`, `Discussed on`.
pub(super) fn discussions_in_row(outline: &Outline<'_>, sentence: &Sentence, before: i16) -> Vec<Discussion> {
    const COLUMNS: [&str; 8] =
        ["dialogue", "debate", "discussed", "considered", "consideration", "discussion", "debated", "meeting"];
    let blocks = outline.reading.blocks();
    let rows = blocks[..sentence.block].iter().rev().take_while(|block| block.kind == BlockKind::Row);
    let Some(head) = rows.last().map(|head| outline.reading.block_text(head)) else { return Vec::new() };
    let start = blocks[sentence.block].range.start;
    let row = outline.reading.block_text(&blocks[sentence.block]);
    let number = |place: &Range<usize>| row[..place.start - start].matches('\t').count();
    let tokens = outline.reading.tokens_in(sentence.range.clone()).iter();
    let told = tokens.filter_map(|(place, token)| {
        let Value::Date { days, .. } = &token.value else { return None };
        let head = head.split('\t').nth(number(place)).filter(|head| phrase::has_any(head, &COLUMNS))?;
        // `formal debate, 23 July 2009`
        let cell = row.split('\t').nth(number(place)).unwrap_or_default();
        let past = days.iter().all(|day| day.date.year() < before);
        past.then(|| Discussion { format: format_of(cell, "", head), dates: cited(days) })
    });
    told.collect()
}

/// Whether the words before a date make it that of a document: `(A/63/677 of`.
fn dates_issue(head: &str) -> bool {
    head.trim_end().ends_with("of") && head.contains('(') && unclosed(head)
}

/// Whether a parenthesis is open at the end of `text`.
fn unclosed(text: &str) -> bool {
    text.matches('(').count() > text.matches(')').count()
}

/// Whether the words that lead to a date say last that something was done then which is no meeting: `, and resolution 63/308
/// was adopted on`.
fn dates_deed(lead: &str) -> bool {
    const DEEDS: [&str; 12] = [
        "made public",
        "made available",
        "adopted",
        "adoption of",
        "issued",
        "published",
        "released",
        "circulated",
        "transmitted",
        "appointed",
        "established",
        "entered into force",
    ];
    const MEETINGS: [&str; 10] = [
        "discussed",
        "considered",
        "debated",
        "dialogue",
        "dialogues",
        "debate",
        "debates",
        "meeting",
        "meetings",
        "exchanged views",
    ];
    let last = |words: &[&str]| {
        let mut behind = 0;
        while let Some(at) = phrase::first_exact(&lead[behind..], words) {
            behind += at.end;
        }
        (behind > 0).then_some(behind)
    };
    last(&DEEDS).is_some_and(|deed| last(&MEETINGS).is_none_or(|meeting| meeting < deed))
}

/// The format of a meeting on a date: what is named last before it, else first behind it, within what is said of the report;
/// else what the sentence named before; else an informal dialogue.
fn format_of(said_before: &str, said_behind: &str, sentence_before: &str) -> Format {
    let found = last_format(said_before).or_else(|| first_format(said_behind));
    found.or_else(|| last_format(sentence_before)).unwrap_or(Format::Dialogue)
}

/// What a dialogue and a debate are called.
const DIALOGUE: &str = "dialogue";
const DEBATES: [&str; 2] = ["debate", "plenary meeting"];

/// The format that is named last in `text`.
fn last_format(text: &str) -> Option<Format> {
    let text = text.to_lowercase();
    let debate = DEBATES.iter().filter_map(|debate| text.rfind(debate)).max();
    match (text.rfind(DIALOGUE), debate) {
        (None, None) => None,
        (one, other) => Some(if other > one { Format::Debate } else { Format::Dialogue }),
    }
}

/// The format that is named first in `text`.
fn first_format(text: &str) -> Option<Format> {
    let text = text.to_lowercase();
    let debate = DEBATES.iter().filter_map(|debate| text.find(debate)).min();
    match (text.find(DIALOGUE), debate) {
        (None, None) => None,
        (None, Some(_)) => Some(Format::Debate),
        (Some(one), Some(other)) if other < one => Some(Format::Debate),
        _ => Some(Format::Dialogue),
    }
}

#[cfg(test)]
mod tests {
    use super::{dates_deed, discussions};
    use crate::note::model::Format;
    use crate::note::outline::Outline;
    use crate::text::Reading;

    #[test]
    fn the_day_of_a_document_has_no_format_behind_it() {
        let text = "The report (A/63/677 of 12 January 2009) was discussed at an informal dialogue on 23 July 2009 and in a \
                    formal debate on 28 July 2009.";
        let reading = Reading::of(text);
        let outline = Outline::of(&reading);
        let found: Vec<Format> =
            discussions(&outline, &outline.sentences[0], 2012).into_iter().map(|it| it.format).collect();
        assert_eq!(found, [Format::Dialogue, Format::Debate]);
        let text = "On \"Prevention\" (A/63/677, issued on 12 January 2009) it held an informal dialogue on 23 July 2009, and \
                    then a formal debate on 28 July 2009.";
        let reading = Reading::of(text);
        let outline = Outline::of(&reading);
        let found: Vec<Format> =
            discussions(&outline, &outline.sentences[0], 2012).into_iter().map(|it| it.format).collect();
        assert_eq!(found, [Format::Dialogue, Format::Debate]);
    }

    #[test]
    fn the_day_of_a_resolution_is_no_meeting_s() {
        assert!(dates_deed(", and resolution 63/308 was adopted on "));
        assert!(dates_deed("It was considered at the dialogue, after it had been published on "));
        assert!(!dates_deed("The dialogue on the report issued before the debate of "));
        assert!(!dates_deed(" and "));
    }
}
