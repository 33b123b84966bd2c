//! How many edits part two texts, look-alikes counted like any other: a first look at what their alignment costs at least.
//!
//! The distance of Levenshtein with a bit for each character of the given text (Myers, "A fast bit-vector algorithm for
//! approximate string matching based on dynamic programming", 1999, as Hyyrö gives it for whole texts, 2003): a few
//! instructions for each character that was meant, where the alignment takes a row of prices.

use super::price::{LEAST_ODD, Price, unaccented};
use super::strokes::least_group;

/// The least that one letter for another costs. Another case or accent is no edit here.
const LEAST_SWAP: Price = 15;

/// How many edits, and how great a difference in length, [`LEAST`] tells apart.
const EDITS: usize = 10;
const LONGER: usize = 8;

/// The least that so many edits cost between texts that differ so much in length.
static LEAST: [[Price; LONGER]; EDITS] = {
    let mut least = [[0; LONGER]; EDITS];
    let mut edits = 0;
    while edits < EDITS {
        let mut longer = 0;
        while longer < LONGER {
            least[edits][longer] = least_price(edits, longer);
            longer += 1;
        }
        edits += 1;
    }
    least
};

/// The least that `edits` cost that make a text so much longer. They are letters for others, characters that stand on one
/// side alone, and two letters for one that has their strokes, which are two edits; of more letters, each costs more.
const fn least_price(edits: usize, longer: usize) -> Price {
    let mut least = Price::MAX;
    let mut groups = 0;
    while groups <= edits + longer {
        // Groups and odd characters make a text longer or shorter by one.
        let odd = if groups < longer { longer - groups } else { (groups - longer) % 2 };
        let swapped = edits.saturating_sub(odd + 2 * groups);
        let price = groups as Price * least_group(1) + odd as Price * LEAST_ODD + swapped as Price * LEAST_SWAP;
        if price < least {
            least = price;
        }
        groups += 1;
    }
    least
}

/// How many kinds of characters are told apart. Some share one, which makes for fewer edits, never for more.
const KINDS: usize = 128;

/// A given text, to be held against others.
pub(super) struct Edits {
    /// For each kind of character, a bit for each place in the given text at which it stands.
    places: [u64; KINDS],
    length: usize,
}

impl Edits {
    pub(super) fn of(given: impl Iterator<Item = char>) -> Self {
        let (mut places, mut length) = ([0; KINDS], 0);
        for c in given {
            if length < u64::BITS as usize {
                places[kind(c)] |= 1 << length;
            }
            length += 1;
        }
        Self { places, length }
    }

    /// Whether the given text may be read for `meant` at no more than `limit`.
    pub(super) fn may_cost(&self, meant: impl Iterator<Item = char>, limit: Price) -> bool {
        let (edits, length) = self.distance(meant);
        let longer = length.abs_diff(self.length);
        longer * usize::from(LEAST_ODD) <= usize::from(limit)
            && LEAST[edits.min(EDITS - 1)][longer.min(LONGER - 1)] <= limit
    }

    /// The number of edits, and of characters that were meant; no edits of a text that has no characters, or more than there
    /// are bits.
    fn distance(&self, meant: impl Iterator<Item = char>) -> (usize, usize) {
        if !(1..=u64::BITS as usize).contains(&self.length) {
            return (0, meant.count());
        }
        let last = 1 << (self.length - 1);
        let mut distance = self.length;
        // At which places of the given text the column of the programme rises by one, and at which it falls.
        let (mut rises, mut falls) = (!0u64, 0u64);
        let mut length = 0;
        for c in meant {
            length += 1;
            let same = self.places[kind(c)];
            let level = (((same & rises).wrapping_add(rises)) ^ rises) | same;
            // The same of the steps to the next column.
            let (up, down) = (falls | !(level | rises), rises & level);
            distance += usize::from(up & last != 0);
            distance -= usize::from(down & last != 0);
            let (up, down) = (up << 1 | 1, down << 1);
            let still = same | falls;
            rises = down | !(still | up);
            falls = up & still;
        }
        (distance, length)
    }
}

fn kind(c: char) -> usize {
    unaccented(c).to_ascii_lowercase() as usize % KINDS
}

#[cfg(test)]
mod tests {
    use super::super::price::swapped;
    use super::{Edits, LEAST_SWAP, kind, least_price};

    #[test]
    fn edits_are_counted_blind_to_case_and_accents() {
        let distance = |given: &str, meant: &str| Edits::of(given.chars()).distance(meant.chars()).0;
        for (given, meant, expected) in [
            ("", "war", 0),
            ("war", "", 3),
            ("Wár", "war", 0),
            ("infonnal", "informal", 2),
            ("kitten", "sitting", 3),
            ("saturday", "sunday", 3),
            ("abcdef", "azced", 3),
        ] {
            assert_eq!(distance(given, meant), expected, "{given} for {meant}");
        }
    }

    #[test]
    fn no_letter_is_taken_for_another_kind_for_less_than_an_edit_costs() {
        let all: Vec<char> = ('\0'..='\u{17F}').chain('‐'..='…').collect();
        for &given in &all {
            for &meant in all.iter().filter(|&&meant| kind(meant) != kind(given)) {
                assert!(swapped(given, meant) >= LEAST_SWAP, "{given} for {meant}");
            }
        }
    }

    #[test]
    fn what_is_as_long_costs_more_than_what_is_longer() {
        let prices = |longer: usize| [0, 1, 2, 3, 4].map(|edits| least_price(edits, longer));
        assert_eq!(prices(0), [0, 15, 30, 45, 50]);
        assert_eq!(prices(1), [20, 20, 25, 40, 55]);
        assert_eq!(prices(2), [40, 40, 40, 45, 50]);
    }
}
