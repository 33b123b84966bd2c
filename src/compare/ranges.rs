//! Ranges of a text that are asked, word for word and sentence for sentence, whether they hold a place.

use std::ops::Range;

/// Ranges in order, those that touch made one. As costly as sorting them.
pub(super) fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| range.start);
    let mut out: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match out.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => out.push(range),
        }
    }
    out
}

/// Whether one of the ranges, [`merged`] before, holds the byte `at`. Logarithmic in their number.
pub(super) fn holds(ranges: &[Range<usize>], at: usize) -> bool {
    holding(ranges, at).is_some()
}

/// The one of the ranges, [`merged`] before, that holds the byte `at`. Logarithmic in their number.
pub(super) fn holding(ranges: &[Range<usize>], at: usize) -> Option<&Range<usize>> {
    let next = ranges.partition_point(|range| range.start <= at);
    ranges[..next].last().filter(|range| at < range.end)
}
