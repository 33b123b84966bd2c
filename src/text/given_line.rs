//! The lines of a text as it was given.

/// A line, by byte offsets.
pub(super) struct GivenLine {
    /// Where it begins.
    pub(super) start: usize,
    /// Where its last word ends; where it begins, if it has none.
    pub(super) end: usize,
    /// Where its line feed stands, or the carriage return that is none.
    pub(super) feed: usize,
}

/// The lines of `text`, as line feeds and carriage returns part them.
pub(super) fn lines(text: &str) -> impl Iterator<Item = GivenLine> + '_ {
    let bytes = text.as_bytes();
    // A search for one character is far quicker than one for two.
    let returns = text.contains('\r');
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at;
        let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
        let length = if returns { rest.find(['\n', '\r']) } else { rest.find('\n') };
        let stop = start + length.unwrap_or(rest.len());
        let feed = stop + usize::from(bytes[stop..].starts_with(b"\r\n"));
        at = feed + 1;
        let end = start + text[start..stop].trim_end_matches([' ', '\t']).len();
        Some(GivenLine { start, end, feed })
    })
}

impl GivenLine {
    /// Whether it has no words.
    pub(super) fn is_blank(&self) -> bool {
        self.start == self.end
    }
}
