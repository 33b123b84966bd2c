//! Months and weekdays by name.

use crate::text::lookalike::Likeness;
use crate::text::misread;

/// Months in full, January first.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Weekdays in full, Monday first.
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// How alike a misread name must be to the name it is read as.
const FLOOR: f32 = 0.72;

/// A weekday.
pub type Weekday = jiff::civil::Weekday;

/// The month that `word` names, in full or shortened (`Sept`).
pub fn month_named(word: &str) -> Option<i8> {
    named(word, &MONTHS)
}

/// The month that a misread `word` most likely names; for words that stand where a month is expected.
pub(super) fn month_like(word: &str) -> Option<i8> {
    let whole = whole_m(word);
    let word = whole.as_deref().unwrap_or(word);
    month_named(word).or_else(|| without_capital(word)).or_else(|| most_alike(word, &MONTHS))
}

/// The month whose capital is lost: `une`, `ugust`.
fn without_capital(word: &str) -> Option<i8> {
    const LENGTH_MIN: usize = 3;
    let is = |name: &&str| word.len() >= LENGTH_MIN && name[1..] == *word;
    MONTHS.iter().position(is).map(|i| i as i8 + 1)
}

/// The weekday that `word` names, read through misread letters.
pub fn weekday_named(word: &str) -> Option<Weekday> {
    let whole = whole_m(word);
    let word = whole.as_deref().unwrap_or(word);
    let day = named(word, &WEEKDAYS)
        .or_else(|| misread::form_of(word, WEEKDAYS.iter().copied(), FLOOR).map(|day| day as i8 + 1))?;
    Weekday::from_monday_one_offset(day).ok()
}

/// A name whose M fell into its strokes: `IVIonday`, `lVIarch`.
fn whole_m(word: &str) -> Option<String> {
    let stroke = |c: char| matches!(c, 'I' | 'l' | '1' | '|');
    let rest = word.strip_prefix(stroke)?.strip_prefix('V')?.strip_prefix(stroke)?;
    Some(format!("M{rest}"))
}

/// A month's name in full.
pub fn month_name(month: i8) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    usize::try_from(month - 1).ok().and_then(|i| NAMES.get(i)).copied().unwrap_or_default()
}

/// The number of the name that `word` is, or is the beginning of; names begin with a capital.
fn named(word: &str, names: &[&str]) -> Option<i8> {
    let bytes = word.as_bytes();
    if !(3..=9).contains(&bytes.len()) || !bytes[0].is_ascii_uppercase() {
        return None;
    }
    let short = |name: &str| bytes.len() <= 4 && name.len() > bytes.len();
    let is = |name: &&str| {
        name.len() >= bytes.len()
            && (name.len() == bytes.len() || short(name))
            && name.as_bytes()[..bytes.len()].eq_ignore_ascii_case(bytes)
    };
    names.iter().position(is).map(|i| i as i8 + 1)
}

fn most_alike(word: &str, names: &[&str]) -> Option<i8> {
    let mut likeness = Likeness::of(word);
    let scored = names.iter().enumerate().filter_map(|(i, name)| Some((likeness.to(name, FLOOR)?, i as i8 + 1)));
    scored.max_by(|a, b| a.0.total_cmp(&b.0)).map(|best| best.1)
}

#[cfg(test)]
mod tests {
    use super::month_like;

    #[test]
    fn a_month_may_have_lost_its_capital() {
        assert_eq!([month_like("une"), month_like("ugust"), month_like("ay")], [Some(6), Some(8), None]);
    }
}
