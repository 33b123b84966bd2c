//! The views, one file each.

mod pillar_bars;
mod pillars;
mod programme;
mod text;
mod themes;
mod timelines;

pub use pillars::Pillars;
pub use programme::Programme;
pub use text::Text;
pub use themes::Themes;
