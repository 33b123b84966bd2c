//! The names and letters of kinds: what a row of a programme is, what a speaker does, what a finding says.
//!
//! Each kind keeps its letter and its colour (a class of the style sheet) wherever it is shown.

use r2p_notes::compare::people::Role;
use r2p_notes::compare::programme::Kind;
use r2p_notes::compare::statements::does;
use r2p_notes::note::model::{FindingKind, Function, Pillar};

/// How a kind of programme block is shown.
pub struct Look {
    /// Its letter, beside its colour.
    pub letter: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its class.
    pub class: &'static str,
}

/// How blocks of this kind are shown.
pub fn block(kind: Kind) -> Look {
    let (letter, name, class) = match kind {
        Kind::Opening => ("O", "Opening", "kind-opening"),
        Kind::Panel => ("P", "Panel", "kind-panel"),
        Kind::Floor => ("F", "Floor", "kind-floor"),
        Kind::Closing => ("C", "Closing", "kind-closing"),
        Kind::Break => ("B", "Break", "kind-break"),
        Kind::Gap => ("", "Nothing stated", "kind-gap"),
        Kind::Sitting => ("S", "Sitting", "kind-sitting"),
        Kind::End => ("", "End", "kind-end"),
    };
    Look { letter, name, class }
}

/// What a pillar is about.
pub fn pillar(pillar: Pillar) -> &'static str {
    match pillar {
        Pillar::I => "The State’s own responsibility",
        Pillar::II => "International assistance and capacity-building",
        Pillar::III => "Timely and decisive response",
    }
}

/// A pillar's class.
pub fn pillar_class(pillar: Pillar) -> &'static str {
    match pillar {
        Pillar::I => "pillar-1",
        Pillar::II => "pillar-2",
        Pillar::III => "pillar-3",
    }
}

/// A finding's rule, for people.
pub fn finding(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::DateConflict => "Dates that contradict each other",
        FindingKind::WeekdayMismatch => "A weekday that is not that date’s",
        FindingKind::TitleConflict => "A title given in two ways",
        FindingKind::CountConflict => "A count that does not add up",
        FindingKind::ContactMismatch => "A contact that is not what is asked for",
        FindingKind::TimeConflict => "Times of the programme that cannot be",
        FindingKind::Missing => "Not stated",
    }
}

/// A role as what someone does.
pub fn role(role: Role) -> &'static str {
    match role {
        Role::Sender => "Signs the letter",
        Role::Opening => does(Function::Opening),
        Role::Moderator => does(Function::Moderator),
        Role::Panellist => does(Function::Panellist),
        Role::Speaker => does(Function::Speaker),
        Role::Closing => does(Function::Closing),
        Role::Contact => "Contact",
    }
}
