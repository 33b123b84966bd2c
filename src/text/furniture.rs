//! What belongs to the page and not to the running text: footnotes and their marks.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::bracketed_mark::BracketedMarks;
use super::edit::{Edit, Rule};
use super::layout::{Line, LineKind, full_width};
use super::lex::{self, Token, Value};
use super::lexicon;
use super::misread;
use super::span::Span;
use super::worn_note;

/// The highest number whose mark is looked for that is worn past reading.
const WORN_MAX: u32 = 9;

/// A footnote's number and the lines that it stands on.
#[derive(Debug)]
pub(super) struct FootnoteLines {
    /// Its number, from one; zero where stars mark it.
    pub(super) number: u32,
    /// Where the number stands.
    pub(super) marker: Range<usize>,
    /// Its lines, as indices.
    pub(super) lines: Range<usize>,
}

/// Finds the footnotes, marks their lines, and answers what they are.
pub(super) fn mark_footnotes(text: &str, lines: &mut [Line], tokens: &[Token]) -> Vec<FootnoteLines> {
    let mut notes: Vec<FootnoteLines> = Vec::new();
    let bracketed = BracketedMarks::of(text);
    let full = full_width(lines);
    let glued = LazyCell::new(|| glued_numbers(text));
    let starts: Vec<usize> = lines.iter().map(|line| line.range.start).collect();
    let leads = |number: u32, line: usize| stands_before(&glued, number, starts[line]);
    let worn = LazyCell::new(|| worn_note::mark(text, 0..text.len()));
    let mut at = 0;
    // Whether a rule parts the lines from the text above them.
    let mut ruled = false;
    while at < lines.len() {
        // A raised one begins anew where what was counted so far is not raised.
        if !notes.is_empty() && is_raised_one(text, &lines[at]) {
            notes.retain(|note| is_superscript(&text[note.marker.clone()]));
        }
        let next = notes.last().map_or(1, |note| note.number + 1);
        ruled = lines[at].ruled || ruled && notes.last().is_some_and(|note| note.lines.end == at);
        let marker = footnote_marker(text, &lines[at], next, ruled, tokens, &bracketed);
        let marker = marker.filter(|marker| ruled || !counts_heading(text, lines, at, marker.end) || leads(next, at));
        let marker = marker.or_else(|| {
            let (start, end) = (lines[at].range.start, lines[at].range.end);
            let called = || next == 1 && worn.as_ref().is_some_and(|mark| mark.start < start);
            worn_note::marker(text, &lines[at], |words| opens_citing(words, end - words.len(), tokens) || called())
        });
        let Some(marker) = marker else {
            at += 1;
            continue;
        };
        let mut end = at + 1;
        while end < lines.len() && continues_footnote(text, lines, end, next, full) {
            end += 1;
        }
        notes.push(FootnoteLines { number: next, marker, lines: at..end });
        at = end;
    }
    if notes.is_empty() {
        return notes;
    }
    // Numbered lines are footnotes only where something in the text leads to them, or where they cite a document.
    let evident = |note: &FootnoteLines| {
        let words = &text[note.marker.end..lines[note.lines.end - 1].range.end];
        is_superscript(&text[note.marker.clone()])
            || cites(words, note.marker.end, tokens)
            || leads(note.number, note.lines.start)
            || set_off_mark(text, 0..note.marker.start, note, &bracketed).is_some()
            || misread_one(text, note) && misread_mark(text, 0..note.marker.start, tokens).is_some()
    };
    if !notes.iter().any(evident) || notes.len() == 1 && counts_paragraph(text, &notes[0], lines) {
        return Vec::new();
    }
    for note in &notes {
        for line in &mut lines[note.lines.clone()] {
            line.kind = LineKind::Footnote;
        }
    }
    notes
}

/// Whether a line begins with a superscript one alone.
fn is_raised_one(text: &str, line: &Line) -> bool {
    let mut first = text[line.range.clone()].chars();
    line.kind == LineKind::Text && first.next() == Some('¹') && first.next().is_none_or(|c| superscript(c).is_none())
}

