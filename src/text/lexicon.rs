//! The words that a note may be written in, and how common they are.
//!
//! Three sources, told apart by [`Class`]: general English, British and American (`data/words.bin`, front-coded by
//! `scripts/lexicon/build.py`), the vocabulary of the United Nations (`data/terms.txt`) and proper names
//! (`data/names.txt`); the words of `data/phrases.txt` are known too. They are unpacked once, at the first use, into one
//! arena with a hash table over it (open addressing on the folded bytes), so that a look-up reads the word's bytes once and
//! allocates nothing.

use std::sync::LazyLock;

use super::lookalike;

static WORDS: &[u8] = include_bytes!("data/words.bin");
static TERMS: &str = include_str!("data/terms.txt");
static NAMES: &str = include_str!("data/names.txt");
/// Turns of phrase, one a line; see [`super::mend`].
pub(super) static PHRASES: &str = include_str!("data/phrases.txt");

/// Whether `word` is known, whatever its case.
pub fn contains(word: &str) -> bool {
    LEXICON.find(word).is_some()
}

/// Whether the word with this [`hash`] is known; see [`Lexicon::find_hashed`].
pub(crate) fn contains_hashed(hash: u32) -> bool {
    LEXICON.find_hashed(hash).is_some()
}

/// Whether `word` is known as a proper name, or is an initial.
pub fn is_name(word: &str) -> bool {
    let bare = word.trim_matches('.');
    bare.chars().count() <= 1 || LEXICON.find(bare).is_some_and(|id| LEXICON.class(id) == Class::Name)
}

/// Whether `word` is known with an l or an i at its end, which look like a one.
pub(super) fn lacks_last_letter(word: &str) -> bool {
    let hash = hash(word);
    ["l", "i"]
        .iter()
        .any(|letter| contains_hashed(letter.bytes().fold(hash, hash_step)) && contains(&[word, letter].concat()))
}

/// The persons whom the phrases name, first and last names together: the first word of each is a name and nothing else.
pub fn persons() -> impl Iterator<Item = &'static str> {
    static PERSONS: LazyLock<Vec<&str>> = LazyLock::new(|| {
        let capital = |word: &str| word.starts_with(char::is_uppercase);
        let whole = |line: &&str| {
            let (first, others) = line.split_once(' ').unwrap_or((line, ""));
            first.split('-').all(is_name) && others.split(' ').all(capital) && others.split(' ').count() <= 4
        };
        let lines = PHRASES.lines().filter(|line| capital(line));
        lines.map(|line| line.strip_prefix("Secretary-General ").unwrap_or(line)).filter(whole).collect()
    });
    PERSONS.iter().copied()
}

/// How frequent a word is: the logarithm of its share of running text, coarsely. `None` where it is not known.
pub fn weight(word: &str) -> Option<f32> {
    LEXICON.find(word).map(|id| LEXICON.class(id).weight())
}

/// How common a word is, or where it is from; the commoner come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    /// Among the sixty most frequent words: `the`, `of`, `with`.
    Function,
    /// Among the first five hundred.
    Frequent,
    /// Among the first two thousand.
    Common,
    /// A word of United Nations usage.
    Term,
    /// Among the first six thousand.
    Usual,
    /// A proper name.
    Name,
    /// Among the first fourteen thousand.
    Plain,
    /// Any other.
    Rare,
}

/// All classes, in order.
pub(super) const CLASSES: [Class; 8] = [
    Class::Function,
    Class::Frequent,
    Class::Common,
    Class::Term,
    Class::Usual,
    Class::Name,
    Class::Plain,
    Class::Rare,
];

impl Class {
    /// The logarithm of a share of running text that is typical of the class: by Zipf's law a tenth of the rank's inverse.
    pub(super) fn weight(self) -> f32 {
        match self {
            Self::Function => -5.0,
            Self::Frequent => -7.3,
            Self::Common => -9.0,
            Self::Term => -9.3,
            Self::Usual => -10.3,
            Self::Name => -11.0,
            Self::Plain => -11.3,
            Self::Rare => -12.5,
        }
    }
}

/// A word's number in the lexicon.
pub(super) type Id = u32;

pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::unpack);

/// The slots of the hash table: twice as many as words and more.
const SLOTS: usize = 1 << 16;

pub(super) struct Lexicon {
    /// All words, folded, one after the other; with capitals where they are names.
    arena: String,
    ends: Vec<u32>,
    classes: Vec<Class>,
    /// A word's hash and its number + 1, or 0 where a slot is free; a power of two long.
    table: Vec<u64>,
}

impl Lexicon {
    fn unpack() -> Self {
        let mut lexicon = Self {
            arena: String::with_capacity(300_000),
            ends: Vec::with_capacity(SLOTS / 2),
            classes: Vec::with_capacity(SLOTS / 2),
            table: vec![0; SLOTS],
        };
        let entries =
            |data: &'static str| data.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace);
        // General words first: a name that is one of them (`May`, `Power`) stands there in lower case.
        lexicon.add_general();
        lexicon.add("I", Class::Frequent);
        for word in entries(TERMS) {
            lexicon.add(&word.to_lowercase(), Class::Term);
        }
        for word in entries(NAMES) {
            lexicon.add(word, Class::Name);
            let plain: String = word.chars().map(lookalike::unaccented).collect();
            if plain != word {
                lexicon.add(&plain, Class::Name);
            }
        }
        for word in entries(PHRASES) {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            let lower = word.starts_with(char::is_lowercase);
            lexicon.add(word, if lower { Class::Term } else { Class::Name });
        }
        lexicon
    }

