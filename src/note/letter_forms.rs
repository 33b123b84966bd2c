//! What letters begin and close with.

use super::phrase;
use crate::text::misread;

/// A letter's closing words.
pub(super) const ASSURES: [&str; 4] =
    ["highest consideration", "please accept, excellency", "please accept, excellencies", "yours sincerely"];

/// Words of every day as well, and a closing only where they fill a line.
pub(super) const GREETS: [&str; 11] = [
    "sincerely",
    // `Yours in solidarity,`
    "yours",
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

/// The labels of the lines above an electronic message.
const MESSAGE: [&str; 10] =
    ["from", "to", "cc", "bcc", "sent", "reply-to", "subject", "importance", "attachments", "attachment"];

/// The label of a line above an electronic message, and what stands behind it: `From: …`, `Subject: …`.
pub(super) fn message_line(text: &str) -> Option<(&'static str, &str)> {
    let (label, rest) = text.split_once(':')?;
    let known = MESSAGE.into_iter().find(|known| label.trim().eq_ignore_ascii_case(known))?;
    Some((known, rest.trim_start()))
}

/// What a note verbale begins with, behind its sender's office.
pub(super) const COMPLIMENTS: [&str; 4] =
    ["presents its compliments", "present their compliments", "presents his compliments", "presents her compliments"];

/// Whether a block closes a letter: `Please accept, Excellency, …`, `With best regards,`.
pub(super) fn closes_letter(text: &str) -> bool {
    text.len() < 220 && phrase::has_any(text, &ASSURES)
        || text.len() < 40 && text.ends_with(',') && phrase::has_any(text, &GREETS)
}

/// `(Signed)` and its like, with which the line of a signature begins.
const SIGNED: [&str; 6] = ["(signed)", "[signed]", "signed:", "/s/", "(signature)", "[signature]"];

/// How many bytes of a line only say that it was signed.
pub(super) fn signed(text: &str) -> Option<usize> {
    let begins = |mark: &&&str| text.get(..mark.len()).is_some_and(|head| head.eq_ignore_ascii_case(mark));
    SIGNED.iter().find(begins).map(|mark| mark.len())
}

/// `All Permanent Representatives and`: the first line of a letter's address.
pub(super) fn is_address(text: &str) -> bool {
    let bare = text.strip_prefix("To ").unwrap_or(text);
    let all = ["All ", "all ", "The ", "His ", "Her "].iter().any(|word| bare.starts_with(word));
    all && text.len() < 110
        && phrase::has_any(bare, &["permanent representatives", "permanent observers", "permanent missions"])
}

/// `Excellency,`, `Dear colleagues,`.
pub(super) fn is_salutation(text: &str) -> bool {
    let bare = text.trim_end_matches([',', '.', ':', ';']);
    let known =
        ["excellency", "excellencies", "your excellency", "dear excellency", "dear excellencies", "dear colleagues"];
    text.len() < 40
        && ((bare.len() >= 8 && misread::form_of(bare, known.into_iter(), 0.8).is_some()) || bare.starts_with("Dear "))
}
