//! The signs by which a text is known for such a note.

use std::fmt;

use super::model::{Note, SectionKind};
use crate::text::Cited;

/// What such a note has, and which of it a text has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Signs {
    /// A letter from somebody who holds an office of the United Nations, or at it.
    letter: bool,
    /// The date of an event.
    date: bool,
    /// When and where the event is, or who may take part and how.
    particulars: bool,
    /// Rows of a programme that say what is done or who speaks.
    programme: bool,
    /// Two sections or more of those that such notes have.
    sections: bool,
    /// A report by its symbol.
    report: bool,
}

impl Signs {
    pub(super) fn of(note: &Note) -> Self {
        let (event, participation) = (&note.event, &note.participation);
        let is_own = |kind: SectionKind| !matches!(kind, SectionKind::Letter | SectionKind::Title | SectionKind::Other);
        let mut kinds: Vec<_> = note.sections.iter().map(|section| section.kind).filter(|kind| is_own(*kind)).collect();
        kinds.sort_unstable();
        kinds.dedup();
        Self {
            letter: note.letter.as_ref().and_then(|letter| letter.office.as_ref()).is_some_and(is_of_an_organ),
            date: event.date.is_some(),
            particulars: !event.sittings.is_empty()
                || event.venue.is_some()
                || participation.minutes.is_some()
                || participation.register_by.is_some()
                || !participation.contacts.is_empty(),
            programme: note.programme.entries.iter().any(|row| row.title.is_some() || !row.speakers.is_empty()),
            sections: kinds.len() > 1,
            report: note.report.symbol.is_some(),
        }
    }

    /// Whether they make it such a note. Many texts have a date, or an hour and a place; a note has something else besides.
    pub(super) fn suffice(self) -> bool {
        let Self { letter, date, particulars, programme, sections, report } = self;
        let own = [letter, programme, sections, report].into_iter().filter(|has| *has).count();
        (letter || date || programme) && own > 0 && own + usize::from(date) + usize::from(particulars) > 1
    }
}

/// Whether an office is one of an organ of the United Nations, or of a State's mission to it.
fn is_of_an_organ(office: &Cited<String>) -> bool {
    const ORGANS: [&str; 7] =
        ["Assembly", "Committee", "Council", "Nations", "President", "Representative", "Secretary-General"];
    ORGANS.iter().any(|organ| office.value.contains(organ))
}

/// What was looked for in a text and not found: it is no such note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotANote(pub(super) Signs);

impl fmt::Display for NotANote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(Signs { letter, date, programme, sections, report, .. }) = self;
        let lacked: Vec<&str> = [
            (*letter, "no letter from a President of the General Assembly"),
            (*date, "no event's date"),
            (*programme, "no programme"),
            (*sections, "no sections of one"),
            (*report, "no report of the Secretary-General"),
        ]
        .into_iter()
        .filter_map(|(has, lack)| (!has).then_some(lack))
        .collect();
        let (last, others) = lacked.split_last().unwrap_or((&"too little of one", &[]));
        let and = if others.is_empty() { "" } else { " and " };
        let expected = if lacked.len() == 5 { "at least two of them" } else { "one of them besides what it has" };
        write!(f, "this is not an information note: it has {}{and}{last}; expected {expected}", others.join(", "))
    }
}

impl std::error::Error for NotANote {}

#[cfg(test)]
mod tests {
    use super::{NotANote, Signs};

    const NOTHING: Signs =
        Signs { letter: false, date: false, particulars: false, programme: false, sections: false, report: false };

    #[test]
    fn a_date_an_hour_and_a_place_make_no_note() {
        assert!(!Signs { date: true, ..NOTHING }.suffice());
        assert!(!Signs { date: true, particulars: true, ..NOTHING }.suffice());
        assert!(!Signs { sections: true, report: true, ..NOTHING }.suffice());
        assert!(!Signs { letter: true, ..NOTHING }.suffice());
        assert!(Signs { letter: true, date: true, ..NOTHING }.suffice());
        assert!(Signs { programme: true, particulars: true, ..NOTHING }.suffice());
    }

    #[test]
    fn what_a_text_lacks_is_said() {
        let told = NotANote(Signs { letter: true, date: true, report: true, ..NOTHING }).to_string();
        assert_eq!(
            told,
            "this is not an information note: it has no programme and no sections of one; expected one of them besides what it has"
        );
    }
}
