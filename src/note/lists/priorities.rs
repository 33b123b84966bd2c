//! What a report calls its priorities, or counts as such.

use super::items::{cite, items_after};
use crate::note::block::in_text;
use crate::note::enumeration;
use crate::note::model::SectionKind;
use crate::note::outline::{Outline, Sentence};
use crate::note::phrase;
use crate::text::{BlockKind, Cited};

/// What priorities are called.
const PRIORITIES: [&str; 4] = ["priorities", "priority areas", "core priorities", "priority"];

/// What a report counts as its priorities, under another name.
const COUNTED: [&str; 8] =
    ["areas", "steps", "actions", "recommendations", "measures", "fields", "headings", "lines of action"];

/// The priorities: an enumeration that a sentence about priorities leads in, or one about so many areas or steps.
pub(in crate::note) fn priorities(outline: &Outline<'_>) -> Vec<Cited<String>> {
    for sentence in outline.having(&PRIORITIES) {
        let text = outline.text(sentence);
        let Some(at) = phrase::first_of(text, &PRIORITIES) else { continue };
        let items = enumeration::inline(text);
        if items.len() >= 2 && items[0].start > at.end {
            return items.into_iter().map(|item| cite(outline, sentence.range.start, item)).collect();
        }
        if let Some(items) = pointed_back(outline, sentence) {
            return items;
        }
        // A single priority leads in to none but what the sentence itself counts, or gives it to.
        let single = text[at.clone()].to_lowercase().ends_with("priority");
        if text.ends_with(':') && (!single || gives_to(&text[at.end..])) {
            let items = items_after(outline, sentence.block);
            if items.len() >= 2 {
                return items;
            }
        }
    }
    let places = outline.words.places(PRIORITIES);
    let blocks = outline.reading.blocks();
    let mut named =
        (outline.title.end..blocks.len()).filter(|&i| in_text(&blocks[i]) && places.any_in(&blocks[i].range));
    if let Some(items) = named.find_map(|i| priorities_under(outline, i)) {
        return items;
    }
    let told = |part| matches!(part, SectionKind::Background | SectionKind::Other);
    let mut counted = outline.having(&COUNTED).filter(|sentence| told(sentence.part));
    counted.find_map(|sentence| counted_priorities(outline, sentence)).unwrap_or_default()
}

/// The items of the sentence before, which this one calls priorities: `These four lines of work are offered as priorities …`.
fn pointed_back(outline: &Outline<'_>, sentence: &Sentence) -> Option<Vec<Cited<String>>> {
    let text = outline.text(sentence);
    let these =
        ["These", "Those", "They", "All of these", "Each of these"].iter().find(|lead| text.starts_with(**lead))?;
    let at = outline.sentences.partition_point(|other| other.range.start < sentence.range.start);
    let before =
        at.checked_sub(1).map(|before| &outline.sentences[before]).filter(|before| before.block == sentence.block)?;
    let listed = outline.text(before);
    let items = enumeration::inline(listed);
    let counted =
        phrase::words(&text[these.len()..]).take(2).find_map(|word| phrase::number(&text[these.len()..][word]));
    let bracketed = items.first().is_some_and(|first| listed[..first.start].trim_end().ends_with(')'));
    (items.len() >= 2 && bracketed && counted.is_none_or(|count| count as usize == items.len()))
        .then(|| items.into_iter().map(|item| cite(outline, before.range.start, item)).collect())
}

/// Whether words behind `priority` give it to what follows: ` be given to:`, ` should be accorded to the following:`.
fn gives_to(behind: &str) -> bool {
    const TIES: [&str; 14] = [
        "be",
        "is",
        "should",
        "must",
        "given",
        "accorded",
        "attached",
        "assigned",
        "to",
        "the",
        "following",
        "areas",
        "matters",
        "steps",
    ];
    let words: Vec<&str> = phrase::words(behind).take(TIES.len()).map(|word| &behind[word]).collect();
    words.contains(&"to") && words.iter().all(|word| TIES.contains(word))
}

/// The list under a heading that names priorities, or under the line below it that leads in to the list: `Priorities for
/// action`, `The report names four:`.
fn priorities_under(outline: &Outline<'_>, heading: usize) -> Option<Vec<Cited<String>>> {
    let blocks = outline.reading.blocks();
    let text = outline.reading.block_text(&blocks[heading]);
    let heads =
        blocks[heading].kind == BlockKind::Text && text.len() < 70 && !text.ends_with(['.', ',', ';', ':', '?']);
    if !heads || !phrase::has_any(text, &PRIORITIES) {
        return None;
    }
    let lead = (heading + 1..blocks.len()).find(|&i| in_text(&blocks[i]))?;
    let led = outline.reading.block_text(&blocks[lead]).ends_with(':');
    let items = items_after(outline, if led { lead } else { heading });
    (items.len() >= 2).then_some(items)
}

