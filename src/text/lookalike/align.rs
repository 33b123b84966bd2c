//! The cheapest alignment of a text with what may have been meant.
//!
//! A dynamic programme over the two texts, of which only those ways are followed that may still end within the limit: most
//! texts are far from all that they are held against, and few characters tell that.

use super::price::{LEAST_ODD, LEAST_SWAP, Price, added, lost, swapped};
use super::strokes::{GROUP_MAX, LEAST_EVEN, LEAST_GROUP, Strokes, groups, slanted};

/// What no alignment costs; small enough to be added to.
const NEVER: Price = Price::MAX / 2;

/// The rows of the programme that a way may lead to, the one that it stands in and one for each character of a group, and
/// some to spare.
const ROWS: usize = (GROUP_MAX + 1).next_power_of_two();

/// Aligns one given text with others that may have been meant.
pub(in crate::text) struct Aligner {
    pub(super) given: Vec<char>,
    /// The strokes at each place in it, as far as they were asked for.
    strokes: Vec<Strokes>,
    /// The text that it is aligned with.
    pub(super) meant: Vec<char>,
    /// What the ways so far cost, by how much of each text they take: a cell for each place in the given text, a row for
    /// each in the one that was meant, those that are done with used again. All are [`NEVER`] between two alignments.
    cells: Vec<Price>,
}

impl Aligner {
    /// Of a text that counts with all its characters.
    pub(in crate::text) fn of(given: &str) -> Self {
        let mut letters = Vec::with_capacity(given.len());
        letters.extend(given.chars());
        Self::new(letters)
    }

    pub(super) fn new(given: Vec<char>) -> Self {
        /// How much longer most texts are, at most, that a text is aligned with.
        const LONGER: usize = 4;
        Self { meant: Vec::with_capacity(given.len() + LONGER), given, strokes: Vec::new(), cells: Vec::new() }
    }

    /// What it takes to read the given text for `meant`, where it is no more than `limit`.
    pub(in crate::text) fn cost(&mut self, meant: &str, limit: Price) -> Option<Price> {
        self.meant.clear();
        if meant.is_ascii() {
            self.meant.extend(meant.bytes().map(char::from));
        } else {
            self.meant.extend(meant.chars());
        }
        self.cost_of_meant(limit)
    }

    /// What it takes to read the given text for the one that stands in `meant`, where it is no more than `limit`.
    pub(super) fn cost_of_meant(&mut self, limit: Price) -> Option<Price> {
        let Self { given, strokes, meant: letters, cells } = self;
        // As many characters more as one text has have each a price.
        if given.len().abs_diff(letters.len()) * usize::from(LEAST_ODD) > limit.into() {
            return None;
        }
        // Of texts of one length, all alignments but that of one character with one cost as much as a group that is even.
        if let Some(cost) = cost_one_by_one(given, letters, limit) {
            return (cost <= limit).then_some(cost);
        }
        if cells.is_empty() {
            cells.resize(ROWS * (given.len() + 1), NEVER);
            strokes.resize(given.len() + 1, Strokes::UNSEEN);
        }
        let pairs = given.iter().rev().zip(letters.iter().rev());
        let identical = pairs.clone().take_while(|(given, meant)| given == meant).count();
        let like = pairs.skip(identical).take_while(|&(&given, &meant)| swapped(given, meant) < LEAST_SWAP);
        let same = identical + like.count();
        let reached = [Reached::NONE; ROWS];
        let limit = limit.min(NEVER - 1);
        Programme { given, strokes, meant: letters, identical, same, limit, cells, reached, last: 0 }.cost()
    }
}

/// What it takes to read each character for the one at its place in `meant`, or some price above the limit; nothing for a
/// text of another length, and where another alignment may cost less.
fn cost_one_by_one(given: &[char], meant: &[char], limit: Price) -> Option<Price> {
    if given.len() != meant.len() {
        return None;
    }
    let mut cost: Price = 0;
    for (&given, &meant) in given.iter().zip(meant) {
        cost += swapped(given, meant);
        if cost > LEAST_EVEN {
            return (limit < LEAST_EVEN).then_some(cost);
        }
    }
    Some(cost)
}

/// The dynamic programme.
struct Programme<'a> {
    given: &'a [char],
    strokes: &'a mut [Strokes],
    meant: &'a [char],
    /// How many characters at the end of both are the same, and how many but for their case and accents.
    identical: usize,
    same: usize,
    limit: Price,
    cells: &'a mut [Price],
    /// The cells of each row that a way has come to.
    reached: [Reached; ROWS],
    /// The last row that a way has come to.
    last: usize,
}

