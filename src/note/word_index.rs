//! Where the words of a note stand, so that a set phrase is looked for only where its telling word is.
//!
//! One pass lists the runs of ASCII letters and digits by their hash, and the words that no lexicon knows, which may be
//! misread. Where any of some phrases may stand is then told by a look-up of each phrase's longest word, whatever the length
//! of the note; [`phrase`] reads only there.

use std::ops::Range;

use super::phrase;
use crate::text::lexicon;

/// The words of a text, by what they are.
pub(super) struct WordIndex<'t> {
    text: &'t str,
    /// The runs of ASCII letters and digits.
    runs: Runs,
    /// The words that no lexicon knows, and such parts of those that hyphens join, the shorter first, and those of one
    /// spelling together; none without a letter at either end, which no phrase's word is misread as.
    unknown: Vec<Unknown>,
}

/// The places, in order, at which some phrases' telling words stand.
#[derive(Debug, Default)]
pub(super) struct Places(Vec<u32>);

impl Places {
    /// Whether one of them lies within `range`.
    pub(super) fn any_in(&self, range: &Range<usize>) -> bool {
        let next = self.0.partition_point(|&at| (at as usize) < range.start);
        self.0.get(next).is_some_and(|&at| (at as usize) < range.end)
    }
}

impl<'t> WordIndex<'t> {
    /// Lists the words of `text`.
    pub(super) fn of(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let mut runs: Vec<Run> = Vec::with_capacity(bytes.len() / 5);
        let mut unknown = Vec::new();
        for word in phrase::words(text) {
            let mut known = false;
            let mut run = Run { hash: lexicon::HASH, at: word.start as u32 };
            for (at, &byte) in (word.start as u32..).zip(&bytes[word.clone()]) {
                if byte.is_ascii_alphanumeric() {
                    run.hash = lexicon::hash_step(run.hash, byte);
                    continue;
                }
                if run.at < at {
                    runs.push(run);
                }
                run = Run { hash: lexicon::HASH, at: at + 1 };
            }
            if (run.at as usize) < word.end {
                runs.push(run);
                let whole = run.at as usize == word.start;
                known = whole && (word.len() < 2 || lexicon::contains_hashed(run.hash));
            }
            if !known && !lexicon::contains(&text[word.clone()]) {
                let parts = text[word.clone()].match_indices('-').map(|(hyphen, _)| word.start + hyphen + 1..word.end);
                let parts = parts.filter(|part| !lexicon::contains(&text[part.clone()]));
                unknown.extend(parts.map(|part| Unknown::of(text, part)));
                unknown.push(Unknown::of(text, word));
            }
        }
        unknown.retain(|word: &Unknown| word.ends.0.is_ascii_alphabetic() || word.ends.1.is_ascii_alphabetic());
        unknown.sort_by_key(|word| (word.range.len(), &text[word.range.clone()], word.range.start));
        Self { text, runs: Runs::of(runs), unknown }
    }

    /// Where any of `phrases` may stand, as it is or misread: no phrase stands in a part of the text without such a place.
    pub(super) fn places<'p>(&self, phrases: impl IntoIterator<Item = &'p str>) -> Places {
        let mut places = Vec::new();
        for phrase in phrases {
            // Of a phrase's words, the one that stands in fewest places tells the most.
            let words = phrase.split(' ').map(|word| (word, hash_of_run(word)));
            let Some((word, hash)) = words.min_by_key(|&(_, hash)| self.runs.places(hash).count()) else { continue };
            places.extend(self.runs.places(hash));
            if phrase::is_anchor(word) {
                let ends = ends(word);
                let from = self.unknown.partition_point(|other| other.range.len() + phrase::LONGER < word.len());
                let to = self.unknown.partition_point(|other| other.range.len() <= word.len() + phrase::LONGER);
                let spelling = |word: &Unknown| &self.text[word.range.clone()];
                for same in self.unknown[from..to].chunk_by(|one, next| spelling(one) == spelling(next)) {
                    let near = same[0].ends.0 == ends.0 || same[0].ends.1 == ends.1;
                    if near && phrase::misread(spelling(&same[0]), word) {
                        places.extend(same.iter().map(|other| other.range.start as u32));
                    }
                }
            }
        }
        places.sort_unstable();
        Places(places)
    }

    /// Where any of `phrases` stands as it is, whatever its case.
    pub(super) fn exact_places<'p>(&self, phrases: impl IntoIterator<Item = &'p str>) -> Places {
        let mut places = Vec::new();
        for phrase in phrases {
            let mut at = 0;
            let runs = phrase.as_bytes().split(|byte| !byte.is_ascii_alphanumeric()).map(|run| {
                let start = at;
                at += run.len() + 1;
                (start, hash_of(run))
            });
            let Some((offset, hash)) = runs.min_by_key(|&(_, hash)| self.runs.places(hash).count()) else { continue };
            let starts = self.runs.places(hash).filter_map(|at| at.checked_sub(offset as u32));
            places.extend(starts.filter(|&at| phrase::stands_from(self.text, at as usize, phrase)));
        }
        places.sort_unstable();
        Places(places)
    }
}