    /// Adds the front-coded words: see `scripts/lexicon/build.py` for the form.
    fn add_general(&mut self) {
        let Some((count, rest)) = WORDS.split_first_chunk::<4>() else { return };
        let count = u32::from_le_bytes(*count) as usize;
        let Some((classes, coded)) = rest.split_at_checked(count.div_ceil(2)) else { return };
        // Each word is a byte that tells how many letters of the last one's end it lacks, and the letters that it adds.
        let mut word = String::new();
        let words = coded.chunk_by(|_, next| *next < 128).take(count);
        for (number, entry) in words.enumerate() {
            let Some((cut, letters)) = entry.split_first() else { continue };
            word.truncate(word.len().saturating_sub(usize::from(cut & 127)));
            word.push_str(str::from_utf8(letters).unwrap_or_default());
            self.add_ranked(&word, classes, number);
        }
    }

    fn add_ranked(&mut self, word: &str, classes: &[u8], number: usize) {
        let class = match classes.get(number / 2).map_or(5, |packed| packed >> (number % 2 * 4) & 0xF) {
            0 => Class::Function,
            1 => Class::Frequent,
            2 => Class::Common,
            3 => Class::Usual,
            4 => Class::Plain,
            _ => Class::Rare,
        };
        self.add(word, class);
    }

    /// Adds a word, or counts it as of the commoner class where it is known.
    fn add(&mut self, word: &str, class: Class) {
        if word.is_empty() || self.ends.len() * 4 > self.table.len() * 3 {
            return;
        }
        let hash = hash(word);
        match self.slot(word, hash) {
            Ok(id) => {
                let known = &mut self.classes[id as usize];
                *known = class.min(*known);
            }
            Err(slot) => {
                self.arena.push_str(word);
                self.ends.push(self.arena.len() as u32);
                self.classes.push(class);
                self.table[slot] = u64::from(hash) << 32 | self.ends.len() as u64;
            }
        }
    }

    /// The word's number, or the free slot where it would stand.
    fn slot(&self, word: &str, hash: u32) -> Result<Id, usize> {
        let mask = self.table.len() - 1;
        let mut slot = hash as usize & mask;
        loop {
            match self.table[slot] {
                0 => return Err(slot),
                entry if (entry >> 32) as u32 == hash && same(self.word(entry as u32 - 1), word) => {
                    return Ok(entry as u32 - 1);
                }
                _ => slot = (slot + 1) & mask,
            }
        }
    }

    /// The number of `word`, whatever its case.
    pub(super) fn find(&self, word: &str) -> Option<Id> {
        self.slot(word, hash(word)).ok()
    }

    /// The number of the word with this [`hash`], told by its 32 bits alone: one unknown word in a hundred thousand passes.
    #[inline]
    pub(super) fn find_hashed(&self, hash: u32) -> Option<Id> {
        let mask = self.table.len() - 1;
        let mut slot = hash as usize & mask;
        loop {
            match self.table[slot] {
                0 => return None,
                entry if (entry >> 32) as u32 == hash => return Some(entry as u32 - 1),
                _ => slot = (slot + 1) & mask,
            }
        }
    }

    /// How many words there are; they are numbered from 0.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The word as it is written within a sentence.
    #[inline]
    pub(super) fn word(&self, id: Id) -> &str {
        let id = id as usize;
        let start = if id == 0 { 0 } else { self.ends[id - 1] };
        &self.arena[start as usize..self.ends[id] as usize]
    }

    /// Whether the word is written with a capital within a sentence.
    #[inline]
    pub(super) fn is_capitalised(&self, id: Id) -> bool {
        self.word(id).as_bytes().first().is_some_and(u8::is_ascii_uppercase)
    }

    pub(super) fn class(&self, id: Id) -> Class {
        self.classes[id as usize]
    }
}

/// One step of [`hash`]: ASCII letters count alike in both cases.
#[inline]
pub(crate) fn hash_step(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(byte | 0x20)).wrapping_mul(0x9E37_79B1).rotate_left(15)
}

/// The start of a [`hash`].
pub(crate) const HASH: u32 = 0x811C_9DC5;

/// A hash that is blind to the case of ASCII letters.
#[inline]
pub(crate) fn hash(word: &str) -> u32 {
    word.bytes().fold(HASH, hash_step)
}

/// Whether two words are the same but for the case of their ASCII letters.
fn same(a: &str, b: &str) -> bool {
    a.eq_ignore_ascii_case(b)
}

#[cfg(test)]
mod tests {
    use super::{LEXICON, contains, weight};

    #[test]
    fn knows_both_spellings_names_and_terms() {
        for word in ["organisation", "organization", "favour", "FAVOR", "Programme", "program", "Excellency", "Jeremić"]
        {
            assert!(contains(word), "{word}");
        }
        for word in ["Jeremic", "António", "operationalise", "panellists", "Secretary-General", "of", "I", "a"] {
            assert!(contains(word), "{word}");
        }
        for word in ["", "infonnal", "ofthe", "teh", "mld", "x"] {
            assert!(!contains(word), "{word}");
        }
        assert!(weight("the") > weight("genocide"));
        assert!(weight("genocide") > weight("aardvark").or(Some(-12.5)));
        assert!(LEXICON.len() > 30_000);
    }
}
