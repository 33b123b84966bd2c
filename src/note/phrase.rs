//! Finding set phrases in text that may still be misread.

use std::ops::Range;

use crate::text::{lexicon, lookalike};

/// How alike a misread word must be to a phrase's word.
const WORD_FLOOR: f32 = 0.74;

/// Where `phrase`, in small letters, stands in `text`: as it is, or with long words misread.
pub(super) fn find(text: &str, phrase: &str) -> Option<Range<usize>> {
    find_exact(text, phrase).or_else(|| find_alike(text, phrase))
}

/// Whether any of `phrases` stands in `text`.
pub(super) fn has_any(text: &str, phrases: &[&str]) -> bool {
    starts(text).any(|at| phrases.iter().any(|phrase| stands_at(text, at, phrase))) || has_alike(text, phrases)
}

/// The first place where any of `phrases` stands.
pub(super) fn first_of(text: &str, phrases: &[&str]) -> Option<Range<usize>> {
    let exact = starts(text).find_map(|at| {
        let phrase = phrases.iter().find(|phrase| stands_at(text, at, phrase))?;
        Some(at..at + phrase.len())
    });
    exact.or_else(|| phrases.iter().filter_map(|phrase| find_alike(text, phrase)).min_by_key(|range| range.start))
}

/// Where `phrase` stands in `text`, whatever its case, as whole words.
pub(super) fn find_exact(text: &str, phrase: &str) -> Option<Range<usize>> {
    starts(text).find(|&at| stands_at(text, at, phrase)).map(|at| at..at + phrase.len())
}

/// The offsets at which a letter or a digit follows none.
fn starts(text: &str) -> impl Iterator<Item = usize> + '_ {
    let mut inside = false;
    text.bytes().enumerate().filter_map(move |(at, byte)| {
        let word = byte.is_ascii_alphanumeric();
        let start = word && !inside;
        inside = word || byte >= 0x80 && inside;
        start.then_some(at)
    })
}

/// Whether `phrase` stands at `at`, whatever its case, and no word goes on behind it.
fn stands_at(text: &str, at: usize, phrase: &str) -> bool {
    let (bytes, wanted) = (text.as_bytes(), phrase.as_bytes());
    let end = at + wanted.len();
    wanted.first().is_some_and(|first| bytes[at].eq_ignore_ascii_case(first))
        && bytes.get(at..end).is_some_and(|here| here.eq_ignore_ascii_case(wanted))
        && !bytes.get(end).is_some_and(u8::is_ascii_alphanumeric)
}

/// Whether any of `phrases` stands in `text` with its longer words misread.
fn has_alike(text: &str, phrases: &[&str]) -> bool {
    let anchors: Vec<&str> = phrases.iter().map(|phrase| anchor(phrase).1).collect();
    let led = |word: &str| anchors.iter().any(|anchor| anchor.len() >= 6 && alike(word, anchor));
    words(text).any(|word| led(&text[word])) && phrases.iter().any(|phrase| find_alike(text, phrase).is_some())
}

/// A phrase's longest word, and which it is: the one least likely to be taken for another.
fn anchor(phrase: &str) -> (usize, &str) {
    phrase.split(' ').enumerate().max_by_key(|(_, word)| word.len()).unwrap_or((0, phrase))
}

/// Where `phrase` stands in `text` with its longer words misread. A phrase of short words is found only as it is.
fn find_alike(text: &str, phrase: &str) -> Option<Range<usize>> {
    // The longest word leads: most texts hold nothing like it, and the rest need not be looked at.
    let (at, anchor) = anchor(phrase);
    if anchor.len() < 6 || !words(text).any(|word| alike(&text[word], anchor)) {
        return None;
    }
    let wanted: Vec<&str> = phrase.split(' ').collect();
    let words: Vec<Range<usize>> = words(text).collect();
    let fits = |start: usize| {
        let word = |i: usize| words.get(start + i).map(|range| &text[range.clone()]);
        word(at).is_some_and(|word| alike(word, anchor))
            && wanted.iter().enumerate().all(|(i, wanted)| word(i).is_some_and(|word| alike(word, wanted)))
    };
    let start = (0..words.len()).find(|&start| fits(start))?;
    Some(words[start].start..words[start + wanted.len() - 1].end)
}

