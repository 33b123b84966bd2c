//! From a source to a note.

use std::fmt;

use super::model::{Event, Note, Participation, Pillars, Programme, Report, SourceInfo};
use crate::text::{DecodeError, Reading, Source};

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

/// What was looked for in a text and not found: it is no such note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotANote;

impl fmt::Display for NotANote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the text is no such note; expected a letter from a President of the General Assembly, an event's date, or a \
             programme, and found none of them"
        )
    }
}

impl std::error::Error for NotANote {}

impl Document {
    /// Whether this is such a note at all: it has a letter, an event's date, or a programme.
    ///
    /// # Errors
    /// [`NotANote`] where it has none of them; its text stays readable all the same.
    pub fn check_is_note(&self) -> Result<(), NotANote> {
        let note = &self.note;
        if note.letter.is_some() || note.event.date.is_some() || !note.programme.entries.is_empty() {
            Ok(())
        } else {
            Err(NotANote)
        }
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
    let note = Note {
        source: SourceInfo { name: source.name.clone(), bytes: source.text.len() },
        year: None,
        letter: None,
        event: Event::default(),
        theme: None,
        report: Report::default(),
        history: Vec::new(),
        pillars: Pillars::default(),
        purposes: Vec::new(),
        priorities: Vec::new(),
        questions: Vec::new(),
        outcomes: Vec::new(),
        documents: Vec::new(),
        participation: Participation::default(),
        programme: Programme::default(),
        footnotes: Vec::new(),
        symbols: Vec::new(),
        sections: Vec::new(),
        findings: Vec::new(),
        repairs: Vec::new(),
    };
    Document { source, reading, note }
}
