//! From a misread word to the words it may have been.
//!
//! Those that share the most pairs of letters with the given word (see [`super::pairs`]) are aligned with it letter by
//! letter (see [`crate::text::lookalike`]), the most alike first. The work for one word is bounded by their number.

use super::{case, form};
use crate::text::lexicon::{Id, LEXICON};
use crate::text::lookalike::{self, Aligner, Price};

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
const NEAR: f32 = 3.0;
/// How much of a word may be misread, and of short ones, by their length: of few letters most must be right.
const MISREAD_MAX: f32 = 1.2;
const MISREAD_SHORT: [f32; 6] = [0.0, 0.4, 0.4, 0.5, 0.65, 0.95];
/// How much for each digit in a short word, and for all else in it: most such are codes.
const MISREAD_DIGIT: f32 = 0.15;
/// How much of each letter where capitals stand among small ones; less where they are meant.
const MISREAD_MIXED: f32 = 0.1;
const MISREAD_CAMEL: f32 = 0.05;

/// The least that it costs to lose so many of a word's pairs: of two letters taken for one, which touch three of them. All
/// else that looks alike costs more for each (one letter for another, but for those that count as the same, 20 for two).
const PAIRS_LOST: (u32, u32) = (25, 3);

/// The most that a misreading of `given` may cost.
pub(super) fn limit(given: &str) -> f32 {
    let length = given.chars().count();
    let most = MISREAD_SHORT.get(length).copied().unwrap_or(MISREAD_MAX);
    let digits = given.bytes().filter(u8::is_ascii_digit).count();
    let coded = length <= 3 || given.contains(|c: char| c.is_ascii_uppercase());
    match () {
        () if digits > 0 && length < MISREAD_SHORT.len() && coded => most.min(MISREAD_DIGIT * (digits + 1) as f32),
        () if case::is_capitals(given) || !form::has_inner_capital(given) => most,
        () if form::is_camel(given) => most.min(MISREAD_CAMEL * length as f32),
        () => most.min(MISREAD_MIXED * length as f32),
    }
}

/// Those of the words [most alike](super::pairs::most_alike) to `given` that it may have been misread from, and that weigh
/// `floor` at least and nearly as much as the best, with what the misreading costs.
pub(super) fn candidates(given: &str, most_alike: &[(u8, Id)], mut floor: f32) -> Vec<Candidate> {
    let most = lookalike::price(limit(given));
    let mut aligner = Aligner::new(given.chars().collect());
    let mut found: Vec<Candidate> = Vec::new();
    for &(lost, id) in most_alike {
        let limit = (LEXICON.class(id).weight() - floor) / CHANNEL;
        let limit = most.min(lookalike::price(limit.max(0.0)) as Price);
        let (price, pairs) = PAIRS_LOST;
        if limit == 0 || u32::from(lost) * price > u32::from(limit) * pairs {
            continue;
        }
        if let Some(cost) = aligner.cost(LEXICON.word(id).chars(), limit) {
            let candidate = Candidate { id, cost: lookalike::edits(cost) };
            floor = floor.max(candidate.weight() - NEAR);
            found.push(candidate);
        }
    }
    found.sort_unstable_by_key(|candidate| candidate.id);
    found
}
