//! How much two sequences of words resemble each other: as bags, as sequences, and by the neighbours they share.

use super::sentences::{Sentence, Vocabulary};

/// The least resemblance of one that begins alike and stands in the same section.
pub(super) const LEAST_OF_SAME_START: f32 = 0.44;
/// The longest sentences whose words are compared in sequence, in words.
const LONGEST: usize = 400;

/// How much two sequences of words resemble each other, 0 to 1.
pub(super) fn similarity(one: &[u32], other: &[u32], vocabulary: &Vocabulary) -> f32 {
    let total = vocabulary.weight(one) + vocabulary.weight(other);
    if total == 0.0 {
        return 0.0;
    }
    let bags = 2.0 * shared_as_bags(one, other, vocabulary) / total;
    // Neither the sequence nor the pairs can share more than the bags do.
    if bags < LEAST_OF_SAME_START || one.len().max(other.len()) > LONGEST {
        return bags;
    }
    let sequence = 2.0 * shared_in_sequence(one, other, vocabulary) / total;
    (bags + sequence + shared_pairs(one, other)) / 3.0
}

/// How much two sentences have in common that do not resemble each other enough to be one: words and neighbours alike.
pub(super) fn common_ground(one: &Sentence, other: &Sentence, vocabulary: &Vocabulary) -> f32 {
    let total = vocabulary.weight(&one.forms) + vocabulary.weight(&other.forms);
    let bags = 2.0 * shared_as_bags(&one.forms, &other.forms, vocabulary) / total.max(f32::MIN_POSITIVE);
    f32::midpoint(bags, shared_pairs(&one.forms, &other.forms))
}

/// The share of neighbouring words that are neighbours in both, as bags.
fn shared_pairs(one: &[u32], other: &[u32]) -> f32 {
    let sorted = |forms: &[u32]| {
        let mut pairs: Vec<(u32, u32)> = forms.windows(2).map(|pair| (pair[0], pair[1])).collect();
        pairs.sort_unstable();
        pairs
    };
    let (one, other) = (sorted(one), sorted(other));
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while let (Some(a), Some(b)) = (one.get(i), other.get(j)) {
        shared += usize::from(a == b);
        i += usize::from(a <= b);
        j += usize::from(b <= a);
    }
    2.0 * shared as f32 / (one.len() + other.len()).max(1) as f32
}

/// The share of `part` that stands, in sequence, in `whole`.
pub(super) fn contained(part: &[u32], whole: &[u32], vocabulary: &Vocabulary) -> f32 {
    if part.len().max(whole.len()) > LONGEST {
        return 0.0;
    }
    shared_in_sequence(part, whole, vocabulary) / vocabulary.weight(part).max(f32::MIN_POSITIVE)
}

/// The weight of the words that two sequences share, in whatever order.
pub(super) fn shared_as_bags(one: &[u32], other: &[u32], vocabulary: &Vocabulary) -> f32 {
    let sorted = |forms: &[u32]| {
        let mut forms = forms.to_vec();
        forms.sort_unstable();
        forms
    };
    let (one, other) = (sorted(one), sorted(other));
    let (mut i, mut j, mut shared) = (0, 0, 0.0);
    while let (Some(a), Some(b)) = (one.get(i), other.get(j)) {
        if a == b {
            shared += vocabulary.weights[*a as usize];
        }
        i += usize::from(a <= b);
        j += usize::from(b <= a);
    }
    shared
}

/// The weight of the heaviest common subsequence.
fn shared_in_sequence(one: &[u32], other: &[u32], vocabulary: &Vocabulary) -> f32 {
    let mut best = vec![0.0f32; other.len() + 1];
    for a in one {
        let weight = vocabulary.weights[*a as usize];
        let mut diagonal = 0.0;
        for (j, b) in other.iter().enumerate() {
            let above = best[j + 1];
            best[j + 1] = if a == b { diagonal + weight } else { above.max(best[j]) };
            diagonal = above;
        }
    }
    best[other.len()]
}
