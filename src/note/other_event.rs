//! Events beside the note's own: `a side event`, `previous dialogues`, `its next meeting`.

use std::ops::Range;

use super::phrase;

/// What makes another event of one that the note's own noun names.
pub(super) const OTHERS: [&str; 19] = [
    "preparatory",
    "follow-up",
    "followup",
    "previous",
    "last",
    "past",
    "earlier",
    "preceding",
    "another",
    "next",
    "side",
    "related",
    "subsequent",
    "regional",
    "separate",
    "similar",
    "future",
    "that",
    "former",
];

/// Nouns for events, as one or several.
const EVENTS: [&str; 12] = [
    "dialogue",
    "debate",
    "meeting",
    "event",
    "discussion",
    "exchange",
    "consultation",
    "conference",
    "seminar",
    "workshop",
    "briefing",
    "panel",
];

/// Nouns for what is no such event, but may be held beside one.
const BESIDE: [&str; 7] = ["exhibition", "reception", "luncheon", "lunch", "breakfast", "training", "rehearsal"];

/// The events that words name, in order: whether each is another than the note's own.
pub(super) fn events(text: &str) -> impl Iterator<Item = bool> {
    let words: Vec<Range<usize>> = phrase::words(text).collect();
    let is = |word: &str, nouns: &[&str]| {
        let one = word.strip_suffix('s').unwrap_or(word);
        nouns.iter().any(|noun| one.eq_ignore_ascii_case(noun))
    };
    (0..words.len()).filter_map(move |i| {
        let noun = &text[words[i].clone()];
        let beside = is(noun, &BESIDE);
        (beside || is(noun, &EVENTS)).then(|| beside || is_other(text, &words[..=i]))
    })
}

/// Whether what stands between a noun, the last of these words, and its article makes another event of it.
fn is_other(text: &str, words: &[Range<usize>]) -> bool {
    /// How many words stand so at most.
    const NEAR: usize = 6;
    const ARTICLES: [&str; 9] = ["the", "this", "a", "an", "its", "our", "his", "her", "and"];
    let tied = words.windows(2).rev().take(NEAR).take_while(|pair| !text[pair[0].end..pair[1].start].contains([',', ';']));
    let mut before = tied.map(|pair| text[pair[0].clone()].to_lowercase());
    let mut described = before.by_ref().take_while(|word| !ARTICLES.contains(&word.as_str()));
    described.any(|word| OTHERS.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::events;

    #[test]
    fn other_events_are_told_by_what_stands_before_their_nouns() {
        let others = |text: &str| events(text).collect::<Vec<bool>>();
        assert_eq!(others("Previous dialogues have shown it"), [true]);
        assert_eq!(others("on the margins of the dialogue, a side event will follow"), [false, true]);
        assert_eq!(others("As in previous years, the informal interactive dialogue"), [false]);
        assert_eq!(others("the reception behind the debate"), [true, false]);
    }
}
