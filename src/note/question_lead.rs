//! A sentence between the heading of questions and their list, which a full stop ends: `Speakers are invited to address one or
//! more of the questions below.`

use super::block::in_text;
use super::enumeration;
use super::outline::Outline;
use crate::text::{Block, BlockKind};

/// Whether the block at `at`, right under such a heading, is such a sentence.
pub(super) fn leads_to_list(outline: &Outline<'_>, at: usize) -> bool {
    let blocks = outline.reading.blocks();
    let text = |block: &Block| outline.reading.block_text(block);
    let first = |block: &Block| {
        block.kind == BlockKind::Item || enumeration::mark_at_start(text(block)).iter().any(|mark| mark.number == 1)
    };
    let sentence = in_text(&blocks[at]) && text(&blocks[at]).ends_with('.') && !first(&blocks[at]);
    let next = blocks[at + 1..].iter().find(|block| in_text(block)).filter(|_| sentence);
    next.is_some_and(|next| first(next) && text(next).ends_with('?'))
}

#[cfg(test)]
mod tests {
    use crate::note::outline::Outline;
    use crate::note::questions::questions;
    use crate::text::Reading;

    #[test]
    fn a_sentence_may_stand_between_questions_and_their_heading() {
        let asked = |lead: &str, list: &str| {
            let reading = Reading::of(&format!("Guiding questions\n\n{lead}\n\n{list}\n"));
            questions(&Outline::of(&reading)).len()
        };
        let lead = "The speakers on the panel are invited to address one or more of the questions below.";
        assert_eq!(asked(lead, "1. What is left to do?\n2. Who can do it?\n3. When is it to be done?"), 3);
        assert_eq!(asked(lead, "1. The use of force.\n2. Others."), 0);
    }
}
