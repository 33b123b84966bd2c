//! Names whose words speak of no concept: those of offices and institutions, and those of branches of law.

use std::ops::Range;

use super::phrases::{Phrases, stands_together};
use super::pieces::{Piece, pieces};
use crate::compare::comparison::Column;
use crate::compare::ranges::merged;
use crate::note::Document;

/// Offices and institutions of the United Nations whose names hold words of a concept. The Security Council is none of
/// them, being a concept itself.
const INSTITUTIONS: &[&str] = &[
    "Human Rights Council",
    "Secretary-General for Human Rights",
    "Commissioner for Human Rights",
    "Commissioner for Refugees",
    "Commission on Human Rights",
    "Special Adviser on the Prevention of Genocide",
    "Special Adviser for the Prevention of Genocide",
    "Special Adviser of the Secretary-General on the Prevention of Genocide",
    "Special Adviser to the Secretary-General on the Prevention of Genocide",
    "Special Advisor on the Prevention of Genocide",
    "Office on Genocide Prevention",
    "Office for Genocide Prevention",
    "Secretary-General for Humanitarian Affairs",
    "Coordination of Humanitarian Affairs",
    "Peacebuilding Commission",
    "Peacebuilding Support Office",
    "International Law Commission",
    "Representative for Children and Armed Conflict",
    "Representative on Sexual Violence in Conflict",
    "Office of Counter-Terrorism",
    "Counter-Terrorism Committee",
    "Entity for Gender Equality and the Empowerment of Women",
];

/// What a branch of law is named by.
const BRANCHES: &[&str] = &["international", "humanitarian", "human", "rights", "refugee", "criminal", "customary"];
/// What joins several of them.
const JOINTS: &[&str] = &["and", "or"];
/// The most words of the names of branches that share one "law".
const LONGEST: usize = 12;

/// Where a note names offices and institutions: its own, as it was read, and those of the table. In order, apart.
pub(super) fn names(column: &Column) -> Vec<Range<usize>> {
    let Document { reading, note, .. } = column.document;
    let speakers = note.programme.entries.iter().flat_map(|entry| &entry.speakers);
    let offices = speakers.filter_map(|speaker| speaker.office.as_ref());
    let offices = offices.chain(note.letter.iter().filter_map(|letter| letter.office.as_ref()));
    let own = offices.map(|office| reading.read_range(office.span));
    let known = Phrases::new(INSTITUTIONS.iter().map(|name| (0, *name))).find(column);
    merged(own.chain(known.into_iter().map(|found| found.range)).collect())
}

/// Where a note names branches of law: "international humanitarian, human rights, refugee and criminal law" is one place,
/// although "law" stands once. In order, apart.
pub(super) fn branches_of_law(column: &Column) -> Vec<Range<usize>> {
    let text = column.document.reading.text();
    let pieces = pieces(column);
    let is =
        |piece: &Piece, words: &[&str]| words.iter().any(|word| text[piece.range.clone()].eq_ignore_ascii_case(word));
    let laws = (0..pieces.len()).filter(|&at| text[pieces[at].range.clone()].eq_ignore_ascii_case("law"));
    let names = laws.filter_map(|at| {
        let before = (at.saturating_sub(LONGEST)..at).rev();
        let first = before
            .take_while(|&at| is(&pieces[at], BRANCHES) || is(&pieces[at], JOINTS))
            .take_while(|&at| stands_together(text, &pieces[at..at + 2]))
            .filter(|&at| is(&pieces[at], BRANCHES))
            .last()?;
        Some(pieces[first].range.start..pieces[at].range.end)
    });
    merged(names.collect())
}
