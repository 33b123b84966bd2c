//! From a misread word to the words it may have been.
//!
//! A word that was misread still has most of its pairs of letters. The words of the lexicon stand in an index by these (an
//! inverted file of 2-grams, as in Zobel and Dart, "Finding approximate matches in large lexicons", 1995), told apart only
//! where the scanner tells them apart; those that share the most with the given word are aligned with it letter by letter
//! (see [`crate::text::lookalike`]). The work for one word is bounded by the number of those, [`ALIGNED_MAX`], and by the
//! size of the index.

use std::sync::LazyLock;

use super::{case, form};
use crate::text::lexicon::{Class, Id, LEXICON};
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
const NEAR: f32 = 1.0;
/// How many letters more or less a word may have than the given one.
const LONGER: usize = 3;
/// How much of a word may be misread, and of short ones, by their length: of few letters most must be right.
const MISREAD_MAX: f32 = 1.2;
const MISREAD_SHORT: [f32; 6] = [0.0, 0.4, 0.4, 0.5, 0.65, 0.95];
/// How much for each digit in a short word, and for all else in it: most such are codes.
const MISREAD_DIGIT: f32 = 0.15;
/// How much of each letter where capitals stand among small ones; less where they are meant.
const MISREAD_MIXED: f32 = 0.1;
const MISREAD_CAMEL: f32 = 0.05;
/// How many words are aligned with a given one, but for those that share as many pairs as the last of them.
const ALIGNED_MAX: usize = 200;
/// The least share of its pairs that a word has in common with the given one, in hundredths.
const SHARED: usize = 25;

/// The least that it costs to lose so many of a word's pairs: of two letters taken for one, which touch three of them. All
/// else that looks alike costs more for each (one letter for another, but for those that count as the same, 20 for two).
const PAIRS_LOST: (u32, u32) = (25, 3);

/// How many words are looked at together.
const RUN: usize = 128;

/// The symbols that pairs are made of: the small letters, and what stands before and after a word.
const SYMBOLS: usize = 27;
const EDGE: usize = 26;

/// The words by the pairs of letters in them. Words are numbered by their length here.
struct Index {
    /// The words' numbers in the lexicon, shorter ones first.
    ids: Vec<Id>,
    /// For each length, the first word that has it.
    by_length: Vec<u16>,
    /// For each pair, where its words begin in `words`.
    starts: Vec<u32>,
    words: Vec<u16>,
    /// For each word, how many pairs it counts as sharing before any is seen to be: common words are short, and have few.
    common: Vec<u8>,
}

static INDEX: LazyLock<Index> = LazyLock::new(Index::new);

impl Index {
    fn new() -> Self {
        // Numbers of 16 bits: the lexicon's hash table has no more slots either.
        let mut ids: Vec<Id> = (0..LEXICON.len().min(usize::from(u16::MAX)) as Id).collect();
        let lengths: Vec<u8> = ids.iter().map(|&id| LEXICON.word(id).chars().count() as u8).collect();
        ids.sort_by_key(|&id| lengths[id as usize]);
        let longest = lengths.iter().copied().max().unwrap_or(0);
        let by_length = (0..=longest + 1).map(|size| ids.partition_point(|&id| lengths[id as usize] < size) as u16);
        let by_length = by_length.collect();
        let mut starts = vec![0u32; SYMBOLS * SYMBOLS + 1];
        let mut all: Vec<(u16, u16)> = Vec::with_capacity(ids.len() * 10);
        for (number, &id) in ids.iter().enumerate() {
            pairs(LEXICON.word(id), |pair| {
                starts[pair + 1] += 1;
                all.push((pair as u16, number as u16));
            });
        }
        for pair in 1..starts.len() {
            starts[pair] += starts[pair - 1];
        }
        let mut next = starts.clone();
        let mut words = vec![0; all.len()];
        for (pair, number) in all {
            let place = &mut next[usize::from(pair)];
            words[*place as usize] = number;
            *place += 1;
        }
        let common = ids.iter().map(|&id| match LEXICON.class(id) {
            Class::Function => 2,
            Class::Frequent => 1,
            _ => 0,
        });
        let common = common.collect();
        Self { ids, by_length, starts, words, common }
    }

