//! The word that says how settled a programme is: tentative, draft, provisional, final.

use crate::note::model::SectionKind;
use crate::note::outline::{Outline, in_text};
use crate::note::phrase;
use crate::text::Cited;

const STATUSES: [&str; 4] = ["tentative", "draft", "provisional", "final"];

/// The status: as the programme's heading has it, else the title block, else any sentence that names the programme.
pub(super) fn status(outline: &Outline<'_>) -> Option<Cited<String>> {
    let blocks = outline.reading.blocks();
    let headings =
        outline.parts.iter().filter(|part| part.kind == SectionKind::Programme).filter_map(|part| part.heading);
    let title = outline.title.clone().filter(|&i| in_text(&blocks[i]));
    for block in headings.chain(title).map(|i| &blocks[i]) {
        if let Some(status) = before_programme(outline, block.range.clone()) {
            return Some(status);
        }
    }
    outline.sentences.iter().find_map(|sentence| before_programme(outline, sentence.range.clone()))
}

/// The status word that stands close before `programme`.
fn before_programme(outline: &Outline<'_>, range: std::ops::Range<usize>) -> Option<Cited<String>> {
    let text = &outline.reading.text()[range.clone()];
    let words: Vec<_> = phrase::words(text).collect();
    let is_programme = |word: &str| phrase::alike(word, "programme") || phrase::alike(word, "program");
    for (i, word) in words.iter().enumerate() {
        let status = STATUSES.iter().find(|status| phrase::alike(&text[word.clone()], status));
        let Some(status) = status else { continue };
        // `PROGRAMME (DRAFT OF 2 MAY)`: behind it only in brackets.
        let bracket = text[..word.start].ends_with('(')
            && words[..i].last().is_some_and(|last| is_programme(&text[last.clone()]));
        let near = bracket || words[i + 1..].iter().take(4).any(|next| is_programme(&text[next.clone()]));
        let clear =
            bracket || *status != "final" || words.get(i + 1).is_some_and(|next| is_programme(&text[next.clone()]));
        if near && clear {
            let span = outline.reading.raw_span(range.start + word.start..range.start + word.end);
            return Some(Cited::new((*status).to_owned(), span));
        }
    }
    None
}
