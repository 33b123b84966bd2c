//! What a scanner leaves of single letters and spaces where no lexicon has to be asked, in names above all: an M fallen into
//! its strokes (`IVIohammed`), the r of an honorific that became an l and a mark (`Ml'.`), a capital read as a digit
//! (`8allestero`), an honorific that ran together with the words beside it (`toMs. Ruiz`, `Mr.Tanner`).
//!
//! One pass over the bytes, which stops at what such a shape has in it.

use std::ops::Range;

use crate::text::edit::{Edit, Rule};
use crate::text::lexicon;
use crate::text::span::Span;

/// The edits of such shapes in `text`, in order, none overlapping another.
pub fn shapes(text: &str) -> Vec<Edit> {
    let bytes = text.as_bytes();
    let mut edits: Vec<Edit> = Vec::new();
    for (at, &byte) in bytes.iter().enumerate() {
        match byte {
            b'V' => edits.extend(strokes(text, at)),
            b'\'' if at > 0 && bytes[at - 1] == b'l' => {
                edits.extend(broken_style(text, at - 1));
            }
            b'.' => {
                let known = HONORIFICS.iter().find(|known| bytes[..=at].ends_with(known.as_bytes()));
                edits.extend(known.and_then(|known| run_in(text, at + 1 - known.len())));
                edits.extend(known.and_then(|known| run_on(text, at + 1 - known.len()..at + 1)));
                if matches!(bytes[..at], [.., b'M', b'i' | b'1']) {
                    edits.extend(armless_style(text, at));
                }
            }
            b'5' if at > 0 && bytes[at - 1] == b'M' => edits.extend(worn_style(text, at)),
            b'4' | b'5' | b'8' => edits.extend(capital(text, at)),
            b'[' => edits.extend(bracket(text, at)),
            b'l' | b'I' | b'|' if at > 0 && bytes[at - 1].is_ascii_digit() => edits.extend(stroke_in_number(text, at)),
            b'n' if matches!(bytes[..at], [.., b'l' | b'm' | b'n' | b'r', b'r']) => {
                edits.extend(parted_m(text, at - 1))
            }
            b'l' if at > 0 && bytes[at - 1] == b' ' => edits.extend(capital_of_name(text, at)),
            _ => {}
        }
    }
    edits.sort_by_key(|edit| edit.span);
    edits.dedup_by(|next, edit| edit.span.overlaps(next.span) || edit.span == next.span);
    edits
}

/// Honorifics that a point ends.
const HONORIFICS: [&str; 5] = ["Mr.", "Ms.", "Mrs.", "Dr.", "H.E."];

/// Small words that stand before a person.
const BEFORE: [&str; 8] = ["to", "by", "and", "with", "from", "of", "for", "is"];

fn is_letter(c: char) -> bool {
    c.is_alphabetic()
}

/// The strokes around the V at `at`, which were an M before small letters.
fn strokes(text: &str, at: usize) -> Option<Edit> {
    let stroke = |c: char| matches!(c, 'I' | 'l' | '1' | '|');
    let head = text[..at].strip_suffix(stroke)?;
    let rest = text[at + 1..].strip_prefix(stroke)?;
    let word = !head.ends_with(char::is_alphanumeric) && rest.starts_with(char::is_lowercase);
    word.then(|| Edit::new(Span::new(head.len()..text.len() - rest.len()), "M", Rule::Character))
}

/// The l and its mark at `at` in `Ml'. Steiner`, which were an r.
fn broken_style(text: &str, at: usize) -> Option<Edit> {
    let style = text[..at].ends_with(['M', 'D']) && !text[..at - 1].ends_with(char::is_alphanumeric);
    let named = text[at + 2..].strip_prefix(". ").is_some_and(|rest| rest.starts_with(char::is_uppercase));
    (style && named).then(|| Edit::new(Span::new(at..at + 2), "r", Rule::Character))
}

/// The five at `at` in `M5. Ruiz`, which was an s.
fn worn_style(text: &str, at: usize) -> Option<Edit> {
    is_style(text, at - 1, at + 1).then(|| Edit::new(Span::new(at..at + 1), "s", Rule::Character))
}

/// The stroke behind an M and before the point at `at` in `Mi. Thierry`, which was an r.
fn armless_style(text: &str, at: usize) -> Option<Edit> {
    is_style(text, at - 2, at).then(|| Edit::new(Span::new(at - 1..at), "r", Rule::Character))
}

/// Whether what stands between two places is a word by itself, and a point and a name behind it.
fn is_style(text: &str, start: usize, end: usize) -> bool {
    let free = !text[..start].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '/'));
    let name = text[end..].strip_prefix(". ").and_then(|rest| rest.split(|c: char| !is_letter(c)).next());
    let named = |name: &str| {
        name.starts_with(char::is_uppercase) && (lexicon::is_name(name) || !lexicon::contains(name)) && name.len() > 1
    };
    free && name.is_some_and(named)
}

