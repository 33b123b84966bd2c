//! Numbers and letters that a tab sets off from the paragraph, heading or item that they count: a word processor's numbering
//! pasted as text. The tab parts no cells of a table there.

/// How many bytes such a mark takes at the start of a line's words, the tabs behind it among them: `2.1→The meeting`,
/// `A.→Background`, `(a)→to consider`. Zero where none stands there.
pub(super) fn lead(words: &str) -> usize {
    let Some((mark, rest)) = words.split_once('\t') else { return 0 };
    if counts(mark.trim_end()) { words.len() - rest.trim_start().len() } else { 0 }
}

/// Whether a mark counts or is a bullet: `1.`, `2.1`, `3.1.`, `A.`, `(iv)`, `b)`, `[1]`, `•`; `10.30` is an hour.
fn counts(mark: &str) -> bool {
    if is_single_bullet(mark) {
        return true;
    }
    let bare = mark.trim_start_matches(['(', '[']).trim_end_matches([')', ']', '.']);
    let digits = |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    match bare.split_once('.') {
        Some((section, paragraph)) => digits(section, 2) && digits(paragraph, 1),
        None => bare.len() < mark.len() && (digits(bare, 2) || is_letter(bare) || is_numeral(bare)),
    }
}

fn is_single_bullet(mark: &str) -> bool {
    let mut chars = mark.chars();
    let first = chars.next().is_some_and(|c| matches!(c, '-' | '–' | '—' | '*' | 'o') || is_bullet(c));
    first && chars.next().is_none()
}

/// Whether a sign is a bullet wherever a line begins with it.
pub(super) fn is_bullet(sign: char) -> bool {
    matches!(
        sign,
        '•' | '■' | '▪' | '●' | '○' | '◦' | '‣' | '□' | '·' | '➢' | '►' | '✓' | '\u{F0B7}' | '\u{F0A7}' | '§'
    )
}

fn is_letter(mark: &str) -> bool {
    mark.len() == 1 && mark.bytes().all(|b| b.is_ascii_alphabetic())
}

fn is_numeral(mark: &str) -> bool {
    (1..=5).contains(&mark.len()) && mark.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'i' | b'v' | b'x' | b'l'))
}

#[cfg(test)]
mod tests {
    use super::lead;
    use crate::text::{BlockKind, Reading};

    #[test]
    fn a_mark_is_told_from_a_table_s_first_cell() {
        for mark in ["1.", "12.", "2.1", "3.1.", "A.", "II.", "Il.", "(a)", "b)", "(iv)", "[1]", "•", "–"] {
            assert_eq!(lead(&format!("{mark}\tWords\tand more")), mark.len() + 1, "{mark}");
        }
        for cell in ["10.30", "10:00", "10 a.m.", "2019", "1", "Time", "Item.", ""] {
            assert_eq!(lead(&format!("{cell}\tWords")), 0, "{cell}");
        }
    }

    #[test]
    fn a_tab_that_sets_in_a_paragraph_makes_no_row() {
        let kinds = |text: &str| {
            let reading = Reading::of(text);
            reading.blocks().iter().map(|block| block.kind).collect::<Vec<_>>()
        };
        let wrapped = "\tFurther to my letter of 28 June 2010, I wish to invite your delegation to\nthe dialogue.\n";
        assert_eq!(kinds(wrapped), [BlockKind::Text]);
        let long = format!("\t{}\n", "I wish to invite your delegation to an informal dialogue. ".repeat(3));
        assert_eq!(kinds(&long), [BlockKind::Text]);
        assert_eq!(kinds("10.30\tOpening\n\tMs. Ana Ruiz, Chair\n10.40\tPanel\n"), [BlockKind::Row; 3]);
        assert_eq!(kinds("•\tWhich measures have been\n\tfound to work?\n")[0], BlockKind::Item);
    }

    #[test]
    fn what_a_mark_counts_is_no_row() {
        let reading = Reading::of("A.\tBackground\n\n(a)\tto consider;\n(b)\tto take stock.\n10.30\tOpening\n");
        let blocks: Vec<_> = reading.blocks().iter().map(|block| (reading.block_text(block), block.kind)).collect();
        let text = |words| (words, BlockKind::Text);
        let counted = [text("A. Background"), text("(a) to consider;"), text("(b) to take stock.")];
        assert_eq!(blocks[..3], counted);
        assert_eq!(blocks[3], ("10.30\tOpening", BlockKind::Row));
    }
}
