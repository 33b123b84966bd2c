//! The questions put to the panellists: as a list, or one behind the other in a paragraph.

use super::asked::{asked_from, asked_within, begins_to_ask};
use super::block::in_text;
use super::enumeration;
use super::lists::cite_item;
use super::outline::Outline;
use super::phrase;
use super::programme::is_formula;
use super::question_lead;
use super::topics;
use crate::text::lex::Value;
use crate::text::{Block, BlockKind, Cited};

/// The questions put to the panellists: the list behind `will address`, or under a heading of that name; where there is
/// none, the section that is a list of questions.
pub(super) fn questions(outline: &Outline<'_>) -> Vec<Cited<String>> {
    let blocks = outline.reading.blocks();
    let text = |i: usize| outline.reading.block_text(&blocks[i]);
    let named = outline.words.places(["questions"].into_iter().chain(topics::NOUNS));
    let called = (0..blocks.len()).filter(|&i| in_text(&blocks[i])).find_map(|i| {
        let named = named.any_in(&blocks[i].range);
        let titled = named && (heads_questions(text(i)) || topics::heads_list(outline, i));
        let lead_in = titled
            && i + 1 < blocks.len()
            && (text(i + 1).ends_with(':') || question_lead::leads_to_list(outline, i + 1));
        let items = if titled || leads_to_questions(text(i)) {
            let items = question_items(outline, i + 1 + usize::from(lead_in));
            if items.is_empty() { asked_in_blocks(outline, i + 1) } else { items }
        } else {
            asked_behind_lead(outline, i)
        };
        (!items.is_empty()).then(|| with_those_below(outline, i, items))
    });
    let under_heading = || outline.parts.iter().find_map(|part| asked_under(outline, part.heading?));
    // Whatever leads in to it, a list of nothing but questions is theirs.
    let led = |i: usize| {
        let leads = in_text(&blocks[i]) && i >= outline.title.end && text(i).ends_with(':');
        if leads { asked_under(outline, i).map(|items| with_those_led_again(outline, i, items)) } else { None }
    };
    called.or_else(under_heading).or_else(|| (0..blocks.len()).find_map(led)).unwrap_or_default()
}

/// Whether a line heads questions: `Guiding questions`, `Questions:`.
fn heads_questions(text: &str) -> bool {
    text.len() < 70 && !text.ends_with(['.', '?', ';']) && phrase::has_any(text, &["questions"])
}

/// The questions led in to at the block `first`, and those of the lists further down that are led in to as well: each panel may
/// have its own.
fn with_those_below(outline: &Outline<'_>, first: usize, mut items: Vec<Cited<String>>) -> Vec<Cited<String>> {
    let blocks = outline.reading.blocks();
    for (i, block) in blocks.iter().enumerate().skip(first + 1).filter(|(_, block)| in_text(block)) {
        let text = outline.reading.block_text(block);
        if leads_to_questions(text) || text.ends_with(':') && heads_questions(text) {
            let last = items.last().map(|item| item.span.end);
            let below = question_items(outline, i + 1).into_iter();
            items.extend(below.filter(|item| last < Some(item.span.start) && item.value.ends_with('?')));
        }
    }
    items
}

/// The questions of a list that the block `first` leads in to in other words, and those of the lists further down that are led
/// in to as that one is, or for those who sit on a panel.
fn with_those_led_again(outline: &Outline<'_>, first: usize, mut items: Vec<Cited<String>>) -> Vec<Cited<String>> {
    let blocks = outline.reading.blocks();
    let text = |i: usize| outline.reading.block_text(&blocks[i]);
    for i in (first + 1..blocks.len()).filter(|&i| in_text(&blocks[i]) && text(i).ends_with(':')) {
        let again = text(i) == text(first);
        if !again && !phrase::has_any(text(i), &["panel", "panellists", "panelists", "discussants"]) {
            continue;
        }
        let below = question_items(outline, i + 1);
        let last = items.last().map(|item| item.span.end);
        if (again || below.len() >= 2)
            && below.iter().all(|item| item.value.ends_with('?') && last < Some(item.span.start))
        {
            items.extend(below);
        }
    }
    items
}

