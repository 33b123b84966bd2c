//! Reports that a sentence names by title and symbol: `"Early warning …" (A/64/864 of 14 July 2010), which was discussed …`.

use std::iter;
use std::ops::Range;

use jiff::civil::Date;

use super::block::in_text;
use super::discussed::discussions_in;
use super::model::{Discussion, PastReport};
use super::outline::{Outline, Sentence};
use super::phrase;
use super::report_symbol::{is_report, issued, issued_in_lead, symbol_after, symbol_length};
use super::report_years::{year_agreed, year_behind, year_in_lead, year_of_symbol};
use crate::text::Cited;

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
    let named = named_in(outline, sentence);
    let length = outline.text(sentence).len();
    let first = Bound { at: 0, opens: true, lead: 0 };
    let between = named.windows(2).map(|pair| bound(outline, sentence, pair[0].symbol..pair[1].title.start));
    let last = Bound { at: length, opens: false, lead: length };
    let bounds: Vec<Bound> = iter::once(first).chain(between).chain([last]).collect();
    let said = |(named, bounds): (Named, &[Bound])| {
        Said { outline, sentence, named, from: &bounds[0], end: bounds[1].at, this }.mention()
    };
    named.into_iter().zip(bounds.windows(2)).map(said).collect()
}

/// The title of a report and where its symbol begins, in the words of a sentence.
struct Named {
    title: Range<usize>,
    symbol: usize,
}

/// The reports of a sentence that have a title before their symbol.
fn named_in(outline: &Outline<'_>, sentence: &Sentence) -> Vec<Named> {
    let text = outline.text(sentence);
    let mut named: Vec<Named> = Vec::new();
    for (place, _) in outline.reading.tokens_in(sentence.range.clone()).iter().filter(|(_, token)| is_report(token)) {
        let symbol = place.start - sentence.range.start;
        let from = named.last().map_or(0, |last| last.symbol);
        // The title is the quotation that closes just before the symbol's parenthesis.
        let own = || if named.is_empty() { listed_before(outline, sentence, symbol) } else { None };
        if let Some(title) = title_before(text, from, symbol).or_else(own) {
            named.push(Named { title, symbol });
        }
    }
    named
}

/// What a sentence says of one of the reports that it names.
struct Said<'a> {
    outline: &'a Outline<'a>,
    sentence: &'a Sentence,
    named: Named,
    /// What parts it from the report before.
    from: &'a Bound,
    /// Where it ends.
    end: usize,
    /// The year of the event.
    this: i16,
}

