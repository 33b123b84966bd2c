//! Which words stand together: pairs of neighbours, and what stands between two words.
//!
//! Both are taken from `data/phrases.txt`. Pairs witness for a candidate; gaps propose one where a word is past
//! recognition, its neighbours being clear (`THE PRESIDENT onnE GENERAL ASSEMBLY`).

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use crate::text::lexicon::{self, Id, LEXICON, PHRASES};

/// What it says for both that two words stand together that are known to stand beside nothing else, and what a doubling of
/// their company takes off.
pub(super) const MOST: f32 = 5.5;
const COMPANY: f32 = 0.6;

/// What it says for both that `left` and `right` stand together, as a logarithm: nothing where they are not known to, less
/// where one of them stands beside many.
pub(super) fn witness(left: &str, right: &str) -> f32 {
    if !is_pair(left, right) {
        return 0.0;
    }
    let company = after(left).len().min(before(right).len()).max(1);
    MOST - COMPANY * company.ilog2() as f32
}

/// Whether `left` and `right` are known to stand together.
pub(super) fn is_pair(left: &str, right: &str) -> bool {
    CONTEXT.pairs.contains(&(lexicon::hash(left), lexicon::hash(right)))
}

/// Whether `left` and `right` are known to stand together, parted by a comma.
pub(super) fn is_comma_pair(left: &str, right: &str) -> bool {
    CONTEXT.commas.contains(&(lexicon::hash(left), lexicon::hash(right)))
}

/// The one or two words that are known to stand between `left` and `right`, in the order of the phrases.
pub(super) fn between(left: &str, right: &str) -> &'static [&'static str] {
    CONTEXT.gaps.get(&(lexicon::hash(left), lexicon::hash(right))).map_or(&[], Vec::as_slice)
}

/// The words that are known to stand after `left`.
pub(super) fn after(left: &str) -> &'static [Known] {
    CONTEXT.after.get(&lexicon::hash(left)).map_or(&[], Vec::as_slice)
}

/// The words that are known to stand before `right`.
pub(super) fn before(right: &str) -> &'static [Known] {
    CONTEXT.before.get(&lexicon::hash(right)).map_or(&[], Vec::as_slice)
}

/// A word of a phrase, as it stands there, with its number in the lexicon.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    pub(super) word: &'static str,
    pub(super) id: Id,
}

type Pair = (u32, u32);

#[derive(Default)]
struct Context {
    pairs: HashSet<Pair, Spread>,
    commas: HashSet<Pair, Spread>,
    gaps: HashMap<Pair, Vec<&'static str>, Spread>,
    after: HashMap<u32, Vec<Known>, Spread>,
    before: HashMap<u32, Vec<Known>, Spread>,
}

type Spread = BuildHasherDefault<Spreader>;

/// Hashes keys that are [hashes](lexicon::hash) already: a multiplication spreads their bits.
#[derive(Default)]
struct Spreader(u64);

impl Hasher for Spreader {
    fn write_u32(&mut self, key: u32) {
        self.0 = (self.0.rotate_left(32) ^ u64::from(key)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|&byte| self.write_u32(byte.into()));
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

static CONTEXT: LazyLock<Context> = LazyLock::new(|| {
    let mut context = Context::default();
    let known = |word: &'static str| {
        let word = word.trim_end_matches(',');
        LEXICON.find(word).map(|id| Known { word, id })
    };
    for line in PHRASES.lines().filter(|line| !line.starts_with('#')) {
        // Each word with where it stands on the line.
        let words: Vec<(usize, &'static str)> =
            line.split(' ').scan(0, |at, word| Some((std::mem::replace(at, *at + word.len() + 1), word))).collect();
        let hash = |word: &str| lexicon::hash(word.trim_end_matches(','));
        for pair in words.windows(2) {
            let key = (hash(pair[0].1), hash(pair[1].1));
            if context.pairs.insert(key) {
                context.after.entry(key.0).or_default().extend(known(pair[1].1));
                context.before.entry(key.1).or_default().extend(known(pair[0].1));
            }
            if pair[0].1.ends_with(',') {
                context.commas.insert(key);
            }
        }
        for size in [3, 4] {
            for run in words.windows(size) {
                let (first, last) = (run[0].1, run[size - 1].1);
                let (start, end) = (run[1].0, run[size - 1].0 - 1);
                let gap = line[start..end].trim_end_matches(',');
                let gaps = context.gaps.entry((hash(first), hash(last))).or_default();
                if !gap.contains(',') && !gaps.contains(&gap) {
                    gaps.push(gap);
                }
            }
        }
    }
    context
});
