//! The cheapest alignment of a text with what may have been meant.

use super::price::{LEAST_ODD, Price, added, lost, swapped};
use super::strokes::{GROUP_MAX, GROUP_STROKES, Strokes, group, least_group};

/// What no alignment costs; small enough to be added to.
const NEVER: Price = Price::MAX / 2;

/// A group of characters: how many, and their strokes. No characters where there is none.
type Group = (u8, Strokes);

/// Aligns one given text with others that may have been meant.
pub(in crate::text) struct Aligner {
    given: Vec<char>,
    /// For each character of the given text, what it costs where nothing stood.
    added: Vec<Price>,
    /// For each place in the given text and each number of strokes, the group that ends there and has so many.
    groups: Vec<[Group; GROUP_STROKES as usize + 1]>,
    /// One row of the programme for each character that was meant, and one before.
    rows: Vec<Price>,
    /// The least in each row.
    least: Vec<Price>,
    /// The strokes of each character that was meant.
    meant: Vec<Option<Strokes>>,
}

impl Aligner {
    pub(in crate::text) fn new(given: Vec<char>) -> Self {
        let groups = (0..=given.len())
            .map(|end| {
                let mut groups = [(0, Strokes::default()); GROUP_STROKES as usize + 1];
                for (length, strokes) in groups_before(end, |at| Strokes::of(given[at])) {
                    groups[usize::from(strokes.count)] = (length as u8, strokes);
                }
                groups
            })
            .collect();
        let added = given.iter().map(|&c| added(c)).collect();
        Self { given, added, groups, rows: Vec::new(), least: Vec::new(), meant: Vec::new() }
    }

    /// The text that others are aligned with.
    pub(super) fn given(&self) -> &[char] {
        &self.given
    }

    /// What it takes to read the given text for `meant`, where it is no more than `limit`.
    pub(in crate::text) fn cost(&mut self, meant: &[char], limit: Price) -> Option<Price> {
        let width = self.given.len() + 1;
        if meant.len().abs_diff(self.given.len()) as Price * LEAST_ODD > limit {
            return None;
        }
        let limit = limit.min(NEVER - 1);
        self.rows.clear();
        self.least.clear();
        self.meant.clear();
        self.rows.push(0);
        for &added in &self.added {
            self.rows.push((self.rows[self.rows.len() - 1] + added).min(NEVER));
        }
        self.least.push(0);
        for &c in meant {
            self.meant.push(Strokes::of(c));
            let depth = self.meant.len();
            let above = (depth - 1) * width;
            let at = above + width;
            let lost = lost(c);
            let mut left = (self.rows[above] + lost).min(NEVER);
            let mut least = left;
            self.rows.resize(at + width, left);
            let (before, row) = self.rows.split_at_mut(at);
            let cells = row[1..].iter_mut().zip(before[above..].windows(2)).zip(self.given.iter().zip(&self.added));
            for ((cell, above), (&g, &added)) in cells {
                left = (above[0] + swapped(g, c)).min(above[1] + lost).min(left + added).min(NEVER);
                least = least.min(left);
                *cell = left;
            }
            // Groups end here that began in a row from which there was a way on.
            for (length, strokes) in groups_before(depth, |at| self.meant[at]) {
                let before = depth - length;
                if self.least[before] + least_group(length) > limit {
                    continue;
                }
                for j in 1..width {
                    let (chars, given) = self.groups[j][usize::from(strokes.count)];
                    if chars == 0 {
                        continue;
                    }
                    let chars = usize::from(chars);
                    if let Some(price) = group(given, chars, strokes, length) {
                        let cost = self.rows[before * width + j - chars] + price;
                        if cost < self.rows[at + j] {
                            self.rows[at + j] = cost;
                            least = least.min(cost);
                            carry(&self.added, &mut self.rows[at..], j, cost);
                        }
                    }
                }
            }
            self.least.push(least);
            if self.is_over(limit) {
                return None;
            }
        }
        self.rows.last().copied().filter(|&cost| cost <= limit)
    }

    /// Whether all that begins so costs too much: a way on leads from the last row, or by a group from one of the few before.
    fn is_over(&self, limit: Price) -> bool {
        self.least
            .iter()
            .rev()
            .take(GROUP_MAX)
            .enumerate()
            .all(|(back, &least)| least > limit || (back > 0 && least + least_group(back + 1) > limit))
    }
}

/// Carries a cost that has fallen at `j` of a row on to the characters after it that stand in the given text alone.
fn carry(added: &[Price], row: &mut [Price], mut j: usize, mut cost: Price) {
    while let Some(&more) = added.get(j) {
        cost += more;
        j += 1;
        if cost >= row[j] {
            break;
        }
        row[j] = cost;
    }
}

/// The groups that end at `end`, shortest first: how many characters, and their strokes.
fn groups_before(end: usize, strokes: impl Fn(usize) -> Option<Strokes>) -> impl Iterator<Item = (usize, Strokes)> {
    let mut all = Strokes::default();
    (1..=GROUP_MAX.min(end)).map_while(move |length| {
        all = all.after(strokes(end - length)?)?;
        Some((length, all))
    })
}
