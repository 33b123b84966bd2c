//! The words of the lexicon that share the most pairs of letters with a given one.
//!
//! A word that was misread still has most of its pairs of letters. The words stand in an index by these (an inverted file of
//! 2-grams, as in Zobel and Dart, "Finding approximate matches in large lexicons", 1995), told apart only where the scanner
//! tells them apart. The file is a bit for each word and pair, so that a machine counts for many words at once: a count is
//! a bit in each of a few planes, to which a pair's bits are added as by hand, and the most alike are told by the planes
//! from the highest down (bit-slicing, as in O'Neil and Quass, "Improved query performance with variant indexes", 1997).
//! A search costs some thirty instructions for every 64 words of about the same length, whatever they are.

use std::sync::LazyLock;

use crate::text::lexicon::{Class, Id, LEXICON};
use crate::text::lookalike;

/// How many letters more or less a word may have than the given one.
const LONGER: usize = 3;
/// How many words are answered, but for those that share as many pairs as the last of them.
const MOST: usize = 200;
/// The least share of its pairs that a word has in common with the given one, in hundredths.
const SHARED: usize = 25;

/// The symbols that pairs are made of: the small letters, and what stands before and after a word.
const SYMBOLS: usize = 27;
const EDGE: usize = 26;

/// A bit for each of some words that follow each other in the index.
type Run = [u64; LANES];
const LANES: usize = 4;
const RUN: usize = LANES * u64::BITS as usize;

/// The most that a common word counts before any of its pairs is seen to be shared.
const COMMON_MOST: usize = 2;

/// The words by the pairs of letters in them. Words are numbered by their length here.
struct Index {
    /// The words' numbers in the lexicon, shorter ones first.
    ids: Vec<Id>,
    /// For each length, the first word that has it.
    by_length: Vec<usize>,
    /// For each pair, the words that have it; behind these, as many runs again, those that have it twice, and so on.
    words: Vec<Vec<Run>>,
    /// The words that count as sharing one pair, and two, before any is seen to be: common words are short, and have few.
    common: [Vec<Run>; 2],
}

static INDEX: LazyLock<Index> = LazyLock::new(Index::new);

/// The words that share the most pairs of letters with `given`, each with the number of its pairs that it has not; those
/// that share more come first.
pub(super) fn most_alike(given: &str) -> Vec<(u8, Id)> {
    INDEX.most_alike(given)
}

impl Index {
    fn new() -> Self {
        let mut ids: Vec<Id> = (0..LEXICON.len() as Id).collect();
        let lengths: Vec<u8> = ids.iter().map(|&id| LEXICON.word(id).chars().count() as u8).collect();
        ids.sort_by_key(|&id| lengths[id as usize]);
        let longest = lengths.iter().copied().max().unwrap_or(0);
        let by_length = (0..=longest + 1).map(|size| ids.partition_point(|&id| lengths[id as usize] < size)).collect();
        let runs = ids.len().div_ceil(RUN);
        let mut words = vec![Vec::new(); SYMBOLS * SYMBOLS];
        let mut common = [vec![Run::default(); runs], vec![Run::default(); runs]];
        for (number, &id) in ids.iter().enumerate() {
            pairs(LEXICON.word(id), |pair| add(&mut words[pair], runs, number));
            match LEXICON.class(id) {
                Class::Function => set(&mut common[1], number),
                Class::Frequent => set(&mut common[0], number),
                _ => {}
            }
        }
        Self { ids, by_length, words, common }
    }

    fn most_alike(&self, given: &str) -> Vec<(u8, Id)> {
        let length = given.chars().count();
        let bound = |length: usize| self.by_length.get(length).copied().unwrap_or(self.ids.len());
        let (from, to) = (bound(length.saturating_sub(LONGER)), bound(length + LONGER + 1));
        // A word that is longer than any shares too much with none.
        if from == to {
            return Vec::new();
        }
        let (first, last) = (from / RUN, to.div_ceil(RUN));
        let mut having: Vec<&[Run]> = Vec::new();
        let mut all = 0;
        pairs(given, |pair| {
            all += 1;
            having.extend(self.words[pair].chunks_exact(self.common[0].len()).map(|runs| &runs[first..last]));
        });
        let floor = (all * SHARED).div_ceil(100).max(1);
        let mut found: Vec<(usize, u8, Id)> = Vec::new();
        let find = |word: usize, count: usize| {
            let word = first * RUN + word;
            let common = usize::from(has(&self.common[0], word)) + 2 * usize::from(has(&self.common[1], word));
            found.push((count, (all + common).saturating_sub(count) as u8, self.ids[word]));
        };
        let within = (first..last).map(|run| bits_within(run, from, to)).collect();
        let common = self.common.each_ref().map(|words| &words[first..last]);
        match having.len() + COMMON_MOST {
            0..16 => Counts::<4>::of(&having, common, within).most(floor, find),
            16..32 => Counts::<5>::of(&having, common, within).most(floor, find),
            _ => Counts::<7>::of(&having, common, within).most(floor, find),
        }
        found.sort_by_key(|&(count, ..)| std::cmp::Reverse(count));
        found.into_iter().map(|(_, lost, id)| (lost, id)).collect()
    }
}

