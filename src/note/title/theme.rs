//! The year's theme in a title block: behind the title's colon, in quotation marks, called so, or on lines of its own.

use std::ops::Range;

use super::line::{Line, TitleKind, ends_open, names_event};
use crate::note::block::is_prose;
use crate::note::outline::{Outline, Sentence};
use crate::note::phrase;
use crate::note::principle::begins_with_principle;
use crate::text::Cited;

/// Parts a title from the theme behind its first colon, or from the theme that it quotes.
pub(super) fn part(words: &str) -> (Range<usize>, Option<Range<usize>>) {
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
        let theme = unquoted(words, open..quotation_end(words, open));
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

/// Where a quotation ends that opens at `open`: a place may stand behind it, which is no theme's.
fn quotation_end(words: &str, open: usize) -> usize {
    let inner = open + words[open..].chars().next().map_or(0, char::len_utf8);
    let closes = |at: usize| !words[..at].ends_with(char::is_whitespace);
    let mut marks = words[inner..].match_indices(['"', '”']).map(|(at, _)| inner + at);
    marks.find(|&at| at > inner && closes(at)).unwrap_or(words.len())
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
pub(super) fn subject(title: &str) -> Option<Range<usize>> {
    let on = phrase::first_of(title, &["dialogue on", "debate on", "discussion on"])?;
    let start = on.end + (title[on.end..].len() - title[on.end..].trim_start().len());
    let words = &title[start..];
    let plain = phrase::find(words, "report of the secretary-general").is_some()
        || begins_with_principle(words)
        || words.split(' ').count() < 4;
    (!plain).then_some(start..title.len())
}

/// A theme that is called so: `Theme: …`.
pub(super) fn labelled(outline: &Outline<'_>, lines: &[Line]) -> Option<Cited<String>> {
    value_of(outline, lines, &["theme", "topic", "subject", "theme of the dialogue", "on the theme"])
}

/// What stands behind the colon of the first line that one of `labels` begins.
pub(super) fn value_of(outline: &Outline<'_>, lines: &[Line], labels: &[&str]) -> Option<Cited<String>> {
    lines.iter().find_map(|line| {
        let text = &outline.reading.text()[line.range.clone()];
        let (label, _) = text.split_once(':')?;
        let known = labels.iter().any(|known| label.trim().eq_ignore_ascii_case(known));
        let value = unquoted(text, label.len() + 1..text.len());
        (known && value.len() > 4).then(|| outline.cite(line.range.start + value.start..line.range.start + value.end))
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
pub(super) fn above_title(outline: &Outline<'_>, lines: &[Line], title: usize) -> Option<Cited<String>> {
    let above = title.checked_sub(1)?;
    let head = above.checked_sub(1).map(|head| lines[head].kind);
    if lines[above].kind != TitleKind::Other || !matches!(head, Some(TitleKind::Document | TitleKind::Organ)) {
        return None;
    }
    let range = &lines[above].range;
    let text = &outline.reading.text()[range.clone()];
    let theme = unquoted(text, 0..text.len());
    let words = text[theme.clone()].split(' ').count();
    let whole = !is_prose(text) && !ends_open(text) && !text.ends_with(['.', ',', ':']);
    (whole && (4..=24).contains(&words)).then(|| outline.cite(range.start + theme.start..range.start + theme.end))
}

/// The lines behind `title`, its last line, that are neither place nor heading nor document.
pub(super) fn behind_title(outline: &Outline<'_>, lines: &[Line], title: usize) -> Option<Cited<String>> {
    let range = lines_behind(outline, lines, title)?;
    let text = &outline.reading.text()[range.clone()];
    let theme = unquoted(text, 0..text.len());
    let last = lines.last().is_some_and(|last| last.range.end == range.end);
    let behind_place = lines.iter().any(|line| line.range.end <= range.start && line.kind == TitleKind::Place);
    if last && behind_place && theme.len() == text.len() && !is_taken_up(outline, text) {
        return None;
    }
    // A line of a word or two is no theme but a label that nobody knows, unless the text takes it up.
    let words = text[theme.clone()].split(' ').count();
    (words >= 2 && theme.len() < 240 && (words >= 3 || is_taken_up(outline, &text[theme.clone()])))
        .then(|| outline.cite(range.start + theme.start..range.start + theme.end))
}

/// Where the first lines behind `title` stand that are nothing else, up to running text or the end of a quotation.
fn lines_behind(outline: &Outline<'_>, lines: &[Line], title: usize) -> Option<Range<usize>> {
    let text = |range: &Range<usize>| &outline.reading.text()[range.clone()];
    let mut found: Option<Range<usize>> = None;
    for line in &lines[title + 1..] {
        match (line.kind, &mut found) {
            (_, Some(found)) if is_quotation(text(found)) => break,
            (TitleKind::Other, _) if is_prose(text(&line.range)) => break,
            (TitleKind::Other, None) => found = Some(line.range.clone()),
            (TitleKind::Other, Some(found)) => found.end = line.range.end,
            (_, Some(_)) => break,
            (_, None) => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::part;
    use crate::note::outline::Outline;
    use crate::note::title::title_block;
    use crate::text::Reading;

    #[test]
    fn an_item_of_the_agenda_is_no_theme() {
        let theme = |line: &str| {
            let title = "Informal interactive dialogue on the responsibility to protect";
            let reading = Reading::of(&format!(
                "{title}\n{line}\n26 June 2023\n\nBackground\n\nThe Assembly takes up the matter in each year, and it has \
                 heard the Secretary-General on it since the summit of all heads of State.\n"
            ));
            title_block(&Outline::of(&reading)).theme.map(|theme| theme.value)
        };
        assert_eq!(theme("Agenda item 132"), None);
        assert_eq!(theme("Early warning and assessment").as_deref(), Some("Early warning and assessment"));
    }

    #[test]
    fn a_quoted_theme_ends_with_its_quotation() {
        for (words, title, theme) in [
            (
                "Thematic debate on safety \"People first: what next\" Conference Room 1",
                "Thematic debate on safety",
                "People first: what next",
            ),
            (
                "Informal interactive dialogue “Acting early, together” of 2018",
                "Informal interactive dialogue",
                "Acting early, together",
            ),
            (
                "Informal interactive dialogue “Acting early, together",
                "Informal interactive dialogue",
                "Acting early, together",
            ),
        ] {
            let (own, quoted) = part(words);
            assert_eq!((&words[own], quoted.map(|at| &words[at])), (title, Some(theme)));
        }
    }
}
