//! The marks in running text that lead to footnotes.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::bracketed::BracketedMarks;
use super::footnote_mark::FootnoteMark;
use super::note::{FootnoteLines, superscript};
use super::worn;
use crate::text::edit::{Edit, Rule};
use crate::text::layout::{Line, LineKind};
use crate::text::lex::{self, Token};
use crate::text::lexicon;
use crate::text::span::Span;

/// The highest number whose mark is looked for that is worn past reading.
const WORN_MAX: u32 = 9;

fn overlaps_token(mark: &Range<usize>, tokens: &[Token]) -> bool {
    let span = Span::new(mark.clone());
    let at = tokens.partition_point(|token| token.span.end <= span.start);
    tokens.get(at).is_some_and(|token| token.span.overlaps(span))
}

/// Whether the text before a footnote, which begins at `start`, has its number close behind a word.
pub(super) fn stands_before(glued: &GluedNumbers, number: u32, start: usize) -> bool {
    glued.get(&number).and_then(|places| places.first()).is_some_and(|&at| at < start)
}

/// The numbers of up to three digits that stand close behind a word, each with its places in order.
pub(super) type GluedNumbers = BTreeMap<u32, Vec<usize>>;

pub(super) fn glued_numbers(text: &str) -> GluedNumbers {
    let mut glued = GluedNumbers::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(start) = bytes[at..].iter().position(u8::is_ascii_digit).map(|found| at + found) {
        at = bytes[start..].iter().position(|b| !b.is_ascii_digit()).map_or(bytes.len(), |length| start + length);
        if at - start <= 3
            && bytes[start] != b'0'
            && is_glued_mark(text, start..at)
            && let Ok(number) = text[start..at].parse()
        {
            glued.entry(number).or_default().push(start);
        }
    }
    glued
}

/// Whether a number stands close behind a word or its punctuation, and nothing goes on behind it.
fn is_glued_mark(text: &str, mark: Range<usize>) -> bool {
    let behind = text[mark.end..].chars().next();
    let free = !behind.is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | ':' | '@' | '-'));
    let before = text[..mark.start].trim_end_matches(['.', ',', ';', ':', ')', '"', '”', '’']);
    let close = mark.start - before.len() <= 2;
    let letters = before.chars().rev().take_while(|c| c.is_lowercase()).count();
    // `Genera1`
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let misread = before.len() == mark.start && text[mark.clone()].eq("1") && lexicon::lacks_last_letter(word);
    free && (close && letters >= 3 && !misread || closes_symbol(&text[..mark.start]))
}

/// Whether words end with a document's symbol in brackets: `the report (A/HRC/20/18)`.
fn closes_symbol(words: &str) -> bool {
    /// No symbol is longer.
    const SYMBOL_MAX: usize = 40;
    let Some(head) = words.strip_suffix(')') else { return false };
    let near = &head[head.ceil_char_boundary(head.len().saturating_sub(SYMBOL_MAX))..];
    let symbol = near.rsplit_once('(').map(|(_, symbol)| symbol);
    symbol.is_some_and(|symbol| {
        let organ = symbol.split('/').next().unwrap_or_default();
        let capital = !organ.is_empty() && organ.bytes().all(|b| b.is_ascii_uppercase());
        capital && symbol.contains('/') && !symbol.contains(' ') && symbol.ends_with(|c: char| c.is_ascii_digit())
    })
}

/// The marks in running text that lead to footnotes, as edits that leave them out, in order of place.
pub(in crate::text) fn footnote_marks(
    text: &str,
    lines: &[Line],
    notes: &[FootnoteLines],
    tokens: &[Token],
) -> Vec<Edit> {
    let mut edits = superscript_marks(text, lines);
    let raised = edits.len();
    let bracketed = BracketedMarks::of(if notes.is_empty() { "" } else { text });
    let glued = if notes.is_empty() { GluedNumbers::new() } else { glued_numbers(text) };
    let raised_marks: BTreeSet<&str> = edits.iter().map(|edit| &text[edit.span.range()]).collect();
    let mut from = 0;
    for note in notes.iter().filter(|note| !raised_marks.contains(&text[note.marker.clone()])) {
        let end = lines[note.lines.start].range.start;
        let set_off = set_off_mark(text, from..end, note, &bracketed);
        let found = set_off.or_else(|| glued_mark(text, from..end, note.mark.number()?, &glued, tokens));
        let worn =
            note.mark.number().is_some_and(|number| number <= WORN_MAX) && worn::is_worn(&text[note.marker.clone()]);
        let found = found.or_else(|| worn.then(|| worn::mark(text, from..end)).flatten());
        let Some(mark) = found else { continue };
        from = mark.end;
        let span = Span::new(mark);
        let at = edits[..raised].partition_point(|edit| edit.span.end <= span.start);
        if !edits[..raised].get(at).is_some_and(|edit| edit.span.overlaps(span)) {
            edits.push(Edit::new(span, "", Rule::FootnoteMark));
        }
    }
    edits.sort_by_key(|edit| edit.span);
    edits
}

