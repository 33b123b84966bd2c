//! Who appears in which year, in which office and function.
//!
//! A person is one across spellings, honorifics and misread letters (see [`super::names`]); a surname alone is whoever bears
//! it in the same note, or the only one who bears it in any.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use serde::Serialize;

use super::comparison::{Column, Comparison, Place, place_of};
use super::names::{office, person_words, same_person};
use crate::note::model::Function;
use crate::text::{Cited, Rule, civil};

/// Persons and offices through the years.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct People {
    /// Persons, in the order in which they first appear.
    pub persons: Vec<Person>,
    /// Offices, in the order in which they first appear.
    pub offices: Vec<OfficeLine>,
}

/// A person.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Person {
    /// The name in its fullest spelling, the best attested of those.
    pub name: String,
    /// All spellings, as the notes have them.
    pub spellings: Vec<String>,
    /// Where the person appears, by year and in the order of the note.
    pub appearances: Vec<Appearance>,
    /// What changed from one year of theirs to the next.
    pub changes: Vec<PersonChange>,
}

/// One appearance of a person in a note.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Appearance {
    /// The note.
    pub column: usize,
    /// In what role.
    pub role: Role,
    /// The office, as the note words it.
    pub office: Option<String>,
    /// Whether the office is one formerly held.
    pub former: bool,
    /// `tbc`, `video message`.
    pub note: Option<String>,
    /// The minute of the day of the programme's row, counted from midnight.
    pub minute: Option<u16>,
    /// Where the name stands.
    pub place: Place,
    /// Where the office stands.
    pub office_place: Option<Place>,
}

/// The role in which a person appears.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Signs the letter.
    Sender,
    /// Gives opening remarks.
    Opening,
    /// Moderates.
    Moderator,
    /// Sits on the panel.
    Panellist,
    /// Speaks otherwise.
    Speaker,
    /// Gives closing remarks.
    Closing,
    /// Is the one to write to.
    Contact,
}

impl Role {
    /// The role in one word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sender => "sender",
            Self::Opening => "opening",
            Self::Moderator => "moderator",
            Self::Panellist => "panellist",
            Self::Speaker => "speaker",
            Self::Closing => "closing",
            Self::Contact => "contact",
        }
    }
}

/// What changed for a person between two notes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PersonChange {
    /// The earlier note.
    pub from: usize,
    /// The later note.
    pub to: usize,
    /// The office, where it changed: the earlier and the later one.
    pub office: Option<(String, String)>,
    /// The roles in the programme, where they changed: the earlier and the later ones.
    pub roles: Option<(Vec<Role>, Vec<Role>)>,
}

/// An office.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OfficeLine {
    /// The office, as a note words it.
    pub office: String,
    /// Who holds it, by year.
    pub holders: Vec<Holder>,
    /// When its holder changes.
    pub changes: Vec<HolderChange>,
}

/// Who holds an office in a note.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Holder {
    /// The note.
    pub column: usize,
    /// The person, as an index into [`People::persons`]; absent where the note names the office only.
    pub person: Option<usize>,
    /// Where the office stands.
    pub place: Place,
}

/// A change of an office's holder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct HolderChange {
    /// The last note that names the former holder.
    pub from: usize,
    /// The first note that names the new one.
    pub to: usize,
    /// The former holder, as an index into [`People::persons`].
    pub old: usize,
    /// The new one.
    pub new: usize,
}

/// Persons and offices through the years.
pub fn people(comparison: &Comparison) -> People {
    let mut register = Register::default();
    for (at, column) in comparison.columns().iter().enumerate() {
        register.read(at, column);
    }
    register.finish()
}

#[derive(Default)]
struct Register {
    persons: Vec<Person>,
    /// The names of each person, as words.
    words: Vec<Vec<Vec<String>>>,
    /// How well each spelling of each person is attested.
    attested: Vec<Vec<Attested>>,
    known: HashMap<Vec<String>, usize>,
    offices: Vec<OfficeLine>,
    office_keys: HashMap<String, usize>,
    /// Surnames that stand alone, to be told once all names are known.
    surnames: Vec<(String, Appearance)>,
    /// How many places were mended in the note that is read.
    mended: usize,
}

