//! Concepts by years: how often each note speaks of each, in all and per 1,000 words.

use serde::Serialize;

use super::concepts::CONCEPTS;
use super::mentions::Mentions;
use crate::compare::comparison::{Comparison, Place};

/// One concept through the years.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ConceptRow {
    /// The concept's key.
    pub key: &'static str,
    /// Its name.
    pub label: &'static str,
    /// One cell for each note, in order.
    pub cells: Vec<ConceptCell>,
}

/// How often one note speaks of one concept.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ConceptCell {
    /// The note.
    pub column: usize,
    /// How often.
    pub count: usize,
    /// How often per 1,000 words.
    pub rate: f64,
    /// Where.
    pub places: Vec<Place>,
}

/// The concepts that any of the notes speaks of, by years.
pub fn concept_matrix(comparison: &Comparison) -> Vec<ConceptRow> {
    let mentions = Mentions::new(CONCEPTS);
    let mut rows: Vec<ConceptRow> = CONCEPTS
        .iter()
        .map(|concept| ConceptRow { key: concept.key, label: concept.label, cells: Vec::new() })
        .collect();
    for (at, column) in comparison.columns().iter().enumerate() {
        let words = column.words().len().max(1) as f64;
        let place = |range| Place { column: at, span: column.document.reading.raw_span(range) };
        for (row, ranges) in rows.iter_mut().zip(mentions.find(column)) {
            let places: Vec<Place> = ranges.into_iter().map(place).collect();
            let rate = 1000.0 * places.len() as f64 / words;
            row.cells.push(ConceptCell { column: at, count: places.len(), rate, places });
        }
    }
    rows.retain(|row| row.cells.iter().any(|cell| cell.count > 0));
    rows
}
