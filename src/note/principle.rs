//! The principle that all such notes are about, the agenda's item: alone it is nobody's theme and no report's title.

use super::phrase;

/// Its name.
const PRINCIPLE: &str = "responsibility to protect";

/// Whether a text is about it, and does not name it in passing.
pub fn is_on_principle(text: &str) -> bool {
    let first = phrase::find_exact(text, PRINCIPLE);
    first.is_some_and(|first| phrase::find_exact(&text[first.end..], PRINCIPLE).is_some())
}

/// Whether words begin with it, behind an article or a quotation mark or not.
pub(super) fn begins_with_principle(words: &str) -> bool {
    const BEFORE: usize = "the ".len() + 2;
    phrase::find(words, PRINCIPLE).is_some_and(|at| at.start < BEFORE)
}

/// Whether words are no more than its name.
pub(super) fn is_principle(words: &str) -> bool {
    words.strip_prefix("the ").unwrap_or(words).eq_ignore_ascii_case(PRINCIPLE)
}

/// What stands behind it and a comma, where words begin with it: `the responsibility to protect, on …`.
pub(super) fn behind_principle(words: &str) -> Option<&str> {
    let bare = words.trim_start();
    bare.strip_prefix("the ").unwrap_or(bare).strip_prefix(PRINCIPLE)?.strip_prefix(',')
}
