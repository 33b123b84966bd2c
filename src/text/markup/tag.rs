//! The tags of HTML, and what each reads as.

use super::found::{Found, edit, superscript};
use super::unshown::{Closers, LONGEST_NAME};

/// No line of tags is longer.
const LONGEST_LINE: usize = 400;

/// `<sup>1</sup>`: a raised number reads as one, so that it does not run together with what it stands behind.
pub(super) fn raised(text: &str, start: usize) -> Found {
    let rest = text[start..].strip_prefix("<sup>")?;
    let number = rest.split('<').next().filter(|number| (1..=2).contains(&number.len()))?;
    let close = rest[number.len()..].starts_with("</sup>");
    (close && number.bytes().all(|b| b.is_ascii_digit()))
        .then(|| edit(start..start + 11 + number.len(), superscript(number)))
}

/// A tag of a known name, or of none that closes what its line opened.
pub(super) fn tag(text: &str, start: usize, closers: &Closers) -> Found {
    let bytes = text.as_bytes();
    let closing = usize::from(bytes.get(start + 1) == Some(&b'/'));
    let name_start = start + 1 + closing;
    let in_name = |b: &&u8| b.is_ascii_alphanumeric() || matches!(b, b':' | b'-');
    let name_len = bytes[name_start..].iter().take(LONGEST_NAME).take_while(in_name).count();
    let name = text.get(name_start..name_start + name_len).filter(|name| !name.is_empty())?;
    // An address is no tag: `<pga@un.org>`.
    let ends = matches!(bytes.get(name_start + name_len)?, b'>' | b'/' | b' ' | b'\t' | b'\r' | b'\n');
    if !ends {
        return None;
    }
    let close = text[name_start..].find(['>', '<']).filter(|at| text[name_start + at..].starts_with('>'))?;
    let attributes = &text[name_start + name_len..name_start + close];
    // A paragraph's end is in no tag, and what stands behind its name are attributes.
    if attributes.contains("\n\n") || !attributes.contains('=') && attributes.split_whitespace().any(|it| !is_bare(it))
    {
        return None;
    }
    let given = name;
    let name = given.to_ascii_lowercase();
    // A word in angle brackets is what is to be filled in: `<address>`.
    if attributes.is_empty() && closing == 0 && WORDS.contains(&&*name) && !closers.close(&name) {
        return None;
    }
    let end = name_start + close + 1;
    let opens = closing == 0 && begins_words(&text[end..]);
    let reads = match &*name {
        "li" if opens => "\n• ",
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if opens => "\n# ",
        _ if is_named_otherwise(given) && (given.contains(':') || closing == 1 || closers.close(given)) => "",
        _ => reads_as(&name, closing == 1).or_else(|| misread_close(text, start, end))?,
    };
    // The blank behind a line's end sets nothing in.
    let words = |byte: Option<&u8>| byte.is_some_and(|byte| !byte.is_ascii_whitespace() && *byte != b'<');
    let blank = usize::from(reads == "\n" && bytes.get(end) == Some(&b' ') && words(bytes.get(end + 1)));
    Some(edit(start..end + blank, reads))
}

/// Whether an attribute may stand without a value: `nowrap`, `data-id`, and the stroke that closes a tag.
fn is_bare(attribute: &str) -> bool {
    const BARE: [&str; 24] = [
        "/",
        "allowfullscreen",
        "async",
        "autofocus",
        "checked",
        "compact",
        "controls",
        "default",
        "defer",
        "disabled",
        "hidden",
        "inert",
        "ismap",
        "itemscope",
        "loop",
        "multiple",
        "muted",
        "novalidate",
        "nowrap",
        "open",
        "readonly",
        "required",
        "reversed",
        "selected",
    ];
    let bare = attribute.to_ascii_lowercase();
    ["data-", "aria-", "ng-", "_ng", "v-"].iter().any(|own| bare.starts_with(own)) || BARE.contains(&bare.as_str())
}

/// Names of tags that are words, too, each of which is closed where it is a tag, or has attributes.
const WORDS: [&str; 27] = [
    "address", "article", "base", "button", "caption", "cite", "code", "details", "figure", "footer", "form", "header",
    "label", "legend", "link", "main", "mark", "object", "option", "picture", "section", "select", "source", "summary",
    "template", "time", "title",
];

/// Whether a word processor names a tag, or a page for itself: `<o:p>`, `<st1:place>`, `<site-header>`; small letters alone do.
fn is_named_otherwise(name: &str) -> bool {
    /// Longer ones are an address's scheme.
    const LONGEST_PREFIX: usize = 3;
    let word = |part: &str| part.starts_with(|c: char| c.is_ascii_alphabetic());
    match name.split_once(':') {
        Some((prefix, own)) => prefix.len() <= LONGEST_PREFIX && word(prefix) && word(own),
        None => name.contains('-') && word(name) && !name.contains(|c: char| c.is_ascii_uppercase()),
    }
}

