//! The first pass: finds what may be misread, and passes over everything else at the cost of reading it.

use std::cell::LazyCell;
use std::ops::Range;

use super::{form, numbered};
use crate::text::lexicon::{self, Class, LEXICON, Lexicon};
use crate::text::span::Span;

/// A run of characters without white space that is no ordinary word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Suspect {
    pub(super) range: Range<usize>,
    /// How many words stand before it.
    pub(super) ordinal: u32,
    pub(super) kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word that is not known.
    Unknown,
    /// A known word with a full stop or an exclamation mark after it, and a small letter after that.
    Stop,
    /// A known word with an apostrophe after it that may belong to nothing.
    Mark,
    /// A small word with a year run together.
    Year,
}

/// What goes before any word, with a hyphen or without.
const PREFIXES: &[&str] = &[
    "anti", "arch", "bio", "co", "counter", "cyber", "de", "dis", "ex", "extra", "geo", "hyper", "inter", "intra",
    "macro", "mega", "meta", "micro", "mid", "mis", "multi", "neo", "non", "over", "pan", "para", "post", "pre", "pro",
    "pseudo", "re", "self", "semi", "socio", "sub", "super", "trans", "ultra", "un", "under",
];

/// The longest word that is known in capitals only.
const PARTICLE_MAX: usize = 3;

/// All suspects of `text` outside `protected`, in order.
pub(super) fn suspects(text: &str, protected: &[Span]) -> Vec<Suspect> {
    let bytes = text.as_bytes();
    let lexicon = &*LEXICON;
    let mut found = Vec::new();
    let mut guard = protected.iter().peekable();
    let marks = LazyCell::new(|| numbered::counts_to_four(text));
    let (mut at, mut ordinal, mut broken) = (0, 0, false);
    while at < bytes.len() {
        if is_space(bytes[at]) {
            at += 1;
            continue;
        }
        let start = at;
        ordinal += 1;
        let known = known_end(lexicon, bytes, start);
        let end = known.unwrap_or_else(|| chunk_end(bytes, start));
        at = end;
        if known.is_some() && !broken {
            // The common case: nothing to see but perhaps a stop in mid-sentence.
            if matches!(bytes[end - 1], b'.' | b'!')
                && stop_in_sentence(bytes, start, end)
                && !is_protected(&mut guard, start, end)
            {
                found.push(Suspect { range: start..end, ordinal, kind: Kind::Stop });
            }
            continue;
        }
        // The two halves of a word broken at a line's end are for others to join.
        let was_broken = std::mem::replace(&mut broken, breaks_line(bytes, start, end));
        if known.is_some() || was_broken || broken || is_protected(&mut guard, start, end) {
            continue;
        }
        let is_word = !is_abbreviation(bytes, start..end) && !counts_item(bytes, start..end);
        if is_word && is_suspicious(&text[start..end]) {
            found.push(Suspect { range: start..end, ordinal, kind: Kind::Unknown });
        } else if let Some(kind) = of_digits(text, start..end, || *marks) {
            found.push(Suspect { range: start..end, ordinal, kind });
        } else if is_marked(&text[start..end]) {
            found.push(Suspect { range: start..end, ordinal, kind: Kind::Mark });
        }
    }
    found
}

/// Whether `start..end` touches a protected span; to be asked in the order of the text.
fn is_protected<'a>(guard: &mut std::iter::Peekable<impl Iterator<Item = &'a Span>>, start: usize, end: usize) -> bool {
    while guard.next_if(|span| span.end as usize <= start).is_some() {}
    guard.peek().is_some_and(|span| (span.start as usize) < end)
}

/// ASCII white space. A no-break space is a character like any other here: what it joins is looked at in parts.
#[inline]
pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\t' | b'\r' | 0x0C)
}

/// The run of characters before `end`.
pub(super) fn chunk_before(bytes: &[u8], end: usize) -> Option<Range<usize>> {
    let last = bytes[..end].iter().rposition(|&b| !is_space(b))?;
    let start = bytes[..last].iter().rposition(|&b| is_space(b)).map_or(0, |space| space + 1);
    Some(start..last + 1)
}