/// The small word that ran in to the honorific at `at`.
fn run_in(text: &str, at: usize) -> Option<Edit> {
    let head = &text[..at];
    let word = BEFORE.iter().find(|word| {
        head.strip_suffix(**word).is_some_and(|before| !before.ends_with(|c: char| c.is_alphanumeric() || c == '.'))
    })?;
    let named = text[at..].split(' ').nth(1).is_some_and(|next| next.starts_with(char::is_uppercase));
    named.then(|| Edit::new(Span::new(at - word.len()..at), format!("{word} "), Rule::Split))
}

/// The point of the honorific at `honorific`, that a name runs on from.
fn run_on(text: &str, honorific: Range<usize>) -> Option<Edit> {
    let Range { start, end } = honorific;
    let free = !text[..start].ends_with(|c: char| is_letter(c) || c == '.');
    let mut next = text[end..].chars();
    let name = next.next().is_some_and(char::is_uppercase) && next.next().is_some_and(char::is_lowercase);
    (free && name).then(|| Edit::new(Span::new(end - 1..end), ". ", Rule::Split))
}

/// The capital that the digit at `at`, before small letters that are no word of their own, was.
fn capital(text: &str, at: usize) -> Option<Edit> {
    let letter = match text.as_bytes()[at] {
        b'4' => "A",
        b'5' => "S",
        _ => "B",
    };
    let rest = &text[at + 1..];
    let length = rest.find(|c: char| !is_letter(c)).unwrap_or(rest.len());
    let word = &rest[..length];
    let free =
        !text[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | ',' | '/' | '-' | ':' | '@' | '$'));
    let unit = matches!(word, "th" | "am" | "pm" | "hrs" | "min" | "mins" | "bn");
    let small = length >= 3 && word.chars().all(char::is_lowercase);
    (free && small && !unit && !lexicon::contains(word))
        .then(|| Edit::new(Span::new(at..at + 1), letter, Rule::Character))
}

/// The stroke at `at` in `resolution 69l323`, which was the one that parts a session from a resolution's number.
fn stroke_in_number(text: &str, at: usize) -> Option<Edit> {
    /// How far before its number the word for a resolution stands, in bytes.
    const NEAR: usize = 60;
    let (head, rest) = (&text[..at], &text[at + 1..]);
    let session = head.len() - head.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let number = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let ends = !rest[number..].starts_with(|c: char| c.is_alphanumeric() || c == '/');
    let before = &head[head.floor_char_boundary(head.len().saturating_sub(NEAR))..head.len() - session];
    // Only the word, and numbers that stand before this one, lead in to it.
    let lead = before.rfind("esolution").map(|word| before[word + "esolution".len()..].trim_start_matches('s'));
    let named = lead.is_some_and(|lead| {
        let numbers = lead.split(|c: char| c.is_whitespace() || c == ',');
        lead.starts_with(char::is_whitespace)
            && numbers.into_iter().all(|word| word == "and" || !word.contains(char::is_alphabetic))
    });
    (session == 2 && (1..=3).contains(&number) && ends && named)
        .then(|| Edit::new(Span::new(at..at + 1), "/", Rule::Character))
}

/// The r at `at` and the n behind it, which were an m: behind an l, an m, an n or another r no name has the two (`Irrna`,
/// `Wilhelrn`).
fn parted_m(text: &str, at: usize) -> Option<Edit> {
    /// Longer than any name's part, in bytes.
    const NAME_MAX: usize = 40;
    let behind = at + "rn".len();
    let rest = &text[behind..text.floor_char_boundary(behind + NAME_MAX)];
    let near = text.ceil_char_boundary(at.saturating_sub(NAME_MAX));
    let head = &text[near..at];
    let start = head.len() - head.chars().rev().take_while(|c| is_letter(*c)).map(char::len_utf8).sum::<usize>();
    let end = rest.find(|c: char| !is_letter(c)).unwrap_or(rest.len());
    let small = head[start..].chars().skip(1).chain(rest[..end].chars()).all(char::is_lowercase);
    let name = head[start..].starts_with(char::is_uppercase) && small && head.len() - start >= 2;
    let vowel = end == 0 || rest.starts_with(['a', 'e', 'i', 'o', 'u', 'y']);
    let free = !rest[end..].starts_with(|c: char| c.is_ascii_digit() || matches!(c, '@' | '_'))
        && !head[..start].ends_with(|c: char| c.is_ascii_digit() || matches!(c, '@' | '_' | '.'));
    (name && vowel && free).then(|| Edit::new(Span::new(at..at + "rn".len()), "m", Rule::Character))
}

/// The l at `at` that begins a person's name behind an honorific, before a consonant: an I.
fn capital_of_name(text: &str, at: usize) -> Option<Edit> {
    const TITLES: [&str; 4] = ["Professor", "Ambassador", "Minister", "Sir"];
    let consonant = |c: char| c.is_ascii_lowercase() && !matches!(c, 'a' | 'e' | 'h' | 'i' | 'l' | 'o' | 'u' | 'y');
    let mut next = text[at + 1..].chars();
    let name = next.next().is_some_and(consonant) && next.next().is_some_and(char::is_lowercase);
    let head = text[..at].trim_end_matches(' ');
    let honoured = || {
        HONORIFICS
            .iter()
            .chain(&TITLES)
            .any(|known| head.strip_suffix(known).is_some_and(|before| !before.ends_with(char::is_alphanumeric)))
    };
    (name && honoured()).then(|| Edit::new(Span::new(at..at + 1), "I", Rule::Character))
}

