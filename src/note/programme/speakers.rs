//! Who speaks in a row of the programme.

use std::ops::Range;

use super::contact::is_contact;
use super::holder::{Holder, holder, holds, office_line};
use super::kinds::{kind_of, label, label_in};
use super::labelled::Labelled;
use super::length::is_length;
use super::pieces::Words;
use super::rows::Row;
use super::speaker_note::confirmed;
use crate::note::honorifics::spelt_honorific;
use crate::note::model::{EntryKind, Function, Speaker};
use crate::note::office;
use crate::note::outline::Outline;
use crate::note::person::{self, Person};
use crate::note::phrase;
use crate::text::{Cited, lex};

/// The speakers of `row`, in order.
pub(super) fn speakers(outline: &Outline<'_>, row: &Row, kind: EntryKind, labelled: &mut Labelled) -> Vec<Speaker> {
    let mut found: Vec<Speaker> = Vec::new();
    for (i, words) in row.lead.iter().chain(&row.words).enumerate() {
        let own = i == row.lead.len();
        // The office of a person whose name filled the line before.
        if let Some(last) =
            found.last_mut().filter(|last| !own && last.office.is_none() && last.note.is_none() && last.name.is_some())
        {
            (last.office, last.note) = office_line(outline, words);
            if last.office.is_some() {
                continue;
            }
        }
        if own && let Some(Holder { person, office, note }) = holder(outline, row) {
            let base = words.range.start;
            found.push(Speaker { office, note, ..speaker(outline, base, &person, function_in(kind)) });
            continue;
        }
        let text = &outline.reading.text()[words.range.clone()];
        let line = Line { outline, words, text, own, first: found.is_empty(), kind };
        let mut named = line.speakers(labelled);
        if !own
            && let ([office], [holder]) = (&mut found[..], &mut named[..])
            && holds(holder, office)
        {
            holder.office = holder.office.take().or(office.office.take());
            found.clear();
        }
        found.append(&mut named);
    }
    seat_panel(outline, row, kind, &mut found);
    found
}

/// The part of who speaks in an entry of a kind, where nothing else tells it.
fn function_in(kind: EntryKind) -> Function {
    match kind {
        EntryKind::Opening => Function::Opening,
        EntryKind::Closing | EntryKind::End => Function::Closing,
        _ => Function::Speaker,
    }
}

/// In a panel, those that no label told apart sit on it: where there are several, or where the row is called so.
fn seat_panel(outline: &Outline<'_>, row: &Row, kind: EntryKind, found: &mut [Speaker]) {
    if kind != EntryKind::Panel {
        return;
    }
    let text = outline.reading.text();
    if row.words.first().is_some_and(|words| is_keynote(&text[words.range.clone()])) {
        return;
    }
    let called = |words: &Words| text[words.range.clone()].starts_with("Panel");
    let several = found.iter().filter(|speaker| speaker.function == Function::Speaker).count() > 1;
    // `Panel I: …` above rows that are a person each, `PANEL I. …` above rows that are a subject each, with who speaks to it.
    let headed = |name: &str| row.heading.as_ref().is_some_and(|heading| text[heading.range.clone()].starts_with(name));
    let own = row.words.first().map_or("", |words| &text[words.range.clone()]);
    let under = (headed("Panel") || headed("PANEL")) && (begins_with_somebody(own) || kind_of(own).is_none());
    let moderated = found.first().is_some_and(|first| first.function == Function::Moderator);
    if several || moderated || under || row.words.first().is_some_and(called) {
        found.iter_mut().filter(|s| s.function == Function::Speaker).for_each(|s| s.function = Function::Panellist);
    }
}

/// A line of a row's words, from which its speakers are read.
struct Line<'a> {
    outline: &'a Outline<'a>,
    words: &'a Words,
    text: &'a str,
    /// Whether the row's own words begin with it.
    own: bool,
    /// Whether nobody stands in the row before it.
    first: bool,
    kind: EntryKind,
}

