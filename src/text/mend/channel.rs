//! From a misread word to the words it may have been.
//!
//! The words of the lexicon, the common ones apart from the rare, are aligned with the given one letter by letter (see [`crate::text::lookalike`]) in the order of the
//! alphabet: a word shares the rows of the alignment with the one before as far as it shares its letters, and where a
//! beginning already costs too much, all words that begin so are passed over. That is a walk through the lexicon's trie
//! without the trie: what is kept is the order and the lengths of the common beginnings. An alignment that costs c costs no more than c/2 in one half of the given word, so
//! that the words are walked twice, from the start and from the end, each time with half the cost up to the middle. A rare word must look the more alike to weigh as much as a common one, so that little
//! of the rare is walked. The work for one word is bounded by
//! the size of the lexicon.

use std::sync::LazyLock;

use crate::text::lexicon::{Class, Id, LEXICON};
use crate::text::lookalike::{Aligner, Reach};

/// A word that the given one may have been.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) id: Id,
    /// What the misreading costs.
    pub(super) cost: f32,
}

impl Candidate {
    /// What it weighs without its neighbours.
    pub(super) fn weight(&self) -> f32 {
        LEXICON.class(self.id).weight() - CHANNEL * self.cost
    }
}

/// The price of one unit of misreading, as a logarithm.
pub(super) const CHANNEL: f32 = 14.0;
/// How much less than the best a candidate may weigh.
const NEAR: f32 = 1.0;
/// How far the places of letters that answer to each other may lie apart.
const BAND: usize = 4;
/// How much of a word may be misread, and the most and the least of it.
const MISREAD: f32 = 0.22;
const MISREAD_MAX: f32 = 1.2;
const MISREAD_MIN: f32 = 0.4;

/// All words of one class, in the order of the alphabet as read from one end.
#[derive(Default)]
struct Index {
    ids: Vec<Id>,
    /// How many characters each has in common with the one before.
    common: Vec<u8>,
}

/// For each class, the words as read from the start and from the end.
static INDEXES: LazyLock<[(Class, Index, Index); Class::ALL.len()]> = LazyLock::new(|| {
    let forward = sorted(|word| key(word.bytes()));
    let backward = sorted(|word| key(word.bytes().rev()));
    Class::ALL.map(|class| {
        let of_class = |ids: &[Id]| ids.iter().copied().filter(|&id| LEXICON.class(id) == class).collect::<Vec<_>>();
        (
            class,
            Index::new(of_class(&forward), |word, before| same_chars(word.chars(), before.chars())),
            Index::new(of_class(&backward), |word, before| same_chars(word.chars().rev(), before.chars().rev())),
        )
    })
});

impl Index {
    fn new(ids: Vec<Id>, common: fn(&str, &str) -> usize) -> Self {
        let before = std::iter::once("").chain(ids.iter().map(|&id| LEXICON.word(id)));
        let common = ids.iter().zip(before).map(|(&id, before)| common(LEXICON.word(id), before) as u8).collect();
        Self { ids, common }
    }
}

/// All words, sorted by their keys. That sixteen letters do not tell all apart only makes a walk a little longer.
fn sorted(key: fn(&str) -> u128) -> Vec<Id> {
    let mut keyed: Vec<(u128, Id)> = (0..LEXICON.len() as Id).map(|id| (key(LEXICON.word(id)), id)).collect();
    keyed.sort_unstable();
    keyed.into_iter().map(|(_, id)| id).collect()
}

/// The first sixteen bytes as a number.
fn key(mut bytes: impl Iterator<Item = u8>) -> u128 {
    (0..16).fold(0, |key, _| key << 8 | u128::from(bytes.next().unwrap_or(0)))
}

fn same_chars(a: impl Iterator<Item = char>, b: impl Iterator<Item = char>) -> usize {
    a.zip(b).take_while(|(a, b)| a == b).count()
}

/// The most that a misreading of `given` may cost.
pub(super) fn limit(given: &str) -> f32 {
    (MISREAD * given.chars().count() as f32).clamp(MISREAD_MIN, MISREAD_MAX)
}

/// Aligns `given` with words that it may have been misread from, at a cost of `limit` at most.
pub(super) fn aligner(given: &[char], limit: f32) -> Aligner<'_> {
    Aligner::new(given, Reach { limit, half: limit, band: BAND, mirrored: false })
}

/// The words that `given` may have been misread from and that weigh `floor` at least and nearly as much as the best, with
/// what the misreading costs.
pub(super) fn candidates(given: &str, mut floor: f32) -> Vec<Candidate> {
    let chars: Vec<char> = given.chars().collect();
    let turned: Vec<char> = given.chars().rev().collect();
    let most = limit(given);
    let mut found = Vec::new();
    for (class, forward, backward) in INDEXES.iter() {
        let limit = most.min((class.weight() - floor) / CHANNEL);
        if limit > 0.0 {
            let reach = Reach { limit, half: limit / 2.0, band: BAND, mirrored: false };
            search(
                forward,
                Aligner::new(&chars, reach),
                |word, depth, step| word.chars().skip(depth).any(step),
                &mut found,
            );
            let reach = Reach { mirrored: true, ..reach };
            search(
                backward,
                Aligner::new(&turned, reach),
                |word, depth, step| word.chars().rev().skip(depth).any(step),
                &mut found,
            );
            let best = found.iter().map(Candidate::weight).fold(f32::NEG_INFINITY, f32::max);
            floor = floor.max(best - NEAR);
        }
    }
    // What both walks met stands there once.
    found.sort_unstable_by(|a, b| a.id.cmp(&b.id).then(a.cost.total_cmp(&b.cost)));
    found.dedup_by_key(|candidate| candidate.id);
    found
}

/// Walks one index; `steps` takes a word's characters from a depth on until one is refused.
fn search(
    index: &Index,
    mut aligner: Aligner,
    steps: fn(&str, usize, &mut dyn FnMut(char) -> bool) -> bool,
    found: &mut Vec<Candidate>,
) {
    let mut at = 0;
    while at < index.ids.len() {
        let id = index.ids[at];
        aligner.keep(usize::from(index.common[at]));
        let depth = aligner.depth();
        let over = steps(LEXICON.word(id), depth, &mut |c| {
            aligner.push(c);
            aligner.is_over()
        });
        at += 1;
        if over {
            let depth = aligner.depth();
            let more = index.common[at..].iter().position(|&common| usize::from(common) < depth);
            at = more.map_or(index.ids.len(), |more| at + more);
        } else if aligner.total().is_finite() {
            found.push(Candidate { id, cost: aligner.total() });
        }
    }
}
