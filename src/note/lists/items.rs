//! The items of a list, each cited without its mark.

use std::ops::Range;

use crate::note::block::in_text;
use crate::note::enumeration;
use crate::note::outline::Outline;
use crate::text::{BlockKind, Cited};

/// The items of the list that follows a block: bulleted or counted blocks.
pub(super) fn items_after(outline: &Outline<'_>, block: usize) -> Vec<Cited<String>> {
    let blocks = outline.reading.blocks();
    let mut items = Vec::new();
    for block in blocks[block + 1..].iter().filter(|block| in_text(block)) {
        let text = outline.reading.block_text(block);
        let wanted = items.len() as u32 + 1;
        let mark = enumeration::mark_at_start(text).into_iter().find(|mark| mark.number == wanted);
        match (block.kind, mark) {
            (_, Some(mark)) => {
                items.extend(cite_marked(outline, block.range.start, text, mark));
            }
            (BlockKind::Item, None) => items.push(cite_item(outline, block.range.clone())),
            _ => break,
        }
    }
    items
}

/// The item behind a mark, and those that run on from it.
pub(super) fn cite_marked(
    outline: &Outline<'_>,
    base: usize,
    text: &str,
    mut mark: enumeration::Mark,
) -> Vec<Cited<String>> {
    let mut items = Vec::new();
    while let Some(next) = enumeration::run_on(text, &mark) {
        items.push(cite(outline, base, enumeration::item(text, mark.range.end..next.range.start)));
        mark = next;
    }
    items.push(cite(outline, base, enumeration::item(text, mark.range.end..text.len())));
    items
}

/// A block's words as an item: without its mark and the punctuation that ties it to the next.
pub(in crate::note) fn cite_item(outline: &Outline<'_>, range: Range<usize>) -> Cited<String> {
    let text = &outline.reading.text()[range.clone()];
    let mark = enumeration::mark_at_start(text).first().map_or(0, |mark| mark.range.end);
    cite(outline, range.start, enumeration::item(text, mark..text.len()))
}

pub(super) fn cite(outline: &Outline<'_>, base: usize, range: Range<usize>) -> Cited<String> {
    outline.cite(base + range.start..base + range.end)
}
