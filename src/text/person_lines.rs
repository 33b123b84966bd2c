//! Persons in lines: which line names one, and how far a list of them reaches that a page's column wraps. Where a scanner has
//! lost the indent, the lines of paragraphs reach farther: `Mr. Adama Dieng, Special Adviser of the Secretary-General on` /
//! `the Prevention of Genocide`.

use super::layout::{Line, LineKind, PAGE_WIDTH};
use super::lex;
use super::line_words::is_known;
use super::misread;

/// Words in the middle of an office, with which only a wrapped line ends.
const OPEN: [&str; 8] = ["of", "for", "the", "on", "to", "and", "in", "at"];

/// How many lines must end so to tell that the column wraps.
const WRAPPED: usize = 2;

/// The width of the widest line at the margin that begins with a person; zero where the column does not wrap.
pub(super) fn width(text: &str, lines: &[Line]) -> usize {
    let (mut wrapped, mut widest) = (0, 0);
    for line in lines.iter().filter(|line| line.kind == LineKind::Text && line.indent < 4 && line.width <= PAGE_WIDTH) {
        let words = &text[line.range.clone()];
        if !begins_with_person(words) {
            continue;
        }
        wrapped += usize::from(words.rsplit(' ').next().is_some_and(|last| OPEN.contains(&last)));
        widest = widest.max(line.width);
    }
    if wrapped >= WRAPPED { widest } else { 0 }
}

/// `Ms. Ana Ruiz, …`, `Moderator: Ms. Ana Ruiz, …`
fn begins_with_person(words: &str) -> bool {
    /// No label is longer.
    const LABEL_MAX: usize = 24;
    if !words.contains(", ") || words.contains('@') {
        return false;
    }
    let label = words.find(": ").filter(|&colon| colon <= LABEL_MAX);
    lex::begins_with_honorific(&words[label.map_or(0, |colon| colon + 2)..])
}

/// Whether a line begins with somebody, whose honorific may be misread.
pub(super) fn begins_with_somebody(words: &str) -> bool {
    lex::begins_with_honorific(words) || begins_with_worn_honorific(words)
}

/// How alike a worn honorific must be to the one that it was.
const WORN: f32 = 0.8;

/// Whether a line begins with a long honorific of which a letter is misread, a name of two words or more and an office:
/// `Professoi Jean Ruiz, University of …`. Of a short one, a misread letter leaves too little.
fn begins_with_worn_honorific(words: &str) -> bool {
    const LONG: [&str; 5] = ["Professor", "Ambassador", "Honourable", "Honorable", "Reverend"];
    let Some((first, rest)) = words.split_once(' ') else { return false };
    let Some((name, _)) = rest.split_once(", ") else { return false };
    let named = name.contains(' ') && name.starts_with(char::is_uppercase);
    named && misread::form_of(first, LONG.into_iter(), WORN).is_some()
}

/// Whether a line names a person and begins an office behind the name: `Moderator: Ms. …, Director of …`.
pub(super) fn names_person(words: &str) -> bool {
    let starts = std::iter::once(0).chain(words.match_indices(' ').map(|(at, _)| at + 1));
    starts.take(12).any(|at| lex::begins_with_honorific(&words[at..]) && words[at..].contains(", "))
}

/// Whether words are a person's name, the office behind its comma and nothing said of either.
pub(super) fn is_person_with_office(words: &str) -> bool {
    /// Longer than any such, in bytes.
    const LONGEST: usize = 240;
    const SAYS: [&str; 14] = [
        " will ",
        " was ",
        " is ",
        " are ",
        " were ",
        " has ",
        " have ",
        " had ",
        " who ",
        " shall ",
        " would ",
        " then ",
        "; ",
        " followed by ",
    ];
    words.len() <= LONGEST
        && begins_with_somebody(words)
        && words.contains(", ")
        && !words.ends_with(['.', ':'])
        && !SAYS.iter().any(|said| words.contains(said))
}

/// Whether a line ends, in a list, with a person of whom no office is said: `…; Ms. Ana Peyró`.
pub(super) fn ends_in_listed_person(words: &str) -> bool {
    words.rsplit_once("; ").is_some_and(|(_, last)| lex::begins_with_honorific(last) && !last.contains(", "))
}

