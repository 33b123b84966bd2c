//! The place: rooms of the United Nations, and meetings that have none.

use std::ops::Range;

use super::block::in_text;
use super::model::SectionKind;
use super::outline::Outline;
use super::phrase;
use crate::text::{Cited, lookalike};

/// Nouns that a room's name ends with.
const ROOMS: [&str; 8] = ["chamber", "hall", "auditorium", "room", "theatre", "lounge", "library", "platform"];

/// Rooms that are named without such a noun.
const NAMED: [&str; 2] = ["trusteeship council", "palais des nations"];

/// How a meeting is held that has no room.
const WAYS: [&str; 12] = [
    "virtual platform",
    "online platform",
    "virtual format",
    "hybrid format",
    "virtual meeting",
    "microsoft teams",
    "webex",
    "zoom",
    "interprefy",
    "videoconference",
    "video conference",
    "virtually",
];

/// Whether a line names a place or a city.
pub(super) fn names_place(text: &str) -> bool {
    phrase::has_any(text, &["new york", "headquarters", "geneva", "united nations"]) || room(text).is_some()
}

/// Whether a line is a room's name, with little around it.
pub(super) fn is_room(text: &str) -> bool {
    room(text)
        .is_some_and(|room| room.start <= "in the ".len() && text.len() - room.end <= " (North Lawn Building)".len())
}

/// The place of the event: as the title block has it, else the letter, else the programme's prose.
pub(super) fn venue(outline: &Outline<'_>) -> Option<Cited<String>> {
    let blocks = outline.reading.blocks();
    let title = outline.title.clone().map(|i| (i, &blocks[i])).filter(|(_, block)| in_text(block));
    let letter = outline.blocks_of(SectionKind::Letter);
    let programme = outline.blocks_of(SectionKind::Programme);
    let rest = blocks.iter().enumerate().filter(|(_, block)| in_text(block));
    let (mut virtual_place, mut titled) = (None, false);
    let (rooms, ways) = (outline.words.places(ROOMS.into_iter().chain(NAMED)), outline.words.places(WAYS));
    for (i, block) in title.chain(letter).chain(programme).chain(rest) {
        let text = outline.reading.block_text(block);
        // What the title block says goes before a room that is named elsewhere.
        if titled && !outline.title.contains(&i) {
            break;
        }
        if let Some(room) = Some(text).filter(|_| rooms.any_in(&block.range)).and_then(room) {
            return Some(outline.cite(block.range.start + room.start..block.range.start + room.end));
        }
        if virtual_place.is_none() && ways.any_in(&block.range) {
            virtual_place = remote(text).map(|range| block.range.start + range.start..block.range.start + range.end);
            titled = virtual_place.is_some() && outline.title.contains(&i);
        }
    }
    virtual_place.map(|range| outline.cite(range))
}

/// Where a room's name stands in `text`.
fn room(text: &str) -> Option<Range<usize>> {
    for range in phrase::words(text) {
        let word = &text[range.clone()];
        if !ROOMS.iter().any(|room| phrase::alike(word, room))
            || !(word.starts_with(char::is_uppercase) || word == "platform" || is_small_noun(text, &range))
        {
            continue;
        }
        let number = numbered(text, range.end);
        let start = name_start(text, range.start);
        if is_denied(text, start) {
            continue;
        }
        let end = number.unwrap_or(range.end);
        let numbered_only = phrase::alike(word, "room") && number.is_none() && start == range.start;
        if (start < range.start || number.is_some()) && !numbered_only {
            return Some(start..end);
        }
    }
    let named = phrase::each(text, &NAMED).into_iter().min_by_key(|&(number, _)| number);
    named.map(|(_, range)| range).filter(|range| {
        // A council is a place only where something is held in it.
        let before = text[..range.start].trim_end();
        let behind = text[range.end..].trim_start();
        phrase::ends_with(before, "in the")
            || before.is_empty()
            || before.ends_with([',', ':', '-', '–'])
            || behind.starts_with(", United")
    })
}

/// Whether words close before a room say that the event is not in it: `nobody will be admitted to the`, `and not, as first
/// announced, in the`.
fn is_denied(text: &str, room: usize) -> bool {
    /// More than stands between the two, in bytes.
    const NEAR: usize = 64;
    const DENIES: [&str; 10] = [
        "not",
        "nobody",
        "no one",
        "instead of",
        "rather than",
        "in place of",
        "no longer",
        "nor",
        "impossible",
        "unavailable",
    ];
    const HOLDS: [&str; 7] = ["held", "place", "convene", "convened", "meet", "but", "sit"];
    let near = &text[text.floor_char_boundary(room.saturating_sub(NEAR))..room];
    let clause = &near[near.rfind([';', '.', ':']).map_or(0, |stop| stop + 1)..];
    // The last of them counts.
    let denies = phrase::each_exact(clause, &DENIES).into_iter().map(|(_, at)| at.end).max();
    denies.is_some_and(|denies| !phrase::has_exact(&clause[denies..], &HOLDS))
}

