//! How long a row or a speech takes, in brackets behind it: `Opening session (30 minutes)`.

use crate::note::phrase;

/// Longer than what stands in such brackets, in bytes.
const LONGEST: usize = 24;

/// Whether words say nothing but how long something takes: `10 minutes`, `15 min. each`, `one hour`.
pub(super) fn is_length(words: &str) -> bool {
    const UNITS: [&str; 6] = ["minutes", "minute", "min", "mins", "hour", "hours"];
    let words: Vec<&str> = words.split([' ', '-']).map(|word| word.trim_end_matches('.')).collect();
    let each = words.last().is_some_and(|last| matches!(*last, "each" | "total"));
    match &words[..words.len() - usize::from(each)] {
        [number, unit] | ["approximately" | "about" | "approx" | "ca", number, unit] => {
            let counted = number.bytes().all(|byte| byte.is_ascii_digit()) || phrase::number(number).is_some();
            counted && UNITS.iter().any(|known| phrase::alike(unit, known))
        }
        _ => false,
    }
}

/// How many bytes of a title stand before the brackets at its end that say how long the row takes.
pub(super) fn before_length(title: &str) -> usize {
    let inner = title.trim_end().strip_suffix([')', ']', '}']).and_then(|head| head.rsplit_once(['(', '[', '{']));
    match inner {
        Some((head, inner)) if inner.len() <= LONGEST && is_length(inner.trim()) => head.trim_end().len(),
        _ => title.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::{before_length, is_length};

    #[test]
    fn lengths_are_told_from_notes() {
        for length in
            ["10 minutes", "15 min.", "8 minutes each", "one hour", "about 20 minutes", "30-minutes", "75 minntes"]
        {
            assert!(is_length(length), "{length}");
        }
        for note in ["tbc", "video message", "10 minutes late", "minutes", "", "Room 10"] {
            assert!(!is_length(note), "{note}");
        }
        let head = "Interactive discussion";
        assert_eq!(before_length("Interactive discussion (60 minutes)"), head.len());
        assert_eq!(before_length("Interactive discussion [60 min]"), head.len());
        assert_eq!(before_length("Interactive discussion (continued)"), "Interactive discussion (continued)".len());
    }
}
