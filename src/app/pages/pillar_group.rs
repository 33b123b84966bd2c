//! How a group of passages on the pillars is shown: those on one alone, or on several at once.

use r2p_notes::compare::pillars::Group;
use r2p_notes::note::model::Pillar;

use crate::kinds;

/// What stands beside its colour.
pub fn sign(group: Group) -> &'static str {
    match group {
        Group::One(pillar) => pillar.numeral(),
        Group::Several => "+",
    }
}

/// What it is about.
pub fn name(group: Group) -> &'static str {
    match group {
        Group::One(pillar) => kinds::pillar(pillar),
        Group::Several => "several pillars at once",
    }
}

/// Its class.
pub fn class(group: Group) -> &'static str {
    match group {
        Group::One(pillar) => kinds::pillar_class(pillar),
        Group::Several => "pillar-several",
    }
}

/// Which way its hatching leans, in degrees: no two alike.
pub fn slant(group: Group) -> &'static str {
    match group {
        Group::One(Pillar::I) => "45",
        Group::One(Pillar::II) => "-45",
        Group::One(Pillar::III) => "90",
        Group::Several => "0",
    }
}

/// Which pillars are spoken of.
pub fn of(group: Group) -> String {
    match group {
        Group::One(pillar) => format!("pillar {} alone", pillar.numeral()),
        Group::Several => "several pillars at once".to_owned(),
    }
}
