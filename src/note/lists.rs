//! What a note lists: purposes, priorities, expected outcomes, documents.

use std::ops::Range;

use super::block::in_text;
use super::enumeration;
use super::model::SectionKind;
use super::outline::{Outline, Sentence};
use super::phrase;
use crate::text::{BlockKind, Cited};

/// The purposes: the sentences behind `First, …`, or the items of the list under Purpose; none of the `questions`, which may
/// stand below them.
pub(super) fn purposes(outline: &Outline<'_>, questions: &[Cited<String>]) -> Vec<Cited<String>> {
    let mut found = listed_purposes(outline);
    found.retain(|purpose| questions.iter().all(|question| !question.span.overlaps(purpose.span)));
    found
}

fn listed_purposes(outline: &Outline<'_>) -> Vec<Cited<String>> {
    let in_purpose = |sentence: &Sentence| sentence.part == SectionKind::Purpose;
    let found = purposes_in(outline, in_purpose);
    if !found.is_empty() {
        return found;
    }
    let items: Vec<_> = outline.blocks_of(SectionKind::Purpose).filter(|(_, b)| b.kind == BlockKind::Item).collect();
    if !items.is_empty() {
        return items.into_iter().map(|(_, block)| cite_item(outline, block.range.clone())).collect();
    }
    const LEADS: [&str; 15] = [
        "purposes",
        "purpose",
        "objectives",
        "objective",
        "aims",
        "aim",
        "goals",
        "aims to",
        "threefold",
        "dialogue is meant to",
        "meeting is meant to",
        "dialogue is intended to",
        "meeting is intended to",
        "dialogue seeks to",
        "meeting seeks to",
    ];
    let leads = outline.words.places(LEADS);
    let elsewhere = |sentence: &Sentence| {
        let apart = [SectionKind::Letter, SectionKind::Title, SectionKind::Programme, SectionKind::Purpose];
        let text = outline.text(sentence);
        !apart.contains(&sentence.part)
            && leads.any_in(&sentence.range)
            && phrase::has_any(text, &LEADS)
            && (phrase::find(text, "sustainable development goals").is_none() || phrase::has_any(text, &LEADS[..6]))
    };
    let found = purposes_in(outline, elsewhere);
    if found.is_empty() { told_in_order(outline) } else { found }
}

/// The purposes that the first of the sentences lists that are `wanted` and list any.
fn purposes_in(outline: &Outline<'_>, wanted: impl Fn(&Sentence) -> bool) -> Vec<Cited<String>> {
    for (i, sentence) in outline.sentences.iter().enumerate().filter(|(_, sentence)| wanted(sentence)) {
        let text = outline.text(sentence);
        let inline = enumeration::inline(text);
        if inline.len() >= 2 {
            return inline.into_iter().map(|item| cite(outline, sentence.range.start, item)).collect();
        }
        let counted = counted_sentences(outline, i + usize::from(!begins_first(text)));
        if counted.len() >= 2 {
            return counted;
        }
        if text.ends_with(':') || sentence.part == SectionKind::Purpose {
            let items = items_after(outline, sentence.block);
            if items.len() >= 2 {
                return items;
            }
        }
    }
    Vec::new()
}

/// `First, the debate will …. Second, it will …`: what an event will do is what it is for, whatever stands above.
fn told_in_order(outline: &Outline<'_>) -> Vec<Cited<String>> {
    const WILL: [&str; 8] = [
        "the debate will",
        "the dialogue will",
        "the meeting will",
        "the event will",
        "the debate is to",
        "the dialogue is to",
        "the meeting is to",
        "it will",
    ];
    // What opens an event, or is heard at it, is its course.
    const COURSE: [&str; 6] = ["open", "begin", "start", "hear", "be opened", "be followed"];
    let told = |part| matches!(part, SectionKind::Background | SectionKind::Other);
    let opens = |text: &str| {
        let mark = enumeration::mark_at_start(text).into_iter().find(|mark| mark.number == 1);
        let behind = mark.map_or("", |mark| &text[mark.range.end..]);
        let will = phrase::first_exact(behind, &WILL).filter(|at| at.start == 0);
        will.is_some_and(|will| phrase::first_exact(&behind[will.end..], &COURSE).is_none_or(|at| at.start > 1))
    };
    let starts = outline.sentences.iter().enumerate();
    let mut starts = starts.filter(|(_, sentence)| told(sentence.part) && opens(outline.text(sentence)));
    starts.find_map(|(i, _)| Some(counted_sentences(outline, i)).filter(|all| all.len() >= 2)).unwrap_or_default()
}

fn begins_first(text: &str) -> bool {
    enumeration::mark_at_start(text).iter().any(|mark| mark.number == 1)
}

