//! What a concordance looks for: words, which are found in any of their inflections and spellings, or a pattern.
//!
//! The two stand apart, for the engine of the patterns is larger than all else that finds: the page finds [`Words`] itself
//! and has a [`Pattern`] sought beside it.

use std::fmt;
use std::ops::Range;

use regex::{Regex, RegexBuilder};

use super::concepts::{Concept, concept_by_key};
use super::mentions::Mentions;
use super::phrases::Phrases;
use crate::compare::comparison::{Column, Comparison};

/// The most memory that a pattern's automaton may take.
const PATTERN_LIMIT: usize = 1 << 20;

/// What to look for.
#[derive(Clone, Debug)]
pub enum Query {
    /// Words of the notes.
    Words(Words),
    /// A regular expression.
    Pattern(Pattern),
}

impl Query {
    /// Reads a query as a person types it: `/…/` is a regular expression, `concept:NAME` a concept, anything else a word
    /// or a phrase.
    ///
    /// # Errors
    /// See [`QueryError`].
    pub fn parse(text: &str) -> Result<Self, QueryError> {
        match pattern_in(text) {
            Some(pattern) => Pattern::new(pattern).map(Self::Pattern),
            None => Words::parse(text).map(Self::Words),
        }
    }

    /// Where it stands in the reading text of each note, in order.
    pub fn places(&self, comparison: &Comparison) -> Vec<Vec<Range<usize>>> {
        match self {
            Self::Words(words) => words.places(comparison),
            Self::Pattern(pattern) => {
                let texts = comparison.columns().iter().map(|column| column.document.reading.text());
                texts.map(|text| pattern.places(text)).collect()
            }
        }
    }
}

/// The regular expression in a query, where it is one.
pub fn pattern_in(query: &str) -> Option<&str> {
    query.trim().strip_prefix('/').and_then(|rest| rest.strip_suffix('/')).filter(|pattern| !pattern.is_empty())
}

/// Words to look for, in any of their inflections and spellings.
#[derive(Clone, Debug)]
pub enum Words {
    /// A word or phrase.
    Phrase(String),
    /// A concept of the table.
    Concept(&'static Concept),
}

impl Words {
    /// Reads a query that is no pattern.
    ///
    /// # Errors
    /// Where it holds no word, or names a concept that there is not.
    pub fn parse(text: &str) -> Result<Self, QueryError> {
        let text = text.trim();
        if let Some(key) = text.strip_prefix("concept:") {
            return concept_by_key(key.trim()).map(Self::Concept).ok_or_else(|| QueryError::NoConcept(key.to_owned()));
        }
        if text.chars().any(char::is_alphanumeric) { Ok(Self::Phrase(text.to_owned())) } else { Err(QueryError::Empty) }
    }

    /// Where they stand in the reading text of each note, in order.
    pub fn places(&self, comparison: &Comparison) -> Vec<Vec<Range<usize>>> {
        let columns = comparison.columns().iter();
        match self {
            Self::Phrase(phrase) if is_symbol(phrase) => columns.map(|column| symbols_with(column, phrase)).collect(),
            Self::Phrase(phrase) => {
                let phrases = Phrases::new([(0, phrase.as_str())]);
                if phrases.is_empty() {
                    return Vec::new();
                }
                let places = columns.map(|column| phrases.find(column));
                places.map(|found| found.into_iter().map(|found| found.range).collect()).collect()
            }
            Self::Concept(concept) => {
                let mentions = Mentions::new(std::slice::from_ref(*concept));
                columns.map(|column| mentions.find(column).pop().unwrap_or_default()).collect()
            }
        }
    }
}

/// Whether a query is a symbol, or what a symbol is cited by: `A/RES/60/1`, `60/1`.
fn is_symbol(query: &str) -> bool {
    query.contains('/') && query.contains(|c: char| c.is_ascii_digit()) && !query.contains(char::is_whitespace)
}

/// The words of a note in which the parts of a symbol stand one behind the other, as wholes: `60/1` in `A/RES/60/1`, not in
/// `A/60/12`.
fn symbols_with(column: &Column, symbol: &str) -> Vec<Range<usize>> {
    let text = column.document.reading.text();
    let wanted: Vec<&str> = symbol.split(PARTED_BY).collect();
    let holds = |word: &str| {
        let parts: Vec<&str> = word.split(PARTED_BY).collect();
        parts
            .windows(wanted.len())
            .any(|run| run.iter().zip(&wanted).all(|(one, other)| one.eq_ignore_ascii_case(other)))
    };
    column.words().iter().map(|word| word.range.clone()).filter(|range| holds(&text[range.clone()])).collect()
}

/// What parts a symbol, and one symbol from the next of the same document.
const PARTED_BY: [char; 4] = ['/', '-', '–', '\u{2011}'];

/// A regular expression, whatever the case. What it costs is linear in the text.
#[derive(Clone, Debug)]
pub struct Pattern(Regex);

impl Pattern {
    /// Reads a regular expression, without the slashes around it.
    ///
    /// # Errors
    /// [`QueryError::BadPattern`] where it is none, or one too large.
    pub fn new(pattern: &str) -> Result<Self, QueryError> {
        let regex = RegexBuilder::new(pattern).case_insensitive(true).size_limit(PATTERN_LIMIT).build();
        regex.map(Self).map_err(QueryError::BadPattern)
    }

    /// Where it stands in `text`, in order.
    pub fn places(&self, text: &str) -> Vec<Range<usize>> {
        self.0.find_iter(text).map(|found| found.range()).filter(|range| !range.is_empty()).collect()
    }
}

/// Why a query cannot be looked for.
#[derive(Clone, Debug, PartialEq)]
pub enum QueryError {
    /// It holds no word.
    Empty,
    /// There is no such concept.
    NoConcept(String),
    /// The regular expression is none.
    BadPattern(regex::Error),
}

impl fmt::Display for QueryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "expected a word, a phrase, concept:NAME, or a regular expression as /…/"),
            Self::NoConcept(key) => write!(f, "there is no concept {key:?} in the table"),
            Self::BadPattern(why) => {
                write!(f, "expected a regular expression between the slashes: {}", last_line(&why.to_string()))
            }
        }
    }
}

impl std::error::Error for QueryError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Empty | Self::NoConcept(_) => None,
            Self::BadPattern(why) => Some(why),
        }
    }
}

/// Errors of `regex` draw the pattern over several lines; the last one says what is wrong.
fn last_line(message: &str) -> String {
    let last = message.lines().last().unwrap_or_default().trim();
    last.strip_prefix("error: ").unwrap_or(last).to_owned()
}
