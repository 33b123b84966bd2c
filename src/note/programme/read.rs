//! The programme as a whole.

use std::ops::Range;

use super::holder::names_holder;
use super::kinds::{kind_continued, kind_of, label, presents};
use super::labelled::Labelled;
use super::length::before_length;
use super::pieces::{Clock, Words};
use super::rows::{Row, rows};
use super::speakers::{begins_with_somebody, parted_person, speakers};
use super::{days, formulas, prose, status};
use crate::note::model::{Entry, EntryKind, Function, Programme, Sitting};
use crate::note::office::begins_office;
use crate::note::outline::Outline;
use crate::note::phrase;
use crate::text::sentence::sentences;
use crate::text::{Cited, lex};

/// Reads the programme; `sittings` are what the note says of the day's hours, for a programme in prose.
pub(in crate::note) fn programme(outline: &Outline<'_>, sittings: &[Sitting]) -> Programme {
    let rows = rows(outline);
    let mut entries = if rows.is_empty() { prose::entries(outline, sittings) } else { timed(outline, &rows, sittings) };
    days::count(outline.reading, &mut entries);
    Programme { status: status::status(outline), entries }
}

fn timed(outline: &Outline<'_>, rows: &[Row], sittings: &[Sitting]) -> Vec<Entry> {
    let mut labelled = Labelled::default();
    let mut heading = None;
    // Whether a row has ended the opening that stands above it as a heading.
    let mut opened = false;
    let mut before = EntryKind::Dialogue;
    let mut entries = Vec::with_capacity(rows.len());
    for row in rows {
        let place = row.heading.as_ref().map(|heading| heading.range.start);
        if place != heading {
            labelled.clear();
            heading = place;
            opened = false;
        }
        let unheaded = opened.then(|| Row { heading: None, ..row.clone() });
        let row = unheaded.as_ref().unwrap_or(row);
        let kind = kind_amid(outline, row, sittings, before, entries.last().map(|last: &Entry| last.kind));
        opened |= heads(row, EntryKind::Opening) && ends_opening(outline, row, kind);
        let speakers = speakers(outline, row, kind, &mut labelled);
        let last = row.words.last().map_or(row.start.range.end, |words| words.range.end);
        let end = row.end.as_ref().map_or(last, |end| end.range.end.max(last)).max(row.start.range.end);
        // Where the columns were torn apart, a row's words may stand before its time.
        let start =
            row.words.first().map_or(row.start.range.start, |words| words.range.start.min(row.start.range.start));
        let cite = |clock: &Clock| Cited::new(clock.time, outline.reading.raw_span(clock.range.clone()));
        entries.push(Entry {
            start: Some(cite(&row.start)),
            end: row.end.as_ref().map(cite),
            kind,
            // A footnote's mark or a bracket alone is no title.
            title: title(outline, row).filter(|title| !title.value.is_empty()).map(formula),
            speakers,
            day: 1,
            span: outline.reading.raw_span(start..end),
        });
        before = match kind {
            EntryKind::Break | EntryKind::Resumption => EntryKind::Dialogue,
            kind => kind,
        };
    }
    end_day(&mut entries);
    entries
}

/// A row's kind, whose own words may tell none: what stands `before` it goes on then; `last` is the kind of the row above.
fn kind_amid(
    outline: &Outline<'_>,
    row: &Row,
    sittings: &[Sitting],
    before: EntryKind,
    last: Option<EntryKind>,
) -> EntryKind {
    let told = kind(outline, row).or_else(|| at_bounds(outline, row, sittings));
    let kind = told.unwrap_or(if seats_panel(outline, row) { EntryKind::Panel } else { before });
    beside(outline, row, kind, last)
}

/// Whether a row of this `kind` under an opening's heading is no part of the opening; a film or a briefing may well be.
fn ends_opening(outline: &Outline<'_>, row: &Row, kind: EntryKind) -> bool {
    const PANELS: [&str; 6] = ["panel", "panellists", "round table", "roundtable", "fireside chat", "in conversation"];
    let own = || own_words(outline, row).map_or("", |words| &outline.reading.text()[words.range.clone()]);
    match kind {
        EntryKind::Opening => false,
        EntryKind::Panel => seats_panel(outline, row) || phrase::has_any(own(), &PANELS),
        _ => true,
    }
}

/// Whether a heading of this kind stands above a row.
fn heads(row: &Row, kind: EntryKind) -> bool {
    row.heading.as_ref().is_some_and(|heading| heading.kind == kind)
}

