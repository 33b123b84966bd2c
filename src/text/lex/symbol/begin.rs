//! Where a symbol may begin: with a capital, or with what its first letter was read as.

use super::exact::{exact, unsessioned};
use super::misread::{assembly, begins_council, council, misread, resolution};
use super::rest::read;
use crate::text::lex::cursor::{before, byte, word_before};
use crate::text::lex::token::Token;

/// The symbol that begins at `start`, with a capital.
pub(in crate::text::lex) fn at_capital(text: &str, start: usize) -> Option<Token> {
    // `A/66/874S/2012/578`: the second half of a double symbol whose dash was lost.
    let joined = || byte(text, start) == b'S' && before(text, start).is_ascii_digit() && begins_council(text, start);
    let glued = || joined() || behind_marker(text, start) || behind_bracket(text, start);
    if word_before(text, start) && !glued() || before(text, start) == b'/' {
        return None;
    }
    // `A/RES/75 /277`: what ends before a slash may go on behind it.
    let worn = |symbol: &str| {
        // A resolution's number has digits: `A/RES/60/I`.
        let numbered = symbol.starts_with("A/RES") && symbol.ends_with(|c: char| c.is_ascii_digit());
        symbol.starts_with("A/") && !numbered && resolution(text, start + 2).is_some()
    };
    let whole = exact(text, start)
        .or_else(|| unsessioned(text, start))
        .filter(|(symbol, end)| !text[*end..].starts_with(" /") && !worn(symbol));
    let (reads, end) = whole.or_else(|| misread(text, start)).or_else(|| exact(text, start))?;
    read(text, start, reads, end)
}

/// Whether nothing but a footnote's marker stands before `start` on its line: `2A/RES/63/308`, `²A/RES/63/308`.
fn behind_marker(text: &str, start: usize) -> bool {
    let head = &text[..start];
    let marker = head.strip_suffix(|c: char| c.is_ascii_digit() || matches!(c, '¹' | '²' | '³' | '⁴' | '⁵'));
    marker.is_some_and(|line| line.is_empty() || line.ends_with('\n')) && resolution(text, start + 2).is_some()
}

/// Whether what stands before `start` is a bracket that was read as a one, and closes behind the symbol: `1A/74/964)`.
fn behind_bracket(text: &str, start: usize) -> bool {
    let opened = text[..start].strip_suffix('1').is_some_and(|head| head.ends_with([' ', '\n']));
    opened && exact(text, start).is_some_and(|(_, end)| text[end..].starts_with([')', '}', ']', '–', '-']))
}

/// The symbol whose first letter is misread for the digit at `start`: `4/67/929`, or the second half of a double one.
pub(in crate::text::lex) fn at_digit(text: &str, start: usize) -> Option<Token> {
    /// Lower numbers may be a date's.
    const SESSION_MIN: u32 = 32;
    let slash = byte(text, start + 1);
    let bracketed = matches!(slash, b'l' | b'I') && byte(text, start) == b'4' && before(text, start) == b'(';
    if slash != b'/' && !bracketed || word_before(text, start) {
        return None;
    }
    if matches!(byte(text, start), b'5' | b'8') {
        return second_half(text, start);
    }
    if byte(text, start) != b'4' {
        return None;
    }
    let (reads, end) = assembly(text, start + 2)?;
    let session = reads.split('/').find_map(|part| part.parse::<u32>().ok())?;
    if session < SESSION_MIN {
        return None;
    }
    read(text, start, reads, end)
}

/// The symbol of the Security Council whose letter is read as the `$` at `start`: `$/2016/620`.
pub(in crate::text::lex) fn at_dollar(text: &str, start: usize) -> Option<Token> {
    let (reads, end) =
        council(text, start + 2).filter(|_| byte(text, start + 1) == b'/' && !word_before(text, start))?;
    read(text, start, reads, end)
}

