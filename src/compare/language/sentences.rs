//! The sentences of a note, with their words as numbers to compare by.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::sync::LazyLock;

use crate::compare::comparison::{Column, Place, Whereabouts};
use crate::compare::names::{person_words, plain};
use crate::compare::ranges::{holds, merged};
use crate::compare::stem::fold;
use crate::compare::themes::stop_words::{Part, part_of};
use crate::compare::words::tokens;
use crate::note::Document;
use crate::note::model::SectionKind;
use crate::text::BlockKind;
use crate::text::sentence::sentences;

/// The fewest words of what is taken for a sentence: a heading or a greeting has fewer.
const FEWEST_WORDS: usize = 4;
/// The words from which a line without a closing mark is taken for a sentence that lost it, and not for an address.
const LONG: usize = 12;
/// How many words alike make two sentences begin alike.
pub(super) const START: usize = 4;
/// The most persons of a row by whom it is told apart from others.
const MOST_PERSONS: usize = 8;
/// Words that stand in every such note, so that sharing them says little of where a sentence comes from.
const FORMULAS: &str = "responsibility protect general assembly secretary member state united nation genocide war crime \
    ethnic cleansing humanity atrocity dialogue informal interactive population report principle against";

static FORMULA_FORMS: LazyLock<BTreeSet<String>> = LazyLock::new(|| FORMULAS.split_whitespace().map(fold).collect());

/// A sentence of a note.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Where it stands in the reading text.
    pub range: Range<usize>,
    /// Its section.
    pub section: Option<SectionKind>,
    /// Its paragraph, as an index into the reading's blocks.
    pub block: usize,
    /// Its words as numbers of the vocabulary, in folded form.
    pub(super) forms: Vec<u32>,
    /// Whether it is a row of the programme or running text.
    pub(super) shape: Shape,
    /// The persons whom it names as a row of the programme, each by the words of the name; [`MOST_PERSONS`] at most.
    pub(super) persons: Vec<Vec<String>>,
}

/// What a sentence is as a piece of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A row of the programme, or a part of one.
    Row,
    /// A sentence outside the programme's rows that ends as one does.
    Running,
    /// A heading, an item, or what may be either of the others.
    Other,
}

/// Folded forms as numbers, and how much sharing each says.
#[derive(Debug, Default)]
pub struct Vocabulary {
    numbers: HashMap<String, u32>,
    seen: HashMap<String, u32>,
    pub(super) weights: Vec<f32>,
}

impl Vocabulary {
    fn number(&mut self, word: &str) -> u32 {
        if let Some(&number) = self.seen.get(word) {
            return number;
        }
        let form = fold(&plain(word));
        let next = self.weights.len() as u32;
        let number = *self.numbers.entry(form.clone()).or_insert(next);
        if number == next {
            let formula = FORMULA_FORMS.contains(&form);
            self.weights.push(match part_of(word, &form) {
                Part::Grammar | Part::Barrier | Part::Numeral => 0.25,
                Part::Content if formula => 0.4,
                Part::Content => 1.0,
            });
        }
        self.seen.insert(word.to_owned(), number);
        number
    }

    /// The forms of a text's words.
    pub(super) fn forms(&mut self, text: &str) -> Vec<u32> {
        tokens(text).filter(|token| token.is_word).map(|token| self.number(&text[token.range])).collect()
    }

    /// The number of a word that it has met.
    pub(super) fn known(&self, word: &str) -> Option<u32> {
        self.numbers.get(&fold(&plain(word))).copied()
    }

    pub(super) fn weight(&self, forms: &[u32]) -> f32 {
        forms.iter().map(|&form| self.weights[form as usize]).sum()
    }
}

/// The sentences of a note's running text, lists and footnotes; headings, title blocks, addresses and the rows of the
/// programme are none.
pub fn sentences_of(column: &Column, vocabulary: &mut Vocabulary) -> Vec<Sentence> {
    let Document { reading, note, .. } = column.document;
    let headings = note.sections.iter().filter_map(|section| section.heading.as_ref()).map(|heading| heading.span);
    let rows = note.programme.entries.iter().filter(|entry| entry.start.is_some()).map(|entry| entry.span);
    let questions = merged(note.questions.iter().map(|question| reading.read_range(question.span)).collect());
    let left_out = merged(headings.chain(rows).map(|span| reading.read_range(span)).collect());
    let mut sentences = units_of(column, vocabulary);
    sentences.retain(|sentence| {
        let (start, kind) = (sentence.range.start, reading.blocks()[sentence.block].kind);
        let words = sentence.forms.len();
        let ends = sentence.text(column).ends_with(['.', '?', '!', ':', ';', '"', '”', ')']) || kind == BlockKind::Item;
        let is_question = holds(&questions, start);
        kind != BlockKind::Row
            && sentence.section != Some(SectionKind::Title)
            && (is_question || !holds(&left_out, start))
            && words >= FEWEST_WORDS
            && (ends || is_question || words >= LONG)
    });
    sentences
}

/// All that a note says, in sentences; a heading or a row of a table is one.
pub fn units_of(column: &Column, vocabulary: &mut Vocabulary) -> Vec<Sentence> {
    let reading = &column.document.reading;
    let text = reading.text();
    let rows = column.document.note.programme.entries.iter().filter(|entry| entry.title.is_some());
    let rows = merged(rows.map(|row| reading.read_range(row.span)).collect());
    let mut names = names_in_rows(column).into_iter().peekable();
    let mut found = Vec::new();
    for (at, block) in reading.blocks().iter().enumerate().filter(|(_, block)| block.kind != BlockKind::Page) {
        let ranges = match block.kind {
            BlockKind::Row => vec![block.range.clone()],
            _ => {
                let inner = sentences(&text[block.range.clone()]).into_iter();
                inner.map(|range| range.start + block.range.start..range.end + block.range.start).collect()
            }
        };
        for range in ranges {
            let forms = vocabulary.forms(&text[range.clone()]);
            let section = column.section_at(range.start);
            let shape = match (holds(&rows, range.start), text[range.clone()].ends_with('.')) {
                (true, false) => Shape::Row,
                (false, true) => Shape::Running,
                _ => Shape::Other,
            };
            let mut persons = Vec::new();
            while let Some((start, name)) = names.next_if(|(start, _)| *start < range.end) {
                persons.extend((start >= range.start && persons.len() < MOST_PERSONS).then_some(name));
            }
            found.push(Sentence { range, section, block: at, forms, shape, persons });
        }
    }
    found
}

/// Where the rows of the programme name a person, in the order of the reading text, each by the words of the name. A
/// programme in prose has no rows.
fn names_in_rows(column: &Column) -> Vec<(usize, Vec<String>)> {
    let Document { reading, note, .. } = column.document;
    let rows = note.programme.entries.iter().filter(|entry| entry.title.is_some());
    let names = rows.flat_map(|row| &row.speakers).filter_map(|speaker| speaker.name.as_ref());
    let mut names: Vec<(usize, Vec<String>)> =
        names.map(|name| (reading.read_range(name.span).start, person_words(&name.value))).collect();
    names.sort();
    names.dedup();
    names
}

impl Sentence {
    /// Its words.
    pub fn text<'a>(&self, column: &Column<'a>) -> &'a str {
        &column.document.reading.text()[self.range.clone()]
    }

    /// Where it stands in the raw text.
    pub fn place(&self, at: usize, column: &Column) -> Place {
        Place { column: at, span: column.document.reading.raw_span(self.range.clone()) }
    }

    /// Its section and paragraph.
    pub fn whereabouts(&self, column: &Column) -> Whereabouts {
        column.whereabouts(self.range.start)
    }
}
