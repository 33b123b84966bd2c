//! From the blocks of a programme to its timed rows.
//!
//! Layouts differ: a time at a line's start, in a cell, alone on a line above its words; a range broken over two lines;
//! headings without a time before the rows they head; all times in one column and all words in the next.

use std::ops::Range;

use jiff::civil::Time;

use super::columns::rejoin_columns;
use super::kinds::{kind_of, label};
use super::pieces::{Clock, Dash, Piece, Words, begins_with_time, is_timed, pieces_of};
use crate::note::block::in_text;
use crate::note::honorifics::ends_with_honorific;
use crate::note::model::{EntryKind, Function, SectionKind};
use crate::note::office::begins_office;
use crate::note::outline::Outline;
use crate::note::phrase;
use crate::note::sittings::{names_sitting, settle_halves};
use crate::text::lex::{self, DAY_BEGINS, afternoon};

/// A heading without a time.
#[derive(Clone, Debug)]
pub(super) struct Heading {
    pub(super) range: Range<usize>,
    pub(super) kind: EntryKind,
}

/// A timed row.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) start: Clock,
    pub(super) end: Option<Clock>,
    pub(super) dangling: Dash,
    pub(super) heading: Option<Heading>,
    /// Words that stand under the heading and before the time.
    pub(super) lead: Vec<Words>,
    pub(super) words: Vec<Words>,
}

/// The timed rows of the programme.
pub(super) fn rows(outline: &Outline<'_>) -> Vec<Row> {
    let blocks = outline.reading.blocks();
    let programme: Vec<usize> = outline.blocks_of(SectionKind::Programme).map(|(i, _)| i).collect();
    let rows = rows_of(outline, &programme);
    if !rows.is_empty() {
        return rows;
    }
    // Without a programme's heading, rows are where at least two blocks begin with a time.
    let letter = outline.title.start;
    let timed: Vec<usize> =
        (letter..blocks.len()).filter(|&i| in_text(&blocks[i]) && begins_with_time(outline, &blocks[i])).collect();
    match timed[..] {
        [first, _, ..] => rows_of(
            outline,
            &(first.saturating_sub(1).max(letter)..blocks.len()).filter(|&i| in_text(&blocks[i])).collect::<Vec<_>>(),
        ),
        _ => Vec::new(),
    }
}

fn rows_of(outline: &Outline<'_>, blocks: &[usize]) -> Vec<Row> {
    let all = outline.reading.blocks();
    let mut pieces: Vec<Piece> = Vec::new();
    let Some(first) = blocks.iter().position(|&i| is_timed(outline, &all[i])) else { return Vec::new() };
    // Headings and labels may stand before the first time, running text may not.
    let mut from = first;
    while from > 0 && may_head(outline, blocks[from - 1]) {
        from -= 1;
    }
    for &i in &blocks[from..] {
        pieces.extend(pieces_of(outline, &all[i]));
    }
    // A lone stop or dash between a time and its words is neither.
    let text = outline.reading.text();
    let says = |words: &Words| text[words.range.clone()].contains(char::is_alphanumeric);
    pieces.retain(|piece| !matches!(piece, Piece::Words(words) if !says(words)));
    let pieces = rejoin_columns(outline, without_frames(text, pieces));
    settle(outline, group(outline, &pieces))
}

/// How many words a line has at most that only names a sitting: `Afternoon session (continued)`.
const SITTING_WORDS: usize = 4;

/// Pieces without the hours behind a head line's words where rows with times within these hours follow: the line heads them, or
/// is a sitting's and says nothing else.
fn without_frames(text: &str, pieces: Vec<Piece>) -> Vec<Piece> {
    let frames = |i: usize| {
        let [Piece::Time { start, end: Some(end), .. }, Piece::Words(words), ..] = &pieces[i..] else { return false };
        let next = pieces[i + 1..].iter().find_map(|piece| match piece {
            Piece::Time { start, end, .. } => Some((start, end.as_ref())),
            Piece::Words(_) => None,
        });
        let (from, to) = settle_halves((start.time, start.open), (end.time, end.open));
        let within = |(next, ends): (&Clock, Option<&Clock>)| {
            let settled = ends.map(|ends| settle_halves((next.time, next.open), (ends.time, ends.open)));
            let begins = settled.map_or(next.time, |(begins, _)| begins);
            // What goes on beyond it is no part of it.
            (from..to).contains(&begins) && settled.is_none_or(|(_, ends)| ends <= to)
        };
        words.range.start < start.range.start && next.is_some_and(within)
    };
    let sits = |i: usize| {
        let [Piece::Time { start, .. }, Piece::Words(words), ..] = &pieces[i..] else { return false };
        let line = &text[words.range.start..start.range.end.max(words.range.end)];
        names_sitting(line) && text[words.range.clone()].split(' ').count() <= SITTING_WORDS
    };
    let mut kept = vec![true; pieces.len()];
    for i in (0..pieces.len()).filter(|&i| frames(i)) {
        kept[i] = false;
        // The hours of a frame stand before its words.
        kept[i + 1] = !sits(i);
    }
    pieces.into_iter().zip(kept).filter_map(|(piece, kept)| kept.then_some(piece)).collect()
}