/// The items under a heading, or behind a line that leads in to them, where all of them ask.
fn asked_under(outline: &Outline<'_>, heading: usize) -> Option<Vec<Cited<String>>> {
    let items = question_items(outline, heading + 1);
    (items.len() >= 2 && items.iter().all(|item| item.value.ends_with('?'))).then_some(items)
}

/// `Panellists will address the following questions:`, at the end of a block.
fn leads_to_questions(text: &str) -> bool {
    if !text.trim_end().ends_with([':', ';']) {
        return false;
    }
    let last = text.rsplit(". ").next().unwrap_or(text);
    let asks = [
        "address",
        "following questions",
        "guiding questions",
        "discuss the following",
        "consider the following",
        "reflect on",
    ];
    let who =
        ["panellists", "panelists", "speakers", "panel", "participants", "questions", "member states", "delegations"];
    phrase::has_any(last, &asks) && phrase::has_any(last, &who)
}

/// How many words a line has at most that heads something else behind a list of questions.
const HEADING_WORDS: usize = 5;

fn question_items(outline: &Outline<'_>, from: usize) -> Vec<Cited<String>> {
    let blocks = outline.reading.blocks();
    let mut items = Vec::new();
    // Whether the last of them has a mark.
    let mut behind_mark = false;
    for (i, block) in blocks.iter().enumerate().skip(from).filter(|(_, block)| in_text(block)) {
        let text = outline.reading.block_text(block);
        let number = items.len() as u32 + 1;
        let marked = block.kind == BlockKind::Item || counts_as(text, number) || is_miscounted(outline, i, number);
        let tokens = outline.reading.tokens_in(block.range.clone());
        let mut times = tokens.iter().filter(|(_, token)| matches!(token.value, Value::Time(..)));
        // A row, or the hours of those below it.
        let timed = times.next().is_some_and(|(place, _)| place.start == block.range.start || times.next().is_some());
        let asks = text.ends_with('?');
        // An item that lost its bullet has no full stop at its end, as the items beside it have none.
        let bare = !text.ends_with(['.', ':']) && text.starts_with(char::is_uppercase) && text.len() > 20;
        // Nor is it what a programme goes on with: `Interactive discussion`.
        let bare = bare && !is_formula(text);
        // Nor a few words behind questions that each ask: a heading.
        let few = || text.split(' ').nth(HEADING_WORDS).is_none();
        let asked = |item: &Cited<String>| item.value.ends_with('?');
        let bare = bare && !(items.len() >= 2 && few() && items[items.len() - 2..].iter().all(asked));
        let titled = outline.headings[i].is_some() || outline.heads_part(i);
        // Nor what asks nothing behind an item with a mark that does.
        let bare = bare && !(behind_mark && items.last().is_some_and(asked) && !begins_to_ask(text));
        if !marked && !asks && !timed && asked_on_behind(outline, i, items.len() as u32 + 1) {
            continue;
        }
        let several = || items.is_empty() && !marked && asked_within(text).len() >= 2;
        if timed || titled || !(marked || asks || bare) || several() {
            break;
        }
        items.push(cite_item(outline, block.range.clone()));
        behind_mark = marked;
    }
    items
}

/// Whether a text begins with the mark of this number.
fn counts_as(text: &str, number: u32) -> bool {
    enumeration::mark_at_start(text).iter().any(|mark| mark.number == number)
}

/// Whether a block's mark was misread for another number's: `(h)`, and the next block has the number behind this one's.
fn is_miscounted(outline: &Outline<'_>, at: usize, number: u32) -> bool {
    let blocks = &outline.reading.blocks()[at..];
    let text = |block: &Block| outline.reading.block_text(block);
    !enumeration::mark_at_start(text(&blocks[0])).is_empty()
        && blocks[1..].iter().find(|block| in_text(block)).is_some_and(|next| counts_as(text(next), number + 1))
}

