//! Who moves from one role in the programme to another.

use super::model::{Move, Part};
use crate::compare::comparison::Comparison;
use crate::compare::people::{Appearance, Role, people};

/// Who does something else in one of the programmes than in an earlier one, in the order in which they first appear.
pub(super) fn moves(comparison: &Comparison) -> Vec<Move> {
    let persons = people(comparison).persons;
    let all = persons.into_iter().map(|person| Move { parts: parts(&person.appearances), person: person.name });
    let roles = |part: &Part| part.roles.iter().map(|(role, _)| *role).collect::<Vec<_>>();
    all.filter(|of| of.parts.windows(2).any(|pair| roles(&pair[0]) != roles(&pair[1]))).collect()
}

/// What somebody does in each programme that names them; who signs a letter or is written to has no part in it.
fn parts(appearances: &[Appearance]) -> Vec<Part> {
    let in_programme = |appearance: &Appearance| !matches!(appearance.role, Role::Sender | Role::Contact);
    let years = appearances.chunk_by(|a, b| a.column == b.column);
    let parts = years.filter_map(|year| {
        let mut roles: Vec<_> =
            year.iter().filter(|&a| in_programme(a)).map(|appearance| (appearance.role, appearance.place)).collect();
        roles.sort();
        roles.dedup_by_key(|(role, _)| *role);
        (!roles.is_empty()).then(|| Part { column: year[0].column, roles })
    });
    parts.collect()
}