/// How well a spelling is attested.
struct Attested {
    /// The last note that has it, and in how many it stands.
    last: usize,
    notes: usize,
    /// How many places were mended in the cleanest of them.
    mended: usize,
}

impl Register {
    fn read(&mut self, at: usize, column: &Column) {
        let note = &column.document.note;
        self.mended = note.repairs.iter().filter(|repair| repair.rule != Rule::Markup).count();
        if let Some(letter) = &note.letter {
            self.add(at, Role::Sender, letter.sender.as_ref(), letter.office.as_ref(), None, None);
        }
        for entry in &note.programme.entries {
            let minute = entry.start.as_ref().map(|start| civil::minute(start.value));
            for speaker in &entry.speakers {
                let role = role_of(speaker.function);
                self.add(at, role, speaker.name.as_ref(), speaker.office.as_ref(), speaker.note.as_ref(), minute);
            }
        }
        for contact in &note.participation.contacts {
            self.add(at, Role::Contact, contact.name.as_ref(), None, None, None);
        }
    }

    fn add(
        &mut self,
        at: usize,
        role: Role,
        name: Option<&Cited<String>>,
        held: Option<&Cited<String>>,
        note: Option<&Cited<String>>,
        minute: Option<u16>,
    ) {
        let Some(name) = name else {
            if let Some(held) = held {
                self.hold(held, Holder { column: at, person: None, place: place_of(at, held) });
            }
            return;
        };
        let appearance = Appearance {
            column: at,
            role,
            office: held.map(|held| held.value.clone()),
            former: held.is_some_and(|held| office(&held.value).former),
            note: note.map(|note| note.value.clone()),
            minute,
            place: place_of(at, name),
            office_place: held.map(|held| place_of(at, held)),
        };
        let words = person_words(&name.value);
        if words.len() < 2 {
            self.surnames.push((name.value.clone(), appearance));
            return;
        }
        let person = self.person(words, &name.value, at);
        self.persons[person].appearances.push(appearance);
        if let Some(held) = held {
            self.hold(held, Holder { column: at, person: Some(person), place: place_of(at, held) });
        }
    }

    /// The person of this name, a new one where none is known.
    fn person(&mut self, words: Vec<String>, spelling: &str, at: usize) -> usize {
        let known = self.known.get(&words).copied();
        let person =
            known.or_else(|| self.words.iter().position(|names| names.iter().any(|name| same_person(name, &words))));
        let person = person.unwrap_or_else(|| {
            let (name, spellings) = (spelling.to_owned(), Vec::new());
            self.persons.push(Person { name, spellings, appearances: Vec::new(), changes: Vec::new() });
            self.words.push(Vec::new());
            self.attested.push(Vec::new());
            self.persons.len() - 1
        });
        if self.known.insert(words.clone(), person).is_none() {
            self.words[person].push(words);
        }
        let (spellings, attested) = (&mut self.persons[person].spellings, &mut self.attested[person]);
        match spellings.iter().position(|known| known == spelling) {
            Some(known) => {
                let known = &mut attested[known];
                known.notes += usize::from(known.last != at);
                (known.last, known.mended) = (at, known.mended.min(self.mended));
            }
            None => {
                spellings.push(spelling.to_owned());
                attested.push(Attested { last: at, notes: 1, mended: self.mended });
            }
        }
        person
    }

