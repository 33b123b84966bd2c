//! Markdown's emphasis, links and marks of footnotes.

use std::ops::Range;

use super::found::{Found, edit, superscript};
use crate::text::edit::{Edit, Rule};
use crate::text::span::Span;

/// No words of a link are longer, and no address with its title.
const LONGEST_WORDS: usize = 200;
const LONGEST_ADDRESS: usize = 400;

/// Asterisks, underscores and backticks that hug a word; a bullet, and a line to write on, stay.
pub(super) fn emphasis(bytes: &[u8], start: usize) -> Found {
    let mark = bytes[start];
    let run = bytes[start..].iter().take_while(|&&b| b == mark).count();
    let end = start + run;
    let blank = |b: Option<&u8>| b.is_none_or(u8::is_ascii_whitespace);
    let (before, after) = (start.checked_sub(1).map(|i| &bytes[i]), bytes.get(end));
    let hugs = match mark {
        _ if run > 3 => false,
        b'`' => true,
        // Within a word an underscore is the word's own.
        b'_' => !(before.is_some_and(u8::is_ascii_alphanumeric) && after.is_some_and(u8::is_ascii_alphanumeric)),
        _ => true,
    };
    if mark == b'`' && run == 2 && opens_quotation(&bytes[end..]) {
        return Some(edit(start..end, "\""));
    }
    // A star alone in its paragraph emphasizes nothing: it marks a footnote.
    let lone = || mark == b'*' && !has_partner(bytes, start..end);
    if hugs && !(blank(before) && blank(after)) && !lone() { Some(edit(start..end, "")) } else { Some((None, end)) }
}

/// How far from a star the other one of a pair stands, in bytes.
const EMPHASIS_MAX: usize = 2_000;

/// Whether another star stands in the same paragraph, no bullet at a line's start; behind a word, one that opens before it.
fn has_partner(bytes: &[u8], star: Range<usize>) -> bool {
    let blank = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_none_or(u8::is_ascii_whitespace);
    let closes = !blank(star.start.checked_sub(1)) && !bytes.get(star.end).is_some_and(u8::is_ascii_alphanumeric);
    let is_star = |at: usize| bytes[at] == b'*' && !(starts_line(bytes, at) && bytes.get(at + 1) == Some(&b' '));
    let opens = |at: usize| is_star(at) && blank(at.checked_sub(1)) && !blank(Some(at + 1));
    let parts = |at: usize| bytes[at] == b'\n' && bytes.get(at + 1) == Some(&b'\n');
    let mut before = (star.start.saturating_sub(EMPHASIS_MAX)..star.start).rev().take_while(|&at| !parts(at));
    let mut behind = (star.end..bytes.len().min(star.end + EMPHASIS_MAX)).take_while(|&at| !parts(at));
    if closes { before.any(opens) } else { before.any(is_star) || behind.any(is_star) }
}

/// Whether nothing but spaces stands before `at` on its line.
fn starts_line(bytes: &[u8], at: usize) -> bool {
    bytes[..at].iter().rev().find(|&&byte| byte != b' ').is_none_or(|&byte| byte == b'\n')
}

/// Whether the quotation that two backticks may open is closed behind them by another mark than theirs: ``Early warning".
fn opens_quotation(behind: &[u8]) -> bool {
    const LONGEST_QUOTATION: usize = 260;
    let near = &behind[..behind.len().min(LONGEST_QUOTATION)];
    let closes =
        |at: &usize| [&b"\""[..], b"''", "”".as_bytes(), b"``"].iter().any(|mark| near[*at..].starts_with(mark));
    let words = near.first().is_some_and(u8::is_ascii_alphanumeric);
    words && (0..near.len()).find(closes).is_some_and(|at| near[at] != b'`')
}

