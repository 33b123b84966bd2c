//! Many notes: what changed between the years.
//!
//! A [`Comparison`] puts notes in order; each view is a function from it to plain data, in which every value carries the
//! [`Place`] it was read from. A view is computed when it is asked for. Two take a part of
//! another: the programme's moves the persons of the people, the queries what the overview's facts do not state.

pub mod comparison;
mod diacritics;
pub mod facts;
pub mod known_reports;
pub mod language;
pub mod names;
pub mod paragraphs;
pub mod people;
pub mod phrase;
pub mod pillars;
pub mod programme;
pub mod queries;
mod ranges;
pub mod render;
pub mod reports;
pub mod spelling;
pub mod statements;
pub mod stem;
pub mod themes;
pub mod words;

pub use comparison::{Column, Comparison, Place, Whereabouts};
