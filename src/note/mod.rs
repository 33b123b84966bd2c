//! One note: what it says, each fact with the words that say it.

pub mod model;
pub mod parse;

pub use model::Note;
pub use parse::{Document, NotANote, read};
