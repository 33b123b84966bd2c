//! What letters begin and close with.

use super::phrase;
use crate::text::misread;

/// A letter's closing words.
pub(super) const ASSURES: [&str; 4] =
    ["highest consideration", "please accept, excellency", "please accept, excellencies", "yours sincerely"];

/// Words of every day as well, and a closing only where they fill a line.
pub(super) const GREETS: [&str; 10] = [
    "sincerely",
    "yours faithfully",
    "yours truly",
    "respectfully",
    "best regards",
    "kind regards",
    "warm regards",
    "warmest regards",
    "best wishes",
    "with regards",
];

/// Whether a block closes a letter: `Please accept, Excellency, …`, `With best regards,`.
pub(super) fn closes_letter(text: &str) -> bool {
    text.len() < 220 && phrase::has_any(text, &ASSURES)
        || text.len() < 40 && text.ends_with(',') && phrase::has_any(text, &GREETS)
}

/// `Excellency,`, `Dear colleagues,`.
pub(super) fn is_salutation(text: &str) -> bool {
    let bare = text.trim_end_matches([',', '.', ':', ';']);
    let known =
        ["excellency", "excellencies", "your excellency", "dear excellency", "dear excellencies", "dear colleagues"];
    text.len() < 40
        && ((bare.len() >= 8 && misread::form_of(bare, known.into_iter(), 0.8).is_some()) || bare.starts_with("Dear "))
}