/// Cells from the first to the last that a way has come to.
#[derive(Clone, Copy)]
struct Reached {
    start: usize,
    end: usize,
}

impl Reached {
    const NONE: Self = Self { start: usize::MAX, end: 0 };
}

impl Programme<'_> {
    /// See [`Aligner::cost`].
    fn cost(&mut self) -> Option<Price> {
        self.come(0, 0, 0);
        let mut cost = None;
        let mut row = 0;
        while row <= self.last {
            let mut at = self.reached[row % ROWS].start;
            while at < self.reached[row % ROWS].end {
                let so_far = std::mem::replace(&mut self.cells[self.cell(row, at)], NEVER);
                let rest = self.given.len() - at;
                if so_far > self.limit {
                    // A cheaper way was found since, or none came here.
                } else if rest <= self.identical && rest == self.meant.len() - row {
                    cost = Some(so_far);
                    // From here on only what costs less counts.
                    self.limit = so_far.saturating_sub(1);
                } else {
                    self.go_on(row, at, so_far);
                }
                at += 1;
            }
            self.reached[row % ROWS] = Reached::NONE;
            row += 1;
        }
        cost
    }

    fn cell(&self, row: usize, at: usize) -> usize {
        row % ROWS * (self.given.len() + 1) + at
    }

    /// Follows the ways on from a cell that costs so much.
    fn go_on(&mut self, row: usize, at: usize, so_far: Price) {
        let (given, meant) = (&self.given[at..], &self.meant[row..]);
        if let (Some(&given), Some(&meant)) = (given.first(), meant.first()) {
            self.come(row + 1, at + 1, so_far + swapped(given, meant));
        }
        if so_far + LEAST_ODD > self.limit {
            return;
        }
        if let Some(&given) = given.first() {
            self.come(row, at + 1, so_far + added(given));
        }
        if let Some(&meant) = meant.first() {
            self.come(row + 1, at, so_far + lost(meant));
        }
        // What cannot be paid for, or leads nowhere near the end that is the same and leaves nothing to pay the rest with.
        let last = so_far + LEAST_GROUP;
        if last > self.limit || last + LEAST_SWAP > self.limit && given.len() > self.same + GROUP_MAX {
            return;
        }
        // Groups that begin with the same two letters cost less without the first.
        if given.first() == meant.first() && given.get(1) == meant.get(1) {
            return;
        }
        if self.strokes[at].are_unseen() {
            self.strokes[at] = Strokes::of(given);
        }
        for (given_chars, meant_chars, price) in groups(self.strokes[at], Strokes::of(meant)) {
            self.come(row + meant_chars, at + given_chars, so_far + price);
        }
        if let Some((given_chars, meant_chars)) = slanted(given, meant) {
            self.come(row + meant_chars, at + given_chars, so_far + LEAST_GROUP);
        }
    }

    /// Notes that a way has come to a cell at such a cost, where it may lead to the end within the limit.
    #[inline]
    fn come(&mut self, row: usize, at: usize, cost: Price) {
        if cost > self.limit {
            return;
        }
        // As many characters more as are left of one text have each a price; where nothing more can be paid for, the rest is
        // the same.
        let rest = self.given.len() - at;
        let odd = rest.abs_diff(self.meant.len() - row);
        if cost + LEAST_SWAP > self.limit && (odd > 0 || rest > self.same) {
            return;
        }
        let cell = self.cell(row, at);
        if usize::from(cost) + odd * usize::from(LEAST_ODD) <= self.limit.into() && cost < self.cells[cell] {
            self.cells[cell] = cost;
            let reached = &mut self.reached[row % ROWS];
            (reached.start, reached.end) = (reached.start.min(at), reached.end.max(at + 1));
            self.last = self.last.max(row);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Aligner, Price};

    #[test]
    fn a_limit_cuts_off_nothing_that_is_within_it() {
        let words =
            ["informal", "infonnal", "annual", "mlliual", "the", "tlie", "modern", "rnodem", "co-op", "coop", ""];
        for given in words {
            let mut aligner = Aligner::of(given);
            for meant in words {
                let cost = aligner.cost(meant, Price::MAX).expect("some alignment");
                for limit in [0, 15, 25, 34, 35, 60, 99, 100, 135, 250] {
                    let within = aligner.cost(meant, limit);
                    assert_eq!(within, Some(cost).filter(|&cost| cost <= limit), "{given} for {meant}, {limit}");
                }
            }
        }
    }
}