/// The I that the square bracket at `at` was, which closes nowhere near: `[t focuses`, `[nformal`, `which [ intend`.
fn bracket(text: &str, at: usize) -> Option<Edit> {
    /// What stands in square brackets is shorter.
    const INNER_MAX: usize = 60;
    let rest = &text[at + 1..];
    let near = &rest[..rest.floor_char_boundary(INNER_MAX)];
    let free = !text[..at].ends_with(|c: char| !c.is_whitespace() && !matches!(c, '"' | '“'));
    let word = &near[..near.find(|c: char| !is_letter(c)).unwrap_or(near.len())];
    let small = word.chars().all(char::is_lowercase);
    let alone = || near.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_lowercase));
    let begins = || small && lexicon::contains(&format!("i{word}"));
    let read = if word.is_empty() { alone() } else { begins() };
    (free && read && !near.contains(']')).then(|| Edit::new(Span::new(at..at + 1), "I", Rule::Character))
}

#[cfg(test)]
mod tests {
    use super::shapes;

    fn read(text: &str) -> String {
        let mut read = text.to_owned();
        for edit in shapes(text).into_iter().rev() {
            read.replace_range(edit.span.range(), &edit.to);
        }
        read
    }

    #[test]
    fn letters_that_fell_apart_are_put_together() {
        assert_eq!(read("31 IVIarch: IVIs. Amina lVIohammed"), "31 March: Ms. Amina Mohammed");
        assert_eq!(
            read("by Mi. Thierry Soret, room M1. It is, 3 Mi. North"),
            "by Mr. Thierry Soret, room M1. It is, 3 Mi. North"
        );
        assert_eq!(read("M5. Ana Ruiz, Ml'. Steiner, room M5. It is"), "Ms. Ana Ruiz, Mr. Steiner, room M5. It is");
        assert_eq!(read("H.E. Mr. Jorge 8allestero, 4ntonina"), "H.E. Mr. Jorge Ballestero, Antonina");
    }

    #[test]
    fn honorifics_are_parted_from_the_words_beside_them() {
        assert_eq!(
            read("write toMs. Ana Ruiz byH.E. Mr.Tomas Tanner"),
            "write to Ms. Ana Ruiz by H.E. Mr. Tomas Tanner"
        );
    }

    #[test]
    fn a_bracket_that_closes_nowhere_is_an_i() {
        assert_eq!(
            read("The report is out. [t focuses on it, which [ intend"),
            "The report is out. It focuses on it, which I intend"
        );
        assert_eq!(read("[nformal interactive dialogue"), "Informal interactive dialogue");
    }

    #[test]
    fn a_stroke_amid_a_resolutions_number_parts_it() {
        assert_eq!(
            read("By its resolution\n71l222, and resolutions 60/1 and 63I308"),
            "By its resolution\n71/222, and resolutions 60/1 and 63/308"
        );
        for text in
            ["resolution of paragraph 71l222", "in 71l222", "resolution 2l5", "resolution 71l2224", "resolution 71l22a"]
        {
            assert_eq!(read(text), text);
        }
    }

    #[test]
    fn an_m_that_fell_in_two_is_put_together_where_no_name_has_the_two() {
        assert_eq!(
            read("Ms. Irrna Roos, Mr. Arrnando Sol, Wilhelrn Ott"),
            "Ms. Irma Roos, Mr. Armando Sol, Wilhelm Ott"
        );
        for text in ["Mr. Tornasi Banda", "Lehrner, Srna, Bern", "Irrn@un.org, arrnando", "Norrnberg"] {
            assert_eq!(read(text), text);
        }
    }

    #[test]
    fn an_l_before_a_consonant_begins_no_name() {
        assert_eq!(read("Ms. lmmaculée Uwera, Professor lngrid Roos"), "Ms. Immaculée Uwera, Professor Ingrid Roos");
        for text in ["Ms. la Porte", "Mr. lloyd", "Dr. lhotse", "some lbs of it"] {
            assert_eq!(read(text), text);
        }
    }

    #[test]
    fn what_is_meant_stays() {
        for text in [
            "[t]he Summit, [n. 2], [ and so on ], A[t, [to be confirmed",
            "Mr. Volodymyr Yel'chenko, Brazil's and Al'Qaida, Abdul'aziz, dall'Italia, Council's, Session IVI, the 4th and 5pm",
            "8weeks, A/RES/60/1, XIV, Add.1, 5 Ms. Ruiz and Mr. Ban",
        ] {
            assert_eq!(read(text), text);
        }
    }
}
