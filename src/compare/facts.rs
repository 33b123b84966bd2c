//! The overview: one row a fact, one cell a year, and what differs from the year before.
//!
//! Two cells are the same when they say the same thing: case and diacritics apart, a person by the name, an office by its
//! words, a date by its day and month, a deadline by the days that it leaves.

use jiff::civil::{Date, Time};
use serde::Serialize;

use super::comparison::{Comparison, Place, place_of};
use super::names::{office, person_words, plain};
use super::phrase;
use super::stem::fold;
use crate::note::model::{Contact, ContactPurpose, Function, Note, Speaker};
use crate::text::lex::weekday_name;
use crate::text::{Cited, Span, civil};

/// One fact through the years.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FactRow {
    /// Its name in data: `minutes`.
    pub key: &'static str,
    /// Its name for people.
    pub label: &'static str,
    /// One cell for each note, in order.
    pub cells: Vec<FactCell>,
}

/// What one note says of one fact.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FactCell {
    /// The note.
    pub column: usize,
    /// The values; none where the note says nothing.
    pub values: Vec<FactValue>,
    /// How it stands to the note before.
    pub change: Change,
}

/// One value of a fact.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FactValue {
    /// The value, for people, no more than the note says.
    pub text: String,
    /// What follows from it, for people: a day's weekday, how long before the event a moment is.
    pub aside: Option<String>,
    /// Of a day or a moment, the value as ISO 8601 writes it.
    pub iso: Option<String>,
    /// The words that say so; several for a count.
    pub places: Vec<Place>,
    /// What it is compared by.
    #[serde(skip)]
    key: String,
}

/// How a cell stands to that of the note before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "is", rename_all = "lowercase")]
pub enum Change {
    /// There is no note before.
    First,
    /// It says the same.
    Same,
    /// It says something else.
    Changed {
        /// What the note before says.
        from: Vec<String>,
    },
    /// The note before does not say.
    New,
    /// Neither says.
    Absent,
    /// Only the note before says.
    Gone {
        /// What it says.
        from: Vec<String>,
    },
}

impl FactValue {
    /// The value with what follows from it.
    pub fn shown(&self) -> String {
        match &self.aside {
            Some(aside) => format!("{} ({aside})", self.text),
            None => self.text.clone(),
        }
    }
}

impl FactCell {
    /// The values in one line.
    pub fn text(&self) -> String {
        join(&self.values.iter().map(FactValue::shown).collect::<Vec<_>>())
    }

    /// How it stands to the note before, labelled `before`, in words.
    pub fn in_words(&self, before: &str) -> String {
        match &self.change {
            Change::First if self.values.is_empty() => "not stated".to_owned(),
            Change::First => String::new(),
            Change::Same => format!("as in {before}"),
            Change::Changed { from } => format!("{before}: {}", join(from)),
            Change::New => format!("new, not stated in {before}"),
            Change::Absent => format!("not stated, nor in {before}"),
            Change::Gone { from } => format!("not stated; {before}: {}", join(from)),
        }
    }
}

/// The facts of all notes, a row each: the same rows whichever notes are compared.
pub fn overview(comparison: &Comparison) -> Vec<FactRow> {
    let row = |fact: &Fact| {
        let mut cells: Vec<FactCell> = Vec::new();
        for (at, column) in comparison.columns().iter().enumerate() {
            let values: Vec<FactValue> = (fact.read)(&Reader { at, note: &column.document.note });
            let change = cells.last().map_or(Change::First, |before| change(before, &values));
            cells.push(FactCell { column: at, values, change });
        }
        FactRow { key: fact.key, label: fact.label, cells }
    };
    FACTS.iter().map(row).collect()
}

/// The names of the facts that `note` does not state, in the order of the overview.
pub fn not_stated(note: &Note) -> Vec<&'static str> {
    let reader = Reader { at: 0, note };
    FACTS.iter().filter(|fact| (fact.read)(&reader).is_empty()).map(|fact| fact.label).collect()
}

fn change(before: &FactCell, values: &[FactValue]) -> Change {
    let keys = |values: &[FactValue]| {
        let mut keys: Vec<String> = values.iter().map(|value| value.key.clone()).collect();
        keys.sort();
        keys
    };
    let from = || before.values.iter().map(FactValue::shown).collect();
    match (before.values.is_empty(), values.is_empty()) {
        (true, true) => Change::Absent,
        (true, false) => Change::New,
        (false, true) => Change::Gone { from: from() },
        (false, false) if keys(&before.values) == keys(values) => Change::Same,
        (false, false) => Change::Changed { from: from() },
    }
}

