//! Finding set phrases in text that may still be misread.

use std::ops::Range;

use crate::text::{lexicon, lookalike};

/// How alike a misread word must be to a phrase's word.
const WORD_FLOOR: f32 = 0.74;
/// How many letters a word must have to be known though misread, and by how many the two may differ in length.
const ANCHOR_MIN: usize = 6;
pub(super) const LONGER: usize = 2;

/// Where `phrase`, in small letters, stands in `text`: as it is, or with long words misread.
pub(super) fn find(text: &str, phrase: &str) -> Option<Range<usize>> {
    find_exact(text, phrase).or_else(|| find_alike(text, &words_led(text, &[phrase])?, phrase))
}

/// Whether any of `phrases` stands in `text`.
pub(super) fn has_any(text: &str, phrases: &[&str]) -> bool {
    has_exact(text, phrases) || has_alike(text, phrases)
}

/// Whether any of `phrases` stands in `text`, whatever its case, as whole words.
pub(super) fn has_exact(text: &str, phrases: &[&str]) -> bool {
    starts(text, firsts(phrases)).any(|at| phrases.iter().any(|phrase| stands_at(text, at, phrase)))
}

/// The first place where any of `phrases` stands, whatever its case, as whole words.
pub(super) fn first_exact(text: &str, phrases: &[&str]) -> Option<Range<usize>> {
    starts(text, firsts(phrases)).find_map(|at| {
        let phrase = phrases.iter().find(|phrase| stands_at(text, at, phrase))?;
        Some(at..at + phrase.len())
    })
}

/// The first place where any of `phrases` stands.
pub(super) fn first_of(text: &str, phrases: &[&str]) -> Option<Range<usize>> {
    first_exact(text, phrases).or_else(|| {
        let words = words_led(text, phrases)?;
        phrases.iter().filter_map(|phrase| find_alike(text, &words, phrase)).min_by_key(|range| range.start)
    })
}

/// Where `phrase` stands in `text`, whatever its case, as whole words.
pub(super) fn find_exact(text: &str, phrase: &str) -> Option<Range<usize>> {
    starts(text, firsts(&[phrase])).find(|&at| stands_at(text, at, phrase)).map(|at| at..at + phrase.len())
}

