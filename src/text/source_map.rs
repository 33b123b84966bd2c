//! From an edited text back to the text that was edited.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::edit::Edit;
use super::span::Span;

/// A stretch of the new text and the stretch of the old that it was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Piece {
    /// Where it begins in the new text.
    pub(super) read: usize,
    /// How many bytes of the new text it is.
    pub(super) length: usize,
    /// Where it stands in the old text.
    pub(super) raw: Span,
    /// Whether the two are the same bytes, so that offsets within can be told.
    pub(super) verbatim: bool,
}

/// The pieces of a new text, in its order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct SourceMap {
    pieces: Vec<Piece>,
    /// The pieces in the order of the old text, once they are [indexed](SourceMap::index): which, and where the last of them
    /// and of those before it ends.
    by_raw: Vec<(u32, u32)>,
}

impl SourceMap {
    /// A map of these pieces, ready.
    pub(super) fn of(pieces: Vec<Piece>) -> Self {
        let mut map = Self { pieces, by_raw: Vec::new() };
        map.index();
        map
    }

    /// Its pieces, in the order of the new text.
    pub(super) fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// Makes the map ready for [`SourceMap::read_range`], when it has all its pieces.
    pub(super) fn index(&mut self) {
        self.by_raw = (0..self.pieces.len() as u32).map(|number| (number, 0)).collect();
        self.by_raw.sort_by_key(|&(number, _)| self.pieces[number as usize].raw);
        let mut last = 0;
        for (number, end) in &mut self.by_raw {
            last = last.max(self.pieces[*number as usize].raw.end);
            *end = last;
        }
    }

    /// Adds what stands at `read` of the new text; verbatim pieces that go on grow together.
    pub(super) fn push(&mut self, piece: Piece) {
        match self.pieces.last_mut() {
            Some(last)
                if piece.verbatim
                    && last.verbatim
                    && last.raw.end == piece.raw.start
                    && last.read + last.length == piece.read =>
            {
                last.raw.end = piece.raw.end;
                last.length += piece.length;
            }
            _ => self.pieces.push(piece),
        }
    }

    /// Where the last `length` bytes of the new text begin in the old; `None` where they are a part of a longer reading.
    pub(super) fn start_of_last(&self, length: usize) -> Option<usize> {
        let last = self.pieces.last()?;
        match last.verbatim {
            true => (last.raw.end as usize).checked_sub(length),
            false => (last.length == length).then_some(last.raw.start as usize),
        }
    }

    /// Forgets what was read from `read` on.
    pub(super) fn truncate(&mut self, read: usize) {
        while let Some(last) = self.pieces.last_mut() {
            if last.read >= read && last.length > 0 {
                self.pieces.pop();
                continue;
            }
            let over = (last.read + last.length).saturating_sub(read);
            if over > 0 {
                last.length -= over;
                if last.verbatim {
                    last.raw.end -= over as u32;
                }
            }
            return;
        }
    }

    /// The place in the old text of what stands at `range` of the new, which must not be empty.
    pub(super) fn raw_span(&self, range: Range<usize>) -> Span {
        let first = self.pieces.partition_point(|piece| piece.read <= range.start).saturating_sub(1);
        let last = self.pieces.partition_point(|piece| piece.read < range.end).max(first + 1);
        let mut span: Option<Span> = None;
        for piece in self.pieces.get(first..last).unwrap_or_default() {
            let part = match piece.verbatim {
                true => {
                    let from = piece.raw.start + (range.start.max(piece.read) - piece.read) as u32;
                    let to = piece.raw.start + (range.end - piece.read) as u32;
                    Span { start: from.min(piece.raw.end), end: to.min(piece.raw.end) }
                }
                false => piece.raw,
            };
            if part.start < part.end {
                span = Some(span.map_or(part, |span| span.cover(part)));
            }
        }
        span.unwrap_or(Span { start: 0, end: 0 })
    }

    /// The range of the new text that was made from `span` of the old; `None` where nothing was.
    pub(super) fn read_range(&self, span: Span) -> Option<Range<usize>> {
        let first = self.by_raw.partition_point(|&(_, end)| end <= span.start);
        let pieces = self.by_raw[first..].iter().map(|&(number, _)| &self.pieces[number as usize]);
        let mut range: Option<Range<usize>> = None;
        for piece in pieces.take_while(|piece| piece.raw.start < span.end).filter(|piece| piece.raw.overlaps(span)) {
            let place = piece.read_part(span);
            range = Some(range.map_or(place.clone(), |r| r.start.min(place.start)..r.end.max(place.end)));
        }
        range
    }

    /// This map's new text as made from the text that `earlier` was made from.
    pub(super) fn after(&self, earlier: &Self) -> Self {
        let mut composed = Self::default();
        for piece in &self.pieces {
            if !piece.verbatim {
                composed.push(Piece { raw: earlier.raw_span(piece.raw.range()), ..*piece });
                continue;
            }
            let (start, end) = (piece.raw.start as usize, piece.raw.end as usize);
            let first = earlier.pieces.partition_point(|old| old.read + old.length <= start);
            for old in earlier.pieces[first..].iter().take_while(|old| old.read < end) {
                let (from, to) = (old.read.max(start), (old.read + old.length).min(end));
                if from >= to {
                    continue;
                }
                let raw = match old.verbatim {
                    true => {
                        let base = old.raw.start as usize;
                        Span::new(base + from - old.read..base + to - old.read)
                    }
                    false => old.raw,
                };
                let read = piece.read + (from - start);
                composed.push(Piece { read, length: to - from, raw, verbatim: old.verbatim });
            }
        }
        composed.index();
        composed
    }
}

impl Piece {
    /// The part of the new text that was made from `span` of the old.
    fn read_part(&self, span: Span) -> Range<usize> {
        match self.verbatim {
            true => {
                let from = span.start.max(self.raw.start) - self.raw.start;
                let to = span.end.min(self.raw.end) - self.raw.start;
                self.read + from as usize..self.read + to as usize
            }
            false => self.read..self.read + self.length,
        }
    }
}

/// `text` with `edits` made, which are in order and do not overlap, and the map back.
pub(super) fn apply(text: &str, edits: &[Edit]) -> (String, SourceMap) {
    let mut new = String::with_capacity(text.len());
    let mut map = SourceMap::default();
    let mut at = 0;
    let keep = |range: Range<usize>, new: &mut String, map: &mut SourceMap| {
        if !range.is_empty() {
            map.push(Piece { read: new.len(), length: range.len(), raw: Span::new(range.clone()), verbatim: true });
            new.push_str(&text[range]);
        }
    };
    for edit in edits {
        let range = edit.span.range();
        keep(at..range.start.max(at), &mut new, &mut map);
        if !edit.to.is_empty() {
            map.push(Piece { read: new.len(), length: edit.to.len(), raw: edit.span, verbatim: false });
            new.push_str(&edit.to);
        }
        at = range.end.max(at);
    }
    keep(at..text.len(), &mut new, &mut map);
    (new, map)
}
