//! The questions that a text asks, one behind the other.

use std::ops::Range;

use super::enumeration;
use super::full_stops::sentences;
use super::phrase;

/// Words that a question begins with.
const ASKS: [&str; 15] = [
    "what", "which", "who", "whom", "whose", "where", "when", "why", "how", "can", "could", "should", "do", "does",
    "is",
];

/// Whether a line that no mark of interrogation ends asks, or asks of what: `Which of the lessons …`, `In what ways …`.
pub(super) fn begins_to_ask(text: &str) -> bool {
    const LEADING: [&str; 14] =
        ["in", "to", "for", "on", "by", "from", "at", "with", "of", "under", "through", "and", "are", "will"];
    let mut words = phrase::words(text).map(|word| text[word].to_lowercase());
    let asks = |word: &String| ASKS.contains(&word.as_str());
    words
        .next()
        .is_some_and(|first| asks(&first) || LEADING.contains(&&*first) && words.next().is_some_and(|w| asks(&w)))
}

/// The questions that stand one behind the other in `text`, counted or not.
pub(super) fn asked_within(text: &str) -> Vec<Range<usize>> {
    asked_from(text, 0)
}

/// The questions in `text`, of which `before` stand above it; letters and numbers before them count on from these.
pub(super) fn asked_from(text: &str, before: usize) -> Vec<Range<usize>> {
    if !text.contains('?') {
        return Vec::new();
    }
    let listed = enumeration::inline(text);
    if listed.len() >= 2 && listed.iter().skip(1).all(|item| text[item.clone()].contains('?')) {
        return listed;
    }
    let mut asked: Vec<Range<usize>> = Vec::new();
    let starts: Vec<usize> = sentences(text).into_iter().map(|sentence| sentence.start).collect();
    let mut from = 0;
    for (mark, _) in text.match_indices('?') {
        let end = mark + 1;
        if text[end..].starts_with(|c: char| !c.is_whitespace()) {
            continue;
        }
        let count = before + asked.len() + 1;
        let first =
            starts[..starts.partition_point(|&start| start < mark)].last().map_or(from, |&start| start.max(from));
        let start = behind_mark(text, from..mark, count).unwrap_or_else(|| behind_colon(text, first..mark));
        let start = start + (text[start..end].len() - text[start..end].trim_start().len());
        if text[start..end].starts_with(char::is_uppercase) {
            asked.push(start..end);
        }
        from = end;
    }
    asked
}

/// Behind the mark with this number in `range`: `a. What …`, `(2) How …`.
fn behind_mark(text: &str, range: Range<usize>, count: usize) -> Option<usize> {
    let words = text[range.clone()].split(' ').scan(range.start, |at, word| {
        let start = *at;
        *at += word.len() + 1;
        Some((start, word))
    });
    let counts = |word: &str| {
        let short = (2..=4).contains(&word.len()) && word.ends_with(['.', ')']);
        short && enumeration::mark_at_start(word).iter().any(|mark| mark.number as usize == count)
    };
    words.filter(|(_, word)| counts(word)).map(|(start, word)| start + word.len()).last()
}

/// Where in `range` a question begins that words with a colon lead in to, themselves no question.
fn behind_colon(text: &str, range: Range<usize>) -> usize {
    let first = phrase::words(&text[range.clone()]).next().map(|word| text[range.clone()][word].to_lowercase());
    let asks = first.is_some_and(|first| ASKS.contains(&first.as_str()));
    let colon = text[range.clone()].find(": ").filter(|_| !asks);
    colon.map_or(range.start, |colon| range.start + colon + 1)
}

#[cfg(test)]
mod tests {
    use super::asked_within;

    fn asked(text: &str) -> Vec<&str> {
        asked_within(text).into_iter().map(|at| &text[at]).collect()
    }

    #[test]
    fn a_paragraph_may_ask_one_question_behind_the_other() {
        let two = ["What has been done?", "And what is left to do?"];
        assert_eq!(asked("The panel is asked as follows: What has been done? And what is left to do?"), two);
        assert_eq!(asked("The panel has been given two. What has been done? And what is left to do?"), two);
        let lettered = "Track one (health) a. What has been done? b. And what is left to do?";
        assert_eq!(asked(lettered), two);
        assert_eq!(asked("(a) What has been done?; (b) And what is left to do?"), two);
        assert_eq!(asked("What is the choice: words or deeds?"), ["What is the choice: words or deeds?"]);
    }
}
