//! Misread words mended: a noisy channel over the lexicon, with the neighbours as witnesses.
//!
//! A word that is not known is read as the word w that makes P(w) P(its neighbours | w) P(what is given | w) largest
//! (Kernighan, Church and Gale, "A spelling correction program based on a noisy channel model", 1990), and is changed only
//! where that clearly beats the guess that it is a word of its own: a name, an acronym, a foreign or a rare word. Known
//! words are passed over with one hash look-up, so that clean text costs little more than reading its bytes; what is spent
//! on an unknown word is bounded, and where most words are unknown none is touched.

mod alike;
mod broken;
mod case;
mod channel;
mod confusions;
mod context;
mod first_person;
mod form;
mod gap;
mod hypothesis;
mod in_name;
mod joined;
mod mistaken;
mod numbered;
mod pairs;
mod parted_number;
mod parts;
mod place;
mod read;
mod run_together;
mod scan;
mod scanned;
mod shapes;
mod weigh;
mod words;

pub use scanned::misread_words;
pub use words::mend_words;
