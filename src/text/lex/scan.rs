//! The single pass that finds where a token may stand.

use std::ops::Range;

use super::cursor::{before, byte, may_begin, tie_at, tie_before, word_before};
use super::token::{Token, Value};
use super::{contact, date, half_day, hour_column, noon, numeral, numeric_date, symbol, time};

/// The tokens of `text`, in order, none overlapping another.
pub fn lex(text: &str) -> Vec<Token> {
    let bytes = text.as_bytes();
    let mut tokens = hour_column::hours(text);
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'a'..=b'z' | b'A'..=b'Z' => {
                let start = at;
                at += bytes[at..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
                at_word(text, start..at, &mut tokens);
                match bytes.get(at) {
                    Some(b'0'..=b'9') if byte(text, at + 1).is_ascii_lowercase() => {
                        tokens.extend(misread_month(text, start));
                    }
                    Some(b']' | b'|' | b'!') => tokens.extend(misread_month(text, start)),
                    Some(next) if !next.is_ascii() => tokens.extend(misread_month(text, start)),
                    _ => {}
                }
            }
            b'0'..=b'9' => {
                if !before(text, at).is_ascii_digit() {
                    at_number(text, at, &mut tokens);
                    let letters = byte(text, at + 1).is_ascii_lowercase() && byte(text, at + 2).is_ascii_lowercase();
                    if letters && !word_before(text, at) {
                        tokens.extend(misread_month(text, at));
                    }
                }
                at += 1;
            }
            b':' => {
                if bytes[at + 1..].starts_with(b"//") {
                    tokens.extend(contact::web(text, at));
                } else {
                    tokens.extend(time::at_colon(text, at));
                }
                at += 1;
            }
            b';' => {
                tokens.extend(time::at_semicolon(text, at));
                at += 1;
            }
            b'$' => {
                tokens.extend(symbol::at_dollar(text, at));
                at += 1;
            }
            b'@' => {
                tokens.extend(contact::at_sign(text, at));
                at += 1;
            }
            // `©`, `®`
            0xC2 if matches!(byte(text, at + 1), 0xA9 | 0xAE) => {
                tokens.extend(contact::ringed_sign(text, at));
                at += 2;
            }
            b'[' => {
                tokens.extend(contact::written_at(text, at));
                at += 1;
            }
            b'+' | b'(' => {
                tokens.extend(contact::written_at(text, at));
                if matches!(byte(text, at + 1), b'0'..=b'9' | b'+') {
                    tokens.extend(contact::phone(text, at));
                }
                at += 1;
            }
            _ => at += 1,
        }
    }
    settle(tokens)
}

fn at_word(text: &str, word: Range<usize>, tokens: &mut Vec<Token>) {
    let bytes = text.as_bytes();
    match bytes[word.start] {
        b'A' | b'S' | b'E' | b'N' | b'T' | b'H' | b'C' | b'J' if may_be_symbol(text, &word) => {
            if let Some(token) = symbol::at_capital(text, word.start) {
                tokens.push(token);
                return;
            }
        }
        _ => {}
    }
    if bytes[word.start] == b's' && word.len() == 1 && byte(text, word.end) == b'/' {
        tokens.extend(symbol::second_half(text, word.start));
    }
    if word.len() == 1 && byte(text, word.end) == b'.' && matches!(bytes[word.start], b'b' | b'S' | b'B' | b'g') {
        tokens.extend(time::at_misread_hour(text, word.start));
    }
    // `l-212-963-5063`
    if matches!(bytes[word.start], b'l' | b'I') && word.len() == 1 && byte(text, word.end) == b'-' {
        tokens.extend(contact::phone(text, word.start));
    }
    if matches!(bytes[word.start], b'l' | b'I' | b'O') && word.len() <= 3 && may_begin(text, word.start) {
        tokens.extend(time::at_letter(text, word.start));
        tokens.extend(numeral::among_letters(text, word.start));
    }
    if matches!(bytes[word.start] | 0x20, b'a' | b'c' | b'p' | b'r' | b's' | b'v') && (4..=11).contains(&word.len()) {
        numeral::behind(text, word.clone(), tokens);
    }
    if word.len() <= 2 && matches!(&text[word.clone()], "n" | "no") {
        tokens.extend(noon::misread(text, word.start));
    }
    // `Ju ne`, `J uly`
    if word.len() < 3
        && date::has_capital(text, &word)
        && byte(text, word.end) == b' '
        && byte(text, word.end + 1).is_ascii_lowercase()
    {
        tokens.extend(date::at_month(text, word.clone()));
    }
    if word.len() >= 3 && word.len() <= 12 {
        if let Some(date) = date::at_month(text, word.clone()) {
            tokens.push(date);
        }
        if matches!(bytes[word.start] | 0x20, b'n' | b'm' | b'u') {
            tokens.extend(noon::at_word(text, word.clone()));
        }
    }
    let long = word.len() > 7 || word.len() == 2 && before(text, word.start) == b' ';
    if long && byte(text, word.end) == b'.' && text[word.clone()].ends_with("un") {
        tokens.extend(contact::lost_sign(text, word.clone()));
    }
    if word.len() == 3 && byte(text, word.end) == b'.' && &text[word.clone()] == "www" {
        tokens.extend(contact::web(text, word.start));
    }
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
    tokens.extend(contact::phone(text, at));
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
