//! The parsed note, as the contract's JSON has it: every value read off the text is [`Cited`].

use jiff::civil::{Date, DateTime, Time};
use serde::{Deserialize, Serialize};

use crate::text::{Cited, Rule, Span};

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
    #[serde(with = "super::json_times::cited")]
    pub date: Option<Cited<Date>>,
    /// Who signed it, as a person writes the name.
    pub sender: Option<Cited<String>>,
    /// The sender's office.
    pub office: Option<Cited<String>>,
    /// The dates of earlier letters that it refers to.
    #[serde(with = "super::json_times::list")]
    pub refers_to: Vec<Cited<Date>>,
}

/// The dialogue, or debate.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// What the title block calls it.
    pub title: Option<Cited<String>>,
    /// Its day, or its first.
    #[serde(with = "super::json_times::cited")]
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
    #[serde(with = "super::json_times::value")]
    pub start: Time,
    /// When it ends.
    #[serde(with = "super::json_times::value")]
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
    #[serde(with = "super::json_times::cited")]
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
    #[serde(with = "super::json_times::list")]
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
    #[serde(with = "super::json_times::cited")]
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

/// The programme of the day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Programme {
    /// The word that the note uses: `tentative`, `draft`, `provisional` or `final`.
    pub status: Option<Cited<String>>,
    /// Its rows, in the order of the day.
    pub entries: Vec<Entry>,
}

/// A timed row of the programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// When it begins; absent where a programme in prose does not say.
    #[serde(with = "super::json_times::cited")]
    pub start: Option<Cited<Time>>,
    /// When it ends, where the note says so.
    #[serde(with = "super::json_times::cited")]
    pub end: Option<Cited<Time>>,
    /// What kind of row it is.
    pub kind: EntryKind,
    /// Its words, or its heading's.
    pub title: Option<Cited<String>>,
    /// Who speaks.
    pub speakers: Vec<Speaker>,
    /// On which day of the event, from 1: a new one begins where the clock goes back under another date or day's name.
    pub day: u16,
    /// Where the row stands.
    pub span: Span,
}

/// What kind of row of a programme it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EntryKind {
    /// Opening remarks.
    Opening,
    /// The panel's presentations.
    Panel,
    /// Interventions from the floor.
    Dialogue,
    /// The dialogue adjourns, to go on later.
    Break,
    /// The dialogue resumes.
    Resumption,
    /// Closing remarks.
    Closing,
    /// The dialogue concludes.
    End,
}

/// A person, or an office, in the programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// The name, without honorific; absent where only the office is named.
    pub name: Option<Cited<String>>,
    /// `H.E. Mr.`
    pub honorific: Option<Cited<String>>,
    /// The office held.
    pub office: Option<Cited<String>>,
    /// What the person does in the programme.
    pub function: Function,
    /// `tbc`, `video message`.
    pub note: Option<Cited<String>>,
}

/// What a speaker does in the programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Function {
    /// Gives opening remarks.
    Opening,
    /// Moderates.
    Moderator,
    /// Sits on the panel.
    Panellist,
    /// Gives closing remarks.
    Closing,
    /// Speaks otherwise.
    Speaker,
}

/// A footnote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Footnote {
    /// Its number.
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

/// Which part of the note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SectionKind {
    /// The covering letter.
    Letter,
    /// The title block.
    Title,
    /// Background.
    Background,
    /// Purpose.
    Purpose,
    /// Expected outcomes.
    Outcomes,
    /// Documents.
    Documents,
    /// Programme.
    Programme,
    /// Anything else under a heading of its own.
    Other,
}

/// Something that a careful reader would query.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Which rule.
    pub kind: FindingKind,
    /// What is queried: a date as `YYYY-MM-DD`, a time as `HH:MM`, a number in digits, otherwise the words.
    pub value: String,
    /// One sentence for people.
    pub message: String,
    /// The places concerned, the one to mark first.
    pub spans: Vec<Span>,
}

/// Which rule a finding comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FindingKind {
    /// A date that contradicts the event's date, or a deadline that cannot be right.
    DateConflict,
    /// A stated weekday is not that date's.
    WeekdayMismatch,
    /// This year's report or theme is titled in two wordings.
    TitleConflict,
    /// The number of reports stated is not the number listed.
    CountConflict,
    /// An e-mail is asked for and none is given, or the like.
    ContactMismatch,
    /// Rows of the programme out of order, overlapping, or outside the sittings.
    TimeConflict,
    /// What such a note always has, and this one has not.
    Missing,
}

/// A change between the text as given and as read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repair {
    /// Where it was made.
    pub span: Span,
    /// What stands there.
    pub from: String,
    /// What is read for it.
    pub to: String,
    /// By which rule.
    pub rule: Rule,
}