/// The run of characters after `start`.
pub(super) fn chunk_after(bytes: &[u8], start: usize) -> Option<Range<usize>> {
    let start = start + bytes[start..].iter().position(|&b| !is_space(b))?;
    Some(start..chunk_end(bytes, start))
}

/// Where the run of characters that begins at `start` ends.
pub(super) fn chunk_end(bytes: &[u8], start: usize) -> usize {
    bytes[start..].iter().position(|&b| is_space(b)).map_or(bytes.len(), |length| start + length)
}

/// The end of the run at `start` where it is made of known words in ordinary case, with nothing but ordinary punctuation
/// around them: `(Secretary-General's),`.
#[inline]
fn known_end(lexicon: &Lexicon, bytes: &[u8], start: usize) -> Option<usize> {
    let byte = |at: usize| bytes.get(at).copied().unwrap_or(b' ');
    let mut at = start;
    while matches!(byte(at), b'(' | b'"' | b'[') {
        at += 1;
    }
    loop {
        let (from, mut hash) = (at, lexicon::HASH);
        let mut capitals = 0;
        for &c in bytes[at..].iter().take_while(|c| c.is_ascii_alphabetic()) {
            hash = lexicon::hash_step(hash, c);
            capitals += usize::from(c < b'a');
            at += 1;
        }
        let length = at - from;
        let usual = capitals == 0 || capitals == length || (capitals == 1 && byte(from) < b'a');
        if length == 0 || !usual {
            return None;
        }
        let id = lexicon.find_hashed(hash)?;
        // A particle of names in small letters is rather a misread word.
        if length <= PARTICLE_MAX && capitals == 0 && lexicon.is_capitalised(id) {
            return None;
        }
        match byte(at) {
            b'-' | b'/' if byte(at + 1).is_ascii_alphabetic() => {
                at += 1;
                continue;
            }
            b'\'' if byte(at + 1) == b's' => at += 2,
            b'\'' if byte(at - 1) == b's' => at += 1,
            0xE2 if bytes.get(at..at + 4).is_some_and(|next| next == "’s".as_bytes()) => at += 4,
            0xE2 if byte(at - 1) == b's' && bytes.get(at..at + 3).is_some_and(|next| next == "’".as_bytes()) => {
                at += 3
            }
            _ => {}
        }
        while matches!(byte(at), b',' | b'.' | b';' | b':' | b')' | b'"' | b'?' | b'!' | b']') {
            at += 1;
        }
        return is_space(byte(at)).then_some(at);
    }
}

/// Whether the known word at `start..end`, which ends in a full stop, goes on in small letters.
fn stop_in_sentence(bytes: &[u8], start: usize, end: usize) -> bool {
    let after = bytes[end..].iter().position(|&b| !is_space(b)).map_or(bytes.len(), |space| end + space);
    end - start > 4 && bytes.get(after).is_some_and(u8::is_ascii_lowercase)
}

/// Whether the run at `start..end` ends in a hyphen and its line with it.
fn breaks_line(bytes: &[u8], start: usize, end: usize) -> bool {
    let rest = bytes[end..].iter().find(|&&b| b != b' ');
    end - start > 1 && bytes[end - 1] == b'-' && matches!(rest, Some(b'\n' | b'\r'))
}

/// Whether a run of characters that is no plain known word may be a misread one.
fn is_suspicious(chunk: &str) -> bool {
    if chunk.len() > 1 && !chunk.bytes().any(|b| b.is_ascii_alphabetic() || b >= 0x80) {
        return false;
    }
    let (lead, core, _) = trim(chunk);
    let letters = core.chars().filter(|c| c.is_alphabetic()).count();
    let digits = core.chars().filter(char::is_ascii_digit).count();
    if letters == 0 {
        // A word that is one smudge.
        return digits == 0 && lead == 0 && matches!(chunk, "~" | "^" | "\\" | "¬" | "_" | "=");
    }
    if core.contains(['@', '<', '>', '=', '&', '#', '%']) || core.contains("www") {
        return false;
    }
    if digits > letters {
        return is_in_digits(core);
    }
    if digits > 0 && (core.contains(['/', ':']) || is_numbered(core)) {
        return false;
    }
    !form::is_no_word(chunk, core) && !is_known(core)
}

