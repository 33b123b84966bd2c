//! The reports of earlier years, as a note recalls them.
//!
//! Notes recall them in two forms: a sentence for each (`In 2010, the Secretary-General produced a second report on "…"
//! (A/64/864 of 14 July 2010), which was discussed at …`), or a list within a sentence (`Subsequent reports focused on …
//! in 2010 (A/64/864), … in 2011 (A/65/877)`).

use std::collections::BTreeSet;
use std::ops::Range;

use super::discussed::{discussions, discussions_in, discussions_in_row};
use super::mention::Mention;
use super::model::{Discussion, PastReport, SectionKind};
use super::outline::{Outline, Sentence};
use super::phrase;
use super::quotation::quoted;
use super::report_list::{Item, items, list_start, names_subject, trimmed};
use super::report_symbol::{is_report, issued, issued_before, symbol_after, symbol_length};
use super::report_years::{is_recalled, year_agreed, year_of_symbol, years};
use crate::text::BlockKind;

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
            if let Some(last) = last {
                let discussions = discussions(outline, sentence, year);
                if !discussions.is_empty() && tells_of_past(outline, sentence) {
                    add_taken_up(&mut reports, last, discussions);
                }
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
    // What has neither a title nor a symbol was a meeting's year.
    reports.retain(|report| report.title.is_some() || report.symbol.is_some());
    reports.sort_by_key(|report| report.year);
    reports
}

/// Whether a sentence that names no report tells of what has been, and not of this year's event.
fn tells_of_past(outline: &Outline<'_>, sentence: &Sentence) -> bool {
    const BEEN: [&str; 14] = [
        "was",
        "were",
        "had",
        "has been",
        "have been",
        "took",
        "held",
        "discussed",
        "considered",
        "debated",
        "examined",
        "addressed",
        "reviewed",
        "devoted",
    ];
    let text = outline.text(sentence);
    phrase::has_exact(text, &BEEN) && !phrase::has_exact(text, &["will", "shall", "be held", "be convened"])
}

/// The earlier reports of which a sentence tells: a list's items, those that it names by title and symbol, or one.
fn told_of(outline: &Outline<'_>, sentence: &Sentence, mentions: &[Mention], year: i16) -> Vec<PastReport> {
    match items(outline, sentence, year) {
        // Years without symbols part no list in a sentence that names a report by its title and its symbol.
        items
            if items.len() >= 2
                && (mentions.is_empty()
                    || mentions.len() < 2 && has_symbol(&items) && lists_reports(outline, sentence)) =>
        {
            with_discussions(outline, sentence, items, year)
        }
        _ if !mentions.is_empty() => {
            mentions.iter().filter(|mention| !mention.current).filter_map(|mention| mention.report.clone()).collect()
        }
        _ => single(outline, sentence, year).into_iter().collect(),
    }
}

/// Whether a sentence tells of several reports: else, where it names one by title and symbol, its other years are of other
/// things.
fn lists_reports(outline: &Outline<'_>, sentence: &Sentence) -> bool {
    let symbols = outline.reading.tokens_in(sentence.range.clone()).iter().filter(|(_, token)| is_report(token));
    if symbols.count() >= 2 {
        return true;
    }
    phrase::has_any(outline.text(sentence), &["reports", "dialogues", "debates"])
}

fn has_symbol(items: &[Item]) -> bool {
    items.iter().any(|item| item.report.symbol.is_some())
}

