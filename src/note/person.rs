//! Persons, with what they are called by and the office that they hold: `H.E. Mr. Ban Ki-moon, Secretary-General`.

use std::ops::Range;

use super::honorifics::{begins_person, honorific, misread_honorific};
use super::office::{begins_office, bracketed, office, spaces};
use crate::text::{lex, lexicon};

/// A person, or an office, as places in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Person {
    pub(super) honorific: Option<Range<usize>>,
    pub(super) name: Option<Range<usize>>,
    pub(super) office: Option<Range<usize>>,
    pub(super) note: Option<Range<usize>>,
    /// Where all of it stands.
    pub(super) range: Range<usize>,
}

/// Small words within a name.
const PARTICLES: [&str; 30] = [
    "de", "da", "do", "dos", "del", "della", "der", "den", "van", "von", "zu", "al", "el", "bin", "ibn", "bint", "la",
    "le", "di", "du", "ben", "y", "e", "ter", "los", "las", "und", "af", "av", "wa",
];

/// The person whose honorific begins at `at`.
pub(super) fn with_honorific(text: &str, at: usize) -> Option<Person> {
    let honorific = at..at + honorific(&text[at..])?;
    let gap = &text[honorific.end..];
    // The name may stand at the next line's start.
    let rest = text.len() - gap.trim_start_matches([' ', '\n']).len();
    if begins_office(&text[rest..]) {
        let (office, note, end) = office(text, rest);
        return Some(Person { honorific: Some(honorific), name: None, office, note, range: at..end });
    }
    let name = name(text, rest)?;
    let name = name.start..with_realm(text, &text[honorific.clone()], name.end);
    let mut person = Person { honorific: Some(honorific), range: at..name.end, ..Person::default() };
    complete(text, &mut person, name);
    Some(person)
}

/// Where a name ends that says of where somebody is a prince: `Princess Ana of Lindau`.
fn with_realm(text: &str, honorific: &str, end: usize) -> usize {
    const ROYAL: [&str; 4] = ["Prince", "Princess", "Highness", "Majesty"];
    let royal = ROYAL.iter().any(|title| honorific.ends_with(title));
    let realm = text[end..].strip_prefix(" of ").filter(|_| royal);
    realm.and_then(|_| name(text, end + " of ".len())).map_or(end, |realm| realm.end)
}

/// The person whose name begins at `at`, without an honorific: only where an office follows behind a comma.
pub(super) fn without_honorific(text: &str, at: usize) -> Option<Person> {
    if begins_office(&text[at..]) {
        return None;
    }
    let name = name(text, at)?;
    let words = text[name.clone()].split(' ').count();
    // `Remarks  Ms. …`: who stands behind has an honorific; `H.B. Mr. …` is one misread.
    let styled = |(space, _): (usize, &str)| {
        space >= "H. E.".len() && lex::begins_with_honorific(&text[name.start + space + 1..])
    };
    if text[name.clone()].match_indices(' ').any(styled) {
        return None;
    }
    let behind = text[name.end..].strip_prefix(',').map(str::trim_start)?;
    let behind = behind.strip_prefix("the ").unwrap_or(behind);
    // Behind an honorific, misread, a name may have particles.
    let most = if misread_honorific(&text[at..name.end]).is_some() { 9 } else { 5 };
    if !(2..=most).contains(&words) || !begins_office(behind) {
        return None;
    }
    let mut person = Person { range: at..name.end, ..Person::default() };
    // `Mt. Epsy Campbell`
    let honorific = misread_honorific(&text[at..name.end]).map(|given| at..at + given.len());
    let name = honorific.as_ref().map_or(name.start, |honorific| honorific.end + 1)..name.end;
    person.honorific = honorific;
    complete(text, &mut person, name);
    Some(person)
}

/// The person whose name is all that a line holds, of two words to five.
pub(super) fn bare_name(text: &str) -> Option<Person> {
    let name = name(text, 0).filter(|name| *name == (0..text.len()))?;
    let words = text.split(' ').count();
    let plain = (2..=5).contains(&words) && !begins_office(text);
    plain.then(|| Person { name: Some(name.clone()), range: name, ..Person::default() })
}

/// An office without a name at `at`: `President of the General Assembly (tbc)`.
pub(super) fn office_alone(text: &str, at: usize) -> Option<Person> {
    let start = at + if text[at..].starts_with("the ") || text[at..].starts_with("The ") { 4 } else { 0 };
    if !begins_office(&text[start..]) {
        return None;
    }
    let (office, note, end) = office(text, start);
    office.as_ref()?;
    Some(Person { office, note, range: at..end, ..Person::default() })
}

