//! From a misread word to the words it may have been.
//!
//! Those that have nearly all its pairs of letters (see [`super::pairs`]) are aligned with the given word letter by letter
//! (see [`crate::text::lookalike`]), the most alike first.

use super::pairs::{self, Near, Neighbour};
use super::{case, form};
use crate::text::lexicon::{Class, Id, LEXICON};
use crate::text::lookalike::{self, Aligner};

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

/// The least that two letters cost that are taken for one, which touch three pairs of the given word and one less where they
/// are the word's; and the least that all else costs for each pair that it touches: one letter for another costs 20 for two,
/// those apart that count as the same.
const GROUP: usize = 25;
const GROUP_PAIRS: usize = 3;
const PAIR: usize = 10;
/// How many letters more or less a word may have than the given one.
const LONGER: usize = 3;

/// The least that it costs to read a given word for one of another length while it loses so many of its pairs.
fn least_cost(given: usize, meant: usize, lost: usize) -> usize {
    let groups = given.abs_diff(meant);
    let touched = if given > meant { GROUP_PAIRS * groups } else { (GROUP_PAIRS - 1) * groups };
    GROUP * groups + PAIR * lost.saturating_sub(touched)
}

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

/// The words that `given` may have been misread from, and that weigh `floor` at least and nearly as much as the best, with
/// what the misreading costs.
pub(super) fn candidates(given: &str, mut floor: f32) -> Vec<Candidate> {
    let most = lookalike::price(limit(given));
    let within = |class: Class, floor: f32| most.min(lookalike::price(((class.weight() - floor) / CHANNEL).max(0.0)));
    let near = pairs::near(given, |class| {
        let limit = usize::from(within(class, floor));
        (limit > 0).then(|| Near { longer: (limit / GROUP).min(LONGER), lost: limit * GROUP_PAIRS / GROUP })
    });
    let length = given.chars().count();
    let mut aligner = Aligner::of(given);
    let mut found: Vec<Candidate> = Vec::new();
    for Neighbour { id, lost } in near {
        let limit = within(LEXICON.class(id), floor);
        if limit == 0 || least_cost(length, LEXICON.word(id).chars().count(), lost) > usize::from(limit) {
            continue;
        }
        if let Some(cost) = aligner.cost(LEXICON.word(id), limit) {
            let candidate = Candidate { id, cost: lookalike::edits(cost) };
            floor = floor.max(candidate.weight() - NEAR);
            found.push(candidate);
        }
    }
    found.sort_unstable_by_key(|candidate| candidate.id);
    found
}
