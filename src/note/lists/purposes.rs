//! What an event is for.

use super::items::{cite, cite_item, cite_marked, items_after};
use crate::note::enumeration;
use crate::note::model::SectionKind;
use crate::note::outline::{Outline, Sentence};
use crate::note::phrase;
use crate::text::{BlockKind, Cited};

/// The purposes: the sentences behind `First, …`, or the items of the list under Purpose; none of the `questions`, which may
/// stand below them.
pub(in crate::note) fn purposes(outline: &Outline<'_>, questions: &[Cited<String>]) -> Vec<Cited<String>> {
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
            && (leads.any_in(&sentence.range) && phrase::has_any(text, &LEADS) || is_meant(text))
            && (phrase::find(text, "sustainable development goals").is_none() || phrase::has_any(text, &LEADS[..6]))
    };
    let found = purposes_in(outline, elsewhere);
    if found.is_empty() { told_in_order(outline) } else { found }
}

/// Whether a sentence says, up to a colon, for what several ends an event is held: `The meeting of 12 July is meant to do four
/// things:`.
fn is_meant(text: &str) -> bool {
    const EVENTS: [&str; 8] =
        ["dialogue", "meeting", "debate", "discussion", "event", "exchange", "conversation", "day"];
    const MEANT: [&str; 8] =
        ["is meant to", "is intended to", "is designed to", "seeks to", "should", "is to", "will", "hopes to"];
    const ENDS: [&str; 4] = ["things", "ends", "tasks", "ambitions"];
    let Some((lead, _)) = text.split_once(':') else { return false };
    let Some(meant) = phrase::first_exact(lead, &MEANT) else { return false };
    let (subject, said) = (&lead[..meant.start], &lead[meant.end..]);
    phrase::has_exact(subject, &EVENTS) && ENDS.iter().any(|ends| phrase::ends_with(said.trim_end(), ends))
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

#[cfg(test)]
mod tests {
    use super::purposes;
    use crate::note::outline::Outline;
    use crate::text::Reading;

    #[test]
    fn an_event_may_be_meant_to_do_several_things() {
        let ends = |lead: &str| {
            let items = "first, to learn from those who know; second, to weigh what they say; and third, to act on it";
            let text = format!(
                "Background\n\nThe report was read last year by all. {lead}: {items}.\n\nProgramme\n\n10 a.m. Opening\n"
            );
            purposes(&Outline::of(&Reading::of(&text)), &[]).into_iter().map(|end| end.value).collect::<Vec<_>>()
        };
        let three = ["to learn from those who know", "to weigh what they say", "to act on it"];
        for lead in [
            "The meeting of 12 July is meant to do three things",
            "The dialogue should serve three ends",
            "This year's debate is designed to do several things",
        ] {
            assert_eq!(ends(lead), three, "{lead}");
        }
        for lead in ["The report is meant to do three things", "The meeting will hear three speakers"] {
            assert_eq!(ends(lead), [""; 0], "{lead}");
        }
    }
}
