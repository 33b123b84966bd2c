//! From raw text to lines: what stands on each, and what kind of line it is.

use std::ops::{Range, RangeInclusive};

use super::list_start::begins_list;
use super::set_off::{self, is_bullet};

/// A line of the raw text that is not blank.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Where its words stand, white space, bullets and heading marks trimmed.
    pub(super) range: Range<usize>,
    /// How many columns its first word stands in from the margin.
    pub(super) indent: usize,
    /// How many blank lines stand before it.
    pub(super) blank_before: u32,
    /// Whether a line that only rules off stands above it.
    pub(super) ruled: bool,
    /// Whether a page begins with it.
    pub(super) page_start: bool,
    /// What it is.
    pub(super) kind: LineKind,
    /// Whether it is marked as a heading (`##`).
    pub(super) heading: bool,
    /// Its length in characters, as far as joining lines needs it.
    pub(super) width: usize,
    /// Where the cells of a table's row part.
    pub(super) cell_breaks: Vec<Range<usize>>,
}

/// What kind of line it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineKind {
    Text,
    Item,
    Row,
    Footnote,
    Page,
}

/// The lines of `text`.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut blank = 0;
    let (mut page, mut ruled) = (false, false);
    let mut row = BrokenRow::default();
    for mut physical in physical_lines(text) {
        page |= physical.page;
        let start = physical.range.start;
        if is_rule(&text[physical.range.clone()]) {
            // A line of `=` or `-` under a heading says that it is one.
            if let Some(last) = lines.last_mut().filter(|last| blank == 0 && last.width < 80) {
                last.heading |= last.kind == LineKind::Text && !text[last.range.clone()].ends_with('.');
            }
            (blank, ruled) = (blank + 1, true);
            continue;
        }
        let continues = row.takes(&text[physical.range.clone()]);
        if continues {
            physical.range = trim(text, physical.range.clone());
            physical.range.end -= usize::from(text[physical.range.clone()].ends_with('|'));
        }
        let Some(mut line) = line(text, physical.range, continues) else {
            blank += 1;
            continue;
        };
        (line.blank_before, line.ruled) = (blank, ruled);
        let indented = text[start..].starts_with(' ') && !text[start..].starts_with("  ");
        line.page_start = page || (indented && line.kind == LineKind::Text);
        if let Some(first) = lines.last_mut().filter(|last| sets_in(last) && is_at_margin(&line)) {
            first.kind = LineKind::Text;
        }
        // What a tab sets in right below an item goes on with it.
        if sets_in(&line) && blank == 0 && lines.last().is_some_and(|last| last.kind == LineKind::Item) {
            line.kind = LineKind::Text;
        }
        lines.push(line);
        (blank, page, ruled) = (0, false, false);
    }
    lines
}

/// A table's row that breaks within its cells part into lines: `| 10:00 | Opening: <br> Mr. … |`.
#[derive(Default)]
struct BrokenRow {
    open: bool,
}

impl BrokenRow {
    /// Whether the next line goes on with a row whose end has not come yet.
    fn takes(&mut self, line: &str) -> bool {
        let bare = line.trim();
        let (begins, ends) = (bare.starts_with('|'), bare.ends_with('|'));
        let continues = self.open && !begins && !bare.is_empty();
        // A pipe alone is a stroke that was misread, and no row.
        let opens = begins && bare.matches('|').nth(1).is_some();
        self.open = (opens || continues) && !ends;
        continues
    }
}

/// Whether a line is one that a tab sets in, without cells: a paragraph's first, or what stands in a table's last column.
fn sets_in(line: &Line) -> bool {
    line.kind == LineKind::Row && line.indent > 0 && line.cell_breaks.is_empty()
}

/// Whether a line of text at the margin stands right below the line before it.
fn is_at_margin(line: &Line) -> bool {
    line.kind == LineKind::Text && line.indent == 0 && line.blank_before == 0
}

/// A line that only rules off: `====`, `---`, `* * *`.
fn is_rule(line: &str) -> bool {
    let bare = line.trim();
    bare.len() >= 3 && bare.bytes().all(|b| matches!(b, b'=' | b'-' | b'_' | b'~' | b'*' | b' ' | b'+'))
        || matches!(bare, "—" | "–" | "* * *")
}

struct Physical {
    range: Range<usize>,
    page: bool,
}

/// Lines as line feeds, carriage returns and form feeds part them.
fn physical_lines(text: &str) -> impl Iterator<Item = Physical> + '_ {
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut page = false;
    std::iter::from_fn(move || {
        if at >= bytes.len() {
            return None;
        }
        let run = bytes[at..].iter().position(|b| matches!(b, b'\n' | b'\r' | 0x0C)).unwrap_or(bytes.len() - at);
        let line = Physical { range: at..at + run, page: std::mem::take(&mut page) };
        at += run;
        if at < bytes.len() {
            page = bytes[at] == 0x0C;
            at += if bytes[at..].starts_with(b"\r\n") { 2 } else { 1 };
        }
        Some(line)
    })
}

