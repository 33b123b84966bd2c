//! Enumerations in running text: `First, … Second, …`, `(i) … (ii) …`, `(a) …`, `1. …`.

use std::ops::Range;

use super::phrase;
use crate::text::misread;

/// How a list counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scheme {
    /// `First`, `Firstly`.
    Ordinal,
    /// `One`.
    Cardinal,
    /// `(i)`.
    Roman,
    /// `(a)`, `a)`.
    Letter,
    /// `1.`, `(1)`, `1)`.
    Digit,
}

/// A mark that an item begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) scheme: Scheme,
    pub(super) number: u32,
    /// Where the mark stands, the comma or the space behind it included.
    pub(super) range: Range<usize>,
}

/// Words that count the last of several.
const LAST: [&str; 2] = ["finally", "lastly"];

/// The marks that `text` begins with: none, one, or each of several that share what follows.
pub(super) fn mark_at_start(text: &str) -> Vec<Mark> {
    let word = text.split([' ', '\t']).next().unwrap_or_default();
    let after = |length: usize| {
        let rest = &text[length..];
        0..length + (rest.len() - rest.trim_start_matches([' ', '\t', ',', ':']).len())
    };
    if let Some(stated) = stated(text) {
        return vec![stated];
    }
    // `Thirdly. it will`, `Third. it will`: the comma lost its tail.
    let counts = |word: &str| word.ends_with("ly") || phrase::ordinal(word).is_some();
    let stopped = || {
        let goes_on = text[word.len()..].trim_start().starts_with(char::is_lowercase);
        goes_on && word.starts_with(char::is_uppercase) && word.strip_suffix('.').is_some_and(counts)
    };
    // `Second it will`: the comma is lost.
    let bare_it = || word.starts_with(char::is_uppercase) && text[word.len()..].starts_with(" it will ");
    let bare = if stopped() { &word[..word.len() - 1] } else { word.trim_end_matches([',', ':']) };
    let spelt = bare.len() < word.len() || bare_it() || matches!(bare, "Finally" | "Lastly");
    if spelt {
        let stem = bare.strip_suffix("ly").unwrap_or(bare);
        if let Some(number) = ordinal_like(stem) {
            return vec![Mark { scheme: Scheme::Ordinal, number, range: after(word.len()) }];
        }
        if LAST.iter().any(|last| bare.eq_ignore_ascii_case(last)) {
            return vec![Mark { scheme: Scheme::Ordinal, number: 0, range: after(word.len()) }];
        }
        if let Some(number) = phrase::number(bare).filter(|_| bare.chars().all(char::is_alphabetic)) {
            return vec![Mark { scheme: Scheme::Cardinal, number, range: after(word.len()) }];
        }
    }
    // `(2 )`: a space before the bracket.
    let (joined, length) = rejoined(text, 0);
    if word.starts_with('(') && word.len() < length {
        let range = after(length);
        return parenthesised(&joined)
            .into_iter()
            .map(|(scheme, number)| Mark { scheme, number, range: range.clone() })
            .collect();
    }
    parenthesised(word).into_iter().map(|(scheme, number)| Mark { scheme, number, range: after(word.len()) }).collect()
}

/// `The first is to …`, `The second aim is to …`: a sentence that says what one of several is; the mark ends before `to`.
fn stated(text: &str) -> Option<Mark> {
    const NOUNS: [&str; 9] =
        ["aim ", "purpose ", "objective ", "goal ", "end ", "task ", "of these aims ", "of these ", "of them "];
    const IS: [&str; 2] = ["is to ", "will be to "];
    let counted = text.strip_prefix("The ")?;
    let (word, rest) = counted.split_once(' ')?;
    let behind = NOUNS.iter().find_map(|noun| rest.strip_prefix(noun)).unwrap_or(rest);
    let is = IS.iter().find(|is| behind.starts_with(**is))?;
    let number = ordinal_like(word)?;
    let end = text.len() - behind.len() + is.len() - "to ".len();
    Some(Mark { scheme: Scheme::Ordinal, number, range: 0..end })
}

/// `First` and its like, read through a misread letter.
fn ordinal_like(word: &str) -> Option<u32> {
    phrase::ordinal(word).or_else(|| {
        let names = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];
        misread::form_of(word, names.into_iter(), 0.8).map(|i| i as u32 + 1)
    })
}

