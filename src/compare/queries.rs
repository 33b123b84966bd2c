//! What a careful reader would query: the findings of each note, what it does not state, and what was mended in it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::comparison::{Comparison, Place};
use super::facts::not_stated;
use crate::note::model::FindingKind;
use crate::text::Rule;

/// The queries of one note.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NoteQueries {
    /// The note.
    pub column: usize,
    /// Its findings, in order.
    pub findings: Vec<QueryFinding>,
    /// What of the overview it does not state, by the names of its rows.
    pub not_stated: Vec<&'static str>,
    /// Its repairs, by rule.
    pub repairs: Vec<RepairCount>,
}

/// A finding with its places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QueryFinding {
    /// Which rule.
    pub kind: FindingKind,
    /// What is queried.
    pub value: String,
    /// One sentence for people.
    pub message: String,
    /// The places concerned, the one to mark first.
    pub places: Vec<Place>,
}

/// The repairs that one rule made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RepairCount {
    /// The rule.
    pub rule: Rule,
    /// How many.
    pub count: usize,
}

/// The queries of all notes.
pub fn queries(comparison: &Comparison) -> Vec<NoteQueries> {
    let queries = comparison.columns().iter().enumerate().map(|(at, column)| {
        let note = &column.document.note;
        let findings = note.findings.iter().map(|finding| QueryFinding {
            kind: finding.kind,
            value: finding.value.clone(),
            message: finding.message.clone(),
            places: finding.spans.iter().map(|&span| Place { column: at, span }).collect(),
        });
        let mut counts: BTreeMap<Rule, usize> = BTreeMap::new();
        for repair in &note.repairs {
            *counts.entry(repair.rule).or_default() += 1;
        }
        let repairs = counts.into_iter().map(|(rule, count)| RepairCount { rule, count }).collect();
        NoteQueries { column: at, findings: findings.collect(), not_stated: not_stated(note), repairs }
    });
    queries.collect()
}
