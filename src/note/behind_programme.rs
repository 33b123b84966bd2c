//! Where a programme ends that other things stand behind: who may take part, an annex, the summary of a meeting.

use super::block::{in_text, is_prose};
use super::marked::Marked;
use super::model::SectionKind;
use super::phrase;

/// Whether a heading of no known kind ends a programme all the same.
pub(super) fn parts_programme(text: &str) -> bool {
    phrase::has_any(
        text,
        &[
            "participation",
            "modalities",
            "registration",
            "list of speakers",
            "contact",
            "practical information",
            "arrangements",
            "logistics",
            "annex",
        ],
    )
}

/// Whether what a heading heads stands behind the programme: running text, and no row from there on.
pub(super) fn follows_programme(marked: &Marked<'_>, heading: usize) -> bool {
    let blocks = marked.reading.blocks();
    let next = (heading + 1..blocks.len()).find(|&i| in_text(&blocks[i]));
    next.is_some_and(|next| is_prose(marked.text(next))) && marked.rows_end() <= heading
}

/// Where the note proper begins that stands behind a programme, its document's name above its title: `INFORMATION NOTE`.
pub(super) fn note_behind(marked: &Marked<'_>, letter: usize) -> Option<usize> {
    let blocks = marked.reading.blocks();
    let first = (letter..blocks.len()).find(|&i| in_text(&blocks[i]))?;
    if marked.headings[first] != Some(SectionKind::Programme) {
        return None;
    }
    let names = |i: usize| in_text(&blocks[i]) && names_note(marked.text(i));
    (marked.rows_end().max(first + 1)..blocks.len()).find(|&i| names(i))
}

/// `INFORMATION NOTE`, `Concept paper for the dialogue`.
fn names_note(text: &str) -> bool {
    const NOTES: [&str; 6] = [
        "information note",
        "concept note",
        "background note",
        "concept paper",
        "background paper",
        "discussion paper",
    ];
    let begins = || phrase::each(text, &NOTES).iter().any(|(_, at)| at.start <= "The ".len());
    text.len() <= 60 && text.starts_with(char::is_uppercase) && !text.ends_with(['.', ',', ':', ';']) && begins()
}

/// What stands at a document's end under a line of its own.
const ANNEXES: [&str; 4] = ["annex", "appendix", "attachment", "enclosure"];

/// Whether a line begins what is appended behind a programme, no row from there on: `ANNEX`, `Appendix II`, or the summary of
/// a meeting with running text under it (`Summary of the discussion`, `Co-Chairs' summary`).
pub(super) fn is_appended(marked: &Marked<'_>, at: usize) -> bool {
    let text = marked.text(at);
    let mut words = phrase::words(text).map(|word| &text[word]);
    let (Some(first), second) = (words.next(), words.next()) else { return false };
    let mut annex = || {
        let counts = |word: &str| word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase());
        ANNEXES.iter().any(|name| phrase::alike(first, name)) && second.is_none_or(counts) && words.next().is_none()
    };
    let summary = || {
        let last = text.rsplit(' ').next().unwrap_or_default();
        let named = phrase::alike(first, "summary") || text.split(' ').count() <= 4 && phrase::alike(last, "summary");
        named && text.len() < 160 && !text.ends_with('.') && follows_programme(marked, at)
    };
    first.starts_with(char::is_uppercase) && marked.rows_end() > 0 && marked.rows_end() <= at && (annex() || summary())
}

#[cfg(test)]
mod tests {
    use crate::note::model::SectionKind;
    use crate::note::outline::Outline;
    use crate::note::title::title_block;
    use crate::text::Reading;

    #[test]
    fn a_title_may_stand_behind_the_programme() {
        let text = |name: &str| {
            format!(
                "Excellency,\n\nI have the honour to invite you to the dialogue, which will be held on 22 April 2021.\n\nPlease accept, \
                 Excellency, the assurances of my highest consideration.\n\nAna Ruiz\n\nFINAL PROGRAMME\n\n10:00-10:15   \
                 Opening\n\n10:15-11:30   Panel\n\n11:30-13:00   Closing remarks\n\n{name}\n\nInformal preparatory dialogue on \
                 the ocean\nTheme: \"Keeping plastic out of the sea\"\n22 April 2021\n\nBackground\n\nThe Assembly decided to \
                 convene a conference, and later it put that conference off because of the pandemic.\n"
            )
        };
        let read = |name: &str| {
            let reading = Reading::of(&text(name));
            let outline = Outline::of(&reading);
            let kinds: Vec<_> = outline.parts.iter().map(|part| part.kind).collect();
            (kinds, title_block(&outline).theme.map(|theme| theme.value))
        };
        let (kinds, theme) = read("INFORMATION NOTE");
        assert_eq!(kinds, [SectionKind::Letter, SectionKind::Programme, SectionKind::Title, SectionKind::Background]);
        assert_eq!(theme.as_deref(), Some("Keeping plastic out of the sea"));
        assert!(!read("OTHER MATTERS").0.contains(&SectionKind::Title));
    }
}