impl Said<'_> {
    fn mention(&self) -> Mention {
        let (title, symbol) = (self.in_text(self.named.title.clone()), self.sentence.range.start + self.named.symbol);
        let cited_symbol = symbol_after(self.outline, symbol);
        let symbol_end = symbol + symbol_length(self.outline, symbol);
        let issued = issued(self.outline, self.sentence, symbol_end)
            .or_else(|| issued_in_lead(self.outline, self.in_text(self.from.lead..self.named.title.start)));
        let own = cited_symbol.as_ref().map(|cited| cited.value.as_str());
        // A year that the symbol contradicts is that of something else.
        let fits = |said: &i16| own.is_none_or(|own| year_agreed(*said, own).is_some());
        let told = year_in_lead(self.lead(), self.this).filter(fits);
        // Of a session's two years, the day on which it appeared tells which.
        let appeared = || year_agreed(issued.as_ref().map(|date| date.value.year()).filter(fits)?, own?);
        let behind = self.outline.text(self.sentence).get(symbol_end - self.sentence.range.start..).unwrap_or_default();
        let year =
            told.or_else(|| year_behind(behind, self.this)).or_else(appeared).or_else(|| own.and_then(year_of_symbol));
        // `of interest to this year's debate: that of 2020, "…"`: a year that is told goes before what only stands with it.
        let recalled = told.is_some_and(|told| told < self.this);
        let current = year == Some(self.this) || !recalled && self.is_before_event(own);
        // What is to be discussed is no earlier year's, though it was issued then.
        let year = if current { Some(self.this) } else { year };
        let discussed = self.discussed(year, issued.as_ref());
        let held = || Some(discussed.first()?.dates.first()?.value.year());
        let year = year.or_else(held).filter(|&year| year < self.this);
        let report = year.map(|year| PastReport {
            year,
            title: Some(self.outline.cite(title.clone())),
            symbol: cited_symbol,
            issued,
            discussed,
        });
        Mention { current, report, title, symbol }
    }

    /// The words that lead in to the title.
    fn lead(&self) -> &str {
        &self.outline.text(self.sentence)[self.from.lead..self.named.title.start]
    }

    /// Where a part of the sentence stands in the reading text.
    fn in_text(&self, part: Range<usize>) -> Range<usize> {
        let base = self.sentence.range.start;
        base + part.start..base + part.end
    }

    /// Whether the words before the title make it the report that the event is to discuss, which has its `symbol`.
    fn is_before_event(&self, symbol: Option<&str>) -> bool {
        let of_year = || symbol.is_none_or(|symbol| year_of_symbol(symbol) == Some(self.this));
        phrase::has_any(self.lead(), &["this year"]) || of_year() && phrase::has_any(self.lead(), &BEFORE_EVENT)
    }

    /// The meetings at which the report of `year` was discussed; the day on which it was `issued` is that of none.
    fn discussed(&self, year: Option<i16>, issued: Option<&Cited<Date>>) -> Vec<Discussion> {
        let meetings = |part| discussions_in(self.outline, self.sentence, self.in_text(part), self.this);
        let mut discussed = meetings(self.named.title.end..self.end);
        // A date before a clause's title may be that of the meeting: `On 12 July 2011 Member States discussed …`.
        if self.from.opens && discussed.is_empty() {
            discussed = meetings(self.from.at..self.named.title.start);
            // One of an earlier year is another report's.
            let fits = |held: i16| year.is_none_or(|year| held >= year);
            discussed.retain(|discussion| discussion.dates.iter().all(|date| fits(date.value.year())));
        }
        if let Some(issued) = issued {
            discussed.iter_mut().for_each(|discussion| discussion.dates.retain(|date| date.span != issued.span));
            discussed.retain(|discussion| !discussion.dates.is_empty());
        }
        discussed
    }
}

/// What is said of the report that an event is to discuss.
pub(super) const BEFORE_EVENT: [&str; 8] = [
    "has before it",
    "have before it",
    "have before them",
    "before the assembly is",
    "under discussion",
    "under consideration",
    "present report",
    "will consider",
];

/// Where, between two reports that a sentence names, what is said of the first ends.
struct Bound {
    at: usize,
    /// Whether a clause of its own begins there, whose date is the second's.
    opens: bool,
    /// Where the words begin that may tell the second's year.
    lead: usize,
}

/// What parts the reports of which `between` holds the first's symbol and the words up to the second's title: a semicolon,
/// a clause that begins with its own date (`, and on 12 July 2011 a third meeting, devoted to "…"`), else nothing but the
/// second's title.
fn bound(outline: &Outline<'_>, sentence: &Sentence, between: Range<usize>) -> Bound {
    // The mark that opens the second's title is none of them.
    let words = outline.text(sentence)[between.clone()].trim_end_matches(['"', '“', '«', '‘']);
    if let Some(stop) = words.rfind(';') {
        let at = between.start + stop + 1;
        return Bound { at, opens: true, lead: at };
    }
    // `(A/63/677) of 2009: "Early warning …"`: a semicolon that was misread; the year is the first's.
    let year = words.trim_end().strip_suffix(':').and_then(|words| words.rsplit_once(") of "));
    if year.is_some_and(|(_, year)| year.parse::<u16>().is_ok()) {
        return Bound { at: between.end, opens: true, lead: between.end };
    }
    if let Some(at) = dated_clause(words) {
        let at = between.start + at;
        return Bound { at, opens: true, lead: at };
    }
    Bound { at: between.end, opens: false, lead: between.start + lead(words) }
}

