//! Footnotes: the lines that they stand on, and their marks in the text.

mod bracketed;
mod footnote_mark;
mod lettered;
mod lines;
mod marks;
mod note;
mod starred;
mod worn;

pub use footnote_mark::FootnoteMark;
pub(super) use lettered::mark_lettered;
pub(super) use lines::mark_footnotes;
pub(super) use marks::footnote_marks;
pub(super) use note::FootnoteLines;
pub(super) use starred::mark_starred;