/// A word that no lexicon knows, with its [`ends`].
struct Unknown {
    range: Range<usize>,
    ends: (u8, u8),
}

impl Unknown {
    fn of(text: &str, range: Range<usize>) -> Self {
        Self { ends: ends(&text[range.clone()]), range }
    }
}

/// The first and the last byte of a word, small; of what is misread, one of them is right.
fn ends(word: &str) -> (u8, u8) {
    let small = |byte: Option<&u8>| byte.map_or(0, u8::to_ascii_lowercase);
    (small(word.as_bytes().first()), small(word.as_bytes().last()))
}

/// A run of ASCII letters and digits: its hash, and where it begins.
#[derive(Clone, Copy, Debug, Default)]
struct Run {
    hash: u32,
    at: u32,
}

/// Runs by their hash: those whose hashes have the same last bits stand together, in the order of the text.
struct Runs {
    runs: Vec<Run>,
    /// For each value of these bits, where its runs begin; one more than there are values.
    starts: Vec<u32>,
}

impl Runs {
    fn of(runs: Vec<Run>) -> Self {
        let values = runs.len().next_power_of_two();
        let value = |run: &Run| run.hash as usize & (values - 1);
        let mut starts = vec![0; values + 1];
        runs.iter().for_each(|run| starts[value(run) + 1] += 1);
        for at in 0..values {
            starts[at + 1] += starts[at];
        }
        let mut next = starts.clone();
        let mut sorted = vec![Run::default(); runs.len()];
        for run in runs {
            let place = &mut next[value(&run)];
            sorted[*place as usize] = run;
            *place += 1;
        }
        Self { runs: sorted, starts }
    }

    /// Where the runs with this hash begin, in order.
    fn places(&self, hash: u32) -> impl Iterator<Item = u32> + '_ {
        let value = hash as usize & (self.starts.len() - 2);
        let range = self.starts[value] as usize..self.starts[value + 1] as usize;
        self.runs[range].iter().filter(move |run| run.hash == hash).map(|run| run.at)
    }
}

/// The hash of the longest run of ASCII letters and digits in `word`.
fn hash_of_run(word: &str) -> u32 {
    let runs = word.as_bytes().split(|byte| !byte.is_ascii_alphanumeric());
    runs.max_by_key(|run| run.len()).map_or(lexicon::HASH, hash_of)
}

fn hash_of(run: &[u8]) -> u32 {
    run.iter().fold(lexicon::HASH, |hash, &byte| lexicon::hash_step(hash, byte))
}

#[cfg(test)]
mod tests {
    use super::WordIndex;
    use crate::note::phrase;

    #[test]
    fn no_phrase_stands_where_its_telling_word_does_not() {
        let texts = [
            "Please accept, Excellency, the assurances of my highest consideration.",
            "the highest considcration; non-governmental organizations, three-pi1lar",
            "Séance d'ouverture: the list of speakers' names, A/63/677",
            "",
        ];
        let phrases = ["highest consideration", "non-governmental", "pillar", "of speakers", "ouverture", "ance"];
        for text in texts {
            let index = WordIndex::of(text);
            for phrase in phrases {
                let stands = phrase::has_any(text, &[phrase]);
                assert!(!stands || index.places([phrase]).any_in(&(0..text.len())), "{phrase} in {text}");
                let exact = phrase::has_exact(text, &[phrase]);
                assert_eq!(index.exact_places([phrase]).any_in(&(0..text.len())), exact, "{phrase} in {text}");
            }
        }
        assert!(!WordIndex::of(texts[0]).places(["pillar"]).any_in(&(0..texts[0].len())));
    }
}