/// Whether a small word amid a room's name can hardly be anything but `and`: `Economic arid Social Council`.
fn is_worn_and(word: &str) -> bool {
    const WORN: f32 = 0.3;
    (3..=5).contains(&word.len()) && word.starts_with(char::is_lowercase) && lookalike::cost(word, "and") <= WORN
}

/// Whether the noun at `range`, in small letters, ends a room's name all the same: `Trusteeship Council chamber`.
fn is_small_noun(text: &str, range: &Range<usize>) -> bool {
    let mut before = text[..range.start].trim_end().rsplit(' ');
    let named = before.next().is_some_and(|word| word == "Council" || phrase::alike(word, "Council"));
    named && before.next().is_some_and(|word| word.starts_with(char::is_uppercase) && word.len() > 4)
}

/// Where the number behind `Room` ends: `4`, `XX`, `1 (CB)`.
fn numbered(text: &str, end: usize) -> Option<usize> {
    let rest = text[end..].strip_prefix(' ')?;
    let length = rest.find(|c: char| !(c.is_ascii_digit() || c.is_ascii_uppercase())).unwrap_or(rest.len());
    let word = &rest[..length];
    let number = word.bytes().all(|b| b.is_ascii_digit()) && (1..=3).contains(&length);
    let roman = (1..=5).contains(&length) && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L'));
    let letter = length == 1;
    let no = rest
        .strip_prefix("No. ")
        .or_else(|| rest.strip_prefix("no. "))
        .map(|n| n.bytes().take_while(u8::is_ascii_digit).count());
    if let Some(digits) = no.filter(|&digits| digits > 0) {
        return Some(end + 1 + 4 + digits);
    }
    let free = !rest[length..].starts_with(|c: char| c.is_alphanumeric());
    (length > 0 && free && (number || roman || letter)).then_some(end + 1 + length)
}

/// Where a room's name begins: capitalised words, and `and`, `of`, `des` among them.
fn name_start(text: &str, end: usize) -> usize {
    let mut start = end;
    let mut taken = end;
    // Six words are seldom longer; a word that is cut off by it is not joined to the next by a space alone.
    let near = text.floor_char_boundary(end.saturating_sub(160));
    let before: Vec<Range<usize>> =
        phrase::words(&text[near..end]).map(|word| near + word.start..near + word.end).collect();
    for range in before.iter().rev().take(6) {
        let gap = &text[range.end..taken];
        if gap != " " {
            break;
        }
        let word = &text[range.clone()];
        taken = range.start;
        if matches!(word, "and" | "of" | "des" | "de") || is_worn_and(word) {
            continue;
        }
        // `conference Room 2`
        if word == "conference" && text.get(end..end + 4).is_some_and(|noun| noun.eq_ignore_ascii_case("room")) {
            start = range.start;
            continue;
        }
        if !word.starts_with(char::is_uppercase) || matches!(word, "The" | "In" | "United" | "Nations" | "Headquarters")
        {
            break;
        }
        start = range.start;
    }
    start
}

/// A meeting without a room: `virtual platform`, `via Webex`.
fn remote(text: &str) -> Option<Range<usize>> {
    WAYS.iter().find_map(|way| phrase::find_exact(text, way))
}

#[cfg(test)]
mod tests {
    use super::{room, venue};
    use crate::note::outline::Outline;
    use crate::text::Reading;

    #[test]
    fn a_room_that_is_denied_is_no_place() {
        let read = |text: &'static str| room(text).map(|room| &text[room]);
        assert_eq!(read("nobody will be admitted to the Trusteeship Council Chamber."), None);
        assert_eq!(
            read("It meets in Conference Room 2, and not, as first announced, in Conference Room 4."),
            Some("Conference Room 2")
        );
        assert_eq!(read("Not in Conference Room 4, but in Conference Room 2"), Some("Conference Room 2"));
        assert_eq!(read("It will not be short and will be held in Conference Room 2."), Some("Conference Room 2"));
    }

    #[test]
    fn how_the_title_says_it_is_held_goes_before_another_room() {
        let title =
            "Informal interactive dialogue on the responsibility to protect\n21 May 2021 | Interprefy (online)\n\n";
        let text = "The dialogue will be held on 21 May 2021. Its exhibition will be shown in Conference Room 4 all day long, \
                    and all are welcome to see it there.\n";
        let reading = Reading::of(&format!("{title}Background\n\n{text}"));
        assert_eq!(venue(&Outline::of(&reading)).map(|venue| venue.value).as_deref(), Some("Interprefy"));
    }
}
