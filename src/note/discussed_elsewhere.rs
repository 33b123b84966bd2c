//! Whether a day that no dialogue or debate is named with is that of something else than the Assembly's meeting.

use super::phrase;

/// Meetings that are neither a dialogue nor a debate.
const KINDS: [&str; 12] = [
    "retreat",
    "seminar",
    "workshop",
    "briefing",
    "briefings",
    "side event",
    "side events",
    "symposium",
    "round table",
    "press conference",
    "consultations",
    "a consultation",
];

/// What is done on a day that is no meeting's.
const DEEDS: [&str; 12] = [
    "took office",
    "takes office",
    "took effect",
    "presented",
    "submitted",
    "briefed",
    "signed",
    "launched",
    "visited",
    "elected",
    "named",
    "addressed to",
];

/// What is done at a meeting.
const MET: [&str; 8] =
    ["discussed", "considered", "debated", "examined", "exchanged views", "taken up", "took up", "dialogue"];

/// What other bodies than the Assembly are called.
const BODIES: [&str; 4] = ["Council", "Commission", "Committee", "Conference"];

/// Whether the words that lead to a date tell of another body, another kind of meeting or another deed: `considered by the
/// Fifth Committee on`, `discussed at a retreat on`, `took office on`.
pub(super) fn is_elsewhere(lead: &str) -> bool {
    // What stands before is a title, a document or something else told.
    let from = lead.rfind([')', '"', '”', ';']).unwrap_or_default();
    let tail = &lead[from..];
    let met = phrase::each_exact(tail, &MET).into_iter().map(|(_, place)| place.end).max();
    let behind = &tail[met.unwrap_or_default()..];
    let deed = phrase::has_exact(behind, &DEEDS);
    deed || phrase::has_exact(behind, &KINDS) || is_anothers(behind) || met.is_some_and(|met| has_subject(&tail[..met]))
}

/// Whether words name another body, and not the Assembly, as that before or by which something is done.
fn is_anothers(words: &str) -> bool {
    let mut tied = false;
    for word in phrase::words(words).map(|word| &words[word]) {
        match word {
            "Assembly" if tied => return false,
            "by" | "in" | "to" | "before" | "at" => tied = true,
            "the" | "its" => {}
            _ if tied && BODIES.contains(&word) => return true,
            _ => tied &= word.starts_with(char::is_uppercase) || word == "and",
        }
    }
    false
}

/// Whether another body stands right before the verb that ends `words`: `the Security Council discussed`.
fn has_subject(words: &str) -> bool {
    let before = phrase::words(words).map(|word| &words[word]).collect::<Vec<_>>();
    before.iter().rev().nth(1).is_some_and(|subject| BODIES.contains(subject))
}

#[cfg(test)]
mod tests {
    use super::is_elsewhere;

    #[test]
    fn a_day_of_another_body_or_meeting_or_deed_is_none_of_the_assembly_s() {
        for elsewhere in [
            "(A/64/864) was considered by the Fifth Committee on ",
            "was discussed at a retreat of the Special Advisers on ",
            "which had been presented to the Security Council on ",
            "The Third Committee considered it on ",
            "the Special Adviser took office on ",
            "was considered in the Third Committee of the General Assembly on ",
        ] {
            assert!(is_elsewhere(elsewhere), "{elsewhere}");
        }
        for assembly in [
            "On ",
            " and ",
            ", was discussed in the Assembly on ",
            "was considered by the General Assembly on ",
            "It was discussed on ",
            "“Beyond the Security Council: what others can do” (A/83/790), discussed on ",
            "presented to the Council and discussed by Member States on ",
        ] {
            assert!(!is_elsewhere(assembly), "{assembly}");
        }
    }
}
