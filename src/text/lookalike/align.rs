//! The cheapest alignment of a text with what may have been meant.

use std::ops::Range;

use super::edits::Edits;
use super::price::{LEAST_ODD, Price, added, lost, swapped};
use super::strokes::{GROUP_MAX, GROUP_STROKES, LEAST_EVEN, Strokes, group, least_group};

/// What no alignment costs; small enough to be added to.
const NEVER: Price = Price::MAX / 2;

/// A group of characters: how many, and their strokes. No characters where there is none.
type Group = (u8, Strokes);

/// Aligns one given text with others that may have been meant.
pub(in crate::text) struct Aligner {
    given: Vec<char>,
    meant: Vec<char>,
    edits: Edits,
    /// Set up when it is first needed: most texts are far from all that they are held against.
    programme: Option<Programme>,
}

impl Aligner {
    pub(in crate::text) fn new(given: Vec<char>) -> Self {
        Self { edits: Edits::of(given.iter().copied()), given, meant: Vec::new(), programme: None }
    }

    /// The text that others are aligned with.
    pub(super) fn given(&self) -> &[char] {
        &self.given
    }

    /// What it takes to read the given text for `meant`, where it is no more than `limit`.
    pub(in crate::text) fn cost(&mut self, meant: impl Iterator<Item = char> + Clone, limit: Price) -> Option<Price> {
        // Of texts of one length, all alignments but that of one character with one cost as much as a group that is even.
        if let Some(cost) = self.cost_one_by_one(meant.clone(), limit) {
            return (cost <= limit).then_some(cost);
        }
        if !self.edits.may_cost(meant.clone(), limit) {
            return None;
        }
        self.meant.clear();
        self.meant.reserve(self.given.len() + GROUP_MAX);
        self.meant.extend(meant);
        let Self { given, meant, programme, .. } = self;
        programme.get_or_insert_with(|| Programme::new(given, meant.len())).cost(given, meant, limit)
    }

    /// What it takes to read each character for the one at its place in `meant`, or some price above the limit; nothing for
    /// a text of another length, and where another alignment may cost less.
    fn cost_one_by_one(&self, mut meant: impl Iterator<Item = char>, limit: Price) -> Option<Price> {
        let mut cost: Price = 0;
        for &given in &self.given {
            let meant = meant.next()?;
            if cost <= LEAST_EVEN {
                cost += swapped(given, meant);
            } else if limit >= LEAST_EVEN {
                return None;
            }
        }
        (meant.next().is_none() && (cost <= LEAST_EVEN || limit < LEAST_EVEN)).then_some(cost)
    }
}

/// The dynamic programme, with what it needs of the given text.
struct Programme {
    /// For each character of the given text, what it costs where nothing stood, and the least of it.
    added: Vec<Price>,
    least_added: Price,
    /// For each place in the given text and each number of strokes, the group that begins there and has so many.
    groups: Vec<[Group; GROUP_STROKES as usize + 1]>,
    /// One row of the programme for each character that was meant, and one before, which is always the same.
    rows: Vec<Price>,
    ways: Vec<Ways>,
    /// The strokes of the characters that were meant, as far as there are rows.
    strokes: Vec<Option<Strokes>>,
}

/// Where a way on leads from a row of the programme.
#[derive(Clone, Debug)]
struct Ways {
    /// The least of its costs.
    least: Price,
    /// Its cells from the first to the last from which a way may end within the limit; of others, nothing is known but that.
    open: Range<usize>,
}

impl Ways {
    /// The ways that lead on from a row of which the cells at `reached` have a cost, and that lies `rows` before the last.
    fn of(row: &[Price], mut reached: Range<usize>, rows: usize, limit: Price) -> Self {
        let mut least = NEVER;
        let mut open: Option<Range<usize>> = None;
        // As many characters more as are left on one side have each a price.
        let last = (row.len() - 1) as isize - rows as isize;
        for (at, &cost) in reached.clone().zip(&row[reached.clone()]) {
            if usize::from(cost) + (at as isize - last).unsigned_abs() * usize::from(LEAST_ODD) <= usize::from(limit) {
                least = least.min(cost);
                open = Some(open.map_or(at, |open| open.start)..at + 1);
            }
        }
        reached.end = reached.start;
        Self { least, open: open.unwrap_or(reached) }
    }
}

impl Programme {
    /// Of the given text, with room for one that has so many characters to be aligned with it.
    fn new(given: &[char], meant: usize) -> Self {
        let strokes: Vec<Option<Strokes>> = given.iter().map(|&c| Strokes::of(c)).collect();
        let mut groups = vec![[(0, Strokes::default()); GROUP_STROKES as usize + 1]; given.len() + 1];
        for end in 1..=given.len() {
            for (length, strokes) in groups_before(&strokes[..end]) {
                groups[end - length][usize::from(strokes.count)] = (length as u8, strokes);
            }
        }
        let added: Vec<Price> = given.iter().map(|&c| added(c)).collect();
        let least_added = added.iter().copied().min().unwrap_or(NEVER);
        let mut rows: Vec<Price> = Vec::with_capacity((given.len() + 1) * (meant + 1));
        rows.push(0);
        rows.extend(added.iter().scan(0, |sum: &mut Price, added| {
            *sum = (*sum + added).min(NEVER);
            Some(*sum)
        }));
        let mut ways = Vec::with_capacity(meant + 1);
        ways.push(Ways { least: 0, open: 0..rows.len() });
        Self { added, least_added, groups, rows, ways, strokes: Vec::with_capacity(meant) }
    }

