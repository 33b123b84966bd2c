//! The title block: which of its lines is the event's title, and where the year's theme stands beside it.

use std::ops::Range;

use super::line::{Line, TitleKind, before_date, document_prefix, ends_open, ends_with_document};
use super::theme;
use crate::note::block::in_text;
use crate::note::model::SectionKind;
use crate::note::outline::Outline;
use crate::text::Cited;

/// What the title block says.
#[derive(Debug, Default)]
pub(in crate::note) struct TitleBlock {
    pub(in crate::note) title: Option<Cited<String>>,
    pub(in crate::note) theme: Option<Cited<String>>,
}

/// Reads the title block.
pub(in crate::note) fn title_block(outline: &Outline<'_>) -> TitleBlock {
    let blocks = outline.title.clone().map(|i| (i, &outline.reading.blocks()[i])).filter(|(_, block)| in_text(block));
    let lines: Vec<Line> = blocks
        .map(|(i, block)| {
            let heads = outline.headings[i].is_some_and(|kind| kind != SectionKind::Other);
            Line::of(outline, block.range.clone(), heads)
        })
        .collect();
    if let Some(read) = labelled(outline, &lines) {
        return read;
    }
    let Some(named) = names_title(outline, &lines) else {
        return TitleBlock { title: None, theme: theme::labelled(outline, &lines) };
    };
    let (place, last) = whole_title(outline, &lines, named);
    let words = &outline.reading.text()[place.clone()];
    let cite = |range: Range<usize>| outline.cite(place.start + range.start..place.start + range.end);
    let (title, parted) = theme::part(words);
    let title = title.start..title.start + words[title].trim_end_matches([':', ' ']).len();
    let theme = parted
        .map(cite)
        .or_else(|| theme::labelled(outline, &lines))
        .or_else(|| theme::behind_title(outline, &lines, last))
        .or_else(|| theme::above_title(outline, &lines, named))
        .or_else(|| theme::subject(words).map(cite));
    TitleBlock { title: Some(cite(title)), theme }
}

/// A title block of labelled lines: `Event: …`, `Theme: …`.
fn labelled(outline: &Outline<'_>, lines: &[Line]) -> Option<TitleBlock> {
    let value = |labels: &[&str]| theme::value_of(outline, lines, labels);
    let title = value(&["event", "meeting", "title", "title of event"])?;
    Some(TitleBlock { title: Some(title), theme: value(&["theme", "topic", "subject", "under the theme"]) })
}

/// The line that names the event: rather one that does not name the document as well, else one that names a meeting.
fn names_title(outline: &Outline<'_>, lines: &[Line]) -> Option<usize> {
    let text = |line: &Line| &outline.reading.text()[line.range.clone()];
    let events = || (0..lines.len()).filter(|&i| lines[i].kind == TitleKind::Event);
    let own = events().find(|&i| !ends_with_document(text(&lines[i])));
    own.or_else(|| events().next()).or_else(|| lines.iter().position(|line| line.names_meeting(text(line))))
}

/// Whether what a line ends with and the next begins with stand together in the running text: `… of the Global` /
/// `Counter-Terrorism Strategy`, in a note on the `Global Counter-Terrorism Strategy`.
fn is_named_across(outline: &Outline<'_>, line: &str, next: &str) -> bool {
    let Some(last) = line.rsplit(' ').next().filter(|last| last.starts_with(char::is_uppercase)) else { return false };
    let words: Vec<&str> = next.split(' ').take(2).collect();
    let name = format!("{last} {}", words.join(" "));
    let title = outline.reading.blocks()[outline.title.clone()].iter();
    let title = title.map(|block| block.range.clone()).reduce(|first, last| first.start..last.end);
    let mut found = outline.reading.text().match_indices(&name).map(|(at, _)| at);
    words.len() == 2 && found.any(|at| !title.as_ref().is_some_and(|title| title.contains(&at)))
}

/// Where the title that line `named` begins stands, without the document's name before it and the day behind it, and the last
/// line that it takes: a title that breaks off goes on in the next.
fn whole_title(outline: &Outline<'_>, lines: &[Line], named: usize) -> (Range<usize>, usize) {
    let text = outline.reading.text();
    let first = &lines[named].range;
    let start = first.start + document_prefix(&text[first.clone()]);
    let (mut end, mut last) = (before_date(outline, first.clone()), named);
    while let Some(next) = lines.get(last + 1).filter(|next| next.kind == TitleKind::Other) {
        let so_far = &text[start..end];
        let open = so_far.ends_with([',', '-', '–']) || ends_open(so_far);
        if !open && !is_named_across(outline, so_far, &text[next.range.clone()]) {
            break;
        }
        last += 1;
        end = next.range.end;
    }
    (start..end, last)
}

#[cfg(test)]
mod tests {
    use super::title_block;
    use crate::note::outline::Outline;
    use crate::text::Reading;

    #[test]
    fn a_name_that_a_line_s_end_cuts_is_whole_in_the_title() {
        let title = |named: &str| {
            let head = "Informal dialogue of the General Assembly on the seventh review of the Global\nFood Strategy for All\n\n\
                        Conference Room 3, 6 July 2021\n\n";
            let text = format!(
                "{head}Background\n\nThe {named} was adopted by the General Assembly fifteen years ago and has been reviewed in \
                 every second year.\n"
            );
            title_block(&Outline::of(&Reading::of(&text))).title.map(|title| title.value).unwrap_or_default()
        };
        assert!(title("Global Food Strategy").ends_with("the Global Food Strategy for All"));
        assert!(title("Strategy").ends_with("the Global"));
    }
}
