//! Characters that are written as entities, or are only typography.

use std::borrow::Cow;

use unicode_normalization::char::compose;

use super::found::{Found, edit};
use crate::text::edit::{Edit, Rule};
use crate::text::lookalike;
use crate::text::span::Span;

/// An entity: `&nbsp;`, `&#8209;`.
pub(super) fn entity(text: &str, start: usize) -> Found {
    let window = text.as_bytes().get(start + 1..text.len().min(start + 10))?;
    let semicolon = window.iter().position(|&b| b == b';')?;
    let name = text.get(start + 1..start + 1 + semicolon)?;
    Some(edit(start..start + semicolon + 2, character_named(name)?))
}

/// The character that an entity's name stands for.
fn character_named(name: &str) -> Option<Cow<'static, str>> {
    let plain = match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        "nbsp" | "ensp" | "emsp" | "thinsp" => " ",
        "ndash" => "–",
        "mdash" => "—",
        "lsquo" => "‘",
        "rsquo" => "’",
        "ldquo" => "“",
        "rdquo" => "”",
        "laquo" => "«",
        "raquo" => "»",
        "hellip" => "…",
        "bull" | "middot" => "•",
        "shy" => "",
        "oslash" => "ø",
        "Oslash" => "Ø",
        "aelig" => "æ",
        "AElig" => "Æ",
        "szlig" => "ß",
        "eth" => "ð",
        "thorn" => "þ",
        "sup1" => "¹",
        "sup2" => "²",
        "sup3" => "³",
        _ => {
            let letter = accented(name)
                .or_else(|| numbered(name))
                .map(|c| in_reading(c).unwrap_or_else(|| c.to_string().into()));
            return letter.or_else(|| misread_entity(name));
        }
    };
    Some(plain.into())
}

/// How like an entity's name a misread one must be.
const ENTITY: f32 = 0.7;

/// The character of an entity whose name is misread: `nhsp`, `eacutc`.
fn misread_entity(name: &str) -> Option<Cow<'static, str>> {
    const NAMES: [&str; 9] = ["nbsp", "ndash", "mdash", "rsquo", "lsquo", "ldquo", "rdquo", "quot", "amp"];
    /// Shorter tails are alike by chance.
    const TAIL_MIN: usize = 4;
    if name.len() < 3 || !name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return None;
    }
    let alike = |meant: &&&str| lookalike::similar(name, meant, ENTITY);
    if let Some(meant) = NAMES.iter().find(alike) {
        return character_named(meant);
    }
    let (letter, tail) = name.split_at(1);
    let accent =
        ACCENTS.iter().find(|(accent, _)| tail.len() >= TAIL_MIN && lookalike::similar(tail, accent, ENTITY))?;
    accented(&format!("{letter}{}", accent.0)).map(|c| c.to_string().into())
}

/// The accents of which entities are named.
const ACCENTS: [(&str, char); 8] = [
    ("acute", '\u{301}'),
    ("grave", '\u{300}'),
    ("circ", '\u{302}'),
    ("uml", '\u{308}'),
    ("tilde", '\u{303}'),
    ("cedil", '\u{327}'),
    ("ring", '\u{30A}'),
    ("caron", '\u{30C}'),
];

/// `oacute`, `Scaron`: a letter with the name of its accent.
fn accented(name: &str) -> Option<char> {
    let letter = name.chars().next().filter(char::is_ascii_alphabetic)?;
    let accent = ACCENTS.iter().find(|(accent, _)| *accent == &name[1..])?.1;
    compose(letter, accent)
}

fn numbered(name: &str) -> Option<char> {
    let digits = name.strip_prefix('#')?;
    let code = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => digits.parse().ok()?,
    };
    char::from_u32(code).filter(|c| !c.is_control())
}

/// Ligatures, soft hyphens, zero-width marks, hard spaces and the byte-order mark.
pub(super) fn character(text: &str, start: usize) -> Found {
    let c = text.get(start..)?.chars().next()?;
    let end = start + c.len_utf8();
    let edit = in_reading(c).map(|reads| Edit::new(Span::new(start..end), reads, Rule::Character));
    Some((edit, end))
}

/// What stands in the reading for such a character, written as it is or as an entity.
fn in_reading(c: char) -> Option<Cow<'static, str>> {
    let reads = match c {
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' => "",
        '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => " ",
        '\u{2028}' | '\u{2029}' | '\u{85}' => "\n",
        '\u{2010}' | '\u{2011}' => "-",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    };
    Some(reads.into())
}
