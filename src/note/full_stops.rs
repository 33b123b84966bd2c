//! Where sentences end in a text whose full stops may be misread for commas.
//!
//! What begins a sentence is never written with a capital amid one: where such a word stands behind a comma, the comma is a
//! full stop; where one stands behind no mark at all, a full stop was lost.

use std::ops::Range;

use super::phrase;
use crate::text::sentence;

/// Words that are written with a capital only where a sentence begins, or a title, which quotation marks set off.
const OPENERS: [&str; 10] = ["On", "In", "It", "This", "These", "At", "Since", "Each", "There", "They"];

/// The sentences of `text`, which is one block: ranges without the white space around them.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    for range in unparted(text, sentence::sentences(text)) {
        let mut start = range.start;
        // A sentence neither begins nor ends with a space; most have neither a comma before them nor such a word behind.
        for end in range.start + 1..range.end - 1 {
            let next = end + 1;
            if bytes[end] != b' ' {
                continue;
            }
            if !may_begin(bytes[end - 1], bytes[next]) {
                continue;
            }
            let (before, rest) = (&text[..end], &text[next..range.end]);
            let comma = || before.ends_with(',') && opens_sentence(rest);
            let turns = || turns_to_others(rest) && ends_with_time(&text[start..end]);
            let small = before.ends_with(char::is_lowercase);
            let lost = || turns() || stands_first(rest) && (small || before.ends_with(|c: char| c.is_ascii_digit()));
            let stated = || small && begins_statement(rest);
            let parted = comma() || lost() || stated();
            if !parted {
                continue;
            }
            let quoted = text[start..end].matches(['"', '“', '”', '(', ')']).count() % 2 == 1;
            // A paragraph's number is no sentence: `3.1 It is hoped`.
            let says = || text[start..end].contains(char::is_alphabetic);
            if !quoted && says() {
                found.push(start..end);
                start = next;
            }
        }
        found.push(start..range.end);
    }
    found
}

/// Whether a sentence may begin with the byte `next` behind the byte `last` and a space, though no full stop stands between.
fn may_begin(last: u8, next: u8) -> bool {
    match (last, next) {
        (b',', _) | (_, b'I' | b'T' | b'S' | b'F' | b'O' | b'A' | b'E') => true,
        (digit, b'C' | b'N' | b'R') => digit.is_ascii_digit(),
        _ => false,
    }
}

/// Whether words turn to whom a sentence on a deadline does not speak of: `Civil society organizations, …`.
fn turns_to_others(text: &str) -> bool {
    const OTHERS: [&str; 5] =
        ["Civil society ", "Non-governmental ", "Representatives of civil ", "NGOs ", "Interpretation "];
    OTHERS.iter().any(|others| text.starts_with(others))
}

/// Whether a sentence ends with a year or an hour, and is more than the words that date the next: `On 12 July 2011`.
fn ends_with_time(sentence: &str) -> bool {
    const DATING: usize = 40;
    let last = sentence.rsplit(' ').next().unwrap_or_default();
    let digits = last.bytes().filter(u8::is_ascii_digit).count();
    let hour = last.len() == 5 && matches!(last.as_bytes()[2], b':' | b'.');
    sentence.len() > DATING && digits == 4 && (last.len() == 4 || hour)
}

/// Sentences, those joined whose stop is a comma misread within brackets: `(A/77/910. 2023)`.
fn unparted(text: &str, sentences: impl IntoIterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    /// More than any such bracket holds.
    const BRACKET: usize = 60;
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in sentences {
        let goes_on = |last: &Range<usize>| {
            let (head, rest) = (&text[last.clone()], &text[range.clone()]);
            let open = head.rfind('(').is_some_and(|open| head.len() - open < BRACKET && !head[open..].contains(')'));
            let small = rest.starts_with(|c: char| c.is_ascii_digit() || c.is_lowercase());
            open && small && rest.find(')').is_some_and(|close| close < BRACKET)
        };
        match joined.last_mut() {
            Some(last) if goes_on(last) => last.end = range.end,
            _ => joined.push(range),
        }
    }
    joined
}

/// Whether `text` begins with such a word, or with `Second,` and its like.
fn opens_sentence(text: &str) -> bool {
    let Some(word) = phrase::words(text).next().filter(|word| word.start == 0) else { return false };
    let (word, behind) = (&text[word.clone()], &text[word.end..]);
    if matches!(word, "The" | "A" | "An") {
        return states_something(behind);
    }
    // `Third. it will`: the two marks have changed places.
    let stopped = behind.strip_prefix(". ").is_some_and(|rest| rest.starts_with(char::is_lowercase));
    let counts = word.starts_with(char::is_uppercase)
        && phrase::ordinal(word).is_some()
        && (stopped || behind.starts_with(", "));
    counts || OPENERS.contains(&word) && behind.starts_with(' ')
}

