//! Those whom to write to side by side, each under a heading: `List of speakers      Civil society` / `Ms. Okafor      Mr.
//! Lindqvist` / `okafor@un.org      lindqvist@un.org`.

use std::ops::Range;

use super::cells::{Broken, Cell, LINE_MAX, SLACK, cells};

/// The longest line of a contact's half, in bytes.
const HALF_MAX: usize = 56;
/// How many lines two contacts have at most.
const LINES_MAX: usize = 8;

/// The pairs of contacts that stand side by side, with the headings over them.
pub(super) fn contacts(text: &str, lines: &[Range<usize>]) -> Vec<Broken> {
    let mut found: Vec<Broken> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let Some((pair, length)) = pair(text, &lines[at..]) else {
            at += 1;
            continue;
        };
        at += length;
        found.push(pair);
    }
    found
}

/// Two contacts from the first of the lines on, of which one gives an address in each half, and how many lines they take; a
/// blank line may stand below the headings.
fn pair(text: &str, lines: &[Range<usize>]) -> Option<(Broken, usize)> {
    let first = halves(text, lines.first()?)?;
    let columns: Vec<usize> = first.iter().map(|cell| cell.column).collect();
    let headed = !names_somebody(text, &first);
    let blank = lines.get(1).is_some_and(|line| text[line.clone()].trim().is_empty());
    let skipped = usize::from(blank && headed);
    let stands =
        |own: &Vec<Cell>| own.iter().zip(&columns).all(|(cell, column)| cell.column.abs_diff(*column) <= SLACK);
    let below = lines[1 + skipped..].iter().take(LINES_MAX).map_while(|line| halves(text, line).filter(stands));
    let all: Vec<Vec<Cell>> = std::iter::once(first).chain(below).collect();
    let length = all.len() + skipped;
    let addressed = |line: &Vec<Cell>| line.iter().all(|cell| text[cell.range.clone()].contains('@'));
    let told = all.len() >= 3 && all.iter().filter(|line| addressed(line)).count() == 1 && !addressed(&all[0]);
    told.then_some((Broken { lines: all, columns, between: "\n", tied: false }, length))
}

/// The two cells of a line.
fn halves(text: &str, line: &Range<usize>) -> Option<Vec<Cell>> {
    let short = line.len() <= LINE_MAX && text[line.clone()].trim_start().contains("    ");
    let own = if short { cells(text, line) } else { Vec::new() };
    (own.len() == 2 && own.iter().all(|cell| cell.range.len() <= HALF_MAX)).then_some(own)
}

/// Whether both cells begin with somebody.
fn names_somebody(text: &str, cells: &[Cell]) -> bool {
    cells.iter().all(|cell| crate::text::lex::begins_with_honorific(&text[cell.range.clone()]))
}

#[cfg(test)]
mod tests {
    use crate::text::Reading;

    fn blocks(text: &str) -> Vec<String> {
        let reading = Reading::of(&format!("Member States should enter their names on the list by Friday.\n\n{text}"));
        reading.blocks()[1..].iter().map(|block| reading.block_text(block).to_owned()).collect()
    }

    #[test]
    fn contacts_side_by_side_are_read_one_below_the_other() {
        let names = "  Ms. Ana Ruiz                Mr. Jan Roos\n  ruiz@un.org                 roos@un.org\n";
        let phones = "  +1 (212) 963-1847           +1 (917) 367-2589\n";
        let ruiz = ["Ms. Ana Ruiz ruiz@un.org", "+1 (212) 963-1847"];
        let roos = ["Mr. Jan Roos roos@un.org", "+1 (917) 367-2589"];
        let headed = format!("  List of speakers            Civil society\n\n{names}{phones}");
        assert_eq!(blocks(&headed), [&["List of speakers"], &ruiz[..], &["Civil society"], &roos[..]].concat());
        let tight = format!("  List of speakers            Civil society\n{names}");
        assert_eq!(blocks(&tight), ["List of speakers", ruiz[0], "Civil society", roos[0]]);
        // A list of addresses is read line by line.
        let list = "  Name                        Ana Ruiz\n  Ruiz                        Roos\n  ruiz@un.org             a desk\n";
        assert!(blocks(list)[0].starts_with("Name Ana Ruiz"), "{:?}", blocks(list));
    }
}