/// How often each word of some runs is counted, in so many bits: as few as the highest count needs, for a machine to hold
/// them all at once. No two words of a length that the lexicon's have share more pairs than seven bits hold.
struct Counts<const PLANES: usize> {
    /// The words that count at all.
    within: Vec<Run>,
    /// The bits of the counts, the lowest first.
    planes: Vec<[Run; PLANES]>,
}

impl<const PLANES: usize> Counts<PLANES> {
    /// How often the words `within` are among those `having` a pair, and so much more as they are `common`.
    fn of(having: &[&[Run]], common: [&[Run]; 2], within: Vec<Run>) -> Self {
        let (twos, last) = having.as_chunks::<2>();
        let planes = (0..within.len()).map(|run| {
            let mut planes = [Run::default(); PLANES];
            (planes[0], planes[1]) = (common[0][run], common[1][run]);
            for [one, other] in twos {
                add_two(&mut planes, &one[run], &other[run]);
            }
            for one in last {
                add_two(&mut planes, &one[run], &Run::default());
            }
            planes
        });
        Self { planes: planes.collect(), within }
    }

    /// Calls `found` with the words of the highest counts, `floor` at least, and their counts: with no more than [`MOST`],
    /// but for those that have the same count as the last of them where all have the same.
    fn most(&self, floor: usize, mut found: impl FnMut(usize, usize)) {
        let least = self.least().max(floor);
        for (number, (within, planes)) in self.within.iter().zip(&self.planes).enumerate() {
            let (mut more, mut same) = (Run::default(), *within);
            for plane in (0..PLANES).rev() {
                let low = if least >> plane & 1 == 0 { u64::MAX } else { 0 };
                for lane in 0..LANES {
                    let bits = planes[plane][lane];
                    more[lane] |= same[lane] & bits & low;
                    same[lane] &= bits ^ low;
                }
            }
            for lane in 0..LANES {
                let mut enough = more[lane] | same[lane];
                while enough != 0 {
                    let bit = enough.trailing_zeros() as usize;
                    let count = (0..PLANES).map(|plane| (planes[plane][lane] >> bit & 1) << plane).sum::<u64>();
                    found(number * RUN + lane * u64::BITS as usize + bit, count as usize);
                    enough &= enough - 1;
                }
            }
        }
    }

    /// The least count such that no more than [`MOST`] words have as much; the highest where more than these have it.
    fn least(&self) -> usize {
        let mut among = self.within.clone();
        // The count of the first word too many, bit by bit, and how many words have more.
        let (mut next, mut above) = (0, 0);
        for plane in (0..PLANES).rev() {
            let mut having = 0;
            for (among, planes) in among.iter().zip(&self.planes) {
                let mut bits = Run::default();
                for lane in 0..LANES {
                    bits[lane] = among[lane] & planes[plane][lane];
                }
                // Few words have the higher bits.
                if bits != Run::default() {
                    having += bits.iter().map(|bits| bits.count_ones() as usize).sum::<usize>();
                }
            }
            let high = above + having > MOST;
            let flip = if high { 0 } else { u64::MAX };
            for (among, planes) in among.iter_mut().zip(&self.planes) {
                for lane in 0..LANES {
                    among[lane] &= planes[plane][lane] ^ flip;
                }
            }
            next |= usize::from(high) << plane;
            above += if high { 0 } else { having };
        }
        next + usize::from(above > 0)
    }
}

/// Adds one to the counts of the words of a run that are in `one`, and to those in `other`.
fn add_two<const PLANES: usize>(planes: &mut [Run; PLANES], one: &Run, other: &Run) {
    let mut carry = Run::default();
    for lane in 0..LANES {
        let (sum, differ) = (planes[0][lane], one[lane] ^ other[lane]);
        planes[0][lane] = sum ^ differ;
        carry[lane] = one[lane] & other[lane] | sum & differ;
    }
    for plane in &mut planes[1..] {
        for lane in 0..LANES {
            (plane[lane], carry[lane]) = (plane[lane] ^ carry[lane], plane[lane] & carry[lane]);
        }
    }
}

/// Adds a word to those that have a pair, of which there are so many runs: once more for each time that it has it.
fn add(words: &mut Vec<Run>, runs: usize, word: usize) {
    let mut start = 0;
    while words.get(start..).is_some_and(|times| has(times, word)) {
        start += runs;
    }
    if words.len() <= start {
        words.resize(start + runs, Run::default());
    }
    set(&mut words[start..], word);
}

fn set(words: &mut [Run], word: usize) {
    words[word / RUN][word % RUN / u64::BITS as usize] |= 1 << (word % u64::BITS as usize);
}

/// Whether `word` is among these; not where they end before it.
fn has(words: &[Run], word: usize) -> bool {
    let lanes = words.get(word / RUN).copied().unwrap_or_default();
    lanes[word % RUN / u64::BITS as usize] >> (word % u64::BITS as usize) & 1 == 1
}

/// The bits of the words of a run that are numbered `from` at least, and below `to`.
fn bits_within(run: usize, from: usize, to: usize) -> Run {
    let below = |end: usize, start: usize| match end.saturating_sub(start) {
        count @ 0..64 => (1u64 << count) - 1,
        _ => u64::MAX,
    };
    let mut bits = Run::default();
    for (lane, bits) in bits.iter_mut().enumerate() {
        let start = run * RUN + lane * u64::BITS as usize;
        *bits = below(to, start) & !below(from, start);
    }
    bits
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
