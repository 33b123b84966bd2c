//! The notes on the page: which are there, in which order, under which names.
//!
//! A note's key stands in URLs: its year, then `2014_2` for the second note of a year; a text that is no note is
//! `text`, `text_2`. People read `2014 (2)`. Notes stand in the order in which [`r2p_notes::compare::Comparison`] puts
//! them, so that its columns are ours. Looking for a text twice compares whole texts: linear in the notes of equal length.

use std::rc::Rc;

use r2p_notes::note::Document;

/// Where a note came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// One of those that the page opens with.
    Bundled,
    /// The reader's own.
    Added,
}

/// A text that was read.
#[derive(Clone, Debug)]
pub struct Read {
    /// What it says, and its text.
    pub document: Document,
    /// The same as [bytes](r2p_notes::note::packed), as they came.
    pub packed: Vec<u8>,
}

/// One note on the page, or a text that is none.
#[derive(Debug)]
pub struct Held {
    /// Its name in URLs.
    pub key: String,
    /// Its name for people.
    pub label: String,
    /// Where it came from.
    pub origin: Origin,
    /// Whether it is such a note at all; a text that is none can still be read.
    pub is_note: bool,
    /// What it says, and its text.
    pub document: Document,
    /// The same as bytes.
    pub packed: Vec<u8>,
}

impl Held {
    /// The text as given.
    pub fn raw(&self) -> &str {
        &self.document.source.text
    }

    /// The name of its file.
    pub fn file(&self) -> &str {
        &self.document.source.name
    }

    fn order(&self) -> impl Ord + '_ {
        let year = self.document.note.year.as_ref().map(|year| year.value);
        (!self.is_note, year.is_none(), year, self.file(), self.raw())
    }
}

impl PartialEq for Held {
    /// A note is put on the shelf once and never changed there.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// What became of a text that was put on the shelf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Put {
    /// It stands there under this key.
    Added(String),
    /// It stood there already under this key.
    Twice(String),
}

/// The notes, in order. Cloning copies no text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shelf {
    held: Vec<Rc<Held>>,
}

impl Shelf {
    /// Every text, notes first, in the order of their years.
    pub fn all(&self) -> &[Rc<Held>] {
        &self.held
    }

    /// The notes, in order.
    pub fn notes(&self) -> impl Iterator<Item = &Rc<Held>> {
        self.held.iter().filter(|held| held.is_note)
    }

    /// The text of this key.
    pub fn get(&self, key: &str) -> Option<&Rc<Held>> {
        self.held.iter().find(|held| held.key == key)
    }

    /// Puts a text on the shelf, unless it stands there.
    pub fn put(&mut self, read: Read, origin: Origin) -> Put {
        let Read { document, packed } = read;
        let same = |held: &&Rc<Held>| held.raw() == document.source.text;
        if let Some(held) = self.held.iter().find(same) {
            return Put::Twice(held.key.clone());
        }
        let is_note = document.check_is_note().is_ok();
        let (stem, name) = match (&document.note.year, is_note) {
            (Some(year), true) => (year.value.to_string(), year.value.to_string()),
            (None, true) => ("undated".to_owned(), "Undated".to_owned()),
            (_, false) => ("text".to_owned(), document.source.name.clone()),
        };
        let (key, label) = self.free_name(&stem, &name);
        let held = Rc::new(Held { key: key.clone(), label, origin, is_note, document, packed });
        self.put_back(held);
        Put::Added(key)
    }

    /// Puts a removed note back in its place.
    pub fn put_back(&mut self, held: Rc<Held>) {
        let at = self.held.partition_point(|other| other.order() <= held.order());
        self.held.insert(at, held);
    }

    /// Takes a note away.
    pub fn remove(&mut self, key: &str) -> Option<Rc<Held>> {
        let at = self.held.iter().position(|held| held.key == key)?;
        Some(self.held.remove(at))
    }

    fn free_name(&self, stem: &str, name: &str) -> (String, String) {
        if self.get(stem).is_none() {
            return (stem.to_owned(), name.to_owned());
        }
        let mut number = 2;
        while self.get(&format!("{stem}_{number}")).is_some() {
            number += 1;
        }
        (format!("{stem}_{number}"), format!("{name} ({number})"))
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use r2p_notes::note::{self, packed};
    use r2p_notes::text::{Cited, Source, Span};

    /// A note of `year`, or a text that is none.
    pub(crate) fn read(text: &str, year: Option<i16>) -> Read {
        let mut document = note::parse::parse(Source { name: "a.txt".into(), text: text.into() });
        document.note.year = year.map(|year| Cited::new(year, Span::new(0..1)));
        document.note.letter = year.map(|_| Default::default());
        Read { packed: packed::pack(&document).expect("a document"), document }
    }

    fn keys(shelf: &Shelf) -> Vec<&str> {
        shelf.all().iter().map(|held| &*held.key).collect()
    }

    #[test]
    fn notes_stand_in_the_order_of_years_and_texts_last() {
        let mut shelf = Shelf::default();
        shelf.put(read("story", None), Origin::Added);
        shelf.put(read("b", Some(2014)), Origin::Bundled);
        shelf.put(read("a", Some(2013)), Origin::Bundled);
        assert_eq!(shelf.put(read("c", Some(2014)), Origin::Added), Put::Added("2014_2".into()));
        assert_eq!(keys(&shelf), ["2013", "2014", "2014_2", "text"]);
        assert_eq!(shelf.get("2014_2").map(|held| &*held.label), Some("2014 (2)"));
        assert_eq!(shelf.notes().count(), 3);
    }

    #[test]
    fn the_same_text_is_seen_as_such() {
        let mut shelf = Shelf::default();
        shelf.put(read("a", Some(2013)), Origin::Bundled);
        assert_eq!(shelf.put(read("a", Some(2013)), Origin::Added), Put::Twice("2013".into()));
        assert_eq!(shelf.all().len(), 1);
    }

    #[test]
    fn what_is_removed_comes_back_to_its_place() {
        let mut shelf = Shelf::default();
        for (text, year) in [("a", 2013), ("b", 2014), ("c", 2015)] {
            shelf.put(read(text, Some(year)), Origin::Bundled);
        }
        let Some(removed) = shelf.remove("2014") else { panic!("2014 stands there") };
        assert_eq!(keys(&shelf), ["2013", "2015"]);
        shelf.put_back(removed);
        assert_eq!(keys(&shelf), ["2013", "2014", "2015"]);
        assert!(shelf.remove("1999").is_none());
    }
}
