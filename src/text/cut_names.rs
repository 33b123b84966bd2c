//! Names of bodies and offices that a line's end cuts in two: `… of the United` / `Nations`.

/// The halves that go together wherever one line ends with the first and the next begins with the second.
const HALVES: [(&str, &[&str]); 11] = [
    ("United", &["Nations", "States", "Kingdom"]),
    ("General", &["Assembly"]),
    ("Security", &["Council"]),
    ("Human", &["Rights"]),
    ("Health", &["Organization", "Assembly"]),
    ("Labour", &["Organization"]),
    ("Armed", &["Conflict", "Forces"]),
    ("European", &["Union"]),
    ("African", &["Union"]),
    ("Permanent", &["Representative", "Observer", "Mission"]),
    ("Special", &["Adviser", "Advisers", "Representative", "Envoy", "Rapporteur"]),
];

/// Whether the words of a line go on in the next because a name is cut between them.
pub(super) fn is_cut(before: &str, after: &str) -> bool {
    let last = before.rsplit(' ').next().unwrap_or_default();
    let Some((_, seconds)) = HALVES.iter().find(|(first, _)| *first == last) else { return false };
    let next = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    seconds.contains(&next)
}

#[cfg(test)]
mod tests {
    use crate::text::Reading;

    #[test]
    fn a_name_goes_on_where_the_line_s_end_cut_it() {
        let blocks = |office: &str| {
            let prose = "The dialogue will consist of an opening session, a panel and an interactive debate, and it will\n\
                         be closed by the President, who will sum up what has been said in the course of the day.\n\n";
            let text = format!("{}H.E. Ms. Ana Ruiz, {office} (by video link)\n", prose.repeat(3));
            let reading = Reading::of(&text);
            reading.blocks().len()
        };
        assert_eq!(blocks("Director, Human\nSecurity Unit"), 5);
        assert_eq!(blocks("Permanent\nRepresentative of Paraguay"), 4);
        assert_eq!(blocks("Director, United\nNations Fund"), 4);
        assert_eq!(blocks("Director of the World Health\nOrganization"), 4);
        assert_eq!(blocks("Minister of Health\nStatements by delegations"), 5);
    }
}
