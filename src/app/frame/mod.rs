//! What stands around every view: the masthead, the tabs, the panel for adding notes, the list of keys.

mod adding;
mod export;
mod help;
mod masthead;
mod shelf;
mod tabs;
mod window;

pub use adding::Adding;
pub use help::Help;
pub use masthead::Masthead;
pub use tabs::Tabs;
pub use window::{DropOverlay, Keys};
