//! The paragraphs of a note as a reader counts them who is to find a quotation: by section, without headings, salutations,
//! dates and addresses; by the number that is printed before one where the note numbers its own. Linear in the text.

use std::fmt;

use serde::Serialize;

use super::words;
use crate::note::Document;
use crate::text::{Block, BlockKind};

/// A paragraph or an item of a list within its section, from 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Paragraph {
    /// The paragraph, or the one that the item follows; none for items before any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// The item.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<u32>,
}

/// The paragraph or item that each block of the reading is; none where it is neither, and none for a paragraph without a
/// number in a section that numbers its own.
pub fn paragraphs(document: &Document) -> Vec<Option<Paragraph>> {
    let reading = &document.reading;
    let mut sections = document.note.sections.iter().map(|section| reading.read_range(section.span)).peekable();
    let mut found = Vec::with_capacity(reading.blocks().len());
    let (mut section, mut count) = (0..0, Count::default());
    for block in reading.blocks() {
        while let Some(next) = sections.next_if(|next| next.start <= block.range.start) {
            (section, count) = (next, Count::default());
        }
        let text = reading.block_text(block);
        found.push(section.contains(&block.range.start).then(|| count.next(block, text)).flatten());
    }
    found
}

/// How far the paragraphs of a section are counted.
#[derive(Default)]
struct Count {
    last: Paragraph,
    /// Whether the section numbers its paragraphs.
    printed: bool,
}

impl Count {
    fn next(&mut self, block: &Block, text: &str) -> Option<Paragraph> {
        let printed = printed_number(text);
        self.last = match block.kind {
            BlockKind::Item => {
                Paragraph { item: Some(printed.or(self.last.item.map(|item| item + 1)).unwrap_or(1)), ..self.last }
            }
            BlockKind::Text if printed.is_some() => {
                self.printed = true;
                Paragraph { number: printed, item: None }
            }
            BlockKind::Text if is_running(block, text) && !self.printed => {
                Paragraph { number: Some(self.last.number.unwrap_or_default() + 1), item: None }
            }
            _ => return None,
        };
        Some(self.last)
    }
}

/// The number that is printed before a paragraph: `12. `.
fn printed_number(text: &str) -> Option<u32> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &text[digits..];
    let marked = rest.starts_with(['.', ')']) && rest[1..].starts_with(char::is_whitespace);
    (marked && digits <= 3).then(|| text[..digits].parse().ok()).flatten()
}

/// Whether a block is running text, which ends as a sentence does or leads to a list.
fn is_running(block: &Block, text: &str) -> bool {
    const FEWEST_WORDS: usize = 5;
    let closing = |c: char| matches!(c, '"' | '”' | '’' | ')' | ']') || c.is_ascii_digit();
    let ends = text.trim_end().trim_end_matches(closing).ends_with(['.', '?', '!', ':', ';']);
    ends && !block.heading && words::count(text) >= FEWEST_WORDS
}

impl fmt::Display for Paragraph {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.number, self.item) {
            (Some(number), None) => write!(f, "paragraph {number}"),
            (Some(number), Some(item)) => write!(f, "paragraph {number}, item {item}"),
            (None, Some(item)) => write!(f, "item {item}"),
            (None, None) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::note::parse::parse;
    use crate::text::Source;

    /// What stands where a paragraph or an item is, each by its first words.
    fn counted(text: &str) -> Vec<String> {
        let document = parse(Source { name: "a.txt".into(), text: text.into() });
        let all = paragraphs(&document).into_iter().zip(document.reading.blocks());
        let found = all.filter_map(|(paragraph, block)| Some((paragraph?, document.reading.block_text(block))));
        found.map(|(at, text)| format!("{at}: {}", text.split(' ').take(2).collect::<Vec<_>>().join(" "))).collect()
    }

    #[test]
    fn what_a_reader_would_not_count_is_not_counted() {
        let letter = "THE PRESIDENT OF THE GENERAL ASSEMBLY\n\n27 August 2013\n\nExcellency,\n\nI have the honour to invite \
                      you to the dialogue.\n\nPlease accept, Excellency, my highest consideration.\n\nVuk Jeremić\n\n\
                      All Permanent Representatives\n\nInformation note\n\nBackground\n\nTen years ago, Heads of State \
                      agreed on it.\n\nPurpose\n\nThe dialogue has these two purposes:\n\n- to take stock of what was done;\n\
                      - to look ahead to the next report.\n";
        assert_eq!(
            counted(letter),
            [
                "paragraph 1: I have",
                "paragraph 2: Please accept,",
                "paragraph 1: Ten years",
                "paragraph 1: The dialogue",
                "paragraph 1, item 1: to take",
                "paragraph 1, item 2: to look",
            ]
        );
    }

    #[test]
    fn a_number_that_is_printed_is_the_paragraphs() {
        let note = "Information note\n\nBackground\n\n4. Ten years ago, Heads of State agreed on it.\n\n5. Since then, five \
                    dialogues were held here.\n\nThis one has no number, wherever it comes from.\n";
        let counted = counted(note);
        assert_eq!(counted.len(), 2, "{counted:?}");
        assert!(counted[0].starts_with("paragraph 4: ") && counted[1].starts_with("paragraph 5: "), "{counted:?}");
    }
}
