//! The event: its day, and with its weekday, its place and its sittings all that is said of it.

use std::cell::LazyCell;
use std::collections::BTreeMap;
use std::ops::Range;

use jiff::civil::Date;

use super::block::in_text;
use super::model::Event;
use super::outline::Outline;
use super::phrase;
use super::sittings;
use super::title::TitleBlock;
use super::venue;
use super::weekday;
use crate::text::lex::{Token, Value};
use crate::text::{Cited, Span};

/// Words that tell of the day on which something takes place.
const TAKES_PLACE: [&str; 17] = [
    "take place",
    "convene",
    "convening",
    "scheduled for",
    "be held",
    "will hold",
    "held on",
    "hosting",
    "will host",
    "scheduled to",
    "organize",
    "organise",
    "kindly reserve",
    "please reserve",
    "save the date",
    "will begin on",
    "will open on",
];

/// Words that make what takes place another event, beside the note's own.
const BESIDE: [&str; 5] = ["its own meeting", "their own meeting", "not part of", "no part of", "neither forms part"];

/// Other events, where a sentence names the note's own nowhere.
const OTHERS: [&str; 4] = ["side event", "exhibition", "reception", "preparatory meeting"];

/// Words before a date in a title block that is the note's own.
const OF_THE_NOTE: [&str; 20] = [
    "version of",
    "version",
    "as of",
    "as at",
    "revised",
    "updated",
    "dated",
    "draft of",
    "issued",
    "reissued",
    "issue",
    "circulated",
    "distributed",
    "released",
    "published",
    "posted",
    "prepared",
    "transmitted",
    "last update",
    "revision of",
];

/// Reads the event.
pub(super) fn event(outline: &Outline<'_>, title: &TitleBlock, letter_date: Option<Date>) -> Event {
    let date = date(outline, letter_date);
    let weekday = date.as_ref().and_then(|date| weekday::weekday(outline, date.value));
    Event {
        title: title.title.clone(),
        date,
        weekday,
        venue: venue::venue(outline),
        sittings: sittings::sittings(outline),
    }
}

/// How a date in the text speaks for being the event's.
struct Candidate {
    date: Date,
    span: Span,
    weight: u32,
}

/// How many dates of one sentence are looked at: one that has more lists them, and says of none that the event is then.
const DATES_MAX: usize = 16;

/// The date for which most speaks: the title block before the sentences that say when something takes place, and these
/// before those that only name the day's dialogue.
fn date(outline: &Outline<'_>, letter_date: Option<Date>) -> Option<Cited<Date>> {
    let mut candidates: Vec<Candidate> = Vec::new();
    for block in &outline.reading.blocks()[outline.title.clone()] {
        // A table or a paragraph of running text is no title block's line, and a date that stands alone may be the note's.
        if !in_text(block) || block.range.len() > 300 {
            continue;
        }
        let placed = LazyCell::new(|| venue::names_place(outline.reading.block_text(block)));
        for day in days(outline, block.range.clone()).into_iter().take(DATES_MAX) {
            let before = outline.reading.text()[block.range.start..day.place.start].trim_end();
            if is_of_the_note(before) {
                continue;
            }
            let weight = if *placed || is_label(before) { 5 } else { 2 + u32::from(day.weekday) };
            candidates.push(Candidate { date: day.date.value, span: day.date.span, weight });
        }
    }
    for sentence in &outline.sentences {
        if outline.title.contains(&sentence.block) {
            continue;
        }
        let text = outline.text(sentence);
        for day in days(outline, sentence.range.clone()).into_iter().take(DATES_MAX) {
            // A date may run on over the end of what was taken for a sentence.
            let end = day.place.end.min(sentence.range.end);
            let weight = weight(text, day.place.start - sentence.range.start, end - sentence.range.start);
            if weight > 0 && Some(day.date.value) != letter_date {
                candidates.push(Candidate { date: day.date.value, span: day.date.span, weight });
            }
        }
    }
    let mut totals: BTreeMap<Date, u32> = BTreeMap::new();
    for candidate in &candidates {
        *totals.entry(candidate.date).or_default() += candidate.weight;
    }
    let total = |date: Date| totals.get(&date).copied().unwrap_or_default();
    let mut best: Option<&Candidate> = None;
    for candidate in &candidates {
        let better = best.is_none_or(|best| {
            let (new, old) = (total(candidate.date), total(best.date));
            new > old || (candidate.date == best.date && candidate.weight > best.weight)
        });
        if better {
            best = Some(candidate);
        }
    }
    best.map(|best| Cited::new(best.date, best.span))
}

