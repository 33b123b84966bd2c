//! Values as people read them: dates, times, numbers, lists.

use jiff::civil::{Date, DateTime, Time};

const MONTHS: [&str; 12] = [
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

/// `11 September 2013`
pub fn date(date: Date) -> String {
    let month = usize::from(date.month().unsigned_abs()).checked_sub(1).and_then(|at| MONTHS.get(at)).unwrap_or(&"");
    format!("{} {month} {}", date.day(), date.year())
}

/// `10:00`
pub fn time(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// `5 September 2014, 13:00`
pub fn moment(at: DateTime) -> String {
    format!("{}, {}", date(at.date()), time(at.time()))
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

/// `text` with a capital first.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// White space folded to single spaces.
pub fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `paragraphs` broken into at most `lines` lines of `room` characters; what does not fit is cut with an ellipsis.
pub fn fit(paragraphs: &[String], lines: usize, room: usize) -> Vec<String> {
    let mut fitted: Vec<String> = Vec::new();
    for paragraph in paragraphs {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > room {
                fitted.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        fitted.push(line);
    }
    let more = fitted.len() > lines;
    fitted.truncate(lines);
    for (at, line) in fitted.iter_mut().enumerate() {
        let cut = more && at + 1 == lines;
        if line.chars().count() + usize::from(cut) > room {
            *line = line.chars().take(room.saturating_sub(1)).collect();
            line.push('…');
        } else if cut {
            line.push('…');
        }
    }
    fitted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_times_read_as_in_a_sentence() {
        let at = jiff::civil::datetime(2014, 9, 5, 13, 0, 0, 0);
        assert_eq!(moment(at), "5 September 2014, 13:00");
    }

    #[test]
    fn lines_fit_or_are_cut() {
        let text = ["Panel discussion on prevention".to_owned(), "Jean Ping".to_owned()];
        assert_eq!(fit(&text, 9, 16), ["Panel discussion", "on prevention", "Jean Ping"]);
        assert_eq!(fit(&text, 2, 16), ["Panel discussion", "on prevention…"]);
        assert_eq!(fit(&text, 1, 16), ["Panel discussio…"]);
        assert_eq!(fit(&["incomprehensibility".to_owned()], 3, 8), ["incompr…"]);
    }

    #[test]
    fn lists_and_counts_agree() {
        let words = |n: usize| ["a", "b", "c"][..n].iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!((list(&words(0)), list(&words(1))), (String::new(), "a".into()));
        assert_eq!((list(&words(2)), list(&words(3))), ("a and b".into(), "a, b and c".into()));
        assert_eq!((count(1, "note", "notes"), count(0, "note", "notes")), ("1 note".into(), "0 notes".into()));
        assert_eq!(capital("élan"), "Élan");
    }
}
