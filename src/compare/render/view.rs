//! Which view, in which format.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

use super::{facts, language, people, pillars, programme, queries, reports, themes};
use crate::compare::comparison::Comparison;
use crate::compare::themes::{Query, Sort};
use crate::note::model::SectionKind;

/// A view of a comparison.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum View {
    /// The table of facts.
    #[default]
    Overview,
    /// Distinctive words and the matrix of concepts.
    Themes,
    /// Every place of a term.
    Concordance,
    /// What is said of the pillars.
    Pillars,
    /// The programmes of the day.
    Programme,
    /// Of two notes the word diff, of more the lineage.
    Language,
    /// Every sentence through the years.
    Lineage,
    /// Persons and offices.
    People,
    /// The reports cited.
    Reports,
    /// Findings and repairs.
    Queries,
}

impl View {
    /// All views, in the order of the page.
    pub const ALL: [Self; 10] = [
        Self::Overview,
        Self::Themes,
        Self::Concordance,
        Self::Pillars,
        Self::Programme,
        Self::Language,
        Self::Lineage,
        Self::People,
        Self::Reports,
        Self::Queries,
    ];

    /// Its name, as on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Themes => "themes",
            Self::Concordance => "concordance",
            Self::Pillars => "pillars",
            Self::Programme => "programme",
            Self::Language => "language",
            Self::Lineage => "lineage",
            Self::People => "people",
            Self::Reports => "reports",
            Self::Queries => "queries",
        }
    }
}

impl FromStr for View {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let names = Self::ALL.map(Self::name).join(", ");
        Self::ALL.into_iter().find(|view| view.name() == name).ok_or_else(|| format!("expected one of {names}"))
    }
}

/// A format to render a view in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Format {
    /// Markdown, for people.
    #[default]
    Markdown,
    /// Tidy CSV.
    Csv,
    /// JSON: the view's data as they are.
    Json,
}

impl FromStr for Format {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        match name {
            "md" | "markdown" => Ok(Self::Markdown),
            "csv" => Ok(Self::Csv),
            "json" => Ok(Self::Json),
            _ => Err("expected one of md, csv, json".to_owned()),
        }
    }
}

/// What to render.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// The view.
    pub view: View,
    /// The section to which the word diff keeps.
    pub section: Option<SectionKind>,
    /// What the concordance looks for.
    pub term: Option<Query>,
    /// The concordance's order.
    pub sort: Sort,
}

/// Why a view was not rendered.
#[derive(Debug)]
pub enum RenderError {
    /// A concordance needs a term.
    NoTerm,
    /// The data were not written.
    Write(String),
}

impl fmt::Display for RenderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoTerm => write!(f, "a concordance needs a word, a phrase, concept:NAME or /pattern/ to look for"),
            Self::Write(why) => write!(f, "the view was not written: {why}"),
        }
    }
}

impl std::error::Error for RenderError {}

/// A view in a format.
///
/// # Errors
/// When a concordance has no term.
pub fn render(comparison: &Comparison, request: &Request, format: Format) -> Result<String, RenderError> {
    let view = match request.view {
        View::Language if comparison.columns().len() != 2 => View::Lineage,
        view => view,
    };
    match view {
        View::Overview => facts::Overview::of(comparison).render(comparison, view, format),
        View::Themes => themes::Themes::of(comparison).render(comparison, view, format),
        View::Concordance => {
            let term = request.term.as_ref().ok_or(RenderError::NoTerm)?;
            themes::Concordance::of(comparison, term, request.sort).render(comparison, view, format)
        }
        View::Pillars => pillars::PillarView::of(comparison).render(comparison, view, format),
        View::Programme => programme::ProgrammeView::of(comparison).render(comparison, view, format),
        View::Language => language::DiffView::of(comparison, request.section).render(comparison, view, format),
        View::Lineage => language::LineageView::of(comparison).render(comparison, view, format),
        View::People => people::PeopleView::of(comparison).render(comparison, view, format),
        View::Reports => reports::ReportView::of(comparison).render(comparison, view, format),
        View::Queries => queries::QueryView::of(comparison).render(comparison, view, format),
    }
}

/// A view's data, to be written in any format.
pub(super) trait Rendered: Serialize {
    /// As Markdown.
    fn markdown(&self, comparison: &Comparison, out: &mut super::markdown::Markdown);

    /// As rows.
    fn rows(&self, rows: &mut super::tidy::Rows);

    /// In `format`.
    fn render(&self, comparison: &Comparison, view: View, format: Format) -> Result<String, RenderError> {
        match format {
            Format::Markdown => {
                let mut out = super::markdown::Markdown::default();
                self.markdown(comparison, &mut out);
                Ok(out.finish())
            }
            Format::Csv => {
                let mut rows = super::tidy::Rows::new(comparison);
                self.rows(&mut rows);
                rows.csv().map_err(|error| RenderError::Write(error.to_string()))
            }
            Format::Json => {
                let notes = comparison.columns().iter().map(|column| NoteLabel {
                    label: &column.label,
                    year: column.year,
                    source: &column.document.source.name,
                });
                let whole = Whole { view, notes: notes.collect(), data: self };
                let json =
                    serde_json::to_string_pretty(&whole).map_err(|error| RenderError::Write(error.to_string()))?;
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
    let labels = comparison.columns().iter().map(|column| super::markdown::escape(&column.label));
    std::iter::once(first.to_owned()).chain(labels).collect()
}
