//! All misread words of a text, where it shows that it was scanned.

use std::collections::HashSet;

use super::first_person::first_person;
use super::in_name::{is_in_name, keep_to_letters};
use super::mistaken::mistaken;
use super::parted_number::parted_numbers;
use super::shapes::shapes;
use super::words::mend_words;
use crate::text::edit::{Edit, Rule};
use crate::text::lex::Token;
use crate::text::span::Span;

/// The misread words of `text` as edits, none overlapping another, one of the `edits` in order or one of the `tokens`; of
/// those that overlap, the pronoun I goes first, then what is no word, then what is another word than it was. `None` where
/// the text shows no sign of having been scanned.
pub fn misread_words(text: &str, edits: &[Edit], tokens: &[Token]) -> Option<Vec<Edit>> {
    let protected = protected(edits, tokens);
    let mut mended = outside_spans(mend_words(text, &protected), &protected);
    mended.retain_mut(|edit| !is_in_name(text, edit) || keep_to_letters(text, edit));
    let persons = outside_spans(first_person(text), &protected);
    if !is_scanned(text, tokens, &mended, &persons) {
        return None;
    }
    let spans = |edits: &[Edit]| edits.iter().map(|edit| edit.span).collect::<Vec<_>>();
    let mut taken = spans(&persons);
    let mended = outside_spans(mended, &taken);
    taken.extend(protected);
    taken.extend(spans(&mended));
    taken.sort_unstable();
    let mistaken = outside_spans(mistaken(text), &taken);
    taken.extend(spans(&mistaken));
    taken.sort_unstable();
    let mut words = persons;
    words.extend(mistaken);
    words.extend(outside_spans(shapes(text), &taken));
    words.extend(outside_spans(parted_numbers(text), &taken));
    words.extend(mended);
    Some(words)
}

/// The edits that overlap none of the spans, which must be sorted.
fn outside_spans(edits: Vec<Edit>, spans: &[Span]) -> Vec<Edit> {
    let clear = |edit: &Edit| {
        let first = spans.partition_point(|span| span.end <= edit.span.start);
        !spans.get(first).is_some_and(|span| span.overlaps(edit.span))
    };
    edits.into_iter().filter(clear).collect()
}

/// Whether a text shows that it was scanned: tokens and words with characters in them that nobody types there, or more
/// words in small letters that each look like another than a typist lets pass. What was typed has words that no lexicon
/// knows, but no such characters, and is left as it is given.
fn is_scanned(text: &str, tokens: &[Token], mended: &[Edit], persons: &[Edit]) -> bool {
    /// Fewer may be slips of the hand.
    const TELLS: usize = 3;
    /// How many different words; of some sixty typed notes none had more than one that looked so.
    const WORDS: usize = 6;
    let odd = |edit: &&Edit| {
        let given = &text[edit.span.range()];
        // A capital O or I between small letters; other capitals within a word may be meant (`NewsHour`).
        let bytes = given.as_bytes();
        let round = bytes.windows(3).any(|three| {
            matches!(three[1], b'O' | b'I') && three[0].is_ascii_lowercase() && three[2].is_ascii_lowercase()
        });
        // Nor does a hand begin a word with a capital I for a small l.
        let stroke = given.starts_with('I') && edit.to.starts_with('l');
        round
            || stroke
            || given.contains(|c: char| {
                c.is_ascii_digit() || matches!(c, '\\' | '{' | '}' | '[' | ']' | '|' | '~' | '/' | '<' | '^' | '!')
            })
    };
    let tokens = tokens.iter().filter(|token| token.reads.is_some()).count();
    let words = || {
        let small =
            |edit: &&Edit| edit.rule == Rule::Word && text[edit.span.range()].bytes().all(|b| b.is_ascii_lowercase());
        mended.iter().filter(small).map(|edit| &text[edit.span.range()]).collect::<HashSet<_>>().len()
    };
    let tells = tokens + mended.iter().chain(persons).filter(odd).count();
    // Two words say as much as one such character.
    tells >= TELLS || words() + tells * WORDS / TELLS >= WORDS
}

/// What words are not looked for in: tokens and what is edited already.
fn protected(edits: &[Edit], tokens: &[Token]) -> Vec<Span> {
    let mut spans: Vec<Span> =
        edits.iter().map(|edit| edit.span).chain(tokens.iter().map(|token| token.span)).collect();
    spans.sort_unstable();
    spans.dedup_by(|next, span| {
        let joined = span.overlaps(*next);
        if joined {
            *span = span.cover(*next);
        }
        joined
    });
    spans
}

#[cfg(test)]
mod tests {
    use super::is_scanned;
    use crate::text::{Edit, Reading, Rule, Span};

    #[test]
    fn a_scan_is_known_by_many_misread_words_without_odd_characters() {
        let few = "The rcport of the Sccretary-General looks at prcvention.\n";
        let more =
            "It rcminds the Assemhly of its prornise, and of the lessons lcarned in the ficld by the cornmission.\n";
        assert_eq!(Reading::of(few).text(), few);
        let read = Reading::of(&format!("{few}{more}"));
        assert!(read.text().contains("lessons learned in the field by the commission"), "{}", read.text());
        assert!(read.text().contains("looks at prevention"), "{}", read.text());
    }

    #[test]
    fn words_and_odd_characters_tell_a_scan_together() {
        let text = "dialoguc meetlng w1th t0";
        let edit = |from: &str, to: &str| {
            let at = text.find(from).expect("the word");
            Edit::new(Span::new(at..at + from.len()), to.to_owned(), Rule::Word)
        };
        let odd = [edit("w1th", "with"), edit("t0", "to")];
        let scanned = |words: &[Edit]| is_scanned(text, &[], &[words, &odd].concat(), &[]);
        assert!(scanned(&[edit("dialoguc", "dialogue"), edit("meetlng", "meeting")]));
        assert!(!scanned(&[edit("dialoguc", "dialogue")]));
    }
}