/// Whether the line at `at`, whose words begin behind `mark`, is a heading that a bare number counts: `2  Background`, a few
/// words between blank lines, without a stop and without any other number.
fn counts_heading(text: &str, lines: &[Line], at: usize, mark: usize) -> bool {
    const WORDS: usize = 7;
    let line = &lines[at];
    let bare = text[line.range.start..mark].bytes().all(|b| b.is_ascii_digit());
    let words = text[mark..line.range.end].trim_start();
    let apart = (at == 0 || line.blank_before > 0) && lines.get(at + 1).is_some_and(|next| next.blank_before > 0);
    let plain = !words.ends_with(['.', ';', ',']) && !words.contains(|c: char| c.is_ascii_digit());
    bare && apart && plain && words.split(' ').nth(WORDS).is_none()
}

/// Whether a one at a line's start is that of the paragraphs that go on with `2.`, its point lost: none of them begins `1.`.
fn counts_paragraph(text: &str, note: &FootnoteLines, lines: &[Line]) -> bool {
    let begins = |line: &Line, mark: &str| text[line.range.clone()].starts_with(mark);
    let bare = text[note.marker.clone()].bytes().all(|b| b.is_ascii_digit());
    bare && lines[note.lines.end..].iter().any(|line| begins(line, "2. "))
        && !lines.iter().any(|line| begins(line, "1. "))
}

/// Where the marker of footnote `number` stands at the start of `line`: `1`, `[1]`, `1/`; under a rule, `1.` and `1)` as well;
/// `(1)`, with which the items of lists begin, only where the same stands behind a word above.
fn footnote_marker(
    text: &str,
    line: &Line,
    number: u32,
    ruled: bool,
    tokens: &[Token],
    bracketed: &BracketedMarks<'_>,
) -> Option<Range<usize>> {
    if line.kind != LineKind::Text {
        return None;
    }
    let words = &text[line.range.clone()];
    let digits: usize = words.chars().take_while(|&c| superscript(c).is_some()).map(char::len_utf8).sum();
    if digits > 0 {
        let mut raised = words[..digits].chars().filter_map(superscript);
        let value = raised.try_fold(0u32, |n, d| n.checked_mul(10)?.checked_add(d));
        return (value == Some(number)).then(|| line.range.start..line.range.start + digits);
    }
    // `2A/RES/63/308`: the space is lost.
    let close = number.to_string();
    let glued = words
        .strip_prefix(&close)
        .filter(|rest| rest.starts_with('A') && cites(rest, line.range.end - rest.len(), tokens));
    if glued.is_some() {
        return Some(line.range.start..line.range.start + close.len());
    }
    let (marker, rest) = words.split_once([' ', '\t'])?;
    let bare = marker.trim_matches(['[', ']', '(', ')', '{', '}']);
    let bare = bare.strip_suffix('/').or_else(|| bare.strip_suffix('.').filter(|_| ruled)).unwrap_or(bare);
    let reads = bare.parse::<u32>().ok().or_else(|| matches!(bare, "I" | "l" | "|").then_some(1))?;
    let rest = rest.trim_start();
    let true_digit = bare.bytes().all(|b| b.is_ascii_digit());
    let begins = rest.chars().next().is_some_and(|c| c.is_uppercase() || c == '"' || c == '“');
    // `1 September 2017`, `1 :00 p.m.`: a date or a time, no footnote. `I` needs a document behind it to be a one.
    let token = token_at(tokens, line.range.start);
    let document = opens_citing(rest, line.range.end - rest.len(), tokens) || !true_digit && begins_resolution(rest);
    // `1)` counts the items of a list, but under a rule.
    let bracket = marker.ends_with(')') && !marker.starts_with('(') && !ruled;
    let fits = reads == number && !bracket && begins && token.is_none() && (true_digit || document) && words.len() > 6;
    let item = || marker.starts_with('(') && bracketed.first_in(0..line.range.start, marker).is_none();
    (fits && !item()).then(|| line.range.start..line.range.start + marker.len())
}

/// `General Assembly reso1ution`, misread.
fn begins_resolution(words: &str) -> bool {
    const FORM: &str = "general assembly resolution";
    const ALIKE: f32 = 0.85;
    words.get(..FORM.len()).is_some_and(|head| misread::is_form(head, FORM, ALIKE))
}

