//! Symbols that stand as they should.

use crate::text::lex::cursor::{word_at, word_before};
use crate::text::lex::year::is_year;

/// A symbol that stands as it should.
pub(super) fn exact(text: &str, start: usize) -> Option<(String, usize)> {
    let bytes = &text.as_bytes()[start..];
    let part = |b: &&u8| b.is_ascii_uppercase() || b.is_ascii_digit() || matches!(b, b'/' | b'.');
    let run = bytes.iter().take(40).take_while(part).count();
    let symbol = text[start..start + run].trim_end_matches(['.', '/']);
    // `A/BUR/78/1/Corr.1`: what goes on in small letters is a suffix, or no part of the symbol.
    let symbol = match symbol.rfind('/') {
        Some(slash) if word_at(text, start + symbol.len()) => &symbol[..slash],
        _ => symbol,
    };
    let mut parts = symbol.split('/');
    let organ = parts.next()?;
    let (mut numbers, mut count) = (0, 0);
    for part in parts {
        count += 1;
        numbers += usize::from(part.bytes().any(|b| b.is_ascii_digit()));
        // `CONF.216`, `L.4`, `RES`, `70`: a number, a body, or a body with its number.
        let (body, number) = part.split_once('.').unwrap_or((part, ""));
        let fits = body.bytes().all(|b| b.is_ascii_digit()) || body.bytes().all(|b| b.is_ascii_uppercase());
        if body.is_empty() || !fits || !number.bytes().all(|b| b.is_ascii_digit()) || body.len() > 8 {
            return None;
        }
    }
    let organs =
        matches!(organ, "A" | "S" | "E" | "ST" | "T" | "SG" | "HRI" | "CAT" | "CCPR" | "CERD" | "CEDAW" | "TD" | "JIU");
    // A resolution has a session and a number.
    let fields = if symbol.split('/').nth(1) == Some("RES") { 3 } else { 2 };
    let shape = organs && numbers > 0 && count >= fields && plausible(organ, symbol);
    (shape && !word_at(text, start + symbol.len())).then(|| (without_speck(symbol), start + symbol.len()))
}

/// A document of the Assembly's first years, which have no session in their symbols, in a later form: `A/520/Rev.18`.
pub(super) fn unsessioned(text: &str, start: usize) -> Option<(String, usize)> {
    const DIGITS: std::ops::RangeInclusive<usize> = 3..=4;
    let number = text[start..].strip_prefix("A/")?;
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    let end = start + "A/".len() + digits;
    let symbol = text[start..end].to_owned();
    let (suffixed, _) = with_suffixes(text, symbol.clone(), end);
    (DIGITS.contains(&digits) && suffixed != symbol && !word_before(text, start)).then_some((symbol, end))
}

/// A symbol whose session has no speck amid it: `A/RES/6.3/308`. Only bodies of letters have numbers behind a point.
fn without_speck(symbol: &str) -> String {
    let specked = symbol.rsplit_once('/').and_then(|(head, last)| {
        let (organ, session) = head.rsplit_once('/')?;
        let (tens, ones) = session.split_once('.')?;
        let digit = |part: &str| part.len() == 1 && part.bytes().all(|b| b.is_ascii_digit());
        (digit(tens) && digit(ones)).then(|| format!("{organ}/{tens}{ones}/{last}"))
    });
    specked.unwrap_or_else(|| symbol.to_owned())
}

/// Whether a session or year stands where the organ's symbols have one.
fn plausible(organ: &str, symbol: &str) -> bool {
    let first = symbol.split('/').nth(1).unwrap_or_default();
    match first.parse::<u32>() {
        Ok(year) if organ == "S" => is_year(year),
        Ok(session) if organ == "A" => session < 100,
        _ => true,
    }
}

/// The symbol with `/Add.1`, `/Corr.1`, `/Rev.2` where they follow.
pub(super) fn with_suffixes(text: &str, mut symbol: String, mut end: usize) -> (String, usize) {
    loop {
        let Some(rest) = text[end..].strip_prefix('/') else { return (symbol, end) };
        let Some(word) = ["Add.", "Corr.", "Rev.", "L."].into_iter().find(|word| rest.starts_with(word)) else {
            return (symbol, end);
        };
        // `Add. 13`
        let spaced = usize::from(word != "L." && rest[word.len()..].starts_with(' '));
        let digits = rest[word.len() + spaced..].bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 {
            return (symbol, end);
        }
        let stop = end + 1 + word.len() + spaced + digits;
        symbol.push_str(&text[end..end + 1 + word.len()]);
        symbol.push_str(&text[stop - digits..stop]);
        end = stop;
    }
}

#[cfg(test)]
mod tests {
    use super::exact;

    #[test]
    fn the_inspection_unit_s_reports_have_symbols() {
        let read = |text: &str| exact(text, 0).map(|(symbol, _)| symbol);
        assert_eq!(read("JIU/REP/2018/3").as_deref(), Some("JIU/REP/2018/3"));
        assert_eq!(read("JU/REP/2018/3"), None);
    }
}
