//! How alike two texts look.

use super::align::Aligner;
use super::price::{EDIT, Price};

/// What it takes to read `given` where `meant` stood: 0 for the same text, little for look-alikes, 1 for each other edit.
pub fn cost(given: &str, meant: &str) -> f32 {
    Aligner::of(given).cost(meant, Price::MAX).map_or(f32::INFINITY, edits)
}

/// The [`cost`] of reading `given` where `meant` stood, where it is no more than `limit`; quicker than to ask for it.
pub(in crate::text) fn cost_within(given: &str, meant: &str, limit: f32) -> Option<f32> {
    Aligner::of(given).cost(meant, price(limit)).map(edits)
}

/// How alike two texts are, from 0 to 1, case, spaces and punctuation apart: 1 for the same text, 0 where edits come to
/// half of its letters. Words that have nothing to do with each other stay below 0.5.
pub fn similarity(given: &str, meant: &str) -> f32 {
    similarity_from(given, meant, 0.0).unwrap_or(0.0)
}

/// Whether the [`similarity`] of two texts is `floor` at least; quicker than to ask for it.
pub fn similar(given: &str, meant: &str, floor: f32) -> bool {
    similarity_from(given, meant, floor).is_some()
}

/// The [`similarity`] of two texts where it is `floor` at least.
pub fn similarity_from(given: &str, meant: &str, floor: f32) -> Option<f32> {
    let may_be = may_be_similar(bare_length(given), bare_length(meant), floor);
    may_be.then(|| Likeness::of(given).to(meant, floor)).flatten()
}

/// Whether texts of so many letters each may have a [`similarity`] of `floor` at least.
pub fn may_be_similar(one: usize, other: usize, floor: f32) -> bool {
    let (long, short) = (one.max(other), one.min(other));
    // Strokes may be cut up into twice as many letters, hardly into more; and of a text that is much alike, few are.
    long > 0 && long <= 3 * short + 2 && (long - short) as f32 <= (1.0 - floor) * long as f32 + 2.0
}

/// One text, to be compared with many.
pub struct Likeness {
    aligner: Aligner,
}

impl Likeness {
    /// Makes `given` ready to be compared.
    pub fn of(given: &str) -> Self {
        let mut letters = Vec::new();
        bare(given, &mut letters);
        Self { aligner: Aligner::new(letters) }
    }

    /// Its [`similarity`] to `meant` where that is `floor` at least.
    pub fn to(&mut self, meant: &str, floor: f32) -> Option<f32> {
        let (given, other) = (self.aligner.given.len(), bare_length(meant));
        if !may_be_similar(given, other, floor) {
            return None;
        }
        bare(meant, &mut self.aligner.meant);
        if self.aligner.given == self.aligner.meant {
            return Some(1.0);
        }
        let long = given.max(other) as f32;
        let cost = self.aligner.cost_of_meant(price((1.0 - floor) * long / 2.0))?;
        Some(1.0 - 2.0 * edits(cost) / long)
    }
}

/// A price in edits.
pub(in crate::text) fn edits(price: Price) -> f32 {
    f32::from(price) / f32::from(EDIT)
}

/// The whole price that `edits` come to, rounded down but for what their form as a fraction takes off.
pub(in crate::text) fn price(edits: f32) -> Price {
    (edits * f32::from(EDIT) + 1e-3) as Price
}

/// Puts into `letters` what of a text counts when it is compared blind to case, spaces and punctuation: letters, digits, and
/// the marks that letters are misread as.
fn bare(text: &str, letters: &mut Vec<char>) {
    letters.clear();
    letters.reserve(text.len());
    for c in text.chars().filter(|&c| counts(c)) {
        letters.push(match c.is_ascii() {
            true => c.to_ascii_lowercase(),
            false => c.to_lowercase().next().unwrap_or(c),
        });
    }
}

/// How many characters of a text count.
fn bare_length(text: &str) -> usize {
    match text.is_ascii() {
        true => text.bytes().map(|byte| usize::from(ASCII_COUNTS[usize::from(byte)])).sum(),
        false => text.chars().filter(|&c| counts(c)).count(),
    }
}

fn counts(c: char) -> bool {
    ASCII_COUNTS.get(c as usize).copied().unwrap_or_else(|| c.is_alphanumeric())
}

/// Which of the ASCII characters count.
static ASCII_COUNTS: [bool; 128] = {
    let mut counts = [false; 128];
    let mut at = 0;
    while at < counts.len() {
        let byte = at as u8;
        counts[at] = byte.is_ascii_alphanumeric()
            || matches!(byte, b'|' | b'!' | b'\\' | b'/' | b'{' | b'}' | b'[' | b']' | b'$');
        at += 1;
    }
    counts
};

#[cfg(test)]
mod tests {
    use super::{cost, similar, similarity};

    #[test]
    fn look_alikes_cost_less_than_other_letters() {
        for (given, meant, at_most) in [
            ("infonnal", "informal", 0.36),
            ("mlliual", "annual", 1.0),
            ("etlmic", "ethnic", 0.5),
            ("lmder", "under", 0.6),
            ("tlu'ee", "three", 0.7),
            ("Wodd", "World", 0.5),
            ("Secretal-y", "Secretary", 0.6),
            ("pmiicipation", "participation", 1.0),
            ("Ant6nio", "António", 0.25),
            ("Simonovi6", "Simonović", 0.25),
            ("ofthe", "of the", 0.31),
            ("Arnb", "Amb", 0.25),
            ("frst", "first", 0.3),
            ("pracuice", "practice", 0.45),
            ("nmplement", "implement", 0.5),
            ("informai", "informal", 0.25),
            ("specaal", "special", 0.45),
            ("hight", "light", 0.4),
            ("thase", "those", 0.25),
            ("thei", "their", 0.7),
        ] {
            let cost = cost(given, meant);
            assert!(cost > 0.0 && cost <= at_most, "{given} for {meant}: {cost}");
        }
        assert_eq!(cost("", ""), 0.0);
        assert_eq!(cost("war", "war"), 0.0);
        for (given, meant) in
            [("peace", "treaty"), ("form", "farmer"), ("human", "council"), ("States", "States Members")]
        {
            assert!(cost(given, meant) > 1.6, "{given} for {meant}: {}", cost(given, meant));
        }
    }

    #[test]
    fn headings_are_alike_through_noise_and_not_otherwise() {
        assert!(similar("Backgrollnd", "BACKGROUND", 0.9));
        assert!(similar("Expected 0utcornes", "expected outcomes", 0.9));
        assert!(similar("Pro gramme", "Programme", 0.99));
        assert!(!similar("Documents", "Background", 0.6));
        assert!(!similar("", "Purpose", 0.1));
        assert!(similarity("Purpose", "Purpose.") > 0.999);
        assert!(similarity("panel", "Closing remarks") < 0.4);
    }
}
