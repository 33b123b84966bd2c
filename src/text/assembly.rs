//! Lines and edits put together to a reading, block by block, each piece with its place in the raw text.

use std::ops::Range;

use unicode_normalization::char::compose;

use super::edit::Edit;
use super::footnote::FootnoteLines;
use super::layout::{Line, LineKind};
use super::lex::Token;
use super::reading::{Block, BlockKind, Reading};
use super::source_map::Piece;
use super::span::Span;

/// A reading in the making.
pub(super) struct Assembly<'a> {
    raw: &'a str,
    edits: &'a [Edit],
    /// The starts of lines that no space parts from the line before.
    unspaced: Vec<usize>,
    reading: Reading,
    /// Where the block in the making begins in the reading text.
    block: usize,
    token_places: Vec<Option<Range<usize>>>,
    /// The tokens as the lexer found them.
    tokens: Vec<Token>,
}

impl<'a> Assembly<'a> {
    /// With the edits in order, none over another.
    pub(super) fn new(raw: &'a str, edits: &'a [Edit], unspaced: Vec<usize>, tokens: Vec<Token>) -> Self {
        let reading = Reading { text: String::with_capacity(raw.len()), ..Reading::default() };
        Self { raw, edits, unspaced, reading, block: 0, token_places: vec![None; tokens.len()], tokens }
    }

    /// Reads the lines of each block, one block a line.
    pub(super) fn assemble(mut self, lines: &[Line], blocks: &[Vec<usize>], notes: &[FootnoteLines]) -> Reading {
        for block in blocks {
            let Some(first) = block.first().map(|&i| &lines[i]) else { continue };
            let note = block.first().and_then(|line| notes.binary_search_by_key(line, |note| note.lines.start).ok());
            let note = note.map(|note| &notes[note]);
            let start = self.reading.text.len();
            self.block = start;
            let mut end: Option<usize> = None;
            for &i in block {
                let line = &lines[i];
                let from = match note {
                    Some(note) if note.lines.start == i => note.marker.end,
                    _ => line.range.start,
                };
                if let Some(end) = end {
                    self.gap(end..from);
                }
                self.line(from..line.range.end, &line.cell_breaks);
                end = Some(line.range.end);
            }
            self.trim_end(start);
            let text = self.reading.text.len() - start;
            let kind = match first.kind {
                LineKind::Text => BlockKind::Text,
                LineKind::Item => BlockKind::Item,
                LineKind::Row => BlockKind::Row,
                LineKind::Footnote => BlockKind::Footnote,
                LineKind::Page => BlockKind::Page,
            };
            let footnote = note.map(|note| (note.mark, Span::new(note.marker.clone())));
            if text > 0 {
                let range = start..start + text;
                self.reading.blocks.push(Block { kind, range, heading: first.heading, footnote });
                self.reading.text.push('\n');
            }
        }
        self.place_tokens();
        self.reading
    }

    /// The white space between two lines of a block, read as one space, unless a word goes on across it. Between the two
    /// may stand a footnote or a page number, so only what is white belongs to it.
    fn gap(&mut self, range: Range<usize>) {
        let joined = self.unspaced.binary_search(&range.end).is_ok() || self.crossing(range.end).is_some();
        if joined || self.reading.text.ends_with([' ', '\n', '\t']) {
            return;
        }
        let between = &self.raw[range.clone()];
        let white = between.len() - between.trim_start().len();
        if white > 0 {
            self.push(range.start..range.start + white, " ");
        }
    }

