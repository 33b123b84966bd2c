//! Where a note speaks of concepts.
//!
//! Words within the name of an office or an institution speak of no concept, those within the name of a branch of law of
//! the law alone (see [`super::names`]); and what stands side by side for one concept ("ten-year anniversary") speaks of it
//! once.

use std::ops::Range;

use super::concepts::{Concept, LAW};
use super::names::{branches_of_law, names};
use super::phrases::Phrases;
use crate::compare::comparison::Column;
use crate::compare::ranges::holding;

/// Concepts to look for.
pub(super) struct Mentions {
    phrases: Phrases,
    /// How many concepts.
    count: usize,
    /// The concept of law among them.
    law: Option<usize>,
}

impl Mentions {
    /// Prepares the concepts.
    pub(super) fn new(concepts: &[Concept]) -> Self {
        let forms = concepts.iter().enumerate();
        let forms = forms.flat_map(|(i, concept)| concept.forms.iter().map(move |form| (i, *form)));
        let law = concepts.iter().position(|concept| concept.key == LAW);
        Self { phrases: Phrases::new(forms), count: concepts.len(), law }
    }

    /// Where a note speaks of each concept, in the reading text and in its order.
    pub(super) fn find(&self, column: &Column) -> Vec<Vec<Range<usize>>> {
        let text = column.document.reading.text();
        let (names, laws) = (names(column), branches_of_law(column));
        let mut places: Vec<Vec<Range<usize>>> = vec![Vec::new(); self.count];
        for found in self.phrases.find(column) {
            if holding(&names, found.range.start).is_some() {
                continue;
            }
            let range = match holding(&laws, found.range.start) {
                Some(law) if self.law == Some(found.group) => law.clone(),
                Some(_) => continue,
                None => found.range,
            };
            let places = &mut places[found.group];
            match places.last_mut() {
                Some(last) if side_by_side(text, last.end, range.start) => last.end = last.end.max(range.end),
                _ => places.push(range),
            }
        }
        places
    }
}

/// Whether what begins at `start` overlaps what ends at `end`, or follows it with a space or a hyphen at most.
fn side_by_side(text: &str, end: usize, start: usize) -> bool {
    let between = text.get(end..start).unwrap_or_default();
    between.chars().all(|c| matches!(c, ' ' | '\u{A0}' | '-' | '\u{2010}' | '\u{2011}'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::comparison::Comparison;
    use crate::compare::themes::concepts::CONCEPTS;
    use crate::note::read;

    /// What of `text` speaks of the concept `key`.
    fn found(key: &str, text: &str) -> Vec<String> {
        let note = read("a.txt", text.as_bytes()).expect("a text");
        let comparison = Comparison::new([&note]);
        let at = CONCEPTS.iter().position(|concept| concept.key == key).expect("the concept");
        let places = Mentions::new(CONCEPTS).find(&comparison.columns()[0]).swap_remove(at);
        places.into_iter().map(|range| note.reading.text()[range].to_owned()).collect()
    }

    #[test]
    fn names_of_offices_and_institutions_speak_of_no_concept() {
        let text =
            "The Assistant Secretary-General for Human Rights spoke of human rights at the Human Rights Council.";
        assert_eq!(found("international-law", text), ["human rights"]);
        let text = "The Special Advisers on the Prevention of Genocide spoke of prevention for their Office on Genocide \
                    Prevention.";
        assert_eq!(found("prevention", text), ["prevention"]);
    }

    #[test]
    fn an_office_of_the_programme_speaks_of_no_concept() {
        let text = "Programme\n\n10:00 am Opening remarks by Ms. Ann Example, Director for Refugees and Civil Society\n\n\
                    10:10 am Interactive dialogue on refugees\n";
        assert_eq!(found("refugees", text), ["refugees"]);
    }

    #[test]
    fn a_branch_of_law_speaks_of_the_law_once() {
        let text = "Obligations under international humanitarian, human rights, refugee and criminal law differ.";
        let law = "international humanitarian, human rights, refugee and criminal law";
        assert_eq!(found("international-law", text), [law]);
        assert!(found("refugees", text).is_empty() && found("humanitarian", text).is_empty());
        let text = "The humanitarian crisis and the refugee crisis break international law.";
        assert_eq!(found("humanitarian", text), ["humanitarian crisis"]);
        assert_eq!(found("refugees", text), ["refugee"]);
    }

    #[test]
    fn what_stands_side_by_side_counts_once() {
        assert_eq!(found("anniversary", "On the ten-year anniversary it met."), ["ten-year anniversary"]);
        assert_eq!(found("anniversary", "The anniversary, after ten years, came.").len(), 2);
    }

    #[test]
    fn words_that_speak_of_something_else_are_none() {
        for (key, text) in [
            ("lessons", "The reality experienced by populations calls for the principle in practice."),
            ("early-warning", "Early responses at an early stage are wanted."),
            ("security-council", "Political divisions and lack of unity remain."),
            ("assistance", "The dialogue will assist in clarifying the principle."),
        ] {
            assert_eq!(found(key, text), [""; 0], "{key}");
        }
    }
}
