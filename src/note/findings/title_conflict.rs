//! # Title conflict
//!
//! **What.** This year's report or theme is titled in two wordings, the title block's and the running text's, or two of
//! the running text's. The later one is queried.
//!
//! **Why.** A reader who quotes the title, or looks the report up, needs to know which is right.
//!
//! **Example.** `The responsibility to protect and accountability for prevention` in the title block, `"Implementing the
//! responsibility to protect: Accountability for Prevention"` in the background.
//!
//! Not queried: another case or punctuation, a short form, misread letters, and titles without a telling word in common,
//! which are not two wordings of one title but the titles of two things. A title counts as this year's report's only
//! where nothing says that it is another's: no earlier year, no symbol of another session, no `previous`.

use std::borrow::Cow;
use std::cell::LazyCell;
use std::ops::Range;

use super::evidence::{self, is_any};
use super::rule::Rule;
use super::wording::Wording;
use crate::note::model::{Finding, FindingKind, Note};
use crate::note::outline::{Outline, Sentence};
use crate::note::phrase;
use crate::note::principle::{begins_with_principle, names_principle};
use crate::note::quotation::{OPENING_MARKS, after_quote, quoted};
use crate::note::report::after_report;
use crate::note::report_years::{FIRST_SESSION, session_of, years};
use crate::text::lex::Value;
use crate::text::{Cited, lexicon, lookalike, misread};

pub(super) static RULE: Rule = Rule {
    kind: FindingKind::TitleConflict,
    phrase: "the title reads otherwise above",
    find,
    expected: |_, _| "one wording throughout".to_owned(),
};

/// How many years a session of the General Assembly is behind that of an event which falls late in it, or early.
const SESSIONS_BEHIND: [i16; 2] = [FIRST_SESSION, FIRST_SESSION - 1];

/// Words between `report` and its title.
const TIES: [&str; 22] = [
    "of",
    "the",
    "secretary-general",
    "on",
    "entitled",
    "titled",
    "under",
    "title",
    "which",
    "that",
    "bears",
    "bearing",
    "has",
    "heading",
    "submitted",
    "now",
    "with",
    "for",
    "topic",
    "united",
    "nations",
    "this",
];

/// Words before `report` that make it another year's.
const OTHERS: [&str; 10] =
    ["previous", "last", "earlier", "preceding", "past", "former", "next", "subsequent", "interim", "another"];

/// A title with its words.
struct Title {
    cited: Cited<String>,
    wording: Wording,
}

fn find(outline: &Outline<'_>, note: &Note) -> Vec<Finding> {
    let titles = titles(outline, note);
    let event = Wording::plain(note.event.title.as_ref().map_or("", |title| title.value.as_str()));
    let Some((first, later)) = titles.split_first() else { return Vec::new() };
    let same = |title: &Title| first.wording.same(&title.wording) || first.wording.same_behind(&title.wording, &event);
    let part = telling_part(note);
    let other = |title: &&Title| {
        !same(title)
            && first.wording.shares(&title.wording, &event, part)
            && !is_worn(&first.cited.value, &title.cited.value)
    };
    let query = |title: &Title| {
        let (given, before) = (&title.cited, &first.cited);
        let message = format!("The title reads “{}”, but above it reads “{}”.", given.value, before.value);
        RULE.finding(&given.value, message, vec![given.span, before.span])
    };
    later.iter().filter(other).map(query).collect()
}

/// How much of the shorter title must stand in the other, as a part of its telling words: a dialogue on the responsibility to
/// protect has the theme that the year's report has for a title; elsewhere the two may well speak of one subject.
fn telling_part(note: &Note) -> usize {
    let title = |title: &Option<Cited<String>>| title.as_ref().is_some_and(|title| names_principle(&title.value));
    if title(&note.event.title) || title(&note.theme) || title(&note.report.title) { 3 } else { 2 }
}

/// Whether two titles that have words no lexicon knows are one, misread: they look alike letter by letter, and no known word
/// of either is missing in the other. Where all words are known, another word is another wording.
fn is_worn(one: &str, other: &str) -> bool {
    const ALIKE: f32 = 0.8;
    /// Shorter words stand in others by chance.
    const TELLING: usize = 4;
    if !misread::has_unknown(one) && !misread::has_unknown(other) {
        return false;
    }
    // With the letters that ones and noughts in a word stand for.
    let letter = |c: char| match c {
        '1' => 'i',
        '0' => 'o',
        c => c,
    };
    let letters = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).map(letter).collect()
    };
    let (first, second) = (letters(one), letters(other));
    let known = |title: &str, other: &str| {
        title
            .split(' ')
            .map(letters)
            .filter(|word| word.len() >= TELLING && lexicon::contains(word))
            .all(|word| other.contains(&word))
    };
    known(one, &second) && known(other, &first) && lookalike::similar(&first, &second, ALIKE)
}

