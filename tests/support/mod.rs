//! What several test crates share: the scorer, the ageing tool, and where the notes are. Each uses a part of it.
#![allow(dead_code)]

pub mod age;
pub mod borne_out;
pub mod cases;
pub mod corpus;
pub mod facts;
pub mod json;
pub mod likeness;
pub mod score;
pub mod sequence;
pub mod sound;
