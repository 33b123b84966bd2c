//! The word that says how settled a programme is: tentative, draft, provisional, final.

use std::ops::Range;

use crate::note::block::in_text;
use crate::note::model::SectionKind;
use crate::note::outline::Outline;
use crate::note::phrase;
use crate::note::word_index::Places;
use crate::text::Cited;

const STATUSES: [&str; 4] = ["tentative", "draft", "provisional", "final"];

/// What a programme is called in running text.
const NAMED: [&str; 2] = ["programme", "program"];

/// What it may be called as well where it has a heading; elsewhere, a provisional agenda is the Assembly's.
const HEADED: [&str; 8] =
    ["programme", "program", "agenda", "proceedings", "schedule", "timetable", "business", "order"];

/// The status: as the programme's heading has it, else the title block, else any sentence that names the programme.
pub(super) fn status(outline: &Outline<'_>) -> Option<Cited<String>> {
    let blocks = outline.reading.blocks();
    let mut headings =
        outline.parts.iter().filter(|part| part.kind == SectionKind::Programme).filter_map(|part| part.heading);
    let mut title = outline.title.clone().filter(|&i| in_text(&blocks[i]));
    let told = outline.words.places(STATUSES);
    let named = |i: usize, nouns: &[&str]| before_programme(outline, &told, blocks[i].range.clone(), nouns);
    let headed = headings.find_map(|i| named(i, &HEADED));
    headed.or_else(|| title.find_map(|i| named(i, &NAMED))).or_else(|| {
        outline.sentences.iter().find_map(|sentence| before_programme(outline, &told, sentence.range.clone(), &NAMED))
    })
}

/// The status word that stands close before one of `nouns`.
fn before_programme(
    outline: &Outline<'_>,
    told: &Places,
    range: Range<usize>,
    nouns: &[&str],
) -> Option<Cited<String>> {
    let text = &outline.reading.text()[range.clone()];
    if !told.any_in(&range) {
        return None;
    }
    let words: Vec<_> = phrase::words(text).collect();
    let is_programme = |word: &str| nouns.iter().any(|noun| phrase::alike(word, noun));
    for (i, word) in words.iter().enumerate() {
        let status = STATUSES.iter().find(|status| phrase::alike(&text[word.clone()], status));
        let Some(status) = status else { continue };
        // `PROGRAMME (DRAFT OF 2 MAY)`: behind it only in brackets.
        let bracket = text[..word.start].ends_with('(')
            && words[..i].last().is_some_and(|last| is_programme(&text[last.clone()]));
        // `The programme is provisional`
        let last = words[..i].last().map(|before| &text[before.clone()]);
        let said = matches!(last, Some("is" | "remains" | "still"))
            && words[..i].iter().rev().skip(1).take(2).any(|before| is_programme(&text[before.clone()]));
        let near = bracket || said || words[i + 1..].iter().take(4).any(|next| is_programme(&text[next.clone()]));
        let clear = bracket
            || said
            || *status != "final"
            || words.get(i + 1).is_some_and(|next| is_programme(&text[next.clone()]));
        if near && clear {
            let span = outline.reading.raw_span(range.start + word.start..range.start + word.end);
            return Some(Cited::new((*status).to_owned(), span));
        }
    }
    None
}
