//! Honorifics before a person's name: `H.E. Mr.`, `Dr.`, `Sir`.

use crate::text::lookalike;

/// What else an honorific may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Nothing.
    Plain,
    /// A word of its own where no point ends it.
    Pointed,
    /// An office, unless a name follows: `Goodwill Ambassador of …`.
    Office,
    /// An everyday word, unless a name follows: `Minister of Justice`.
    Word,
    /// `He`, unless in capitals.
    Capitals,
}

/// Honorifics in small letters, without the point behind them.
const HONORIFICS: [(&str, Kind); 55] = [
    ("h.e", Kind::Plain),
    ("he", Kind::Capitals),
    ("mr", Kind::Plain),
    ("ms", Kind::Plain),
    ("mrs", Kind::Plain),
    ("miss", Kind::Plain),
    ("dr", Kind::Plain),
    ("prof", Kind::Pointed),
    ("professor", Kind::Office),
    ("sir", Kind::Plain),
    ("dame", Kind::Word),
    ("lord", Kind::Word),
    ("lady", Kind::Word),
    ("ambassador", Kind::Office),
    ("amb", Kind::Pointed),
    ("hon", Kind::Pointed),
    ("honourable", Kind::Plain),
    ("honorable", Kind::Plain),
    ("sheikh", Kind::Plain),
    ("sheikha", Kind::Plain),
    ("judge", Kind::Word),
    ("justice", Kind::Word),
    ("madam", Kind::Office),
    ("madame", Kind::Plain),
    ("mme", Kind::Plain),
    ("rev", Kind::Pointed),
    ("fr", Kind::Pointed),
    ("rt", Kind::Pointed),
    ("msgr", Kind::Pointed),
    ("h.r.h", Kind::Plain),
    ("hrh", Kind::Plain),
    ("h.h", Kind::Plain),
    ("h.m", Kind::Plain),
    ("prince", Kind::Word),
    ("princess", Kind::Word),
    ("baroness", Kind::Word),
    ("archbishop", Kind::Word),
    ("bishop", Kind::Word),
    ("imam", Kind::Word),
    ("rabbi", Kind::Word),
    ("reverend", Kind::Word),
    ("venerable", Kind::Word),
    ("senator", Kind::Word),
    ("señor", Kind::Plain),
    ("señora", Kind::Plain),
    ("monsieur", Kind::Plain),
    ("sra", Kind::Pointed),
    ("sr", Kind::Pointed),
    // Ranks.
    ("gen", Kind::Pointed),
    ("lt", Kind::Pointed),
    ("maj", Kind::Pointed),
    ("brig", Kind::Pointed),
    ("col", Kind::Pointed),
    ("adm", Kind::Pointed),
    ("capt", Kind::Pointed),
];

/// How many bytes of a word are looked at: more than any honorific has, its points and what ends it among them.
const LENGTH_MAX: usize = 24;

/// Whether a word, without the point behind it, is an honorific before a name.
pub fn is_honorific(word: &str) -> bool {
    kind(word).is_some()
}

/// Whether such a word is an honorific wherever it stands, or an office that names stand behind.
pub fn leads_name(word: &str) -> bool {
    matches!(kind(word), Some(Kind::Plain | Kind::Pointed | Kind::Office))
}

fn kind(word: &str) -> Option<Kind> {
    HONORIFICS.iter().find(|(known, _)| known.eq_ignore_ascii_case(word)).map(|(_, kind)| *kind)
}

/// How many bytes of `text` are honorifics that it begins with, with the spaces between but not behind them.
pub fn honorific(text: &str) -> Option<usize> {
    let mut end = None;
    let mut at = 0;
    while let Some(length) = one(&text[at..], end.is_some()) {
        end = Some(at + length);
        let rest = &text[at + length..];
        at += length + (rest.len() - rest.trim_start_matches(' ').len());
        if at >= text.len() {
            break;
        }
    }
    end
}

/// Whether `text` begins with an honorific.
pub fn begins_with_honorific(text: &str) -> bool {
    honorific(text).is_some()
}

/// How like `H.E.` a worn one must be.
const EXCELLENCY: f32 = 0.5;

/// How long a worn `H.E.` is before another honorific: `H,E. Mr.`, `II.E. Ms.`, `N.E. Mr.`, `HLE. Mr.`.
fn worn_excellency(text: &str) -> Option<usize> {
    // Most words have no mark so early.
    if !text.as_bytes().get(1..4)?.iter().any(|byte| matches!(byte, b'.' | b',' | b'-')) {
        return None;
    }
    let near = &text[..text.floor_char_boundary(LENGTH_MAX)];
    let (word, rest) = near.split_once(' ')?;
    let style = rest.trim_start().split([' ', '.', ',']).next()?;
    let styled = ["Mr", "Ms", "Mrs", "Dr", "Prof", "Sir", "Dame"].contains(&style);
    if !styled || !word.ends_with(['.', ',']) {
        return None;
    }
    let pointed = (4..=5).contains(&word.len())
        && word.char_indices().any(|(at, c)| (1..word.len() - 1).contains(&at) && matches!(c, '.' | ','));
    (pointed && lookalike::similar(word, "H.E.", EXCELLENCY) || is_worn_excellency(word)).then_some(word.len())
}

