//! The deadline of the speakers' list: the day and the hour by which speakers are to be inscribed.

use std::iter;
use std::ops::Range;

use jiff::civil::{Date, DateTime, Time};

use super::model::SectionKind;
use super::outline::{Outline, Sentence};
use super::{contacts, phrase};
use crate::text::Cited;
use crate::text::lex::{OFFICES_OPEN, Value, afternoon, month_named, weekday_named};

/// What makes a day and an hour a limit.
const UNTIL: [&str; 11] =
    ["by", "before", "no later than", "not later than", "deadline", "until", "till", "closes", "close", "closed", "to"];

/// What names the list of speakers, or speaking.
const SPEAKERS: [&str; 12] = [
    "speakers",
    "speaker",
    "inscribe",
    "inscription",
    "inscriptions",
    "speak",
    "inscribed",
    "the floor",
    "take the floor",
    "make a statement",
    "joint statement",
    "deliver a statement",
];

/// What those do whose names come on a list.
const REGISTER: [&str; 7] =
    ["register", "registration", "register their", "sign up", "rsvp", "enter their names", "their names placed"];

/// How names come on the list, whatever the list is called.
const PUT_DOWN: [&str; 9] = [
    "placed on the list",
    "on the provisional list",
    "entered on the list",
    "included in the list",
    "added to the list",
    "names entered",
    "put their names down",
    "put down their names",
    "speaking slot",
];

/// The day and the hour by which speakers are to be inscribed.
pub(super) fn register_by(outline: &Outline<'_>, event: Option<Date>) -> Option<Cited<DateTime>> {
    let sentences = outline.sentences.iter().filter(|sentence| sentence.part != SectionKind::Title);
    let before = iter::once(None).chain(sentences.clone().map(Some));
    let limits = sentences.zip(before).filter_map(|(sentence, before)| {
        let (place, at) = deadline(outline, sentence).or_else(|| deadline_without_year(outline, sentence, event?))?;
        Some((speaks_of_list(outline, sentence, before)?, place, at))
    });
    let (_, place, at) = limits.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
    Some(Cited::new(at, outline.reading.raw_span(place)))
}

/// How surely a sentence with a day and an hour says when the list of speakers closes, if it may; `before` is the sentence that
/// stands before it.
fn speaks_of_list(outline: &Outline<'_>, sentence: &Sentence, before: Option<&Sentence>) -> Option<u32> {
    let text = outline.text(sentence);
    if !phrase::has_any(text, &UNTIL) {
        return None;
    }
    let speakers = phrase::has_any(text, &SPEAKERS);
    let registers = phrase::has_any(text, &REGISTER) || phrase::has_exact(text, &PUT_DOWN);
    // A sentence that only says when goes on with the list of the one before.
    let listed = before.is_some_and(|before| goes_on_with_list(outline, before, sentence));
    let weight = u32::from(speakers) * 4 + u32::from(registers) * 2 + u32::from(listed);
    let society = || contacts::is_civil_society(text) && !phrase::has_any(text, &["delegations", "member states"]);
    (weight > 0 && !society()).then_some(weight)
}

/// Whether the sentence `before` another, in its paragraph or leading in to it, speaks of the list of speakers.
fn goes_on_with_list(outline: &Outline<'_>, before: &Sentence, sentence: &Sentence) -> bool {
    let text = outline.text(before);
    let leads_in = before.block + 1 == sentence.block && text.ends_with(':');
    // `Member States wishing to speak should enrol. The list closes at …`
    let named = || phrase::has_exact(outline.text(sentence), &["the list"]);
    (leads_in || before.block == sentence.block)
        && (phrase::has_any(text, &["list of speakers", "speakers", "inscriptions"])
            || named() && phrase::has_any(text, &["speak", "the floor"]))
}