/// A day that a range names.
struct Day {
    /// Where its date stands in the reading text.
    place: Range<usize>,
    date: Cited<Date>,
    /// Whether its weekday stands with it, as that of a day to come mostly does.
    weekday: bool,
}

/// The days in `range`; of several in one date, the first.
fn days(outline: &Outline<'_>, range: Range<usize>) -> Vec<Day> {
    let first = |(place, token): &(Range<usize>, Token)| match &token.value {
        Value::Date { days, weekday } => days.first().map(|day| Day {
            place: place.clone(),
            date: Cited::new(day.date, day.span),
            weekday: weekday.is_some(),
        }),
        _ => None,
    };
    outline.reading.tokens_in(range).iter().filter_map(first).collect()
}

/// How much a sentence says that the date in it is the event's.
fn weight(text: &str, start: usize, end: usize) -> u32 {
    let before = &text[..start];
    // A letter's or a report's date is no event's.
    let bound = before.trim_end();
    let lettered = phrase::has_any(&bound[bound.len() - tail(bound, 24)..], &["letter of", "letters of", "report of"]);
    if bound.ends_with("dated") || lettered || is_given_up(bound) {
        return 0;
    }
    let past = ["was held", "were held", "took place", "discussed", "considered", "held its first"];
    if phrase::has_any(before, &past) || is_of_another(text) {
        return 0;
    }
    if phrase::has_exact(text, &TAKES_PLACE) {
        let register = ["register", "no later than", "deadline", "inscribe", "by close"];
        let near = &before[before.len() - tail(before, 60)..];
        return if phrase::has_any(near, &register) { 0 } else { 3 };
    }
    let after = text[end..].trim_start();
    let named = ["informal", "interactive", "dialogue", "General Assembly", "debate", "meeting"];
    let names = named.iter().any(|name| after.starts_with(name));
    // `The dialogue on Monday, 26 June 2023 will …`, `When: Monday, 26 June 2023`
    let held = || {
        let bare = bound.strip_suffix(" on").or_else(|| bound.strip_suffix(" of")).unwrap_or(bound);
        let event =
            bare.len() < bound.len() && ["dialogue", "debate", "meeting"].iter().any(|noun| bare.ends_with(noun));
        event && is_to_come(after.trim_start_matches(',').trim_start())
    };
    u32::from(names || held()) * 2 + u32::from(is_label(bound)) * 3
}

/// Whether a verb that words begin with tells of something to come: `will …`, `has three aims`, `pursues …`.
fn is_to_come(words: &str) -> bool {
    const TELLS: [&str; 12] = [
        "will",
        "shall",
        "is",
        "has three",
        "has two",
        "has four",
        "pursues",
        "serves",
        "aims",
        "seeks",
        "offers",
        "marks",
    ];
    TELLS.iter().any(|verb| words.strip_prefix(verb).is_some_and(|rest| rest.starts_with(' ')))
}

/// Whether what a sentence says to take place is another event.
fn is_of_another(text: &str) -> bool {
    phrase::has_exact(text, &BESIDE)
        || phrase::has_exact(text, &OTHERS) && !phrase::has_any(text, &["dialogue", "debate", "interactive"])
}

/// Whether words lead to a date that is the note's own: `issued on`, `Date of issue:`.
fn is_of_the_note(lead: &str) -> bool {
    let bare = lead.trim_end_matches([':', ' ']);
    ends_with_any(bare.strip_suffix(" on").unwrap_or(bare), &OF_THE_NOTE)
}

/// Whether `text` ends with one of `phrases`, whole words of it.
fn ends_with_any(text: &str, phrases: &[&str]) -> bool {
    let whole = |phrase: &str| !text[..text.len() - phrase.len()].ends_with(char::is_alphanumeric);
    phrases.iter().any(|phrase| phrase::ends_with(text, phrase) && whole(phrase))
}

/// Whether words lead to a day that has been given up: `originally planned for`.
fn is_given_up(lead: &str) -> bool {
    const TIES: [&str; 8] = ["on", "for", "to", "be", "held", "take", "place", "convened"];
    const PLANNED: [&str; 8] = ["planned", "scheduled", "foreseen", "envisaged", "intended", "announced", "set", "due"];
    let near = &lead[lead.len() - tail(lead, 60)..];
    let words: Vec<&str> = phrase::words(near).map(|word| &near[word]).collect();
    let mut words = words.into_iter().rev().skip_while(|word| TIES.contains(word));
    words.next().is_some_and(|word| PLANNED.contains(&word))
        && words.next().is_some_and(|word| matches!(word, "originally" | "initially" | "previously" | "first"))
}

