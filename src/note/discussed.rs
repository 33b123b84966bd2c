//! The meetings at which a report was discussed.

use std::ops::Range;

use super::model::{Discussion, Format};
use super::outline::{Outline, Sentence};
use super::phrase;
use crate::text::lex::Value;
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
    let text = outline.text(sentence);
    let tokens = outline.reading.tokens_in(range.clone());
    let dated = tokens.iter().any(|(_, token)| matches!(token.value, Value::Date { .. }));
    if !dated
        || !phrase::has_any(
            text,
            &["discussed", "considered", "debated", "dialogue", "dialogues", "debate", "exchanged views"],
        )
    {
        return Vec::new();
    }
    let mut discussions: Vec<Discussion> = Vec::new();
    let whole = |range: Range<usize>| outline.reading.text().get(range).unwrap_or_default();
    let dates: Vec<&Range<usize>> =
        tokens.iter().filter(|(_, token)| matches!(token.value, Value::Date { .. })).map(|(place, _)| place).collect();
    let until_next = |end: usize| {
        end..dates.get(dates.partition_point(|next| next.start < end)).map_or(range.end, |next| next.start)
    };
    // `(A/63/677, issued on 12 January 2009)` tells of no meeting.
    let is_meeting = |head: &str| !dates_issue(head) && !dates_deed(&head[head.rfind('(').unwrap_or(head.len())..]);
    // `on 23 July in an informal dialogue and on 28 July in a debate`: each date stands before its format.
    let date_first =
        dates.iter().find(|place| is_meeting(whole(sentence.range.start..place.start))).is_some_and(|first| {
            last_format(whole(range.start..first.start)).is_none()
                && first_format(whole(until_next(first.end))).is_some()
        });
    // Where what is said behind the last date begins.
    let mut said_from = range.start.max(sentence.range.start) - sentence.range.start;
    for (place, token) in tokens {
        let Value::Date { days, .. } = &token.value else { continue };
        let head = &text[..place.start - sentence.range.start];
        let said = head.get(said_from..).unwrap_or_default();
        said_from = place.end - sentence.range.start;
        if days.iter().any(|day| day.date.year() >= before) || dates_issue(head) {
            continue;
        }
        let own = date_first.then(|| first_format(whole(until_next(place.end)))).flatten();
        if own.is_none() && dates_deed(said) {
            continue;
        }
        let format = || format_of(whole(range.start..place.start), whole(place.end..range.end), head);
        discussions.push(Discussion {
            format: own.unwrap_or_else(format),
            dates: days.iter().map(|day| Cited::new(day.date, day.span)).collect(),
        });
    }
    discussions
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
    let column = |place: &Range<usize>| head.split('\t').nth(row[..place.start - start].matches('\t').count());
    let tokens = outline.reading.tokens_in(sentence.range.clone()).iter();
    let told = tokens.filter_map(|(place, token)| {
        let Value::Date { days, .. } = &token.value else { return None };
        let head = column(place).filter(|head| phrase::has_any(head, &COLUMNS))?;
        let past = days.iter().all(|day| day.date.year() < before);
        past.then(|| Discussion {
            format: format_of(head, "", ""),
            dates: days.iter().map(|day| Cited::new(day.date, day.span)).collect(),
        })
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
    const DEEDS: [&str; 10] = [
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
