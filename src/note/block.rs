//! What can be told of a block by itself.

use crate::text::{Block, BlockKind};

/// Whether a block belongs to the running text.
pub(super) fn in_text(block: &Block) -> bool {
    !matches!(block.kind, BlockKind::Page | BlockKind::Footnote)
}

/// Whether a block is running text: a sentence or more.
pub(super) fn is_prose(text: &str) -> bool {
    let long = text.len() > 110 && has_words(text, 15);
    long && (text.ends_with('.') || text.contains(". "))
}

/// Whether a text has so many words at least; reads no more of it than that.
pub(super) fn has_words(text: &str, least: usize) -> bool {
    text.split(' ').nth(least - 1).is_some()
}