/// The sentences from `from` on that begin `First, …`, `Second, …`; sentences between belong to none, unless just one
/// stands where just one number is missing: then its mark was misread.
fn counted_sentences(outline: &Outline<'_>, from: usize) -> Vec<Cited<String>> {
    let sentences = outline.sentences.get(from..).unwrap_or_default();
    let Some(part) = sentences.first().map(|sentence| sentence.part) else { return Vec::new() };
    let mut marks: Vec<(usize, enumeration::Mark)> = Vec::new();
    for (i, sentence) in sentences.iter().enumerate().take_while(|(_, sentence)| sentence.part == part) {
        let last = marks.last().map_or(0, |(_, mark)| mark.number);
        let at = marks.last().map_or(0, |&(at, _)| at + 1);
        if i > at + 2 {
            break;
        }
        let scheme = marks.first().map(|(_, mark)| mark.scheme);
        let next = |mark: &enumeration::Mark| match mark.number {
            0 => last > 0,
            number => number == last + 1 || (number == last + 2 && i == at + 1),
        };
        let found = enumeration::mark_at_start(outline.text(sentence)).into_iter();
        let mut found = found.filter(|mark| next(mark) && scheme.is_none_or(|scheme| scheme == mark.scheme));
        if let Some(mut mark) = found.next() {
            if mark.number == 0 {
                mark.number = last + 1;
            }
            if mark.number == last + 2 {
                let unread = i - 1;
                let text = outline.text(&sentences[unread]);
                let range = 0..text.find(',').filter(|&comma| comma < 12).map_or(0, |comma| comma + 1);
                marks.push((unread, enumeration::Mark { number: last + 1, range, ..mark.clone() }));
            }
            marks.push((i, mark));
        }
    }
    let cited = marks
        .into_iter()
        .flat_map(|(i, mark)| cite_marked(outline, sentences[i].range.start, outline.text(&sentences[i]), mark));
    cited.collect()
}

/// The item behind a mark, and those that run on from it.
fn cite_marked(outline: &Outline<'_>, base: usize, text: &str, mut mark: enumeration::Mark) -> Vec<Cited<String>> {
    let mut items = Vec::new();
    while let Some(next) = enumeration::run_on(text, &mark) {
        items.push(cite(outline, base, enumeration::item(text, mark.range.end..next.range.start)));
        mark = next;
    }
    items.push(cite(outline, base, enumeration::item(text, mark.range.end..text.len())));
    items
}

/// The items of the list that follows a block: bulleted or counted blocks.
fn items_after(outline: &Outline<'_>, block: usize) -> Vec<Cited<String>> {
    let blocks = outline.reading.blocks();
    let mut items = Vec::new();
    for block in blocks[block + 1..].iter().filter(|block| in_text(block)) {
        let text = outline.reading.block_text(block);
        let wanted = items.len() as u32 + 1;
        let mark = enumeration::mark_at_start(text).into_iter().find(|mark| mark.number == wanted);
        match (block.kind, mark) {
            (_, Some(mark)) => {
                items.extend(cite_marked(outline, block.range.start, text, mark));
            }
            (BlockKind::Item, None) => items.push(cite_item(outline, block.range.clone())),
            _ => break,
        }
    }
    items
}

/// What priorities are called.
const PRIORITIES: [&str; 4] = ["priorities", "priority areas", "core priorities", "priority"];

/// What a report counts as its priorities, under another name.
const COUNTED: [&str; 8] =
    ["areas", "steps", "actions", "recommendations", "measures", "fields", "headings", "lines of action"];

/// The priorities: an enumeration that a sentence about priorities leads in, or one about so many areas or steps.
pub(super) fn priorities(outline: &Outline<'_>) -> Vec<Cited<String>> {
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

/// The sentences under Expected outcomes.
pub(super) fn outcomes(outline: &Outline<'_>) -> Vec<Cited<String>> {
    let headings: Vec<usize> = outline
        .parts
        .iter()
        .filter(|part| part.kind == SectionKind::Outcomes)
        .filter_map(|part| part.heading)
        .collect();
    outline
        .in_part(SectionKind::Outcomes)
        .filter(|sentence| headings.binary_search(&sentence.block).is_err())
        .map(|sentence| outline.cite(sentence.range.clone()))
        .collect()
}

/// The documents that a section of that name lists.
pub(super) fn documents(outline: &Outline<'_>) -> Vec<Cited<String>> {
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

/// A block's words as an item: without its mark and the punctuation that ties it to the next.
pub(super) fn cite_item(outline: &Outline<'_>, range: Range<usize>) -> Cited<String> {
    let text = &outline.reading.text()[range.clone()];
    let mark = enumeration::mark_at_start(text).first().map_or(0, |mark| mark.range.end);
    cite(outline, range.start, enumeration::item(text, mark..text.len()))
}

fn cite(outline: &Outline<'_>, base: usize, range: Range<usize>) -> Cited<String> {
    outline.cite(base + range.start..base + range.end)
}

#[cfg(test)]
mod tests {
    use super::{documents, priorities};
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
    fn a_document_named_as_a_section_stays_in_its_list() {
        let list = "Documents\n\n1. Report of the Secretary-General\n2. Information note\n3. Draft programme of the dialogue\n";
        let reading = Reading::of(&format!("{list}\nDraft programme\n\n10 a.m. Opening\n11 a.m. Dialogue\n"));
        assert_eq!(documents(&Outline::of(&reading)).len(), 3);
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
