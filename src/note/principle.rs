//! The principle that all such notes are about, the agenda's item: alone it is nobody's theme and no report's title.

use super::phrase;

/// Its name.
const PRINCIPLE: &str = "responsibility to protect";

/// Whether a text is about it, and does not name it in passing.
pub fn is_on_principle(text: &str) -> bool {
    let first = phrase::find_exact(text, PRINCIPLE);
    first.is_some_and(|first| phrase::find_exact(&text[first.end..], PRINCIPLE).is_some())
}

/// Whether words name it.
pub(super) fn names_principle(words: &str) -> bool {
    phrase::find(words, PRINCIPLE).is_some()
}

/// Whether words begin with it, behind an article or a quotation mark or not.
pub(super) fn begins_with_principle(words: &str) -> bool {
    const BEFORE: usize = "the ".len() + 2;
    phrase::find(words, PRINCIPLE).is_some_and(|at| at.start < BEFORE)
}

/// Whether words are no more than its name.
pub(super) fn is_principle(words: &str) -> bool {
    behind(words).is_some_and(str::is_empty)
}

/// What stands behind it and a comma, where words begin with it: `the responsibility to protect, on …`.
pub(super) fn behind_principle(words: &str) -> Option<&str> {
    behind(words.trim_start())?.strip_prefix(',')
}

/// What stands behind its name, where words begin with that, an article before it or not.
fn behind(words: &str) -> Option<&str> {
    let without = |words: &str, lead: &str| words.get(..lead.len()).is_some_and(|own| own.eq_ignore_ascii_case(lead));
    let bare = if without(words, "the ") { &words["the ".len()..] } else { words };
    without(bare, PRINCIPLE).then(|| &bare[PRINCIPLE.len()..])
}

#[cfg(test)]
mod tests {
    use super::{behind_principle, is_principle};

    #[test]
    fn its_name_is_told_in_any_case() {
        for name in ["responsibility to protect", "The Responsibility to Protect", "the responsibility to protect"] {
            assert!(is_principle(name), "{name}");
            assert_eq!(behind_principle(&format!(" {name}, on prevention")), Some(" on prevention"), "{name}");
        }
        assert!(!is_principle("responsibility to protect civilians"));
        assert_eq!(behind_principle("its responsibility to protect, on prevention"), None);
    }
}
