//! From a misread word to the words it may have been.
//!
//! The words of the lexicon are aligned with the given one letter by letter (see [`lookalike`]) in the order of the
//! alphabet: a word shares the rows of the alignment with the one before as far as it shares its letters, and where a
//! beginning already costs too much, all words that begin so are passed over. That is a walk through the lexicon's trie
//! without the trie: what is kept is the order and the lengths of the common beginnings. The work for one word is bounded by
//! the size of the lexicon.

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

/// All words in the order of the alphabet.
struct Index {
    ids: Vec<Id>,
    /// How many characters each has in common with the one before.
    common: Vec<u8>,
}

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut ids: Vec<Id> = (0..LEXICON.len() as Id).collect();
    ids.sort_unstable_by_key(|&id| LEXICON.word(id));
    let mut before = "";
    let common = ids
        .iter()
        .map(|&id| {
            let word = LEXICON.word(id);
            let common = word.chars().zip(before.chars()).take_while(|(a, b)| a == b).count();
            before = word;
            common as u8
        })
        .collect();
    Index { ids, common }
});

/// The words that `given` may have been misread from at a cost of `limit` at most.
pub(super) fn candidates(given: &str, limit: f32) -> Vec<Candidate> {
    let index = &*INDEX;
    let chars: Vec<char> = given.chars().collect();
    let mut aligner = lookalike::Aligner::new(&chars);
    let mut found = Vec::new();
    let mut at = 0;
    while at < index.ids.len() {
        let id = index.ids[at];
        aligner.keep(usize::from(index.common[at]));
        let over = LEXICON.word(id).chars().skip(aligner.depth()).any(|c| {
            aligner.push(c);
            aligner.is_over(limit)
        });
        at += 1;
        if over {
            let depth = aligner.depth();
            let more = index.common[at..].iter().position(|&common| usize::from(common) < depth);
            at = more.map_or(index.ids.len(), |more| at + more);
        } else if aligner.total() <= limit {
            found.push(Candidate { id, cost: aligner.total() });
        }
    }
    found
}
