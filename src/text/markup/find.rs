//! The single pass that finds where markup may stand.

use std::cell::LazyCell;

use super::character::{character, entity};
use super::markdown::{emphasis, link, link_end};
use super::tag::{raised, tag};
use super::unshown::{Closers, declaration, unshown};
use crate::text::edit::Edit;

/// The markup of `text`, in order of place.
pub(in crate::text) fn find(text: &str) -> Vec<Edit> {
    let bytes = text.as_bytes();
    let closers = LazyCell::new(|| Closers::of(text));
    let mut edits = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let found = match bytes[at] {
            b'<' => {
                let unshown = declaration(text, at, &closers).or_else(|| unshown(text, at, &closers));
                unshown.or_else(|| raised(text, at)).or_else(|| tag(text, at, &closers))
            }
            b'&' => entity(text, at),
            b'*' | b'_' | b'`' => emphasis(bytes, at),
            b'[' => link(text, at).map(|(open, close, end)| {
                edits.push(open);
                (close, end)
            }),
            b']' => link_end(text, at),
            0xC2.. => character(text, at),
            _ => None,
        };
        match found {
            Some((edit, end)) => {
                edits.extend(edit);
                at = end;
            }
            None => at += 1,
        }
    }
    edits
}

#[cfg(test)]
mod tests {
    use super::find;

    /// What is read for each piece of markup in `text`.
    fn reads(text: &str) -> Vec<String> {
        find(text).iter().map(|edit| edit.to.to_string()).collect()
    }

    #[test]
    fn a_blank_behind_a_line_s_end_sets_nothing_in() {
        let ends = |text: &str| find(text).iter().map(|edit| edit.span.range().len()).collect::<Vec<_>>();
        assert_eq!(ends("Opening <br> Ms. Ruiz<br/>Mr. Roos<br>   Mr. Sol"), ["<br> ".len(), 5, 4]);
        let row = |part: &str| format!("| {part} <br> Panellists: <br> Ms. Ana Ruiz, Mayor of Riga |\n");
        let table = format!("Programme\n\n| 10:00 | Opening |\n{}{}", row("11:00 | Water"), row("12:00 | Fire"));
        let reading = crate::text::Reading::of(&table);
        assert!(reading.blocks().iter().all(|block| block.kind != crate::text::BlockKind::Page));
    }

    #[test]
    fn two_backticks_open_a_quotation_that_other_marks_close() {
        assert_eq!(reads("entitled ``Early warning\" (A/64/864)"), ["\""]);
        assert_eq!(reads("run ``make`` and \"wait\""), ["", ""]);
    }

    #[test]
    fn misread_entities_and_closing_tags_are_read() {
        assert_eq!(reads("3.00&nhsp;p.m."), [" "]);
        assert_eq!(reads("Andr&eacutc; K&uuml;hnel"), ["é", "ü"]);
        assert_eq!(reads("AT&T;"), Vec::<String>::new());
        assert_eq!(reads("963&#8209;0877&#xA0;p.&shy;m."), ["-", " ", ""]);
        assert_eq!(reads("<p>\n<h3>Background</li3>\n").last().map(String::as_str), Some("\n"));
    }
}
