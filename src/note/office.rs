//! Offices: `Secretary-General of the United Nations (video message)`.

use std::ops::Range;

use super::honorifics::begins_person;
use super::phrase;
use crate::text::lexicon;

/// Words that an office begins with.
const OFFICES: [&str; 51] = [
    "president",
    "vice-president",
    "secretary-general",
    "deputy",
    "under-secretary-general",
    "assistant",
    "special",
    "permanent",
    "administrator",
    "executive",
    "high",
    "chair",
    "chairperson",
    "chairman",
    "chairwoman",
    "co-chair",
    "director",
    "former",
    "minister",
    "foreign",
    "prime",
    "head",
    "representative",
    "commissioner",
    "prosecutor",
    "rapporteur",
    "adviser",
    "advisor",
    "secretary",
    "envoy",
    "member",
    "judge",
    "acting",
    "chief",
    "chef",
    "coordinator",
    "senior",
    "founder",
    "managing",
    "joint",
    "professor",
    "moderator",
    "fellow",
    "spokesperson",
    "vice-chair",
    "legal",
    "personal",
    "first",
    "independent",
    "principal",
    "global",
];

/// Those that as often begin what somebody speaks on, and whom they make an office of beside those above.
const SUBJECTS: [&str; 2] = ["legal", "independent"];
const HOLDERS: [&str; 7] = ["officer", "counsel", "expert", "consultant", "advocate", "scholar", "researcher"];

/// How many bytes of a word are looked at: more than any word has that an office begins with.
const OFFICE_MAX: usize = 48;

/// Whether a word can begin an office.
pub(super) fn begins_office(text: &str) -> bool {
    let text = &text[..text.floor_char_boundary(OFFICE_MAX)];
    let word = text.split([' ', ',', '(', ';']).next().unwrap_or_default();
    let lower = word.trim_end_matches(['.', ':']).to_lowercase();
    // `First Vice-President`, not `First round`.
    if lower == "first" {
        return text.split_once(' ').is_some_and(|(_, rest)| begins_office(rest));
    }
    // `Legal adviser`, not `Legal capacity`.
    if SUBJECTS.contains(&lower.as_str()) {
        let mut behind = text.split([' ', ',']).skip(1).take(3);
        return behind.any(|word| HOLDERS.iter().any(|holder| phrase::alike(word, holder)) || begins_office(word));
    }
    OFFICES.contains(&lower.as_str())
        || lower.len() >= 8
            && !lexicon::contains(&lower)
            && OFFICES.iter().any(|office| office.len() >= 8 && phrase::misread(&lower, office))
}

/// The office at `at`, what stands in brackets behind it, and where both end.
pub(super) fn office(text: &str, at: usize) -> (Option<Range<usize>>, Option<Range<usize>>, usize) {
    let end = office_end(text, at);
    if let Some((office, note)) = on_behalf(text, at..end) {
        let end = note.end;
        return ((!office.is_empty()).then_some(office), Some(note), end);
    }
    let words = at..at + text[at..end].trim_end_matches([' ', ',', ';', ':', '.', '-', '–', '\t']).len();
    let (note, end) = match bracketed(text, end) {
        Some(inner) => {
            let close = text[inner.end..].chars().next().map_or(0, char::len_utf8);
            let stop = inner.end + close;
            (Some(inner), stop)
        }
        None => (None, words.end),
    };
    ((!words.is_empty()).then_some(words), note, end)
}

/// The office that a line is, and what stands in brackets behind it.
pub(super) fn office_and_note(text: &str) -> (Option<Range<usize>>, Option<Range<usize>>) {
    let (office, note, _) = office(text, 0);
    (office, note)
}

