//! Every fact of a note in one list, in the order of the text: what Text marks and what the drawer names.

use r2p_notes::note::model::{ContactPurpose, Note};
use r2p_notes::text::Span;

use super::phrase;

/// Something read off a note.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    fn add(&mut self, label: impl Into<String>, value: impl Into<String>, span: Span) {
        self.0.push(Fact { label: label.into(), value: value.into(), span });
    }
}

fn opening(note: &Note, list: &mut List) {
    if let Some(year) = &note.year {
        list.add("Year", year.value.to_string(), year.span);
    }
    if let Some(letter) = &note.letter {
        for date in &letter.date {
            list.add("Date of the letter", phrase::date(date.value), date.span);
        }
        for sender in &letter.sender {
            list.add("Sender", &*sender.value, sender.span);
        }
        for office in &letter.office {
            list.add("Sender’s office", &*office.value, office.span);
        }
        for date in &letter.refers_to {
            list.add("Earlier letter", phrase::date(date.value), date.span);
        }
    }
    for title in &note.event.title {
        list.add("Event", &*title.value, title.span);
    }
    for date in &note.event.date {
        list.add("Date of the dialogue", phrase::date(date.value), date.span);
    }
    for weekday in &note.event.weekday {
        list.add("Weekday", &*weekday.value, weekday.span);
    }
    for venue in &note.event.venue {
        list.add("Place", &*venue.value, venue.span);
    }
    for sitting in &note.event.sittings {
        let hours = format!("{}–{}", phrase::time(sitting.start), phrase::time(sitting.end));
        list.add("Sitting", hours, sitting.span);
    }
    for theme in &note.theme {
        list.add("Theme", &*theme.value, theme.span);
    }
}

fn reports(note: &Note, list: &mut List) {
    for title in &note.report.title {
        list.add("This year’s report", &*title.value, title.span);
    }
    for symbol in &note.report.symbol {
        list.add("Symbol of this year’s report", &*symbol.value, symbol.span);
    }
    for ordinal in &note.report.ordinal {
        list.add("Number of the report", ordinal.value.to_string(), ordinal.span);
    }
    for report in &note.history {
        let of = |what: &str| format!("{what} of {}", report.year);
        for title in &report.title {
            list.add(of("Report"), &*title.value, title.span);
        }
        for symbol in &report.symbol {
            list.add(of("Symbol of the report"), &*symbol.value, symbol.span);
        }
        for issued in &report.issued {
            list.add(of("Date of the report"), phrase::date(issued.value), issued.span);
        }
        for date in report.discussed.iter().flat_map(|discussion| &discussion.dates) {
            list.add(of("Discussion of the report"), phrase::date(date.value), date.span);
        }
    }
    for symbol in &note.symbols {
        list.add("Symbol", &*symbol.value, symbol.span);
    }
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
    for minutes in &participation.minutes {
        let unit = if minutes.value == 1 { "minute" } else { "minutes" };
        list.add("Longest intervention", format!("{} {unit}", minutes.value), minutes.span);
    }
    for deadline in &participation.register_by {
        list.add("Deadline for speakers", phrase::moment(deadline.value), deadline.span);
    }
    for contact in &participation.contacts {
        let purpose = match contact.purpose {
            ContactPurpose::Speakers => "for speakers",
            ContactPurpose::CivilSociety => "for civil society",
        };
        for part in contact.name.iter().chain(&contact.email).chain(&contact.phone) {
            list.add(format!("Contact {purpose}"), &*part.value, part.span);
        }
    }
    for interpretation in &participation.interpretation {
        list.add("Interpretation", &*interpretation.value, interpretation.span);
    }
}

fn programme(note: &Note, list: &mut List) {
    for status in &note.programme.status {
        list.add("Status of the programme", &*status.value, status.span);
    }
    for entry in &note.programme.entries {
        let title = entry.title.as_ref().map_or("", |title| &*title.value);
        let start = entry.start.as_ref().map(|start| phrase::time(start.value)).unwrap_or_default();
        list.add("Row of the programme", format!("{start} {title}").trim(), entry.span);
        for speaker in &entry.speakers {
            let part = super::kinds::function(speaker.function);
            for name in speaker.name.iter().chain(&speaker.office) {
                list.add(part, &*name.value, name.span);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shelf::tests::document;
    use r2p_notes::text::Cited;

    #[test]
    fn facts_stand_in_the_order_of_the_text_longest_first() {
        let mut note = document("0123456789", Some(2013)).note;
        note.theme = Some(Cited::new("b".into(), Span::new(4..8)));
        note.purposes = vec![Cited::new("c".into(), Span::new(4..9)), Cited::new("d".into(), Span::new(2..3))];
        let labels: Vec<_> = facts(&note).into_iter().map(|fact| fact.label).collect();
        assert_eq!(labels, ["Year", "Purpose 2 of 2", "Purpose 1 of 2", "Theme"]);
    }
}