/// Whether a line only heads questions whose numbers run on: the next block is a question with this number.
fn asked_on_behind(outline: &Outline<'_>, heading: usize, number: u32) -> bool {
    let blocks = outline.reading.blocks();
    let text = |block: &Block| outline.reading.block_text(block);
    let bare = blocks[heading].range.len() < 70 && !text(&blocks[heading]).ends_with(['.', ':']);
    let next = blocks[heading + 1..].iter().find(|block| in_text(block)).filter(|_| bare);
    next.is_some_and(|next| {
        if next.kind == BlockKind::Item && names_panel(text(&blocks[heading])) {
            return text(next).ends_with('?');
        }
        counts_as(text(next), number) && text(next).ends_with('?')
    })
}

/// Whether a line counts the panel that the questions below it are put to: `Panel 1`, `Session II: early warning`.
fn names_panel(text: &str) -> bool {
    const PANELS: [&str; 6] = ["Panel", "Session", "Segment", "Part", "Theme", "Cluster"];
    let mut words = phrase::words(text).map(|word| &text[word]);
    let panel = words.next().is_some_and(|word| PANELS.iter().any(|panel| phrase::alike(word, panel)));
    let counts = |word: &str| word.len() <= 3 && (phrase::number(word).is_some() || word.bytes().all(|b| b == b'I'));
    panel && words.next().is_some_and(counts)
}

/// The questions within the paragraphs from the block at `from` on, up to the first that asks fewer than two or heads a part.
fn asked_in_blocks(outline: &Outline<'_>, from: usize) -> Vec<Cited<String>> {
    let blocks = outline.reading.blocks();
    let mut items: Vec<Cited<String>> = Vec::new();
    for (i, block) in blocks.iter().enumerate().skip(from).filter(|(_, block)| in_text(block)) {
        let asked = asked_from(outline.reading.block_text(block), items.len());
        if outline.heads_part(i)
            || outline.headings[i].is_some()
            || asked.len() < 2 && items.is_empty()
            || asked.is_empty()
        {
            break;
        }
        items
            .extend(asked.into_iter().map(|at| outline.cite(block.range.start + at.start..block.range.start + at.end)));
    }
    items
}

/// The questions behind a colon within the block at `at`, where what stands before it leads in to them.
fn asked_behind_lead(outline: &Outline<'_>, at: usize) -> Vec<Cited<String>> {
    let block = &outline.reading.blocks()[at];
    let text = outline.reading.block_text(block);
    // Most blocks ask nothing.
    let Some(asked) = text.rfind('?') else { return Vec::new() };
    let Some(colon) = text[..asked].find(": ") else { return Vec::new() };
    if at < outline.title.end || !leads_to_questions(&text[..=colon]) {
        return Vec::new();
    }
    let start = block.range.start + colon + 1;
    let asked = asked_within(&text[colon + 1..]);
    let asked = if asked.len() >= 2 { asked } else { Vec::new() };
    asked.into_iter().map(|at| outline.cite(start + at.start..start + at.end)).collect()
}

#[cfg(test)]
mod tests {
    use super::questions;
    use crate::note::outline::Outline;
    use crate::text::Reading;

    #[test]
    fn each_panel_s_questions_may_stand_below_its_number() {
        let list = |panel: &str| {
            let lists = format!("{panel} 1\n• How far is it?\n• What can be done?\n{panel} 2\n• Which way is it?\n");
            let reading = Reading::of(&format!("Guiding questions\n\n{lists}"));
            questions(&Outline::of(&reading)).len()
        };
        assert_eq!(list("Panel"), 3);
        assert_eq!(list("Session"), 3);
    }

