//! Roman numerals up to three told by how many strokes are left of them: `Pillar If`, `pillar [1`, `Pillars Il and HI`.
//!
//! Only behind the words that always count so, and only where the strokes are sure: a wrong pillar is worse than none.

use super::cursor::word_at;

/// Words behind which no numeral is more than three in these notes.
const COUNTED: [&str; 6] = ["Pillar", "Pillars", "pillar", "pillars", "Session", "Sessions"];

/// No numeral has more characters left of it.
const LENGTH_MAX: usize = 3;

/// The numeral at `at`, behind the `word` that begins at `start`, and where it ends; nothing where its strokes leave it open.
pub(super) fn stroked(text: &str, word: &str, start: usize, at: usize) -> Option<(usize, &'static str)> {
    if !COUNTED.contains(&word) {
        return None;
    }
    let run = text.as_bytes()[at..].iter().take(LENGTH_MAX + 1).take_while(|&&byte| strokes(byte) > 0).count();
    let given = &text[at..at + run];
    // What closes a bracket is no stroke.
    let given = match given.strip_suffix([']', '}']) {
        Some(inner) if is_open(&text[..at], given) => inner,
        _ => given,
    };
    let end = at + given.len();
    let plain = given.bytes().all(|byte| matches!(byte, b'i' | b'l')) || !given.bytes().all(|b| b.is_ascii_lowercase());
    let alone = given.len() > 1 || matches!(given, "[" | "{" | "H");
    let free = !word_at(text, end) && !text[end..].starts_with(['/', '-', '\'', '’']);
    if given.len() > LENGTH_MAX || !plain || !alone || !free || is_mark(given) || is_word(text, start, given, end) {
        return None;
    }
    let numeral = match given.bytes().map(strokes).sum() {
        1 => "I",
        2 => "II",
        3 => "III",
        _ => return None,
    };
    // An l and its foot, an E and its arms are as often part of the stroke before: `HL`, `HE`.
    let open = given.contains('H') && given.contains(['L', 'T', 'J', 'f', 't']);
    (!open).then_some((end, numeral))
}

/// How many strokes of a numeral a character may be; zero for one that is none.
fn strokes(byte: u8) -> u8 {
    match byte {
        b'I' | b'l' | b'i' | b'1' | b'|' | b'!' | b'[' | b']' | b'{' | b'}' | b'f' | b't' | b'T' | b'L' | b'J' => 1,
        b'H' | b'N' | b'U' => 2,
        _ => 0,
    }
}

/// Whether a bracket is open at the end of `head`, which `given` closes.
fn is_open(head: &str, given: &str) -> bool {
    /// No bracket is looked for further back, in bytes.
    const NEAR: usize = 200;
    let near = &head[head.ceil_char_boundary(head.len().saturating_sub(NEAR))..];
    let pair = if given.ends_with(']') { ['[', ']'] } else { ['{', '}'] };
    near.rfind(pair).is_some_and(|bracket| near[bracket..].starts_with(pair[0]))
}

/// Whether a footnote's mark in brackets stands there: `pillar [1]`.
fn is_mark(given: &str) -> bool {
    given.starts_with(['[', '{']) && given.ends_with([']', '}'])
}

/// Whether the numeral may as well be a word that goes on behind the pillar: `the third pillar If`.
fn is_word(text: &str, start: usize, given: &str, end: usize) -> bool {
    const TOLD: [&str; 16] = [
        "the", "this", "that", "each", "every", "a", "its", "first", "second", "third", "one", "two", "three", "all",
        "these", "those",
    ];
    match given {
        // Nor is an It left of two strokes more often than of three.
        "It" | "IT" | "Li" | "Lt" | "Ti" => true,
        "If" => {
            let before = text[..start].trim_end();
            let before = before.rsplit(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
            let tied = text[end..].starts_with([',', '.', ';', ')']);
            !tied && TOLD.iter().any(|told| before.eq_ignore_ascii_case(told))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::text::Reading;

    #[test]
    fn strokes_tell_two_from_three_and_what_leaves_it_open_is_left() {
        for (given, read) in [
            ("It is about Pillar If, and more.", "It is about Pillar II, and more."),
            ("under pillar If helping States", "under pillar II helping States"),
            ("The forms of Pillar 1] support", "The forms of Pillar II support"),
            ("belongs to pillar [1 and more", "belongs to pillar II and more"),
            ("what is in pillar HI.", "what is in pillar III."),
            ("Pillar [ff sets out", "Pillar III sets out"),
            ("Pillars Il, IIL and {", "Pillars II, III and I"),
            ("pillar { and asks", "pillar I and asks"),
            ("Pillar Tt sets out", "Pillar II sets out"),
            ("[under Pillar I1] it", "[under Pillar II] it"),
        ] {
            assert_eq!(Reading::of(given).text().trim_end(), read);
        }
        for given in [
            "the third pillar If States",
            "of that pillar It takes",
            "Pillar HE support",
            "Pillar HL sets out",
            "the second pillar [1] is",
            "the pillar fit for",
            "Pillar It sets out",
        ] {
            assert_eq!(Reading::of(given).text().trim_end(), given);
        }
    }
}
