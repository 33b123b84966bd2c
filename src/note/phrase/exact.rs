//! Phrases that stand in a text as they are written, whatever their case.

use std::ops::Range;

/// Whether any of `phrases` stands in `text`, whatever its case, as whole words.
pub(in crate::note) fn has_exact(text: &str, phrases: &[&str]) -> bool {
    starts(text, firsts(phrases)).any(|at| phrases.iter().any(|phrase| stands_at(text, at, phrase)))
}

/// The first place where any of `phrases` stands, whatever its case, as whole words.
pub(in crate::note) fn first_exact(text: &str, phrases: &[&str]) -> Option<Range<usize>> {
    starts(text, firsts(phrases)).find_map(|at| {
        let phrase = phrases.iter().find(|phrase| stands_at(text, at, phrase))?;
        Some(at..at + phrase.len())
    })
}

/// Where `phrase` stands in `text`, whatever its case, as whole words.
pub(in crate::note) fn find_exact(text: &str, phrase: &str) -> Option<Range<usize>> {
    starts(text, firsts(&[phrase])).find(|&at| stands_at(text, at, phrase)).map(|at| at..at + phrase.len())
}

/// Where those of `phrases` that stand in `text` do so first, whatever their case, as whole words, each with its number.
pub(in crate::note) fn each_exact(text: &str, phrases: &[&str]) -> Vec<(usize, Range<usize>)> {
    let mut found: Vec<(usize, Range<usize>)> = Vec::new();
    starts(text, firsts(phrases)).for_each(|at| {
        for (number, phrase) in phrases.iter().enumerate() {
            if stands_at(text, at, phrase) && !found.iter().any(|&(known, _)| known == number) {
                found.push((number, at..at + phrase.len()));
            }
        }
    });
    found
}

/// Whether `text` begins with `phrase`, whatever its case.
pub(in crate::note) fn begins_with(text: &str, phrase: &str) -> bool {
    text.as_bytes().get(..phrase.len()).is_some_and(|head| head.eq_ignore_ascii_case(phrase.as_bytes()))
}

/// Whether `text` ends with `phrase`, whatever its case.
pub(in crate::note) fn ends_with(text: &str, phrase: &str) -> bool {
    let (text, phrase) = (text.as_bytes(), phrase.as_bytes());
    text.len() >= phrase.len() && text[text.len() - phrase.len()..].eq_ignore_ascii_case(phrase)
}

/// The letters that phrases begin with, and those that stand behind these, a bit each.
fn firsts(phrases: &[&str]) -> [u32; 2] {
    phrases.iter().fold([0; 2], |[first, second], phrase| match phrase.as_bytes() {
        [one, two, ..] => [first | letter(*one), second | letter(*two)],
        _ => [u32::MAX; 2],
    })
}

/// The offsets at which a letter or a digit follows none and may begin one of the phrases that begin so.
fn starts(text: &str, [first, second]: [u32; 2]) -> impl Iterator<Item = usize> + '_ {
    let bytes = text.as_bytes();
    let may_begin = text.bytes().enumerate().filter(move |&(_, byte)| first & letter(byte) != 0);
    let goes_on = move |at: usize| bytes.get(at + 1).is_none_or(|&next| second & letter(next) != 0);
    may_begin.map(|(at, _)| at).filter(move |&at| goes_on(at) && begins_word(bytes, at))
}

/// Whether a letter or a digit stands at `at` and none before it, letters beyond ASCII apart.
fn begins_word(bytes: &[u8], at: usize) -> bool {
    let before = || bytes[..at].iter().rfind(|byte| byte.is_ascii());
    bytes[at].is_ascii_alphanumeric() && !before().is_some_and(u8::is_ascii_alphanumeric)
}

/// Whether `phrase` stands at `at`, whatever its case, and no word goes on behind it.
#[inline]
fn stands_at(text: &str, at: usize, phrase: &str) -> bool {
    let (bytes, wanted) = (text.as_bytes(), phrase.as_bytes());
    let end = at + wanted.len();
    // Most begin with another letter.
    wanted.first().is_some_and(|first| (bytes[at] ^ first) & 31 == 0)
        && bytes.get(at..end).is_some_and(|here| here.eq_ignore_ascii_case(wanted))
        && !bytes.get(end).is_some_and(u8::is_ascii_alphanumeric)
}

/// Whether `phrase` stands in `text` from `at` on, whatever its case, as whole words.
pub(in crate::note) fn stands_from(text: &str, at: usize, phrase: &str) -> bool {
    begins_word(text.as_bytes(), at) && stands_at(text, at, phrase)
}

/// The bit of a letter, whatever its case; other bytes share those of letters, which does no harm to a first look.
pub(super) fn letter(byte: u8) -> u32 {
    1 << (byte & 31)
}
