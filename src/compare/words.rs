//! Words and punctuation of a text.
//!
//! A word here is what a reader of these notes calls one: `Secretary-General`, `A/63/677`, `p.m.` without its last stop,
//! `osapg@un.org` and `10:00` are each one word, which UAX #29 would take apart. One pass, linear in the text.

use std::ops::Range;

use crate::text::{BlockKind, Reading};

/// A word or a mark of punctuation, by its place in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub range: Range<usize>,
    /// Whether it is a word; otherwise it is one mark of punctuation.
    pub is_word: bool,
}

/// A word of a note's reading text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands in the reading text.
    pub range: Range<usize>,
    /// Whether nothing but space stands between it and the word before, so that the two may belong to one phrase.
    pub follows: bool,
}

/// The tokens of `text`, in order; white space is none.
pub fn tokens(text: &str) -> impl Iterator<Item = Token> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let start = at + rest.find(|c: char| !c.is_whitespace())?;
        let end = word_end(text, start);
        at = end.unwrap_or_else(|| start + text[start..].chars().next().map_or(1, char::len_utf8));
        Some(Token { range: start..at, is_word: end.is_some() })
    })
}

/// The words of a reading text, without those of page numbers and running heads.
pub(super) fn words_of(reading: &Reading) -> Vec<Word> {
    let text = reading.text();
    let mut words: Vec<Word> = Vec::with_capacity(text.len() / 6);
    for block in reading.blocks().iter().filter(|block| block.kind != BlockKind::Page) {
        let Some(line) = text.get(block.range.clone()) else { continue };
        let mut follows = false;
        for token in tokens(line) {
            if token.is_word {
                let range = token.range.start + block.range.start..token.range.end + block.range.start;
                words.push(Word { range, follows });
            }
            follows = token.is_word;
        }
    }
    words
}

/// The number of words in `text`.
pub fn count(text: &str) -> usize {
    tokens(text).filter(|token| token.is_word).count()
}

/// Where the word that begins at `start` ends; `None` where no word begins.
fn word_end(text: &str, start: usize) -> Option<usize> {
    let mut chars = text[start..].char_indices().peekable();
    let mut end = None;
    let mut before = None;
    while let Some((at, c)) = chars.next() {
        let joins = |next: Option<&(usize, char)>| next.is_some_and(|&(_, next)| connects(before, c, next));
        if is_letter(c) {
            end = Some(start + at + c.len_utf8());
        } else if end.is_none() || !joins(chars.peek()) {
            break;
        }
        before = Some(c);
    }
    end
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || ('\u{300}'..='\u{36F}').contains(&c)
}

/// Whether `c`, between `before` and `next`, joins the two to one word.
fn connects(before: Option<char>, c: char, next: char) -> bool {
    let before_is_digit = before.is_some_and(|before| before.is_ascii_digit());
    match c {
        '\'' | '’' | '-' | '\u{2010}' | '\u{2011}' | '/' | '@' | '_' => is_letter(next),
        // A full stop before a capital ends a sentence whose space was lost.
        '.' => next.is_lowercase() || (before_is_digit && next.is_ascii_digit()),
        ':' => before_is_digit && next.is_ascii_digit(),
        _ => false,
    }
}
