//! A word diff cut into the pieces that are shown: in the older wording, in the newer, or in both as one text.

use std::ops::Range;

use r2p_notes::compare::language::{Chunk, ChunkKind};

/// Which text the pieces make up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The older wording, what was deleted marked.
    Old,
    /// The newer wording, what was inserted marked.
    New,
    /// Both in one.
    Both,
}

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It stands in both.
    Kept,
    /// It stands in the newer only.
    Inserted,
    /// It stood in the older only.
    Deleted,
}

/// The pieces of one side, in order. White space between chunks belongs to no piece's mark.
pub fn pieces<'t>(old: &'t str, new: &'t str, chunks: &[Chunk], side: Side) -> Vec<(Mark, &'t str)> {
    let mut pieces: Vec<(Mark, &str)> = Vec::new();
    let (mut old_end, mut new_end) = (0, 0);
    for chunk in chunks {
        let changed = chunk.kind != ChunkKind::Equal;
        if (side == Side::Old || (side == Side::Both && changed)) && !chunk.old.is_empty() {
            let mark = if changed { Mark::Deleted } else { Mark::Kept };
            push(&mut pieces, old, old_end..chunk.old.start, (mark, chunk.old.clone()));
        }
        if side != Side::Old && !chunk.new.is_empty() {
            let mark = if changed { Mark::Inserted } else { Mark::Kept };
            push(&mut pieces, new, new_end..chunk.new.start, (mark, chunk.new.clone()));
        }
        old_end = old_end.max(chunk.old.end);
        new_end = new_end.max(chunk.new.end);
    }
    pieces
}

/// Adds a piece and the white space before it: a single space where two texts meet that have none to give.
fn push<'t>(pieces: &mut Vec<(Mark, &'t str)>, text: &'t str, gap: Range<usize>, (mark, piece): (Mark, Range<usize>)) {
    let after_deleted = pieces.last().is_some_and(|(mark, _)| *mark == Mark::Deleted);
    let gap = text.get(gap).filter(|gap| !gap.is_empty()).or(after_deleted.then_some(" "));
    pieces.extend(gap.map(|gap| (Mark::Kept, gap)));
    pieces.extend(text.get(piece).map(|piece| (mark, piece)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use r2p_notes::compare::language::word_changes;

    fn written(old: &str, new: &str, side: Side) -> String {
        let chunks = word_changes(old, new);
        let pieces = pieces(old, new, &chunks, side);
        let written = pieces.into_iter().map(|(mark, text)| match mark {
            Mark::Kept => text.to_owned(),
            Mark::Inserted => format!("{{+{text}+}}"),
            Mark::Deleted => format!("[-{text}-]"),
        });
        written.collect()
    }

    #[test]
    fn each_side_reads_as_its_own_text() {
        let (old, new) = ("a determined and collective approach", "a collective and preventive approach today");
        let plain = |side| written(old, new, side).replace(['{', '+', '}', '[', '-', ']'], "");
        assert_eq!(plain(Side::Old), old);
        assert_eq!(plain(Side::New), new);
    }

    #[test]
    fn both_in_one_keep_their_spaces() {
        let both = written("the value of a collective approach", "the value of a determined approach", Side::Both);
        assert_eq!(both, "the value of a [-collective-] {+determined+} approach");
    }
}
