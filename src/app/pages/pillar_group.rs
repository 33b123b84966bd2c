//! What a passage on the pillars counts for: the one that it speaks of, or several at once.

use r2p_notes::compare::pillars::{PillarColumn, PillarPassage, Said};
use r2p_notes::note::model::Pillar;

use crate::kinds;

/// One pillar alone, or several at once.
#[derive(Clone, Copy, PartialEq)]
pub enum Group {
    /// This one and no other.
    One(Pillar),
    /// More than one.
    Several,
}

impl Group {
    /// All of them, in order; every passage is of one.
    pub const ALL: [Self; 4] = [Self::One(Pillar::I), Self::One(Pillar::II), Self::One(Pillar::III), Self::Several];

    /// What stands beside its colour.
    pub fn sign(self) -> &'static str {
        match self {
            Self::One(pillar) => pillar.numeral(),
            Self::Several => "+",
        }
    }

    /// What it is about.
    pub fn name(self) -> &'static str {
        match self {
            Self::One(pillar) => kinds::pillar(pillar),
            Self::Several => "several pillars at once",
        }
    }

    /// Its class.
    pub fn class(self) -> &'static str {
        match self {
            Self::One(pillar) => kinds::pillar_class(pillar),
            Self::Several => "pillar-several",
        }
    }

    /// Which pillars are spoken of.
    pub fn of(self) -> String {
        match self {
            Self::One(pillar) => format!("pillar {} alone", pillar.numeral()),
            Self::Several => "several pillars at once".to_owned(),
        }
    }

    /// Whether a passage is of it.
    pub fn holds(self, passage: &PillarPassage) -> bool {
        match self {
            Self::One(pillar) => passage.pillars == [pillar],
            Self::Several => passage.pillars.len() > 1,
        }
    }

    /// How much a note says of it.
    pub fn said(self, column: &PillarColumn) -> &Said {
        let one = |pillar: Pillar| column.pillars.iter().find(|share| share.pillar == pillar);
        match self {
            Self::One(pillar) => one(pillar).map_or(&column.several, |share| &share.alone),
            Self::Several => &column.several,
        }
    }
}
