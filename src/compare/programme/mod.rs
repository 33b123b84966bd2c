//! The programmes of the day as timelines: blocks, gaps, minutes by kind, room for interventions, and who
//! moves from one role to another.

pub mod model;
mod moves;
mod sums;
pub mod timelines;

pub use model::{
    Basis, Block, BlockSpeaker, End, FunctionCount, Kind, KindMinutes, Move, Part, Programmes, Room, Timeline, Untimed,
};
pub use timelines::programme;
