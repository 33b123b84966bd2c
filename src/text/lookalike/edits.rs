//! How many edits part two texts, look-alikes counted like any other: a first look at what their alignment costs at least.
//!
//! The distance of Levenshtein with a bit for each character of the given text (Myers, "A fast bit-vector algorithm for
//! approximate string matching based on dynamic programming", 1999, as Hyyrö gives it for whole texts, 2003): a few
//! instructions for each character that was meant, where the alignment takes a row of prices.

use super::price::{Price, unaccented};

/// The least that edits cost, and how many of them: one letter for two that have its strokes. All else costs more for each,
/// but for another case or accent, which is no edit here.
const LEAST: (u32, u32) = (25, 2);

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
        let (price, edits) = LEAST;
        self.distance(meant) as u32 * price <= u32::from(limit) * edits
    }

    /// The number of edits; none of a text that has no characters, or more than there are bits.
    fn distance(&self, meant: impl Iterator<Item = char>) -> usize {
        if !(1..=u64::BITS as usize).contains(&self.length) {
            return 0;
        }
        let last = 1 << (self.length - 1);
        let mut distance = self.length;
        // At which places of the given text the column of the programme rises by one, and at which it falls.
        let (mut rises, mut falls) = (!0u64, 0u64);
        for c in meant {
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
        distance
    }
}

fn kind(c: char) -> usize {
    unaccented(c).to_ascii_lowercase() as usize % KINDS
}

#[cfg(test)]
mod tests {
    use super::super::price::swapped;
    use super::{Edits, LEAST, kind};

    #[test]
    fn edits_are_counted_blind_to_case_and_accents() {
        let distance = |given: &str, meant: &str| Edits::of(given.chars()).distance(meant.chars());
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
                assert!(u32::from(swapped(given, meant)) * LEAST.1 >= LEAST.0, "{given} for {meant}");
            }
        }
    }
}
