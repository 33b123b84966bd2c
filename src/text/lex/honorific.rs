//! Honorifics before a person's name: `H.E. Mr.`, `Dr.`, `Sir`.

/// Honorifics as they stand, without their points; those of one letter need theirs.
const HONORIFICS: [&str; 27] = [
    "h.e",
    "he",
    "mr",
    "ms",
    "mrs",
    "miss",
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "lord",
    "lady",
    "ambassador",
    "amb",
    "hon",
    "honourable",
    "honorable",
    "sheikh",
    "sheikha",
    "judge",
    "justice",
    "madam",
    "madame",
    "mme",
    "rev",
    "fr",
];

/// How many bytes of a word are looked at: more than any honorific has, its points and what ends it among them.
const LENGTH_MAX: usize = 24;

/// How many bytes of `text` are honorifics that it begins with, with the spaces between but not behind them.
pub fn honorific(text: &str) -> Option<usize> {
    let mut end = None;
    let mut at = 0;
    while let Some(length) = one(&text[at..], end.is_some()) {
        end = Some(at + length);
        let rest = &text[at + length..];
        at += length + (rest.len() - rest.trim_start_matches(' ').len());
        if at >= text.len() {
            break;
        }
    }
    end
}

/// Whether `text` begins with an honorific.
pub fn begins_with_honorific(text: &str) -> bool {
    honorific(text).is_some()
}

fn one(text: &str, more: bool) -> Option<usize> {
    if !text.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    for phrase in ["His Excellency", "Her Excellency", "Their Excellency", "H. E.", "The Honourable", "The Hon."] {
        if text.starts_with(phrase) {
            return Some(phrase.len());
        }
    }
    let length = text[..text.floor_char_boundary(LENGTH_MAX)].find([' ', '\t', ',', '\u{A0}'])?;
    let word = &text[..length];
    let pointed = word.ends_with('.');
    let bare = word.trim_end_matches('.').to_lowercase();
    let known = HONORIFICS.contains(&bare.as_str());
    // `He` begins a sentence; `HE` and `H.E.` honour somebody. `General` and the like are offices, not honorifics.
    let honours = match bare.as_str() {
        "he" => word == "HE",
        "fr" | "rev" | "hon" | "amb" | "prof" => pointed || more,
        // Offices as well, unless a name follows: `Minister of Justice`, `Goodwill Ambassador of …`.
        "judge" | "justice" | "ambassador" | "professor" | "lord" | "lady" | "madam" => {
            text[length..].trim_start().starts_with(char::is_uppercase)
        }
        _ => true,
    };
    (known && honours).then_some(length)
}