fn complete(text: &str, person: &mut Person, name: Range<usize>) {
    let mut at = name.end;
    let parted = text[at..].trim_start_matches(' ');
    // `Ms. Navi Pillay. United Nations High Commissioner …`: a comma read as a stop.
    let office_behind = |rest: &str| {
        let rest = rest.trim_start().trim_start_matches("United Nations ").trim_start_matches("UN ");
        begins_office(rest) && rest.starts_with(char::is_uppercase)
    };
    let stop = parted.strip_prefix(". ").is_some_and(office_behind);
    let comma = stop || parted.starts_with(',') || parted.starts_with(['–', '—']) || parted.starts_with("- ");
    if comma {
        let mark = parted.chars().next().map_or(0, char::len_utf8);
        at = text.len() - parted.len() + mark;
        at += spaces(&text[at..]);
    } else {
        at += spaces(&text[at..]);
    }
    at += letters_behind_name(&text[at..]);
    person.name = Some(name);
    // `Li Wei (李伟), Xinhua News Agency`: what stands in brackets before the comma belongs to the name.
    if let Some(inner) = bracketed(text, at).filter(|inner| text[inner.end + 1..].starts_with(',')) {
        at = inner.end + 2;
        at += spaces(&text[at..]);
        let (office, note, end) = office(text, at);
        (person.office, person.note) = (office, note);
        person.range.end = end.max(person.range.end);
        return;
    }
    let bracket = text[at..].starts_with(['(', '[']);
    // `Ms. Rola Dashti, Mr. Pa Ousman Jarju`: behind the comma stands the next.
    if begins_person(&text[at..]) {
        return;
    }
    if comma || begins_office(&text[at..]) || bracket {
        let (office, note, end) = office(text, at);
        person.office = office;
        person.note = note;
        person.range.end = end.max(person.range.end);
    }
}

/// How many bytes the letters of an order or a degree take that stand between a name and its office: `M.M., `.
fn letters_behind_name(text: &str) -> usize {
    let Some(comma) = text[..text.floor_char_boundary(12)].find(", ") else { return 0 };
    let (letters, behind) = (&text[..comma], &text[comma + 2..]);
    let pointed = letters.ends_with('.') && letters.starts_with(char::is_uppercase);
    let short = pointed && letters.split_terminator('.').count() >= 2 && letters.split('.').all(|part| part.len() <= 2);
    if short && begins_office(behind) { text.len() - behind.len() } else { 0 }
}

/// The name at `at`: capitalised words, initials and particles.
fn name(text: &str, at: usize) -> Option<Range<usize>> {
    /// How many words a name has at most.
    const WORDS_MAX: usize = 9;
    let mut end = at;
    let mut count = 0;
    let mut from = at;
    while count < WORDS_MAX {
        let rest = &text[from..];
        let stop = rest.find([' ', ',', '(', ')', '[', ']', ';', ':', '\t', '\n']).unwrap_or(rest.len());
        let word = &rest[..stop];
        // `hEadhra`, `d’Aubigné`: a name may begin small.
        let inner = word.chars().take(3).any(char::is_uppercase) && count > 0;
        // `1van`
        let misread = word.starts_with('1') && word.len() >= 3 && word[1..].chars().all(char::is_lowercase);
        let capital = inner || misread || word.starts_with(|c: char| c.is_uppercase() || matches!(c, '\'' | '’'));
        let particle = count > 0 && PARTICLES.contains(&word.to_lowercase().as_str()) && rest[stop..].starts_with(' ');
        let prefixed = count > 0
            && word
                .split_once(['-', '\'', '’'])
                .is_some_and(|(head, tail)| head.len() <= 2 && tail.starts_with(char::is_uppercase));
        let office = count > 0 && begins_office(rest) && !word.ends_with('.');
        let parted = count > 0 && is_rest_of_name(word, &rest[stop..]);
        if !(capital || particle || prefixed || parted) || office || word.is_empty() {
            break;
        }
        count += 1;
        end = from + word.len();
        // A full stop ends the name unless it is an initial's.
        let initial = word.chars().filter(|c| *c != '.').count() <= 2 || word.matches('.').count() > 1;
        if word.ends_with('.') && !initial && word != "St." {
            end -= 1;
            break;
        }
        if !rest[stop..].starts_with(' ') {
            break;
        }
        from += stop + 1;
    }
    let trimmed = at + text[at..end].trim_end_matches(['-', '–', '—', ' ']).len();
    (count > 0 && trimmed > at).then_some(at..trimmed)
}