    /// The edit that begins before `at` and ends behind it.
    fn crossing(&self, at: usize) -> Option<&'a Edit> {
        let next = self.edits.partition_point(|edit| (edit.span.end as usize) <= at);
        self.edits.get(next).filter(|edit| (edit.span.start as usize) < at)
    }

    /// One line's words, its edits applied, its white space folded.
    fn line(&mut self, range: Range<usize>, cell_breaks: &[Range<usize>]) {
        let mut first = self.edits.partition_point(|edit| (edit.span.end as usize) <= range.start);
        let mut at = range.start;
        // What was mended across the line's start stands in the line before.
        if let Some(edit) = self.crossing(range.start) {
            at = (edit.span.end as usize).min(range.end);
            first += 1;
        }
        let mut next = first;
        let mut cells = cell_breaks.iter().filter(|cell| cell.start >= range.start).peekable();
        while at < range.end {
            let edit = self.edits.get(next).filter(|edit| (edit.span.start as usize) < range.end);
            let stop = edit.map_or(range.end, |edit| (edit.span.start as usize).max(at));
            if let Some(cell) =
                cells.next_if(|cell| cell.start < stop || Some(cell.start) == edit.map(|e| e.span.start as usize))
            {
                self.plain(at..cell.start.max(at));
                self.cell(cell.clone());
                at = cell.end.max(at);
                if edit.is_some_and(|edit| edit.span.end as usize <= at) {
                    next += 1;
                }
                continue;
            }
            self.plain(at..stop);
            let Some(edit) = edit else { break };
            let (span, to) = (edit.span, edit.to.clone());
            self.edited(span, &to);
            at = (span.end as usize).max(at);
            next += 1;
        }
    }

    fn cell(&mut self, range: Range<usize>) {
        self.trim_end(self.block);
        self.push(range, "\t");
    }

    fn edited(&mut self, span: Span, to: &str) {
        if to.is_empty() {
            return;
        }
        let blank = self.reading.text.ends_with([' ', '\n', '\t']) || self.reading.text.is_empty();
        if to == " " && blank {
            return;
        }
        self.push(span.range(), to);
    }

    /// Raw text as it stands, white space folded to single spaces, decomposed letters composed.
    fn plain(&mut self, range: Range<usize>) {
        let raw = self.raw;
        let mut at = range.start;
        while at < range.end {
            let rest = &raw[at..range.end];
            let run = plain_run(rest);
            if run > 0 {
                self.verbatim(at..at + run);
                at += run;
                continue;
            }
            let Some(c) = rest.chars().next() else { break };
            let end = at + c.len_utf8();
            if c.is_whitespace() || c.is_control() {
                let blank = self.reading.text.is_empty() || self.reading.text.ends_with([' ', '\n', '\t']);
                match (blank, c) {
                    (true, _) => {}
                    (false, ' ') => self.verbatim(at..end),
                    (false, _) => self.push(at..end, " "),
                }
            } else if ('\u{300}'..='\u{36F}').contains(&c) {
                self.combine(c, at..end);
            } else {
                self.verbatim(at..end);
            }
            at = end;
        }
    }

    /// A combining mark, joined to its letter.
    fn combine(&mut self, mark: char, range: Range<usize>) {
        let Some(letter) = self.reading.text.chars().next_back() else { return };
        let Some(composed) = compose(letter, mark) else { return self.verbatim(range) };
        let start = self.reading.map.start_of_last(letter.len_utf8()).unwrap_or(range.start);
        self.reading.text.pop();
        self.reading.map.truncate(self.reading.text.len());
        let mut buffer = [0; 4];
        self.push(start..range.end, composed.encode_utf8(&mut buffer));
    }

    fn verbatim(&mut self, range: Range<usize>) {
        let read = self.reading.text.len();
        self.reading.text.push_str(&self.raw[range.clone()]);
        self.reading.map.push(Piece { read, length: range.len(), raw: Span::new(range), verbatim: true });
    }

    fn push(&mut self, range: Range<usize>, reads: &str) {
        let read = self.reading.text.len();
        self.reading.map.push(Piece { read, length: reads.len(), raw: Span::new(range), verbatim: false });
        self.reading.text.push_str(reads);
    }

    /// Cuts the white space at the end of what was read so far, down to `least` bytes.
    fn trim_end(&mut self, least: usize) {
        let end = self.reading.text[least..].trim_end().len() + least;
        self.reading.text.truncate(end);
        self.reading.map.truncate(end);
    }

    /// Gives each token its place in the reading text. What two blocks share is none: its halves stand in other contexts.
    fn place_tokens(&mut self) {
        self.reading.map.index();
        for (token, place) in self.tokens.iter().zip(&mut self.token_places) {
            *place = self.reading.map.read_range(token.span);
        }
        let tokens = std::mem::take(&mut self.tokens);
        let text = &self.reading.text;
        let in_block = |place: &Range<usize>| !text[place.clone()].contains('\n');
        let placed = self.token_places.drain(..).zip(tokens);
        self.reading.tokens = placed.filter_map(|(place, token)| Some((place.filter(in_block)?, token))).collect();
        self.reading.tokens.sort_by_key(|(place, _)| place.start);
    }
}

/// How many bytes at the start of `text` are read as they stand: ASCII characters, and single spaces after such.
fn plain_run(text: &str) -> usize {
    let mut spaced = true;
    let mut plain = |byte: u8| match byte {
        b'!'..=b'~' => {
            spaced = false;
            true
        }
        b' ' => !std::mem::replace(&mut spaced, true),
        _ => false,
    };
    text.bytes().take_while(|&byte| plain(byte)).count()
}
