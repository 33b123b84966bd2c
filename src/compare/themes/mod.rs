//! What each year speaks of: its distinctive words, a matrix of concepts, and a concordance.

pub mod keyness;
pub mod stop_words;

pub use keyness::{Distinctive, Term, keyness};
