//! Dates: `6 September 2017`, `I Septernber 20I7`, `23, 24, and 28 July 2009`, `August 5, 2013`.

use std::ops::Range;

use jiff::civil::Date;

use super::cursor::{before, byte, is_bare_digit, may_end, number, skip_white, word_before};
use super::days::{Number, days_after, days_before, read_year, year_after};
use super::month::{Weekday, month_like, month_name, month_named, weekday_named};
use super::same_year::year_taken_up;
use super::token::{Day, Token, Value};
use super::year::is_year;
use crate::text::{Span, misread};

/// The date whose month's name may stand at `word`, or begin there where it fell in two.
pub(super) fn at_month(text: &str, word: Range<usize>) -> Option<Token> {
    // Most words neither have a month's capital nor stand before a number.
    if !has_capital(text, &word) && !follows_number(text, word.end) {
        return None;
    }
    let whole = whole_month(text, &word);
    let exact = whole.as_ref().map_or_else(|| month_named(&text[word.clone()]), |&(month, _)| Some(month));
    let word = whole.map_or(word, |(_, whole)| whole);
    let name = &text[word.clone()];
    if exact.is_none() && !(word.len() >= 3 && follows_number(text, word.end)) {
        return None;
    }
    let dot = usize::from(byte(text, word.end) == b'.');
    if let Some(year) = year_after(text, word.end + dot) {
        let days = days_before(text, word.start);
        if !days.is_empty() {
            let month = exact.or_else(|| month_like(name))?;
            return dated(text, &days, month, &word, &year);
        }
    }
    // `25 June and 2 July 2018`: the year of the second day is the first's as well.
    if exact.is_some() {
        let days = days_before(text, word.start);
        let year = || shared_year(text, word.end + dot).or_else(|| year_taken_up(text, &word));
        if let Some(year) = (!days.is_empty()).then(year).flatten() {
            let year = Number { value: year, range: word.end..word.end };
            return dated(text, &days, exact?, &word, &year);
        }
    }
    let days = days_after(text, word.end + dot);
    let year = year_after(text, days.last()?.range.end)?;
    let month = exact.or_else(|| month_like(name))?;
    dated(text, &days, month, &word, &year)
}

/// Whether a word begins with a month's capital.
pub(super) fn has_capital(text: &str, word: &Range<usize>) -> bool {
    matches!(byte(text, word.start), b'J' | b'F' | b'M' | b'A' | b'S' | b'O' | b'N' | b'D')
}

/// The month whose name fell in two, the first part at `word`, and where both stand: `Janu ary`.
fn whole_month(text: &str, word: &Range<usize>) -> Option<(i8, Range<usize>)> {
    // `Septem-` / `ber`
    let hyphen = byte(text, word.end) == b'-' && matches!(byte(text, word.end + 1), b'\n' | b'\r');
    let behind = if hyphen { skip_white(text, word.end + 1) } else { word.end + 1 };
    let parted = has_capital(text, word) && (hyphen || byte(text, word.end) == b' ');
    if !parted || !byte(text, behind).is_ascii_lowercase() {
        return None;
    }
    let month = (1..=12).find(|&month| {
        let (first, last) = month_name(month).split_at_checked(word.len()).unwrap_or_default();
        !last.is_empty() && first == &text[word.clone()] && text[behind..].starts_with(last)
    })?;
    let whole = word.start..behind + month_name(month).len() - word.len();
    may_end(text, whole.end).then_some((month, whole))
}

/// A year in pieces (`20 I 0`), which begins at `start` with its first two digits.
pub(super) fn split_year(text: &str, start: usize) -> Option<Token> {
    let century = text.get(start..start + 2)?;
    if !matches!(century, "19" | "20") || word_before(text, start) || before(text, start) == b'/' {
        return None;
    }
    let year = read_year(text, start)?;
    if year.range.len() == 4 {
        return None;
    }
    let reads = Some(year.value.to_string());
    Some(Token { span: Span::new(year.range), value: Value::Year(i16::try_from(year.value).ok()?), reads })
}

/// Whether a number may follow at `end`: the cheap test before a misread month is looked up.
fn follows_number(text: &str, end: usize) -> bool {
    let at = skip_white(text, end + usize::from(matches!(byte(text, end), b',' | b'.')));
    is_bare_digit(byte(text, at)) || matches!(byte(text, at), b'Z' | b'z')
}

