//! Footnotes' marks in brackets within running text: `topic.[1]`, `Charter (2)`.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Range;

/// The numbers in brackets that stand close behind a word or its punctuation, each as it is printed with its places in order.
pub(super) struct BracketedMarks<'t> {
    text: &'t str,
    /// They, once they are asked for.
    marks: OnceCell<BTreeMap<&'t str, Vec<usize>>>,
}

impl<'t> BracketedMarks<'t> {
    /// Those in `text`.
    pub(super) fn of(text: &'t str) -> Self {
        Self { text, marks: OnceCell::new() }
    }

    /// The first place of `marker` within `range`, with the space before it.
    pub(super) fn first_in(&self, range: Range<usize>, marker: &str) -> Option<Range<usize>> {
        let places = self.marks.get_or_init(|| marks(self.text)).get(marker)?;
        let at = *places.get(places.partition_point(|&at| at < range.start))?;
        let start = at - usize::from(self.text[..at].ends_with(' '));
        (at + marker.len() <= range.end).then_some(start..at + marker.len())
    }
}

/// The marks in `text`, those of either kind in order.
fn marks(text: &str) -> BTreeMap<&str, Vec<usize>> {
    let mut marks: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, _) in text.match_indices('[').chain(text.match_indices('(')) {
        if let Some(mark) = numbered(&text[at..]).filter(|mark| follows_word(text, at, at + mark.len())) {
            marks.entry(mark).or_default().push(at);
        }
    }
    marks
}

/// The number of up to three digits, its brackets with it, that `text` begins with.
fn numbered(text: &str) -> Option<&str> {
    let digits = text[1..].bytes().take(4).take_while(u8::is_ascii_digit).count();
    let close = if text.starts_with('[') { ']' } else { ')' };
    ((1..=3).contains(&digits) && text[1 + digits..].starts_with(close)).then(|| &text[..digits + 2])
}

/// Whether what stands at `start..end` follows a word of small letters, its punctuation between them or not, or a number with
/// its punctuation (`resolution 75/277.(2)`), or a year (`the Summit of 2005(1)`), and nothing goes on behind it; before a square bracket a space may stand.
fn follows_word(text: &str, start: usize, end: usize) -> bool {
    let square = text[start..].starts_with('[');
    let head = text[..start].strip_suffix(' ').filter(|_| square).unwrap_or(&text[..start]);
    let start = head.len();
    let before = head.trim_end_matches(['.', ',', ';', ':', ')', '"', '”', '’']);
    let word = before.chars().rev().take(3).filter(|c| c.is_lowercase()).count() == 3;
    let number = before.len() < start && before.ends_with(|c: char| c.is_ascii_digit());
    (word || number || ends_with_year(head)) && !text[end..].starts_with(|c: char| c.is_alphanumeric())
}

/// Whether words end with a year, as far as four digits can tell.
fn ends_with_year(words: &str) -> bool {
    let digits = words.bytes().rev().take_while(u8::is_ascii_digit).count();
    let year = &words[words.len() - digits..];
    digits == 4 && (year.starts_with("19") || year.starts_with("20"))
}

#[cfg(test)]
mod tests {
    use super::BracketedMarks;

    #[test]
    fn a_mark_stands_close_behind_a_word() {
        let text = "(1) What is it?\non the topic.[1] Three (3) minutes, a State[12] and the rest(3)";
        let marks = BracketedMarks::of(text);
        assert_eq!(marks.first_in(0..text.len(), "[1]"), Some(29..32));
        assert_eq!(marks.first_in(0..29, "[1]"), None);
        assert!(marks.first_in(0..text.len(), "(1)").is_none(), "an item's number");
        assert_eq!(marks.first_in(0..text.len(), "(3)"), Some(text.len() - 3..text.len()));
        let spaced = "in the Outcome. [1] The concept [2], and\n[3] A note";
        let marks = BracketedMarks::of(spaced);
        assert_eq!(marks.first_in(0..spaced.len(), "[1]"), Some(15..19), "the space goes with it");
        assert_eq!(marks.first_in(0..spaced.len(), "[2]").map(|at| &spaced[at]), Some(" [2]"));
        assert!(marks.first_in(0..spaced.len(), "[3]").is_none(), "a line's start");
        let dated = "the Summit of 2005(1) and room 4005(2)";
        let marks_in = BracketedMarks::of(dated);
        assert!(
            marks_in.first_in(0..dated.len(), "(1)").is_some() && marks_in.first_in(0..dated.len(), "(2)").is_none()
        );
        let cited = "by resolution 75/277.(2) Article 4(1) stands, and call 212-963-1234 (3) for it";
        let marks = BracketedMarks::of(cited);
        assert!(marks.first_in(0..cited.len(), "(2)").is_some());
        assert!(["(1)", "(3)"].iter().all(|mark| marks.first_in(0..cited.len(), mark).is_none()));
    }
}
