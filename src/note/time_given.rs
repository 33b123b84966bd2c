//! To whom a sentence gives minutes: to those who speak from the floor, or to the panel.

use super::phrase;

/// How time is given to those who speak.
const GIVEN: [&str; 8] = ["allotted", "given", "granted", "reserved", "allowed", "allocated", "accorded", "set aside"];

/// Whether a sentence gives minutes to those who speak from the floor: `Five minutes are granted to those who speak on behalf of a
/// group.`, `Groups are allowed five minutes.`
pub(super) fn gives_floor(text: &str) -> bool {
    const FLOOR: [&str; 11] = [
        "those who speak",
        "those speaking",
        "who speak on behalf",
        "speakers",
        "groups",
        "a group",
        "delegations",
        "each delegation",
        "member states",
        "ministers",
        "observers",
    ];
    phrase::first_exact(text, &GIVEN).is_some() && phrase::first_exact(text, &FLOOR).is_some()
}

/// Whether a clause limits the panel's presentations and not interventions from the floor.
pub(super) fn is_for_panel(clause: &str) -> bool {
    let panel = phrase::has_any(
        clause,
        &[
            "panel",
            "its members",
            "panellists",
            "panelists",
            "presentation",
            "presentations",
            "introduce",
            "introductory",
            "to open",
            "panellist",
            "keynote",
            "presenters",
            "briefers",
        ],
    );
    panel && !phrase::has_any(clause, &["interventions", "statements", "delegations", "from the floor"])
}

/// Whether the rest of a clause gives the minutes before it to the panel: ` will be allotted to each member of the panel`.
pub(super) fn is_given_to_panel(rest: &str) -> bool {
    const THEIRS: [&str; 9] = [
        "member of the panel",
        "members of the panel",
        "on the panel",
        "panellist",
        "panellists",
        "panelist",
        "panelists",
        "moderator",
        "keynote",
    ];
    let clause = &rest[..rest.find([',', ';', '.']).unwrap_or(rest.len())];
    phrase::first_exact(clause, &GIVEN)
        .is_some_and(|given| phrase::first_exact(&clause[given.end..], &THEIRS).is_some())
}

#[cfg(test)]
mod tests {
    use crate::note::outline::Outline;
    use crate::note::time_limit::minutes;
    use crate::text::Reading;

    #[test]
    fn minutes_may_be_given_to_those_who_speak() {
        let read = |text: &str| minutes(&Outline::of(&Reading::of(text))).map(|minutes| minutes.value);
        let floor = "Delegations are invited to limit their statements to three minutes.";
        for given in [
            "Five minutes are granted to those who speak on behalf of a group.",
            "Groups will be allowed five minutes.",
            "Ministers are given five minutes.",
            "Those speaking for regional organizations are accorded five minutes.",
        ] {
            assert_eq!(read(&format!("{floor} {given}")), Some(5), "{given}");
        }
        for others in [
            "Five minutes are granted to those who speak on the panel.",
            "Ten minutes have been set aside for the moderator, who will answer the delegations.",
            "Thirty minutes are reserved for a film.",
        ] {
            assert_eq!(read(&format!("{floor} {others}")), Some(3), "{others}");
        }
    }
}