/// What `(i)`, `a)` or `1.` may count; a letter may be a Roman numeral as well.
fn parenthesised(word: &str) -> Vec<(Scheme, u32)> {
    let opened = word.strip_prefix('(');
    let inner = match (opened, word.strip_suffix([')', '.'])) {
        (Some(inner), _) => inner.strip_suffix(')'),
        (None, closed) => closed,
    };
    let Some(inner) = inner.filter(|inner| !inner.is_empty() && inner.len() <= 5) else { return Vec::new() };
    let mut found = Vec::new();
    if let Some(number) = roman(inner) {
        found.push((Scheme::Roman, number));
    }
    if inner.len() == 1 && inner.bytes().all(|b| b.is_ascii_lowercase()) {
        found.push((Scheme::Letter, u32::from(inner.as_bytes()[0] - b'a') + 1));
    }
    if inner.bytes().all(|b| b.is_ascii_digit()) && inner.len() <= 2 {
        found.extend(inner.parse().ok().map(|number| (Scheme::Digit, number)));
    }
    found
}

/// A small Roman numeral, read through look-alikes.
fn roman(text: &str) -> Option<u32> {
    const NUMERALS: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    let plain: String = text.chars().map(|c| if matches!(c, 'l' | '1' | 'I' | '!' | 'j') { 'i' } else { c }).collect();
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    NUMERALS.iter().position(|numeral| *numeral == plain).filter(|_| !digits).map(|i| i as u32 + 1)
}

/// The items that marks part `text` into: `(i) …; (ii) …; and (iii) …`, or `first, …; second, …`.
pub(super) fn inline(text: &str) -> Vec<Range<usize>> {
    let starts = bracketed(text);
    // A first letter that may be either kind is settled by the second.
    let starts = if starts.len() < 2 { spelt(text) } else { starts };
    if starts.len() < 2 {
        return Vec::new();
    }
    let ends = starts.iter().skip(1).map(|mark| mark.range.start).chain([text.len()]);
    starts.iter().zip(ends).map(|(mark, end)| item(text, mark.range.end..end)).collect()
}

/// Numbers that count within a sentence, `first, …; second, …`, `in the first place, …; lastly, …` or `one, …; two, …`: each
/// begins a clause, and a comma or `to` stands behind.
fn spelt(text: &str) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for word in phrase::words(text) {
        let bare = &text[word.clone()];
        let next = marks.len() as u32 + 1;
        let last = marks.len() >= 2 && LAST.iter().any(|last| bare.eq_ignore_ascii_case(last));
        let cardinal = bare.bytes().all(|b| b.is_ascii_alphabetic()).then(|| phrase::number(bare)).flatten();
        let number = ordinal_like(bare.strip_suffix("ly").unwrap_or(bare)).or(cardinal);
        if number != Some(next) && !last {
            continue;
        }
        let (start, end) = in_its_place(text, &word);
        let before = text[..start].trim_end();
        let before = before.strip_suffix("and").map_or(before, str::trim_end);
        let begins = before.ends_with([':', ';', ',']) || before.is_empty() && start < word.start;
        let behind = &text[end..];
        let tied = behind.starts_with(',') || behind.starts_with(" to ");
        if begins && tied {
            let end = end + usize::from(behind.starts_with(','));
            marks.push(Mark { scheme: Scheme::Ordinal, number: next, range: start..end });
        }
    }
    marks
}

/// Where a number stands with the words around it: `in the first place`, `in the second instance`.
fn in_its_place(text: &str, word: &Range<usize>) -> (usize, usize) {
    let head = &text[..word.start];
    let lead = ["in the ", "In the "].iter().find(|lead| head.ends_with(**lead)).map_or(0, |lead| lead.len());
    let behind = &text[word.end..];
    let noun = [" place", " instance"].iter().find(|noun| behind.starts_with(**noun)).map_or(0, |noun| noun.len());
    if lead > 0 && noun > 0 { (word.start - lead, word.end + noun) } else { (word.start, word.end) }
}

/// The marks in parentheses.
fn bracketed(text: &str) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    // What stands in short brackets behind a colon, and is no mark: the first, if the second follows.
    let mut unread: Option<Range<usize>> = None;
    for (at, bracket) in text.match_indices(['(', ')']) {
        let Some(found) = Bracketed::at(text, at, bracket) else { continue };
        if let (true, Some(first)) = (marks.is_empty(), &unread)
            && let Some(scheme) = found.scheme_as_second(&text[first.clone()])
        {
            marks.push(Mark { scheme, number: 1, range: first.clone() });
            marks.push(Mark { scheme, number: 2, range: found.range });
            continue;
        }
        let number = marks.last().map_or(1, |mark| mark.number + 1);
        match found.scheme_as(number, marks.first().map(|first| first.scheme)) {
            Some(scheme) => marks.push(Mark { scheme, number, range: found.range }),
            None if marks.is_empty() && found.before.ends_with(':') && found.may_be_mark => unread = Some(found.range),
            None => {}
        }
    }
    marks
}

