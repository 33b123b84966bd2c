//! The `I` of letters, which stands alone and has no shape of its own: a scanner takes it for another stroke (`| have`), for a
//! bracket (`{t reaffirms`; square ones are told in [`super::shapes`]), or for the first letter of the word behind it (`Tam
//! pleased`, `Lhave`).
//!
//! One pass over the runs of characters; what stands behind an `I` decides. See [`VERBS`].

use std::ops::Range;

use crate::text::byte_set::byte_set;
use crate::text::edit::{Edit, Rule};
use crate::text::lexicon;
use crate::text::span::Span;

/// What stands behind `I` in a letter.
const VERBS: [&str; 45] = [
    "am",
    "have",
    "had",
    "was",
    "will",
    "shall",
    "would",
    "should",
    "may",
    "must",
    "can",
    "wish",
    "hope",
    "trust",
    "look",
    "intend",
    "invite",
    "write",
    "thank",
    "refer",
    "count",
    "rely",
    "attach",
    "enclose",
    "take",
    "urge",
    "encourage",
    "request",
    "ask",
    "recall",
    "note",
    "circulated",
    "propose",
    "plan",
    "avail",
    "convene",
    "draw",
    "welcome",
    "believe",
    "remain",
    "also",
    "therefore",
    "kindly",
    "further",
    "informed",
];

/// What stands behind `I am`, which tells it from `1 am`, an hour, and from a name.
const AM: [&str; 20] = [
    "pleased",
    "writing",
    "grateful",
    "confident",
    "honoured",
    "honored",
    "delighted",
    "glad",
    "happy",
    "convinced",
    "sure",
    "aware",
    "inviting",
    "convening",
    "attaching",
    "enclosing",
    "looking",
    "also",
    "therefore",
    "certain",
];

/// The characters that an `I` may have been taken for.
static IS_STROKE: [bool; 256] = byte_set(b"|]{[!1lIJTLf");

/// The edits of such shapes in `text`, in order.
pub fn first_person(text: &str) -> Vec<Edit> {
    let bytes = text.as_bytes();
    let strokes = bytes.iter().enumerate().filter(|&(_, &byte)| IS_STROKE[usize::from(byte)]).map(|(at, _)| at);
    let begins = |at: &usize| at.checked_sub(1).is_none_or(|before| bytes[before].is_ascii_whitespace());
    strokes.filter(begins).filter_map(|start| edit(text, start)).collect()
}

/// The edit of the run of characters that begins with a stroke at `start`.
fn edit(text: &str, start: usize) -> Option<Edit> {
    let length = text.as_bytes()[start..].iter().position(u8::is_ascii_whitespace);
    let run = start..length.map_or(text.len(), |length| start + length);
    let (stroke, rest) = (char::from(text.as_bytes()[start]), &text[start + 1..run.end]);
    match stroke {
        'f' if !rest.is_empty() => None,
        '[' if rest != "tis" => None,
        _ if !rest.is_empty() => run_in(text, &run, stroke, rest),
        _ => {
            let before = text[..start].trim_ascii_end();
            let gap = text.as_bytes()[before.len()..start].iter();
            let paragraph = stroke.is_ascii_alphabetic() && gap.filter(|&&byte| byte == b'\n').nth(1).is_some();
            alone(text, &run, stroke, paragraph || before.ends_with(['.', ',', ';', ':']))
        }
    }
}

/// A stroke by itself, which stands before a verb; a letter or a digit is one only where a clause `opens` with it
/// (`Article 1 may`), an f anywhere, a pipe only where it parts no cells.
fn alone(text: &str, run: &Range<usize>, stroke: char, opens: bool) -> Option<Edit> {
    let own = stroke == 'I' || stroke.is_ascii_alphanumeric() && stroke != 'f' && !opens;
    let read = !own && says_verb(&text[run.end..]) && !(stroke == '|' && parts_cells(text, run));
    read.then(|| Edit::new(Span::new(run.clone()), "I", Rule::Character))
}

/// Whether another pipe stands near on the line of the one at `pipe`, as in a table's row.
fn parts_cells(text: &str, pipe: &Range<usize>) -> bool {
    /// How far to either side is looked, in bytes.
    const NEAR: usize = 200;
    let head = &text[text.ceil_char_boundary(pipe.start.saturating_sub(NEAR))..pipe.start];
    let tail = &text[pipe.end..text.floor_char_boundary(pipe.end + NEAR)];
    let head = head.rsplit('\n').next().unwrap_or_default();
    let tail = tail.split('\n').next().unwrap_or_default();
    head.contains('|') || tail.contains('|')
}

/// A stroke that the next letters ran in to: those of `It`, or a verb.
fn run_in(text: &str, run: &Range<usize>, stroke: char, rest: &str) -> Option<Edit> {
    let mark = Span::new(run.start..run.start + 1);
    let is_letter = stroke.is_ascii_alphanumeric();
    // `[tis expected`, `Itts my`
    if matches!(rest, "tis" | "tts") {
        return Some(Edit::new(Span::new(run.clone()), "It is", Rule::Split));
    }
    if matches!(rest, "t" | "n" | "s" | "f") && !is_letter {
        return Some(Edit::new(mark, "I", Rule::Character));
    }
    // A word that is one by itself, or a name, is not taken apart, but before what only `I am` stands before.
    let known = is_letter && rest != "am" && lexicon::contains(&text[run.clone()]);
    (!known && says_verb(&text[mark.end as usize..])).then(|| Edit::new(mark, "I ", Rule::Split))
}

/// Whether a text begins with a verb that stands behind `I`.
fn says_verb(text: &str) -> bool {
    let mut words = text.split_ascii_whitespace().map(|word| word.trim_end_matches([',', '.', ';']));
    match words.next() {
        Some("am") => words.next().is_some_and(|word| AM.contains(&word)),
        Some(word) => VERBS.contains(&word),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::first_person;

    fn read(text: &str) -> String {
        let mut read = text.to_owned();
        for edit in first_person(text).into_iter().rev() {
            read.replace_range(edit.span.range(), &edit.to);
        }
        read
    }

    #[test]
    fn an_i_is_read_by_what_stands_behind_it() {
        assert_eq!(
            read("2015 | have the honour, ] count on you, 1 look forward"),
            "2015 I have the honour, I count on you, I look forward"
        );
        assert_eq!(read("Tam pleased; Lhave and {intend to"), "I am pleased; I have and I intend to");
        assert_eq!(
            read("in which f informed you. [tis expected; Itts my"),
            "in which I informed you. It is expected; It is my"
        );
        assert_eq!(read("12 August 2015\n\nT have the honour"), "12 August 2015\n\nI have the honour");
        assert_eq!(read("1am writing. {t reaffirms, |n time"), "I am writing. It reaffirms, In time");
    }

    #[test]
    fn what_is_none_stays() {
        for text in [
            "Annex T may be, f. 12, part f of it\n\n1 may",
            "at 1 am on Friday, Article 1 may be read",
            "| opening | closing | Will",
            "| welcome by the President | 10 a.m. |",
            "Ms. Tam opens, note [1] of 1 May, the [s] of",
            "I have and Illicit Lamps",
        ] {
            assert_eq!(read(text), text);
        }
    }
}
