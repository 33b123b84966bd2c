//! The event: its day, its weekday, its place, the hours of its sittings.

use std::cell::LazyCell;
use std::collections::BTreeMap;
use std::ops::Range;

use jiff::civil::{Date, Time};

use super::block::in_text;
use super::model::{Event, SectionKind, Sitting};
use super::outline::{Outline, Sentence};
use super::phrase;
use super::title::TitleBlock;
use super::venue;
use super::weekday;
use crate::text::lex::{Token, Value};
use crate::text::{Cited, Span, lexicon, lookalike};

/// Words that tell of the day on which something takes place.
const TAKES_PLACE: [&str; 17] = [
    "take place",
    "convene",
    "convening",
    "scheduled for",
    "be held",
    "will hold",
    "held on",
    "to be held",
    "hosting",
    "will host",
    "scheduled to",
    "organize",
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
const OF_THE_NOTE: [&str; 8] = ["version of", "version", "as of", "as at", "revised", "updated", "dated", "draft of"];

/// Reads the event.
pub(super) fn event(outline: &Outline<'_>, title: &TitleBlock, letter_date: Option<Date>) -> Event {
    let date = date(outline, letter_date);
    let weekday = date.as_ref().and_then(|date| weekday::weekday(outline, date.value));
    Event { title: title.title.clone(), date, weekday, venue: venue::venue(outline), sittings: sittings(outline) }
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
        for (place, day) in days(outline, block.range.clone()).into_iter().take(DATES_MAX) {
            let before = outline.reading.text()[block.range.start..place.start].trim_end();
            if ends_with_any(before, &OF_THE_NOTE) {
                continue;
            }
            let weight = if *placed || is_label(before) { 5 } else { 2 };
            candidates.push(Candidate { date: day.value, span: day.span, weight });
        }
    }
    for sentence in &outline.sentences {
        if outline.title.contains(&sentence.block) {
            continue;
        }
        let text = outline.text(sentence);
        for (place, day) in days(outline, sentence.range.clone()).into_iter().take(DATES_MAX) {
            // A date may run on over the end of what was taken for a sentence.
            let end = place.end.min(sentence.range.end);
            let weight = weight(text, place.start - sentence.range.start, end - sentence.range.start);
            if weight > 0 && Some(day.value) != letter_date {
                candidates.push(Candidate { date: day.value, span: day.span, weight });
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

/// The days in `range`, each with the place of its date in the reading text; of several, the first.
fn days(outline: &Outline<'_>, range: Range<usize>) -> Vec<(Range<usize>, Cited<Date>)> {
    let first = |(place, token): &(Range<usize>, Token)| match &token.value {
        Value::Date { days, .. } => days.first().map(|day| (place.clone(), Cited::new(day.date, day.span))),
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
        event && after.trim_start_matches(',').trim_start().starts_with("will ")
    };
    u32::from(names || held()) * 2 + u32::from(is_label(bound)) * 3
}

/// Whether what a sentence says to take place is another event.
fn is_of_another(text: &str) -> bool {
    phrase::has_exact(text, &BESIDE)
        || phrase::has_exact(text, &OTHERS) && !phrase::has_any(text, &["dialogue", "debate", "interactive"])
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

/// How much of a paragraph is looked through for more hours, in bytes.
const PARAGRAPH_MAX: usize = 4_000;

/// The hours that a sentence gives for the event: the first sentence, or the title block's line, that gives any.
fn sittings(outline: &Outline<'_>) -> Vec<Sitting> {
    let mut best: Vec<Sitting> = Vec::new();
    for sentence in &outline.sentences {
        if !time_ranges(outline, sentence.range.clone()).is_empty() && gives_hours(outline, sentence) {
            // The rest of the paragraph may give more of them.
            let end = outline.reading.blocks()[sentence.block].range.end.min(sentence.range.start + PARAGRAPH_MAX);
            let found = time_ranges(outline, sentence.range.start..end);
            // Of two places that do not contradict each other, one may have lost an hour.
            let agree = best.iter().all(|known| found.iter().any(|s| (s.start, s.end) == (known.start, known.end)));
            if best.is_empty() || agree && found.len() > best.len() {
                best = found;
            }
        }
    }
    if best.is_empty() { framing_rows(outline) } else { best }
}

/// Whether the hours in a sentence are those of the event and not of a row of its programme.
fn gives_hours(outline: &Outline<'_>, sentence: &Sentence) -> bool {
    const SITS: [&str; 9] =
        ["take place", "will be held", "convene", "session", "scheduled", "sitting", "meeting", "begin at", "start at"];
    let text = outline.text(sentence);
    let titled = outline.title.contains(&sentence.block);
    if begins_row(outline, sentence) && !(titled && is_hours(outline, sentence)) {
        return false;
    }
    // `Opening session (10:00 - 10:25 a.m.)`: a row, its hours behind its words.
    let head = sentence.part == SectionKind::Programme && text.len() < 120 && !says_when(text);
    !head && (titled || sentence.part == SectionKind::Letter || phrase::has_any(text, &SITS))
}

/// Whether a sentence begins its block with a time.
fn begins_row(outline: &Outline<'_>, sentence: &Sentence) -> bool {
    let first = outline.reading.tokens_in(sentence.range.clone()).first();
    let start = outline.reading.blocks()[sentence.block].range.start;
    first.is_some_and(|(place, token)| matches!(token.value, Value::Time(..)) && place.start == start)
}

/// Whether two times are all that a line holds, or a place behind them: it has no row's words. The hours of several sittings
/// may be joined: `10 a.m. to 1 p.m. and 3 p.m. to 6 p.m.`
fn is_hours(outline: &Outline<'_>, sentence: &Sentence) -> bool {
    let tokens = outline.reading.tokens_in(sentence.range.clone());
    let (2 | 4, Some((last, _))) = (tokens.len(), tokens.last()) else { return false };
    let tied = |pair: &[(Range<usize>, Token)]| {
        let between = outline.reading.text().get(pair[0].0.end..pair[1].0.start).unwrap_or_default();
        matches!(between.trim().trim_start_matches(['.', ',']).trim(), "" | "and" | "&" | ";" | "/" | "|" | "and from")
    };
    if tokens.len() == 4 && !tied(&tokens[1..3]) {
        return false;
    }
    let behind = &outline.reading.text()[last.end.min(sentence.range.end)..sentence.range.end];
    let behind = behind.trim_matches(['.', ',', ' ']);
    behind.is_empty() || venue::is_room(behind)
}

/// Whether a text is a sentence that says when something is.
fn says_when(text: &str) -> bool {
    phrase::has_exact(text, &["will", "is", "are", "takes", "begins", "starts", "be held", "shall"])
}

/// `Morning session: 10:00-13:00`, in the programme.
fn framing_rows(outline: &Outline<'_>) -> Vec<Sitting> {
    let mut sittings = Vec::new();
    for (_, block) in outline.blocks_of(SectionKind::Programme) {
        let hours = time_ranges(outline, block.range.clone());
        if !hours.is_empty() && names_sitting(outline.reading.block_text(block)) {
            sittings.extend(hours);
        }
    }
    sittings
}

/// Whether a row only frames the rows under it.
pub(super) fn names_sitting(text: &str) -> bool {
    begins_half_day(text)
        || phrase::has_any(
            text,
            &[
                "morning session",
                "afternoon session",
                "morning meeting",
                "afternoon meeting",
                "morning sitting",
                "afternoon sitting",
            ],
        )
}

/// `Morning (10 a.m. - 1 p.m.)`, `Afternoon: 3-6 p.m.`
fn begins_half_day(text: &str) -> bool {
    let rest = ["Morning", "Afternoon", "MORNING", "AFTERNOON"].iter().find_map(|half| text.strip_prefix(half));
    rest.is_some_and(|rest| rest.trim_start().starts_with(|c: char| matches!(c, '(' | ':' | ',') || c.is_ascii_digit()))
}

/// The spans of time within `range`: `from 10:00 a.m. to 1:00 p.m.`.
pub(super) fn time_ranges(outline: &Outline<'_>, range: Range<usize>) -> Vec<Sitting> {
    let tokens = outline.reading.tokens_in(range);
    let mut sittings: Vec<Sitting> = Vec::new();
    let mut at = 0;
    while at + 1 < tokens.len() {
        let (first, second) = (&tokens[at], &tokens[at + 1]);
        match joined(outline, first, second) {
            Some((start, end)) => {
                let span = outline.reading.raw_span(first.0.start..second.0.end);
                if !sittings.iter().any(|s| s.start == start && s.end == end) {
                    sittings.push(Sitting { start, end, span });
                }
                at += 2;
            }
            None => at += 1,
        }
    }
    sittings
}

/// The two times of a range, if that is what the tokens are.
fn joined(
    outline: &Outline<'_>,
    first: &(Range<usize>, Token),
    second: &(Range<usize>, Token),
) -> Option<(Time, Time)> {
    let (Value::Time(start, start_open), Value::Time(end, end_open)) = (&first.1.value, &second.1.value) else {
        return None;
    };
    let between = outline.reading.text().get(first.0.end..second.0.start)?.trim();
    let residue = if *start_open { misread_half(between) } else { None };
    let between = residue.map_or(between, |(_, length)| between[length..].trim());
    // The point of `am.`
    let between = between.trim_start_matches('.').trim_start();
    let ends = [
        "and end at",
        "and ending at",
        "and will end at",
        "and close at",
        "and ends at",
        "ending at",
        "and conclude at",
    ];
    let joins =
        matches!(between, "to" | "To" | "-" | "–" | "—" | "until" | "till" | "and" | "to:") || ends.contains(&between);
    let before = outline.reading.text()[..first.0.start].trim_end();
    if !joins || (between == "and" && !before.ends_with("between")) {
        return None;
    }
    let (start, end) = settle_halves((*start, *start_open), (*end, *end_open));
    (start < end).then_some((start, end))
}

/// What may be left of `a.m.` or `p.m.` behind a time: whether it is after noon, and where it ends.
pub(super) fn misread_half(text: &str) -> Option<(bool, usize)> {
    let lead = text.len() - text.trim_start_matches(' ').len();
    let rest = &text[lead..];
    // `p .m.`: a space within.
    let parted = ["a .m.", "p .m.", "a. m.", "p. m."].iter().find(|half| rest.starts_with(**half));
    if let Some(half) = parted {
        return Some((half.starts_with('p'), lead + half.len()));
    }
    let word = rest.split([' ', '\t', '\n']).next()?;
    let bare = word.trim_end_matches('.');
    let short = (2..=4).contains(&bare.len()) && bare.starts_with(char::is_lowercase) && !lexicon::contains(bare);
    let [am, pm] = [["am", "a.m"], ["pm", "p.m"]]
        .map(|forms| forms.iter().map(|half| lookalike::similarity(bare, half)).fold(0.0, f32::max));
    (short && am.max(pm) >= 0.5).then_some((pm > am, lead + word.len()))
}

/// Both times on the 24-hour clock, where only one says which half of the day it is in, or neither does.
pub(super) fn settle_halves(start: (Time, bool), end: (Time, bool)) -> (Time, Time) {
    let later = |time: Time| Time::new(time.hour() + 12, time.minute(), 0, 0).unwrap_or(time);
    let (mut from, mut to) = (start.0, end.0);
    // Nothing of this kind begins before seven in the morning.
    if start.1 && from.hour() < 7 {
        from = later(from);
    }
    if end.1 && to <= from && to.hour() < 12 {
        to = later(to);
    }
    if start.1 && from < to && from.hour() < 12 && later(from) < to && to.hour() > 12 && from.hour() < 9 {
        from = later(from);
    }
    (from, to)
}

#[cfg(test)]
mod tests {
    use super::{date, is_given_up, weight};
    use crate::note::outline::Outline;
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
    fn another_events_day_is_not_the_notes() {
        let title = "Informal interactive dialogue on the responsibility to protect\nWhen: Monday, 26 June 2023\nVersion of 9 June 2023\n\n";
        let other = "On Tuesday, 27 June 2023, the Group of Friends will hold its own meeting; that meeting is not part of the \
                     dialogue, and delegations need not be inscribed.";
        let reading = Reading::of(&format!("{title}Background\n\n{other}\n\n{other}\n"));
        assert_eq!(date(&Outline::of(&reading), None).map(|date| date.value), Some(jiff::civil::date(2023, 6, 26)));
    }
}
