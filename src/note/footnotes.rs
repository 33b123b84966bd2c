//! The footnotes of a note.

use super::model::Footnote;
use crate::text::Reading;

/// Reads the footnotes, in order of appearance.
pub(super) fn footnotes(reading: &Reading) -> Vec<Footnote> {
    let notes = reading.blocks().iter().filter_map(|block| Some((block, block.footnote?)));
    notes
        .map(|(block, (mark, place))| Footnote {
            marker: mark.to_string(),
            text: reading.block_text(block).to_owned(),
            span: place.cover(reading.raw_span(block.range.clone())),
        })
        .collect()
}