    #[test]
    fn questions_in_running_text_are_led_in_to() {
        let before = "The Assembly has taken up the matter in every year since the summit, and in some of them more than once, in \
                      debates as well as in dialogues.";
        let read = |text: &str| {
            let reading =
                Reading::of(&format!("Background\n\n{before}\n\n{text}\n\nParticipation\n\nAll may take part.\n"));
            questions(&Outline::of(&reading)).into_iter().map(|question| question.value).collect::<Vec<_>>()
        };
        let behind = "What has been done? What is left to do?";
        assert_eq!(read(&format!("The panellists will address these questions: {behind}")).len(), 2);
        assert_eq!(read(&format!("The report looks back at twenty years. {behind}")).len(), 0, "nobody is asked");
    }

    #[test]
    fn a_mark_may_be_misread_amid_those_that_count() {
        let listed = |mark: &str| {
            let asked = format!("(a) The training of those who inspect\n({mark}) The sites\n(c) The reports\n");
            let reading = Reading::of(&format!("Questions for discussion\n\n{asked}\nBackground\n\nIt began.\n"));
            questions(&Outline::of(&reading)).len()
        };
        assert_eq!((listed("b"), listed("h"), listed("4")), (3, 3, 3));
    }

    #[test]
    fn what_heads_something_else_is_no_question() {
        let list = |behind: &str| {
            let asked = "(a) What has been done?\n(b) What is left to do?\n";
            let reading =
                Reading::of(&format!("Questions for discussion\n\n{asked}\n{behind}\n\nBackground\n\nIt began.\n"));
            questions(&Outline::of(&reading)).len()
        };
        assert_eq!(list("Notes for the participants"), 2);
        assert_eq!(list("Which of the lessons of the past are still to be learned"), 3);
    }

    #[test]
    fn each_panel_may_have_its_own_list() {
        let list = |panel: &str, asked: &str| {
            format!("The {panel} panel will address the following questions:\n\n- {asked}\n\n")
        };
        let between = "11.00 a.m. Interactive dialogue\n\n3.00 p.m. Second panel\n\n";
        let text =
            [list("first", "What has been done?"), between.to_owned(), list("second", "What is left to do?")].concat();
        let reading = Reading::of(&format!("Programme\n\n10.00 a.m. First panel\n\n{text}4.00 p.m. Closing remarks\n"));
        let read: Vec<_> = questions(&Outline::of(&reading)).into_iter().map(|question| question.value).collect();
        assert_eq!(read, ["What has been done?", "What is left to do?"]);
    }

    #[test]
    fn each_panel_may_have_its_own_list_under_the_same_head() {
        let panel = |number: u32, asked: &str| {
            format!(
                "1{number}:00 – 1{number}:45   Panel {number}: Water\n\nQuestions:\n{asked}\n\nInteractive discussion\n\n"
            )
        };
        let first = panel(1, "• What has been done?\n• What is left to do?");
        let text = format!("Programme\n\n{first}{}", panel(2, "• Who can do it?"));
        let read: Vec<_> = questions(&Outline::of(&Reading::of(&text))).into_iter().map(|asked| asked.value).collect();
        assert_eq!(read, ["What has been done?", "What is left to do?", "Who can do it?"]);
    }

    #[test]
    fn what_asks_nothing_ends_a_list_whose_items_have_marks() {
        let list = |session: &str, asked: &str| {
            format!("{session}\nModerator: Dr. Ana Ruiz, Trinity College\nGuiding questions:\n{asked}\n\n")
        };
        let first = list("Session A – Bias and fairness (Room 1)", "• What has been done?\n• What is left to do?");
        let second = list("Session B – Health and the city at night (Room 2)", "• Who can do it?");
        let read = |text: &str| questions(&Outline::of(&Reading::of(text))).len();
        assert_eq!(read(&format!("Programme\n\n3 p.m.\nParallel sessions\n\n{first}{second}5 p.m.\nClosing\n")), 3);
        let worn = "In what ways the lessons of the past are still to be learned";
        let text =
            |last: &str| format!("Guiding questions\n\n• What has been done?\n• {last}\nParticipation\n\nAll may.\n");
        assert_eq!(read(&text(&format!("Who can do it?\n{worn}\n"))), 3);
        assert_eq!(read(&text("Who can do it?\nThe list of speakers is with the Secretariat in New York\n")), 2);
    }