/// What a row of a few words that tell nothing is by its hour: at the end of a sitting nothing else begins than a break, or
/// the end of all.
fn at_bounds(outline: &Outline<'_>, row: &Row, sittings: &[Sitting]) -> Option<EntryKind> {
    /// More words than such a row has.
    const WORDS: usize = 6;
    let [words] = &row.words[..] else { return None };
    let own = &outline.reading.text()[words.range.clone()];
    let few = own.split(' ').nth(WORDS).is_none() && !own.contains([',', ':']);
    let bare = row.heading.is_none() && row.lead.is_empty() && row.end.is_none();
    let sitting = sittings.iter().position(|sitting| sitting.end == row.start.time).filter(|_| few && bare)?;
    Some(if sitting + 1 == sittings.len() { EntryKind::End } else { EntryKind::Break })
}

/// A row's kind beside that of the row `before` it: what is presented right behind an opening belongs to it, and what is only
/// continued resumes nothing unless a break stands before it.
fn beside(outline: &Outline<'_>, row: &Row, kind: EntryKind, before: Option<EntryKind>) -> EntryKind {
    let own = || own_words(outline, row).map_or("", |words| &outline.reading.text()[words.range.clone()]);
    // What stands under the panel's own heading is its.
    let headed = heads(row, EntryKind::Panel);
    match (kind, before) {
        (EntryKind::Panel, Some(EntryKind::Opening)) if presents(own()) && !headed && !seats_panel(outline, row) => {
            EntryKind::Opening
        }
        (EntryKind::Resumption, Some(before)) if before != EntryKind::Break => kind_continued(own()).unwrap_or(kind),
        _ => kind,
    }
}

/// Adjourning ends the day where nothing is to follow.
fn end_day(entries: &mut [Entry]) {
    const ADJOURNS: [&str; 7] =
        ["adjournment", "adjourns", "adjourn", "adjourned", "meeting rises", "sitting rises", "rising of"];
    let Some(last) = entries.last_mut().filter(|last| last.kind == EntryKind::Break) else { return };
    if last.title.as_ref().is_some_and(|title| phrase::has_any(&title.value, &ADJOURNS)) {
        last.kind = EntryKind::End;
    }
}

/// A row's kind: what its own words tell, else what its heading tells.
fn kind(outline: &Outline<'_>, row: &Row) -> Option<EntryKind> {
    let text = outline.reading.text();
    let own = own_words(outline, row).map(|words| &text[words.range.clone()]).filter(|own| !begins_with_somebody(own));
    let own = own.and_then(|own| kind_of(&own[..somebody(own).unwrap_or(own.len())]));
    let heading = row.heading.as_ref().map(|heading| heading.kind);
    match (own, heading) {
        // `Comments by …` under a heading: the heading knows better than a passing word.
        (Some(EntryKind::Dialogue), Some(EntryKind::Opening | EntryKind::Closing)) if !names_dialogue(outline, row) => {
            heading
        }
        (own, heading) => own.or(heading),
    }
}

/// The words that say what a row is: its first, or what stands below a name and its office.
fn own_words<'a>(outline: &Outline<'_>, row: &'a Row) -> Option<&'a Words> {
    if names_holder(outline, row) { row.words.get(2) } else { row.words.first() }
}

/// Whether a row has a line that leads in its panellists.
fn seats_panel(outline: &Outline<'_>, row: &Row) -> bool {
    row.words.iter().skip(1).any(|words| {
        let head = outline.reading.text()[words.range.clone()].split_once(':').map(|(head, _)| head);
        head.and_then(label) == Some(Function::Panellist)
    })
}

/// Whether a row's own words say that it is a dialogue.
fn names_dialogue(outline: &Outline<'_>, row: &Row) -> bool {
    let own = row.words.first().map(|words| &outline.reading.text()[words.range.clone()]);
    own.is_some_and(|own| phrase::has_any(own, &["dialogue", "floor", "debate", "discussion"]))
}

/// Where the first honorific stands.
fn somebody(text: &str) -> Option<usize> {
    phrase::words(text).map(|word| word.start).find(|&start| lex::begins_with_honorific(&text[start..]))
}

/// A title as the formula that it is, misread.
fn formula(title: Cited<String>) -> Cited<String> {
    let meant = formulas::meant(&title.value).map(str::to_owned);
    match meant.or_else(|| formulas::continued(&title.value)) {
        Some(formula) => Cited::new(formula, title.span),
        None => title,
    }
}

