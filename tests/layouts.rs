//! A note set out otherwise is the same note: line ends of another system, spaces behind the words, a margin, mail that quotes
//! it, paragraphs wrapped at another width.

mod support;

use serde_json::{Map, Value};
use support::corpus::{Specimen, bundled, fixtures, json};
use support::score::Score;
use support::sound::without_spans;

/// The bundled notes and the fixtures that are UTF-8, with line feeds at their lines' ends.
fn notes() -> Vec<(Specimen, String)> {
    let all = bundled().into_iter().chain(fixtures());
    all.filter_map(|note| {
        let text = String::from_utf8(note.bytes.clone()).ok()?.replace("\r\n", "\n");
        (!text.contains('\r') && !text.starts_with('\u{feff}')).then_some((note, text))
    })
    .collect()
}

/// What is read in `text`, without the places it was read from and how it was mended.
fn facts(note: &Specimen, text: &str) -> Map<String, Value> {
    let Value::Object(mut facts) = without_spans(&json(&note.with_bytes(text.as_bytes().to_vec()).read())) else {
        panic!("a note is an object");
    };
    for given in ["repairs", "source"] {
        facts.remove(given);
    }
    facts
}

/// `text` with each line as `set` sets it.
fn each_line(text: &str, set: impl Fn(&str) -> String) -> String {
    text.lines().map(|line| set(line) + "\n").collect()
}

#[test]
fn what_stands_at_the_ends_of_lines_says_nothing() {
    let blank = |line: &str| line.trim().is_empty();
    let mut changed = Vec::new();
    for (note, text) in notes() {
        let read = facts(&note, &text);
        let margin = |line: &str| if blank(line) { String::new() } else { format!("    {line}") };
        let tabular = text.contains('\t');
        for (how, set) in [
            ("carriage returns", each_line(&text, |line| format!("{line}\r"))),
            ("spaces behind", each_line(&text, |line| format!("{line}  "))),
            ("a margin", each_line(&text, margin)),
            ("quoted mail", each_line(&text, |line| format!("> {line}").trim_end().to_owned())),
        ] {
            // A margin moves what tabs set out.
            if how == "a margin" && tabular {
                continue;
            }
            let set = facts(&note, &set);
            let others = set.iter().filter(|(field, value)| read.get(*field) != Some(value));
            changed.extend(others.map(|(field, value)| format!("{} with {how}: {field} {value}", note.stem)));
        }
    }
    assert!(changed.is_empty(), "{}", changed.join("\n"));
}

#[test]
fn paragraphs_may_be_wrapped_at_any_width() {
    let notes = notes();
    for (width, floor) in [(60, 0.995), (75, 0.995), (90, 0.995), (110, 0.995), (usize::MAX, 0.995)] {
        let mut score = Score::default();
        for (note, text) in &notes {
            note.with_bytes(wrapped_at(text, width).into_bytes()).score(&mut score);
        }
        let f1 = score.all().f1();
        println!("{width:>20}{f1:9.4}");
        assert!(f1 >= floor, "wrapped at {width}, F1 is {f1:.4}, below {floor}");
    }
}

/// `text` with its paragraphs wrapped at `width`, as far as they are running text that was wrapped before; the rest as it was.
fn wrapped_at(text: &str, width: usize) -> String {
    let paragraphs = text.split("\n\n").map(|paragraph| match is_running(paragraph) {
        true => wrap(paragraph, width),
        false => paragraph.to_owned(),
    });
    paragraphs.collect::<Vec<_>>().join("\n\n")
}

/// Whether a paragraph is running text: lines as long as they can be, the last ending a sentence, none beginning an item.
fn is_running(paragraph: &str) -> bool {
    let lines: Vec<&str> = paragraph.trim_end().lines().collect();
    let widest = lines.iter().map(|line| line.chars().count()).max().unwrap_or_default();
    let wrapped = |pair: &[&str]| {
        let first = pair[1].split(' ').next().unwrap_or_default().chars().count();
        pair[0].chars().count() + 1 + first > widest.saturating_sub(3) && !pair[0].ends_with('-')
    };
    let begins_words = |line: &&str| {
        let mark = line.split(' ').next().unwrap_or_default();
        mark.chars().filter(|c| c.is_alphabetic()).count() > 1 && !mark.ends_with([')', ':', '.'])
    };
    lines.len() > 1
        && widest >= 60
        && paragraph.len() >= 150
        && paragraph.trim_end().ends_with(['.', '?', ';'])
        && !paragraph.contains(['\t', '|', '<'])
        && !paragraph.contains("   ")
        && lines.iter().all(begins_words)
        && lines.windows(2).all(wrapped)
}

fn wrap(paragraph: &str, width: usize) -> String {
    let mut wrapped = String::new();
    let mut reach = 0;
    for word in paragraph.split_whitespace() {
        let length = word.chars().count();
        let fits = reach + 1 + length <= width;
        match reach {
            0 => {}
            _ if fits => wrapped.push(' '),
            _ => wrapped.push('\n'),
        }
        reach = if reach > 0 && fits { reach + 1 + length } else { length };
        wrapped.push_str(word);
    }
    wrapped
}

#[test]
fn blank_lines_between_all_lines_say_nothing() {
    let (mut tight, mut spaced) = (Score::default(), Score::default());
    for (note, text) in notes() {
        note.with_bytes(text.clone().into_bytes()).score(&mut tight);
        note.with_bytes(text.replace('\n', "\n\n").into_bytes()).score(&mut spaced);
    }
    let (tight, spaced) = (tight.all().f1(), spaced.all().f1());
    println!("tight {tight:.4}, spaced {spaced:.4}");
    assert!(spaced >= 0.99, "with blank lines, F1 is {spaced:.4}, without {tight:.4}");
}
