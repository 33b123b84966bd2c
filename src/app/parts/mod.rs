//! Parts that views and frame share.

mod cite;
mod dialog;
mod drawer;
mod figure;
mod head;
mod lines;
mod menu;
mod notices;
mod offline;
mod passage;
mod un_document;

pub use cite::Cite;
pub use dialog::Dialog;
pub use drawer::Drawer;
pub use figure::{Figure, key};
pub use head::head;
pub use lines::use_lines;
pub use menu::Menu;
pub use notices::{NothingShown, Notices};
pub use offline::use_offline;
pub use passage::{Marked, on_face, repair_marks};
pub use un_document::un_document;
