//! Readings of a suspect past recognition, by what is known to stand between its neighbours.

use std::ops::Range;

use super::alike::adds_hyphen;
use super::case;
use super::channel::{CHANNEL, limit};
use super::context;
use super::form;
use super::hypothesis::Hypothesis;
use super::place::Place;
use super::scan;
use super::weigh::{TOGETHER, UNKNOWN, Weigher};
use crate::text::edit::Rule;
use crate::text::lexicon::{self, Class};
use crate::text::lookalike;

/// What a smudge costs, and the longest word that it may stand for.
const SMUDGE: f32 = 0.8;
const SMUDGED_MAX: usize = 3;
/// What the space costs that two words lost.
const PARTED: f32 = 0.3;
/// What may be misread at least, and where the words are long: by itself and for each letter of them.
const MISREAD: f32 = 1.0;
const MISREAD_LONG: f32 = 0.3;
const MISREAD_LETTER: f32 = 0.2;

impl Weigher<'_> {
    /// What is known to stand between the neighbours, where the word is past recognition.
    pub(super) fn read_gap(&self, span: Range<usize>, place: &Place, hypotheses: &mut Vec<Hypothesis>) {
        let given = &self.text[span.clone()];
        if place.left.is_empty() || place.right.is_empty() {
            return;
        }
        let known = context::between(place.left, place.right).iter().filter(|words| !adds_hyphen(given, words));
        hypotheses.extend(known.filter_map(|words| {
            let cost = cost(given, words)?;
            let (first, last) = words.split_once(' ').unwrap_or((words, words));
            let weight: f32 = words.split(' ').map(|word| lexicon::weight(word).unwrap_or(UNKNOWN) + TOGETHER).sum();
            let capital = place.capital_says(given, first, Class::Name, 0.0);
            let score = weight - TOGETHER + place.witness(first, last) - CHANNEL * cost + capital;
            let to = if case::is_capitals(given) || case::is_capitals(place.left) {
                words.to_uppercase()
            } else {
                case::like(given, words, place.capital)
            };
            let (cost, rule) = if words.contains(' ') { (None, Rule::Split) } else { (Some(cost), Rule::Word) };
            Some(Hypothesis { span: span.clone(), to, score, cost, rule })
        }));
    }
}

/// What reading `given` for `words` costs, of which most may be misread.
fn cost(given: &str, words: &str) -> Option<f32> {
    // A smudge says nothing but that a short word stood there.
    if given.chars().all(|c| !c.is_alphanumeric()) {
        return (words.len() <= SMUDGED_MAX).then_some(SMUDGE);
    }
    let bare: String = words.split(' ').collect();
    let parted = if bare.len() < words.len() { PARTED } else { 0.0 };
    let most =
        if is_clean(given) { limit(given) } else { MISREAD.max(MISREAD_LONG + MISREAD_LETTER * bare.len() as f32) };
    Some(lookalike::cost_within(given, &bare, most - parted)? + parted)
}

/// Whether what is given is a name, or another word that stands as such: that is not past recognition.
fn is_clean(given: &str) -> bool {
    let meant = scan::usual_case(given) || form::is_camel(given) && given.ends_with(char::is_lowercase);
    meant && given.chars().all(char::is_alphabetic)
}
