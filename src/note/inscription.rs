//! The deadline of the speakers' list: the day and the hour by which speakers are to be inscribed.

use std::iter;
use std::ops::Range;

use jiff::civil::{Date, DateTime, Time};

use super::limit::{Limit, limit};
use super::model::SectionKind;
use super::outline::{Outline, Sentence};
use super::{contact_purpose, phrase};
use crate::text::Cited;
use crate::text::lex::{OFFICES_OPEN, Value, afternoon, month_named, weekday_named};

/// What names the list of speakers, or speaking.
const SPEAKERS: [&str; 9] = [
    "list of speakers",
    "inscribe",
    "inscription",
    "inscriptions",
    "inscribed",
    "speak",
    "the floor",
    "make a statement",
    "joint statement",
];

/// What may be done by then by those who speak, or for them.
const ELSE: [&str; 14] = [
    "seated",
    "seats",
    "arrive",
    "be present",
    "text",
    "texts",
    "copy of",
    "copies of",
    "slides",
    "biography",
    "biographies",
    "speeches",
    "statements must",
    "statements should",
];

/// What those do whose names come on a list.
const REGISTER: [&str; 6] = ["register", "registration", "sign up", "rsvp", "enter their names", "their names placed"];

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
        let on_the_day = event.is_some_and(|event| at.date() >= event);
        Some((speaks_of_list(outline, sentence, before, on_the_day)?, place, at))
    });
    let (_, place, at) = limits.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
    Some(Cited::new(at, outline.reading.raw_span(place)))
}

/// How surely a sentence with a limit says when the list of speakers closes, if it may; `before` is the sentence that stands
/// before it. What speakers are to do `on_the_day` of the event, or behind it, must be said to be that.
fn speaks_of_list(
    outline: &Outline<'_>,
    sentence: &Sentence,
    before: Option<&Sentence>,
    on_the_day: bool,
) -> Option<u32> {
    let text = outline.text(sentence);
    let named = phrase::has_any(text, &SPEAKERS);
    let speakers = named || !on_the_day && phrase::has_any(text, &["speaker", "speakers"]);
    let registers = phrase::has_any(text, &REGISTER) || phrase::has_exact(text, &PUT_DOWN);
    // A sentence that only says when goes on with the list of the one before.
    let listed = before.is_some_and(|before| goes_on_with_list(outline, before, sentence));
    let weight = u32::from(speakers) * 4 + u32::from(registers) * 2 + u32::from(listed);
    let society =
        || contact_purpose::is_civil_society(text) && !phrase::has_any(text, &["delegations", "member states"]);
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

/// The first day and hour of a sentence that stand together and are a limit.
fn deadline(outline: &Outline<'_>, sentence: &Sentence) -> Option<(Range<usize>, DateTime)> {
    /// How many bytes stand between a day and its hour at most.
    const BETWEEN_MAX: usize = 24;
    let text = outline.reading.text();
    let tokens = outline.reading.tokens_in(sentence.range.clone());
    // Where the one before it ends, another begins to tell what is to be done.
    let mut from = sentence.range.start;
    tokens.windows(2).find_map(|pair| {
        let ((first, one), (second, other)) = (&pair[0], &pair[1]);
        let between = text.get(first.end..second.start).filter(|between| between.len() <= BETWEEN_MAX)?;
        let (time, days, open) = match (&one.value, &other.value) {
            // `at 10 a.m. should write by 3 September`: the hour is not that day's.
            (Value::Time(time, open), Value::Date { days, .. }) if limit(between).is_none() => (time, days, *open),
            (Value::Date { days, .. }, Value::Time(time, open)) => (time, days, *open),
            _ => return None,
        };
        let told = from.min(first.start)..first.start;
        from = second.end;
        // `on 3 September 2015 by 5 p.m.`
        let limits = [&text[sentence.range.start..first.start], between];
        let last = limits.into_iter().find_map(limit) == Some(Limit::Last);
        let [day] = &days[..] else { return None };
        let deadline = day.date.to_datetime(closing_time(*time, open));
        (last && !is_for_else(&text[told], &text[second.end..sentence.range.end]))
            .then_some((first.start..second.end, deadline))
    })
}

/// Whether what is to be done by a limit is not to come on the list: the words before it say so, or those behind where none
/// stand there.
fn is_for_else(head: &str, behind: &str) -> bool {
    /// How many bytes behind a limit are looked at, and how many right before it.
    const LOOK: usize = 160;
    const NEAR: usize = 40;
    /// What is done with the list.
    const MADE_KNOWN: [&str; 10] = [
        "circulated",
        "published",
        "posted",
        "issued",
        "distributed",
        "announced",
        "available",
        "informed",
        "told",
        "notified",
    ];
    let behind = &behind[..behind.floor_char_boundary(LOOK)];
    let told = if phrase::words(head).nth(2).is_some() { head } else { behind };
    let last = &told[told.ceil_char_boundary(told.len().saturating_sub(NEAR))..];
    if phrase::has_exact(last, &MADE_KNOWN) {
        return true;
    }
    phrase::has_any(told, &ELSE) && !phrase::has_any(told, &REGISTER) && !phrase::has_any(told, &SPEAKERS[..5])
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
            let (end, date) = day_behind(&text[to..], event.year())?;
            Some((from..to + end, date))
        });
        let (range, date) = day?;
        let last = [&text[..range.start], &text[..from]].into_iter().find_map(limit) == Some(Limit::Last);
        let deadline = date.to_datetime(closing_time(time, open));
        let own = last && date < event && !is_for_else(&text[..range.start], &text[range.end..]);
        own.then_some((base + range.start..base + range.end, deadline))
    })
}

