//! Minutes that are no limit of an intervention: how long before or after another moment something is, and how long something
//! else takes.

use super::phrase;

/// Whether minutes before `rest` tell the way to another moment: ` before the meeting`, ` after delivery`.
pub(super) fn is_distance(rest: &str) -> bool {
    const TOWARDS: [&str; 9] =
        ["before", "after", "prior", "ahead", "later", "earlier", "beforehand", "past", "following"];
    let mut words = phrase::words(rest).map(|word| &rest[word]);
    match words.next() {
        Some("in") => words.next() == Some("advance"),
        Some(word) => TOWARDS.contains(&word) && !rest.starts_with([',', ';', '.', ')']),
        None => false,
    }
}

/// Whether minutes that are one word with their number, as in `ten-minute`, measure what `rest` begins with and that is no
/// intervention: ` video`, ` break`.
pub(super) fn is_of_thing(minutes: &str, rest: &str) -> bool {
    const INTERVENTIONS: [&str; 16] = [
        "limit",
        "limits",
        "statement",
        "statements",
        "intervention",
        "interventions",
        "remarks",
        "speech",
        "speeches",
        "time",
        "maximum",
        "rule",
        "slot",
        "slots",
        "mark",
        "ceiling",
    ];
    let next = phrase::words(rest).next().map(|word| &rest[word]);
    let parted = !rest.starts_with(' ');
    minutes.contains('-')
        && !parted
        && next.is_some_and(|next| !INTERVENTIONS.iter().any(|one| phrase::alike(next, one)))
}

/// Whether a clause says how long a part of the event takes, or somebody who does not speak from the floor: `The opening segment
/// will last`, `The opening statement of the Secretary-General will take`.
pub(super) fn is_of_part(clause: &str) -> bool {
    const PARTS: [&str; 14] = [
        "segment",
        "opening",
        "closing",
        "concluding",
        "session",
        "break",
        "film",
        "video",
        "message",
        "lunch",
        "performance",
        "secretary-general",
        "will last",
        "lasts",
    ];
    const FLOOR: [&str; 12] = [
        "delegation",
        "delegations",
        "member states",
        "intervention",
        "interventions",
        "the floor",
        "group",
        "groups",
        "minister",
        "ministers",
        "speaker",
        "speakers",
    ];
    phrase::has_any(clause, &PARTS) && !phrase::has_any(clause, &FLOOR)
}

#[cfg(test)]
mod tests {
    use crate::note::outline::Outline;
    use crate::note::time_limit::minutes;
    use crate::text::Reading;

    #[test]
    fn minutes_of_something_else_limit_nobody() {
        let read = |text: &str| minutes(&Outline::of(&Reading::of(text))).map(|minutes| minutes.value);
        let floor = "Interventions should not exceed three minutes.";
        for other in [
            "Delegations are asked to submit their statements at least 60 minutes before the meeting.",
            "Speakers should be in the room 15 minutes before they are called to make their statements.",
            "A ten-minute video will be shown before the statements.",
            "The opening segment will last 20 minutes and will be followed by statements.",
            "Statements will be uploaded no later than 30 minutes after delivery.",
            "The opening statement of the Secretary-General will take ten minutes.",
            "Statements on behalf of groups will be heard first in Conference Room 4.",
            "Groups of States may register as of item 12.",
        ] {
            assert_eq!(read(&format!("{floor} {other}")), Some(3), "{other}");
        }
        for limit in [
            "Statements by ministers may take five minutes.",
            "Ministers will have five minutes for their statements.",
            "Groups may speak for five.",
            "Groups have five minutes.",
            "Statements by groups: five minutes.",
            "In the opening segment ministers may speak for five minutes.",
            "A five-minute limit applies to statements on behalf of groups.",
            "Statements on behalf of groups will be cut off five minutes after they begin.",
        ] {
            assert_eq!(read(&format!("{floor} {limit}")), Some(5), "{limit}");
        }
    }
}