/// The office at whose holder `at` stands, parted from it by a comma: `the Secretary-General, H.E. Mr. …`.
pub(super) fn office_before(text: &str, from: usize, at: usize) -> Option<Range<usize>> {
    let head = text.get(from..at)?.trim_end().strip_suffix(',')?;
    let ends = from + head.trim_end().len();
    let starts = phrase::words(head).map(|word| from + word.start).filter(|&start| begins_office(&text[start..]));
    let offices = starts.filter_map(|start| office(text, start).0);
    offices.into_iter().find(|office| office.end == ends)
}

/// An office and for whom its holder speaks: `Chef de Cabinet, on behalf of the Secretary-General`.
fn on_behalf(text: &str, range: Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let tie = phrase::first_exact(&text[range.clone()], &["speaking on behalf of", "on behalf of"])?;
    let words = text[range.clone()].trim_end_matches([' ', ',', ';', ':', '.', '-', '–']).len();
    let office = text[range.start..range.start + tie.start].trim_end_matches([' ', ',', '–', '-']).len();
    (words > tie.end).then(|| (range.start..range.start + office, range.start + tie.start..range.start + words))
}

/// Words that lead on from an office to something else.
const TURNS: [&str; 15] = [
    "who ",
    "will ",
    "opens ",
    "has ",
    "have ",
    "had ",
    "is ",
    "are ",
    "was ",
    "were ",
    "to deliver ",
    "followed by ",
    "and by ",
    "moderated by ",
    "Moderator:",
];

/// Whether `text` is a word that ties on an hour, and the hour: `at 10 a.m.`.
fn begins_hour(text: &str, tie: &str) -> bool {
    text.strip_prefix(tie).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether somebody begins behind an office's words whose honorific may be an office itself, the lines that parted the two
/// lost: `Spokesman for the President Professor Noam Chomsky, …`.
fn begins_styled(office: &str, next: &str) -> bool {
    const STYLES: [&str; 3] = ["Professor ", "Ambassador ", "Judge "];
    /// What makes of the style an office's word: `Goodwill Ambassador`, `on behalf of Professor`.
    const TIES: [&str; 14] = [
        "Goodwill",
        "Special",
        "Associate",
        "Assistant",
        "of",
        "by",
        "to",
        "for",
        "with",
        "the",
        "and",
        "from",
        "as",
        "former",
    ];
    const TITLES: [&str; 3] = ["Emeritus", "Emerita", "Extraordinary"];
    /// No name is longer, in bytes.
    const NAME_MAX: usize = 60;
    let Some(behind) = STYLES.iter().find_map(|style| next.strip_prefix(style)) else { return false };
    let near = &behind[..behind.floor_char_boundary(NAME_MAX)];
    let Some((name, _)) = near.split_once(", ") else { return false };
    let words = name.split(' ');
    let named = words.clone().all(|word| word.starts_with(char::is_uppercase) && !TITLES.contains(&word));
    let own = words
        .clone()
        .next_back()
        .is_some_and(|last| !lexicon::contains(&last.to_lowercase()) || lexicon::is_name(last));
    let tied = office.rsplit(' ').next().is_some_and(|last| TIES.contains(&last));
    (2..=4).contains(&words.count()) && named && own && !tied
}

/// Where an office ends: at a bracket, a semicolon, a full stop before a new sentence, another person, a new line.
fn office_end(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    for (i, c) in rest.char_indices() {
        let ends = match c {
            '(' | ')' => !in_bracket(rest, i),
            '[' | ']' | ';' | '\t' | '\n' => true,
            '.' => rest[i + 1..].starts_with(' ') && !is_initial(&rest[..i]) || i + 1 == rest.len(),
            ' ' => {
                let next = &rest[i + 1..];
                next.starts_with("and ") && begins_person(next[4..].trim_start())
                    // `University of Notre Dame Law School`
                    || begins_person(next) && !rest[..i].ends_with("Notre")
                    || begins_styled(&rest[..i], next)
                    || TURNS.iter().any(|turn| next.starts_with(turn))
                    || ["at ", "from ", "From "].iter().any(|tie| begins_hour(next, tie))
            }
            _ => false,
        };
        if ends {
            return at + i;
        }
    }
    text.len()
}

/// Whether words end with an initial, whose point ends no office: `Dean of the Joan B`, `U.N`.
fn is_initial(words: &str) -> bool {
    let mut last = words.chars().rev();
    last.next().is_some_and(char::is_uppercase) && matches!(last.next(), Some(' ' | '.'))
}

/// Whether the bracket at `at`, which opens or closes, is one of a title within an office that goes on behind a comma:
/// `Professor of Linguistics (Emeritus), Massachusetts Institute of Technology`. A note about a speaker begins small, or is
/// an abbreviation.
fn in_bracket(text: &str, at: usize) -> bool {
    let before = text.ceil_char_boundary(at.saturating_sub(BRACKETED_MAX));
    let open =
        if text[at..].starts_with('(') { Some(at) } else { text[before..at].rfind('(').map(|open| before + open) };
    let inner = open.and_then(|open| Some((open + 1, until(&text[open + 1..], ')')?)));
    let Some((start, length)) = inner else { return false };
    let (inner, behind) = (&text[start..start + length], &text[start + length + 1..]);
    let mut letters = inner.chars();
    let title = letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase);
    let goes_on =
        behind.strip_prefix(", ").is_some_and(|rest| rest.starts_with(char::is_uppercase) && !begins_person(rest));
    title && goes_on && !phrase::has_exact(inner, &NOTES)
}

