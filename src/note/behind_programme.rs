//! Where a programme ends that other things stand behind: who may take part, an annex, the summary of a meeting.

use super::block::{in_text, is_prose};
use super::marked::Marked;
use super::phrase;

/// Whether a heading of no known kind ends a programme all the same.
pub(super) fn parts_programme(text: &str) -> bool {
    phrase::has_any(
        text,
        &[
            "participation",
            "modalities",
            "registration",
            "list of speakers",
            "contact",
            "practical information",
            "arrangements",
            "logistics",
            "annex",
        ],
    )
}

/// Whether what a heading heads stands behind the programme: running text, and no row from there on.
pub(super) fn follows_programme(marked: &Marked<'_>, heading: usize) -> bool {
    let blocks = marked.reading.blocks();
    let next = (heading + 1..blocks.len()).find(|&i| in_text(&blocks[i]));
    next.is_some_and(|next| is_prose(marked.text(next))) && marked.rows_end() <= heading
}

/// What stands at a document's end under a line of its own.
const ANNEXES: [&str; 4] = ["annex", "appendix", "attachment", "enclosure"];

/// Whether a line begins what is appended behind a programme, no row from there on: `ANNEX`, `Appendix II`, or the summary of
/// a meeting with running text under it (`Summary of the discussion`, `Co-Chairs' summary`).
pub(super) fn is_appended(marked: &Marked<'_>, at: usize) -> bool {
    let text = marked.text(at);
    let mut words = phrase::words(text).map(|word| &text[word]);
    let (Some(first), second) = (words.next(), words.next()) else { return false };
    let mut annex = || {
        let counts = |word: &str| word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase());
        ANNEXES.iter().any(|name| phrase::alike(first, name)) && second.is_none_or(counts) && words.next().is_none()
    };
    let summary = || {
        let last = text.rsplit(' ').next().unwrap_or_default();
        let named = phrase::alike(first, "summary") || text.split(' ').count() <= 4 && phrase::alike(last, "summary");
        named && text.len() < 160 && !text.ends_with('.') && follows_programme(marked, at)
    };
    first.starts_with(char::is_uppercase) && marked.rows_end() > 0 && marked.rows_end() <= at && (annex() || summary())
}
