//! The text with its cells put in order, and the way back.

use std::ops::Range;

use super::cells::Broken;
use crate::text::edit::{Edit, Rule};
use crate::text::lex;
use crate::text::lexicon;
use crate::text::source_map::{Piece, SourceMap};
use crate::text::span::Span;

/// A text whose rows were put in order.
pub(in crate::text) struct InOrder {
    pub(in crate::text) text: String,
    /// The way back.
    pub(in crate::text) map: SourceMap,
    /// The edits that leave out the hyphens of words that broke within a cell.
    pub(in crate::text) hyphens: Vec<Edit>,
}

/// How many characters the widest cell of each column has.
fn widths(text: &str, rows: &[Broken]) -> Vec<usize> {
    let mut widths = Vec::new();
    for (column, parts) in rows.iter().filter(|row| row.tied).flat_map(Broken::by_column) {
        widths.resize(widths.len().max(column + 1), 0);
        let widest = parts.into_iter().map(|part| text[part].chars().count()).max();
        widths[column] = widths[column].max(widest.unwrap_or_default());
    }
    widths
}

/// `text` with the cells of `broken` put in order.
pub(super) fn written(text: &str, broken: &[Broken]) -> InOrder {
    let mut new = Writer { text, new: String::with_capacity(text.len()), pieces: Vec::new(), hyphens: Vec::new() };
    let widths = widths(text, broken);
    let mut at = 0;
    for row in broken.iter() {
        if row.start() < at {
            continue;
        }
        new.keep(at..row.start());
        for (i, (column, parts)) in row.by_column().into_iter().enumerate() {
            if i > 0 {
                new.part(row.between);
            }
            let width = widths.get(column).copied().unwrap_or_default();
            for (i, part) in parts.iter().enumerate() {
                match i.checked_sub(1).map(|before| &parts[before]) {
                    Some(before) if row.tied && new.goes_on(before, part, width) => new.tie(before, part),
                    Some(_) => new.part(row.between),
                    None => {}
                }
                new.keep(part.clone());
            }
        }
        at = row.end();
    }
    new.keep(at..text.len());
    InOrder { text: new.new, map: SourceMap::of(new.pieces), hyphens: new.hyphens }
}

/// A text in the making, with where its pieces stand in the one that it is made from.
struct Writer<'t> {
    text: &'t str,
    new: String,
    pieces: Vec<Piece>,
    hyphens: Vec<Edit>,
}

impl Writer<'_> {
    /// Takes over what stands at `range`.
    fn keep(&mut self, range: Range<usize>) {
        if !range.is_empty() {
            let raw = Span::new(range.clone());
            self.pieces.push(Piece { read: self.new.len(), length: range.len(), raw, verbatim: true });
            self.new.push_str(&self.text[range]);
        }
    }

    /// Parts what comes next from what was taken over last, by `mark` for the white space behind that.
    fn part(&mut self, mark: &'static str) {
        let end = self.pieces.last().map_or(0, |piece| piece.raw.end as usize);
        let raw = Span::new(end..self.text.len().min(end + 1));
        self.pieces.push(Piece { read: self.new.len(), length: mark.len(), raw, verbatim: false });
        self.new.push_str(mark);
    }

    /// Whether a cell's next line goes on with the one before, in a column that is so wide.
    fn goes_on(&self, before: &Range<usize>, next: &Range<usize>, width: usize) -> bool {
        let (line, below) = (&self.text[before.clone()], &self.text[next.clone()]);
        let first = below.split(' ').next().unwrap_or_default();
        let open =
            line.ends_with(['-', ',']) || [" of", " the", " and", " for"].iter().any(|word| line.ends_with(word));
        // Letters are not all as wide as each other where the table was set.
        let room = (line.chars().count() + 1 + first.chars().count()) * 100 <= width * 85;
        (open || !room) && !begins_another(line, below)
    }

    /// Ties a cell's next line to the one before: a space between the two, none behind a hyphen.
    fn tie(&mut self, before: &Range<usize>, next: &Range<usize>) {
        let (line, below) = (&self.text[before.clone()], &self.text[next.clone()]);
        let Some(stem) = line.strip_suffix('-') else { return self.part(" ") };
        let head = stem.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let tail = below.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let one = tail.starts_with(char::is_lowercase) && lexicon::contains(&[head, tail].concat().to_lowercase());
        if let Some(last) = self.pieces.last_mut().filter(|_| one) {
            self.hyphens.push(Edit::new(Span::new(before.end - 1..before.end), "", Rule::Hyphen));
            (last.length, last.raw.end) = (last.length - 1, last.raw.end - 1);
            self.new.pop();
        }
    }
}

/// Whether a cell's line begins with somebody or a label, or stands behind one.
fn begins_another(before: &str, line: &str) -> bool {
    let label = line.split_once(':').is_some_and(|(label, _)| label.len() <= 24 && label.split(' ').count() <= 3);
    before.ends_with(':')
        || label && line.starts_with(char::is_uppercase)
        || line.starts_with(['•', '–', '-', '*', '▪'])
        || lex::begins_with_honorific(line)
}