/// What a closing tag of no known name reads as that ends a line which a tag begins: `<h3>Background</li3>`.
fn misread_close(text: &str, start: usize, end: usize) -> Option<&'static str> {
    let ends = text[end..].starts_with(['\n', '\r']) && text[start..].starts_with("</");
    let near = text.floor_char_boundary(start.saturating_sub(LONGEST_LINE));
    let line = near + text[near..start].rfind('\n')? + 1;
    (ends && text[line..start].starts_with('<')).then_some("\n")
}

/// Whether words of a line's own stand behind a tag: neither a bullet nor a number, nor another tag.
fn begins_words(text: &str) -> bool {
    text.trim_start().starts_with(|c: char| c.is_alphabetic() || matches!(c, '"' | '“' | '(' | '&'))
}

/// What the tag of this name reads as; `None` where HTML has no such tag, or none that a note is written in.
fn reads_as(name: &str, closing: bool) -> Option<&'static str> {
    match name {
        "td" | "th" => Some(if closing { "" } else { "\t" }),
        "p" | "div" | "li" | "ul" | "ol" | "tr" | "table" | "thead" | "tbody" | "tfoot" | "br" | "hr" | "h1" | "h2"
        | "h3" | "h4" | "h5" | "h6" | "section" | "header" | "footer" | "nav" | "aside" | "figure" | "figcaption"
        | "blockquote" | "pre" | "html" | "body" | "head" | "title" | "article" | "main" | "dl" | "dt" | "dd"
        | "caption" | "address" | "details" | "summary" | "form" | "fieldset" | "legend" | "option" => Some("\n"),
        "u" | "b" | "i" | "em" | "strong" | "span" | "a" | "sup" | "sub" | "small" | "font" | "s" | "del" | "ins"
        | "mark" | "img" | "code" | "center" | "col" | "colgroup" | "abbr" | "meta" | "link" | "base" | "button"
        | "input" | "label" | "select" | "textarea" | "iframe" | "object" | "embed" | "picture" | "source"
        | "noscript" | "template" | "time" | "cite" | "q" | "var" | "kbd" | "samp" | "dfn" | "big" | "tt"
        | "strike" | "wbr" | "bdi" | "bdo" | "nobr" => Some(""),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Closers, tag};

    /// What the tag at the start of `text` reads as.
    fn reads(text: &str) -> Option<String> {
        Some(tag(text, 0, &Closers::of(text))?.0?.to.into_owned())
    }

    #[test]
    fn tags_of_word_processors_and_with_long_attributes_are_read() {
        let long = "margin:0cm;".repeat(200);
        for (text, read) in [
            (format!("<p class=MsoNormal style='{long}'>Purpose"), "\n"),
            (format!("<img src=\"data:image/png;base64,{long}\">"), ""),
            ("<o:p>&nbsp;</o:p>".to_owned(), ""),
            ("<site-header>Note</site-header>".to_owned(), ""),
            ("<st1:place w:st=\"on\">".to_owned(), ""),
            ("<input disabled>".to_owned(), ""),
            ("<td nowrap>".to_owned(), "\t"),
            ("<br />".to_owned(), "\n"),
            ("<div data-id hidden>".to_owned(), "\n"),
            ("<main>Note</main>".to_owned(), "\n"),
            ("<address class='office'>".to_owned(), "\n"),
        ] {
            assert_eq!(reads(&text).as_deref(), Some(read), "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_a_tag_stays() {
        let long = "and so on ".repeat(20);
        for text in [
            format!("<b {long}>"),
            "<a href='x'\n\nPurpose>".to_owned(),
            "<b <i>".to_owned(),
            "<pga-office@un.org>".to_owned(),
            "<https://www.un.org/en/ga/>".to_owned(),
            "<http://un.org>".to_owned(),
            "<tel:2129630000>".to_owned(),
            "<Secretary-General>".to_owned(),
            "<secretary-general>, and others".to_owned(),
            "<Under-Secretary-General to be confirmed>".to_owned(),
            "<under-secretary-general to be confirmed>".to_owned(),
            "<time tbc>".to_owned(),
            "<address>".to_owned(),
            "<title of panel>".to_owned(),
            "<main hall>".to_owned(),
            "<link>".to_owned(),
        ] {
            assert_eq!(reads(&text), None, "{text}");
        }
    }
}
