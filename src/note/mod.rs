//! One note: what it says, each fact with the words that say it.

pub mod check;
pub mod json_times;
pub mod model;
pub mod packed;
pub mod parse;

mod block;
mod contacts;
mod discussed;
mod enumeration;
mod event;
mod findings;
mod focus;
mod footnotes;
mod full_stops;
mod heading;
mod history;
mod letter;
mod letter_forms;
mod lists;
mod loose_heading;
mod mended;
mod mention;
mod names;
mod outline;
mod participation;
mod parts;
mod person;
mod phrase;
mod pillars;
mod principle;
mod programme;
mod quotation;
mod report;
mod report_list;
mod report_symbol;
mod report_years;
mod symbols;
mod title;
mod title_parts;
mod under_heading;
mod venue;
mod word_index;

pub use check::{Diagnostic, Severity, check};
pub use model::Note;
pub use parse::{Document, NotANote, parse, read};
