//! Words that were read for other words of the language, which no lexicon tells: `will he held`, `an the prevention`.
//!
//! One pass over the runs of characters stops at the few words that are so mistaken; grammar tells some of them by what
//! stands beside them, the phrases others. What leaves it open stays.

use std::ops::Range;

use super::{context, scan};
use crate::text::edit::{Edit, Rule};
use crate::text::span::Span;

/// What stands around a word, with no mark between: empty where one does.
struct Around<'t> {
    /// The word before the one on the left.
    farther: &'t str,
    left: &'t str,
    right: &'t str,
}

/// A word that is taken for another, and what tells it.
type Mistake = (&'static str, &'static str, fn(&Around<'_>) -> bool);

const MISTAKES: [Mistake; 7] = [
    ("he", "be", |around| is_passive(around)),
    ("wall", "will", |around| is_subject(around.left) && VERBS.contains(&around.right)),
    ("bold", "hold", |around| MODALS.contains(&around.left) && DETERMINERS.contains(&around.right)),
    ("an", "on", |around| DETERMINERS.contains(&around.right) && !matches!(around.right, "a" | "an")),
    ("fist", "list", |around| around.left.eq_ignore_ascii_case("the") && around.right == "of"),
    ("comes", "crimes", |around| around.left == "and" && around.right == "against"),
    ("@", "a", |around| [around.left, around.right].iter().all(|word| is_small(word))),
];

/// Words that are taken for others where the phrases know the other between its neighbours, and not the one.
const EXPECTED: [(&str, &str); 10] = [
    ("aid", "and"),
    ("an", "on"),
    ("as", "is"),
    ("bow", "how"),
    ("die", "the"),
    ("end", "and"),
    ("fast", "last"),
    ("comes", "crimes"),
    ("ray", "my"),
    ("tor", "for"),
];

const MODALS: [&str; 10] = ["will", "would", "shall", "should", "may", "might", "can", "could", "must", "cannot"];

/// What stands before a noun, and never behind `an`.
const DETERMINERS: [&str; 13] =
    ["the", "a", "an", "this", "that", "these", "those", "its", "their", "our", "his", "her", "each"];

/// What stands between a modal and its verb.
const ADVERBS: [&str; 8] = ["not", "also", "then", "only", "nevertheless", "therefore", "thus", "again"];

/// Participles without an ending.
const PARTICIPLES: [&str; 24] = [
    "held",
    "made",
    "given",
    "sent",
    "taken",
    "heard",
    "found",
    "seen",
    "kept",
    "drawn",
    "brought",
    "known",
    "shown",
    "built",
    "led",
    "met",
    "done",
    "chosen",
    "borne",
    "understood",
    "written",
    "said",
    "laid",
    "left",
];

/// What stands behind `be` and behind no subject.
const COMPLEMENTS: [&str; 13] =
    ["a", "an", "the", "able", "of", "no", "open", "available", "before", "in", "at", "under", "among"];

/// What stands behind `will`.
const VERBS: [&str; 32] = [
    "be",
    "not",
    "also",
    "have",
    "take",
    "help",
    "serve",
    "provide",
    "consider",
    "begin",
    "continue",
    "focus",
    "give",
    "allow",
    "hold",
    "make",
    "include",
    "seek",
    "address",
    "deliver",
    "speak",
    "follow",
    "conclude",
    "present",
    "convene",
    "contribute",
    "bring",
    "enable",
    "offer",
    "examine",
    "explore",
    "consist",
];

/// The edits that put the words in their places, in order.
pub fn mistaken(text: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    let (mut farther, mut left) = (0..0, 0..0);
    for run in runs(text) {
        if is_like(&text.as_bytes()[run.clone()])
            && let Some((word, to)) = mistake(text, &farther, &left, &run)
        {
            edits.push(Edit::new(Span::new(word), to, Rule::Word));
        }
        farther = std::mem::replace(&mut left, run);
    }
    edits
}

/// The runs of characters between white space.
fn runs(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + bytes[at..].iter().position(|byte| !byte.is_ascii_whitespace())?;
        let length = bytes[start..].iter().position(u8::is_ascii_whitespace);
        at = length.map_or(bytes.len(), |length| start + length);
        Some(start..at)
    })
}

/// Whether a run is as long as such words with a mark or two, and begins as one: most runs do not.
fn is_like(run: &[u8]) -> bool {
    const LONGEST: usize = 8;
    if run.len() > LONGEST {
        return false;
    }
    // Most stand bare.
    let bare = run.first().is_some_and(u8::is_ascii_lowercase);
    let marks = || run.iter().take_while(|byte| !byte.is_ascii_alphanumeric() && **byte != b'@').count();
    match &run[if bare { 0 } else { marks() }..] {
        [b'h' | b'd' | b'f', b'e' | b'i' | b'a', ..] => true,
        [b'w' | b'r', b'a', ..] => true,
        [b'b' | b'c' | b't', b'o', ..] => true,
        [b'a', b'n' | b'i' | b's', ..] => true,
        [b'e', b'n', ..] => true,
        [first, ..] => *first == b'@',
        [] => false,
    }
}

