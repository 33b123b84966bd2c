//! Words broken by a space where none was: what stands beside a suspect may be another piece of it.
//!
//! A piece is no word, and looks like some other by chance alone. So the pieces are put together first, with the space
//! where it parts two words, or nowhere (see [`super::joined`]); a suspect beside a piece is not mended by itself.

use std::ops::Range;

use super::channel::{CHANNEL, Candidate};
use super::context;
use super::hypothesis::Hypothesis;
use super::place::{Beside, Place};
use super::scan;
use super::weigh::{FIRST_LOOK, TOGETHER, UNKNOWN, Weigher};
use crate::text::edit::Rule;
use crate::text::lexicon::{Class, LEXICON};
use crate::text::lookalike;

/// What may be misread in so many letters of a word that is one by itself.
const WHOLE: f32 = 0.26;
const WHOLE_LETTERS: usize = 6;
/// The shortest word that is recognised by itself while it is misread.
const WHOLE_MIN: usize = 3;
/// The shortest word that is told from a piece, but for the most common.
const BY_ITSELF: usize = 5;

impl Weigher<'_> {
    /// Two words parted at the wrong place: `onth e`, `andse cond`.
    pub(super) fn read_parted_anew(
        &self,
        core: &Range<usize>,
        beside: &Beside,
        place: &Place,
        hypotheses: &mut Vec<Hypothesis>,
    ) {
        let left = beside.left.as_ref().map(|left| (left.start..core.end, &self.text[left.clone()]));
        let right = beside.right.as_ref().map(|right| (core.start..right.end, &self.text[right.clone()]));
        for (span, other) in left.into_iter().chain(right) {
            let joined: String = self.text[span.clone()].split(' ').collect();
            let gap = self.text[span.clone()].find(' ').unwrap_or_default();
            if place.named || is_word(other) || !joined.is_ascii() {
                continue;
            }
            for at in (1..joined.len()).filter(|&at| at != gap) {
                let (one, two) = joined.split_at(at);
                let (Some(first), Some(last)) = (LEXICON.find(one), LEXICON.find(two)) else { continue };
                let (first, last) = (LEXICON.class(first), LEXICON.class(last));
                let apart =
                    context::is_pair(one, two) || first.max(last) <= Class::Plain && first.min(last) == Class::Function;
                let usual = scan::usual_case(one) && two.bytes().all(|b| b.is_ascii_lowercase());
                let letter = |word: &str| word.len() == 1 && !matches!(word, "a" | "A");
                if !usual || !apart || letter(one) || letter(two) {
                    continue;
                }
                let score = first.weight() + last.weight() + TOGETHER
                    - UNKNOWN
                    - 2.0 * CHANNEL * lookalike::edits(lookalike::SPACE)
                    + context::witness(one, two);
                let to = format!("{one} {two}");
                hypotheses.push(Hypothesis { span: span.clone(), to, score, cost: None, rule: Rule::Split });
            }
        }
    }

    /// Whether another piece of the word that the suspect at `core` is one of may stand beside it: something that is no word,
    /// where the suspect is none by itself, either.
    pub(super) fn is_beside_piece(&mut self, core: &Range<usize>, beside: &Beside) -> bool {
        let text = self.text;
        let own = &text[core.clone()];
        let small = |word: &str| word.starts_with(char::is_lowercase);
        let right = beside.right.clone().map(|right| &text[right]).filter(|right| small(right));
        let left =
            beside.left.clone().map(|left| &text[left]).filter(|left| small(own) && (small(left) || own.len() <= 2));
        let mut others =
            left.into_iter().chain(right).filter(|other| is_plain(other) && !is_word(other)).collect::<Vec<_>>();
        others.retain(|other| !self.is_whole(other));
        let longest = others.iter().map(|other| other.len()).max();
        longest.is_some_and(|longest| !self.is_by_itself(own, longest))
    }

    /// Whether the suspect `own` is plainly a word, if misread, whatever stands beside it that has so many letters at most.
    fn is_by_itself(&mut self, own: &str, beside: usize) -> bool {
        let (short, tied) = (own.chars().count() < BY_ITSELF, beside < BY_ITSELF);
        let function = |word: &Candidate| LEXICON.class(word.id) == Class::Function && word.cost <= WHOLE;
        match short {
            true => !tied && own.len() >= WHOLE_MIN && self.candidates(own, FIRST_LOOK).iter().any(function),
            false => self.is_whole(own),
        }
    }

    /// Whether an unknown word is plainly some word misread, or two that have run together.
    fn is_whole(&mut self, word: &str) -> bool {
        let length = word.chars().count();
        if length < WHOLE_MIN {
            return false;
        }
        let most = WHOLE * length.div_ceil(WHOLE_LETTERS) as f32;
        self.candidates(word, FIRST_LOOK).iter().any(|candidate| candidate.cost <= most)
            || word.char_indices().skip(2).any(|(at, _)| {
                let (one, two) = word.split_at(at);
                two.len() > 1 && is_word(one) && is_word(two)
            })
    }
}

/// Whether a word is letters alone, but for its `'s`: no scanner's mess, which is a word misread.
fn is_plain(word: &str) -> bool {
    word.trim_end_matches("'s").trim_end_matches("’s").chars().all(|c| c.is_alphabetic() || c == '-')
}

/// Whether a run of letters is a word as it stands; single letters but `a` and `I` are none.
pub(super) fn is_word(word: &str) -> bool {
    match word.len() {
        1 => matches!(word, "a" | "A" | "I"),
        _ => scan::is_known(word),
    }
}
