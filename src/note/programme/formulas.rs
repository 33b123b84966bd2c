//! The formulas of a programme's rows: a row's words that are one of them misread are read as that formula.

use crate::note::phrase;
use crate::text::{lexicon, lookalike, misread};

/// How alike misread words must be to a formula.
const FLOOR: f32 = 0.7;

/// What rows are called in most programmes.
const FORMULAS: [&str; 23] = [
    "Opening remarks",
    "Opening statements",
    "Opening session",
    "Opening segment",
    "Opening of the meeting",
    "Introductory remarks",
    "Welcoming remarks",
    "Keynote address",
    "Panel discussion",
    "Panel presentations",
    "Presentations by panellists",
    "Introduction of the panellists",
    "Interactive dialogue",
    "Interactive discussion",
    "Interactive dialogue adjourns",
    "Interactive dialogue resumes",
    "Interactive dialogue concludes",
    "Statements by Member States",
    "Interventions from the floor",
    "Summary and closing remarks",
    "Concluding remarks",
    "Closing remarks",
    "Closing statements",
];

/// A title that says it is continued, through misread letters: `Interactive dialogue (centmued)`; `None` where it says so
/// already.
pub(super) fn continued(title: &str) -> Option<String> {
    const CONTINUED: &str = "continued";
    let (head, inner) = title.strip_suffix(')')?.rsplit_once(" (")?;
    let misread = !inner.eq_ignore_ascii_case(CONTINUED) && misread::is_form(inner, CONTINUED, FLOOR);
    misread.then(|| format!("{head} ({CONTINUED})"))
}

/// Whether a line is a formula, misread or not.
pub(in crate::note) fn is_formula(line: &str) -> bool {
    FORMULAS.iter().any(|formula| line.eq_ignore_ascii_case(formula)) || meant(line).is_some()
}

/// The formula that `title` is, misread; `None` where all of its words are words.
pub(super) fn meant(title: &str) -> Option<&'static str> {
    if title.contains(['(', ':', ',']) {
        return None;
    }
    let misread = phrase::words(title).any(|word| !lexicon::contains(&title[word].to_lowercase()));
    if !misread {
        return None;
    }
    let near = FORMULAS.iter().filter(|formula| formula.len().abs_diff(title.len()) <= 4);
    let scored = near.map(|formula| (lookalike::similarity(title, formula), *formula));
    scored.max_by(|a, b| a.0.total_cmp(&b.0)).filter(|best| best.0 >= FLOOR).map(|best| best.1)
}

#[cfg(test)]
mod tests {
    use super::{continued, meant};

    #[test]
    fn what_is_continued_says_so_through_misread_letters() {
        for title in ["Interactive dialogue (centmued)", "Interactive dialogue (contimied)"] {
            assert_eq!(continued(title).as_deref(), Some("Interactive dialogue (continued)"), "{title}");
        }
        for title in ["Interactive dialogue (continued)", "Interactive dialogue (contained)", "Panel (by video link)"] {
            assert_eq!(continued(title), None, "{title}");
        }
    }

    #[test]
    fn only_misread_words_are_read_as_a_formula() {
        assert_eq!(meant("Summ aryand closmg remarks"), Some("Summary and closing remarks"));
        assert_eq!(meant("Internciivc dialogue concludes"), Some("Interactive dialogue concludes"));
        for title in [
            "Closing remark",
            "Opening session",
            "Panel discussion on water",
            "Interactive dialogue (cont’d)",
            "Keynote address by Ms. Navi Pillay",
        ] {
            assert_eq!(meant(title), None, "{title}");
        }
    }
}
