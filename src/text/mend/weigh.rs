//! Weighs the readings of a suspect against leaving it as it stands.
//!
//! All weights are natural logarithms of rough probabilities.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use super::case;
use super::channel::{self, CHANNEL, Candidate};
use super::form;
use super::hypothesis::Hypothesis;
use super::place::{Beside, Neighbours, Place, leave, overlong};
use super::scan::{self, Suspect};
use crate::text::edit::{Edit, Rule};
use crate::text::lexicon::{self, Class, LEXICON};
use crate::text::span::Span;

/// By how much a reading must beat leaving the word as it stands, and beat the next reading.
pub(super) const MARGIN: f32 = 1.5;
pub(super) const MARGIN_NEXT: f32 = 0.7;
/// What two words that stand together weigh more than each alone.
pub(super) const TOGETHER: f32 = 3.0;
/// What an unknown word weighs that another is put together with.
pub(super) const UNKNOWN: f32 = -15.0;
/// What a candidate must weigh at the first look.
pub(super) const FIRST_LOOK: f32 = -15.0;
/// A word that weighs more as one of its own is not guessed at.
const OWN_WORD: f32 = -11.5;
/// What one letter read for its like costs at most, of all misreadings the most common. Where this explains a word,
/// neighbours and frequency tell between such readings, and make no other of it: what others weigh less beside a usual
/// word, and less for each unit of misreading more.
pub(super) const SURE: f32 = 0.2;
const UNSURE: f32 = 6.0;
const FURTHER: f32 = 20.0;
/// What a guess at one word weighs less where two common words, letter for letter, have run together.
const RUN_TOGETHER: f32 = 4.0;
/// The shortest suspect that is taken for a piece of what it makes with its neighbour, whatever it looks like by itself.
const PIECE_MIN: usize = 3;
/// The price of a mark that is left standing although it belongs to nothing.
const STRAY: f32 = 0.3;
/// How many different words of one text are looked for in the lexicon; hostile texts have no end of them.
const SEARCHES_MAX: usize = 4_000;
/// The longest run of characters that is looked at.
pub(super) const LONGEST: usize = 40;

/// Weighs the suspects of one text.
pub(super) struct Weigher<'t> {
    pub(super) text: &'t str,
    /// The text's own names: unknown words with a capital that stand in it more than once.
    pub(super) own: Vec<&'t str>,
    /// What is known of words already seen.
    memo: HashMap<String, Seen>,
}

/// A word already seen: its candidates, and down to which weight.
struct Seen {
    candidates: Rc<[Candidate]>,
    down_to: f32,
}

impl<'t> Weigher<'t> {
    pub(super) fn new(text: &'t str, suspects: &[Suspect]) -> Self {
        Self { text, own: own_names(text, suspects), memo: HashMap::new() }
    }

    /// How the suspect at `range` reads; nothing where it is to be left as it stands.
    pub(super) fn mend(&mut self, range: Range<usize>, neighbours: &Neighbours) -> Vec<Edit> {
        if range.len() > LONGEST * 2 {
            return Vec::new();
        }
        let chunk = &self.text[range.clone()];
        let place = Place::of(self.text, &range, neighbours);
        let (lead, core, _) = scan::trim(chunk);
        let core = if core.is_empty() { chunk } else { core };
        let start = range.start + lead.min(chunk.len() - core.len());
        let whole = start..start + core.len();
        if let Some(edits) = self.mend_glued(&whole, &place) {
            return edits;
        }
        if let Some(edit) = self.weigh_word(&whole, range.end, &place, neighbours) {
            return vec![edit];
        }
        if !self.has_parts(&whole) {
            return Vec::new();
        }
        let beside = Beside::of(self.text, &whole, range.end, neighbours);
        if self.is_beside_piece(&whole, &beside) { Vec::new() } else { self.mend_parts(&whole, &place) }
    }

    /// What the suspect at `range` most likely reads, its neighbours not asked.
    pub(super) fn preview(&mut self, range: Range<usize>) -> Option<String> {
        let (_, core, _) = scan::trim(&self.text[range]);
        if core.chars().count() > LONGEST || leave(core, &Place::default()) > OWN_WORD {
            return None;
        }
        let candidates = self.candidates(core, FIRST_LOOK);
        let best = candidates.iter().max_by(|a, b| a.weight().total_cmp(&b.weight()))?;
        Some(LEXICON.word(best.id).to_owned())
    }

    /// The best reading of the word at `core`, where it clearly beats all others. Marks may follow it up to `end`.
    pub(super) fn weigh_word(
        &mut self,
        core: &Range<usize>,
        end: usize,
        place: &Place,
        neighbours: &Neighbours,
    ) -> Option<Edit> {
        let given = &self.text[core.clone()];
        if form::is_numeral(scan::trim(given).1) {
            return None;
        }
        let stay = leave(given, place);
        let mut hypotheses = Vec::new();
        if !form::is_letter(given) {
            self.read_alone(core, end, place, stay, &mut hypotheses);
        }
        self.read_with_pieces(core, &Beside::of(self.text, core, end, neighbours), place, &mut hypotheses);
        if is_run_together(given) {
            let guesses = hypotheses.iter_mut().filter(|other| other.rule == Rule::Word && other.cost > Some(0.0));
            guesses.for_each(|other| other.score -= RUN_TOGETHER);
        }
        if hypotheses.iter().all(|hypothesis| hypothesis.score < stay + MARGIN) {
            self.read_as_two_misread(core.clone(), place, &mut hypotheses);
        }
        // Two words that ran together are as long as any.
        let parted = hypotheses.iter_mut().filter(|hypothesis| hypothesis.rule == Rule::Split);
        parted.for_each(|parted| parted.score -= overlong(given.chars().count()));
        prefer_sure(&mut hypotheses);
        let best = clear_best(&hypotheses, stay)?;
        let given = &self.text[best.span.clone()];
        let other = best.to != given && !case::is_meant(given, &best.to, place.capitals);
        other.then(|| Edit::new(Span::new(best.span.clone()), best.to.clone(), best.rule))
    }