/// The line at `range`; `None` where nothing is left once white space is gone. One that goes on with a row may have cells, too.
fn line(text: &str, range: Range<usize>, continues_row: bool) -> Option<Line> {
    let words = trim(text, range.clone());
    if words.is_empty() || rules_off_rows(&text[words.clone()]) {
        return None;
    }
    let indent = text[range.start..words.start].chars().map(|c| if c == '\t' { 8 } else { 1 }).sum();
    let mut line = Line {
        range: words,
        indent,
        blank_before: 0,
        ruled: false,
        page_start: false,
        kind: LineKind::Text,
        heading: false,
        width: 0,
        cell_breaks: Vec::new(),
    };
    line.part_cells(text, text[range].contains('\t'), continues_row);
    line.strip_hashes(text);
    line.strip_frame_or_bullet(text);
    line.width = text[line.range.clone()].chars().count();
    (!line.range.is_empty()).then_some(line)
}

impl Line {
    /// Finds the cells of a table's row, which pipes part, or tabs.
    fn part_cells(&mut self, text: &str, tabbed: bool, continues_row: bool) {
        let words = &text[self.range.clone()];
        if words.starts_with('|') {
            let closed = words.len() > 1 && words.ends_with('|');
            self.range = trim(text, self.range.start + 1..self.range.end - usize::from(closed));
            self.cell_breaks = breaks(text, self.range.clone(), '|');
            self.kind = LineKind::Row;
        } else if continues_row && words.contains('|') {
            self.cell_breaks = breaks(text, self.range.clone(), '|');
            self.kind = LineKind::Row;
        } else if tabbed {
            let lead = set_off::lead(words);
            self.cell_breaks = breaks(text, self.range.start + lead..self.range.end, '\t');
            if !self.cell_breaks.is_empty() || lead == 0 && words.len() <= PAGE_WIDTH {
                self.kind = LineKind::Row;
            }
        }
    }

    /// Takes the hashes off that mark a heading.
    fn strip_hashes(&mut self, text: &str) {
        let words = &text[self.range.clone()];
        let hashes = words.bytes().take_while(|&b| b == b'#').count();
        self.heading = (1..=6).contains(&hashes) && words[hashes..].starts_with(' ');
        if self.heading {
            self.range = trim(text, self.range.start + hashes..self.range.end);
        }
    }

    /// Takes off the marks that the line is set between, or the bullet that begins an item.
    fn strip_frame_or_bullet(&mut self, text: &str) {
        let words = &text[self.range.clone()];
        if let Some(frame) = frame(words) {
            self.range = trim(text, self.range.start + frame..self.range.end - frame);
        } else if let Some(bullet) = bullet(words) {
            self.range = trim(text, self.range.start + bullet..self.range.end);
            if self.kind != LineKind::Row || self.cell_breaks.is_empty() {
                self.kind = LineKind::Item;
            }
        }
    }
}

/// Whether a line does no more than part a table's head from its rows: `|---|:-:|`.
fn rules_off_rows(words: &str) -> bool {
    words.starts_with('|') && words.bytes().all(|b| matches!(b, b'|' | b'-' | b':' | b' ' | b'='))
}

/// `range` without white space at its ends.
fn trim(text: &str, range: Range<usize>) -> Range<usize> {
    let inner = &text[range.clone()];
    let start = range.start + (inner.len() - inner.trim_start().len());
    start..start + inner.trim().len()
}

/// Where the cells of a row part that have `mark` between them.
fn breaks(text: &str, range: Range<usize>, mark: char) -> Vec<Range<usize>> {
    let marks = text[range.clone()].match_indices(mark);
    marks.map(|(at, mark)| range.start + at..range.start + at + mark.len()).collect()
}

/// The length of the mark on either side of a line that is set between two: `* Save the date *`, `— 2 —`.
fn frame(words: &str) -> Option<usize> {
    let mark = words.chars().next().filter(|mark| matches!(mark, '*' | '-' | '–' | '—' | '•'))?;
    let inner = words.strip_prefix(mark)?.strip_suffix(mark)?;
    (inner.starts_with(' ') && inner.ends_with(' ') && inner.contains(char::is_alphabetic)).then_some(mark.len_utf8())
}

/// The length of the bullet that `words` begin with.
fn bullet(words: &str) -> Option<usize> {
    let first = words.chars().next()?;
    let length = first.len_utf8();
    let spaced = words[length..].starts_with([' ', '\t', '\u{A0}']);
    match first {
        _ if is_bullet(first) => Some(length),
        '-' | '–' | '—' | '*' | 'o' if spaced => Some(length),
        // What a scanner takes a round bullet for; a quotation that opens so closes as well.
        '+' | '«' | '¢' | '®' if spaced && begins_item(&words[length..]) => Some(length),
        _ => None,
    }
}