    #[test]
    fn a_list_led_in_to_in_other_words_may_be_so_again() {
        let panel = |lead: &str, asked: &str| format!("Panel discussion\n\n{lead}:\n{asked}\n\n");
        let first = "(a) What has been done?\n(b) What is left to do?";
        let read = |lead: &str, asked: &str| {
            let rows = format!(
                "10:00 {}11:00 Debate\n\n15:00 {}16:00 Closing\n",
                panel("The panel will be asked to respond to the following", first),
                panel(lead, asked)
            );
            questions(&Outline::of(&Reading::of(&format!("Programme\n\n{rows}")))).len()
        };
        assert_eq!(read("The panel will be asked to respond to the following", "(a) Who can do it?"), 3);
        assert_eq!(read("The second panel has been asked", "(a) Who can do it?\n(b) When can it be done?"), 4);
        assert_eq!(read("Participants often ask", "(a) Where is the room?\n(b) When does it open?"), 2);
        assert_eq!(read("The second panel has been asked", "(a) To speak briefly\n(b) To listen"), 2);
    }

    #[test]
    fn letters_run_on_from_one_paragraph_to_the_next() {
        let one = "Track One (people) a. What has been done? b. What is left to do?";
        let two = "Track Two (animals) c. Who can do it? d. And at what price?";
        let reading =
            Reading::of(&format!("Questions for the tracks\n\n{one}\n\n{two}\n\nParticipation\n\nAll may.\n"));
        let asked: Vec<String> = questions(&Outline::of(&reading)).into_iter().map(|question| question.value).collect();
        assert_eq!(asked, ["What has been done?", "What is left to do?", "Who can do it?", "And at what price?"]);
    }

    #[test]
    fn questions_whose_numbers_run_on_are_one_list() {
        let asked = |second: u32| {
            let morning =
                "Questions for discussion\n\nMorning session\n1. What has been done?\n2. What is left to do?\n\n";
            let afternoon =
                format!("Afternoon session\n{second}. Who can do it?\n\nParticipation\n\nAll may take part.\n");
            let reading = Reading::of(&format!("{morning}{afternoon}"));
            questions(&Outline::of(&reading)).into_iter().map(|question| question.value).collect::<Vec<_>>()
        };
        assert_eq!(asked(3), ["What has been done?", "What is left to do?", "Who can do it?"]);
        assert_eq!(asked(8).len(), 2, "another list");
    }

    #[test]
    fn a_list_that_only_asks_is_that_of_the_questions() {
        let lead = "Programme\n\nThe members of the panel will speak to the following:\n\n";
        let asked = |second: &str| {
            let reading = Reading::of(&format!("{lead}1. What has been learned?\n2. {second}\n"));
            questions(&Outline::of(&reading)).len()
        };
        assert_eq!((asked("Who can do it?"), asked("The use of force")), (2, 0));
    }

    #[test]
    fn a_list_may_be_led_in_to_again() {
        let list = |cluster: &str, asked: &str| {
            format!("In the {cluster} cluster, the speakers will address the following questions:\n\n- {asked}\n\n")
        };
        let text = list("first", "What has been done?") + &list("second", "What is left to do?");
        let reading = Reading::of(&format!("Background\n\n{text}Participation\n\nAll may take part.\n"));
        let read: Vec<_> = questions(&Outline::of(&reading)).into_iter().map(|question| question.value).collect();
        assert_eq!(read, ["What has been done?", "What is left to do?"]);
    }
}