/// The hour at which a list closes; an early one that says no half of the day is of the afternoon.
fn closing_time(time: Time, open: bool) -> Time {
    if open && time.hour() < OFFICES_OPEN { afternoon(time) } else { time }
}

/// The day of `year` that words end with, but for what ties an hour on, and where it begins; a weekday that stands with it is
/// that day's.
fn day_before(head: &str, year: i16) -> Option<(usize, Date)> {
    let mut words = phrase::words(head).collect::<Vec<_>>().into_iter().rev().peekable();
    words.next_if(|word| matches!(&head[word.clone()], "at" | "by" | "before" | "until" | "till"));
    let (last, first) = (words.next()?, words.next()?);
    let date = day_and_month(&head[first.clone()], &head[last], year)?;
    match words.next().filter(|word| weekday_named(&head[word.clone()]).is_some()) {
        Some(word) => (weekday_named(&head[word.clone()]) == Some(date.weekday())).then_some((word.start, date)),
        None => Some((first.start, date)),
    }
}

/// The day of `year` that words begin with, but for what ties it to an hour, and where it ends: `6 p.m. on the 14th of May`.
fn day_behind(rest: &str, year: i16) -> Option<(usize, Date)> {
    /// How many words such a day has at most, with those that tie it.
    const WORDS_MAX: usize = 8;
    let words = phrase::words(rest).take(WORDS_MAX);
    let mut words = words.filter(|word| !matches!(&rest[word.clone()], "on" | "of" | "the"));
    let first = words.next().filter(|word| word.start <= " on the ".len())?;
    let weekday = weekday_named(&rest[first.clone()]).filter(|_| first.len() >= 3);
    let (day, month) = if weekday.is_some() { (words.next()?, words.next()?) } else { (first, words.next()?) };
    let date = day_and_month(&rest[day], &rest[month.clone()], year)?;
    weekday.is_none_or(|weekday| weekday == date.weekday()).then_some((month.end, date))
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
        let read = |rest: &str| day_behind(rest, 2021).map(|(_, date)| date);
        let day = Some(date(2021, 5, 14));
        assert_eq!(read(" on the 14th of May, naming"), day);
        assert_eq!(read(" on Friday, the 14th of May"), day);
        assert_eq!(read(" on Monday, 14 May"), None, "another weekday");
    }

    #[test]
    fn only_the_hour_by_which_names_are_given_is_the_deadline() {
        let event = date(2015, 9, 8);
        let read = |told: &str| {
            let before = "Background\n\nThe Assembly has debated the matter in every year since it adopted its resolution on the follow-up to the outcome of the Summit.";
            let reading = Reading::of(&format!("{before}\n\nHow to take part\n\n{told}\n"));
            register_by(&Outline::of(&reading), Some(event)).map(|by| by.value)
        };
        let by = Some(date(2015, 9, 3).at(18, 0, 0, 0));
        for told in [
            "Delegations are to inscribe by 6 p.m. on 3 September 2015 through the portal, which will be open to delegations from 10 a.m. on 1 September 2015.",
            "The list of speakers opens on 1 September 2015 at 10 a.m. and closes on 3 September 2015 at 6 p.m.",
            "Those wishing to speak at the dialogue on 8 September 2015 at 10 a.m. should write by 3 September 2015, 6 p.m.",
            "The list of speakers is open from 10 a.m. on 1 September 2015 to 6 p.m. on 3 September 2015.",
            "Speakers should register by 6 p.m. on 3 September 2015 and send their texts by noon on 4 September 2015.",
            "The deadline for the list of speakers for the dialogue is Thursday, 3 September, at 6 p.m.",
            "The deadline for speakers, which was 1 September 2015 at 5 p.m., has been extended until 3 September 2015 at 6 p.m.",
        ] {
            assert_eq!(read(told), by, "{told}");
        }
        for none in [
            "The list of speakers opens on 1 September 2015 at 10 a.m. and names are to be sent to the Secretariat.",
            "Delegations wishing to speak at the dialogue on 8 September 2015 at 10 a.m. should write to the Secretariat before that.",
            "Speakers are asked to be seated by 9.45 a.m. on 8 September 2015.",
            "Speakers are expected by 9.45 a.m. on 8 September 2015.",
            "Speakers' texts must be sent by noon on Friday, 4 September.",
            "By noon on 4 September 2015, speakers should send copies of their statements.",
            "The list of speakers opens on Tuesday, 1 September at 10 a.m.",
            "The list of speakers will be circulated by 5 p.m. on 7 September 2015.",
        ] {
            assert_eq!(read(none), None, "{none}");
        }
        // A misprint is read as it stands.
        let behind = "Those wishing to speak should inscribe by 6 p.m. on 9 September 2015.";
        assert_eq!(read(behind), Some(date(2015, 9, 9).at(18, 0, 0, 0)));
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
