//! The title block: what the event is called, the year's theme, and which lines are neither.

use std::ops::Range;

use super::block::{in_text, is_prose};
use super::model::SectionKind;
use super::outline::{Outline, Sentence};
use super::principle::begins_with_principle;
use super::{phrase, venue};
use crate::text::lex::{Token, Value};
use crate::text::{Block, Cited, misread};

/// What the title block says.
#[derive(Debug, Default)]
pub(super) struct TitleBlock {
    pub(super) title: Option<Cited<String>>,
    pub(super) theme: Option<Cited<String>>,
}

/// What a line of the title block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TitleLine {
    /// `Information Note and Provisional Programme`.
    Document,
    /// `United Nations General Assembly`.
    Organ,
    /// A place, a date, or both.
    Place,
    /// A section's heading.
    Heading,
    /// What the event is called.
    Event,
    /// Anything else: a theme, or the rest of a title.
    Other,
}

/// Nouns for events.
const EVENTS: [&str; 9] = [
    "dialogue",
    "debate",
    "discussion",
    "consultations",
    "consultation",
    "conference",
    "briefing",
    "roundtable",
    "panel",
];

/// Nouns for events that other lines of a title block have as well.
const MEETINGS: [&str; 7] = ["meeting", "seminar", "workshop", "webinar", "forum", "symposium", "plenary"];

/// Words of which the name of the document is made.
const DOCUMENT: [&str; 26] = [
    "information",
    "concept",
    "background",
    "note",
    "and",
    "tentative",
    "provisional",
    "draft",
    "final",
    "revised",
    "updated",
    "meeting",
    "programme",
    "program",
    "for",
    "the",
    "on",
    "of",
    "agenda",
    "annex",
    "paper",
    "indicative",
    "preliminary",
    "enclosure",
    "to",
    "a",
];

/// Names of organs that stand on a line of their own.
const ORGANS: [&str; 8] = [
    "united nations general assembly",
    "general assembly",
    "united nations",
    "general assembly of the united nations",
    "security council",
    "economic and social council",
    "human rights council",
    "president of the general assembly",
];

/// Reads the title block.
pub(super) fn title_block(outline: &Outline<'_>) -> TitleBlock {
    let reading = outline.reading;
    let all = reading.blocks();
    let lines: Vec<usize> = outline.title.clone().filter(|&i| in_text(&all[i])).collect();
    let blocks: Vec<&Block> = lines.iter().map(|&i| &all[i]).collect();
    if let Some(read) = labelled(outline, &blocks) {
        return read;
    }
    let named = |i: usize| outline.headings[i].is_some_and(|kind| kind != SectionKind::Other);
    let kinds: Vec<TitleLine> = lines.iter().map(|&i| kind(outline, all[i].range.clone(), named(i))).collect();
    let mut read = TitleBlock::default();
    let is_meeting = |i: usize| {
        let text = reading.block_text(blocks[i]);
        kinds[i] == TitleLine::Other
            && phrase::words(text).any(|word| MEETINGS.iter().any(|noun| phrase::alike(&text[word.clone()], noun)))
    };
    let names = |i: &usize| kinds[*i] == TitleLine::Event;
    let document = |i: &usize| ends_with_document(reading.block_text(blocks[*i]));
    let all_events = || (0..kinds.len()).filter(names);
    let event = all_events().find(|i| !document(i)).or_else(|| all_events().next());
    let Some(event) = event.or_else(|| (0..kinds.len()).find(|&i| is_meeting(i))) else {
        read.theme = named_theme(outline, &blocks.iter().map(|b| b.range.clone()).collect::<Vec<_>>());
        return read;
    };
    let start = blocks[event].range.start + document_prefix(reading.block_text(blocks[event]));
    let mut end = before_date(outline, blocks[event].range.clone());
    let mut last = event;
    // A title that breaks off goes on in the next line.
    while let Some(&TitleLine::Other) = kinds.get(last + 1) {
        let so_far = &reading.text()[start..end];
        let unfinished = so_far.ends_with([',', '-', '–']) || ends_open(so_far);
        if !unfinished {
            break;
        }
        last += 1;
        end = blocks[last].range.end;
    }
    let words = &reading.text()[start..end];
    let (title, theme) = part_theme(words);
    let title = title.start..title.start + words[title.clone()].trim_end_matches([':', ' ']).len();
    read.title = Some(outline.cite(start + title.start..start + title.end));
    read.theme = theme.map(|theme| outline.cite(start + theme.start..start + theme.end));
    if read.theme.is_none() {
        let ranges: Vec<_> = blocks.iter().map(|block| block.range.clone()).collect();
        read.theme = named_theme(outline, &ranges).or_else(|| theme_lines(outline, &ranges, &kinds, last));
        read.theme = read.theme.or_else(|| theme_above(outline, &ranges, &kinds, event)).or_else(|| {
            subject(&reading.text()[start..end]).map(|own| outline.cite(start + own.start..start + own.end))
        });
    }
    read
}

