//! A note's text as it reads once repaired, with a map back to the raw text.

use std::ops::Range;

use super::span::Span;

/// What a block of the reading text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// A line or a paragraph of running text, its lines joined.
    Text,
    /// An item of a list, its bullet left out.
    Item,
    /// A row of a table, its cells parted by tabs.
    Row,
    /// A footnote, its marker first.
    Footnote,
    /// A page number or another line that belongs to the page and not to the text.
    Page,
}

/// One block: a line of the reading text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands in the reading text, its line break not counted.
    pub range: Range<usize>,
}

/// A stretch of the reading text and the stretch of raw text that it was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    read: usize,
    raw: Span,
    /// Whether the two are the same bytes, so that offsets within can be told.
    verbatim: bool,
}

/// The text as read: repaired, its hard-wrapped lines joined to paragraphs, one block a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    text: String,
    blocks: Vec<Block>,
    pieces: Vec<Piece>,
}

impl Reading {
    /// Reads `raw` as it stands: a block for each line that is not blank.
    pub fn of(raw: &str) -> Self {
        let mut reading = Self::default();
        let mut at = 0;
        for line in raw.split_inclusive('\n') {
            let trimmed = line.trim();
            let start = at + (line.len() - line.trim_start().len());
            at += line.len();
            if !trimmed.is_empty() {
                let read = reading.text.len();
                reading.pieces.push(Piece { read, raw: Span::new(start..start + trimmed.len()), verbatim: true });
                reading.text.push_str(trimmed);
                reading.blocks.push(Block { kind: BlockKind::Text, range: read..reading.text.len() });
                reading.text.push('\n');
            }
        }
        reading
    }

    /// The reading text: one block a line.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its blocks, in order.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The place in the raw text of what stands at `range` of the reading text (which must not be empty).
    pub fn raw_span(&self, range: Range<usize>) -> Span {
        let start = self.raw_offset(range.start, false);
        let end = self.raw_offset(range.end, true);
        Span { start, end: end.max(start + 1) }
    }

    fn raw_offset(&self, read: usize, end: bool) -> u32 {
        let found = self.pieces.partition_point(|piece| if end { piece.read < read } else { piece.read <= read });
        let Some(piece) = found.checked_sub(1).and_then(|i| self.pieces.get(i)) else { return 0 };
        let within = (read - piece.read) as u32;
        match piece.verbatim {
            true => (piece.raw.start + within).min(piece.raw.end),
            false if end => piece.raw.end,
            false => piece.raw.start,
        }
    }

    /// The range of the reading text that was read from `span` of the raw text; empty where nothing was.
    pub fn read_range(&self, span: Span) -> Range<usize> {
        let mut range: Option<Range<usize>> = None;
        for piece in self.pieces.iter().filter(|piece| piece.raw.overlaps(span)) {
            let (from, to) = match piece.verbatim {
                true => (span.start.max(piece.raw.start), span.end.min(piece.raw.end)),
                false => (piece.raw.start, piece.raw.end),
            };
            let start = piece.read + (from - piece.raw.start) as usize;
            let end = piece.read + (to - piece.raw.start) as usize;
            range = Some(range.map_or(start..end, |r| r.start.min(start)..r.end.max(end)));
        }
        range.unwrap_or(0..0)
    }
}
