//! The words of the lexicon that have nearly all pairs of letters of a given one.
//!
//! A word that was misread still has most of its pairs of letters. The words stand in an index by these (an inverted file of
//! 2-grams, as in Zobel and Dart, "Finding approximate matches in large lexicons", 1995), told apart only where the scanner
//! tells them apart. The file is a bit for each word and pair, so that a machine counts for many words at once: a count is
//! a bit in each of a few planes, to which a pair's bits are added as by hand (bit-slicing, as in O'Neil and Quass,
//! "Improved query performance with variant indexes", 1997). Words of one class and of about one length stand together: the
//! rarer a class, the less of its words may be misread, and the fewer of them are looked at: some 30,000 instructions for a
//! misread word of the five notes.

use std::ops::Range;
use std::sync::LazyLock;

use crate::text::lexicon::{CLASSES, Class, Id, LEXICON};
use crate::text::lookalike;

/// The least share of its pairs that a word has in common with the given one: one in so many.
const SHARED: usize = 2;

/// The symbols that pairs are made of: the small letters, and what stands before and after a word.
const SYMBOLS: usize = 27;
const EDGE: u8 = 26;
/// What stands for no letter.
const NONE: u8 = u8::MAX;

/// A bit for each of some words that follow each other in the index.
type Run = [u64; LANES];
const LANES: usize = 2;
const RUN: usize = LANES * u64::BITS as usize;

/// The bits of a count of pairs that are lost, and the most that they hold.
const PLANES: usize = 4;
const LOST_MAX: usize = (1 << PLANES) - 1;

/// Longer words than the lexicon has count as so long.
const LENGTH_MAX: usize = 63;

/// How far a word may be from the given one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Near {
    /// How many letters more or less it may have.
    pub(super) longer: usize,
    /// How many pairs of letters of the given one it may not have.
    pub(super) lost: usize,
}

/// A word near the given one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Neighbour {
    pub(super) id: Id,
    /// How many of the given word's pairs it has not.
    pub(super) lost: usize,
}

/// The words by the pairs of letters in them. Words are numbered by class here, and within one by their length.
struct Index {
    /// The words' numbers in the lexicon.
    ids: Vec<Id>,
    /// For each class and length, the first word that has it or comes after.
    starts: Vec<usize>,
    /// For each pair in turn, the words that have it, and how many these are.
    words: Vec<Run>,
    counts: Vec<u32>,
}

static INDEX: LazyLock<Index> = LazyLock::new(Index::new);

/// The words that are as near to `given` as `near` says for each class, none of those for which it says nothing; those that
/// share more pairs come first, and the most common count as if they shared one or two more, being short.
pub(super) fn near(given: &str, near: impl Fn(Class) -> Option<Near>) -> Vec<Neighbour> {
    INDEX.near(given, near)
}

impl Index {
    fn new() -> Self {
        let count = LEXICON.len();
        let place = |id: Id| {
            let word = LEXICON.word(id);
            let length = if word.is_ascii() { word.len() } else { word.chars().count() };
            bucket(LEXICON.class(id), length)
        };
        let places: Vec<usize> = (0..count as Id).map(place).collect();
        let mut starts = vec![0; CLASSES.len() * (LENGTH_MAX + 1) + 1];
        places.iter().for_each(|place| starts[place + 1] += 1);
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let runs = count.div_ceil(RUN);
        let words = vec![Run::default(); SYMBOLS * SYMBOLS * runs];
        let mut index = Self { ids: vec![0; count], starts, words, counts: vec![0; SYMBOLS * SYMBOLS] };
        for (id, place) in (0..).zip(places) {
            let number = next[place];
            next[place] += 1;
            index.ids[number] = id;
            let (run, lane, bit) = (number / RUN, number % RUN / u64::BITS as usize, number % u64::BITS as usize);
            pairs(LEXICON.word(id), |pair| {
                index.words[pair * runs + run][lane] |= 1 << bit;
                index.counts[pair] += 1;
            });
        }
        index
    }

    fn near(&self, given: &str, near: impl Fn(Class) -> Option<Near>) -> Vec<Neighbour> {
        let length = given.chars().count();
        let runs = self.ids.len().div_ceil(RUN);
        // The rarest first: where few words have the first, none may be left soon.
        let mut rarest = Vec::with_capacity(length + 1);
        pairs(given, |pair| rarest.push((self.counts[pair], pair)));
        rarest.sort_unstable();
        let having: Vec<&[Run]> = rarest.into_iter().map(|(_, pair)| &self.words[pair * runs..][..runs]).collect();
        let least = having.len().div_ceil(SHARED).max(1);
        // Each with what tells its place among the others.
        let mut found: Vec<(u64, Neighbour)> = Vec::new();
        for class in CLASSES {
            let Some(Near { longer, lost }) = near(class) else { continue };
            let common = match class {
                Class::Function => 2,
                Class::Frequent => 1,
                _ => 0,
            };
            let Some(most) = (having.len() + common).checked_sub(least) else { continue };
            let start = |length: usize| self.starts[bucket(class, length)];
            let words = start(length.saturating_sub(longer))..start(length + longer + 1);
            losing(&having, words, lost.min(most), |word, lost| {
                let id = self.ids[word];
                let (gained, length) = (lost + LOST_MAX - common, LEXICON.word(id).len());
                let order = ((gained as u64) << 48) | ((length as u64) << 32) | u64::from(id);
                found.push((order, Neighbour { id, lost }));
            });
        }
        found.sort_unstable_by_key(|&(order, _)| order);
        found.into_iter().map(|(_, word)| word).collect()
    }
}

