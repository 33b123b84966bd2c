//! Whether a list of reports means to be complete, by the words that lead in to it.

use crate::note::phrase;

/// Words that say that a list is only a part.
const PARTLY: [&str; 9] = [
    "among them",
    "among which",
    "including",
    "such as",
    "for example",
    "notably",
    "in particular",
    "most recent",
    "last",
];

/// How many of these may also stand where a list's order is told.
const ORDERED: usize = PARTLY.len() - 2;

/// Whether words say that a list is only a part; `the most recent being named first` says in what order it stands.
pub(super) fn is_partly(text: &str) -> bool {
    const ORDER: [&str; 6] = [
        "recent first",
        "recent being named first",
        "recent being listed first",
        "latest first",
        "last first",
        "beginning with the",
    ];
    let ordered = phrase::has_exact(text, &ORDER);
    let partly = if ordered { &PARTLY[..ORDERED] } else { &PARTLY[..] };
    phrase::has_any(text, partly)
}

/// How a sentence says that all of the reports that it counts are listed with it.
const SET_OUT: [&str; 12] = [
    "set out here",
    "set out below",
    "set out in the table",
    "listed here",
    "listed below",
    "listed in the table",
    "in the table below",
    "in the list below",
    "in the following table",
    "shown below",
    "given below",
    "as follows",
];

/// `Six reports have been issued since 2018; they are set out here for ease of reference.`
pub(super) fn is_set_out(text: &str) -> bool {
    phrase::has_exact(text, &SET_OUT) && !is_partly(text)
}

#[cfg(test)]
mod tests {
    use super::{is_partly, is_set_out};

    #[test]
    fn a_list_may_be_a_part_of_all() {
        assert!(is_partly("reports, among them") && is_partly("the most recent"));
        assert!(!is_partly("reports, the most recent being named first") && !is_partly("reports so far"));
        assert!(
            is_set_out("Six reports have been issued; they are set out here.")
                && !is_set_out("Six reports were set out.")
        );
    }
}