/// A row's title: the first sentence of its own words; where these only name a speaker, its heading's words.
fn title(outline: &Outline<'_>, row: &Row) -> Option<Cited<String>> {
    let text = outline.reading.text();
    let heading = || row.heading.as_ref().map(|heading| outline.cite(uncounted(text, &heading.range)));
    let Some(first) = own_words(outline, row) else { return heading() };
    let from = uncounted(text, &first.range).start;
    let own = &text[from..first.range.end];
    let labelled = own.split_once(':').is_some_and(|(head, _)| {
        let before = head.rsplit_once(' ').map_or("", |(before, _)| before);
        label(head) == Some(Function::Moderator) && !is_of_label(before)
    });
    if begins_with_somebody(own) || labelled && row.heading.is_some() {
        return heading();
    }
    let end = before_length(&own[..title_end(own)]);
    let mut title = outline.cite(from..from + end);
    // A sentence that a line's end, and a time at the next line's start, cut in two.
    let next = row.words.get(1).filter(|_| end == own.len() && !own.ends_with(['.', ':', '?']));
    if let Some(next) = next.filter(|next| text[next.range.clone()].starts_with(char::is_lowercase)) {
        let rest = &text[next.range.clone()];
        let rest = outline.cite(next.range.start..next.range.start + title_end(rest));
        title = Cited::new(format!("{} {}", title.value, rest.value), title.span.cover(rest.span));
    }
    Some(title)
}

/// `range` without the words that only count the row.
fn uncounted(text: &str, range: &Range<usize>) -> Range<usize> {
    range.start + part_number(&text[range.clone()])..range.end
}

/// How much of a row's words only counts it: `Segment 1: `, `Session II – `.
fn part_number(words: &str) -> usize {
    const PARTS: [&str; 5] = ["segment", "session", "part", "item", "phase"];
    let mut counted = phrase::words(words);
    let part = counted.next().filter(|word| word.start == 0);
    let Some((part, number)) = part.zip(counted.next()) else { return 0 };
    let numeral = &words[number.clone()];
    let letter = numeral.len() == 1 && numeral.bytes().all(|b| b.is_ascii_uppercase());
    let roman = numeral.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    let number_word = letter || roman || phrase::number(numeral).is_some();
    let rest = words[number.end..].trim_start();
    let parted = rest.strip_prefix([':', '.', '–', '—', '-']).map(str::trim_start).filter(|rest| !rest.is_empty());
    let known = PARTS.iter().any(|noun| words[part.clone()].eq_ignore_ascii_case(noun));
    parted.filter(|_| known && number_word).map_or(0, |rest| words.len() - rest.len())
}

/// Whether a label behind these words belongs to them: `Observations of the` moderator.
fn is_of_label(words: &str) -> bool {
    [" of the", " by the", " from the", " of", " by"].iter().any(|tie| words.ends_with(tie))
}

/// Where a title ends: with the first sentence, before a person who follows without `by`, before `Panellists will address`.
fn title_end(own: &str) -> usize {
    let mut end = sentences(own).first().map_or(own.len(), |sentence| sentence.end);
    if let Some(person) = somebody(own).filter(|&start| start > 0 && start < end) {
        let before = own[..person].trim_end();
        if !before.ends_with(" by")
            && !before.ends_with(" with")
            && !before.ends_with(" of")
            && !before.ends_with(" from")
            && !before.ends_with(" and")
        {
            end = before.len();
        }
        // `Panel discussion  Moderator: Mr. …`
        let labelled = before.strip_suffix(':').and_then(|head| head.rsplit_once(' '));
        let leads_in = |head: &str, last: &str| label(last) == Some(Function::Moderator) && !is_of_label(head);
        if let Some((head, _)) = labelled.filter(|(head, last)| leads_in(head, last)) {
            end = head.trim_end().len();
        }
    }
    // `Presentation of the report – Karen Smith, Special Adviser on …`
    if let Some(person) = parted_person(own).filter(|&person| person < end) {
        end = own[..person].trim_end().len();
    }
    // `Opening statements: the President of …`: what stands behind is who speaks, and no title.
    if let Some((head, rest)) = own[..end].split_once(": ")
        && (lex::begins_with_honorific(rest) || rest.starts_with("the ") && begins_office(&rest[4..]))
    {
        end = head.len();
    }
    if own[..end].trim_end().ends_with(':') {
        let asks = phrase::first_of(
            &own[..end],
            &["panellists will address", "panelists will address", "the panellists will", "speakers will address"],
        );
        end = asks.filter(|at| at.start > 0).map_or(end, |at| at.start);
    }
    // `Panel discussion (Chair:`, before a person.
    let open = own[..end].rfind('(').filter(|&open| !own[open..end].contains(')'));
    own[..open.unwrap_or(end)].trim_end_matches([' ', ':', '.', ',', '-', '–', '—']).len()
}

#[cfg(test)]
mod tests {
    use super::programme;
    use crate::note::model::{EntryKind, Function};
    use crate::note::outline::Outline;
    use crate::text::Reading;

    #[test]
    fn what_the_moderator_says_is_a_title() {
        let titled = |own: &str| {
            let text = format!(
                "Programme\n\n10 a.m. Panel\n\nClosing of the dialogue\n\n5 p.m. {own}: Ms. Ana Sol, Director\n"
            );
            let entries = programme(&Outline::of(&Reading::of(&text)), &[]).entries;
            entries.last().and_then(|last| last.title.as_ref()).map(|title| title.value.clone()).unwrap_or_default()
        };
        assert_eq!(titled("Observations of the moderator"), "Observations of the moderator");
        assert_eq!(titled("Moderator"), "Closing of the dialogue");
    }

