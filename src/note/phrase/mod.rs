//! Finding set phrases in text that may still be misread.

mod alike;
mod exact;
mod find;
mod number;
mod words;

pub(super) use alike::{LONGER, alike, is_anchor, misread};
pub(super) use exact::{begins_with, each_exact, ends_with, find_exact, first_exact, has_exact, stands_from};
pub(super) use find::{each, find, first_of, has_any};
pub(super) use number::{number, ordinal};
pub(super) use words::words;
