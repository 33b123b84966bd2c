//! The single pass that finds where a token may stand.

use std::ops::Range;

use super::cursor::{before, byte, may_begin, tie_at, tie_before, word_before};
use super::phone::phone;
use super::token::{Token, Value};
use super::{contact, date, half_day, hour_column, noon, numeral, numeric_date, symbol, time};

/// The tokens of `text`, in order, none overlapping another.
pub fn lex(text: &str) -> Vec<Token> {
    let bytes = text.as_bytes();
    let mut tokens = hour_column::hours(text);
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        at += 1;
        match bytes[start] {
            b'a'..=b'z' | b'A'..=b'Z' => {
                at += bytes[at..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
                at_word(text, start..at, &mut tokens);
                if is_cut_short(text, at) {
                    tokens.extend(misread_month(text, start));
                }
            }
            b'0'..=b'9' if !before(text, start).is_ascii_digit() => {
                at_number(text, start, &mut tokens);
                if leads_letters(text, start) {
                    tokens.extend(misread_month(text, start));
                }
            }
            b':' if bytes[at..].starts_with(b"//") => tokens.extend(contact::web(text, start)),
            b':' => tokens.extend(time::at_colon(text, start)),
            b';' => tokens.extend(time::at_semicolon(text, start)),
            b'$' => tokens.extend(symbol::at_dollar(text, start)),
            b'@' => tokens.extend(contact::at_sign(text, start)),
            // `©`, `®`
            0xC2 if matches!(byte(text, at), 0xA9 | 0xAE) => tokens.extend(contact::ringed_sign(text, start)),
            b'[' => tokens.extend(contact::written_at(text, start)),
            b'+' | b'(' => {
                tokens.extend(contact::written_at(text, start));
                if matches!(byte(text, at), b'0'..=b'9' | b'+') {
                    tokens.extend(phone(text, start));
                }
            }
            _ => {}
        }
    }
    settle(tokens)
}

/// What the run of letters at `word` is, or begins, or ends.
fn at_word(text: &str, word: Range<usize>, tokens: &mut Vec<Token>) {
    if let Some(symbol) = symbol_at(text, &word) {
        tokens.push(symbol);
        return;
    }
    at_misread_digit(text, &word, tokens);
    at_name(text, &word, tokens);
    at_host(text, word, tokens);
}

/// The symbol that a capital begins, or the second half of a double one.
fn symbol_at(text: &str, word: &Range<usize>) -> Option<Token> {
    match byte(text, word.start) {
        b'A' | b'S' | b'E' | b'N' | b'T' | b'H' | b'C' | b'J' if may_be_symbol(text, word) => {
            symbol::at_capital(text, word.start)
        }
        b's' if word.len() == 1 && byte(text, word.end) == b'/' => symbol::second_half(text, word.start),
        _ => None,
    }
}

/// The numbers whose first digit may have been misread for the letters at `word`.
fn at_misread_digit(text: &str, word: &Range<usize>, tokens: &mut Vec<Token>) {
    let (letter, next) = (byte(text, word.start), byte(text, word.end));
    match (letter, next) {
        (b'b' | b'S' | b'B' | b'g', b'.') if word.len() == 1 => {
            tokens.extend(time::at_misread_hour(text, word.start));
        }
        // `l-212-963-5063`
        (b'l' | b'I', b'-') if word.len() == 1 => tokens.extend(phone(text, word.start)),
        _ => {}
    }
    if matches!(letter, b'l' | b'I' | b'O') && word.len() <= 3 && may_begin(text, word.start) {
        tokens.extend(time::at_letter(text, word.start));
        tokens.extend(numeral::among_letters(text, word.start));
    }
}

/// The numbers behind the word that names them, the noons and the dates whose month it is.
fn at_name(text: &str, word: &Range<usize>, tokens: &mut Vec<Token>) {
    let small = byte(text, word.start) | 0x20;
    if matches!(small, b'a' | b'c' | b'p' | b'r' | b's' | b'v') && (4..=11).contains(&word.len()) {
        numeral::behind(text, word.clone(), tokens);
    }
    if word.len() <= 2 && matches!(&text[word.clone()], "n" | "no") {
        tokens.extend(noon::misread(text, word.start));
    }
    let long_enough = (3..=12).contains(&word.len());
    if (long_enough || may_be_month_in_two(text, word))
        && let Some(date) = date::at_month(text, word.clone())
    {
        tokens.push(date);
    }
    if long_enough && matches!(small, b'n' | b'm' | b'u') {
        tokens.extend(noon::at_word(text, word.clone()));
    }
}

