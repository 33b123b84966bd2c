//! What each note says of the three pillars: passages, words, share of the note, and the year's focus.
//!
//! A passage is a sentence that speaks of a pillar (see [`crate::note::model::Passage`]); it is explicit where the word
//! pillar stands there. What is said of one pillar alone, of several at once and of any of them counts each word once, so
//! that parts add up; [`PillarShare::all`] counts what is said of several for each of them.

use serde::Serialize;

use super::comparison::{Comparison, Place, place_of};
use super::words::count;
use crate::note::model::Pillar;

/// What one note says of the pillars.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PillarColumn {
    /// The note.
    pub column: usize,
    /// All words of the note.
    pub words: usize,
    /// The pillars that this year's report is about, where the note says so.
    pub focus: Vec<Focus>,
    /// Pillars I, II, III, in order.
    pub pillars: [PillarShare; 3],
    /// What speaks of more than one pillar.
    pub several: Said,
    /// What speaks of any pillar: what is said of each alone, and of several.
    pub any: Said,
    /// The passages, in the order of the note.
    pub passages: Vec<PillarPassage>,
}

impl PillarColumn {
    /// How much is said of a pillar.
    pub fn share(&self, pillar: Pillar) -> &PillarShare {
        let [first, second, third] = &self.pillars;
        match pillar {
            Pillar::I => first,
            Pillar::II => second,
            Pillar::III => third,
        }
    }
}

/// What a passage counts for: one pillar alone, or several at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// This one and no other.
    One(Pillar),
    /// More than one.
    Several,
}

impl Group {
    /// All of them, in order; every passage is of one.
    pub const ALL: [Self; 4] = [Self::One(Pillar::I), Self::One(Pillar::II), Self::One(Pillar::III), Self::Several];

    /// Whether a passage on these pillars is of it.
    pub fn holds(self, pillars: &[Pillar]) -> bool {
        match self {
            Self::One(pillar) => pillars == [pillar],
            Self::Several => pillars.len() > 1,
        }
    }

    /// How much a note says of it.
    pub fn said(self, column: &PillarColumn) -> &Said {
        match self {
            Self::One(pillar) => &column.share(pillar).alone,
            Self::Several => &column.several,
        }
    }
}

/// A pillar that the year's report is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Focus {
    /// Which.
    pub pillar: Pillar,
    /// The words that say so.
    pub place: Place,
}

/// How much a note says of one pillar.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PillarShare {
    /// Which.
    pub pillar: Pillar,
    /// What speaks of this pillar and of no other.
    pub alone: Said,
    /// The same with what speaks of others, too.
    pub all: Said,
}

/// How much is said in some passages.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Said {
    /// The passages, as indices into [`PillarColumn::passages`].
    pub passages: Vec<usize>,
    /// The words of all of them.
    pub words: usize,
    /// The words of those that name a pillar.
    pub explicit: usize,
    /// The words of those that speak of its substance only.
    pub substance: usize,
    /// `words` as a share of the note, 0 to 1.
    pub share: f64,
}

/// A sentence that speaks of one or more pillars.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PillarPassage {
    /// Which.
    pub pillars: Vec<Pillar>,
    /// Whether it names them.
    pub explicit: bool,
    /// The sentence.
    pub text: String,
    /// Its words.
    pub words: usize,
    /// Where it stands.
    pub place: Place,
}

/// What each note says of the pillars.
pub fn pillars(comparison: &Comparison) -> Vec<PillarColumn> {
    comparison
        .columns()
        .iter()
        .enumerate()
        .map(|(at, column)| {
            let stated = &column.document.note.pillars;
            let words = column.words().len();
            let passages: Vec<PillarPassage> = stated
                .passages
                .iter()
                .map(|passage| PillarPassage {
                    pillars: passage.pillars.clone(),
                    explicit: passage.explicit,
                    text: passage.text.clone(),
                    words: count(&passage.text),
                    place: Place { column: at, span: passage.span },
                })
                .collect();
            PillarColumn {
                column: at,
                words,
                focus: stated
                    .focus
                    .iter()
                    .map(|focus| Focus { pillar: focus.value, place: place_of(at, focus) })
                    .collect(),
                pillars: Pillar::ALL.map(|pillar| share(pillar, &passages, words)),
                several: said(&passages, words, |of| Group::Several.holds(of)),
                any: said(&passages, words, |of| !of.is_empty()),
                passages,
            }
        })
        .collect()
}

fn share(pillar: Pillar, passages: &[PillarPassage], of: usize) -> PillarShare {
    PillarShare {
        pillar,
        alone: said(passages, of, |pillars| Group::One(pillar).holds(pillars)),
        all: said(passages, of, |pillars| pillars.contains(&pillar)),
    }
}

/// How much is said in the passages whose pillars are those wanted, in a note of `of` words.
fn said(passages: &[PillarPassage], of: usize, wanted: impl Fn(&[Pillar]) -> bool) -> Said {
    let about: Vec<usize> = (0..passages.len()).filter(|&i| wanted(&passages[i].pillars)).collect();
    let sum = |explicit: bool| -> usize {
        about
            .iter()
            .map(|&i| &passages[i])
            .filter(|passage| passage.explicit == explicit)
            .map(|passage| passage.words)
            .sum()
    };
    let (explicit, substance) = (sum(true), sum(false));
    let words = explicit + substance;
    Said { words, explicit, substance, share: if of == 0 { 0.0 } else { words as f64 / of as f64 }, passages: about }
}
