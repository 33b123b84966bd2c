//! Whose a report is, and on what: not each is the Secretary-General's that the event is to discuss.

use super::phrase;

/// Whether the report that words name last is another's than the Secretary-General's: `the latest report of the Working Group in`.
pub(super) fn is_of_another(words: &str) -> bool {
    const OTHERS: [&str; 9] = [
        "working group",
        "committee",
        "commission",
        "special rapporteur",
        "inspection unit",
        "board",
        "independent expert",
        "co-chairs",
        "co-facilitators",
    ];
    let last = last_report(words);
    phrase::first_exact(last, &OTHERS).is_some_and(|other| {
        let mut tie = phrase::words(&last[..other.start]).skip(1).map(|word| &last[word]).peekable();
        let named = |word: &str| word.starts_with(char::is_uppercase) && !word.starts_with("Secretary");
        tie.peek().is_some() && tie.all(|word| matches!(word, "of" | "the" | "by" | "from" | "joint") || named(word))
    })
}

/// Whether the report that words name last is on something that the sentence names before: `adopted in 1995, and the report on its
/// implementation`.
pub(super) fn is_on_its(words: &str) -> bool {
    phrase::first_exact(last_report(words), &["on its", "on their"]).is_some()
}

/// What of `words` begins with the last report that they name.
fn last_report(words: &str) -> &str {
    words.rfind("eport").and_then(|at| words.get(at.checked_sub(1)?..)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{is_of_another, is_on_its};

    #[test]
    fn a_report_is_its_authors() {
        for words in [
            "the latest report of the Working Group in ",
            "Report of the Peacebuilding Commission on its seventeenth session (",
            "the report by the Independent Expert (",
        ] {
            assert!(is_of_another(words), "{words}");
        }
        for words in ["the report of the Secretary-General on the Commission (", "the Commission took up the report ("]
        {
            assert!(!is_of_another(words), "{words}");
        }
    }

    #[test]
    fn a_report_may_be_on_what_is_named_before() {
        assert!(is_on_its("The Programme of Action, and the report of the Secretary-General on its implementation ("));
        assert!(!is_on_its("on its anniversary, the report of the Secretary-General on the means of prevention ("));
    }
}
