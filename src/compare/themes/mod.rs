//! What each year speaks of: its distinctive words, a matrix of concepts, and a concordance.

pub mod concepts;
pub mod concordance;
mod counts;
pub mod keyness;
pub mod matrix;
mod mentions;
mod names;
mod phrases;
mod pieces;
pub mod query;
pub(super) mod stop_words;

pub use concepts::{CONCEPTS, Concept};
pub use concordance::{Line, Sort, concordance};
pub use keyness::{Distinctive, Term, keyness};
pub use matrix::{ConceptCell, ConceptRow, concept_matrix};
pub use query::{Query, QueryError};
