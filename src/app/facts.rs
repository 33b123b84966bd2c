//! Every fact of a note in one list, in the order of the text: what Text marks and what the drawer names.

#[cfg(feature = "page")]
pub use r2p_notes::compare::statements::{Fact, facts};
