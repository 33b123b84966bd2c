//! Who signs the letter.

use crate::note::letter_forms::{closes_letter, is_address, is_salutation, signed};
use crate::note::model::SectionKind;
use crate::note::names::with_letters;
use crate::note::outline::Outline;
use crate::note::{office, phrase};
use crate::text::{Block, Cited};

/// Words that stand in a letter's address and in no name.
const ADDRESS: [&str; 26] = [
    "permanent",
    "representatives",
    "observers",
    "nations",
    "united",
    "york",
    "assembly",
    "general",
    "president",
    "missions",
    "headquarters",
    "council",
    "secretary",
    "office",
    "delegations",
    "enclosure",
    "chair",
    "chairs",
    "co-chairs",
    "co-facilitators",
    "group",
    // What stands above a note.
    "paper",
    "concept",
    "note",
    "information",
    "programme",
];

/// The name that signs it: a line of its own after the closing words; where nothing closes the letter, one that is said to
/// be signed, or that stands right above the address, its office between them or not, or behind the last sentence above an
/// office.
pub(super) fn sender(outline: &Outline<'_>) -> Option<Cited<String>> {
    let blocks: Vec<&Block> = outline.blocks_of(SectionKind::Letter).map(|(_, block)| block).collect();
    let text = |i: usize| outline.reading.block_text(blocks[i]);
    let name = |i: usize| {
        let (start, end) = signature(text(i))?;
        let base = blocks[i].range.start;
        Some(outline.cite(base + start..base + end).map(|name| spaced_name(&name)))
    };
    if let Some(closing) = (0..blocks.len()).rfind(|&i| closes_letter(text(i))) {
        let block = blocks[closing];
        return name_behind_closing(outline, block).or_else(|| (closing + 1..blocks.len()).find_map(name));
    }
    let said = (0..blocks.len()).rfind(|&i| signed(text(i)).is_some());
    if let Some(said) = said {
        return (said..blocks.len().min(said + 2)).find_map(name);
    }
    let salutation = (0..blocks.len()).find(|&i| is_salutation(text(i)))?;
    if let Some(address) = (salutation + 2..blocks.len()).find(|&i| is_address(text(i))) {
        let office = office::begins_office(text(address - 1));
        return name(address - 1 - usize::from(office));
    }
    let texts: Vec<&str> = (salutation..blocks.len()).map(text).collect();
    name(salutation + above_office(&texts)?)
}

/// The first of a letter's lines behind its last sentence, where the next is an office.
fn above_office(lines: &[&str]) -> Option<usize> {
    /// Longer than the line of an office, in bytes.
    const LINE_MAX: usize = 110;
    let last = lines.iter().rposition(|line| line.ends_with(['.', ':', ';']))?;
    let office = lines.get(last + 2).filter(|line| line.len() <= LINE_MAX && office::begins_office(line));
    office.map(|_| last + 1)
}

/// The name that runs on from the closing words, whose point was read as a comma: `… highest consideration, Joseph Deiss`.
fn name_behind_closing(outline: &Outline<'_>, block: &Block) -> Option<Cited<String>> {
    let text = outline.reading.block_text(block);
    let formula = phrase::find(text, "consideration")?;
    let rest = text[formula.end..].trim_start_matches([',', '.', ';', ' ']);
    // `… my highest consideration, I remain,`
    let remain = ["I remain", "I am", "Yours"].iter().any(|form| rest.starts_with(form));
    let rest = rest.split_once(", ").filter(|_| remain).map_or(rest, |(_, name)| name.trim_start());
    let (start, end) = signature(rest)?;
    let base = block.range.end - rest.len();
    Some(outline.cite(base + start..base + end).map(|name| spaced_name(&name)))
}

/// Where a line's name begins and ends, if the line is a signature: two to five capitalised words, no address.
pub(super) fn signature(text: &str) -> Option<(usize, usize)> {
    let bare = text[signed(text).unwrap_or(0)..].trim_start();
    // `For the Co-Chairs`: for whom somebody signs.
    if ["For the ", "On behalf ", "By "].iter().any(|lead| bare.starts_with(lead)) {
        return None;
    }
    let start = text.len() - bare.len();
    let start = start + crate::text::lex::honorific(bare).map_or(0, |honorific| honorific + 1);
    let name = text.get(start..)?;
    // `Diego Pary Rodríguez, Ambassador, Permanent Representative of …`: the office stands on the name's line.
    let name = name.split_once(", ").filter(|(_, office)| names_office(office)).map_or(name, |(name, _)| name);
    // Who signs beside somebody else stands first.
    let name = name.split("   ").next().unwrap_or(name).trim_end_matches([',', ' ', '.']);
    let spaced = spaced_name(name);
    let words: Vec<&str> = spaced.split(' ').collect();
    let address = |word: &&str| ADDRESS.iter().any(|known| phrase::alike(word, known));
    let lettered = |word: &&str| {
        let mark = |c: char| matches!(c, '.' | '-' | '\'' | '’' | '\u{300}'..='\u{36F}');
        word.chars().all(|c| c.is_alphabetic() || mark(c))
            && (word.starts_with(char::is_uppercase)
                || word.len() <= 3
                || word.split_once(['\'', '’']).is_some_and(|(_, rest)| rest.starts_with(char::is_uppercase)))
    };
    let last = words.last().is_some_and(|word| word.len() > 1 && word.starts_with(char::is_uppercase));
    ((2..=5).contains(&words.len()) && words.iter().all(|w| lettered(w) && !address(w)) && last && name.len() < 50)
        .then_some((start, start + name.len()))
}

/// Whether words behind a name and its comma are an office.
pub(super) fn names_office(words: &str) -> bool {
    words.starts_with("Ambassador") || office::begins_office(words)
}

/// A name whose words had run together, parted: `JohnW.Ashe`; letters for the digits in it.
fn spaced_name(name: &str) -> String {
    let name = with_letters(name);
    let mut spaced = String::with_capacity(name.len() + 2);
    let chars: Vec<char> = name.chars().collect();
    for (i, &c) in chars.iter().enumerate() {
        let before = i.checked_sub(1).map(|j| chars[j]);
        let after_initial = before == Some('.') && c.is_alphabetic();
        let initial = c.is_uppercase() && chars.get(i + 1) == Some(&'.') && before.is_some_and(char::is_lowercase);
        if after_initial || initial {
            spaced.push(' ');
        }
        spaced.push(c);
    }
    spaced
}

#[cfg(test)]
mod tests {
    use super::sender;
    use crate::note::outline::Outline;
    use crate::text::Reading;

    #[test]
    fn who_stands_above_an_office_behind_the_last_sentence_signs() {
        let signs = |below: &str| {
            let letter = "3 May 2027\n\nExcellencies,\n\nWe are pleased to share with you the information note and the draft \
                          programme of the informal dialogue to be held on Tuesday, 25 May 2027, in Conference Room 8.";
            let text = format!(
                "{letter}\n\n{below}\n\nInformal dialogue on water\n\n25 May 2027\n\nBackground\n\nIt is about water.\n"
            );
            sender(&Outline::of(&Reading::of(&text))).map(|name| name.value)
        };
        let norway = "Ingunn Sæther\nPermanent Representative of Norway";
        assert_eq!(signs(norway).as_deref(), Some("Ingunn Sæther"));
        assert_eq!(signs("Conference Services\nRoom 2"), None);
    }
}
