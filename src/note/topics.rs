//! What a panel is to speak on, where it is listed and asks nothing: `Topics to be addressed by the panellists`.

use super::block::in_text;
use super::enumeration;
use super::outline::Outline;
use super::phrase;
use crate::text::{Block, BlockKind};

/// What may be put to a panel and ask nothing.
pub(super) const NOUNS: [&str; 8] = ["topics", "issues", "points", "themes", "matters", "subjects", "aspects", "areas"];

/// How such a line says to whom they are put, or what for.
const PUT: [&str; 22] = [
    "to be addressed",
    "to address",
    "addressed by",
    "for the panel",
    "to the panel",
    "before the panel",
    "for the panellists",
    "for the panelists",
    "to the panellists",
    "to the panelists",
    "for discussion",
    "to be discussed",
    "for reflection",
    "for consideration",
    "to be considered",
    "for the discussion",
    "for the debate",
    "for the dialogue",
    "for the round tables",
    "discussion points",
    "discussion topics",
    "discussion themes",
];

/// Longer than any such line, in bytes.
const LINE_MAX: usize = 70;

/// Whether the block at `heading` heads a list of them: two items at least, each with its mark.
pub(super) fn heads_list(outline: &Outline<'_>, heading: usize) -> bool {
    let blocks = &outline.reading.blocks()[heading..];
    let text = |block: &Block| outline.reading.block_text(block);
    let marked = |block: &&Block| block.kind == BlockKind::Item || !enumeration::mark_at_start(text(block)).is_empty();
    let items = || blocks[1..].iter().filter(|block| in_text(block)).take(2).filter(marked).count();
    heading >= outline.title.end && names_topics(text(&blocks[0])) && items() == 2
}

fn names_topics(line: &str) -> bool {
    line.len() < LINE_MAX
        && !line.ends_with(['.', '?', ';'])
        && line.starts_with(|c: char| !c.is_lowercase())
        && phrase::has_any(line, &NOUNS)
        && phrase::has_any(line, &PUT)
}

#[cfg(test)]
mod tests {
    use super::heads_list;
    use crate::note::outline::Outline;
    use crate::text::Reading;

    const BEFORE: &str = "The Assembly has taken up the matter in every year since the summit, and in some of them more than \
                          once, in debates as well as in dialogues.";

    #[test]
    fn what_a_panel_is_to_speak_on_may_ask_nothing() {
        let heads = |heading: &str, items: &str| {
            let text = format!("Background\n\n{BEFORE}\n\n{heading}\n\n{items}\nDocuments\n\n- A list\n");
            let reading = Reading::of(&text);
            let outline = Outline::of(&reading);
            (0..reading.blocks().len()).filter(|&block| heads_list(&outline, block)).count()
        };
        let items = "(a) The lessons of past inspections\n(b) The training of inspectors\n";
        for heading in [
            "Topics to be addressed by the panellists",
            "Points for discussion",
            "Issues for the panel:",
            "Discussion topics",
            "Themes for the round tables",
            "Topies to be addressed by tbe lanellists",
        ] {
            assert_eq!(heads(heading, items), 1, "{heading}");
        }
        assert_eq!(heads("Points of contact", items), 0);
        assert_eq!(heads("Points for discussion", "They are those of the report.\n\nIt lists them.\n"), 0);
    }
}
