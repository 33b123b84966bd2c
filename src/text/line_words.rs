//! What the words of a line tell by themselves of whether another goes on with it.

use super::lex;
use super::lexicon;

/// Words that nothing ends with: what follows belongs to them.
const OPEN_WORDS: [&str; 36] = [
    "until",
    "before",
    "than",
    "within",
    "till",
    "of",
    "the",
    "on",
    "and",
    "to",
    "a",
    "an",
    "in",
    "for",
    "with",
    "by",
    "at",
    "from",
    "or",
    "as",
    "its",
    "their",
    "that",
    "which",
    "his",
    "her",
    "our",
    "this",
    "these",
    "between",
    "among",
    "under",
    "into",
    "through",
    "including",
    "is",
];

/// Words that a row of a programme begins with, and running text seldom does in the middle of a sentence.
const ROW_OPENERS: [&str; 17] = [
    "Opening",
    "Closing",
    "Concluding",
    "Panel",
    "Presentation",
    "Introduction",
    "Adjournment",
    "Interactive dialogue",
    "Remarks by",
    "Moderator",
    "Panellist",
    "Panelist",
    "Keynote",
    "Wrap-up",
    "Summary",
    "Lunch",
    "Coffee",
];

/// Whether nothing ends with this word.
pub(super) fn is_open_word(word: &str) -> bool {
    let is_open = |word: &str| OPEN_WORDS.iter().any(|open| open.eq_ignore_ascii_case(word));
    // `frorn`
    is_open(word) || word.contains("rn") && is_open(&word.replace("rn", "m"))
}

/// Whether words begin with a small letter, within quotation marks or not, which stands for no capital.
pub(super) fn begins_small(words: &str) -> bool {
    let bare = words.trim_start_matches(['"', '“', '(', '{', '\'']);
    let first = bare.split(' ').next().unwrap_or_default();
    // A capital I was read as an l.
    bare.starts_with(char::is_lowercase) && !matches!(first, "lt" | "ln" | "lf")
}

/// Whether words begin as a row does.
pub(super) fn opens_row(words: &str) -> bool {
    ROW_OPENERS.iter().any(|opener| words.starts_with(opener))
}

/// `Speakers on the panel:`: a few words and a colon, which those who speak stand under.
pub(super) fn heads_speakers(words: &str) -> bool {
    const HEADS: [&str; 6] = ["Speaker", "Discussant", "Presenter", "Respondent", "Lead discussant", "Guest"];
    let short = words.split(' ').nth(5).is_none();
    short && words.trim_end().ends_with(':') && HEADS.iter().any(|head| words.starts_with(head))
}

/// Whether words begin with one that a lexicon knows.
pub(super) fn is_known(words: &str) -> bool {
    lexicon::contains(words.split(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty()).unwrap_or_default())
}

/// Whether a bracket opens on a line and does not close there.
pub(super) fn is_open(words: &str) -> bool {
    words.rfind('(').is_some_and(|open| !words[open..].contains(')'))
}

pub(super) fn begins_with_year(words: &str) -> bool {
    let (year, rest) = words.split_at_checked(4).unwrap_or_default();
    year.parse::<u16>().is_ok_and(lex::is_year)
        && !rest.starts_with(char::is_alphanumeric)
        && rest.contains(char::is_lowercase)
}

/// `Time limit:   3 minutes`: a label, its colon, and a gap.
pub(super) fn is_labelled(words: &str) -> bool {
    let gap = |colon: usize| words[colon + 1..].starts_with("  ") || words[colon + 1..].starts_with('\t');
    let mut colons = words.bytes().enumerate().filter(|&(_, byte)| byte == b':').map(|(at, _)| at);
    let short = |colon: usize| words[..colon].split(' ').nth(4).is_none();
    words.starts_with(char::is_uppercase) && colons.find(|&colon| gap(colon)).is_some_and(short)
}

/// Whether a quotation is open at the end of a line that it begins on.
pub(super) fn opens_quotation(words: &str) -> bool {
    match (words.rfind('“'), words.rfind('”')) {
        // `…”; “A vital commitment:`: the one before closed, this one is open.
        (Some(opened), Some(closed)) => opened > closed && !words.contains('"'),
        _ => words.matches(['"', '“', '”']).count() % 2 == 1,
    }
}

/// `Date: Mon, 17 Feb 2020`: a line of a message's head.
pub(super) fn heads_message(words: &str) -> bool {
    ["From: ", "Date: ", "Sent: ", "To: ", "Cc: ", "Subject: "].iter().any(|label| words.starts_with(label))
}

/// `2013   Responsibility to protect: State …`: a row of a table of years, a gap behind the year.
pub(super) fn begins_year_row(words: &str) -> bool {
    let (year, rest) = words.split_at_checked(4).unwrap_or_default();
    rest.starts_with("  ") && year.parse::<u16>().is_ok_and(lex::is_year)
}
