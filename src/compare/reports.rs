//! Every report that any note cites: who agrees, who differs, and how it stands to the list of known reports.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Serialize;

use super::comparison::{Column, Comparison, Place, place_of};
use super::known_reports::{KnownReport, known_report};
use super::names::misread;
use super::stem::fold;
use super::themes::stop_words::{Part, part_of};
use super::words::tokens;
use crate::note::json_times;
use crate::note::model::Format;
use crate::note::principle::is_on_principle;
use crate::text::Cited;

/// A report of the Secretary-General, as the notes cite it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReportLine {
    /// The year of the report.
    pub year: i16,
    /// Whether it is another report of that year than the one on the responsibility to protect.
    pub other: bool,
    /// What is known of it.
    pub known: Option<Known>,
    /// What each note says of it.
    pub citations: Vec<ReportCitation>,
    /// The wordings of its title, by the notes that have them.
    pub titles: Vec<ReportWording>,
    /// The wordings of its symbol.
    pub symbols: Vec<ReportWording>,
}

/// What is known of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Known {
    /// Its title.
    pub title: &'static str,
    /// Its symbol.
    pub symbol: &'static str,
    /// The day of the dialogue or debate on it.
    #[serde(serialize_with = "json_times::value::serialize")]
    pub discussed: Date,
}

/// What one note says of a report.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReportCitation {
    /// The note.
    pub column: usize,
    /// Whether it is the report under discussion that year.
    pub own: bool,
    /// Its title; where the note states none of its own report, the theme.
    pub title: Option<ReportValue>,
    /// Whether the title is the note's theme, which it does not call a report's title.
    pub by_theme: bool,
    /// Its symbol.
    pub symbol: Option<ReportValue>,
    /// Its date.
    pub issued: Option<ReportDate>,
    /// The meetings that discussed it.
    pub discussed: Vec<ReportMeeting>,
}

/// A title or a symbol, and how it stands to what is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReportValue {
    /// As the note has it.
    pub text: String,
    /// How it stands to what is known.
    pub standing: Standing,
    /// Where it stands.
    pub place: Place,
}

/// A date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ReportDate {
    /// The date.
    #[serde(serialize_with = "json_times::value::serialize")]
    pub date: Date,
    /// How it stands to what is known.
    pub standing: Standing,
    /// Where it stands.
    pub place: Place,
}

/// A meeting on a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReportMeeting {
    /// Its format.
    pub format: Format,
    /// Its days.
    pub dates: Vec<ReportDate>,
}

/// How something cited stands to what is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// It is the same.
    Same,
    /// It is a part of it: a shorter title, one half of a double symbol.
    Part,
    /// It is something else.
    Differs,
    /// Nothing is known to hold it against.
    Unknown,
}

/// A wording and the notes that have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReportWording {
    /// As the first of them has it.
    pub text: String,
    /// The notes.
    pub columns: Vec<usize>,
}

impl ReportLine {
    /// Its name among the others: `2012`; `2012, other` for another report of that year.
    pub fn label(&self) -> String {
        format!("{}{}", self.year, if self.other { ", other" } else { "" })
    }
}

/// The reports that any note cites, oldest first; other reports of a year behind that on the responsibility to protect.
pub fn reports(comparison: &Comparison) -> Vec<ReportLine> {
    let mut by_year: BTreeMap<(i16, bool), Vec<ReportCitation>> = BTreeMap::new();
    for (at, column) in comparison.columns().iter().enumerate() {
        for (of, citation) in citations(at, column) {
            by_year.entry(of).or_default().push(citation);
        }
    }
    let line = |((year, other), citations): ((i16, bool), Vec<ReportCitation>)| ReportLine {
        year,
        other,
        known: known_report(year).filter(|_| !other && is_cited(&citations)).map(|known| Known {
            title: known.title,
            symbol: known.symbol,
            discussed: known.discussed,
        }),
        titles: wordings(&citations, |citation| citation.title.as_ref(), title_key),
        // Half of a double symbol is no other one.
        symbols: wordings(&citations, |citation| citation.symbol.as_ref(), first_half),
        citations,
    };
    by_year.into_iter().map(line).collect()
}

