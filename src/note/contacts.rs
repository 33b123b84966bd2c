//! Whom to write to or to call, and what for.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::contact_card::card;
use super::contact_joined::goes_on_behind;
use super::contact_purpose::{Purposes, society_begins};
use super::letter_forms::{is_salutation, message_line};
use super::model::{Contact, ContactPurpose, SectionKind};
use super::outline::{Outline, Sentence};
use super::person;
use super::phrase;
use crate::text::lex::{self, Value};
use crate::text::{Block, Cited, lookalike, misread};

/// Nearer than this behind what stands before it, in bytes, an address may be that of the telephone there.
const EMAIL_NEAR: usize = 30;

/// Nearer than this, in bytes, a telephone may be that of the address there.
const PHONE_NEAR: usize = 40;

/// Reads the contacts: an entry for each e-mail address, and for each telephone number without one.
pub(super) fn contacts(outline: &Outline<'_>) -> Vec<Contact> {
    let greets = |block: &Block| is_salutation(outline.reading.block_text(block));
    let salutation = outline.blocks_of(SectionKind::Letter).filter(|(_, block)| greets(block)).last();
    let salutation = salutation.map_or(0, |(block, _)| block);
    let mut purposes = Purposes::of(outline);
    let mut directory = Directory { outline, contacts: Vec::new(), named: BTreeMap::new(), last: None, block: None };
    for sentence in &outline.sentences {
        let purpose = purposes.next(sentence);
        // The address of a letterhead is its sender's.
        let letterhead = sentence.block < salutation && sentence.part == SectionKind::Letter;
        directory.read(sentence, purpose, letterhead);
    }
    let mut contacts = directory.contacts;
    mend_hosts(outline, &mut contacts);
    without_repeats(contacts)
}

/// The contacts as they are found.
struct Directory<'a> {
    outline: &'a Outline<'a>,
    contacts: Vec<Contact>,
    /// The names that they have, each with its contact.
    named: BTreeMap<String, usize>,
    /// The one that a sentence added or completed last, and its block.
    last: Option<usize>,
    block: Option<usize>,
}

impl Directory<'_> {
    /// Adds the contacts of a sentence, which are for `purpose`; addresses in the `letterhead` are none.
    fn read(&mut self, sentence: &Sentence, purpose: ContactPurpose, letterhead: bool) {
        let (outline, text) = (self.outline, self.outline.text(sentence));
        let tokens = outline.reading.tokens_in(sentence.range.clone());
        let turns = purpose == ContactPurpose::CivilSociety && !tokens.is_empty();
        let turn = turns.then(|| society_begins(text)).flatten().map(|at| sentence.range.start + at);
        let card = if tokens.is_empty() { None } else { card(outline, sentence) };
        // A number alone on its line is that of the contact above.
        let goes_on = card.as_ref().is_some_and(|card| self.block.is_some_and(|block| block >= card.from));
        let alone = goes_on || card.as_ref().is_some_and(|card| card.name.is_some());
        self.last = self.last.filter(|_| goes_on);
        let mut from = sentence.range.start;
        for (place, token) in tokens {
            // Of a sentence that turns from delegations to civil society, what stands before the turn is the former's.
            let purpose = if turn.is_some_and(|turn| place.end <= turn) { ContactPurpose::Speakers } else { purpose };
            let before = from..place.start;
            let cited = |value: &str| Some(Cited::new(value.to_owned(), outline.reading.raw_span(place.clone())));
            let above = || card.as_ref().and_then(|card| card.name.clone());
            let name = || name_between(outline, before.clone()).or_else(above);
            let (contact, near) = match &token.value {
                Value::Email(email) if letterhead || is_of_another_purpose(text, email) => {
                    from = place.end;
                    continue;
                }
                Value::Email(email) => {
                    let name = name().or_else(|| name_behind(outline, place.end));
                    (Contact { purpose, name, email: cited(email), phone: None }, before.len() < EMAIL_NEAR)
                }
                // A fax is no telephone, and what is left of a table's markup may look like a number.
                Value::Phone(_)
                    if is_fax(&outline.reading.text()[before.clone()]) || !speaks_of_calling(text) && !alone =>
                {
                    continue;
                }
                Value::Phone(phone) => {
                    (Contact { purpose, name: name(), email: None, phone: cited(phone) }, before.len() < PHONE_NEAR)
                }
                _ => continue,
            };
            let near = near && goes_on_behind(&outline.reading.text()[before.clone()]);
            self.add(contact, near);
            (from, self.block) = (place.end, Some(sentence.block));
        }
    }

    /// Adds a contact. What it gives is that of the person it names, if they stand before; where it names nobody and is
    /// `near`, that of the last: if that one lacks it.
    fn add(&mut self, contact: Contact, near: bool) {
        let known = contact.name.as_ref().map(|name| self.named.get(&name.value).copied());
        let owner = match known {
            // The lines of a card are one person's, whatever each is for.
            Some(own) => own.filter(|&own| {
                near && self.last == Some(own)
                    || self.contacts.get(own).is_some_and(|own| own.purpose == contact.purpose)
            }),
            None => self.last.filter(|_| near),
        };
        let lacks = |owner: &Contact| {
            (owner.email.is_none() || contact.email.is_none()) && (owner.phone.is_none() || contact.phone.is_none())
        };
        let owner = owner.filter(|&at| self.contacts.get(at).is_some_and(lacks));
        if let Some((at, owner)) = owner.and_then(|at| Some((at, self.contacts.get_mut(at)?))) {
            owner.email = owner.email.take().or(contact.email);
            owner.phone = owner.phone.take().or(contact.phone);
            self.last = Some(at);
            return;
        }
        let at = self.contacts.len();
        // A name stands with the first that is theirs.
        let name = contact.name.filter(|_| known == Some(None));
        if let Some(name) = &name {
            self.named.insert(name.value.clone(), at);
        }
        self.contacts.push(Contact { name, ..contact });
        self.last = Some(at);
    }
}

