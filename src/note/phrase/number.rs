//! Numbers and ordinals in words.

/// A number in words or digits, up to 99.
pub(in crate::note) fn number(word: &str) -> Option<u32> {
    const UNITS: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    if word.bytes().all(|b| b.is_ascii_digit()) {
        return word.parse().ok().filter(|&n| n < 100);
    }
    let position =
        |names: &[&str], word: &str| names.iter().position(|name| name.eq_ignore_ascii_case(word)).map(|i| i as u32);
    if let Some((tens, unit)) = word.split_once('-') {
        return Some((position(&TENS, tens)? + 2) * 10 + position(&UNITS, unit)?);
    }
    position(&UNITS, word).or_else(|| position(&TENS, word).map(|i| (i + 2) * 10))
}

/// An ordinal in words or digits: `ninth`, `9th`, up to twentieth.
pub(in crate::note) fn ordinal(word: &str) -> Option<u32> {
    const ORDINALS: [&str; 21] = [
        "zeroth",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];
    // Most words are none, which their ends tell.
    let ends =
        |end: &[u8]| word.len() > end.len() && word.as_bytes()[word.len() - end.len()..].eq_ignore_ascii_case(end);
    if ![b"st", b"nd", b"rd", b"th"].into_iter().any(|end| ends(end)) {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    // `twenty-first`
    if let Some((tens, unit)) = lower.split_once('-') {
        let tens = number(tens).filter(|n| *n >= 20 && n % 10 == 0)?;
        return ordinal(unit).filter(|unit| *unit < 10).map(|unit| tens + unit);
    }
    if let Some(at) = ORDINALS.iter().position(|name| *name == lower) {
        return (at > 0).then_some(at as u32);
    }
    let digits = lower.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let suffix = &lower[digits.len()..];
    matches!(suffix, "st" | "nd" | "rd" | "th").then(|| digits.parse().ok().filter(|n| (1..100).contains(n))).flatten()
}
