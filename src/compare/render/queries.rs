//! Findings and repairs.

use serde::Serialize;

use super::markdown::{Markdown, bold, escape};
use super::rendered::Rendered;
use super::tidy::Rows;
use crate::compare::comparison::Comparison;
use crate::compare::queries::{NoteQueries, queries};

/// What a careful reader would query.
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct QueryView(Vec<NoteQueries>);

impl QueryView {
    pub(super) fn of(comparison: &Comparison) -> Self {
        Self(queries(comparison))
    }
}

impl Rendered for QueryView {
    fn markdown(&self, comparison: &Comparison, out: &mut Markdown) {
        out.heading(1, "Queries");
        for note in &self.0 {
            out.heading(2, comparison.label(note.column));
            match note.findings.is_empty() {
                true => out.paragraph("Nothing to query."),
                false => out.list(note.findings.iter().map(|finding| {
                    format!("{} {}: {}", bold(finding.kind.code()), escape(&finding.value), escape(&finding.message))
                })),
            }
            if !note.not_stated.is_empty() {
                out.paragraph(&format!("Not stated: {}.", note.not_stated.join("; ")));
            }
            if !note.repairs.is_empty() {
                let counts = note.repairs.iter().map(|repair| format!("{} ({})", repair.rule.describe(), repair.count));
                out.paragraph(&format!("Mended: {}.", counts.collect::<Vec<_>>().join(", ")));
            }
        }
    }

    fn rows(&self, rows: &mut Rows) {
        for note in &self.0 {
            for finding in &note.findings {
                rows.counted_at(note.column, finding.kind.code(), &finding.value, &finding.places);
            }
            for what in &note.not_stated {
                rows.counted(note.column, "not stated", what);
            }
            for repair in &note.repairs {
                rows.counted(note.column, &format!("repairs: {}", repair.rule.describe()), repair.count);
            }
        }
    }
}
