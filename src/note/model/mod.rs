//! The parsed note, as the contract's JSON has it: every value read off the text is [`Cited`].

mod finding;
mod note;
mod programme;
mod section_kind;

pub use finding::{Finding, FindingKind, Repair};
pub use note::{
    Contact, ContactPurpose, Discussion, Event, Footnote, Format, Letter, Note, Participation, Passage, PastReport,
    Pillar, Pillars, Report, Section, Sitting, SourceInfo,
};
pub use programme::{Entry, EntryKind, Function, Programme, Speaker};
pub use section_kind::SectionKind;
