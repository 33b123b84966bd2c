//! The notes on the page: which are there, in which order, under which names.
//!
//! A note's key stands in URLs: its year, then `2014_2` for the second note of a year; a text that is no note is
//! `text`, `text_2`. People read `2014 (2)`. Notes stand in the order in which [`r2p_notes::compare::Comparison`] puts
//! them, so that its columns are ours.
//!
//! Of a thousand notes few are shown at once. A note is held as the bytes it came in, with the little that lists say of it,
//! and is unpacked for as long as someone looks at it. Two texts are told apart by the number of their lines and a
//! hash, and compared only where both are equal.

use std::cell::RefCell;
use std::cmp::Ordering;
use std::rc::{Rc, Weak};

use r2p_notes::note::principle::is_on_principle;
use r2p_notes::note::{Document, packed};

/// What is said of a note that is not on the responsibility to protect.
pub const ANOTHER_SUBJECT: &str = "another subject";

/// Where a note came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// One of those that the page opens with.
    Bundled,
    /// The reader's own.
    Added,
}

impl Origin {
    /// What a reader does who takes such a note off the page, in the participle.
    pub fn taken_away(self) -> &'static str {
        match self {
            Self::Bundled => "hidden",
            Self::Added => "removed",
        }
    }
}

/// A text that was read.
#[derive(Clone, Debug)]
pub struct Read {
    /// What it says, and its text.
    pub document: Rc<Document>,
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
    /// Whether it is a note on another subject than the responsibility to protect.
    pub astray: bool,
    /// The name of its file.
    pub file: String,
    /// Its theme, where it states one.
    pub theme: Option<String>,
    /// What storage knows it by: [`name_hash`] of its file's name and its text.
    pub kept_as: u64,
    /// What it says, and its text, as [bytes](r2p_notes::note::packed).
    pub packed: Vec<u8>,
    year: Option<i16>,
    /// See [`print_of`].
    print: (usize, u64),
    unpacked: RefCell<Weak<Document>>,
    /// The bundled notes stay unpacked: they are few, and shown first.
    _stays: Option<Rc<Document>>,
}

impl Held {
    fn new((key, label): (String, String), origin: Origin, read: Read) -> Self {
        let Read { document, packed } = read;
        let (source, note) = (&document.source, &document.note);
        let is_note = document.check_is_note().is_ok();
        Self {
            key,
            label,
            origin,
            is_note,
            astray: is_note && !is_on_principle(document.reading.text()),
            file: source.name.clone(),
            theme: note.theme.as_ref().map(|theme| theme.value.clone()),
            kept_as: name_hash(&source.name, &source.text),
            packed,
            year: note.year.as_ref().map(|year| year.value),
            print: print_of(&source.text),
            unpacked: RefCell::new(Rc::downgrade(&document)),
            _stays: (origin == Origin::Bundled).then_some(document),
        }
    }

    /// What it says, and its text; unpacked unless someone holds it.
    pub fn document(&self) -> Rc<Document> {
        let mut unpacked = self.unpacked.borrow_mut();
        unpacked.upgrade().unwrap_or_else(|| {
            let document = Rc::new(packed::unpack(&self.packed).expect("bytes that were unpacked when they came"));
            *unpacked = Rc::downgrade(&document);
            document
        })
    }

    fn cmp(&self, other: &Self) -> Ordering {
        let order = |held: &Self| (!held.is_note, held.year.is_none(), held.year, number(&held.key));
        order(self).cmp(&order(other))
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
        let document = &read.document;
        let (text, print) = (&document.source.text, print_of(&document.source.text));
        let same = |held: &&Rc<Held>| held.print == print && lines(&held.document().source.text).eq(lines(text));
        if let Some(held) = self.held.iter().find(same) {
            return Put::Twice(held.key.clone());
        }
        let (stem, name) = match (&document.note.year, document.check_is_note().is_ok()) {
            (Some(year), true) => (year.value.to_string(), year.value.to_string()),
            (None, true) => ("undated".to_owned(), "Undated".to_owned()),
            (_, false) => ("text".to_owned(), document.source.name.clone()),
        };
        let name = self.free_name(&stem, &name);
        let key = name.0.clone();
        self.put_back(Rc::new(Held::new(name, origin, read)));
        Put::Added(key)
    }

    /// Puts a removed note back in its place.
    pub fn put_back(&mut self, held: Rc<Held>) {
        let at = self.held.partition_point(|other| other.cmp(&held).is_le());
        self.held.insert(at, held);
    }

    /// Takes a note away.
    pub fn remove(&mut self, key: &str) -> Option<Rc<Held>> {
        let at = self.held.iter().position(|held| held.key == key)?;
        Some(self.held.remove(at))
    }

