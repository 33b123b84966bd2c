//! Rows of a table whose cells stand side by side and break into lines, two or more of them at once: `10.20  Introduction of
//! the  Mr. Ng, Chief of` / `report  the Section`. The lines of each cell are put one behind the other and a tab between the
//! cells, so that a row is read cell by cell and not line by line. Two names that sign a letter side by side are put one
//! below the other, each with what stands under it.

use std::ops::Range;

use super::edit::{Edit, Rule};
use super::lex;
use super::lexicon;
use super::source_map::{Piece, SourceMap};
use super::span::Span;

/// Columns of cells that belong together may differ by so much.
const SLACK: usize = 1;
/// Longer lines are no table's, in bytes.
const LINE_MAX: usize = 240;
/// The longest line of a signature's half, in bytes.
const HALF_MAX: usize = 48;

/// How many lines stand below a name at most.
const BELOW_MAX: usize = 6;

/// Words of a line that two spaces or more part from the others.
#[derive(Clone, Debug)]
struct Cell {
    /// The column that it begins in.
    column: usize,
    range: Range<usize>,
}

/// The lines of a row or of a signature, each with its cells, and how what was put in order is parted.
struct Broken {
    lines: Vec<Vec<Cell>>,
    /// Where each cell of the first line begins and those below it stand.
    columns: Vec<usize>,
    /// What parts two cells, and what stands in one that is not one.
    between: &'static str,
    /// Whether the lines of a cell are tied together where they go on.
    tied: bool,
}

/// A text whose rows were put in order.
pub(super) struct InOrder {
    pub(super) text: String,
    /// The way back.
    pub(super) map: SourceMap,
    /// The edits that leave out the hyphens of words that broke within a cell.
    pub(super) hyphens: Vec<Edit>,
}

/// `text` with such rows put in order; `None` where it has none.
pub(super) fn put_in_order(text: &str) -> Option<InOrder> {
    if !has_gap(text.as_bytes()) {
        return None;
    }
    let lines: Vec<Range<usize>> = lines(text).collect();
    let mut broken = signatures(text, &lines);
    broken.extend(rows(text, &lines));
    broken.sort_by_key(Broken::start);
    if broken.is_empty() { None } else { Some(written(text, &broken)) }
}

/// Whether four spaces stand in a row anywhere, as they do in every such table.
fn has_gap(text: &[u8]) -> bool {
    // One of the four stands at every fourth place.
    let is_space = |byte: &&u8| **byte == b' ';
    let behind = |at: usize| text[at + 1..].iter().take(3).take_while(is_space).count();
    let before = |at: usize| text[..at].iter().rev().take(3).take_while(is_space).count();
    let around = |at: usize| before(at) + 1 + behind(at);
    (3..text.len()).step_by(4).any(|at| text[at] == b' ' && around(at) >= 4)
}

/// The lines of `text`, without their ends.
fn lines(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    text.split('\n').map(move |line| {
        let start = at;
        at += line.len() + 1;
        start..start + line.len()
    })
}

