//! A way to read a passage, and what it weighs.

use std::ops::Range;

use crate::text::edit::Rule;

/// A way to read a passage.
#[derive(Clone, Debug)]
pub(super) struct Hypothesis {
    pub(super) span: Range<usize>,
    pub(super) to: String,
    pub(super) score: f32,
    /// What the misreading costs, of one word for another.
    pub(super) cost: Option<f32>,
    pub(super) rule: Rule,
}

impl Hypothesis {
    /// That `given`, which stands at `span`, is the one word `to`.
    pub(super) fn of_word(span: Range<usize>, given: &str, to: String, score: f32, cost: Option<f32>) -> Self {
        let is_letter = |c: &char| c.is_alphanumeric();
        let same = given.chars().filter(is_letter).eq(to.chars().filter(is_letter));
        let rule = if same { Rule::Punctuation } else { Rule::Word };
        Self { span, to, score, cost, rule }
    }
}
