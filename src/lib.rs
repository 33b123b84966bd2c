//! Reads the notes that the President of the UN General Assembly circulates each year for the informal interactive
//! dialogue on the responsibility to protect, and compares the years.
//!
//! The way through the crate is one-directional: [`text`] (what stands in a file, and how it reads once the scanner's
//! errors are mended) → [`note`] (what one note says, each fact with the words that say it) → [`compare`] (what changed
//! between notes).

pub mod text;

pub mod note;

pub mod compare;

// The README's example is compiled and run with the doc tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
