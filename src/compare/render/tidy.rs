//! Tidy CSV: one value a row, with its year, its field and its place in the note's raw text.

use crate::compare::comparison::{Comparison, Place};

/// One value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The note's label.
    pub year: String,
    /// What the value is.
    pub field: String,
    /// The value.
    pub value: String,
    /// The words it was read from; absent for what was counted.
    pub place: Option<Place>,
}

/// The rows of a view in the making.
pub struct Rows<'c> {
    comparison: &'c Comparison<'c>,
    rows: Vec<Row>,
    quoted: bool,
}

impl<'c> Rows<'c> {
    /// No rows yet.
    pub fn new(comparison: &'c Comparison<'c>) -> Self {
        Self { comparison, rows: Vec::new(), quoted: false }
    }

    /// Adds a column: the words of each value, as given.
    pub fn quote(&mut self) {
        self.quoted = true;
    }

    /// A value read off a note.
    pub fn cited(&mut self, field: &str, value: &str, place: Place) {
        self.push(place.column, field, value, Some(place));
    }

    /// A value counted or concluded.
    pub fn counted(&mut self, column: usize, field: &str, value: impl ToString) {
        self.push(column, field, &value.to_string(), None);
    }

    /// A value with the places of all that was counted for it, a row for each; one row without place where there is none.
    pub fn counted_at(&mut self, column: usize, field: &str, value: &str, places: &[Place]) {
        for &place in places {
            self.push(column, field, value, Some(place));
        }
        if places.is_empty() {
            self.push(column, field, value, None);
        }
    }

    fn push(&mut self, column: usize, field: &str, value: &str, place: Option<Place>) {
        let year = self.comparison.label(column).to_owned();
        self.rows.push(Row { year, field: field.to_owned(), value: value.to_owned(), place });
    }

    fn words(&self, place: Place) -> &str {
        let column = self.comparison.columns().get(place.column);
        column.and_then(|column| column.document.source.text.get(place.span.range())).unwrap_or_default()
    }

    /// The rows as CSV, with a header.
    pub fn csv(&self) -> Result<String, csv::Error> {
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        let quote = |quote: String| self.quoted.then_some(quote);
        let header = ["year", "field", "value", "source start", "source end"].map(str::to_owned);
        writer.write_record(header.into_iter().chain(quote("quote".to_owned())))?;
        for row in &self.rows {
            let offset =
                |of: fn(&Place) -> u32| row.place.as_ref().map_or_else(String::new, |place| of(place).to_string());
            let cells = [
                neutral(&row.year),
                neutral(&row.field),
                neutral(&row.value),
                offset(|place| place.span.start),
                offset(|place| place.span.end),
            ];
            let words = row.place.map_or("", |place| self.words(place));
            writer.write_record(cells.into_iter().chain(quote(neutral(words))))?;
        }
        writer.flush()?;
        let bytes = writer.into_inner().map_err(|error| error.into_error())?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }
}

/// A cell that no spreadsheet takes for a formula (OWASP, "CSV Injection"): an apostrophe before what begins like one.
pub fn neutral(cell: &str) -> String {
    let formula = cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        || cell.starts_with(['\t', '\r', '\n']);
    if formula { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::neutral;

    #[test]
    fn formulas_are_neutralised() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "  =1", "\t=1"] {
            assert_eq!(neutral(cell), format!("'{cell}"));
        }
        for cell in ["", "2014", "a=b", "Ban Ki-moon"] {
            assert_eq!(neutral(cell), cell);
        }
    }
}
