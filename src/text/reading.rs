//! A note's text as it reads once repaired, with a map back to the raw text.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::edit::Edit;
use super::footnote::FootnoteMark;
use super::lex::Token;
use super::source_map::SourceMap;
use super::span::Span;

/// What a block of the reading text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BlockKind {
    /// A line or a paragraph of running text, its lines joined.
    Text,
    /// An item of a list, its bullet left out.
    Item,
    /// A row of a table, its cells parted by tabs.
    Row,
    /// A footnote, its marker left out.
    Footnote,
    /// A page number or another line that belongs to the page and not to the text.
    Page,
}

/// One block: a line of the reading text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands in the reading text, its line break not counted.
    pub range: Range<usize>,
    /// Whether markup says that it is a heading.
    pub heading: bool,
    /// A footnote's mark, and where it stands before its words in the raw text.
    pub footnote: Option<(FootnoteMark, Span)>,
}

/// The text as read: repaired, its hard-wrapped lines joined to paragraphs, one block a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    pub(super) text: String,
    pub(super) blocks: Vec<Block>,
    pub(super) map: SourceMap,
    pub(super) edits: Vec<Edit>,
    /// These two are for the rules that read a note; a note that has been read does not carry them along.
    pub(super) tokens: Vec<(Range<usize>, Token)>,
    pub(super) scanned: bool,
}

impl Reading {
    /// The reading text: one block a line.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its blocks, in order.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The words of a block.
    pub fn block_text(&self, block: &Block) -> &str {
        &self.text[block.range.clone()]
    }

    /// Every change between the raw text and this one, in the order of the raw text.
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// Whether the text shows that it was scanned: only then may a word that looks like another be that one misread.
    pub fn is_scanned(&self) -> bool {
        self.scanned
    }

    /// The symbols, dates, times and addresses that stand in `range` of the reading text, each with its place there.
    pub fn tokens_in(&self, range: Range<usize>) -> &[(Range<usize>, Token)] {
        let from = self.tokens.partition_point(|(place, _)| place.start < range.start);
        let within = self.tokens[from..].iter().take_while(|(place, _)| place.start < range.end);
        &self.tokens[from..from + within.count()]
    }

    /// The place in the raw text of what stands at `range` of the reading text (which must not be empty).
    pub fn raw_span(&self, range: Range<usize>) -> Span {
        self.map.raw_span(range)
    }

    /// The range of the reading text that was read from `span` of the raw text; empty where nothing was.
    pub fn read_range(&self, span: Span) -> Range<usize> {
        self.map.read_range(span).unwrap_or(0..0)
    }
}
