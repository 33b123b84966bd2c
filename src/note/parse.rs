//! From a source to a note.

use super::model::{Note, Repair, SourceInfo};
use super::outline::Outline;
use super::signs::{NotANote, Signs};
use super::{
    event, findings, footnotes, history, letter, lists, mended, mention, names, participation, pillars, programme,
    questions, report, symbols, title,
};
use crate::text::{Cited, DecodeError, Reading, Source};

/// A note with the text that it was read from.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The text as given.
    pub source: Source,
    /// The text as read.
    pub reading: Reading,
    /// What it says.
    pub note: Note,
}

impl Document {
    /// Whether this is such a note at all.
    ///
    /// # Errors
    /// [`NotANote`] where too little of one was found; its text stays readable all the same.
    pub fn check_is_note(&self) -> Result<(), NotANote> {
        let signs = Signs::of(&self.note, self.reading.text());
        if signs.suffice() { Ok(()) } else { Err(NotANote(signs)) }
    }
}

/// Decodes and reads a file.
///
/// # Errors
/// When the bytes are no text; a text that is no note is read all the same (see [`Document::check_is_note`]).
pub fn read(name: &str, bytes: &[u8]) -> Result<Document, DecodeError> {
    Ok(parse(Source::decode(name, bytes)?))
}

/// Reads a note. What is not understood stays text: this never fails.
pub fn parse(source: Source) -> Document {
    let reading = Reading::of(&source.text);
    let note = note(&source, &reading);
    Document { source, reading, note }
}

fn note(source: &Source, reading: &Reading) -> Note {
    let outline = Outline::of(reading);
    let letter = letter::letter(&outline);
    let title = title::title_block(&outline);
    let letter_date = letter.as_ref().and_then(|letter| letter.date.as_ref()).map(|date| date.value);
    let mut event = event::event(&outline, &title, letter_date);
    let year = event.date.as_ref().map(|date| Cited::new(date.value.year(), date.span));
    let year_value = year.as_ref().map(|year| year.value);
    let mentions = mention::mentions(&outline, year_value);
    let history = history::history(&outline, year_value, &mentions);
    let report = report::report(&outline, year_value, &mentions, &history);
    let report_title = report.title.as_ref().map(|title| title.value.as_str());
    let title = title::part(&outline, title, &source.text, report_title);
    event.title.clone_from(&title.title);
    let programme = programme::programme(&outline, &event.sittings);
    let questions = questions::questions(&outline);
    let mut note = Note {
        source: SourceInfo { name: source.name.clone(), bytes: source.text.len() },
        year,
        letter,
        theme: title.theme,
        pillars: pillars::pillars(&outline, year_value, &report),
        report,
        history,
        purposes: lists::purposes(&outline, &questions),
        priorities: lists::priorities(&outline),
        questions,
        outcomes: lists::outcomes(&outline),
        documents: lists::documents(&outline),
        participation: participation::participation(&outline, event.date.as_ref().map(|date| date.value)),
        programme,
        footnotes: footnotes::footnotes(reading),
        symbols: symbols::symbols(&outline),
        sections: outline.sections(),
        findings: Vec::new(),
        repairs: repairs(source, reading),
        event,
    };
    // A mark with nothing behind it is no item.
    for list in [&mut note.purposes, &mut note.priorities, &mut note.questions, &mut note.outcomes, &mut note.documents]
    {
        list.retain(|cited| cited.span.start < cited.span.end);
    }
    names::mend(&mut note, reading.is_scanned());
    note.findings = findings::findings(&outline, &note);
    mended::record(source, reading, &mut note);
    note
}

fn repairs(source: &Source, reading: &Reading) -> Vec<Repair> {
    let repair = |edit: &crate::text::Edit| Repair {
        span: edit.span,
        from: source.text[edit.span.range()].to_owned(),
        to: edit.to.clone().into_owned(),
        rule: edit.rule,
    };
    reading.edits().iter().map(repair).collect()
}
