//! British and American spellings of one word.

/// Endings as the British spell them and as Americans do.
const ENDINGS: [(&str, &str); 19] = [
    ("isation", "ization"),
    ("isations", "izations"),
    ("ise", "ize"),
    ("ises", "izes"),
    ("ised", "ized"),
    ("ising", "izing"),
    ("yse", "yze"),
    ("ysed", "yzed"),
    ("ysing", "yzing"),
    ("tre", "ter"),
    ("tres", "ters"),
    ("ence", "ense"),
    ("ences", "enses"),
    ("mme", "m"),
    ("mmes", "ms"),
    ("logue", "log"),
    ("logues", "logs"),
    ("dgement", "dgment"),
    ("dgements", "dgments"),
];

/// The shortest word that may have another spelling: *four* and *for* are two words.
const SHORTEST: usize = 5;

/// Whether two words are spellings of one: *organisations* and *organizations*, *sub-regional* and *Subregional*; not
/// *organization* and *organizations*, nor *human* and *humane*.
pub fn same_but_for_spelling(one: &str, other: &str) -> bool {
    american(one) == american(other)
}

/// A word in small letters as Americans spell it, without its hyphens; never shown, so that a rule may safely turn
/// *difference* into *differense*.
fn american(word: &str) -> String {
    let letters = word.chars().flat_map(char::to_lowercase).filter_map(|c| match c {
        '’' => Some('\''),
        '-' | '\u{2010}' | '\u{2011}' | '\u{AD}' => None,
        _ => Some(c),
    });
    let mut spelt: String = letters.collect();
    let possessive = ["'s", "'"].into_iter().find(|mark| spelt.ends_with(mark)).unwrap_or_default();
    spelt.truncate(spelt.len() - possessive.len());
    if spelt.is_ascii() && spelt.len() >= SHORTEST {
        let own = ENDINGS.iter().find(|(british, _)| spelt.ends_with(british));
        if let Some((british, american)) = own {
            spelt.replace_range(spelt.len() - british.len().., american);
        }
        spelt = single_l(&spelt.replace("our", "or"));
    }
    spelt + possessive
}

/// A word with one *l* for two behind its second syllable: *travelling*, *enrolled*, *fulfill*, but *filled*.
fn single_l(word: &str) -> String {
    let Some(at) = word.find("ll") else { return word.to_owned() };
    let is_vowel = |byte: &u8| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    let syllables = word.as_bytes()[..at].chunk_by(|a, b| is_vowel(a) == is_vowel(b)).filter(|run| is_vowel(&run[0]));
    if syllables.count() > 1 { word.replacen("ll", "l", 1) } else { word.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::same_but_for_spelling;

    #[test]
    fn two_spellings_are_one_word_in_one_inflection() {
        for (one, other) in [
            ("Organisations", "organizations"),
            ("mobilised", "mobilized"),
            ("analysing", "analyzing"),
            ("programme", "program"),
            ("centres", "centers"),
            ("defence", "defense"),
            ("labour", "labor"),
            ("travelling", "traveling"),
            ("fulfil", "fulfill"),
            ("enrolment", "enrollment"),
            ("dialogue's", "dialog’s"),
            ("judgement", "judgment"),
            ("sub-regional", "subregional"),
        ] {
            assert!(same_but_for_spelling(one, other), "{one}, {other}");
        }
        for (one, other) in [
            ("human", "humane"),
            ("moral", "morale"),
            ("planning", "planing"),
            ("filled", "filed"),
            ("four", "for"),
            ("State", "States"),
            ("State", "State’s"),
            ("protect", "protected"),
            ("met", "meeting"),
        ] {
            assert!(!same_but_for_spelling(one, other), "{one}, {other}");
        }
    }
}
