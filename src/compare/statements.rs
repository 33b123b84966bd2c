//! Every fact of one note in one list, in the order of the text: what the page marks in it, and what it names.

use serde::Serialize;

use super::phrase;
use crate::note::model::{ContactPurpose, Function, Note};
use crate::text::{Cited, Span, civil};

/// Something read off a note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// What it is: `Theme`, `Deadline`.
    pub label: String,
    /// The value, for people.
    pub value: String,
    /// The words that say so.
    pub span: Span,
}

/// The facts of `note`, in the order of the text; of those that begin together, the longest first.
pub fn facts(note: &Note) -> Vec<Fact> {
    let mut list = List(Vec::new());
    opening(note, &mut list);
    reports(note, &mut list);
    substance(note, &mut list);
    participation(note, &mut list);
    programme(note, &mut list);
    list.0.sort_by_key(|fact| (fact.span.start, std::cmp::Reverse(fact.span.end)));
    list.0
}

struct List(Vec<Fact>);

impl List {
    fn read<'a, T: 'a>(
        &mut self,
        label: impl Into<String>,
        from: impl IntoIterator<Item = &'a Cited<T>>,
        value: impl Fn(&T) -> String,
    ) {
        let label = label.into();
        self.0.extend(from.into_iter().map(|cited| Fact {
            label: label.clone(),
            value: value(&cited.value),
            span: cited.span,
        }));
    }

    fn add(&mut self, label: impl Into<String>, value: impl Into<String>, span: Span) {
        self.0.push(Fact { label: label.into(), value: value.into(), span });
    }
}

fn opening(note: &Note, list: &mut List) {
    list.read("Year", &note.year, ToString::to_string);
    if let Some(letter) = &note.letter {
        list.read("Date of the letter", &letter.date, |date| civil::day(*date));
        list.read("Sender", &letter.sender, String::clone);
        list.read("Sender’s office", &letter.office, String::clone);
        list.read("Earlier letter", &letter.refers_to, |date| civil::day(*date));
    }
    list.read("Event", &note.event.title, String::clone);
    list.read("Date of the dialogue", &note.event.date, |date| civil::day(*date));
    list.read("Weekday", &note.event.weekday, String::clone);
    list.read("Place", &note.event.venue, String::clone);
    for sitting in &note.event.sittings {
        let hours = format!("{}–{}", civil::hours(sitting.start), civil::hours(sitting.end));
        list.add("Sitting", hours, sitting.span);
    }
    list.read("Theme", &note.theme, String::clone);
}

fn reports(note: &Note, list: &mut List) {
    list.read("This year’s report", &note.report.title, String::clone);
    list.read("Symbol of this year’s report", &note.report.symbol, String::clone);
    list.read("Number of the report", &note.report.ordinal, ToString::to_string);
    for report in &note.history {
        let of = |what: &str| format!("{what} of {}", report.year);
        list.read(of("Report"), &report.title, String::clone);
        list.read(of("Symbol of the report"), &report.symbol, String::clone);
        list.read(of("Date of the report"), &report.issued, |date| civil::day(*date));
        for date in report.discussed.iter().flat_map(|discussion| &discussion.dates) {
            list.add(of("Discussion of the report"), civil::day(date.value), date.span);
        }
    }
    list.read("Symbol", &note.symbols, String::clone);
}

fn substance(note: &Note, list: &mut List) {
    for focus in &note.pillars.focus {
        list.add("Focus of the report", format!("Pillar {}", focus.value.numeral()), focus.span);
    }
    for passage in &note.pillars.passages {
        let numerals: Vec<_> = passage.pillars.iter().map(|pillar| pillar.numeral().to_owned()).collect();
        let how = if passage.explicit { "named" } else { "by substance" };
        let noun = if numerals.len() == 1 { "Pillar" } else { "Pillars" };
        list.add(format!("{noun} {}, {how}", phrase::list(&numerals)), &*passage.text, passage.span);
    }
    let lists = [
        ("Purpose", &note.purposes),
        ("Priority", &note.priorities),
        ("Question", &note.questions),
        ("Expected outcome", &note.outcomes),
        ("Document", &note.documents),
    ];
    for (label, items) in lists {
        for (at, item) in items.iter().enumerate() {
            list.add(format!("{label} {} of {}", at + 1, items.len()), &*item.value, item.span);
        }
    }
    for footnote in &note.footnotes {
        list.add(format!("Footnote {}", footnote.marker), &*footnote.text, footnote.span);
    }
}

fn participation(note: &Note, list: &mut List) {
    let participation = &note.participation;
    list.read("Longest intervention", &participation.minutes, |n| phrase::count(*n as usize, "minute", "minutes"));
    list.read("Deadline for speakers", &participation.register_by, |at| phrase::moment(*at));
    for contact in &participation.contacts {
        let purpose = match contact.purpose {
            ContactPurpose::Speakers => "for speakers",
            ContactPurpose::CivilSociety => "for civil society",
        };
        for part in contact.name.iter().chain(&contact.email).chain(&contact.phone) {
            list.add(format!("Contact {purpose}"), &*part.value, part.span);
        }
    }
    list.read("Interpretation", &participation.interpretation, String::clone);
}

fn programme(note: &Note, list: &mut List) {
    list.read("Status of the programme", &note.programme.status, String::clone);
    for entry in &note.programme.entries {
        let title = entry.title.as_ref().map_or("", |title| &*title.value);
        let start = entry.start.as_ref().map(|start| civil::hours(start.value)).unwrap_or_default();
        list.add("Row of the programme", format!("{start} {title}").trim(), entry.span);
        for speaker in &entry.speakers {
            let part = does(speaker.function);
            for name in speaker.name.iter().chain(&speaker.office) {
                list.add(part, &*name.value, name.span);
            }
        }
    }
}

/// What a speaker does, for people.
pub fn does(function: Function) -> &'static str {
    match function {
        Function::Opening => "Opens",
        Function::Moderator => "Moderates",
        Function::Panellist => "On the panel",
        Function::Closing => "Closes",
        Function::Speaker => "Speaks",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_stand_in_the_order_of_the_text_longest_first() {
        let mut note = crate::note::read("a", b"0123456789").expect("a text").note;
        note.year = Some(Cited::new(2013, Span::new(0..2)));
        note.theme = Some(Cited::new("b".into(), Span::new(4..8)));
        note.purposes = vec![Cited::new("c".into(), Span::new(4..9)), Cited::new("d".into(), Span::new(2..3))];
        let labels: Vec<_> = facts(&note).into_iter().map(|fact| fact.label).collect();
        assert_eq!(labels, ["Year", "Purpose 2 of 2", "Purpose 1 of 2", "Theme"]);
    }
}
