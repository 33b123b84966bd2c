//! The documents that an event has before it.

use super::items::cite_item;
use crate::note::enumeration;
use crate::note::model::SectionKind;
use crate::note::outline::Outline;
use crate::text::{BlockKind, Cited};

/// The documents that a section of that name lists.
pub(in crate::note) fn documents(outline: &Outline<'_>) -> Vec<Cited<String>> {
    let headings: Vec<usize> = outline
        .parts
        .iter()
        .filter(|part| part.kind == SectionKind::Documents)
        .filter_map(|part| part.heading)
        .collect();
    let lines: Vec<_> =
        outline.blocks_of(SectionKind::Documents).filter(|(i, _)| headings.binary_search(i).is_err()).collect();
    // Beside a list of bullets, a numbered paragraph is none of its items.
    let bulleted = lines.iter().any(|(_, block)| block.kind == BlockKind::Item);
    let listed = lines.iter().any(|(_, block)| {
        block.kind == BlockKind::Item || !enumeration::mark_at_start(outline.reading.block_text(block)).is_empty()
    });
    lines
        .into_iter()
        .filter(|(_, block)| {
            let text = outline.reading.block_text(block);
            let marked = block.kind == BlockKind::Item || !enumeration::mark_at_start(text).is_empty();
            // What ends with a colon only leads in to the list, numbered or not.
            let told = bulleted && block.kind != BlockKind::Item && text.ends_with('.');
            !text.ends_with(':') && !told && (marked || (!listed && !text.ends_with('.')))
        })
        .map(|(_, block)| cite_item(outline, block.range.clone()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::documents;
    use crate::note::outline::Outline;
    use crate::text::Reading;

    #[test]
    fn what_leads_in_to_documents_is_none() {
        let lead = "Documentation\n\n11. The following documents are before the Assembly:\n\n";
        let reading = Reading::of(&format!("{lead}- 2005 World Summit Outcome\n- Concept note of the President\n"));
        let listed: Vec<String> =
            documents(&Outline::of(&reading)).into_iter().map(|document| document.value).collect();
        assert_eq!(listed, ["2005 World Summit Outcome", "Concept note of the President"]);
    }

    #[test]
    fn a_numbered_paragraph_below_bullets_is_no_document() {
        let list = "Documents\n\n- Report of the Secretary-General\n- Draft programme\n\n";
        let reading =
            Reading::of(&format!("{list}10. The reports listed above are on the website of the President.\n"));
        assert_eq!(documents(&Outline::of(&reading)).len(), 2);
    }

    #[test]
    fn a_document_named_as_a_section_stays_in_its_list() {
        let list = "Documents\n\n1. Report of the Secretary-General\n2. Information note\n3. Draft programme of the dialogue\n";
        let reading = Reading::of(&format!("{list}\nDraft programme\n\n10 a.m. Opening\n11 a.m. Dialogue\n"));
        assert_eq!(documents(&Outline::of(&reading)).len(), 3);
    }
}
