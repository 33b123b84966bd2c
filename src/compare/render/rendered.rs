//! What a view's data must give to be written in any format.

use std::fmt;

use serde::Serialize;

use super::view::{Format, View};
use super::{markdown, tidy};
use crate::compare::comparison::Comparison;
use crate::compare::themes::QueryError;

/// Why a view was not rendered.
#[derive(Debug)]
pub enum RenderError {
    /// A concordance needs a term.
    NoTerm,
    /// Its term cannot be looked for.
    Term(QueryError),
    /// The data were not written as CSV.
    Csv(csv::Error),
    /// The data were not written as JSON.
    Json(serde_json::Error),
}

impl fmt::Display for RenderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoTerm => write!(f, "a concordance needs a word, a phrase, concept:NAME or /pattern/ to look for"),
            Self::Term(why) => write!(f, "{why}"),
            Self::Csv(why) => write!(f, "the view was not written: {why}"),
            Self::Json(why) => write!(f, "the view was not written: {why}"),
        }
    }
}

impl std::error::Error for RenderError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::NoTerm => None,
            Self::Term(why) => Some(why),
            Self::Csv(why) => Some(why),
            Self::Json(why) => Some(why),
        }
    }
}

/// A view's data, to be written in any format.
pub(super) trait Rendered: Serialize {
    /// As Markdown.
    fn markdown(&self, comparison: &Comparison, out: &mut markdown::Markdown);

    /// As rows.
    fn rows(&self, rows: &mut tidy::Rows);

    /// In `format`.
    fn render(&self, comparison: &Comparison, view: View, format: Format) -> Result<String, RenderError> {
        match format {
            Format::Markdown => {
                let mut out = markdown::Markdown::default();
                self.markdown(comparison, &mut out);
                Ok(out.finish())
            }
            Format::Csv => {
                let mut rows = tidy::Rows::new(comparison);
                self.rows(&mut rows);
                rows.csv().map_err(RenderError::Csv)
            }
            Format::Json => {
                let notes = comparison.columns().iter().map(|column| NoteLabel {
                    label: &column.label,
                    year: column.year,
                    source: &column.document.source.name,
                });
                let whole = Whole { view, notes: notes.collect(), data: self };
                let json = serde_json::to_string(&whole).map_err(RenderError::Json)?;
                Ok(json + "\n")
            }
        }
    }
}

#[derive(Serialize)]
struct Whole<'v, V: ?Sized> {
    view: View,
    /// What the numbers called `column` count.
    notes: Vec<NoteLabel<'v>>,
    data: &'v V,
}

#[derive(Serialize)]
struct NoteLabel<'v> {
    label: &'v str,
    year: Option<i16>,
    source: &'v str,
}

/// The header of a table with a column for each note.
pub(super) fn header(first: &str, comparison: &Comparison) -> Vec<String> {
    let labels = comparison.columns().iter().map(|column| markdown::escape(&column.label));
    std::iter::once(first.to_owned()).chain(labels).collect()
}