fn may_head(outline: &Outline<'_>, block: usize) -> bool {
    /// No line that heads rows is longer, in bytes.
    const LENGTH_MAX: usize = 140;
    let text = outline.reading.block_text(&outline.reading.blocks()[block]);
    !text.ends_with('.') && text.len() < LENGTH_MAX && outline.headings[block].is_none()
}

/// Pieces as rows: words belong to the time before them, headings to the times behind them.
fn group(outline: &Outline<'_>, pieces: &[Piece]) -> Vec<Row> {
    let text = outline.reading.text();
    let mut grouping = Grouping { text, rows: Vec::new(), heading: None, lead: Vec::new(), headed: true };
    for (i, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Time { start, end, dangling } => {
                let ends = grouping.rows.last_mut().filter(|last| is_end(text, last, &pieces[i..]));
                match ends {
                    Some(last) => last.end = Some(start.clone()),
                    None => grouping.begin(start.clone(), end.clone(), *dangling),
                }
            }
            Piece::Words(words) => grouping.add(words),
        }
    }
    grouping.rows
}

/// Whether pieces begin with the time that a dash leaves open as the end of the row before.
fn is_end(text: &str, row: &Row, pieces: &[Piece]) -> bool {
    let [Piece::Time { start, end: None, dangling }, behind @ ..] = pieces else { return false };
    if row.dangling == Dash::None || row.end.is_some() {
        return false;
    }
    let words = match behind.first() {
        Some(Piece::Words(words)) => &text[words.range.clone()],
        _ => return true,
    };
    let same_line = !text[start.range.end..].starts_with('\n');
    let open = row.dangling == Dash::Open && *dangling != Dash::Open && start.time > row.start.time;
    let tied = if same_line { words.starts_with(char::is_lowercase) } else { row.words.is_empty() };
    open || tied
}

/// The rows that pieces were put into so far, with what stands above the next.
struct Grouping<'t> {
    text: &'t str,
    rows: Vec<Row>,
    /// The heading of the rows from here on.
    heading: Option<Heading>,
    /// The words that stand above the next row.
    lead: Vec<Words>,
    /// Whether the heading, or the beginning of the programme, stands behind the last row.
    headed: bool,
}

impl Grouping<'_> {
    /// Begins a row with its time.
    fn begin(&mut self, start: Clock, end: Option<Clock>, dangling: Dash) {
        let (heading, lead) = (self.heading.clone(), labelled(self.text, std::mem::take(&mut self.lead)));
        self.rows.push(Row { start, end, dangling, heading, lead, words: Vec::new() });
        self.headed = false;
    }

    /// Adds words where they belong: to the row before them, or as a heading or as the lead of the row behind them.
    fn add(&mut self, words: &Words) {
        let text = self.text;
        // A row's own words, the first behind its time, are no heading.
        let first = self.rows.last().is_some_and(|row| row.words.is_empty()) && !self.headed;
        // A line that breaks off behind `H.E. Mr.` goes on in the next.
        let goes_on =
            |last: &&mut Words| last.range.end < words.range.start && ends_with_honorific(&text[last.range.clone()]);
        if let Some(broken) = self.rows.last_mut().and_then(|row| row.words.last_mut()).filter(goes_on) {
            broken.range.end = words.range.end;
        } else if let Some(kind) = heads(&text[words.range.clone()], words).filter(|_| !first) {
            self.heading = Some(Heading { range: words.range.clone(), kind });
            self.headed = true;
        } else if self.headed {
            self.lead.push(words.clone());
        } else if let Some(row) = self.rows.last_mut() {
            row.words.push(words.clone());
        }
    }
}

/// Of the words above a row's time, those from the first label on: who stands there without one (`H.E. Mr. …`) belongs to a
/// row whose own time could not be read, and to none below it.
fn labelled(text: &str, mut lead: Vec<Words>) -> Vec<Words> {
    let is_label =
        |words: &Words| text[words.range.clone()].split_once(':').is_some_and(|(head, _)| label(head).is_some());
    let first = lead.iter().position(is_label).unwrap_or(lead.len());
    lead.drain(..first);
    lead
}

/// Whether a line without a time heads the rows under it.
fn heads(line: &str, words: &Words) -> Option<EntryKind> {
    /// No such line has more words.
    const WORDS_MAX: usize = 9;
    let short = line.split(' ').count() <= WORDS_MAX && !line.ends_with(['.', ':', ';', '?']) && !words.item;
    // `Panellists`, amid a row: those behind it sit on its panel.
    let seats = matches!(label(line), Some(Function::Moderator | Function::Panellist)) && line.split(' ').count() <= 2;
    // `Opening statement by the President`: who speaks stands in a row, not in a heading.
    let by = line.split_once(" by ").map(|(_, by)| by.strip_prefix("the ").unwrap_or(by));
    let person = phrase::words(line).any(|word| lex::begins_with_honorific(&line[word.start..]))
        || by.is_some_and(|by| {
            begins_office(by) || by.split(' ').next().and_then(|word| word.strip_suffix('s')).is_some_and(begins_office)
        });
    let capital = line.starts_with(|c: char| !c.is_lowercase());
    let named = short && !line.contains(", ") || counts_panel(line) && !line.ends_with(['.', ':', ';']);
    if named && !seats && !person && capital { kind_of(line) } else { None }
}

