//! Persons' names that were misread: run together, or otherwise than where the same person is named again.

use std::collections::HashMap;

use super::model::Note;
use super::person;
use crate::text::misread::has_unknown;
use crate::text::{Cited, lexicon, lookalike};

/// How alike two readings of one name must be.
const SAME: f32 = 0.8;
/// How many names a note is expected to name more than once; hostile ones have no end of them.
const REPEATED_MAX: usize = 64;

/// Beginnings of names that a capital follows: `MacArthur`, `VanBuren`.
const PREFIXES: [&str; 12] = ["mac", "fitz", "van", "von", "del", "des", "der", "den", "abd", "abu", "ibn", "ould"];

/// The short ones, `McIntyre`, `DiIorio`.
const SHORT_PREFIXES: [&str; 6] = ["mc", "de", "di", "la", "le", "da"];

/// Parts the names that ran together, and reads each as most of a scanned note does, or as that of a known person.
pub(super) fn mend(note: &mut Note, scanned: bool) {
    for name in names(note) {
        name.value = parted(&joined(&lettered(&name.value)));
    }
    // In a typed note, two names that look alike are two names.
    if !scanned {
        return;
    }
    let mut times: HashMap<String, usize> = HashMap::new();
    let mut repeated: Vec<String> = Vec::new();
    // Names of none but known words, which are well read though they stand once.
    let mut well_read: Vec<String> = Vec::new();
    for name in names(note) {
        let times = times.entry(name.value.clone()).or_default();
        *times += 1;
        if *times == 2 && repeated.len() < REPEATED_MAX {
            repeated.push(name.value.clone());
        }
        if *times == 1 && well_read.len() < REPEATED_MAX && !has_unknown(&name.value) {
            well_read.push(name.value.clone());
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
        } else if let Some(person) = known_person(&name.value) {
            person.clone_into(&mut name.value);
        } else if has_unknown(&name.value) {
            let twin = well_read.iter().find_map(|known| meant(&name.value, known));
            if let Some(meant) = twin.or_else(|| lexicon::persons().find_map(|known| meant(&name.value, known))) {
                name.value = meant;
            }
        }
    }
}

/// The known person of three names or more whose name this is but for one word, which may be a word itself: `Ah Abdussalam
/// Treki`.
fn known_person(given: &str) -> Option<&'static str> {
    let words = given.split(' ').count();
    let limit = |word: &str| MISREAD + MISREAD_LETTER * word.chars().count() as f32;
    let is_alike = |known: &&str| {
        let mut others = known.split(' ').zip(given.split(' ')).filter(|(known, given)| known != given);
        let odd = others.next().filter(|_| others.next().is_none());
        odd.is_some_and(|(known, given)| {
            given.is_ascii() == known.is_ascii() && lookalike::cost(given, known) <= limit(known)
        })
    };
    let mut persons = lexicon::persons().filter(|known| words >= 3 && known.split(' ').count() == words);
    persons.find(is_alike)
}

/// How far a word may look from the known one that it was misread for, and how much farther for each letter.
const MISREAD: f32 = 0.3;
const MISREAD_LETTER: f32 = 0.05;

/// The name that is a known one with some of its words misread, those that no lexicon knows: `Adarna Dieng`; initials stay
/// as they are given (`Ainina J. Mohammed`).
fn meant(given: &str, known: &str) -> Option<String> {
    // Most names have no word of a known one.
    if !known.split(' ').any(|word| given.contains(word)) {
        return None;
    }
    let initial = |word: &str| word.ends_with('.') && word.chars().count() == 2;
    let misread = |word: &str, meant: &str| {
        let limit = MISREAD + MISREAD_LETTER * meant.chars().count() as f32;
        // No scanner adds an accent.
        let accented = !word.is_ascii() && meant.is_ascii();
        !accented && has_unknown(word) && word.len().abs_diff(meant.len()) <= 2 && lookalike::cost(word, meant) <= limit
    };
    let mut words = known.split(' ');
    let mut same = 0;
    let mut read: Vec<&str> = Vec::new();
    for word in given.split(' ') {
        if initial(word) {
            read.push(word);
            continue;
        }
        let known = words.next()?;
        same += usize::from(word == known);
        if word != known && !misread(word, known) {
            return None;
        }
        read.push(known);
    }
    (same > 0 && words.next().is_none()).then(|| read.join(" "))
}

/// Every name of a person in the note.
fn names(note: &mut Note) -> Vec<&mut Cited<String>> {
    let sender = note.letter.iter_mut().filter_map(|letter| letter.sender.as_mut());
    let contacts = note.participation.contacts.iter_mut().filter_map(|contact| contact.name.as_mut());
    let speakers = note.programme.entries.iter_mut().flat_map(|entry| &mut entry.speakers);
    sender.chain(contacts).chain(speakers.filter_map(|speaker| speaker.name.as_mut())).collect()
}

