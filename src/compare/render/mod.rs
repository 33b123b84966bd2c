//! The views as Markdown, as tidy CSV and as JSON: what the command line prints and the page exports.

mod facts;
mod language;
pub mod markdown;
mod people;
mod pillars;
mod programme;
mod queries;
mod reports;
mod themes;
pub mod tidy;
pub mod view;

pub use view::{Format, RenderError, Request, View, render};
