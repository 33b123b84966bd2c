//! From a misread word to the words it may have been.
//!
//! The words of the lexicon, the common ones apart from the rare, are aligned with the given one letter by letter (see [`lookalike`]) in the order of the
//! alphabet: a word shares the rows of the alignment with the one before as far as it shares its letters, and where a
//! beginning already costs too much, all words that begin so are passed over. That is a walk through the lexicon's trie
//! without the trie: what is kept is the order and the lengths of the common beginnings. A rare word must look the more alike to weigh as much as a common one, so that little
//! of the rare is walked. The work for one word is bounded by
//! the size of the lexicon.

use std::sync::LazyLock;

use crate::text::lexicon::{Class, Id, LEXICON};
use crate::text::lookalike;

/// A word that the given one may have been.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) id: Id,
    /// What the misreading costs.
    pub(super) cost: f32,
}

/// The price of one unit of misreading, as a logarithm.
pub(super) const CHANNEL: f32 = 14.0;
/// How far the places of letters that answer to each other may lie apart.
const BAND: usize = 4;
/// How much of a word may be misread, and the most and the least of it.
const MISREAD: f32 = 0.22;
const MISREAD_MAX: f32 = 1.2;
const MISREAD_MIN: f32 = 0.4;

/// All words of one class, in the order of the alphabet.
#[derive(Default)]
struct Index {
    ids: Vec<Id>,
    /// How many characters each has in common with the one before.
    common: Vec<u8>,
}

static INDEXES: LazyLock<[(Class, Index); Class::ALL.len()]> = LazyLock::new(|| {
    let mut ids: Vec<Id> = (0..LEXICON.len() as Id).collect();
    ids.sort_unstable_by_key(|&id| LEXICON.word(id));
    Class::ALL.map(|class| {
        let ids: Vec<Id> = ids.iter().copied().filter(|&id| LEXICON.class(id) == class).collect();
        let mut before = "";
        let common = |&id: &Id| {
            let word = LEXICON.word(id);
            let common = word.chars().zip(before.chars()).take_while(|(a, b)| a == b).count();
            before = word;
            common as u8
        };
        (class, Index { common: ids.iter().map(common).collect(), ids })
    })
});

/// The most that a misreading of `given` may cost.
pub(super) fn limit(given: &str) -> f32 {
    (MISREAD * given.chars().count() as f32).clamp(MISREAD_MIN, MISREAD_MAX)
}

/// Aligns `given` with words that it may have been misread from.
pub(super) fn aligner(given: &[char]) -> lookalike::Aligner<'_> {
    lookalike::Aligner::new(given, BAND)
}

/// The words that `given` may have been misread from and that weigh `floor` at least, by their class and what the
/// misreading costs.
pub(super) fn candidates(given: &str, floor: f32) -> Vec<Candidate> {
    let chars: Vec<char> = given.chars().collect();
    let most = limit(given);
    let mut aligner = aligner(&chars);
    let mut found = Vec::new();
    for (class, index) in INDEXES.iter() {
        let limit = most.min((class.weight() - floor) / CHANNEL);
        if limit > 0.0 {
            search(index, &mut aligner, limit, &mut found);
        }
    }
    found
}

fn search(index: &Index, aligner: &mut lookalike::Aligner, limit: f32, found: &mut Vec<Candidate>) {
    aligner.keep(0);
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
}