/// The titles of this year's report and theme, in the order of the text.
fn titles(outline: &Outline<'_>, note: &Note) -> Vec<Title> {
    let theme = note.theme.iter().map(|theme| (theme.clone(), outline.reading.read_range(theme.span)));
    let mut found: Vec<(Cited<String>, Range<usize>)> = theme.collect();
    let before = note.history.iter().filter_map(|report| report.title.as_ref());
    let before: LazyCell<Vec<Wording>, _> =
        LazyCell::new(|| before.map(|title| Wording::plain(&title.value)).collect());
    let known = |title: &str| is_any_of(&before, title);
    for sentence in outline.sentences.iter().filter(|sentence| !outline.title.contains(&sentence.block)) {
        let text = outline.text(sentence);
        let mut from = 0;
        while let Some(quote) = quoted(text, from) {
            if is_current(outline, note, known, sentence, &quote) {
                let title = after_report(text, quote.clone());
                let range = sentence.range.start + title.start..sentence.range.start + title.end;
                found.push((outline.cite(range.clone()), range));
            }
            from = after_quote(text, quote.end);
        }
    }
    found.extend(unquoted(outline, note));
    found.sort_by_key(|(title, _)| title.span);
    let with_words = |(cited, range)| Title { cited, wording: Wording::read(outline, note, range) };
    found.into_iter().map(with_words).collect()
}

/// The title of this year's report where it stands without marks, as where italics were lost.
fn unquoted(outline: &Outline<'_>, note: &Note) -> Option<(Cited<String>, Range<usize>)> {
    let title = note.report.title.as_ref()?;
    let place = outline.reading.read_range(title.span);
    let marked = outline.reading.text()[..place.start].ends_with(OPENING_MARKS);
    (!marked).then(|| (title.clone(), place))
}

/// Whether a quotation is the title of this year's report; `known` says that it is the title of one before.
fn is_current(
    outline: &Outline<'_>,
    note: &Note,
    known: impl Fn(&str) -> bool,
    sentence: &Sentence,
    quote: &Range<usize>,
) -> bool {
    let Some(year) = note.year.as_ref().map(|year| year.value) else { return false };
    let text = outline.text(sentence);
    let mut head = evidence::words(&text[..quote.start]);
    // A symbol in brackets is no word: `the report (A/65/877) bears the title "…"`.
    let tokens = outline.reading.tokens_in(sentence.range.start..sentence.range.start + quote.start);
    for (place, _) in tokens.iter().filter(|(_, token)| matches!(token.value, Value::Symbol(_))) {
        let within = |at: usize| (place.start..place.end).contains(&(sentence.range.start + at));
        head.retain(|(_, word)| !within(word.start));
    }
    let own = || phrase::find(&text[quote.clone()], "report of the secretary-general").is_some_and(|at| at.start < 5);
    let symbol = cited_behind(outline, sentence, quote.end);
    let named = named_report(note, &head);
    // What this year's symbol stands behind is this year's report, whatever the sentence calls it.
    let Some(report) = named else {
        let past = || years(outline, sentence.range.clone()).iter().any(|&(_, found)| found < year);
        let theme = || symbol.is_none() && names_theme(text, &head, quote) && !past() && !known(&text[quote.clone()]);
        return own() || symbol.is_some_and(|symbol| is_own(note, symbol)) || theme();
    };
    if let Some(session) = symbol.and_then(session_of) {
        return SESSIONS_BEHIND.iter().any(|behind| year - behind == session);
    }
    let lead: Vec<&str> = head[report.saturating_sub(6)..report].iter().map(|(word, _)| &**word).collect();
    let ordinal = lead.iter().rev().take(3).find_map(|word| phrase::ordinal(word));
    let own_ordinal = note.report.ordinal.as_ref().map(|ordinal| ordinal.value);
    let past = || years(outline, sentence.range.clone()).iter().any(|&(_, found)| found < year);
    !lead.iter().any(|word| is_any(word, &OTHERS))
        && ordinal.is_none_or(|ordinal| own_ordinal == Some(ordinal))
        && !past()
        && !known(&text[quote.clone()])
}