/// A list's reports with the meetings that the sentence tells of: those within an item are its own, each of the others is
/// that of the report of its year.
fn with_discussions(outline: &Outline<'_>, sentence: &Sentence, items: Vec<Item>, year: i16) -> Vec<PastReport> {
    let of = |range: Range<usize>| discussions_in(outline, sentence, range, year);
    // `… in 2009 (A/63/677), which was debated on 23 July 2009, and "…" in 2010`: what `which` begins is the report's before it.
    let own_from = |i: usize| {
        let range = &items[i].range;
        let title = || Some(outline.reading.read_range(items[i].report.title.as_ref()?.span).start);
        let words = outline.reading.text()[range.clone()].trim_start_matches([')', ',', ' ']);
        let goes_on = i > 0 && ["which ", "and which "].iter().any(|which| words.starts_with(which));
        title().filter(|title| goes_on && range.contains(title)).unwrap_or(range.start)
    };
    let starts: Vec<usize> = (0..items.len()).map(own_from).collect();
    let within = items.iter().enumerate().map(|(i, item)| {
        let behind = items.get(i + 1).filter(|next| starts[i + 1] > next.range.start);
        let behind = behind.map(|next| of(next.range.start..starts[i + 1])).unwrap_or_default();
        [of(starts[i]..item.range.end), behind].concat()
    });
    let within: Vec<Vec<Discussion>> = within.collect();
    let mut reports: Vec<PastReport> = items.into_iter().map(|item| item.report).collect();
    for (report, own) in reports.iter_mut().zip(&within) {
        add_discussions(report, own.clone());
    }
    let taken = |discussion: &Discussion| within.iter().flatten().any(|own| own.dates == discussion.dates);
    for discussion in discussions(outline, sentence, year).into_iter().filter(|discussion| !taken(discussion)) {
        let held = discussion.dates.first().map(|date| date.value.year());
        if let Some(report) = reports.iter_mut().find(|report| Some(report.year) == held) {
            add_discussions(report, vec![discussion]);
        }
    }
    reports
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

/// The meetings of which a sentence tells that names no report: those of the report named `last`; where they are of several
/// years, and a report of each is known, each is that of the report of its year: `The former was taken up …, and the latter …`.
fn add_taken_up(reports: &mut [PastReport], last: i16, discussions: Vec<Discussion>) {
    let held = |discussion: &Discussion| discussion.dates.first().map(|date| date.value.year());
    let years: BTreeSet<Option<i16>> = discussions.iter().map(held).collect();
    let each = years.len() > 1 && years.iter().all(|held| reports.iter().any(|report| Some(report.year) == *held));
    for discussion in discussions {
        let of = if each { held(&discussion) } else { Some(last) };
        if let Some(report) = reports.iter_mut().find(|report| Some(report.year) == of) {
            add_discussions(report, vec![discussion]);
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
    const OF_SEVERAL: [&str; 4] = ["of these reports", "of those reports", "of the reports", "of his reports"];
    // `That of 2031, entitled "…"`, behind a sentence on reports.
    let that = || Some(0.."That of".len()).filter(|_| text.starts_with("That of "));
    let report = phrase::find(text, "report").or_else(|| phrase::first_of(text, &OF_SEVERAL)).or_else(that)?;
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
    if phrase::ends_with(text[..place.start - base].trim_end(), "since") {
        return None;
    }
    let issued = symbol.as_ref().and_then(|symbol| {
        issued(outline, sentence, symbol.end).or_else(|| issued_before(outline, sentence, symbol.start))
    });
    let mut discussed = discussions(outline, sentence, before);
    if let Some(issued) = &issued {
        discussed.iter_mut().for_each(|discussion| discussion.dates.retain(|date| date.span != issued.span));
        discussed.retain(|discussion| !discussion.dates.is_empty());
    }
    let symbol = symbol.and_then(|symbol| symbol_after(outline, symbol.start));
    let agreed = symbol.as_ref().and_then(|symbol| year_agreed(year, &symbol.value));
    Some(PastReport {
        year: agreed.unwrap_or(year),
        title,
        symbol: symbol.filter(|_| agreed.is_some()),
        issued,
        discussed,
    })
}

/// A report that is an item of a list or a row of a table: `Early warning, assessment and … (A/64/864), 2010`.
fn listed(outline: &Outline<'_>, sentence: &Sentence, before: i16) -> Option<PastReport> {
    let blocks = outline.reading.blocks();
    let text = outline.text(sentence);
    let base = sentence.range.start;
    if !matches!(blocks[sentence.block].kind, BlockKind::Item | BlockKind::Row) && !is_year_row(outline, sentence) {
        return None;
    }
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
    let title = if blocks[sentence.block].kind == BlockKind::Row { titled_cell(outline, sentence) } else { None };
    let title = title.unwrap_or_else(|| trimmed(text, head..symbol.start - base));
    let title = quoted(text, title.start).filter(|quote| quote.end <= title.end + 4).unwrap_or(title);
    let told = discussions(outline, sentence, before);
    let row = blocks[sentence.block].kind == BlockKind::Row && told.is_empty();
    let discussed = if row { discussions_in_row(outline, sentence, before) } else { told };
    (year < before && text[title.clone()].split(' ').count() >= 2).then(|| PastReport {
        year,
        title: Some(outline.cite(base + title.start..base + title.end)),
        symbol: Some(cited),
        issued: issued(outline, sentence, symbol.start + symbol_length(outline, symbol.start)),
        discussed,
    })
}

/// The longest cell of a row without a date or a symbol, where its symbol has a cell of its own: `2009`, `A/63/677`, `Early
/// warning`.
fn titled_cell(outline: &Outline<'_>, sentence: &Sentence) -> Option<Range<usize>> {
    let text = outline.text(sentence);
    let tokens = outline.reading.tokens_in(sentence.range.clone());
    let starts = std::iter::once(0).chain(text.match_indices('\t').map(|(tab, _)| tab + 1));
    let ends = text.match_indices('\t').map(|(tab, _)| tab).chain([text.len()]);
    let cells: Vec<Range<usize>> = starts.zip(ends).map(|(start, end)| start..end).collect();
    let within = |cell: &Range<usize>, place: &Range<usize>| {
        cell.contains(&(place.start - sentence.range.start)) && place.end - sentence.range.start <= cell.end
    };
    let alone = |cell: &Range<usize>| !text[cell.clone()].trim().contains(' ');
    let symbol = |cell: &&Range<usize>| tokens.iter().any(|(place, token)| is_report(token) && within(cell, place));
    cells.iter().find(symbol).filter(|cell| alone(cell))?;
    let plain = |cell: &&Range<usize>| tokens.iter().all(|(place, _)| !within(cell, place)) && !alone(cell);
    cells.iter().filter(plain).max_by_key(|cell| cell.len()).cloned()
}

/// Whether a block is a year, a title and a symbol in brackets: a row of a table without marks.
fn is_year_row(outline: &Outline<'_>, sentence: &Sentence) -> bool {
    let text = outline.text(sentence);
    let begins = |rest: &str| rest.trim_start().starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“'));
    let titled =
        text.ends_with(')') && text.starts_with(|c: char| c.is_ascii_digit()) && text.get(4..).is_some_and(begins);
    let whole = outline.reading.blocks()[sentence.block].range == sentence.range;
    let first = || years(outline, sentence.range.clone()).first().map(|(place, _)| place.start);
    titled && whole && first() == Some(sentence.range.start)
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

/// What a report without a quoted title is said to be about: `focused on early warning and assessment (A/64/864)`, `report
/// on early warning (A/64/864)`.
fn subject(text: &str, from: usize, symbol: usize) -> Option<Range<usize>> {
    let head = text.get(from..symbol)?.trim_end().strip_suffix('(')?;
    let own = head.strip_prefix(" of the Secretary-General").unwrap_or(head);
    let behind = own.starts_with(" on ").then(|| head.len() - own.len() + 4);
    let lead = list_start(head, head.len()).max(behind.unwrap_or(0));
    let subject = trimmed(text, from + lead..from + head.len());
    let words = &text[subject.clone()];
    let short = (2..=16).contains(&words.split(' ').count()) && !words.contains(['(', ';', '"']);
    (lead > 0 && short && names_subject(words)).then_some(subject)
}

#[cfg(test)]
mod tests {
    #[test]
    fn reports_may_stand_in_a_table_of_years() {
        let rows = "     2009   Implementing the responsibility to protect (A/63/677)\n     2012   Responsibility to protect: timely \
                    and decisive response (A/66/874)\n     2014   Fulfilling our collective responsibility: international \
                    assistance and the\n            responsibility to protect (A/68/947)\n";
        let text = format!(
            "Background\n\nThe Secretary-General has so far presented three reports on the matter, each of them on one side of it, and \
             all three have been before the Assembly. They are these, one a year:\n\n{rows}\nThe dialogue will be held on 5 September 2015.\n"
        );
        let document = crate::note::read("note", text.as_bytes()).expect("a note");
        let told: Vec<_> = document
            .note
            .history
            .iter()
            .map(|report| (report.year, report.title.as_ref().map(|title| title.value.as_str())))
            .collect();
        assert_eq!(
            told,
            [
                (2009, Some("Implementing the responsibility to protect")),
                (2012, Some("Responsibility to protect: timely and decisive response")),
                (
                    2014,
                    Some(
                        "Fulfilling our collective responsibility: international assistance and the responsibility to protect"
                    )
                ),
            ]
        );
    }

    #[test]
    fn what_a_relative_clause_says_is_of_the_report_before_it() {
        let discussed = |clause: &str| {
            let told = format!(
                "Background\n\nThe reports began with \"Implementing the principle\" in 2009 (A/63/677), {clause} \"Early warning\" in \
                 2010 (A/64/864) and \"Regional arrangements\" in 2011 (A/65/877).\n\nThe dialogue will be held on 5 September 2015.\n"
            );
            let history = crate::note::read("note", told.as_bytes()).expect("a note").note.history;
            history
                .into_iter()
                .filter(|report| !report.discussed.is_empty())
                .map(|report| report.year)
                .collect::<Vec<_>>()
        };
        assert_eq!(discussed("which was debated formally on 23 July 2009, and went on to"), [2009]);
        assert_eq!(discussed("and on 9 August 2010 there was a dialogue on"), [2010]);
    }

    #[test]
    fn a_report_may_be_taken_up_with_any_verb_of_the_past() {
        for verb in ["examined", "considered", "reviewed", "addressed", "debated"] {
            let told = format!(
                "Background\n\nThe report of 2009, \"Implementing the responsibility to protect\" (A/63/677), set out three \
                 pillars. The Assembly {verb} it in an informal interactive dialogue on 23 July 2009.\n\nProgramme\n\n10 a.m. \
                 Opening\n\nThe dialogue will be held on 5 September 2012.\n"
            );
            let document = crate::note::read("note", told.as_bytes()).expect("a note");
            let note = document.note;
            let discussed = note.history.first().map(|report| report.discussed.len());
            assert_eq!(discussed, Some(1), "{verb}: {:?}", note.history);
        }
    }
}
