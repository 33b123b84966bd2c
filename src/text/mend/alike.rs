//! Readings of a suspect as a word that looks like it: one that its neighbours expect, one of the lexicon, or one of the
//! text's own names.

use std::ops::Range;

use super::case;
use super::channel::{self, CHANNEL, Candidate};
use super::context::Known;
use super::hypothesis::Hypothesis;
use super::place::{Place, leave};
use super::scan;
use super::weigh::{FIRST_LOOK, LONGEST, MARGIN, MARGIN_NEXT, SURE, Weigher};
use crate::text::lexicon::{Class, LEXICON};
use crate::text::lookalike::{self, Aligner};

/// What a candidate must weigh at the second look, where the first, which is cheaper, found none.
const SECOND_LOOK: f32 = -23.0;
/// How much lower the second look must go for the first to be taken at all.
const HARDLY_FURTHER: f32 = 2.0;
/// How much may be misread of a word that has nothing but letters in it, and how much more for each of them.
const PLAIN: f32 = 0.31;
const PLAIN_LETTER: f32 = 0.06;
/// How far a rare word may look from what is given.
const RARE: f32 = 0.4;
/// What a name weighs more beside another.
const NAME_BESIDE: f32 = 1.5;
/// What one of the text's own names weighs more than others, and how many characters it has at least.
const OWN: f32 = 1.0;
const OWN_MIN: usize = 4;
/// The words that are more frequent than all others, and what that says for them among these, less where more is misread.
const FIRST: [&str; 5] = ["the", "of", "and", "to", "in"];
const MORE: f32 = 4.0;
const MORE_LOST: f32 = 10.0;

impl Weigher<'_> {
    /// The words of the lexicon and of the text that the one at `span` may have been, and that may weigh more than `least`.
    pub(super) fn read_as_words(
        &mut self,
        span: Range<usize>,
        place: &Place,
        least: f32,
        hypotheses: &mut Vec<Hypothesis>,
    ) {
        let Some(misread) = Misread::at(self.text, span, place, least) else { return };
        let mut aligner = Aligner::of(misread.stem);
        let mut candidates = misread.expected(&mut aligner);
        // All others must beat leaving the word as it stands by themselves.
        let stay = leave(misread.given, place) + MARGIN;
        let floor = (heaviest(&candidates) - MARGIN_NEXT).max(stay) - misread.beside_name(Class::Name);
        // After an honorific stands a name, and few of these weigh enough.
        if !place.named || Class::Name.weight() > floor {
            self.look_up(misread.stem, floor, &mut candidates);
        }
        hypotheses.extend(candidates.into_iter().filter_map(|candidate| misread.weigh(candidate)));
        hypotheses.extend(self.own.iter().filter_map(|name| misread.weigh_own(name, &mut aligner)));
    }

    /// Finds the words that look like `stem` and weigh `floor` at least.
    fn look_up(&mut self, stem: &str, floor: f32, found: &mut Vec<Candidate>) {
        let second = floor.max(SECOND_LOOK);
        let first = if second + HARDLY_FURTHER < FIRST_LOOK { FIRST_LOOK } else { second };
        let near = self.candidates(stem, first);
        if heaviest(&near) >= FIRST_LOOK + MARGIN_NEXT {
            found.extend(near.iter().filter(|candidate| candidate.weight() >= FIRST_LOOK));
        } else {
            found.extend(self.candidates(stem, second).iter());
        }
    }
}

/// What the heaviest of some candidates weighs.
fn heaviest(candidates: &[Candidate]) -> f32 {
    candidates.iter().map(Candidate::weight).fold(f32::NEG_INFINITY, f32::max)
}

/// A run of characters that may be one word, misread.
struct Misread<'a> {
    span: Range<usize>,
    given: &'a str,
    /// The same without its `'s`.
    stem: &'a str,
    /// How many characters are given.
    length: usize,
    place: &'a Place<'a>,
    /// The most that its misreading may cost.
    limit: f32,
    /// What a reading of it must weigh more than.
    least: f32,
}

impl<'a> Misread<'a> {
    /// What stands at `span` of `text`, where it is no longer than any word.
    fn at(text: &'a str, span: Range<usize>, place: &'a Place<'a>, least: f32) -> Option<Self> {
        let given = &text[span.clone()];
        let length = given.chars().count();
        if length > LONGEST {
            return None;
        }
        let stem = without_possessive(given);
        let limit = channel::limit(stem);
        // A word without mess in it looks like others by chance.
        let plain = scan::usual_case(stem) && stem.chars().all(char::is_alphabetic);
        let limit = if plain { limit.min(PLAIN + PLAIN_LETTER * length as f32) } else { limit };
        Some(Self { span, given, stem, length, place, limit, least })
    }

