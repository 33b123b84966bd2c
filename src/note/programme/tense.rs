//! Whether what prose tells of an event is to come, and whether the event is the note's own.

use std::ops::Range;

use crate::note::model::SectionKind;
use crate::note::{other_event, phrase};

/// Whether what a verb tells is to come, where the word before it says so: `will be opened by`, `had been opened by`.
pub(super) fn tense(text: &str, verb: &Range<usize>) -> Option<bool> {
    const ADVERBS: [&str; 5] = ["then", "again", "also", "jointly", "first"];
    let words: Vec<Range<usize>> = phrase::words(&text[..verb.start]).collect();
    let before = words.into_iter().rev().map(|word| &text[word]).find(|word| !ADVERBS.contains(word))?;
    match before {
        "be" | "is" | "are" | "being" => Some(true),
        "been" | "was" | "were" => Some(false),
        _ => None,
    }
}

/// Whether an event of which a participle ends at `from` is to come, `opened by …, will be held`: the verb behind says so; a
/// programme may do without.
pub(super) fn is_to_come(text: &str, from: usize, part: SectionKind) -> bool {
    const RELATIVES: [&str; 3] = ["who", "which", "that"];
    let words: Vec<&str> = phrase::words(&text[from..]).map(|word| &text[from..][word]).collect();
    let verb = words.iter().enumerate().find_map(|(i, word)| {
        let relative = i > 0 && RELATIVES.contains(&words[i - 1]);
        let next = || words.get(i + 1).copied().unwrap_or_default();
        let to_come = match *word {
            "will" | "shall" => Some(true),
            "is" | "are" => Some(next() == "to" || part == SectionKind::Programme),
            "have" | "has" | "had" | "was" | "were" => Some(false),
            _ => None,
        };
        to_come.filter(|_| !relative)
    });
    verb.unwrap_or(part == SectionKind::Programme)
}

/// Whether the event that words name last is another than the note's own.
pub(super) fn is_anothers(words: &str) -> bool {
    other_event::events(words).last().is_some_and(|event| event.other)
}

/// Where the event begins of which a participle opens a sentence: `Moderated by …, the dialogue will`.
pub(super) fn behind_participle(text: &str) -> Option<usize> {
    let named = other_event::events(text).find(|event| text[..event.place.start].trim_end().ends_with(','))?;
    Some(named.place.start)
}

#[cfg(test)]
mod tests {
    use super::{is_to_come, tense};
    use crate::note::model::SectionKind;

    #[test]
    fn a_verb_tells_whether_its_event_is_to_come() {
        let at = |text: &str| text.find("opened").expect("the verb");
        let told = |text: &str| tense(text, &(at(text)..at(text) + 6));
        assert_eq!(told("The dialogue will be opened by"), Some(true));
        assert_eq!(told("The dialogue has been opened by"), Some(false));
        assert_eq!(told("The dialogue, opened by"), None);
        let comes = |text: &str| is_to_come(text, at(text) + 6, SectionKind::Other);
        assert!(comes("The dialogue, opened by Ms. Ruiz, who has led the work, will hear all."));
        assert!(!comes("Dialogues opened by Ms. Ruiz have shown it."));
        assert!(!comes("Dialogues opened by Ms. Ruiz"));
    }
}
