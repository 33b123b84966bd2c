//! The rows of a table of reports, told by the symbol that each has in a cell, under a line that says what the columns hold:
//! `Year   Symbol   Dialogue held on   Title of the report`.

use std::ops::Range;

use super::cells::{Broken, Cell, cells, stands_at};

/// What the columns of such a table hold: three of them at least.
const COLUMNS: [&str; 10] =
    ["year", "session", "symbol", "document", "title", "report", "dialogue", "debate", "discussed", "considered"];
const COLUMNS_MIN: usize = 3;

/// How many lines a table, and a row of one, has at most.
const LINES_MAX: usize = 200;
const ROW_MAX: usize = 8;

/// The rows of the tables of reports in a text, the line of their columns' names first.
pub(super) fn reports(text: &str, lines: &[Range<usize>]) -> Vec<Broken> {
    let mut found: Vec<Broken> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let table = heads(text, &lines[at]).map(|heads| Table::of(text, &lines[at + 1..], heads));
        match table.filter(|table| table.rows.len() > 1) {
            Some(table) => {
                at += 1 + table.length;
                found.extend(table.broken());
            }
            None => at += 1,
        }
    }
    found
}

/// The cells of a line that names the columns.
fn heads(text: &str, line: &Range<usize>) -> Option<Vec<Cell>> {
    let begins = text[line.clone()].trim_start().starts_with(char::is_uppercase);
    let own = if begins { cells(text, line) } else { Vec::new() };
    let named = own.iter().filter(|cell| {
        let mut words = text[cell.range.clone()].split(|c: char| !c.is_alphabetic());
        words.any(|word| COLUMNS.iter().any(|column| word.trim_end_matches('s').eq_ignore_ascii_case(column)))
    });
    (own.len() >= COLUMNS_MIN && named.count() >= COLUMNS_MIN).then_some(own)
}

/// A table, as the lines of each of its rows, the columns' names first.
struct Table {
    columns: Vec<usize>,
    rows: Vec<Vec<Vec<Cell>>>,
    /// How many lines it takes below that of the names.
    length: usize,
}

impl Table {
    /// The rows under the names of the columns.
    fn of(text: &str, lines: &[Range<usize>], heads: Vec<Cell>) -> Self {
        let columns: Vec<usize> = heads.iter().map(|cell| cell.column).collect();
        let mut table = Self { columns, rows: vec![vec![heads]], length: 0 };
        let mut blank = false;
        for (i, line) in lines.iter().take(LINES_MAX).enumerate() {
            let words = text[line.clone()].trim();
            // A blank line, or one of dashes.
            if words.bytes().all(|byte| matches!(byte, b' ' | b'-' | b'_' | b'=')) {
                blank = true;
                continue;
            }
            let own = cells(text, line);
            if own.is_empty() || !table.holds(text, &own) {
                break;
            }
            let begins = own.len() >= 2 && own.iter().any(|cell| is_symbol(&text[cell.range.clone()]));
            match table.rows.last_mut() {
                _ if begins => table.rows.push(vec![own]),
                Some(last) if !blank && last.len() < ROW_MAX => last.push(own),
                _ => break,
            }
            (blank, table.length) = (false, i + 1);
        }
        table
    }

    /// Whether each cell stands in a column and has room in it.
    fn holds(&self, text: &str, own: &[Cell]) -> bool {
        own.iter().all(|cell| {
            let end = cell.column + text[cell.range.clone()].chars().count();
            let next = |at: usize| self.columns.get(at + 1).is_none_or(|&next| end < next);
            stands_at(cell.column, &self.columns).is_some_and(next)
        })
    }

    fn broken(self) -> impl Iterator<Item = Broken> {
        let Self { columns, rows, .. } = self;
        rows.into_iter().map(move |lines| Broken { lines, columns: columns.clone(), between: "\t", tied: true })
    }
}

/// Whether a cell is a symbol of the Assembly's, misread or not: `A/63/677`, `Al65/877–S/2011/393`.
fn is_symbol(cell: &str) -> bool {
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    cell.starts_with('A') && !cell.contains(' ') && cell.contains('/') && digits * 2 >= cell.len()
}

#[cfg(test)]
mod tests {
    use crate::text::Reading;

    fn blocks(table: &str) -> Vec<String> {
        let reading = Reading::of(&format!("Two reports have been submitted.\n\n{table}\nIt is devoted to all.\n"));
        reading.blocks().iter().map(|block| reading.block_text(block).to_owned()).collect()
    }

    const HEAD: &str =
        "  Year     Symbol       Interactive dialogue    Title of the report\n                        held on\n\n";
    const ROWS: &str = "  2009     A/63/677     23 July 2009            Implementing the principle\n\
                        \x20 2010     A/64/864     9 August 2010           Early warning, assessment and the\n\
                        \x20                                               principle\n";

    #[test]
    fn a_table_of_reports_is_read_row_by_row() {
        let rows = |table: &str| blocks(table)[1..].to_vec();
        let read = rows(&format!("{HEAD}{ROWS}"));
        assert_eq!(
            read,
            [
                "Year\tSymbol\tInteractive dialogue held on\tTitle of the report",
                "2009\tA/63/677\t23 July 2009\tImplementing the principle",
                "2010\tA/64/864\t9 August 2010\tEarly warning, assessment and the principle",
                "It is devoted to all.",
            ]
        );
        assert!(!rows(ROWS).iter().any(|block| block.contains('\t')), "no line names the columns");
    }

    #[test]
    fn the_title_s_column_may_be_the_first() {
        let table = "Title of the report              Symbol       Year\n-----               ------       ----\n\
                     Early warning, assessment and    A/64/864     2010\nthe principle\n";
        assert_eq!(
            blocks(table)[2..],
            ["Early warning, assessment and the principle\tA/64/864\t2010", "It is devoted to all."]
        );
    }
}
