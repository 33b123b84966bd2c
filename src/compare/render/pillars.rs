//! The pillars.

use serde::Serialize;

use super::markdown::{Markdown, escape};
use super::programme::capital;
use super::rendered::{Rendered, header};
use super::tidy::Rows;
use crate::compare::comparison::Comparison;
use crate::compare::pillars::{Group, PillarColumn, Said, pillars};
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

/// The name of a row of the table, and what it counts: a group, or all of them.
fn parts() -> impl Iterator<Item = (String, Option<Group>)> {
    let name = |group: Group| match group {
        Group::One(pillar) => format!("pillar {} alone", pillar.numeral()),
        Group::Several => "several pillars".to_owned(),
    };
    Group::ALL.into_iter().map(move |group| (name(group), Some(group))).chain([("any pillar".to_owned(), None)])
}

fn said(column: &PillarColumn, group: Option<Group>) -> &Said {
    group.map_or(&column.any, |group| group.said(column))
}

fn cell(column: &PillarColumn, group: Option<Group>) -> String {
    let said = said(column, group);
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
    match column.focus.iter().any(|focus| Some(Group::One(focus.pillar)) == group) {
        true => format!("**{text}**"),
        false => text,
    }
}

impl Rendered for PillarView {
    fn markdown(&self, comparison: &Comparison, out: &mut Markdown) {
        out.heading(1, "Pillars");
        out.paragraph("Passages, words and share of the note; in brackets the words that name the pillar and those that speak of its substance. No word counts twice: what speaks of several pillars has a row of its own. **Bold** is the year's focus.");
        let rows = parts().map(|(name, group)| {
            let cells = self.0.iter().map(|column| cell(column, group));
            std::iter::once(capital(&name)).chain(cells).collect()
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
            let parts = parts().map(|(name, group)| (name, said(column, group)));
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
