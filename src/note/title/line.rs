//! What each line of a title block is: the document's name, an organ's, a place, a heading, or the event.

use std::ops::Range;

use crate::note::outline::Outline;
use crate::note::{phrase, venue};
use crate::text::lex::{Token, Value};
use crate::text::misread;

/// A line of a title block, and what it is.
pub(super) struct Line {
    pub(super) range: Range<usize>,
    pub(super) kind: TitleKind,
}

/// What a line of the title block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TitleKind {
    /// `Information Note and Provisional Programme`.
    Document,
    /// `United Nations General Assembly`.
    Organ,
    /// A place, a date, or both.
    Place,
    /// A section's heading.
    Heading,
    /// What the event is called.
    Event,
    /// Anything else: a theme, or the rest of a title.
    Other,
}

/// Nouns for events.
const EVENTS: [&str; 10] = [
    "dialogue",
    "debate",
    "discussion",
    "consultations",
    "consultation",
    "conference",
    "briefing",
    "roundtable",
    "round-table",
    "panel",
];

/// Nouns for events that other lines of a title block have as well.
const MEETINGS: [&str; 13] = [
    "meeting",
    "seminar",
    "workshop",
    "webinar",
    "forum",
    "symposium",
    "plenary",
    "hearing",
    "summit",
    "commemoration",
    "colloquium",
    "retreat",
    "event",
];

/// Words of which the name of the document is made.
const DOCUMENT: [&str; 26] = [
    "information",
    "concept",
    "background",
    "note",
    "and",
    "tentative",
    "provisional",
    "draft",
    "final",
    "revised",
    "updated",
    "meeting",
    "programme",
    "program",
    "for",
    "the",
    "on",
    "of",
    "agenda",
    "annex",
    "paper",
    "indicative",
    "preliminary",
    "enclosure",
    "to",
    "a",
];

/// Names of organs that stand on a line of their own.
const ORGANS: [&str; 8] = [
    "united nations general assembly",
    "general assembly",
    "united nations",
    "general assembly of the united nations",
    "security council",
    "economic and social council",
    "human rights council",
    "president of the general assembly",
];

impl Line {
    /// The line at `range`; `heads` where its words are a section's heading.
    pub(super) fn of(outline: &Outline<'_>, range: Range<usize>, heads: bool) -> Self {
        Self { kind: kind(outline, range.clone(), heads), range }
    }

    /// Whether the line, whose words are `text`, is nothing else and names a meeting.
    pub(super) fn names_meeting(&self, text: &str) -> bool {
        let is_meeting = |word: &str| MEETINGS.iter().any(|noun| phrase::alike(word, noun));
        self.kind == TitleKind::Other && phrase::words(text).any(|word| is_meeting(&text[word]))
    }
}

fn kind(outline: &Outline<'_>, range: Range<usize>, heading: bool) -> TitleKind {
    let text = &outline.reading.text()[range.clone()];
    let lower = text.to_lowercase();
    if is_organ(&lower) {
        return TitleKind::Organ;
    }
    if is_trail(text) || document_prefix(text) >= text.len() {
        return TitleKind::Document;
    }
    let eventful = names_event_not_room(text);
    let dateline = is_dateline(outline, range.clone());
    if dateline && !eventful {
        return TitleKind::Place;
    }
    if heading {
        return TitleKind::Heading;
    }
    if eventful && (!dateline || words_before_date(outline, range) >= EVENT_WORDS) {
        return TitleKind::Event;
    }
    if names_place(&lower) || venue::is_room(text) || is_labelled(&lower) {
        return TitleKind::Place;
    }
    if session(&lower) { TitleKind::Organ } else { TitleKind::Other }
}

fn is_organ(lower: &str) -> bool {
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    misread::form_of(bare, ORGANS.into_iter(), 0.88).is_some()
}

/// `Home » Events » Dialogue on …`: the way to a page, and no title of its own.
fn is_trail(text: &str) -> bool {
    [" » ", " › ", " > "].iter().any(|step| text.matches(step).count() >= 2)
}

/// Whether a line names an event, and not only a room: `Conference Room 3` is a place.
fn names_event_not_room(text: &str) -> bool {
    let room = |word: &Range<usize>| {
        ["Room", "Building", "room"].iter().any(|place| text[word.end..].trim_start().starts_with(place))
    };
    phrase::words(text).any(|word| is_event(&text[word.clone()]) && !room(&word)) || is_round_table(text)
}

fn is_event(word: &str) -> bool {
    EVENTS.iter().any(|noun| phrase::alike(word, noun))
}

/// Whether a line gives a day or an hour and says little else, or begins with the day.
fn is_dateline(outline: &Outline<'_>, line: Range<usize>) -> bool {
    let short = || outline.reading.text()[line.clone()].split(' ').count() < 20;
    date_in(outline, &line).is_some() && (short() || begins_with_date(outline, line.clone()))
}

/// Where the first day or hour of a line stands.
fn date_in<'o>(outline: &'o Outline<'_>, line: &Range<usize>) -> Option<&'o Range<usize>> {
    let mut tokens = outline.reading.tokens_in(line.clone()).iter();
    let dated = |token: &Token| matches!(token.value, Value::Date { .. } | Value::Time(..));
    tokens.find(|(_, token)| dated(token)).map(|(place, _)| place)
}

