//! The programme of the day: its status, its timed rows, who speaks in them.

mod columns;
mod contact;
mod days;
mod formulas;
mod holder;
mod kinds;
mod labelled;
mod length;
mod pieces;
mod prose;
mod read;
mod rows;
mod seats;
mod speaker_note;
mod speakers;
mod status;
mod tense;

pub(super) use days::begins_day;
pub(super) use formulas::is_formula;
pub(super) use read::programme;
