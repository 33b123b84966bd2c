//! The names and letters of kinds: what a row of a programme is, what a speaker does, which section a text is from.
//!
//! Each kind keeps its letter and its colour (a class of the style sheet) wherever it is shown.

use r2p_notes::compare::people::Role;
use r2p_notes::compare::programme::Kind;
use r2p_notes::note::model::{FindingKind, Pillar, SectionKind};

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

/// The sections by their names in URLs, and for people.
pub const SECTIONS: [(SectionKind, &str, &str); 8] = [
    (SectionKind::Letter, "letter", "Letter"),
    (SectionKind::Title, "title", "Title"),
    (SectionKind::Background, "background", "Background"),
    (SectionKind::Purpose, "purpose", "Purpose"),
    (SectionKind::Outcomes, "outcomes", "Expected outcomes"),
    (SectionKind::Documents, "documents", "Documents"),
    (SectionKind::Programme, "programme", "Programme"),
    (SectionKind::Other, "other", "Other"),
];

/// A section's name for people.
pub fn section(kind: SectionKind) -> &'static str {
    SECTIONS.iter().find(|(other, ..)| *other == kind).map_or("Section", |(.., name)| name)
}

/// A section's name in URLs.
pub fn section_slug(kind: SectionKind) -> &'static str {
    SECTIONS.iter().find(|(other, ..)| *other == kind).map_or("other", |(_, slug, _)| slug)
}

/// The section of this name.
pub fn section_from_slug(slug: &str) -> Option<SectionKind> {
    SECTIONS.iter().find(|(_, other, _)| *other == slug).map(|(kind, ..)| *kind)
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
        Role::Opening => "Opens",
        Role::Moderator => "Moderates",
        Role::Panellist => "On the panel",
        Role::Speaker => "Speaks",
        Role::Closing => "Closes",
        Role::Contact => "Contact",
    }
}