    /// Notes who holds an office; a former holder does not hold it.
    fn hold(&mut self, held: &Cited<String>, holder: Holder) {
        let read = office(&held.value);
        if read.former {
            return;
        }
        let line = *self.office_keys.entry(read.key).or_insert_with(|| {
            let office = held.value.clone();
            self.offices.push(OfficeLine { office, holders: Vec::new(), changes: Vec::new() });
            self.offices.len() - 1
        });
        let holders = &mut self.offices[line].holders;
        if !holders.iter().any(|known| known.column == holder.column && known.person == holder.person) {
            holders.push(holder);
        }
    }

    fn finish(mut self) -> People {
        for (surname, appearance) in std::mem::take(&mut self.surnames) {
            let words = person_words(&surname);
            let bears = |names: &Vec<Vec<String>>| names.iter().any(|name| same_person(name, &words));
            let all: Vec<usize> = (0..self.persons.len()).filter(|&person| bears(&self.words[person])).collect();
            let in_note =
                |person: &&usize| self.persons[**person].appearances.iter().any(|a| a.column == appearance.column);
            let of_note: Vec<usize> = all.iter().filter(in_note).copied().collect();
            let person = match (of_note.as_slice(), all.as_slice()) {
                ([only], _) | ([], [only]) => *only,
                _ => self.person(words, &surname, appearance.column),
            };
            self.persons[person].appearances.push(appearance);
        }
        for (person, attested) in self.persons.iter_mut().zip(&self.attested) {
            person.appearances.sort_by_key(|appearance| (appearance.column, appearance.place));
            // Of spellings as full, that of the most notes, then of the cleanest: a misread one names nobody elsewhere.
            let fullest = |(spelling, attested): &(&String, &Attested)| {
                let accents = spelling.chars().filter(|c| !c.is_ascii()).count();
                (person_words(spelling).len(), accents, attested.notes, Reverse(attested.mended))
            };
            if let Some((name, _)) = person.spellings.iter().zip(attested).rev().max_by_key(fullest) {
                person.name = name.clone();
            }
            person.changes = changes_of(&person.appearances);
        }
        for office in &mut self.offices {
            office.changes = holder_changes(&office.holders);
        }
        People { persons: self.persons, offices: self.offices }
    }
}

fn role_of(function: Function) -> Role {
    match function {
        Function::Opening => Role::Opening,
        Function::Moderator => Role::Moderator,
        Function::Panellist => Role::Panellist,
        Function::Closing => Role::Closing,
        Function::Speaker => Role::Speaker,
    }
}

/// What changed from each note of a person's to the next.
fn changes_of(appearances: &[Appearance]) -> Vec<PersonChange> {
    let years: Vec<&[Appearance]> = appearances.chunk_by(|a, b| a.column == b.column).collect();
    let mut changes = Vec::new();
    for pair in years.windows(2) {
        let held = |year: &[Appearance]| year.iter().find_map(|appearance| appearance.office.clone());
        let roles = |year: &[Appearance]| -> BTreeSet<Role> { year.iter().map(|appearance| appearance.role).collect() };
        let offices = held(pair[0]).zip(held(pair[1])).filter(|(old, new)| office(old) != office(new));
        let (old, new) = (roles(pair[0]), roles(pair[1]));
        let roles = (old != new).then(|| (old.into_iter().collect(), new.into_iter().collect()));
        if offices.is_some() || roles.is_some() {
            changes.push(PersonChange { from: pair[0][0].column, to: pair[1][0].column, office: offices, roles });
        }
    }
    changes
}

/// When the only named holder of one note is not among the next note's.
fn holder_changes(holders: &[Holder]) -> Vec<HolderChange> {
    let named: Vec<(usize, usize)> =
        holders.iter().filter_map(|holder| Some((holder.column, holder.person?))).collect();
    let years: Vec<&[(usize, usize)]> = named.chunk_by(|a, b| a.0 == b.0).collect();
    let mut changes = Vec::new();
    for pair in years.windows(2) {
        if let ([(from, old)], [(to, new)]) = (pair[0], pair[1])
            && old != new
        {
            changes.push(HolderChange { from: *from, to: *to, old: *old, new: *new });
        }
    }
    changes
}
