//! A view asked for, rendered.

use serde::{Deserialize, Serialize};

use super::fate::Fate;
use super::rendered::{RenderError, Rendered};
use super::view::{Format, View};
use super::{facts, language, people, pillars, programme, queries, reports, text, themes};
use crate::compare::comparison::Comparison;
use crate::compare::themes::{Query, Sort};
use crate::note::model::SectionKind;

/// What to render.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Request {
    /// The view.
    pub view: View,
    /// The section to which the word diff keeps.
    pub section: Option<SectionKind>,
    /// What the concordance looks for, as [`Query::parse`] reads it.
    pub term: Option<String>,
    /// The concordance's order.
    pub sort: Sort,
    /// The only sentences of a lineage; all of them where none is named.
    pub only: Option<Fate>,
    /// The note whose sentences a lineage lists, as an index into the columns; every note's where none is named.
    pub of: Option<usize>,
}

/// A view in a format.
///
/// # Errors
/// When a concordance has no term, or none that can be looked for.
pub fn render(comparison: &Comparison, request: &Request, format: Format) -> Result<String, RenderError> {
    let view = match request.view {
        View::Language if comparison.columns().len() != 2 => View::Lineage,
        view => view,
    };
    match view {
        View::Overview => facts::Overview::of(comparison).render(comparison, view, format),
        View::Themes => themes::Themes::of(comparison).render(comparison, view, format),
        View::Concordance => {
            let term = Query::parse(request.term.as_ref().ok_or(RenderError::NoTerm)?).map_err(RenderError::Term)?;
            themes::Concordance::of(comparison, &term, request.sort).render(comparison, view, format)
        }
        View::Pillars => pillars::PillarView::of(comparison).render(comparison, view, format),
        View::Programme => programme::ProgrammeView::of(comparison).render(comparison, view, format),
        View::Language => language::DiffView::of(comparison, request.section).render(comparison, view, format),
        View::Lineage => {
            language::LineageView::of(comparison, request.only, request.of).render(comparison, view, format)
        }
        View::People => people::PeopleView::of(comparison).render(comparison, view, format),
        View::Reports => reports::ReportView::of(comparison).render(comparison, view, format),
        View::Queries => queries::QueryView::of(comparison).render(comparison, view, format),
        View::Text => text::TextView::of(comparison).render(comparison, view, format),
    }
}
