//! Headings in words of their own: `What do we want to achieve?`, `Background and rationale`.

use super::model::SectionKind;
use super::phrase;

/// What a question is about, the more telling words first.
const ASKED: [(SectionKind, &[&str]); 4] = [
    (
        SectionKind::Purpose,
        &["achieve", "objective", "objectives", "purpose", "aim", "aims", "goal", "goals", "what for"],
    ),
    (
        SectionKind::Outcomes,
        &[
            "come out",
            "come of it",
            "come of the",
            "outcome",
            "outcomes",
            "result",
            "results",
            "happen next",
            "expected",
            "we hope will",
            "we expect",
        ],
    ),
    (SectionKind::Programme, &["run", "proceed", "organized", "organised", "format", "programme", "conducted"]),
    (SectionKind::Background, &["why", "background", "context", "what is", "about"]),
];

/// What a heading begins with, whatever stands behind it.
const HEADED: [(SectionKind, &[&str]); 5] = [
    (SectionKind::Background, &["background", "context", "introduction"]),
    (
        SectionKind::Purpose,
        &["purpose", "purposes", "objective", "objectives", "aim", "aims", "goals", "object of", "objects of"],
    ),
    (
        SectionKind::Outcomes,
        &[
            "outcome",
            "outcomes",
            "expected outcome",
            "expected outcomes",
            "expected results",
            "anticipated results",
            "anticipated outcomes",
            "results expected",
            "desired outcomes",
            "desired results",
        ],
    ),
    (
        SectionKind::Documents,
        &[
            "documents",
            "documentation",
            "background documents",
            "reference documents",
            "reading for",
            "reading list",
            "further reading",
            "suggested reading",
            "background reading",
            "papers",
            "background papers",
            "papers before",
            "meeting papers",
            "background material",
            "background materials",
            "reference material",
            "reference materials",
            "key documents",
            "key resources",
            "useful documents",
            "selected documents",
            "documents before",
        ],
    ),
    (
        SectionKind::Programme,
        &["programme", "provisional programme", "draft programme", "tentative programme", "running order", "order of"],
    ),
];

/// What may stand before such a heading.
const STATUS: [&str; 6] = ["final", "draft", "provisional", "tentative", "indicative", "proposed"];

/// What a paragraph begins with that has its heading run in: `Purpose. The dialogue …`.
const RUN_IN: [(SectionKind, &[&str]); 6] = [
    (SectionKind::Other, &["practical information", "participation", "modalities", "registration", "list of speakers"]),
    (SectionKind::Background, &["background", "context", "introduction", "mandate", "rationale"]),
    (SectionKind::Purpose, &["purpose", "purposes", "objective", "objectives", "aim", "aims", "goals"]),
    (SectionKind::Outcomes, &["outcome", "outcomes", "expected outcome", "expected outcomes", "expected results"]),
    (SectionKind::Programme, &["format", "programme", "format and programme", "conduct of the dialogue"]),
    (SectionKind::Documents, &["documents", "documentation"]),
];

/// Longer than any such heading, in bytes.
const LONGEST: usize = 32;

/// The section whose heading a paragraph begins with, and how many bytes of the paragraph the heading takes.
pub(super) fn run_in(text: &str) -> Option<(SectionKind, usize)> {
    // A mark takes three bytes at most.
    let lead = &text[..text.floor_char_boundary(LONGEST + 2)];
    let stop = lead.find(['.', ':', '–', '—']).filter(|&stop| stop < LONGEST)?;
    let mark = text[stop..].chars().next().map_or(1, char::len_utf8);
    let rest = text[stop + mark..].trim_start();
    // One whole sentence is enough: a paragraph's last words may be lost.
    let prose = rest.starts_with(char::is_uppercase)
        && (rest.ends_with(['.', ':', ';', '?']) || rest.contains(". "))
        && rest.split(' ').nth(5).is_some()
        && text.starts_with(char::is_uppercase);
    if !prose {
        return None;
    }
    let name = text[..stop].trim().to_lowercase();
    let (kind, _) = RUN_IN.iter().find(|(_, forms)| forms.contains(&name.as_str()))?;
    Some((*kind, text.len() - rest.len()))
}

/// The section that a line of a few words heads, where running text stands behind it.
pub(super) fn section(text: &str) -> Option<SectionKind> {
    match text.strip_suffix('?') {
        Some(question) => asked(without_mark(question)),
        None => headed(text).or_else(|| behind_colon(text)).or_else(|| asked(without_mark(text))),
    }
}

/// `Why we meet: background`: a line whose last words are a heading's own.
fn behind_colon(text: &str) -> Option<SectionKind> {
    let (lead, name) = text.split_once(": ")?;
    let short = lead.split(' ').nth(6).is_none() && lead.starts_with(char::is_uppercase);
    let named = |forms: &[&str]| forms.iter().any(|form| name.eq_ignore_ascii_case(form));
    HEADED.iter().find(|(_, forms)| short && named(forms)).map(|(kind, _)| *kind)
}

