//! Events that words name, the note's own and others: `a side event`, `previous dialogues`, `the next meeting`.

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
const EVENTS: [&str; 16] = [
    "dialogue",
    "debate",
    "meeting",
    "event",
    "discussion",
    "exchange",
    "consultation",
    "conference",
    "forum",
    "symposium",
    "seminar",
    "workshop",
    "briefing",
    "panel",
    "session",
    "sitting",
];

/// Nouns for what is no such event, but may be held beside one.
const BESIDE: [&str; 7] = ["exhibition", "reception", "luncheon", "lunch", "breakfast", "training", "rehearsal"];

/// An event that words name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Event {
    /// Where it is named, its article first.
    pub(super) place: Range<usize>,
    /// Whether it is another than the note's own.
    pub(super) other: bool,
}

/// The events that words name, in order.
pub(super) fn events(text: &str) -> impl Iterator<Item = Event> {
    let words: Vec<Range<usize>> = phrase::words(text).collect();
    let is = |word: &str, nouns: &[&str]| {
        let one = word.strip_suffix('s').unwrap_or(word);
        nouns.iter().any(|noun| phrase::alike(one, noun))
    };
    (0..words.len()).filter_map(move |i| {
        let noun = &text[words[i].clone()];
        let beside = is(noun, &BESIDE);
        (beside || is(noun, &EVENTS)).then(|| {
            let described = described(text, &words[..=i]);
            let other = |word: &Range<usize>| OTHERS.iter().any(|other| text[word.clone()].eq_ignore_ascii_case(other));
            let other = beside || described.iter().any(other);
            Event { place: described.first().map_or(words[i].start, |word| word.start)..words[i].end, other }
        })
    })
}

/// The words between a noun, the last of these, and its article, with both.
fn described<'w>(text: &str, words: &'w [Range<usize>]) -> &'w [Range<usize>] {
    /// How many words stand so at most.
    const NEAR: usize = 6;
    const ARTICLES: [&str; 9] = ["the", "this", "a", "an", "its", "our", "his", "her", "their"];
    const ENDS: [&str; 9] = ["and", "of", "on", "in", "at", "for", "to", "with", "by"];
    let mut from = words.len().saturating_sub(1);
    while from > 0 && words.len() - from <= NEAR {
        let before = &text[words[from - 1].clone()];
        let parted = text[words[from - 1].end..words[from].start].contains([',', ';', ':', '.']);
        if parted || ENDS.iter().any(|end| before.eq_ignore_ascii_case(end)) {
            break;
        }
        from -= 1;
        if ARTICLES.iter().any(|article| before.eq_ignore_ascii_case(article)) {
            break;
        }
    }
    &words[from..]
}

#[cfg(test)]
mod tests {
    use super::events;

    #[test]
    fn other_events_are_told_by_what_stands_before_their_nouns() {
        let others = |text: &str| events(text).map(|event| event.other).collect::<Vec<bool>>();
        assert_eq!(others("Previous dialogues have shown it"), [true]);
        assert_eq!(others("on the margins of the dialogue, a side event will follow"), [false, true]);
        assert_eq!(others("As in previous years, the informal interactive dialogue"), [false]);
        assert_eq!(others("the reception behind the debate"), [true, false]);
    }

    #[test]
    fn an_event_is_named_with_its_article() {
        let text = "On Monday, the informal interactive dialogue will follow a meeting";
        let named: Vec<&str> = events(text).map(|event| &text[event.place]).collect();
        assert_eq!(named, ["the informal interactive dialogue", "a meeting"]);
    }
}