/// Where those of `phrases` that stand in `text` do so first, whatever their case, as whole words, each with its number.
pub(super) fn each_exact(text: &str, phrases: &[&str]) -> Vec<(usize, Range<usize>)> {
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

/// Where those of `phrases` that stand in `text` do so first, each with its number.
pub(super) fn each(text: &str, phrases: &[&str]) -> Vec<(usize, Range<usize>)> {
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

/// Whether `text` ends with `phrase`, whatever its case.
pub(super) fn ends_with(text: &str, phrase: &str) -> bool {
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
pub(super) fn stands_from(text: &str, at: usize, phrase: &str) -> bool {
    begins_word(text.as_bytes(), at) && stands_at(text, at, phrase)
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

/// The bit of a letter, whatever its case; other bytes share those of letters, which does no harm to a first look.
fn letter(byte: u8) -> u32 {
    1 << (byte & 31)
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

/// Whether `word` is `wanted`, or `wanted` misread: alike, and no word of its own.
pub(super) fn alike(word: &str, wanted: &str) -> bool {
    word.len().abs_diff(wanted.len()) <= LONGER
        && share_end(word, wanted)
        && (word.eq_ignore_ascii_case(wanted)
            || may_be(word, wanted) && !lexicon::contains(word) && lookalike::similar(word, wanted, WORD_FLOOR))
}

/// Whether `word`, which no lexicon knows, is `wanted` misread.
pub(super) fn misread(word: &str, wanted: &str) -> bool {
    may_be(word, wanted) && lookalike::similar(word, wanted, WORD_FLOOR)
}

/// Whether a word of a phrase has enough letters to be known though misread.
pub(super) fn is_anchor(wanted: &str) -> bool {
    wanted.len() >= ANCHOR_MIN
}

/// A first look at whether `word` may be `wanted` misread.
#[inline]
fn may_be(word: &str, wanted: &str) -> bool {
    is_anchor(wanted) && word.len().abs_diff(wanted.len()) <= LONGER && share_end(word, wanted)
}

/// Whether two words begin or end alike: one end at least is seldom misread.
#[inline]
fn share_end(word: &str, wanted: &str) -> bool {
    let end = |a: Option<&u8>, b: Option<&u8>| a.map(u8::to_ascii_lowercase) == b.map(u8::to_ascii_lowercase);
    let (given, meant) = (word.as_bytes(), wanted.as_bytes());
    end(given.first(), meant.first()) || end(given.last(), meant.last())
}

/// The words of `text`: letters, digits, and hyphens and apostrophes within.
pub(super) fn words(text: &str) -> Words<'_> {
    Words { text, at: 0 }
}

/// See [`words`].
pub(super) struct Words<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for Words<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let (text, bytes) = (self.text, self.text.as_bytes());
        let kind = |at: usize| bytes.get(at).map(|&byte| KINDS[usize::from(byte)]);
        let mut at = self.at;
        loop {
            match kind(at)? {
                Kind::Letter => break,
                Kind::Tie | Kind::Mark => at += 1,
                Kind::Wide => match other_letter(text, at) {
                    (_, true) => break,
                    (width, false) => at += width,
                },
            }
        }
        let (start, mut end) = (at, at);
        loop {
            let letters = bytes[at..].iter().take_while(|&&byte| matches!(KINDS[usize::from(byte)], Kind::Letter));
            let run = letters.count();
            if run > 0 {
                at += run;
                end = at;
            }
            match kind(at) {
                Some(Kind::Tie) => at += 1,
                Some(Kind::Wide) => {
                    let (width, letter) = other_letter(text, at);
                    at += width;
                    if letter {
                        end = at;
                    } else if !text[..at].ends_with('’') {
                        break;
                    }
                }
                _ => {
                    at += 1;
                    break;
                }
            }
        }
        self.at = at;
        Some(start..end)
    }
}

/// What a byte is to a word.
#[derive(Clone, Copy)]
enum Kind {
    /// An ASCII letter or digit.
    Letter,
    /// A hyphen or an apostrophe.
    Tie,
    /// Part of a character beyond ASCII.
    Wide,
    Mark,
}

static KINDS: [Kind; 256] = {
    let mut kinds = [Kind::Mark; 256];
    let mut byte = 0;
    while byte < kinds.len() {
        kinds[byte] = match byte as u8 {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => Kind::Letter,
            b'-' | b'\'' => Kind::Tie,
            0x80.. => Kind::Wide,
            _ => Kind::Mark,
        };
        byte += 1;
    }
    kinds
};

/// How many bytes the character at `at` takes, which is none of ASCII, and whether it is a letter.
fn other_letter(text: &str, at: usize) -> (usize, bool) {
    text[at..].chars().next().map_or((1, false), |c| (c.len_utf8(), c.is_alphanumeric()))
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
    let position =
        |names: &[&str], word: &str| names.iter().position(|name| name.eq_ignore_ascii_case(word)).map(|i| i as u32);
    if let Some((tens, unit)) = word.split_once('-') {
        return Some((position(&TENS, tens)? + 2) * 10 + position(&UNITS, unit)?);
    }
    position(&UNITS, word).or_else(|| position(&TENS, word).map(|i| (i + 2) * 10))
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
    // Most words are none, which their ends tell.
    let ends =
        |end: &[u8]| word.len() > end.len() && word.as_bytes()[word.len() - end.len()..].eq_ignore_ascii_case(end);
    if ![b"st", b"nd", b"rd", b"th"].into_iter().any(|end| ends(end)) {
        return None;
    }
    let lower = word.to_ascii_lowercase();
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
