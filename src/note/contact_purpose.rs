//! What a contact is for: the list of speakers, or civil society, as the words around it or the heading over it tell.

use super::model::ContactPurpose;
use super::outline::{Outline, Sentence};
use super::phrase;
use super::word_index::Places;
use crate::text::lex;

/// Words by which civil society is told from delegations.
const SOCIETY: [&str; 7] = [
    "society organizations",
    "society organisations",
    "civil society",
    "non-governmental",
    "ngo",
    "ngos",
    "civil society organisations",
];

/// Words by which organizations are told from delegations in a sentence that speaks of none.
const ORGANIZATIONS: [&str; 11] = [
    "interested organizations",
    "interested organisations",
    "organizations interested",
    "organisations interested",
    "organizations wishing",
    "organisations wishing",
    "major groups",
    "stakeholders",
    "academia",
    "youth groups",
    "members of the public",
];

/// Words by which delegations are told.
const DELEGATIONS: [&str; 7] =
    ["delegations", "delegation", "member states", "speakers", "permanent missions", "missions", "inscriptions"];

/// Whether a sentence is addressed to civil society.
pub(super) fn is_civil_society(text: &str) -> bool {
    phrase::has_any(text, &SOCIETY)
}

/// Where a sentence turns to civil society that speaks of delegations before.
pub(super) fn society_begins(text: &str) -> Option<usize> {
    let turn = phrase::first_of(text, &SOCIETY)?.start;
    phrase::has_any(&text[..turn], &DELEGATIONS).then_some(turn)
}

/// What the contacts of one sentence after the other are for.
pub(super) struct Purposes<'a> {
    outline: &'a Outline<'a>,
    society: Places,
    organizations: Places,
    delegations: Places,
    /// The block of the sentence before, and what its contacts are for.
    before: Option<(usize, ContactPurpose)>,
    /// Whether what stands here stands under a heading that is civil society's.
    headed: bool,
    /// The block that begins with somebody; what stands right below is an office, and no heading.
    person: Option<usize>,
}

impl<'a> Purposes<'a> {
    pub(super) fn of(outline: &'a Outline<'a>) -> Self {
        let words = &outline.words;
        let (society, organizations) = (words.places(SOCIETY), words.places(ORGANIZATIONS));
        Self {
            outline,
            society,
            organizations,
            delegations: words.places(DELEGATIONS),
            before: None,
            headed: false,
            person: None,
        }
    }

    /// What the contacts of the next sentence are for.
    pub(super) fn next(&mut self, sentence: &Sentence) -> ContactPurpose {
        let text = self.outline.text(sentence);
        let has = |places: &Places, phrases: &[&str]| places.any_in(&sentence.range) && phrase::has_any(text, phrases);
        let to_delegations = || has(&self.delegations, &DELEGATIONS);
        let to_society = has(&self.society, &SOCIETY) || has(&self.organizations, &ORGANIZATIONS) && !to_delegations();
        let block = &self.outline.reading.blocks()[sentence.block];
        let office = self.person.is_some_and(|person| person + 1 == sentence.block);
        let bare = self.outline.reading.tokens_in(sentence.range.clone()).is_empty();
        if lex::begins_with_honorific(text) && bare {
            self.person = Some(sentence.block);
        }
        if !office && bare && block.range == sentence.range && (heads(text) || self.outline.heads_part(sentence.block))
        {
            self.headed = heads_society(text);
        }
        let purpose = match self.before {
            _ if to_society => ContactPurpose::CivilSociety,
            // A sentence that only gives the address belongs to the one before it.
            Some((block, before)) if block == sentence.block && !to_delegations() => before,
            _ if self.headed && !to_delegations() => ContactPurpose::CivilSociety,
            _ => ContactPurpose::Speakers,
        };
        self.before = Some((sentence.block, purpose));
        purpose
    }
}

/// Whether a block may be a heading: a few words without a stop, and no person.
fn heads(text: &str) -> bool {
    /// More words than any such has.
    const WORDS: usize = 7;
    let few = text.split(' ').nth(WORDS).is_none() && !text.ends_with(['.', ';', ',']);
    few && text.starts_with(char::is_uppercase) && !lex::begins_with_honorific(text)
}

/// Whether a heading is civil society's alone: `Civil society`, `For non-governmental organizations:`.
fn heads_society(text: &str) -> bool {
    const LEADS: [&str; 5] = ["For ", "Contact for ", "Participation of ", "Participation by ", "Access for "];
    /// More words than such a name has.
    const WORDS: usize = 5;
    let bare = LEADS.iter().find_map(|lead| text.strip_prefix(lead)).unwrap_or(text);
    let named = phrase::first_exact(bare, &SOCIETY).is_some_and(|society| society.start == 0);
    named && bare.split(' ').nth(WORDS).is_none() && !phrase::has_any(bare, &DELEGATIONS)
}

#[cfg(test)]
mod tests {
    use crate::note::contacts::contacts;
    use crate::note::model::ContactPurpose::{self, CivilSociety, Speakers};
    use crate::note::outline::Outline;
    use crate::text::Reading;

    fn purposes(text: &str) -> Vec<ContactPurpose> {
        let text =
            format!("Participation\n\nMember States should enter their names on the list by Friday.\n\n{text}\n");
        contacts(&Outline::of(&Reading::of(&text))).into_iter().map(|contact| contact.purpose).collect()
    }

    #[test]
    fn a_heading_tells_what_the_contacts_under_it_are_for() {
        let two = |first: &str, second: &str| {
            purposes(&format!("{first}\n\nMs. Ana Ruiz ruiz@un.org\n\n{second}\n\nMr. Jan Roos roos@un.org"))
        };
        assert_eq!(two("List of speakers", "Civil society"), [Speakers, CivilSociety]);
        assert_eq!(two("For non-governmental organizations:", "Delegations"), [CivilSociety, Speakers]);
        assert_eq!(two("Civil society", "General inquiries"), [CivilSociety, Speakers]);
        let card = "Mr. Jan Roos\n\nOutreach Section\n\nTel.: 212-963-1847\n\nE-mail: roos@un.org";
        assert_eq!(purposes(&format!("For civil society\n\n{card}")), [CivilSociety]);
        assert_eq!(two("Statements by civil society and others", "Inquiries"), [Speakers, Speakers]);
        assert_eq!(
            purposes("Civil society\n\nDelegations may write to ruiz@un.org on its behalf, as they did before."),
            [Speakers]
        );
    }
}
