//! Footnotes that letters mark: `… in dignity. [a]` in the text, `[a] A/RES/60/1.` below it; `a/` as well.
//!
//! Such a mark begins a line of a list far more often. It marks a footnote only where the same stands behind a word above,
//! and where the letters count on from the first.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Range;

use super::footnote_mark::FootnoteMark;
use super::note::FootnoteLines;
use crate::text::edit::{Edit, Rule};
use crate::text::layout::{Line, LineKind};
use crate::text::span::Span;

/// Finds the footnotes that letters mark, marks their lines, adds them to `notes`, and answers their marks in the text as edits.
pub(in crate::text) fn mark_lettered(text: &str, lines: &mut [Line], notes: &mut Vec<FootnoteLines>) -> Vec<Edit> {
    let marks = OnceCell::new();
    let mut edits = Vec::new();
    let (mut letter, mut from, mut at) = (b'a', 0, 0);
    while at < lines.len() && letter <= b'z' {
        let marker = marker(text, &lines[at], letter);
        let found = marker.and_then(|marker| {
            let all = marks.get_or_init(|| marks_behind_words(text));
            let places = all.get(&text[marker.clone()])?;
            let mark = first_in(text, places, from..marker.start, marker.len())?;
            Some((marker, mark))
        });
        let Some((marker, mark)) = found else {
            at += 1;
            continue;
        };
        let own = FootnoteMark::Letter(char::from(letter));
        letter += 1;
        let goes_on = |line: &Line| line.kind == LineKind::Text && line.blank_before == 0 && !line.page_start;
        let begins = |line: &Line| self::marker(text, line, letter).is_some();
        let end = (at + 1..lines.len()).find(|&i| !goes_on(&lines[i]) || begins(&lines[i])).unwrap_or(lines.len());
        for line in &mut lines[at..end] {
            line.kind = LineKind::Footnote;
        }
        from = mark.end;
        edits.push(Edit::new(Span::new(mark), "", Rule::FootnoteMark));
        notes.push(FootnoteLines { mark: own, marker, lines: at..end });
        at = end;
    }
    notes.sort_by_key(|note| note.lines.start);
    edits
}

/// Where this letter's mark stands at the start of a line, words behind it.
fn marker(text: &str, line: &Line, letter: u8) -> Option<Range<usize>> {
    let words = &text[line.range.clone()];
    let length = mark_length(words).filter(|_| line.kind == LineKind::Text)?;
    let own = words.as_bytes()[..length].contains(&letter);
    let said = words[length..].trim_start().starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“'));
    (own && said).then(|| line.range.start..line.range.start + length)
}

/// How long the mark is that `text` begins with: `[a]`, `a/`.
fn mark_length(text: &str) -> Option<usize> {
    match text.as_bytes() {
        [b'[', letter, b']', ..] if letter.is_ascii_lowercase() => Some(3),
        [letter, b'/', behind, ..] if letter.is_ascii_lowercase() && !behind.is_ascii_alphanumeric() => Some(2),
        _ => None,
    }
}

/// Where each such mark stands behind a word and its punctuation, a space between them or not, in order.
fn marks_behind_words(text: &str) -> BTreeMap<&str, Vec<usize>> {
    let mut marks: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let brackets = text.match_indices('[').map(|(at, _)| at);
    let letters = text.match_indices('/').filter_map(|(at, _)| at.checked_sub(1));
    let slashes = letters.filter(|&at| text.get(..at).is_some_and(|before| before.ends_with(' ')));
    for at in brackets.chain(slashes) {
        if let Some(length) = mark_length(&text[at..]).filter(|length| follows_word(text, at, at + length)) {
            marks.entry(&text[at..at + length]).or_default().push(at);
        }
    }
    marks
}

/// Whether what stands at `start..end` follows a word, and nothing goes on behind it.
fn follows_word(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].strip_suffix(' ').unwrap_or(&text[..start]);
    let word = before.trim_end_matches(['.', ',', ';', ':', ')', '"', '”', '’']);
    word.ends_with(char::is_alphanumeric) && !text[end..].starts_with(char::is_alphanumeric)
}

/// The first of `places` within `range` with room for the mark, the space before it with it.
fn first_in(text: &str, places: &[usize], range: Range<usize>, length: usize) -> Option<Range<usize>> {
    let at = *places.get(places.partition_point(|&at| at < range.start))?;
    let mark = at - usize::from(text[..at].ends_with(' '))..at + length;
    (mark.end <= range.end).then_some(mark)
}

#[cfg(test)]
mod tests {
    use crate::text::{FootnoteMark, Reading};

    fn notes(text: &str) -> Vec<(FootnoteMark, String)> {
        let reading = Reading::of(text);
        let noted = reading.blocks().iter().filter_map(|block| Some((block, block.footnote?)));
        noted.map(|(block, (mark, _))| (mark, reading.block_text(block).to_owned())).collect()
    }

    #[test]
    fn a_letter_of_two_bytes_before_a_stroke_is_no_mark() {
        assert!(notes("Contact: Mr. José/Ms. Ana.\n\n[a] To hear from States\n").is_empty());
    }

    #[test]
    fn a_letter_behind_a_word_leads_to_the_note_that_begins_with_it() {
        let told = [('a', "A/RES/60/1, paragraph 143."), ('b', "Set up by two States.")]
            .map(|(letter, words)| (FootnoteMark::Letter(letter), words.to_owned()));
        let body =
            |a: &str, b: &str| format!("It is discussed in the Assembly.{a} It is funded{b} by States.\n\n____\n");
        let bracketed = body(" [a]", "[b]") + "[a]  A/RES/60/1, paragraph 143.\n[b]  Set up by\n     two States.\n";
        assert_eq!(notes(&bracketed), told);
        let slashed = body(" a/", " b/") + "a/ A/RES/60/1, paragraph 143.\n\nb/ Set up by two States.\n";
        assert_eq!(notes(&slashed), told);
        assert!(Reading::of(&bracketed).text().starts_with("It is discussed in the Assembly. It is funded by States."));
    }

    #[test]
    fn letters_that_count_a_list_are_no_notes() {
        for text in [
            "The aims are:\n\n[a] To hear\n[b] To see\n",
            "It was read.\n\na/ To hear\nb/ To see\n",
            "The report [b].\n\n[b] To see\n",
        ] {
            assert!(notes(text).is_empty(), "{text}");
        }
    }
}
