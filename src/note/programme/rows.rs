//! From the blocks of a programme to its timed rows.
//!
//! Layouts differ: a time at a line's start, in a cell, alone on a line above its words; a range broken over two lines;
//! headings without a time before the rows they head; all times in one column and all words in the next.

use std::ops::Range;

use jiff::civil::Time;

use super::kinds::{kind_of, label};
use crate::note::event::{misread_half, names_sitting, settle_halves};
use crate::note::model::{EntryKind, SectionKind};
use crate::note::outline::{Outline, in_text};
use crate::note::person::{begins_office, ends_with_honorific};
use crate::note::phrase;
use crate::text::lex::{self, Value};
use crate::text::{Block, BlockKind};

/// A time as the programme states it.
#[derive(Clone, Debug)]
pub(super) struct Clock {
    pub(super) time: Time,
    /// Whether the text leaves open which half of the day.
    pub(super) open: bool,
    /// Where it stands in the reading text.
    pub(super) range: Range<usize>,
}

/// Words of a row: where they stand, and whether as an item of a list.
#[derive(Clone, Debug)]
pub(super) struct Words {
    pub(super) range: Range<usize>,
    pub(super) item: bool,
}

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
    dangling: Dash,
    pub(super) heading: Option<Heading>,
    /// Words that stand under the heading and before the time.
    pub(super) lead: Vec<Words>,
    pub(super) words: Vec<Words>,
}

/// Whether a dash behind a time leaves its end open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Dash {
    None,
    /// `3:00pm- Interactive dialogue`: it may only part the time from its words.
    BeforeWords,
    /// `10:00 am –`, and nothing behind it on the line or in the cell: the next time is the end.
    Open,
}

/// What a block of a programme consists of.
#[derive(Clone, Debug)]
enum Piece {
    Time { start: Clock, end: Option<Clock>, dangling: Dash },
    Words(Words),
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

fn begins_with_time(outline: &Outline<'_>, block: &Block) -> bool {
    clock_at(outline, block.range.clone()).is_some()
}

fn rows_of(outline: &Outline<'_>, blocks: &[usize]) -> Vec<Row> {
    let all = outline.reading.blocks();
    let mut pieces: Vec<Piece> = Vec::new();
    let first =
        blocks.iter().position(|&i| begins_with_time(outline, &all[i]) || cell_with_time(outline, &all[i]).is_some());
    let Some(first) = first else { return Vec::new() };
    // Headings and labels may stand before the first time, running text may not.
    let mut from = first;
    while from > 0 && may_head(outline, blocks[from - 1]) {
        from -= 1;
    }
    for &i in &blocks[from..] {
        pieces.extend(pieces_of(outline, &all[i]));
    }
    let pieces = rejoin_columns(outline, pieces);
    settle(outline, group(outline, &pieces))
}

fn may_head(outline: &Outline<'_>, block: usize) -> bool {
    let text = outline.reading.block_text(&outline.reading.blocks()[block]);
    !text.ends_with('.') && text.len() < 140 && outline.headings[block].is_none()
}

/// A block's pieces: cell by cell, times before words.
fn pieces_of(outline: &Outline<'_>, block: &Block) -> Vec<Piece> {
    let text = outline.reading.block_text(block);
    if is_table_head(text) {
        return Vec::new();
    }
    if let Some(cell) = cell_with_time(outline, block) {
        // The time's column comes first, wherever it stands.
        let mut pieces = pieces_from(outline, cell.clone(), false);
        for range in cells(text)
            .map(|cell| block.range.start + cell.start..block.range.start + cell.end)
            .filter(|range| *range != cell)
        {
            pieces.extend(pieces_from(outline, range, false));
        }
        return pieces;
    }
    cells(text)
        .flat_map(|cell| {
            pieces_from(
                outline,
                block.range.start + cell.start..block.range.start + cell.end,
                block.kind == BlockKind::Item,
            )
        })
        .collect()
}

/// The cells of a row, without white space and bullets at their ends.
fn cells(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    text.split('\t').filter_map(move |cell| {
        let start = at + (cell.len() - cell.trim_start().len());
        let end = at + cell.trim_end().len();
        at += cell.len() + 1;
        (start < end).then_some(start..end)
    })
}

/// The cell of a row that is nothing but a time, where the row does not begin with it.
fn cell_with_time(outline: &Outline<'_>, block: &Block) -> Option<Range<usize>> {
    let text = outline.reading.block_text(block);
    if !text.contains('\t') || begins_with_time(outline, block) {
        return None;
    }
    cells(text).map(|cell| block.range.start + cell.start..block.range.start + cell.end).find(|cell| {
        clock_at(outline, cell.clone())
            .is_some_and(|(_, _, _, end)| outline.reading.text()[end..cell.end].trim().is_empty())
    })
}

/// `Time  Programme`, `Time | Activity | Speaker`.
fn is_table_head(text: &str) -> bool {
    const HEADS: [&str; 14] = [
        "time",
        "programme",
        "program",
        "activity",
        "activities",
        "speaker",
        "speakers",
        "item",
        "event",
        "session",
        "agenda",
        "topic",
        "description",
        "hour",
    ];
    let mut words = phrase::words(text).peekable();
    let any = words.peek().is_some();
    any && words.all(|word| HEADS.iter().any(|head| phrase::alike(&text[word.clone()], head)))
        && phrase::find(text, "time").is_some()
}

fn pieces_from(outline: &Outline<'_>, range: Range<usize>, item: bool) -> Vec<Piece> {
    let text = outline.reading.text();
    let mut pieces = Vec::new();
    let mut from = range.start;
    if let Some((mut start, end, dangling, stop)) = clock_at(outline, range.clone()) {
        from = stop;
        if end.is_none()
            && start.open
            && let Some((after_noon, length)) = misread_half(&text[from..range.end])
        {
            from += length;
            start.open = false;
            if after_noon && start.time.hour() < 12 {
                start.time = Time::new(start.time.hour() + 12, start.time.minute(), 0, 0).unwrap_or(start.time);
            }
        }
        pieces.push(Piece::Time { start, end, dangling });
    }
    let rest = &text[from..range.end];
    let lead = |c: char| c.is_whitespace() || matches!(c, '–' | '—' | ':' | '|' | ',' | '•' | '■' | '▪' | '●' | '·');
    let bulleted = rest
        .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '–' | '—' | '-' | ':'))
        .starts_with(['•', '■', '▪', '●', '·']);
    let mut trimmed = rest.trim_start_matches(lead);
    if !pieces.is_empty() {
        trimmed = trimmed.trim_start_matches(['-', ' ', ';', '.']).trim_start_matches(lead);
    }
    // Markup that was misread is left over as words.
    while let Some((tag, rest)) = trimmed.strip_prefix('<').and_then(|rest| rest.split_once('>')) {
        if tag.contains(' ') && !tag.contains('=') {
            break;
        }
        trimmed = rest.trim_start_matches(lead);
    }
    let start = range.end - trimmed.len();
    let end = start + trimmed.trim_end().len();
    if start < end {
        pieces.push(Piece::Words(Words { range: start..end, item: item || bulleted }));
    }
    pieces
}