/// The first time and date of a sentence that stand together behind `by` and the like.
fn deadline(outline: &Outline<'_>, sentence: &Sentence) -> Option<(Range<usize>, DateTime)> {
    let tokens = outline.reading.tokens_in(sentence.range.clone());
    // Of `from … to …`, the second is the deadline.
    for pair in tokens.windows(2).rev() {
        let (first, second) = (&pair[0], &pair[1]);
        let between = outline.reading.text().get(first.0.end..second.0.start)?;
        if between.len() > 24 {
            continue;
        }
        let (time, days, open) = match (&first.1.value, &second.1.value) {
            (Value::Time(time, open), Value::Date { days, .. }) => (time, days, *open),
            (Value::Date { days, .. }, Value::Time(time, open)) => (time, days, *open),
            _ => continue,
        };
        let before = &outline.reading.text()[sentence.range.start..first.0.start];
        let near = &before[before.ceil_char_boundary(before.len().saturating_sub(40))..];
        let lead =
            ["by", "before", "than", "until", "is", "deadline", "closes", "closed", "to", "till", "on", "at", "close"];
        let led = phrase::words(near).any(|word| lead.contains(&near[word].to_lowercase().as_str()));
        if !led || days.len() != 1 {
            continue;
        }
        return Some((first.0.start..second.0.end, days[0].date.to_datetime(closing_time(*time, open))));
    }
    None
}

/// A deadline whose year is left out, as the event's: `on Tuesday, 21 June at 5 p.m.`, `by noon on Friday, 20 April`, `until 25
/// June, 15h00`; a weekday that stands with it is that day's.
fn deadline_without_year(outline: &Outline<'_>, sentence: &Sentence, event: Date) -> Option<(Range<usize>, DateTime)> {
    let text = outline.text(sentence);
    let base = sentence.range.start;
    outline.reading.tokens_in(sentence.range.clone()).iter().find_map(|(place, token)| {
        let Value::Time(time, open) = token.value else { return None };
        let (from, to) = (place.start - base, (place.end - base).min(text.len()));
        let day = day_before(&text[..from], event.year()).map(|(start, date)| (start..to, date));
        let day = day.or_else(|| {
            let (end, date) = day_behind(&text[to..], event.year(), sets_limit(&text[..from]))?;
            Some((from..to + end, date))
        });
        let (range, date) = day?;
        let deadline = date.to_datetime(closing_time(time, open));
        (date < event).then_some((base + range.start..base + range.end, deadline))
    })
}

/// The hour at which a list closes; an early one that says no half of the day is of the afternoon.
fn closing_time(time: Time, open: bool) -> Time {
    if open && time.hour() < OFFICES_OPEN { afternoon(time) } else { time }
}

/// The day of `year` that words end with, but for what ties an hour on, and where it begins.
fn day_before(head: &str, year: i16) -> Option<(usize, Date)> {
    let mut words = phrase::words(head).collect::<Vec<_>>().into_iter().rev().peekable();
    words.next_if(|word| matches!(&head[word.clone()], "at" | "by" | "before"));
    let (last, first) = (words.next()?, words.next()?);
    let date = day_and_month(&head[first.clone()], &head[last], year)?;
    match words.next().filter(|word| weekday_named(&head[word.clone()]).is_some()) {
        Some(word) => (weekday_named(&head[word.clone()]) == Some(date.weekday())).then_some((word.start, date)),
        // Without its weekday, only words that set a limit make it a deadline.
        None => sets_limit(&head[..first.start]).then_some((first.start, date)),
    }
}

/// The day of `year` that words begin with, but for what ties it to an hour, and where it ends: with its weekday, or `limited`
/// by what stands before the hour (`no later than 6 p.m. on the 14th of May`).
fn day_behind(rest: &str, year: i16, limited: bool) -> Option<(usize, Date)> {
    let mut words = phrase::words(rest).take(8).filter(|word| !matches!(&rest[word.clone()], "on" | "of" | "the"));
    let first = words.next().filter(|word| word.start <= " on the ".len())?;
    let weekday = weekday_named(&rest[first.clone()]).filter(|_| first.len() >= 3);
    let (day, month) = if weekday.is_some() { (words.next()?, words.next()?) } else { (first, words.next()?) };
    let date = day_and_month(&rest[day], &rest[month.clone()], year)?;
    weekday.map_or(limited, |weekday| weekday == date.weekday()).then_some((month.end, date))
}