/// Whether `word` is `wanted`, or `wanted` misread: alike, and no word of its own.
pub(super) fn alike(word: &str, wanted: &str) -> bool {
    if word.len() == wanted.len() && word.eq_ignore_ascii_case(wanted) {
        return true;
    }
    let (given, meant) = (word.as_bytes(), wanted.as_bytes());
    let near = wanted.len() >= 6 && word.len().abs_diff(wanted.len()) <= 2;
    // One end at least is seldom misread; what is a word is what it is.
    let end = |a: Option<&u8>, b: Option<&u8>| a.map(u8::to_ascii_lowercase) == b.map(u8::to_ascii_lowercase);
    near && (end(given.first(), meant.first()) || end(given.last(), meant.last()))
        && !lexicon::contains(word)
        && lookalike::similarity(word, wanted) >= WORD_FLOOR
}

/// The words of `text`: letters, digits, and hyphens and apostrophes within.
pub(super) fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let bytes = text.as_bytes();
    let mut at = 0;
    // How many bytes the letter or digit at an offset takes; zero where none stands.
    let letter = move |at: usize| match bytes[at] {
        ascii @ ..0x80 => usize::from(ascii.is_ascii_alphanumeric()),
        _ => text[at..].chars().next().filter(|c| c.is_alphanumeric()).map_or(0, char::len_utf8),
    };
    let width = move |at: usize| match bytes[at] {
        ..0x80 => 1,
        _ => text[at..].chars().next().map_or(1, char::len_utf8),
    };
    std::iter::from_fn(move || {
        while at < bytes.len() && letter(at) == 0 {
            at += width(at);
        }
        if at >= bytes.len() {
            return None;
        }
        let start = at;
        let mut end = at;
        while at < bytes.len() {
            match letter(at) {
                0 if matches!(bytes[at], b'-' | b'\'') || text[at..].starts_with('’') => at += width(at),
                0 => break,
                length => {
                    at += length;
                    end = at;
                }
            }
        }
        Some(start..end)
    })
}

/// A number in words or digits, up to 99.
pub(super) fn number(word: &str) -> Option<u32> {
    const UNITS: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    if word.bytes().all(|b| b.is_ascii_digit()) {
        return word.parse().ok().filter(|&n| n < 100);
    }
    let lower = word.to_lowercase();
    let position = |names: &[&str], word: &str| names.iter().position(|name| *name == word).map(|i| i as u32);
    if let Some((tens, unit)) = lower.split_once('-') {
        return Some((position(&TENS, tens)? + 2) * 10 + position(&UNITS, unit)?);
    }
    position(&UNITS, &lower).or_else(|| position(&TENS, &lower).map(|i| (i + 2) * 10))
}

/// An ordinal in words or digits: `ninth`, `9th`, up to twentieth.
pub(super) fn ordinal(word: &str) -> Option<u32> {
    const ORDINALS: [&str; 21] = [
        "zeroth",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];
    let lower = word.to_lowercase();
    // `twenty-first`
    if let Some((tens, unit)) = lower.split_once('-') {
        let tens = number(tens).filter(|n| *n >= 20 && n % 10 == 0)?;
        return ordinal(unit).filter(|unit| *unit < 10).map(|unit| tens + unit);
    }
    if let Some(at) = ORDINALS.iter().position(|name| *name == lower) {
        return (at > 0).then_some(at as u32);
    }
    let digits = lower.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let suffix = &lower[digits.len()..];
    matches!(suffix, "st" | "nd" | "rd" | "th").then(|| digits.parse().ok().filter(|n| (1..100).contains(n))).flatten()
}
