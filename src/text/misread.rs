//! Whether a text is one of a few set forms, or was one before it was misread.
//!
//! What is made of known words is what it is, however much it looks like something else; only where a word is known to no
//! lexicon may the scanner have misread it. That keeps `reports` from being read as `report`, and spares clean text the
//! comparison.

use super::lexicon;
use super::lookalike::Likeness;

/// Which of `forms` the text is: the first that has its letters, else, where a word of it is [unknown](has_unknown), the
/// one that it is most similar to (see [`similarity`](super::lookalike::similarity)), by `floor` at least.
pub fn form_of<'f>(given: &str, forms: impl Iterator<Item = &'f str> + Clone, floor: f32) -> Option<usize> {
    // Most differ in their first letter.
    let first = first_letter(given);
    let may_begin = |form: &str| match (first, form.as_bytes().first()) {
        (Some(0..0x80), Some(letter @ b'a'..=b'z')) => first == Some(*letter),
        _ => true,
    };
    if let Some(same) = forms.clone().position(|form| may_begin(form) && letters(given).eq(letters(form))) {
        return Some(same);
    }
    // What is far too long is none of them, whatever its words.
    let near = |form: &str| given.len() <= 2 * form.len() + 8;
    if !forms.clone().any(near) || !has_unknown(given) {
        return None;
    }
    let mut likeness = Likeness::of(given);
    let mut best: Option<(f32, usize)> = None;
    for (number, form) in forms.enumerate() {
        let least = best.map_or(floor, |(similarity, _)| similarity);
        if let Some(similarity) = likeness.to(form, least)
            && best.is_none_or(|(so_far, _)| similarity > so_far)
        {
            best = Some((similarity, number));
        }
    }
    best.map(|(_, number)| number)
}

/// Whether the text is `form`, read or misread; see [`form_of`].
pub fn is_form(given: &str, form: &str, floor: f32) -> bool {
    form_of(given, std::iter::once(form), floor).is_some()
}

/// Whether a text has a word in it that no lexicon knows. Numbers are known, and so are initials and marks between words.
pub fn has_unknown(text: &str) -> bool {
    text.split(char::is_whitespace).any(|run| {
        let core = run.trim_matches(|c: char| !c.is_alphanumeric());
        // A mark that stands for a letter: `|`, `~`.
        let smudge = core.is_empty() && run.contains(['|', '~', '\\', '^']);
        smudge || core.split(['-', '/', '–', '—', '’', '\'']).any(is_unknown)
    })
}

fn is_unknown(word: &str) -> bool {
    let initials = || word.contains('.') && word.split('.').all(|letter| letter.len() <= 1);
    word.len() > 1 && !word.bytes().all(|b| b.is_ascii_digit()) && !lexicon::contains(word) && !initials()
}

/// The byte that a text's first letter or digit begins with, small.
fn first_letter(text: &str) -> Option<u8> {
    text.bytes().find(|byte| byte.is_ascii_alphanumeric() || *byte >= 0x80).map(|byte| byte.to_ascii_lowercase())
}

/// The letters and digits of a text, small.
fn letters(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::{form_of, has_unknown, is_form};

    #[test]
    fn known_words_are_what_they_are() {
        assert!(is_form("Backgrollnd", "background", 0.8));
        assert!(is_form("Back ground:", "background", 0.8));
        assert!(!is_form("reports", "report", 0.8));
        assert!(!is_form("Programmers", "programme", 0.8));
        let forms = ["purpose", "purposes", "programme"];
        assert_eq!(form_of("Programrne", forms.into_iter(), 0.8), Some(2));
        assert_eq!(form_of("Purposes", forms.into_iter(), 0.8), Some(1));
        assert_eq!(form_of("Pmposes", forms.into_iter(), 0.6), Some(1));
        assert_eq!(form_of("", forms.into_iter(), 0.8), None);
    }

    #[test]
    fn numbers_and_marks_are_no_unknown_words() {
        assert!(!has_unknown("The 2005 World Summit – paragraphs 138 and 139, civil-society members' views, 3 p.m."));
        assert!(has_unknown("the infonnal dialogue"));
        assert!(has_unknown("the ~ dialogue"));
    }
}