impl Line<'_> {
    /// The speakers whom the line names; a label in it holds for those behind it.
    fn speakers(&self, labelled: &mut Labelled) -> Vec<Speaker> {
        let Some(from) = self.behind_label(labelled) else { return Vec::new() };
        let function = labelled.part.unwrap_or_else(|| self.unlabelled());
        let found = self.with_honorifics(from, function, labelled);
        if !found.is_empty() {
            // One line names all of them.
            if found.len() > 1 {
                labelled.end_moderators();
            }
            return found;
        }
        let person = self.without_honorific(from, labelled);
        person.map(|person| self.speaker(&person, function)).into_iter().collect()
    }

    /// Reads the label that the line begins with: where the words behind it begin, and nowhere where they are a label alone.
    fn behind_label(&self, labelled: &mut Labelled) -> Option<usize> {
        let text = self.text;
        if let Some(colon) = label_colon(text) {
            if let Some(function) = label_in(&text[..colon], self.kind) {
                *labelled = Labelled::of(function, &text[..colon]);
                return Some(colon + 1);
            }
            if self.own && !names_anybody(&text[..colon]) {
                labelled.clear();
            }
        } else if self.own && !begins_with_somebody(text) {
            // Who gives the keynote sits on no panel.
            labelled.clear();
            labelled.part = is_keynote(text).then_some(Function::Speaker);
        } else if let Some(function) = label(text).filter(|_| text.split(' ').count() <= 2 && !self.own) {
            *labelled = Labelled::of(function, text);
            return None;
        }
        Some(0)
    }

    /// The part of those on the line whom no label gives one.
    fn unlabelled(&self) -> Function {
        match function_in(self.kind) {
            Function::Speaker if self.kind == EntryKind::Panel && self.words.item => Function::Panellist,
            Function::Speaker if says_moderator(self.text) => Function::Moderator,
            function => function,
        }
    }

    /// Those with an honorific from `from` on: of the part `function`, until the words between them give another.
    fn with_honorifics(&self, mut from: usize, mut function: Function, labelled: &mut Labelled) -> Vec<Speaker> {
        let text = self.text;
        let mut found: Vec<Speaker> = Vec::new();
        for start in phrase::words(text).map(|word| word.start) {
            if start < from || !lex::begins_with_honorific(&text[start..]) {
                continue;
            }
            let Some(person) = person::with_honorific(text, start) else { continue };
            if self.is_contact(&person) {
                from = person.range.end.max(start + 1);
                continue;
            }
            let gap = &text[from..start];
            if let Some(inner) = label_within(gap).filter(|_| from > 0 || !self.first || self.own) {
                (function, *labelled) = (inner, Labelled::of(inner, gap));
            }
            // There is one moderator: who stands behind in a clause of their own is somebody else.
            let moderated = found.last().is_some_and(|last| last.function == Function::Moderator);
            if moderated && function == Function::Moderator && labelled.part.is_none() && gap.contains([';', '.', ':'])
            {
                function = if self.kind == EntryKind::Panel { Function::Panellist } else { Function::Speaker };
            }
            let part = if says_moderator(gap) { Function::Moderator } else { function };
            let office = person.office.clone().or_else(|| office::office_before(text, from, start));
            from = person.range.end.max(start + 1);
            found.push(self.speaker(&Person { office, ..person }, part));
            labelled.end_moderator();
        }
        found
    }

    fn is_contact(&self, person: &Person) -> bool {
        let start = self.words.range.start;
        is_contact(self.outline, start + person.range.start..start + person.range.end, self.words.range.end)
    }

    /// The person or the office without an honorific that the line names from `from` on.
    fn without_honorific(&self, from: usize, labelled: &mut Labelled) -> Option<Person> {
        let text = self.text;
        let start = text.len() - text[from..].trim_start().len();
        // `Wrap-up – Adama Dieng, Special Adviser on …`
        if self.own
            && let Some(at) = parted_person(text).filter(|&at| at >= start)
        {
            return person::without_honorific(text, at).or_else(|| person::office_alone(text, at));
        }
        let listed =
            self.words.item || labelled.part.is_some() || matches!(self.kind, EntryKind::Opening | EntryKind::Closing);
        if !listed {
            // On a panel, a line of its own may be a name and an office without an honorific.
            let seated = self.kind == EntryKind::Panel && !self.own;
            return seated.then(|| person::without_honorific(text, start)).flatten();
        }
        let person = listed_person(text, start)?;
        match text[person.range.end..].contains(char::is_alphabetic) {
            // Those behind stand on the same line.
            true => labelled.end_moderators(),
            false => labelled.end_moderator(),
        }
        Some(person)
    }

    fn speaker(&self, person: &Person, function: Function) -> Speaker {
        speaker(self.outline, self.words.range.start, person, function)
    }
}