fn superscript_marks(text: &str, lines: &[Line]) -> Vec<Edit> {
    let mut edits = Vec::new();
    let may_have = |line: &&Line| line.kind != LineKind::Footnote && !text[line.range.clone()].is_ascii();
    for line in lines.iter().filter(may_have) {
        let mut run: Option<Range<usize>> = None;
        for (i, c) in text[line.range.clone()].char_indices() {
            let at = line.range.start + i;
            if superscript(c).is_some() {
                run = Some(run.map_or(at, |run| run.start)..at + c.len_utf8());
            } else if let Some(range) = run.take() {
                edits.push(Edit::new(Span::new(range), "", Rule::FootnoteMark));
            }
        }
        edits.extend(run.map(|range| Edit::new(Span::new(range), "", Rule::FootnoteMark)));
    }
    edits
}

/// The mark of footnote `number` within `range`: its digits close behind a word (`session.2`), or a letter that they are
/// misread for at the end of a known word (`Summitl`).
fn glued_mark(
    text: &str,
    range: Range<usize>,
    number: u32,
    glued: &GluedNumbers,
    tokens: &[Token],
) -> Option<Range<usize>> {
    let length = number.to_string().len();
    let free = |mark: &Range<usize>| !overlaps_token(mark, tokens);
    let places = glued.get(&number).map_or(&[][..], Vec::as_slice);
    let exact = places[places.partition_point(|&at| at < range.start)..]
        .iter()
        .map(|&at| at..at + length)
        .take_while(|mark| mark.end <= range.end)
        .find(free);
    if exact.is_some() || number != 1 {
        return exact;
    }
    misread_mark(text, range, tokens)
}

/// Whether a note's marker is a letter that stands for a one.
pub(super) fn misread_one(text: &str, note: &FootnoteLines) -> bool {
    note.mark == FootnoteMark::Number(1) && !text[note.marker.clone()].contains(|c: char| c.is_ascii_digit())
}

/// The mark in running text of a note whose marker is more than a number: `1/`, `[1]`.
pub(super) fn set_off_mark(
    text: &str,
    range: Range<usize>,
    note: &FootnoteLines,
    bracketed: &BracketedMarks<'_>,
) -> Option<Range<usize>> {
    slashed_mark(text, range.clone(), note).or_else(|| bracketed.first_in(range, &text[note.marker.clone()]))
}

/// The mark of a note that is marked `1/`: the same behind a word or a quotation and its space, the space with it.
fn slashed_mark(text: &str, range: Range<usize>, note: &FootnoteLines) -> Option<Range<usize>> {
    let marker = text[note.marker.clone()].strip_suffix('/').map(|_| &text[note.marker.clone()])?;
    text[range.clone()].match_indices(marker).map(|(i, _)| range.start + i).find_map(|at| {
        let before = text[..at].trim_end_matches(' ');
        let end = at + marker.len();
        let parted =
            before.len() < at && before.ends_with(|c: char| c.is_lowercase() || matches!(c, '"' | '”' | ')' | ','));
        let free = !text[end..].starts_with(|c: char| c.is_alphanumeric());
        (parted && free).then_some(before.len()..end)
    })
}

/// The mark of the first note, misread for a letter at the end of a known word: `Summitl`, `Outcome!`.
pub(super) fn misread_mark(text: &str, range: Range<usize>, tokens: &[Token]) -> Option<Range<usize>> {
    let part = text.get(range.clone())?;
    let free = |mark: &Range<usize>| !overlaps_token(mark, tokens);
    let marks = part.bytes().enumerate().filter(|(_, byte)| matches!(byte, b'l' | b'I' | b'!' | b'i' | b'\'' | b'|'));
    marks.map(|(i, _)| range.start + i..range.start + i + 1).find(|mark| {
        // Most such letters stand within a word.
        if text[mark.end..].starts_with(char::is_alphanumeric) {
            return false;
        }
        // `Summit,l the`: behind a mark, no letter but that stands alone.
        let stop = matches!(&text[mark.clone()], "l" | "|") && text[..mark.start].ends_with([',', '.', ';']);
        let end = mark.start - usize::from(stop);
        let before = text[..end].char_indices().rev().find(|(_, c)| !c.is_alphabetic());
        let start = before.map_or(0, |(at, c)| at + c.len_utf8());
        let word = &text[start..end];
        let whole = if stop { "" } else { &text[start..mark.end] };
        let next = text[mark.end..].strip_prefix(' ').unwrap_or_default();
        let next = &next[..next.find(|c: char| !c.is_alphabetic()).unwrap_or(next.len())];
        // `parti cipation`
        let broken =
            !stop && !next.is_empty() && (!lexicon::contains(next) || lexicon::contains(&[whole, next].concat()));
        word.len() >= 4
            && text[mark.clone()].chars().all(|c| c != '\'')
            && free(mark)
            && !matches!(word, "Pillar" | "Pillars" | "pillar" | "pillars")
            && lexicon::contains(word)
            && !lexicon::contains(whole)
            && !broken
            && !lexicon::lacks_last_letter(word)
            && !ends_name(&text[..mark.end])
    })
}

/// Whether words end with a person's name, behind an honorific: `Mr. Stefan Brandl`.
fn ends_name(words: &str) -> bool {
    /// No name is longer.
    const NAME_MAX: usize = 48;
    let near = &words[words.ceil_char_boundary(words.len().saturating_sub(NAME_MAX))..];
    let starts = near.match_indices(' ').map(|(at, _)| at + 1);
    let capital = |name: &str| name.split(' ').all(|word| word.starts_with(char::is_uppercase));
    starts.filter(|&at| capital(&near[at..])).any(|at| lex::begins_with_honorific(&near[at..]))
}