/// Whether words begin with a capital, behind a space, and close no quotation.
fn begins_item(words: &str) -> bool {
    words.trim_start().starts_with(char::is_uppercase) && !words.contains('»')
}

/// How many characters a wrapped line has at most; longer ones stand on their own between blank lines.
pub(super) const PAGE_WIDTH: usize = 120;

/// What has fewer characters is no line of a paragraph that a page's width wrapped.
const WRAPPED_MIN: usize = 60;

/// What has more characters than this is a paragraph on one line.
const PARAGRAPH_MIN: usize = 160;

/// The width that hard-wrapped lines reach; zero where lines are paragraphs.
pub(super) fn full_width(lines: &[Line]) -> usize {
    let mut widths: Vec<usize> =
        lines.iter().filter(|line| line.kind == LineKind::Text).map(|line| line.width + line.indent.min(12)).collect();
    widths.sort_unstable();
    let at = |share: usize| widths.get(widths.len().saturating_sub(1) * share / 100).copied().unwrap_or(0);
    // Lines of paragraphs that are not wrapped are far longer than any page is wide: they are many, or hold
    // much of a text that has few lines as wide as a page.
    let running =
        || lines.iter().filter(|line| matches!(line.kind, LineKind::Text | LineKind::Item)).map(|line| line.width);
    let third = |within: RangeInclusive<usize>| {
        running().filter(|width| within.contains(width)).sum::<usize>() * 3 > running().sum::<usize>()
    };
    let unwrapped = third(PARAGRAPH_MIN + 1..=usize::MAX) && !third(WRAPPED_MIN..=PAGE_WIDTH);
    if at(90) > PARAGRAPH_MIN || unwrapped || at(75) < 30 { 0 } else { at(90) }
}

/// How far the widest lines reach that stand in from the margin.
pub(super) fn column_width(lines: &[Line]) -> usize {
    let set_in =
        lines.iter().filter(|line| line.kind == LineKind::Text && line.indent >= 4 && line.width <= PAGE_WIDTH);
    set_in.map(|line| line.indent + line.width).max().unwrap_or(0)
}

/// The same for each indent up to what a table's last column has; an item of a list may be typed on a line of its own, however
/// long.
pub(super) fn column_widths(text: &str, lines: &[Line]) -> Vec<usize> {
    const INDENT_MAX: usize = 48;
    let mut widths = vec![0; INDENT_MAX];
    let set_in = |line: &&Line| line.kind == LineKind::Text && line.indent >= 4 && line.width <= PAGE_WIDTH;
    for line in lines.iter().filter(set_in).filter(|line| !begins_list(&text[line.range.clone()])) {
        if let Some(width) = widths.get_mut(line.indent) {
            *width = (*width).max(line.indent + line.width);
        }
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::{LineKind, lines};

    fn read(text: &str) -> Vec<&str> {
        lines(text).into_iter().map(|line| &text[line.range]).collect()
    }

    #[test]
    fn what_a_tab_sets_in_below_an_item_is_no_row() {
        let kinds = |text: &str| lines(text).into_iter().map(|line| line.kind).collect::<Vec<_>>();
        let item = "–\tLetter dated 9 November 2011 to the United\n\tNations\n–\tIndicative programme\n";
        assert_eq!(kinds(item), [LineKind::Item, LineKind::Text, LineKind::Item]);
        assert_eq!(kinds("10.00\tOpening\n\tMr. Adam\n")[1], LineKind::Row);
    }

    #[test]
    fn a_scanner_s_bullet_begins_an_item() {
        let kind = |text: &str| lines(text).first().map(|line| line.kind);
        for bullet in ['¢', '®', '+'] {
            assert_eq!(kind(&format!("{bullet} Report of the Secretary-General")), Some(LineKind::Item), "{bullet}");
            assert_eq!(kind(&format!("{bullet} of the Secretary-General")), Some(LineKind::Text), "{bullet}");
        }
    }

    #[test]
    fn a_row_that_breaks_ends_with_the_pipe_behind_its_last_line() {
        let row = "| 10:00 | Opening | Mr. Adam, President \n Ms. Eve, Secretary |\n| 11:00 | Dialogue | |\n";
        assert_eq!(read(row)[..2], ["10:00 | Opening | Mr. Adam, President", "Ms. Eve, Secretary"]);
        assert_eq!(read("|t is about\nPillar |\n"), ["t is about", "Pillar |"]);
        assert_eq!(read("It is about Pillar |\nand Pillar |\n"), ["It is about Pillar |", "and Pillar |"]);
    }
}
