//! One form for the inflections and spellings of a word.
//!
//! Only inflection is undone (plural, -ed, -ing: step 1 of M. F. Porter, "An algorithm for suffix stripping", Program 14,
//! 1980), not derivation: *response* and *responsibility*, which full stemming makes one word, are two here. British and
//! American spellings fold by rule (-ise/-ize, -our/-or, -ll-/-l-, -tre/-ter, -ence/-ense, -mme/-m). A folded form is a
//! key to compare by and is never shown, so that a rule may safely turn *exercise* into *exerciz*.

use super::diacritics::without_diacritics;

/// The form under which the spellings and inflections of one word are counted together: a name without its diacritics, a
/// number without zeros before it.
pub fn fold(word: &str) -> String {
    let mut word = plain(word);
    if word.bytes().all(|b| b.is_ascii_digit()) {
        let number = word.trim_start_matches('0');
        return if number.is_empty() { word } else { number.to_owned() };
    }
    if !word.is_ascii() || word.len() < 3 || word.bytes().any(|b| !b.is_ascii_lowercase()) {
        return word;
    }
    possessive_and_plural(&mut word);
    past_and_gerund(&mut word);
    spelling(&mut word);
    word
}

/// Lower case, without diacritics, possessive marks and hyphens, which one writer sets and another does not.
fn plain(word: &str) -> String {
    let letters = word.chars().flat_map(without_diacritics).filter_map(|c| match c {
        '’' => Some('\''),
        '-' | '\u{2010}' | '\u{2011}' | '\u{AD}' => None,
        _ => Some(c),
    });
    let mut plain: String = letters.collect();
    if let Some(stem) = plain.strip_suffix("'s").or_else(|| plain.strip_suffix('\'')) {
        plain.truncate(stem.len());
    }
    plain
}

fn possessive_and_plural(word: &mut String) {
    let keep = if word.ends_with("sses") || (word.ends_with("xes") && word.len() > 4) {
        word.len() - 2
    } else if word.ends_with("ies") && word.len() > 4 {
        word.truncate(word.len() - 3);
        word.push('y');
        return;
    } else if word.ends_with("sis") && word.len() > 4 {
        // crisis, crises; basis, bases
        word.len() - 2
    } else if word.ends_with('s') && !["ss", "us", "is"].iter().any(|ending| word.ends_with(ending)) && word.len() > 3 {
        word.len() - 1
    } else {
        word.len()
    };
    word.truncate(keep);
}

fn past_and_gerund(word: &mut String) {
    if let Some(stem) = word.strip_suffix("ied").filter(|stem| stem.len() > 1).map(str::len) {
        word.truncate(stem);
        word.push('y');
        return;
    }
    let stem = ["ing", "ed"].iter().find_map(|ending| word.strip_suffix(ending));
    let Some(stem) = stem.filter(|stem| stem.len() > 2 && stem.bytes().any(is_vowel)) else { return };
    // needed, seed; proceed, exceed
    if word.ends_with("eed") {
        return;
    }
    let keep = stem.len();
    word.truncate(keep);
    // planned, plan
    let bytes = word.as_bytes();
    if let [.., before, last] = bytes
        && before == last
        && !matches!(last, b'l' | b's' | b'z' | b'e' | b'o')
    {
        word.pop();
    }
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

fn spelling(word: &mut String) {
    if word.len() > 3 && word.ends_with('e') {
        word.pop();
    }
    for (from, to, longer_than) in [("isation", "ization", 0), ("ll", "l", 0), ("our", "or", 4)] {
        if word.len() > longer_than && word.contains(from) {
            *word = word.replace(from, to);
        }
    }
    for (from, to) in [("is", "iz"), ("ys", "yz"), ("enc", "ens"), ("ter", "tr"), ("mm", "m")] {
        if word.len() > 3 && word.ends_with(from) {
            word.truncate(word.len() - from.len());
            word.push_str(to);
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[track_caller]
    fn same(words: &[&str]) {
        for pair in words.windows(2) {
            assert_eq!(fold(pair[0]), fold(pair[1]), "{} and {}", pair[0], pair[1]);
        }
    }

    #[test]
    fn inflections_are_one_word() {
        same(&["protect", "protects", "protected", "protecting"]);
        same(&["mobilise", "mobilize", "mobilizing", "mobilised", "Mobilizing"]);
        same(&["advance", "advances", "advancing", "advanced"]);
        same(&["crisis", "crises"]);
        same(&["priority", "priorities"]);
        same(&["State", "States", "States'", "State’s"]);
    }

    #[test]
    fn spellings_are_one_word() {
        same(&["organisation", "organizations", "organization"]);
        same(&["fulfil", "fulfill", "fulfilling"]);
        same(&["fulfilment", "fulfillment"]);
        same(&["panellist", "panelists"]);
        same(&["favour", "favors"]);
        same(&["centre", "center"]);
        same(&["programme", "program", "programmes"]);
        same(&["signalling", "signaling", "signal"]);
        same(&["sub-regional", "subregional"]);
        same(&["operationalise", "operationalize"]);
        same(&["defence", "defense"]);
        same(&["Šimonović", "Simonovic", "Šimonović’s"]);
        same(&["08", "8"]);
    }

    #[test]
    fn other_words_stay_apart() {
        for (one, other) in [
            ("response", "responsibility"),
            ("prevention", "preventive"),
            ("account", "accountability"),
            ("general", "generate"),
            ("assist", "assistance"),
            ("moral", "morally"),
        ] {
            assert_ne!(fold(one), fold(other));
        }
    }
}
