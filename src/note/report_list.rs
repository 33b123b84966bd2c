//! Reports as the items of a list within a sentence: `… focused on early warning in 2010 (A/64/864), … in 2011 (A/65/877)`.

use std::ops::Range;

use super::model::PastReport;
use super::outline::{Outline, Sentence};
use super::phrase;
use super::principle::{behind_principle, is_principle};
use super::quotation::quoted;
use super::report_symbol::{is_report, symbol_after};
use super::report_years::{is_recalled, year_agreed, year_of_symbol, years};
use crate::text::lex::Token;

/// An item of a list: where in the reading text it stands, and the report that it recalls.
pub(super) struct Item {
    pub(super) range: Range<usize>,
    pub(super) report: PastReport,
}

/// Where in its item a report's year stands.
#[derive(Clone, Copy)]
enum Order {
    /// `early warning in 2010 (A/64/864)`, `in 2010, early warning (A/64/864)`.
    YearFirst,
    /// `early warning (A/64/864) on 9 August 2010`.
    SymbolFirst,
}

/// The end of an item within its sentence, and which of the symbols is its own.
type End = (usize, Option<usize>);

/// The items of a list: each ends with a symbol in parentheses, or with its year. Of the two orders that a list may have,
/// the one in which more years fit the symbols that they stand with.
pub(super) fn items(outline: &Outline<'_>, sentence: &Sentence, before: i16) -> Vec<Item> {
    let text = outline.text(sentence);
    let base = sentence.range.start;
    let tokens = outline.reading.tokens_in(sentence.range.clone());
    let symbols: Vec<&(Range<usize>, Token)> = tokens.iter().filter(|(_, token)| is_report(token)).collect();
    let years: Vec<(Range<usize>, i16)> = years(outline, sentence.range.clone())
        .into_iter()
        .filter(|&(_, year)| year < before && is_recalled(year, before))
        .collect();
    let distinct = years.iter().any(|&(_, year)| years.first().is_some_and(|&(_, first)| year != first));
    let undated = years.is_empty() && symbols.len() >= 2 && phrase::has_any(text, &["reports"]);
    if !distinct && !undated || symbols.len() < 2 && !phrase::has_any(text, &["reports", "report"]) {
        return Vec::new();
    }
    if symbols.len() < 2 {
        // Without symbols, items end where their year does.
        let ends: Vec<End> = years.iter().map(|(place, _)| (place.end - base, None)).collect();
        return cut(outline, sentence, &symbols, &years, &ends, before);
    }
    let [first, second] = [Order::YearFirst, Order::SymbolFirst]
        .map(|order| cut(outline, sentence, &symbols, &years, &ends(text, base, &symbols, &years, order), before));
    let fit = |items: &[Item]| items.iter().filter(|item| item.report.symbol.is_some()).count();
    if fit(&second) > fit(&first) { second } else { first }
}

/// Where the items of a list end whose symbols and years stand in this order.
fn ends(
    text: &str,
    base: usize,
    symbols: &[&(Range<usize>, Token)],
    years: &[(Range<usize>, i16)],
    order: Order,
) -> Vec<End> {
    let next = |i: usize| symbols.get(i + 1).map_or(text.len(), |(place, _)| place.start - base);
    // A bracket that closes behind the next symbol is that one's.
    let closes = symbols.iter().enumerate().map(|(i, (place, _))| (i, closing(text, place.end - base).min(next(i))));
    match order {
        Order::YearFirst => with_unread(text, closes.map(|(i, end)| (end, Some(i))).collect(), years, base),
        Order::SymbolFirst => closes
            .map(|(i, close)| {
                let next = next(i);
                let next = text[close..next].find(';').map_or(next, |stop| close + stop);
                let year = years.iter().map(|(place, _)| place.start - base..place.end - base);
                let year = year.into_iter().find(|place| place.start >= close && place.end <= next);
                (year.map_or(close, |place| place.end), Some(i))
            })
            .collect(),
    }
}

