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
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at;
        let length =
            bytes.get(start..).filter(|rest| !rest.is_empty())?.iter().position(|b| matches!(b, b'\n' | b'\r'));
        let stop = length.map_or(bytes.len(), |length| start + length);
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
