//! A programme in running text: its sittings, and who opens, moderates and closes.

use std::iter;
use std::ops::Range;

use super::seats::{PANEL, clause_end, seated, seconded};
use super::speakers::speaker;
use super::tense::{behind_participle, is_anothers, is_to_come, tense};
use crate::note::block::in_text;
use crate::note::model::{Entry, EntryKind, Function, SectionKind, Sitting, Speaker};
use crate::note::office;
use crate::note::other_event;
use crate::note::outline::{Outline, Sentence};
use crate::note::person::{self, Person};
use crate::note::phrase;
use crate::note::sittings::time_ranges;
use crate::text::{BlockKind, Cited, Span, lex};

/// The entries that the prose states: each sitting as a dialogue, with those who open and moderate it in the first, those
/// who close it in the last; or each part that has hours of its own, with its speakers.
pub(super) fn entries(outline: &Outline<'_>, sittings: &[Sitting]) -> Vec<Entry> {
    let told = Told::of(outline);
    let mut entries: Vec<Entry> = match told.parts.len() {
        0 | 1 => {
            // The programme's own hours come before those that the letter or the title block gives.
            let own = outline.in_part(SectionKind::Programme);
            let own = own.map(|sentence| time_ranges(outline, sentence.range.clone())).find(|own| !own.is_empty());
            own.as_deref().unwrap_or(sittings).iter().map(|sitting| timed_dialogue(sitting, Vec::new())).collect()
        }
        _ => told.parts.into_iter().map(|(sitting, speakers)| timed_dialogue(&sitting, speakers)).collect(),
    };
    if entries.is_empty() {
        entries.extend(told.span.map(dialogue));
    }
    if let Some(entry) = entries.first_mut() {
        entry.speakers.extend(told.speakers);
    }
    if let Some(entry) = entries.last_mut() {
        entry.speakers.extend(told.closing);
    }
    entries
}

fn dialogue(span: Span) -> Entry {
    Entry { start: None, end: None, kind: EntryKind::Dialogue, title: None, speakers: Vec::new(), day: 1, span }
}

fn timed_dialogue(sitting: &Sitting, speakers: Vec<Speaker>) -> Entry {
    let cited = |time| Some(Cited::new(time, sitting.span));
    Entry { start: cited(sitting.start), end: cited(sitting.end), speakers, ..dialogue(sitting.span) }
}

/// Who speaks at the dialogue, as the sentences of a note tell.
#[derive(Default)]
struct Told {
    /// Those who open it, moderate it or speak in it.
    speakers: Vec<Speaker>,
    closing: Vec<Speaker>,
    /// Where it is told who does so.
    span: Option<Span>,
    /// `Round table 1, from 10.30 a.m. to 1 p.m., will be moderated by …`: those of a part with hours of its own.
    parts: Vec<(Sitting, Vec<Speaker>)>,
}

impl Told {
    fn of(outline: &Outline<'_>) -> Self {
        // A note without such a section says it in any other.
        let without = !outline.parts.iter().any(|part| part.kind == SectionKind::Programme);
        let tells = |part: SectionKind| match part {
            SectionKind::Programme => true,
            SectionKind::Letter | SectionKind::Title | SectionKind::Background => false,
            _ => without,
        };
        let mut told = Self::default();
        for sentence in outline.sentences.iter().filter(|sentence| tells(sentence.part)) {
            let speakers = speakers(outline, sentence);
            if speakers.is_empty() {
                continue;
            }
            match time_ranges(outline, sentence.range.clone())[..] {
                [sitting] => told.parts.push((sitting, speakers)),
                _ => told.add(speakers, outline.reading.raw_span(sentence.range.clone())),
            }
        }
        // One part alone is the whole dialogue.
        if let [(_, only)] = &mut told.parts[..] {
            told.speakers.append(only);
        }
        told
    }

    /// Adds those of whom the words at `span` tell.
    fn add(&mut self, speakers: Vec<Speaker>, span: Span) {
        self.span = Some(self.span.map_or(span, |told| told.cover(span)));
        let (closing, others): (Vec<_>, Vec<_>) =
            speakers.into_iter().partition(|speaker| speaker.function == Function::Closing);
        self.speakers.extend(others);
        self.closing.extend(closing);
    }
}

