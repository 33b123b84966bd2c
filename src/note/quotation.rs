//! What a note quotes: titles between quotation marks, as they are or misread for one another.

use std::ops::Range;

/// What a quotation opens with.
pub(in crate::note) const OPENING_MARKS: [char; 4] = ['"', '“', '«', '„'];

/// The first quotation at or behind `from` that may be a title, without its marks.
pub(super) fn quoted(text: &str, mut from: usize) -> Option<Range<usize>> {
    const CLOSES: [char; 4] = ['"', '”', '“', '»'];
    // Most texts quote nothing, which their bytes tell: all marks but one are beyond ASCII.
    if text[from..].is_ascii() && !text[from..].contains('"') {
        return None;
    }
    loop {
        let open = from + text[from..].find(OPENING_MARKS)?;
        let mark = text[open..].chars().next()?;
        let start = open + mark.len_utf8();
        let close = start + text[start..].find(CLOSES)?;
        let inner = text[start..close].trim_end_matches([',', '.', ' ']);
        let lead = inner.len() - inner.trim_start().len();
        if inner.len() >= 260 {
            // So long a quotation was never closed: what closes it opens another.
            from = close;
        } else if inner.trim().len() > 3 {
            return Some(start + lead..start + inner.len());
        } else {
            from = after_quote(text, close);
        }
    }
}

/// Where the text goes on behind the mark that closes a quotation whose words end at `end`.
pub(super) fn after_quote(text: &str, end: usize) -> usize {
    let behind = text[end..].char_indices().find(|(_, c)| matches!(c, '"' | '”' | '“' | '»'));
    behind.map_or(text.len(), |(at, mark)| end + at + mark.len_utf8())
}
