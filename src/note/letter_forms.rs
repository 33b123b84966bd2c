//! What letters begin and close with.

use super::phrase;
use crate::text::misread;

/// A letter's closing words.
pub(super) const ASSURES: [&str; 13] = [
    "highest consideration",
    "highest regard",
    "high regard",
    "highest esteem",
    "high esteem",
    "high consideration",
    "distinguished consideration",
    "assurances of my",
    "expression of my",
    "assurances of our",
    "please accept, excellency",
    "please accept, excellencies",
    "yours sincerely",
];

/// Words of every day as well, and a closing only where they fill a line.
pub(super) const CLOSINGS: [&str; 11] = [
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
        || text.len() < 40 && text.ends_with(',') && phrase::has_any(text, &CLOSINGS)
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
    let all = ["All ", "all ", "The ", "His ", "Her ", "Permanent Representatives and", "Permanent Missions and"]
        .iter()
        .any(|word| bare.starts_with(word));
    all && text.len() < 110
        && phrase::has_any(bare, &["permanent representatives", "permanent observers", "permanent missions"])
}

/// Whom a letter may address, and what may stand with it: a line of nothing but these, one of the first among them, greets.
const ADDRESSED: [&str; 11] = [
    "ambassador",
    "ambassadors",
    "excellency",
    "excellencies",
    "colleague",
    "colleagues",
    "delegates",
    "sir",
    "madam",
    "sirs",
    "friends",
];
const WITH_THEM: [&str; 11] =
    ["mr", "mrs", "ms", "mme", "dear", "your", "distinguished", "esteemed", "honourable", "and", "or"];

/// `Mr./Madam Ambassador,`, `Excellencies, distinguished colleagues,`.
fn addresses(text: &str) -> bool {
    let known = |word: &str, all: &[&str]| all.iter().any(|known| phrase::alike(word, known));
    let mut greets = false;
    text.ends_with([',', ':', '!'])
        && phrase::words(text).map(|word| &text[word]).all(|word| {
            let whom = known(word, &ADDRESSED);
            greets |= whom;
            whom || known(word, &WITH_THEM)
        })
        && greets
}

/// `Excellency,`, `Dear colleagues,`, `Mr. Ambassador,`.
pub(super) fn is_salutation(text: &str) -> bool {
    let bare = text.trim_end_matches([',', '.', ':', ';']);
    let known =
        ["excellency", "excellencies", "your excellency", "dear excellency", "dear excellencies", "dear colleagues"];
    text.len() < 40
        && ((bare.len() >= 8 && misread::form_of(bare, known.into_iter(), 0.8).is_some())
            || bare.starts_with("Dear ")
            || addresses(text))
}

#[cfg(test)]
mod tests {
    use super::{closes_letter, is_address, is_salutation};

    #[test]
    fn an_address_may_begin_with_whom_it_is_for() {
        assert!(is_address("Permanent Representatives and Permanent Observers to the United Nations, New York"));
        assert!(!is_address("Permanent Representative of Slovenia"));
    }

    #[test]
    fn whom_a_letter_addresses_fills_its_line() {
        for greets in ["Mr./Madam Ambassador,", "Excellencies, dear colleagues,", "Distinguished Delegates,", "Sir,"] {
            assert!(is_salutation(greets), "{greets}");
        }
        for text in
            ["Ambassador Rita Sol,", "All Permanent Representatives,", "Mr. and Mrs.,", "The ambassadors spoke."]
        {
            assert!(!is_salutation(text), "{text}");
        }
        assert!(closes_letter("Accept, Madam Ambassador, the renewed assurances of my high consideration."));
        for sentiment in ["assurance of my highest regard", "token of my high esteem", "expression of my deep respect"]
        {
            assert!(closes_letter(&format!("I convey to you, Excellency, the {sentiment}.")), "{sentiment}");
        }
    }
}