/// The cells of a line; none where tabs part them already.
fn cells(text: &str, line: &Range<usize>) -> Vec<Cell> {
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
fn rows(text: &str, lines: &[Range<usize>]) -> Vec<Broken> {
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

/// Which of `columns` a cell that begins at `column` stands in.
fn stands_at(column: usize, columns: &[usize]) -> Option<usize> {
    columns.iter().position(|known| known.abs_diff(column) <= SLACK)
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

/// The pairs of names that sign side by side, with the lines under them.
fn signatures(text: &str, lines: &[Range<usize>]) -> Vec<Broken> {
    let mut found: Vec<Broken> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let Some(signature) = signature(text, &lines[at..]) else {
            at += 1;
            continue;
        };
        at += signature.lines.len();
        found.push(signature);
    }
    found
}

/// Two names on one line and at least one line under both.
fn signature(text: &str, lines: &[Range<usize>]) -> Option<Broken> {
    let halves = |line: &Range<usize>| {
        let short = line.len() <= LINE_MAX && text[line.clone()].trim_start().contains("    ");
        let own = if short { cells(text, line) } else { Vec::new() };
        let plain = |cell: &Cell| {
            cell.range.len() <= HALF_MAX && !text[cell.range.clone()].contains(|c: char| c.is_ascii_digit())
        };
        (own.len() == 2 && own.iter().all(plain)).then_some(own)
    };
    let first = halves(lines.first()?).filter(|own| own.iter().all(|cell| is_name(&text[cell.range.clone()])))?;
    let columns: Vec<usize> = first.iter().map(|cell| cell.column).collect();
    let below = lines[1..].iter().take(BELOW_MAX).map_while(|line| {
        halves(line).filter(|own| own.iter().zip(&columns).all(|(cell, column)| cell.column.abs_diff(*column) <= SLACK))
    });
    let all: Vec<Vec<Cell>> = std::iter::once(first).chain(below).collect();
    // Names below names are a list of them.
    let offices = all.iter().skip(1).all(|line| !line.iter().all(|cell| is_name(&text[cell.range.clone()])));
    (all.len() >= 2 && offices).then_some(Broken { lines: all, columns, between: "\n", tied: false })
}

/// Whether a cell may be a name: two to five capitalised words, small ones among them.
fn is_name(cell: &str) -> bool {
    let mut words = cell.split(' ');
    let named = |word: &str| {
        let letters = word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'));
        letters && (word.starts_with(char::is_uppercase) || word.len() <= 3)
    };
    (2..=5).contains(&words.clone().count())
        && words.all(named)
        && cell.starts_with(char::is_uppercase)
        && !cell
            .split(' ')
            .any(|word| word.len() > 3 && lexicon::contains(&word.to_lowercase()) && !lexicon::is_name(word))
}

impl Broken {
    fn start(&self) -> usize {
        self.lines[0][0].range.start
    }

    fn end(&self) -> usize {
        self.lines.last().and_then(|line| line.last()).map_or(0, |cell| cell.range.end)
    }

    /// The lines of the cell in each column that has any, from left to right.
    fn by_column(&self) -> Vec<(usize, Vec<Range<usize>>)> {
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

/// How many characters the widest cell of each column has.
fn widths(text: &str, rows: &[Broken]) -> Vec<usize> {
    let mut widths = Vec::new();
    for (column, parts) in rows.iter().filter(|row| row.tied).flat_map(Broken::by_column) {
        widths.resize(widths.len().max(column + 1), 0);
        let widest = parts.into_iter().map(|part| text[part].chars().count()).max();
        widths[column] = widths[column].max(widest.unwrap_or_default());
    }
    widths
}

/// `text` with the cells of `broken` put in order.
fn written(text: &str, broken: &[Broken]) -> InOrder {
    let mut new = Writer { text, new: String::with_capacity(text.len()), pieces: Vec::new(), hyphens: Vec::new() };
    let widths = widths(text, broken);
    let mut at = 0;
    for row in broken.iter() {
        if row.start() < at {
            continue;
        }
        new.keep(at..row.start());
        for (i, (column, parts)) in row.by_column().into_iter().enumerate() {
            if i > 0 {
                new.part(row.between);
            }
            let width = widths.get(column).copied().unwrap_or_default();
            for (i, part) in parts.iter().enumerate() {
                match i.checked_sub(1).map(|before| &parts[before]) {
                    Some(before) if row.tied && new.goes_on(before, part, width) => new.tie(before, part),
                    Some(_) => new.part(row.between),
                    None => {}
                }
                new.keep(part.clone());
            }
        }
        at = row.end();
    }
    new.keep(at..text.len());
    InOrder { text: new.new, map: SourceMap::of(new.pieces), hyphens: new.hyphens }
}

/// A text in the making, with where its pieces stand in the one that it is made from.
struct Writer<'t> {
    text: &'t str,
    new: String,
    pieces: Vec<Piece>,
    hyphens: Vec<Edit>,
}

impl Writer<'_> {
    /// Takes over what stands at `range`.
    fn keep(&mut self, range: Range<usize>) {
        if !range.is_empty() {
            let raw = Span::new(range.clone());
            self.pieces.push(Piece { read: self.new.len(), length: range.len(), raw, verbatim: true });
            self.new.push_str(&self.text[range]);
        }
    }

    /// Parts what comes next from what was taken over last, by `mark` for the white space behind that.
    fn part(&mut self, mark: &'static str) {
        let end = self.pieces.last().map_or(0, |piece| piece.raw.end as usize);
        let raw = Span::new(end..self.text.len().min(end + 1));
        self.pieces.push(Piece { read: self.new.len(), length: mark.len(), raw, verbatim: false });
        self.new.push_str(mark);
    }

    /// Whether a cell's next line goes on with the one before, in a column that is so wide.
    fn goes_on(&self, before: &Range<usize>, next: &Range<usize>, width: usize) -> bool {
        let (line, below) = (&self.text[before.clone()], &self.text[next.clone()]);
        let first = below.split(' ').next().unwrap_or_default();
        let open =
            line.ends_with(['-', ',']) || [" of", " the", " and", " for"].iter().any(|word| line.ends_with(word));
        // Letters are not all as wide as each other where the table was set.
        let room = (line.chars().count() + 1 + first.chars().count()) * 100 <= width * 85;
        (open || !room) && !begins_another(line, below)
    }

    /// Ties a cell's next line to the one before: a space between the two, none behind a hyphen.
    fn tie(&mut self, before: &Range<usize>, next: &Range<usize>) {
        let (line, below) = (&self.text[before.clone()], &self.text[next.clone()]);
        let Some(stem) = line.strip_suffix('-') else { return self.part(" ") };
        let head = stem.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let tail = below.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let one = tail.starts_with(char::is_lowercase) && lexicon::contains(&[head, tail].concat().to_lowercase());
        if let Some(last) = self.pieces.last_mut().filter(|_| one) {
            self.hyphens.push(Edit::new(Span::new(before.end - 1..before.end), "", Rule::Hyphen));
            (last.length, last.raw.end) = (last.length - 1, last.raw.end - 1);
            self.new.pop();
        }
    }
}

/// Whether a cell's line begins with somebody or a label, or stands behind one.
fn begins_another(before: &str, line: &str) -> bool {
    let label = line.split_once(':').is_some_and(|(label, _)| label.len() <= 24 && label.split(' ').count() <= 3);
    before.ends_with(':')
        || label && line.starts_with(char::is_uppercase)
        || line.starts_with(['•', '–', '-', '*', '▪'])
        || lex::begins_with_honorific(line)
}

#[cfg(test)]
mod tests {
    use super::put_in_order;
    use crate::text::Reading;

    fn blocks(text: &str) -> Vec<String> {
        let reading = Reading::of(text);
        reading.blocks().iter().map(|block| reading.block_text(block).to_owned()).collect()
    }

    const TABLE: &str = "\
Time           Item                          Speakers

10.00–10.20    Opening of the seminar        H.E. Mr. Adam Ng, Chair of the
                                             Commission
10.20–10.40    Introduction of the devel-    Ms. Eve Okoro, Chief of the Assistance
               opment report of 2020         Section of the Secretary-
                                             General
                                             Dr. Jan Olsen (tbc)

                                             Moderator: Mr. Ivo Sand, Lake Chad
                                             Basin Commission

10.40–11.00    Break
";

    #[test]
    fn each_cell_of_a_row_is_read_by_itself() {
        let read = blocks(TABLE);
        let rows = [
            "10.00–10.20\tOpening of the seminar\tH.E. Mr. Adam Ng, Chair of the Commission",
            "10.20–10.40\tIntroduction of the development report of 2020\tMs. Eve Okoro, Chief of the Assistance Section of \
             the Secretary-General\tDr. Jan Olsen (tbc)",
        ];
        assert!(read.iter().any(|block| block == "Moderator: Mr. Ivo Sand, Lake Chad Basin Commission"), "{read:#?}");
        for row in rows {
            assert!(read.iter().any(|block| block == row), "{read:#?}");
        }
    }

    #[test]
    fn rows_whose_cells_do_not_break_side_by_side_stay_as_they_are() {
        let one = TABLE.replace("opment report of 2020         Section", "                              Section");
        assert!(put_in_order(TABLE).is_some() && put_in_order(&one).is_none());
        assert!(put_in_order("2009    One (A/63/677)    2010\n        two               three\n").is_none());
    }

    #[test]
    fn what_is_put_in_order_leads_back() {
        let reading = Reading::of(TABLE);
        let at = reading.text().find("report of 2020").expect("the title");
        let span = reading.raw_span(at..at + "report of 2020".len());
        assert_eq!(&TABLE[span.range()], "report of 2020");
        assert!(reading.edits().iter().any(|edit| &TABLE[edit.span.range()] == "-" && edit.to.is_empty()));
    }

    #[test]
    fn those_who_sign_side_by_side_sign_one_after_the_other() {
        let signed = "   Anneli Korhonen                    Rui Tavares Lima\n   Ambassador                         Ambassador\n";
        let read =
            blocks(&format!("Please accept, Excellency, the assurances of our highest consideration.\n\n{signed}"));
        assert_eq!(read[1..], ["Anneli Korhonen", "Ambassador", "Rui Tavares Lima", "Ambassador"]);
        assert!(
            put_in_order("   Anneli Korhonen           Rui Tavares Lima\n   Ana Ruiz                  Jan Olsen\n")
                .is_none()
        );
        assert!(
            put_in_order(
                "   Permanent Mission         Permanent Mission\n   of Finland                of Cabo Verde\n"
            )
            .is_none()
        );
    }
}
