//! A programme's column of hours that nothing marks as such: `1500   Statement by …`, `1510   …`, four digits of the 24-hour
//! clock at the start of each line. One such line may begin with a year or a sum; a column of them is told by standing near
//! one another, by going on with the clock, and by what stands behind. One pass over the lines.

use std::ops::Range;

use jiff::civil::Time;

use super::cursor::{byte, digit, is_bare_digit};
use super::token::{Token, Value};
use crate::text::Span;

/// Fewer lines are no column: of those whose words stand clear of the hour, and of those that one space parts from it.
const CLEAR_MIN: usize = 3;
const CLOSE_MIN: usize = 4;

/// How far apart two hours of one column may stand, in bytes.
const NEAR: usize = 2_000;

/// A line that may begin with its hour.
struct Row {
    hours: Vec<(Range<usize>, Time)>,
    /// Whether a gap, a tab or a second hour tells the hour from a number that a sentence counts with.
    clear: bool,
}

/// The hours of such columns, in order.
pub(super) fn hours(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut column: Vec<Row> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let at = start + line.len() - line.trim_start_matches([' ', '\t']).len();
        if four_at(text, at).is_some() {
            let row = row(text, at);
            let far = column.last().is_some_and(|last| at - last.hours[0].0.start > NEAR);
            if far || row.is_none() {
                close(text, &mut column, &mut tokens);
            }
            column.extend(row);
        }
        start += line.len();
    }
    close(text, &mut column, &mut tokens);
    tokens
}

/// The hour, or the range of hours, that the line at `at` begins with, before words.
fn row(text: &str, at: usize) -> Option<Row> {
    let (first, from) = hour(text, at)?;
    let second = until(text, first.end).and_then(|at| hour(text, at)).filter(|(_, to)| *to > from);
    let end = second.as_ref().map_or(first.end, |(place, _)| place.end);
    let behind = text[end..].split('\n').next().unwrap_or_default();
    let words = behind.trim_start_matches([' ', '\t', ':', '–', '-']);
    let gap = &behind[..behind.len() - words.len()];
    let clear = second.is_some() || gap.contains('\t') || gap.contains("  ") || gap.starts_with(':');
    let entry = words.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“' | '«' | '[' | '('));
    let hours = std::iter::once((first, from)).chain(second).collect();
    (entry && !gap.is_empty()).then_some(Row { hours, clear })
}

/// The four digits at `at`, of which some may be misread, where there are neither more nor fewer.
fn four_at(text: &str, at: usize) -> Option<[u8; 4]> {
    let bytes: [u8; 4] = text.as_bytes().get(at..at + 4)?.try_into().ok()?;
    let plain = bytes.iter().filter(|byte| byte.is_ascii_digit()).count();
    let digits = plain >= 2 && bytes.iter().all(|&byte| is_bare_digit(byte));
    let ends = text.is_char_boundary(at + 4) && !text[at + 4..].starts_with(|c: char| c.is_alphanumeric());
    (digits && ends).then_some(bytes)
}

/// The time of day that four digits at `at` are: none is told to the minute.
fn hour(text: &str, at: usize) -> Option<(Range<usize>, Time)> {
    let [a, b, c, d] = four_at(text, at)?.map(|byte| i8::try_from(digit(byte).unwrap_or_default()).unwrap_or_default());
    let time = Time::new(a * 10 + b, c * 10 + d, 0, 0).ok()?;
    (time.minute() % 5 == 0).then_some((at..at + 4, time))
}

/// Where the end of a range stands, behind a dash at `end`.
fn until(text: &str, end: usize) -> Option<usize> {
    let spaced = |at: usize| at + usize::from(byte(text, at) == b' ');
    let at = spaced(end);
    let dash = ['-', '–', '—'].into_iter().find(|&dash| text[at..].starts_with(dash))?;
    Some(spaced(at + dash.len_utf8()))
}

/// Takes the rows that stood near one another for a column where they are one.
fn close(text: &str, column: &mut Vec<Row>, tokens: &mut Vec<Token>) {
    let rows = std::mem::take(column);
    let least = if rows.iter().all(|row| row.clear) { CLEAR_MIN } else { CLOSE_MIN };
    let first = |row: &Row| row.hours[0].1;
    // A chronicle's years go on as the clock does.
    let years = rows.iter().filter(|row| matches!(first(row).hour(), 19 | 20)).count();
    // A new day begins anew.
    let back = rows.windows(2).filter(|pair| first(&pair[1]) <= first(&pair[0])).count();
    if rows.len() < least || years * 2 > rows.len() || back * 4 > rows.len() {
        return;
    }
    tokens.extend(rows.into_iter().flat_map(|row| row.hours).map(|(place, time)| {
        let reads = format!("{:02}{:02}", time.hour(), time.minute());
        let reads = (text[place.clone()] != reads).then_some(reads);
        Token { span: Span::new(place), value: Value::Time(time, false), reads }
    }));
}

#[cfg(test)]
mod tests {
    use super::hours;
    use crate::text::lex::Value;

    fn read(text: &str) -> Vec<String> {
        let clock = |value: &Value| match value {
            Value::Time(time, false) => Some(time.strftime("%H:%M").to_string()),
            _ => None,
        };
        hours(text).iter().filter_map(|token| clock(&token.value)).collect()
    }

    #[test]
    fn a_column_of_bare_hours_is_told_by_the_clock() {
        assert_eq!(
            read("0900   Opening\n\n0915   Panel I\n       Ms. Ana Sol\n\n1800   Closing\n"),
            ["09:00", "09:15", "18:00"]
        );
        let days = "1500\tOpening\n1640\tDiscussion\n1800\tAdjournment\nSecond day\n1000\tThe debate is resumed\n";
        assert_eq!(read(days), ["15:00", "16:40", "18:00", "10:00"]);
        assert_eq!(read("1000-1030 Opening\n1030 – 1300 Panel\n1500-1800 Debate\n").len(), 6);
        assert_eq!(read("1000 Opening\n1030 Panel\n1200 Debate\n1300 Closing\n").len(), 4);
        assert_eq!(read("I000  Opening\nlO30  Panel\n12O0  Debate\n"), ["10:00", "10:30", "12:00"]);
    }

    #[test]
    fn years_and_sums_at_the_starts_of_lines_are_no_hours() {
        for none in [
            "It was held in\n2005 in the autumn and in\n2010 in the spring, and in\n2015 in New York, and in\n2020 on line.\n",
            "2005   World Summit Outcome\n2010   First review\n2015   Second review\n",
            "1000 Opening\n1030 Panel\n1300 Closing\n",
            "1500   Tents\n1200   Blankets\n1000   Kits\n",
            "1000   Opening\n1012   Panel\n1030   Debate\n1300   Closing\n",
            "1000   Opening\n1030   Panel\n",
            "1000   of those\n1030   of these\n1300   of all\n",
        ] {
            assert_eq!(read(none), Vec::<String>::new(), "{none}");
        }
        let apart = format!("1000   Opening\n{}1030   Panel\n1300   Closing\n", "It goes on.\n".repeat(200));
        assert_eq!(read(&apart), Vec::<String>::new());
    }
}
