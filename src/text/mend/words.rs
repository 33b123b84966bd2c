//! Every misread word of a text, mended.

use std::ops::Range;

use super::context;
use super::numbered;
use super::place::{Neighbour, Neighbours};
use super::scan::{self, Kind, Suspect};
use super::weigh::Weigher;
use crate::text::edit::{Edit, Rule};
use crate::text::span::Span;

/// How many words to either side show what kind of text a suspect stands in.
const WINDOW: u32 = 24;
/// Among so many words, no more than so many may be unknown for any to be touched: the rest is another language, a list
/// of names, or noise.
const UNKNOWN_MAX: usize = 24;

/// The misread words of `text`, as edits in order, none overlapping another or one of the `protected` spans, which must be
/// sorted. Changes nothing that is not clearly misread; see the [module](super) for the method.
pub fn mend_words(text: &str, protected: &[Span]) -> Vec<Edit> {
    let suspects = scan::suspects(text, protected);
    let mut weigher = Weigher::new(text, &suspects);
    let mut edits: Vec<Edit> = Vec::new();
    for (number, suspect) in suspects.iter().enumerate() {
        let done = edits.last().map_or(0, |edit| edit.span.end as usize);
        if suspect.range.start < done || is_foreign(text, &suspects, number) {
            continue;
        }
        let mut neighbours = neighbours(text, &suspect.range, edits.last(), protected);
        if let (Some(right), Some(next)) = (&mut neighbours.right, suspects.get(number + 1))
            && next.range == right.chunk
            && next.kind == Kind::Unknown
        {
            right.likely = weigher.preview(next.range.clone());
        }
        match suspect.kind {
            Kind::Unknown => edits.extend(weigher.mend(suspect.range.clone(), &neighbours)),
            Kind::Stop => edits.extend(comma(text, suspect, &neighbours)),
            Kind::Mark => edits.extend(stray_mark(text, suspect)),
            Kind::Year => edits.extend(parted_year(text, suspect)),
        }
    }
    edits
}

/// Whether the words around a suspect are so many of them unknown that the text is not English, or not text.
fn is_foreign(text: &str, suspects: &[Suspect], number: usize) -> bool {
    let ordinal = suspects[number].ordinal;
    // What has digits in it is no word of any language.
    let of_letters = |s: &&Suspect| !text.as_bytes()[s.range.clone()].iter().any(u8::is_ascii_digit);
    let before =
        suspects[..number].iter().rev().take_while(|s| ordinal - s.ordinal <= WINDOW).filter(of_letters).count();
    let after = suspects[number + 1..].iter().take_while(|s| s.ordinal - ordinal <= WINDOW).filter(of_letters).count();
    before + after >= UNKNOWN_MAX || (before + after >= 2 && in_foreign_words(text, &suspects[number].range))
}

/// Whether a word stands amid words of another language: a title, a name of an institution.
fn in_foreign_words(text: &str, range: &Range<usize>) -> bool {
    /// How many words to either side are looked at, and how many signs of another language among them decide.
    const BESIDE: usize = 4;
    const SIGNS: usize = 5;
    let bytes = text.as_bytes();
    let mut signs = 0;
    let mut end = range.start;
    for _ in 0..BESIDE {
        let Some(chunk) = scan::chunk_before(bytes, end) else { break };
        signs += foreign_signs(&text[chunk.clone()]);
        end = chunk.start;
    }
    let mut start = range.end;
    for _ in 0..BESIDE {
        let Some(chunk) = scan::chunk_after(bytes, start) else { break };
        signs += foreign_signs(&text[chunk.clone()]);
        start = chunk.end;
    }
    signs + foreign_signs(&text[range.clone()]) > SIGNS
}

/// How much a word speaks for another language than English.
fn foreign_signs(chunk: &str) -> usize {
    let (_, core, _) = scan::trim(chunk);
    let small = [
        "de", "la", "le", "les", "des", "du", "et", "en", "el", "los", "las", "y", "der", "die", "und", "del", "à",
        "por",
    ];
    match () {
        () if small.contains(&core) => 1,
        () if core.chars().any(|c| !c.is_alphabetic()) || scan::is_known(core) || !scan::usual_case(core) => 0,
        () if core.is_ascii() => 1,
        () => 2,
    }
}

