//! Sentences that resemble each other in little but stand at the same place of their notes.
//!
//! A short sentence that opens a list every year ("The 11 September 2013 dialogue has several purposes") is half a date and
//! a formula, so that its resemblance to its counterpart is small. Of two sentences that nothing else was paired with, one
//! is the other's counterpart where they stand at the same place and what is left of them without dates, numerals, words
//! of grammar and formulas is nearly the same. The same place is the first of a section, or beside a sentence and its own
//! counterpart, or before one that begins with the same words. Linear in the sentences.

use std::collections::HashMap;

use super::sentences::{START, Sentence, Vocabulary};
use super::similarity::{shared_as_bags, similarity};
use crate::note::model::SectionKind;

/// The least resemblance of what two sentences at the same place say beside dates and formulas.
const LEAST: f32 = 0.6;
/// The fewest words of it that stand in both.
const FEWEST: f32 = 2.0;

/// Adds to `from`, the older sentence of each newer one, the pairs that their place makes. `open` tells which newer
/// sentences came from none at all.
pub(super) fn pair_at_same_place(
    from: &mut [Option<usize>],
    open: &[bool],
    older: &[&Sentence],
    newer: &[Sentence],
    vocabulary: &Vocabulary,
) {
    let mut taken = vec![false; older.len()];
    from.iter().flatten().for_each(|&old| taken[old] = true);
    let places = Places::of(older);
    for at in (0..newer.len()).filter(|&at| open[at]) {
        let same =
            |&old: &usize| older.get(old).is_some_and(|it| !taken[old] && says_the_same(it, &newer[at], vocabulary));
        let (section, before) = (newer[at].section, at.checked_sub(1));
        let opens = before.is_none_or(|before| newer[before].section != section);
        let first = section.filter(|_| opens).and_then(|section| places.first_of.get(&section).copied());
        let below = before.and_then(|before| from[before]).map(|old| old + 1);
        let above = from.get(at + 1).copied().flatten().and_then(|old| old.checked_sub(1));
        let leading = newer.get(at + 1).and_then(start).and_then(|start| places.before.get(start).copied().flatten());
        if let Some(old) = [first, below, above, leading].into_iter().flatten().find(same) {
            taken[old] = true;
            from[at] = Some(old);
        }
    }
}

/// Where sentences stand in a note.
struct Places<'s> {
    /// The first sentence of each section.
    first_of: HashMap<SectionKind, usize>,
    /// The sentence before the one that begins with these words; none where several do.
    before: HashMap<&'s [u32], Option<usize>>,
}

impl<'s> Places<'s> {
    fn of(sentences: &[&'s Sentence]) -> Self {
        let mut places = Self { first_of: HashMap::new(), before: HashMap::new() };
        for (at, sentence) in sentences.iter().enumerate() {
            if let Some(section) = sentence.section {
                places.first_of.entry(section).or_insert(at);
            }
            if let Some(start) = start(sentence) {
                places.before.entry(start).and_modify(|before| *before = None).or_insert(at.checked_sub(1));
            }
        }
        places
    }
}

/// The words with which a sentence begins.
fn start(sentence: &Sentence) -> Option<&[u32]> {
    sentence.forms.get(..START)
}

/// Whether two sentences say the same beside dates, numerals and formulas, of the same persons or of none.
fn says_the_same(one: &Sentence, other: &Sentence, vocabulary: &Vocabulary) -> bool {
    let content = |sentence: &Sentence| -> Vec<u32> {
        sentence.forms.iter().copied().filter(|&form| vocabulary.weights[form as usize] >= 1.0).collect()
    };
    let (mine, others) = (content(one), content(other));
    one.persons.is_empty()
        && other.persons.is_empty()
        && shared_as_bags(&mine, &others, vocabulary) >= FEWEST
        && similarity(&mine, &others, vocabulary) >= LEAST
}

#[cfg(test)]
mod tests {
    use crate::compare::comparison::Comparison;
    use crate::compare::language::lineage::{Status, lineage};
    use crate::note::read;

    /// What became of the sentence that leads to the purposes, which are others in the second note and may have no heading
    /// there.
    fn fate(old: &str, new: &str, heading: &str) -> Status {
        let note = |year: &str, purpose: &str, heading: &str| {
            let first = match year {
                "2013" => "guidance on the causes of atrocity crimes and on early warning",
                _ => "an occasion where delegates take stock of accountability at home",
            };
            let text = format!(
                "Information note\n\nBackground\n\nThe General Assembly meets in {year} as it met before.\n\n{heading}\n\n\
                 {purpose} First, it will provide {first}.\n\nExpected outcomes\n\nDelegations will share their views.\n"
            );
            read(&format!("{year}.txt"), text.as_bytes()).expect("a text")
        };
        let (old_note, new_note) = (note("2013", old, "Purpose"), note("2014", new, heading));
        let comparison = Comparison::in_order([&old_note, &new_note]);
        let lineage = lineage(&comparison);
        let found = lineage.columns[1].sentences.iter().find(|sentence| new.contains(&sentence.text));
        found.expect("the sentence").status
    }

    #[test]
    fn a_date_and_a_formula_make_no_other_sentence() {
        let old = "The 11 September 2013 dialogue has several purposes.";
        let new = "The 8 September 2014 informal interactive dialogue will serve several purposes.";
        for heading in ["Purpose", ""] {
            assert_eq!(fate(old, new, heading), Status::Revised);
            assert_eq!(fate(new, old, heading), Status::Revised);
        }
    }

    #[test]
    fn the_same_place_alone_makes_no_counterpart() {
        let old = "The 11 September 2013 dialogue has several purposes.";
        for new in [
            "The 8 September 2014 informal interactive dialogue will hear several panellists.",
            "The 8 September 2014 informal interactive dialogue will be held in New York.",
        ] {
            assert_eq!(fate(old, new, "Purpose"), Status::New, "{new}");
        }
    }
}
