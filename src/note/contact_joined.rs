//! Whether an address and a number that follow one another are the same contact's.

use super::phrase;

/// What is asked for anew, or of somebody else.
const ANEW: [&str; 13] = [
    "copy",
    "copies",
    "copied",
    "copying",
    "cc",
    "enquiry",
    "enquiries",
    "inquiry",
    "inquiries",
    "question",
    "questions",
    "queries",
    "information",
];

/// What may begin another contact, or go on with the same.
const JOINTS: [&str; 2] = ["and", "or"];

/// What leads to an address or a number and says nothing of whose it is.
const WAYS: [&str; 27] = [
    "tel",
    "telephone",
    "phone",
    "mobile",
    "cell",
    "ext",
    "extension",
    "e-mail",
    "email",
    "mail",
    "electronic",
    "address",
    "number",
    "no",
    "made",
    "call",
    "calling",
    "write",
    "writing",
    "by",
    "at",
    "on",
    "to",
    "via",
    "also",
    "her",
    "him",
];

/// Whether the words between an address and a number leave both to the same contact: `, tel.`, `or by telephone at`; not
/// `, with copy to`, `; enquiries:`, `) or the Secretariat at`.
pub(super) fn goes_on_behind(between: &str) -> bool {
    if phrase::has_any(between, &ANEW) {
        return false;
    }
    let words: Vec<_> = phrase::words(between).collect();
    let joint = words.iter().rfind(|word| JOINTS.contains(&&between[(*word).clone()])).map(|word| word.end);
    let mark = between.rfind(';');
    // Behind a parenthesis that is closed a semicolon begins something else.
    if mark.is_some_and(|mark| between[..mark].contains(')')) {
        return false;
    }
    let Some(from) = joint.max(mark) else { return true };
    let is_way = |word: &str| WAYS.iter().any(|way| phrase::alike(word, way));
    words.iter().filter(|word| word.start >= from).all(|word| is_way(&between[word.clone()]))
}

#[cfg(test)]
mod tests {
    use super::goes_on_behind;
    use crate::note::contacts::contacts;
    use crate::note::outline::Outline;
    use crate::text::Reading;

    #[test]
    fn a_joint_leads_to_the_same_contact_where_it_names_nobody_else() {
        for same in [
            ", tel. ",
            "; tel. ",
            "; ",
            ", e-mail ",
            " or call ",
            ", or ",
            " or made by telephone (",
            ", Room S-1, tel. ",
        ] {
            assert!(goes_on_behind(same), "{same}");
        }
        for other in [
            ", with copy to ",
            ") with a copy to ",
            "; enquiries: ",
            "); e-mail: ",
            " or the Secretariat, ",
            " and pages at ",
        ] {
            assert!(!goes_on_behind(other), "{other}");
        }
    }

    /// Name, address and number of the contacts in a sentence.
    fn read(text: &str) -> Vec<[String; 3]> {
        let text = format!("Practical matters\n\nDelegations may contact {text}.\n");
        let contacts = contacts(&Outline::of(&Reading::of(&text))).into_iter();
        let contacts = contacts.map(|contact| {
            [contact.name, contact.email, contact.phone].map(|part| part.map(|part| part.value).unwrap_or_default())
        });
        contacts.collect()
    }

    #[test]
    fn what_stands_with_a_name_is_that_person_s() {
        let (ruiz, roos) = (["Ana Ruiz", "ruiz@un.org", "212-963-1111"], ["Jan Roos", "roos@un.org", ""]);
        assert_eq!(
            read("Ms. Ana Ruiz (ruiz@un.org) or Mr. Jan Roos (roos@un.org), or call Ms. Ana Ruiz at 212-963-1111"),
            [ruiz, roos]
        );
        assert_eq!(
            read(
                "Ms. Ana Ruiz (tel. 212-963-1111) or Mr. Jan Roos (roos@un.org), or write to Ms. Ana Ruiz at ruiz@un.org"
            ),
            [ruiz, roos]
        );
        for same in [
            "Ms. Ana Ruiz (tel. 212-963-1111, e-mail ruiz@un.org)",
            "Ms. Ana Ruiz (tel. 212-963-1111; e-mail: ruiz@un.org)",
            "Ms. Ana Ruiz, ruiz@un.org, 212-963-1111",
            "Ms. Ana Ruiz at ruiz@un.org or by telephone at 212-963-1111",
        ] {
            assert_eq!(read(same), [ruiz], "{same}");
        }
    }

    #[test]
    fn an_address_for_something_else_is_nobody_s() {
        let called = ["Ana Ruiz", "", "212-963-1111"];
        assert_eq!(read("Ms. Ana Ruiz (tel. 212-963-1111), with copy to pga@un.org"), [called, ["", "pga@un.org", ""]]);
        assert_eq!(read("Ms. Ana Ruiz (212-963-1111); enquiries: info@un.org"), [called, ["", "info@un.org", ""]]);
        let second =
            "Ms. Ana Ruiz (ruiz@un.org), Mr. Jan Roos (212-963-2222), or Ms. Ana Ruiz (212-963-1111, ana@un.org)";
        assert_eq!(
            read(second),
            [["Ana Ruiz", "ruiz@un.org", "212-963-1111"], ["Jan Roos", "", "212-963-2222"], ["", "ana@un.org", ""]]
        );
    }
}