/// What the word of a run was, and where it stands.
fn mistake(
    text: &str,
    farther: &Range<usize>,
    left: &Range<usize>,
    run: &Range<usize>,
) -> Option<(Range<usize>, &'static str)> {
    let (lead, core, tail) = scan::trim(&text[run.clone()]);
    let may = MISTAKES.iter().filter(|mistake| mistake.0 == core);
    let expected = EXPECTED.iter().filter(|mistake| mistake.0 == core);
    if may.clone().next().is_none() && expected.clone().next().is_none() {
        return None;
    }
    let next = scan::chunk_after(text.as_bytes(), run.end).map_or("", |next| &text[next]);
    let behind = |run: &Range<usize>| match scan::trim(&text[run.clone()]) {
        (_, word, 0) => word,
        _ => "",
    };
    let around = Around {
        farther: behind(farther),
        left: if lead == 0 { behind(left) } else { "" },
        right: match scan::trim(next) {
            (0, word, _) if tail == 0 => word,
            _ => "",
        },
    };
    let told = may.into_iter().find(|mistake| mistake.2(&around)).map(|mistake| mistake.1);
    let to =
        told.or_else(|| expected.into_iter().find(|&&(word, to)| is_expected(&around, word, to)).map(|to| to.1))?;
    Some((run.start + lead..run.start + lead + core.len(), to))
}

/// Whether `to` is known between the neighbours, and `word` beside neither.
fn is_expected(around: &Around<'_>, word: &str, to: &str) -> bool {
    !around.left.is_empty()
        && !around.right.is_empty()
        && context::between(around.left, around.right).contains(&to)
        && !context::is_pair(around.left, word)
        && !context::is_pair(word, around.right)
}

/// Whether a verb's `be` stands here: behind a modal before a participle, or behind `to`.
fn is_passive(around: &Around<'_>) -> bool {
    let Around { farther, left, right } = *around;
    let modal = MODALS.contains(&left) || ADVERBS.contains(&left) && MODALS.contains(&farther);
    // `should he need`, `must he shed`
    let ends = right.len() > 4 && right.ends_with("ed") && !right.ends_with("eed");
    left == "to" || modal && (ends || PARTICIPLES.contains(&right) || COMPLEMENTS.contains(&right))
}

/// Whether a word may be a verb's subject, and needs no noun behind it.
fn is_subject(word: &str) -> bool {
    const OPEN: [&str; 12] = ["of", "in", "on", "and", "or", "by", "with", "to", "at", "sea", "border", "every"];
    !word.is_empty() && !OPEN.contains(&word) && !DETERMINERS.contains(&word)
}

/// Whether a run is a word in small letters.
fn is_small(word: &str) -> bool {
    word.len() > 1 && word.bytes().all(|b| b.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::mistaken;

    fn read(text: &str) -> String {
        let mut read = text.to_owned();
        for edit in mistaken(text).into_iter().rev() {
            read.replace_range(edit.span.range(), &edit.to);
        }
        read
    }

    #[test]
    fn grammar_tells_words_that_were_read_for_others() {
        for (given, reads) in [
            ("will he held on", "will be held on"),
            ("the report that will he before us", "the report that will be before us"),
            ("may nevertheless he heard.", "may nevertheless be heard."),
            ("continue to he committed", "continue to be committed"),
            ("There will he an opportunity", "There will be an opportunity"),
            ("the dialogue wall serve to", "the dialogue will serve to"),
            ("The Assembly will bold its meeting", "The Assembly will hold its meeting"),
            ("Adviser an the Prevention", "Adviser on the Prevention"),
            ("The fist of speakers", "The list of speakers"),
            ("cleansing and comes against humanity", "cleansing and crimes against humanity"),
            ("submits @ report", "submits a report"),
        ] {
            assert_eq!(read(given), reads);
        }
    }

    #[test]
    fn the_phrases_tell_words_between_their_neighbours() {
        for (given, reads) in [
            ("the Office an Genocide Prevention", "the Office on Genocide Prevention"),
            ("assurances of ray highest consideration", "assurances of my highest consideration"),
            ("opening end closing sessions", "opening and closing sessions"),
        ] {
            assert_eq!(read(given), reads);
        }
    }

    #[test]
    fn all_words_are_looked_at() {
        let words = super::MISTAKES.iter().map(|mistake| mistake.0).chain(super::EXPECTED.iter().map(|one| one.0));
        words.for_each(|word| assert!(super::is_like(format!("({word}.").as_bytes()), "{word}"));
    }

    #[test]
    fn what_may_be_meant_stays() {
        for text in [
            "should he need it, will he agree, he held that, said to. He held",
            "the sea wall serve, a wall be built, will bold ideas",
            "an all-day meeting, an idea, with an iron fist of",
            "what comes against it, in @ a, info @ UN",
            "humanitarian aid crimes, to the end closing",
        ] {
            assert_eq!(read(text), text);
        }
    }
}