fn dated(text: &str, days: &[Number], month: i8, word: &Range<usize>, year: &Number) -> Option<Token> {
    let first = days.first()?.range.start.min(word.start);
    let end = year.range.end.max(days.last()?.range.end);
    let date = |day: &Number| {
        let date = Date::new(i16::try_from(year.value).ok()?, month, i8::try_from(day.value).ok()?).ok()?;
        Some(Day { date, span: Span::new(day.range.start.min(word.start)..end) })
    };
    let read: Vec<Day> = days.iter().map(date).collect::<Option<_>>()?;
    let weekday = weekday_before(text, first);
    let start = weekday.as_ref().map_or(first, |(_, span)| span.start as usize);
    let reads = respelt(text, days, month, word, year, weekday, start..end);
    Some(Token { span: Span::new(start..end), value: Value::Date { days: read, weekday }, reads })
}

/// The date with its numbers and its month written as they should be, where they are not.
fn respelt(
    text: &str,
    days: &[Number],
    month: i8,
    word: &Range<usize>,
    year: &Number,
    weekday: Option<(Weekday, Span)>,
    whole: Range<usize>,
) -> Option<String> {
    let mut parts: Vec<(Range<usize>, String)> = Vec::new();
    for number in days.iter().chain([year]).filter(|number| !number.range.is_empty()) {
        let given = &text[number.range.clone()];
        if !given.bytes().all(|b| b.is_ascii_digit()) {
            parts.push((number.range.clone(), number.value.to_string()));
        }
    }
    if month_named(&text[word.clone()]) != Some(month) {
        parts.push((word.clone(), month_name(month).to_owned()));
    }
    if let Some((weekday, span)) = weekday {
        let name = weekday_name(weekday);
        let given = &text[span.range()];
        if !name.starts_with(given.trim_end_matches('.')) {
            parts.push((span.range(), name.to_owned()));
        }
    }
    if parts.is_empty() {
        return None;
    }
    parts.sort_by_key(|part| part.0.start);
    let mut out = String::new();
    let mut at = whole.start;
    for (range, reads) in parts {
        out.push_str(&text[at..range.start]);
        out.push_str(&reads);
        at = range.end;
    }
    out.push_str(&text[at..whole.end]);
    // A date may stand across a line's end.
    Some(out.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A weekday's name in full.
pub fn weekday_name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

/// The year of the date that is joined to a day and a month: `and 2 July 2018`.
fn shared_year(text: &str, end: usize) -> Option<u32> {
    /// How many words the joined date has at most.
    const WORDS_MAX: usize = 9;
    // `and the morning of Wednesday, 4 April 2012`
    const BETWEEN: [&str; 7] = ["the", "on", "of", "in", "morning", "afternoon", "evening"];
    let window = text.get(end..)?;
    let tie = ["and ", "to ", "- ", "– ", "-", "–", "or ", ", ", "& "]
        .iter()
        .find_map(|tie| window.trim_start_matches([' ', ',', '\n']).strip_prefix(tie))?;
    let words = tie.split([' ', '\n', ',']).filter(|word| !word.is_empty()).take(WORDS_MAX);
    let mut words = words.skip_while(|word| BETWEEN.contains(word));
    let mut next = words.next()?;
    if weekday_named(next).is_some() {
        next = words.next()?;
    }
    let (day, _) = number(next.as_bytes())?;
    let month = words.next().filter(|_| (1..=31).contains(&day))?;
    month_named(month).or_else(|| month_like(month))?;
    let year = words.next()?.trim_end_matches(|c: char| !c.is_ascii_digit());
    number(year.as_bytes()).filter(|&(year, _)| is_year(year)).map(|(year, _)| year)
}

/// How alike a small word before a date must be to `the`.
const ARTICLE: f32 = 0.6;

/// The weekday that stands before a date.
pub(super) fn weekday_before(text: &str, start: usize) -> Option<(Weekday, Span)> {
    let ties = [' ', ',', '.', '\n', '\r'];
    let near = text[..start].trim_end_matches(ties);
    // `Monday, the 25th of June`
    let small = near.rfind(|c: char| !c.is_ascii_lowercase()).map_or(0, |at| at + 1);
    let article = near.get(small..).filter(|word| word.len() == 3 && misread::is_form(word, "the", ARTICLE));
    let (from, end) = article.map_or((start, near.len()), |_| (small, near[..small].trim_end_matches(ties).len()));
    if from - end > 4 || start - near.len() > 4 {
        return None;
    }
    let word = text[..end]
        .rfind(|c: char| !c.is_alphanumeric())
        .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    // `onFriday`
    let tied = ["on", "and", "of"]
        .iter()
        .find(|tie| text[word..end].strip_prefix(**tie).is_some_and(|name| name.starts_with(char::is_uppercase)));
    let word = word + tied.map_or(0, |tie| tie.len());
    let name = &text[word..end];
    // `Tuesd ay`
    let parted = || {
        let head = text[..word].strip_suffix(' ')?;
        let first = head.rfind(|c: char| !c.is_ascii_alphabetic()).map_or(0, |at| at + 1);
        let first = (first..head.len()).find(|&at| text.is_char_boundary(at))?;
        let pieces = (&head[first..], name);
        let days = (1..=7).filter_map(|day| Weekday::from_monday_one_offset(day).ok());
        let joins = |day: &Weekday| {
            let whole = weekday_name(*day);
            whole.len() == pieces.0.len() + pieces.1.len() && whole.starts_with(pieces.0) && whole.ends_with(pieces.1)
        };
        let mut days = days.filter(joins);
        days.next().map(|day| (day, Span::new(first..end)))
    };
    if !(1..=10).contains(&name.len()) {
        return None;
    }
    let whole = (name.len() >= 3).then(|| weekday_named(name)).flatten();
    whole.map(|weekday| (weekday, Span::new(word..end))).or_else(parted)
}

#[cfg(test)]
mod tests {
    use super::at_month;
    use crate::text::lex::lex;

    #[test]
    fn a_month_may_have_fallen_in_two() {
        let read = |text: &str, month: &str| at_month(text, 3..3 + month.len()).and_then(|token| token.reads);
        assert_eq!(read("12 Janu ary 2009", "Janu"), Some("12 January 2009".to_owned()));
        assert_eq!(read("15 Novembe r 2011", "Novembe"), Some("15 November 2011".to_owned()));
        assert_eq!(read("12 Mar is 2009", "Mar"), None);
        assert_eq!(read("05 Septem-\nber 2012", "Septem"), Some("05 September 2012".to_owned()));
        assert_eq!(read("05 Septem-ber 2012", "Septem"), None);
        assert_eq!(lex("on 3 Apri] 2023").into_iter().find_map(|token| token.reads).as_deref(), Some("3 April 2023"));
    }

    #[test]
    fn two_days_share_a_year_though_the_second_month_is_misread() {
        let read = |text: &str| at_month(text, 3..7).map(|token| token.span.start);
        assert_eq!(read("25 June and 2 JuIy 2018"), Some(0));
        assert_eq!(read("25 June and 2 more 2018"), None);
        assert_eq!(read("25 June and the morning of Monday, 2 July 2018"), Some(0));
        assert_eq!(read("25 June, in the afternoon, 2 July 2018"), None);
    }

    #[test]
    fn a_space_may_have_cut_a_day_in_two() {
        let read = |text: &str| {
            let month = text.find("July").expect("a month");
            at_month(text, month..month + 4).and_then(|token| token.reads)
        };
        assert_eq!(read("(A/64/864 of 1 4 July 2010)"), Some("14 July 2010".to_owned()));
        assert_eq!(read("on Monday, 2 0 July 2010"), Some("Monday, 20 July 2010".to_owned()));
        assert_eq!(read("in Conference Room 1 4 July 2010"), None);
        assert_eq!(read("on 3 4 July 2010"), None);
    }

    #[test]
    fn white_space_alone_joins_no_days() {
        let days = |text: &str| {
            let month = text.find("Ju").expect("a month");
            let end = month + text[month..].find(' ').expect("a year behind");
            at_month(text, month..end).map(|token| token.span.start)
        };
        assert_eq!(days("Conference Room 1\n26 June 2023"), Some(18));
        assert_eq!(days("Conference Room 1, 5th July, 2012"), Some(19));
        assert_eq!(days("on 23. 24 and 28 July 2009"), Some(3));
        assert_eq!(days("in 2018. 24 and 28 July 2009"), Some(9));
    }
}