/// Whether words end with one that sets a limit: `no later than`, `by`.
fn sets_limit(head: &str) -> bool {
    let last = phrase::words(head).last().map(|word| &head[word]);
    last.is_some_and(|last| matches!(last, "until" | "till" | "by" | "before" | "than"))
}

/// `20 April`, `April 20`.
fn day_and_month(first: &str, last: &str, year: i16) -> Option<Date> {
    let bare = |day: &str| day.trim_end_matches(char::is_alphabetic).parse().ok();
    let counts = |day: &str| day.bytes().all(|b| b.is_ascii_digit()) || phrase::ordinal(day).is_some();
    let of = |day: &str, month: &str| Date::new(year, month_named(month)?, bare(day).filter(|_| counts(day))?).ok();
    of(first, last).or_else(|| of(last, first))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{day_behind, register_by};
    use crate::note::outline::Outline;
    use crate::text::Reading;

    #[test]
    fn a_deadlines_day_may_be_counted_in_words() {
        let read = |rest: &str, limited: bool| day_behind(rest, 2021, limited).map(|(_, date)| date);
        let day = Some(date(2021, 5, 14));
        assert_eq!(read(" on the 14th of May, naming", true), day);
        assert_eq!(read(" on Friday, the 14th of May", false), day);
        assert_eq!(read(" on Monday, 14 May", true), None, "another weekday");
        assert_eq!(read(" on the 14th of May", false), None);
    }

    #[test]
    fn a_deadline_may_stand_below_the_words_that_lead_in_to_it() {
        let read = |lead: &str| {
            let before = "Background\n\nThe Assembly has debated the matter in every year since it adopted its resolution on the follow-up to the outcome of the Summit.";
            let below = "Ms. Ana Ruiz, telephone 212-963-7710, until Friday, 31 August 2012, at 6.00 p.m.";
            let reading = Reading::of(&format!("{before}\n\nPractical matters\n\n{lead}\n{below}\n"));
            register_by(&Outline::of(&reading), None).map(|by| by.value)
        };
        let by = Some(date(2012, 8, 31).at(18, 0, 0, 0));
        assert_eq!(read("Inscriptions on the list of speakers are received at the following address:"), by);
        assert_eq!(read("Passes for the exhibition are issued at the following address:"), None);
    }

    #[test]
    fn a_list_closes_that_the_sentence_before_does_not_name() {
        let read = |told: &str| {
            let before = "Background\n\nThe Assembly has debated the matter in every year since it adopted its resolution on the follow-up to the outcome of the Summit.";
            let reading = Reading::of(&format!(
                "{before}\n\nHow to take part\n\n{told} at 3:00 p.m. on Thursday, 13 May 2021.\n"
            ));
            register_by(&Outline::of(&reading), None).map(|by| by.value)
        };
        let by = Some(date(2021, 5, 13).at(15, 0, 0, 0));
        assert_eq!(
            read("Member States wishing to speak should enrol through the portal. The list opens on 3 May and closes"),
            by
        );
        assert_eq!(read("Those who wish to make a joint statement may let my Office know by 13 May,"), by);
        assert_eq!(read("Member States wishing to speak may do so. The exhibition closes"), None);
        assert_eq!(read("Those who wish to see the exhibition should enrol. The list closes"), None);
    }

    #[test]
    fn names_come_on_the_list_in_many_words() {
        let read = |wish: &str| {
            let before = "Background\n\nThe Assembly has debated the matter in every year since it adopted its resolution on the follow-up to the outcome of the Summit.";
            let wish = format!("{wish} should write to Ms. Ana Ruiz not later than 1700 hrs on 31 August 2012.");
            let reading = Reading::of(&format!("{before}\n\nPractical matters\n\n{wish}\n"));
            register_by(&Outline::of(&reading), None).map(|by| by.value)
        };
        let by = Some(date(2012, 8, 31).at(17, 0, 0, 0));
        for wish in
            ["to be placed on the provisional list", "to have their names entered", "to ask for a speaking slot"]
        {
            assert_eq!(read(&format!("Those who wish {wish}")), by, "{wish}");
        }
        assert_eq!(read("Those who wish to see the exhibition"), None);
    }
}
