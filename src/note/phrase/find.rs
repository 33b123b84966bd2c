//! Phrases found though their words may be misread.

use std::ops::Range;

use super::alike::{ANCHOR_MIN, LONGER, alike, is_anchor, may_be};
use super::exact::{each_exact, find_exact, first_exact, has_exact, letter};
use super::words::words;

/// Where `phrase`, in small letters, stands in `text`: as it is, or with long words misread.
pub(in crate::note) fn find(text: &str, phrase: &str) -> Option<Range<usize>> {
    find_exact(text, phrase).or_else(|| find_alike(text, &words_led(text, &[phrase])?, phrase))
}

/// Whether any of `phrases` stands in `text`.
pub(in crate::note) fn has_any(text: &str, phrases: &[&str]) -> bool {
    has_exact(text, phrases) || has_alike(text, phrases)
}

/// The first place where any of `phrases` stands.
pub(in crate::note) fn first_of(text: &str, phrases: &[&str]) -> Option<Range<usize>> {
    first_exact(text, phrases).or_else(|| {
        let words = words_led(text, phrases)?;
        phrases.iter().filter_map(|phrase| find_alike(text, &words, phrase)).min_by_key(|range| range.start)
    })
}

/// Where those of `phrases` that stand in `text` do so first, each with its number.
pub(in crate::note) fn each(text: &str, phrases: &[&str]) -> Vec<(usize, Range<usize>)> {
    let mut found = each_exact(text, phrases);
    if let Some(words) = words_led(text, phrases) {
        let exact = found.len();
        for (number, phrase) in phrases.iter().enumerate() {
            if !found[..exact].iter().any(|&(known, _)| known == number) {
                found.extend(find_alike(text, &words, phrase).map(|place| (number, place)));
            }
        }
    }
    found
}

/// Whether any of `phrases` stands in `text` with its longer words misread.
fn has_alike(text: &str, phrases: &[&str]) -> bool {
    words_led(text, phrases)
        .is_some_and(|words| phrases.iter().any(|phrase| find_alike(text, &words, phrase).is_some()))
}

/// The words of `text` where one of them is the longest of one of `phrases`, read or misread.
fn words_led(text: &str, phrases: &[&str]) -> Option<Vec<Range<usize>>> {
    Anchors::of(phrases).lead(text).then(|| words(text).collect())
}

/// The longest words of some phrases: most texts hold nothing like them, and the rest need not be looked at.
struct Anchors<'p> {
    words: Vec<&'p str>,
    /// The letters that they begin and end with, a bit each.
    first: u32,
    last: u32,
    /// The lengths of the shortest and the longest.
    shortest: usize,
    longest: usize,
}

impl<'p> Anchors<'p> {
    fn of(phrases: &[&'p str]) -> Self {
        let words = Vec::with_capacity(phrases.len());
        let mut anchors = Self { words, first: 0, last: 0, shortest: usize::MAX, longest: 0 };
        for phrase in phrases {
            let (_, word) = anchor(phrase);
            if let (ANCHOR_MIN.., [first, .., last]) = (word.len(), word.as_bytes()) {
                anchors.first |= letter(*first);
                anchors.last |= letter(*last);
                (anchors.shortest, anchors.longest) =
                    (anchors.shortest.min(word.len()), anchors.longest.max(word.len()));
                anchors.words.push(word);
            }
        }
        anchors
    }

    /// Whether a word of `text` is one of them, or is misread from one.
    fn lead(&self, text: &str) -> bool {
        let lengths = self.shortest.saturating_sub(LONGER)..=self.longest + LONGER;
        !self.words.is_empty()
            && words(text).filter(|word| lengths.contains(&word.len())).any(|word| {
                let word = &text[word];
                let [first, .., last] = word.as_bytes() else { return false };
                (self.first & letter(*first) != 0 || self.last & letter(*last) != 0)
                    && self.words.iter().filter(|wanted| may_be(word, wanted)).any(|wanted| alike(word, wanted))
            })
    }
}

/// A phrase's longest word, and which it is: the one least likely to be taken for another.
fn anchor(phrase: &str) -> (usize, &str) {
    let (mut longest, mut start, mut number) = ((0, 0..0), 0, 0);
    let mut end_word = |end: usize, number: usize| {
        if end - start >= longest.1.len() {
            longest = (number, start..end);
        }
        start = end + 1;
    };
    for (at, byte) in phrase.bytes().enumerate() {
        if byte == b' ' {
            end_word(at, number);
            number += 1;
        }
    }
    end_word(phrase.len(), number);
    (longest.0, &phrase[longest.1])
}

/// Where `phrase` stands in `text`, which has these `words`, with its longer words misread. A phrase of short words is found
/// only as it is.
fn find_alike(text: &str, words: &[Range<usize>], phrase: &str) -> Option<Range<usize>> {
    let (at, anchor) = anchor(phrase);
    if !is_anchor(anchor) {
        return None;
    }
    let is = |word: &Range<usize>, wanted: &str| alike(&text[word.clone()], wanted);
    let stands_from = |start: usize| {
        let mut behind = words[start..].iter();
        let all = phrase.split(' ').all(|wanted| behind.next().is_some_and(|word| is(word, wanted)));
        all.then(|| words[start].start..words[words.len() - behind.len() - 1].end)
    };
    let anchors = (at..words.len()).filter(|&i| is(&words[i], anchor));
    anchors.map(|i| i - at).find_map(stands_from)
}
