//! UN document symbols: `A/69/981`, `A/RES/60/1`, `S/2016/620`, `A/HRC/22/15/Add.1`, and how scanners misread them.
//!
//! The forms are those of the UN's own guide to document symbols: a letter for the organ, then the session or the year,
//! then a number, with `RES` for resolutions and `Add.`, `Corr.`, `Rev.` behind. A slash that is misread for a letter or
//! a one (`Al69/98L`, `A/691981`, `NRES/601l`) is told by where such a form needs one.

mod begin;
mod exact;
mod misread;
mod rest;
mod worn;

pub(super) use begin::{at_capital, at_digit, at_dollar, second_half};