/// Where the colon of a label may stand: `Moderator: Mr. …`, or `Moderator:` alone for those behind it.
fn label_colon(text: &str) -> Option<usize> {
    /// Longer than a label, in bytes.
    const LABEL_MAX: usize = 60;
    // `Moderator; Mr. …`: the colon may be misread.
    let misread =
        || text.find("; ").filter(|&at| lex::begins_with_honorific(&text[at + 2..]) && label(&text[..at]).is_some());
    text.find(':').or_else(misread).filter(|&colon| colon < LABEL_MAX)
}

fn says_moderator(text: &str) -> bool {
    phrase::has_any(text, &["moderated by", "moderator"])
}

/// The person or the office that words from `start` on consist of, or that stands behind their `by`.
fn listed_person(text: &str, start: usize) -> Option<Person> {
    let words = &text[start..];
    let by = phrase::find_exact(words, "by the").or_else(|| phrase::find_exact(words, "by"));
    let at = by.map_or(start, |by| start + by.end + 1);
    if text.get(at..).is_none_or(str::is_empty) {
        return None;
    }
    let office = || person::office_alone(text, at).filter(|person| is_one_office(text, person));
    person::without_honorific(text, at).or_else(office)
}

/// Where somebody begins whom a dash parts from what a row is, and who ends it: a name and an office, or an office alone.
pub(super) fn parted_person(text: &str) -> Option<usize> {
    let dashes = [" - ", " – ", " — "].iter().filter_map(|dash| Some(text.find(dash)? + dash.len()));
    dashes.min().filter(|&at| begins_with_somebody(&text[at..]))
}

/// The part that a label amid a row's words gives to those behind it: `… . Panellists: Mr. …`.
fn label_within(gap: &str) -> Option<Function> {
    let head = gap.trim_end().strip_suffix(':')?;
    label(head.rsplit(['.', ';', ',']).next()?)
}

/// `President of the General Assembly`, not `Special Advisers Dieng and Welsh`.
fn is_one_office(text: &str, person: &Person) -> bool {
    /// Longer than an office, in bytes.
    const OFFICE_MAX: usize = 140;
    let Some(office) = &person.office else { return false };
    let words = &text[office.clone()];
    let plural =
        words.split(' ').take(2).any(|word| word.ends_with("ers") || word.ends_with("ors") || word.ends_with("ents"));
    !plural && words.len() < OFFICE_MAX && !phrase::words(words).any(|word| tells_what_is_done(&words[word]))
}

/// Whether a word is a verb of what is done in a programme: `opens`, `assumes`, `will`.
fn tells_what_is_done(word: &str) -> bool {
    const DONE: [&str; 18] = [
        "open",
        "close",
        "moderate",
        "facilitate",
        "preside",
        "introduce",
        "present",
        "deliver",
        "make",
        "give",
        "take",
        "assume",
        "serve",
        "lead",
        "welcome",
        "conclude",
        "address",
        "invite",
    ];
    let verb = word.strip_suffix('s').is_some_and(|verb| DONE.contains(&verb));
    word == "will" || verb || word == "addresses"
}