/// The reports of a list whose items end at `ends`. A symbol that contradicts the year beside it is left out; in a list
/// without years the symbols tell them.
fn cut(
    outline: &Outline<'_>,
    sentence: &Sentence,
    symbols: &[&(Range<usize>, Token)],
    years: &[(Range<usize>, i16)],
    ends: &[End],
    before: i16,
) -> Vec<Item> {
    let text = outline.text(sentence);
    let base = sentence.range.start;
    let Some(&(first, _)) = ends.first().filter(|_| ends.len() > 1) else { return Vec::new() };
    // The year of the first item may stand before the words that lead in to the list.
    let start = list_start(text, first);
    let led = years.iter().any(|(place, _)| (start..=first).contains(&(place.end - base))) || years.is_empty();
    let mut from = if led { start } else { 0 };
    let mut items = Vec::new();
    for &(end, symbol) in ends {
        let stop = symbol.map_or(end, |i| symbols[i].0.start - base).max(from);
        let symbol = symbol.and_then(|i| symbol_after(outline, symbols[i].0.start));
        let within = years.iter().rfind(|(place, _)| place.start - base >= from && place.end - base <= end);
        let told =
            || year_of_symbol(&symbol.as_ref()?.value).filter(|&year| year < before && is_recalled(year, before));
        let year = within.map(|&(_, year)| year).or_else(|| years.is_empty().then(told).flatten());
        if let Some(said) = year {
            let place = within.map_or(base + stop..base + stop, |(place, _)| place.clone());
            let title = item_title(text, from, stop, place.start - base..place.end - base);
            let year = symbol.as_ref().and_then(|symbol| year_agreed(said, &symbol.value));
            let report = PastReport {
                year: year.unwrap_or(said),
                title: title.map(|title| outline.cite(base + title.start..base + title.end)),
                symbol: symbol.filter(|_| year.is_some()),
                issued: None,
                discussed: Vec::new(),
            };
            items.push(Item { range: base + from..base + end, report });
        }
        from = end;
    }
    items
}

