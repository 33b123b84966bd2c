//! Telephone numbers: `+1 (212) 963-5063`, `2l2-963-5O63`; `tel. 212` / `963 5063`.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use super::cursor::{before, byte, is_bare_digit, word_at, word_before};
use super::token::{Token, Value};
use crate::text::Span;

/// How many digits a number has.
const DIGITS: RangeInclusive<usize> = 7..=15;
/// The longest number that is looked at, in bytes.
const LONGEST: usize = 32;

/// The telephone number that begins at `start` with a digit, a plus or a parenthesis.
pub(super) fn phone(text: &str, start: usize) -> Option<Token> {
    if !may_begin(text, start) {
        return None;
    }
    if let Some(extension) = extension(text, start) {
        return Some(extension);
    }
    let end = end(text, start);
    let given = &text[start..end];
    // Most runs are far too short.
    if !DIGITS.contains(&given.bytes().filter(|b| b.is_ascii_digit() || matches!(b, b'l' | b'I' | b'O' | b'|')).count())
    {
        return None;
    }
    let number = respelt(given);
    let printed = Printed::of(&number);
    // `12:30`, `1/2`: the run goes on as no number does.
    let goes_on = matches!(byte(text, end), b':' | b'/') || word_at(text, end);
    let is_phone = printed.is_well_formed() && printed.is_legible(given) && !printed.is_other() && !goes_on;
    is_phone.then(|| Token {
        span: Span::new(start..end),
        reads: (number != given).then(|| number.clone()),
        value: Value::Phone(number),
    })
}

/// An extension of the house, as `extension 3-5063` gives it, which is no number's own: `212-963-5063, ext. 12`.
fn extension(text: &str, start: usize) -> Option<Token> {
    const CALLED: [&str; 4] = ["extension", "Extension", "ext", "Ext"];
    /// How many digits it has.
    const DIGITS: RangeInclusive<usize> = 4..=6;
    let head = text[..start].trim_end_matches([' ', '.', ':']);
    let head = CALLED.iter().find_map(|called| head.strip_suffix(called)).filter(|_| head.len() < start)?;
    let of_number = head.trim_end_matches([' ', ',', '(', ';']).ends_with(|c: char| c.is_ascii_digit());
    if of_number || word_before(text, head.len()) {
        return None;
    }
    let digits =
        |from: usize| text.as_bytes()[from..].iter().take(*DIGITS.end() + 1).take_while(|b| b.is_ascii_digit());
    let first = digits(start).count();
    let parted = start + first + 1;
    // `3-5063`
    let house = first == 1 && matches!(byte(text, start + 1), b'-' | b'.' | b' ');
    let end = if house { parted + digits(parted).count() } else { start + first };
    let count = text[start..end].bytes().filter(u8::is_ascii_digit).count();
    let whole = DIGITS.contains(&count) && !word_at(text, end) && !matches!(byte(text, end), b':' | b'/');
    whole.then(|| Token { span: Span::new(start..end), value: Value::Phone(text[start..end].to_owned()), reads: None })
}

/// Whether a number may begin at `start`, and none goes on there.
fn may_begin(text: &str, start: usize) -> bool {
    let mark = before(text, start);
    // `tel.:212-963-3783`
    let called = || ["tel.:", "Tel.:", "tel:", "Tel:", "phone:"].iter().any(|word| text[..start].ends_with(word));
    !word_before(text, start) && (!matches!(mark, b'/' | b'.' | b'-' | b':' | b'@') || mark == b':' && called())
}

/// Where the run of digits and their marks ends that begins at `start`: with its last digit.
fn end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let goes_on = goes_on_in_next_line(text, start);
    let run = (start..bytes.len())
        .take(LONGEST)
        .take_while(|&at| is_in_number(bytes[at]) || is_misread(text, at) || goes_on == Some(at));
    let run = &bytes[start..start + run.count()];
    run.iter().rposition(|&b| is_bare_digit(b)).map_or(start, |last| start + last + 1)
}

/// Whether a byte is a digit, or a mark that stands between two.
fn is_in_number(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b' ' | b'-' | b'.' | b'(' | b')' | b'+')
}

/// Whether a digit, or a dash, was misread for what stands at `at`: a true digit stands beside it.
fn is_misread(text: &str, at: usize) -> bool {
    let (last, next) = (before(text, at), byte(text, at + 1));
    match byte(text, at) {
        b'l' | b'I' | b'O' | b'|' => last.is_ascii_digit() || next.is_ascii_digit(),
        b'b' | b'S' | b'B' | b'g' | b'o' => {
            next.is_ascii_digit() && (last.is_ascii_digit() || matches!(last, b'-' | b'~'))
        }
        b'~' => last.is_ascii_digit() && next.is_ascii_digit(),
        _ => false,
    }
}