/// Where the words begin that lead in to the second report: where it is only joined on (`…, submitted in 2020, and "…"`), what
/// stands before is the first's, but for its own name (`…, and the report of 2011, "…"`).
fn lead(words: &str) -> usize {
    let open = words.trim_end();
    let joined = open.trim_end_matches(',');
    let head = joined.strip_suffix(" and").unwrap_or(joined);
    if head.len() == open.len() {
        return 0;
    }
    let tie = [", and ", " and ", ", "].iter().filter_map(|tie| Some(head.rfind(tie)? + tie.len())).max();
    let names = |at: &usize| ["the ", "this ", "his ", "her "].iter().any(|article| head[*at..].starts_with(article));
    tie.filter(names).unwrap_or(words.len())
}

/// Where the last clause begins that a date opens, with nothing joined on before the words end.
fn dated_clause(words: &str) -> Option<usize> {
    const TIES: [&str; 6] = [", and on ", " and on ", ", on ", ", and in ", " and in ", ", in "];
    let starts = TIES.iter().filter_map(|tie| Some((words.rfind(tie)?, tie.len())));
    let (start, length) = starts.max_by_key(|&(at, length)| at + length)?;
    let clause = &words[start + length..];
    let dated = clause.split(' ').take(4).any(|word| word.bytes().filter(u8::is_ascii_digit).count() >= 1);
    let ends = clause.trim_end().trim_end_matches(',');
    let joined = ends.ends_with(" and") || ends.ends_with(" and the report") || ends.ends_with(" by");
    (dated && !joined).then_some(start)
}

/// What may stand between a report's title and its symbol.
const NAMED: [&str; 5] =
    [" contained in document", " issued as document", " circulated as document", " in document", " document"];

/// A title without marks that begins a paragraph, as one of those that the line above leads in to: `Two reports have been
/// before the Assembly, namely:` / `Implementing the responsibility to protect (A/63/677 …), which was …;`.
fn listed_before(outline: &Outline<'_>, sentence: &Sentence, symbol: usize) -> Option<Range<usize>> {
    let blocks = outline.reading.blocks();
    let block = &blocks[sentence.block];
    if block.range.start != sentence.range.start {
        return None;
    }
    let above = blocks[..sentence.block].iter().rfind(|block| in_text(block))?;
    let above = outline.reading.block_text(above);
    let led = above.ends_with(':') && phrase::has_any(above, &["reports"]);
    let goes_on = above.ends_with([';', ',']) || above.ends_with("; and");
    let head = outline.text(sentence)[..symbol].strip_suffix('(')?.trim_end();
    ((led || goes_on) && is_title(head)).then_some(0..head.len())
}

/// Whether words without marks may be a title: they begin large, and neither name a report nor a year.
fn is_title(words: &str) -> bool {
    let dated =
        phrase::words(words).any(|word| words[word.clone()].bytes().all(|b| b.is_ascii_digit()) && word.len() == 4);
    let plain = !words.contains(['"', '“', '”', '.', ';', '(']) && !dated;
    let named = phrase::has_any(words, &["report", "reports", "resolution", "secretary-general"]);
    words.starts_with(char::is_uppercase) && words.split(' ').count() >= 2 && words.len() < 200 && plain && !named
}

/// The quotation that closes just before `symbol`, none of it before `from`; or a list item's words up to it.
fn title_before(text: &str, from: usize, symbol: usize) -> Option<Range<usize>> {
    let head = text[from..symbol].trim_end().trim_end_matches(['(', '[']).trim_end();
    // `"…", document A/63/677`
    let head = NAMED.iter().find_map(|noun| head.strip_suffix(noun)).unwrap_or(head);
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
    is_title(title).then_some(from + start..from + head.len())
}