/// Whether any note cites the known report of the year, and not only others of that year.
fn is_cited(citations: &[ReportCitation]) -> bool {
    let names = |citation: &ReportCitation| citation.title.is_some() || citation.symbol.is_some();
    let recognised = |citation: &ReportCitation| {
        let values = [&citation.title, &citation.symbol].into_iter().flatten().map(|value| value.standing);
        let dates = citation.discussed.iter().flat_map(|meeting| &meeting.dates).map(|date| date.standing);
        values.chain(dates).any(|standing| standing != Standing::Unknown)
    };
    citations.iter().any(recognised) || !citations.iter().any(names)
}

/// What a note says of each report: its year, and whether it is another one of that year.
fn citations(at: usize, column: &Column) -> Vec<((i16, bool), ReportCitation)> {
    let note = &column.document.note;
    let principle = is_on_principle(column.document.reading.text());
    let mut found: Vec<_> = note
        .history
        .iter()
        .map(|past| {
            let known = meant(principle, past.year, past.title.as_ref(), past.symbol.as_ref());
            let discussed = past.discussed.iter().map(|meeting| ReportMeeting {
                format: meeting.format,
                dates: meeting.dates.iter().map(|date| meeting_date(at, date, meeting.format, known)).collect(),
            });
            let citation = ReportCitation {
                column: at,
                own: false,
                by_theme: false,
                title: past.title.as_ref().map(|title| title_value(at, title, known)),
                symbol: past.symbol.as_ref().map(|symbol| symbol_value(at, symbol, known)),
                issued: past.issued.as_ref().map(|date| ReportDate {
                    date: date.value,
                    standing: Standing::Unknown,
                    place: place_of(at, date),
                }),
                discussed: discussed.collect(),
            };
            ((past.year, is_other(principle, past.year, known, &citation)), citation)
        })
        .collect();
    let title = note.report.title.as_ref().or(note.theme.as_ref());
    if let Some(year) =
        note.year.as_ref().map(|year| year.value).filter(|_| title.is_some() || note.report.symbol.is_some())
    {
        let known = meant(principle, year, title, note.report.symbol.as_ref());
        let format = note.event.title.as_ref().map_or(Format::Dialogue, |title| own_format(&title.value));
        let event = note.event.date.as_ref().map(|date| meeting_date(at, date, format, known));
        let citation = ReportCitation {
            column: at,
            own: true,
            by_theme: note.report.title.is_none() && title.is_some(),
            title: title.map(|title| title_value(at, title, known)),
            symbol: note.report.symbol.as_ref().map(|symbol| symbol_value(at, symbol, known)),
            issued: None,
            discussed: event.map(|date| ReportMeeting { format, dates: vec![date] }).into_iter().collect(),
        };
        found.push(((year, is_other(principle, year, known, &citation)), citation));
    }
    found
}

/// The known report that is cited: that of the year, where the note is about the principle and neither title nor symbol is
/// of another.
fn meant(
    principle: bool,
    year: i16,
    title: Option<&Cited<String>>,
    symbol: Option<&Cited<String>>,
) -> Option<&'static KnownReport> {
    let known = known_report(year).filter(|_| principle)?;
    let same_symbol = symbol.map(|symbol| known.symbol.split('–').any(|half| symbol.value.contains(half)));
    let same_title = title.map(|title| shares_words(&content(&title.value), &content(known.title)));
    let unnamed = same_symbol.is_none() && same_title.is_none();
    (unnamed || same_symbol == Some(true) || same_title == Some(true)).then_some(known)
}

/// Whether a note of another subject cites a report, or title and symbol are both of another than the known one.
fn is_other(principle: bool, year: i16, known: Option<&KnownReport>, citation: &ReportCitation) -> bool {
    let named = citation.title.is_some() && citation.symbol.is_some();
    !principle || (named && known.is_none() && known_report(year).is_some())
}

/// Whether two titles have half their words in common; a description of a report has less of its title.
fn shares_words(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    one.intersection(other).count() * 2 >= one.len().min(other.len()).max(1)
}

