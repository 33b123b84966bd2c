//! What a note says of interpretation.

use super::model::SectionKind;
use super::outline::Outline;
use super::phrase;
use crate::text::Cited;

/// The sentence that says whether there is interpretation: `The dialogue will be conducted in English only.`
pub(super) fn interpretation(outline: &Outline<'_>) -> Option<Cited<String>> {
    const ABOUT: [&str; 22] = [
        "no interpretation",
        "provided",
        "available",
        "confirmed",
        "languages",
        "services",
        "as available",
        "simultaneous",
        "meeting",
        "arranged",
        "official languages",
        "english only",
        "without",
        "there will be",
        "into",
        "guaranteed",
        "ensured",
        "offered",
        "foreseen",
        "envisaged",
        "sitting",
        "sittings",
    ];
    outline
        .having(&["interpretation", "interpreted", "english only"])
        .filter(|sentence| sentence.part != SectionKind::Background)
        .find(|sentence| {
            let text = outline.text(sentence);
            text.starts_with("Interpretation: ") || phrase::has_any(text, &ABOUT) && !is_language(text)
        })
        .map(|sentence| {
            let text = outline.text(sentence);
            // `Interpretation: …` as a label is no part of what it labels, where that speaks of interpretation itself.
            let label =
                text.strip_prefix("Interpretation:").filter(|rest| phrase::find(rest, "interpretation").is_some());
            let label = label.map_or(0, |rest| text.len() - rest.trim_start().len()).max(stop_lost(text));
            let end = text.trim_end_matches(['.', ' ']).len();
            outline.cite(sentence.range.start + label..sentence.range.start + end.max(label + 1))
        })
}

/// Whether a line only names the language that the document is in: `A/68/1 2 May 2014 English only`.
fn is_language(text: &str) -> bool {
    const SAYS: [&str; 10] =
        ["will", "is", "are", "be", "shall", "held", "conducted", "proceedings", "meeting", "dialogue"];
    !phrase::has_any(text, &["interpretation", "interpreted"]) && !phrase::has_any(text, &SAYS)
}

/// Where the sentence on interpretation begins behind one whose full stop was lost: `by 18 June 2018, Interpretation in …`.
fn stop_lost(text: &str) -> usize {
    let begins = |at: &usize| text[..*at].ends_with([' ', '.']) && !text[..*at].trim_end().ends_with(['"', '“', '(']);
    let behind = |at: usize| text[at..].split(' ').nth(1).is_some_and(|next| next.starts_with(char::is_lowercase));
    let mut found = text.match_indices("Interpretation ").map(|(at, _)| at).filter(begins);
    found.find(|&at| at > 0 && behind(at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::interpretation;
    use crate::note::outline::Outline;
    use crate::text::Reading;

    #[test]
    fn interpretation_may_be_lacking() {
        let told = |text: &str| {
            let reading = Reading::of(&format!("Participation\n\nAll may take part. {text}\n"));
            interpretation(&Outline::of(&reading)).is_some()
        };
        assert!(told("Regrettably, interpretation cannot be guaranteed for the afternoon."));
        assert!(told("Interpretation is foreseen for the morning sitting."));
        assert!(told("The dialogue will be conducted in English only."));
        let head = Reading::of(
            "A/CONF.278/2023/3   2 October 2023\nEnglish only\n\nCommission on Shared Waters\n\nBackground\n\nIt began.\n",
        );
        assert!(interpretation(&Outline::of(&head)).is_none(), "the document's own language");
        assert!(!told("They may question this interpretation of the Charter."));
    }
}
