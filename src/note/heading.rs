//! Headings: the canonical forms, and how a block is told to be one of them.

use super::model::SectionKind;
use crate::text::{Block, BlockKind, Reading, misread};

/// How alike a block must be to a canonical heading.
const FLOOR: f32 = 0.8;

/// The headings of such notes, in small letters, without numbers, status words and articles.
const HEADINGS: [(&str, SectionKind); 65] = [
    ("background", SectionKind::Background),
    ("context", SectionKind::Background),
    ("background and context", SectionKind::Background),
    ("introduction", SectionKind::Background),
    ("introduction and background", SectionKind::Background),
    ("overview", SectionKind::Background),
    ("rationale", SectionKind::Background),
    ("about", SectionKind::Background),
    ("setting the scene", SectionKind::Background),
    ("purpose", SectionKind::Purpose),
    ("rationale and objectives", SectionKind::Purpose),
    ("purposes", SectionKind::Purpose),
    ("objective", SectionKind::Purpose),
    ("objectives", SectionKind::Purpose),
    ("aims", SectionKind::Purpose),
    ("aim", SectionKind::Purpose),
    ("aims and objectives", SectionKind::Purpose),
    ("purpose and objectives", SectionKind::Purpose),
    ("goals", SectionKind::Purpose),
    ("expected outcomes", SectionKind::Outcomes),
    ("expected outcome", SectionKind::Outcomes),
    ("anticipated outcomes", SectionKind::Outcomes),
    ("outcomes", SectionKind::Outcomes),
    ("outcome", SectionKind::Outcomes),
    ("expected results", SectionKind::Outcomes),
    ("results", SectionKind::Outcomes),
    ("outcomes and follow-up", SectionKind::Outcomes),
    ("follow-up", SectionKind::Outcomes),
    ("documents", SectionKind::Documents),
    ("documentation", SectionKind::Documents),
    ("background documents", SectionKind::Documents),
    ("papers", SectionKind::Documents),
    ("reference documents", SectionKind::Documents),
    ("relevant documents", SectionKind::Documents),
    ("list of documents", SectionKind::Documents),
    ("programme", SectionKind::Programme),
    ("program", SectionKind::Programme),
    ("programme of work", SectionKind::Programme),
    ("programme outline", SectionKind::Programme),
    ("meeting programme", SectionKind::Programme),
    ("agenda", SectionKind::Programme),
    ("format", SectionKind::Programme),
    ("format and programme", SectionKind::Programme),
    ("format of dialogue", SectionKind::Programme),
    ("order of proceedings", SectionKind::Programme),
    ("conduct", SectionKind::Programme),
    ("conduct of business", SectionKind::Programme),
    ("schedule", SectionKind::Programme),
    ("timetable", SectionKind::Programme),
    ("run of show", SectionKind::Programme),
    ("running order", SectionKind::Programme),
    ("order of business", SectionKind::Programme),
    ("organization of work", SectionKind::Programme),
    ("programme of event", SectionKind::Programme),
    ("participation", SectionKind::Other),
    ("modalities", SectionKind::Other),
    ("registration", SectionKind::Other),
    ("list of speakers", SectionKind::Other),
    ("guiding questions", SectionKind::Other),
    ("questions for discussion", SectionKind::Other),
    ("questions", SectionKind::Other),
    ("contact", SectionKind::Other),
    ("practical information", SectionKind::Other),
    ("arrangements", SectionKind::Other),
    ("logistics", SectionKind::Other),
];

/// Words before or within a heading that do not change which it is.
const PASSING: [&str; 18] = [
    "the",
    "tentative",
    "draft",
    "provisional",
    "final",
    "indicative",
    "preliminary",
    "informal",
    "interactive",
    "dialogue",
    "meeting",
    "debate",
    "event",
    "annotated",
    "proposed",
    "desired",
    "intended",
    "anticipated",
];

/// The section that `block` is the heading of.
pub(super) fn section(reading: &Reading, block: &Block) -> Option<SectionKind> {
    if !matches!(block.kind, BlockKind::Text | BlockKind::Row) || block.range.len() > 70 {
        return None;
    }
    let text = reading.block_text(block);
    named(text).or_else(|| (block.heading && !text.ends_with('.')).then_some(SectionKind::Other))
}

/// The section that a heading's words name.
fn named(text: &str) -> Option<SectionKind> {
    let bare = without_number(text);
    let bare = if bare.len() == text.len() { without_worn_number(text).unwrap_or(bare) } else { bare };
    let bare = bare.split(" (").next().unwrap_or(bare).trim_end_matches([':', '.', ' ', '*']);
    if bare.contains('\t') || bare.split(' ').count() > 7 {
        return None;
    }
    // A capital that was read as a small letter leaves the heading's words.
    if bare.starts_with(char::is_lowercase) {
        let same = HEADINGS.iter().find(|(heading, _)| heading.len() >= 6 && *heading == text.trim_end());
        return same.map(|(_, kind)| *kind).or_else(|| behind_passing(bare));
    }
    let lower = bare.to_lowercase();
    if let Some(kind) = most_alike(&lower) {
        return Some(kind);
    }
    let kept: Vec<&str> = lower.split(' ').filter(|word| !is_passing(word)).collect();
    let rest = kept.join(" ");
    let rest = rest.trim_end_matches(" of").trim_end_matches(" for");
    if rest.is_empty() || rest == lower { None } else { most_alike(rest) }
}

