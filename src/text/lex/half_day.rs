//! The halves of the day behind an hour: `a.m.`, `pm`, read through what a scanner makes of them.

use super::cursor::{byte, may_end, skip_spaces, word_at};
use super::token::{Token, Value};
use crate::text::Span;

/// Which half of the day.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Half {
    /// Before noon.
    Morning,
    /// From noon on.
    Afternoon,
}

/// `a.m.` or `p.m.` at `at`, read through misread points and letters, with where it ends.
pub(super) fn half_at(text: &str, at: usize) -> Option<(Half, usize)> {
    let letter = skip_spaces(text, at, 2);
    // `1` / `p.m.`: with its points, the half may stand at the next line's start.
    let pointed = || matches!(byte(text, letter + 2), b'.' | b'-') && byte(text, letter + 3) == b'm';
    let broken = byte(text, letter) == b'\n' && (pointed() || worn_half_end(text, letter + 1).is_some());
    let letter = letter + usize::from(broken);
    let spaced = letter > at;
    let half = match byte(text, letter) {
        b'a' | b'A' => Half::Morning,
        b'p' | b'P' => Half::Afternoon,
        // An a that lost its shape, close to its number.
        b'8' | b'@' | b'o' | b'e' | b'n' if !spaced => Half::Morning,
        b'o' | b'e' | b'n' | b'l' if text[letter + 1..].starts_with(".m.") => Half::Morning,
        b'l' if !spaced && byte(text, letter + 1) == b'm' && !word_at(text, letter + 2) => Half::Morning,
        _ => return None,
    };
    // `p-m.`
    let dash = |at: usize| byte(text, at) == b'-' && text[at + 1..].starts_with("m.");
    let point = |at: usize| matches!(byte(text, at), b'.' | b',' | b';' | b':' | b'\'') || dash(at);
    if let Some(end) = worn_half_end(text, letter) {
        return Some((half, end));
    }
    // `3 p .m.`
    let parted = text[letter + 1..].starts_with(" .m")
        || spaced && text[letter + 1..].starts_with(" m") && !word_at(text, letter + 3);
    let letter = letter + usize::from(parted);
    let pointed = point(letter + 1);
    let m = skip_spaces(text, letter + 1 + usize::from(pointed), usize::from(pointed));
    let end = match (byte(text, m), byte(text, m + 1)) {
        (b'm' | b'M', _) => m + 1,
        (b'r', b'n') | (b'n', b'i' | b'l') | (b'i', b'n') => m + 2,
        (b'n', _) if pointed => m + 1,
        _ => return None,
    };
    let end = end + usize::from(pointed && matches!(byte(text, end), b'.' | b',') && !word_at(text, end + 1));
    // `1.00 pmInteractive dialogue`: a space was lost.
    let runs_on = byte(text, end - 1) == b'm' && byte(text, end).is_ascii_uppercase();
    let runs_on = runs_on && byte(text, end + 1).is_ascii_lowercase();
    // `10:00 a.m.io`: both its points are there.
    let whole = &text[letter..end];
    let pointed = matches!(whole, "a.m." | "p.m.");
    (runs_on || pointed || may_end(text, end)).then_some((half, end))
}

/// Where an `a.m.` or a `p.m.` ends that begins at `at`, its first point read as a letter: `aim.`, `pun.`, `pan,`, `aun.)`.
fn worn_half_end(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let point = matches!(bytes.get(at + 1)?, b'a' | b'o' | b'u' | b'i');
    let m = match bytes.get(at + 2..at + 4)? {
        [b'i', b'n'] | [b'n', b'i' | b'r'] | [b'r', b'n'] => at + 4,
        [b'm' | b'n', _] => at + 3,
        _ => return None,
    };
    let closed = matches!(byte(text, m), b'.' | b',') && !word_at(text, m + 1);
    let bracketed = byte(text, m) == b')';
    (point && matches!(bytes[at], b'a' | b'p') && (closed || bracketed)).then_some(m + usize::from(closed))
}

/// The `I` of `1 am pleased`, in which no hour stands: a small word goes on behind it that follows no time.
pub(super) fn first_person(text: &str, start: usize) -> Option<Token> {
    /// The small words that follow a time are shorter.
    const LENGTH_MIN: usize = 4;
    const TIED: [&str; 5] = ["until", "from", "with", "local", "sharp"];
    let rest = text[start..].strip_prefix('1')?;
    let am = rest.trim_start_matches(' ').strip_prefix("am ")?;
    let word = &am[..am.bytes().take_while(u8::is_ascii_lowercase).count()];
    let goes_on = word.len() >= LENGTH_MIN && !TIED.contains(&word);
    let reads = if rest.starts_with(' ') { "I" } else { "I " };
    let begins = matches!(text[..start].trim_end_matches(' ').chars().next_back(), None | Some('\n' | '.' | ',' | ';'));
    let token = || Token { span: Span::new(start..start + 1), value: Value::Other, reads: Some(reads.to_owned()) };
    (goes_on && begins && rest.len() - rest.trim_start_matches(' ').len() <= 1).then(token)
}

#[cfg(test)]
mod tests {
    use crate::text::lex::{Value, lex};

    #[test]
    fn an_i_before_am_is_no_hour() {
        let reads = |text: &str| lex(text).into_iter().find_map(|token| token.reads);
        assert_eq!(reads("1 am pleased to invite you").as_deref(), Some("I"));
        assert_eq!(reads("It is so. 1am writing to you").as_deref(), Some("I "));
        let is_time = |text: &str| lex(text).iter().any(|token| matches!(token.value, Value::Time(..)));
        assert!(is_time("1 am until noon") && !is_time("1 am pleased to invite you"));
    }
}