    /// The words that the neighbours are known to stand beside: they may be far from what is given.
    fn expected(&self, aligner: &mut Aligner) -> Vec<Candidate> {
        let mut candidates = Vec::new();
        for (Known { word, id }, witness) in self.place.expected() {
            let class = LEXICON.class(id);
            let cost = self.cost_of(word, class.weight() + witness + self.beside_name(class), aligner);
            candidates.extend(cost.map(|cost| Candidate { id, cost }));
        }
        candidates
    }

    /// What reading the stem for `word` costs, which weighs so much by itself and beside its neighbours; nothing where it
    /// costs too much.
    fn cost_of(&self, word: &str, weight: f32, aligner: &mut Aligner) -> Option<f32> {
        // Between words in capitals, the cost is another.
        let worth =
            if self.place.capitals { self.limit } else { ((weight - self.least) / CHANNEL).clamp(0.0, self.limit) };
        aligner.cost(word, lookalike::price(worth)).map(lookalike::edits)
    }

    /// What a word of this class weighs more for the name that stands before it.
    fn beside_name(&self, class: Class) -> f32 {
        if self.place.beside_name && class == Class::Name { NAME_BESIDE } else { 0.0 }
    }

    /// That it was the word `candidate`; nothing where that cannot be or weighs too little.
    fn weigh(&self, candidate: Candidate) -> Option<Hypothesis> {
        let (word, class) = (LEXICON.word(candidate.id), LEXICON.class(candidate.id));
        if !self.may_be(word, class) {
            return None;
        }
        // Between words in capitals stands one in capitals.
        let cost = match self.place.capitals {
            true => lookalike::cost(self.stem, &word.to_uppercase()),
            false => candidate.cost,
        };
        if cost > self.limit || class == Class::Rare && cost > RARE {
            return None;
        }
        let witness = self.place.witness(word, word);
        // One letter of two says little: `per se`.
        if self.length == 2 && class != Class::Function && cost > SURE && witness == 0.0 {
            return None;
        }
        let capital = self.place.capital_says(self.stem, word, class, witness);
        let score =
            class.weight() + frequent(word, class, cost) - CHANNEL * cost + witness + self.beside_name(class) + capital;
        let read = || self.read_as(word, self.place.is_capital_due(self.stem, candidate.id), score, cost);
        (score > self.least).then(read)
    }

    /// Whether it may have been `word`, however alike the two look.
    fn may_be(&self, word: &str, class: Class) -> bool {
        // What stands before a letter was no letter: `[t`.
        let led = self.length == 1 && word.len() == 2 && word.ends_with(self.stem);
        let shortened = self.length == 2 && word.len() == 1;
        let named = !self.place.named || class == Class::Name;
        named && !led && !shortened && !adds_hyphen(self.stem, word) && !drops_accents(self.stem, word)
    }

    /// That it was `name`, one of the text's own.
    fn weigh_own(&self, name: &str, aligner: &mut Aligner) -> Option<Hypothesis> {
        if name == self.stem || name.chars().count() < OWN_MIN {
            return None;
        }
        let weight = Class::Name.weight() + OWN;
        let cost = self.cost_of(name, weight, aligner)?;
        Some(self.read_as(name, self.place.capital, weight - CHANNEL * cost, cost))
    }

    /// That it was `word`, in its case and with its `'s`.
    fn read_as(&self, word: &str, capital: bool, score: f32, cost: f32) -> Hypothesis {
        let to = case::like(self.stem, word, capital) + &self.given[self.stem.len()..];
        Hypothesis::of_word(self.span.clone(), self.given, to, score, Some(cost))
    }
}

/// What it says for a word that it is one of the most frequent, where so much of it is misread.
fn frequent(word: &str, class: Class, cost: f32) -> f32 {
    if class == Class::Function && FIRST.contains(&word) { (MORE - MORE_LOST * cost).max(0.0) } else { 0.0 }
}

/// Whether reading `given` for `word` adds a hyphen to other letters than are given.
pub(super) fn adds_hyphen(given: &str, word: &str) -> bool {
    let bare = |c: &char| *c != '-';
    word.contains('-')
        && !given.contains(['-', '–', '—', '‑', '~', '_'])
        && !given.chars().map(|c| c.to_ascii_lowercase()).eq(word.chars().filter(bare).map(|c| c.to_ascii_lowercase()))
}

/// Whether reading the name `given` for `word` does no more than take its accents off, which no scanner adds.
fn drops_accents(given: &str, word: &str) -> bool {
    !given.is_ascii() && given.chars().map(lookalike::unaccented).eq(word.chars())
}

/// A word without its `'s`.
fn without_possessive(given: &str) -> &str {
    given.strip_suffix("'s").or(given.strip_suffix("’s")).filter(|stem| !stem.is_empty()).unwrap_or(given)
}