#[cfg(test)]
mod tests {
    use super::mentions;
    use crate::note::outline::Outline;
    use crate::text::Reading;

    fn named(text: &str) -> Vec<String> {
        let reading = Reading::of(text);
        let outline = Outline::of(&reading);
        let all = mentions(&outline, Some(2024)).into_iter().flatten();
        let titles = all.filter_map(|mention| mention.report?.title).map(|title| title.value);
        titles.collect()
    }

    #[test]
    fn a_report_may_be_said_to_be_issued_before_its_title() {
        let issued = |lead: &str| {
            let text = format!("Background\n\nThe second report, {lead} \"Early signs\" (A/74/464), was read.\n");
            let reading = Reading::of(&text);
            let all = mentions(&Outline::of(&reading), Some(2024)).into_iter().flatten();
            all.filter_map(|mention| mention.report?.issued).map(|date| date.value.to_string()).next()
        };
        assert_eq!(issued("issued on 30 May 2020 under the title").as_deref(), Some("2020-05-30"));
        assert_eq!(issued("dated 30 May 2020 and entitled").as_deref(), Some("2020-05-30"));
        assert_eq!(issued("considered on 30 May 2020 under the title"), None);
    }

    #[test]
    fn a_symbol_may_be_called_a_documents() {
        let text = "Background\n\nThe reports so far were \"Early signs\", document A/74/464, dated 12 May 2020, and \"Last signs\", \
                    contained in document A/75/863, dated 3 June 2021.\n";
        assert_eq!(named(text), ["Early signs", "Last signs"]);
    }

    #[test]
    fn a_colon_behind_a_reports_year_parts_it_from_the_next() {
        let text = "Background\n\nThey are “First signs” (A/73/464) of 2019: “Early signs” (A/74/464) of 2020; and “Last signs” \
                    (A/75/863) of 2021.\n";
        assert_eq!(named(text), ["First signs", "Early signs", "Last signs"]);
        let reading = Reading::of(text);
        let all = mentions(&Outline::of(&reading), Some(2024)).into_iter().flatten();
        let years: Vec<i16> = all.filter_map(|mention| Some(mention.report?.year)).collect();
        assert_eq!(years, [2019, 2020, 2021]);
    }

    #[test]
    fn a_report_of_an_earlier_year_is_none_of_this_years() {
        let text = "Background\n\nTwo reports are of interest to this year's discussion: that of 2020, \"Early signs\" \
                    (A/74/464), and that of 2021, \"Last signs\" (A/75/863), which was considered in a debate on 9 July 2021.\n";
        assert_eq!(named(text), ["Early signs", "Last signs"]);
    }

    #[test]
    fn the_day_of_a_report_tells_which_of_a_sessions_years_is_its_own() {
        let year = |dated: &str| {
            let text =
                format!("Background\n\nThe reports so far were \"Early signs\" (A/76/340 of {dated}) and others.\n");
            let reading = Reading::of(&text);
            let all = mentions(&Outline::of(&reading), Some(2024)).into_iter().flatten();
            all.filter_map(|mention| mention.report).map(|report| report.year).next()
        };
        assert_eq!((year("14 September 2021"), year("3 June 2022")), (Some(2021), Some(2022)));
    }

    #[test]
    fn a_title_without_marks_may_begin_its_paragraph() {
        let lead = "Background\n\nTwo reports have been before the Assembly, namely:";
        let first =
            "Seeing the first of the signs (A/74/464 of 12 May 2020), which was considered in a debate on 9 July 2020;";
        let second =
            "Seeing the last of the signs (A/75/863 of 3 June 2021), which was considered in a debate on 9 July 2021.";
        let all = ["Seeing the first of the signs", "Seeing the last of the signs"];
        assert_eq!(named(&format!("{lead}\n\n    {first}\n\n    {second}\n")), all);
        assert!(named(&format!("Background\n\nThe Assembly met again.\n\n    {first}\n")).is_empty());
    }
}
