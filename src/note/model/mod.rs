//! The parsed note, as the contract's JSON has it: every value read off the text is [`Cited`].

mod finding;
mod note;
mod programme;

pub use finding::{Finding, FindingKind, Repair};
pub use note::{
    Contact, ContactPurpose, Discussion, Event, Footnote, Format, Letter, Note, Participation, Passage, PastReport,
    Pillar, Pillars, Report, Section, SectionKind, Sitting, SourceInfo,
};
pub use programme::{Entry, EntryKind, Function, Programme, Speaker};
