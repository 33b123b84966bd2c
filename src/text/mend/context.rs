//! Which words stand together: pairs of neighbours, and what stands between two words.
//!
//! Both are taken from `data/phrases.txt`. Pairs witness for a candidate; gaps propose one where a word is past
//! recognition, its neighbours being clear (`THE PRESIDENT onnE GENERAL ASSEMBLY`).

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::text::lexicon::{self, PHRASES};

/// What it says for both that `left` and `right` stand together, as a logarithm: nothing where they are not known to, less
/// where one of them stands beside many.
pub(super) fn witness(left: &str, right: &str) -> f32 {
    /// What it says where each is known to stand beside nothing else, and what a doubling of their company takes off.
    const MOST: f32 = 5.5;
    const COMPANY: f32 = 0.6;
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
pub(super) fn after(left: &str) -> &'static [&'static str] {
    CONTEXT.after.get(&lexicon::hash(left)).map_or(&[], Vec::as_slice)
}

/// The words that are known to stand before `right`.
pub(super) fn before(right: &str) -> &'static [&'static str] {
    CONTEXT.before.get(&lexicon::hash(right)).map_or(&[], Vec::as_slice)
}

type Pair = (u32, u32);

#[derive(Default)]
struct Context {
    pairs: HashSet<Pair>,
    commas: HashSet<Pair>,
    gaps: HashMap<Pair, Vec<&'static str>>,
    after: HashMap<u32, Vec<&'static str>>,
    before: HashMap<u32, Vec<&'static str>>,
}

static CONTEXT: LazyLock<Context> = LazyLock::new(|| {
    let mut context = Context::default();
    for line in PHRASES.lines().filter(|line| !line.starts_with('#')) {
        // Each word with where it stands on the line.
        let words: Vec<(usize, &'static str)> =
            line.split(' ').scan(0, |at, word| Some((std::mem::replace(at, *at + word.len() + 1), word))).collect();
        let hash = |word: &str| lexicon::hash(word.trim_end_matches(','));
        for pair in words.windows(2) {
            let key = (hash(pair[0].1), hash(pair[1].1));
            if context.pairs.insert(key) {
                context.after.entry(key.0).or_default().push(pair[1].1.trim_end_matches(','));
                context.before.entry(key.1).or_default().push(pair[0].1.trim_end_matches(','));
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
