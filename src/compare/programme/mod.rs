//! The programmes of the day as timelines: blocks, gaps, minutes by kind, and room for interventions.

pub mod model;
mod sums;
pub mod timelines;

pub use model::{
    Basis, Block, BlockSpeaker, End, FunctionCount, Kind, KindMinutes, Programmes, Room, Timeline, Untimed,
};
pub use timelines::programme;
