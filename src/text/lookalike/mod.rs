//! What a scanner takes for what: the one table of look-alikes, and distances weighted by it.
//!
//! Two kinds of confusion are known. Single characters stand in a table with the price of taking one for another. Groups
//! (`rn` for `m`, `cl` for `d`, `lli` for `th`) need no table: a page is read as strokes, and a reader that cuts them up in
//! the wrong places still sees the same number of them, so that two groups of letters look alike when their strokes
//! (straight and other ones, left to right) agree. Distances are the cheapest alignment of the two texts (Wagner and
//! Fischer's dynamic programme with groups, as in Brill and Moore, "An improved error model for noisy channel spelling
//! correction", 2000): time and space grow with the product of the lengths, and a limit cuts most of it off.

mod align;
mod alike;
mod price;
mod strokes;

pub(super) use align::Aligner;
pub use alike::{Likeness, cost, may_be_similar, similar, similarity, similarity_from};
pub(super) use alike::{cost_within, edits, price};
pub(super) use price::SPACE;
pub use price::{digit, unaccented};
