//! Concordance: every place of a word, phrase, concept or pattern, with the words on either side of it.
//!
//! Keyword in context, after H. P. Luhn, "Key word-in-context index for technical literature", 1960. Linear in the text.

use std::ops::Range;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::query::Query;
use crate::compare::comparison::{Column, Comparison, Place, Whereabouts};
use crate::compare::names::plain;

/// The bytes of context on either side, before it is cut at a word.
const CONTEXT: usize = 80;

/// One place with its context.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// The words before.
    pub left: String,
    /// The words found.
    pub keyword: String,
    /// The words after.
    pub right: String,
    /// The section and paragraph.
    pub at: Whereabouts,
    /// Where it stands.
    pub place: Place,
}

/// The order of a concordance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// By year, then in the order of the note.
    #[default]
    Year,
    /// By the words before, from the keyword outwards.
    Left,
    /// By the words after.
    Right,
}

impl Sort {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Year, Self::Left, Self::Right];

    /// Its name for programs, in links and as an argument.
    pub fn name(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Left => "left",
            Self::Right => "right",
        }
    }
}

impl FromStr for Sort {
    type Err = String;

    /// The order of this [name](Self::name); else a message that says which there are.
    fn from_str(name: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|sort| sort.name() == name);
        found.ok_or_else(|| format!("expected one of {}", Self::ALL.map(Self::name).join(", ")))
    }
}

/// Every place of `query`, in the order of `sort`.
pub fn concordance(comparison: &Comparison, query: &Query, sort: Sort) -> Vec<Line> {
    lines(comparison, &query.places(comparison), sort)
}

/// The places in the reading text of each note, with their context, in the order of `sort`; those that are in no text are
/// left out.
pub fn lines(comparison: &Comparison, places: &[Vec<Range<usize>>], sort: Sort) -> Vec<Line> {
    let columns = comparison.columns().iter().zip(places).enumerate();
    let lines =
        columns.flat_map(|(at, (column, ranges))| ranges.iter().filter_map(move |range| line(at, column, range)));
    let mut lines: Vec<_> = lines.collect();
    match sort {
        Sort::Year => {}
        Sort::Left => lines.sort_by_cached_key(|line| outwards(&line.left)),
        Sort::Right => lines.sort_by_cached_key(|line| plain(&line.right)),
    }
    lines
}

fn line(at: usize, column: &Column, range: &Range<usize>) -> Option<Line> {
    let reading = &column.document.reading;
    let text = reading.text();
    let keyword = text.get(range.clone())?.replace('\n', " ");
    let blocks = reading.blocks();
    let paragraph =
        blocks.get(blocks.partition_point(|block| block.range.end <= range.start)).map(|block| &block.range);
    let bounds = paragraph.map_or(0..text.len(), |block| block.start.min(range.start)..block.end.max(range.end));
    let left = &text[bounds.start..range.start];
    let right = &text[range.end..bounds.end];
    let from = left.len().saturating_sub(CONTEXT);
    let from = if from == 0 { 0 } else { left.ceil_char_boundary(from) };
    let cut = left[from..].find(char::is_whitespace).filter(|_| from > 0).map_or(from, |space| from + space + 1);
    let to = right.floor_char_boundary(CONTEXT);
    let end = if to == right.len() { to } else { right[..to].rfind(char::is_whitespace).unwrap_or(to) };
    Some(Line {
        left: left[cut..].trim_start().to_owned(),
        keyword,
        right: right[..end].trim_end().to_owned(),
        at: column.whereabouts(range.start),
        place: Place { column: at, span: reading.raw_span(range.clone()) },
    })
}

/// The words of a left context, the last first.
fn outwards(left: &str) -> Vec<String> {
    plain(left).split_whitespace().rev().map(str::to_owned).collect()
}
