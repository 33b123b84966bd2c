//! What a careful reader would query: one rule a file, each with what it looks for, why, and an example.
//!
//! A rule works on the outline and on the facts read so far. A wrong finding is worse than none: where a misread character
//! could be the reason, where the note may mean something else, or where the parser may have missed a part, a rule says
//! nothing.

mod all;
mod contact_mismatch;
mod count_conflict;
mod date_conflict;
mod day_heading;
mod deadline;
mod evidence;
mod listing;
mod missing;
mod rule;
mod time_conflict;
mod title_conflict;
mod weekday_mismatch;
mod wording;

pub(super) use all::{findings, rule_of};
