//! A footnote's lines, and the raised digits that count footnotes.

use std::ops::Range;

use super::footnote_mark::FootnoteMark;

/// A footnote's mark and the lines that it stands on.
#[derive(Debug)]
pub(in crate::text) struct FootnoteLines {
    /// Its mark.
    pub(in crate::text) mark: FootnoteMark,
    /// Where the mark stands before its words.
    pub(in crate::text) marker: Range<usize>,
    /// Its lines, as indices.
    pub(in crate::text) lines: Range<usize>,
}

/// Whether a marker is made of raised digits.
pub(super) fn is_superscript(marker: &str) -> bool {
    marker.chars().all(|c| superscript(c).is_some())
}

/// The digit that a superscript stands for.
pub(super) fn superscript(c: char) -> Option<u32> {
    match c {
        '⁰' => Some(0),
        '¹' => Some(1),
        '²' => Some(2),
        '³' => Some(3),
        '⁴'..='⁹' => Some(c as u32 - '⁰' as u32),
        _ => None,
    }
}