/// The time, or the range of times, that `range` begins with: start, end, whether a dash dangles, where it stops.
fn clock_at(outline: &Outline<'_>, range: Range<usize>) -> Option<(Clock, Option<Clock>, Dash, usize)> {
    let text = outline.reading.text();
    let tokens = outline.reading.tokens_in(range.clone());
    let clock = |i: usize| {
        let (place, token) = tokens.get(i)?;
        match token.value {
            Value::Time(time, open) => Some(Clock { time, open, range: place.clone() }),
            _ => None,
        }
    };
    let start = clock(0)?;
    let before = text[range.start..start.range.start].trim_matches(|c: char| !c.is_alphanumeric());
    if !matches!(before, "" | "From" | "from" | "At" | "at") {
        return None;
    }
    let joins = |between: &str| {
        let bare = between.trim_start_matches('.').trim();
        matches!(bare, "-" | "–" | "—" | "to" | "until" | "till" | "--" | "- -" | "~")
    };
    if let Some(end) = clock(1).filter(|end| joins(&text[start.range.end..end.range.start])) {
        let stop = end.range.end;
        return Some((start, Some(end), Dash::None, stop));
    }
    let behind = text[start.range.end..range.end].trim();
    let dangling = match behind {
        "-" | "–" | "—" | "to" => Dash::Open,
        _ if behind.starts_with(['-', '–', '—']) => Dash::BeforeWords,
        _ => Dash::None,
    };
    let stop = start.range.end;
    Some((start, None, dangling, stop))
}

/// Times that stand in a column apart from their words, each given its words.
fn rejoin_columns(outline: &Outline<'_>, pieces: Vec<Piece>) -> Vec<Piece> {
    let is_time = |piece: &Piece| matches!(piece, Piece::Time { .. });
    let run = (0..pieces.len()).find_map(|start| {
        let length = pieces[start..].iter().take_while(|piece| is_time(piece)).count();
        (length >= 3 && (start == 0 || !is_time(&pieces[start - 1]))).then_some((start, length))
    });
    let Some((start, length)) = run else { return pieces };
    let times = merge_dangling(&pieces[start..start + length]);
    let until = pieces[start + length..].iter().position(is_time).map_or(pieces.len(), |i| start + length + i);
    let words: Vec<&Words> = pieces[start + length..until]
        .iter()
        .filter_map(|piece| match piece {
            Piece::Words(words) => Some(words),
            Piece::Time { .. } => None,
        })
        .collect();
    let groups = groups(outline, &words, times.len());
    if groups.len() != times.len() || times.len() < 3 {
        return pieces;
    }
    let mut joined: Vec<Piece> = pieces[..start].to_vec();
    for (time, group) in times.into_iter().zip(groups) {
        joined.push(time);
        joined.extend(group.into_iter().cloned().map(Piece::Words));
    }
    joined.extend_from_slice(&pieces[until..]);
    joined
}

