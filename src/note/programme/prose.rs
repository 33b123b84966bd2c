//! A programme in running text: its sittings, and who opens, moderates and closes.

use std::ops::Range;

use super::seats::{PANEL, clause_end, seated, seconded};
use super::speakers::speaker;
use crate::note::block::in_text;
use crate::note::model::{Entry, EntryKind, Function, SectionKind, Sitting, Speaker};
use crate::note::office;
use crate::note::outline::{Outline, Sentence};
use crate::note::person;
use crate::note::phrase;
use crate::note::sittings::time_ranges;
use crate::text::{BlockKind, Cited, Span, lex};

/// The entries that the prose states: each sitting as a dialogue, with those who open and moderate it in the first, those
/// who close it in the last.
pub(super) fn entries(outline: &Outline<'_>, sittings: &[Sitting]) -> Vec<Entry> {
    let mut first: Vec<Speaker> = Vec::new();
    let mut last: Vec<Speaker> = Vec::new();
    let mut stated: Option<Span> = None;
    // A note without such a section says it in any other.
    let without = !outline.parts.iter().any(|part| part.kind == SectionKind::Programme);
    let tells = |part: SectionKind| match part {
        SectionKind::Programme => true,
        SectionKind::Letter | SectionKind::Title | SectionKind::Background => false,
        _ => without,
    };
    // `Round table 1, from 10.30 a.m. to 1 p.m., will be moderated by …`: those of a part with hours of its own.
    let mut timed: Vec<(Sitting, Vec<Speaker>)> = Vec::new();
    for sentence in outline.sentences.iter().filter(|sentence| tells(sentence.part)) {
        let mut found = agents(outline, sentence);
        if found.is_empty()
            && let Some(function) = function(outline.text(sentence))
        {
            found = subjects(outline, sentence, function);
        }
        if outline.text(sentence).ends_with(':') && phrase::has_any(outline.text(sentence), &PANEL) {
            found.extend(listed(outline, sentence.block));
        }
        if found.is_empty() {
            continue;
        }
        if let [sitting] = time_ranges(outline, sentence.range.clone())[..] {
            timed.push((sitting, found));
            continue;
        }
        let span = outline.reading.raw_span(sentence.range.clone());
        stated = Some(stated.map_or(span, |stated| stated.cover(span)));
        let (closing, others): (Vec<_>, Vec<_>) = found.into_iter().partition(|s| s.function == Function::Closing);
        first.extend(others);
        last.extend(closing);
    }
    if let [(_, only)] = &mut timed[..] {
        first.append(only);
    }
    // The programme's own hours come before those that the letter or the title block gives.
    let own = outline.in_part(SectionKind::Programme).map(|sentence| time_ranges(outline, sentence.range.clone()));
    let own = own.into_iter().find(|ranges| !ranges.is_empty());
    let parts: Vec<Sitting> = timed.iter().map(|(sitting, _)| *sitting).collect();
    let own = if parts.len() > 1 { Some(parts) } else { own };
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
            day: 1,
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
            day: 1,
            span,
        });
    }
    if timed.len() > 1 {
        for (entry, (_, speakers)) in entries.iter_mut().zip(timed) {
            entry.speakers.extend(speakers);
        }
    }
    if let Some(entry) = entries.first_mut() {
        entry.speakers.extend(first);
    }
    if let Some(entry) = entries.last_mut() {
        entry.speakers.extend(last);
    }
    entries
}