/// What a run of characters that ends in digits is suspected of, which may well be a number's.
fn of_digits(text: &str, range: Range<usize>, has_marks: impl FnOnce() -> bool) -> Option<Kind> {
    let (_, core, _) = trim(&text[range]);
    if !core.ends_with(|c: char| c.is_ascii_digit()) || !core.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    if numbered::before_year(core).is_some() {
        return Some(Kind::Year);
    }
    (numbered::ends_in_misread_s(core) && !has_marks()).then_some(Kind::Unknown)
}

/// Whether a few letters and a full stop stand before a number: `pp. 12`, `sec. 4`.
fn is_abbreviation(bytes: &[u8], range: Range<usize>) -> bool {
    let Some((b'.', letters)) = bytes[range.clone()].split_last() else { return false };
    let number = chunk_after(bytes, range.end).is_some_and(|next| bytes[next.start].is_ascii_digit());
    let letters = letters.strip_prefix(b"(").unwrap_or(letters);
    letters.len() <= 4 && letters.iter().all(u8::is_ascii_lowercase) && number
}

/// Whether a letter and what closes it begin a line: `b. What has been done?`.
fn counts_item(bytes: &[u8], range: Range<usize>) -> bool {
    let first = range.start.checked_sub(1).is_none_or(|before| bytes[before] == b'\n');
    first && matches!(bytes[range], [b'a'..=b'h', b'.' | b')'])
}

/// Whether a word stands here of which most letters are read as the digits that look like them: `a11`.
fn is_in_digits(core: &str) -> bool {
    let known = |word: String| LEXICON.find(&word).is_some_and(|id| LEXICON.class(id) <= Class::Usual);
    in_letters(core).is_some_and(known)
}

/// A word in small letters with ones and zeros among them, written with the letters that these look like.
pub(super) fn in_letters(core: &str) -> Option<String> {
    let small = core.bytes().all(|b| b.is_ascii_lowercase() || matches!(b, b'0' | b'1'));
    let mixed = small && core.contains(['0', '1']) && core.contains(|c: char| c.is_ascii_lowercase());
    mixed.then(|| core.replace('1', "l").replace('0', "o"))
}

/// Whether a known word in small letters has an apostrophe after it that makes no plural's genitive and closes nothing.
fn is_marked(chunk: &str) -> bool {
    let word = chunk.trim_end_matches([',', '.', ';', ':']).strip_suffix('\'').unwrap_or_default();
    word.len() >= 4
        && !word.ends_with(['s', 'n'])
        && word.bytes().all(|b| b.is_ascii_lowercase())
        && LEXICON.find(word).is_some()
}

/// Splits a run of characters into the marks before it, the word, and the marks after it: the lengths of the marks.
pub(super) fn trim(chunk: &str) -> (usize, &str, usize) {
    let opens =
        |c: char| matches!(c, '(' | '[' | '{' | '"' | '“' | '‘' | '«' | '\'' | '•' | '▪' | '■' | '*' | '_' | '–' | '—');
    let closes = |c: char| {
        matches!(
            c,
            ')' | ']'
                | '}'
                | '"'
                | '”'
                | '’'
                | '»'
                | '\''
                | '.'
                | ','
                | ';'
                | ':'
                | '?'
                | '!'
                | '…'
                | '*'
                | '_'
                | '–'
                | '—'
        )
    };
    let rest = chunk.trim_start_matches(opens);
    let core = rest.trim_end_matches(closes);
    (chunk.len() - rest.len(), core, rest.len() - core.len())
}