/// The ends of a list's items with those of items whose symbol could not be read: of several years within an item, each but
/// the last ends one of its own.
fn with_unread(text: &str, ends: Vec<End>, years: &[(Range<usize>, i16)], base: usize) -> Vec<End> {
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

/// Verbs and nouns that lead in to what a report is about.
const LEADS: [&str; 26] = [
    "focused on",
    "focussed on",
    "focusing on",
    "addressed",
    "dealt with",
    "in turn with",
    "in turn on",
    "in turn to",
    "considered",
    "were on",
    "covered",
    "examined",
    "discussed",
    "debated",
    "took up",
    "turned to",
    "held on",
    "devoted to",
    "dedicated to",
    "concentrated on",
    "centred on",
    "reports on",
    "report on",
    "reported on",
    "concerned with",
    "occupied with",
];

/// Nouns behind which a colon leads in to a list.
const LISTED: [&str; 9] =
    ["reports", "dialogues", "debates", "meetings", "topics", "subjects", "themes", "issues", "following"];

/// Where a list begins: behind the words that lead in to it.
pub(super) fn list_start(text: &str, first_end: usize) -> usize {
    let head = &text[..first_end];
    let lead = phrase::each(head, &LEADS).into_iter().map(|(_, place)| place.end).min();
    let colon = head.find(':').filter(|&colon| LISTED.iter().any(|noun| head[..colon].ends_with(noun)));
    // `focused o11`: the small word behind the verb may be misread.
    lead.max(colon.map(|colon| colon + 1))
        .or_else(|| {
            let verb = phrase::first_of(head, &["focused", "focussed", "focusing"])?;
            let small = phrase::words(&head[verb.end..]).next().filter(|word| word.len() <= 3)?;
            Some(verb.end + small.end)
        })
        .unwrap_or(0)
}

/// The title within an item: before its year, or behind it where nothing but an aside stands before.
fn item_title(text: &str, from: usize, stop: usize, year: Range<usize>) -> Option<Range<usize>> {
    let from = from + text[from..stop].rfind("; ").map_or(0, |stop| stop + 2);
    let before = subject_of(text, from..year.start.min(stop).max(from));
    let after = subject_of(text, year.end.min(stop).max(from)..stop);
    let words = |range: &Range<usize>| text[range.clone()].split_whitespace().count();
    let title = if words(&after) >= 2 { after } else { before };
    // A bracket that only opens holds a symbol that could not be read.
    let open = text[title.clone()].rfind(" (").filter(|&open| !text[title.clone()][open..].contains(')'));
    let title = title.start..open.map_or(title.end, |open| title.start + open);
    if let Some(quote) = quoted(text, title.start).filter(|quote| quote.end <= title.end + 1) {
        return Some(quote);
    }
    names_subject(&text[title.clone()]).then_some(title)
}

/// `range` behind the last words in it that lead in to what a report is about.
fn subject_of(text: &str, range: Range<usize>) -> Range<usize> {
    let words = &text[range.clone()];
    let last = phrase::each_exact(words, &LEADS).into_iter().map(|(_, place)| place.end).max();
    let start = range.start + last.unwrap_or(0);
    // `reports on the responsibility to protect, on its implementation`
    let behind = behind_principle(&text[start..range.end]);
    trimmed(text, behind.map_or(start, |behind| range.end - behind.len())..range.end)
}

/// Whether words may be what a report is about: not the report itself (`the second`), nor the sentence around it.
pub(super) fn names_subject(words: &str) -> bool {
    const AROUND: [&str; 11] = [
        "report",
        "reports",
        "followed by",
        "secretary-general",
        "member states",
        "assembly",
        "occasions",
        // A clause of its own.
        "could",
        "was",
        "were",
        "took place",
    ];
    let mut bare = words.split_whitespace().filter(|word| !matches!(*word, "the" | "The" | "a" | "A")).peekable();
    let opener = matches!(
        bare.peek(),
        None | Some(&("In" | "On" | "Since" | "Between" | "From" | "During" | "It" | "They" | "This" | "These"))
    );
    // `the second`, `The first of them`
    let counted =
        bare.next().is_some_and(|word| phrase::ordinal(word).is_some()) && matches!(bare.next(), None | Some("of"));
    let plain = is_principle(words);
    !opener && !counted && !plain && words.len() <= 220 && !phrase::has_any(words, &AROUND)
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
        let head = ["and ", "with ", "on ", "among other things", "inter alia", "among others"]
            .iter()
            .find(|word| inner.starts_with(**word));
        // `devoted to the first signs, to the price of delay`
        let head = head.or_else(|| inner.starts_with("to the ").then_some(&"to "));
        let tail = [" in", " of", " for", " from"].iter().find(|word| inner.ends_with(**word));
        match (head, tail) {
            (Some(word), _) => start += word.len(),
            (None, Some(word)) => end -= word.len(),
            (None, None) if matches!(inner, "in" | "and" | "of") => start = end,
            (None, None) => return within_quotation(text, start..end),
        }
    }
}

/// What stands in a quotation whose closing mark was read as a single one: `may be mentioned “Lessons learned for prevention’`.
fn within_quotation(text: &str, range: Range<usize>) -> Range<usize> {
    let inner = &text[range.clone()];
    let Some(quoted) = inner.strip_suffix(['’', '‘', '\'']) else { return range };
    let Some(open) = quoted.rfind(['“', '„', '"']) else { return range };
    let title = &quoted[open..];
    let start = range.start + open + title.chars().next().map_or(0, char::len_utf8);
    let end = range.start + quoted.trim_end_matches([',', '.', ' ']).len();
    if title.contains(['”', '»']) || start >= end { range } else { start..end }
}

#[cfg(test)]
mod tests {
    use super::{names_subject, trimmed};

    #[test]
    fn what_several_are_devoted_to_is_told_without_its_tie() {
        let title = |text: &'static str| &text[trimmed(text, 0..text.len())];
        assert_eq!(title(", and to the price of delay in"), "the price of delay");
        assert_eq!(title("to act before it is late"), "to act before it is late");
    }

    #[test]
    fn a_quotation_may_close_with_a_single_mark() {
        let title = |text: &'static str| &text[trimmed(text, 0..text.len())];
        assert_eq!(title("among them “Lessons learned for prevention’ of"), "Lessons learned for prevention");
        assert_eq!(title("the States’ rights"), "the States’ rights");
        assert_eq!(title("“One” and the States’"), "“One” and the States’");
    }

    #[test]
    fn a_span_of_years_is_no_subject() {
        for words in ["Between", "From", "During"] {
            assert!(!names_subject(words), "{words}");
        }
        assert!(names_subject("early warning and assessment"));
    }
}