    /// The words that share the most pairs with `given`, each with the number of pairs that it has not; those that share
    /// more come first.
    fn most_alike(&self, given: &str) -> Vec<(u8, Id)> {
        let length = given.chars().count();
        let bound = |length: usize| self.by_length.get(length).copied().unwrap_or(self.ids.len() as u16);
        let (from, to) = (bound(length.saturating_sub(LONGER)), bound(length + LONGER + 1));
        // A word that is longer than any shares too much with none.
        if from == to {
            return Vec::new();
        }
        let mut shared = self.common[usize::from(from)..usize::from(to)].to_vec();
        let mut all = 0;
        pairs(given, |pair| {
            all += 1;
            let words = &self.words[self.starts[pair] as usize..self.starts[pair + 1] as usize];
            let first = words.partition_point(|&word| word < from);
            let last = first + words[first..].partition_point(|&word| word < to);
            for word in &words[first..last] {
                shared[usize::from(word - from)] += 1;
            }
        });
        let all = all.min(usize::from(u8::MAX));
        let floor = (all * SHARED).div_ceil(100).clamp(1, u8::MAX.into()) as u8;
        let sharing = |least: u8| shared.chunks(RUN).map(|counts| usize::from(having(counts, least))).sum::<usize>();
        let mut least = shared.iter().copied().max().unwrap_or(0).max(floor);
        while least > floor && sharing(least - 1) <= ALIGNED_MAX {
            least -= 1;
        }
        let mut found: Vec<(u8, u8, Id)> = Vec::new();
        for (run, counts) in shared.chunks(RUN).enumerate() {
            // Most runs hold none, which is quickly seen of a whole run.
            if having(counts, least) > 0 {
                let first = usize::from(from) + run * RUN;
                let enough = counts.iter().enumerate().filter(|&(_, &count)| count >= least);
                found.extend(enough.map(|(word, &count)| {
                    let shared = count - self.common[first + word];
                    (count, (all as u8).saturating_sub(shared), self.ids[first + word])
                }));
            }
        }
        found.sort_by_key(|&(count, ..)| std::cmp::Reverse(count));
        found.into_iter().map(|(_, lost, id)| (lost, id)).collect()
    }
}

/// How many of `counts`, which are no more than [`RUN`], are `least` at least; in bytes, which a machine adds many at once.
fn having(counts: &[u8], least: u8) -> u8 {
    counts.iter().fold(0, |sum, &count| sum + u8::from(count >= least))
}

/// The pairs of letters in `word` and at its edges, each as a number below [`SYMBOLS`]².
fn pairs(word: &str, mut pair: impl FnMut(usize)) {
    let mut before = Some(EDGE);
    for c in word.chars() {
        let symbol = symbol(c);
        if let (Some(before), Some(symbol)) = (before, symbol) {
            pair(before * SYMBOLS + symbol);
        }
        before = symbol;
    }
    if let Some(before) = before {
        pair(before * SYMBOLS + EDGE);
    }
}

/// The letter that stands for all that the scanner hardly tells from it; none for what may stand for any.
#[inline]
fn symbol(c: char) -> Option<usize> {
    match c {
        'i' | 'j' => Some('l' as usize - 'a' as usize),
        'q' => Some('g' as usize - 'a' as usize),
        'a'..='z' => Some(c as usize - 'a' as usize),
        _ => unusual_symbol(c),
    }
}

fn unusual_symbol(c: char) -> Option<usize> {
    let letter = match lookalike::unaccented(c).to_ascii_lowercase() {
        'i' | 'j' | '1' | '!' | '|' => 'l',
        '0' => 'o',
        '5' | '$' => 's',
        '2' => 'z',
        '9' | 'q' => 'g',
        '6' => 'b',
        letter @ 'a'..='z' => letter,
        _ => return None,
    };
    Some(letter as usize - 'a' as usize)
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

/// The words that share the most pairs of letters with `given`, each with the number of its pairs that it has not.
pub(super) fn most_alike(given: &str) -> Vec<(u8, Id)> {
    INDEX.most_alike(given)
}

/// Those of the words [`most_alike`] to `given` that it may have been misread from, and that weigh `floor` at least and
/// nearly as much as the best, with what the misreading costs.
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
