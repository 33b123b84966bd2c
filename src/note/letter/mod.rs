//! The covering letter: its date, who sent it, which earlier letters it refers to.

mod date;
mod office;
mod read;
mod sender;

pub(super) use read::letter;
