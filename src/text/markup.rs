//! Markup that a note may carry: HTML tags, comments and entities, Markdown's marks, characters that are only typography.
//!
//! Each is an edit of the raw text: a tag of a block level reads as a line's end, that of a list's item or a heading with its
//! mark behind, a table cell's as a tab, an entity as
//! its character, the rest as nothing. What no grammar here knows stays as it stands.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::char::compose;

use super::edit::{Edit, Rule};
use super::lookalike;
use super::span::Span;

/// A tag longer than this is no tag.
const LONGEST_TAG: usize = 400;

/// The markup of `text`, in order of place.
pub(super) fn find(text: &str) -> Vec<Edit> {
    let bytes = text.as_bytes();
    let mut edits = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let found = match bytes[at] {
            b'<' => {
                let unshown = comment(text, at).or_else(|| unshown(text, at));
                unshown.or_else(|| raised(text, at)).or_else(|| tag(text, at))
            }
            b'&' => entity(text, at),
            b'*' | b'_' | b'`' => emphasis(bytes, at),
            b'[' => link(text, at).map(|(open, close, end)| {
                edits.push(open);
                (close, end)
            }),
            b']' => link_end(text, at),
            0xC2.. => character(text, at),
            _ => None,
        };
        match found {
            Some((edit, end)) => {
                edits.extend(edit);
                at = end;
            }
            None => at += 1,
        }
    }
    edits
}

/// An edit, if any, and where to go on.
type Found = Option<(Option<Edit>, usize)>;

fn edit(range: Range<usize>, reads: impl Into<Cow<'static, str>>) -> (Option<Edit>, usize) {
    let end = range.end;
    (Some(Edit::new(Span::new(range), reads, Rule::Markup)), end)
}

fn comment(text: &str, start: usize) -> Found {
    let rest = text[start..].strip_prefix("<!--")?;
    let window = &rest[..rest.floor_char_boundary(20 * LONGEST_TAG)];
    let close = window.find("-->")?;
    Some(edit(start..start + 4 + close + 3, ""))
}

/// What a page holds and does not show: its style, its scripts, and its title, where a heading says what it is.
fn unshown(text: &str, start: usize) -> Found {
    let name = ["title", "style", "script"].into_iter().find(|name| {
        text.get(start + 1..start + 1 + name.len()).is_some_and(|given| given.eq_ignore_ascii_case(name))
    })?;
    let rest = &text[start + 1 + name.len()..];
    let window = &rest[..rest.floor_char_boundary(20 * LONGEST_TAG)];
    let close = format!("</{name}>");
    let end = window.find(&*close)? + close.len();
    let near = &rest[end..rest.floor_char_boundary(end + 20 * LONGEST_TAG)];
    let shown = name == "title" && !near.contains("<h1");
    (window.starts_with(['>', ' ']) && !shown).then(|| edit(start..start + 1 + name.len() + end, "\n"))
}

/// `<sup>1</sup>`: a raised number reads as one, so that it does not run together with what it stands behind.
fn raised(text: &str, start: usize) -> Found {
    let rest = text[start..].strip_prefix("<sup>")?;
    let number = rest.split('<').next().filter(|number| (1..=2).contains(&number.len()))?;
    let close = rest[number.len()..].starts_with("</sup>");
    (close && number.bytes().all(|b| b.is_ascii_digit()))
        .then(|| edit(start..start + 11 + number.len(), superscript(number)))
}

/// Digits as their superscripts.
fn superscript(digits: &str) -> String {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    digits.bytes().filter_map(|b| RAISED.get(usize::from(b.wrapping_sub(b'0')))).collect()
}

fn tag(text: &str, start: usize) -> Found {
    let bytes = text.as_bytes();
    let closing = usize::from(bytes.get(start + 1) == Some(&b'/'));
    let name_start = start + 1 + closing;
    let name_len = bytes[name_start..].iter().take(12).take_while(|b| b.is_ascii_alphanumeric()).count();
    let name = text.get(name_start..name_start + name_len).filter(|name| !name.is_empty())?;
    let window = &bytes[name_start..bytes.len().min(start + LONGEST_TAG)];
    let close = window.iter().position(|&b| matches!(b, b'>' | b'<')).filter(|&i| window[i] == b'>')?;
    let name = name.to_ascii_lowercase();
    let end = name_start + close + 1;
    let opens = closing == 0 && begins_words(&text[end..]);
    let reads = match &*name {
        "li" if opens => "\n• ",
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if opens => "\n# ",
        _ => reads_as(&name, closing == 1).or_else(|| misread_close(text, start, end))?,
    };
    // The blank behind a line's end sets nothing in.
    let words = |byte: Option<&u8>| byte.is_some_and(|byte| !byte.is_ascii_whitespace() && *byte != b'<');
    let blank = usize::from(reads == "\n" && bytes.get(end) == Some(&b' ') && words(bytes.get(end + 1)));
    Some(edit(start..end + blank, reads))
}

