//! Reports that a sentence names by title and symbol: `"Early warning …" (A/64/864 of 14 July 2010), which was discussed …`.

use std::ops::Range;

use super::discussed::discussions_in;
use super::model::PastReport;
use super::outline::{Outline, Sentence};
use super::phrase;
use super::report_symbol::{is_report, issued, symbol_after, symbol_length};
use super::report_years::{year_behind, year_in_lead, year_of_symbol};

/// A report that a sentence names by a quoted title with a symbol behind it.
pub(super) struct Mention {
    /// Whether it is this year's.
    pub(super) current: bool,
    /// What is said of it; `None` where nothing tells its year.
    pub(super) report: Option<PastReport>,
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
    let ends: Vec<usize> = (0..named.len()).map(|i| reach(text, base, &named[i..])).collect();
    let mut from = 0;
    let mut mentions = Vec::new();
    for ((title, symbol), end) in named.into_iter().zip(ends) {
        let clause = from;
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
        // A date before a clause's title may be that of the meeting: `On 12 July 2011 Member States discussed …`.
        let opens = mentions.is_empty() || text[..clause].ends_with(';');
        if opens && discussed.is_empty() {
            discussed = discussions_in(outline, sentence, base + clause..base + title.start, this);
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
        from = if text[..end].ends_with(';') { end } else { end.min(symbol - base) };
        mentions.push(Mention { current, report, title: base + title.start..base + title.end, symbol });
    }
    mentions
}

/// How far into the sentence reaches what is said of the first of `named`: to the semicolon before the next title, else to
/// that title, else to the end.
fn reach(text: &str, base: usize, named: &[(Range<usize>, usize)]) -> usize {
    let [(_, symbol), (next, _), ..] = named else { return text.len() };
    let from = symbol - base;
    text[from..next.start].rfind(';').map_or(next.start, |stop| from + stop + 1)
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
