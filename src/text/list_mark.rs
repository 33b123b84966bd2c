//! The first number of a list, read as a letter: `l. Background` before `2. Objectives`.

use super::edit::{Edit, Rule};
use super::layout::Line;
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

/// The number that a line begins with and what closes it, before a space and a word.
fn mark(words: &str) -> Option<(&str, &str)> {
    const CLOSE: [char; 2] = ['.', ')'];
    let (first, rest) = words.split_once(' ')?;
    let number = first.strip_suffix(CLOSE)?;
    let counted = (1..=4).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'|');
    (counted && rest.contains(char::is_alphabetic)).then(|| (number, &first[number.len()..]))
}