/// Whether a word is what a stray space cut off a name, the next of its words behind it: `Jon athan Cohen`.
fn is_rest_of_name(word: &str, behind: &str) -> bool {
    /// How many words a name has at most behind the one that was cut.
    const WORDS_MAX: usize = 3;
    let piece = word.split('-').next().unwrap_or_default();
    let small = (2..=9).contains(&piece.len()) && piece.chars().all(char::is_lowercase);
    if !small || lexicon::contains(piece) || is_particle(word) {
        return false;
    }
    // The name's end: its office stands behind a comma.
    if let Some(office) = behind.strip_prefix(", ") {
        return begins_office(office);
    }
    let Some(next) = behind.strip_prefix(' ').filter(|_| piece.len() == word.len()) else { return false };
    let comma = next.find([',', '(', ';', ':', '\n']).filter(|&comma| next[comma..].starts_with([',', '(']));
    let Some(rest) = comma.map(|comma| next[..comma].trim_end()) else { return false };
    let capital = |word: &str| word.starts_with(char::is_uppercase) || is_particle(word);
    rest.split(' ').count() <= WORDS_MAX && rest.split(' ').all(capital) && !begins_office(next)
}

/// Whether a word is a small one within names.
pub(super) fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::super::honorifics::spelt_honorific;
    use super::with_honorific;

    /// Honorific, name, office and note of whoever `text` begins with.
    fn parts(text: &str) -> [Option<&str>; 4] {
        let person = with_honorific(text, 0).unwrap_or_default();
        [person.honorific, person.name, person.office, person.note].map(|range| range.map(|range| &text[range]))
    }

    #[test]
    fn an_initial_ends_no_office() {
        let read =
            parts("Prof. Amartya Sen, Thomas W. Lamont University Professor, Harvard University (by video link)");
        let office = Some("Thomas W. Lamont University Professor, Harvard University");
        assert_eq!(read, [Some("Prof."), Some("Amartya Sen"), office, Some("by video link")]);
        let read = parts("Ms. Ana Ruiz, President of the General Assembly. Delegations will be heard.");
        assert_eq!(read[2], Some("President of the General Assembly"));
    }

    #[test]
    fn a_title_in_brackets_is_no_note() {
        let read =
            parts("Mr. Noam Chomsky, Professor of Linguistics (Emeritus), Massachusetts Institute of Technology");
        assert_eq!(read[2], Some("Professor of Linguistics (Emeritus), Massachusetts Institute of Technology"));
        let read = parts("Mr. Ban Ki-moon, Secretary-General (video message), and others");
        assert_eq!(read[2..], [Some("Secretary-General"), Some("video message")]);
    }

    #[test]
    fn letters_behind_a_name_are_no_office() {
        let read = parts("Fr. Miguel d'Escoto Brockmann, M.M., President of the General Assembly");
        assert_eq!(read[1..3], [Some("Miguel d'Escoto Brockmann"), Some("President of the General Assembly")]);
        let read = parts("Mr. Ed Luck, U.N. Special Adviser");
        assert_eq!(read[2], Some("U.N. Special Adviser"));
    }

    #[test]
    fn a_prince_is_one_of_somewhere() {
        let read = parts("Her Royal Highness Princess Ana Sol of Lindau, Patron of the Foundation (video message)");
        let office = Some("Patron of the Foundation");
        assert_eq!(
            read,
            [Some("Her Royal Highness Princess"), Some("Ana Sol of Lindau"), office, Some("video message")]
        );
        assert_eq!(parts("Ms. Ana Sol of Lindau")[1], Some("Ana Sol"));
    }

    #[test]
    fn honorifics_are_read_whole() {
        let read = parts("The Honourable Gareth Evans, Co-Chair of the Board");
        assert_eq!(read[..2], [Some("The Honourable"), Some("Gareth Evans")]);
        assert_eq!(parts("Mr, Florian Lindqvist, Branch")[..2], [Some("Mr,"), Some("Florian Lindqvist")]);
        let spelt = ["The Honourable", "Mr,", "H.E Or.", "Lt. Gen."].map(spelt_honorific);
        assert_eq!(spelt, ["The Honourable", "Mr.", "H.E. Dr.", "Lt. Gen."]);
    }

    #[test]
    fn a_name_goes_on_behind_a_stray_space() {
        assert_eq!(parts("Mr. Kwab ena Osei-Tutu, Chair of the Council")[1], Some("Kwab ena Osei-Tutu"));
        assert_eq!(parts("Ms. Ana Tuheiava-Wi chman, Permanent Representative")[1], Some("Ana Tuheiava-Wi chman"));
        assert_eq!(parts("Ms. Ana Ruiz will open it, President of the Assembly")[1], Some("Ana Ruiz"));
    }
}
