//! The marks of a list's items, misread: its first number as a letter (`l. Background` before `2. Objectives`), a bullet as
//! one (`e Which measures …` beside `• How can …`). One pass over the lines each.

use super::edit::{Edit, Rule};
use super::layout::{Line, LineKind};
use super::span::Span;

/// The ones at the starts of `lines` that stand as letters, told by the two that follows; Roman numerals go on otherwise.
pub(super) fn misread_ones(text: &str, lines: &[Line]) -> Vec<Edit> {
    let mut edits = Vec::new();
    // Where headings count in Roman numerals, an I is one.
    let counted = lines.iter().map(|line| &text[line.range.clone()]).filter(|words| words.starts_with('I'));
    let mut numbers = counted.filter_map(|words| words.split([' ', '.', ',', ')']).next());
    let roman = numbers.any(|number| matches!(number, "II" | "III" | "IV"));
    let mut open: Option<(usize, &str)> = None;
    for line in lines {
        let Some((number, close)) = mark(&text[line.range.clone()]) else { continue };
        match number {
            "I" if roman => {}
            "l" | "I" | "|" => open = Some((line.range.start, close)),
            "2" => {
                let letter = open.take().filter(|&(_, before)| before == close);
                edits.extend(letter.map(|(at, _)| Edit::new(Span::new(at..at + 1), "1", Rule::Number)));
            }
            _ => open = None,
        }
    }
    edits
}

/// What a bullet is misread as: a letter that is no word, a sign of its shape.
const ROUND: [char; 7] = ['e', '¢', '©', '®', '°', '»', '@'];

/// Those of them that begin nothing else: they are bullets in a list with blank lines between its items, too.
const SIGNS: [char; 4] = ['¢', '®', '°', '@'];

/// How many lines of a list are looked at from a line for one with a bullet.
const NEAR: usize = 4;

/// No page is wider, in characters.
const PAGE_WIDTH: usize = 120;

/// Marks the lines as items that begin with a misread bullet: in one list with bullets, and not wrapped there, as the line
/// before had room left for a single letter.
pub(super) fn mark_misread_bullets(text: &str, lines: &mut [Line]) {
    let widths = lines.iter().map(|line| line.width + line.indent);
    let full = widths.filter(|&width| width <= PAGE_WIDTH).max().unwrap_or(0);
    for at in 0..lines.len() {
        let Some(length) = misread_bullet(text, &lines[at]) else { continue };
        let apart = if text[lines[at].range.clone()].starts_with(SIGNS) { 1 } else { 0 };
        let close = |line: usize| lines[line].blank_before <= apart;
        let above = (0..at).rev().take(NEAR).zip((0..=at).rev()).take_while(|&(_, below)| close(below));
        let below = (at + 1..lines.len()).take(NEAR).take_while(|&next| close(next));
        let mut near = above.map(|(above, _)| above).chain(below);
        // `@ Which … @ How …`
        let sign = |line: usize| {
            apart > 0
                && text[lines[line].range.clone()].starts_with(SIGNS)
                && misread_bullet(text, &lines[line]).is_some()
        };
        let listed = near.any(|near| lines[near].kind == LineKind::Item || sign(near));
        let before = at.checked_sub(1).map(|before| &lines[before]).filter(|_| lines[at].blank_before == 0);
        let room = before.is_none_or(|before| before.indent + before.width + ROOM <= full);
        if listed && room {
            let line = &mut lines[at];
            line.range.start += length;
            line.width -= 2;
            line.kind = LineKind::Item;
        }
    }
}

/// What a letter and the space before it take, and the bullet of the line before.
const ROOM: usize = 4;

/// How many bytes a misread bullet and the space behind it take at the start of a line of text.
fn misread_bullet(text: &str, line: &Line) -> Option<usize> {
    let words = &text[line.range.clone()];
    let rest = words.strip_prefix(ROUND)?.strip_prefix(' ')?;
    (line.kind == LineKind::Text && rest.starts_with(char::is_uppercase)).then(|| words.len() - rest.len())
}

/// The number that a line begins with and what closes it, before a space and a word.
fn mark(words: &str) -> Option<(&str, &str)> {
    const CLOSE: [char; 2] = ['.', ')'];
    let (first, rest) = words.split_once([' ', '\t'])?;
    let number = first.strip_suffix(CLOSE)?;
    let counted = (1..=4).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'|');
    (counted && rest.contains(char::is_alphabetic)).then(|| (number, &first[number.len()..]))
}

#[cfg(test)]
mod tests {
    use super::{mark_misread_bullets, misread_ones};
    use crate::text::layout::{LineKind, lines};

    #[test]
    fn a_letter_beside_bullets_is_a_bullet() {
        let items = |text: &str| {
            let mut lines = lines(text);
            mark_misread_bullets(text, &mut lines);
            lines.iter().filter(|line| line.kind == LineKind::Item).count()
        };
        let wide = "The panellists will address the following questions on the day of the dialogue:\n\n";
        assert_eq!(items(&format!("{wide}\u{2022} What is it?\ne How can it be?\n\u{2022} And then?")), 3);
        assert_eq!(items(&format!("{wide}e How can it be?\n\u{2022} What is it?")), 2);
        assert_eq!(items(&format!("{wide}What is it?\ne How can it be?")), 0, "no bullet stands by");
        assert_eq!(items(&format!("{wide}+ What is it?\n« How can it be?\n© And then?\n° When?")), 4);
        assert_eq!(items(&format!("{wide}\u{2022} What is it?\n\n° How can it be?\n\ne And then?")), 2);
        assert_eq!(items(&format!("{wide}@ What is it?\n\nHow can it be done in\nthe field?\n\n@ And then?")), 2);
        assert_eq!(items(&format!("{wide}@ What is it?\n")), 0);
        assert_eq!(items("+ 1 212 963 1234\n« Prévenir et protéger », rapport\n© United Nations\n"), 0);
        let wrapped =
            "\u{2022} Ms. Ana Ruiz, Permanent Representative of the Republic of S\u{e3}o Tom\u{e9}\ne Pr\u{ed}ncipe";
        assert_eq!(items(wrapped), 1);
    }

    #[test]
    fn a_tab_may_stand_behind_a_list_s_number() {
        let read = |text: &str| misread_ones(text, &lines(text)).len();
        assert_eq!(read("l.\tBackground\n2.\tObjectives\n"), 1);
        assert_eq!(read("I.\tBackground\n2.\tObjectives\nII.\tProgramme\n"), 0, "a Roman one");
    }
}
