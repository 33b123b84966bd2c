//! Whose a resolution is that is named by number alone: the Assembly's, or that of another body which numbers its own so.

use super::phrase;

/// How far behind the name of the Human Rights Council the word `resolution` stands that is the Council's, in bytes.
const NEAR: usize = 40;

/// No body that a resolution is told to be of is named farther from it, in bytes.
const REACH: usize = 600;

/// Whether the resolution is another body's than the Assembly's: the word for it stands at `word`, its number ends at `end`.
pub(super) fn is_anothers(text: &str, word: usize, end: usize) -> bool {
    let before = text[text.floor_char_boundary(word.saturating_sub(REACH))..word].trim_end();
    let behind = &text[end..text.floor_char_boundary((end + REACH).min(text.len()))];
    let named = bodies(before);
    let told = match (has_owner(before), named.last()) {
        (true, Some(_)) => doer(before).is_some_and(|body| body.another),
        (true, None) => begins_with_another(behind, ", the "),
        (false, Some(last)) => is_councils(before) || last.end == before.len() && last.another,
        (false, None) => false,
    };
    told || begins_with_another(behind, " of the ")
}

/// Whether the organ named nearest before the word `resolution` is the Human Rights Council, which numbers its resolutions as
/// the Assembly does; the Security Council has no sessions.
fn is_councils(before: &str) -> bool {
    let last = |organ: &str| before.rfind(organ).map(|at| at + organ.len());
    let council = last("Human Rights Council");
    council.is_some_and(|end| before.len() - end < NEAR && last("Assembly") < council)
}

/// Whether the words before `resolution` end in `its` or `adopted`, so that somebody named before has adopted it.
fn has_owner(before: &str) -> bool {
    ["its", "Its", "adopted"].contains(&before.rsplit(' ').next().unwrap_or_default())
}

/// Whether `behind` begins with another body's name behind these words: ` of the Human Rights Council`.
fn begins_with_another(behind: &str, words: &str) -> bool {
    let Some(name) = behind.strip_prefix(words) else { return false };
    let named = |word: &str| word.starts_with(char::is_uppercase) || matches!(word, "and" | "of" | "for");
    let own = |start: usize| name[..start].split_whitespace().all(named);
    bodies(name).first().is_some_and(|body| own(body.start) && body.another)
}

/// A body of States that a text names, by where the last word of its name stands.
struct Body {
    start: usize,
    end: usize,
    /// Whether it is another than the General Assembly.
    another: bool,
}

/// What the names of such bodies end in, or begin with: `Human Rights Council`, `Conference of the Parties`.
const BODIES: [&str; 7] = ["Assembly", "Council", "Commission", "Committee", "Conference", "Union", "Organization"];

/// The bodies that `text` names.
fn bodies(text: &str) -> Vec<Body> {
    let words: Vec<_> = phrase::words(text).collect();
    let named = |(i, word): (usize, &std::ops::Range<usize>)| {
        BODIES.contains(&&text[word.clone()]).then(|| {
            let before = i.checked_sub(1).map_or("", |before| &text[words[before].clone()]);
            // `the World Health Assembly`, `the Environment Assembly`.
            let other = before.starts_with(char::is_uppercase) && !matches!(before, "General" | "The" | "Nations");
            Body { start: word.start, end: word.end, another: &text[word.clone()] != "Assembly" || other }
        })
    };
    words.iter().enumerate().filter_map(named).collect()
}

/// Words that a clause begins with whose subject follows them.
const OPENING: [&str; 7] = ["which", "that", "when", "where", "while", "and", "but"];

/// Words before a body that does nothing in its clause: `in response to the Council`.
const AFTER: [&str; 8] = ["of", "to", "from", "in", "before", "with", "for", "on"];

