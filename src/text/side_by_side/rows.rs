//! The rows of a programme's table, told by the hours that they begin with.

use std::ops::Range;

use super::cells::{Broken, Cell, SLACK, cells, stands_at};

/// Whether a cell is a row's hours: `10.20–10.35`, `10 a.m.`.
fn is_hours(cell: &str) -> bool {
    const PARTS: [&str; 16] =
        ["a", "m", "p", "am", "pm", "to", "noon", "hrs", "h", "hours", "until", "o", "l", "i", "from", "midnight"];
    let mut words = cell.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    let begins = cell.starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'l' | 'I' | 'O'));
    begins
        && cell.len() <= 32
        && (2..=10).contains(&digits)
        && !cell.ends_with([')', '/', ','])
        && says_hour(cell)
        && words.all(|word| PARTS.iter().any(|part| word.eq_ignore_ascii_case(part)))
}

/// Whether an hour has its minutes or its half of the day: a year has neither.
fn says_hour(cell: &str) -> bool {
    let minutes = cell.as_bytes().windows(3).any(|three| matches!(three[1], b'.' | b':') && three[2].is_ascii_digit());
    minutes || cell.contains(['m', 'M', 'n', 'h'])
}

/// The rows of the tables that have at least one whose cells break side by side.
pub(super) fn rows(text: &str, lines: &[Range<usize>]) -> Vec<Broken> {
    let starts: Vec<(usize, Vec<Cell>)> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| {
            let words = text[(*line).clone()].trim_start_matches(' ');
            words.starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'l' | 'I' | 'O')) && words.contains("  ")
        })
        .map(|(i, line)| (i, cells(text, line)))
        .filter(|(_, cells)| cells.len() >= 2 && is_hours(&text[cells[0].range.clone()]))
        .collect();
    let row = |(i, first): &(usize, Vec<Cell>), columns: &[usize]| row(text, lines, *i, first, columns);
    let mut columns: Vec<usize> = Vec::new();
    for start in starts.iter().filter(|(_, cells)| cells.len() >= 3) {
        let own: Vec<usize> = start.1.iter().map(|cell| cell.column).collect();
        let broken = row(start, &own);
        let known = own.iter().all(|&column| stands_at(column, &columns).is_some());
        if !known && broken.is_some_and(|row| row.lines[1..].iter().any(|line| line.len() >= 2)) {
            columns.extend(own);
        }
    }
    columns.sort_unstable();
    columns.dedup_by(|next, column| next.abs_diff(*column) <= SLACK);
    if columns.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<Broken> = starts.iter().filter_map(|start| row(start, &columns)).collect();
    found.extend(loose(text, lines, &columns));
    found
}

/// The lines that stand in the last of `columns` alone, no row's: who moderates the rows below.
fn loose(text: &str, lines: &[Range<usize>], columns: &[usize]) -> Vec<Broken> {
    let mut found: Vec<Broken> = Vec::new();
    let Some(&column) = columns.last() else { return found };
    let alone = |line: &Range<usize>| {
        let lead = text[line.clone()].len() - text[line.clone()].trim_start_matches(' ').len();
        let mut own = if lead + SLACK >= column && lead <= column + SLACK { cells(text, line) } else { Vec::new() };
        if own.len() == 1 { own.pop() } else { None }
    };
    let mut at = 0;
    while at < lines.len() {
        let group: Vec<Vec<Cell>> = lines[at..].iter().map_while(alone).map(|cell| vec![cell]).collect();
        let blank = at.checked_sub(1).is_none_or(|above| text[lines[above].clone()].trim().is_empty());
        at += group.len().max(1);
        if blank && group.len() >= 2 {
            found.push(Broken { lines: group, columns: columns.to_vec(), between: "\n", tied: true });
        }
    }
    found
}

/// The row that begins with the line `at`, where its cells stand in `columns`, with the lines below that go on with them.
fn row(text: &str, lines: &[Range<usize>], at: usize, first: &[Cell], columns: &[usize]) -> Option<Broken> {
    let mut found = vec![in_columns(first, columns).filter(|cells| cells.len() >= 2)?];
    let hours = found[0][0].column;
    for line in &lines[at + 1..] {
        let own = cells(text, line);
        let Some(own) = in_columns(&own, columns).filter(|own| own[0].column > hours + SLACK) else { break };
        found.push(own);
    }
    Some(Broken { lines: found, columns: columns.to_vec(), between: "\t", tied: true })
}

/// A line's cells, where the first stands in one of `columns`; words that stand in none belong to the cell before them.
fn in_columns(cells: &[Cell], columns: &[usize]) -> Option<Vec<Cell>> {
    let mut own: Vec<Cell> = Vec::new();
    for cell in cells {
        match (stands_at(cell.column, columns), own.last_mut()) {
            (None, Some(last)) => last.range.end = cell.range.end,
            (None, None) => return None,
            (Some(_), _) => own.push(cell.clone()),
        }
    }
    (!own.is_empty()).then_some(own)
}