/// The number as it should stand: on one line, in true digits.
fn respelt(given: &str) -> String {
    let line = match given.contains('\n') {
        true => Cow::Owned(given.replace("-\n", "-").split_whitespace().collect::<Vec<_>>().join(" ")),
        false => Cow::Borrowed(given),
    };
    let true_digit = |c| match c {
        'l' | 'I' | '|' => '1',
        'O' | 'o' => '0',
        'b' => '6',
        'S' => '5',
        'B' => '8',
        'g' => '9',
        '~' => '-',
        _ => c,
    };
    line.chars().map(true_digit).collect()
}

/// A number as it should stand, with how many digits and groups of digits it has.
struct Printed<'a> {
    number: &'a str,
    digits: usize,
    groups: usize,
}

impl<'a> Printed<'a> {
    fn of(number: &'a str) -> Self {
        let groups = number.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).count();
        Self { number, digits: number.bytes().filter(u8::is_ascii_digit).count(), groups }
    }

    /// Whether its groups are as those of telephone numbers are.
    fn is_well_formed(&self) -> bool {
        /// How many digits the last group has at least.
        const LAST_MIN: usize = 4;
        let last = self.number.bytes().rev().take_while(u8::is_ascii_digit).count();
        let closed = self.number.matches('(').count() == self.number.matches(')').count();
        DIGITS.contains(&self.digits) && self.groups >= 2 && last >= LAST_MIN && closed && !self.number.contains("  ")
    }

    /// Whether enough of what is given for it are digits.
    fn is_legible(&self, given: &str) -> bool {
        let letters = given.bytes().filter(u8::is_ascii_alphabetic).count();
        letters == 0 || letters * 3 <= self.digits && self.groups >= 3
    }

    /// Whether other numbers look so: hours, dates, what is left of a page's measures.
    fn is_other(&self) -> bool {
        // `1000-1015`
        let clock =
            |group: &str| group.len() == 4 && group.parse::<u32>().is_ok_and(|hours| hours < 2400 && hours % 100 < 60);
        let hours = self.groups == 2 && self.number.split('-').all(|group| clock(group.trim()));
        // `12.05.2021`
        let date = self.digits == 8 && self.groups == 3;
        // `451 1230 1382 1299`
        let measures = self.digits >= 14 && !self.number.starts_with(['+', '0', '(']);
        hours || date || measures
    }
}

/// How many bytes of `text` stand before its line's end, where that is near.
fn bytes_before_line_end(text: &str) -> Option<usize> {
    /// More than the first part of a number has.
    const NEAR: usize = 24;
    text.bytes().take(NEAR).position(|byte| byte == b'\n')
}

/// The end of the line at which a telephone number breaks off that is said to be one, or stands with an address: `tel. 212` /
/// `963 5063`.
fn goes_on_in_next_line(text: &str, start: usize) -> Option<usize> {
    const CALLED: [&str; 6] = ["tel", "telephone", "phone", "mobile", "call", "at"];
    /// A number of so many digits is whole.
    const WHOLE: usize = 7;
    let length = bytes_before_line_end(&text[start..])?;
    let (line, next) = (&text[start..start + length], &text[start + length + 1..]);
    let before = text[..start].trim_end_matches([' ', '.', ':', '(', '+']);
    let word = before.rsplit(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    let beside_address = || before.rsplit('\n').next().is_some_and(|line| line.contains('@'));
    let called = CALLED.iter().any(|known| word.eq_ignore_ascii_case(known)) || beside_address();
    let open = line.bytes().all(is_in_number);
    let part = line.bytes().filter(u8::is_ascii_digit).count() < WHOLE;
    let goes_on = next.trim_start_matches(' ').starts_with(|c: char| c.is_ascii_digit() || c == '(');
    (called && open && part && goes_on).then_some(start + line.len())
}

#[cfg(test)]
mod tests {
    use crate::text::lex::{Value, lex};

    #[test]
    fn an_extension_is_a_number_where_it_belongs_to_none() {
        let numbers = |text: &str| {
            let tokens = lex(text).into_iter();
            let numbers = tokens.filter_map(|token| match token.value {
                Value::Phone(number) => Some(number),
                _ => None,
            });
            numbers.collect::<Vec<_>>()
        };
        for (text, number) in
            [("on extension 3-5063, until", "3-5063"), ("(ext. 35063)", "35063"), ("Ext: 5063.", "5063")]
        {
            assert_eq!(numbers(text), [number], "{text}");
        }
        assert_eq!(numbers("tel. 212-963-5063, ext. 3456"), ["212-963-5063"]);
        for none in ["an extension of 2012", "by extension 12 States", "the text 5063", "extension 10:30", "ext. 3-50"]
        {
            assert_eq!(numbers(none), [""; 0], "{none}");
        }
    }
}
