//! Whether a sentence that gives hours speaks of the note's own event, or of what others do on its day.

use super::other_event::{Event, events};
use super::phrase;

/// Whether what words say to take place is the note's own event, or the Assembly's meeting for it; `before` is the sentence
/// before them.
pub(super) fn is_said_of_own(words: &str, before: Option<&str>) -> bool {
    const CONVENES: [&str; 6] = ["convene", "hold", "host", "open", "organize", "organise"];
    let (subject, behind) = subject(words);
    if begins_with_word(subject, "it") {
        return before.is_none_or(|before| is_said_of_own(before, None));
    }
    let convenes = phrase::first_exact(behind, &CONVENES);
    match convenes.map(|verb| behind[verb.end..].trim_start()) {
        Some(object) if events(object).next().is_some() => {
            is_own(object) || is_assembly(subject) && begins_with_word(object, "its")
        }
        _ => is_assembly(subject) || is_own(subject) || phrase::begins_with(subject, "member states"),
    }
}

/// The subject of a sentence, and its verb with what stands behind.
fn subject(words: &str) -> (&str, &str) {
    const VERBS: [&str; 14] = [
        "will", "shall", "is", "are", "has", "have", "takes", "take", "begins", "starts", "convenes", "meets", "runs",
        "lasts",
    ];
    const BEGINS: [&str; 6] = ["the", "this", "a", "an", "it", "its"];
    const TIES: [&str; 16] = [
        "of",
        "on",
        "in",
        "at",
        "for",
        "to",
        "by",
        "with",
        "after",
        "before",
        "during",
        "from",
        "between",
        "following",
        "under",
        "behind",
    ];
    let verb = phrase::first_exact(words, &VERBS).map_or(words.len(), |verb| verb.start);
    let (head, behind) = words.split_at(verb);
    let mut tied = false;
    let begins = phrase::words(head).find(|word| {
        let word = &head[word.clone()];
        let begins = !tied && BEGINS.iter().any(|known| word.eq_ignore_ascii_case(known));
        tied = TIES.iter().any(|tie| word.eq_ignore_ascii_case(tie));
        begins
    });
    let begins = begins.map_or_else(|| head.rfind(',').map_or(0, |comma| comma + 1), |word| word.start);
    (head[begins..].trim(), behind)
}

/// Whether words begin with the General Assembly.
fn is_assembly(words: &str) -> bool {
    phrase::find(words, "assembly").is_some_and(|assembly| {
        let head = words[..assembly.start].trim_end();
        ["the", "the general", "the united nations general"].iter().any(|the| head.eq_ignore_ascii_case(the))
    })
}

/// Whether words begin with the note's own event: `the dialogue`, `an informal interactive dialogue`, `two meetings`.
fn is_own(words: &str) -> bool {
    let Some(Event { place, other: false }) = events(words).next() else { return false };
    let (named, behind) = (&words[place.clone()], &words[place.end..]);
    let first = named.split(' ').next().unwrap_or_default();
    let definite = ["the", "this"].iter().any(|the| first.eq_ignore_ascii_case(the));
    let formal = || phrase::has_any(named, &["interactive", "informal"]);
    let counted = || phrase::number(first).is_some() || phrase::has_exact(named, &["sitting", "sittings"]);
    // `the meeting of the Group of Friends`
    let anothers = phrase::begins_with(behind, " of ") && {
        let owner = behind[" of ".len()..].trim_start();
        !is_assembly(owner) && !owner.starts_with(|c: char| c.is_ascii_digit())
    };
    place.start == 0 && !anothers && (definite || formal() || counted())
}

fn begins_with_word(words: &str, word: &str) -> bool {
    words.split(' ').next().is_some_and(|first| first.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::is_said_of_own;

    #[test]
    fn the_note_s_own_event_is_told_from_what_others_do() {
        for own in [
            "On Monday, 17 May, the General Assembly will meet informally",
            "The informal interactive dialogue on the responsibility to protect will take place",
            "The President of the General Assembly will convene an informal interactive dialogue",
            "The General Assembly will hold its dialogue",
            "Two meetings are scheduled",
            "It will be held",
            "On 8 September 2015, Member States will meet",
            "This meeting of the General Assembly will be held",
        ] {
            assert!(is_said_of_own(own, None), "{own}");
        }
        for other in [
            "The Security Council will meet on the same day",
            "A training session for interns will be held",
            "A meeting of the Group of Friends is scheduled",
            "On the day of the dialogue, the Group of Friends will meet",
            "The meeting of the Group of Friends will be held",
            "The General Assembly will hold a debate on oceans",
            "The next meeting will take place",
        ] {
            assert!(!is_said_of_own(other, None), "{other}");
        }
        assert!(is_said_of_own("It will be held", Some("The dialogue is the tenth.")));
        assert!(!is_said_of_own("It will be held", Some("The Group of Friends plans a briefing.")));
    }
}
