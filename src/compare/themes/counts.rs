//! The terms of all notes, counted: words and phrases of up to three words, in folded form.
//!
//! Only what a note says of its subject is counted: the programme is left out but for the questions it puts, and so are
//! names, offices and institutions, contacts, places, dates and symbols. Terms are kept once for all notes; linear in the text.

use std::collections::{BTreeSet, HashMap};

use super::stop_words::{Part, part_of};
use super::{names, pieces};
use crate::compare::comparison::Column;
use crate::compare::ranges::{holds, merged};
use crate::compare::stem::fold;
use crate::note::model::{Note, SectionKind};
use crate::text::Span;

/// The longest phrase.
const LONGEST: usize = 3;
/// Words of grammar that may stand inside a term.
const JOINING: [&str; 4] = ["of", "and", "or", "for"];

/// The folded forms of a term, as numbers; 0 where it is shorter.
pub(super) type Key = [u32; LONGEST];

#[derive(Clone, Copy)]
pub(super) struct Occurrence {
    pub(super) column: u32,
    /// Its pieces, by their numbers in the note.
    pub(super) first: u32,
    pub(super) last: u32,
    /// Whether it stands where the note states its own subject, and is one word there.
    pub(super) agenda: bool,
}

pub(super) struct Counted {
    pub(super) key: Key,
    pub(super) occurrences: Vec<Occurrence>,
}

/// All terms of all notes.
#[derive(Default)]
pub(super) struct Counts {
    pub(super) pieces: Vec<Vec<Piece>>,
    pub(super) terms: Vec<Counted>,
    /// How many words of each note were counted.
    pub(super) words: Vec<usize>,
    /// How many words of all notes.
    pub(super) total: usize,
    pub(super) index: HashMap<Key, usize>,
}

impl Counts {
    /// Counts the terms of all notes.
    pub(super) fn of(columns: &[Column]) -> Self {
        let mut counts = Self::default();
        let mut forms = Forms::default();
        for (at, column) in columns.iter().enumerate() {
            let pieces = classed(column, &mut forms);
            counts.words.push(pieces.iter().filter(|piece| piece.part != Part::Barrier).count());
            for first in 0..pieces.len() {
                counts.add_from(at as u32, &pieces, first);
            }
            counts.pieces.push(pieces);
        }
        counts.total = counts.words.iter().sum();
        counts
    }

    /// Counts the terms that begin with the piece number `first`.
    fn add_from(&mut self, column: u32, pieces: &[Piece], first: usize) {
        let mut key = Key::default();
        let mut content = false;
        let mut compound = true;
        for (i, piece) in pieces[first..].iter().take(LONGEST).enumerate() {
            let starts_badly = i == 0 && piece.part == Part::Grammar;
            let joins_badly = i > 0 && piece.part == Part::Grammar && !piece.joins;
            if piece.part == Part::Barrier || starts_badly || joins_badly || (i > 0 && !piece.follows) {
                return;
            }
            key[i] = piece.form;
            content |= piece.part == Part::Content;
            compound &= i == 0 || piece.hyphenated;
            if !content || piece.part == Part::Grammar {
                continue;
            }
            let index = *self.index.entry(key).or_insert_with(|| {
                self.terms.push(Counted { key, occurrences: Vec::new() });
                self.terms.len() - 1
            });
            let agenda = pieces[first].agenda && compound;
            let (first, last) = (first as u32, (first + i) as u32);
            self.terms[index].occurrences.push(Occurrence { column, first, last, agenda });
        }
    }
}

/// Folded forms as numbers, from 1.
#[derive(Default)]
struct Forms {
    numbers: HashMap<String, (u32, Part)>,
    seen: HashMap<String, (u32, Part)>,
}

