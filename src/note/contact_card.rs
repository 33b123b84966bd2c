//! Contacts whose parts stand on lines of their own: `Ms. Ana Ruiz` / `General Assembly Affairs Branch` / `Tel.: +1 (212)
//! 963-1847` / `E-mail: ruiz@un.org`.

use super::outline::{Outline, Sentence};
use super::person;
use crate::text::lex::{self, Value};
use crate::text::{BlockKind, Cited};

/// The lines that an address or a number alone on its line stands below.
pub(super) struct Card {
    /// The block that begins it.
    pub(super) from: usize,
    /// Who is named there.
    pub(super) name: Option<Cited<String>>,
}

/// How many lines stand above one of a card's at most, and how long they are, in bytes.
const ABOVE_MAX: usize = 5;
const LINE_MAX: usize = 80;

/// The card whose address or number a sentence is; `None` where it says more than one, or stands on no line of its own.
pub(super) fn card(outline: &Outline<'_>, sentence: &Sentence) -> Option<Card> {
    if outline.reading.blocks()[sentence.block].range != sentence.range || !is_alone(outline, sentence.block) {
        return None;
    }
    let mut from = sentence.block;
    for at in (sentence.block.saturating_sub(ABOVE_MAX)..sentence.block).rev() {
        let block = &outline.reading.blocks()[at];
        let text = outline.reading.block_text(block);
        let line = block.kind == BlockKind::Text && text.len() <= LINE_MAX && !text.ends_with(['.', ':', ';']);
        if is_alone(outline, at) || gives_one(outline, at) {
            from = at;
        }
        if line && lex::begins_with_honorific(text) {
            let name = person::with_honorific(text, 0)?.name?;
            let start = block.range.start;
            return Some(Card { from: at, name: Some(outline.cite(start + name.start..start + name.end)) });
        }
        if !line || outline.heads_part(at) {
            break;
        }
    }
    Some(Card { from, name: None })
}

/// Whether a block is nothing but an address or a telephone number, be it called so: `Tel.: +1 (212) 963-1847`.
fn is_alone(outline: &Outline<'_>, block: usize) -> bool {
    /// More letters than `telephone` or `extension` has.
    const CALLED_MAX: usize = 10;
    let range = outline.reading.blocks()[block].range.clone();
    let text = outline.reading.text();
    let [(place, token)] = outline.reading.tokens_in(range.clone()) else { return false };
    let given = matches!(token.value, Value::Phone(_) | Value::Email(_));
    let called = text[range.start..place.start.max(range.start)].trim_matches([' ', '.', ':', '+', '(']);
    let behind = text[place.end.min(range.end)..range.end].trim_matches([' ', '.', ';', ',']);
    let name = |c: char| c.is_ascii_alphabetic() || c == '-';
    given && behind.is_empty() && called.len() <= CALLED_MAX && called.chars().all(name)
}

/// Whether a block gives an address or a number on a line as short as those of a card.
fn gives_one(outline: &Outline<'_>, block: usize) -> bool {
    let range = outline.reading.blocks()[block].range.clone();
    let given = |token: &lex::Token| matches!(token.value, Value::Phone(_) | Value::Email(_));
    range.len() <= LINE_MAX && outline.reading.tokens_in(range).iter().any(|(_, token)| given(token))
}

#[cfg(test)]
mod tests {
    use crate::note::contacts::contacts;
    use crate::note::outline::Outline;
    use crate::text::Reading;

    /// Name, address and number of the contacts in some lines.
    fn read(lines: &str) -> Vec<[String; 3]> {
        let text = format!(
            "Practical matters\n\nDelegations write to those named here.\n\n{}\n",
            lines.replace(" / ", "\n\n")
        );
        let contacts = contacts(&Outline::of(&Reading::of(&text))).into_iter();
        let contacts = contacts.map(|contact| {
            [contact.name, contact.email, contact.phone].map(|part| part.map(|part| part.value).unwrap_or_default())
        });
        contacts.collect()
    }

    #[test]
    fn the_lines_of_a_card_are_one_contact() {
        let ruiz = ["Ana Ruiz", "ruiz@un.org", "+1 (212) 963-1847"].map(str::to_owned);
        for card in [
            "Ms. Ana Ruiz ruiz@un.org / +1 (212) 963-1847",
            "Ms. Ana Ruiz / Affairs Branch / Tel.: +1 (212) 963-1847 / E-mail: ruiz@un.org",
            "Ms. Ana Ruiz / Affairs Branch / ruiz@un.org / Telephone: +1 (212) 963-1847 / Fax: +1 (212) 963-1848",
        ] {
            assert_eq!(read(card), std::slice::from_ref(&ruiz), "{card}");
        }
        let two =
            read("Ms. Ana Ruiz / Tel.: +1 (212) 963-1847 / E-mail: ruiz@un.org / Mr. Jan Roos / E-mail: roos@un.org");
        assert_eq!(two, [ruiz, ["Jan Roos", "roos@un.org", ""].map(str::to_owned)]);
    }

    #[test]
    fn a_number_below_a_sentence_is_nobody_s() {
        assert_eq!(
            read("Ms. Ana Ruiz ruiz@un.org / It will be held in June. / 212-963-1847"),
            [["Ana Ruiz", "ruiz@un.org", ""]]
        );
    }
}
