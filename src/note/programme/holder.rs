//! An office and who holds it, on two lines of a row.

use std::ops::Range;

use super::kinds::kind_of;
use super::pieces::Words;
use super::rows::Row;
use crate::note::model::Speaker;
use crate::note::office;
use crate::note::outline::Outline;
use crate::note::person::{self, Person};
use crate::note::phrase;
use crate::text::lex::weekday_named;
use crate::text::{Cited, lex};

/// Whether one who is named below holds the office that alone was named above: `Statement by the Secretary-General` /
/// `H.E. Mr. António Guterres`.
pub(super) fn holds(holder: &Speaker, office: &Speaker) -> bool {
    let Some(named) = office.office.as_ref().filter(|_| office.name.is_none()) else { return false };
    holder.name.is_some() && holder.office.as_ref().is_none_or(|own| own.value.starts_with(&named.value))
}

/// A person whose office stands on the next line.
pub(super) struct Holder {
    pub(super) person: Person,
    pub(super) office: Option<Cited<String>>,
    /// What stands in brackets behind it.
    pub(super) note: Option<Cited<String>>,
}

/// The person whose bare name is a row's first line, where the office is the next: `BAN Ki-moon` / `Secretary-General`.
pub(super) fn holder(outline: &Outline<'_>, row: &Row) -> Option<Holder> {
    let [first, second, ..] = &row.words[..] else { return None };
    let text = outline.reading.text();
    let person = person::bare_name(&text[first.range.clone()]).filter(|_| names_holder(outline, row))?;
    let (office, note) = office_line(outline, second);
    Some(Holder { person, office, note })
}

/// Whether a row begins with a bare name and the office of who bears it, a line each.
pub(super) fn names_holder(outline: &Outline<'_>, row: &Row) -> bool {
    let [first, second, ..] = &row.words[..] else { return false };
    let text = outline.reading.text();
    let (name, office) = (&text[first.range.clone()], &text[second.range.clone()]);
    person::bare_name(name).is_some() && kind_of(name).is_none() && office::begins_office(office) && !second.item
}

/// An office, and what stands in brackets behind it, on a line of their own.
pub(super) fn office_line(outline: &Outline<'_>, words: &Words) -> (Option<Cited<String>>, Option<Cited<String>>) {
    let text = &outline.reading.text()[words.range.clone()];
    let dated = !outline.reading.tokens_in(words.range.clone()).is_empty()
        || text.split([',', ' ']).next().is_some_and(|word| word.len() >= 6 && weekday_named(word).is_some());
    let capital = text.starts_with(char::is_uppercase) && !dated;
    let person = phrase::words(text).any(|word| lex::begins_with_honorific(&text[word.start..]));
    if !capital || person || words.item || text.len() > 160 || text.ends_with([':', '.', '?']) {
        return (None, None);
    }
    let (office, note) = office::office_and_note(text);
    let cite = |range: Range<usize>| outline.cite(words.range.start + range.start..words.range.start + range.end);
    (office.map(cite), note.map(cite))
}

#[cfg(test)]
mod tests {
    use crate::note::outline::Outline;
    use crate::note::programme::read::programme;
    use crate::text::Reading;

    /// Who speaks in a row of these lines: name and office.
    fn speakers(lines: &str) -> Vec<(Option<String>, Option<String>)> {
        let reading = Reading::of(&format!("Programme\n\n10.00 a.m.\t{lines}\n\n12.00 p.m.\tClosing remarks\n"));
        let read = programme(&Outline::of(&reading), &[]);
        let first = read.entries.into_iter().next().map(|entry| entry.speakers).unwrap_or_default();
        first.into_iter().map(|s| (s.name.map(|name| name.value), s.office.map(|office| office.value))).collect()
    }

    #[test]
    fn who_is_named_below_holds_the_office_above() {
        let held = |name: &str, office: &str| vec![(Some(name.to_owned()), Some(office.to_owned()))];
        let above = "Opening statement by the Secretary-General";
        assert_eq!(speakers(&format!("{above}\n\tMr. Ban Ki-moon")), held("Ban Ki-moon", "Secretary-General"));
        let whole = "Secretary-General of the United Nations";
        assert_eq!(speakers(&format!("{above}\n\tMr. Ban Ki-moon, {whole}")), held("Ban Ki-moon", whole));
        assert_eq!(speakers(&format!("{above}\n\tMs. Ana Ruiz, Mayor of Riga")).len(), 2, "another office");
    }
}
