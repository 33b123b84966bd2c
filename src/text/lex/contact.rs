//! E-mail addresses, web addresses.

use std::ops::Range;

use super::cursor::{byte, skip_spaces, skip_spaces_back, word_at, word_before};
use super::token::{Token, Value};
use crate::text::{Span, lexicon, lookalike};

/// The ends of hosts that are no country's.
pub const TOP_DOMAINS: [&str; 8] = ["org", "int", "com", "net", "edu", "gov", "info", "ngo"];

/// Of how many parts such a host may be.
const LABELS_MAX: usize = 4;

/// The address around the at sign at `at`.
pub(super) fn at_sign(text: &str, at: usize) -> Option<Token> {
    address(text, at, at..at + 1).or_else(|| {
        // `info @un.org`
        let space = skip_spaces_back(text, at, 1);
        address(text, space, at..at + 1)
            .filter(|token| matches!(&token.value, Value::Email(address) if ends_so(address)))
    })
}

/// The address around the sign at `at` that the ring of an at sign was read as: `speakers©un.org`.
pub(super) fn ringed_sign(text: &str, at: usize) -> Option<Token> {
    let sign = ['©', '®'].into_iter().find(|sign| text[at..].starts_with(*sign))?;
    let token = address(text, at, at..at + sign.len_utf8())?;
    matches!(&token.value, Value::Email(address) if ends_so(address)).then_some(token)
}

/// The address of the Secretariat whose at sign was read as a letter of its shape: `speakersGun.org`, `speakersG un.org`; `word`
/// ends with the `un`.
pub(super) fn lost_sign(text: &str, word: Range<usize>) -> Option<Token> {
    /// A shorter one may be a name's part.
    const LOCAL_MIN: usize = 5;
    let host = word.end - "un".len();
    let parted = host == word.start;
    let sign = skip_spaces_back(text, host, usize::from(parted)).checked_sub(1)?;
    if !matches!(byte(text, sign), b'G' | b'Q') && (parted || !matches!(byte(text, sign), b'O' | b'C')) {
        return None;
    }
    let piece = |b: u8| b.is_ascii_lowercase() || matches!(b, b'.' | b'_' | b'-');
    let start = sign - text.as_bytes()[..sign].iter().rev().take(64).take_while(|&&b| piece(b)).count();
    let local = &text[start..sign];
    let small = local.bytes().rev().take_while(u8::is_ascii_lowercase).count() >= LOCAL_MIN;
    if !small || word_before(text, start) {
        return None;
    }
    let top = text.get(word.end..word.end + 4)?.strip_prefix('.').filter(|_| !word_at(text, word.end + 4))?;
    let host = format!("un.{top}");
    let host = with_known_top(&host).unwrap_or(host);
    let address = format!("{local}@{host}");
    let span = Span::new(start..word.end + 4);
    (host == "un.org").then(|| Token { span, value: Value::Email(address.clone()), reads: Some(address) })
}

/// Whether an address ends as most do.
fn ends_so(address: &str) -> bool {
    address.rsplit_once('.').is_some_and(|(_, top)| TOP_DOMAINS.contains(&top))
}

/// The address around an at sign that is written out: `name[at]un.org`, `name (at) un.org`.
pub(super) fn written_at(text: &str, at: usize) -> Option<Token> {
    let sign = ["[at]", "(at)"].into_iter().find(|sign| text[at..].starts_with(sign))?;
    address(text, skip_spaces_back(text, at, 1), at..skip_spaces(text, at + sign.len(), 1))
}

/// The address whose local part ends at `local_end`, and whose at sign stands at `sign`.
fn address(text: &str, local_end: usize, sign: Range<usize>) -> Option<Token> {
    let local = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'+' | b'%');
    let bytes = text.as_bytes();
    let start = local_end - bytes[..local_end].iter().rev().take(64).take_while(|&&b| local(b)).count();
    let spaced = byte(text, sign.end) == b' ';
    let worn = || if spaced { worn_host(text, sign.end + 1) } else { None };
    let (host, end) = host(text, sign.end).or_else(|| spaced_host(text, sign.end)).or_else(worn)?;
    if start == local_end {
        return None;
    }
    let start = local_start(text, start);
    let local = text[start..local_end].replace(' ', "");
    let local = without_ring(&local);
    let host = in_letters(&host).unwrap_or(host);
    let host = with_known_top(&host).unwrap_or(host);
    let address = format!("{local}@{host}");
    let reads = (address != text[start..end]).then(|| address.clone());
    Some(Token { span: Span::new(start..end), value: Value::Email(address), reads })
}

