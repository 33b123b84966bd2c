//! Footnotes whose number is worn past reading: `humanity.’` in the text, `? A/RES/60/1, paragraph 138.` below it.
//!
//! Raised numbers are so small that a scanner takes them for other marks. Such a mark at a line's start is a note's where the
//! line cites a document, or where one like it stands behind a full stop above, the first in the text.

use std::ops::Range;

use crate::text::layout::{Line, LineKind};

/// What a raised number is taken for at a line's start, where no sentence begins with it.
const MARKERS: [char; 6] = ['‘', '’', '\'', '?', '!', '°'];

/// What it is taken for behind a word.
const MARKS: [char; 5] = ['*', '’', '\'', '‘', '!'];

/// How far back, in bytes, a quotation may have been opened that such a mark closes.
const QUOTED: usize = 300;

/// The marker of a note at the start of `line`, a blank line above it; `is_note` tells from the words behind whether they are
/// one.
pub(super) fn marker(text: &str, line: &Line, is_note: impl FnOnce(&str) -> bool) -> Option<Range<usize>> {
    let words = &text[line.range.clone()];
    let marker = words.chars().next().filter(|c| MARKERS.contains(c))?;
    let rest = words[marker.len_utf8()..].trim_start();
    let set_off = line.kind == LineKind::Text && (line.blank_before > 0 || line.page_start);
    let closed = rest.contains("’ ") || rest.ends_with(['’', '\'']);
    let said = rest.starts_with(|c: char| c.is_uppercase()) && rest.contains(' ');
    (set_off && !closed && said && is_note(rest)).then(|| line.range.start..line.range.start + marker.len_utf8())
}

/// Whether a marker is one of those.
pub(super) fn is_worn(marker: &str) -> bool {
    marker.chars().all(|c| MARKERS.contains(&c))
}

/// The first mark within `range` that leads to such a note: behind a word and its full stop; a star behind the word alone.
pub(super) fn mark(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let part = text.get(range.clone())?;
    part.match_indices(MARKS).map(|(at, mark)| range.start + at..range.start + at + mark.len()).find(|mark| {
        let (before, behind) = (&text[..mark.start], &text[mark.end..]);
        let star = text[mark.clone()] == *"*";
        let stopped = before.strip_suffix(['.', ',']);
        let word = stopped.or(star.then_some(before)).is_some_and(|word| {
            let letters = word.bytes().rev().take_while(u8::is_ascii_lowercase).take(3);
            letters.count() == 3
        });
        let ends = behind.starts_with(|c: char| c.is_whitespace()) || behind.is_empty();
        let near = &before[before.ceil_char_boundary(before.len().saturating_sub(QUOTED))..];
        let quoted = || near.contains(['‘', '`']) || near.match_indices('\'').any(|(at, _)| is_opening(near, at));
        word && ends && (star || !quoted())
    })
}

/// Whether the mark at `at` stands before a word and behind none.
fn is_opening(text: &str, at: usize) -> bool {
    !text[..at].ends_with(|c: char| c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use crate::text::{FootnoteMark, Reading};

    fn notes(text: &str) -> (Vec<FootnoteMark>, String) {
        let reading = Reading::of(text);
        let blocks = reading.blocks().iter();
        (blocks.filter_map(|block| block.footnote).map(|(mark, _)| mark).collect(), reading.text().to_owned())
    }

    #[test]
    fn a_note_s_number_may_be_worn_past_reading() {
        let (marks, read) =
            notes("It covers crimes against humanity.’ The Assembly went on.\n\n? A/RES/60/1, paragraph 138.\n");
        assert_eq!(marks, [FootnoteMark::Number(1)]);
        assert!(read.contains("humanity. The"), "{read}");
        let (marks, read) = notes(
            "Most of them live there.* It is before the Commission*\n\n‘ The report uses the term for any place\n\
             by the sea.\n\n? See A/77/10, chapter IX.\n",
        );
        assert_eq!(marks, [FootnoteMark::Number(1), FootnoteMark::Number(2)]);
        assert!(read.contains("there. It is before the Commission\n"), "{read}");
    }

    #[test]
    fn other_marks_at_a_line_s_start_are_no_notes() {
        for text in [
            "‘ The report is out.’ So he said.\n\n‘The term is his’ as well.\n",
            "It covers crimes against humanity.\n\n? The report uses the term\n",
            "He said: ‘They went on.’ The end.\n\n‘ The report uses the term\n",
        ] {
            assert!(notes(text).0.is_empty(), "{text}");
        }
    }
}
