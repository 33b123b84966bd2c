//! The rows of a table of reports, told by the year that they begin with, under a line that says what the columns hold:
//! `Year   Symbol   Dialogue held on   Title of the report`.

use std::ops::Range;

use super::cells::{Broken, Cell, cells, stands_at};

/// What the columns of such a table hold: the first of them, and two of the others at least.
const YEAR: &str = "year";
const COLUMNS: [&str; 8] = ["symbol", "document", "title", "report", "dialogue", "debate", "discussed", "considered"];

/// How many lines a table has at most.
const LINES_MAX: usize = 200;

/// The rows of the tables of reports in a text, the line of their columns' names first.
pub(super) fn reports(text: &str, lines: &[Range<usize>]) -> Vec<Broken> {
    let mut found: Vec<Broken> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let heads = heads(text, &lines[at]);
        let rows = heads.map(|heads| rows(text, &lines[at + 1..], heads)).filter(|(rows, _)| rows.len() > 1);
        match rows {
            Some((rows, length)) => {
                found.extend(rows);
                at += 1 + length;
            }
            None => at += 1,
        }
    }
    found
}

/// The cells of a line that names the columns.
fn heads(text: &str, line: &Range<usize>) -> Option<Vec<Cell>> {
    let begins = text[line.clone()].trim_start().get(..YEAR.len()).is_some_and(|word| word.eq_ignore_ascii_case(YEAR));
    let own = if begins { cells(text, line) } else { Vec::new() };
    let named = own.iter().skip(1).filter(|cell| {
        let mut words = text[cell.range.clone()].split(|c: char| !c.is_alphabetic());
        words.any(|word| COLUMNS.iter().any(|column| word.trim_end_matches('s').eq_ignore_ascii_case(column)))
    });
    (own.len() >= 3 && named.count() >= 2).then_some(own)
}

/// The rows under the names of the columns, these with the lines that they break into first, and how many lines they take.
fn rows(text: &str, lines: &[Range<usize>], heads: Vec<Cell>) -> (Vec<Broken>, usize) {
    let columns: Vec<usize> = heads.iter().map(|cell| cell.column).collect();
    let mut rows: Vec<Vec<Vec<Cell>>> = vec![vec![heads]];
    let mut length = 0;
    for (i, line) in lines.iter().take(LINES_MAX).enumerate() {
        if text[line.clone()].trim().is_empty() {
            continue;
        }
        let own = cells(text, line);
        if own.is_empty() || own.iter().any(|cell| stands_at(cell.column, &columns).is_none()) {
            break;
        }
        let first = stands_at(own[0].column, &columns) == Some(0);
        match rows.last_mut() {
            _ if first && is_year(&text[own[0].range.clone()]) && own.len() >= 2 => rows.push(vec![own]),
            Some(last) if !first => last.push(own),
            _ => break,
        }
        length = i + 1;
    }
    let broken = |lines| Broken { lines, columns: columns.clone(), between: "\t", tied: true };
    (rows.into_iter().map(broken).collect(), length)
}

fn is_year(cell: &str) -> bool {
    cell.len() == 4 && cell.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use crate::text::Reading;

    fn blocks(head: &str) -> Vec<String> {
        let rows = "  2009     A/63/677     23 July 2009            Implementing the principle\n  \
                    2010     A/64/864     9 August 2010           Early warning, assessment and the\n  \
                                                                  \u{20}                   principle\n";
        let reading = Reading::of(&format!("Two reports have been submitted.\n\n{head}{rows}\nIt is devoted to all.\n"));
        reading.blocks().iter().map(|block| reading.block_text(block).to_owned()).collect()
    }

    #[test]
    fn a_table_of_reports_is_read_row_by_row() {
        let head = "  Year     Symbol       Interactive dialogue    Title of the report\n                        held on\n\n";
        let read = blocks(head);
        assert_eq!(read[1], "Year\tSymbol\tInteractive dialogue held on\tTitle of the report", "{read:?}");
        assert_eq!(read[2], "2009\tA/63/677\t23 July 2009\tImplementing the principle", "{read:?}");
        assert_eq!(read[3], "2010\tA/64/864\t9 August 2010\tEarly warning, assessment and the principle", "{read:?}");
        assert_eq!(read[4], "It is devoted to all.", "{read:?}");
        assert!(!blocks("").iter().any(|block| block.contains('\t')), "no line names the columns");
    }
}