/// Where the local part begins that may have fallen in two before `start`: `poliak ova@un.org`, not `at name@un.org`.
fn local_start(text: &str, start: usize) -> usize {
    /// The shortest piece that is told so, and the longest rest: a longer one may well be a local part itself.
    const PIECE_MIN: usize = 4;
    const REST_MAX: usize = 4;
    let Some(head) = text[..start].strip_suffix(' ') else { return start };
    let piece = head.len() - head.bytes().rev().take_while(u8::is_ascii_lowercase).count();
    let word = &head[piece..];
    let free = head[..piece].ends_with([' ', '(', ':', '\n']);
    let rest = text.as_bytes()[start..].iter().take(REST_MAX + 1).any(|&b| b == b'@');
    // What a bracket opens with is the address.
    let opened = head[..piece].ends_with('(') && word.len() + 1 >= PIECE_MIN;
    let own = (opened || word.len() >= PIECE_MIN)
        && rest
        && free
        && !lexicon::contains(word)
        && text[start..].starts_with(|c: char| c.is_ascii_lowercase());
    if own { piece } else { start }
}

/// A local part of small letters without the G that the ring of the at sign behind it was read as: `speakersG@`.
fn without_ring(local: &str) -> &str {
    /// Shorter ones may be initials.
    const LENGTH_MIN: usize = 3;
    let small = |stem: &&str| stem.len() >= LENGTH_MIN && !stem.bytes().any(|b| b.is_ascii_uppercase());
    local.strip_suffix('G').filter(small).filter(|stem| stem.ends_with(char::is_lowercase)).unwrap_or(local)
}

/// A host without the dashes that no host has beside its points, its end as one that there is: `un-.org`, `un.orq`.
fn with_known_top(host: &str) -> Option<String> {
    const WORN: f32 = 0.5;
    /// Ends that there are, though others look like them.
    const REAL: [&str; 3] = ["ong", "cam", "ing"];
    let clean = host.replace("-.", ".").replace(".-", ".");
    let clean = clean.trim_start_matches('-');
    let (name, top) = clean.rsplit_once('.')?;
    let one_off =
        |known: &&str| known.len() == top.len() && known.bytes().zip(top.bytes()).filter(|(a, b)| a != b).count() == 1;
    let unknown = top.len() == 3 && !REAL.contains(&top) && !TOP_DOMAINS.contains(&top);
    let meant = |known: &&str| unknown && one_off(known) && lookalike::cost(top, known) <= WORN;
    let known = TOP_DOMAINS.into_iter().find(meant);
    let read = format!("{name}.{}", known.unwrap_or(top));
    (!name.is_empty() && read != host).then_some(read)
}

/// A host with the letters that ones and noughts in it stand for, where it begins with a known word so: `g1obal`.
fn in_letters(host: &str) -> Option<String> {
    const WORD_MIN: usize = 5;
    let last = host.rfind(['0', '1'])?;
    let begins = host[..last].bytes().all(|b| b.is_ascii_lowercase() || matches!(b, b'0' | b'1'));
    let letters = host[..=last].replace('1', "l").replace('0', "o") + &host[last + 1..];
    let word =
        (last + 1..=host.find('.')?).filter(|&end| end >= WORD_MIN).any(|end| lexicon::contains(&letters[..end]));
    (begins && word).then_some(letters)
}

/// The host that begins at `start`, and where it ends.
fn host(text: &str, start: usize) -> Option<(String, usize)> {
    if let Some(worn) = worn_host(text, start) {
        return Some(worn);
    }
    let host = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-');
    let run = text.as_bytes()[start..].iter().take(128).take_while(|&&b| host(b)).count();
    let host = text[start..start + run].trim_end_matches(['.', '-']);
    let (_, top) = host.rsplit_once('.')?;
    // `un.or9`: the last letter is misread for a digit.
    let stem = top.strip_suffix(|c: char| c.is_ascii_digit()).filter(|stem| stem.len() >= 2).unwrap_or(top);
    (top.len() >= 2 && stem.bytes().all(|b| b.is_ascii_alphabetic())).then(|| (host.to_owned(), start + host.len()))
}

/// A host whose r is read as an l and a mark, or whose point is lost before its end: `un.ol'g`, `unorg`.
fn worn_host(text: &str, start: usize) -> Option<(String, usize)> {
    let part = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b',' | b'-' | b'_' | b'\'');
    let run = text.as_bytes().get(start..)?.iter().take(64).take_while(|&&b| part(b)).count();
    let given = text[start..start + run].trim_end_matches(['.', ',', '-', '\'']);
    let host = given.replace("l'", "r");
    // `un,org`, `un_org`
    let host = if host.contains('.') { host } else { host.replacen([',', '_'], ".", 1) };
    if host.contains([',', '_']) {
        return None;
    }
    let host = match host.strip_suffix("org") {
        Some(name) if !host.contains('.') && name.len() >= 2 => format!("{name}.org"),
        _ => host,
    };
    let ends = host.rsplit_once('.').is_some_and(|(_, top)| TOP_DOMAINS.contains(&top)) && !host.contains('\'');
    (ends && host != given).then(|| (host, start + given.len()))
}

