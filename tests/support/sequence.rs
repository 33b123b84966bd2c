//! How alike two sequences are: Ratcliff and Obershelp's measure as Python's `difflib.SequenceMatcher` takes it, without
//! its heuristic for junk.
//!
//! The longest common block (of several the earliest in `a`, then the earliest in `b`) is taken, then the same to its left
//! and to its right. Quadratic at worst; the sequences here are sentences.
//!
//! J. W. Ratcliff and D. E. Metzener, "Pattern Matching: The Gestalt Approach", Dr. Dobb's Journal, July 1988.

use std::collections::HashMap;
use std::hash::Hash;
use std::ops::Range;

/// The number of elements in the blocks that `a` and `b` share.
pub fn matched<T: Eq + Hash>(a: &[T], b: &[T]) -> usize {
    let mut places: HashMap<&T, Vec<usize>> = HashMap::new();
    for (j, element) in b.iter().enumerate() {
        places.entry(element).or_default().push(j);
    }
    let mut total = 0;
    let mut queue = vec![(0..a.len(), 0..b.len())];
    while let Some((in_a, in_b)) = queue.pop() {
        let (i, j, size) = longest(a, &places, in_a.clone(), in_b.clone());
        if size > 0 {
            total += size;
            queue.push((in_a.start..i, in_b.start..j));
            queue.push((i + size..in_a.end, j + size..in_b.end));
        }
    }
    total
}

/// Twice the elements shared over all elements: 1 for the same sequence, 0 for nothing in common.
pub fn ratio<T: Eq + Hash>(a: &[T], b: &[T]) -> f64 {
    match a.len() + b.len() {
        0 => 1.0,
        all => 2.0 * matched(a, b) as f64 / all as f64,
    }
}

/// The longest block within the two ranges: its start in each, and its length.
fn longest<T: Eq + Hash>(
    a: &[T],
    places: &HashMap<&T, Vec<usize>>,
    in_a: Range<usize>,
    in_b: Range<usize>,
) -> (usize, usize, usize) {
    let mut best = (in_a.start, in_b.start, 0);
    // The length of the block that ends just before j in `b` and with the element of `a` just passed.
    let (mut before, mut now) = (vec![0; in_b.len() + 1], vec![0; in_b.len() + 1]);
    for i in in_a {
        for &j in places.get(&a[i]).map_or(&[][..], Vec::as_slice) {
            if j < in_b.start {
                continue;
            }
            if j >= in_b.end {
                break;
            }
            let size = before[j - in_b.start] + 1;
            now[j - in_b.start + 1] = size;
            if size > best.2 {
                best = (i + 1 - size, j + 1 - size, size);
            }
        }
        std::mem::swap(&mut before, &mut now);
        now.fill(0);
    }
    best
}
