//! The letter, read.

use super::{date, office, sender};
use crate::note::earlier_letters;
use crate::note::model::{Letter, SectionKind};
use crate::note::outline::Outline;

/// Reads the letter, where there is one.
pub(in crate::note) fn letter(outline: &Outline<'_>) -> Option<Letter> {
    outline.parts.iter().find(|part| part.kind == SectionKind::Letter)?;
    Some(Letter {
        date: date::date(outline),
        sender: sender::sender(outline),
        office: office::office(outline),
        refers_to: earlier_letters::refers_to(outline),
    })
}

#[cfg(test)]
mod tests {
    use super::letter;
    use crate::note::outline::Outline;
    use crate::text::Reading;

    #[test]
    fn who_acts_for_another_signs_as_such() {
        let office = |under: &str| {
            let body = "It is my privilege to inform you that the General Assembly will meet in an\n\
                        informal interactive dialogue on 12 July 2011, and to ask you to be there.";
            let close = "Please accept, Excellency, the assurances of my highest consideration.";
            let head = "THE PRESIDENT OF THE GENERAL ASSEMBLY\n\n1 July 2011\n\nExcellency,";
            let text =
                format!("{head}\n\n{body}\n\n{close}\n\nJoseph Deiss\n{under}\n\nAll Permanent Representatives\n");
            letter(&Outline::of(&Reading::of(&text))).and_then(|letter| letter.office).map(|office| office.value)
        };
        for acting in ["Acting President of the General Assembly", "Vice-President of the General Assembly"] {
            assert_eq!(office(acting).as_deref(), Some(acting));
        }
        assert_eq!(office("President of the General Assembly").as_deref(), Some("President of the General Assembly"));
        let address = "Permanent Representatives and Permanent Observers to the United Nations";
        assert_eq!(office(address).as_deref(), Some("President of the General Assembly"));
    }

    #[test]
    fn a_name_may_run_on_from_what_the_sender_remains() {
        let invited = "It is my privilege to inform you that the General Assembly will meet in an\n\
                       informal interactive dialogue on 12 July 2011, and to ask you to be there.";
        let sender = |closing: &str, name: &str| {
            let text = format!("Excellency,\n\n{invited}\n\n{closing}\n\n{name}\nPresident of the General Assembly\n");
            letter(&Outline::of(&Reading::of(&text))).and_then(|letter| letter.sender).map(|sender| sender.value)
        };
        let named = Some("Joseph Deiss");
        let remain = "With the renewed assurances of my highest consideration, I remain,";
        assert_eq!(sender(remain, "Joseph Deiss").as_deref(), named);
        assert_eq!(sender("Accept the assurances of my highest consideration,", "Joseph Deiss").as_deref(), named);
        assert_eq!(sender(remain, "your obedient servant").as_deref(), None);
    }

    #[test]
    fn a_tab_may_set_a_letterhead_in() {
        let office = |head: &str| {
            let invited = "I have the honour to invite you to an informal interactive dialogue on 12 July 2011.";
            let closing = "Please accept, Excellency, the assurances of my highest consideration.";
            let text = format!("{head}\n\n9 June 2011\n\nExcellency,\n\n{invited}\n\n{closing}\n\nJoseph Deiss\n");
            letter(&Outline::of(&Reading::of(&text))).and_then(|letter| letter.office).map(|office| office.value)
        };
        assert_eq!(
            office("\tThe President of the General Assembly").as_deref(),
            Some("President of the General Assembly")
        );
        assert_eq!(office("\tPresident of the General Assembly\t9 June 2011"), None, "a table's row");
    }

    #[test]
    fn a_letter_that_is_passed_on_keeps_its_date_and_its_letterhead() {
        let read = |date: &str, bye: &str| {
            let head = format!(
                "From: Ana Ruiz\nDate: Tue, 18 Feb 2020 09:12:44 -0500\nSubject: Fwd: Dialogue\n\nColleagues,\n\nSee below from the office.\n{bye}\n---------- Forwarded message ----------\nFrom: PGA\nDate: Mon, 17 Feb 2020 16:40:03 -0500\n\n"
            );
            let own = format!(
                "THE PRESIDENT OF THE GENERAL ASSEMBLY\n\n{date}Excellency,\n\nI have the honour to invite you to the dialogue, which will be held on 5 March 2020, and to ask you to be there.\n\nPlease accept, Excellency, the assurances of my highest consideration.\n\nHamid Costa\n"
            );
            let letter = letter(&Outline::of(&Reading::of(&format!("{head}{own}")))).expect("a letter");
            (
                letter.date.map(|date| date.value.day()),
                letter.office.map(|office| office.value),
                letter.sender.map(|sender| sender.value),
            )
        };
        let office = || Some("President of the General Assembly".to_owned());
        let sender = || Some("Hamid Costa".to_owned());
        assert_eq!(read("14 February 2020\n\n", ""), (Some(14), office(), sender()));
        assert_eq!(read("14 February 2020\n\n", "\nBest regards,\nAna\n"), (Some(14), office(), sender()));
        assert_eq!(read("", ""), (Some(18), office(), sender()));
    }
}
