//! From a misread word to the words it may have been.
//!
//! All words of about the same number of strokes are compared by a mask of their letters, a couple of instructions each;
//! those that share nearly all of them are aligned letter by letter (see [`lookalike`]). There is no index of
//! misspellings to keep in memory, and the work for one word is bounded by the size of the lexicon.

use std::sync::LazyLock;

use crate::text::lexicon::{Id, LEXICON};
use crate::text::lookalike;

/// A word that the given one may have been.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) id: Id,
    /// What the misreading costs.
    pub(super) cost: f32,
}

/// How far the strokes of two words may differ in number.
const WIDTH_SLACK: usize = 2;

/// All words, in the order of their number of strokes.
struct Index {
    /// The letters of each word.
    masks: Vec<u32>,
    ids: Vec<Id>,
    /// Where the words of each number of strokes begin.
    starts: Vec<usize>,
}

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let words = 0..LEXICON.len() as Id;
    let widths: Vec<usize> = words.clone().map(|id| lookalike::width(LEXICON.word(id))).collect();
    let mut ids: Vec<Id> = words.collect();
    ids.sort_by_key(|&id| widths[id as usize]);
    let masks = ids.iter().map(|&id| letters(LEXICON.word(id))).collect();
    let widest = widths.iter().max().map_or(0, |&width| width);
    let starts = (0..=widest + 1).map(|width| ids.partition_point(|&id| widths[id as usize] < width)).collect();
    Index { masks, ids, starts }
});

/// The words that `given` may have been misread from at a cost of `limit` at most.
pub(super) fn candidates(given: &str, limit: f32) -> Vec<Candidate> {
    let index = &*INDEX;
    let width = lookalike::width(given);
    let at = |width: usize| index.starts.get(width).map_or(index.ids.len(), |&start| start);
    let range = at(width.saturating_sub(WIDTH_SLACK))..at(width + WIDTH_SLACK + 1);
    let mask = letters(given);
    let chars: Vec<char> = given.chars().collect();
    // A group of letters cut up in other places hides two of them; long words may have more than one.
    let missing = if chars.len() < 9 { 2 } else { 3 };
    let mut aligner = lookalike::Aligner::new(&chars);
    let mut found = Vec::new();
    for (&word, &id) in index.masks[range.clone()].iter().zip(&index.ids[range]) {
        if (word & !mask).count_ones() <= missing && (mask & !word).count_ones() <= missing + 2 {
            if let Some(cost) = aligner.cost(LEXICON.word(id), limit) {
                found.push(Candidate { id, cost });
            }
        }
    }
    found
}

/// The letters of a word as a set; digits count as the letters they are taken for.
fn letters(word: &str) -> u32 {
    word.chars().fold(0, |set, c| {
        let c = match lookalike::unaccented(c).to_ascii_lowercase() {
            '0' => 'o',
            '1' | '|' | '!' => 'l',
            '5' | '$' => 's',
            '6' => 'b',
            '8' => 'b',
            '9' => 'g',
            '2' => 'z',
            c => c,
        };
        if c.is_ascii_lowercase() { set | 1 << (c as u8 - b'a') } else { set }
    })
}
