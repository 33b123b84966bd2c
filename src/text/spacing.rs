//! Blank lines that a copy put between all lines, or between the lines of a sentence: pages typed double-spaced, line ends
//! that were written twice. They are found before anything is read; where paragraphs stand farther apart than lines do,
//! they are left out, and where they do not, within sentences.

use super::edit::{Edit, Rule};
use super::given_line::{self, GivenLine};
use super::lex;
use super::span::Span;

/// A text is double-spaced where no more of its lines, in hundredths, stand right under the line before.
const TIGHT_MAX: usize = 25;
/// And where so many of those behind a blank line begin with a small letter: in the middle of a sentence.
const SMALL_MIN: usize = 25;
/// Its spacing is even where hardly a line stands right under another, and some stand farther apart than most.
const EVEN_TIGHT_MAX: usize = 4;
const EVEN_APART_MIN: usize = 4;
/// Fewer lines show no spacing.
const LINES_MIN: usize = 12;

/// How a text is spaced.
#[derive(Default)]
pub(super) struct Spacing {
    /// The edits that leave out the blank lines that are only spacing, in order of place.
    pub(super) left_out: Vec<Edit>,
    /// Whether the text's other lines stand apart as well, so that its paragraphs are told by what was left out, too.
    pub(super) double: bool,
}

impl Spacing {
    /// Where the lines begin, in the text without what was left out, that a blank line stood before: none in a text that is
    /// spaced evenly.
    pub(super) fn spaced(&self) -> Vec<usize> {
        let mut removed = 0;
        let starts = self.left_out.iter().filter(|_| self.double).map(|edit| {
            let start = edit.span.start as usize - removed;
            removed += edit.span.range().len();
            start
        });
        starts.collect()
    }
}

/// The spacing of `text`, whose lines end with line feeds.
pub(super) fn of(text: &str) -> Spacing {
    let lines: Vec<GivenLine> = given_line::lines(text).collect();
    let filled: Vec<usize> = (0..lines.len()).filter(|&i| !lines[i].is_blank()).collect();
    let words = |i: usize| &text[lines[i].start..lines[i].end];
    let gaps = || filled.windows(2).map(|pair| (pair[0], pair[1], pair[1] - pair[0] - 1));
    let all = filled.len().saturating_sub(1);
    let tight = gaps().filter(|&(.., gap)| gap == 0).count();
    if all < LINES_MIN || tight * 100 > all * TIGHT_MAX {
        return Spacing::default();
    }
    let (mut apart, mut single, mut small) = (0, 0, 0);
    for (_, next, gap) in gaps().filter(|&(.., gap)| gap > 0) {
        apart += usize::from(gap > 1);
        single += usize::from(gap == 1);
        small += usize::from(gap == 1 && begins_small(words(next)));
    }
    if small * 100 < single * SMALL_MIN {
        return Spacing::default();
    }
    let even = tight * 100 <= all * EVEN_TIGHT_MAX && apart * 100 >= all * EVEN_APART_MIN;
    let spacing = gaps().filter(|&(before, next, gap)| match gap {
        0 => false,
        1 => even || runs_on(words(before), words(next)),
        _ => even,
    });
    let blank = spacing.map(|(before, ..)| &lines[before + 1]);
    let left_out = blank.map(|line| Edit::new(Span::new(line.start..line.feed + 1), "", Rule::Markup)).collect();
    Spacing { left_out, double: !even }
}

fn begins_small(words: &str) -> bool {
    words.trim_start().starts_with(char::is_lowercase)
}

/// Whether a sentence, or a date within it, goes on from one line to the next.
fn runs_on(before: &str, next: &str) -> bool {
    let (before, next) = (before.trim_end(), next.trim_start());
    let last = before.rsplit(' ').next().unwrap_or_default();
    let first = next.split([' ', ',', '.']).next().unwrap_or_default();
    let number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let dated = number(last) && lex::month_named(first).is_some()
        || number(first) && (last == "and" || lex::month_named(last).is_some());
    dated || begins_small(next) && !before.ends_with(['.', '?', '!', ':', ';']) && before.contains(' ')
}

#[cfg(test)]
mod tests {
    use crate::text::Reading;
    use crate::text::lex::Value;

    const LETTER: [&str; 4] = [
        "The General Assembly will hold an informal dialogue on\nthe report of the Secretary-General on 6 and\n7 September 2016, \
         from 10 a.m. to 1\np.m., in the Trusteeship Council Chamber, and those who\nwish to speak should write to the Branch.",
        "It follows the dialogues held on 8 September\n2015 and on 8 September 2014, and it will be moderated by\nthe Adviser.",
        "An information note and a programme are attached to this\nletter, which I would ask you to bring to the attention of\nyour \
         Government.",
        "Please accept the assurances of my highest consideration\nand of my esteem.",
    ];

    #[test]
    fn lines_that_stand_apart_as_all_do_are_read_as_if_they_did_not() {
        let tight = LETTER.join("\n\n");
        let spaced = tight.replace('\n', "\n\n");
        assert_eq!(Reading::of(&spaced).text(), Reading::of(&tight).text());
    }

    #[test]
    fn a_date_goes_on_over_the_blank_line_that_all_lines_have() {
        let spaced = LETTER.join("\n").replace('\n', "\n\n");
        let read = Reading::of(&spaced);
        assert!(read.text().contains("on 8 September 2015 and on"), "{}", read.text());
        assert!(read.text().contains("10 a.m. to 1 p.m., in"), "{}", read.text());
        let dates = read.tokens_in(0..read.text().len()).iter();
        let dates = dates.filter(|(_, token)| matches!(token.value, Value::Date { .. }));
        let dates: Vec<&str> = dates.map(|(range, _)| &read.text()[range.clone()]).collect();
        assert_eq!(dates, ["6 and 7 September 2016", "8 September 2015", "8 September 2014"]);
    }
}
