//! A note, and the facts that it states.

use jiff::civil::{Date, DateTime, Time};
use serde::{Deserialize, Serialize};

use super::finding::{Finding, Repair};
use super::programme::Programme;
use super::section_kind::SectionKind;
use crate::text::{Cited, Span};

/// Everything that one note says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// The file it was read from.
    pub source: SourceInfo,
    /// The year of the event.
    pub year: Option<Cited<i16>>,
    /// The covering letter.
    pub letter: Option<Letter>,
    /// The dialogue, or debate.
    pub event: Event,
    /// The year's theme, as the title block prints it.
    pub theme: Option<Cited<String>>,
    /// The Secretary-General's report under discussion.
    pub report: Report,
    /// The reports before that one, oldest first.
    pub history: Vec<PastReport>,
    /// What is said of the pillars of the responsibility to protect.
    pub pillars: Pillars,
    /// What the dialogue is for.
    pub purposes: Vec<Cited<String>>,
    /// An enumerated list of priorities.
    pub priorities: Vec<Cited<String>>,
    /// The questions put to the panellists.
    pub questions: Vec<Cited<String>>,
    /// The sentences under Expected outcomes.
    pub outcomes: Vec<Cited<String>>,
    /// The documents that the note lists.
    pub documents: Vec<Cited<String>>,
    /// How delegations take part.
    pub participation: Participation,
    /// The programme of the day.
    pub programme: Programme,
    /// The footnotes, in order of appearance.
    pub footnotes: Vec<Footnote>,
    /// Every UN document symbol, in its official form, in order of appearance.
    pub symbols: Vec<Cited<String>>,
    /// The parts of the note, in order, without overlap.
    pub sections: Vec<Section>,
    /// What a careful reader would query.
    pub findings: Vec<Finding>,
    /// Every change between the text as given and as read, in the order of the text.
    pub repairs: Vec<Repair>,
}

/// The file that a note was read from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceInfo {
    /// The file's name.
    pub name: String,
    /// The length of its text as decoded to UTF-8, in bytes.
    pub bytes: usize,
}

/// The covering letter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// Its date.
    #[serde(with = "crate::note::json_times::cited")]
    pub date: Option<Cited<Date>>,
    /// Who signed it, as a person writes the name.
    pub sender: Option<Cited<String>>,
    /// The sender's office.
    pub office: Option<Cited<String>>,
    /// The dates of earlier letters that it refers to.
    #[serde(with = "crate::note::json_times::list")]
    pub refers_to: Vec<Cited<Date>>,
}

/// The dialogue, or debate.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// What the title block calls it.
    pub title: Option<Cited<String>>,
    /// Its day, or its first.
    #[serde(with = "crate::note::json_times::cited")]
    pub date: Option<Cited<Date>>,
    /// The weekday, if stated.
    pub weekday: Option<Cited<String>>,
    /// The place.
    pub venue: Option<Cited<String>>,
    /// The hours of its sittings.
    pub sittings: Vec<Sitting>,
}

/// The hours of a sitting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sitting {
    /// When it begins.
    #[serde(with = "crate::note::json_times::value")]
    pub start: Time,
    /// When it ends.
    #[serde(with = "crate::note::json_times::value")]
    pub end: Time,
    /// The words that say so.
    pub span: Span,
}

/// The Secretary-General's report under discussion.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Its title, as the running text words it.
    pub title: Option<Cited<String>>,
    /// Its symbol.
    pub symbol: Option<Cited<String>>,
    /// 9 for "the ninth report".
    pub ordinal: Option<Cited<u32>>,
}

/// A report of an earlier year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PastReport {
    /// The year of the report.
    pub year: i16,
    /// Its title, as this note words it.
    pub title: Option<Cited<String>>,
    /// Its symbol.
    pub symbol: Option<Cited<String>>,
    /// The date of the report.
    #[serde(with = "crate::note::json_times::cited")]
    pub issued: Option<Cited<Date>>,
    /// The meetings that discussed it.
    pub discussed: Vec<Discussion>,
}

/// A meeting that discussed a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Discussion {
    /// Its format.
    pub format: Format,
    /// Its days.
    #[serde(with = "crate::note::json_times::list")]
    pub dates: Vec<Cited<Date>>,
}

/// The format of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Format {
    /// An informal interactive dialogue.
    #[serde(rename = "informal interactive dialogue")]
    Dialogue,
    /// A formal debate of the plenary.
    #[serde(rename = "formal debate")]
    Debate,
}

/// A pillar of the responsibility to protect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Pillar {
    /// The State's own responsibility.
    I,
    /// International assistance and capacity-building.
    II,
    /// Timely and decisive response.
    III,
}

impl Pillar {
    /// All three, in order.
    pub const ALL: [Self; 3] = [Self::I, Self::II, Self::III];

    /// Its Roman numeral.
    pub fn numeral(self) -> &'static str {
        match self {
            Self::I => "I",
            Self::II => "II",
            Self::III => "III",
        }
    }
}

/// What is said of the pillars.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pillars {
    /// The pillars that this year's report is about, only where the note says so.
    pub focus: Vec<Cited<Pillar>>,
    /// The sentences that speak of a pillar.
    pub passages: Vec<Passage>,
}

/// A sentence that speaks of one or more pillars.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// Which, in order.
    pub pillars: Vec<Pillar>,
    /// Whether the word pillar stands there; otherwise it speaks of the pillar's substance.
    pub explicit: bool,
    /// The sentence.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// How delegations take part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participation {
    /// The longest intervention allowed, in minutes.
    pub minutes: Option<Cited<u32>>,
    /// The deadline for the list of speakers.
    #[serde(with = "crate::note::json_times::cited")]
    pub register_by: Option<Cited<DateTime>>,
    /// Whom to write to or to call.
    pub contacts: Vec<Contact>,
    /// What is said about interpretation.
    pub interpretation: Option<Cited<String>>,
}

/// Whom to write to or to call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// What for.
    pub purpose: ContactPurpose,
    /// Whose address it is.
    pub name: Option<Cited<String>>,
    /// The e-mail address.
    pub email: Option<Cited<String>>,
    /// The telephone number, as printed.
    pub phone: Option<Cited<String>>,
}

/// What a contact is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ContactPurpose {
    /// Inscription on the list of speakers.
    #[serde(rename = "speakers")]
    Speakers,
    /// Civil society organisations that wish to attend or to speak.
    #[serde(rename = "civil society")]
    CivilSociety,
}

/// A footnote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Footnote {
    /// What marks it: its number, a letter, or stars.
    pub marker: String,
    /// Its text.
    pub text: String,
    /// Where it stands, marker and text.
    pub span: Span,
}

/// A part of the note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Which.
    pub kind: SectionKind,
    /// Its heading, where it has one.
    pub heading: Option<Cited<String>>,
    /// From the first to the last of its words.
    pub span: Span,
}