/// Whether a quotation is what the event is said to be on: `the debate on "…" will furnish ideas`; the agenda's item is no
/// theme.
fn names_theme(text: &str, head: &[(Cow<'_, str>, Range<usize>)], at: &Range<usize>) -> bool {
    let words: Vec<&str> = head.iter().map(|(word, _)| &**word).collect();
    let said =
        matches!(words.last(), Some(&("is" | "reads"))) && words.iter().rev().take(CLAUSE).any(|word| *word == "theme");
    if said || words.last() == Some(&"theme") {
        return is_theme_of_own(&words, &text[at.end..]);
    }
    let ("on" | "entitled" | "titled", [.., before, noun]) =
        (words.last().copied().unwrap_or_default(), &words[..words.len().saturating_sub(1)])
    else {
        return false;
    };
    let quote = &text[at.clone()];
    let item = begins_with_principle(quote) && !quote.contains(':');
    let gone = phrase::has_exact(text, &["was", "were", "had"]);
    is_any(noun, &EVENTS) && OWN.contains(before) && !item && !gone
}

/// How many words behind a theme tell of what it is, or stand at most before it in its clause.
const CLAUSE: usize = 6;

/// Nouns for events.
const EVENTS: [&str; 10] = [
    "dialogue",
    "debate",
    "discussion",
    "meeting",
    "event",
    "panel",
    "roundtable",
    "seminar",
    "conference",
    "briefing",
];

/// Words before them that make one the note's own.
const OWN: [&str; 6] = ["the", "this", "present", "interactive", "thematic", "forthcoming"];

/// Whether the theme between the words `head` and `behind` is that of the note's event: `The debate, which has the theme "…", will
/// be the first`, `The theme of the meeting is "…"`, `Under the theme "…", the meeting will serve four ends`.
fn is_theme_of_own(head: &[&str], behind: &str) -> bool {
    /// Among how many words behind the theme the event is named.
    const NAMED: usize = 3;
    let own = |words: &[&str]| words.windows(2).any(|pair| OWN.contains(&pair[0]) && is_any(pair[1], &EVENTS));
    let gone = |word: &&str| matches!(*word, "was" | "were" | "had") || is_any(word, &OTHERS);
    let behind: Vec<String> = phrase::words(behind).take(CLAUSE).map(|word| behind[word].to_lowercase()).collect();
    let behind: Vec<&str> = behind.iter().map(String::as_str).collect();
    let under = || head.len() <= CLAUSE && own(&behind[..behind.len().min(NAMED)]) && !behind.iter().any(gone);
    (own(head) || under()) && !head.iter().any(gone)
}

/// Whether a title is one of `wordings`.
fn is_any_of(wordings: &[Wording], title: &str) -> bool {
    let title = Wording::plain(title);
    wordings.iter().any(|known| title.equals(known))
}

/// The last word `report` of `head`, where only the words that tie a title to it stand behind it.
fn named_report(note: &Note, head: &[(Cow<'_, str>, Range<usize>)]) -> Option<usize> {
    let report = head.iter().rposition(|(word, _)| phrase::alike(word, "report"))?;
    let event = note.event.title.as_ref().map_or("", |title| title.value.as_str());
    let event = evidence::words(event);
    let ties = |word: &str| is_any(word, &TIES) || event.iter().any(|(known, _)| phrase::alike(word, known));
    head[report + 1..].iter().all(|(word, _)| ties(word)).then_some(report)
}

/// Whether a symbol is that of this year's report, or its first half.
fn is_own(note: &Note, symbol: &str) -> bool {
    let own = note.report.symbol.as_ref().map(|own| own.value.as_str());
    own.is_some_and(|own| own.strip_prefix(symbol).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit())))
}

/// The symbol that stands behind a title.
fn cited_behind<'a>(outline: &'a Outline<'_>, sentence: &Sentence, end: usize) -> Option<&'a str> {
    let from = sentence.range.start + end;
    let (place, token) = outline.reading.tokens_in(from..sentence.range.end).first()?;
    let near = place.start - from <= 8;
    match &token.value {
        Value::Symbol(symbol) if near => Some(symbol),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn a_theme_that_the_text_words_otherwise_is_queried() {
        let queried = |told: &str| {
            RULE.values(&format!(
                "High-level thematic debate on human trafficking\n\nFrom commitment to conviction: putting the Global Plan to work\n\n3 \
                 April 2012\n\nBackground\n\nThe profits of this trade are second only to those made from drugs and from arms, as the \
                 Organization reckons them. {told}\n"
            ))
        };
        let theme = "From commitment to conviction: turning the Global Plan into practice";
        assert_eq!(queried(&format!("The debate, which has the theme \"{theme}\", will be the first.")), [theme]);
        assert_eq!(queried(&format!("The debate, which had the theme \"{theme}\", was the first.")), [""; 0]);
        assert_eq!(queried(&format!("A workshop has the theme \"{theme}\".")), [""; 0]);
        assert_eq!(queried(&format!("Under the theme \"{theme}\", the meeting will serve four ends.")), [theme]);
        assert_eq!(queried(&format!("The theme of the debate is \"{theme}\".")), [theme]);
        assert_eq!(queried(&format!("Under the theme \"{theme}\", experts met in Geneva.")), [""; 0]);
        assert_eq!(queried(&format!("Under the theme \"{theme}\", the last meeting served four ends.")), [""; 0]);
        assert_eq!(queried(&format!("The theme of the last debate is \"{theme}\".")), [""; 0]);
    }

    #[test]
    fn a_report_on_the_theme_s_subject_may_have_a_title_of_its_own() {
        let queried = |event: &str, theme: &str| {
            let report = "Investing in prevention: national pathways to sustaining peace";
            RULE.values(&format!(
                "{event}\n\n“{theme}”\n\n22 May 2024\n\nBackground\n\nThe report of the Secretary-General entitled “{report}” \
                 (A/78/779) will be discussed by the two bodies together.\n"
            ))
        };
        let event = "Informal interactive dialogue of the General Assembly and the Peacebuilding Commission";
        assert_eq!(queried(event, "Prevention begins at home: national strategies and predictable financing"), [""; 0]);
        assert_eq!(queried(event, "Investment in prevention: national pathways to peace at home").len(), 1);
        let ours = "Informal interactive dialogue on the responsibility to protect";
        assert_eq!(queried(ours, "Prevention begins at home: national strategies and predictable financing").len(), 1);
    }
}
