//! What was found of markup.

use std::borrow::Cow;
use std::ops::Range;

use crate::text::edit::{Edit, Rule};
use crate::text::span::Span;

/// An edit, if any, and where to go on.
pub(super) type Found = Option<(Option<Edit>, usize)>;

/// The markup at `range`, for which `reads` is read.
pub(super) fn edit(range: Range<usize>, reads: impl Into<Cow<'static, str>>) -> (Option<Edit>, usize) {
    let end = range.end;
    (Some(Edit::new(Span::new(range), reads, Rule::Markup)), end)
}

/// Digits as their superscripts.
pub(super) fn superscript(digits: &str) -> String {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    digits.bytes().filter_map(|b| RAISED.get(usize::from(b.wrapping_sub(b'0')))).collect()
}
