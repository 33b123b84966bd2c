//! Whom a sentence of a programme in prose seats on the panel.

use std::ops::Range;

use crate::note::person::Person;
use crate::note::phrase;

/// Who is named as the panel.
pub(super) const PANEL: [&str; 6] = ["panellists", "panelists", "panel", "presenters", "discussants", "experts"];

/// Who sits on the panel: `with Mr. Adama Dieng and Ms. Navi Pillay as panellists`, `a panel composed of Mr. …`.
pub(super) fn seated(text: &str) -> Option<Range<usize>> {
    const COMPOSED: [&str; 22] = [
        "composed of",
        "consisting of",
        "consist of",
        "consists of",
        "made up of",
        "comprising",
        "comprise",
        "comprises",
        "bring together",
        "brings together",
        "bringing together",
        "panellists will be",
        "panelists will be",
        "panellists are",
        "panelists are",
        "panellists, who are",
        "will sit",
        "panel with",
        "discussion with",
        "follow with",
        "follow, with",
        "been invited",
    ];
    if let Some(seats) =
        phrase::first_exact(text, &["as panellists", "as panelists", "as presenters", "as discussants"])
    {
        let with = text[..seats.start].rfind("with ")? + "with ".len();
        return Some(with..seats.start);
    }
    let composed = phrase::first_exact(text, &COMPOSED)?;
    let panel = phrase::has_any(&text[..composed.end], &PANEL);
    let start = composed.end + (text[composed.end..].len() - text[composed.end..].trim_start_matches([':', ' ']).len());
    panel.then(|| start..clause_end(text, start, text.len()))
}

/// Where ends of what stands at `from..end` what is said of those by whom something is done: at the next verb, or at `with`.
pub(super) fn clause_end(text: &str, from: usize, end: usize) -> usize {
    const TURNS: [&str; 6] = [" will ", ", with ", " is to ", " at which ", " in which ", "; "];
    TURNS.iter().filter_map(|turn| text[from..end].find(turn)).min().map_or(end, |at| from + at)
}

/// A person with the house that the words behind the name say is theirs, as the office: `Professor … of the University of Oslo`.
pub(super) fn seconded(text: &str, person: Person) -> Person {
    const TIES: [&str; 4] = [" of the ", " from the ", " of ", " from "];
    const HOUSES: [&str; 24] = [
        "university",
        "institute",
        "institution",
        "centre",
        "center",
        "bank",
        "organization",
        "organisation",
        "fund",
        "commission",
        "office",
        "agency",
        "council",
        "foundation",
        "school",
        "college",
        "academy",
        "programme",
        "association",
        "network",
        "society",
        "ministry",
        "alliance",
        "committee",
    ];
    let Some(name) = person.name.clone().filter(|_| person.office.is_none()) else { return person };
    let behind = &text[name.end..];
    let Some(tie) = TIES.iter().find(|tie| behind.starts_with(**tie)) else { return person };
    let start = name.end + tie.len();
    let house = text[start..].trim_end_matches([' ', ',', '.', ';']);
    let plain = house.starts_with(char::is_uppercase) && !house.contains([',', ';', '(']);
    if !plain || !phrase::has_exact(house, &HOUSES) {
        return person;
    }
    let office = start..start + house.len();
    Person { range: person.range.start..office.end, office: Some(office), ..person }
}

#[cfg(test)]
mod tests {
    use crate::note::model::Function;
    use crate::note::outline::Outline;
    use crate::note::programme::read::programme;
    use crate::text::{Cited, Reading};

    /// The panellists whom a sentence of a programme in prose names, each with the office.
    fn panel(told: &str) -> Vec<(String, String)> {
        let text = format!("Programme\n\nThe dialogue will meet from 10 a.m. to 1 p.m. in one room. {told}\n");
        let value = |cited: &Option<Cited<String>>| cited.as_ref().map(|cited| cited.value.clone()).unwrap_or_default();
        let read = programme(&Outline::of(&Reading::of(&text)), &[]);
        let speakers = read.entries.iter().flat_map(|entry| &entry.speakers);
        let panel = speakers.filter(|speaker| speaker.function == Function::Panellist);
        panel.map(|speaker| (value(&speaker.name), value(&speaker.office))).collect()
    }

    #[test]
    fn a_panel_may_be_composed_of_those_who_sit_on_it() {
        let pair = |name: &str, office: &str| (name.to_owned(), office.to_owned());
        let told = "Dr. Ana Ruiz, Director of the Institute for Water, Professor Jan Roos of the University of Oslo, and Ms. Eve \
                    Sol, Minister for Water of Chile";
        let all = [
            pair("Ana Ruiz", "Director of the Institute for Water"),
            pair("Jan Roos", "University of Oslo"),
            pair("Eve Sol", "Minister for Water of Chile"),
        ];
        assert_eq!(panel(&format!("A panel will follow, composed of {told}.")), all);
        assert_eq!(panel(&format!("The panel will consist of {told}.")), all);
        for lead in [
            "The panel will bring together",
            "The panellists are",
            "On the panel will sit",
            "A panel discussion will follow with",
            "The following panellists have been invited:",
            "Presentations will be made by",
        ] {
            assert_eq!(panel(&format!("{lead} {told}.")), all, "{lead}");
        }
        assert_eq!(panel(&format!("{told}, will sit on the panel.")), all);
        assert_eq!(panel(&format!("The Bureau is composed of {told}.")), []);
        assert_eq!(panel(&format!("The discussion with {told} was held in May.")), []);
        assert_eq!(panel("The panel will consist of Mr. Jan Roos of Norway."), [pair("Jan Roos", "")]);
    }
}
