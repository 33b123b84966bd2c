//! What became of each sentence: how sentences of two notes are matched, the word diff, and lineage through all years.

pub mod assignment;
pub mod changes;
pub mod course;
pub mod diff;
pub mod lineage;
pub mod matching;
mod same_place;
pub mod sentences;
mod similarity;

pub use changes::{Chunk, ChunkKind, word_changes};
pub use course::Step;
pub use diff::{Diff, DiffBlock, DiffKind, Part, diff};
pub use lineage::{ColumnLineage, Dropped, Lineage, SentenceId, Share, Status, Traced, lineage};
