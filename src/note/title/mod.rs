//! What the event is called, and the year's theme.

mod block;
mod line;
mod parts;
mod theme;

pub(super) use block::{TitleBlock, title_block};
pub(super) use parts::part;
