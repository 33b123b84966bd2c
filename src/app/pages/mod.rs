//! The views, one file each, and their larger parts.

mod concordance;
mod diff;
mod language;
mod lineage;
mod matrix;
mod overview;
mod people;
mod pillar_bars;
mod pillar_group;
mod pillars;
mod places;
mod programme;
mod queries;
mod report_axis;
mod reports;
mod river;
mod river_layout;
mod search;
mod shares;
mod text;
mod themes;
mod timelines;

pub use language::Language;
pub use overview::Overview;
pub use people::People;
pub use pillars::Pillars;
pub use programme::Programme;
pub use queries::Queries;
pub use reports::Reports;
pub use search::Search;
pub use text::Text;
pub use themes::Themes;
