//! Whom to write to or to call, and what for.

use std::ops::Range;

use super::model::{Contact, ContactPurpose};
use super::outline::Outline;
use super::person;
use super::phrase;
use crate::text::Cited;
use crate::text::lex::{self, Value};

/// Words by which civil society is told from delegations.
const SOCIETY: [&str; 7] = [
    "civil society",
    "non-governmental",
    "ngo",
    "ngos",
    "special events ticket",
    "special event ticket",
    "civil society organisations",
];

/// Whether a sentence is addressed to civil society.
pub(super) fn is_civil_society(text: &str) -> bool {
    phrase::has_any(text, &SOCIETY)
}

/// Reads the contacts: an entry for each e-mail address, and for each telephone number without one.
pub(super) fn contacts(outline: &Outline<'_>) -> Vec<Contact> {
    let mut contacts: Vec<Contact> = Vec::new();
    let mut named: Vec<String> = Vec::new();
    let mut purpose_before: Option<(usize, ContactPurpose)> = None;
    for sentence in &outline.sentences {
        let text = outline.text(sentence);
        let society = is_civil_society(text);
        let tokens = outline.reading.tokens_in(sentence.range.clone());
        let purpose = match (society, purpose_before) {
            (true, _) => ContactPurpose::CivilSociety,
            // A sentence that only gives the address belongs to the one before it.
            (false, Some((block, before))) if block == sentence.block && !speaks_of_delegations(text) => before,
            _ => ContactPurpose::Speakers,
        };
        purpose_before = Some((sentence.block, purpose));
        let mut from = sentence.range.start;
        let mut last: Option<usize> = None;
        for (place, token) in tokens {
            let cited = |value: &str| Cited::new(value.to_owned(), outline.reading.raw_span(place.clone()));
            match &token.value {
                Value::Email(_) if is_for_press(text) => {}
                Value::Email(email) => {
                    let behind = name_behind(outline, place.end);
                    let name =
                        name_between(outline, from..place.start).or(behind).filter(|name| !named.contains(&name.value));
                    named.extend(name.iter().map(|name| name.value.clone()));
                    // A telephone that stands before its address belongs to the same person.
                    let joined =
                        last.filter(|&i| contacts[i].email.is_none() && name.is_none() && place.start - from < 30);
                    match joined {
                        Some(i) => contacts[i].email = Some(cited(email)),
                        None => {
                            last = Some(contacts.len());
                            contacts.push(Contact { purpose, name, email: Some(cited(email)), phone: None });
                        }
                    }
                }
                // A fax is no telephone.
                Value::Phone(_)
                    if outline.reading.text()[from..place.start]
                        .trim_end_matches([' ', ':', '.'])
                        .to_lowercase()
                        .ends_with("fax") =>
                {
                    continue;
                }
                Value::Phone(phone) => {
                    let name = name_between(outline, from..place.start).filter(|name| !named.contains(&name.value));
                    let near = place.start - from < 40;
                    match last.filter(|&i| contacts[i].phone.is_none() && name.is_none() && near) {
                        Some(i) => contacts[i].phone = Some(cited(phone)),
                        None => {
                            named.extend(name.iter().map(|name| name.value.clone()));
                            last = Some(contacts.len());
                            contacts.push(Contact { purpose, name, email: None, phone: Some(cited(phone)) });
                        }
                    }
                }
                _ => continue,
            }
            from = place.end;
        }
    }
    let mut seen: Vec<String> = Vec::new();
    contacts.retain(|contact| {
        let key = contact
            .email
            .as_ref()
            .or(contact.phone.as_ref())
            .map(|cited| cited.value.to_lowercase())
            .unwrap_or_default();
        let new = !seen.contains(&key);
        seen.push(key);
        new
    });
    contacts
}

/// Addresses for journalists are neither delegations' nor civil society's.
fn is_for_press(text: &str) -> bool {
    phrase::has_any(text, &["journalists", "media accreditation", "press corps", "media representatives"])
}

/// The person named in brackets right behind an address: `speakers@un.org (Ms. …)`.
fn name_behind(outline: &Outline<'_>, end: usize) -> Option<Cited<String>> {
    let text = outline.reading.text();
    let open = text[end..].strip_prefix(" (")?;
    let start = end + text[end..].len() - open.len();
    let close = start + open.find(')').filter(|&close| close < 80)?;
    let person = person::with_honorific(&text[..close], start)?;
    person.name.map(|name| outline.cite(name))
}

fn speaks_of_delegations(text: &str) -> bool {
    phrase::has_any(text, &["delegations", "delegation", "member states", "speakers", "permanent missions", "missions"])
}

/// The last person named in `range`.
fn name_between(outline: &Outline<'_>, range: Range<usize>) -> Option<Cited<String>> {
    let text = &outline.reading.text()[range.clone()];
    let starts = phrase::words(text).map(|word| word.start);
    let mut last = None;
    for start in starts {
        if lex::begins_with_honorific(&text[start..])
            && let Some(person) = person::with_honorific(text, start)
        {
            last = person.name;
        }
    }
    last.map(|name| outline.cite(range.start + name.start..range.start + name.end))
}
