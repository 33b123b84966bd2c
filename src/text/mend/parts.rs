//! A suspect that is several words with a mark between them: each is mended by itself.

use std::ops::Range;

use super::place::{Neighbours, Place};
use super::scan;
use super::weigh::Weigher;
use crate::text::edit::{Edit, Rule};
use crate::text::span::Span;

/// The marks that tie the parts of a word.
const TIES: [char; 5] = ['-', '/', '–', '—', '‑'];

impl Weigher<'_> {
    /// Words with a mark between them and no space after it: `crimes,ethnic`, `protect.That`.
    pub(super) fn mend_glued(&mut self, whole: &Range<usize>, place: &Place) -> Option<Vec<Edit>> {
        let core = &self.text[whole.clone()];
        let marks = gluing_marks(core)?;
        let (one, rest) = (whole.start..whole.start + marks.start, whole.start + marks.end..whole.end);
        let mut edits = Vec::new();
        if !scan::is_known(&self.text[one.clone()]) {
            edits.extend(self.weigh_part(one.clone(), &place.of_part(true)));
        }
        edits.push(Edit::new(Span::new(one.end..rest.start), format!("{} ", &core[marks]), Rule::Split));
        if !scan::is_known(&self.text[rest.clone()]) {
            match self.mend_glued(&rest, &Place::default()) {
                Some(more) => edits.extend(more),
                None => edits.extend(self.weigh_part(rest, &Place::default())),
            }
        }
        Some(edits)
    }

    /// Whether the word at `whole` has parts that a hyphen or a stroke ties.
    pub(super) fn has_parts(&self, whole: &Range<usize>) -> bool {
        self.text[whole.clone()].contains(TIES)
    }

    /// Mends the parts of a word that such marks tie one by one.
    pub(super) fn mend_parts(&mut self, whole: &Range<usize>, place: &Place) -> Vec<Edit> {
        let core = &self.text[whole.clone()];
        let mut edits = Vec::new();
        let mut at = whole.start;
        for part in core.split_inclusive(TIES) {
            let bare = part.trim_end_matches(TIES);
            let prefix = part.len() > bare.len() && scan::is_prefix(bare);
            if !bare.is_empty() && !prefix && !scan::is_known(bare) {
                edits.extend(self.weigh_part(at..at + bare.len(), &place.of_part(at == whole.start)));
            }
            at += part.len();
        }
        edits
    }

    fn weigh_part(&mut self, part: Range<usize>, place: &Place) -> Option<Edit> {
        self.weigh_word(&part, part.end, place, &Neighbours::default())
    }
}

/// Where the marks stand that two words, one of them known, have between them with no space behind.
fn gluing_marks(core: &str) -> Option<Range<usize>> {
    let ends = |c: char| matches!(c, ',' | ';' | '?' | '!' | '.' | ')' | ':');
    let (at, mark) = core.char_indices().find(|&(_, c)| ends(c))?;
    let (one, rest) = (&core[..at], core[at..].trim_start_matches(ends));
    let (_, two, _) = scan::trim(rest);
    // A full stop parts only sentences: `un.org` is none.
    let parts = mark != '.' || (one.len() >= 3 && two.starts_with(char::is_uppercase) && scan::usual_case(two));
    let is_word = |part: &str| part.len() >= 2 && part.chars().all(char::is_alphabetic);
    let glued = parts
        && is_word(one)
        && scan::usual_case(one)
        && two.split(ends).next().is_some_and(is_word)
        && (scan::is_known(one) || scan::is_known(two));
    glued.then_some(at..core.len() - rest.len())
}
