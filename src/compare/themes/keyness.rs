//! The words and phrases that set one year's note apart from the others.
//!
//! Each note is held against all others together. How sure the difference is: log-likelihood G² (T. Dunning, "Accurate
//! methods for the statistics of surprise and coincidence", Computational Linguistics 19, 1993), in the two-cell form of
//! P. Rayson and R. Garside, "Comparing corpora using frequency profiling", 2000. How large it is: log ratio, the binary
//! logarithm of the ratio of the two rates (A. Hardie, "Log Ratio: an informal introduction", 2014), a rate of nothing
//! taken as half an occurrence.
//!
//! Only what a note says of its subject is counted: the programme is left out but for the questions it puts, and so are
//! names, offices, contacts, places, dates and symbols. Linear in the text; terms are kept once for all notes.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use serde::Serialize;

use super::pieces;
use super::stop_words::{Part, part_of};
use crate::compare::comparison::{Column, Comparison, Place};
use crate::compare::stem::fold;
use crate::note::model::{Note, SectionKind};
use crate::text::Span;

/// The least G² that is shown: a difference that chance gives once in ten times (χ² with one degree of freedom).
const LEAST_G2: f64 = 2.71;
/// The least G² of a term that stands in every note: once in a thousand times.
const LEAST_G2_IN_ALL: f64 = 10.83;
/// The least effect that is shown: twice as frequent as elsewhere.
const LEAST_LOG_RATIO: f64 = 1.0;
/// The longest phrase.
const LONGEST: usize = 3;

/// What sets one note apart.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Distinctive {
    /// The note.
    pub column: usize,
    /// How many of its words were counted.
    pub words: usize,
    /// Its distinctive terms, the surest first; none where there is no other note to hold it against.
    pub terms: Vec<Term>,
}

/// A word or a phrase that a note uses more than the others do.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Term {
    /// The term, as the note mostly writes it.
    pub text: String,
    /// How often the note has it.
    pub count: usize,
    /// How often the others have it.
    pub elsewhere: usize,
    /// `count` per 1,000 words.
    pub rate: f64,
    /// `elsewhere` per 1,000 words.
    pub rate_elsewhere: f64,
    /// Log-likelihood: how sure the difference is.
    pub g2: f64,
    /// Log ratio: how large it is; 1 is twice as frequent, 2 four times.
    pub log_ratio: f64,
    /// Where the note has it.
    pub places: Vec<Place>,
}

/// What sets each note apart from the others.
pub fn keyness(comparison: &Comparison) -> Vec<Distinctive> {
    let columns = comparison.columns();
    let counts = Counts::of(columns);
    let mut candidates: Vec<Vec<Candidate>> = vec![Vec::new(); columns.len()];
    for (index, term) in counts.terms.iter().enumerate() {
        for run in term.occurrences.chunk_by(|a, b| a.column == b.column) {
            let column = run[0].column as usize;
            candidates[column].extend(candidate(&counts, index, term, run, column));
        }
    }
    columns
        .iter()
        .zip(candidates)
        .enumerate()
        .map(|(at, (column, candidates))| Distinctive {
            column: at,
            words: counts.words[at],
            terms: without_repetition(&counts, candidates)
                .into_iter()
                .map(|found| term(at, column, &counts, &found))
                .collect(),
        })
        .collect()
}

/// G² of `a` occurrences in `c` words against `b` in `d`.
pub fn log_likelihood(a: usize, c: usize, b: usize, d: usize) -> f64 {
    let (a, b, c, d) = (a as f64, b as f64, c as f64, d as f64);
    let part = |observed: f64, words: f64| {
        let expected = words * (a + b) / (c + d);
        if observed == 0.0 { 0.0 } else { observed * (observed / expected).ln() }
    };
    2.0 * (part(a, c) + part(b, d))
}

/// Log ratio of `a` occurrences in `c` words against `b` in `d`; nothing is taken as half an occurrence.
pub fn log_ratio(a: usize, c: usize, b: usize, d: usize) -> f64 {
    let rate = |n: usize, words: usize| if n == 0 { 0.5 } else { n as f64 } / words.max(1) as f64;
    (rate(a, c) / rate(b, d)).log2()
}

/// The folded forms of a term, as numbers; 0 where it is shorter.
type Key = [u32; LONGEST];

#[derive(Clone, Copy)]
struct Occurrence {
    column: u32,
    start: u32,
    end: u32,
    /// Whether it stands where the note states its own subject, or is one hyphenated word there.
    agenda: bool,
}

struct Counted {
    key: Key,
    occurrences: Vec<Occurrence>,
}

