//! Which year a report is of, as the words around it and its symbol tell.

use std::ops::Range;

use super::outline::Outline;
use super::phrase;
use crate::text::lex::{Value, is_year};
use crate::text::lookalike;

/// How many years before its event the reports go back that a note recalls.
const RECALLED: i16 = 20;

/// Whether a note on an event of the year `event` may recall a report of this year; earlier years are those of other things.
pub(super) fn is_recalled(year: i16, event: i16) -> bool {
    is_year(year) && year >= event - RECALLED
}

/// The years that stand in `range`, alone or in dates, with their places; those of resolutions and summits do not count.
pub(super) fn years(outline: &Outline<'_>, range: Range<usize>) -> Vec<(Range<usize>, i16)> {
    let text = &outline.reading.text()[range.clone()];
    let tokens = outline.reading.tokens_in(range.clone());
    let mut years: Vec<(Range<usize>, i16)> = tokens
        .iter()
        .filter_map(|(place, token)| match &token.value {
            Value::Date { days, .. } => days.first().map(|day| (place.clone(), day.date.year())),
            Value::Year(year) => Some((place.clone(), *year)),
            _ => None,
        })
        .collect();
    // Every year begins with a digit, as no word before the first does.
    let Some(digit) = text.bytes().position(|byte| byte.is_ascii_digit()) else { return years };
    let from = text[..digit].rfind(' ').unwrap_or(0);
    for word in phrase::words(&text[from..]).map(|word| from + word.start..from + word.end) {
        let Some(year) = year_of(&text[word.clone()]) else { continue };
        let place = range.start + word.start..range.start + word.end;
        let next = tokens.partition_point(|(token, _)| token.end <= place.start);
        let within = tokens.get(next).is_some_and(|(token, _)| token.start < place.end);
        let since = phrase::ends_with(text[..word.start].trim_end(), "since");
        if !within && !since && !names_summit(&text[word.end..]) {
            years.push((place, year));
        }
    }
    years.sort_by_key(|(place, _)| place.start);
    years
}

/// The year that a word is, no more than two of its digits misread, and not the first.
fn year_of(word: &str) -> Option<i16> {
    let digits = || word.bytes().filter(u8::is_ascii_digit).count();
    if word.len() != 4 || !word.starts_with(|c: char| c.is_ascii_digit()) || digits() < 2 {
        return None;
    }
    let year = word.chars().try_fold(0, |year, c| Some(year * 10 + i16::from(lookalike::digit(c)?)))?;
    is_year(year).then_some(year)
}

/// `2005 World Summit`: the year of something else.
fn names_summit(after: &str) -> bool {
    let after = after.trim_start();
    ["World", "Summit", "Outcome", "Millennium", "Charter"].iter().any(|name| after.starts_with(name))
}

/// The year that stands close before a title: `The report of 2024, "…"`, `In 2009, … in his report "…"`.
pub(super) fn year_in_lead(lead: &str, event: i16) -> Option<i16> {
    let words: Vec<Range<usize>> = phrase::words(lead).collect();
    let near = words.iter().enumerate().rev().take(24);
    near.filter_map(|(i, range)| {
        let year =
            lead[range.clone()].parse::<i16>().ok().filter(|year| range.len() == 4 && is_recalled(*year, event))?;
        let before = i.checked_sub(1).map(|i| lead[words[i].clone()].to_lowercase()).unwrap_or_default();
        (matches!(before.as_str(), "of" | "in" | "the" | "his" | "her") && !names_summit(&lead[range.end..]))
            .then_some(year)
    })
    .next()
}

/// The year in which what stands behind a report's symbol says that it was made: `, 2021)`, `), was issued in 2017`.
pub(super) fn year_behind(behind: &str, event: i16) -> Option<i16> {
    const MADE: [&str; 8] =
        ["issued", "submitted", "published", "released", "presented", "circulated", "transmitted", "produced"];
    let bare = behind.trim_start_matches([' ', ',']);
    let inner = (bare.len() < behind.len()).then(|| bare.split_once(')')).flatten();
    if let Some(year) = inner.and_then(|(inner, _)| inner.trim().parse().ok()).filter(|year| is_recalled(*year, event))
    {
        return Some(year);
    }
    let words: Vec<Range<usize>> = phrase::words(behind).take(9).collect();
    let made = words.iter().take(3).position(|word| MADE.contains(&&behind[word.clone()]))?;
    let within = |word: &&Range<usize>| !behind[words[made].end..word.start].contains([',', ';', '.', '"']);
    words[made + 1..].iter().take_while(within).find_map(|word| {
        let year = behind[word.clone()].parse::<i16>().ok();
        year.filter(|year| word.len() == 4 && is_recalled(*year, event))
    })
}

/// The year that a symbol tells: that of the Security Council's half, else the one in which the session's reports appear.
pub(super) fn year_of_symbol(symbol: &str) -> Option<i16> {
    if let Some((_, council)) = symbol.split_once("S/") {
        return council.split('/').next()?.parse().ok();
    }
    session_of(symbol).filter(|session| *session < 100).map(|session| FIRST_SESSION + session)
}

/// The year in which the General Assembly's first session began; most reports of a session appear that many years later as
/// it counts.
pub(super) const FIRST_SESSION: i16 = 1946;

/// The session of the General Assembly that a symbol names.
pub(super) fn session_of(symbol: &str) -> Option<i16> {
    symbol.strip_prefix("A/")?.split('/').next()?.parse().ok()
}

/// The year of a report that words date `said`, as its symbol bears it out: a report may be discussed in the year after its
/// own, or appear early in its session; `None` where the two contradict each other.
pub(super) fn year_agreed(said: i16, symbol: &str) -> Option<i16> {
    let Some(own) = year_of_symbol(symbol) else { return Some(said) };
    match said - own {
        0 | 1 => Some(own),
        -1 if !symbol.contains("S/") => Some(said),
        _ => None,
    }
}