/// `Keynote address`, `Presentation of the report`: who speaks there does so alone, or one after the other.
fn is_keynote(text: &str) -> bool {
    const ALONE: [&str; 4] = ["keynote", "keynote address", "keynote speech", "presentation of the report"];
    let head = text.split([':', '(']).next().unwrap_or(text);
    phrase::has_exact(head, &ALONE) && !phrase::has_any(text, &["panel", "panellists", "panelists", "discussion"])
}

fn names_anybody(text: &str) -> bool {
    phrase::words(text).any(|word| lex::begins_with_honorific(&text[word.start..]))
}

/// Whether a row's own words begin with a person, or with an office.
pub(super) fn begins_with_somebody(text: &str) -> bool {
    lex::begins_with_honorific(text) || person::without_honorific(text, 0).is_some() || {
        let bare = text.strip_prefix("The ").unwrap_or(text);
        office::begins_office(bare)
            && person::office_alone(text, 0)
                .is_some_and(|p| is_one_office(text, &p) && p.range.end + 2 >= text.trim_end().len())
    }
}

/// A person as the note's speaker, each part cited.
pub(super) fn speaker(outline: &Outline<'_>, base: usize, person: &Person, function: Function) -> Speaker {
    let cite =
        |range: &Option<Range<usize>>| range.clone().map(|range| outline.cite(base + range.start..base + range.end));
    // `Gambia (the)`: a State's article, or a misread tbc, which cannot be told.
    let note = cite(&person.note).filter(|note| !note.value.eq_ignore_ascii_case("the") && !is_length(&note.value));
    // `(moderator)` behind a name is a part in the programme and no note.
    let part = note
        .as_ref()
        .and_then(|note| label(&note.value))
        .filter(|part| matches!(part, Function::Moderator | Function::Panellist));
    let office = cite(&person.office);
    Speaker {
        name: cite(&person.name),
        honorific: cite(&person.honorific).map(|cited| Cited::new(spelt_honorific(&cited.value), cited.span)),
        note: note.filter(|_| part.is_none()).map(|note| confirmed(note, office.as_ref().map(|office| &*office.value))),
        office,
        function: part.unwrap_or(function),
    }
}

#[cfg(test)]
mod tests {
    use crate::note::model::Function;
    use crate::note::outline::Outline;
    use crate::note::programme::read::programme;
    use crate::text::Reading;

    fn functions(first: &str) -> Vec<Function> {
        let reading = Reading::of(&format!(
            "Programme\n\n10.00 a.m.  {first}\n• Ms. Ana Ruiz, Special Adviser\n• Mr. Jan Novak, Professor\n\n12.00 \
             p.m.  Closing remarks\n"
        ));
        let read = programme(&Outline::of(&reading), &[]);
        read.entries.iter().flat_map(|entry| &entry.speakers).map(|speaker| speaker.function).collect()
    }

    #[test]
    fn an_office_that_does_something_is_a_sentence() {
        let one = |text: &str| super::begins_with_somebody(text);
        assert!(one("President of the General Assembly"));
        assert!(one("Special Envoy and Goodwill Ambassador"));
        for verb in ["and assumes the chair", "opens the debate", "and moderates", "will speak"] {
            assert!(!one(&format!("President of the General Assembly {verb}")), "{verb}");
        }
    }

    #[test]
    fn how_long_somebody_speaks_is_no_note() {
        let rows = "10.00 a.m.  Opening (20 minutes)\n\u{2022} Ms. Ana Ruiz, Special Adviser (10 minutes)\n";
        let reading = Reading::of(&format!("Programme\n\n{rows}"));
        let entries = programme(&Outline::of(&reading), &[]).entries;
        assert_eq!(entries[0].title.as_ref().map(|title| title.value.as_str()), Some("Opening"));
        assert_eq!(entries[0].speakers.iter().filter_map(|speaker| speaker.note.as_ref()).count(), 0);
    }

    #[test]
    fn who_gives_the_keynote_sits_on_no_panel() {
        assert_eq!(functions("Keynote address"), [Function::Speaker; 2]);
        assert_eq!(functions("Panel discussion"), [Function::Panellist; 2]);
    }
}
