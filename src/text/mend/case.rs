//! In which case a mended word is written.

use super::form;
use crate::text::lookalike;

/// `word` in the case that `given` shows; `capital` says that a capital is to be expected (a sentence or a title).
pub(super) fn like(given: &str, word: &str, capital: bool) -> String {
    let parts = || given.split('-').zip(word.split('-')).enumerate();
    let count = parts().count();
    if count > 1 && given.split('-').count() == word.split('-').count() {
        // `5ecretary-General`: where a later part has a capital, so has the first.
        let led = capital || given.split('-').skip(1).any(|part| part.starts_with(char::is_uppercase));
        let parts: Vec<String> = parts().map(|(number, (given, word))| like(given, word, led && number == 0)).collect();
        return parts.join("-");
    }
    if word.chars().any(char::is_uppercase) && !is_capitals(given) {
        return word.to_owned();
    }
    if is_capitals(given) {
        return word.to_uppercase();
    }
    let upper = capitalised(word);
    let (Some(first), Some(meant)) = (given.chars().next(), word.chars().next()) else { return word.to_owned() };
    let seen_upper = match first.is_uppercase() {
        // Letters of the same shape in both cases are told by size alone, which the scanner got wrong twice within the word.
        true if same_shape(first) => capital || form::inner_capitals(given).nth(1).is_none(),
        upper if first.eq_ignore_ascii_case(&meant) => upper,
        // What stands for the letter is another: it may look the more like the capital, or a capital be due.
        _ => {
            let more = || lookalike::cost(given, &upper) - lookalike::cost(given, word);
            match first.is_lowercase() {
                true => capital && is_stem(first) && more() <= OTHER,
                false => capital || more() < 0.0,
            }
        }
    };
    if seen_upper { upper } else { word.to_owned() }
}

/// Whether a word is written in capitals throughout, as far as can be told.
pub(super) fn is_capitals(given: &str) -> bool {
    let (upper, lower) = given.chars().filter(|c| c.is_alphabetic()).fold((0, 0), |(upper, lower), c| {
        // A small l or i among capitals is a misread I.
        if c.is_uppercase() { (upper + 1, lower) } else { (upper, lower + usize::from(!matches!(c, 'l' | 'i'))) }
    });
    // `0F` is written as such, too.
    let upper = if lower == 0 && upper > 0 {
        upper + given.bytes().filter(|b| matches!(b, b'0' | b'1')).count()
    } else {
        upper
    };
    let led = lower == 1 && given.starts_with(char::is_lowercase);
    upper >= 2 && (lower == 0 || led) || (upper >= 4 && lower == 1)
}

/// How much less a letter may look like the capital that is due.
const OTHER: f32 = 1.0;

/// Whether two words differ in the case of letters alone, and in some whose size does not alone tell it, or in what makes
/// a short one all capitals: no scanner took these for those (`e-deleGATE`, `CoNGO`).
pub(super) fn is_meant(given: &str, word: &str, capitals: bool) -> bool {
    const SHORT: usize = 5;
    let told = |(a, b): (char, char)| a != b && !same_shape(a) && !matches!(a, 'l' | 'I' | 'i' | 'Y');
    let to_capitals = !capitals && given.len() <= SHORT && !word.chars().any(char::is_lowercase);
    // `de1eGATE`
    let given = given.replace('1', "l").replace('0', "o");
    given.eq_ignore_ascii_case(word) && (to_capitals || given.chars().zip(word.chars()).any(told))
}

/// Whether a small letter is as tall and as plain as a capital may be.
fn is_stem(c: char) -> bool {
    matches!(c, 'l' | 'i' | 'j' | 't' | 'f' | 'r')
}

fn same_shape(c: char) -> bool {
    matches!(c.to_ascii_lowercase(), 'c' | 'o' | 's' | 'u' | 'v' | 'w' | 'x' | 'z' | 'p' | 'k')
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
