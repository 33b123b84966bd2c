//! The reports.

use serde::Serialize;

use super::markdown::{Markdown, escape};
use super::rendered::Rendered;
use super::tidy::Rows;
use crate::compare::comparison::Comparison;
use crate::compare::reports::{ReportCitation, ReportLine, ReportWording, Standing, reports};
use crate::text::civil;

/// The reports that the notes cite.
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct ReportView(Vec<ReportLine>);

impl ReportView {
    pub(super) fn of(comparison: &Comparison) -> Self {
        Self(reports(comparison))
    }
}

impl Rendered for ReportView {
    fn markdown(&self, comparison: &Comparison, out: &mut Markdown) {
        out.heading(1, "Reports");
        for line in &self.0 {
            let title = line.known.map_or("", |known| known.title);
            out.heading(2, &format!("{} {title}", line.label()));
            if let Some(known) = line.known {
                out.paragraph(&format!(
                    "Known as {}, discussed on {}.",
                    escape(known.symbol),
                    civil::day(known.discussed)
                ));
            }
            let titles = ["note", "title", "symbol", "dated", "discussed"].map(str::to_owned);
            out.table(&titles, line.citations.iter().map(|citation| citation_row(citation, comparison)));
            let mut says: Vec<String> = Vec::new();
            for (what, wordings) in [("title", &line.titles), ("symbol", &line.symbols)] {
                if wordings.len() > 1 {
                    says.push(format!(
                        "The notes give the {what} in {} wordings: {}",
                        wordings.len(),
                        listed(wordings, comparison)
                    ));
                }
            }
            if !says.is_empty() {
                out.list(says);
            }
        }
    }

    fn rows(&self, rows: &mut Rows) {
        for line in &self.0 {
            for citation in &line.citations {
                let field = |name: &str| format!("report {}.{name}", line.label());
                for (name, value) in [("title", &citation.title), ("symbol", &citation.symbol)] {
                    if let Some(value) = value {
                        let by_theme = name == "title" && citation.by_theme;
                        rows.cited(&field(if by_theme { "title.by theme" } else { name }), &value.text, value.place);
                        rows.counted(citation.column, &field(&format!("{name}.standing")), standing(value.standing));
                    }
                }
                if let Some(issued) = &citation.issued {
                    rows.cited(&field("issued"), &issued.date.to_string(), issued.place);
                }
                for date in citation.discussed.iter().flat_map(|meeting| &meeting.dates) {
                    rows.cited(&field("discussed"), &date.date.to_string(), date.place);
                }
            }
        }
    }
}

fn citation_row(citation: &ReportCitation, comparison: &Comparison) -> Vec<String> {
    let label = comparison.label(citation.column);
    let label = if citation.own { format!("**{}**", escape(label)) } else { escape(label) };
    let value = |value: &Option<crate::compare::reports::ReportValue>| {
        value.as_ref().map_or("–".to_owned(), |value| format!("{}{}", escape(&value.text), remark(value.standing)))
    };
    let issued = citation.issued.as_ref().map_or("–".to_owned(), |date| civil::day(date.date));
    let meetings = citation.discussed.iter().map(|meeting| {
        let dates = meeting.dates.iter().map(|date| format!("{}{}", civil::day(date.date), remark(date.standing)));
        dates.collect::<Vec<_>>().join(", ")
    });
    let discussed = meetings.collect::<Vec<_>>().join("; ");
    let discussed = if discussed.is_empty() { "–".to_owned() } else { discussed };
    let by_theme = if citation.by_theme { " (by the theme)" } else { "" };
    vec![label, format!("{}{by_theme}", value(&citation.title)), value(&citation.symbol), issued, discussed]
}

fn remark(standing: Standing) -> &'static str {
    match standing {
        Standing::Same | Standing::Unknown => "",
        Standing::Part => " (in part)",
        Standing::Differs => " (**differs**)",
    }
}

fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Same => "same",
        Standing::Part => "part",
        Standing::Differs => "differs",
        Standing::Unknown => "unknown",
    }
}

fn listed(wordings: &[ReportWording], comparison: &Comparison) -> String {
    let wording = |wording: &ReportWording| {
        let labels: Vec<&str> = wording.columns.iter().map(|&column| comparison.label(column)).collect();
        format!("“{}” ({})", escape(&wording.text), escape(&labels.join(", ")))
    };
    wordings.iter().map(wording).collect::<Vec<_>>().join("; ")
}