fn names_place(lower: &str) -> bool {
    const PLACES: [&str; 6] =
        ["headquarters", "new york", "geneva", "conference room", "chamber", "united nations general assembly hall"];
    phrase::has_any(lower, &PLACES) && lower.split(' ').count() < 14
}

/// `Time: 10 a.m.`, `Venue: …`: labelled lines are no theme.
fn is_labelled(lower: &str) -> bool {
    let label = lower.split_once(':').map_or("", |(label, _)| label.trim());
    matches!(label, "time" | "date" | "venue" | "place" | "location" | "when" | "where")
}

/// Whether a line begins with a day, its weekday before it or not: `Thursday, 14 March 2024 | 10 a.m. – 1 p.m. | …`.
fn begins_with_date(outline: &Outline<'_>, line: Range<usize>) -> bool {
    let first = outline.reading.tokens_in(line.clone()).first();
    let near = |(place, token): &(Range<usize>, Token)| {
        matches!(token.value, Value::Date { .. }) && place.start <= line.start + "Wednesday, ".len()
    };
    first.is_some_and(near)
}

/// How many words an event's title has at least that a date follows on its line.
const EVENT_WORDS: usize = 5;

/// Where a line's title ends that names the day as well: `Informal interactive dialogue on …, 5 September 2012, ECOSOC
/// Chamber`.
pub(super) fn before_date(outline: &Outline<'_>, line: Range<usize>) -> usize {
    let long = words_before_date(outline, line.clone()) >= EVENT_WORDS;
    let Some(date) = date_in(outline, &line).filter(|_| long) else { return line.end };
    let head = &outline.reading.text()[line.start..date.start];
    let ties = |c: char| c.is_whitespace() || matches!(c, ',' | '(' | '|' | '-' | '–' | '—' | '.');
    let head = head.trim_end_matches(ties);
    line.start + head.strip_suffix(" on").unwrap_or(head).len()
}

fn words_before_date(outline: &Outline<'_>, line: Range<usize>) -> usize {
    let date = date_in(outline, &line);
    date.map_or(0, |date| phrase::words(&outline.reading.text()[line.start..date.start]).count())
}

/// `Sixty-eighth session`, `Agenda item 132`.
fn session(lower: &str) -> bool {
    let item = ["agenda item ", "item "].iter().find_map(|lead| lower.strip_prefix(lead));
    let counted = item.is_some_and(|item| item.starts_with(|c: char| c.is_ascii_digit()));
    (lower.ends_with("session") || counted) && lower.split(' ').count() <= 6
}

/// How much of `text` only names the document: `Concept note for the …`.
pub(super) fn document_prefix(text: &str) -> usize {
    let mut end = 0;
    let mut named = false;
    for range in phrase::words(text) {
        let word = &text[range.clone()];
        let known = DOCUMENT.iter().any(|known| phrase::alike(word, known));
        if !known {
            break;
        }
        named |= ["note", "programme", "program", "agenda", "paper"].iter().any(|noun| phrase::alike(word, noun));
        end = range.end;
    }
    if !named {
        return 0;
    }
    let rest = &text[end..];
    end + (rest.len() - rest.trim_start_matches([' ', ':', '-', '–', '—', '.']).len())
}

/// Whether a line names the document behind a dash: `R2P dialogue – note for delegations`.
pub(super) fn ends_with_document(text: &str) -> bool {
    let behind = [" -", " –", " —"].iter().find_map(|dash| text.rsplit_once(dash)).map(|(_, behind)| behind);
    let names = |word: &str| ["note", "paper", "programme", "agenda"].iter().any(|noun| phrase::alike(word, noun));
    behind.is_some_and(|behind| !names_event(behind) && phrase::words(behind).take(3).any(|word| names(&behind[word])))
}

/// Whether a line names an event.
pub(super) fn names_event(text: &str) -> bool {
    phrase::words(text).any(|word| is_event(&text[word])) || is_round_table(text)
}

/// `High-level round table on …`: a noun of two words.
fn is_round_table(text: &str) -> bool {
    phrase::find(text, "round table").is_some()
}

/// Whether a title ends on a word that something must follow.
pub(super) fn ends_open(text: &str) -> bool {
    let last = text.rsplit(' ').next().unwrap_or_default().to_lowercase();
    matches!(last.as_str(), "of" | "on" | "the" | "and" | "to" | "for" | "in" | "a" | "an" | "with" | "its")
}

#[cfg(test)]
mod tests {
    use super::{Line, TitleKind, names_event};
    use crate::note::outline::Outline;
    use crate::text::Reading;

    #[test]
    fn the_way_to_a_page_is_no_title() {
        let kind = |text: &str| {
            let reading = Reading::of(text);
            Line::of(&Outline::of(&reading), 0..text.len(), false).kind
        };
        assert_eq!(kind("Home » Events » Dialogue on the responsibility to protect"), TitleKind::Document);
        assert_eq!(kind("Dialogue on the responsibility to protect"), TitleKind::Event);
    }

    #[test]
    fn a_round_table_is_an_event() {
        for title in
            ["Intersessional round table on the human rights of older persons", "High-level round-table: who cares"]
        {
            assert!(names_event(title), "{title}");
        }
        assert!(!names_event("The table of contents"));
    }
}