    fn free_name(&self, stem: &str, name: &str) -> (String, String) {
        // The stem alone counts as 1; of n texts some number up to n + 1 is free.
        let mut taken = vec![false; self.held.len() + 2];
        for rest in self.held.iter().filter_map(|held| held.key.strip_prefix(stem)) {
            let number =
                if rest.is_empty() { Some(1) } else { rest.strip_prefix('_').and_then(|rest| rest.parse().ok()) };
            if let Some(taken) = number.and_then(|number: usize| taken.get_mut(number)) {
                *taken = true;
            }
        }
        let free = taken.iter().skip(1).position(|taken| !taken).map_or(1, |free| free + 1);
        let key = if free == 1 { stem.to_owned() } else { format!("{stem}_{free}") };
        // A text that is no note has its file's name, and a number only beside another of that name.
        let alone = !self.held.iter().any(|held| held.label == name);
        (key, if alone || free == 1 { name.to_owned() } else { format!("{name} ({free})") })
    }
}

/// Which of the texts of its year, or of those without one, a key is of: `2014` the first, `2014_2` the second.
pub fn number(key: &str) -> usize {
    key.split_once('_').and_then(|(_, number)| number.parse().ok()).unwrap_or(1)
}

/// What a key is called where its note is not here: `2014 (2)`.
pub fn label_of(key: &str) -> String {
    match key.split_once('_') {
        Some((stem, number)) => format!("{stem} ({number})"),
        None => key.to_owned(),
    }
}

/// What tells a text from others: how many lines it has, and their hash.
fn print_of(text: &str) -> (usize, u64) {
    (lines(text).count(), fnv(lines(text).flat_map(|line| line.bytes().chain([b'\n']))))
}

/// The lines of a text as they are the same whatever system wrote it.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.trim_end().lines().map(str::trim_end)
}

/// A hash of a text and its file's name.
pub fn name_hash(name: &str, text: &str) -> u64 {
    fnv(name.bytes().chain([0]).chain(text.bytes()))
}

/// FNV-1a, 64 bits (G. Fowler, L. C. Noll, K.-P. Vo).
fn fnv(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use r2p_notes::note;
    use r2p_notes::note::model::Letter;
    use r2p_notes::text::{Cited, Source, Span};

    /// A note of `year`, or a text that is none.
    pub(crate) fn read(text: &str, year: Option<i16>) -> Read {
        let mut document = note::parse::parse(Source { name: "a.txt".into(), text: text.into() });
        let told = |words: &str| year.map(|_| Cited::new(words.to_owned(), Span::new(0..1)));
        document.note.year = year.map(|year| Cited::new(year, Span::new(0..1)));
        document.note.letter = Some(Letter { office: told("President of the General Assembly"), ..Letter::default() });
        document.note.event.venue = told("Conference Room 4");
        Read { packed: packed::pack(&document), document: Rc::new(document) }
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
        assert_eq!(shelf.put(read("a \r\n", Some(2013)), Origin::Added), Put::Twice("2013".into()));
        assert_eq!(shelf.all().len(), 1);
    }

    #[test]
    fn an_added_note_is_unpacked_only_while_it_is_looked_at() {
        let mut shelf = Shelf::default();
        shelf.put(read("mine", Some(2013)), Origin::Added);
        let held = shelf.get("2013").expect("it stands there");
        assert!(held.unpacked.borrow().upgrade().is_none());
        let document = held.document();
        assert_eq!(document.source.text, "mine");
        assert!(Rc::ptr_eq(&document, &held.document()), "unpacked once");
        drop(document);
        assert!(held.unpacked.borrow().upgrade().is_none());
        assert_eq!(held.document().note.year.as_ref().map(|year| year.value), Some(2013));
    }

    #[test]
    fn texts_of_one_year_and_name_stand_in_their_own_order() {
        let mut shelf = Shelf::default();
        for text in ["b", "c", "a"] {
            shelf.put(read(text, Some(2014)), Origin::Added);
        }
        let texts: Vec<_> = shelf.all().iter().map(|held| held.document().source.text.clone()).collect();
        assert_eq!(texts, ["b", "c", "a"]);
        assert_eq!(keys(&shelf), ["2014", "2014_2", "2014_3"]);
        let labels: Vec<_> = shelf.all().iter().map(|held| &*held.label).collect();
        assert_eq!(labels, ["2014", "2014 (2)", "2014 (3)"]);
    }

    #[test]
    fn a_key_has_its_number_and_its_label() {
        assert_eq!((number("2014"), number("2014_12"), number("text_x")), (1, 12, 1));
        assert_eq!((label_of("2014"), label_of("2014_2")), ("2014".to_owned(), "2014 (2)".to_owned()));
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