/// `[words](address)`: the opening bracket's edit now, the rest where the words end. `[^1]` is a footnote's mark.
pub(super) fn link(text: &str, start: usize) -> Option<(Edit, Option<Edit>, usize)> {
    let window = &text[start + 1..];
    let close = partner(window.as_bytes().iter().take(LONGEST_WORDS + 1), b'[', b']')?;
    let open = |length: usize, reads: &'static str| Edit::new(Span::new(start..start + length), reads, Rule::Markup);
    if let Some(number) = window[..close].strip_prefix('^') {
        let digits = !number.is_empty() && number.len() <= 2 && number.bytes().all(|b| b.is_ascii_digit());
        let after = usize::from(window[close + 1..].starts_with(':'));
        // Written as its superscript, so that it is read as one.
        let reads = superscript(number);
        let end = start + close + 2 + after;
        return digits.then(|| (Edit::new(Span::new(start..end), reads, Rule::Markup), None, end));
    }
    link_end(text, start + 1 + close)?;
    Some((open(1, ""), None, start + 1))
}

/// How many bytes stand between a bracket and the one that is its partner, on its line.
fn partner<'b>(bytes: impl Iterator<Item = &'b u8>, own: u8, other: u8) -> Option<usize> {
    let mut depth = 0;
    bytes.take_while(|&&byte| byte != b'\n').position(|&byte| {
        depth += i32::from(byte == own) - i32::from(byte == other);
        depth < 0
    })
}

/// The `](address)` that ends a link, with a title behind the address or not, where the link begins near before it.
pub(super) fn link_end(text: &str, start: usize) -> Found {
    let rest = text[start + 1..].strip_prefix('(')?;
    let near = &text.as_bytes()[start.saturating_sub(LONGEST_WORDS + 1)..start];
    partner(near.iter().rev(), b']', b'[')?;
    let rest = &rest[..rest.floor_char_boundary(LONGEST_ADDRESS)];
    // `https://un.org/note_(2)` closes its own brackets.
    let ends = rest.find([' ', '\n']);
    let address = partner(rest.as_bytes().iter(), b'(', b')').filter(|at| ends.is_none_or(|end| at < &end)).or(ends)?;
    // `[A/63/677](2009)` is none.
    if !rest[..address].contains(['/', '.', '#', ':', '@']) {
        return None;
    }
    let close = address + if rest[address..].starts_with(')') { 0 } else { title(&rest[address..])? };
    Some(edit(start..start + 2 + close + 1, ""))
}

/// Where the bracket closes behind a link's title in quotation marks, a blank before it: ` "Concept note")`.
fn title(text: &str) -> Option<usize> {
    let given = text.trim_start_matches(' ');
    let mark = given.chars().next().filter(|mark| matches!(mark, '"' | '\''))?;
    let words = given[1..].find([mark, '\n']).filter(|&end| given[1 + end..].starts_with(mark))?;
    let behind = given[words + 2..].trim_start_matches(' ');
    behind.starts_with(')').then(|| text.len() - behind.len())
}

#[cfg(test)]
mod tests {
    use crate::text::markup::find;

    /// A text without its markup.
    fn shown(text: &str) -> String {
        let mut shown = text.to_owned();
        for edit in find(text).into_iter().rev() {
            shown.replace_range(edit.span.range(), &edit.to);
        }
        shown
    }

    #[test]
    fn a_link_is_left_out_whole_or_not_at_all() {
        for (text, read) in [
            ("See the [concept note](https://un.org/note).", "See the concept note."),
            ("See the [concept note](https://un.org/note \"Concept note\").", "See the concept note."),
            ("See [the *note*](/note 'A note' ), too.", "See the note, too."),
            ("See the [note](https://un.org/note_(2)).", "See the note."),
            ("[![Seal](seal.png)](https://un.org)", "!Seal"),
        ] {
            assert_eq!(shown(text), read);
        }
        let long = "concept note ".repeat(40);
        for text in [
            "See the [note](a b).",
            "See the [note](https://un.org/note \"Concept note).",
            "See the [note](https://un.org/note and more).",
            "See [A/63/677](2009), and note](https://un.org/note).",
            "See [the report of [2009] and note(https://un.org/note).",
            &format!("See the [{long}](https://un.org/note)."),
        ] {
            assert_eq!(shown(text), text);
        }
    }
}
