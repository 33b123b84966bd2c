//! What a note says that does not agree, and what was mended in it.

use serde::{Deserialize, Serialize};

use crate::text::{Rule, Span};

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