    #[test]
    fn what_begins_where_a_sitting_ends_is_a_break_or_the_end() {
        let last = |told: &str, row: &str| {
            let text = format!(
                "The dialogue will be held from 10 a.m. to 1 p.m.{told}.\n\nProgramme\n\n10 a.m. Panel discussion\n\n1 p.m. {row}\n"
            );
            let reading = Reading::of(&text);
            let outline = Outline::of(&reading);
            let entries = programme(&outline, &crate::note::sittings::sittings(&outline)).entries;
            entries.last().map(|last| last.kind)
        };
        let two = " and from 3 p.m. to 6 p.m.";
        assert_eq!(last(two, "The dehateadjoul'ns"), Some(EntryKind::Break));
        assert_eq!(last("", "The dehateadjoul'ns"), Some(EntryKind::End));
        assert_eq!(last(two, "Ms. Ana Ruiz, Director"), Some(EntryKind::Panel));
    }

    #[test]
    fn an_opening_is_over_where_a_row_under_its_heading_is_something_else() {
        let kinds = |second: &str| {
            let rows =
                format!("10.00 a.m. Ms. Ana Sol, Chair\n\n10.20 a.m. {second}\n\n11.50 a.m. Comments by delegations\n");
            let reading = Reading::of(&format!("Programme\n\nSolemn opening\n\n{rows}"));
            let entries = programme(&Outline::of(&reading), &[]).entries;
            entries.iter().map(|entry| entry.kind).collect::<Vec<_>>()
        };
        use EntryKind::{Dialogue, Opening, Panel};
        assert_eq!(kinds("Panel discussion: What prevention asks"), [Opening, Panel, Dialogue]);
        assert_eq!(kinds("Message of the Secretary-General"), [Opening, Opening, Opening]);
        assert_eq!(kinds("Presentation of a film"), [Opening, Panel, Opening]);
    }

    #[test]
    fn what_is_presented_under_a_panel_s_heading_is_its() {
        let kind = |heading: &str| {
            let rows = format!(
                "9.00 a.m. Opening remarks\n\n{heading}\n\n9.30 a.m. Introduction of the report by Ms. Ana Sol\n"
            );
            let entries = programme(&Outline::of(&Reading::of(&format!("Programme\n\n{rows}"))), &[]).entries;
            entries.last().map(|last| last.kind)
        };
        assert_eq!(kind("Panel discussion"), Some(EntryKind::Panel));
        assert_eq!(kind("Opening segment"), Some(EntryKind::Opening));
    }

    #[test]
    fn those_who_speak_under_a_panel_s_number_sit_on_it() {
        let part = |subject: &str| {
            let head = "9.00 a.m. Opening remarks\n\nPANEL DISCUSSION I. CARE AT HOME\n\nModerator: Mr. Jan Olsen, Director\n\n";
            let rows =
                format!("9.30 a.m. What families do\nMs. Ana Sol, Chair\n\n9.45 a.m. {subject}\nMs. Eve Ruiz, Chair\n");
            let reading = Reading::of(&format!("Programme\n\n{head}{rows}"));
            let entries = programme(&Outline::of(&reading), &[]).entries;
            entries.last().and_then(|last| last.speakers.last()).map(|speaker| speaker.function)
        };
        assert_eq!(part("Ending coercion in care"), Some(Function::Panellist));
        assert_eq!(part("Presentation of the report"), Some(Function::Speaker));
    }

    #[test]
    fn a_row_whose_words_stand_before_its_time_is_read() {
        let rows = "<tr><td>3 p.m.</td><td>Opening</td></tr>\n<t r><td>5.50 p.m.</td></tr>\n";
        let reading = Reading::of(&format!("Programme\n\n<table>\n{rows}</table>\n"));
        let read = programme(&Outline::of(&reading), &[]);
        assert_eq!(read.entries.len(), 2);
        assert!(read.entries.iter().all(|entry| entry.span.start < entry.span.end));
    }

    #[test]
    fn an_order_of_business_has_a_status_as_a_programme_has() {
        let status = |heading: &str| {
            let reading = Reading::of(&format!("{heading}\n\n10.00 a.m.  Opening\n12.00 p.m.  Closing remarks\n"));
            programme(&Outline::of(&reading), &[]).status.map(|status| status.value)
        };
        assert_eq!(status("Provisional order of the day"), status("Provisional programme"));
        assert!(status("Provisional programme").is_some());
        assert_eq!(status("Order of the day"), status("Programme"));
    }
}