/// The half of the Security Council of a double symbol, which begins at `start` with another letter: `…/929-5/2013/399`.
pub(in crate::text::lex) fn second_half(text: &str, start: usize) -> Option<Token> {
    let head = text[..start].trim_end_matches(' ');
    let joined = head.strip_suffix(['-', '–', '—']).is_some_and(|head| head.ends_with(|c: char| c.is_ascii_digit()));
    let (reads, end) = council(text, start + 2).filter(|_| joined)?;
    read(text, start, reads, end)
}

#[cfg(test)]
mod tests {
    use super::at_capital;
    use crate::text::lex::{Value, lex};

    fn symbols(text: &str) -> Vec<String> {
        let tokens = lex(text).into_iter();
        let symbol = tokens.filter_map(|token| match token.value {
            Value::Symbol(symbol) => Some(symbol),
            _ => None,
        });
        symbol.collect()
    }

    #[test]
    fn the_number_of_a_record_may_be_misread() {
        let read = |text: &str| at_capital(text, 0).and_then(|token| token.reads);
        assert_eq!(read("A/65/PV.l07 of 9 August"), Some("A/65/PV.107".to_owned()));
        assert_eq!(read("A/65/PV.low"), None);
    }

    #[test]
    fn a_space_within_a_symbol_is_left_out_where_its_grammar_tells() {
        for given in [
            "(A/75/863-S/202 1/424)",
            "(A/75/8 63-S/2021/424)",
            "(A/7 5/863-5/202 1/424)",
            "(4/75/863- $/2021/424)",
            "(A/75/863-8/20 21/424)",
            "(A/75/86 3--S/2 021/424)",
            "(A/75/863-S/2021/42 4)",
            "(A/75/863- 5/2021/424)",
            "(AIl75/863 $/2021/424)",
        ] {
            assert_eq!(symbols(given), ["A/75/863", "S/2021/424"], "{given}");
        }
        assert_eq!(symbols("(A/7 1/1016)"), ["A/71/1016"]);
        assert_eq!(symbols("in A/RES/6.3/308, and"), ["A/RES/63/308"], "a speck");
        assert_eq!(symbols("in document A/64/7/Add. 13, which"), ["A/64/7/Add.13"]);
        assert_eq!(symbols("see APRES/63/308 and AVRES/60/1"), ["A/RES/63/308", "A/RES/60/1"]);
        assert_eq!(symbols("A/7 of 1/2016; $/20 each"), Vec::<String>::new());
        assert_eq!(symbols("1} AVRES/GU/1, paragraphs 138 and 139"), ["A/RES/60/1"]);
        assert_eq!(symbols("see A/520/Rev.18, rule 72, and A/520/Rev. 20"), ["A/520/Rev.18", "A/520/Rev.20"]);
        assert_eq!(symbols("in (A/76/844. $/2022/4 28), to their"), ["A/76/844", "S/2022/428"]);
        assert_eq!(symbols("flights A/520 and A/3200"), Vec::<String>::new());
        assert_eq!(symbols("in 2020 1A/74/964} and 11A/74/964) and 1A/74/965"), ["A/74/964"]);
    }

    #[test]
    fn a_symbol_that_is_worn_beyond_belief_is_left_unread() {
        assert_eq!(symbols("(A/64/8ti4), (A/03/677), A/67/029 and A/RES/03/308"), Vec::<String>::new());
        assert_eq!(symbols("(A/76/8-44- $/2022/428) and (4/63/6877)"), ["S/2022/428"]);
        assert_eq!(
            symbols("A/64/864and A/75/1016, A/70/999-S/2016/620"),
            ["A/64/864", "A/75/1016", "A/70/999", "S/2016/620"]
        );
    }

    #[test]
    fn a_bracket_that_closes_may_be_read_as_a_one() {
        assert_eq!(symbols("(A/64/8641, and (A/76/844-S/2022/4281, the"), ["A/64/864", "A/76/844", "S/2022/428"]);
        let reading = crate::text::Reading::of("The report (A/64/8641, of July (A/76/844-S/2022/4281, is");
        assert_eq!(reading.text().trim_end(), "The report (A/64/864), of July (A/76/844-S/2022/428), is");
    }
}