/// Where the words of a class and a length stand among all; behind all words of the class for those that are too long.
fn bucket(class: Class, length: usize) -> usize {
    class as usize * (LENGTH_MAX + 1) + length.min(LENGTH_MAX)
}

/// Calls `found` with those of `words` that are missing at most `most` times among those `having` a pair, and how often.
fn losing(having: &[&[Run]], words: Range<usize>, most: usize, mut found: impl FnMut(usize, usize)) {
    // What is counted from, so that one time too many is a carry out of the highest plane.
    let from = LOST_MAX - most.min(LOST_MAX);
    let start: [Run; PLANES] = std::array::from_fn(|plane| [if from >> plane & 1 == 1 { u64::MAX } else { 0 }; LANES]);
    let (twos, last) = having.as_chunks::<2>();
    'runs: for run in words.start / RUN..words.end.div_ceil(RUN) {
        let mut planes = start;
        let mut over = Run::default();
        for [one, other] in twos {
            add_two(&mut planes, &mut over, &one[run], &other[run]);
            if over == [u64::MAX; LANES] {
                continue 'runs;
            }
        }
        for one in last {
            add_two(&mut planes, &mut over, &one[run], &[u64::MAX; LANES]);
        }
        for (lane, over) in over.into_iter().enumerate() {
            let first = run * RUN + lane * u64::BITS as usize;
            let mut near = !over & below(words.end, first) & !below(words.start, first);
            while near != 0 {
                let bit = near.trailing_zeros() as usize;
                let count = (0..PLANES).map(|plane| (planes[plane][lane] >> bit & 1) << plane).sum::<u64>();
                found(first + bit, count as usize - from);
                near &= near - 1;
            }
        }
    }
}

/// Adds one to the counts of the words that are not in `one`, and to those not in `other`; notes where that is too much.
#[inline]
fn add_two(planes: &mut [Run; PLANES], over: &mut Run, one: &Run, other: &Run) {
    for lane in 0..LANES {
        let (one, other, sum) = (!one[lane], !other[lane], planes[0][lane]);
        let differ = one ^ other;
        planes[0][lane] = sum ^ differ;
        let mut carry = one & other | sum & differ;
        for plane in &mut planes[1..] {
            (plane[lane], carry) = (plane[lane] ^ carry, plane[lane] & carry);
        }
        over[lane] |= carry;
    }
}

/// The bits of the words numbered below `end`, of those from `first` on.
fn below(end: usize, first: usize) -> u64 {
    match end.saturating_sub(first) {
        count @ 0..64 => (1 << count) - 1,
        _ => u64::MAX,
    }
}

/// The pairs of letters in `word` and at its edges, each as a number below [`SYMBOLS`]².
fn pairs(word: &str, mut pair: impl FnMut(usize)) {
    let mut before = EDGE;
    let mut next = |symbol: u8| {
        if before != NONE && symbol != NONE {
            pair(usize::from(before) * SYMBOLS + usize::from(symbol));
        }
        before = symbol;
    };
    word.chars().map(symbol).for_each(&mut next);
    next(EDGE);
}

/// The letter that stands for all that the scanner hardly tells from it; none for what may stand for any.
#[inline]
fn symbol(c: char) -> u8 {
    let plain = if c.is_ascii() { c } else { lookalike::unaccented(c) };
    *ASCII.get(plain as usize).unwrap_or(&NONE)
}

/// The [`symbol`]s of ASCII characters.
static ASCII: [u8; 128] = {
    let mut symbols = [NONE; 128];
    let mut at = 0;
    while at < symbols.len() {
        let letter = match (at as u8).to_ascii_lowercase() {
            b'i' | b'j' | b'1' | b'!' | b'|' => b'l',
            b'0' => b'o',
            b'5' | b'$' => b's',
            b'2' => b'z',
            b'9' | b'q' => b'g',
            b'6' => b'b',
            other => other,
        };
        if letter.is_ascii_lowercase() {
            symbols[at] = letter - b'a';
        }
        at += 1;
    }
    symbols
};

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{Id, LEXICON, Near, near, pairs};

    #[test]
    fn all_words_are_found_that_have_nearly_all_pairs() {
        let pairs_of = |word: &str| {
            let mut all = Vec::new();
            pairs(word, |pair| all.push(pair));
            all
        };
        for given in ["infonnal", "tlie", "Asselnbly", "responsibillty-to", "Jeremlc", "x"] {
            let wanted = pairs_of(given);
            let least = wanted.len().div_ceil(super::SHARED).max(1);
            for (longer, lost) in [(0, 2), (1, 3), (3, 14)] {
                let found: HashSet<Id> =
                    near(given, |_| Some(Near { longer, lost })).iter().map(|word| word.id).collect();
                for id in 0..LEXICON.len() as Id {
                    let word = LEXICON.word(id);
                    let own: HashSet<usize> = pairs_of(word).into_iter().collect();
                    let shared = wanted.iter().filter(|pair| own.contains(pair)).count();
                    let about_as_long = word.chars().count().abs_diff(given.chars().count()) <= longer;
                    let enough = shared >= least && wanted.len() - shared <= lost;
                    // The most common words count as if they shared more.
                    let known = found.contains(&id) || !(about_as_long && enough);
                    assert!(known, "{word} for {given}, {lost} lost");
                    assert!(
                        !found.contains(&id) || about_as_long && wanted.len() - shared <= lost,
                        "{word} for {given}"
                    );
                }
            }
        }
    }
}