/// Whether every part of `core` is a known word in ordinary case, or it is known as a whole.
pub(super) fn is_known(core: &str) -> bool {
    if let Some(id) = LEXICON.find(core) {
        if core.len() <= PARTICLE_MAX && core.bytes().all(|b| b.is_ascii_lowercase()) && LEXICON.is_capitalised(id) {
            return false;
        }
        return usual_case(core) || LEXICON.word(id) == core;
    }
    let core = core.strip_suffix("'s").or(core.strip_suffix("’s")).unwrap_or(core);
    let core = form::contracted(core).unwrap_or(core);
    let parts = core.split(['-', '/', '–', '—', '‑', '\u{a0}']);
    let compound = parts.clone().nth(1).is_some();
    parts.into_iter().all(|part| {
        let (_, part, _) = trim(part);
        part.bytes().all(|b| b.is_ascii_digit())
            || form::is_initials(part)
            || (compound && is_prefix(part))
            || (usual_case(part) && (LEXICON.find(part).is_some() || is_derived(part)))
            || LEXICON.find(part).is_some_and(|id| LEXICON.word(id) == part)
    })
}

/// Whether each part of a word is written [so](usual_case): `Jean-Marc`.
pub(super) fn usual_case_of_parts(word: &str) -> bool {
    word.split('-').all(usual_case)
}

/// Whether a word is written in small letters, in capitals, or with one capital before small letters.
pub(super) fn usual_case(word: &str) -> bool {
    let mut chars = word.chars().filter(|c| c.is_alphabetic());
    let first = chars.next().is_none_or(char::is_uppercase);
    let (upper, lower) = chars.fold((0, 0), |(upper, lower), c| match c.is_uppercase() {
        true => (upper + 1, lower),
        false => (upper, lower + 1),
    });
    upper == 0 || (first && lower == 0)
}

/// `20th`, `5pm`, `G77`, `crimes3`: a number and what belongs to it.
fn is_numbered(core: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    let unit = core.trim_start_matches(is_digit);
    if unit.len() < core.len()
        && matches!(unit.to_ascii_lowercase().as_str(), "am" | "pm" | "a.m" | "p.m" | "st" | "nd" | "rd" | "th" | "h")
    {
        return true;
    }
    if core.strip_suffix('1').is_some_and(ends_in_l) {
        return false;
    }
    let word = core.trim_end_matches(is_digit);
    if word.len() < core.len() && core.len() - word.len() <= 2 {
        let (_, word, _) = trim(word);
        return is_known(word) || (word.len() <= 4 && word.bytes().all(|b| b.is_ascii_uppercase()));
    }
    LEXICON.find(core).is_some()
}

/// Whether a word lacks an l at its end to be known, or the last of its parts does: a one there is no mark.
fn ends_in_l(word: &str) -> bool {
    let part = word.rsplit('-').next().unwrap_or_default();
    lexicon::lacks_last_letter(part)
}

/// Whether a part of a word with hyphens goes before any.
pub(super) fn is_prefix(part: &str) -> bool {
    PREFIXES.contains(&part)
}

/// Whether a word is made of a known one and a prefix or an ending that go with any.
fn is_derived(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "s", "es", "ed", "d", "ing", "ly", "ness", "ment", "er", "ers", "ity", "ism", "ist", "ists", "like", "less",
        "wide",
    ];
    /// What is left must be long enough not to stand in a misread word by chance.
    const LEFT: usize = 5;
    let known = |stem: &str| stem.len() >= LEFT && LEXICON.find(stem).is_some();
    let lower = word.to_ascii_lowercase();
    let usual = |stem: &str| LEXICON.find(stem).is_some_and(|id| LEXICON.class(id) <= Class::Usual);
    // Adjectives compared are short: `surest`.
    let compared = || {
        let stem = lower.strip_suffix("est").filter(|stem| stem.len() >= 3);
        stem.is_some_and(|stem| stem.len() >= 4 && usual(stem) || usual(&format!("{stem}e")))
    };
    lower.is_ascii()
        && (compared()
            || PREFIXES.iter().any(|prefix| lower.strip_prefix(prefix).is_some_and(known))
            || ENDINGS.iter().any(|ending| {
                lower.strip_suffix(ending).is_some_and(|stem| {
                    // `responsiblity`
                    let lost = *ending == "ity" && stem.ends_with("bl");
                    !lost && known(stem)
                        || (!lost && ending.starts_with(['e', 'i']) && stem.len() >= LEFT && known(&format!("{stem}e")))
                })
            }))
}