/// Whether the line at `at` goes on with the footnote above it, which has `number`; `full` is the width of a full line.
fn continues_footnote(text: &str, lines: &[Line], at: usize, number: u32, full: usize) -> bool {
    let line = &lines[at];
    let plain = line.kind == LineKind::Text && line.blank_before == 0 && !line.page_start;
    let words = &text[line.range.clone()];
    // A sentence that ends where its line has room left ends the footnote, and so does one with room for as much again.
    let above = &lines[at - 1];
    let roomy = above.width * 4 < full * 3 || full == 0;
    let first = words.split(' ').next().unwrap_or_default().chars().count();
    let unwrapped = (above.width + 1 + first) * 2 < full;
    if unwrapped || roomy && text[above.range.clone()].ends_with('.') && words.starts_with(char::is_uppercase) {
        return false;
    }
    let marker = words
        .split([' ', '\t'])
        .next()
        .is_some_and(|word| word.trim_matches(['/', '.', '(', ')', '[', ']']).parse() == Ok(number + 1))
        || words
            .strip_prefix(&(number + 1).to_string())
            .is_some_and(|rest| rest.starts_with('A') && rest.contains("RES"));
    plain && !marker && words.chars().next().is_none_or(|c| superscript(c).is_none())
}

/// Whether the words that begin at `start` cite a document first.
fn opens_citing(words: &str, start: usize, tokens: &[Token]) -> bool {
    let refers = ["See ", "Resolution ", "General Assembly resolution "].iter().any(|head| words.starts_with(head));
    refers || cites(&words[..words.floor_char_boundary(24)], start, tokens)
}

/// Whether a document's symbol stands in the words that begin at `start`.
fn cites(words: &str, start: usize, tokens: &[Token]) -> bool {
    let first = tokens.partition_point(|token| (token.span.end as usize) <= start);
    tokens[first..]
        .iter()
        .take_while(|token| (token.span.start as usize) < start + words.len())
        .any(|token| matches!(token.value, Value::Symbol(_)))
}

fn token_at(tokens: &[Token], at: usize) -> Option<&Token> {
    tokens.binary_search_by_key(&at, |token| token.span.start as usize).ok().map(|i| &tokens[i])
}

fn overlaps_token(mark: &Range<usize>, tokens: &[Token]) -> bool {
    let span = Span::new(mark.clone());
    let at = tokens.partition_point(|token| token.span.end <= span.start);
    tokens.get(at).is_some_and(|token| token.span.overlaps(span))
}

/// Whether the text before a footnote, which begins at `start`, has its number close behind a word.
fn stands_before(glued: &GluedNumbers, number: u32, start: usize) -> bool {
    glued.get(&number).and_then(|places| places.first()).is_some_and(|&at| at < start)
}

/// The numbers of up to three digits that stand close behind a word, each with its places in order.
type GluedNumbers = BTreeMap<u32, Vec<usize>>;

fn glued_numbers(text: &str) -> GluedNumbers {
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
    let misread = before.len() == mark.start && text[mark].eq("1") && lexicon::lacks_last_letter(word);
    free && close && letters >= 3 && !misread
}