/// A word in brackets, or one that a bracket closes.
struct Bracketed<'t> {
    range: Range<usize>,
    /// What stands before it, but for an `and`.
    before: &'t str,
    /// What it may count, as it is read.
    counts: Vec<(Scheme, u32)>,
    /// Whether it is as short as a mark and stands apart, however it is read.
    may_be_mark: bool,
}

impl<'t> Bracketed<'t> {
    /// The word of which the bracket at `at` opens, or alone closes.
    fn at(text: &'t str, at: usize, bracket: &str) -> Option<Self> {
        let opened = bracket == "(";
        let (word, range) = if opened {
            // No mark is longer than this; a bracket with more in it is none.
            let near = &text[at..text.floor_char_boundary(at + 12)];
            let word = &near[..near.find([' ', ',']).unwrap_or(near.len())];
            let (word, length) = if word.ends_with(')') { (word.to_owned(), word.len()) } else { rejoined(text, at) };
            (word, at..at + length)
        } else {
            let range = unopened(text, at)?..at + 1;
            (text[range.clone()].to_owned(), range)
        };
        let before = text[..range.start].trim_end().trim_end_matches("and").trim_end();
        let empty = word == "()" && before.ends_with(':');
        let short = empty || (3 - usize::from(!opened)..=7).contains(&word.len());
        let few_letters = word.bytes().filter(u8::is_ascii_alphabetic).count() <= 4;
        let may_be_mark = short && few_letters && word.ends_with(')') && text[range.end..].starts_with(' ');
        let counts = if opened { parenthesised(&word) } else { Vec::new() };
        Some(Self { range, before, counts, may_be_mark })
    }

    /// How the list counts of which this is the second mark, and of whose first is left what is `unread`.
    fn scheme_as_second(&self, unread: &str) -> Option<Scheme> {
        if !self.before.ends_with([';', ',']) {
            return None;
        }
        // `: () to make …; (i) to hear …`: of both the strokes are lost.
        if unread == "()" && self.counts.contains(&(Scheme::Roman, 1)) {
            return Some(Scheme::Roman);
        }
        self.counts.iter().find(|&&(scheme, number)| number == 2 && scheme != Scheme::Digit).map(|&(scheme, _)| scheme)
    }

    /// How the list counts of which this is the mark `number`; behind its first, it counts as `begun`.
    fn scheme_as(&self, number: u32, begun: Option<Scheme>) -> Option<Scheme> {
        let fits = |&&(scheme, count): &&(Scheme, u32)| count == number && begun.is_none_or(|begun| begun == scheme);
        // Once an enumeration is under way, what stands in short brackets behind a semicolon is its next mark, whatever is
        // left of it.
        let worn = || begun.filter(|_| self.before.ends_with([';', ',', ':']) && self.may_be_mark);
        self.counts.iter().find(fits).map(|&(scheme, _)| scheme).or_else(worn)
    }
}

/// Where the short word begins behind a semicolon that the bracket at `close` closes and nothing opens, whose bracket was
/// misread with what is behind it: `; Gu) clarifying …`.
fn unopened(text: &str, close: usize) -> Option<usize> {
    /// No mark is longer without its brackets.
    const LENGTH_MAX: usize = 4;
    let length =
        text.as_bytes()[..close].iter().rev().take(LENGTH_MAX + 1).take_while(|b| !matches!(b, b' ' | b'(' | b')'));
    let start = close - length.count();
    let parted =
        start < close && close - start <= LENGTH_MAX && text.is_char_boundary(start) && text[..start].ends_with(' ');
    let tied = || {
        let head = text[..start].trim_end();
        head.strip_suffix(" and").unwrap_or(head).ends_with([';', ':', ','])
    };
    let inner = || text[..start].rfind(['(', ')']).is_some_and(|at| text[at..].starts_with('('));
    (parted && tied() && !inner()).then_some(start)
}

/// Where the mark that counts on from `mark` stands within its item, which then is two: `ii) …; and iii) …`.
pub(super) fn run_on(text: &str, mark: &Mark) -> Option<Mark> {
    let behind = mark.range.end;
    text[behind..].match_indices(';').find_map(|(at, _)| {
        let rest = &text[behind + at + 1..];
        let rest = rest.trim_start();
        // `…; and, thirdly, …`
        let rest = rest.strip_prefix("and").filter(|rest| rest.starts_with([' ', ','])).unwrap_or(rest);
        let rest = rest.trim_start_matches([',', ' ']);
        let start = text.len() - rest.len();
        let mut found = mark_at_start(rest).into_iter();
        found
            .find(|next| next.scheme == mark.scheme && (next.number == 0 || next.number == mark.number + 1))
            .map(|next| Mark { number: mark.number + 1, range: start..start + next.range.end, ..next })
    })
}