/// Whether a line begins with a word or two that may be the rest of a name, and a comma: `Llopis, Acting Head of …`.
pub(super) fn begins_with_surname(words: &str) -> bool {
    words.split_once(", ").is_some_and(|(name, _)| {
        let capital = |word: &str| word.starts_with(char::is_uppercase) && !is_known(word);
        name.split(' ').all(capital) && name.split(' ').count() <= 2
    })
}

/// Whether a line ends with a person's honorific and the first word of the name.
pub(super) fn ends_in_name(words: &str) -> bool {
    let Some((head, name)) = words.rsplit_once(' ') else { return false };
    let start = head.rfind([':', ';', ',']).map_or(0, |at| at + 1);
    let honorific = head[start..].trim_start();
    name.ends_with(char::is_lowercase)
        && name.starts_with(char::is_uppercase)
        && lex::honorific(&format!("{honorific} {name}")) == Some(honorific.len())
}

#[cfg(test)]
mod tests {
    use crate::text::Reading;

    #[test]
    fn each_of_a_list_of_persons_has_a_line() {
        let wide = "The dialogue will consist of an opening session, a panel and an interactive debate, and it will\n\
                    be closed by the President, who will sum up what has been said in the course of the day.\n\n";
        let apart = |one: &str, other: &str| {
            let reading = Reading::of(&format!("{wide}Panellists:\n   {one}\n   {other}\n\n11:30 a.m. Dialogue\n"));
            reading.blocks().iter().any(|block| reading.block_text(block) == other)
        };
        let first = "Ms. Corinna Vasquez, Director, Training Centre of the Preparatory Commission of Vienna";
        assert!(apart(first, "Professor Alexander Glasberg, Princeton University (to be confirmed)"));
        assert!(apart(first, "Dr. Ana Beatriz Moura, Brazilian-Argentine Agency for Accounting"));
        assert!(!apart(&format!("{first} and"), "Ms. Ana Ruiz, Chair of the Board, will then speak"));
    }

    #[test]
    fn a_misread_honorific_begins_a_person_s_line() {
        let wide = "The dialogue will consist of an opening session, a panel and an interactive debate, and it will\n\
                    be closed by the President, who will sum up what has been said in the course of the day.\n\n";
        let apart = |margin: &str, line: &str| {
            let first = "Moderator: Mr. Jan Roos, Spokesman for the President of the General";
            let reading =
                Reading::of(&format!("{wide}10 a.m.  Panel\n{margin}{first}\n{margin}{line}\n\n11:30 a.m. Dialogue\n"));
            reading.blocks().iter().any(|block| reading.block_text(block).ends_with("of the General"))
        };
        for line in ["Professoi Ana Ruiz, Institute of Peace", "Protessor Ana Ruiz, Institute of Peace"] {
            assert!(apart("         ", line), "{line}");
        }
        for line in ["Professional Conduct Board, New York", "Assembly and Professor of Law, New York"] {
            assert!(!apart("         ", line), "{line}");
        }
    }

    #[test]
    fn an_office_goes_on_where_the_column_of_persons_has_no_room() {
        let wide = "The dialogue will consist of an opening session, a panel and an interactive debate, and it will\n\
                    be closed by the President, who will sum up what has been said in the course of the day.\n\n";
        let persons = "Mr. Adama Dieng, Special Adviser of the Secretary-General on\nthe Prevention of Genocide\n\
                       H.E. Mr. Gareth Evans, former Minister for Foreign Affairs of\nAustralia\n";
        let whole = |line: &str, rest: &str| {
            let reading = Reading::of(&format!("{wide}Panellists:\n{persons}{line}\n{rest}\n\n11:30 a.m. Dialogue\n"));
            reading.blocks().iter().any(|block| reading.block_text(block).ends_with(&format!("{line} {rest}")))
        };
        assert!(whole("Ms. Thelma Ekiyor, Executive Director of the West Africa Civil", "Society Institute"));
        assert!(whole("Ms. Ana Ruiz, Administrator of the United Nations", "Development Programme (video message)"));
        assert!(!whole("Ms. Ana Ruiz, Special Adviser", "Statements by Member States"), "there was room");
    }
}
