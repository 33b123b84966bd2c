//! The labels of a programme's speakers: `Moderator:`, `Panellists:`, and how far they hold.

use super::kinds::label;
use crate::note::model::Function;
use crate::note::phrase;

/// The part that a label gave, which holds until another label, heading or row of its own words.
#[derive(Debug, Default)]
pub(super) struct Labelled {
    pub(super) part: Option<Function>,
    /// Whether it is one of several: `Co-moderators:`.
    several: bool,
}

impl Labelled {
    /// The label that `words` are, which gives `part`.
    pub(super) fn of(part: Function, words: &str) -> Self {
        let one = |word: &str| word.strip_suffix(['s', 'S']).is_some_and(|one| label(one) == Some(part));
        Self { part: Some(part), several: phrase::words(words).any(|word| one(&words[word])) }
    }

    /// Forgets the label, where a heading or a row's own words begin something else.
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    /// Forgets the label of a moderator whom it has named: who stands behind is somebody else.
    pub(super) fn end_moderator(&mut self) {
        if !self.several {
            self.end_moderators();
        }
    }

    /// Forgets the label of moderators of whom it has named all.
    pub(super) fn end_moderators(&mut self) {
        if self.part == Some(Function::Moderator) {
            self.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::note::model::Function;
    use crate::note::outline::Outline;
    use crate::note::programme::read::programme;
    use crate::text::Reading;

    #[test]
    fn there_is_one_moderator() {
        for line in ["Mr. Jan Novak, Professor of Law", "Jan Novak, Professor of Law"] {
            let next = line.replace("Mr. Jan Novak", "Ms. Ana Ruiz").replace("Jan Novak", "Ana Ruiz");
            let rows = format!("10.00 a.m.  Panel discussion\nModerator:\n{line}\n{next}\n");
            let reading = Reading::of(&format!("Programme\n\n{rows}"));
            let read = programme(&Outline::of(&reading), &[]);
            let functions: Vec<_> = read.entries.iter().flat_map(|entry| &entry.speakers).map(|s| s.function).collect();
            assert_eq!(functions, [Function::Moderator, Function::Panellist], "{line}");
        }
    }

    #[test]
    fn a_label_of_several_names_more_than_one() {
        let read = |rows: &str| {
            let reading = Reading::of(&format!("Programme\n\n10.00 a.m.  Panel discussion\n{rows}\n"));
            let read = programme(&Outline::of(&reading), &[]);
            read.entries.iter().flat_map(|entry| &entry.speakers).map(|s| s.function).collect::<Vec<_>>()
        };
        let two = [Function::Moderator; 2];
        let third = [Function::Moderator, Function::Moderator, Function::Panellist];
        for label in ["Moderators:", "Co-moderators:"] {
            assert_eq!(
                read(&format!("{label}\nMr. Jan Novak, Professor\nMs. Ana Ruiz, Special Adviser")),
                two,
                "{label}"
            );
            assert_eq!(read(&format!("{label}\nJan Novak, Professor\nAna Ruiz, Special Adviser")), two, "{label}");
            let line = format!("{label} Mr. Jan Novak, Professor; Ms. Ana Ruiz, Special Adviser");
            assert_eq!(read(&line), two, "{label}");
            assert_eq!(read(&format!("{line}\nMs. Eva Lang, Director")), third, "{label}");
        }
        assert_eq!(
            read("Moderator: Mr. Jan Novak, Professor; Ms. Ana Ruiz, Special Adviser"),
            [Function::Moderator, Function::Panellist]
        );
    }
}
