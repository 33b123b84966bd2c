//! What the blocks of a programme consist of: times, and the words that stand with them.

use std::ops::Range;

use jiff::civil::Time;

use crate::note::outline::Outline;
use crate::note::phrase;
use crate::note::sittings::misread_half;
use crate::text::lex::{Token, Value, afternoon};
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

/// Whether a dash behind a time leaves its end open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dash {
    None,
    /// `3:00pm- Interactive dialogue`: it may only part the time from its words.
    BeforeWords,
    /// `10:00 am –`, and nothing behind it on the line or in the cell: the next time is the end.
    Open,
}

/// What a block of a programme consists of.
#[derive(Clone, Debug)]
pub(super) enum Piece {
    Time { start: Clock, end: Option<Clock>, dangling: Dash },
    Words(Words),
}

/// Whether a block begins with a time.
pub(super) fn begins_with_time(outline: &Outline<'_>, block: &Block) -> bool {
    clock_at(outline, block.range.clone()).is_some()
}

/// Whether a block begins a row: with its time, with one in a cell of its own, or with one behind its words.
pub(super) fn is_timed(outline: &Outline<'_>, block: &Block) -> bool {
    begins_with_time(outline, block)
        || cell_with_time(outline, block).is_some()
        || time_behind(outline, block).is_some()
}

/// Longer than any row's head line, in bytes.
const HEAD_MAX: usize = 120;

/// A head line that its hours end: `Opening (10:00 - 10:25 a.m.)`, `Panel discussion, 10.25 to 11.15 a.m.`, `Closing (5:40
/// p.m.)`: its words, its start, its end.
fn time_behind(outline: &Outline<'_>, block: &Block) -> Option<(Range<usize>, Clock, Option<Clock>)> {
    let text = outline.reading.text();
    let clock = |(place, token): &(Range<usize>, Token)| match token.value {
        Value::Time(time, open) => Some(Clock { time, open, range: place.clone() }),
        _ => None,
    };
    let (start, end) = match outline.reading.tokens_in(block.range.clone()) {
        [first] => (clock(first)?, None),
        [first, second] if joins_times(&text[first.0.end..second.0.start]) => (clock(first)?, Some(clock(second)?)),
        _ => return None,
    };
    let words = &text[block.range.start..start.range.start];
    let bracketed = words.trim_end().ends_with(['(', '[']);
    let behind = &text[end.as_ref().map_or(start.range.end, |end| end.range.end)..block.range.end];
    let closed = behind.trim_matches([')', ']', '.', ' ', ':', '*']).is_empty();
    let ties = |c: char| c.is_whitespace() || matches!(c, '(' | '[' | ',' | '-' | '–' | '—' | ':' | '|');
    let head = words.trim_end_matches(ties);
    let head = head.strip_suffix("from").filter(|_| end.is_some()).map_or(head, |head| head.trim_end_matches(ties));
    let short = block.range.len() <= HEAD_MAX && !words.contains('\t') && !head.trim().is_empty();
    let sentence = phrase::has_exact(head, &["will", "is", "are", "be", "shall"]);
    // A time alone tells a row only in brackets: `Deadline: 5 p.m.` has none.
    (short && closed && !sentence && (end.is_some() || bracketed))
        .then(|| (block.range.start..block.range.start + head.len(), start, end))
}

/// Whether what stands between two times makes them a range.
fn joins_times(between: &str) -> bool {
    let bare = between.trim_start_matches('.').trim();
    matches!(bare, "-" | "–" | "—" | "to" | "until" | "till" | "--" | "- -" | "~")
}

/// A block's pieces: cell by cell, times before words.
pub(super) fn pieces_of(outline: &Outline<'_>, block: &Block) -> Vec<Piece> {
    let text = outline.reading.block_text(block);
    if is_table_head(text) {
        return Vec::new();
    }
    if let Some((words, start, end)) = time_behind(outline, block) {
        let words = Words { range: words, item: block.kind == BlockKind::Item };
        return vec![Piece::Time { start, end, dangling: Dash::None }, Piece::Words(words)];
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
            if after_noon {
                start.time = afternoon(start.time);
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

/// Whether words before a time only count its row: `Item 2: 10.20 a.m. to 11.30 a.m.: Panel discussion`.
fn counts_row(words: &str) -> bool {
    const NOUNS: [&str; 4] = ["item", "part", "segment", "session"];
    let Some((noun, number)) = words.split_once(' ') else { return false };
    let counts = (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    counts && NOUNS.iter().any(|known| noun.eq_ignore_ascii_case(known))
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
    if !matches!(before, "" | "From" | "from" | "At" | "at") && !counts_row(before) {
        return None;
    }
    if let Some(end) = clock(1).filter(|end| joins_times(&text[start.range.end..end.range.start])) {
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

#[cfg(test)]
mod tests {
    use crate::note::outline::Outline;
    use crate::note::programme::read::programme;
    use crate::text::Reading;

    #[test]
    fn a_row_may_be_counted_before_its_hours() {
        let rows = |count: &str| {
            let lead = "The dialogue will be opened by the President, and those who sit on its panel will speak to the report.";
            let text = format!(
                "Programme\n\n{lead}\n\n{count} 1: 10 a.m. to 10.20 a.m.: Opening remarks\n   Ms. Ana Ruiz, Director of Research.\n\n\
                 {count} 2: 10.20 a.m. to 11.30 a.m.: Panel discussion\n   Mr. Jan Roos, Chair of the Board.\n"
            );
            let entries = programme(&Outline::of(&Reading::of(&text)), &[]).entries;
            entries.into_iter().filter_map(|entry| Some(entry.title?.value)).collect::<Vec<_>>()
        };
        assert_eq!(rows("Item"), ["Opening remarks", "Panel discussion"]);
    }
}