/// A title block of labelled lines: `Event: …`, `Theme: …`.
fn labelled(outline: &Outline<'_>, blocks: &[&Block]) -> Option<TitleBlock> {
    let value = |labels: &[&str]| {
        blocks.iter().find_map(|block| {
            let text = outline.reading.block_text(block);
            let (label, rest) = text.split_once(':')?;
            let known = labels.iter().any(|known| label.trim().eq_ignore_ascii_case(known));
            let value = unquoted(text, text.len() - rest.len()..text.len());
            (known && value.len() > 4)
                .then(|| outline.cite(block.range.start + value.start..block.range.start + value.end))
        })
    };
    let title = value(&["event", "meeting", "title", "title of event"])?;
    Some(TitleBlock { title: Some(title), theme: value(&["theme", "topic", "subject", "under the theme"]) })
}

fn kind(outline: &Outline<'_>, range: Range<usize>, heading: bool) -> TitleLine {
    let text = &outline.reading.text()[range.clone()];
    let lower = text.to_lowercase();
    let event = |word: &str| EVENTS.iter().any(|noun| phrase::alike(word, noun));
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    if misread::form_of(bare, ORGANS.into_iter(), 0.88).is_some() {
        return TitleLine::Organ;
    }
    let prefix = document_prefix(text);
    if prefix >= text.len() {
        return TitleLine::Document;
    }
    let dated = outline
        .reading
        .tokens_in(range.clone())
        .iter()
        .any(|(_, token)| matches!(token.value, Value::Date { .. } | Value::Time(..)));
    // `Conference Room 3` is a place.
    let room = |word: &Range<usize>| {
        ["Room", "Building", "room"].iter().any(|place| text[word.end..].trim_start().starts_with(place))
    };
    let eventful = phrase::words(text).any(|word| event(&text[word.clone()]) && !room(&word));
    let dateline = dated && (text.split(' ').count() < 20 || begins_with_date(outline, range.clone()));
    if dateline && !eventful {
        return TitleLine::Place;
    }
    if heading {
        return TitleLine::Heading;
    }
    if eventful && (!dateline || words_before_date(outline, range) >= EVENT_WORDS) {
        return TitleLine::Event;
    }
    let places =
        ["headquarters", "new york", "geneva", "conference room", "chamber", "united nations general assembly hall"];
    if places.iter().any(|place| phrase::find(&lower, place).is_some()) && text.split(' ').count() < 14 {
        return TitleLine::Place;
    }
    if venue::is_room(text) {
        return TitleLine::Place;
    }
    // `Time: 10 a.m.`, `Venue: …`: labelled lines are no theme.
    let label = text.split_once(':').map(|(label, _)| label.to_lowercase());
    if label.is_some_and(|label| {
        matches!(label.trim(), "time" | "date" | "venue" | "place" | "location" | "when" | "where")
    }) {
        return TitleLine::Place;
    }
    if session(&lower) {
        return TitleLine::Organ;
    }
    TitleLine::Other
}

/// Whether a line begins with a day, its weekday before it or not: `Thursday, 14 March 2024 | 10 a.m. – 1 p.m. | …`.
fn begins_with_date(outline: &Outline<'_>, line: Range<usize>) -> bool {
    let first = outline.reading.tokens_in(line.clone()).first();
    let near = |(place, token): &(Range<usize>, Token)| {
        matches!(token.value, Value::Date { .. }) && place.start <= line.start + "Wednesday, ".len()
    };
    first.is_some_and(near)
}

/// How many words an event's title has at least that a date follows on its line.
const EVENT_WORDS: usize = 5;

/// Where a line's title ends that names the day as well: `Informal interactive dialogue on …, 5 September 2012, ECOSOC
/// Chamber`.
pub(super) fn before_date(outline: &Outline<'_>, line: Range<usize>) -> usize {
    let tokens = outline.reading.tokens_in(line.clone());
    let dated = tokens.iter().find(|(_, token)| matches!(token.value, Value::Date { .. } | Value::Time(..)));
    let Some((date, _)) = dated.filter(|_| words_before_date(outline, line.clone()) >= EVENT_WORDS) else {
        return line.end;
    };
    let head = &outline.reading.text()[line.start..date.start];
    let ties = |c: char| c.is_whitespace() || matches!(c, ',' | '(' | '|' | '-' | '–' | '—' | '.');
    let head = head.trim_end_matches(ties);
    line.start + head.strip_suffix(" on").unwrap_or(head).len()
}

