//! A number that is a place's: `Conference Room 1, 5 September 2012` has one day, not two.

use crate::text::misread;

/// Nouns that a number follows which counts no days.
const NUMBERED: [&str; 9] = ["room", "rm", "no", "nos", "building", "hall", "floor", "item", "suite"];

/// How alike a misread noun must be to one of them, and the longest, in bytes.
const FLOOR: f32 = 0.7;
const LONGEST: usize = 8;

/// Whether the number at `start` stands behind such a noun, both on one line.
pub(super) fn is_numbered(text: &str, start: usize) -> bool {
    let head = text[..start].trim_end_matches([' ', '\t', '.', '\u{A0}']);
    let near = &head[head.floor_char_boundary(head.len().saturating_sub(LONGEST + 4))..];
    let word = near.rsplit(|c: char| c.is_whitespace()).next().unwrap_or_default().trim_start_matches(['(', '-']);
    head.len() < start
        && (NUMBERED.iter().any(|noun| noun.eq_ignore_ascii_case(word))
            || word.len() == 4 && misread::is_form(word, "room", FLOOR))
}

#[cfg(test)]
mod tests {
    use super::is_numbered;

    #[test]
    fn a_rooms_number_is_told_by_the_noun_before_it() {
        let told = |text: &str| is_numbered(text, text.rfind(' ').map_or(0, |at| at + 1));
        assert!(told("in Conference Room 1") && told("North Lawn Conference R0om 2") && told("ROOM No. 4"));
        assert!(!told("on Wednesday 5") && !told("and from 23") && !told("Headquarters, 5") && !told("5"));
    }
}