/// The format of the meeting that is titled so: `Plenary debate of the General Assembly` is none of the dialogues.
fn own_format(title: &str) -> Format {
    let title = title.to_lowercase();
    let debate = ["debate", "plenary meeting"].iter().any(|debate| title.contains(debate));
    if debate && !title.contains("dialogue") { Format::Debate } else { Format::Dialogue }
}

fn title_value(at: usize, title: &Cited<String>, known: Option<&KnownReport>) -> ReportValue {
    let standing = known.map_or(Standing::Unknown, |known| {
        let (cited, known) = (content(&title.value), content(known.title));
        if same_words(&cited, &known) {
            Standing::Same
        } else if !cited.is_empty() && cited.is_subset(&known) {
            Standing::Part
        } else if shares_words(&cited, &known) {
            Standing::Differs
        } else {
            Standing::Unknown
        }
    });
    ReportValue { text: title.value.clone(), standing, place: place_of(at, title) }
}

fn symbol_value(at: usize, symbol: &Cited<String>, known: Option<&KnownReport>) -> ReportValue {
    let standing = known.map_or(Standing::Unknown, |known| {
        if symbol.value == known.symbol {
            Standing::Same
        } else if known.symbol.split('–').any(|half| half == symbol.value) {
            Standing::Part
        } else {
            Standing::Differs
        }
    });
    ReportValue { text: symbol.value.clone(), standing, place: place_of(at, symbol) }
}

/// The date of a meeting; only of dialogues is the day known, a debate may have been on others.
fn meeting_date(at: usize, date: &Cited<Date>, format: Format, known: Option<&KnownReport>) -> ReportDate {
    let standing = match known {
        Some(known) if known.discussed == date.value => Standing::Same,
        Some(_) if format == Format::Dialogue => Standing::Differs,
        _ => Standing::Unknown,
    };
    ReportDate { date: date.value, standing, place: place_of(at, date) }
}

/// The words of content of a title, in folded form.
fn content(title: &str) -> BTreeSet<String> {
    let words = tokens(title).filter(|token| token.is_word).map(|token| &title[token.range]);
    words
        .map(|word| (word, fold(word)))
        .filter(|(word, form)| part_of(word, form) != Part::Grammar)
        .map(|(_, form)| form)
        .collect()
}

/// Whether two titles have the same words, but for letters misread.
fn same_words(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    let in_other = |word: &String| other.contains(word) || other.iter().any(|other| misread(word, other));
    one.len() == other.len() && one.iter().all(in_other)
}

fn first_half(symbol: &str) -> String {
    symbol.split('–').next().unwrap_or(symbol).to_owned()
}

fn title_key(title: &str) -> String {
    content(title).into_iter().collect::<Vec<_>>().join(" ")
}

/// The wordings in the order of their first note, those alike by `key` as one.
fn wordings(
    citations: &[ReportCitation],
    value: impl Fn(&ReportCitation) -> Option<&ReportValue>,
    key: impl Fn(&str) -> String,
) -> Vec<ReportWording> {
    let mut found: Vec<(String, ReportWording)> = Vec::new();
    for citation in citations {
        let Some(value) = value(citation) else { continue };
        let key = key(&value.text);
        match found.iter_mut().find(|(known, _)| *known == key) {
            Some((_, wording)) => wording.columns.push(citation.column),
            None => found.push((key, ReportWording { text: value.text.clone(), columns: vec![citation.column] })),
        }
    }
    found.into_iter().map(|(_, wording)| wording).collect()
}

#[cfg(test)]
mod tests {
    use super::{Format, own_format};

    #[test]
    fn a_debates_own_meeting_is_no_dialogue() {
        for (title, format) in [
            ("Plenary debate of the General Assembly", Format::Debate),
            ("Plenary Meeting of the General Assembly on the report", Format::Debate),
            ("Informal interactive dialogue ahead of the debate", Format::Dialogue),
            ("Interactive event on the responsibility to protect", Format::Dialogue),
        ] {
            assert_eq!(own_format(title), format, "{title}");
        }
    }
}
