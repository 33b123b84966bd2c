//! Footnotes that stars mark: `… (A/72/884).*` in the text, `* Issued on 1 June 2018.` below it.
//!
//! A star at a line's start is a bullet far more often. It marks a footnote only where as many stars stand close behind a
//! word above, and no line beside it begins with one. Texts without a star cost one search for it.

use std::ops::Range;

use super::footnote_mark::FootnoteMark;
use super::note::FootnoteLines;
use crate::text::edit::{Edit, Rule};
use crate::text::layout::{Line, LineKind};
use crate::text::span::Span;

/// How far above its note a mark stands, in bytes: some pages.
const NOTE_MAX: usize = 12_000;

/// Finds the footnotes that stars mark, marks their lines, adds them to `notes`, and answers their marks in the text as edits.
pub(in crate::text) fn mark_starred(text: &str, lines: &mut [Line], notes: &mut Vec<FootnoteLines>) -> Vec<Edit> {
    let mut edits = Vec::new();
    if !text.contains('*') {
        return edits;
    }
    let markers: Vec<Option<Range<usize>>> = lines.iter().map(|line| marker(text, line)).collect();
    let mut from = 0;
    for at in 0..lines.len() {
        let Some(marker) = markers[at].clone() else { continue };
        let beside =
            |i: usize| markers.get(i).is_some_and(|other| other.as_ref().is_some_and(|o| o.len() == marker.len()));
        if at.checked_sub(1).is_some_and(beside) || beside(at + 1) || asks_in_list(text, lines, at) {
            continue;
        }
        let near = text.floor_char_boundary(marker.start.saturating_sub(NOTE_MAX)).max(from);
        let Some(mark) = mark_above(text, near..marker.start, marker.len()) else { continue };
        let goes_on = |line: &Line| line.kind == LineKind::Text && line.blank_before == 0 && !line.page_start;
        let end = (at + 1..lines.len()).find(|&i| !goes_on(&lines[i]) || markers[i].is_some()).unwrap_or(lines.len());
        for line in &mut lines[at..end] {
            line.kind = LineKind::Footnote;
        }
        from = mark.end;
        edits.push(Edit::new(Span::new(mark), "", Rule::FootnoteMark));
        let stars = FootnoteMark::Stars(marker.len() as u8);
        notes.push(FootnoteLines { mark: stars, marker, lines: at..end });
    }
    notes.sort_by_key(|note| note.lines.start);
    edits
}

/// Whether a line asks something, close below an item of a list with other bullets, or what goes on with one.
fn asks_in_list(text: &str, lines: &[Line], at: usize) -> bool {
    /// An item may go on in as many lines.
    const NEAR: usize = 3;
    let asks = |line: &Line| text[line.range.clone()].ends_with('?');
    let mut above = lines[..at].iter().rev().take(NEAR);
    asks(&lines[at]) && !lines[at].ruled && above.any(|line| line.kind == LineKind::Item)
}

/// The stars that a line begins with, words behind them.
fn marker(text: &str, line: &Line) -> Option<Range<usize>> {
    if !matches!(line.kind, LineKind::Text | LineKind::Item) {
        return None;
    }
    // A bullet is no part of its line.
    let before = text[..line.range.start].trim_end_matches([' ', '\t']);
    let bullet = before.len() - before.trim_end_matches('*').len();
    let start = if bullet > 0 { before.len() - bullet } else { line.range.start };
    let stars = text[start..].bytes().take_while(|&byte| byte == b'*').count();
    let words = text[start + stars..line.range.end].trim_start();
    // `* A/RES/60/1.`
    let symbol = || words.matches('/').count() >= 2 && words.bytes().any(|byte| byte.is_ascii_digit());
    let said = (words.split(' ').nth(1).is_some() || symbol())
        && words.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“'));
    let closed = words.ends_with('*');
    ((1..=3).contains(&stars) && said && !closed).then_some(start..start + stars)
}

/// The last run of so many stars in `range` that stands close behind a word, its line having none before it.
fn mark_above(text: &str, range: Range<usize>, stars: usize) -> Option<Range<usize>> {
    text[range.clone()].rmatch_indices('*').map(|(at, _)| range.start + at + 1).find_map(|end| {
        let start = text[..end].trim_end_matches('*').len();
        let before = text[..start].chars().next_back().is_some_and(|c| c.is_alphanumeric() || ".,;:)]\"”’".contains(c));
        let free = !text[end..].starts_with(|c: char| c.is_alphanumeric() || c == '*');
        let line = text[range.start..start].rfind('\n').map_or(range.start, |at| range.start + at + 1);
        (end - start == stars && before && free && !opens_emphasis(&text[line..start])).then_some(start..end)
    })
}

/// Whether a star stands before a word and behind none: `*Aims`.
fn opens_emphasis(line: &str) -> bool {
    line.match_indices('*').any(|(at, _)| {
        let before = line[..at].chars().next_back();
        before.is_none_or(|c| c.is_whitespace() || c == '(') && line[at + 1..].starts_with(|c: char| !c.is_whitespace())
    })
}

#[cfg(test)]
mod tests {
    use super::mark_starred;
    use crate::text::layout::lines;

    fn notes(text: &str) -> Vec<&str> {
        let mut lines = lines(text);
        let mut notes = Vec::new();
        let marks = mark_starred(text, &mut lines, &mut notes);
        assert_eq!(marks.len(), notes.len());
        notes.iter().map(|note| text[note.marker.end..lines[note.lines.end - 1].range.end].trim()).collect()
    }

    #[test]
    fn a_star_behind_a_word_leads_to_the_note_that_begins_with_one() {
        let text = "The report (A/72/884).* It was read.**\n\n* Issued on 1 June.\n\n** By some,\nnot by all.\n";
        assert_eq!(notes(text), ["Issued on 1 June.", "By some,\nnot by all."]);
        assert_eq!(notes("The Outcome* was read.\n\n* A/RES/60/1.\n** By some.\n"), ["A/RES/60/1."]);
        assert_eq!(notes("The Outcome* was read.\n\n* Draft\n"), [""; 0]);
        assert_eq!(notes("A dialogue* is held.\n\n*Held each year.\n"), ["Held each year."]);
    }

    #[test]
    fn stars_are_counted_one_note_after_the_other() {
        let text = "Some live abroad.* More may.\n\nIt is led by two.** It goes on.\n\n____\n* Figures of 2015.\n** Appointed by the President.\n";
        assert_eq!(notes(text), ["Figures of 2015.", "Appointed by the President."]);
    }

    #[test]
    fn bullets_and_emphasis_are_no_notes() {
        for text in [
            "The aims:\n* To hear States\n* To hear others\n",
            "One aim* only:\n\n* To hear States\n* To hear others\n",
            "*Aims* of it\n\n* To hear States\n",
            "One aim.* More:\n\n+ What is it?\n\n+ How can it\nbe?\n\n* Who will do it?\nIV. Outcome\n",
            "All is said.\n\n* To hear States\n",
        ] {
            assert!(notes(text).is_empty(), "{text}");
        }
    }
}
