//! Names of persons and offices, brought to a form in which spellings of one are alike.

use super::diacritics::without_diacritics;
use crate::text::lex::is_honorific;

/// Lower case without diacritics; letters of other scripts stay as they are.
pub fn plain(text: &str) -> String {
    let letters = text.chars().map(|c| match c {
        '’' | '‘' => '\'',
        '\u{2010}'..='\u{2013}' => '-',
        _ => c,
    });
    letters.flat_map(without_diacritics).collect()
}

/// The words of a person's name without diacritics, honorifics and initials, hyphens joined.
pub fn person_words(name: &str) -> Vec<String> {
    let plain = plain(name).replace("h.e.", " ");
    let words = plain.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '\'');
    let words: Vec<String> = words
        .map(|word| word.chars().filter(|c| c.is_alphanumeric()).collect::<String>())
        .filter(|word| !word.is_empty() && !is_honorific(word) && word != "excellency")
        .collect();
    let whole: Vec<String> = words.iter().filter(|word| word.chars().nth(1).is_some()).cloned().collect();
    if whole.is_empty() { words } else { whole }
}

/// Whether two names, as [`person_words`], are spellings of one person's: the same words, each within what a scanner or
/// another keyboard makes of it, or a surname alone.
pub fn same_person(one: &[String], other: &[String]) -> bool {
    match (one, other) {
        ([], _) | (_, []) => false,
        ([surname], [.., last]) | ([.., last], [surname]) => alike(surname, last),
        ([first, .., last], [other_first, .., other_last]) => alike(last, other_last) && alike(first, other_first),
    }
}

/// Whether `one` and `other` are one word, misread in one of them.
pub(super) fn misread(one: &str, other: &str) -> bool {
    let is_word = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count() >= 3;
    is_word(one) && is_word(other) && alike(&plain(one), &plain(other))
}

/// Whether `one` and `other` are one word but for letters that scanners confuse, case and diacritics.
pub(super) fn looks_alike(one: &str, other: &str) -> bool {
    skeleton(&plain(one)) == skeleton(&plain(other))
}

/// Whether two words are one word misread: one letter in six may differ.
fn alike(one: &str, other: &str) -> bool {
    let (one, other) = (skeleton(one), skeleton(other));
    one == other || {
        let allowed = one.len().min(other.len()) / 6;
        one.len().abs_diff(other.len()) <= allowed && strsim::osa_distance(&one, &other) <= allowed
    }
}

/// The word with letters that scanners confuse made one.
fn skeleton(word: &str) -> String {
    word.replace("rn", "m").replace("vv", "w").replace(['1', 'i', '|', '!'], "l").replace('0', "o").replace('5', "s")
}

/// An office, as it is told apart from other offices.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Office {
    /// Its words in plain form, without articles, prepositions and what goes without saying.
    pub key: String,
    /// Whether it was held formerly.
    pub former: bool,
}

/// Reads an office. `President of the United Nations General Assembly` and `President of the General Assembly` are one;
/// so are a `Special Adviser of the Secretary-General on` something and a `Special Adviser on` it.
pub fn office(text: &str) -> Office {
    let plain = plain(text);
    let mut words: Vec<&str> = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let former = words.iter().any(|word| matches!(*word, "former" | "formerly" | "ex"));
    words.retain(|word| {
        !matches!(*word, "former" | "formerly" | "ex" | "of" | "the" | "to" | "for" | "on" | "and" | "in" | "un")
    });
    // "United Nations" says which only where nothing else of the office would be left without it.
    if words.len() > 3 {
        remove_pair(&mut words, "united", "nations");
    }
    // An adviser, envoy or representative of the Secretary-General is not the Secretary-General.
    if words.len() > 3 && matches!(words.first(), Some(&("special" | "personal" | "senior"))) {
        remove_pair(&mut words, "secretary", "general");
    }
    Office { key: words.join(" "), former }
}

fn remove_pair(words: &mut Vec<&str>, first: &str, second: &str) {
    if let Some(at) = words.windows(2).position(|pair| pair == [first, second]) {
        words.drain(at..at + 2);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(one: &str, other: &str) -> bool {
        same_person(&person_words(one), &person_words(other))
    }

    #[test]
    fn plain_letters() {
        assert_eq!(plain("Šimonović António Ångström Łódź Nguyễn"), "simonovic antonio angstrom lodz nguyen");
    }

    #[test]
    fn spellings_of_one_person() {
        assert!(same("Ivan Šimonović", "Mr. Ivan Simonovic"));
        assert!(same("John W. Ashe", "H.E. Mr. John Ashe"));
        assert!(same("Jennifer Welsh", "Dr. Jennifer Welsh"));
        assert!(same("Ban Ki-moon", "Ban Kimoon"));
        assert!(same("Mogens Lykketoft", "Mogens Lykkctoft"));
        assert!(same("Dieng", "Adama Dieng"));
    }

    #[test]
    fn other_persons_stay_apart() {
        assert!(!same("Jan Eliasson", "Jean Ping"));
        assert!(!same("Edward Luck", "Edward Lock"));
        assert!(!same("Peter Thomson", "Petra Thomson-Hall"));
        assert!(!same("", "Jean Ping"));
    }

    #[test]
    fn another_word_does_not_look_alike() {
        for (one, other) in [("humanity", "hurnanity"), ("Security", "security"), ("Félix", "Felix"), ("all", "a11")] {
            assert!(looks_alike(one, other), "{one}, {other}");
        }
        for (one, other) in [("adopted", "adapted"), ("protection", "projection"), ("State", "States")] {
            assert!(!looks_alike(one, other), "{one}, {other}");
        }
    }

    #[test]
    fn offices_in_several_wordings() {
        assert_eq!(
            office("President of the United Nations General Assembly"),
            office("President of the General Assembly")
        );
        assert_eq!(office("Secretary-General of the United Nations").key, office("Secretary-General").key);
        assert_eq!(
            office("Special Adviser to the Secretary-General on the Prevention of Genocide"),
            office("Special Adviser on the Prevention of Genocide")
        );
        assert!(office("former Special Adviser on the Responsibility to Protect").former);
        assert_ne!(office("Deputy Secretary-General").key, office("Secretary-General").key);
    }
}