/// The contacts without those whose address, or whose telephone without one, stood before.
fn without_repeats(mut contacts: Vec<Contact>) -> Vec<Contact> {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    contacts.retain(|contact| {
        let key = contact.email.as_ref().or(contact.phone.as_ref());
        seen.insert(key.map(|cited| cited.value.to_lowercase()).unwrap_or_default())
    });
    contacts
}

/// The host of the Secretariat's addresses.
const SECRETARIAT: &str = "un.org";

/// How alike a misread host must be to the one that is meant.
const HOST_FLOOR: f32 = 0.5;
/// How alike, where it may be a host itself.
const SAME_HOST: f32 = 0.85;
/// How many hosts may stand in a note for one to be another misread; hostile ones have no end of them.
const HOSTS_MAX: usize = 32;

/// Reads hosts that end as none does as the one that is meant: another address's of the note, or the Secretariat's. A host
/// that may be one stays what it is, where no other address of the note is as good as the same and stands there more often.
fn mend_hosts(outline: &Outline<'_>, contacts: &mut [Contact]) {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (_, host) in contacts.iter().filter_map(|contact| contact.email.as_ref()?.value.split_once('@')) {
        *counts.entry(host.to_owned()).or_default() += 1;
    }
    let times = |host: &str| counts.get(host).copied().unwrap_or_default();
    let hosts: Vec<&str> = counts.keys().map(String::as_str).filter(|host| ends_as_hosts_do(host)).collect();
    // A note has few hosts.
    if hosts.len() > HOSTS_MAX {
        return;
    }
    for email in contacts.iter_mut().filter_map(|contact| contact.email.as_mut()) {
        let Some((local, own)) = email.value.split_once('@') else { continue };
        let exists = ends_as_hosts_do(own);
        let floor = if exists { SAME_HOST } else { HOST_FLOOR };
        // The Secretariat's own host is nobody else's misread.
        let others = hosts.iter().copied().filter(|host| *host != own && own != SECRETARIAT);
        let others = others.filter(|other| !exists || *other == SECRETARIAT || times(other) > times(own));
        let mut meant = others.chain((!exists).then_some(SECRETARIAT));
        let meant = meant.find(|meant| !exists && own.starts_with(meant) || lookalike::similar(own, meant, floor));
        let Some(meant) = meant else { continue };
        // A word that ran on from the address is no part of it.
        if let Some(run_on) = own.strip_prefix(meant) {
            let place = outline.reading.read_range(email.span);
            let end = place.end.saturating_sub(run_on.len());
            if outline.reading.text().get(place.start..end).is_some_and(|address| address.ends_with(meant)) {
                email.span = outline.reading.raw_span(place.start..end);
            }
        }
        email.value = format!("{local}@{meant}");
    }
}

fn ends_as_hosts_do(host: &str) -> bool {
    let top = host.rsplit('.').next().unwrap_or_default();
    lex::TOP_DOMAINS.contains(&top) || top.len() == 2 && COUNTRIES.split(' ').any(|country| country == top)
}

/// The ends of the hosts of countries, as ISO 3166 has them, and two that it has besides.
const COUNTRIES: &str = "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq br bs bt \
    bv bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg eh er es et eu fi fj fk fm \
    fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp \
    ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mf mg mh mk ml mm mn mo mp mq mr ms mt mu mv \
    mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd \
    se sg sh si sj sk sl sm sn so sr ss st sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk um us uy uz va \
    vc ve vg vi vn vu wf ws ye yt za zm zw";

/// Whether a sentence with a number that no address stands with speaks of calling at all.
fn speaks_of_calling(text: &str) -> bool {
    const CALLS: [&str; 18] = [
        "tel",
        "telephone",
        "phone",
        "call",
        "contact",
        "e-mail",
        "email",
        "ext",
        "extension",
        "fax",
        "inquiries",
        "enquiries",
        // The units of a secretariat.
        "branch",
        "office",
        "section",
        "division",
        "mobile",
        "questions",
    ];
    text.contains('@')
        || phrase::has_any(text, &CALLS)
        || phrase::words(text).any(|word| lex::begins_with_honorific(&text[word.start..]))
}