/// `text` without the number or letter before it: `A. Background and rationale`, `5 What we expect`.
fn without_mark(text: &str) -> &str {
    let counts = |mark: &str| mark.len() <= 2 && mark.bytes().all(|byte| byte.is_ascii_digit());
    match text.split_once(' ') {
        Some((mark, rest)) if mark.len() <= 5 && mark.ends_with(['.', ')', ',']) => rest.trim_start(),
        Some((mark, rest)) if counts(mark) => rest.trim_start(),
        _ => text,
    }
}

fn asked(question: &str) -> Option<SectionKind> {
    let first = phrase::words(question).next().map_or("", |word| &question[word]);
    let open = question.starts_with(char::is_uppercase)
        && ["why", "what", "how", "who", "when", "where"].iter().any(|word| first.eq_ignore_ascii_case(word));
    let short = || question.len() < 70 && question.split(' ').count() <= 9 && !question.contains(['.', '?', ':']);
    if !open || !short() {
        return None;
    }
    // `What is the dialogue for?`
    if question.ends_with(" for") {
        return Some(SectionKind::Purpose);
    }
    let asked = ASKED.iter().find(|(_, words)| phrase::has_exact(question, words));
    Some(asked.map_or(SectionKind::Other, |(kind, _)| *kind))
}

fn headed(text: &str) -> Option<SectionKind> {
    let bare = without_mark(text.trim_end_matches(':'));
    let words = bare.split(' ').take(7).count();
    if !(2..=6).contains(&words) || bare.ends_with(['.', ';', ',']) || !bare.starts_with(char::is_uppercase) {
        return None;
    }
    let status = STATUS.iter().find(|status| phrase::find_exact(bare, status).is_some_and(|at| at.start == 0));
    let bare = status.map_or(bare, |status| bare[status.len()..].trim_start());
    let begins = |forms: &[&str]| phrase::each(bare, forms).iter().any(|(_, at)| at.start == 0);
    let begun = HEADED.iter().find(|(_, forms)| begins(forms)).map(|(kind, _)| *kind);
    begun.or_else(|| (words <= 3 && ends_as_background(bare)).then_some(SectionKind::Background))
}

/// `Historical background`, `The wider context`.
fn ends_as_background(heading: &str) -> bool {
    phrase::each(heading, &["background", "context"]).iter().any(|(_, at)| at.end == heading.len())
}

#[cfg(test)]
mod tests {
    use super::{run_in, section};
    use crate::note::model::SectionKind;

    #[test]
    fn a_paragraph_may_begin_with_its_heading() {
        let (kind, length) = run_in("Purpose. The dialogue will look at three things.").expect("a heading");
        assert_eq!((kind, length), (SectionKind::Purpose, 9));
        let cut_off = run_in("Format. Two round tables will be held. The first, in the morning, will be");
        assert_eq!(cut_off, Some((SectionKind::Programme, 8)));
        assert!(run_in("Format: hybrid").is_none() && run_in("Purpose and means. The two are not one.").is_none());
    }

    #[test]
    fn a_heading_may_ask_or_say_more_than_its_name() {
        for (text, kind) in [
            ("What do we want to achieve?", Some(SectionKind::Purpose)),
            ("A. Background and rationale", Some(SectionKind::Background)),
            ("Background note", Some(SectionKind::Background)),
            ("Running order", Some(SectionKind::Programme)),
            ("I. Historical background", Some(SectionKind::Background)),
            ("The wider context", Some(SectionKind::Background)),
            ("V. FINAL ORDER OF THE MEETING", Some(SectionKind::Programme)),
            ("Objects of the dialogue", Some(SectionKind::Purpose)),
            ("Anticipated results", Some(SectionKind::Outcomes)),
            ("What we hope will come of it", Some(SectionKind::Outcomes)),
            ("Reading for the debate", Some(SectionKind::Documents)),
            ("What is the dialogue for?", Some(SectionKind::Purpose)),
            ("Objectives of the meeting", Some(SectionKind::Purpose)),
            ("VI. Papers before the meeting", Some(SectionKind::Documents)),
            ("Reference materials", Some(SectionKind::Documents)),
            ("5 What we expect of it", Some(SectionKind::Outcomes)),
            ("2 Background and rationale", Some(SectionKind::Background)),
            ("WHY WE MEET: BACKGROUND", Some(SectionKind::Background)),
            ("What we shall do: programme", Some(SectionKind::Programme)),
            ("Panel discussion: background and beyond", None),
            ("Background was given by the President.", None),
            ("How can early warning lead to early action when States do not want to hear of it?", None),
        ] {
            assert_eq!(section(text), kind, "{text}");
        }
    }
}
