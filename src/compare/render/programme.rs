//! The programmes of the day.

use serde::Serialize;

use super::markdown::{Markdown, bold, escape};
use super::rendered::{Rendered, header};
use super::tidy::Rows;
use crate::compare::comparison::Comparison;
use crate::compare::programme::{Basis, Block, End, Kind, Part, Programmes, Timeline, programme};
use crate::note::model::Function;
use crate::text::civil::clock;

/// The programmes.
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct ProgrammeView(Programmes);

impl ProgrammeView {
    pub(super) fn of(comparison: &Comparison) -> Self {
        Self(programme(comparison))
    }
}

const FUNCTIONS: [(Function, &str); 5] = [
    (Function::Opening, "Speakers at the opening"),
    (Function::Moderator, "Moderators"),
    (Function::Panellist, "Panellists"),
    (Function::Speaker, "Other speakers"),
    (Function::Closing, "Speakers at the closing"),
];

impl Rendered for ProgrammeView {
    fn markdown(&self, comparison: &Comparison, out: &mut Markdown) {
        out.heading(1, "Programme");
        out.paragraph(
            "Minutes; ≈ where an end is taken from the next row or the sitting, because the note does not state it; shared \
             where panel and floor have one row and the note does not say how much of it is whose.",
        );
        let columns = &self.0.columns;
        let of_kind = |kind: Kind| {
            let cells = columns.iter().map(move |timeline| {
                let found = timeline.minutes.iter().find(|minutes| minutes.kind == kind);
                found.map_or("–".to_owned(), |found| {
                    let shared = match found.shared {
                        0 => String::new(),
                        shared if shared == found.minutes => ", shared".to_owned(),
                        shared => format!(", {shared} of them shared"),
                    };
                    format!("{}{}{shared}", approximate(found.inferred > 0), found.minutes)
                })
            });
            std::iter::once(capital(kind.name())).chain(cells).collect::<Vec<String>>()
        };
        let kinds = Kind::ALL
            .into_iter()
            .filter(|kind| columns.iter().any(|timeline| timeline.minutes.iter().any(|minutes| minutes.kind == *kind)));
        let functions = FUNCTIONS.iter().map(|(function, label)| {
            let count = |timeline: &Timeline| {
                timeline.speakers.iter().find(|found| found.function == *function).map(|f| f.count)
            };
            let cells =
                columns.iter().map(|timeline| count(timeline).map_or("–".to_owned(), |count| count.to_string()));
            std::iter::once((*label).to_owned()).chain(cells).collect()
        });
        let row = |label: &str, cell: fn(&Timeline) -> String| -> Vec<String> {
            std::iter::once(label.to_owned()).chain(columns.iter().map(cell)).collect()
        };
        let mut rows: Vec<Vec<String>> = kinds.map(of_kind).collect();
        rows.extend(functions);
        rows.push(row("Minutes an intervention", |timeline| {
            timeline.limit.map_or("–".to_owned(), |limit| limit.to_string())
        }));
        rows.push(row("Interventions that fit", |timeline| {
            timeline.room.as_ref().map_or("–".to_owned(), ToString::to_string)
        }));
        rows.push(row("Known from", |timeline| basis(timeline.basis).to_owned()));
        out.table(&header("", comparison), rows);
        if !self.0.moves.is_empty() {
            out.heading(2, "Who moves from one role to another");
            out.list(self.0.moves.iter().map(|of| {
                let parts = of.parts.iter().map(|part| part_in(part, comparison)).collect::<Vec<_>>();
                format!("{}: {}", bold(&of.person), parts.join(", then "))
            }));
        }
        for timeline in columns {
            out.heading(2, comparison.label(timeline.column));
            if timeline.basis == Basis::Sittings {
                out.paragraph("Only the sittings are known.");
            }
            if !timeline.blocks.is_empty() {
                let titles = ["time", "minutes", "kind", "title", "speakers"].map(str::to_owned);
                for day in timeline.blocks.chunk_by(|a, b| a.day == b.day) {
                    if timeline.days() > 1 {
                        out.heading(3, &format!("Day {}", day[0].day));
                    }
                    out.table(&titles, day.iter().map(block_row));
                }
            }
            if !timeline.untimed.is_empty() {
                out.paragraph("Without a time of their own:");
                out.list(timeline.untimed.iter().map(|row| {
                    let title = row.title.as_deref().unwrap_or("no title");
                    format!("{}: {}", row.kind.name(), escape(title))
                }));
            }
        }
    }