/// Whether a word is an `H.E.`, be it that its point went up into a letter, or was lost: `HLE.`, `HUE.`, `H-E.`, `HE,`.
pub fn is_worn_excellency(word: &str) -> bool {
    let [b'H', between @ .., b'E' | b'F', b'.' | b','] = word.as_bytes() else { return false };
    matches!(
        between,
        [] | [b'.', b'F' | b'I' | b'L' | b'T'] | [b'L' | b'U' | b'O' | b'I' | b'l' | b'i' | b'.' | b',' | b'-' | b'_']
    )
}

/// Honorifics of several words.
const PHRASES: [&str; 14] = [
    "His Excellency",
    "Her Excellency",
    "Their Excellency",
    "H. E.",
    "The Honourable",
    "The Hon.",
    "The Rt. Hon.",
    "The Right Honourable",
    "Right Honourable",
    "His Royal Highness",
    "Her Royal Highness",
    "His Highness",
    "Her Highness",
    "Her Majesty",
];

fn one(text: &str, more: bool) -> Option<usize> {
    if !text.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    if let Some(phrase) = PHRASES.into_iter().find(|phrase| begins_with(text, phrase)) {
        return Some(phrase.len());
    }
    if let Some(length) = worn_excellency(text).filter(|_| !more) {
        return Some(length);
    }
    if let Some(length) = general(text) {
        return Some(length);
    }
    let length = text[..text.floor_char_boundary(LENGTH_MAX)].find([' ', '\t', ',', '\u{A0}'])?;
    let word = &text[..length];
    // `H.E. Mr, Ban`: a point read as a comma.
    let comma = more && text[length..].starts_with(", ") && matches!(kind(word), Some(Kind::Plain | Kind::Pointed));
    let length = length + usize::from(comma);
    let pointed = comma || word.ends_with('.');
    let bare = word.trim_end_matches('.');
    let behind = &text[length..];
    // `He` begins a sentence; `HE` and `H.E.` honour somebody. `General` and the like are offices, not honorifics.
    let honours = match kind(bare)? {
        Kind::Plain => true,
        Kind::Pointed => pointed || more,
        Kind::Office | Kind::Word => behind.trim_start().starts_with(char::is_uppercase),
        Kind::Capitals => word == "HE",
    };
    honours.then_some(length)
}

/// Whether `text` begins with `words`; most begin with another letter.
fn begins_with(text: &str, words: &str) -> bool {
    text.as_bytes().first() == words.as_bytes().first() && text.starts_with(words)
}

/// A general's rank before a name: `Major General Patrick Cammaert`.
fn general(text: &str) -> Option<usize> {
    let rank = ["Lieutenant", "Major", "Brigadier"].into_iter().find(|rank| begins_with(text, rank))?;
    let name = text[rank.len()..].strip_prefix([' ', '-'])?.strip_prefix("General ")?;
    name.starts_with(char::is_uppercase).then(|| text.len() - name.len() - 1)
}

#[cfg(test)]
mod tests {
    use super::honorific;

    #[test]
    fn clergy_are_styled_before_a_name() {
        for (styled, honorific_of) in [
            ("Rabbi Daniel Rosenbaum", Some(5)),
            ("Imam Feisal Rauf", Some(4)),
            ("Reverend Ana Sol", Some(8)),
            ("Bishop of Rome", None),
        ] {
            assert_eq!(honorific(styled), honorific_of, "{styled}");
        }
    }

    #[test]
    fn ranks_are_honorifics_where_a_point_ends_them() {
        assert_eq!(honorific("Lt. Gen. Babacar Gaye"), Some("Lt. Gen.".len()));
        assert_eq!(honorific("H.E. Gen Romeo"), Some("H.E. Gen".len()));
        for worn in ["HLE.", "HUE.", "HLF.", "HOE.", "H-E.", "HE.", "HLE,", "H.F.", "H.FE."] {
            assert_eq!(honorific(&format!("{worn} Mr. Yang")), Some(worn.len() + " Mr.".len()), "{worn}");
        }
        assert_eq!(honorific("HIV. Mr. Yang"), None);
        assert_eq!(honorific("HUE. A colour"), None);
        assert_eq!(honorific("É.E. Mr. Yang"), None, "and no letter is cut in two");
        assert_eq!(honorific("Gen Assembly"), None);
        assert_eq!(honorific("Major General Patrick Cammaert"), Some("Major General".len()));
        assert_eq!(honorific("Major General of the Army"), None);
        assert_eq!(honorific("Rt. Hon. Dr. Ana Sol"), Some("Rt. Hon. Dr.".len()));
        assert_eq!(honorific("H.R.H. Prince Ali"), Some("H.R.H. Prince".len()));
        assert_eq!(honorific("Her Royal Highness Princess Ana"), Some("Her Royal Highness Princess".len()));
        assert_eq!(honorific("Señora Itzel Ruiz"), Some("Señora".len()));
        assert_eq!(honorific("Sr Lanka"), None);
    }
}