fn join(values: &[String]) -> String {
    values.join("; ")
}

/// A fact and how it is read off a note.
struct Fact {
    key: &'static str,
    label: &'static str,
    read: fn(&Reader) -> Vec<FactValue>,
}

const fn fact(key: &'static str, label: &'static str, read: fn(&Reader) -> Vec<FactValue>) -> Fact {
    Fact { key, label, read }
}

/// The rows of the overview, in order.
const FACTS: &[Fact] = &[
    fact("theme", "Theme", |r| r.wording(&r.note.theme)),
    fact("report", "Report’s title", |r| r.wording(&r.note.report.title)),
    fact("symbol", "Report’s symbol", |r| r.wording(&r.note.report.symbol)),
    fact("ordinal", "Report number", |r| r.each(&r.note.report.ordinal, |n| (n.to_string(), n.to_string()))),
    fact("focus", "Pillar in focus", |r| r.each(&r.note.pillars.focus, |p| (p.numeral().into(), p.numeral().into()))),
    fact("date", "Date", |r| r.event_date()),
    fact("venue", "Place", |r| r.wording(&r.note.event.venue)),
    fact("sittings", "Sittings", |r| r.sittings()),
    fact("letter_date", "Letter of", |r| r.date(r.note.letter.as_ref().and_then(|letter| letter.date.as_ref()))),
    fact("sender", "Sender", |r| r.person(r.note.letter.as_ref().and_then(|letter| letter.sender.as_ref()))),
    fact("sender_office", "Sender’s office", |r| {
        r.office(r.note.letter.as_ref().and_then(|letter| letter.office.as_ref()))
    }),
    fact("opens", "Opens", |r| r.speakers(Function::Opening)),
    fact("moderates", "Moderates", |r| r.speakers(Function::Moderator)),
    fact("panellists", "Panellists", |r| r.speakers(Function::Panellist)),
    fact("speaks", "Also speaks", |r| r.speakers(Function::Speaker)),
    fact("closes", "Closes", |r| r.speakers(Function::Closing)),
    fact("minutes", "Minutes an intervention, at most", |r| {
        r.each(&r.note.participation.minutes, |n| (n.to_string(), n.to_string()))
    }),
    fact("register_by", "Deadline for the list of speakers", |r| r.deadline()),
    fact("contacts_speakers", "Contact for speakers", |r| r.contacts(ContactPurpose::Speakers)),
    fact("contacts_civil_society", "Contact for civil society", |r| r.contacts(ContactPurpose::CivilSociety)),
    fact("interpretation", "Interpretation", |r| r.wording(&r.note.participation.interpretation)),
    fact("status", "Programme is", |r| r.wording(&r.note.programme.status)),
    fact("purposes", "Purposes", |r| r.count(&r.note.purposes)),
    fact("priorities", "Priorities", |r| r.count(&r.note.priorities)),
    fact("questions", "Questions to the panel", |r| r.count(&r.note.questions)),
    fact("outcomes", "Sentences on expected outcomes", |r| r.count(&r.note.outcomes)),
    fact("documents", "Documents", |r| r.count(&r.note.documents)),
];

/// Reads facts off one note.
struct Reader<'a> {
    at: usize,
    note: &'a Note,
}

