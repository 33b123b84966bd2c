//! The views as Markdown, as tidy CSV and as JSON: what the command line prints and the page exports.

mod facts;
pub mod fate;
mod language;
pub mod markdown;
mod people;
mod pillars;
mod programme;
mod queries;
pub mod rendered;
mod reports;
pub mod request;
mod text;
mod themes;
pub mod tidy;
pub mod view;

pub use fate::Fate;
pub use rendered::RenderError;
pub use request::{Request, render};
pub use view::{Format, View};