impl Forms {
    /// The number of a word's folded form, and the word's part.
    fn number(&mut self, word: &str) -> (u32, Part) {
        if let Some(&known) = self.seen.get(word) {
            return known;
        }
        let form = fold(word);
        let part = part_of(word, &form);
        let next = self.numbers.len() as u32 + 1;
        let (number, _) = *self.numbers.entry(form).or_insert((next, part));
        self.seen.insert(word.to_owned(), (number, part));
        (number, part)
    }
}

/// A piece of a note and what it may be part of.
pub(super) struct Piece {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) form: u32,
    pub(super) part: Part,
    pub(super) follows: bool,
    pub(super) hyphenated: bool,
    /// Whether it is a word of grammar that may stand inside a term.
    pub(super) joins: bool,
    /// Whether it joins words on a level.
    pub(super) levels: bool,
    pub(super) agenda: bool,
}

fn classed(column: &Column, forms: &mut Forms) -> Vec<Piece> {
    let reading = &column.document.reading;
    let (text, note) = (reading.text(), &column.document.note);
    let ranges = |spans: Vec<Span>| merged(spans.into_iter().map(|span| reading.read_range(span)).collect());
    let agenda = ranges(agenda_spans(note));
    let questions = ranges(note.questions.iter().map(|question| question.span).collect());
    let left_out = ranges(procedure_spans(note));
    let persons = ranges(person_spans(note));
    let name_words: BTreeSet<&str> = column
        .words()
        .iter()
        .filter(|word| holds(&persons, word.range.start) && text[word.range.clone()].starts_with(char::is_uppercase))
        .map(|word| &text[word.range.clone()])
        .collect();
    let venue = ranges(note.event.venue.iter().map(|venue| venue.span).collect());
    let offices = names::names(column);
    let classed = pieces::pieces(column).into_iter().map(|piece| {
        let (at, word) = (piece.range.start, &text[piece.range.clone()]);
        let (form, part) = forms.number(word);
        let procedure = holds(&left_out, at) && !holds(&questions, at);
        let named = [&persons, &offices, &venue].into_iter().any(|places| holds(places, at));
        let outside = procedure || named || name_words.contains(word);
        Piece {
            start: piece.range.start as u32,
            end: piece.range.end as u32,
            form,
            part: if outside { Part::Barrier } else { part },
            follows: piece.follows,
            hyphenated: piece.hyphenated,
            joins: JOINING.iter().any(|joining| word.eq_ignore_ascii_case(joining)),
            levels: word.eq_ignore_ascii_case("and") || word.eq_ignore_ascii_case("or"),
            agenda: holds(&agenda, at),
        }
    });
    classed.collect()
}

/// Where a note states its own subject: a word that stands there counts though it stands there once.
fn agenda_spans(note: &Note) -> Vec<Span> {
    let lists = [&note.priorities, &note.questions];
    let mut spans: Vec<Span> = lists.into_iter().flatten().map(|cited| cited.span).collect();
    spans.extend(note.theme.iter().chain(&note.report.title).map(|cited| cited.span));
    let in_focus = note.pillars.passages.iter().filter(|passage| {
        passage.pillars.len() == 1 && note.pillars.focus.iter().any(|focus| passage.pillars.contains(&focus.value))
    });
    spans.extend(in_focus.map(|passage| passage.span));
    spans
}

/// Where a note speaks of procedure.
fn procedure_spans(note: &Note) -> Vec<Span> {
    let sections = note.sections.iter().filter(|section| section.kind == SectionKind::Programme);
    let footnotes = note.footnotes.iter().map(|footnote| footnote.span);
    sections.map(|section| section.span).chain(footnotes).collect()
}

fn person_spans(note: &Note) -> Vec<Span> {
    let speakers = note.programme.entries.iter().flat_map(|entry| &entry.speakers);
    let names = speakers.filter_map(|speaker| speaker.name.as_ref());
    let contacts = note.participation.contacts.iter().filter_map(|contact| contact.name.as_ref());
    let sender = note.letter.iter().filter_map(|letter| letter.sender.as_ref());
    names.chain(contacts).chain(sender).map(|name| name.span).collect()
}