/// The speakers of whom a sentence tells: `opened by …`, else `… will moderate`, and those of a list that it leads in to.
fn speakers(outline: &Outline<'_>, sentence: &Sentence) -> Vec<Speaker> {
    let text = outline.text(sentence);
    let mut found = agents(outline, sentence);
    if found.is_empty()
        && let Some(function) = function(text)
    {
        found = subjects(outline, sentence, function);
    }
    if text.ends_with(':') && phrase::has_any(text, &PANEL) {
        found.extend(listed(outline, sentence.block));
    }
    found
}

/// Those by whom the dialogue is said to be opened, moderated or closed: `opened by …, and moderated by …`.
fn agents(outline: &Outline<'_>, sentence: &Sentence) -> Vec<Speaker> {
    const BY: [(&str, Function); 9] = [
        ("followed by", Function::Speaker),
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
    let mut by: Vec<(Range<usize>, Function)> = by.map(|(number, at)| (at, BY[number].1)).chain(spoken(text)).collect();
    by.sort_by_key(|(at, _)| at.start);
    let subject = by.first().filter(|(at, _)| at.start == 0).and_then(|_| behind_participle(text));
    let ends = by.iter().skip(1).map(|(at, _)| at.start).chain([text.len()]);
    let ends: Vec<usize> = ends.map(|end| subject.filter(|subject| *subject < end).unwrap_or(end)).collect();
    let mut to_come = None;
    let own = by.into_iter().zip(ends).filter(|((at, _), _)| {
        let (tense, known) = (tense(text, at), to_come);
        // `opened by …, and moderated by …`: what is said of the first holds for the others.
        let held = tense.or(known).unwrap_or_else(|| is_to_come(text, at.end, sentence.part));
        to_come = Some(held);
        held && !is_anothers(&text[..at.start])
    });
    let told = own.map(|((at, function), end)| (at.end..clause_end(text, at.end, end), function));
    let seated = seated(text).filter(|range| !is_anothers(&text[..range.start]));
    let seated = seated.map(|range| (range, Function::Panellist));
    told.chain(seated).flat_map(|(range, function)| persons(outline, sentence, range, function)).collect()
}

/// By whom the speeches that a sentence names are to be given: `a keynote address will be delivered by`.
fn spoken(text: &str) -> Option<(Range<usize>, Function)> {
    const GIVEN: [&str; 4] = ["given by", "made by", "delivered by", "offered by"];
    const SPEECHES: [&str; 9] = [
        "briefing",
        "briefings",
        "statement",
        "statements",
        "address",
        "addresses",
        "remarks",
        "speech",
        "presentation",
    ];
    let by = phrase::first_exact(text, &GIVEN)?;
    let by_end = by.end;
    let head = ["will be", "is to be", "are to be", "to be"].iter().find_map(|to_come| {
        let head = text[..by.start].trim_end();
        phrase::ends_with(head, to_come).then(|| head[..head.len() - to_come.len()].trim_end())
    })?;
    let named = phrase::words(head).last().is_some_and(|word| phrase::has_exact(&head[word], &SPEECHES));
    named.then(|| (by, part_of(&text[..by_end]).unwrap_or(Function::Speaker)))
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

/// What tells the part of a sentence's subject, behind its `will`.
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

/// What a sentence says that its subject does.
fn function(text: &str) -> Option<Function> {
    let will = phrase::find_exact(text, "will")?;
    if other_event::events(&text[will.end..]).next().is_some_and(|event| event.other) {
        return None;
    }
    part_of(text)
}

/// The part that words tell.
fn part_of(words: &str) -> Option<Function> {
    DOES.iter().find(|(_, does)| phrase::has_any(words, does)).map(|(function, _)| *function)
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
    let base = sentence.range.start + range.start;
    let read = |place: Range<usize>| {
        let person = person(&subject[place.clone()])?;
        Some(speaker(outline, base + place.start, &person, function))
    };
    each_person(subject).filter_map(read).collect()
}

/// Whether a person or an office begins with `rest`, which stands behind ` and `, or else behind a comma: that alone parts
/// pieces of one office, too.
fn begins_other(rest: &str, tied: bool) -> bool {
    const ARTICLES: [&str; 3] = ["the ", "a ", "an "];
    lex::begins_with_honorific(rest) || tied && ARTICLES.iter().any(|article| rest.starts_with(article))
}

/// Where each of the persons and offices stands that words name.
fn each_person(words: &str) -> impl Iterator<Item = Range<usize>> {
    const TIES: [&str; 2] = [" and ", ", "];
    let behind = |tie: &'static str| words.match_indices(tie).map(move |(at, _)| (at + tie.len(), tie == TIES[0]));
    let others = TIES.into_iter().flat_map(behind).filter(|&(at, tied)| begins_other(&words[at..], tied));
    let mut starts: Vec<usize> = iter::once(0).chain(others.map(|(at, _)| at)).collect();
    starts.sort_unstable();
    // `The Chair, H.E. Mr. …`: an office and its holder are one.
    let apart = |pair: &&[usize]| !is_office_of_next(words, pair[0], pair[1]);
    let starts: Vec<usize> = iter::once(0).chain(starts.windows(2).filter(apart).map(|pair| pair[1])).collect();
    let ends: Vec<usize> = starts.iter().skip(1).copied().chain([words.len()]).collect();
    starts.into_iter().zip(ends).map(|(start, end)| start..end)
}

/// Whether what words name between `from` and `at` is but the office of who is named at `at`.
fn is_office_of_next(words: &str, from: usize, at: usize) -> bool {
    let honorific = |word: Range<usize>| lex::begins_with_honorific(&words[from + word.start..]);
    !phrase::words(&words[from..at]).any(honorific) && office::office_before(words, from, at).is_some()
}

/// The person or the office that words consist of.
fn person(words: &str) -> Option<Person> {
    const ARTICLES: [&str; 6] = ["The ", "the ", "A ", "a ", "An ", "an "];
    let words = words.trim_end().trim_end_matches(" and").trim_end_matches([',', ' ']);
    let bare = words.trim_start();
    let bare = ARTICLES.iter().find_map(|article| bare.strip_prefix(article)).unwrap_or(bare);
    let at = words.len() - bare.len();
    if lex::begins_with_honorific(bare) {
        person::with_honorific(words, at).map(|person| seconded(words, person))
    } else {
        // `The Deputy Secretary-General, Ms. …`: the office before its holder.
        person::office_alone(words, at).map(|office| held(words, office))
    }
}

/// An office with the person behind its comma, where one stands there.
fn held(text: &str, office: Person) -> Person {
    let Some(range) = office.office.clone() else { return office };
    let Some(rest) = text[range.end..].strip_prefix(", ") else { return office };
    let (at, own) = (text.len() - rest.len(), range);
    if !lex::begins_with_honorific(&text[at..]) {
        return office;
    }
    match person::with_honorific(text, at) {
        Some(person) if person.name.is_some() => Person { office: Some(own), ..person },
        _ => office,
    }
}

#[cfg(test)]
mod tests {
    use super::entries;
    use crate::note::model::Function;
    use crate::note::outline::Outline;
    use crate::text::Reading;

    #[test]
    fn what_is_said_of_other_events_seats_nobody() {
        let seats = |told: &str| {
            let text = format!("Expected outcome\n\n{told} A summary of it will be sent to delegations.\n");
            let reading = Reading::of(&text);
            let entries = entries(&Outline::of(&reading), &[]);
            entries.into_iter().flat_map(|entry| entry.speakers).map(|speaker| speaker.function).collect::<Vec<_>>()
        };
        for other in [
            "Previous dialogues, opened by the Secretary-General and moderated by the Special Adviser on the Prevention of Genocide, \
             have shown how useful such an exchange is.",
            "On the margins of the dialogue, a side event moderated by Mr. Jan Eliasson will follow.",
            "Mr. Jan Eliasson will moderate a side event.",
            "The debate opened by Mr. Jan Eliasson has shown it.",
        ] {
            assert_eq!(seats(other), [], "{other}");
        }
        for (own, functions) in [
            (
                "The dialogue will be opened by Mr. Jan Eliasson and moderated by Ms. Ana Ruiz.",
                &[Function::Opening, Function::Moderator][..],
            ),
            ("The dialogue, moderated by Ms. Ana Ruiz, will be held in one sitting.", &[Function::Moderator]),
            ("As in previous years, the dialogue is to be opened by Mr. Jan Eliasson.", &[Function::Opening]),
            ("A keynote address will be delivered by Ms. Ana Ruiz.", &[Function::Speaker]),
            ("Moderated by Ms. Ana Ruiz, the dialogue will hear all.", &[Function::Moderator]),
            ("Briefings will be given by Ms. Ana Ruiz and Mr. Jan Eliasson.", &[Function::Speaker, Function::Speaker]),
        ] {
            assert_eq!(seats(own), functions, "{own}");
        }
    }
}