/// The addresses whose host begins with `word` or is lost in it: `www.un.org`, `speakersGun.org`.
fn at_host(text: &str, word: Range<usize>, tokens: &mut Vec<Token>) {
    if byte(text, word.end) != b'.' {
        return;
    }
    let long = word.len() > 7 || word.len() == 2 && before(text, word.start) == b' ';
    if long && text[word.clone()].ends_with("un") {
        tokens.extend(contact::lost_sign(text, word));
    } else if &text[word.clone()] == "www" {
        tokens.extend(contact::web(text, word.start));
    }
}

/// Whether a word may be the first piece of a month that a space cut in two: `Ju ne`, `J uly`.
fn may_be_month_in_two(text: &str, word: &Range<usize>) -> bool {
    word.len() < 3
        && date::has_capital(text, word)
        && byte(text, word.end) == b' '
        && byte(text, word.end + 1).is_ascii_lowercase()
}

/// Whether what may be a misread letter ends a run of letters at `end`: `Ju1y`, `Jüly`, `Apri]`.
fn is_cut_short(text: &str, end: usize) -> bool {
    match byte(text, end) {
        b'0'..=b'9' => byte(text, end + 1).is_ascii_lowercase(),
        b']' | b'|' | b'!' => true,
        next => !next.is_ascii(),
    }
}

/// Whether the digit at `start` may be a word's first letter, misread: `0ctober`.
fn leads_letters(text: &str, start: usize) -> bool {
    byte(text, start + 1).is_ascii_lowercase()
        && byte(text, start + 2).is_ascii_lowercase()
        && !word_before(text, start)
}

/// The date whose month's name begins at `start`, in it an accent that no month has, a digit or a stroke: `17 Jüly 2009`,
/// `12 Ju1y`, `3 Apri] 2023`.
fn misread_month(text: &str, start: usize) -> Option<Token> {
    let word =
        text[start..].chars().take(MONTH_MAX).take_while(|c| c.is_alphanumeric() || matches!(c, ']' | '|' | '!'));
    let end = start + word.map(char::len_utf8).sum::<usize>();
    date::at_month(text, start..end)
}

/// The letters of the longest month, and one more.
const MONTH_MAX: usize = 10;

/// Symbols are short words before a slash, or before a digit that a misread slash joined to them.
fn may_be_symbol(text: &str, word: &Range<usize>) -> bool {
    let next = byte(text, word.end);
    let short = word.len() <= 6;
    short && (next == b'/' || next.is_ascii_digit() || matches!(next, b'|' | b'!' | b'\\'))
        || word.len() == 1 && next == b' ' && byte(text, word.end + 1) == b'/'
        // `AIRES /63/308`
        || word.len() == 5 && next == b' ' && byte(text, word.end + 1) == b'/' && text[word.clone()].ends_with("RES")
}

/// What the number is, or begins, whose first digit stands at `at`.
fn at_number(text: &str, at: usize, tokens: &mut Vec<Token>) {
    if !may_begin(text, at) || before(text, at) == b'/' {
        return;
    }
    if let Some(person) = half_day::first_person(text, at) {
        tokens.push(person);
        return;
    }
    tokens.extend(symbol::at_digit(text, at));
    tokens.extend(time::at_digit(text, at));
    tokens.extend(numeric_date::at_digit(text, at));
    if word_before(text, at) {
        return;
    }
    tokens.extend(phone(text, at));
    tokens.extend(date::split_year(text, at));
    tokens.extend(numeral::among_letters(text, at));
}

/// The small words that lost the space between them and a date or a time: where they stand, and how they are read.
pub fn ties(text: &str, tokens: &[Token]) -> Vec<(Range<usize>, String)> {
    let numbers = tokens.iter().filter(|token| matches!(token.value, Value::Date { .. } | Value::Time(..)));
    let ties = numbers.flat_map(|token| {
        let Range { start, end } = token.span.range();
        let before = tie_before(text, start).map(|tie| (start - tie.len()..start, format!("{tie} ")));
        let behind = tie_at(text, end).map(|tie| (end..end + tie.len(), format!(" {tie}")));
        [before, behind]
    });
    ties.flatten().collect()
}

/// In order of place; of two that overlap the longer stays, or the first where that is a date.
fn settle(mut tokens: Vec<Token>) -> Vec<Token> {
    tokens.sort_by_key(|token| (token.span.start, std::cmp::Reverse(token.span.end)));
    let mut settled: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        match settled.last_mut() {
            Some(last) if last.span.overlaps(token.span) => {
                let longer = token.span.end - token.span.start > last.span.end - last.span.start;
                if longer && !matches!(last.value, Value::Date { .. }) {
                    *last = token;
                }
            }
            _ => settled.push(token),
        }
    }
    settled
}
