//! Words that were read for other words of the language: `will he held`, `an the prevention`.
//!
//! One pass over the runs of characters stops at the few words that [are so mistaken](super::confusions), and asks what
//! stands around them. What leaves it open stays.

use std::ops::Range;

use super::confusions::{Around, CONFUSIONS};
use super::scan;
use crate::text::edit::{Edit, Rule};
use crate::text::span::Span;

/// The edits that put the words in their places, in order.
pub fn mistaken(text: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    let (mut farther, mut left) = (0..0, 0..0);
    for run in runs(text) {
        if may_be_confused(&text.as_bytes()[run.clone()]) {
            edits.extend(mistake(text, &farther, &left, &run));
        }
        farther = std::mem::replace(&mut left, run);
    }
    edits
}

/// The runs of characters between white space.
fn runs(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + bytes[at..].iter().position(|byte| !byte.is_ascii_whitespace())?;
        let length = bytes[start..].iter().position(u8::is_ascii_whitespace);
        at = length.map_or(bytes.len(), |length| start + length);
        Some(start..at)
    })
}

/// Whether a run is as long as such a word with a mark or two, and begins as one: most runs do not.
fn may_be_confused(run: &[u8]) -> bool {
    const LONGEST: usize = 8;
    if run.len() > LONGEST {
        return false;
    }
    // Most stand bare.
    let bare = run.first().is_some_and(u8::is_ascii_lowercase);
    let marks = || run.iter().take_while(|byte| !byte.is_ascii_alphanumeric()).count();
    match &run[if bare { 0 } else { marks() }..] {
        [first @ b'a'..=b'z', second @ b'a'..=b'z', ..] => {
            BEGINNINGS[usize::from(first - b'a')] >> (second - b'a') & 1 == 1
        }
        _ => false,
    }
}

/// For each first letter of the words that are confused, their second letters, a bit for each.
static BEGINNINGS: [u32; 26] = beginnings();

const fn beginnings() -> [u32; 26] {
    let mut beginnings = [0; 26];
    let mut at = 0;
    while at < CONFUSIONS.len() {
        let word = CONFUSIONS[at].given.as_bytes();
        beginnings[(word[0] - b'a') as usize] |= 1 << (word[1] - b'a');
        at += 1;
    }
    beginnings
}

/// The edit that puts the word of a run in its place, where it was another.
fn mistake(text: &str, farther: &Range<usize>, left: &Range<usize>, run: &Range<usize>) -> Option<Edit> {
    let (lead, core, tail) = scan::trim(&text[run.clone()]);
    let mut pairs = CONFUSIONS.iter().filter(|pair| pair.given == core).peekable();
    pairs.peek()?;
    let next = scan::chunk_after(text.as_bytes(), run.end).unwrap_or(run.end..run.end);
    let beyond = scan::chunk_after(text.as_bytes(), next.end).unwrap_or(next.end..next.end);
    let (lead_next, right, tail_next) = scan::trim(&text[next]);
    let (lead_beyond, beyond, _) = scan::trim(&text[beyond]);
    let bare_next = lead_next == 0 && tail == 0;
    let behind = |run: &Range<usize>| match scan::trim(&text[run.clone()]) {
        (_, word, 0) => word,
        _ => "",
    };
    let around = Around {
        farther: behind(farther),
        left: if lead == 0 { behind(left) } else { "" },
        right: if bare_next { right } else { "" },
        beyond: if bare_next && tail_next == 0 && lead_beyond == 0 { beyond } else { "" },
    };
    let pair = pairs.find(|pair| pair.is_told(&around))?;
    let start = run.start + lead;
    Some(Edit::new(Span::new(start..start + core.len()), pair.meant, Rule::Word))
}

#[cfg(test)]
mod tests {
    use super::mistaken;

    fn read(text: &str) -> String {
        let mut read = text.to_owned();
        for edit in mistaken(text).into_iter().rev() {
            read.replace_range(edit.span.range(), &edit.to);
        }
        read
    }

    #[test]
    fn grammar_tells_words_that_were_read_for_others() {
        for (given, reads) in [
            ("will he held on", "will be held on"),
            ("the report that will he before us", "the report that will be before us"),
            ("may nevertheless he heard.", "may nevertheless be heard."),
            ("continue to he committed", "continue to be committed"),
            ("There will he an opportunity", "There will be an opportunity"),
            ("the dialogue wall serve to", "the dialogue will serve to"),
            ("The Assembly will bold its meeting", "The Assembly will hold its meeting"),
            ("Adviser an the Prevention", "Adviser on the Prevention"),
            ("The fist of speakers", "The list of speakers"),
            ("to he effective, it has to he the first", "to be effective, it has to be the first"),
        ] {
            assert_eq!(read(given), reads);
        }
    }

    #[test]
    fn the_phrases_tell_words_between_their_neighbours() {
        for (given, reads) in [
            ("the Office an Genocide Prevention", "the Office on Genocide Prevention"),
            ("assurances of ray highest consideration", "assurances of my highest consideration"),
            ("opening end closing sessions", "opening and closing sessions"),
        ] {
            assert_eq!(read(given), reads);
        }
    }

    #[test]
    fn all_words_are_looked_at() {
        let words = super::CONFUSIONS.iter().map(|pair| pair.given);
        words.for_each(|word| assert!(super::may_be_confused(format!("({word}.").as_bytes()), "{word}"));
    }

    #[test]
    fn what_may_be_meant_stays() {
        for text in [
            "should he need it, will he agree, he held that, said to. He held",
            "the sea wall serve, a wall be built, will bold ideas",
            "an all-day meeting, an idea, with an iron fist of",
            "humanitarian aid crimes, to the end closing",
            "the fist of the dictator, the fist of steel",
            "According to he who spoke, the border wall also serve, a garden wall be",
        ] {
            assert_eq!(read(text), text);
        }
    }
}
