//! Those whom a programme, or what stands behind its last row, only says to write to or to call.

use std::ops::Range;

use crate::note::outline::Outline;
use crate::note::phrase;
use crate::text::lex::{self, Value};
use crate::text::sentence::sentences;

/// Whether the person whose words stand at `person` of the reading text is given with an e-mail or a telephone, in the rest of
/// the line up to `end`: a contact, and no speaker.
pub(super) fn is_contact(outline: &Outline<'_>, person: Range<usize>, end: usize) -> bool {
    let text = outline.reading.text();
    let behind = &text[person.end..end.max(person.end)];
    let next = phrase::words(behind).find(|word| lex::begins_with_honorific(&behind[word.start..]));
    let own = &behind[..next.map_or(behind.len(), |next| next.start)];
    let stop = sentences(own).first().map_or(own.len(), |first| first.end);
    let tokens = outline.reading.tokens_in(person.start..person.end + stop);
    tokens.iter().any(|(_, token)| matches!(token.value, Value::Email(_) | Value::Phone(_)))
}

#[cfg(test)]
mod tests {
    use crate::note::outline::Outline;
    use crate::note::programme::read::programme;
    use crate::text::Reading;

    #[test]
    fn who_is_given_with_an_address_or_a_telephone_is_no_speaker() {
        let speakers = |last: &str| {
            let rows = format!("10 a.m.  Panel discussion\n\n12 p.m.  Closing remarks\n   {last}\n");
            let reading = Reading::of(&format!("Programme\n\n{rows}"));
            let entries = programme(&Outline::of(&reading), &[]).entries;
            let names = entries.into_iter().flat_map(|entry| entry.speakers).filter_map(|speaker| speaker.name);
            names.map(|name| name.value).collect::<Vec<_>>()
        };
        for contact in [
            "Delegations give their names to Ms. Ana Ruiz (ruiz@un.org, tel. 212-963-7555) in good time.",
            "Contact: Ms. Ana Ruiz, Programme Officer, tel. 212-963-7555",
            "Questions go to Ms. Ana Ruiz at ruiz@un.org.",
        ] {
            assert_eq!(speakers(contact), [""; 0], "{contact}");
        }
        assert_eq!(speakers("Ms. Ana Ruiz, Director. Contact: Mr. Jan Roos, roos@un.org"), ["Ana Ruiz"]);
        assert_eq!(speakers("Ms. Ana Ruiz, Chair of the Board. Texts may be sent to desk@un.org."), ["Ana Ruiz"]);
    }
}