/// Whether words are no more than the label of a day: `When:`, `Date and time:`.
fn is_label(words: &str) -> bool {
    const LABELS: [&str; 6] = ["when", "date", "date and time", "day", "date of the meeting", "date and venue"];
    let label = words.strip_suffix(':').map(|label| label.trim().to_lowercase());
    label.is_some_and(|label| LABELS.contains(&label.as_str()))
}

/// A length in bytes of at most `most` that ends `text` on a character boundary.
fn tail(text: &str, most: usize) -> usize {
    (text.len().saturating_sub(most)..=text.len()).find(|&i| text.is_char_boundary(i)).map_or(0, |i| text.len() - i)
}

#[cfg(test)]
mod tests {
    use super::{date, event, is_given_up, weight};
    use crate::note::outline::Outline;
    use crate::note::title::title_block;
    use crate::text::Reading;

    #[test]
    fn a_day_that_was_given_up_is_not_the_event_s() {
        assert!(is_given_up("the dialogue, originally planned for"));
        assert!(is_given_up("the dialogue initially scheduled to take place on"));
        assert!(!is_given_up("the dialogue, previously announced, will be held on"));
        let text = "The dialogue, originally planned for 9 June 2022, will now be held on 23 June 2022.";
        let at = |day: &str| text.find(day).expect("the day");
        let weigh = |day: &str| weight(text, at(day), at(day) + day.len());
        assert!(weigh("9 June 2022") < weigh("23 June 2022"));
    }

    #[test]
    fn the_day_on_which_a_note_is_issued_is_not_the_event_s() {
        let title = "Annual informal interactive dialogue on the responsibility to protect";
        for issued in [
            "INFORMATION NOTE\nissued on 9 June 2022",
            "Information note\nDate of issue: Thursday, 9 June 2022",
            "Information note, circulated on Thursday, 9 June 2022",
            "Information note\n9 June 2022",
        ] {
            let text = format!("{issued}\n\n{title}\n\nThursday, 23 June 2022\n\nBackground\n\nIt has been debated.\n");
            let reading = Reading::of(&text);
            let read = date(&Outline::of(&reading), None).map(|date| date.value);
            assert_eq!(read, Some(jiff::civil::date(2022, 6, 23)), "{issued}");
        }
    }

    #[test]
    fn what_the_dialogue_of_a_day_pursues_is_to_come() {
        let weigh = |text: &str| {
            let at = text.find("23 June 2022").expect("the day");
            weight(text, at, at + "23 June 2022".len())
        };
        assert!(weigh("The dialogue on 23 June 2022 pursues four purposes.") > 0);
        assert!(weigh("The dialogue of 23 June 2022 is meant to serve three.") > 0);
        assert_eq!(weigh("The dialogue on 23 June 2022 was well attended."), 0);
    }

    #[test]
    fn another_events_day_is_not_the_notes() {
        let title = "Informal interactive dialogue on the responsibility to protect\nWhen: Monday, 26 June 2023\nVersion of 9 June 2023\n\n";
        let other = "On Tuesday, 27 June 2023, the Group of Friends will hold its own meeting; that meeting is not part of the \
                     dialogue, and delegations need not be inscribed.";
        let reading = Reading::of(&format!("{title}Background\n\n{other}\n\n{other}\n"));
        assert_eq!(date(&Outline::of(&reading), None).map(|date| date.value), Some(jiff::civil::date(2023, 6, 26)));
    }

    #[test]
    fn the_hours_of_two_sittings_may_stand_on_one_line() {
        let hours = |line: &str| {
            let reading = Reading::of(&format!(
                "Informal interactive dialogue on the responsibility to protect\n26 June 2023\n{line}\n\nBackground\n\nIt begins.\n"
            ));
            let outline = Outline::of(&reading);
            event(&outline, &title_block(&outline), None).sittings.len()
        };
        assert_eq!(hours("10 a.m. to 1 p.m. and 3 p.m. to 6 p.m., Trusteeship Council Chamber"), 2);
        assert_eq!(hours("10 a.m. to 1 p.m., Trusteeship Council Chamber"), 1);
    }
}
