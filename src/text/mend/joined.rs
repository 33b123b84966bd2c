//! Readings of a suspect as a piece of a word that fell apart: it is put together with what stands beside it.

use std::ops::Range;
use std::rc::Rc;

use super::broken;
use super::case;
use super::channel::{CHANNEL, Candidate};
use super::form;
use super::hypothesis::Hypothesis;
use super::place::{Beside, Place};
use super::scan;
use super::weigh::{FIRST_LOOK, UNKNOWN, Weigher};
use crate::text::edit::Rule;
use crate::text::lexicon::{Class, LEXICON};
use crate::text::lookalike;

/// A word of so many characters, or fewer, is put together only where it goes with any.
const SHORT: usize = 3;
/// The shortest word that pieces are put together to while it is misread.
const MISREAD_MIN: usize = 5;
/// The longest piece that is taken for one beside a whole word.
const PIECE_MAX: usize = 3;
/// The price of a ligature that is read as a space.
const LIGATURE: f32 = 0.3;
/// What a piece that is a word weighs more than that word elsewhere.
const WORD: f32 = 2.0;

impl Weigher<'_> {
    /// The word put together with the one before or after it.
    pub(super) fn read_joined(
        &mut self,
        core: &Range<usize>,
        beside: &Beside,
        place: &Place,
        hypotheses: &mut Vec<Hypothesis>,
    ) {
        for span in beside.with(core) {
            let joined = Joined::of(self.text, span, core);
            hypotheses.extend(joined.read_ligatures());
            // A scanner's capital stands in it like a small letter: `diaI ogue`.
            if !scan::usual_case_of_parts(&joined.word) && form::is_camel(&joined.word) {
                continue;
            }
            let exact = joined.exact(core);
            if exact.is_none() && joined.is_compound() {
                hypotheses.push(joined.read_as(joined.word.clone(), Class::Usual.weight(), None));
                continue;
            }
            let misread = exact.is_none() && joined.may_be_misread();
            let alike = if misread { self.candidates(&joined.word, FIRST_LOOK) } else { Rc::default() };
            let candidates = exact.iter().chain(alike.iter());
            hypotheses.extend(candidates.map(|candidate| joined.read_as_candidate(candidate, place)));
        }
    }
}

/// Pieces that may be one word.
struct Joined<'t> {
    span: Range<usize>,
    /// The pieces with the spaces between them, and how many these are.
    given: &'t str,
    spaces: usize,
    /// The pieces put together.
    word: String,
    /// What the pieces beside the suspect weigh as words of their own, which is saved.
    others: f32,
}

impl<'t> Joined<'t> {
    /// The pieces at `span` of `text`, among them the suspect at `core`.
    fn of(text: &'t str, span: Range<usize>, core: &Range<usize>) -> Self {
        let given = &text[span.clone()];
        let others = given.split(' ').filter(|piece| *piece != &text[core.clone()]);
        let weight = |piece| LEXICON.find(piece).map_or(UNKNOWN, |id| LEXICON.class(id).weight() + WORD);
        Self {
            span,
            given,
            spaces: given.split(' ').count() - 1,
            word: given.split(' ').collect(),
            others: others.map(weight).sum(),
        }
    }

    /// The words that two pieces are with a ligature between them, which a scanner that does not know it reads as a space:
    /// `signi cant`.
    fn read_ligatures(&self) -> impl Iterator<Item = Hypothesis> + '_ {
        let pieces = self.given.split_once(' ').filter(|_| self.spaces == 1);
        pieces.into_iter().flat_map(|(left, right)| ligated(left, right)).map(|(to, class)| {
            let score = class.weight() - CHANNEL * LIGATURE - self.others;
            Hypothesis { span: self.span.clone(), to, score, cost: None, rule: Rule::Join }
        })
    }

    /// The word that the pieces are as they stand.
    fn exact(&self, core: &Range<usize>) -> Option<Candidate> {
        let id = LEXICON.find(&self.word)?;
        let long = self.word.chars().count() > SHORT;
        (long || LEXICON.class(id) == Class::Function || core.len() == 1).then_some(Candidate { id, cost: 0.0 })
    }

    /// Whether the pieces, none of them a word, are a word with a hyphen or an apostrophe.
    fn is_compound(&self) -> bool {
        !self.given.split(' ').any(broken::is_word)
            && self.word.contains(['-', '\'', '’'])
            && scan::is_known(&self.word)
    }

    /// Whether the pieces may be a word that is misread: two whole words are not put together to a third.
    fn may_be_misread(&self) -> bool {
        let is_piece = |piece: &str| piece.len() <= PIECE_MAX && LEXICON.find(piece).is_none();
        let is_odd = |piece: &str| LEXICON.find(piece).is_none_or(|id| LEXICON.class(id) >= Class::Plain);
        self.word.chars().count() >= MISREAD_MIN
            && self.spaces == 1
            && (self.given.split(' ').any(is_piece) || self.given.split(' ').all(is_odd))
    }

    fn read_as_candidate(&self, candidate: &Candidate, place: &Place) -> Hypothesis {
        let exact = candidate.cost == 0.0;
        let to = match exact && self.word.starts_with(char::is_uppercase) {
            true => self.word.clone(),
            false => case::like(&self.word, LEXICON.word(candidate.id), place.capital),
        };
        self.read_as(to, candidate.weight(), exact.then_some(0.0))
    }

    /// That they were `to`, which weighs so much where it is one.
    fn read_as(&self, to: String, weight: f32, cost: Option<f32>) -> Hypothesis {
        let score = weight - CHANNEL * lookalike::edits(lookalike::SPACE) * self.spaces as f32 - self.others;
        Hypothesis { span: self.span.clone(), to, score, cost, rule: Rule::Join }
    }
}

/// The words that two pieces are with a ligature between them.
fn ligated<'t>(left: &'t str, right: &'t str) -> impl Iterator<Item = (String, Class)> + 't {
    ["fi", "fl", "ff", "ffi", "ffl"].into_iter().filter_map(move |ligature| {
        let word = [left, ligature, right].concat();
        let class = LEXICON.find(&word).map(|id| LEXICON.class(id))?;
        (class <= Class::Plain && scan::usual_case(&word)).then_some((word, class))
    })
}
