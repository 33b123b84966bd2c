//! What stands in brackets behind a speaker: `(tbc)`, `(to be confirmed)`.

use crate::text::{Cited, misread};

/// `tbc`, to be confirmed, of which letters may be misread: `tbe`, `lbc`, `thc`.
pub(super) fn confirmed(note: Cited<String>, office: Option<&str>) -> Cited<String> {
    let worn = match note.value.as_bytes() {
        [b't' | b'l' | b'f' | b'i', b'b', b'c' | b'e' | b'o'] => true,
        // Behind a State's name it may be the article.
        [b't' | b'l' | b'f' | b'i', b'h', b'c'] => !office.is_some_and(ends_in_state),
        _ => false,
    };
    const IN_FULL: &str = "to be confirmed";
    const IN_FULL_FLOOR: f32 = 0.85;
    match worn {
        true => Cited::new("tbc".to_owned(), note.span),
        false if misread::is_form(&note.value, IN_FULL, IN_FULL_FLOOR) => Cited::new(IN_FULL.to_owned(), note.span),
        false => note,
    }
}

/// Whether an office ends with the name of a State that lists give its article behind it: `Netherlands (the)`.
fn ends_in_state(office: &str) -> bool {
    const STATES: [&str; 17] = [
        "Bahamas",
        "Comoros",
        "Congo",
        "Emirates",
        "Federation",
        "Gambia",
        "Islands",
        "Kingdom",
        "Lebanon",
        "Netherlands",
        "Niger",
        "Philippines",
        "Republic",
        "States",
        "Sudan",
        "Ukraine",
        "Yemen",
    ];
    office.rsplit(' ').next().is_some_and(|last| STATES.contains(&last))
}

#[cfg(test)]
mod tests {
    use crate::note::outline::Outline;
    use crate::note::programme::read::programme;
    use crate::text::Reading;

    #[test]
    fn who_is_to_be_confirmed_is_so_through_misread_letters() {
        let noted = |given: &str| {
            let before = "Programme\n\n10.00 a.m.  Opening\n\u{2022} Ms. Ana Ruiz, Special Adviser ";
            let reading = Reading::of(&format!("{before}{given}\n"));
            let entries = programme(&Outline::of(&reading), &[]).entries;
            let speaker = entries.iter().flat_map(|entry| &entry.speakers).next().expect("a speaker");
            speaker.note.as_ref().map(|note| note.value.clone())
        };
        for given in ["(tbc)", "(tbe)", "{tbc)"] {
            assert_eq!(noted(given).as_deref(), Some("tbc"), "{given}");
        }
        assert_eq!(noted("at the University of Notre Dame (tbc)").as_deref(), Some("tbc"));
        assert_eq!(noted("(to be confirrned)").as_deref(), Some("to be confirmed"));
        assert_eq!(noted("(thc)").as_deref(), Some("tbc"));
        assert_eq!(noted("of the Gambia (thc)").as_deref(), Some("thc"), "the State's article, as likely");
        assert_eq!(noted("(the)"), None, "an article, or a misread tbc: nothing is guessed");
    }
}