/// What a closing tag of no known name reads as that ends a line which a tag begins: `<h3>Background</li3>`.
fn misread_close(text: &str, start: usize, end: usize) -> Option<&'static str> {
    let ends = text[end..].starts_with(['\n', '\r']) && text[start..].starts_with("</");
    let near = text.floor_char_boundary(start.saturating_sub(LONGEST_TAG));
    let line = near + text[near..start].rfind('\n')? + 1;
    (ends && text[line..start].starts_with('<')).then_some("\n")
}

/// Whether words of a line's own stand behind a tag: neither a bullet nor a number, nor another tag.
fn begins_words(text: &str) -> bool {
    text.trim_start().starts_with(|c: char| c.is_alphabetic() || matches!(c, '"' | '“' | '(' | '&'))
}

/// What the tag of this name reads as; `None` where HTML has no such tag.
fn reads_as(name: &str, closing: bool) -> Option<&'static str> {
    match name {
        "td" | "th" => Some(if closing { "" } else { "\t" }),
        "p" | "div" | "li" | "ul" | "ol" | "tr" | "table" | "thead" | "tbody" | "br" | "hr" | "h1" | "h2" | "h3"
        | "h4" | "h5" | "h6" | "section" | "header" | "footer" | "blockquote" | "pre" | "html" | "body" | "head"
        | "title" | "article" | "main" | "dl" | "dt" | "dd" | "caption" => Some("\n"),
        "u" | "b" | "i" | "em" | "strong" | "span" | "a" | "sup" | "sub" | "small" | "font" | "s" | "del" | "ins"
        | "mark" | "img" | "code" | "center" | "col" | "colgroup" | "abbr" => Some(""),
        _ => None,
    }
}

