//! Reports as the items of a list within a sentence: `… focused on early warning in 2010 (A/64/864), … in 2011 (A/65/877)`.

use std::ops::Range;

use super::model::PastReport;
use super::outline::{Outline, Sentence};
use super::phrase;
use super::quotation::quoted;
use super::report_symbol::{is_report, symbol_after};
use super::report_years::{is_recalled, years};
use crate::text::lex::Token;

/// The items of a list: each ends with a symbol in parentheses, or with its year.
pub(super) fn items(outline: &Outline<'_>, sentence: &Sentence, before: i16) -> Vec<PastReport> {
    let text = outline.text(sentence);
    let base = sentence.range.start;
    let symbols: Vec<&(Range<usize>, Token)> =
        outline.reading.tokens_in(sentence.range.clone()).iter().filter(|(_, token)| is_report(token)).collect();
    if symbols.len() < 2 && !phrase::has_any(text, &["reports", "report"]) {
        return Vec::new();
    }
    let years: Vec<(Range<usize>, i16)> = years(outline, sentence.range.clone())
        .into_iter()
        .filter(|&(_, year)| year < before && is_recalled(year, before))
        .collect();
    let distinct = years.iter().any(|&(_, year)| years.first().is_some_and(|&(_, first)| year != first));
    if !distinct {
        return Vec::new();
    }
    // Items end where their symbol's parenthesis closes; without symbols, where their year does.
    let ends: Vec<(usize, Option<usize>)> = if symbols.len() >= 2 {
        symbols.iter().enumerate().map(|(i, (place, _))| (closing(text, place.end - base), Some(i))).collect()
    } else {
        years.iter().map(|(place, _)| (place.end - base, None)).collect()
    };
    if ends.len() < 2 {
        return Vec::new();
    }
    let ends = with_unread(text, ends, &years, base);
    let mut from = list_start(text, ends[0].0);
    let mut reports = Vec::new();
    for (end, symbol) in ends {
        let stop = symbol.map_or(end, |i| symbols[i].0.start - base);
        let year = years.iter().rfind(|(place, _)| place.start - base >= from && place.end - base <= end);
        if let Some((place, year)) = year {
            let title = item_title(text, from, stop, place.start - base..place.end - base);
            reports.push(PastReport {
                year: *year,
                title: title.map(|title| outline.cite(base + title.start..base + title.end)),
                symbol: symbol.and_then(|i| symbol_after(outline, symbols[i].0.start)),
                issued: None,
                discussed: Vec::new(),
            });
        }
        from = end;
    }
    reports
}

/// The ends of a list's items with those of items whose symbol could not be read: of several years within an item, each but
/// the last ends one of its own.
fn with_unread(
    text: &str,
    ends: Vec<(usize, Option<usize>)>,
    years: &[(Range<usize>, i16)],
    base: usize,
) -> Vec<(usize, Option<usize>)> {
    let mut all = Vec::new();
    let mut from = 0;
    for end in ends {
        let within = years.iter().filter(|(place, _)| place.start - base >= from && place.end - base <= end.0);
        let within: Vec<&(Range<usize>, i16)> = within.collect();
        for pair in within.windows(2) {
            let [(place, year), (next, other)] = pair else { continue };
            let behind = place.end - base;
            let bracket = text[behind..].trim_start().starts_with('(');
            let close = if bracket { closing(text, behind) } else { behind };
            if year != other && bracket && close > behind && close < next.start - base {
                all.push((close, None));
            }
        }
        from = end.0;
        all.push(end);
    }
    all
}

/// The offset behind the parenthesis that closes after `at`.
fn closing(text: &str, at: usize) -> usize {
    match text[at..].find(')') {
        Some(close) if close < 40 => at + close + 1,
        _ => at,
    }
}

/// Where a list begins: behind the words that lead in to it.
pub(super) fn list_start(text: &str, first_end: usize) -> usize {
    const LEADS: [&str; 10] = [
        "focused on",
        "focussed on",
        "focusing on",
        "addressed",
        "dealt with",
        "considered",
        "were on",
        "covered",
        "examined",
        "reports on",
    ];
    let head = &text[..first_end];
    let lead = LEADS.iter().filter_map(|lead| phrase::find(head, lead)).map(|range| range.end).min();
    // `focused o11`: the small word behind the verb may be misread.
    lead.or_else(|| {
        let verb = phrase::first_of(head, &["focused", "focussed", "focusing"])?;
        let small = phrase::words(&head[verb.end..]).next().filter(|word| word.len() <= 3)?;
        Some(verb.end + small.end)
    })
    .unwrap_or(0)
}

/// The title within an item: before its year, or behind it where nothing but an aside stands before.
fn item_title(text: &str, from: usize, stop: usize, year: Range<usize>) -> Option<Range<usize>> {
    let before = trimmed(text, from..year.start.min(stop).max(from));
    let after = trimmed(text, year.end.min(stop)..stop);
    let words = |range: &Range<usize>| text[range.clone()].split_whitespace().count();
    let title = if words(&after) >= 2 { after } else { before };
    let opener = words(&title) == 1 && matches!(&text[title.clone()], "In" | "On" | "The" | "Since");
    if title.is_empty() || opener || text[title.clone()].len() > 220 {
        return None;
    }
    match quoted(text, title.start).filter(|quote| quote.end <= title.end + 1) {
        Some(quote) => Some(quote),
        None => Some(title),
    }
}

/// `range` without commas, dashes and the small words that tie an item to its list.
pub(super) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (range.start, range.end);
    let marks = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '-' | '–' | '—' | '(' | ')' | ':' | '.');
    loop {
        let inner = &text[start..end];
        start += inner.len() - inner.trim_start_matches(marks).len();
        end = start + text[start..end].trim_end_matches(marks).len();
        let inner = &text[start..end];
        let head = ["and ", "with ", "on "].iter().find(|word| inner.starts_with(**word));
        let tail = [" in", " of", " for", " from"].iter().find(|word| inner.ends_with(**word));
        match (head, tail) {
            (Some(word), _) => start += word.len(),
            (None, Some(word)) => end -= word.len(),
            (None, None) if matches!(inner, "in" | "and" | "of") => start = end,
            (None, None) => return start..end,
        }
    }
}