/// `The report identifies three areas: (i) …; (ii) …; and (iii) …`: as many marked items as the sentence counts; `the
/// following areas` counts none.
fn counted_priorities(outline: &Outline<'_>, sentence: &Sentence) -> Option<Vec<Cited<String>>> {
    let text = outline.text(sentence);
    let noun = phrase::first_exact(text, &COUNTED)?;
    let lead = &text[..noun.start];
    let words: Vec<&str> = phrase::words(lead).map(|word| &lead[word]).collect();
    let mut near = words.iter().rev().take(3);
    let following = near.clone().any(|word| phrase::alike(word, "following"));
    let number = near.find_map(|word| phrase::number(word)).filter(|_| !following);
    if number.is_none() && !following {
        return None;
    }
    let items = enumeration::inline(text);
    let marked =
        items.first().is_some_and(|first| first.start > noun.end && text[..first.start].trim_end().ends_with(')'));
    let reported = lead.starts_with("It ") || phrase::has_any(lead, &["report", "secretary-general"]);
    let counted = number.map_or(following && items.len() >= 2, |number| items.len() == number as usize);
    // `… under four headings:`, and below it as many items.
    if text.ends_with(':') && reported && items.is_empty() && !following {
        let below = items_after(outline, sentence.block);
        return number.filter(|&number| below.len() == number as usize).map(|_| below);
    }
    (marked && reported && counted)
        .then(|| items.into_iter().map(|item| cite(outline, sentence.range.start, item)).collect())
}

#[cfg(test)]
mod tests {
    use super::priorities;
    use crate::note::outline::Outline;
    use crate::text::Reading;

    #[test]
    fn as_many_items_as_a_report_counts_are_its_priorities() {
        let listed = |lead: &str| {
            let list = "(i) strengthening the partnership;\n(ii) agreeing on criteria;\n(iii) preparing mediators.\n";
            let reading = Reading::of(&format!("Background\n\n{lead}\n\n{list}"));
            priorities(&Outline::of(&reading)).len()
        };
        assert_eq!(listed("The report arranges what ought to be done next under three headings:"), 3);
        assert_eq!(listed("The report arranges what ought to be done next under four headings:"), 0);
        let run_in =
            "The report singles out two lines of action on which progress can be made: (i) to hear; (ii) to see.";
        let reading = Reading::of(&format!("Background\n\n{run_in}\n"));
        assert_eq!(priorities(&Outline::of(&reading)).len(), 2);
    }

    #[test]
    fn what_is_each_a_priority_is_listed_in_its_sentence() {
        let read = |text: &str| priorities(&Outline::of(&Reading::of(&format!("Background\n\n{text}\n")))).len();
        assert_eq!(read("Each lesson is a priority: (i) to invest in prevention; (ii) to listen to women."), 2);
        assert_eq!(read("Prevention is a priority:\n\n- Draft programme\n- Information note"), 0);
        let before = "It has been noted, in the Assembly and elsewhere, that the risk is seen long before it is acted on, by \
                      those who live with it as well as by those who count it.";
        let list = "(i) plan for the risk;\n(ii) share the land; and\n(iii) protect civic space.\n\nPurpose\n\nThe dialogue will be short.";
        assert_eq!(read(&format!("{before}\n\nPriorities for action\n\nThe report names three:\n\n{list}")), 3);
        assert_eq!(read(&format!("{before}\n\nMatters for action\n\nThe report names three:\n\n{list}")), 0);
    }

    #[test]
    fn a_list_may_be_called_priorities_behind_it() {
        let listed = |behind: &str| {
            let text =
                format!("Background\n\nIt invites them to (i) change their laws, (ii) keep schools open. {behind}\n");
            priorities(&Outline::of(&Reading::of(&text))).len()
        };
        assert_eq!(listed("These two lines of work are offered as priorities for the coming years."), 2);
        assert_eq!(listed("They are priorities for all."), 2);
        assert_eq!(listed("These three lines of work are priorities."), 0);
        assert_eq!(listed("The Assembly has priorities of its own."), 0);
    }

    #[test]
    fn priority_may_be_given_to_a_list() {
        let listed = |lead: &str| {
            let text =
                format!("Background\n\n{lead}\n(i) standing contacts between bodies;\n(ii) the exchange of staff.\n");
            let reading = Reading::of(&text);
            priorities(&Outline::of(&reading)).len()
        };
        assert_eq!(listed("The Secretary-General asks that priority be given to:"), 2);
        assert_eq!(listed("Priority should be accorded to the following areas:"), 2);
        assert_eq!(listed("Prevention is a priority, and States may ask in what order to speak:"), 0);
    }
}
