//! The reports of earlier years, as a note recalls them.
//!
//! Notes recall them in two forms: a sentence for each (`In 2010, the Secretary-General produced a second report on "…"
//! (A/64/864 of 14 July 2010), which was discussed at …`), or a list within a sentence (`Subsequent reports focused on …
//! in 2010 (A/64/864), … in 2011 (A/65/877)`).

use std::ops::Range;

use jiff::civil::Date;

use super::discussed::{discussions, discussions_in};
use super::model::{Discussion, PastReport, SectionKind};
use super::outline::{Outline, Sentence};
use super::phrase;
use super::report_years::{is_recalled, year_behind, year_in_lead, year_of_symbol, years};
use crate::text::lex::{Token, Value};
use crate::text::{BlockKind, Cited};

/// Reads the reports before that of the event's `year`, oldest first.
pub(super) fn history(outline: &Outline<'_>, year: Option<i16>, mentions: &[Vec<Mention>]) -> Vec<PastReport> {
    let Some(year) = year else { return Vec::new() };
    let mut reports: Vec<PastReport> = Vec::new();
    let mut last: Option<i16> = None;
    let told = |part| !matches!(part, SectionKind::Letter | SectionKind::Programme | SectionKind::Documents);
    let named = outline.words.places(["report", "reports"]);
    for (sentence, mentions) in outline.sentences.iter().zip(mentions).filter(|(sentence, _)| told(sentence.part)) {
        if outline.title.contains(&sentence.block) {
            continue;
        }
        let symbol = outline.reading.tokens_in(sentence.range.clone()).iter().any(|(_, token)| is_report(token));
        let found = if symbol || named.any_in(&sentence.range) {
            told_of(outline, sentence, mentions, year)
        } else {
            Vec::new()
        };
        if found.is_empty() {
            if let Some(report) = last.and_then(|last| reports.iter_mut().find(|report| report.year == last)) {
                add_discussions(report, discussions(outline, sentence, year));
            }
            continue;
        }
        for report in found {
            last = Some(report.year);
            match reports.iter_mut().find(|known| known.year == report.year) {
                Some(known) => complete(known, report),
                None => reports.push(report),
            }
        }
    }
    reports.sort_by_key(|report| report.year);
    reports
}

/// The earlier reports of which a sentence tells: a list's items, those that it names by title and symbol, or one.
fn told_of(outline: &Outline<'_>, sentence: &Sentence, mentions: &[Mention], year: i16) -> Vec<PastReport> {
    match items(outline, sentence, year) {
        items if items.len() >= 2 && mentions.len() < 2 => with_discussions(outline, sentence, items, year),
        _ if !mentions.is_empty() => {
            mentions.iter().filter(|mention| !mention.current).filter_map(|mention| mention.report.clone()).collect()
        }
        _ => single(outline, sentence, year).into_iter().collect(),
    }
}

/// A list's items with the meetings that the sentence tells of behind them, each with the report of its own year.
fn with_discussions(outline: &Outline<'_>, sentence: &Sentence, items: Vec<PastReport>, year: i16) -> Vec<PastReport> {
    let mut items = items;
    for discussion in discussions(outline, sentence, year) {
        let held = discussion.dates.first().map(|date| date.value.year());
        if let Some(item) = items.iter_mut().find(|item| Some(item.year) == held) {
            add_discussions(item, vec![discussion]);
        }
    }
    items
}

/// A report that a sentence names by a quoted title with a symbol behind it.
pub(super) struct Mention {
    /// Whether it is this year's.
    pub(super) current: bool,
    /// What is said of it; `None` where nothing tells its year.
    report: Option<PastReport>,
    /// Its title and its symbol in the reading text.
    pub(super) title: Range<usize>,
    pub(super) symbol: usize,
}

impl Mention {
    /// Whether it is an earlier year's.
    pub(super) fn is_past(&self) -> bool {
        !self.current && self.report.is_some()
    }
}

/// For each sentence, the reports that it names so; none where the event's `year` is not known.
pub(super) fn mentions(outline: &Outline<'_>, year: Option<i16>) -> Vec<Vec<Mention>> {
    let of = |sentence| year.map_or_else(Vec::new, |year| mentions_in(outline, sentence, year));
    outline.sentences.iter().map(of).collect()
}

