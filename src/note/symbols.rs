//! The UN document symbols of a note, in order of appearance.

use std::ops::Range;

use super::outline::Outline;
use super::phrase;
use super::resolution_body;
use crate::text::lex::{Value, month_named};
use crate::text::{BlockKind, Cited, lookalike};

/// Every symbol, a double one as two; `resolution 63/308` of the General Assembly as `A/RES/63/308`.
pub(super) fn symbols(outline: &Outline<'_>) -> Vec<Cited<String>> {
    let reading = outline.reading;
    let tokens = reading.tokens_in(0..reading.text().len());
    let mut symbols: Vec<Cited<String>> = tokens
        .iter()
        .filter_map(|(place, token)| match &token.value {
            Value::Symbol(symbol) => Some(Cited::new(symbol.clone(), reading.raw_span(place.clone()))),
            _ => None,
        })
        .collect();
    let footnotes = reading.blocks().iter().filter(|block| block.kind == BlockKind::Footnote);
    let running = outline.sentences.iter().map(|sentence| &sentence.range);
    let named = outline.words.places(RESOLUTION);
    for range in running.chain(footnotes.map(|block| &block.range)).filter(|range| named.any_in(range)) {
        symbols.extend(resolutions(outline, range.clone()));
    }
    symbols.sort_by_key(|cited| cited.span);
    symbols.dedup_by(|next, symbol| symbol.span == next.span || symbol.span.end == next.span.end);
    symbols
}

/// What a resolution is called.
const RESOLUTION: [&str; 2] = ["resolution", "resolutions"];

/// How far behind the word, or the number before it, a resolution's number stands, in bytes.
const NEAR: usize = 40;

/// The resolutions of the General Assembly that are named by number alone.
fn resolutions(outline: &Outline<'_>, range: Range<usize>) -> Vec<Cited<String>> {
    let text = &outline.reading.text()[range.clone()];
    let mut found = Vec::new();
    let Some(at) = phrase::first_of(text, &RESOLUTION) else { return found };
    // Where the resolutions named so far end, or the word.
    let mut chain = at.end;
    for (slash, _) in text.match_indices('/').filter(|&(slash, _)| slash > at.end) {
        let bytes = text.as_bytes();
        let before = bytes[..slash].iter().rev().take_while(|b| b.is_ascii_digit()).count();
        let after = number_length(&bytes[slash + 1..]);
        let (start, end) = (slash - before, slash + 1 + after);
        let free = !text[..start].ends_with(|c: char| c.is_alphanumeric() || c == '/')
            && !text[end..].starts_with(|c: char| c.is_alphanumeric() || c == '/');
        let session = text[start..slash].parse::<u32>().is_ok_and(|session| (1..100).contains(&session));
        let again = text[chain.min(start)..start].rfind("esolution").map_or(chain, |word| chain + word);
        let word = text[..start].rfind("esolution").unwrap_or(at.start);
        // The letter before is the word's first.
        let others = || resolution_body::is_anothers(text, text.floor_char_boundary(word.saturating_sub(1)), end);
        if before > 0
            && (1..=3).contains(&after)
            && free
            && session
            && goes_on(text, again.min(start), start, end)
            && !others()
        {
            chain = end;
            // Of several words, the one close before the number names it.
            let first = |word: usize| text.floor_char_boundary(word.saturating_sub(1));
            let word = text[..start].rfind("esolution").map_or(at.start, |word| first(word).max(at.start));
            let span = outline.reading.raw_span(range.start + named(text, word, start)..range.start + end);
            let number: String =
                text[slash + 1..end].chars().filter_map(lookalike::digit).map(|d| char::from(b'0' + d)).collect();
            found.push(Cited::new(format!("A/RES/{}/{number}", &text[start..slash]), span));
        }
    }
    found
}

/// How many characters of `text` are digits, or capitals that are misread for such behind a true one: `308`, `3O8`.
fn number_length(text: &[u8]) -> usize {
    let digit = |byte: &&u8| byte.is_ascii_digit() || matches!(byte, b'O' | b'I' | b'l' | b'B' | b'S');
    let length = text.iter().take_while(digit).count();
    if text.first().is_some_and(u8::is_ascii_digit) { length } else { 0 }
}

/// Whether the number at `start..end` still belongs to the word or to the number that ends at `last`: it stands close behind
/// it and is no part of a date (`on 5/6 September`).
fn goes_on(text: &str, last: usize, start: usize, end: usize) -> bool {
    let before = text[last..start].trim_end();
    let behind = text[end..].trim_start();
    let word = behind.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    start - last <= NEAR && !before.ends_with(" on") && month_named(word).is_none()
}

/// How many letters and digits the words have at most that make a number a resolution's.
const NAMED: usize = 48;

/// Where the words that make a number a resolution's begin: at `resolution`, unless that stands far before.
fn named(text: &str, resolution: usize, number: usize) -> usize {
    let between = text[resolution..number].chars().filter(|c| c.is_alphanumeric()).count();
    if between <= NAMED { resolution } else { number }
}