fn words_before_date(outline: &Outline<'_>, line: Range<usize>) -> usize {
    let tokens = outline.reading.tokens_in(line.clone());
    let dated = tokens.iter().find(|(_, token)| matches!(token.value, Value::Date { .. } | Value::Time(..)));
    dated.map_or(0, |(date, _)| phrase::words(&outline.reading.text()[line.start..date.start]).count())
}

/// `Sixty-eighth session`, `Agenda item 132`.
fn session(lower: &str) -> bool {
    let item = ["agenda item ", "item "].iter().find_map(|lead| lower.strip_prefix(lead));
    let counted = item.is_some_and(|item| item.starts_with(|c: char| c.is_ascii_digit()));
    (lower.ends_with("session") || counted) && lower.split(' ').count() <= 6
}

/// How much of `text` only names the document: `Concept note for the …`.
fn document_prefix(text: &str) -> usize {
    let mut end = 0;
    let mut named = false;
    for range in phrase::words(text) {
        let word = &text[range.clone()];
        let known = DOCUMENT.iter().any(|known| phrase::alike(word, known));
        if !known {
            break;
        }
        named |= ["note", "programme", "program", "agenda", "paper"].iter().any(|noun| phrase::alike(word, noun));
        end = range.end;
    }
    if !named {
        return 0;
    }
    let rest = &text[end..];
    end + (rest.len() - rest.trim_start_matches([' ', ':', '-', '–', '—', '.']).len())
}

/// Whether a line names the document behind a dash: `R2P dialogue – note for delegations`.
fn ends_with_document(text: &str) -> bool {
    let behind = [" -", " –", " —"].iter().find_map(|dash| text.rsplit_once(dash)).map(|(_, behind)| behind);
    let names = |word: &str| ["note", "paper", "programme", "agenda"].iter().any(|noun| phrase::alike(word, noun));
    behind.is_some_and(|behind| !names_event(behind) && phrase::words(behind).take(3).any(|word| names(&behind[word])))
}

/// Whether a line names an event.
pub(super) fn names_event(text: &str) -> bool {
    phrase::words(text).any(|word| EVENTS.iter().any(|noun| phrase::alike(&text[word.clone()], noun)))
}

/// Whether a title ends on a word that something must follow.
pub(super) fn ends_open(text: &str) -> bool {
    let last = text.rsplit(' ').next().unwrap_or_default().to_lowercase();
    matches!(last.as_str(), "of" | "on" | "the" | "and" | "to" | "for" | "in" | "a" | "an" | "with" | "its")
}

/// Parts a title from the theme behind its first colon, or from the theme that it quotes.
fn part_theme(words: &str) -> (Range<usize>, Option<Range<usize>>) {
    let quote = words.find(['“', '"']);
    // A colon within the quoted theme parts nothing.
    let colon = words.find(": ").or_else(|| words.find(":\u{201c}"));
    if let Some(colon) = colon.filter(|&colon| quote.is_none_or(|quote| colon < quote || quote <= 12)) {
        let behind = colon + 1;
        // `Fvent: Interactive dialogue on …`: a label that nobody knows.
        let label = !words[..colon].contains(' ') && !names_event(&words[..colon]) && names_event(&words[behind..]);
        if label && words[behind..].starts_with(' ') {
            return (behind + 1..words.len(), None);
        }
        let theme = unquoted(words, behind..words.len());
        if !theme.is_empty() {
            return (0..words[..colon].trim_end().len(), Some(theme));
        }
    }
    if let Some(open) = quote {
        let theme = unquoted(words, open..words.len());
        let before = words[..open].trim_end();
        let lead = before.to_lowercase();
        let title =
            ["on the theme", "on the theme of", "under the theme", "with the theme", "entitled", "on the topic"]
                .iter()
                .find_map(|lead_in| lead.strip_suffix(lead_in).map(|rest| rest.trim_end().len()));
        // `Debate on “The responsibility to protect and …”`: the quotation belongs to the title; the agenda's item is no theme.
        if title.is_none() && ends_open(before) {
            let item = begins_with_principle(&words[theme.clone()]);
            let own = theme.len() > 8 && (!item || words[theme.clone()].contains(':'));
            return (0..words.len(), own.then_some(theme));
        }
        if theme.len() > 8 && open > 12 {
            return (0..title.unwrap_or(before.len()).max(1), Some(theme));
        }
    }
    (0..words.len(), None)
}

/// `range` without the quotation marks and the white space at its ends.
pub(super) fn unquoted(words: &str, range: Range<usize>) -> Range<usize> {
    let marks = |c: char| c.is_whitespace() || matches!(c, '"' | '“' | '”' | '\'' | '‘' | '’' | '*' | '«' | '»');
    let inner = &words[range.clone()];
    let start = range.start + (inner.len() - inner.trim_start_matches(marks).len());
    let end = start + inner.trim_start_matches(marks).trim_end_matches(marks).trim_end_matches(['.', ',']).len();
    start..end
}