/// How alike a misread word must be to `fax`.
const FAX: f32 = 0.6;

/// Whether what stands before a number makes it a fax's: `fax:`, `sending a fax to`.
fn is_fax(before: &str) -> bool {
    let head = before.trim_end_matches([' ', ':', '.']).to_lowercase();
    let head = [" to", " at", " number", " no", " on"].iter().find_map(|tie| head.strip_suffix(tie)).unwrap_or(&head);
    let word = head.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    word == "fax" || word.len() == 3 && misread::is_form(word, "fax", FAX)
}

/// Whether an address is given for something else than a list of speakers, or stands in the head of a message.
fn is_of_another_purpose(text: &str, email: &str) -> bool {
    is_for_press(text, email) || is_beside(text) || message_line(text).is_some()
}

/// Addresses for journalists are neither delegations' nor civil society's.
fn is_for_press(text: &str, email: &str) -> bool {
    let local = email.split('@').next().unwrap_or_default().to_lowercase();
    let named = local.contains("accreditation") || ["media", "press"].iter().any(|desk| local.starts_with(desk));
    named || phrase::has_any(text, &["journalists", "media accreditation", "press corps", "media representatives"])
}

/// Addresses for what goes on beside an event are not those of its list of speakers.
fn is_beside(text: &str) -> bool {
    const BESIDE: [&str; 8] =
        ["side event", "side events", "screening", "exhibition", "exhibit", "reception", "book launch", "guided tour"];
    const LIST: [&str; 6] = ["list of speakers", "speakers", "inscribe", "inscriptions", "take the floor", "register"];
    phrase::first_exact(text, &BESIDE).is_some() && phrase::first_exact(text, &LIST).is_none()
}

/// The person named in brackets right behind an address: `speakers@un.org (Ms. …)`.
fn name_behind(outline: &Outline<'_>, end: usize) -> Option<Cited<String>> {
    let text = outline.reading.text();
    // `…@un.org, attention Ms. …`
    let addressed = ["attention ", "attn. ", "attn: ", "Attn. ", "Attention: ", "c/o "]
        .iter()
        .find_map(|tie| text[end..].trim_start_matches([',', ' ', '(']).strip_prefix(tie));
    if let Some(addressed) = addressed {
        let person = person::with_honorific(text, text.len() - addressed.len())?;
        return person.name.map(|name| outline.cite(name));
    }
    let open = text[end..].strip_prefix(" (")?;
    let start = end + text[end..].len() - open.len();
    let close = start + open.find(')').filter(|&close| close < 80)?;
    let person = person::with_honorific(&text[..close], start)?;
    person.name.map(|name| outline.cite(name))
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

#[cfg(test)]
mod tests {
    use super::contacts;
    use crate::note::model::ContactPurpose;
    use crate::note::outline::Outline;
    use crate::text::Reading;

    #[test]
    fn addresses_of_another_purpose_are_none_of_the_list_of_speakers() {
        let read = |text: &str| {
            let reading = Reading::of(&format!("Practical matters\n\n{text}\n"));
            contacts(&Outline::of(&reading)).into_iter().map(|contact| contact.purpose).collect::<Vec<_>>()
        };
        assert_eq!(read("Side event: the Missions invite delegations to a screening (films@um.dk)."), []);
        assert_eq!(read("Press: mediaaccreditation@un.org"), []);
        let speakers = [ContactPurpose::Speakers];
        assert_eq!(read("Speakers at the side event write to ruiz@un.org."), speakers);
        assert_eq!(read("Delegations are to write to ruiz@un.org."), speakers);
        assert_eq!(read("Canl society organizations apply to ruiz@un.org."), [ContactPurpose::CivilSociety]);
    }

    #[test]
    fn stakeholders_are_told_from_delegations() {
        let read = |text: &str| {
            let reading = Reading::of(&format!("Practical matters\n\n{text}\n"));
            contacts(&Outline::of(&reading)).into_iter().map(|contact| contact.purpose).collect::<Vec<_>>()
        };
        let society = [ContactPurpose::CivilSociety];
        assert_eq!(read("Major groups will find a form on the website; questions go to ruiz@un.org."), society);
        assert_eq!(read("Other stakeholders apply to ruiz@un.org."), society);
        assert_eq!(read("Delegations and other stakeholders apply to ruiz@un.org."), [ContactPurpose::Speakers]);
    }

    #[test]
    fn who_passes_a_letter_on_is_no_contact() {
        let head = "From: Ana Ruiz <ruiz@mission.org>\nTo: All\n\nColleagues,\n\nSee below.\n\n--- Forwarded message ---\nFor the office: pga@un.org\n\nExcellency,\n\n";
        let text = format!(
            "{head}I have the honour to invite you to the dialogue, which will be held on 5 March 2020.\n\nPlease accept, Excellency, the assurances of my highest consideration.\n\nJan Olsen\n"
        );
        assert_eq!(contacts(&Outline::of(&Reading::of(&text))), []);
    }
}
