//! Stand-in.
use super::edit::Edit;
use super::span::Span;
/// Mend.
pub fn mend_words(_text: &str, _protected: &[Span]) -> Vec<Edit> {
    Vec::new()
}