    /// The readings of the word at `core` by itself, which weighs `stay` as it stands.
    fn read_alone(
        &mut self,
        core: &Range<usize>,
        end: usize,
        place: &Place,
        stay: f32,
        hypotheses: &mut Vec<Hypothesis>,
    ) {
        // What weighs less neither wins nor keeps another from it.
        let least = stay + MARGIN - MARGIN_NEXT;
        self.read_as_words(core.clone(), place, least, hypotheses);
        let mut wide = core.clone();
        // A mark right after the word may be a piece of it.
        if self.text[core.end..end].starts_with(['\'', '!']) && !self.text[core.clone()].ends_with('s') {
            hypotheses.iter_mut().for_each(|hypothesis| hypothesis.score -= CHANNEL * STRAY);
            wide.end += 1;
            self.read_as_words(wide.clone(), place, least, hypotheses);
        }
        self.read_in_digits(core.clone(), place, hypotheses);
        self.read_footnoted(core.clone(), end, hypotheses);
        self.read_initials(core.clone(), hypotheses);
        self.read_as_two(core.clone(), place, hypotheses);
        self.read_gap(wide, place, hypotheses);
    }

    /// The readings of the word at `core` with what stands `beside` it; some rule out those of the word alone.
    fn read_with_pieces(
        &mut self,
        core: &Range<usize>,
        beside: &Beside,
        place: &Place,
        hypotheses: &mut Vec<Hypothesis>,
    ) {
        if self.is_beside_piece(core, beside) {
            hypotheses.clear();
        }
        let alone = hypotheses.len();
        self.read_joined(core, beside, place, hypotheses);
        // Pieces that make a word as they stand are that word.
        if core.len() >= PIECE_MIN && hypotheses[alone..].iter().any(|joined| joined.cost == Some(0.0)) {
            hypotheses.drain(..alone);
        }
        self.read_parted_anew(core, beside, place, hypotheses);
    }

    /// The candidates for `given`, looked for once.
    pub(super) fn candidates(&mut self, given: &str, floor: f32) -> Rc<[Candidate]> {
        if !self.memo.contains_key(given) {
            if self.memo.len() >= SEARCHES_MAX {
                return Rc::default();
            }
            self.memo.insert(given.to_owned(), Seen { candidates: Rc::default(), down_to: f32::INFINITY });
        }
        let Some(seen) = self.memo.get_mut(given) else { return Rc::default() };
        if seen.down_to > floor {
            seen.candidates = channel::candidates(given, floor).into();
            seen.down_to = floor;
        }
        Rc::clone(&seen.candidates)
    }
}

/// The reading that clearly beats leaving the word as it stands, which weighs `stay`, and all other readings.
fn clear_best(hypotheses: &[Hypothesis], stay: f32) -> Option<&Hypothesis> {
    let best = hypotheses.iter().max_by(|a, b| a.score.total_cmp(&b.score))?;
    let others = hypotheses.iter().filter(|other| !other.to.eq_ignore_ascii_case(&best.to));
    let next = others.map(|other| other.score).fold(f32::NEG_INFINITY, f32::max);
    (best.score > stay + MARGIN && best.score > next + MARGIN_NEXT).then_some(best)
}

/// Whether a run of letters is two common words, letter for letter, that have run together.
fn is_run_together(given: &str) -> bool {
    let common = |word: &str| {
        let class = LEXICON.find(word).map(|id| LEXICON.class(id));
        scan::usual_case(word) && (word.len() > 1 || word == "a") && class.is_some_and(|class| class <= Class::Common)
    };
    !form::ends_in_ive(given)
        && given.char_indices().skip(1).any(|(at, _)| common(&given[..at]) && common(&given[at..]))
}

/// Where one letter read for its like explains a word, takes off from its other readings.
fn prefer_sure(hypotheses: &mut [Hypothesis]) {
    let words = hypotheses.iter().filter(|hypothesis| hypothesis.rule == Rule::Word);
    let told = words.filter_map(|hypothesis| Some((hypothesis.cost?, hypothesis.to.as_str())));
    let Some((least, word)) = told.min_by(|a, b| a.0.total_cmp(&b.0)).filter(|&(least, _)| least <= SURE) else {
        return;
    };
    let usual = lexicon::weight(word).is_some_and(|weight| weight >= Class::Usual.weight());
    let unsure = if usual { UNSURE } else { 0.0 };
    for hypothesis in hypotheses {
        if let Some(cost) = hypothesis.cost.filter(|&cost| cost > least + f32::EPSILON) {
            hypothesis.score -= unsure + FURTHER * (cost - least);
        }
    }
}

/// The text's own names.
fn own_names<'t>(text: &'t str, suspects: &[Suspect]) -> Vec<&'t str> {
    const MOST: usize = 64;
    let mut counts: HashMap<&str, usize> = HashMap::new();
    let mut names = Vec::new();
    for suspect in suspects {
        let (_, core, _) = scan::trim(&text[suspect.range.clone()]);
        let clean = core.chars().all(char::is_alphabetic) && core.chars().next().is_some_and(char::is_uppercase);
        if clean && scan::usual_case(core) {
            let count = counts.entry(core).or_default();
            *count += 1;
            if *count == 2 && names.len() < MOST {
                names.push(core);
            }
        }
    }
    names
}
