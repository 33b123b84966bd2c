//! A reading as it is packed: without what the raw text says already.
//!
//! Most of a reading text stands in the raw text byte for byte, and the map between the two says where. What is packed is
//! that map and the rest of the text; linear in both.

use serde::{Deserialize, Serialize};

use super::edit::Edit;
use super::reading::{Block, Reading};
use super::source_map::{Piece, SourceMap};

/// How many times as long as the raw text a reading may be: bytes that say otherwise are no reading, and would take more
/// memory than they are worth.
const LONGEST: usize = 4;

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
            if text.len() > self.own.len() + LONGEST * raw.len() {
                return None;
            }
        }
        text.push_str(own);
        let map = SourceMap::of(self.pieces);
        Some(Reading { text, blocks: self.blocks, map, edits: self.edits, tokens: Vec::new(), scanned: false })
    }
}

#[cfg(test)]
mod tests {
    use super::super::span::Span;
    use super::*;

    fn repeated(times: usize) -> PackedReading {
        let piece = |number| Piece { read: number * 5, length: 5, raw: Span::new(0..5), verbatim: true };
        let pieces = (0..times).map(piece).collect();
        PackedReading { own: " and".to_owned(), pieces, blocks: Vec::new(), edits: Vec::new() }
    }

    #[test]
    fn what_is_no_reading_of_the_text_is_refused() {
        let unpacked = |times, raw| repeated(times).unpack(raw).map(|reading| reading.text().to_owned());
        assert_eq!(unpacked(1, "words"), Some("words and".to_owned()));
        assert_eq!(unpacked(1, "word"), None, "shorter than its pieces");
        assert_eq!(unpacked(100, "words"), None, "a text that grows without bounds");
    }
}
