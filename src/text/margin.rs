//! What stands at the ends of lines and says nothing: the line ends of other systems, spaces behind the last word, the margin
//! that all lines stand in from, and the marks of quoted mail.
//!
//! They are left out before anything is read, so that no grammar meets them: a date that two lines part is read alike in all.

use std::ops::Range;

use super::edit::{Edit, Rule};
use super::given_line::{GivenLine, lines};
use super::span::Span;

/// Lines quoted one after another, from which on marks at their starts are those of mail and no bullets.
const QUOTED_MIN: usize = 3;
/// A text stands in from the margin from so many columns on.
const INDENT_MIN: usize = 2;

/// The edits that leave out the margins of `text`, in order of place.
pub(super) fn find(text: &str) -> Vec<Edit> {
    let lines: Vec<GivenLine> = lines(text).collect();
    let mut left_out: Vec<Edit> = Vec::new();
    let mut leave = |range: Range<usize>, to: &'static str| {
        if !range.is_empty() {
            left_out.push(Edit::new(Span::new(range), to, Rule::Markup));
        }
    };
    for (line, head) in lines.iter().zip(heads(text, &lines)) {
        leave(begin(text, line)..head, "");
        match text.as_bytes().get(line.feed) {
            // A carriage return by itself ends a line as well.
            Some(b'\r') => leave(line.end..line.feed + 1, "\n"),
            _ => leave(line.end..line.feed, ""),
        }
    }
    left_out
}

/// Where the words of each line begin, behind the margin and the mark of quoted mail. Lines that are quoted one after another
/// are mail where they are most of the text, or where one is empty or begins within a sentence.
fn heads(text: &str, lines: &[GivenLine]) -> Vec<usize> {
    let indent = indent(text, lines);
    let mut heads: Vec<usize> = lines.iter().map(|line| line.end.min(begin(text, line) + indent)).collect();
    let marks: Vec<usize> = lines.iter().zip(&heads).map(|(line, &head)| quote_mark(&text[head..line.end])).collect();
    let filled = lines.iter().filter(|line| !line.is_blank()).count();
    let mut start = 0;
    while start < lines.len() {
        let end = start + marks[start..].iter().take_while(|&&mark| mark > 0).count();
        let mut runs_on = (start..end).any(|i| {
            let words = text[heads[i] + marks[i]..lines[i].end].trim_start();
            words.is_empty() || words.starts_with(char::is_lowercase)
        });
        runs_on |= (end - start) * 2 > filled;
        if end - start >= QUOTED_MIN && runs_on {
            for i in start..end {
                heads[i] += marks[i];
            }
        }
        start = end.max(start + 1);
    }
    heads
}

/// The length of `> `, `>> ` or `> > ` at the start of a line.
fn quote_mark(line: &str) -> usize {
    let mut rest = line;
    while let Some(inner) = rest.strip_prefix('>') {
        rest = inner.strip_prefix(' ').unwrap_or(inner);
    }
    line.len() - rest.len()
}

/// Where a line begins, behind the form feed of a page that it is the first of.
fn begin(text: &str, line: &GivenLine) -> usize {
    const FORM_FEED: u8 = 0x0C;
    line.start + usize::from(line.start < line.end && text.as_bytes()[line.start] == FORM_FEED)
}

/// How many spaces all lines stand in from the margin.
fn indent(text: &str, lines: &[GivenLine]) -> usize {
    let mut least = usize::MAX;
    for line in lines.iter().filter(|line| begin(text, line) < line.end) {
        let bytes = &text.as_bytes()[begin(text, line)..line.end];
        least = least.min(bytes.iter().take_while(|&&byte| byte == b' ').count());
        if least < INDENT_MIN {
            return 0;
        }
    }
    if least == usize::MAX { 0 } else { least }
}

#[cfg(test)]
mod tests {
    use super::find;

    fn bare(text: &str) -> String {
        let mut bare = text.to_owned();
        for edit in find(text).into_iter().rev() {
            bare.replace_range(edit.span.range(), &edit.to);
        }
        bare
    }

    #[test]
    fn line_ends_are_line_feeds_behind_a_word() {
        assert_eq!(bare("one \r\ntwo\t\r\rthree  \n \nfour"), "one\ntwo\n\nthree\n\nfour");
        assert_eq!(bare("\r\n\r\n"), "\n\n");
    }

    #[test]
    fn a_margin_of_all_lines_is_left_out() {
        assert_eq!(bare("    one\n\n      two\n    three\n"), "one\n\n  two\nthree\n");
        assert_eq!(bare("    one\ntwo\n"), "    one\ntwo\n");
        assert_eq!(bare("    one\n\x0C    two\n\x0C\n      three\n"), "one\n\x0Ctwo\n\x0C\n  three\n");
        assert_eq!(bare("  > one\n  >\n  > two\n"), "one\n\ntwo\n");
    }

    #[test]
    fn marks_of_quoted_mail_are_left_out_and_bullets_stay() {
        assert_eq!(
            bare("> Excellency,\n>\n> I have the honour\n>> to write\n"),
            "Excellency,\n\nI have the honour\nto write\n"
        );
        let list = "It asks:\nas follows\n\nPoints\n\n> Who pays?\n> What has lowered speed limits?\n> When?\n";
        assert_eq!(bare(list), list);
    }
}
