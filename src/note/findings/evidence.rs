//! What a rule may rely on: dates that stand in the text as they are read, and words around them.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use jiff::civil::{Date, Weekday};

use crate::note::model::Note;
use crate::note::outline::{Outline, Sentence};
use crate::note::phrase;
use crate::text::lex::{Day, Token, Value};
use crate::text::{Span, lookalike};

/// A date as a sentence states it.
#[derive(Clone)]
pub(super) struct Dated<'a> {
    /// Its days, one or several of one month.
    pub(super) days: &'a [Day],
    /// The weekday in front of it.
    pub(super) weekday: Option<(Weekday, Span)>,
    /// Where it begins in the reading text.
    pub(super) start: usize,
    /// Where it ends there.
    pub(super) end: usize,
    /// Whether its numbers stand in the text as they are read; otherwise they may be other numbers.
    pub(super) plain: bool,
    /// Where they are not, the digits read and what is given for them, one by one; nothing where they do not match.
    given: Option<Vec<(char, char)>>,
}

impl Dated<'_> {
    /// The first of its days.
    pub(super) fn first(&self) -> Option<&Day> {
        self.days.first()
    }

    /// Whether its numbers can be no others: they stand as they are read, or with letters that are drawn as that digit alone.
    pub(super) fn is_sure(&self) -> bool {
        let sure = |&(digit, given): &(char, char)| {
            digit == given || matches!((digit, given), ('0', 'O' | 'o') | ('1', 'l' | 'I' | '|'))
        };
        self.plain || self.given.as_ref().is_some_and(|given| given.iter().all(sure))
    }

    /// Whether its numbers, although misread, cannot be those of `other`: where the two differ stands a digit, or what
    /// looks nothing like the other's.
    pub(super) fn is_clear_of(&self, other: Date) -> bool {
        /// How much it costs at least to read one for what looks nothing like it.
        const UNLIKE: f32 = 0.6;
        let (Some(day), Some(given)) = (self.first(), &self.given) else { return false };
        let one = format!("{}{:04}", day.date.day(), day.date.year());
        let two = format!("{}{:04}", other.day(), other.year());
        let unlike = |given: char, other: char| lookalike::cost(&given.to_string(), &other.to_string()) >= UNLIKE;
        self.days.len() == 1
            && one.len() == two.len()
            && one.chars().eq(given.iter().map(|&(digit, _)| digit))
            && given.iter().zip(two.chars()).any(|(&(digit, given), other)| digit != other && unlike(given, other))
    }
}

/// The dates that stand whole in `range` of the reading text.
pub(super) fn dates<'a>(
    outline: &'a Outline<'_>,
    note: &'a Note,
    range: Range<usize>,
) -> impl Iterator<Item = Dated<'a>> + 'a {
    outline.reading.tokens_in(range.clone()).iter().filter_map(move |(place, token)| {
        let Value::Date { days, weekday } = &token.value else { return None };
        // A weekday that ends in a point may end a sentence for the splitter, and the date go on behind it.
        if place.end > range.end {
            return None;
        }
        let plain = is_plain(outline, note, place, token);
        let given = if plain { None } else { given_digits(outline, note, place, token) };
        Some(Dated { days, weekday: *weekday, start: place.start, end: place.end, plain, given })
    })
}

/// Whether the numbers of a token stand in the text as they are read, no look-alikes among them, none cut off; of a time,
/// also which half of the day it is in.
pub(super) fn is_plain(outline: &Outline<'_>, note: &Note, place: &Range<usize>, token: &Token) -> bool {
    let telling = |text: &str| -> String {
        let kept = |c: &char| match token.value {
            Value::Time(..) => c.is_alphanumeric(),
            _ => c.is_ascii_digit(),
        };
        text.chars().filter(kept).collect()
    };
    let given = |reads: &str| {
        let at = note.repairs.partition_point(|repair| repair.span < token.span);
        note.repairs.get(at).is_some_and(|repair| repair.span == token.span && telling(&repair.from) == telling(reads))
    };
    !is_cut_off(&outline.reading.text()[..place.start]) && token.reads.as_deref().is_none_or(given)
}