    fn rows(&self, rows: &mut Rows) {
        for timeline in &self.0.columns {
            let at = timeline.column;
            rows.counted(at, "known from", basis(timeline.basis));
            for minutes in &timeline.minutes {
                rows.counted(at, &format!("minutes.{}", minutes.kind.name()), minutes.minutes);
                rows.counted(at, &format!("minutes.{}.inferred", minutes.kind.name()), minutes.inferred);
                if minutes.shared > 0 {
                    rows.counted(at, &format!("minutes.{}.shared", minutes.kind.name()), minutes.shared);
                }
            }
            for found in &timeline.speakers {
                let label =
                    FUNCTIONS.iter().find(|(function, _)| *function == found.function).map_or("", |(_, label)| label);
                rows.counted(at, &label.to_lowercase(), found.count);
            }
            if let (Some(limit), Some(place)) = (timeline.limit, timeline.limit_place) {
                rows.cited("minutes an intervention", &limit.to_string(), place);
            }
            if let Some(room) = timeline.room {
                rows.counted(at, "interventions at least", room.at_least);
                rows.counted(at, "interventions at most", room.at_most);
            }
            for block in &timeline.blocks {
                let value = format!("{} {}", time(block), block.title.as_deref().unwrap_or_default());
                let places: Vec<_> = block.place.into_iter().collect();
                let day = if timeline.days() > 1 { format!("day {}.", block.day) } else { String::new() };
                rows.counted_at(at, &format!("{day}block.{}", block.kind.name()), value.trim(), &places);
            }
            for row in &timeline.untimed {
                let title = row.title.as_deref().unwrap_or_default();
                rows.cited(&format!("untimed.{}", row.kind.name()), title, row.place);
            }
        }
        for of in &self.0.moves {
            for (role, place) in of.parts.iter().flat_map(|part| &part.roles) {
                rows.cited(&format!("moves.{}", role.name()), &of.person, *place);
            }
        }
    }
}

/// `moderator and closing (2017)`.
fn part_in(part: &Part, comparison: &Comparison) -> String {
    let roles: Vec<_> = part.roles.iter().map(|(role, _)| role.name()).collect();
    format!("{} ({})", roles.join(" and "), escape(comparison.label(part.column)))
}

fn block_row(block: &Block) -> Vec<String> {
    let speakers = block.speakers.iter().map(|speaker| {
        let note = speaker.note.as_ref().map_or_else(String::new, |note| format!(" ({note})"));
        let office = speaker.office.as_ref().filter(|office| **office != speaker.who);
        let office = office.map_or_else(String::new, |office| format!(", {office}"));
        escape(&format!("{}{office}{note}", speaker.who))
    });
    let minutes = match block.minutes() {
        0 => "–".to_owned(),
        minutes => format!("{}{minutes}", approximate(block.end_is == End::Inferred && block.kind != Kind::Gap)),
    };
    vec![
        time(block),
        minutes,
        format!("{}{}", block.kind.name(), if block.shared { ", shared" } else { "" }),
        block.title.as_deref().map_or("–".to_owned(), escape),
        speakers.collect::<Vec<_>>().join("; "),
    ]
}

fn time(block: &Block) -> String {
    if block.end > block.start { format!("{}–{}", clock(block.start), clock(block.end)) } else { clock(block.start) }
}

fn approximate(inferred: bool) -> &'static str {
    if inferred { "≈ " } else { "" }
}

fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Rows => "rows",
        Basis::Sittings => "sittings only",
        Basis::Nothing => "nothing",
    }
}

pub(super) fn capital(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
