//! A reading as it is packed: without what the raw text says already.
//!
//! Most of a reading text stands in the raw text byte for byte, and the map between the two says where. What is packed is
//! that map and the rest of the text; linear in both.

use serde::{Deserialize, Serialize};

use super::edit::Edit;
use super::reading::{Block, Reading};
use super::source_map::{Piece, SourceMap};

/// What makes a reading again, given the raw text.
#[derive(Serialize, Deserialize)]
pub struct PackedReading {
    /// What the reading text has beside the pieces that it shares with the raw text, in order.
    own: String,
    pieces: Vec<Piece>,
    blocks: Vec<Block>,
    edits: Vec<Edit>,
}

impl PackedReading {
    /// Packs a reading.
    pub fn of(reading: &Reading) -> Self {
        let text = reading.text();
        let pieces = reading.map.pieces();
        let (mut own, mut at) = (String::new(), 0);
        for piece in pieces.iter().filter(|piece| piece.verbatim) {
            own.push_str(text.get(at..piece.read).unwrap_or_default());
            at = piece.read + piece.length;
        }
        own.push_str(text.get(at..).unwrap_or_default());
        Self { own, pieces: pieces.to_vec(), blocks: reading.blocks.clone(), edits: reading.edits.clone() }
    }

    /// The reading, given the raw text; nothing where this was not packed from a reading of that.
    pub fn unpack(self, raw: &str) -> Option<Reading> {
        let (mut text, mut own) = (String::with_capacity(raw.len()), &*self.own);
        for piece in self.pieces.iter().filter(|piece| piece.verbatim) {
            let (before, after) = own.split_at_checked(piece.read.checked_sub(text.len())?)?;
            own = after;
            text.push_str(before);
            text.push_str(raw.get(piece.raw.range()).filter(|same| same.len() == piece.length)?);
        }
        text.push_str(own);
        let map = SourceMap::of(self.pieces);
        Some(Reading { text, blocks: self.blocks, map, edits: self.edits, tokens: Vec::new() })
    }
}