/// Whether a line is a panel with its number, however much it says behind that: `PANEL DISCUSSION II. INCOME, WORK AND …`.
fn counts_panel(line: &str) -> bool {
    const WORDS_MAX: usize = 18;
    let words: Vec<&str> = phrase::words(line).take(WORDS_MAX + 1).map(|word| &line[word]).collect();
    let is = |word: &str, wanted: &str| word.eq_ignore_ascii_case(wanted);
    let discussion = words.get(1).is_some_and(|word| is(word, "discussion"));
    let number = words.get(1 + usize::from(discussion)).copied().unwrap_or_default();
    let counts = phrase::number(number).is_some() || number.bytes().all(|b| matches!(b, b'I' | b'V'));
    let parted = line.find(number).and_then(|at| line[at + number.len()..].chars().next());
    words.first().is_some_and(|word| is(word, "panel") || is(word, "session"))
        && words.len() <= WORDS_MAX
        && counts
        && !number.is_empty()
        && matches!(parted, Some('.' | ':' | ' ' | ','))
}

/// Rows with their times on the 24-hour clock, those that only frame others left out.
fn settle(outline: &Outline<'_>, mut rows: Vec<Row>) -> Vec<Row> {
    let text = outline.reading.text();
    let mut last: Option<Time> = None;
    for row in &mut rows {
        match &mut row.end {
            Some(end) => {
                let (from, to) = settle_halves((row.start.time, row.start.open), (end.time, end.open));
                (row.start.time, end.time) = (from, to);
            }
            None if row.start.open
                && (row.start.time.hour() < DAY_BEGINS || last.is_some_and(|last| row.start.time < last)) =>
            {
                row.start.time = afternoon(row.start.time);
            }
            None => {}
        }
        last = Some(row.start.time);
    }
    let frames = |rows: &[Row], i: usize| {
        let row = &rows[i];
        let Some(end) = &row.end else { return false };
        let named = row.words.first().is_some_and(|words| {
            let line = &text[words.range.clone()];
            names_sitting(line) && line.split(' ').count() <= SITTING_WORDS
        });
        named && rows.get(i + 1).is_some_and(|next| next.start.time >= row.start.time && next.start.time < end.time)
    };
    let kept: Vec<bool> = (0..rows.len()).map(|i| !frames(&rows, i)).collect();
    let mut kept = kept.into_iter();
    rows.retain(|_| kept.next().unwrap_or(true));
    rows
}

#[cfg(test)]
mod tests {
    use super::{counts_panel, rows};
    use crate::note::outline::Outline;
    use crate::text::Reading;

    #[test]
    fn a_row_frames_only_what_ends_within_it() {
        let read = |closing: &str| {
            let text = format!(
                "Programme\n\nOpening remarks (10:00 a.m. – 10:15 a.m.)\n\nResumption of the dialogue (3:00 p.m. – 5:50 p.m.)\n\n\
                 Closing remarks ({closing})\n"
            );
            rows(&Outline::of(&Reading::of(&text))).len()
        };
        assert_eq!(read("5:40 p.m. – 6:00 p.m."), 3);
        assert_eq!(read("5:40 p.m. – 5:50 p.m."), 2);
    }

    #[test]
    fn a_sitting_s_hours_frame_rows_that_tell_the_half_of_the_day_once() {
        let read = |hours: &str| {
            let morning =
                "Morning (10:00 a.m. – 1:00 p.m.)\n\n10:00–10:30 a.m.   Opening\n\n10:30 a.m.–1:00 p.m.   Panel\n\n";
            let text =
                format!("Programme\n\n{morning}{hours}\n\n3:00–4:00 p.m.   Debate\n\n4:00–5:30 p.m.   Closing\n");
            rows(&Outline::of(&Reading::of(&text))).len()
        };
        assert_eq!(read("Afternoon (3:00 p.m. – 5:30 p.m.)"), 4);
        assert_eq!(read("Reception (1:00 p.m. – 3:00 p.m.)"), 5);
    }

    #[test]
    fn a_panel_with_its_number_may_say_much() {
        assert!(counts_panel("PANEL DISCUSSION II. INCOME, WORK AND THE RIGHT TO BE HEARD"));
        assert!(counts_panel("Panel 2: Early warning, early action, and what lies between the two"));
        assert!(!counts_panel("Panel discussion, followed by questions, answers and comments"));
        assert!(!counts_panel("Panel"));
    }
}
