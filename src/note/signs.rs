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
        write!(f, "this is not an information note: ")?;
        let found = self.0.named(|has, _| has);
        if found.is_empty() {
            let all = self.0.named(|_, _| true);
            return write!(f, "expected at least two of {}; found none", listed(&all, "and"));
        }
        let was = if found.len() == 1 { "was" } else { "were" };
        // What would make it a note together with what it has.
        let helpful = self.0.named(|has, with| !has && with.suffice());
        write!(f, "only {} {was} found, and expected besides {}", listed(&found, "and"), listed(&helpful, "or"))
    }
}

impl Signs {
    /// The names of those signs that `wanted` picks, by whether the text has one and by what it would have with it.
    fn named(self, wanted: impl Fn(bool, Self) -> bool) -> Vec<&'static str> {
        let signs = [
            (self.letter, Self { letter: true, ..self }, "a letter from a President of the General Assembly"),
            (self.date, Self { date: true, ..self }, "an event's date"),
            (self.programme, Self { programme: true, ..self }, "a programme"),
            (self.sections, Self { sections: true, ..self }, "the sections of a note"),
            (self.report, Self { report: true, ..self }, "a report of the Secretary-General"),
        ];
        signs.into_iter().filter(|&(has, with, _)| wanted(has, with)).map(|(.., name)| name).collect()
    }
}

/// `a, b or c`.
fn listed(names: &[&str], word: &str) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [others @ .., last] => format!("{} {word} {last}", others.join(", ")),
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
        for (signs, told) in [
            (
                Signs { date: true, particulars: true, ..NOTHING },
                "only an event's date was found, and expected besides a letter from a President of the General Assembly, \
                 a programme, the sections of a note or a report of the Secretary-General",
            ),
            (
                Signs { sections: true, report: true, ..NOTHING },
                "only the sections of a note and a report of the Secretary-General were found, and expected besides \
                 a letter from a President of the General Assembly, an event's date or a programme",
            ),
            (
                NOTHING,
                "expected at least two of a letter from a President of the General Assembly, an event's date, a programme, \
                 the sections of a note and a report of the Secretary-General; found none",
            ),
        ] {
            assert!(!signs.suffice());
            assert_eq!(NotANote(signs).to_string(), format!("this is not an information note: {told}"));
        }
    }
}
