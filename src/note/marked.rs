//! A reading's blocks with what tells the parts of a note: their headings, and where its set words may stand.

use std::cell::OnceCell;

use super::heading;
use super::letter_forms::{ASSURES, CLOSINGS, closes_letter};
use super::model::SectionKind;
use super::phrase;
use super::word_index::{Places, WordIndex};
use crate::text::lex::Value;
use crate::text::{Block, BlockKind, Reading};

/// A reading's blocks, with what tells the parts of a note, each looked for once.
pub(super) struct Marked<'a> {
    pub(super) reading: &'a Reading,
    pub(super) headings: Vec<Option<SectionKind>>,
    /// Where a letter's closing words and a note's title may stand.
    closings: Places,
    pub(super) titles: Places,
    /// Behind the last row of a programme, once it is asked for.
    rows_end: OnceCell<usize>,
}

impl<'a> Marked<'a> {
    pub(super) fn of(reading: &'a Reading, words: &WordIndex<'_>) -> Self {
        let headings = reading.blocks().iter().map(|block| heading::section(reading, block)).collect();
        let closings = words.places(ASSURES.into_iter().chain(CLOSINGS));
        let titles = words.places(TITLES.into_iter().chain(EVENTS));
        Self { reading, headings, closings, titles, rows_end: OnceCell::new() }
    }

    /// Whether a block is the heading of a section of a known kind.
    pub(super) fn heads_known(&self, block: usize) -> bool {
        self.headings[block].is_some_and(|kind| kind != SectionKind::Other)
    }

    pub(super) fn text(&self, block: usize) -> &'a str {
        self.reading.block_text(&self.reading.blocks()[block])
    }

    /// Behind the last block that begins with a time.
    pub(super) fn rows_end(&self) -> usize {
        let begins_row = |block: &Block| {
            let first = self.reading.tokens_in(block.range.clone()).first();
            first.is_some_and(|(at, token)| matches!(token.value, Value::Time(..)) && at.start == block.range.start)
        };
        *self.rows_end.get_or_init(|| self.reading.blocks().iter().rposition(begins_row).map_or(0, |row| row + 1))
    }

    /// Whether a block may stand above a letter's salutation: its date, its letterhead, `Letter dated …`.
    pub(super) fn heads_letter(&self, block: usize) -> bool {
        const HEADS: [&str; 6] = ["president", "general assembly", "of the", "united nations", "letter", "annex"];
        let (text, block) = (self.text(block), &self.reading.blocks()[block]);
        let tokens = self.reading.tokens_in(block.range.clone());
        let dated = || tokens.iter().any(|(_, token)| matches!(token.value, Value::Date { .. }));
        let short = text.len() < 60 && !text.ends_with(['.', ':']) && block.kind == BlockKind::Text;
        is_dated_heading(text) || short && (dated() || phrase::has_any(text, &HEADS))
    }

    pub(super) fn closes_letter(&self, block: usize) -> bool {
        self.closings.any_in(&self.reading.blocks()[block].range) && closes_letter(self.text(block))
    }
}

/// `Letter dated 3 May 2018 from …`.
pub(super) fn is_dated_heading(text: &str) -> bool {
    phrase::find(text, "letter dated").is_some_and(|at| at.start == 0)
}

/// What the title of a note proper is made of.
pub(super) const TITLES: [&str; 11] = [
    "information note",
    "concept note",
    "background note",
    "interactive dialogue",
    "informal dialogue",
    "formal debate",
    "plenary debate",
    "thematic debate",
    "plenary meeting",
    "report of the secretary-general",
    "meeting programme",
];

/// Nouns for events that a title may begin with.
pub(super) const EVENTS: [&str; 15] = [
    "debate",
    "dialogue",
    "forum",
    "meeting",
    "plenary",
    "discussion",
    "conference",
    "briefing",
    "consultations",
    "hearing",
    "panel",
    "seminar",
    "workshop",
    "symposium",
    "summit",
];