/// The body that does what the words `before` say: the one behind `by`, else where a clause begins, else the first.
fn doer(before: &str) -> Option<Body> {
    let mut bodies = bodies(before);
    let first = bodies.iter().position(|body| !AFTER.contains(&lead(before, body)));
    // `which in its resolution`: the body before it.
    if let Some(rest) = clause_of_which(before) {
        return bodies.into_iter().rev().find(|body| body.end <= rest);
    }
    let last = bodies.last()?;
    // `created by the Assembly in 2006, dealt with …`: what ends in a comma is said by the way.
    let aside =
        before[last.end..].trim_end_matches(|c: char| c != ',').trim_end_matches(',').contains(char::is_alphabetic);
    let by = lead(before, last) == "by" && !aside;
    let opens = |body: &Body| lead(before, body).ends_with([',', ';']) || OPENING.contains(&lead(before, body));
    let at = if by { Some(bodies.len() - 1) } else { bodies.iter().rposition(opens) };
    Some(bodies.swap_remove(at.or(first)?))
}

/// Where the words `, which` stand in `before`, where no body is named behind them.
fn clause_of_which(before: &str) -> Option<usize> {
    let which = before.rfind(" which ")?;
    bodies(&before[which..]).is_empty().then_some(which)
}

/// The word before a body's name and its article, with a mark behind it.
fn lead<'t>(text: &'t str, body: &Body) -> &'t str {
    let mut words = text[..body.end].rsplit(' ');
    let named = |word: &&str| word.starts_with(char::is_uppercase) && !word.ends_with([',', ';']) && *word != "The";
    let within = |word: &&str| named(word) || matches!(*word, "the" | "The");
    words.next();
    let mut lead = words.next().unwrap_or_default();
    while within(&lead) || lead == "and" && words.clone().next().as_ref().is_some_and(named) {
        lead = words.next().unwrap_or_default();
    }
    lead
}

#[cfg(test)]
mod tests {
    use super::is_anothers;

    /// Whether the first resolution that a text names by number is another body's.
    fn another(text: &str) -> bool {
        let number = text.find("37/26").expect("a number");
        let word = text[..number].rfind("resolution").expect("a word");
        is_anothers(text, word, number + "37/26".len())
    }

    #[test]
    fn its_resolution_is_that_of_the_body_named_before() {
        assert!(another(
            "The Human Rights Council, for its part, dealt with prevention most recently in its resolution 37/26."
        ));
        assert!(another("The Economic and Social Council took the same view of the matter by its resolution 37/26."));
        assert!(another("The World Health Assembly, at its last session, decided in its resolution 37/26 to go on."));
        assert!(another(
            "As the Assembly recalled, the Human Rights Council has dealt with prevention in its resolution 37/26."
        ));
        assert!(another(
            "The Human Rights Council, created by the Assembly in 2006, spoke of it in its resolution 37/26."
        ));
        assert!(another(
            "The Assembly set up the Human Rights Council, which spoke of it as early as in its resolution 37/26."
        ));
        assert!(!another("The Assembly created the Human Rights Council by its resolution 37/26."));
        assert!(!another(
            "In response to the Economic and Social Council, the General Assembly decided in its resolution 37/26."
        ));
        assert!(!another(
            "The Commission, which was set up by the General Assembly in its resolution 37/26, is to report."
        ));
        assert!(!another("The Forum of the Commission was renewed by the General Assembly in its resolution 37/26."));
        assert!(another("In its resolution 37/26, the Human Rights Council spoke of it."));
        assert!(!another("In its resolution 37/26, the Assembly asked the Human Rights Council to report."));
        assert!(!another("The Assembly decided in its resolution 37/26."));
        assert!(another("The Conference of the Parties adopted resolution 37/26 as well."));
        assert!(!another("At the request of the Council, the General Assembly adopted resolution 37/26."));
    }

    #[test]
    fn a_resolution_may_bear_the_name_of_its_body() {
        assert!(another("World Health Assembly resolution 37/26"));
        assert!(another("Human Rights Council, in resolution 37/26"));
        assert!(another("resolution 37/26 of the Conference of the Parties"));
        assert!(another("resolution 37/26 of the United Nations Environment Assembly"));
        assert!(!another("United Nations General Assembly resolution 37/26"));
        assert!(!another("the Peacebuilding Commission (resolution 37/26)"));
        assert!(!another("resolution 37/26 of the General Assembly on the Human Rights Council"));
        assert!(!another("resolution 37/26 of the session after the Conference"));
    }
}
