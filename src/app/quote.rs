//! Quotes: the surroundings of a place, and the citation that goes with its words.

use std::ops::Range;

use r2p_notes::compare::paragraphs::paragraphs;
use r2p_notes::note::Document;
use r2p_notes::note::model::{Finding, FindingKind, Note};
use r2p_notes::text::sentence::sentences;
use r2p_notes::text::{Span, civil};

use super::phrase;

/// How many bytes of surroundings are shown on either side.
const AROUND: usize = 200;

/// The surroundings of `range` in `text`: whole words, and no further than the passage is interesting.
pub fn surroundings(text: &str, range: Range<usize>) -> Range<usize> {
    let from = text.floor_char_boundary(range.start.saturating_sub(AROUND));
    let to = text.ceil_char_boundary((range.end + AROUND).min(text.len()));
    let start = match from {
        0 => 0,
        // From the first word that begins after the cut.
        _ => text[from..range.start].find(char::is_whitespace).map_or(range.start, |at| from + at),
    };
    let end = match to == text.len() {
        true => to,
        false => text[range.end..to].rfind(char::is_whitespace).map_or(range.end, |at| range.end + at),
    };
    let trimmed = text[start..range.start].trim_start().len();
    range.start - trimmed..range.end + text[range.end..end].trim_end().len()
}

/// The words at `span` as read, on one line.
pub fn words(document: &Document, span: Span) -> String {
    let read = document.reading.read_range(span);
    let text = document.reading.text().get(read).filter(|text| !text.trim().is_empty());
    phrase::folded(text.or_else(|| document.source.text.get(span.range())).unwrap_or_default())
}

/// The words at `span` with what they are from: `“…” (title, date, Purpose, paragraph 2)`.
pub fn citation(document: &Document, span: Span) -> String {
    let note = &document.note;
    let mut from = Vec::new();
    from.extend(note.event.title.as_ref().map(|title| title.value.clone()));
    from.extend(note.theme.as_ref().map(|theme| theme.value.clone()));
    from.extend(note.event.date.as_ref().map(|date| civil::day(date.value)));
    if from.is_empty() {
        from.push(note.source.name.clone());
    }
    let place = place(document, span);
    from.extend(Some(place).filter(|place| !place.is_empty()));
    format!("“{}” ({})", words(document, span), from.join(", "))
}

/// The sentence that `span` is a part of; none where it is no part of one, or all of it.
pub fn sentence(document: &Document, span: Span) -> Option<Span> {
    let reading = &document.reading;
    let read = reading.read_range(span);
    let block = reading.blocks().get(reading.blocks().partition_point(|block| block.range.end <= read.start))?;
    let within = |range: Range<usize>| range.start + block.range.start..range.end + block.range.start;
    let all = sentences(reading.block_text(block)).into_iter().map(within);
    let own = all.into_iter().find(|range| range.start <= read.start && read.end <= range.end)?;
    let longer = own.len() > read.len() + 1 && reading.text()[own.clone()].ends_with(['.', '?', '!']);
    longer.then(|| reading.raw_span(own))
}

/// What a careful reader would query at `span`, among other places or there alone.
pub fn queried(note: &Note, span: Span) -> impl Iterator<Item = &Finding> {
    let stated = note.findings.iter().filter(|finding| finding.kind != FindingKind::Missing);
    stated.filter(move |finding| finding.spans.iter().any(|other| other.overlaps(span)))
}

/// Where `span` stands: `Purpose, paragraph 2`.
pub fn place(document: &Document, span: Span) -> String {
    let Some(section) = document.note.sections.iter().find(|section| section.span.contains(span)) else {
        return String::new();
    };
    let reading = &document.reading;
    let at = reading.read_range(span).start;
    let block = reading.blocks().partition_point(|block| block.range.end <= at);
    let paragraph = paragraphs(document).get(block).copied().flatten();
    let name = section.heading.as_ref().map_or(section.kind.title(), |heading| &*heading.value);
    paragraph.map_or_else(|| name.to_owned(), |paragraph| format!("{name}, {paragraph}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shelf::tests::read;

    #[test]
    fn surroundings_are_whole_words_around_the_range() {
        let text = format!("{}the words {}", "before ".repeat(100), "after é ".repeat(100));
        let range = 700..709;
        assert_eq!(&text[range.clone()], "the words");
        let shown = surroundings(&text, range.clone());
        assert!(shown.start < range.start && shown.end > range.end);
        assert!(text[shown.clone()].starts_with("before ") && shown.len() < 420);
        assert_eq!(surroundings("all", 0..3), 0..3);
        assert_eq!(surroundings("éé all éé", 5..8), 0..13);
    }

    #[test]
    fn a_part_of_a_sentence_leads_to_the_whole() {
        let text = "The States agreed on it. The Assembly took note of the report. No stop here";
        let document = read(text, None).document;
        let of = |words: &str| {
            let start = text.find(words).expect("words of the text");
            sentence(&document, Span::new(start..start + words.len())).map(|span| &text[span.range()])
        };
        assert_eq!(of("Assembly"), Some("The Assembly took note of the report."));
        assert_eq!(of("The Assembly took note of the report."), None);
        assert_eq!(of("on it. The"), None, "of two sentences");
        assert_eq!(of("stop"), None, "of a line that is no sentence");
    }

    #[test]
    fn a_citation_says_what_it_is_from() {
        let mut document = (*read("One  two\nthree", Some(2014)).document).clone();
        document.note.sections.clear();
        document.note.event = Default::default();
        assert_eq!(citation(&document, Span::new(0..8)), "“One two” (a.txt)");
    }
}