/// What may be a name, each of its words with letters for the digits in it but one that counts (`63rd`, `5B`).
pub(super) fn with_letters(words: &str) -> String {
    let stays = |word: &str| {
        let digits = word.bytes().filter(u8::is_ascii_digit).count();
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        let ordinal = matches!(word.trim_start_matches(|c: char| c.is_ascii_digit()), "st" | "nd" | "rd" | "th");
        digits == 0 || digits >= letters || ordinal
    };
    let read = words.split(' ').map(|word| if stays(word) { word.to_owned() } else { lettered(word) });
    read.collect::<Vec<_>>().join(" ")
}

/// A name with the letters that its digits and marks are misread for, and a capital I amid small letters: `1van`, `A6dulla`,
/// `GaIis`, `Pau!`.
fn lettered(name: &str) -> String {
    // `Emmanuel!`: both halves of one stroke.
    let name = &with_small_l(&name.replace("l!", "l")).replace('!', "l");
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

/// A name in which a capital I between small letters is the small l that it looks like, but behind a prefix: `McIntyre`.
fn with_small_l(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let small = |i: usize| chars.get(i).is_some_and(|c| c.is_lowercase());
    let meant = |(i, &c): (usize, &char)| {
        let within = c == 'I' && i > 0 && small(i - 1) && small(i + 1);
        let start = chars[..i].iter().rposition(|c| !c.is_alphabetic()).map_or(0, |at| at + 1);
        let head = || chars[start..i].iter().collect::<String>().to_lowercase();
        if within && !SHORT_PREFIXES.contains(&head().as_str()) && !PREFIXES.contains(&head().as_str()) {
            'l'
        } else {
            c
        }
    };
    chars.iter().enumerate().map(meant).collect()
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
    use super::{joined, known_person, lettered, meant, parted, with_letters};

    #[test]
    fn one_word_of_a_known_person_s_name_may_be_any() {
        for given in ["Ah Abdussalam Treki", "Al Abdussalam Treki"] {
            assert_eq!(known_person(given), Some("Ali Abdussalam Treki"), "{given}");
        }
        for given in ["Ali Treki", "Nur Abdussalam Treki", "Al Abdussalam Trek", "Ana Ruiz Sol"] {
            assert_eq!(known_person(given), None, "{given}");
        }
    }

    #[test]
    fn a_known_name_is_told_through_its_misread_words() {
        for (given, known) in [("Adarna Dieng", "Adama Dieng"), ("Karen Srnith", "Karen Smith")] {
            assert_eq!(meant(given, known).as_deref(), Some(known));
        }
        assert_eq!(meant("Ainina J. Mohammed", "Amina Mohammed").as_deref(), Some("Amina J. Mohammed"));
        for (given, known) in [
            ("Adams Deng", "Adama Dieng"),
            ("Karin Smits", "Karen Smith"),
            ("Jan Eliasen", "Jan Eliasson"),
            ("Philémon Yang", "Philemon Yang"),
        ] {
            assert_eq!(meant(given, known), None, "{given}");
        }
    }

    #[test]
    fn a_name_has_no_digits_and_no_stray_space() {
        assert_eq!(lettered("1van A6dulla"), "Ivan Abdulla");
        assert_eq!(lettered("Tibi GaIis"), "Tibi Galis");
        assert_eq!(lettered("Emmanuel! Lwanga"), "Emmanuel Lwanga");
        assert_eq!(lettered("Pau! Seger"), "Paul Seger");
        assert_eq!(lettered("Ian McIntyre"), "Ian McIntyre");
        assert_eq!(joined("Jon athan Cohen"), "Jonathan Cohen");
        for name in ["Ngugi wa Thiong'o", "Máire ní Bhriain", "Alya bint Ahmed"] {
            assert_eq!(joined(&lettered(name)), name);
        }
    }

    #[test]
    fn what_counts_is_no_name() {
        for (given, read) in [
            ("1van A1-Nasser", "Ivan Al-Nasser"),
            ("5am Lykket0ft", "Sam Lykketoft"),
            ("16 May", "16 May"),
            ("63rd Session", "63rd Session"),
            ("1st Committee", "1st Committee"),
            ("Room 5B", "Room 5B"),
            ("Pau! Seger", "Pau! Seger"),
        ] {
            assert_eq!(with_letters(given), read);
        }
    }

    #[test]
    fn names_that_ran_together_are_parted() {
        assert_eq!(parted("JenniferWelsh"), "Jennifer Welsh");
        for name in [
            "Ian McEwan",
            "Karen AbuZayd",
            "Anne MacArthur",
            "Ban Ki-moon",
            "Ana DeSouza",
            "Jean-Luc N'Guessan",
            "Seán Ó hEadhra",
        ] {
            assert_eq!(parted(name), name);
        }
    }
}