/// Those of them that are no English words, so that their point may be lost as well.
const NO_WORDS: [&str; 5] = ["org", "int", "com", "edu", "gov"];

/// A host with a space after the at sign, or beside its point or in its place: `un. org`, `un org`, where it ends as hosts do.
fn spaced_host(text: &str, start: usize) -> Option<(String, usize)> {
    let start = skip_spaces(text, start, 1);
    let label = |at: usize| {
        let name = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
        at..at + text.as_bytes()[at..].iter().take(64).take_while(|&&b| name(b)).count()
    };
    let mut last = label(start);
    let mut host = text[last.clone()].to_owned();
    for _ in 0..LABELS_MAX {
        let point = skip_spaces(text, last.end, 1);
        if !last.is_empty() && last.end < point && byte(text, point) != b'.' {
            let top = label(point);
            let ends = NO_WORDS.contains(&&text[top.clone()]);
            return ends.then(|| (format!("{host}.{}", &text[top.clone()]), top.end));
        }
        if last.is_empty() || byte(text, point) != b'.' {
            return None;
        }
        last = label(skip_spaces(text, point + 1, 1));
        host = format!("{host}.{}", &text[last.clone()]);
        if TOP_DOMAINS.contains(&&text[last.clone()]) {
            return Some((host, last.end));
        }
    }
    None
}

/// The web address around the `//` or after the `www.` at `at`.
pub(super) fn web(text: &str, at: usize) -> Option<Token> {
    /// No scheme is longer, nor any address, in bytes.
    const SCHEME_MAX: usize = 8;
    const ADDRESS_MAX: usize = 2_048;
    let bytes = text.as_bytes();
    let part = |b: u8| b > b' ' && !matches!(b, b'<' | b'>' | b'"' | b'(' | b')' | b'[' | b']');
    let before = bytes[..at].iter().rev().take(SCHEME_MAX).take_while(|&&b| part(b)).count();
    let start = text.ceil_char_boundary(at - before);
    let run = bytes[at..].iter().take(ADDRESS_MAX).take_while(|&&b| part(b)).count();
    let end = at + text.get(at..at + run)?.trim_end_matches(['.', ',', ';', ':']).len();
    (end > at + 2).then(|| Token { span: Span::new(start..end), value: Value::Other, reads: None })
}

#[cfg(test)]
mod tests {
    use crate::text::lex::{Value, lex};

    #[test]
    fn letters_of_several_bytes_may_stand_before_an_address() {
        for text in ["𑏗🠀#://a", "🠀http://un.org/a"] {
            let spans: Vec<_> = lex(text).into_iter().map(|token| text.get(token.span.range())).collect();
            assert!(matches!(spans[..], [Some(_)]), "{text}: {spans:?}");
        }
    }

    #[test]
    fn addresses_are_read_through_what_a_scanner_makes_of_them() {
        let email = |text: &str| {
            lex(text).into_iter().find_map(|token| match token.value {
                Value::Email(address) => Some(address),
                _ => None,
            })
        };
        for given in [
            "gaab-speakersG@un.org",
            "gaab-speakers@ un.org",
            "gaab-speakers@ unorg",
            "gaab-speakers@un.erg",
            "gaab-speakers@un.arg",
            "gaab-speakers@un.ory",
            "gaab-speakers@un.orq",
            "gaab-speakers@un.ord",
            "gaab-speakers@un_org",
            "gaab-speakers@un-.org",
            "gaab-speakers@-un.org",
            "gaab-speakers@un org",
            "gaab-speakersG un.org",
            "gaab-speakers©un.org",
            "gaab-speakers® un.org",
        ] {
            assert_eq!(email(&format!("Write to {given}.")).as_deref(), Some("gaab-speakers@un.org"), "{given}");
        }
        for given in ["ana@club.ong", "ANAG@un.org", "ana@un.org", "ana@web.cam"] {
            assert_eq!(email(given).as_deref(), Some(given));
        }
        assert_eq!(email("to gaab-speakersGun.ory, no").as_deref(), Some("gaab-speakers@un.org"));
        assert_eq!(email("The TaiwanOun.org"), None);
        assert_eq!(email("to the WHO un.org and to BERLING un.org, ©un.org, ana@un organizes"), None);
        assert_eq!(email("ana@é un"), None, "no letter is cut in two");
    }
}