/// The reports that a sentence names so: each reaches from its title to the next one's.
fn mentions_in(outline: &Outline<'_>, sentence: &Sentence, this: i16) -> Vec<Mention> {
    let text = outline.text(sentence);
    let base = sentence.range.start;
    let mut named: Vec<(Range<usize>, usize)> = Vec::new();
    for (place, _) in outline.reading.tokens_in(sentence.range.clone()).iter().filter(|(_, token)| is_report(token)) {
        let symbol = place.start - base;
        let from = named.last().map_or(0, |&(_, symbol)| symbol - base);
        // The title is the quotation that closes just before the symbol's parenthesis.
        if let Some(title) = title_before(text, from, symbol) {
            named.push((title, place.start));
        }
    }
    let ends: Vec<usize> = named.iter().skip(1).map(|(title, _)| title.start).chain([text.len()]).collect();
    let mut from = 0;
    let mut mentions = Vec::new();
    for ((title, symbol), end) in named.into_iter().zip(ends) {
        let lead = &text[from..title.start];
        let symbol_text = symbol_after(outline, symbol);
        let behind = symbol - base + symbol_length(outline, symbol);
        let year = year_in_lead(lead, this);
        let year = year.or_else(|| year_behind(&text[behind.min(text.len())..], this));
        let year = year.or_else(|| symbol_text.as_ref().and_then(|cited| year_of_symbol(&cited.value)));
        let current = year == Some(this) || phrase::has_any(lead, &["this year"]);
        let place = base + title.end..base + end;
        let issued = issued(outline, sentence, symbol + symbol_length(outline, symbol));
        let mut discussed = discussions_in(outline, sentence, place, this);
        // A date before the first title may be that of the meeting: `On 12 July 2011 Member States discussed …`.
        if mentions.is_empty() && discussed.is_empty() {
            discussed = discussions_in(outline, sentence, base..base + title.start, this);
        }
        if let Some(issued) = &issued {
            discussed.iter_mut().for_each(|discussion| discussion.dates.retain(|date| date.span != issued.span));
            discussed.retain(|discussion| !discussion.dates.is_empty());
        }
        let year = year.or_else(|| discussed.first().and_then(|d| d.dates.first()).map(|date| date.value.year()));
        let report = year.filter(|&year| year < this).map(|year| PastReport {
            year,
            title: Some(outline.cite(base + title.start..base + title.end)),
            symbol: symbol_text,
            issued,
            discussed,
        });
        from = end.min(symbol - base);
        mentions.push(Mention { current, report, title: base + title.start..base + title.end, symbol });
    }
    mentions
}

/// The quotation that closes just before `symbol`, none of it before `from`; or a list item's words up to it.
fn title_before(text: &str, from: usize, symbol: usize) -> Option<Range<usize>> {
    let head = text[from..symbol].trim_end().trim_end_matches(['(', '[']).trim_end();
    let head = head.trim_end_matches(',').trim_end();
    let close = from + head.len();
    if head.ends_with(['"', '”', '»', '’']) {
        let mark = head.chars().next_back().map_or(1, char::len_utf8);
        let inner = &text[from..close - mark];
        let open = inner.rfind(['"', '“', '«', '‘'])?;
        let start = from + open + inner[open..].chars().next().map_or(1, char::len_utf8);
        let end = start + text[start..close - mark].trim_end_matches([',', '.', ' ']).len();
        return (end > start + 3 && end - start < 260).then_some(start..end);
    }
    unquoted_before(text, from, symbol)
}

/// A title without marks, as where italics were lost: what stands between the words that lead in to it and the symbol's
/// bracket, from a capital letter on.
fn unquoted_before(text: &str, from: usize, symbol: usize) -> Option<Range<usize>> {
    const LEADS: [&str; 9] = [
        " were ",
        " was ",
        ", and ",
        " report, ",
        " entitled ",
        " titled ",
        "Secretary-General, ",
        // The symbol of the title before, in its bracket.
        "), ",
        ") and ",
    ];
    let head = text[from..symbol].strip_suffix('(')?.trim_end();
    let start = LEADS.iter().filter_map(|lead| Some(head.rfind(lead)? + lead.len())).max()?;
    let title = &head[start..];
    let dated =
        phrase::words(title).any(|word| title[word.clone()].bytes().all(|b| b.is_ascii_digit()) && word.len() == 4);
    let plain = !title.contains(['"', '“', '”', '.', ';', '(']) && !dated;
    let named = !phrase::has_any(title, &["report", "reports", "resolution", "secretary-general"]);
    (title.starts_with(char::is_uppercase) && title.split(' ').count() >= 2 && title.len() < 200 && plain && named)
        .then_some(from + start..from + head.len())
}

/// How many bytes of the reading text the symbol at `start` takes, a double symbol whole.
fn symbol_length(outline: &Outline<'_>, start: usize) -> usize {
    let tokens = outline.reading.tokens_in(start..start + 80);
    let Some((first, _)) = tokens.first() else { return 0 };
    let second =
        tokens.get(1).filter(|(place, token)| matches!(token.value, Value::Symbol(_)) && place.start <= first.end + 6);
    second.map_or(first.end, |(place, _)| place.end) - start
}

