//! The pillars.

use serde::Serialize;

use super::markdown::{Markdown, escape};
use super::rendered::{Rendered, header};
use super::tidy::Rows;
use crate::compare::comparison::Comparison;
use crate::compare::pillars::{PillarColumn, pillars};
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

impl Rendered for PillarView {
    fn markdown(&self, comparison: &Comparison, out: &mut Markdown) {
        out.heading(1, "Pillars");
        out.paragraph("Passages, words and share of the note; in brackets the words that name the pillar and those that speak of its substance. **Bold** is the year's focus.");
        let rows = Pillar::ALL.iter().enumerate().map(|(i, pillar)| {
            let cells = self.0.iter().map(|column| {
                let share = &column.pillars[i];
                let text = format!(
                    "{}, {} words, {:.1} % ({} named, {} in substance)",
                    share.passages.len(),
                    share.words,
                    100.0 * share.share,
                    share.explicit,
                    share.substance
                );
                match column.focus.iter().any(|focus| focus.pillar == *pillar) {
                    true => format!("**{text}**"),
                    false if share.passages.is_empty() => "–".to_owned(),
                    false => text,
                }
            });
            std::iter::once(format!("Pillar {}", pillar.numeral())).chain(cells).collect()
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
            for share in &column.pillars {
                let field = |name: &str| format!("pillar {}.{name}", share.pillar.numeral());
                rows.counted(column.column, &field("passages"), share.passages.len());
                rows.counted(column.column, &field("words"), share.words);
                rows.counted(column.column, &field("explicit words"), share.explicit);
                rows.counted(column.column, &field("substance words"), share.substance);
                rows.counted(column.column, &field("share"), format!("{:.4}", share.share));
            }
            for passage in &column.passages {
                let how = if passage.explicit { "explicit" } else { "substance" };
                rows.cited(&format!("passage {} ({how})", numerals(&passage.pillars)), &passage.text, passage.place);
            }
        }
    }
}
