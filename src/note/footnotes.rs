//! The footnotes of a note.

use super::model::Footnote;
use crate::text::{Reading, footnote_letter};

/// Reads the footnotes, in order of appearance.
pub(super) fn footnotes(reading: &Reading) -> Vec<Footnote> {
    let notes = reading.blocks().iter().filter_map(|block| Some((block, block.footnote?)));
    notes
        .map(|(block, (number, marker))| Footnote {
            marker: match (number, footnote_letter(number)) {
                // Without a number, its mark is as many stars as it has letters.
                (0, _) => "*".repeat((marker.end - marker.start) as usize),
                (_, Some(letter)) => letter.to_string(),
                (number, None) => number.to_string(),
            },
            text: reading.block_text(block).to_owned(),
            span: marker.cover(reading.raw_span(block.range.clone())),
        })
        .collect()
}
