//! What a page holds and does not show.

use std::collections::BTreeSet;

use super::found::{Found, edit};

/// No title of a page is longer, nor what stands between it and the heading that it is shown as.
const LONGEST_TITLE: usize = 8_000;

/// No tag has a longer name.
pub(super) const LONGEST_NAME: usize = 24;

/// What a page holds and does not show, by the name of its tag.
const UNSHOWN: [&str; 3] = ["style", "script", "svg"];

/// What a text closes: where each kind of what is not shown is closed last, behind which no closing tag is looked for, and
/// the names of its other closing tags, in small letters.
pub(super) struct Closers {
    comment: Option<usize>,
    unshown: [Option<usize>; UNSHOWN.len()],
    names: BTreeSet<String>,
}

impl Closers {
    pub(super) fn of(text: &str) -> Self {
        let last = |name| text.rmatch_indices("</").map(|(at, _)| at).find(|&at| closes(text, at, name).is_some());
        let name = |(at, _): (usize, &str)| {
            let rest = &text.as_bytes()[at + "</".len()..];
            let length =
                rest.iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'-').take(LONGEST_NAME);
            text[at + "</".len()..][..length.count()].to_ascii_lowercase()
        };
        let names = text.match_indices("</").map(name).collect();
        Self { comment: text.rfind("-->"), unshown: UNSHOWN.map(last), names }
    }

    /// Whether a tag of this name, in small letters, is closed somewhere.
    pub(super) fn close(&self, name: &str) -> bool {
        self.names.contains(name)
    }
}

/// Where the tag that closes `name` ends, if it begins at `start`.
fn closes(text: &str, start: usize, name: &str) -> Option<usize> {
    let rest = text[start..].strip_prefix("</")?;
    let behind =
        rest.get(name.len()..).filter(|_| rest.as_bytes()[..name.len()].eq_ignore_ascii_case(name.as_bytes()))?;
    let bracket = behind.trim_ascii_start().strip_prefix('>')?;
    Some(text.len() - bracket.len())
}

/// A comment, the type of the document, or an instruction to who reads it: `<!-- … -->`, `<!DOCTYPE html>`, `<?xml …?>`.
pub(super) fn declaration(text: &str, start: usize, closers: &Closers) -> Found {
    const TOLD: [&str; 3] = ["<!doctype", "<![", "<?xml"];
    let rest = &text[start..];
    if rest.starts_with("<!--") {
        closers.comment.filter(|&last| last > start)?;
        return Some(edit(start..start + rest.find("-->")? + 3, ""));
    }
    let given = |told: &&str| rest.get(..told.len()).is_some_and(|given| given.eq_ignore_ascii_case(told));
    TOLD.iter().find(|told| given(told))?;
    let end = 1 + rest[1..].find(['<', '>'])?;
    rest[end..].starts_with('>').then(|| edit(start..start + end + 1, ""))
}

/// What a page does not show: its style, its scripts, its drawings, and its title, where a heading says what it is.
pub(super) fn unshown(text: &str, start: usize, closers: &Closers) -> Found {
    let begins = |name: &str| {
        let inner = start + 1 + name.len();
        let given = text.get(start + 1..inner)?;
        let named = given.eq_ignore_ascii_case(name) && text[inner..].starts_with(['>', ' ', '\n', '\r', '\t']);
        named.then_some(inner)
    };
    if let Some(inner) = begins("title") {
        let near = |from: usize| &text[from..text.floor_char_boundary(from + LONGEST_TITLE)];
        let close = inner + near(inner).find("</")?;
        let end = closes(text, close, "title")?;
        let headed = near(end).contains("<h1") || near(end).contains("<H1");
        return headed.then(|| edit(start..end, "\n"));
    }
    let (inner, last) = UNSHOWN.iter().zip(closers.unshown).find_map(|(name, last)| Some((begins(name)?, last)))?;
    last.filter(|&last| last > start)?;
    let name = &text[start + 1..inner];
    let end = text[inner..].match_indices("</").find_map(|(at, _)| closes(text, inner + at, name))?;
    Some(edit(start..end, "\n"))
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
    fn however_long_it_is_what_is_not_shown_is_left_out() {
        let long = "p.MsoNormal { margin: 0 }\n\n".repeat(2_000);
        for hidden in [
            format!("<style>{long}</style>"),
            format!("<STYLE type='text/css'>{long}</Style >"),
            format!("<!--[if gte mso 9]>{long}<![endif]-->"),
            format!("<svg viewBox='0 0 1 1'>{long}</svg>"),
            format!("<!DOCTYPE html PUBLIC '{}'>", "x".repeat(900)),
        ] {
            assert_eq!(shown(&format!("Purpose{hidden}")).trim_end(), "Purpose");
        }
        assert_eq!(shown("<title>Note</title><h1>Information note</h1>"), "\n\n# Information note\n");
        assert_eq!(shown("<title>Note</title><p>Purpose</p>"), "\nNote\n\nPurpose\n");
    }

    #[test]
    fn what_is_never_closed_is_shown() {
        for text in ["<!-- Purpose", "<style>Purpose", "</style><style>Purpose", "<script>a</style>", "<stylesheet>"] {
            assert!(shown(text).contains('<'), "{text}");
        }
    }
}
