//! Values as people read them: moments, numbers, lists.

use jiff::civil::DateTime;

use crate::text::civil;

/// `5 September 2014, 13:00`
pub fn moment(at: DateTime) -> String {
    format!("{}, {}", civil::day(at.date()), civil::hours(at.time()))
}

/// `1 note`, `2 notes`
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// `a`, `a and b`, `a, b and c`
pub fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [init @ .., last] => format!("{} and {last}", init.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_reads_as_in_a_sentence() {
        let at = jiff::civil::datetime(2014, 9, 5, 13, 0, 0, 0);
        assert_eq!(moment(at), "5 September 2014, 13:00");
    }

    #[test]
    fn lists_and_counts_agree() {
        let words = |n: usize| ["a", "b", "c"][..n].iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!((list(&words(0)), list(&words(1))), (String::new(), "a".into()));
        assert_eq!((list(&words(2)), list(&words(3))), ("a and b".into(), "a, b and c".into()));
        assert_eq!((count(1, "note", "notes"), count(0, "note", "notes")), ("1 note".into(), "0 notes".into()));
    }
}
