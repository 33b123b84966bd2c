//! A title that took up the theme behind it, parted again: at the blank line between them, or where the title of this year's
//! report begins.

use std::ops::Range;

use super::outline::Outline;
use super::title::{TitleBlock, ends_open, names_event};
use super::{phrase, venue};
use crate::text::lex::Value;

/// A theme that is no more than this names none.
const THEME_WORDS: usize = 4;

/// Parts a title block without a theme; `raw` is the text as given, `report` the title of this year's report.
pub(super) fn part(outline: &Outline<'_>, block: TitleBlock, raw: &str, report: Option<&str>) -> TitleBlock {
    let Some(title) = block.title.as_ref().filter(|_| block.theme.is_none()) else { return block };
    let place = outline.reading.read_range(title.span);
    let Some(words) = outline.reading.text().get(place.clone()) else { return block };
    let at_report = || report.and_then(|report| report_begins(words, report)).map(|at| place.start + at);
    let Some(theme) = at_report().or_else(|| behind_blank_line(outline, raw, &place)) else { return block };
    let head = outline.reading.text()[place.start..theme].trim_end_matches([' ', ',', ':', '–', '-', '"', '“']);
    // A title that ends in `on` is whole only with what it is on.
    let end = if ends_open(head) { place.end } else { place.start + head.len() };
    TitleBlock { title: Some(outline.cite(place.start..end)), theme: Some(outline.cite(theme..place.end)) }
}

/// Where a title's last words begin that are the report's title, case and punctuation apart.
fn report_begins(title: &str, report: &str) -> Option<usize> {
    let wanted: Vec<Range<usize>> = phrase::words(report).collect();
    let words: Vec<Range<usize>> = phrase::words(title).collect();
    let first = words.len().checked_sub(wanted.len()).filter(|&first| first >= 2 && wanted.len() >= THEME_WORDS)?;
    let mut pairs = words[first..].iter().zip(&wanted);
    pairs
        .all(|(word, wanted)| title[word.clone()].eq_ignore_ascii_case(&report[wanted.clone()]))
        .then(|| words[first].start)
}

/// Where a title goes on behind a blank line though it was complete before; nowhere in a text with a blank line behind
/// every line.
fn behind_blank_line(outline: &Outline<'_>, raw: &str, title: &Range<usize>) -> Option<usize> {
    let span = outline.reading.raw_span(title.clone()).range();
    let given = raw.get(span.clone())?;
    let head = given.lines().take_while(|line| !line.trim().is_empty()).map(|line| line.len() + 1).sum::<usize>();
    let rest = given.get(head..).map(str::trim_start).filter(|rest| !rest.is_empty())?;
    let start = span.end - rest.len();
    let begins = rest.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“'));
    if !begins || is_double_spaced(raw) {
        return None;
    }
    let at = outline.reading.read_range(crate::text::Span::new(start..span.end)).start;
    let (before, theme) = (outline.reading.text().get(title.start..at)?, outline.reading.text().get(at..title.end)?);
    let tokens = outline.reading.tokens_in(at..title.end);
    let dated = tokens.iter().any(|(_, token)| matches!(token.value, Value::Date { .. } | Value::Time(..)));
    if dated || venue::names_place(theme) {
        return None;
    }
    let whole = names_event(before) && !ends_open(before.trim_end()) && !before.trim_end().ends_with([',', '-', '–']);
    (whole && phrase::words(theme).count() >= THEME_WORDS).then_some(at)
}

/// Whether blank lines part most of a text's lines: then they tell nothing.
fn is_double_spaced(raw: &str) -> bool {
    let lines: Vec<bool> = raw.lines().map(|line| line.trim().is_empty()).collect();
    let single = lines.windows(2).filter(|pair| !pair[0] && !pair[1]).count();
    let parted = lines.windows(2).filter(|pair| !pair[0] && pair[1]).count();
    parted > single
}
