//! Persons and offices.

use serde::Serialize;

use super::markdown::{Markdown, bold, escape};
use super::rendered::{Rendered, header};
use super::tidy::Rows;
use crate::compare::comparison::Comparison;
use crate::compare::people::{Appearance, OfficeLine, People, Person, PersonChange, Role, people};
use crate::text::civil::clock;

/// Persons and offices.
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct PeopleView(People);

impl PeopleView {
    pub(super) fn of(comparison: &Comparison) -> Self {
        Self(people(comparison))
    }

    fn name(&self, person: usize) -> &str {
        self.0.persons.get(person).map_or("", |person| &person.name)
    }

    fn office_changes(&self, office: &OfficeLine, comparison: &Comparison) -> Vec<String> {
        let change = |change: &crate::compare::people::HolderChange| {
            let (old, new) = (escape(self.name(change.old)), escape(self.name(change.new)));
            let (from, to) = (escape(comparison.label(change.from)), escape(comparison.label(change.to)));
            format!("{}: {old} ({from}), then {new} ({to})", escape(&office.office))
        };
        office.changes.iter().map(change).collect()
    }
}

impl Rendered for PeopleView {
    fn markdown(&self, comparison: &Comparison, out: &mut Markdown) {
        out.heading(1, "People");
        let row = |person: &Person| {
            let cells = (0..comparison.columns().len()).map(|at| cell(person, at));
            std::iter::once(bold(&person.name)).chain(cells).collect()
        };
        out.table(&header("person", comparison), self.0.persons.iter().map(row));
        let changes: Vec<String> = self
            .0
            .persons
            .iter()
            .flat_map(|person| person.changes.iter().map(move |change| person_change(person, change, comparison)))
            .collect();
        if !changes.is_empty() {
            out.heading(2, "Who changed office or role");
            out.list(changes);
        }
        let changes: Vec<String> =
            self.0.offices.iter().flat_map(|office| self.office_changes(office, comparison)).collect();
        if !changes.is_empty() {
            out.heading(2, "Offices whose holder changed");
            out.list(changes);
        }
    }

    fn rows(&self, rows: &mut Rows) {
        for person in &self.0.persons {
            for appearance in &person.appearances {
                rows.cited(&format!("{}:{}", appearance.role.name(), person.name), &person.name, appearance.place);
                if let (Some(office), Some(place)) = (&appearance.office, appearance.office_place) {
                    rows.cited(&format!("office:{}", person.name), office, place);
                }
            }
        }
        for office in &self.0.offices {
            for holder in &office.holders {
                let who = holder.person.map_or("", |person| self.name(person));
                rows.cited(&format!("holder:{}", office.office), who, holder.place);
            }
        }
    }
}

fn cell(person: &Person, at: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    for appearance in person.appearances.iter().filter(|appearance| appearance.column == at) {
        let line = escape(&role(appearance));
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    if lines.is_empty() { "–".to_owned() } else { lines.join("; ") }
}

fn role(appearance: &Appearance) -> String {
    let at = appearance.minute.map_or_else(String::new, |minute| format!(" {}", clock(minute)));
    let office = appearance.office.as_ref().map_or_else(String::new, |office| format!(", {office}"));
    let note = appearance.note.as_ref().map_or_else(String::new, |note| format!(" ({note})"));
    format!("{}{at}{office}{note}", appearance.role.name())
}

fn person_change(person: &Person, change: &PersonChange, comparison: &Comparison) -> String {
    let (from, to) = (escape(comparison.label(change.from)), escape(comparison.label(change.to)));
    let office =
        change.office.as_ref().map(|(old, new)| format!("{} ({from}), then {} ({to})", escape(old), escape(new)));
    let names = |roles: &[Role]| roles.iter().map(|role| role.name()).collect::<Vec<_>>().join(" and ");
    let roles = change.roles.as_ref().map(|(old, new)| format!("{} ({from}), then {} ({to})", names(old), names(new)));
    let parts: Vec<String> = office.into_iter().chain(roles).collect();
    format!("{}: {}", bold(&person.name), parts.join("; "))
}