/// Words of notes about speakers.
const NOTES: [&str; 9] =
    ["confirmed", "video", "virtual", "virtually", "remotely", "online", "invited", "message", "moderator"];

/// What stands in the brackets that open at `at`.
pub(super) fn bracketed(text: &str, at: usize) -> Option<Range<usize>> {
    let start = at + spaces(&text[at..]);
    let close = match text[start..].chars().next()? {
        '(' => ')',
        '[' => ']',
        _ => return None,
    };
    let length = until(&text[start + 1..], close)?;
    (length > 0).then(|| start + 1..start + 1 + length)
}

/// More bytes than stand between any brackets behind a name.
const BRACKETED_MAX: usize = 120;

/// How many bytes of `text` stand before the bracket that closes, where it does so soon enough.
fn until(text: &str, close: char) -> Option<usize> {
    text[..text.floor_char_boundary(BRACKETED_MAX)].find(close)
}

/// How many spaces `text` begins with.
pub(super) fn spaces(text: &str) -> usize {
    text.len() - text.trim_start_matches(' ').len()
}

#[cfg(test)]
mod tests {
    use super::{begins_office, office_and_note};

    #[test]
    fn a_style_that_is_an_office_begins_somebody_before_a_name() {
        let ends = |text: &str| office_and_note(text).0.map(|office| text[office].to_owned()).unwrap_or_default();
        let spokesman = "Spokesman for the President";
        for next in ["Professor Noam Chomskyan, Institute of Peace", "Ambassador Ana Ruizova, Permanent Representative"]
        {
            assert_eq!(ends(&format!("{spokesman} {next}")), spokesman, "{next}");
        }
        for whole in [
            "Thomas W. Lamont University Professor, Harvard University",
            "Professor Emeritus Sorbonne, Paris",
            "Goodwill Ambassador Ana Ruizova, Rome",
            "Student of Professor Noam Chomskyan, Boston",
            "Distinguished Professor Harvard University, Boston",
        ] {
            assert_eq!(ends(whole), whole);
        }
    }

    #[test]
    fn what_somebody_speaks_on_is_no_office() {
        for office in
            ["Legal Adviser of the Ministry", "Independent Expert on debt", "Legal counsel", "Independent consultant"]
        {
            assert!(begins_office(office), "{office}");
        }
        for subject in ["Legal capacity and supported decision-making", "Independent living at home"] {
            assert!(!begins_office(subject), "{subject}");
        }
    }
}