/// Whether the words behind an article up to the next mark hold a verb, as a sentence does and a name does not.
fn states_something(behind: &str) -> bool {
    const VERBS: [&str; 8] = ["will", "is", "are", "was", "were", "has", "should", "would"];
    let end = behind.find([',', '.', ';', ':', '"', '”', ')']).unwrap_or(behind.len());
    behind[..end].split(' ').take(10).any(|word| VERBS.contains(&word))
}

/// Whether `text` begins with a word that only a sentence's beginning capitalises, no title: a small word follows.
fn stands_first(text: &str) -> bool {
    let behind = |word: &str| text.strip_prefix(word).filter(|rest| rest.starts_with(char::is_lowercase));
    ["It ", "This ", "These "].into_iter().any(|word| behind(word).is_some())
        || counts_on(text)
        || opens_with_date(text)
}

/// `The recommendations are arranged`, not `The Hague`, nor a title.
fn begins_statement(text: &str) -> bool {
    let behind = text.strip_prefix("The ").filter(|rest| rest.starts_with(char::is_lowercase));
    behind.is_some_and(states_something)
}

/// `In 2010, …`, `On 12 July 2011, …`: no title begins so.
fn opens_with_date(text: &str) -> bool {
    let behind = ["In ", "On "].iter().find_map(|word| text.strip_prefix(word));
    behind.is_some_and(|behind| behind.starts_with(|c: char| c.is_ascii_digit()))
}

/// The longest number in letters that counts sentences.
const LONGEST: usize = "Seventh".len();

/// `Second, it will …`: a number with a capital and a comma counts sentences.
fn counts_on(text: &str) -> bool {
    let length = text.bytes().take(LONGEST).take_while(u8::is_ascii_alphabetic).count();
    let (word, behind) = text.split_at(length);
    let small = behind.strip_prefix(", ").is_some_and(|behind| behind.starts_with(char::is_lowercase));
    small && word.starts_with(char::is_uppercase) && phrase::ordinal(word).is_some()
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn a_paragraph_s_number_is_no_sentence() {
        for text in
            ["3.1 It is hoped that gaps narrow.", "3.1 The dialogue will be held in the hall.", "4 This is all."]
        {
            assert_eq!(sentences(text).len(), 1, "{text}");
        }
        let reading = crate::text::Reading::of("Background\n\n3.1 It is hoped that gaps narrow.\n");
        let outline = crate::note::outline::Outline::of(&reading);
        assert!(outline.sentences.iter().all(|sentence| sentence.range.start < sentence.range.end));
    }

    #[test]
    fn a_comma_before_an_opening_word_is_a_full_stop() {
        for (text, expected) in [
            ("It was discussed in 2010, On 12 July 2011 it was again.", 2),
            ("First, it will review, Second, it will ask.", 2),
            ("First, it will review, Second. it will ask.", 2),
            ("Names may be sent to Ms. Ruiz until 21 June 2022 Civil society organizations should write too.", 2),
            ("Names may be sent to Ms. Ruiz until Friday at 17:00 Civil society organizations should write too.", 2),
            ("It looks at the peace that is made after them The recommendations are arranged in three parts.", 2),
            ("It was brought before The Hague tribunal and The Gambia will speak of it.", 1),
            ("On Tuesday, 21 June 2022 Civil society organizations will meet.", 1),
            ("It will be shared among Member States It is expected that they reply.", 2),
            ("It is hoped that gaps narrow, The President will issue a summary.", 2),
            ("It will use existing resources, The discussion should inform the next session.", 2),
            ("It will prepare the Ocean Conference, A summary by the Chair will be posted.", 2),
            ("It was read in 2016, Each of these reports was discussed.", 2),
            ("It has three parts: Peace, A New Agenda, and more.", 1),
            ("First, it will show how growth is measured Second, it will inspire.", 2),
            ("It was debated on 28 July 2009 In 2010, a second report followed.", 2),
            ("Delegations of Chad, The Gambia, and Togo will speak.", 1),
            ("In 2010, on 9 August, it was discussed.", 1),
            ("Reports dealt with water (A/77/910. 2023) and fire (A/78/901, 2024).", 1),
            ("The report \"Reform, In larger freedom\" was issued.", 1),
        ] {
            assert_eq!(sentences(text).len(), expected, "{text}");
        }
    }
}
