//! What a title block alone does not tell. A title that took up the theme behind it is parted again: at the blank line
//! between them, or where the title of this year's report begins. Where no block gives a title, a message's subject does;
//! where none gives a theme, the sentence of the running text that says what it is.

use std::ops::Range;

use super::block::TitleBlock;
use super::line::{before_date, ends_open, names_event};
use super::theme::unquoted;
use crate::note::letter_forms::message_line;
use crate::note::model::SectionKind;
use crate::note::outline::Outline;
use crate::note::principle::begins_with_principle;
use crate::note::{phrase, venue};
use crate::text::Cited;
use crate::text::lex::Value;

/// A theme that is no more than this names none.
const THEME_WORDS: usize = 4;

/// Parts a title block without a theme, and fills in what it lacks; `raw` is the text as given, `report` the title of this
/// year's report.
pub(in crate::note) fn part(outline: &Outline<'_>, block: TitleBlock, raw: &str, report: Option<&str>) -> TitleBlock {
    let block = parted_before_report(outline, block, report);
    let block = parted(outline, block, raw, report);
    let title = block.title.or_else(|| subject_line(outline));
    TitleBlock { theme: block.theme.or_else(|| said_theme(outline)), title }
}

/// Parts a title that runs on to the theme where the report's title begins, which the theme is: not at the colon within it.
fn parted_before_report(outline: &Outline<'_>, block: TitleBlock, report: Option<&str>) -> TitleBlock {
    let (Some(title), Some(theme), Some(report)) = (&block.title, &block.theme, report) else { return block };
    let (title, theme) = (outline.reading.read_range(title.span), outline.reading.read_range(theme.span));
    let Some(words) = outline.reading.text().get(title.start..theme.end) else { return block };
    match report_begins(words, report).filter(|&at| title.start + at < title.end) {
        // `… on the Responsibility to Protect: Timely and decisive response`: the principle belongs to both.
        Some(at) if names_event(&words[..at]) && !begins_with_principle(report) => {
            let head = words[..at].trim_end_matches([' ', ',', ':', '–', '-', '"', '“']).len();
            TitleBlock {
                title: Some(outline.cite(title.start..title.start + head)),
                theme: Some(outline.cite(title.start + at..theme.end)),
            }
        }
        _ => block,
    }
}

fn parted(outline: &Outline<'_>, block: TitleBlock, raw: &str, report: Option<&str>) -> TitleBlock {
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

/// The event that a message's `Subject:` names.
fn subject_line(outline: &Outline<'_>) -> Option<Cited<String>> {
    outline.blocks_of(SectionKind::Letter).find_map(|(_, block)| {
        let (_, subject) = message_line(outline.reading.block_text(block)).filter(|(label, _)| *label == "subject")?;
        let named = subject.split('|').find(|part| names_event(part))?.trim();
        let start = block.range.end - subject.len() + subject.find(named)?;
        let line = start..start + named.len();
        Some(outline.cite(line.start..before_date(outline, line)))
    })
}

/// How many words may stand between `theme` and what it is said to be.
const THEME_LEAD: usize = 6;

/// The theme that a sentence of the running text says: `The theme of this year's dialogue is …`.
fn said_theme(outline: &Outline<'_>) -> Option<Cited<String>> {
    outline.having(&["theme"]).find_map(|sentence| {
        let text = outline.text(sentence);
        let lead = phrase::find_exact(text, "the theme").filter(|at| at.start == 0)?;
        let is = phrase::first_exact(&text[lead.end..], &["is", "will be"])?;
        let near = text[lead.end..lead.end + is.start].split_whitespace().count() <= THEME_LEAD;
        let theme = unquoted(text, lead.end + is.end..text.len());
        let own = text[theme.clone()].starts_with(char::is_uppercase) && theme.len() > 8;
        (near && own).then(|| outline.cite(sentence.range.start + theme.start..sentence.range.start + theme.end))
    })
}

/// Whether blank lines part most of a text's lines: then they tell nothing.
fn is_double_spaced(raw: &str) -> bool {
    let lines: Vec<bool> = raw.lines().map(|line| line.trim().is_empty()).collect();
    let single = lines.windows(2).filter(|pair| !pair[0] && !pair[1]).count();
    let parted = lines.windows(2).filter(|pair| !pair[0] && pair[1]).count();
    parted > single
}