    /// See [`Aligner::cost`].
    fn cost(&mut self, given: &[char], meant: &[char], limit: Price) -> Option<Price> {
        let width = given.len() + 1;
        let limit = limit.min(NEVER - 1);
        self.rows.truncate(width);
        self.ways.truncate(1);
        self.strokes.clear();
        self.rows.reserve(meant.len() * width);
        self.ways[0] = Ways::of(&self.rows, 0..width, meant.len(), limit);
        for depth in 1..=meant.len() {
            let mut open = self.take_characters(given, meant[depth - 1], limit);
            self.strokes.push(Strokes::of(meant[depth - 1]));
            self.take_groups(limit, &mut open);
            self.ways.push(Ways::of(&self.rows[depth * width..], open, meant.len() - depth, limit));
            if self.is_over(limit) {
                return None;
            }
        }
        self.rows.last().copied().filter(|&cost| cost <= limit)
    }

    /// Adds the row of the character `meant`, one for one, lost, or with others added; answers which cells have a cost.
    fn take_characters(&mut self, given: &[char], meant: char, limit: Price) -> Range<usize> {
        let (width, at) = (given.len() + 1, self.rows.len());
        self.rows.resize(at + width, NEVER);
        let (before, row) = self.rows.split_at_mut(at);
        let above = &before[at - width..];
        let Some(Ways { open, .. }) = self.ways.last().filter(|ways| !ways.open.is_empty()) else { return 0..0 };
        let lost = lost(meant);
        let mut reached = open.start..width.min(open.end + 1);
        row[open.start] = above[open.start] + lost;
        let cells = row[open.start + 1..reached.end].iter_mut().zip(above[open.start..].windows(2));
        for ((cell, above), &given) in cells.zip(&given[open.start..]) {
            *cell = (above[0] + swapped(given, meant)).min(above[1] + lost).min(NEVER);
        }
        if open.start > 0 {
            row[open.start] = row[open.start].min(above[open.start - 1] + swapped(given[open.start - 1], meant));
        }
        if self.least_added <= limit {
            for j in open.start + 1..width {
                let left = row[j - 1] + self.added[j - 1];
                if left < row[j] {
                    row[j] = left;
                    reached.end = reached.end.max(j + 1);
                } else if j >= reached.end {
                    break;
                }
            }
        }
        reached
    }

    /// Brings the costs of groups that end in the last row into it, of those that began in a row from which a way leads on.
    fn take_groups(&mut self, limit: Price, reached: &mut Range<usize>) {
        let (width, depth) = (self.groups.len(), self.strokes.len());
        let (before, row) = self.rows.split_at_mut(depth * width);
        let mut strokes = Strokes::default();
        for length in 1..=GROUP_MAX.min(depth) {
            let Some(longer) = self.strokes[depth - length].and_then(|first| strokes.after(first)) else { break };
            strokes = longer;
            let Ways { least, open } = &self.ways[depth - length];
            if *least + least_group(length) > limit {
                continue;
            }
            // What a way on may cost so far if it is to lead on by such a group.
            let most = limit - least_group(length);
            let above = &before[(depth - length) * width..][..width];
            let open = open.clone();
            for (start, (&cost, groups)) in open.clone().zip(above[open.clone()].iter().zip(&self.groups[open])) {
                if cost > most {
                    continue;
                }
                let (chars, given) = groups[usize::from(strokes.count)];
                let Some(price) = group(given, chars.into(), strokes, length) else { continue };
                let (end, cost) = (start + usize::from(chars), cost + price);
                if cost < row[end] {
                    row[end] = cost;
                    let last = carry(&self.added, row, end, cost);
                    *reached = match *reached == (0..0) {
                        true => end..last,
                        false => reached.start.min(end)..reached.end.max(last),
                    };
                }
            }
        }
    }

    /// Whether all that begins so costs too much: a way on leads from the last row, or by a group from one of the few before.
    fn is_over(&self, limit: Price) -> bool {
        self.ways
            .iter()
            .rev()
            .take(GROUP_MAX)
            .enumerate()
            .all(|(back, ways)| ways.least > limit || (back > 0 && ways.least + least_group(back + 1) > limit))
    }
}

/// Carries a cost that has fallen at `j` of a row on to the characters after it that stand in the given text alone; answers
/// how far.
fn carry(added: &[Price], row: &mut [Price], mut j: usize, mut cost: Price) -> usize {
    while let Some(&more) = added.get(j) {
        cost += more;
        if cost >= row[j + 1] {
            break;
        }
        j += 1;
        row[j] = cost;
    }
    j + 1
}

/// The groups that end a text of these strokes, shortest first: how many characters, and their strokes.
fn groups_before(strokes: &[Option<Strokes>]) -> impl Iterator<Item = (usize, Strokes)> {
    let mut all = Strokes::default();
    (1..=GROUP_MAX.min(strokes.len())).map_while(move |length| {
        all = all.after(strokes[strokes.len() - length]?)?;
        Some((length, all))
    })
}
