//! What became of one sentence from note to note.

use super::lineage::{Lineage, SentenceId, Status, Traced};

/// What became of a sentence in one note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It stands there first.
    First,
    /// It does not stand there.
    Absent,
    /// It stands there again, in the same words.
    Again,
    /// It stands there in other words.
    Reworded,
}

impl Lineage {
    /// The notes up to that of `sentence` in which anything became of it, in order: the note's place in the list, and the
    /// sentence there where it has it. Notes that carry it from the one before are left out.
    pub fn course(&self, sentence: &Traced) -> Vec<(Step, usize, Option<SentenceId>)> {
        let thread = self.threads.get(sentence.thread).map_or(&[][..], Vec::as_slice);
        let first = thread.iter().map(|id| id.column).min().unwrap_or(sentence.id.column);
        let mut steps = Vec::new();
        let mut absent = false;
        for column in first..=sentence.id.column {
            // Two sentences of one note may have been merged.
            let own = if column == sentence.id.column { Some(sentence.id) } else { in_column(thread, column) };
            let status = own.and_then(|id| self.sentence(id)).map(|traced| traced.status);
            let step = match status {
                _ if column == first => Some(Step::First),
                None => Some(Step::Absent),
                Some(Status::Revised) => Some(Step::Reworded),
                Some(_) if absent => Some(Step::Again),
                Some(_) => None,
            };
            absent = status.is_none();
            steps.extend(step.map(|step| (step, column, own)));
        }
        steps
    }
}

fn in_column(thread: &[SentenceId], column: usize) -> Option<SentenceId> {
    thread.iter().find(|id| id.column == column).copied()
}

#[cfg(test)]
mod tests {
    use super::Step;
    use crate::compare::comparison::Comparison;
    use crate::compare::language::lineage;
    use crate::note::parse::parse;
    use crate::text::Source;

    /// The course of the sentence on a summary, as it stands in the last of some notes.
    fn course(endings: &[&str]) -> Vec<(Step, usize)> {
        let note = |(at, ending): (usize, &&str)| {
            let text = format!(
                "INFORMATION NOTE\n\nInteractive dialogue on the responsibility to protect\n\n7 September {}\n\nBackground\n\n\
                 The Secretary-General presented his report to Member States in July.\n\n{ending}\n",
                2010 + at
            );
            parse(Source { name: format!("{at}.txt"), text })
        };
        let documents: Vec<_> = endings.iter().enumerate().map(note).collect();
        let traced = lineage(&Comparison::new(&documents));
        let last = traced.columns.last().and_then(|column| column.sentences.last()).expect("a sentence");
        traced.course(last).into_iter().map(|(step, column, _)| (step, column)).collect()
    }

    #[test]
    fn a_year_without_the_sentence_is_told() {
        const SUMMARY: &str = "A short summary of the whole discussion will be sent to all Member States.";
        const OTHER: &str = "Nobody knows what the weather may bring tomorrow afternoon.";
        const REWORDED: &str = "A short summary of the whole discussion will be sent to all Permanent Missions.";
        assert_eq!(
            course(&[SUMMARY, OTHER, OTHER, SUMMARY]),
            [(Step::First, 0), (Step::Absent, 1), (Step::Absent, 2), (Step::Again, 3)]
        );
        assert_eq!(course(&[SUMMARY, SUMMARY, REWORDED]), [(Step::First, 0), (Step::Reworded, 2)]);
    }
}
