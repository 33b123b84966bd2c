//! A programme in running text: its sittings, and who opens, moderates and closes.

use super::speakers::speaker;
use crate::note::event::time_ranges;
use crate::note::model::{Entry, EntryKind, Function, SectionKind, Sitting, Speaker};
use crate::note::outline::{Outline, Sentence};
use crate::note::person;
use crate::note::phrase;
use crate::text::{Cited, Span, lex};

/// The entries that the prose states: each sitting as a dialogue, with those who open and moderate it in the first, those
/// who close it in the last.
pub(super) fn entries(outline: &Outline<'_>, sittings: &[Sitting]) -> Vec<Entry> {
    let mut first: Vec<Speaker> = Vec::new();
    let mut last: Vec<Speaker> = Vec::new();
    let mut stated: Option<Span> = None;
    for sentence in outline.in_part(SectionKind::Programme) {
        let Some(function) = function(outline.text(sentence)) else { continue };
        let found = subjects(outline, sentence, function);
        if found.is_empty() {
            continue;
        }
        let span = outline.reading.raw_span(sentence.range.clone());
        stated = Some(stated.map_or(span, |stated| stated.cover(span)));
        match function {
            Function::Closing => last.extend(found),
            _ => first.extend(found),
        }
    }
    // The programme's own hours come before those that the letter or the title block gives.
    let own = outline.in_part(SectionKind::Programme).map(|sentence| time_ranges(outline, sentence.range.clone()));
    let own = own.into_iter().find(|ranges| !ranges.is_empty());
    let mut entries: Vec<Entry> = own
        .as_deref()
        .unwrap_or(sittings)
        .iter()
        .map(|sitting| Entry {
            start: Some(Cited::new(sitting.start, sitting.span)),
            end: Some(Cited::new(sitting.end, sitting.span)),
            kind: EntryKind::Dialogue,
            title: None,
            speakers: Vec::new(),
            span: sitting.span,
        })
        .collect();
    if let (true, Some(span)) = (entries.is_empty(), stated) {
        entries.push(Entry {
            start: None,
            end: None,
            kind: EntryKind::Dialogue,
            title: None,
            speakers: Vec::new(),
            span,
        });
    }
    if let Some(entry) = entries.first_mut() {
        entry.speakers.extend(first);
    }
    if let Some(entry) = entries.last_mut() {
        entry.speakers.extend(last);
    }
    entries
}

/// What a sentence says that its subject does.
fn function(text: &str) -> Option<Function> {
    const DOES: [(Function, &[&str]); 4] = [
        (Function::Moderator, &["moderator", "moderate", "moderated by", "will moderate", "facilitate"]),
        (Function::Speaker, &["introduce the report", "present the report", "will introduce", "will present"]),
        (Function::Closing, &["closing remarks", "concluding remarks", "will close", "closing statement"]),
        (
            Function::Opening,
            &[
                "opening remarks",
                "will open the",
                "will open it",
                "opening statement",
                "opening statements",
                "welcoming remarks",
            ],
        ),
    ];
    let does = |words: &&[&str]| words.iter().any(|word| phrase::find(text, word).is_some());
    phrase::find_exact(text, "will").or_else(|| phrase::find_exact(text, "moderated by"))?;
    DOES.iter().find(|(_, words)| does(words)).map(|(function, _)| *function)
}

/// The persons and offices before `will`, or behind `by`.
fn subjects(outline: &Outline<'_>, sentence: &Sentence, function: Function) -> Vec<Speaker> {
    let text = outline.text(sentence);
    let will = phrase::find_exact(text, "will").map_or(text.len(), |range| range.start);
    let behind = phrase::find_exact(text, "moderated by").or_else(|| phrase::find_exact(text, "delivered by"));
    let range = match behind {
        Some(by) => by.end..text.len(),
        None => 0..will,
    };
    let subject = &text[range.clone()];
    let subject = &subject[..phrase::find_exact(subject, "who").map_or(subject.len(), |who| who.start)];
    let mut starts = vec![0];
    for tie in [
        " and the ",
        " and a ",
        " and an ",
        " and H.E.",
        " and Mr.",
        " and Ms.",
        " and Mrs.",
        " and Dr.",
        " and Professor",
        " and Ambassador",
        ", H.E.",
    ] {
        starts
            .extend(subject.match_indices(tie).map(|(i, tie)| i + tie.find([' ', ',']).map_or(0, |_| tie_length(tie))));
    }
    starts.sort_unstable();
    starts.dedup();
    let ends: Vec<usize> = starts.iter().skip(1).copied().chain([subject.len()]).collect();
    let mut found = Vec::new();
    for (start, end) in starts.into_iter().zip(ends) {
        let part = subject[start..end].trim_end().trim_end_matches(" and").trim_end_matches([',', ' ']);
        let lead = part.len() - part.trim_start().len();
        let bare = part.trim_start();
        let article =
            ["The ", "the ", "A ", "a ", "An ", "an "].iter().find(|a| bare.starts_with(**a)).map_or(0, |a| a.len());
        let at = lead + article;
        let person = match lex::begins_with_honorific(&part[at.min(part.len())..]) {
            true => person::with_honorific(part, at),
            // `The Deputy Secretary-General, Ms. …`: the office before its holder.
            false => person::office_alone(part, at).map(|office| held(part, office)),
        };
        let base = sentence.range.start + range.start + start;
        found.extend(person.map(|person| speaker(outline, base, &person, function)));
    }
    found
}

/// An office with the person behind its comma, where one stands there.
fn held(text: &str, office: person::Person) -> person::Person {
    let Some(range) = office.office.clone() else { return office };
    let Some(rest) = text[range.end..].strip_prefix(", ") else { return office };
    let (at, own) = (text.len() - rest.len(), range);
    if !lex::begins_with_honorific(&text[at..]) {
        return office;
    }
    match person::with_honorific(text, at) {
        Some(person) if person.name.is_some() => person::Person { office: Some(own), ..person },
        _ => office,
    }
}

/// How much of a tie stands before what it ties on: ` and ` of ` and the `, `, ` of `, the `.
fn tie_length(tie: &str) -> usize {
    if tie.starts_with(',') { 2 } else { 5 }
}
