//! Where the sentences of all notes stand in the picture of their lineage: a column a note, in the order of the text, as
//! high as they are long; the ways back to what each came from.

use std::collections::BTreeSet;

use r2p_notes::compare::language::{Lineage, SentenceId, Traced};
use r2p_notes::note::model::SectionKind;

/// Above the columns: their years, and how much is their own.
pub const HEAD: f64 = 46.0;
/// The height of a word, as long as no note is long.
const WORD: f64 = 0.42;
/// What the longest column may be high before its words get lower.
const HIGHEST: f64 = 760.0;
/// The least height of a sentence, and the space after it.
const LEAST: f64 = 4.0;
const GAP: f64 = 1.5;
/// The space for a section's name.
const SECTION: f64 = 19.0;

/// Where everything stands.
pub struct Layout {
    /// The width of a column.
    pub column: f64,
    /// The space between two columns.
    pub between: f64,
    /// The width of all.
    pub width: f64,
    /// The height of all.
    pub height: f64,
    /// Of each note the tops and heights of its sentences.
    blocks: Vec<Vec<(f64, f64)>>,
    /// Of each note the baselines of the names of its sections.
    pub sections: Vec<Vec<(Option<SectionKind>, f64)>>,
    dropped: BTreeSet<SentenceId>,
}

impl Layout {
    /// The layout of `traced`.
    pub fn of(traced: &Lineage) -> Self {
        let (column, between) = match traced.columns.len() {
            0..=3 => (132.0, 120.0),
            // With the words of one open beside it, a picture of five is seen whole in a window of 1,440 pixels.
            4..=6 => (100.0, 70.0),
            _ => (72.0, 52.0),
        };
        let most = traced.columns.iter().map(|column| column.share.words).max().unwrap_or_default();
        let word = WORD.min(HIGHEST / most.max(1) as f64);
        let (mut blocks, mut sections, mut height) = (Vec::new(), Vec::new(), HEAD);
        for note in &traced.columns {
            let (mut y, mut section) = (HEAD, None);
            let (mut own, mut named) = (Vec::new(), Vec::new());
            for sentence in &note.sentences {
                if section != Some(sentence.at.section) {
                    section = Some(sentence.at.section);
                    named.push((sentence.at.section, y + SECTION - 6.0));
                    y += SECTION;
                }
                let high = (sentence.words as f64 * word).max(LEAST);
                own.push((y, high));
                y += high + GAP;
            }
            height = f64::max(height, y);
            blocks.push(own);
            sections.push(named);
        }
        let dropped = traced.columns.iter().flat_map(|column| &column.dropped).map(|dropped| dropped.sentence);
        let count = traced.columns.len() as f64;
        let width = count * column + (count - 1.0).max(0.0) * between + 24.0;
        Self { column, between, width, height: height + 8.0, blocks, sections, dropped: dropped.collect() }
    }

    /// Where a note's column begins.
    pub fn x(&self, column: usize) -> f64 {
        column as f64 * (self.column + self.between)
    }

    /// A sentence's top and height.
    pub fn block(&self, id: SentenceId) -> (f64, f64) {
        self.blocks.get(id.column).and_then(|blocks| blocks.get(id.index)).copied().unwrap_or_default()
    }

    /// Whether the next note does not take a sentence up.
    pub fn is_dropped(&self, id: SentenceId) -> bool {
        self.dropped.contains(&id)
    }

    /// The bands from a sentence back to what it came from, each with whether it passes over a note.
    pub fn bands(&self, sentence: &Traced) -> Vec<(String, bool)> {
        let (y, high) = self.block(sentence.id);
        let right = self.x(sentence.id.column);
        let band = |from: &SentenceId| {
            let (old_y, old_high) = self.block(*from);
            let left = self.x(from.column) + self.column;
            let (middle, bottom, old_bottom) = ((left + right) / 2.0, y + high, old_y + old_high);
            let path = format!(
                "M{left:.1} {old_y:.1}C{middle:.1} {old_y:.1} {middle:.1} {y:.1} {right:.1} {y:.1}V{bottom:.1}\
                 C{middle:.1} {bottom:.1} {middle:.1} {old_bottom:.1} {left:.1} {old_bottom:.1}Z"
            );
            (path, from.column + 1 < sentence.id.column)
        };
        sentence.from.iter().map(band).collect()
    }

    /// The mark of a sentence that ends: a wedge that points out of its column.
    pub fn wedge(&self, id: SentenceId) -> String {
        let (y, high) = self.block(id);
        let x = self.x(id.column) + self.column + 1.0;
        format!("M{x:.1} {y:.1}L{:.1} {:.1}L{x:.1} {:.1}Z", x + 11.0, y + high / 2.0, y + high)
    }
}
