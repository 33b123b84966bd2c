//! Words that are misread.

use crate::text::{lexicon, lookalike};

/// How alike a misread word must be to a phrase's word.
const WORD_FLOOR: f32 = 0.74;
/// How many letters a word must have to be known though misread, and by how many the two may differ in length.
pub(super) const ANCHOR_MIN: usize = 6;
pub(in crate::note) const LONGER: usize = 2;

/// Whether `word` is `wanted`, or `wanted` misread: alike, and no word of its own.
pub(in crate::note) fn alike(word: &str, wanted: &str) -> bool {
    word.len().abs_diff(wanted.len()) <= LONGER
        && share_end(word, wanted)
        && (word.eq_ignore_ascii_case(wanted)
            || may_be(word, wanted) && !lexicon::contains(word) && lookalike::similar(word, wanted, WORD_FLOOR))
}

/// Whether `word`, which no lexicon knows, is `wanted` misread.
pub(in crate::note) fn misread(word: &str, wanted: &str) -> bool {
    may_be(word, wanted) && lookalike::similar(word, wanted, WORD_FLOOR)
}

/// Whether a word of a phrase has enough letters to be known though misread.
pub(in crate::note) fn is_anchor(wanted: &str) -> bool {
    wanted.len() >= ANCHOR_MIN
}

/// A first look at whether `word` may be `wanted` misread.
#[inline]
pub(super) fn may_be(word: &str, wanted: &str) -> bool {
    is_anchor(wanted) && word.len().abs_diff(wanted.len()) <= LONGER && share_end(word, wanted)
}

/// Whether two words begin or end alike: one end at least is seldom misread.
#[inline]
pub(super) fn share_end(word: &str, wanted: &str) -> bool {
    let end = |a: Option<&u8>, b: Option<&u8>| a.map(u8::to_ascii_lowercase) == b.map(u8::to_ascii_lowercase);
    let (given, meant) = (word.as_bytes(), wanted.as_bytes());
    end(given.first(), meant.first()) || end(given.last(), meant.last())
}
