//! The signs by which a text is known for such a note.

use std::fmt;

use super::marked::EVENTS;
use super::model::{Note, SectionKind};
use super::phrase;

/// What such a note has, and which of it a text has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Signs {
    /// A letter, whoever sends it.
    letter: bool,
    /// The date of an event.
    date: bool,
    /// When and where the event is, a title that names one, or how long and until when one may ask to speak.
    particulars: bool,
    /// Rows of a programme that say what is done or who speaks.
    programme: bool,
    /// Two sections or more of those that such notes have.
    sections: bool,
    /// A report by its symbol.
    report: bool,
    /// Words that name the United Nations, its organs and members, or the principle; its letter is from one of its organs.
    subject: bool,
}

/// What names the United Nations and what its notes are about.
const SUBJECT: [&str; 13] = [
    "united nations",
    "general assembly",
    "member states",
    "secretary-general",
    "permanent representatives",
    "permanent missions",
    "security council",
    "human rights council",
    "economic and social council",
    "the responsibility to protect",
    "interactive dialogue",
    "list of speakers",
    "un.org",
];

/// How many of them, or of the documents' symbols, a note has at least: one may stand in any text.
const SUBJECT_LEAST: usize = 2;

impl Signs {
    /// Those of a note, and of its reading text.
    pub(super) fn of(note: &Note, text: &str) -> Self {
        let (event, participation) = (&note.event, &note.participation);
        let is_own = |kind: SectionKind| !matches!(kind, SectionKind::Letter | SectionKind::Title | SectionKind::Other);
        let mut kinds: Vec<_> = note.sections.iter().map(|section| section.kind).filter(|kind| is_own(*kind)).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let names_it = |words: &str| phrase::has_exact(words, &SUBJECT);
        let from_organ =
            note.letter.as_ref().and_then(|letter| letter.office.as_ref()).is_some_and(|at| names_it(&at.value));
        let named = SUBJECT.iter().filter(|words| phrase::has_exact(text, &[words]));
        let named = usize::from(!note.symbols.is_empty()) + named.take(SUBJECT_LEAST).count();
        Self {
            letter: note.letter.is_some(),
            date: event.date.is_some(),
            particulars: event.title.as_ref().is_some_and(|title| phrase::has_exact(&title.value, &EVENTS))
                || !event.sittings.is_empty()
                || event.venue.is_some()
                || participation.minutes.is_some()
                || participation.register_by.is_some(),
            programme: note.programme.entries.iter().any(|row| row.title.is_some() || !row.speakers.is_empty()),
            sections: kinds.len() > 1,
            report: note.report.symbol.is_some(),
            subject: from_organ || named >= SUBJECT_LEAST,
        }
    }

    /// Whether they make it such a note. Many texts have a date, a programme, or an hour and a place; a note has another sign
    /// besides, and speaks of the United Nations.
    pub(super) fn suffice(self) -> bool {
        let Self { letter, date, particulars, programme, sections, report, subject } = self;
        let signs = [letter, date, particulars, programme, sections, report].into_iter().filter(|has| *has).count();
        subject && (letter || date || programme) && signs > 1
    }
}

/// What was looked for in a text and not found: it is no such note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotANote(pub(super) Signs);

impl fmt::Display for NotANote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SUBJECT_NAMED: &str = "words that name the United Nations";
        write!(f, "this is not an information note: ")?;
        let mut found = self.0.named(|has, _| has);
        if found.is_empty() && !self.0.subject {
            let all = listed(&self.0.named(|_, _| true), "and");
            return write!(f, "expected at least two of {all}, with {SUBJECT_NAMED}; found none");
        }
        // What would make it a note together with what it has.
        let on_subject = Signs { subject: true, ..self.0 };
        let mut expected = Vec::new();
        if found.is_empty() {
            expected.push(format!("at least two of {}", listed(&self.0.named(|_, _| true), "and")));
        } else if !on_subject.suffice() {
            expected.push(listed(&on_subject.named(|has, with| !has && with.suffice()), "or"));
        }
        if self.0.subject {
            found.push(SUBJECT_NAMED);
        } else {
            expected.push(SUBJECT_NAMED.to_owned());
        }
        let was = if found.len() == 1 && !self.0.subject { "was" } else { "were" };
        write!(f, "only {} {was} found, and expected besides {}", listed(&found, "and"), expected.join(", with "))
    }
}

impl Signs {
    /// The names of those signs that `wanted` picks, by whether the text has one and by what it would have with it.
    fn named(self, wanted: impl Fn(bool, Self) -> bool) -> Vec<&'static str> {
        let signs = [
            (self.letter, Self { letter: true, ..self }, "a letter"),
            (self.date, Self { date: true, ..self }, "an event's date"),
            (self.programme, Self { programme: true, ..self }, "a programme"),
            (self.particulars, Self { particulars: true, ..self }, "an event's title, hours or place"),
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

    const NOTHING: Signs = Signs {
        letter: false,
        date: false,
        particulars: false,
        programme: false,
        sections: false,
        report: false,
        subject: false,
    };
    const NAMED: Signs = Signs { subject: true, ..NOTHING };

    #[test]
    fn what_names_no_subject_is_no_note() {
        assert!(!Signs { letter: true, date: true, particulars: true, programme: true, ..NOTHING }.suffice());
        assert!(!Signs { date: true, ..NAMED }.suffice());
        assert!(!Signs { sections: true, report: true, ..NAMED }.suffice());
        assert!(!Signs { letter: true, ..NAMED }.suffice());
        assert!(Signs { date: true, particulars: true, ..NAMED }.suffice());
        assert!(Signs { letter: true, date: true, ..NAMED }.suffice());
        assert!(Signs { programme: true, particulars: true, ..NAMED }.suffice());
    }

    #[test]
    fn a_letter_names_the_subject_or_is_from_an_organ() {
        let is_note = |under: &str, place: &str| {
            let text = format!(
                "10 February 2020\n\nExcellency,\n\nI have the honour to invite you to the dinner, which will be held on 5 March \
                 2020 {place} and to ask you to be there with your colleagues.\n\nPlease accept, Excellency, the assurances of my \
                 highest consideration.\n\nHamid Costa\n{under}\n"
            );
            crate::note::read("letter", text.as_bytes()).expect("a text").check_is_note().is_ok()
        };
        assert!(is_note("President of the General Assembly", "in Room 4"));
        assert!(is_note("", "for Member States of the United Nations"));
        assert!(!is_note("President of the Rotary Club", "in Room 4"));
        assert!(!is_note("Representative of the harbour", "in Room 4"));
    }

    #[test]
    fn what_a_text_lacks_is_said() {
        for (signs, told) in [
            (
                Signs { date: true, particulars: true, ..NOTHING },
                "only an event's date and an event's title, hours or place were found, and expected besides words that name the United \
                 Nations",
            ),
            (
                Signs { date: true, ..NOTHING },
                "only an event's date was found, and expected besides a letter, a \
                 programme, an event's title, hours or place, the sections of a note or a report of the Secretary-General, with words that \
                 name the United Nations",
            ),
            (
                Signs { sections: true, report: true, ..NAMED },
                "only the sections of a note, a report of the Secretary-General and words that name the United Nations were \
                 found, and expected besides a letter, an event's date or a \
                 programme",
            ),
            (
                NOTHING,
                "expected at least two of a letter, an event's date, a programme, \
                 an event's title, hours or place, the sections of a note and a report of the Secretary-General, with words that name the \
                 United Nations; found none",
            ),
        ] {
            assert!(!signs.suffice());
            assert_eq!(NotANote(signs).to_string(), format!("this is not an information note: {told}"));
        }
    }
}
