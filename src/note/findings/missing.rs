//! # Missing
//!
//! **What.** What such a note always has, and this one has not: a covering letter with its date and its signature, the
//! event's title, day and place, the theme, the limit of an intervention, a programme with timed rows.
//!
//! **Why.** A page was not scanned, a signature is a picture, an annex was left out: a reader should know that it is the
//! note that lacks it.
//!
//! **Example.** The letter of 2015 has closing words and an address, and no name between them.
//!
//! Nothing is said to be missing where words stand that may be it, misread: a line that could be a signature, a sentence
//! that speaks of minutes, times in the programme.

use jiff::civil::Time;

use super::evidence;
use super::rule::Rule;
use crate::note::letter_forms::{closes_letter, is_salutation};
use crate::note::model::{Finding, FindingKind, Note, SectionKind};
use crate::note::outline::Outline;
use crate::text::Span;
use crate::text::lex::Value;

pub(super) static RULE: Rule = Rule {
    kind: FindingKind::Missing,
    phrase: "not found in this note",
    find,
    expected: |_, finding| match FACTS.iter().find(|fact| fact.key == finding.value) {
        Some(fact) => format!("a {}, which such a note always has", fact.name),
        None => "what such a note always has".to_owned(),
    },
};

/// Something that such a note always has.
struct Fact {
    key: &'static str,
    name: &'static str,
    lacks: fn(&Outline<'_>, &Note) -> bool,
    /// The section in which it was to be expected.
    home: Option<SectionKind>,
}

const FACTS: [Fact; 9] = [
    Fact { key: "letter", name: "covering letter", lacks: |_, note| note.letter.is_none(), home: None },
    Fact {
        key: "letter.date",
        name: "date of the letter",
        lacks: |outline, note| {
            let letter = outline.blocks_of(SectionKind::Letter);
            let short =
                letter.filter(|(_, block)| block.range.len() < 40).map(|(_, block)| outline.reading.block_text(block));
            // A short line with a digit may be a date that was misread.
            let digits = short.into_iter().any(|line| line.contains(|c: char| c.is_ascii_digit()));
            note.letter.as_ref().is_some_and(|letter| letter.date.is_none()) && !digits
        },
        home: Some(SectionKind::Letter),
    },
    Fact {
        key: "letter.sender",
        name: "signature of the letter",
        lacks: |outline, note| {
            note.letter.as_ref().is_some_and(|letter| letter.sender.is_none()) && !may_be_signed(outline)
        },
        home: Some(SectionKind::Letter),
    },
    Fact {
        key: "event.title",
        name: "title of the event",
        lacks: |_, note| note.event.title.is_none(),
        home: Some(SectionKind::Title),
    },
    Fact {
        key: "event.date",
        name: "day of the event",
        lacks: |_, note| note.event.date.is_none(),
        home: Some(SectionKind::Title),
    },
    Fact {
        key: "event.venue",
        name: "place of the event",
        lacks: |_, note| note.event.venue.is_none(),
        home: Some(SectionKind::Title),
    },
    Fact {
        key: "theme",
        name: "theme of the year",
        lacks: |_, note| note.theme.is_none(),
        home: Some(SectionKind::Title),
    },
    Fact {
        key: "participation.minutes",
        name: "limit of an intervention",
        lacks: |outline, note| note.participation.minutes.is_none() && !speaks_of_minutes(outline),
        home: Some(SectionKind::Programme),
    },
    Fact {
        key: "programme.entries",
        name: "programme with times",
        lacks: |outline, note| !has_timed_row(note) && !has_loose_times(outline, note),
        home: Some(SectionKind::Programme),
    },
];

fn find(outline: &Outline<'_>, note: &Note) -> Vec<Finding> {
    let lacking = FACTS.iter().filter(|fact| (fact.lacks)(outline, note));
    lacking
        .map(|fact| RULE.finding(fact.key, format!("No {} was found in the note.", fact.name), home(outline, fact)))
        .collect()
}

/// The place at which a fact was to be expected: the letter's closing words, the heading of a section or its first line.
fn home(outline: &Outline<'_>, fact: &Fact) -> Vec<Span> {
    let Some(kind) = fact.home else { return Vec::new() };
    let blocks: Vec<_> = outline.blocks_of(kind).map(|(_, block)| block).collect();
    let closing = match kind {
        SectionKind::Letter => closing(outline),
        _ => None,
    };
    let place = closing.and_then(|at| blocks.get(at)).or(blocks.first());
    place.map(|block| outline.reading.raw_span(block.range.clone())).into_iter().collect()
}

/// Which of the letter's blocks has its closing words.
fn closing(outline: &Outline<'_>) -> Option<usize> {
    let lines: Vec<_> = outline.blocks_of(SectionKind::Letter).map(|(_, block)| block).collect();
    lines.iter().rposition(|block| closes_letter(outline.reading.block_text(block)))
}

/// Whether a line under the letter's closing words may be a name that was not read.
fn may_be_signed(outline: &Outline<'_>) -> bool {
    const ADDRESS: [&str; 14] = [
        "permanent",
        "representatives",
        "representative",
        "observers",
        "observer",
        "nations",
        "united",
        "york",
        "assembly",
        "missions",
        "new",
        "all",
        "and",
        "to",
    ];
    let lines: Vec<&str> =
        outline.blocks_of(SectionKind::Letter).map(|(_, block)| outline.reading.block_text(block)).collect();
    let Some(closing) = closing(outline) else { return true };
    let after = lines[closing].to_lowercase();
    let after = after.rsplit_once("consideration").or(after.rsplit_once("sincerely")).map_or("", |(_, after)| after);
    // The name may have run on from the closing words.
    after.contains(char::is_alphanumeric)
        || lines[closing + 1..].iter().any(|line| {
            let words = evidence::words(line);
            let address = words.iter().filter(|(word, _)| evidence::is_any(word, &ADDRESS)).count();
            !words.is_empty() && words.len() <= 6 && address == 0 && !is_salutation(line)
        })
}

/// Whether any sentence speaks of minutes.
fn speaks_of_minutes(outline: &Outline<'_>) -> bool {
    outline.having(&["minutes", "minute", "min", "mins"]).next().is_some()
}

/// Whether an entry of the programme has a time that is not only a sitting's.
fn has_timed_row(note: &Note) -> bool {
    let is_sitting = |start: Time, end: Time| note.event.sittings.iter().any(|s| (s.start, s.end) == (start, end));
    note.programme.entries.iter().any(|entry| match (&entry.start, &entry.end) {
        // A row cites each of its times by words of their own; prose cites both by the same.
        (Some(start), Some(end)) => start.span != end.span || !is_sitting(start.value, end.value),
        (start, _) => start.is_some(),
    })
}

/// Whether times stand in the programme that are neither a sitting's nor a deadline's.
fn has_loose_times(outline: &Outline<'_>, note: &Note) -> bool {
    let deadline = note.participation.register_by.as_ref().map(|by| by.span);
    let taken = |span: Span| {
        deadline.is_some_and(|by| by.overlaps(span)) || note.event.sittings.iter().any(|s| s.span.overlaps(span))
    };
    let blocks = outline.blocks_of(SectionKind::Programme).filter(|(_, block)| {
        let tokens = outline.reading.tokens_in(block.range.clone());
        // A line that begins with a time, or has one in a column of its own.
        tokens.first().is_some_and(|(place, token)| {
            matches!(token.value, Value::Time(..)) && place.start <= block.range.start + 4 && !taken(token.span)
        })
    });
    blocks.count() > 1
}
