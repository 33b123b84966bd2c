//! Words that only count the days of an event and its sittings: `Day one:`, `SECOND DAY -`, `Morning session,`.

use super::phrase;

/// Whether words say no more than which day or which of its sittings they stand beside.
pub(super) fn count_day(words: &str) -> bool {
    const SAYS: [&str; 23] = [
        "first",
        "second",
        "third",
        "fourth",
        "day",
        "one",
        "two",
        "three",
        "four",
        "i",
        "ii",
        "iii",
        "meeting",
        "session",
        "sitting",
        "morning",
        "afternoon",
        "from",
        "to",
        "between",
        "and",
        "at",
        "on",
    ];
    let says = |word: &str| SAYS.iter().any(|known| word.eq_ignore_ascii_case(known)) || word.len() == 1;
    phrase::words(words).all(|word| says(&words[word]))
}

#[cfg(test)]
mod tests {
    use super::count_day;

    #[test]
    fn what_counts_a_day_says_nothing_else() {
        for only in ["Day one: ", "SECOND DAY - ", "Day 2, ", "Third day, morning session, from ", ""] {
            assert!(count_day(only), "{only}");
        }
        for more in ["Reception on the first day, ", "Day of the dialogue", "Deadline: "] {
            assert!(!count_day(more), "{more}");
        }
    }
}
