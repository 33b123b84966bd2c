//! Runs of lines that were wrapped at a width of their own, whatever that of the page is: a letter at sixty columns above a
//! programme of ninety, a paragraph pasted into another text.
//!
//! Wrapping puts on a line every word that it has room for. So a run is wrapped where no line that does not end a sentence
//! had room for the next line's first word, the widest line being the measure; rows, titles and lists of names are not.

use super::layout::{Line, LineKind};

/// No text is wrapped at fewer columns.
const WIDTH_MIN: usize = 40;
/// Fewer lines show nothing: of two, one is always the wider.
const LINES_MIN: usize = 3;
/// How far, in hundredths of the widest line, a line reaches with the next word at least: the letters of a printed page are
/// not all as wide.
const EVEN: usize = 92;
/// So many lines without room are wrapped, whatever the next begin with.
const LINES_ENOUGH: usize = 4;

/// For each line, whether it stands in such a run and had no room for the first word of the line behind it.
pub(super) fn filled(text: &str, lines: &[Line]) -> Vec<bool> {
    let mut filled = vec![false; lines.len()];
    let mut start = 0;
    while start < lines.len() {
        let more = lines[start + 1..].iter().take_while(|line| goes_under(&lines[start], line)).count();
        let end = start + 1 + more;
        if end - start >= LINES_MIN {
            mark(text, &lines[start..end], &mut filled[start..end]);
        }
        start = end;
    }
    filled
}

/// Whether so many lines are [filled] that a text's paragraphs are such runs.
pub(super) fn is_usual(filled: &[bool]) -> bool {
    filled.iter().filter(|&&filled| filled).count() * 4 >= filled.len()
}

/// Whether a line can be of the run that begins with `first`.
fn goes_under(first: &Line, line: &Line) -> bool {
    let running = matches!(first.kind, LineKind::Text | LineKind::Item) && !first.heading;
    running && line.kind == LineKind::Text && line.blank_before == 0 && !line.heading
}

/// Marks the lines of one run.
fn mark(text: &str, run: &[Line], filled: &mut [bool]) {
    let reach = |line: &Line| line.indent + line.width;
    let widest = run.iter().map(reach).max().unwrap_or_default();
    if widest < WIDTH_MIN || run[2..].iter().any(|line| line.indent != run[1].indent) {
        return;
    }
    let words = |line: &Line| &text[line.range.clone()];
    let (mut full, mut small) = (0, 0);
    for (pair, filled) in run.windows(2).zip(filled.iter_mut()) {
        let first = words(&pair[1]).split(' ').next().unwrap_or_default();
        *filled = (reach(&pair[0]) + 1 + first.chars().count()) * 100 > widest * EVEN;
        full += usize::from(*filled);
        small += usize::from(*filled && first.starts_with(char::is_lowercase));
    }
    let kept = run.windows(2).zip(filled.iter()).all(|(pair, filled)| *filled || ends_sentence(words(&pair[0])));
    // Of the words of a sentence, most begin with a small letter; of those of titles and names, few. So many lines as reach
    // so far are no chance, though names stand among them.
    let running = small * 2 >= full || small > 0 && full >= LINES_ENOUGH;
    if !kept || full + 1 < LINES_MIN || !running {
        filled.fill(false);
    }
}

fn ends_sentence(words: &str) -> bool {
    words.trim_end_matches(['"', '”', '’', '\'', ')', ']']).ends_with(['.', '?', '!', ':', ';'])
}

#[cfg(test)]
mod tests {
    use super::filled;
    use crate::text::Reading;
    use crate::text::layout;

    fn marked(text: &str) -> Vec<bool> {
        filled(text, &layout::lines(text))
    }

    #[test]
    fn lines_without_room_for_the_next_word_are_wrapped() {
        let running = "Requests to speak should be sent to the Branch of the\nGeneral Assembly, at the address below, or by phone\n\
                       at 212-963-1785, no later than the eve of the day of\nthe dialogue.\n";
        assert_eq!(marked(running), [true, true, true, false]);
        let persons = "Mr. Adama Dieng, Special Adviser on the Prevention of Genocide\nDr. Jennifer Welsh, Special Adviser\n\
                       Ms. Ana Ruiz, Professor of Law at the University\n";
        assert_eq!(marked(persons), [false; 3]);
    }

    #[test]
    fn a_narrow_paragraph_goes_on_in_a_wide_text() {
        let wide = "The programme of the dialogue follows, with the names of those who will speak and of those who will moderate it.\n";
        let narrow = "The list of speakers is open, and requests to be put on\nit should reach Mr. Faleolo Tuilagi (tuilagi@un.org, tel.\n\
                      1-212-963-5507) by 5 p.m. on Friday, 2 June, and the\nlist closes then.\n";
        let text = format!("{}\n{narrow}Expected outcomes\n", [wide; 4].join("\n"));
        let read = Reading::of(&text);
        assert!(read.text().contains("(tuilagi@un.org, tel. 1-212-963-5507) by 5 p.m."), "{}", read.text());
        assert!(read.text().contains("closes then.\nExpected outcomes"), "{}", read.text());
    }
}
