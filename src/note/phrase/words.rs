//! The words of a text.

use std::ops::Range;

/// The words of `text`: letters, digits, and hyphens and apostrophes within.
pub(in crate::note) fn words(text: &str) -> Words<'_> {
    Words { text, at: 0 }
}

/// See [`words`].
pub(in crate::note) struct Words<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for Words<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let (text, bytes) = (self.text, self.text.as_bytes());
        let kind = |at: usize| bytes.get(at).map(|&byte| KINDS[usize::from(byte)]);
        let mut at = self.at;
        loop {
            match kind(at)? {
                Kind::Letter => break,
                Kind::Tie | Kind::Mark => at += 1,
                Kind::Wide => match other_letter(text, at) {
                    (_, true) => break,
                    (width, false) => at += width,
                },
            }
        }
        let (start, mut end) = (at, at);
        loop {
            let letters = bytes[at..].iter().take_while(|&&byte| matches!(KINDS[usize::from(byte)], Kind::Letter));
            let run = letters.count();
            if run > 0 {
                at += run;
                end = at;
            }
            match kind(at) {
                Some(Kind::Tie) => at += 1,
                Some(Kind::Wide) => {
                    let (width, letter) = other_letter(text, at);
                    at += width;
                    if letter {
                        end = at;
                    } else if !text[..at].ends_with('’') {
                        break;
                    }
                }
                _ => {
                    at += 1;
                    break;
                }
            }
        }
        self.at = at;
        Some(start..end)
    }
}

/// What a byte is to a word.
#[derive(Clone, Copy)]
enum Kind {
    /// An ASCII letter or digit.
    Letter,
    /// A hyphen or an apostrophe.
    Tie,
    /// Part of a character beyond ASCII.
    Wide,
    Mark,
}

static KINDS: [Kind; 256] = {
    let mut kinds = [Kind::Mark; 256];
    let mut byte = 0;
    while byte < kinds.len() {
        kinds[byte] = match byte as u8 {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => Kind::Letter,
            b'-' | b'\'' => Kind::Tie,
            0x80.. => Kind::Wide,
            _ => Kind::Mark,
        };
        byte += 1;
    }
    kinds
};

/// How many bytes the character at `at` takes, which is none of ASCII, and whether it is a letter.
fn other_letter(text: &str, at: usize) -> (usize, bool) {
    text[at..].chars().next().map_or((1, false), |c| (c.len_utf8(), c.is_alphanumeric()))
}
