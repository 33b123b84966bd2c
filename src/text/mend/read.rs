//! Readings of a suspect as one word: of the lexicon, of the text's own names, or one that its neighbours expect.

use std::ops::Range;

use super::case;
use super::channel::{CHANNEL, Candidate, limit};
use super::context::{self, Known};
use super::form;
use super::place::{Place, is_honorific, leave};
use super::scan;
use super::weigh::{FIRST_LOOK, Hypothesis, MARGIN, MARGIN_NEXT, SURE, TOGETHER, UNKNOWN, Weigher};
use crate::text::edit::Rule;
use crate::text::lexicon::{self, Class, LEXICON};
use crate::text::lookalike::{self, Aligner};

/// What a candidate must weigh at the second look, where the first, which is cheaper, found none.
const SECOND_LOOK: f32 = -23.0;
/// How much lower the second look must go for the first to be taken at all.
const HARDLY_FURTHER: f32 = 2.0;
/// What a clause's end says for the mark of a footnote.
const CLAUSE: f32 = 3.0;
/// What a name weighs more beside another.
const NAME_BESIDE: f32 = 1.5;
/// The price of the mark of a footnote read as a letter or another mark.
const FOOTNOTE: f32 = 0.2;
/// The price of digits that stand for letters throughout.
const DIGITS: f32 = 0.1;
/// How much may be misread of a word that has nothing but letters in it, and how much more for each of them.
const PLAIN: f32 = 0.31;
const PLAIN_LETTER: f32 = 0.06;
/// How far a rare word may look from what is given.
const RARE: f32 = 0.4;
/// The words that are more frequent than all others, and what that says for them among these, less where more is misread.
const FIRST: [&str; 5] = ["the", "of", "and", "to", "in"];
const MORE: f32 = 4.0;
const MORE_LOST: f32 = 10.0;
/// The longest run of characters that is looked at.
const LONGEST: usize = 40;