impl Reader<'_> {
    fn value(&self, text: String, key: String, span: Span) -> FactValue {
        FactValue { text, aside: None, iso: None, places: vec![Place { column: self.at, span }], key }
    }

    /// Values each with what it is compared by.
    fn each<'v, T: 'v>(
        &self,
        values: impl IntoIterator<Item = &'v Cited<T>>,
        read: impl Fn(&T) -> (String, String),
    ) -> Vec<FactValue> {
        let value = |cited: &Cited<T>| {
            let (text, key) = read(&cited.value);
            self.value(text, key, cited.span)
        };
        values.into_iter().map(value).collect()
    }

    fn wording<'v>(&self, values: impl IntoIterator<Item = &'v Cited<String>>) -> Vec<FactValue> {
        self.each(values, |text| (text.clone(), wording_key(text)))
    }

    fn person<'v>(&self, names: impl IntoIterator<Item = &'v Cited<String>>) -> Vec<FactValue> {
        self.each(names, |name| (name.clone(), person_words(name).join(" ")))
    }

    fn office<'v>(&self, offices: impl IntoIterator<Item = &'v Cited<String>>) -> Vec<FactValue> {
        self.each(offices, |name| (name.clone(), office(name).key))
    }

    fn date<'v>(&self, dates: impl IntoIterator<Item = &'v Cited<Date>>) -> Vec<FactValue> {
        let value = |date: &Cited<Date>| FactValue {
            iso: Some(civil::iso_day(date.value)),
            ..self.value(civil::day(date.value), day_and_month(date.value), date.span)
        };
        dates.into_iter().map(value).collect()
    }

    fn event_date(&self) -> Vec<FactValue> {
        let mut values = self.date(&self.note.event.date);
        if let (Some(value), Some(date)) = (values.first_mut(), &self.note.event.date) {
            match &self.note.event.weekday {
                Some(stated) => value.text = format!("{}, {}", stated.value, value.text),
                None => value.aside = Some(format!("a {}", weekday_name(date.value.weekday()))),
            }
        }
        values
    }

    fn sittings(&self) -> Vec<FactValue> {
        let hours = |start: Time, end: Time| format!("{}–{}", civil::hours(start), civil::hours(end));
        let sittings = self.note.event.sittings.iter();
        sittings.map(|s| self.value(hours(s.start, s.end), hours(s.start, s.end), s.span)).collect()
    }

    fn deadline(&self) -> Vec<FactValue> {
        let Some(by) = &self.note.participation.register_by else { return Vec::new() };
        let event = self.note.event.date.as_ref().map(|date| date.value);
        let left = event.map(|event| by.value.date().duration_until(event).as_hours() / 24);
        let text = phrase::moment(by.value);
        let (aside, key) = match left {
            Some(days @ 0..=60) => {
                let aside = if days == 1 { "1 day before".to_owned() } else { format!("{days} days before") };
                (Some(aside), format!("{days} {}", civil::hours(by.value.time())))
            }
            _ => (None, text.clone()),
        };
        vec![FactValue {
            aside,
            iso: Some(format!("{}T{}", civil::iso_day(by.value.date()), civil::hours(by.value.time()))),
            ..self.value(text, key, by.span)
        }]
    }

    fn speakers(&self, function: Function) -> Vec<FactValue> {
        let mut values: Vec<FactValue> = Vec::new();
        let speakers = self.note.programme.entries.iter().flat_map(|entry| &entry.speakers);
        for speaker in speakers.filter(|speaker| speaker.function == function) {
            let Some(value) = self.speaker(speaker) else { continue };
            match values.iter_mut().find(|known| known.key == value.key) {
                Some(known) => known.places.extend(value.places),
                None => values.push(value),
            }
        }
        values
    }

    fn speaker(&self, speaker: &Speaker) -> Option<FactValue> {
        let of_office = |cited: &Cited<String>| self.value(cited.value.clone(), office(&cited.value).key, cited.span);
        let Some(name) = &speaker.name else { return speaker.office.as_ref().map(of_office) };
        let mut text = name.value.clone();
        if let Some(note) = &speaker.note {
            text = format!("{text} ({})", note.value);
        }
        Some(self.value(text, person_words(&name.value).join(" "), name.span))
    }

    fn contacts(&self, purpose: ContactPurpose) -> Vec<FactValue> {
        let contacts = self.note.participation.contacts.iter().filter(|contact| contact.purpose == purpose);
        contacts.filter_map(|contact| self.contact(contact)).collect()
    }

    fn contact(&self, contact: &Contact) -> Option<FactValue> {
        let parts: Vec<&Cited<String>> =
            [&contact.name, &contact.email, &contact.phone].into_iter().flatten().collect();
        let text = parts.iter().map(|part| part.value.as_str()).collect::<Vec<_>>().join(", ");
        let address = contact.email.as_ref().or(contact.phone.as_ref()).or(contact.name.as_ref())?;
        let places = parts.iter().map(|part| place_of(self.at, part)).collect();
        Some(FactValue { text, aside: None, iso: None, places, key: wording_key(&address.value) })
    }

    /// How many there are, citing each.
    fn count<T>(&self, items: &[Cited<T>]) -> Vec<FactValue> {
        let places: Vec<Place> = items.iter().map(|item| place_of(self.at, item)).collect();
        let count = places.len().to_string();
        if places.is_empty() {
            Vec::new()
        } else {
            vec![FactValue { text: count.clone(), aside: None, iso: None, places, key: count }]
        }
    }
}

/// The words alone, in folded form.
fn wording_key(text: &str) -> String {
    let plain = plain(text);
    let words = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(fold).collect::<Vec<_>>().join(" ")
}

fn day_and_month(date: Date) -> String {
    format!("{:02}-{:02}", date.month(), date.day())
}