/// A mark without the spaces that do not belong in it, and how many bytes it takes with them: `( ii)`, `(i )`.
fn rejoined(text: &str, at: usize) -> (String, usize) {
    let close = text[at..].char_indices().take(6).find(|&(_, c)| c == ')').map_or(0, |(i, _)| i + 1);
    (text[at..at + close].replace(' ', ""), close)
}

/// An item without the punctuation and the `and` that tie it to the next.
pub(super) fn item(text: &str, range: Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (range.start, range.end);
    let marks = |c: char| c.is_whitespace() || matches!(c, ';' | ',' | '.' | ':' | '–' | '—');
    loop {
        let inner = &text[start..end];
        start += inner.len() - inner.trim_start_matches(marks).len();
        end = start + text[start..end].trim_end_matches(marks).len();
        match ["; and", ", and", " and", "; or"].iter().find(|tie| text[start..end].ends_with(**tie)) {
            Some(tie) => end -= tie.len(),
            None => return start..end,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{inline, mark_at_start, run_on};

    #[test]
    fn numbers_may_count_within_a_sentence() {
        let items = |text: &'static str| inline(text).into_iter().map(|item| &text[item]).collect::<Vec<_>>();
        let places = "It has several objects in view: in the first place, to hear; in the second place, to see; and lastly, to ask.";
        assert_eq!(items(places), ["to hear", "to see", "to ask"]);
        assert_eq!(items("The dialogue will, first, hear; second, see; and third, ask."), ["hear", "see", "ask"]);
        assert_eq!(items("The first report was read, and lastly, the second."), Vec::<&str>::new());
    }

    #[test]
    fn numbers_run_on_behind_semicolons() {
        for tie in ["and, thirdly,", "and thirdly,", "and lastly,", "and, finally,", "thirdly,"] {
            let text = format!("Firstly, it is to hear; secondly, it is to see; {tie} it is to ask.");
            let first = mark_at_start(&text).remove(0);
            let second = run_on(&text, &first).expect("the second");
            let third = run_on(&text, &second).expect("the third");
            assert_eq!((third.number, text[third.range.end..].trim()), (3, "it is to ask."), "{tie}");
        }
        let first = mark_at_start("First, it is to hear; and States, second, are to see.").remove(0);
        assert_eq!(run_on("First, it is to hear; and States, second, are to see.", &first), None);
        for (text, marked) in [
            ("Third. it will ask.", true),
            ("Third. It will ask.", false),
            ("Third it will ask.", true),
            ("Third it is.", false),
            ("Apply. it will", false),
        ] {
            assert_eq!(!mark_at_start(text).is_empty(), marked, "{text}");
        }
    }

    #[test]
    fn marks_are_told_by_the_number_that_is_due() {
        let items = |text: &'static str| inline(text).into_iter().map(|item| &text[item]).collect::<Vec<_>>();
        assert_eq!(items("Three: (:) hear; (ii) see; and (1ii) ask."), ["hear", "see", "ask"]);
        assert_eq!(items("Four: () hear, (i) see; (in) ask; and (iv) act."), ["hear", "see", "ask", "act"]);
        assert_eq!(items("Two: (so far) heard, and then (i) see; (ii) ask."), ["see", "ask"]);
        assert_eq!(items("Four: (i) hear; (1i) see; Gu) ask; and Ov) go."), ["hear", "see", "ask", "go"]);
        assert_eq!(items("Four: 6) hear; (ii) see; and (iii) ask."), ["hear", "see", "ask"]);
        assert_eq!(items("It is so: (see below) as told; (ii) of it."), Vec::<&str>::new());
        assert_eq!(items("It is so: (i) hear (in full; or so) them; (ii) see."), ["hear (in full; or so) them", "see"]);
    }

    #[test]
    fn a_sentence_may_say_which_of_several_it_is() {
        let behind = |text: &'static str| mark_at_start(text).first().map(|mark| text[mark.range.end..].trim_start());
        assert_eq!(behind("The first aim is to hear States."), Some("to hear States."));
        assert_eq!(behind("The second of these aims is to take stock."), Some("to take stock."));
        assert_eq!(behind("Thirdly. it will hear States."), Some("it will hear States."));
        assert_eq!(behind("The second report is to be read."), None);
        assert_eq!(behind("(2 ) Who can do it?"), Some("Who can do it?"));
    }
}
