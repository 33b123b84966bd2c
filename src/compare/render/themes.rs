//! Themes: headlines, distinctive terms, the matrix of concepts; and the concordance.

use serde::Serialize;

use super::markdown::{Markdown, bold, escape};
use super::rendered::{Rendered, header};
use super::tidy::Rows;
use crate::compare::comparison::{Comparison, Whereabouts};
use crate::compare::themes::{ConceptRow, Distinctive, Line, Query, Sort, concept_matrix, concordance, keyness};
use crate::note::model::SectionKind;

/// The distinctive terms of a year that are shown in Markdown.
const SHOWN: usize = 20;

/// Distinctive terms and concepts.
#[derive(Serialize)]
pub(super) struct Themes {
    distinctive: Vec<Distinctive>,
    concepts: Vec<ConceptRow>,
}

impl Themes {
    pub(super) fn of(comparison: &Comparison) -> Self {
        Self { distinctive: keyness(comparison), concepts: concept_matrix(comparison) }
    }
}

impl Rendered for Themes {
    fn markdown(&self, comparison: &Comparison, out: &mut Markdown) {
        out.heading(1, "Themes");
        out.paragraph(
            "Words and phrases that set each note apart from the others: how often it has them, how often the others do, \
             how sure the difference is (log-likelihood G²) and how large (log ratio: 1 is twice as frequent).",
        );
        for found in &self.distinctive {
            let Some(column) = comparison.columns().get(found.column) else { continue };
            let theme = column.document.note.theme.as_ref().map_or("no theme stated", |theme| &theme.value);
            out.heading(2, &format!("{}: {theme}", column.label));
            let titles = ["term", "here", "elsewhere", "G²", "log ratio"].map(str::to_owned);
            let rows = found.terms.iter().take(SHOWN).map(|term| {
                let figures = [format!("{:.1}", term.g2), format!("{:.1}", term.log_ratio)];
                let counts = [bold(&term.text), term.count.to_string(), term.elsewhere.to_string()];
                counts.into_iter().chain(figures).collect()
            });
            match found.terms.is_empty() {
                true => out.paragraph("Nothing sets it apart."),
                false => out.table(&titles, rows),
            }
        }
        out.heading(2, "Concepts");
        out.paragraph("How often each note speaks of a concept, per 1,000 words (and in all).");
        let rows = self.concepts.iter().map(|row| {
            let cells = row.cells.iter().map(|cell| match cell.count {
                0 => "–".to_owned(),
                count => format!("{:.1} ({count})", cell.rate),
            });
            std::iter::once(escape(row.label)).chain(cells).collect()
        });
        out.table(&header("concept", comparison), rows);
    }

    fn rows(&self, rows: &mut Rows) {
        for found in &self.distinctive {
            for term in &found.terms {
                rows.counted_at(found.column, "distinctive", &term.text, &term.places);
                rows.counted(found.column, &format!("distinctive.g2:{}", term.text), format!("{:.3}", term.g2));
                rows.counted(
                    found.column,
                    &format!("distinctive.log_ratio:{}", term.text),
                    format!("{:.3}", term.log_ratio),
                );
            }
        }
        for row in &self.concepts {
            for cell in &row.cells {
                rows.counted(cell.column, &format!("concept.count:{}", row.key), cell.count);
                rows.counted(cell.column, &format!("concept.rate:{}", row.key), format!("{:.3}", cell.rate));
            }
        }
    }
}

/// Every place of a term.
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct Concordance(Vec<Line>);

impl Concordance {
    pub(super) fn of(comparison: &Comparison, query: &Query, sort: Sort) -> Self {
        Self(concordance(comparison, query, sort))
    }
}

impl Rendered for Concordance {
    fn markdown(&self, comparison: &Comparison, out: &mut Markdown) {
        out.heading(1, "Concordance");
        let titles = ["left", "keyword", "right", "year", "place"].map(str::to_owned);
        let rows = self.0.iter().map(|line| {
            let year = comparison.label(line.place.column);
            vec![escape(&line.left), bold(&line.keyword), escape(&line.right), escape(year), whereabouts(&line.at)]
        });
        match self.0.is_empty() {
            true => out.paragraph("It stands in none of the notes."),
            false => out.table(&titles, rows),
        }
    }

    fn rows(&self, rows: &mut Rows) {
        for line in &self.0 {
            for (field, value) in [("left", &line.left), ("keyword", &line.keyword), ("right", &line.right)] {
                rows.cited(field, value, line.place);
            }
        }
    }
}

/// The section and paragraph, for people.
fn whereabouts(at: &Whereabouts) -> String {
    let section = at.section.map_or("Note", SectionKind::title);
    at.paragraph.map_or_else(|| section.to_owned(), |paragraph| format!("{section}, {paragraph}"))
}
