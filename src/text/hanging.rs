//! What hangs under an item: its second line stands right below the first word behind its bullet, wherever the page's lines end.

use super::layout::{Line, LineKind};

/// How far from the margin, in bytes, an item's words begin at most.
const LEAD_MAX: usize = 48;

/// A shorter item, in characters, has its next line for another reason than want of room.
const WIDTH_MIN: usize = 60;

/// Whether `next` hangs under the words of `item`, which reach as far as a narrow column's lines do.
pub(super) fn hangs_under(text: &str, item: &Line, next: &Line) -> bool {
    if item.kind != LineKind::Item || next.kind != LineKind::Text || next.blank_before > 0 {
        return false;
    }
    let near = text.floor_char_boundary(item.range.start.saturating_sub(LEAD_MAX));
    let lead = text[near..item.range.start].rsplit('\n').next().unwrap_or_default();
    let marked = !lead.trim().is_empty() && !lead.contains('\t');
    let column = lead.chars().count();
    marked && next.indent == column && column + item.width >= WIDTH_MIN
}

#[cfg(test)]
mod tests {
    use crate::text::Reading;

    #[test]
    fn an_office_hangs_under_its_item_though_no_page_is_wrapped() {
        let paragraph = "The dialogue will consist of an opening session, a panel and an interactive debate, and it will be closed by the \
                         President, who will sum up what has been said in the course of the day.\n\n";
        let whole = |item: &str, rest: &str| {
            let text = format!("{}Panellists:\n{item}\n{rest}\n\n11.30 a.m.\nDiscussion\n", paragraph.repeat(4));
            let reading = Reading::of(&text);
            reading
                .blocks()
                .iter()
                .any(|block| reading.block_text(block).ends_with(rest.trim()) && block.range.len() > rest.len())
        };
        let person = "Dr. Ana María Ruiz, Director of Research, Marine and Freshwater";
        assert!(whole(&format!("- {person}"), "  Research Institute of Iceland"));
        assert!(whole(&format!("  -  {person}"), "     Research Institute of Iceland"));
        assert!(!whole(&format!("- {person}"), "Research Institute of Iceland"), "at the margin");
        assert!(!whole("- Dr. Ana Ruiz, Director", "  Statements by Member States"), "there was room");
        assert!(!whole(&format!("- {person}"), "  Respondent: Mr. Jan Olsen, Chair"));
        assert!(!whole(&format!("- {person}"), "  Mr. Jan Olsen, Chair"));
        assert!(!whole(
            "- What the sciences can do for those who have the least of all",
            "  Statements by Member States"
        ));
    }
}