/// Times that a dash leaves open take the next as their end.
fn merge_dangling(times: &[Piece]) -> Vec<Piece> {
    let mut merged: Vec<Piece> = Vec::new();
    for piece in times {
        match (merged.last_mut(), piece) {
            (Some(Piece::Time { end: end @ None, dangling, .. }), Piece::Time { start, end: None, .. })
                if *dangling != Dash::None =>
            {
                *end = Some(start.clone());
                *dangling = Dash::None;
            }
            _ => merged.push(piece.clone()),
        }
    }
    merged
}

/// Lines of words as `wanted` groups: one each, or each with the persons that follow it.
fn groups<'w>(outline: &Outline<'_>, words: &[&'w Words], wanted: usize) -> Vec<Vec<&'w Words>> {
    if words.len() == wanted {
        return words.iter().map(|words| vec![*words]).collect();
    }
    let mut groups: Vec<Vec<&Words>> = Vec::new();
    for &line in words {
        let text = &outline.reading.text()[line.range.clone()];
        let begins = !line.item
            && !lex::begins_with_honorific(text)
            && kind_of(text).is_some()
            && text.split_once(':').is_none_or(|(head, _)| label(head).is_none());
        match groups.last_mut() {
            Some(group) if !begins => group.push(line),
            _ => groups.push(vec![line]),
        }
    }
    groups
}

/// Pieces as rows: words belong to the time before them, headings to the times behind them.
fn group(outline: &Outline<'_>, pieces: &[Piece]) -> Vec<Row> {
    let text = outline.reading.text();
    let mut rows: Vec<Row> = Vec::new();
    let mut heading: Option<Heading> = None;
    let mut lead: Vec<Words> = Vec::new();
    let mut headed_since = true;
    for (i, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Time { start, end, dangling } => {
                if let Some(last) =
                    rows.last_mut().filter(|row| row.dangling != Dash::None && row.end.is_none() && end.is_none())
                {
                    let next = pieces.get(i + 1);
                    let small = matches!(next, Some(Piece::Words(words)) if text[words.range.clone()].starts_with(char::is_lowercase));
                    let bare = !matches!(next, Some(Piece::Words(_)));
                    let same_line = !text[start.range.end..].starts_with('\n');
                    let open = last.dangling == Dash::Open && *dangling != Dash::Open && start.time > last.start.time;
                    if open || (small && same_line) || bare || !same_line && last.words.is_empty() {
                        last.end = Some(start.clone());
                        continue;
                    }
                }
                rows.push(Row {
                    start: start.clone(),
                    end: end.clone(),
                    dangling: *dangling,
                    heading: heading.clone(),
                    lead: std::mem::take(&mut lead),
                    words: Vec::new(),
                });
                headed_since = false;
            }
            Piece::Words(words) => {
                let own = rows.last().is_some_and(|row| row.words.is_empty()) && !headed_since;
                let line = &text[words.range.clone()];
                // A line that breaks off behind `H.E. Mr.` goes on in the next.
                let broken = rows.last_mut().and_then(|row| row.words.last_mut()).filter(|last| {
                    last.range.end < words.range.start && ends_with_honorific(&text[last.range.clone()])
                });
                if let Some(last) = broken {
                    last.range.end = words.range.end;
                } else if own {
                    rows.last_mut().into_iter().for_each(|row| row.words.push(words.clone()));
                } else if let Some(kind) = heads(line, words) {
                    heading = Some(Heading { range: words.range.clone(), kind });
                    headed_since = true;
                } else if headed_since {
                    lead.push(words.clone());
                } else {
                    rows.last_mut().into_iter().for_each(|row| row.words.push(words.clone()));
                }
            }
        }
    }
    rows
}

/// Whether a line without a time heads the rows under it.
fn heads(line: &str, words: &Words) -> Option<EntryKind> {
    let short = line.split(' ').count() <= 9 && !line.ends_with(['.', ':', '?']) && !words.item;
    // `Opening statement by the President`: who speaks stands in a row, not in a heading.
    let by = line.split_once(" by ").map(|(_, by)| by.strip_prefix("the ").unwrap_or(by));
    let person = phrase::words(line).any(|word| lex::begins_with_honorific(&line[word.start..]))
        || by.is_some_and(begins_office);
    let capital = line.starts_with(|c: char| !c.is_lowercase());
    if short && !person && capital && !line.contains(", ") { kind_of(line) } else { None }
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
                && (row.start.time.hour() < 7 || last.is_some_and(|last| row.start.time < last))
                && row.start.time.hour() < 12 =>
            {
                let hour = row.start.time.hour() + 12;
                row.start.time = Time::new(hour, row.start.time.minute(), 0, 0).unwrap_or(row.start.time);
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
            names_sitting(line) && line.split(' ').count() <= 4
        });
        named && rows.get(i + 1).is_some_and(|next| next.start.time >= row.start.time && next.start.time < end.time)
    };
    let kept: Vec<bool> = (0..rows.len()).map(|i| !frames(&rows, i)).collect();
    let mut kept = kept.into_iter();
    rows.retain(|_| kept.next().unwrap_or(true));
    rows
}