/// A full stop in mid-sentence between two words that a comma is known to part, or one that is but a speck: the words are known
/// to stand together, and so is the second with the next. An exclamation mark there is a footnote's.
fn comma(text: &str, suspect: &Suspect, neighbours: &Neighbours) -> Option<Edit> {
    let (_, core, _) = scan::trim(&text[suspect.range.clone()]);
    let right = neighbours.right.as_ref()?;
    let stop = suspect.range.end - 1..suspect.range.end;
    if text[stop.clone()] == *"!" {
        return Some(Edit::new(Span::new(stop), "", Rule::FootnoteMark));
    }
    let own = right.core(text);
    if context::is_comma_pair(core, own) {
        return Some(Edit::new(Span::new(stop), ",", Rule::Punctuation));
    }
    let next = scan::chunk_after(text.as_bytes(), right.chunk.end).map(|next| scan::trim(&text[next]).1);
    let speck = context::is_pair(core, own) && next.is_some_and(|next| context::is_pair(own, next));
    speck.then(|| Edit::new(Span::new(stop), "", Rule::Punctuation))
}

/// A mark after a known word that opens and closes nothing: `view'`.
fn stray_mark(text: &str, suspect: &Suspect) -> Option<Edit> {
    /// How far back a quotation may have been opened.
    const QUOTED: usize = 1_000;
    let from = text.ceil_char_boundary(suspect.range.start.saturating_sub(QUOTED));
    let before = &text[from..suspect.range.start];
    let opened = before.contains(['‘', '`'])
        || before.match_indices('\'').any(|(at, _)| !before[..at].ends_with(char::is_alphanumeric));
    let mark = suspect.range.start + text[suspect.range.clone()].rfind('\'')?;
    (!opened).then(|| Edit::new(Span::new(mark..mark + 1), "", Rule::Punctuation))
}

/// A small word that lost the space between it and a year.
fn parted_year(text: &str, suspect: &Suspect) -> Option<Edit> {
    let (lead, core, _) = scan::trim(&text[suspect.range.clone()]);
    let start = suspect.range.start + lead;
    let word = start..start + numbered::before_year(core)?;
    let to = format!("{} ", &text[word.clone()]);
    Some(Edit::new(Span::new(word), to, Rule::Split))
}

/// What stands before and after `range`, as read.
fn neighbours(text: &str, range: &Range<usize>, last: Option<&Edit>, protected: &[Span]) -> Neighbours {
    let bytes = text.as_bytes();
    let is_protected = |chunk: &Range<usize>| {
        let at = protected.partition_point(|span| span.end as usize <= chunk.start);
        protected.get(at).is_some_and(|span| (span.start as usize) < chunk.end)
    };
    let neighbour = |chunk: Range<usize>| Neighbour {
        protected: is_protected(&chunk),
        mended: last
            .filter(|edit| edit.span.range().start < chunk.end && chunk.start < edit.span.range().end)
            .map(|edit| edit.to.to_string()),
        likely: None,
        chunk,
    };
    let left = scan::chunk_before(bytes, range.start).map(neighbour);
    let right = scan::chunk_after(bytes, range.end).map(neighbour);
    Neighbours { left, right }
}

#[cfg(test)]
mod tests {
    use super::mend_words;

    #[test]
    fn a_stop_within_a_turn_of_phrase_is_a_speck() {
        let mended = |text: &str| {
            let mut mended = text.to_owned();
            for edit in mend_words(text, &[]).into_iter().rev() {
                mended.replace_range(edit.span.range(), &edit.to);
            }
            mended
        };
        assert_eq!(
            mended("It concerns a timely. and decisive response."),
            "It concerns a timely and decisive response."
        );
        for kept in ["It was timely. and nobody minded.", "They asked for a response. and waited."] {
            assert_eq!(mended(kept), kept);
        }
    }
}
