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
    phrases.iter().any(|phrase| find_exact(text, phrase).is_some())
        || phrases.iter().any(|p| find_alike(text, p).is_some())
}

/// The first place where any of `phrases` stands.
pub(super) fn first_of(text: &str, phrases: &[&str]) -> Option<Range<usize>> {
    phrases.iter().filter_map(|phrase| find(text, phrase)).min_by_key(|range| range.start)
}

/// Where `phrase` stands in `text`, whatever its case, as whole words.
pub(super) fn find_exact(text: &str, phrase: &str) -> Option<Range<usize>> {
    let (bytes, wanted) = (text.as_bytes(), phrase.as_bytes());
    let first = *wanted.first()?;
    if bytes.len() < wanted.len() {
        return None;
    }
    let word = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphanumeric);
    (0..=bytes.len() - wanted.len()).find_map(|at| {
        let here = bytes[at].to_ascii_lowercase() == first && bytes[at..at + wanted.len()].eq_ignore_ascii_case(wanted);
        let whole = here && !word(at.checked_sub(1)) && !word(Some(at + wanted.len()));
        whole.then(|| at..at + wanted.len())
    })
}

/// Where `phrase` stands in `text` with its longer words misread. A phrase of short words is found only as it is.
fn find_alike(text: &str, phrase: &str) -> Option<Range<usize>> {
    // The longest word leads: most texts hold nothing like it, and the rest need not be looked at.
    let (at, anchor) = phrase.split(' ').enumerate().max_by_key(|(_, word)| word.len())?;
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
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = &text[at..];
        let start = at + rest.find(char::is_alphanumeric)?;
        let inner = |c: char| !(c.is_alphanumeric() || matches!(c, '-' | '\'' | '’'));
        let end = text[start..].find(inner).map_or(text.len(), |i| start + i);
        at = end;
        Some(start..start + text[start..end].trim_end_matches(['-', '\'', '’']).len())
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
