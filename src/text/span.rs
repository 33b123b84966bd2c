//! Places in a raw text, and values that carry theirs.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A half-open range of byte offsets into a note's raw text, both on character boundaries.
///
/// Written in JSON as `[start, end]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "(u32, u32)", into = "(u32, u32)")]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// The span of `range`. Texts are at most 20 MB, so offsets fit 32 bits.
    pub fn new(range: Range<usize>) -> Self {
        debug_assert!(range.start <= range.end && range.end <= u32::MAX as usize);
        Self { start: range.start as u32, end: range.end as u32 }
    }

    /// The span as a range to slice the raw text with.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The smallest span that holds both.
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies within this span.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

impl From<(u32, u32)> for Span {
    fn from((start, end): (u32, u32)) -> Self {
        Self { start, end }
    }
}

impl From<Span> for (u32, u32) {
    fn from(span: Span) -> Self {
        (span.start, span.end)
    }
}

/// A value read off a note, with the words it was read from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cited<T> {
    /// What was read.
    pub value: T,
    /// Where the words that say so stand in the raw text.
    pub span: Span,
}

impl<T> Cited<T> {
    /// `value`, read from the words at `span`.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }

    /// The same place with another value.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Cited<U> {
        Cited { value: f(self.value), span: self.span }
    }
}