/// What a second mention adds to a first.
fn complete(known: &mut PastReport, more: PastReport) {
    known.title = known.title.take().or(more.title);
    known.symbol = known.symbol.take().or(more.symbol);
    known.issued = known.issued.take().or(more.issued);
    add_discussions(known, more.discussed);
}

fn add_discussions(report: &mut PastReport, more: Vec<Discussion>) {
    for discussion in more {
        let known = |d: &Discussion| {
            d.format == discussion.format
                && d.dates.iter().map(|c| c.value).eq(discussion.dates.iter().map(|c| c.value))
        };
        if !report.discussed.iter().any(known) {
            report.discussed.push(discussion);
        }
    }
}

/// The items of a list: each ends with a symbol in parentheses, or with its year.
fn items(outline: &Outline<'_>, sentence: &Sentence, before: i16) -> Vec<PastReport> {
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

/// The symbol is a report's, not a resolution's or a record's.
fn is_report(token: &Token) -> bool {
    matches!(&token.value, Value::Symbol(symbol) if !symbol.contains("/RES/") && !symbol.contains("/PRST/") && symbol.starts_with("A/"))
}

/// The offset behind the parenthesis that closes after `at`.
fn closing(text: &str, at: usize) -> usize {
    match text[at..].find(')') {
        Some(close) if close < 40 => at + close + 1,
        _ => at,
    }
}

/// Where a list begins: behind the words that lead in to it.
fn list_start(text: &str, first_end: usize) -> usize {
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
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
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

/// One report that a sentence tells of.
fn single(outline: &Outline<'_>, sentence: &Sentence, before: i16) -> Option<PastReport> {
    let text = outline.text(sentence);
    let base = sentence.range.start;
    if let Some(listed) = listed(outline, sentence, before) {
        return Some(listed);
    }
    if let Some(dated) = dated(outline, sentence, before) {
        return Some(dated);
    }
    let report = phrase::find(text, "report")?;
    let (place, year) =
        years(outline, sentence.range.clone()).into_iter().find(|&(_, year)| is_recalled(year, before))?;
    if year >= before {
        return None;
    }
    // A year close before `report`, or at the sentence's start, is the report's.
    let tokens = outline.reading.tokens_in(sentence.range.clone());
    let symbol = tokens.iter().find(|(_, token)| is_report(token)).map(|(place, _)| place.clone());
    let title = titled(text, report.end).or_else(|| subject(text, report.end, symbol.as_ref()?.start - base));
    let title = title.map(|title| outline.cite(base + title.start..base + title.end));
    if title.is_none() && symbol.is_none() {
        return None;
    }
    // `since 2009, eight reports`: a year that something began in is no report's.
    if text[..place.start - base].trim_end().to_lowercase().ends_with("since") {
        return None;
    }
    let issued = symbol.as_ref().and_then(|symbol| issued(outline, sentence, symbol.end));
    let mut discussed = discussions(outline, sentence, before);
    if let Some(issued) = &issued {
        discussed.iter_mut().for_each(|discussion| discussion.dates.retain(|date| date.span != issued.span));
        discussed.retain(|discussion| !discussion.dates.is_empty());
    }
    let symbol = symbol.and_then(|symbol| symbol_after(outline, symbol.start));
    Some(PastReport { year, title, symbol, issued, discussed })
}

/// A report that is an item of a list: `Early warning, assessment and … (A/64/864), 2010`.
fn listed(outline: &Outline<'_>, sentence: &Sentence, before: i16) -> Option<PastReport> {
    let blocks = outline.reading.blocks();
    if blocks[sentence.block].kind != BlockKind::Item {
        return None;
    }
    let text = outline.text(sentence);
    let base = sentence.range.start;
    let (symbol, _) = outline.reading.tokens_in(sentence.range.clone()).iter().find(|(_, token)| is_report(token))?;
    let years = years(outline, sentence.range.clone());
    let cited = symbol_after(outline, symbol.start)?;
    let year = years
        .iter()
        .map(|&(_, year)| year)
        .find(|&year| is_recalled(year, before))
        .or_else(|| year_of_symbol(&cited.value))?;
    let head =
        years.iter().map(|(place, _)| place).find(|place| place.end < symbol.start).map_or(0, |place| place.end - base);
    let title = trimmed(text, head..symbol.start - base);
    let title = quoted(text, title.start).filter(|quote| quote.end <= title.end + 4).unwrap_or(title);
    (year < before && text[title.clone()].split(' ').count() >= 2).then(|| PastReport {
        year,
        title: Some(outline.cite(base + title.start..base + title.end)),
        symbol: Some(cited),
        issued: issued(outline, sentence, symbol.start + symbol_length(outline, symbol.start)),
        discussed: discussions(outline, sentence, before),
    })
}

/// A report that a sentence names by its year and its symbol alone: `the strategy presented in 2009 (A/63/677)`.
fn dated(outline: &Outline<'_>, sentence: &Sentence, before: i16) -> Option<PastReport> {
    let text = outline.text(sentence);
    if text.contains(['"', '“']) || phrase::find(text, "report").is_some() {
        return None;
    }
    let (symbol, _) = outline.reading.tokens_in(sentence.range.clone()).iter().find(|(_, token)| is_report(token))?;
    let years = years(outline, sentence.range.clone());
    let (place, year) = years.iter().find(|(place, year)| place.end < symbol.start && *year < before)?;
    let close = outline.reading.text()[place.end..symbol.start].trim() == "(";
    close.then(|| PastReport {
        year: *year,
        title: None,
        symbol: symbol_after(outline, symbol.start),
        issued: None,
        discussed: Vec::new(),
    })
}

/// What a report is called: a quotation behind `report`, or behind `entitled`.
fn titled(text: &str, from: usize) -> Option<Range<usize>> {
    let quote = quoted(text, from)?;
    (quote.start - from < 90).then_some(quote)
}

/// What a report without a quoted title is said to be about: `focused on early warning and assessment (A/64/864)`.
fn subject(text: &str, from: usize, symbol: usize) -> Option<Range<usize>> {
    let head = text.get(from..symbol)?.trim_end().strip_suffix('(')?;
    let lead = list_start(head, head.len());
    let subject = trimmed(text, from + lead..from + head.len());
    let words = text[subject.clone()].split(' ').count();
    (lead > 0 && (2..=16).contains(&words) && !text[subject.clone()].contains(['(', ';', '"'])).then_some(subject)
}

/// `(A/63/677 of 12 January 2009)`: the date behind the symbol.
fn issued(outline: &Outline<'_>, sentence: &Sentence, symbol_end: usize) -> Option<Cited<Date>> {
    outline.reading.tokens_in(symbol_end..sentence.range.end).iter().find_map(|(place, token)| {
        let Value::Date { days, .. } = &token.value else { return None };
        let between = outline.reading.text()[symbol_end..place.start].trim();
        let day = days.first()?;
        let bare = between.trim_start_matches([')', ',', ' ']).trim_start_matches("which ").trim_start_matches("was ");
        let said =
            matches!(bare, "of" | "dated" | "issued on" | "issued" | "submitted on" | "published on" | "released on");
        (said || between == ",").then(|| Cited::new(day.date, day.span))
    })
}

/// What a quotation opens with.
pub(super) const OPENING_MARKS: [char; 4] = ['"', '“', '«', '„'];

/// The first quotation at or behind `from` that may be a title, without its marks.
pub(super) fn quoted(text: &str, mut from: usize) -> Option<Range<usize>> {
    const CLOSES: [char; 4] = ['"', '”', '“', '»'];
    loop {
        let open = from + text[from..].find(OPENING_MARKS)?;
        let mark = text[open..].chars().next()?;
        let start = open + mark.len_utf8();
        let close = start + text[start..].find(CLOSES)?;
        let inner = text[start..close].trim_end_matches([',', '.', ' ']);
        let lead = inner.len() - inner.trim_start().len();
        if inner.len() >= 260 {
            // So long a quotation was never closed: what closes it opens another.
            from = close;
        } else if inner.trim().len() > 3 {
            return Some(start + lead..start + inner.len());
        } else {
            from = after_quote(text, close);
        }
    }
}

/// Where the text goes on behind the mark that closes a quotation whose words end at `end`.
pub(super) fn after_quote(text: &str, end: usize) -> usize {
    let behind = text[end..].char_indices().find(|(_, c)| matches!(c, '"' | '”' | '“' | '»'));
    behind.map_or(text.len(), |(at, mark)| end + at + mark.len_utf8())
}

/// The symbol at `start` of the reading text, a double symbol whole.
pub(super) fn symbol_after(outline: &Outline<'_>, start: usize) -> Option<Cited<String>> {
    let tokens = outline.reading.tokens_in(start..start + 80);
    let (place, token) = tokens.first()?;
    let Value::Symbol(symbol) = &token.value else { return None };
    let single = Cited::new(symbol.clone(), outline.reading.raw_span(place.clone()));
    let Some((second, Value::Symbol(other))) = tokens.get(1).map(|(place, token)| (place, &token.value)) else {
        return Some(single);
    };
    let between = outline.reading.text().get(place.end..second.start)?;
    let joined = matches!(between.trim(), "-" | "–" | "—") && between.len() <= 6;
    if joined && other.starts_with("S/") {
        return Some(Cited::new(format!("{symbol}–{other}"), outline.reading.raw_span(place.start..second.end)));
    }
    Some(single)
}
