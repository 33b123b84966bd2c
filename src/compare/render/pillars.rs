//! The pillars.

use serde::Serialize;

use super::markdown::{Markdown, escape};
use super::programme::capital;
use super::rendered::{Rendered, header};
use super::tidy::Rows;
use crate::compare::comparison::Comparison;
use crate::compare::pillars::{PillarColumn, Said, pillars};
use crate::note::model::Pillar;

/// What is said of the pillars.
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct PillarView(Vec<PillarColumn>);

impl PillarView {
    pub(super) fn of(comparison: &Comparison) -> Self {
        Self(pillars(comparison))
    }
}

fn numerals(pillars: &[Pillar]) -> String {
    pillars.iter().map(|pillar| pillar.numeral()).collect::<Vec<_>>().join(", ")
}

/// What is said of one pillar alone, of several, or of any, as a row has it.
type Part = for<'a> fn(&'a PillarColumn) -> &'a Said;

const PARTS: [(&str, Option<Pillar>, Part); 5] = [
    ("pillar I alone", Some(Pillar::I), |column| &column.pillars[0].alone),
    ("pillar II alone", Some(Pillar::II), |column| &column.pillars[1].alone),
    ("pillar III alone", Some(Pillar::III), |column| &column.pillars[2].alone),
    ("several pillars", None, |column| &column.several),
    ("any pillar", None, |column| &column.any),
];

fn cell(column: &PillarColumn, pillar: Option<Pillar>, said: &Said) -> String {
    let text = match said.passages.len() {
        0 => "–".to_owned(),
        passages => format!(
            "{passages}, {} words, {:.1} % ({} named, {} in substance)",
            said.words,
            100.0 * said.share,
            said.explicit,
            said.substance
        ),
    };
    match column.focus.iter().any(|focus| Some(focus.pillar) == pillar) {
        true => format!("**{text}**"),
        false => text,
    }
}

impl Rendered for PillarView {
    fn markdown(&self, comparison: &Comparison, out: &mut Markdown) {
        out.heading(1, "Pillars");
        out.paragraph("Passages, words and share of the note; in brackets the words that name the pillar and those that speak of its substance. No word counts twice: what speaks of several pillars has a row of its own. **Bold** is the year's focus.");
        let rows = PARTS.iter().map(|(name, pillar, part)| {
            let cells = self.0.iter().map(|column| cell(column, *pillar, part(column)));
            std::iter::once(capital(name)).chain(cells).collect()
        });
        out.table(&header("", comparison), rows);
        for column in self.0.iter().filter(|column| !column.passages.is_empty()) {
            out.heading(2, comparison.label(column.column));
            out.list(column.passages.iter().map(|passage| {
                let how = if passage.explicit { "named" } else { "in substance" };
                format!("**{}** ({how}): {}", numerals(&passage.pillars), escape(&passage.text))
            }));
        }
    }

    fn rows(&self, rows: &mut Rows) {
        for column in &self.0 {
            for focus in &column.focus {
                rows.cited("focus", focus.pillar.numeral(), focus.place);
            }
            let all = column.pillars.iter().map(|share| (format!("pillar {}", share.pillar.numeral()), &share.all));
            let parts = PARTS.iter().map(|(name, _, part)| ((*name).to_owned(), part(column)));
            for (name, said) in all.chain(parts) {
                rows.counted(column.column, &format!("{name}.passages"), said.passages.len());
                rows.counted(column.column, &format!("{name}.words"), said.words);
                rows.counted(column.column, &format!("{name}.explicit words"), said.explicit);
                rows.counted(column.column, &format!("{name}.substance words"), said.substance);
                rows.counted(column.column, &format!("{name}.share"), format!("{:.4}", said.share));
            }
            for passage in &column.passages {
                let how = if passage.explicit { "explicit" } else { "substance" };
                rows.cited(&format!("passage {} ({how})", numerals(&passage.pillars)), &passage.text, passage.place);
            }
        }
    }
}