/// Whether all of `text` is one quotation.
fn is_quotation(text: &str) -> bool {
    text.starts_with(['"', '“', '«']) && text.len() > 2 && text.ends_with(['"', '”', '»'])
}

/// What a title without a theme says that the dialogue is on, where that is more than the responsibility to protect.
fn subject(title: &str) -> Option<Range<usize>> {
    let on = phrase::first_of(title, &["dialogue on", "debate on", "discussion on"])?;
    let start = on.end + (title[on.end..].len() - title[on.end..].trim_start().len());
    let words = &title[start..];
    let plain = phrase::find(words, "report of the secretary-general").is_some()
        || begins_with_principle(words)
        || words.split(' ').count() < 4;
    (!plain).then_some(start..title.len())
}

/// A theme that is called so: `Theme: …`.
fn named_theme(outline: &Outline<'_>, blocks: &[Range<usize>]) -> Option<Cited<String>> {
    blocks.iter().find_map(|range| {
        let text = &outline.reading.text()[range.clone()];
        let (label, rest) = text.split_once(':')?;
        let label = label.trim().to_lowercase();
        if !matches!(label.as_str(), "theme" | "topic" | "subject" | "theme of the dialogue" | "on the theme") {
            return None;
        }
        let theme = unquoted(text, text.len() - rest.len()..text.len());
        (theme.len() > 4).then(|| outline.cite(range.start + theme.start..range.start + theme.end))
    })
}

/// Whether the running text takes up a long word of a line: what stands last in a title block, right above the text, is else
/// as likely to head it (`The story so far`).
fn is_taken_up(outline: &Outline<'_>, line: &str) -> bool {
    let long = phrase::words(line).map(|word| &line[word]).filter(|word| word.len() >= 7);
    let long: Vec<String> = long.map(str::to_lowercase).collect();
    let long: Vec<&str> = long.iter().map(String::as_str).collect();
    let told = |sentence: &&Sentence| !outline.title.contains(&sentence.block);
    outline.sentences.iter().filter(told).any(|sentence| phrase::has_exact(outline.text(sentence), &long))
}

/// The line above the title, where it is all that stands between the title and the document's name or the organ's.
fn theme_above(
    outline: &Outline<'_>,
    blocks: &[Range<usize>],
    kinds: &[TitleLine],
    event: usize,
) -> Option<Cited<String>> {
    let above = event.checked_sub(1).filter(|&above| kinds[above] == TitleLine::Other)?;
    let named = |kind: &TitleLine| matches!(kind, TitleLine::Document | TitleLine::Organ);
    let text = &outline.reading.text()[blocks[above].clone()];
    let own = above.checked_sub(1).is_some_and(|head| named(&kinds[head])) && !is_prose(text) && !ends_open(text);
    let theme = unquoted(text, 0..text.len());
    let words = text[theme.clone()].split(' ').count();
    (own && (4..=24).contains(&words) && !text.ends_with(['.', ',', ':']))
        .then(|| outline.cite(blocks[above].start + theme.start..blocks[above].start + theme.end))
}

/// The lines after the title that are neither place nor heading nor document.
fn theme_lines(
    outline: &Outline<'_>,
    blocks: &[Range<usize>],
    kinds: &[TitleLine],
    event: usize,
) -> Option<Cited<String>> {
    let mut range: Option<Range<usize>> = None;
    for (block, &kind) in blocks.iter().zip(kinds).skip(event + 1) {
        let text = &outline.reading.text()[block.clone()];
        // A theme in quotation marks is at its end where they close.
        if range.as_ref().is_some_and(|range| is_quotation(&outline.reading.text()[range.clone()])) {
            break;
        }
        match (kind, &mut range) {
            (TitleLine::Other, _) if is_prose(text) => break,
            (TitleLine::Other, None) => range = Some(block.clone()),
            (TitleLine::Other, Some(range)) => range.end = block.end,
            (_, Some(_)) => break,
            (_, None) => {}
        }
    }
    let range = range?;
    let text = &outline.reading.text()[range.clone()];
    let theme = unquoted(text, 0..text.len());
    let last = blocks.last().is_some_and(|last| last.end == range.end);
    let behind_place =
        blocks.iter().zip(kinds).any(|(block, kind)| block.end <= range.start && *kind == TitleLine::Place);
    if last && behind_place && theme.len() == text.len() && !is_taken_up(outline, text) {
        return None;
    }
    // A line of a word or two is no theme but a label that nobody knows, unless the text takes it up.
    let words = text[theme.clone()].split(' ').count();
    (words >= 2 && theme.len() < 240 && (words >= 3 || is_taken_up(outline, &text[theme.clone()])))
        .then(|| outline.cite(range.start + theme.start..range.start + theme.end))
}
