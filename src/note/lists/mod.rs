//! What a note lists: purposes, priorities, expected outcomes, documents.

mod documents;
mod items;
mod outcomes;
mod priorities;
mod purposes;

pub(super) use documents::documents;
pub(super) use items::cite_item;
pub(super) use outcomes::outcomes;
pub(super) use priorities::priorities;
pub(super) use purposes::purposes;
