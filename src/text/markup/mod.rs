//! Markup that a note may carry: HTML tags, comments and entities, Markdown's marks, characters that are only typography.
//!
//! Each is an edit of the raw text: a tag of a block level reads as a line's end, that of a list's item or a heading with its
//! mark behind, a table cell's as a tab, an entity as its character, the rest as nothing. What no grammar here knows stays as
//! it stands.

mod character;
mod find;
mod found;
mod markdown;
mod tag;
mod unshown;

pub(super) use find::find;
