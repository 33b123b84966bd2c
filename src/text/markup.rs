//! Markup that a note may carry: HTML tags and entities, Markdown's marks, characters that are only typography.
//!
//! Each is an edit; a tag of a block level ends a line, a table cell's tag parts cells.

use std::borrow::Cow;

use super::edit::{Edit, Rule};
use super::span::Span;

/// A tag longer than this is no tag.
const LONGEST_TAG: usize = 400;

/// What a piece of markup does to the lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Break {
    /// It parts lines.
    Line,
    /// It parts the cells of a table's row.
    Cell,
}

/// The markup of a text: its edits, and the breaks it makes, each in order of place.
#[derive(Debug, Default)]
pub(super) struct Markup {
    pub(super) edits: Vec<Edit>,
    pub(super) breaks: Vec<(Span, Break)>,
}

/// Finds the markup of `text`.
pub(super) fn find(text: &str) -> Markup {
    let bytes = text.as_bytes();
    let mut markup = Markup::default();
    let mut at = 0;
    while at < bytes.len() {
        let found = match bytes[at] {
            b'<' => tag(text, at, &mut markup),
            b'&' => entity(text, at, &mut markup),
            b'*' if bytes[at..].starts_with(b"**") => mark(at, 2, &mut markup),
            b'_' if bytes[at..].starts_with(b"__") => underscores(bytes, at, &mut markup),
            0xC2.. => character(text, at, &mut markup),
            _ => None,
        };
        at = found.unwrap_or(at + 1);
    }
    markup
}

/// The tag at `start`; answers where it ends.
fn tag(text: &str, start: usize, markup: &mut Markup) -> Option<usize> {
    let bytes = text.as_bytes();
    let closing = usize::from(bytes.get(start + 1) == Some(&b'/'));
    let name_start = start + 1 + closing;
    let name_len = bytes[name_start..].iter().take(12).take_while(|b| b.is_ascii_alphanumeric()).count();
    let name = text.get(name_start..name_start + name_len).filter(|name| !name.is_empty())?;
    let window = &bytes[name_start..bytes.len().min(start + LONGEST_TAG)];
    let close = window.iter().position(|&b| matches!(b, b'>' | b'<' | b'\n')).filter(|&i| window[i] == b'>')?;
    let end = name_start + close + 1;
    let span = Span::new(start..end);
    let level = kind_of(&name.to_ascii_lowercase())?;
    markup.edits.push(Edit::new(span, "", Rule::Markup));
    if let Some(kind) = level {
        markup.breaks.push((span, kind));
    }
    Some(end)
}

/// What the tag of this name does to lines; `None` where HTML has no such tag.
fn kind_of(name: &str) -> Option<Option<Break>> {
    match name {
        "td" | "th" => Some(Some(Break::Cell)),
        "p" | "div" | "li" | "ul" | "ol" | "tr" | "table" | "thead" | "tbody" | "br" | "hr" | "h1" | "h2" | "h3"
        | "h4" | "h5" | "h6" | "section" | "header" | "footer" | "blockquote" | "pre" | "html" | "body" | "head"
        | "title" | "article" | "main" | "dl" | "dt" | "dd" | "caption" => Some(Some(Break::Line)),
        "u" | "b" | "i" | "em" | "strong" | "span" | "a" | "sup" | "sub" | "small" | "font" | "s" | "del" | "ins"
        | "mark" | "img" | "code" | "center" | "col" | "colgroup" | "abbr" => Some(None),
        _ => None,
    }
}

fn entity(text: &str, start: usize, markup: &mut Markup) -> Option<usize> {
    let window = text.as_bytes().get(start + 1..text.len().min(start + 10))?;
    let semicolon = window.iter().position(|&b| b == b';')?;
    let name = text.get(start + 1..start + 1 + semicolon)?;
    let reads: Cow<'static, str> = match name {
        "amp" => "&".into(),
        "lt" => "<".into(),
        "gt" => ">".into(),
        "quot" => "\"".into(),
        "apos" => "'".into(),
        "nbsp" => " ".into(),
        "ndash" => "–".into(),
        "mdash" => "—".into(),
        "lsquo" => "‘".into(),
        "rsquo" => "’".into(),
        "ldquo" => "“".into(),
        "rdquo" => "”".into(),
        "bull" => "•".into(),
        "shy" => "".into(),
        _ => {
            let digits = name.strip_prefix('#')?;
            let code = match digits.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => digits.parse().ok()?,
            };
            char::from_u32(code).filter(|c| !c.is_control())?.to_string().into()
        }
    };
    let end = start + semicolon + 2;
    markup.edits.push(Edit::new(Span::new(start..end), reads, Rule::Markup));
    Some(end)
}

fn mark(start: usize, length: usize, markup: &mut Markup) -> Option<usize> {
    markup.edits.push(Edit::new(Span::new(start..start + length), "", Rule::Markup));
    Some(start + length)
}

/// Two underscores set bold where they hug a word; a longer run is a line to write on.
fn underscores(bytes: &[u8], start: usize, markup: &mut Markup) -> Option<usize> {
    let run = bytes[start..].iter().take_while(|&&b| b == b'_').count();
    if run == 2 { mark(start, 2, markup) } else { Some(start + run) }
}

/// Ligatures, soft hyphens, zero-width marks and the byte-order mark.
fn character(text: &str, start: usize, markup: &mut Markup) -> Option<usize> {
    let c = text.get(start..)?.chars().next()?;
    let reads = match c {
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' => "",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return Some(start + c.len_utf8()),
    };
    let end = start + c.len_utf8();
    markup.edits.push(Edit::new(Span::new(start..end), reads, Rule::Character));
    Some(end)
}
