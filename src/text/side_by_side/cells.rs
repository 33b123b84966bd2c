//! Cells: words of a line that two spaces or more part from the others, and the columns that they stand in.

use std::ops::Range;

/// Columns of cells that belong together may differ by so much.
pub(super) const SLACK: usize = 1;
/// Longer lines are no table's, in bytes.
pub(super) const LINE_MAX: usize = 240;
/// Words of a line that two spaces or more part from the others.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    /// The column that it begins in.
    pub(super) column: usize,
    pub(super) range: Range<usize>,
}

/// The lines of a row or of a signature, each with its cells, and how what was put in order is parted.
pub(super) struct Broken {
    pub(super) lines: Vec<Vec<Cell>>,
    /// Where each cell of the first line begins and those below it stand.
    pub(super) columns: Vec<usize>,
    /// What parts two cells, and what stands in one that is not one.
    pub(super) between: &'static str,
    /// Whether the lines of a cell are tied together where they go on.
    pub(super) tied: bool,
}

/// The cells of a line; none where tabs part them already.
pub(super) fn cells(text: &str, line: &Range<usize>) -> Vec<Cell> {
    let words = &text[line.clone()];
    if words.len() > LINE_MAX || words.contains(['\t', '|']) {
        return Vec::new();
    }
    let mut cells = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let rest = &words[at..];
        let lead = rest.len() - rest.trim_start_matches(' ').len();
        let rest = &rest[lead..];
        let length = rest.find("  ").unwrap_or_else(|| rest.trim_end().len());
        if length > 0 {
            let start = line.start + at + lead;
            let column = words[..at + lead].chars().count();
            cells.push(Cell { column, range: start..start + length });
        }
        at += lead + length.max(1);
    }
    cells
}

/// Which of `columns` a cell that begins at `column` stands in.
pub(super) fn stands_at(column: usize, columns: &[usize]) -> Option<usize> {
    columns.iter().position(|known| known.abs_diff(column) <= SLACK)
}

impl Broken {
    pub(super) fn start(&self) -> usize {
        self.lines[0][0].range.start
    }

    pub(super) fn end(&self) -> usize {
        self.lines.last().and_then(|line| line.last()).map_or(0, |cell| cell.range.end)
    }

    /// The lines of the cell in each column that has any, from left to right.
    pub(super) fn by_column(&self) -> Vec<(usize, Vec<Range<usize>>)> {
        let mut columns: Vec<(usize, Vec<Range<usize>>)> = (0..self.columns.len()).map(|at| (at, Vec::new())).collect();
        for cell in self.lines.iter().flatten() {
            if let Some(at) = stands_at(cell.column, &self.columns) {
                columns[at].1.push(cell.range.clone());
            }
        }
        columns.retain(|(_, parts)| !parts.is_empty());
        columns
    }
}