/// All terms of all notes.
struct Counts {
    terms: Vec<Counted>,
    words: Vec<usize>,
    index: HashMap<Key, usize>,
}

#[derive(Clone)]
struct Candidate {
    term: usize,
    count: usize,
    first: usize,
    g2: f64,
    log_ratio: f64,
}

impl Counts {
    fn of(columns: &[Column]) -> Self {
        let mut counts = Self { terms: Vec::new(), words: Vec::new(), index: HashMap::new() };
        let mut forms = Forms::default();
        for (at, column) in columns.iter().enumerate() {
            let pieces = classed(column, &mut forms);
            counts.words.push(pieces.iter().filter(|piece| piece.part != Part::Barrier).count());
            for first in 0..pieces.len() {
                counts.add_from(at as u32, &pieces[first..]);
            }
        }
        counts
    }

    /// Counts the terms that begin with the first of `pieces`.
    fn add_from(&mut self, column: u32, pieces: &[Piece]) {
        let mut key = Key::default();
        let mut content = false;
        let mut compound = true;
        for (i, piece) in pieces.iter().take(LONGEST).enumerate() {
            let starts_badly = i == 0 && piece.part == Part::Grammar;
            if piece.part == Part::Barrier || starts_badly || (i > 0 && !piece.follows) {
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
            let agenda = pieces[0].agenda && compound;
            let (start, end) = (pieces[0].start, piece.end);
            self.terms[index].occurrences.push(Occurrence { column, start, end, agenda });
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
struct Piece {
    start: u32,
    end: u32,
    form: u32,
    part: Part,
    follows: bool,
    hyphenated: bool,
    agenda: bool,
}

fn classed(column: &Column, forms: &mut Forms) -> Vec<Piece> {
    let reading = &column.document.reading;
    let (text, note) = (reading.text(), &column.document.note);
    let ranges = |spans: Vec<Span>| merged(spans.into_iter().map(|span| reading.read_range(span)).collect());
    let agenda = ranges(agenda_spans(note));
    let questions = ranges(note.questions.iter().map(|question| question.span).collect());
    let left_out = ranges(procedure_spans(note));
    let names = ranges(name_spans(note));
    let name_words: BTreeSet<&str> = column
        .words()
        .iter()
        .filter(|word| holds(&names, word.range.start) && text[word.range.clone()].starts_with(char::is_uppercase))
        .map(|word| &text[word.range.clone()])
        .collect();
    let places = ranges(place_spans(note));
    let classed = pieces::pieces(column).into_iter().map(|piece| {
        let (at, word) = (piece.range.start, &text[piece.range.clone()]);
        let (form, part) = forms.number(word);
        let procedure = holds(&left_out, at) && !holds(&questions, at);
        let outside = procedure || holds(&names, at) || holds(&places, at) || name_words.contains(word);
        Piece {
            start: piece.range.start as u32,
            end: piece.range.end as u32,
            form,
            part: if outside { Part::Barrier } else { part },
            follows: piece.follows,
            hyphenated: piece.hyphenated,
            agenda: holds(&agenda, at),
        }
    });
    classed.collect()
}

/// Where a note states its own subject: a word that stands there counts though it stands there once.
fn agenda_spans(note: &Note) -> Vec<Span> {
    let lists = [&note.purposes, &note.priorities, &note.questions];
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

fn name_spans(note: &Note) -> Vec<Span> {
    let speakers = note.programme.entries.iter().flat_map(|entry| &entry.speakers);
    let names = speakers.filter_map(|speaker| speaker.name.as_ref());
    let contacts = note.participation.contacts.iter().filter_map(|contact| contact.name.as_ref());
    let sender = note.letter.iter().filter_map(|letter| letter.sender.as_ref());
    names.chain(contacts).chain(sender).map(|name| name.span).collect()
}

fn place_spans(note: &Note) -> Vec<Span> {
    let speakers = note.programme.entries.iter().flat_map(|entry| &entry.speakers);
    let offices = speakers.filter_map(|speaker| speaker.office.as_ref());
    let office = note.letter.iter().filter_map(|letter| letter.office.as_ref());
    offices.chain(office).chain(&note.event.venue).map(|cited| cited.span).collect()
}

/// Ranges in order, those that touch made one.
fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| range.start);
    let mut out: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match out.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => out.push(range),
        }
    }
    out
}

fn holds(ranges: &[Range<usize>], at: usize) -> bool {
    let next = ranges.partition_point(|range| range.start <= at);
    next > 0 && at < ranges[next - 1].end
}

/// The term as a candidate for `column`, where it passes every floor.
fn candidate(counts: &Counts, index: usize, term: &Counted, run: &[Occurrence], column: usize) -> Option<Candidate> {
    let (count, elsewhere) = (run.len(), term.occurrences.len() - run.len());
    let words = counts.words[column];
    let others = counts.words.iter().sum::<usize>() - words;
    if others == 0 || (count == 1 && (elsewhere > 0 || !run[0].agenda)) {
        return None;
    }
    let g2 = log_likelihood(count, words, elsewhere, others);
    let log_ratio = log_ratio(count, words, elsewhere, others);
    let columns = term.occurrences.chunk_by(|a, b| a.column == b.column).count();
    let least = if columns == counts.words.len() { LEAST_G2_IN_ALL } else { LEAST_G2 };
    let first = run[0].start as usize;
    (g2 >= least && log_ratio >= LEAST_LOG_RATIO).then_some(Candidate { term: index, count, first, g2, log_ratio })
}

/// The candidates in order, without those that only repeat another: a part of a phrase that hardly stands without it, and
/// a phrase that is but one of many uses of a word listed already.
fn without_repetition(counts: &Counts, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.sort_by(|a, b| b.g2.total_cmp(&a.g2).then(a.first.cmp(&b.first)).then(a.term.cmp(&b.term)));
    let of_term: HashMap<usize, usize> = candidates.iter().map(|found| (found.term, found.count)).collect();
    let mut repeated: BTreeSet<usize> = BTreeSet::new();
    for found in &candidates {
        for part in parts(&counts.terms[found.term].key) {
            let Some((part, &whole)) = counts.index.get(&part).and_then(|i| Some((*i, of_term.get(i)?))) else {
                continue;
            };
            if found.count * 4 >= whole * 3 {
                repeated.insert(part);
            } else if found.count * 4 <= whole {
                repeated.insert(found.term);
            }
        }
    }
    candidates.retain(|found| !repeated.contains(&found.term));
    candidates
}

/// The shorter terms within a term.
fn parts(key: &Key) -> Vec<Key> {
    let length = key.iter().take_while(|&&form| form != 0).count();
    let mut parts = Vec::new();
    for from in 0..length {
        for to in from + 1..=length {
            if to - from < length {
                let mut part = Key::default();
                part[..to - from].copy_from_slice(&key[from..to]);
                parts.push(part);
            }
        }
    }
    parts
}

fn term(at: usize, column: &Column, counts: &Counts, found: &Candidate) -> Term {
    let counted = &counts.terms[found.term];
    let reading = &column.document.reading;
    let own = || counted.occurrences.iter().filter(|occurrence| occurrence.column as usize == at);
    let range = |occurrence: &Occurrence| occurrence.start as usize..occurrence.end as usize;
    let elsewhere = counted.occurrences.len() - found.count;
    let words = counts.words[at];
    let others = counts.words.iter().sum::<usize>() - words;
    let per_thousand = |n: usize, of: usize| 1000.0 * n as f64 / of.max(1) as f64;
    Term {
        text: usual_form(own().map(|occurrence| &reading.text()[range(occurrence)])),
        count: found.count,
        elsewhere,
        rate: per_thousand(found.count, words),
        rate_elsewhere: per_thousand(elsewhere, others),
        g2: found.g2,
        log_ratio: found.log_ratio,
        places: own().map(|occurrence| Place { column: at, span: reading.raw_span(range(occurrence)) }).collect(),
    }
}

/// The commonest of `forms`; of equals the one in lower case, which stands at no sentence's beginning.
fn usual_form<'a>(forms: impl Iterator<Item = &'a str>) -> String {
    let mut counted: BTreeMap<String, usize> = BTreeMap::new();
    for form in forms {
        *counted.entry(form.split_whitespace().collect::<Vec<_>>().join(" ")).or_default() += 1;
    }
    let lower = |form: &str| form.chars().filter(|c| c.is_lowercase()).count();
    let best = counted.into_iter().max_by_key(|(form, count)| (*count, lower(form), Reverse(form.clone())));
    best.map_or_else(String::new, |(form, _)| form)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn log_likelihood_is_that_of_the_literature() {
        // Both corpora expected to hold 5 and 10 of the 15: 2 (10 ln 2 + 5 ln ½).
        let expected = 2.0 * (10.0 * (10.0_f64 / 5.0).ln() + 5.0 * (5.0_f64 / 10.0).ln());
        assert!((log_likelihood(10, 1000, 5, 2000) - expected).abs() < 1e-9);
        assert!((expected - 6.931).abs() < 0.001);
    }

    #[test]
    fn log_ratio_doubles() {
        assert!((log_ratio(10, 1000, 5, 1000) - 1.0).abs() < 1e-9);
        assert!((log_ratio(4, 1000, 0, 1000) - 3.0).abs() < 1e-9);
    }
}