/// The marks in running text that lead to footnotes, as edits that leave them out, in order of place.
pub(super) fn footnote_marks(text: &str, lines: &[Line], notes: &[FootnoteLines], tokens: &[Token]) -> Vec<Edit> {
    let mut edits = superscript_marks(text, lines);
    let raised = edits.len();
    let bracketed = BracketedMarks::of(if notes.is_empty() { "" } else { text });
    let glued = if notes.is_empty() { GluedNumbers::new() } else { glued_numbers(text) };
    let raised_marks: BTreeSet<&str> = edits.iter().map(|edit| &text[edit.span.range()]).collect();
    let mut from = 0;
    for note in notes.iter().filter(|note| !raised_marks.contains(&text[note.marker.clone()])) {
        let end = lines[note.lines.start].range.start;
        let set_off = set_off_mark(text, from..end, note, &bracketed);
        let found = set_off.or_else(|| glued_mark(text, from..end, note.number, &glued, tokens));
        let worn = note.number <= WORN_MAX && worn_note::is_worn(&text[note.marker.clone()]);
        let found = found.or_else(|| worn.then(|| worn_note::mark(text, from..end)).flatten());
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
fn misread_one(text: &str, note: &FootnoteLines) -> bool {
    note.number == 1 && !text[note.marker.clone()].contains(|c: char| c.is_ascii_digit())
}

/// The mark in running text of a note whose marker is more than a number: `1/`, `[1]`.
fn set_off_mark(
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
fn misread_mark(text: &str, range: Range<usize>, tokens: &[Token]) -> Option<Range<usize>> {
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

fn is_superscript(marker: &str) -> bool {
    marker.chars().all(|c| superscript(c).is_some())
}

/// The digit that a superscript stands for.
pub(super) fn superscript(c: char) -> Option<u32> {
    match c {
        '⁰' => Some(0),
        '¹' => Some(1),
        '²' => Some(2),
        '³' => Some(3),
        '⁴'..='⁹' => Some(c as u32 - '⁰' as u32),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::text::Reading;

    #[test]
    fn a_number_in_brackets_begins_a_footnote_of_its_own() {
        let text = "The Outcome of 2005,[1] and the use of force[2] as such.\n\n___\n[1] A/RES/60/1.\n[2] Articles 2 and 51.\n";
        let reading = Reading::of(text);
        let numbers = reading.blocks().iter().filter_map(|block| block.footnote).map(|(number, _)| number);
        assert_eq!(numbers.collect::<Vec<_>>(), [1, 2]);
    }

    #[test]
    fn a_heading_that_a_bare_number_counts_is_no_footnote() {
        let body = "It agreed on a responsibility to protect populations.(1) It has been considered since.";
        let headed =
            format!("1  Background\n\n{body}\n\n2  Aim\n\n{body}\n\n___\n(1) General Assembly resolution 60/1.\n");
        let reading = Reading::of(&headed);
        let notes: Vec<&str> = reading
            .blocks()
            .iter()
            .filter(|block| block.footnote.is_some())
            .map(|block| reading.block_text(block))
            .collect();
        assert_eq!(notes, ["General Assembly resolution 60/1."]);
    }

    #[test]
    fn the_last_letter_of_a_name_is_no_footnote_s_mark() {
        let read = |mark: &str, person: &str| {
            let text =
                format!("It goes back to the Outcome{mark} of 2005. Write to {person} for it.\n\n[^1]: A/RES/60/1.\n");
            Reading::of(&text).text().to_owned()
        };
        assert!(read("[^1]", "Mr. Stefan Brandl").contains("Stefan Brandl for"));
        assert!(read("[^1]", "the Brandl").contains("the Brandl for"), "the mark is found elsewhere");
        assert!(read("", "Mr. Stefan Brandl").contains("Stefan Brandl for"), "the mark is lost");
        assert!(!read("", "the Summitl").contains("Summitl"));
    }

    #[test]
    fn a_misread_one_may_stand_behind_a_comma() {
        let text = "At the 2O05 World Summit,l the States of tbe world declared it.\n\nI General Assembly reso1ution 60/1, paragraph 138.\n";
        let reading = Reading::of(text);
        let numbers = reading.blocks().iter().filter_map(|block| block.footnote).map(|(number, _)| number);
        assert_eq!(numbers.collect::<Vec<_>>(), [1]);
        assert!(reading.text().contains("World Summit, the States"), "{}", reading.text());
    }

    #[test]
    fn a_footnote_ends_where_its_sentence_leaves_room() {
        let body = "The Assembly has debated the matter in every year since it adopted its resolution on the follow-up to the \
                    outcome of the Summit,1 and it has heard the Secretary-General each time before it did so.";
        let text =
            format!("{body}\n{body}\n{body}\n1 Resolution 60/1, paragraph 138.\nWhat we hope to learn\n{body}\n");
        let reading = Reading::of(&text);
        let notes: Vec<&str> = reading
            .blocks()
            .iter()
            .filter(|block| block.footnote.is_some())
            .map(|block| reading.block_text(block))
            .collect();
        assert_eq!(notes, ["Resolution 60/1, paragraph 138."]);
    }

    #[test]
    fn a_footnote_ends_where_its_line_has_room_for_as_much_again() {
        let body = "The Assembly has debated the matter in every year since it adopted its resolution on the\nfollow-up to the outcome \
                    of the Summit,1 and it has heard the Secretary-General each time";
        let reading = Reading::of(&format!("{body}\n1 A/RES/60/1\nbefore it did so.\n"));
        let notes = reading.blocks().iter().filter(|block| block.footnote.is_some());
        assert_eq!(notes.map(|block| reading.block_text(block)).collect::<Vec<_>>(), ["A/RES/60/1"]);
    }

    #[test]
    fn a_tab_may_stand_behind_a_footnote_s_number() {
        let reading =
            Reading::of("It speaks of paragraph 139.[1] It goes on,[2] too.\n\n[1]\tA/RES/60/1.\n[2]\tA/63/677.\n");
        assert_eq!(reading.blocks().iter().filter(|block| block.footnote.is_some()).count(), 2);
    }
}
