//! Numbers with letters among their digits, where words around them say that a number stands there: `Chapter VllI`,
//! `Pillars I, Il and Ill`, `paragraphs l38 to l40`, `resolution 6O/l`, `l5 States`, `in 20I2`.

use std::ops::Range;

use super::cursor::{before, byte, is_bare_digit, number, skip_white, word_at, word_before};
use super::stroked::stroked;
use super::token::{Token, Value};
use super::year::is_year;
use crate::text::Span;

/// Words that Roman numerals stand behind.
const ROMAN: [&str; 15] = [
    "Annex", "Annexes", "Appendix", "Chapter", "Chapters", "Part", "Pillar", "Pillars", "Section", "Session",
    "Sessions", "Volume", "chapter", "pillar", "pillars",
];

/// Words that numbers in digits stand behind.
const ARABIC: [&str; 10] = [
    "Article",
    "Articles",
    "Paragraph",
    "Paragraphs",
    "article",
    "articles",
    "page",
    "pages",
    "paragraph",
    "paragraphs",
];

/// Words that a session and a number stand behind.
const SESSIONAL: [&str; 4] = ["Resolution", "Resolutions", "resolution", "resolutions"];

/// What stands between the numbers of a list.
const BETWEEN: [&str; 9] = [", and ", ", ", " and ", " to ", " or ", " & ", "–", "-", "/"];

/// The longest list of numbers behind one word.
const LISTED_MAX: usize = 8;

/// Adds the misread numbers behind `word`.
pub(super) fn behind(text: &str, word: Range<usize>, tokens: &mut Vec<Token>) {
    let mut at = skip_white(text, word.end);
    // Most words have another behind them.
    if byte(text, at).is_ascii_lowercase() && !matches!(byte(text, at), b'l' | b'i') {
        return;
    }
    let lead = &text[word.clone()];
    let read: fn(&str) -> Option<String> = match lead {
        word if ROMAN.contains(&word) => roman,
        word if ARABIC.contains(&word) => arabic,
        word if SESSIONAL.contains(&word) => sessional,
        _ => return,
    };
    for _ in 0..LISTED_MAX {
        let end = at + text.as_bytes()[at..].iter().take(8).take_while(|&&b| is_numeral(b)).count();
        let given = text[at..end].trim_end_matches(['!', '/']);
        let whole = end > at && !word_at(text, end);
        // `Pillar IT`: no pillar is of a technology.
        let topped = lead[1..].starts_with("illar") && given.starts_with('I') && given.contains('T');
        let stroke = if topped { given.replace('T', "I") } else { String::new() };
        let plainly = read(if topped { &stroke } else { given }).filter(|_| whole).map(|reads| (given, reads));
        let by_strokes = || stroked(text, lead, word.start, at).map(|(end, reads)| (&text[at..end], reads.to_owned()));
        // A bracket behind a numeral may be one of its strokes.
        let worn = text[end..].starts_with(['[', ']', '{', '}']);
        let told = if worn { by_strokes().or(plainly) } else { plainly.or_else(by_strokes) };
        let Some((given, reads)) = told else { return };
        if reads != given {
            let span = Span::new(at..at + given.len());
            tokens.push(Token { span, value: Value::Other, reads: Some(reads) });
        }
        let Some(next) = BETWEEN.iter().find_map(|mark| text[at + given.len()..].strip_prefix(mark)) else { return };
        at = text.len() - next.len();
    }
}

fn is_numeral(byte: u8) -> bool {
    is_bare_digit(byte) || matches!(byte, b'V' | b'X' | b'/' | b'T')
}

/// `VllI` as `VIII`; digits, and what is no numeral, are left.
fn roman(given: &str) -> Option<String> {
    const NUMERALS: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    if given.bytes().all(|b| b.is_ascii_digit()) {
        return Some(given.to_owned());
    }
    let reads: String = given.chars().map(|c| if matches!(c, 'V' | 'X') { c } else { 'I' }).collect();
    // `1l` may be eleven.
    let told = !given.contains(|c: char| c.is_ascii_digit()) || given.contains(['I', 'V', 'X']);
    let clear = told && !given.contains(['0', 'O', 'T']) && !given.contains(|c: char| c.is_ascii_digit() && c != '1');
    (clear && NUMERALS.contains(&reads.as_str())).then_some(reads)
}

/// `l38` as `138`.
fn arabic(given: &str) -> Option<String> {
    let (value, digits) = number(given.as_bytes())?;
    ((digits > 0 || given == "l") && given.len() <= 3 && value > 0).then(|| value.to_string())
}

/// `6O/l` as `60/1`.
fn sessional(given: &str) -> Option<String> {
    let (session, of_session) = given.split_once('/')?;
    let (session, digits) = number(session.as_bytes())?;
    let (value, more) = number(of_session.as_bytes())?;
    let fits = (1..100).contains(&session) && (1..1000).contains(&value) && of_session.len() <= 3;
    (fits && digits + more > 0).then(|| format!("{session}/{value}"))
}

/// The number that begins at `start` with a digit or what one is misread as, before what it counts; a year, before anything.
pub(super) fn among_letters(text: &str, start: usize) -> Option<Token> {
    let bytes = text.as_bytes();
    let run = bytes[start..].iter().take(5).take_while(|&&b| is_bare_digit(b) && b != b'!').count();
    let (given, end) = (&text[start..start + run], start + run);
    if !(2..=4).contains(&run)
        || word_before(text, start)
        || matches!(before(text, start), b'/' | b'.' | b'-' | b':' | b'@')
    {
        return None;
    }
    let (value, digits) = number(given.as_bytes())?;
    if digits == run || word_at(text, end) {
        return None;
    }
    let reads = Some(value.to_string());
    let span = Span::new(start..end);
    if run == 4 {
        let free = !matches!(byte(text, end), b'/' | b':' | b'@' | b'-');
        let year = digits >= 2 && free && is_year(value);
        return year.then_some(Token { span, value: Value::Year(i16::try_from(value).ok()?), reads });
    }
    let next = skip_white(text, end);
    let counted = &text[next..next + bytes[next..].iter().take_while(|b| b.is_ascii_alphabetic()).count()];
    let many = counted.len() >= 4 && (counted.ends_with('s') || counted.starts_with(|c: char| c.is_ascii_uppercase()));
    let fits = match (digits, given.as_bytes()[0]) {
        (_, b'0' | b'O') => false,
        // `lO States`; `IO` may be an abbreviation.
        (0, first) => first == b'l' && given.contains('O') && many,
        // `2l` may be two litres.
        (_, b'1'..=b'9') => many,
        _ => counted.len() >= 2,
    };
    (fits && next > end).then_some(Token { span, value: Value::Other, reads })
}

#[cfg(test)]
mod tests {
    use crate::text::lex::lex;

    #[test]
    fn a_stroke_of_a_pillars_number_may_have_a_top() {
        let read = |text: &str| lex(text).into_iter().find_map(|token| token.reads);
        assert_eq!(read("assistance under Pillar IT reach").as_deref(), Some("II"));
        assert_eq!(read("in Section IT of the Office"), None);
        assert_eq!(read("Pillar TWO"), None);
    }
}
