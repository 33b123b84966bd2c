//! Symbols that are worn beyond belief: better none than a wrong one.

/// No session of the Assembly and no year of the Council came to so many documents.
pub(super) const DOCUMENTS_MAX: u32 = 2000;

/// The number of a document of the Assembly's sessions or the Council's years: `A/69/981`, `S/2016/620`.
pub(super) fn document_number(symbol: &str) -> Option<u32> {
    let (organ, rest) = symbol.split_once('/')?;
    let (period, number) = rest.split_once('/')?;
    let numbered = matches!(organ, "A" | "S") && period.bytes().all(|b| b.is_ascii_digit());
    number.parse().ok().filter(|_| numbered)
}

/// Whether a number in `symbol` is none that documents have: `A/03/677`, `A/63/6877`.
pub(super) fn is_out_of_range(symbol: &str) -> bool {
    let zero_led = |part: &str| part.len() > 1 && part.starts_with('0');
    symbol.split('/').any(zero_led) || document_number(symbol).is_some_and(|number| number >= DOCUMENTS_MAX)
}

/// Whether a symbol ends at `end` only because what follows could not be read: `A/64/8ti4`, `A/76/8-44`.
pub(super) fn is_cut(text: &str, end: usize) -> bool {
    let rest = &text[end..];
    let (word, _) = rest.split_at(rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len()));
    // A bracket that closes may be read as a one.
    let glued = word.contains(|c: char| c.is_ascii_digit()) && word != "1";
    let dashed = rest.strip_prefix('-').is_some_and(|half| {
        let behind = half.trim_start_matches(|c: char| c.is_ascii_digit());
        behind.len() < half.len() && !behind.starts_with('/')
    });
    glued || dashed
}