/// Those by whom the dialogue is said to be opened, moderated or closed: `opened by …, and moderated by …`.
fn agents(outline: &Outline<'_>, sentence: &Sentence) -> Vec<Speaker> {
    const BY: [(&str, Function); 10] = [
        ("followed by", Function::Speaker),
        ("briefings will be given by", Function::Speaker),
        ("opened by", Function::Opening),
        ("moderated by", Function::Moderator),
        ("chaired by", Function::Moderator),
        ("facilitated by", Function::Moderator),
        ("addressed by", Function::Speaker),
        ("closed by", Function::Closing),
        ("concluded by", Function::Closing),
        ("brought to a close by", Function::Closing),
    ];
    let text = outline.text(sentence);
    if phrase::has_any(text, &["was", "were", "had been"]) {
        return Vec::new();
    }
    let by = phrase::each_exact(text, &BY.map(|(verb, _)| verb)).into_iter();
    let mut by: Vec<(Range<usize>, Function)> = by.map(|(number, at)| (at, BY[number].1)).collect();
    by.sort_by_key(|(at, _)| at.start);
    let ends: Vec<usize> = by.iter().skip(1).map(|(at, _)| at.start).chain([text.len()]).collect();
    let told = by.into_iter().zip(ends).map(|((at, function), end)| (at.end..clause_end(text, at.end, end), function));
    let seated = seated(text).map(|range| (range, Function::Panellist));
    told.chain(seated).flat_map(|(range, function)| persons(outline, sentence, range, function)).collect()
}

/// The persons whom the items behind a block name, as panellists.
fn listed(outline: &Outline<'_>, block: usize) -> Vec<Speaker> {
    let blocks = &outline.reading.blocks()[block + 1..];
    let items = blocks.iter().filter(|block| in_text(block)).take_while(|block| block.kind == BlockKind::Item);
    items
        .filter_map(|block| {
            let text = outline.reading.block_text(block);
            let person = person::with_honorific(text, 0).or_else(|| person::without_honorific(text, 0))?;
            Some(speaker(outline, block.range.start, &person, Function::Panellist))
        })
        .collect()
}

/// What a sentence says that its subject does.
fn function(text: &str) -> Option<Function> {
    const DOES: [(Function, &[&str]); 5] = [
        (
            Function::Panellist,
            &[
                "make presentations",
                "give presentations",
                "make introductory presentations",
                "presentations will be made",
                "presentations will be given",
                "serve as panellists",
                "sit on the panel",
                "form the panel",
                "be the panellists",
            ],
        ),
        (
            Function::Moderator,
            &[
                "moderator",
                "moderate",
                "will moderate",
                "facilitate",
                "preside",
                "guide the discussion",
                "steer the discussion",
                "lead the discussion",
            ],
        ),
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
    phrase::find_exact(text, "will")?;
    DOES.iter().find(|(_, words)| phrase::has_any(text, words)).map(|(function, _)| *function)
}

/// The persons and offices before `will`, or behind `by`.
fn subjects(outline: &Outline<'_>, sentence: &Sentence, function: Function) -> Vec<Speaker> {
    let text = outline.text(sentence);
    let will = phrase::find_exact(text, "will").map_or(text.len(), |range| range.start);
    let behind = phrase::first_exact(text, &["delivered by", "made by", "given by", "offered by"]);
    let range = match behind {
        Some(by) => by.end..text.len(),
        None => 0..will,
    };
    persons(outline, sentence, range, function)
}

/// The persons and offices that `range` of a sentence names.
fn persons(outline: &Outline<'_>, sentence: &Sentence, range: Range<usize>, function: Function) -> Vec<Speaker> {
    let subject = &outline.text(sentence)[range.clone()];
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
        ", Mr.",
        ", Ms.",
        ", Mrs.",
        ", Dr.",
        ", Professor",
        ", Ambassador",
    ] {
        starts
            .extend(subject.match_indices(tie).map(|(i, tie)| i + tie.find([' ', ',']).map_or(0, |_| tie_length(tie))));
    }
    starts.sort_unstable();
    starts.dedup();
    // `The Chair, H.E. Mr. …`: an office and its holder are one.
    for i in (1..starts.len()).rev() {
        let (from, at) = (starts[i - 1], starts[i]);
        let holder =
            phrase::words(&subject[from..at]).any(|word| lex::begins_with_honorific(&subject[from + word.start..]));
        if !holder && office::office_before(subject, from, at).is_some() {
            starts.remove(i);
        }
    }
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
            true => person::with_honorific(part, at).map(|person| seconded(part, person)),
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
