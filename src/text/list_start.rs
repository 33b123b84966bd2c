//! Whether a line begins an item of a counted list, or goes on with a list that runs within its paragraph.

use std::borrow::Cow;

/// `(a)`, `1.`, `(iv)`: an item of a list.
pub(super) fn begins_list(words: &str) -> bool {
    let first = words.split([' ', '\t']).next().unwrap_or_default();
    let first = &*rounded(first);
    // `(2 )`: a space before the bracket.
    let closed = first.starts_with('(') && !first.ends_with(')') && words[first.len()..].starts_with(" ) ");
    let closed = if closed { format!("{first})") } else { String::new() };
    let first = if closed.is_empty() { first } else { &closed };
    let bare = first.trim_matches(['(', ')', '.']);
    first.len() > bare.len()
        && first.ends_with([')', '.'])
        && (bare.bytes().all(|b| b.is_ascii_digit()) && (1..=2).contains(&bare.len())
            || first.starts_with('(')
                && (1..=5).contains(&bare.len())
                && bare.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'))
            || first.starts_with('(') && bare.len() == 1 && bare.bytes().all(|b| b.is_ascii_lowercase())
            || (first.ends_with(')') && bare.len() == 1)
            || !first.starts_with('(') && is_small_roman(bare)
            || first.len() == 2
                && is_letter_of_list(bare)
                && words[first.len()..].trim_start().starts_with(char::is_alphabetic))
}

/// `a`, `b`, … `h`: what counts an item before a point; later letters shorten words (`p. 4`).
fn is_letter_of_list(word: &str) -> bool {
    matches!(word.as_bytes(), [b'a'..=b'h'])
}

/// A mark with round brackets where it stands in others: `(a}`, `{ii)`; a footnote's `{1}` is none.
fn rounded(mark: &str) -> Cow<'_, str> {
    let numbered = mark.starts_with('{') && mark.contains(|c: char| c.is_ascii_digit());
    match mark.contains(['{', '}']) && !numbered {
        true => Cow::Owned(mark.replace('{', "(").replace('}', ")")),
        false => Cow::Borrowed(mark),
    }
}

/// `i`, `ii`, … `viii`: what counts an item without a bracket, `i.`, `ii)`.
fn is_small_roman(word: &str) -> bool {
    matches!(word, "i" | "ii" | "iii" | "iv" | "v" | "vi" | "vii" | "viii")
}

/// How far back an item of a running list is looked for.
const ITEM_MAX: usize = 1_000;

/// Whether the mark in brackets that a line begins with counts on from one within the paragraph before it: `… (ii) …; (iii)
/// …;` / `(iv) …`. In a list of lines, each mark begins a paragraph.
pub(super) fn counts_on(paragraph: &str, words: &str) -> bool {
    const NUMERALS: [&str; 8] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii"];
    const LETTERS: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", "h"];
    let words =
        rounded(words.split_once(") ").or(words.split_once("} ")).map_or(words, |(mark, _)| &words[..=mark.len()]));
    let Some((mark, _)) = words.strip_prefix('(').and_then(|rest| rest.split_once(')')) else { return false };
    let mark = mark.trim_end();
    let last = |marks: &[&'static str]| {
        let at = marks.iter().position(|known| *known == mark)?.checked_sub(1)?;
        Some(marks[at])
    };
    let near = &paragraph[paragraph.ceil_char_boundary(paragraph.len().saturating_sub(ITEM_MAX))..];
    let near = near.strip_suffix(" and").unwrap_or(near);
    // The paragraph's own mark is at its start.
    let stands = |given: String| near.rfind(&given).is_some_and(|at| at > 0);
    let within = |mark: &str| [('(', ')'), ('(', '}'), ('{', ')')].iter().any(|(o, c)| stands(format!("{o}{mark}{c}")));
    let number = |marks: &[&str]| marks.iter().position(|known| *known == mark);
    near.ends_with([';', ','])
        && ([last(&NUMERALS), last(&LETTERS)].into_iter().flatten().any(within)
            || number(&NUMERALS).is_some_and(|number| number >= 2 && marks_within(near) == number))
}

/// How many short marks in brackets stand in a running list that begins `(i)`, or `()` where its stroke is lost, whatever is
/// left of those behind it.
fn marks_within(paragraph: &str) -> usize {
    let Some(first) = paragraph.rfind(": (i) ").or_else(|| paragraph.rfind(": () ")) else { return 0 };
    let list = &paragraph[first..];
    let mark = |at: usize| {
        let behind = &list[at + "; (".len()..];
        behind.find(')').is_some_and(|length| (1..=4).contains(&length) && !behind[..length].contains(' '))
    };
    let tied = [", (", "; ("].iter().flat_map(|tie| list.match_indices(tie));
    1 + tied.filter(|&(at, _)| mark(at)).count()
}

#[cfg(test)]
mod tests {
    use super::{begins_list, counts_on};

    #[test]
    fn a_mark_begins_a_list_through_a_misread_bracket() {
        assert!(begins_list("(b} How can young people take part?") && begins_list("{ii) Who will do it?"));
        assert!(!begins_list("{1} A/RES/60/1"), "a footnote's mark");
    }

    #[test]
    fn a_letter_and_a_point_begin_an_item() {
        assert!(begins_list("b. What has been done?"));
        assert!(!begins_list("p. What") && !begins_list("b.c. What") && !begins_list("c. 1990"));
    }

    #[test]
    fn a_mark_counts_on_from_one_within_the_paragraph() {
        let running = "It sets out priorities: (i)\ndeepening the understanding of risk; (ii) countering hate\nspeech;";
        assert!(counts_on(running, "(iii) strengthening networks; and (iv) securing funds."));
        let worn = "names four: () to keep the borders open, (i)\nto count them, (in) to send teachers; and";
        assert!(counts_on(worn, "(iv) to ask those who fled.") && !counts_on(worn, "(iii) to ask those who fled."));
        assert!(counts_on(running, "(iii ) strengthening networks; and (iv) securing funds."));
        assert!(counts_on(running, "(iii} strengthening networks; and (iv) securing funds."));
        for second in ["(ii}", "{ii)"] {
            let running = format!("It sets out three: (i)\nto hear; {second} to see;");
            assert!(counts_on(&running, "(iii) to ask."), "{second}");
        }
        let worn = "It names five: (i) to hear; (i1) to see; (in) to ask;";
        assert!(counts_on(worn, "(iv) to go; and (v) to come.") && !counts_on(worn, "(v) to come."));
        assert!(!counts_on(running, "(v) securing funds."));
        assert!(!counts_on("(a) How can it be done?;", "(b) Who will do it?"), "each item is a paragraph");
    }
}