/// The section that two words name of which the first is a passing one that lost its capital: `lentative Programme`.
fn behind_passing(bare: &str) -> Option<SectionKind> {
    let (first, rest) = bare.split_once(' ')?;
    let known = HEADINGS.iter().find(|(heading, _)| rest.eq_ignore_ascii_case(heading));
    known.filter(|_| first.len() >= 5 && is_passing(first)).map(|(_, kind)| *kind)
}

/// Whether a word is a passing one, or a long one of these misread.
fn is_passing(word: &str) -> bool {
    let long = PASSING.iter().copied().filter(|passing| passing.len() >= 5);
    PASSING.contains(&word) || word.len() >= 5 && misread::form_of(word, long, FLOOR).is_some()
}

fn most_alike(words: &str) -> Option<SectionKind> {
    misread::form_of(words, HEADINGS.iter().map(|(heading, _)| *heading), FLOOR).map(|heading| HEADINGS[heading].1)
}

/// `text` without `1.`, `II.`, `A)` before it.
fn without_number(text: &str) -> &str {
    // `2.Aims`: the space was lost.
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if let Some(rest) = text[digits..].strip_prefix('.').filter(|rest| rest.starts_with(char::is_uppercase)) {
        return if digits > 0 { rest } else { text };
    }
    let Some((first, rest)) = text.split_once(' ') else { return text };
    // A point may have been read as a comma.
    let bare = first.trim_matches(['(', ')', '.', ',']);
    let marked = first.len() > bare.len() && bare.len() <= 4;
    let number = bare.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'I' | b'V' | b'X'));
    let letter = bare.len() == 1 && bare.bytes().all(|b| b.is_ascii_alphabetic());
    let numeral = || first.ends_with(['.', ',']) && is_worn_numeral(bare);
    if marked && (number || letter || numeral()) { rest.trim_start() } else { text }
}

/// Whether a mark is made of what a Roman numeral's strokes are misread for: `TV` for `IV`, `HE` for `III`, `Il`, `VL`.
fn is_worn_numeral(mark: &str) -> bool {
    const STROKES: &str = "IVXLHTEWUYNMilft1[]|{";
    (1..=4).contains(&mark.len()) && mark.chars().all(|c| STROKES.contains(c))
}

/// `text` without a number that was misread before it past its shape (`DBD. DOCUMENTS`), lost its point (`IL Aims`) or never
/// had one (`2  Background`, `3 – Aims`); only where nothing but a heading's own words follow.
fn without_worn_number(text: &str) -> Option<&str> {
    let (first, rest) = text.split_once(' ')?;
    let rest = rest.trim_start_matches(['–', '—', '-', ' ']);
    let digits = (1..=2).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_digit());
    let counts = digits || matches!(first.as_bytes(), [b'A'..=b'I' | b'V' | b'X']);
    let letters = |letter: fn(&u8) -> bool| first.len() >= 2 && first.bytes().all(|byte| letter(&byte));
    let capitals = || first.ends_with(['.', ',']) && first.bytes().rev().skip(1).all(|byte| byte.is_ascii_uppercase());
    let numeral = is_worn_numeral(first) && letters(|byte| !matches!(byte, b'T' | b't'));
    let heading =
        rest.starts_with(char::is_uppercase).then(|| rest.trim_end_matches([':', ' ', '*']).to_lowercase())?;
    let passed = heading.split_once(' ').filter(|(word, _)| is_passing(word)).map(|(_, rest)| rest);
    let known = |words: &str| {
        let words = words.strip_suffix(" of the dialogue").unwrap_or(words);
        HEADINGS.iter().any(|(known, _)| *known == words)
    };
    ((counts || numeral || capitals()) && (known(&heading) || passed.is_some_and(known))).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::named;
    use crate::note::model::SectionKind;

    #[test]
    fn a_heading_is_known_behind_a_misread_number() {
        for (text, kind) in [
            ("HW. BACKGROUND", SectionKind::Background),
            ("IL Aims of the dialogue", SectionKind::Purpose),
            ("It. Expected outcomes", SectionKind::Outcomes),
            ("DBD. DOCUMENTS", SectionKind::Documents),
            ("{. DOCUMENTATION", SectionKind::Documents),
            ("1 Draft programme", SectionKind::Programme),
            ("3 Aim of the dialogue", SectionKind::Purpose),
            ("12 – Documents", SectionKind::Documents),
            ("Papers", SectionKind::Documents),
            ("V  Documents", SectionKind::Documents),
            ("B Aims of the dialogue", SectionKind::Purpose),
            ("Desired outcome", SectionKind::Outcomes),
            ("Intended results of the meeting", SectionKind::Outcomes),
        ] {
            assert_eq!(named(text), Some(kind), "{text}");
        }
        assert_eq!(named("It documents"), None);
        assert_eq!(named("A format that all can use"), None);
        assert_eq!(named("3 documents of the dialogue on prevention"), None);
        assert_eq!(named("Mr. Background"), None);
    }

    #[test]
    fn a_heading_s_numeral_may_be_misread() {
        for heading in
            ["TV. Documentation", "IV. Documentation", "IY, Documents", "HE. Background documents", "Vl. Documents"]
        {
            assert_eq!(named(heading), Some(SectionKind::Documents), "{heading}");
        }
        assert_eq!(named("Mr. Documents"), None);
        assert_eq!(named("TV Documentation"), None);
    }
}
