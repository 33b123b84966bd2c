//! The overview.

use serde::Serialize;

use super::markdown::{Markdown, bold, escape};
use super::rendered::{Rendered, header};
use super::tidy::Rows;
use crate::compare::comparison::Comparison;
use crate::compare::facts::{Change, FactCell, FactRow, overview};

/// The table of facts.
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct Overview(Vec<FactRow>);

impl Overview {
    pub(super) fn of(comparison: &Comparison) -> Self {
        Self(overview(comparison))
    }
}

impl Rendered for Overview {
    fn markdown(&self, comparison: &Comparison, out: &mut Markdown) {
        out.heading(1, "Overview");
        out.paragraph("What differs from the note before is set in **bold**.");
        let cell = |cell: &FactCell| match (cell.values.is_empty(), &cell.change) {
            (true, Change::Gone { .. }) => "**–**".to_owned(),
            (true, _) => "–".to_owned(),
            (false, Change::Changed { .. } | Change::New) => bold(&cell.text()),
            (false, _) => escape(&cell.text()),
        };
        let row = |row: &FactRow| std::iter::once(escape(row.label)).chain(row.cells.iter().map(cell)).collect();
        out.table(&header("", comparison), self.0.iter().map(row));
        out.heading(2, "What changed");
        for (at, column) in comparison.columns().iter().enumerate().skip(1) {
            let before = comparison.label(at - 1);
            out.heading(3, &format!("{} against {before}", column.label));
            let changed = self.0.iter().filter_map(|row| {
                let cell = row.cells.get(at)?;
                let says = match cell.change {
                    Change::First | Change::Same | Change::Absent => return None,
                    Change::Gone { .. } => escape(&cell.in_words(before)),
                    Change::Changed { .. } | Change::New => {
                        format!("{} ({})", escape(&cell.text()), escape(&cell.in_words(before)))
                    }
                };
                Some(format!("{}: {says}", escape(row.label)))
            });
            out.list(changed);
        }
    }

    fn rows(&self, rows: &mut Rows) {
        for row in &self.0 {
            for cell in &row.cells {
                for value in &cell.values {
                    let said = value.iso.as_ref().unwrap_or(&value.text);
                    rows.counted_at(cell.column, row.key, said, &value.places);
                    if let Some(aside) = &value.aside {
                        rows.counted(cell.column, &format!("{}.aside", row.key), aside);
                    }
                }
                rows.counted(cell.column, &format!("{}.change", row.key), change(&cell.change));
            }
        }
    }
}

fn change(change: &Change) -> &'static str {
    match change {
        Change::First => "first",
        Change::Same => "same",
        Change::Changed { .. } => "changed",
        Change::New => "new",
        Change::Absent => "absent",
        Change::Gone { .. } => "gone",
    }
}
