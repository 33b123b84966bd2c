//! What each note says of the three pillars: passages, words, share of the note, and the year's focus.
//!
//! A passage is a sentence that speaks of a pillar (see [`crate::note::model::Passage`]); it is explicit where the word
//! pillar stands there. A sentence about several pillars counts for each of them; `alone` tells what is said of one only.

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
    pub pillars: Vec<PillarShare>,
    /// The passages, in the order of the note.
    pub passages: Vec<PillarPassage>,
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
    /// The passages that speak of it, as indices into [`PillarColumn::passages`].
    pub passages: Vec<usize>,
    /// The words of all of them.
    pub words: usize,
    /// The words of those that name the pillar.
    pub explicit: usize,
    /// The words of those that speak of its substance only.
    pub substance: usize,
    /// The words of those that speak of no other pillar.
    pub alone: usize,
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
            let said = &column.document.note.pillars;
            let words = column.words().len();
            let passages: Vec<PillarPassage> = said
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
                focus: said
                    .focus
                    .iter()
                    .map(|focus| Focus { pillar: focus.value, place: place_of(at, focus) })
                    .collect(),
                pillars: Pillar::ALL.map(|pillar| share(pillar, &passages, words)).into(),
                passages,
            }
        })
        .collect()
}

fn share(pillar: Pillar, passages: &[PillarPassage], of: usize) -> PillarShare {
    let about: Vec<usize> = (0..passages.len()).filter(|&i| passages[i].pillars.contains(&pillar)).collect();
    let sum = |wanted: fn(&PillarPassage) -> bool| -> usize {
        about.iter().map(|&i| &passages[i]).filter(|passage| wanted(passage)).map(|passage| passage.words).sum()
    };
    let words = sum(|_| true);
    PillarShare {
        pillar,
        words,
        explicit: sum(|passage| passage.explicit),
        substance: sum(|passage| !passage.explicit),
        alone: sum(|passage| passage.pillars.len() == 1),
        share: if of == 0 { 0.0 } else { words as f64 / of as f64 },
        passages: about,
    }
}