impl Weigher<'_> {
    /// The words of the lexicon and of the text that the one at `span` may have been, and that may weigh more than `least`.
    pub(super) fn read_as_words(
        &mut self,
        span: Range<usize>,
        place: &Place,
        least: f32,
        hypotheses: &mut Vec<Hypothesis>,
    ) {
        let given = &self.text[span.clone()];
        let length = given.chars().count();
        if length > LONGEST {
            return;
        }
        let (stem, tail) = possessive(given);
        // A word without mess in it looks like others by chance.
        let plain = scan::usual_case(stem) && stem.chars().all(char::is_alphabetic);
        let limit = if plain { limit(stem).min(PLAIN + PLAIN_LETTER * length as f32) } else { limit(stem) };
        let mut aligner = Aligner::of(stem);
        // What reading the stem for `word` costs, which weighs so much by itself and beside its neighbours.
        let mut cost_of = |word: &str, weight: f32| {
            // Between words in capitals, the cost is another.
            let worth = if place.capitals { limit } else { ((weight - least) / CHANNEL).clamp(0.0, limit) };
            aligner.cost(word, lookalike::price(worth)).map(lookalike::edits)
        };
        // The words that the neighbours are known to stand beside may be far from what is given.
        let mut candidates: Vec<Candidate> = Vec::new();
        let beside = |class: Class| if place.beside_name && class == Class::Name { NAME_BESIDE } else { 0.0 };
        for (Known { word, id }, witness) in place.expected() {
            let class = LEXICON.class(id);
            let cost = cost_of(word, class.weight() + witness + beside(class));
            candidates.extend(cost.map(|cost| Candidate { id, cost }));
        }
        // All others must beat leaving the word as it stands by themselves.
        let expected = candidates.iter().map(Candidate::weight).fold(f32::NEG_INFINITY, f32::max) - MARGIN_NEXT;
        let stay = leave(given, place);
        let floor = expected.max(stay + MARGIN) - if place.beside_name { NAME_BESIDE } else { 0.0 };
        // After an honorific stands a name, and few of these weigh enough.
        if !place.named || Class::Name.weight() > floor {
            let second = floor.max(SECOND_LOOK);
            let first = if second + HARDLY_FURTHER < FIRST_LOOK { FIRST_LOOK } else { second };
            let near = self.candidates(stem, first);
            let best = near.iter().map(Candidate::weight).fold(f32::NEG_INFINITY, f32::max);
            if best >= FIRST_LOOK + MARGIN_NEXT {
                candidates.extend(near.iter().filter(|candidate| candidate.weight() >= FIRST_LOOK));
            } else {
                candidates.extend(self.candidates(stem, second).iter());
            }
        }
        for candidate in candidates {
            let word = LEXICON.word(candidate.id);
            let class = LEXICON.class(candidate.id);
            let altered = adds_hyphen(stem, word) || drops_accents(stem, word);
            // What stands before a letter was no letter: `[t`.
            let led = length == 1 && word.len() == 2 && word.ends_with(stem);
            if place.named && class != Class::Name || altered || length == 2 && word.len() == 1 || led {
                continue;
            }
            // Between words in capitals stands one in capitals.
            let cost = match place.capitals {
                true => lookalike::cost(stem, &word.to_uppercase()),
                false => candidate.cost,
            };
            if cost > limit || class == Class::Rare && cost > RARE {
                continue;
            }
            let witness = place.witness(word, word);
            // One letter of two says little: `per se`.
            if length == 2 && class != Class::Function && cost > SURE && witness == 0.0 {
                continue;
            }
            let capital = place.capital_says(stem, word, class, witness);
            let first = if class == Class::Function && FIRST.contains(&word) {
                (MORE - MORE_LOST * cost).max(0.0)
            } else {
                0.0
            };
            let score = class.weight() + first - CHANNEL * cost + witness + beside(class) + capital;
            if score > least {
                let due = place.is_capital_due(stem, candidate.id);
                hypotheses.push(Hypothesis {
                    score,
                    cost: Some(cost),
                    ..self.hypothesis(&span, stem, word, tail, due)
                });
            }
        }
        let weight = Class::Name.weight() + 1.0;
        let others = self.own.iter().filter(|word| **word != stem && word.chars().count() >= 4);
        let own: Vec<(&str, f32)> = others.filter_map(|&word| cost_of(word, weight).map(|cost| (word, cost))).collect();
        for (word, cost) in own {
            let score = weight - CHANNEL * cost;
            hypotheses.push(Hypothesis {
                score,
                cost: Some(cost),
                ..self.hypothesis(&span, stem, word, tail, place.capital)
            });
        }
    }

    /// A word in which digits stand for the letters that they look like, and nothing else is misread: `a11`.
    pub(super) fn read_in_digits(&self, core: Range<usize>, place: &Place, hypotheses: &mut Vec<Hypothesis>) {
        let given = &self.text[core.clone()];
        let Some(id) = scan::in_letters(given).and_then(|word| LEXICON.find(&word)) else { return };
        let word = LEXICON.word(id);
        let score = LEXICON.class(id).weight() - CHANNEL * DIGITS + place.witness(word, word);
        hypotheses
            .push(Hypothesis { score, ..self.hypothesis(&core, given, word, "", place.is_capital_due(given, id)) });
    }

    pub(super) fn hypothesis(
        &self,
        span: &Range<usize>,
        stem: &str,
        word: &str,
        tail: &str,
        capital: bool,
    ) -> Hypothesis {
        let mut to = case::like(stem, word, capital);
        let is_letter = |c: &char| c.is_alphanumeric();
        let same = stem.chars().filter(is_letter).eq(to.chars().filter(is_letter));
        let rule = if same { Rule::Punctuation } else { Rule::Word };
        to.push_str(tail);
        Hypothesis { span: span.clone(), to, score: 0.0, cost: None, rule }
    }

    /// A known word with the mark of a footnote behind it, read as a letter or another mark: `Summitl,`.
    pub(super) fn read_footnoted(&self, core: Range<usize>, end: usize, hypotheses: &mut Vec<Hypothesis>) {
        let given = &self.text[core.clone()];
        let Some(stem) = given.strip_suffix(['l', 'I', '|', '!']) else { return };
        let Some(id) = LEXICON.find(stem) else { return };
        let pillar = matches!(stem, "Pillar" | "Pillars" | "pillar" | "pillars");
        if stem.len() < 4 || pillar || !scan::usual_case(stem) || lexicon::lacks_last_letter(stem) {
            return;
        }
        // Notes are called mostly where a clause ends.
        let clause = if self.text[core.end..end].is_empty() { 0.0 } else { CLAUSE };
        let score = LEXICON.class(id).weight() - CHANNEL * FOOTNOTE + clause;
        let span = core.start + stem.len()..core.end;
        hypotheses.push(Hypothesis { span, to: String::new(), score, cost: None, rule: Rule::FootnoteMark });
    }

    /// Names run together with their initials or honorifics: `JohnW.Ashe`, `H.E.Mr`, `Mr.Jan`.
    pub(super) fn read_initials(&self, core: Range<usize>, hypotheses: &mut Vec<Hypothesis>) {
        let given = &self.text[core.clone()];
        let mut to = String::new();
        let mut chars = given.chars().peekable();
        let (mut before, mut last) = ('\0', '\0');
        while let Some(c) = chars.next() {
            let next = chars.peek().copied().unwrap_or(' ');
            let initial = last.is_lowercase() && c.is_uppercase() && next == '.';
            let name = last == '.' && c.is_uppercase() && next.is_lowercase();
            if initial || (name && (before.is_uppercase() || is_honorific(to.rsplit(' ').next().unwrap_or_default()))) {
                to.push(' ');
            }
            to.push(c);
            (before, last) = (last, c);
        }
        if to.len() > given.len() && to.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '-')) {
            hypotheses.push(Hypothesis { span: core, to, score: Class::Name.weight(), cost: None, rule: Rule::Split });
        }
    }

    /// What is known to stand between the neighbours, where the word is past recognition.
    pub(super) fn read_gap(&mut self, span: Range<usize>, place: &Place, hypotheses: &mut Vec<Hypothesis>) {
        let given = &self.text[span.clone()];
        if place.left.is_empty() || place.right.is_empty() {
            return;
        }
        for &words in context::between(place.left, place.right) {
            if adds_hyphen(given, words) {
                continue;
            }
            let bare: String = words.split(' ').collect();
            let cost = match given.chars().all(|c| !c.is_alphanumeric()) {
                // A smudge says nothing but that a short word stood there.
                true if words.len() <= 3 => 0.8,
                true => continue,
                false => {
                    let parted = if bare.len() < words.len() { 0.3 } else { 0.0 };
                    // A name, or another word that stands as such, is not past recognition.
                    let meant = scan::usual_case(given) || form::is_camel(given) && given.ends_with(char::is_lowercase);
                    let clean = meant && given.chars().all(char::is_alphabetic);
                    let most = if clean { limit(given) } else { 1.0f32.max(0.3 + 0.2 * bare.len() as f32) };
                    let Some(cost) = lookalike::cost_within(given, &bare, most - parted) else { continue };
                    cost + parted
                }
            };
            let to = if case::is_capitals(given) || case::is_capitals(place.left) {
                words.to_uppercase()
            } else {
                case::like(given, words, place.capital)
            };
            let rule = if words.contains(' ') { Rule::Split } else { Rule::Word };
            let one = !words.contains(' ');
            let first = words.split(' ').next().unwrap_or_default();
            let last = words.rsplit(' ').next().unwrap_or_default();
            let weight: f32 = words.split(' ').map(|word| lexicon::weight(word).unwrap_or(UNKNOWN) + TOGETHER).sum();
            let capital = place.capital_says(given, first, Class::Name, 0.0);
            let score = weight - TOGETHER + place.witness(first, last) - CHANNEL * cost + capital;
            hypotheses.push(Hypothesis { span: span.clone(), to, score, cost: one.then_some(cost), rule });
        }
    }
}

/// Whether reading `given` for `word` adds a hyphen to other letters than are given.
fn adds_hyphen(given: &str, word: &str) -> bool {
    let bare = |c: &char| *c != '-';
    word.contains('-')
        && !given.contains(['-', '–', '—', '‑', '~', '_'])
        && !given.chars().map(|c| c.to_ascii_lowercase()).eq(word.chars().filter(bare).map(|c| c.to_ascii_lowercase()))
}

/// Whether reading the name `given` for `word` does no more than take its accents off, which no scanner adds.
fn drops_accents(given: &str, word: &str) -> bool {
    !given.is_ascii() && given.chars().map(lookalike::unaccented).eq(word.chars())
}

/// A word and its `'s`.
fn possessive(given: &str) -> (&str, &str) {
    let stem = given.strip_suffix("'s").or(given.strip_suffix("’s")).filter(|stem| !stem.is_empty()).unwrap_or(given);
    given.split_at(stem.len())
}