/// The digits that a misread date is read with, each with the character given for it.
fn given_digits(outline: &Outline<'_>, note: &Note, place: &Range<usize>, token: &Token) -> Option<Vec<(char, char)>> {
    let reads = token.reads.as_deref()?;
    let at = note.repairs.partition_point(|repair| repair.span < token.span);
    let repair = note.repairs.get(at).filter(|repair| repair.span == token.span)?;
    let same = repair.from.chars().count() == reads.chars().count();
    let cut_off = is_cut_off(&outline.reading.text()[..place.start]);
    let pairs = reads.chars().zip(repair.from.chars()).filter(|(read, _)| read.is_ascii_digit());
    (same && !cut_off).then(|| pairs.collect())
}

/// Whether a digit, or what may be one, stands in front, parted by nothing but a space: `1 1 September`.
fn is_cut_off(before: &str) -> bool {
    let word = before.trim_end_matches([' ', '\t']);
    let last = word.rsplit(|c: char| c.is_whitespace()).next().unwrap_or_default();
    last.ends_with(|c: char| c.is_ascii_digit()) || matches!(last, "l" | "I" | "|" | "O" | "o" | "i")
}

/// Whether the event's date may be misread: no place states it plainly, or a date of about that time stands in the note
/// more often.
pub(super) fn is_outweighed(outline: &Outline<'_>, note: &Note, event: Date) -> bool {
    let mut counts: BTreeMap<Date, usize> = BTreeMap::new();
    // The letter's own date may be the same.
    let letter = note.letter.as_ref().and_then(|letter| letter.date.as_ref()).map(|date| date.span);
    let mut stated = false;
    for dated in dates(outline, note, 0..outline.reading.text().len()) {
        for day in dated.days {
            *counts.entry(day.date).or_default() += 1;
            stated |= dated.plain && day.date == event && Some(day.span) != letter;
        }
    }
    let own = counts.get(&event).copied().unwrap_or_default();
    !stated || counts.iter().any(|(date, &count)| count > own && (date.year() - event.year()).abs() <= 1)
}

/// The last day of the event: of its date and those that stand with it (`25 and 26 June`).
pub(super) fn last_day(outline: &Outline<'_>, note: &Note) -> Option<Date> {
    let first = note.event.date.as_ref()?.value;
    let whole = 0..outline.reading.text().len();
    let with_it = dates(outline, note, whole).filter(|dated| dated.days.iter().any(|day| day.date == first));
    with_it.flat_map(|dated| dated.days).map(|day| day.date).max().or(Some(first))
}

/// The words of `text` in small letters, each with its place.
pub(super) fn words(text: &str) -> Vec<(Cow<'_, str>, Range<usize>)> {
    let small = |word: &str| word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    let mut words = Vec::with_capacity(text.len() / 6 + 1);
    words.extend(phrase::words(text).map(|range| match &text[range.clone()] {
        word if small(word) => (Cow::Borrowed(word), range),
        word => (Cow::Owned(word.to_lowercase()), range),
    }));
    words
}

/// Whether a word is one of `wanted`, or a long one of them misread.
pub(super) fn is_any(word: &str, wanted: &[&str]) -> bool {
    wanted.iter().any(|wanted| phrase::alike(word, wanted))
}

/// The sentences outside the title block in which a token stands for which `wanted` holds.
pub(super) fn sentences_with<'a>(
    outline: &'a Outline<'_>,
    wanted: impl Fn(&Value) -> bool + 'a,
) -> impl Iterator<Item = &'a Sentence> + 'a {
    outline.sentences.iter().filter(move |sentence| {
        let tokens = outline.reading.tokens_in(sentence.range.clone());
        !outline.title.contains(&sentence.block) && tokens.iter().any(|(_, token)| wanted(&token.value))
    })
}
