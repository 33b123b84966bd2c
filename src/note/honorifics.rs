//! Honorifics as a scanner leaves them: `H.E Or.` for `H.E. Dr.`, `IVIr.` for `Mr.`.

use crate::text::{lex, lookalike};

/// How many bytes of `text` are honorifics that it begins with, one that ends its line among them.
pub(super) fn honorific(text: &str) -> Option<usize> {
    let length = lex::honorific(text)?;
    let length = before_given_name(&text[..length]).unwrap_or(length);
    let length = length + usize::from(is_comma_for_point(text, length));
    let rest = text[length..].trim_start_matches(' ');
    let word = rest.split([' ', '\n']).next().filter(|word| rest[word.len()..].starts_with('\n'));
    let last = word.filter(|word| ends_with_honorific(word)).or_else(|| misread_honorific(rest));
    Some(last.map_or(length, |last| text.len() - rest.len() + last.len()))
}

/// Whether the honorific that ends at `end` has a comma for its point: `Mr, Florian Lindqvist`.
fn is_comma_for_point(text: &str, end: usize) -> bool {
    let last = text[..end].rsplit(' ').next().unwrap_or_default();
    let named = text[end..].strip_prefix(", ").is_some_and(|name| name.starts_with(char::is_uppercase));
    named && pointed(last).is_some()
}

/// How much of honorifics stands before one that is a given name as well and follows `Mr.`: `Mr. Sheikh Tidiane Gadio`.
fn before_given_name(honorific: &str) -> Option<usize> {
    const NAMES: [&str; 3] = ["Sheikh", "Sheikha", "Judge"];
    let (before, last) = honorific.rsplit_once(' ')?;
    let styled = ["Mr.", "Ms.", "Mrs.", "Mr", "Ms"].iter().any(|style| before.ends_with(style));
    (styled && NAMES.contains(&last)).then_some(before.len())
}

/// An honorific as it is written: `H.E. Dr.` for `H.E Or.`.
pub(super) fn spelt_honorific(honorific: &str) -> String {
    let mut spelt: Vec<&str> = Vec::new();
    for word in honorific.split(' ') {
        let bare = word.trim_end_matches('.');
        let comma = word.strip_suffix(',').and_then(pointed);
        let known = lex::honorific(&format!("{word} x")).is_some();
        let meant = || meant_honorific(word).filter(|_| word.ends_with('.'));
        spelt.push(match bare {
            "H.E" | "H.E," => "H.E.",
            // `HLE.`, `H-E,`, `HE.`
            _ if lex::is_worn_excellency(word) => "H.E.",
            // `H,E.`, `II.E.`
            _ if !known && word.len() <= 5 && bare.trim_end_matches(',').contains(['.', ',']) => "H.E.",
            _ if comma.is_some() => comma.unwrap_or(word),
            _ if known => word,
            _ => meant().unwrap_or(word),
        });
    }
    spelt.join(" ")
}

/// Honorifics that a point ends.
const HONORIFICS: [&str; 5] = ["Dr.", "Mr.", "Ms.", "Mrs.", "Prof."];

/// The honorific that is `bare` but for its point.
fn pointed(bare: &str) -> Option<&'static str> {
    HONORIFICS.into_iter().find(|known| known.strip_suffix('.') == Some(bare))
}

/// `Or.` for `Dr.`, behind another honorific and before a name.
pub(super) fn misread_honorific(text: &str) -> Option<&str> {
    let (word, name) = text.split_once(' ')?;
    let pointed = word.ends_with('.') && (3..=5).contains(&word.len()) && word != "St.";
    (pointed && name.starts_with(char::is_uppercase) && meant_honorific(word).is_some()).then_some(word)
}

/// The pointed honorific that a word was, misread.
fn meant_honorific(word: &str) -> Option<&'static str> {
    // An M that fell into its strokes: `IVIr.`
    let strokes = |c: char| matches!(c, 'I' | 'l' | '1' | '|');
    let rest =
        word.strip_prefix(strokes).and_then(|rest| rest.strip_prefix('V')).and_then(|rest| rest.strip_prefix(strokes));
    let whole = rest.map_or_else(|| word.to_owned(), |rest| format!("M{rest}"));
    HONORIFICS.into_iter().find(|known| lookalike::similar(&whole, known, 0.6))
}

/// Whether a line's last words are an honorific, whose name must stand in the next.
pub(super) fn ends_with_honorific(line: &str) -> bool {
    let last = line.rsplit([' ', '\t']).next().unwrap_or_default();
    // Alone at a line's end, only a point tells `Mr.` from another word.
    last.ends_with('.') && lex::honorific(&format!("{last} ")) == Some(last.len())
}

/// Whether another person begins here: an honorific that is no office's word (`Goodwill Ambassador`, `Minister of Justice`).
pub(super) fn begins_person(text: &str) -> bool {
    const OFFICES: [&str; 6] = ["Ambassador", "Judge", "Justice", "Professor", "Lord", "Madame"];
    lex::begins_with_honorific(text) && !OFFICES.iter().any(|office| text.starts_with(office))
}

#[cfg(test)]
mod tests {
    use super::{misread_honorific, spelt_honorific};

    #[test]
    fn worn_honorifics_are_spelt_as_they_are_written() {
        for (given, spelt) in [
            ("H.E Or.", "H.E. Dr."),
            ("H,E. Mr.", "H.E. Mr."),
            ("HLE. Mr.", "H.E. Mr."),
            ("HE, Ms.", "H.E. Ms."),
            ("II.E. Ms.", "H.E. Ms."),
            ("H.E. IVIr.", "H.E. Mr."),
        ] {
            assert_eq!(spelt_honorific(given), spelt);
        }
        assert_eq!(misread_honorific("IVIr. Tijjani"), Some("IVIr."));
        assert_eq!(misread_honorific("St. Clair"), None);
    }
}
