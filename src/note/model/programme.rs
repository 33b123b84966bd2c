//! The programme: its rows and who speaks in them.

use jiff::civil::Time;
use serde::{Deserialize, Serialize};

use crate::text::{Cited, Span};

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
    #[serde(with = "crate::note::json_times::cited")]
    pub start: Option<Cited<Time>>,
    /// When it ends, where the note says so.
    #[serde(with = "crate::note::json_times::cited")]
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
