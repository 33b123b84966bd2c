//! Parts that views and frame share.

mod cite;
mod dialog;
mod drawer;
mod menu;
mod notices;
mod passage;

pub use cite::Cite;
pub use dialog::Dialog;
pub use drawer::Drawer;
pub use menu::Menu;
pub use notices::{NothingShown, Notices};
pub use passage::{Marked, on_face, repair_marks};
