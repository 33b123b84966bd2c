//! # Contact mismatch
//!
//! **What.** A sentence asks for an e-mail and gives a telephone number only, or asks for a call and gives an e-mail
//! address only, and no contact for the same purpose makes up for it.
//!
//! **Why.** What the sentence asks for cannot be done; something was left out.
//!
//! **Example.** `kindly send an email … to the General Assembly Affairs Branch (212.963.5063)`.
//!
//! Not queried: a sentence that asks for one or the other, one that gives both, one in which an address was misread.

use super::evidence;
use super::rule::Rule;
use crate::note::contact_purpose::is_civil_society;
use crate::note::model::{ContactPurpose, Finding, FindingKind, Note};
use crate::note::outline::{Outline, Sentence};
use crate::note::phrase;
use crate::text::lex::{Token, Value};

pub(super) static RULE: Rule = Rule {
    kind: FindingKind::ContactMismatch,
    phrase: "not the kind of contact that the sentence asks for",
    find,
    expected: |_, finding| match finding.value.contains('@') {
        true => "a telephone number".to_owned(),
        false => "an e-mail address".to_owned(),
    },
};

/// How a sentence asks for an e-mail.
const ASKS_EMAIL: [&str; 14] = [
    "send an e-mail",
    "send an email",
    "send e-mail",
    "send email",
    "sending an e-mail",
    "sending an email",
    "by e-mail",
    "by email",
    "via e-mail",
    "via email",
    "kindly email",
    "kindly e-mail",
    "please email",
    "please e-mail",
];

/// How a sentence asks for a call.
const ASKS_CALL: [&str; 9] = [
    "kindly telephone",
    "please telephone",
    "or telephone",
    "by telephone",
    "by phone",
    "please call",
    "kindly call",
    "please phone",
    "kindly phone",
];

fn find(outline: &Outline<'_>, note: &Note) -> Vec<Finding> {
    let is_contact = |value: &Value| matches!(value, Value::Email(_) | Value::Phone(_));
    evidence::sentences_with(outline, is_contact)
        .filter_map(|sentence| {
            let text = with_lead(outline, sentence);
            let (email, call) = (phrase::has_exact(text, &ASKS_EMAIL), phrase::has_exact(text, &ASKS_CALL));
            if email == call {
                return None;
            }
            let tokens = outline.reading.tokens_in(sentence.range.clone());
            let given = |wanted: fn(&Token) -> bool| tokens.iter().find(|(_, token)| wanted(token));
            let (address, number) = (given(is_email), given(is_phone));
            let purpose = match is_civil_society(text) {
                true => ContactPurpose::CivilSociety,
                false => ContactPurpose::Speakers,
            };
            let mut same = note.participation.contacts.iter().filter(|contact| contact.purpose == purpose);
            let (place, asked, found) = match (email, call, address, number) {
                (true, false, None, Some(number)) if !text.contains('@') && same.all(|c| c.email.is_none()) => {
                    (number, "An e-mail is asked for, but what is given is the telephone number", &number.1.value)
                }
                (false, true, Some(address), None) if !names_number(text) && same.all(|c| c.phone.is_none()) => {
                    (address, "A call is asked for, but what is given is the e-mail address", &address.1.value)
                }
                _ => return None,
            };
            let (Value::Email(value) | Value::Phone(value)) = found else { return None };
            let span = outline.reading.raw_span(place.0.clone());
            Some(RULE.finding(value, format!("{asked} {value}."), vec![span]))
        })
        .collect()
}

/// The words of a sentence, with those of the one before where these lead in to it: `… by e-mail only, at this address:`.
fn with_lead<'a>(outline: &Outline<'a>, sentence: &Sentence) -> &'a str {
    let at = outline.sentences.partition_point(|other| other.range.start < sentence.range.start);
    let lead = at.checked_sub(1).map(|before| &outline.sentences[before]);
    let lead = lead.filter(|lead| lead.part == sentence.part && outline.text(lead).ends_with(':'));
    let start = lead.map_or(sentence.range.start, |lead| lead.range.start);
    &outline.reading.text()[start..sentence.range.end]
}

fn is_email(token: &Token) -> bool {
    matches!(token.value, Value::Email(_))
}

fn is_phone(token: &Token) -> bool {
    matches!(token.value, Value::Phone(_))
}

/// Whether a telephone number may stand there, misread: a label for one, or a run of digits.
fn names_number(text: &str) -> bool {
    let digits = |word: &str| word.bytes().filter(u8::is_ascii_digit).count() >= 5;
    phrase::find_exact(text, "tel").is_some() || text.split(' ').any(digits)
}

#[cfg(test)]
mod tests {
    use super::with_lead;
    use crate::note::outline::Outline;
    use crate::text::Reading;

    #[test]
    fn the_line_that_leads_in_to_a_contact_asks_for_it() {
        let words = |lead: &str| {
            let reading =
                Reading::of(&format!("Practical matters\n\n{lead}\n\nMs. Ana Ruiz, telephone 212-963-7710.\n"));
            let outline = Outline::of(&reading);
            with_lead(&outline, outline.sentences.last().expect("a sentence")).replace('\n', " ")
        };
        let asked = "Speakers are asked to write by e-mail only, at this address:";
        assert_eq!(words(asked), format!("{asked} Ms. Ana Ruiz, telephone 212-963-7710."));
        assert_eq!(words("Speakers write by e-mail."), "Ms. Ana Ruiz, telephone 212-963-7710.");
    }
}
