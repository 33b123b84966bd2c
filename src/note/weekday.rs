//! The weekday that stands with the event's day.

use std::ops::Range;

use jiff::civil::Date;

use super::outline::Outline;
use super::phrase;
use crate::text::lex::{Value, Weekday, month_name, weekday_name, weekday_named};
use crate::text::{Cited, Span};

/// The weekday that stands with the event's date.
pub(super) fn weekday(outline: &Outline<'_>, date: Date) -> Option<Cited<String>> {
    let whole = 0..outline.reading.text().len();
    outline
        .reading
        .tokens_in(whole)
        .iter()
        .find_map(|(_, token)| match &token.value {
            Value::Date { days, weekday: Some((weekday, span)) } => {
                let at = days.iter().position(|day| day.date == date)?;
                let own = of_several(outline, *span, days.len(), at);
                let (weekday, span) = own.unwrap_or((*weekday, *span));
                Some(Cited::new(weekday_name(weekday).to_owned(), span))
            }
            _ => None,
        })
        .or_else(|| weekday_without_year(outline, date))
}

/// How far before a date its weekday begins, in bytes.
const WEEKDAY_MAX: usize = 24;

/// Where a day stands with its month and without its year, each with the word right before it, which may be its weekday:
/// `Thursday, 23 July`.
pub(super) fn without_year(text: &str, date: Date) -> impl Iterator<Item = (Range<usize>, Range<usize>)> + '_ {
    let day = format!("{} {}", date.day(), month_name(date.month()));
    let places: Vec<usize> = text.match_indices(&day).map(|(at, _)| at).collect();
    places.into_iter().filter_map(move |at| {
        let behind = text[at + day.len()..].trim_start_matches([' ', ',', '\n']);
        let head = text[..at].trim_end_matches([' ', ',', '\n']);
        let near = head.floor_char_boundary(head.len().saturating_sub(WEEKDAY_MAX));
        let word = head[near..].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let parted = head.len() < at && !behind.starts_with(|c: char| c.is_ascii_digit());
        parted.then(|| (head.len() - word.len()..head.len(), at..at + day.len()))
    })
}

/// The weekday of a date whose year is left out.
fn weekday_without_year(outline: &Outline<'_>, date: Date) -> Option<Cited<String>> {
    let text = outline.reading.text();
    without_year(text, date).find_map(|(word, _)| {
        let weekday = weekday_named(&text[word.clone()]).filter(|_| word.len() >= 6)?;
        let own = weekday == date.weekday();
        own.then(|| Cited::new(weekday_name(weekday).to_owned(), outline.reading.raw_span(word)))
    })
}

/// How much stands between two weekdays of several days, in bytes: `, and `.
const TIE_MAX: usize = 6;

/// Where each of several days has its weekday, that of the day at `at`: `Wednesday and Thursday, 22 and 23 June 2022`, of which
/// `last` is the one that stands next to the days.
fn of_several(outline: &Outline<'_>, last: Span, days: usize, at: usize) -> Option<(Weekday, Span)> {
    let text = outline.reading.text();
    let back = days.checked_sub(at + 1).filter(|back| (1..7).contains(back))?;
    let mut place = outline.reading.read_range(last);
    for _ in 0..back {
        let near = text.floor_char_boundary(place.start.saturating_sub(WEEKDAY_MAX));
        let word = phrase::words(&text[near..place.start])
            .map(|word| near + word.start..near + word.end)
            .filter(|word| !matches!(&text[word.clone()], "and" | "to" | "through" | "until"))
            .last()?;
        weekday_named(&text[word.clone()]).filter(|_| word.len() >= 3 && place.start - word.end <= TIE_MAX)?;
        place = word;
    }
    Some((weekday_named(&text[place.clone()])?, outline.reading.raw_span(place)))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::weekday;
    use crate::note::outline::Outline;
    use crate::text::Reading;

    #[test]
    fn of_several_days_each_has_its_weekday() {
        let told = |text: &str, day: i8| {
            let reading = Reading::of(&format!("Note\n\nThe dialogue will be held on {text}, in New York.\n"));
            weekday(&Outline::of(&reading), date(2022, 6, day)).map(|weekday| weekday.value)
        };
        let two = "Wednesday and Thursday, 22 and 23 June 2022";
        assert_eq!((told(two, 22).as_deref(), told(two, 23).as_deref()), (Some("Wednesday"), Some("Thursday")));
        let three = "Tuesday, Wednesday and Thursday, 21, 22 and 23 June 2022";
        assert_eq!((told(three, 21).as_deref(), told(three, 22).as_deref()), (Some("Tuesday"), Some("Wednesday")));
        assert_eq!(told("Wednesday, 22 and 23 June 2022", 22).as_deref(), Some("Wednesday"));
    }
}
