//! To whom a sentence gives minutes: to those who speak from the floor, or to the panel.

use std::ops::Range;

use super::phrase;

/// How time is given to those who speak.
const GIVEN: [&str; 8] = ["allotted", "given", "granted", "reserved", "allowed", "allocated", "accorded", "set aside"];

/// Whether a sentence gives minutes to those who speak from the floor: `Five minutes are granted to those who speak on behalf of a
/// group.`, `Groups are allowed five minutes.`
pub(super) fn gives_floor(text: &str) -> bool {
    const FLOOR: [&str; 13] = [
        "statements",
        "interventions",
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

/// The clause in which something at `end` stands, up to it; of what brackets begin with, the clause before them.
pub(super) fn clause_before(text: &str, end: usize) -> &str {
    let head = text[..end].trim_end().trim_end_matches('(');
    &head[head.rfind([',', ';', '(']).map_or(0, |at| at + 1)..]
}

/// The clause in which what stands at `place` does.
pub(super) fn clause_around<'t>(text: &'t str, place: &Range<usize>) -> &'t str {
    let start = text[..place.start].rfind([',', ';']).map_or(0, |at| at + 1);
    let end = text[place.end..].find([',', ';', '.']).map_or(text.len(), |at| place.end + at);
    &text[start..end]
}

/// The clause in which something at `end` stands, up to it, with the one before it that says of whom it speaks: `I have asked
/// four experts to open our debate, none for longer than`, `Three guests will speak first, for about`.
pub(super) fn subject_before(text: &str, end: usize) -> &str {
    const OF_THEM: [&str; 5] = ["none", "each", "all", "both", "for"];
    let clause = clause_before(text, end);
    let first = phrase::words(clause).next().map_or("", |word| &clause[word]);
    let head =
        text[..end].trim_end().trim_end_matches('(').strip_suffix(clause).and_then(|head| head.strip_suffix(','));
    let Some(head) = head.filter(|_| OF_THEM.contains(&first)) else { return clause };
    &text[head.rfind([',', ';', '(']).map_or(0, |at| at + 1)..end]
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
            "guests",
            "guest speakers",
            "invited speakers",
            "from the podium",
            "from the dais",
        ],
    );
    const FLOOR: [&str; 6] =
        ["interventions", "statements", "delegations", "delegation", "member states", "from the floor"];
    panel && !phrase::has_any(clause, &FLOOR)
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

    #[test]
    fn how_long_those_speak_who_introduce_a_debate_limits_nobody_else() {
        let read = |text: &str| minutes(&Outline::of(&Reading::of(text))).map(|minutes| minutes.value);
        let floor = "Questions from delegations must be kept to two minutes, and those from groups to three minutes.";
        assert_eq!(
            read(&format!("He or she will make an introductory presentation of up to ten minutes. {floor}")),
            Some(3)
        );
        let asked = "I have asked four experts to open our discussion, none for longer than seven minutes.";
        assert_eq!(read(&format!("{asked} {floor}")), Some(3));
        assert_eq!(read("Delegations may then speak, none for longer than seven minutes."), Some(7));
        for guests in [
            "Three guests will then speak from the podium, for about ten minutes each: two envoys and a scholar.",
            "Guest speakers are asked for ten minutes each, and no more.",
            "Three invited speakers will have the floor for ten minutes each.",
        ] {
            assert_eq!(read(&format!("{guests} {floor}")), Some(3), "{guests}");
        }
        let put = "Member States may then put questions to our guests, for up to four minutes.";
        assert_eq!(read(&format!("{put} {floor}")), Some(4));
        assert_eq!(read("Delegations may wish to open with a quotation, and speak for up to four minutes."), Some(4));
    }
}