fn entity(text: &str, start: usize) -> Found {
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

/// Asterisks, underscores and backticks that hug a word; a bullet, and a line to write on, stay.
fn emphasis(bytes: &[u8], start: usize) -> Found {
    let mark = bytes[start];
    let run = bytes[start..].iter().take_while(|&&b| b == mark).count();
    let end = start + run;
    let blank = |b: Option<&u8>| b.is_none_or(u8::is_ascii_whitespace);
    let (before, after) = (start.checked_sub(1).map(|i| &bytes[i]), bytes.get(end));
    let hugs = match mark {
        _ if run > 3 => false,
        b'`' => true,
        // Within a word an underscore is the word's own.
        b'_' => !(before.is_some_and(u8::is_ascii_alphanumeric) && after.is_some_and(u8::is_ascii_alphanumeric)),
        _ => true,
    };
    if mark == b'`' && run == 2 && opens_quotation(&bytes[end..]) {
        return Some(edit(start..end, "\""));
    }
    // A star alone in its paragraph emphasizes nothing: it marks a footnote.
    let lone = || mark == b'*' && !has_partner(bytes, start..end);
    if hugs && !(blank(before) && blank(after)) && !lone() { Some(edit(start..end, "")) } else { Some((None, end)) }
}

/// How far from a star the other one of a pair stands, in bytes.
const EMPHASIS_MAX: usize = 2_000;

/// Whether another star stands in the same paragraph, no bullet at a line's start; behind a word, one that opens before it.
fn has_partner(bytes: &[u8], star: Range<usize>) -> bool {
    let blank = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_none_or(u8::is_ascii_whitespace);
    let closes = !blank(star.start.checked_sub(1)) && !bytes.get(star.end).is_some_and(u8::is_ascii_alphanumeric);
    let is_star = |at: usize| bytes[at] == b'*' && !(starts_line(bytes, at) && bytes.get(at + 1) == Some(&b' '));
    let opens = |at: usize| is_star(at) && blank(at.checked_sub(1)) && !blank(Some(at + 1));
    let parts = |at: usize| bytes[at] == b'\n' && bytes.get(at + 1) == Some(&b'\n');
    let mut before = (star.start.saturating_sub(EMPHASIS_MAX)..star.start).rev().take_while(|&at| !parts(at));
    let mut behind = (star.end..bytes.len().min(star.end + EMPHASIS_MAX)).take_while(|&at| !parts(at));
    if closes { before.any(opens) } else { before.any(is_star) || behind.any(is_star) }
}

/// Whether nothing but spaces stands before `at` on its line.
fn starts_line(bytes: &[u8], at: usize) -> bool {
    bytes[..at].iter().rev().find(|&&byte| byte != b' ').is_none_or(|&byte| byte == b'\n')
}

/// Whether the quotation that two backticks may open is closed behind them by another mark than theirs: ``Early warning".
fn opens_quotation(behind: &[u8]) -> bool {
    const LONGEST_QUOTATION: usize = 260;
    let near = &behind[..behind.len().min(LONGEST_QUOTATION)];
    let closes =
        |at: &usize| [&b"\""[..], b"''", "”".as_bytes(), b"``"].iter().any(|mark| near[*at..].starts_with(mark));
    let words = near.first().is_some_and(u8::is_ascii_alphanumeric);
    words && (0..near.len()).find(closes).is_some_and(|at| near[at] != b'`')
}

/// `[words](address)`: the opening bracket's edit now, the rest where the words end. `[^1]` is a footnote's mark.
fn link(text: &str, start: usize) -> Option<(Edit, Option<Edit>, usize)> {
    let window = &text[start + 1..];
    let close =
        window.bytes().take(200).position(|b| matches!(b, b']' | b'\n')).filter(|&i| window.as_bytes()[i] == b']')?;
    let open = |length: usize, reads: &'static str| Edit::new(Span::new(start..start + length), reads, Rule::Markup);
    if let Some(number) = window[..close].strip_prefix('^') {
        let digits = !number.is_empty() && number.len() <= 2 && number.bytes().all(|b| b.is_ascii_digit());
        let after = usize::from(window[close + 1..].starts_with(':'));
        // Written as its superscript, so that it is read as one.
        let reads = superscript(number);
        let end = start + close + 2 + after;
        return digits.then(|| (Edit::new(Span::new(start..end), reads, Rule::Markup), None, end));
    }
    window[close + 1..].starts_with('(').then(|| (open(1, ""), None, start + 1))
}

/// The `](address)` that ends a link.
fn link_end(text: &str, start: usize) -> Found {
    let rest = text[start + 1..].strip_prefix('(')?;
    let close = rest
        .bytes()
        .take(LONGEST_TAG)
        .position(|b| matches!(b, b')' | b'\n' | b' '))
        .filter(|&i| rest.as_bytes()[i] == b')')?;
    Some(edit(start..start + 2 + close + 1, ""))
}

/// Ligatures, soft hyphens, zero-width marks, hard spaces and the byte-order mark.
fn character(text: &str, start: usize) -> Found {
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

#[cfg(test)]
mod tests {
    use super::find;

    /// What is read for each piece of markup in `text`.
    fn reads(text: &str) -> Vec<String> {
        find(text).iter().map(|edit| edit.to.to_string()).collect()
    }

    #[test]
    fn a_blank_behind_a_line_s_end_sets_nothing_in() {
        let ends = |text: &str| find(text).iter().map(|edit| edit.span.range().len()).collect::<Vec<_>>();
        assert_eq!(ends("Opening <br> Ms. Ruiz<br/>Mr. Roos<br>   Mr. Sol"), ["<br> ".len(), 5, 4]);
        let row = |part: &str| format!("| {part} <br> Panellists: <br> Ms. Ana Ruiz, Mayor of Riga |\n");
        let table = format!("Programme\n\n| 10:00 | Opening |\n{}{}", row("11:00 | Water"), row("12:00 | Fire"));
        let reading = crate::text::Reading::of(&table);
        assert!(reading.blocks().iter().all(|block| block.kind != crate::text::BlockKind::Page));
    }

    #[test]
    fn two_backticks_open_a_quotation_that_other_marks_close() {
        assert_eq!(reads("entitled ``Early warning\" (A/64/864)"), ["\""]);
        assert_eq!(reads("run ``make`` and \"wait\""), ["", ""]);
    }

    #[test]
    fn misread_entities_and_closing_tags_are_read() {
        assert_eq!(reads("3.00&nhsp;p.m."), [" "]);
        assert_eq!(reads("Andr&eacutc; K&uuml;hnel"), ["é", "ü"]);
        assert_eq!(reads("AT&T;"), Vec::<String>::new());
        assert_eq!(reads("963&#8209;0877&#xA0;p.&shy;m."), ["-", " ", ""]);
        assert_eq!(reads("<p>\n<h3>Background</li3>\n").last().map(String::as_str), Some("\n"));
    }
}
