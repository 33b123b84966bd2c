//! Persons' names that were misread: run together, or otherwise than where the same person is named again.

use std::collections::HashMap;

use super::model::Note;
use super::person;
use crate::text::{Cited, lookalike};

/// How alike two readings of one name must be.
const SAME: f32 = 0.8;
/// How many names a note is expected to name more than once; hostile ones have no end of them.
const REPEATED_MAX: usize = 64;

/// Beginnings of names that a capital follows: `MacArthur`, `VanBuren`.
const PREFIXES: [&str; 9] = ["mac", "fitz", "van", "von", "del", "des", "der", "den", "abd"];

/// Parts the names that ran together, and reads each as most of the note does.
pub(super) fn mend(note: &mut Note) {
    for name in names(note) {
        name.value = parted(&joined(&lettered(&name.value)));
    }
    let mut times: HashMap<String, usize> = HashMap::new();
    let mut repeated: Vec<String> = Vec::new();
    for name in names(note) {
        let times = times.entry(name.value.clone()).or_default();
        *times += 1;
        if *times == 2 && repeated.len() < REPEATED_MAX {
            repeated.push(name.value.clone());
        }
    }
    let times = |name: &str| times.get(name).copied().unwrap_or_default();
    for name in names(note) {
        let own = times(&name.value);
        let better = repeated.iter().find(|other| {
            times(other) > own
                && other.split(' ').count() == name.value.split(' ').count()
                && lookalike::similar(&name.value, other, SAME)
        });
        if let Some(better) = better {
            name.value.clone_from(better);
        }
    }
}

/// Every name of a person in the note.
fn names(note: &mut Note) -> Vec<&mut Cited<String>> {
    let sender = note.letter.iter_mut().filter_map(|letter| letter.sender.as_mut());
    let contacts = note.participation.contacts.iter_mut().filter_map(|contact| contact.name.as_mut());
    let speakers = note.programme.entries.iter_mut().flat_map(|entry| &mut entry.speakers);
    sender.chain(contacts).chain(speakers.filter_map(|speaker| speaker.name.as_mut())).collect()
}

/// A name with the letters that its digits are misread for: `1van`, `A6dulla`.
fn lettered(name: &str) -> String {
    if !name.contains(|c: char| c.is_ascii_digit()) {
        return name.to_owned();
    }
    let letter = |first: bool, c: char| match (first, c) {
        (true, '1') => 'I',
        (false, '1') => 'l',
        (true, '0') => 'O',
        (false, '0') => 'o',
        (true, '5') => 'S',
        (false, '5') => 's',
        (true, '6') => 'G',
        (false, '6') => 'b',
        (true, '8') => 'B',
        (false, '9') => 'g',
        _ => c,
    };
    let starts = std::iter::once(' ').chain(name.chars());
    starts.zip(name.chars()).map(|(before, c)| letter(!before.is_alphanumeric(), c)).collect()
}

/// A name without the space before what it cut off: `Jon athan Cohen`.
fn joined(name: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    for word in name.split(' ') {
        let piece = word.split('-').next().unwrap_or_default();
        let cut = piece.chars().count() >= 3 && piece.chars().all(char::is_lowercase) && !person::is_particle(word);
        match words.last_mut().filter(|_| cut) {
            Some(last) => last.push_str(word),
            None => words.push(word.to_owned()),
        }
    }
    words.join(" ")
}

/// A name with a space where a capital follows a small letter: `JenniferWelsh`.
fn parted(name: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    for word in name.split(' ') {
        let chars: Vec<char> = word.chars().collect();
        let at = (3..chars.len().saturating_sub(2)).find(|&i| {
            let prefix: String = chars[..i].iter().collect::<String>().to_lowercase();
            chars[i].is_uppercase()
                && chars[..i].iter().all(|c| c.is_alphabetic())
                && chars[1..i].iter().all(|c| c.is_lowercase())
                && chars[i + 1].is_lowercase()
                && !PREFIXES.contains(&prefix.as_str())
        });
        match at {
            Some(at) => words.extend([chars[..at].iter().collect(), chars[at..].iter().collect()]),
            None => words.push(word.to_owned()),
        }
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::{joined, lettered, parted};

    #[test]
    fn a_name_has_no_digits_and_no_stray_space() {
        assert_eq!(lettered("1van A6dulla"), "Ivan Abdulla");
        assert_eq!(joined("Jon athan Cohen"), "Jonathan Cohen");
        for name in ["Ngugi wa Thiong'o", "Máire ní Bhriain", "Alya bint Ahmed"] {
            assert_eq!(joined(&lettered(name)), name);
        }
    }

    #[test]
    fn names_that_ran_together_are_parted() {
        assert_eq!(parted("JenniferWelsh"), "Jennifer Welsh");
        for name in
            ["Ian McEwan", "Anne MacArthur", "Ban Ki-moon", "Ana DeSouza", "Jean-Luc N'Guessan", "Seán Ó hEadhra"]
        {
            assert_eq!(parted(name), name);
        }
    }
}
