//! Concordance: every place of a word, phrase, concept or pattern, with the words on either side of it.
//!
//! Keyword in context, after H. P. Luhn, "Key word-in-context index for technical literature", 1960. Linear in the text.

use std::fmt;
use std::ops::Range;

use regex::{Regex, RegexBuilder};
use serde::Serialize;

use super::concepts::{Concept, concept_by_key};
use super::phrases::Phrases;
use crate::compare::comparison::{Column, Comparison, Place, Whereabouts};
use crate::compare::names::plain;

/// The bytes of context on either side, before it is cut at a word.
const CONTEXT: usize = 80;
/// The most memory that a pattern's automaton may take.
const PATTERN_LIMIT: usize = 1 << 20;

/// What to look for.
#[derive(Clone, Debug)]
pub enum Query {
    /// A word or phrase, in any of its inflections and spellings.
    Phrase(String),
    /// A concept of the table.
    Concept(&'static Concept),
    /// A regular expression over the reading text, whatever the case.
    Pattern(Regex),
}

/// Why a query cannot be looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueryError {
    /// It holds no word.
    Empty,
    /// There is no such concept.
    NoConcept(String),
    /// The regular expression is none: what is wrong with it.
    BadPattern(String),
}

impl fmt::Display for QueryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "expected a word, a phrase, concept:NAME, or a regular expression as /…/"),
            Self::NoConcept(key) => write!(f, "there is no concept {key:?} in the table"),
            Self::BadPattern(why) => write!(f, "expected a regular expression between the slashes: {why}"),
        }
    }
}

impl std::error::Error for QueryError {}

impl Query {
    /// Reads a query as a person types it: `/…/` is a regular expression, `concept:NAME` a concept, anything else a word
    /// or a phrase.
    ///
    /// # Errors
    /// See [`QueryError`].
    pub fn parse(text: &str) -> Result<Self, QueryError> {
        let text = text.trim();
        if let Some(pattern) = text.strip_prefix('/').and_then(|rest| rest.strip_suffix('/')).filter(|p| !p.is_empty())
        {
            let regex = RegexBuilder::new(pattern).case_insensitive(true).size_limit(PATTERN_LIMIT).build();
            return regex.map(Self::Pattern).map_err(|error| QueryError::BadPattern(last_line(&error.to_string())));
        }
        if let Some(key) = text.strip_prefix("concept:") {
            return concept_by_key(key.trim()).map(Self::Concept).ok_or_else(|| QueryError::NoConcept(key.to_owned()));
        }
        if text.chars().any(char::is_alphanumeric) { Ok(Self::Phrase(text.to_owned())) } else { Err(QueryError::Empty) }
    }
}

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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
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

/// Every place of `query`, in the order of `sort`.
pub fn concordance(comparison: &Comparison, query: &Query, sort: Sort) -> Vec<Line> {
    let phrases = match query {
        Query::Phrase(phrase) => Phrases::new([(0, phrase.as_str())]),
        Query::Concept(concept) => Phrases::new(concept.forms.iter().map(|form| (0, *form))),
        Query::Pattern(_) => Phrases::new([]),
    };
    let mut lines = Vec::new();
    for (at, column) in comparison.columns().iter().enumerate() {
        let ranges: Vec<Range<usize>> = match query {
            Query::Pattern(regex) => {
                let found = regex.find_iter(column.document.reading.text());
                found.map(|found| found.range()).filter(|range| !range.is_empty()).collect()
            }
            _ if phrases.is_empty() => Vec::new(),
            _ => phrases.find(column).into_iter().map(|found| found.range).collect(),
        };
        lines.extend(ranges.into_iter().map(|range| line(at, column, range)));
    }
    match sort {
        Sort::Year => {}
        Sort::Left => lines.sort_by_cached_key(|line| outwards(&line.left)),
        Sort::Right => lines.sort_by_cached_key(|line| plain(&line.right)),
    }
    lines
}

fn line(at: usize, column: &Column, range: Range<usize>) -> Line {
    let reading = &column.document.reading;
    let text = reading.text();
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
    Line {
        left: left[cut..].trim_start().to_owned(),
        keyword: text[range.clone()].replace('\n', " "),
        right: right[..end].trim_end().to_owned(),
        at: column.whereabouts(range.start),
        place: Place { column: at, span: reading.raw_span(range) },
    }
}

/// The words of a left context, the last first.
fn outwards(left: &str) -> Vec<String> {
    plain(left).split_whitespace().rev().map(str::to_owned).collect()
}

/// Errors of `regex` draw the pattern over several lines; the last one says what is wrong.
fn last_line(message: &str) -> String {
    let last = message.lines().last().unwrap_or_default().trim();
    last.strip_prefix("error: ").unwrap_or(last).to_owned()
}
