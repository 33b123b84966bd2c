//! The kind of a section whose heading does not tell it, by what stands under the heading: `What the dialogue is for`, and
//! under it `First, … Second, …`.

use super::block::in_text;
use super::enumeration;
use super::model::SectionKind;
use super::phrase;
use crate::text::lex::Value;
use crate::text::sentence::sentences;
use crate::text::{Block, Reading};

/// Nouns for what an event is for.
const AIMS: [&str; 10] =
    ["purpose", "purposes", "aim", "aims", "goal", "goals", "objective", "objectives", "threefold", "twofold"];

/// Words for what is to come of it.
const RESULTS: [&str; 6] =
    ["expected to", "is expected that", "is hoped that", "outcome document", "expected outcome", "will be expected"];

/// The section that the block at `heading` heads; `first` where no background stands before it.
pub(super) fn section(reading: &Reading, heading: usize, first: bool) -> Option<SectionKind> {
    let under = reading.blocks()[heading + 1..].iter().find(|block| in_text(block))?;
    let text = reading.block_text(under);
    if begins_with_time(reading, under) {
        return Some(SectionKind::Programme);
    }
    let all = sentences(text);
    let opening = all.first().map(|range| &text[range.clone()])?;
    let counted =
        all.iter().take(2).any(|range| enumeration::mark_at_start(&text[range.clone()]).iter().any(|m| m.number == 1));
    let of_event = phrase::has_any(opening, &["dialogue", "debate", "meeting", "event", "forum"]);
    let counted = counted || opening.ends_with(':');
    if of_event
        && counted
        && (phrase::has_exact(opening, &AIMS) || all.get(1).is_some_and(|next| says_first(&text[next.clone()])))
        || begins_first(opening) && text.contains("Second")
    {
        return Some(SectionKind::Purpose);
    }
    if phrase::has_exact(opening, &RESULTS) {
        return Some(SectionKind::Outcomes);
    }
    (first && cites_reports(reading, under)).then_some(SectionKind::Background)
}

/// `First, it should …`, behind a sentence that says how many ends an event serves.
fn says_first(sentence: &str) -> bool {
    const WILL: [&str; 6] = ["it will ", "it should ", "it is to ", "it shall ", "to ", "it seeks to "];
    let behind = ["First, ", "Firstly, "].iter().find_map(|first| sentence.strip_prefix(first));
    behind.is_some_and(|behind| WILL.iter().any(|will| behind.starts_with(will)))
}

fn begins_first(sentence: &str) -> bool {
    sentence.starts_with("First,") || sentence.starts_with("Firstly,")
}

fn begins_with_time(reading: &Reading, block: &Block) -> bool {
    let first = reading.tokens_in(block.range.clone()).first();
    first.is_some_and(|(place, token)| matches!(token.value, Value::Time(..)) && place.start == block.range.start)
}

/// Whether a paragraph cites documents, by symbol or as resolutions are.
fn cites_reports(reading: &Reading, block: &Block) -> bool {
    let resolved = ["by resolution", "in resolution", "in its resolution", "world summit outcome"];
    phrase::has_exact(reading.block_text(block), &resolved)
        || reading.tokens_in(block.range.clone()).iter().any(|(_, token)| matches!(token.value, Value::Symbol(_)))
}

#[cfg(test)]
mod tests {
    use super::section;
    use crate::note::model::SectionKind;
    use crate::text::Reading;

    #[test]
    fn what_an_event_should_do_first_is_its_purpose() {
        let under = |text: &str| section(&Reading::of(&format!("Why this dialogue\n\n{text}\n")), 0, false);
        let purpose = "The dialogue is to serve four ends. First, it should bring together those who rarely meet.";
        assert_eq!(under(purpose), Some(SectionKind::Purpose));
        let past = "The dialogue has been held four times. First, the report of 2009 was debated for three days.";
        assert_eq!(under(past), None);
    }

    #[test]
    fn what_first_cites_a_resolution_is_the_background() {
        let under = |text: &str| section(&Reading::of(&format!("How the matter stands\n\n{text}\n")), 0, true);
        let resolved = "Two promises were made in 2005. By resolution 63/308 the Assembly bound itself to go on.";
        assert_eq!(under(resolved), Some(SectionKind::Background));
        assert_eq!(under("Two promises were made in 2005, and both of them are still to be kept."), None);
    }
}
