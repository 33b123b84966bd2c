//! The office of who sends the letter.

use std::ops::Range;

use super::sender::{names_office, signature};
use crate::note::letter_forms::{COMPLIMENTS, closes_letter, is_address, is_salutation};
use crate::note::model::SectionKind;
use crate::note::office::begins_office;
use crate::note::outline::Outline;
use crate::note::phrase;
use crate::text::lookalike::{self, Likeness};
use crate::text::{Block, BlockKind, Cited, lexicon};

/// An organ on a line of its own, and its president under it: what the last line says is the office.
const ORGANS: [&str; 3] = [
    "general assembly of the united nations the president",
    "united nations the president of the general assembly",
    "united nations general assembly the president",
];

/// Offices that send such letters, in small letters, with how they are written.
const SENDERS: [(&str, &str); 8] = [
    ("president of the general assembly", "President of the General Assembly"),
    ("president of the united nations general assembly", "President of the United Nations General Assembly"),
    ("president of the security council", "President of the Security Council"),
    ("president of the economic and social council", "President of the Economic and Social Council"),
    ("president of the human rights council", "President of the Human Rights Council"),
    ("vice-president of the general assembly", "Vice-President of the General Assembly"),
    ("secretary-general of the united nations", "Secretary-General of the United Nations"),
    ("deputy secretary-general", "Deputy Secretary-General"),
];

/// How alike a letterhead must be to an office.
const OFFICE_FLOOR: f32 = 0.74;

/// How alike each telling word of an office must be to the letterhead's.
const WORD_FLOOR: f32 = 0.5;

/// Longer than the line of an office, in bytes.
const LINE_MAX: usize = 70;

/// How alike what stands behind `Office of the` must be to one.
const SAME_OFFICE: f32 = 0.9;

/// The sender's office: the letterhead, or the line under the name.
pub(super) fn office(outline: &Outline<'_>) -> Option<Cited<String>> {
    let blocks: Vec<_> = outline.blocks_of(SectionKind::Letter).map(|(_, block)| block).collect();
    let closing = blocks.iter().rposition(|block| closes_letter(outline.reading.block_text(block)));
    // Of several, the last greets those whom the letter that is passed on addresses.
    let greets = |block: &Block| is_salutation(outline.reading.block_text(block));
    let salutation = blocks[..closing.unwrap_or(blocks.len())].iter().rposition(|block| greets(block));
    let head = 0..salutation.unwrap_or(0).max(4).min(blocks.len());
    let foot = closing.map_or(0..0, |closing| closing + 1..blocks.len());
    let letterhead = &blocks[head.clone()];
    let under = &blocks[foot.clone()];
    acting_office(outline, under)
        .or_else(|| {
            let listed = listed_office(outline, &blocks, head, foot)?;
            plain_office(outline, &listed, under).or(Some(listed))
        })
        .or_else(|| office_in_heading(outline, &blocks))
        .or_else(|| office_with_compliments(outline, &blocks))
        .or_else(|| office_under_name(outline, closing?, &blocks))
        .or_else(|| office_of_letterhead(outline, letterhead))
        .or_else(|| president_in_letterhead(outline, letterhead))
}

/// The lines that name one of [`SENDERS`], or of [`ORGANS`].
struct Named {
    lines: Range<usize>,
    /// How the office is written; nothing where the last of the lines says it.
    name: Option<&'static str>,
    alike: f32,
}

/// The office of [`SENDERS`], or under one of [`ORGANS`], that a few lines of the letter's `head` or of its `foot` name, most alike.
fn listed_office(
    outline: &Outline<'_>,
    blocks: &[&Block],
    head: Range<usize>,
    foot: Range<usize>,
) -> Option<Cited<String>> {
    let letterhead = head.end;
    let known_offices = || {
        let senders = SENDERS.into_iter().map(|(form, name)| (form, Some(name)));
        ORGANS.into_iter().map(|form| (form, None)).chain(senders)
    };
    let mut best: Option<Named> = None;
    for lines in [head, foot].into_iter().flat_map(|part| few_lines(outline, blocks, part)) {
        let words = small_words(outline, &blocks[lines.clone()]);
        // Under a name, the office with its session stands as it is.
        let words = if lines.end <= letterhead { without_session(&words) } else { words };
        let mut likeness = Likeness::of(&words);
        for (form, name) in known_offices().filter(|(form, _)| may_be(&words, form)) {
            // What the letterhead leaves to the organ above it, another place may say in full.
            let known = best.as_ref().filter(|best| best.name.is_some() || name.is_none());
            let least = known.map_or(OFFICE_FLOOR, |known| known.alike);
            let alike = likeness.to(form, least).filter(|alike| known.is_none() || *alike > least);
            best = alike.map(|alike| Named { lines: lines.clone(), name, alike }).or(best);
        }
    }
    let Named { lines, name, .. } = best?;
    let (first, last) = (blocks[lines.start], blocks[lines.end - 1]);
    Some(match name {
        None => outline.cite(without_article(outline, last)),
        Some(name) => outline.cite(first.range.start..last.range.end).map(|_| name.to_owned()),
    })
}

/// One to four short lines that stand together in a part of the letter, from each of its lines on.
fn few_lines(outline: &Outline<'_>, blocks: &[&Block], part: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    const LINES_MAX: usize = 4;
    part.clone().flat_map(move |start| {
        let from_start = &blocks[start..part.end.min(start + LINES_MAX)];
        let short = from_start.iter().take_while(|block| is_short_line(outline, block)).count();
        (start + 1..=start + short).map(move |end| start..end)
    })
}

/// Whether a block may be a line of a letterhead, or one under a name.
fn is_short_line(outline: &Outline<'_>, block: &Block) -> bool {
    // A tab may set a letterhead in.
    let plain = block.kind == BlockKind::Text
        || block.kind == BlockKind::Row && !outline.reading.block_text(block).contains('\t');
    plain && block.range.len() < LINE_MAX
}

/// The words of lines, in small letters, without the article before them and the mark behind.
fn small_words(outline: &Outline<'_>, lines: &[&Block]) -> String {
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return String::new() };
    let words = outline.reading.text()[first.range.start..last.range.end].replace('\n', " ");
    let small = words.trim_end_matches([',', '.']).to_lowercase();
    small.strip_prefix("the ").unwrap_or(&small).to_owned()
}

/// Whether words are about as long as an office, have one like its first long word, and none that makes another office of it:
/// the president of any council is much like that of another.
fn may_be(words: &str, office: &str) -> bool {
    const LENGTHS_APART: usize = 5;
    /// The letters of a word that tells an office from others.
    const LONG: usize = 8;
    const SMALL: [&str; 3] = ["of", "the", "and"];
    let own = |word: &str| office.split(' ').any(|wanted| wanted == word);
    let anothers = |word: &str| !own(word) && phrase::is_anchor(word) && lexicon::contains(word);
    let telling = || office.split(' ').filter(|word| !SMALL.contains(word));
    let first = telling().find(|word| word.len() >= LONG).unwrap_or(office);
    // Where words ran together or fell apart, they are not as many.
    let as_many = words.split(' ').count() == office.split(' ').count();
    let stands = |wanted: &str| words.split(' ').any(|word| lookalike::similar(word, wanted, WORD_FLOOR));
    office.len().abs_diff(words.len()) <= LENGTHS_APART
        && words.split(' ').any(|word| phrase::alike(word, first))
        && !words.split(' ').any(anothers)
        && (!as_many || telling().all(stands))
}

/// The office of who signs in another's stead, on the line under the name: `Acting President of the General Assembly`, whatever
/// the letterhead says.
fn acting_office(outline: &Outline<'_>, foot: &[&Block]) -> Option<Cited<String>> {
    let holder = |block: &Block| {
        let place = without_article(outline, block);
        let bare = &outline.reading.text()[place.clone()];
        let office = ["Acting ", "Interim ", "Vice-"].iter().find_map(|acting| bare.strip_prefix(acting))?;
        let whole = begins_office(office) && bare.len() < LINE_MAX && !bare.ends_with('.');
        whole.then(|| outline.cite(place))
    };
    let name = foot.iter().position(|block| signature(outline.reading.block_text(block)).is_some())?;
    holder(foot.get(name + 1)?)
}

/// The office on the line under the name, a known one word for word, where the letterhead's was read without the session that
/// stands in it.
fn plain_office(outline: &Outline<'_>, letterhead: &Cited<String>, foot: &[&Block]) -> Option<Cited<String>> {
    let head = outline.reading.read_range(letterhead.span);
    phrase::find(outline.reading.text().get(head)?, "session")?;
    let name = foot.iter().position(|block| signature(outline.reading.block_text(block)).is_some())?;
    let line = foot.get(name + 1)?;
    let place = without_article(outline, line);
    let words = &outline.reading.text()[place.clone()];
    let (_, office) = SENDERS.iter().find(|(_, office)| words.eq_ignore_ascii_case(office))?;
    Some(outline.cite(place).map(|_| (*office).to_owned()))
}

/// Where an office stands in its line, its article left out.
fn without_article(outline: &Outline<'_>, line: &Block) -> Range<usize> {
    let text = outline.reading.block_text(line);
    let article = ["The ", "THE "].into_iter().find(|article| text.starts_with(article));
    line.range.start + article.map_or(0, str::len)..line.range.end
}

/// The office of which a letterhead names the bureau: `Office of the President of the General Assembly`.
fn office_of_letterhead(outline: &Outline<'_>, head: &[&Block]) -> Option<Cited<String>> {
    head.iter().find_map(|block| {
        let text = outline.reading.block_text(block);
        let bureau = phrase::find(text, "office of the").filter(|at| at.start <= "The ".len())?;
        let rest = text[bureau.end..].trim_start();
        let office = rest.trim_end_matches([' ', ',', '.']).to_lowercase();
        let named = |(form, _): &&(&str, &str)| Likeness::of(&office).to(form, SAME_OFFICE).is_some();
        let (_, name) = SENDERS.iter().find(named)?;
        Some(outline.cite(block.range.end - rest.len()..block.range.end).map(|_| (*name).to_owned()))
    })
}

/// The presidency that nobody listed, a letterhead's line: `PRESIDENT OF THE TRUSTEESHIP COUNCIL`.
fn president_in_letterhead(outline: &Outline<'_>, head: &[&Block]) -> Option<Cited<String>> {
    const PRESIDENT: &str = "president of the ";
    let lines = head.iter().take_while(|block| is_short_line(outline, block));
    let mut places = lines.map(|block| without_article(outline, block));
    let place = places.find(|place| phrase::begins_with(&outline.reading.text()[place.clone()], PRESIDENT))?;
    (!outline.reading.text()[place.clone()].ends_with('.')).then(|| outline.cite(place))
}

/// A letterhead without the session in it: `president of the sixty-sixth session of the general assembly`.
fn without_session(head: &str) -> String {
    let words: Vec<&str> = head.split(' ').collect();
    let of_session = |words: &[&str]| words[0] == "of" && words[1] == "the" && phrase::alike(words[3], "session");
    match words.windows(4).position(of_session) {
        Some(at) => [&words[..at], &words[at + 4..]].concat().join(" "),
        None => head.to_owned(),
    }
}

/// The office that a note verbale begins with: `The President of the General Assembly presents his compliments …`.
fn office_with_compliments(outline: &Outline<'_>, blocks: &[&Block]) -> Option<Cited<String>> {
    blocks.iter().find_map(|block| {
        let text = outline.reading.block_text(block);
        let compliments = phrase::first_exact(text, &COMPLIMENTS)?;
        let bare = text.strip_prefix("The ").unwrap_or(text);
        let lead = text.len() - bare.len();
        let office = |(form, name): &(&str, &'static str)| {
            let at = phrase::find(&text[lead..compliments.start], form).filter(|at| at.start == 0)?;
            Some((at, *name))
        };
        let (at, name) = SENDERS.iter().find_map(office)?;
        let place = block.range.start + lead..block.range.start + lead + at.end;
        Some(outline.cite(place).map(|_| name.to_owned()))
    })
}

/// The office in a heading: `Letter dated 3 May 2018 from the President of the General Assembly to …`.
fn office_in_heading(outline: &Outline<'_>, blocks: &[&Block]) -> Option<Cited<String>> {
    blocks.iter().find_map(|block| {
        let text = outline.reading.block_text(block);
        phrase::find(text, "letter dated").filter(|at| at.start == 0)?;
        let from = phrase::find_exact(text, "from the")?.end + 1;
        let behind = text.get(from..)?;
        let stands = |form: &str| phrase::find(behind, form).filter(|at| at.start == 0);
        let (at, name) = SENDERS.iter().find_map(|(form, name)| stands(form).map(|at| (at, *name)))?;
        let place = block.range.start + from + at.start..block.range.start + from + at.end;
        Some(outline.cite(place).map(|_| name.to_owned()))
    })
}

/// An office that nobody listed, on the line under the sender's name.
fn office_under_name(outline: &Outline<'_>, closing: usize, blocks: &[&Block]) -> Option<Cited<String>> {
    /// Longer than an office with whom it is accredited to, in bytes.
    const OFFICE_MAX: usize = 120;
    let name = blocks[closing + 1..].iter().position(|block| signature(outline.reading.block_text(block)).is_some())?;
    let line = outline.reading.block_text(blocks[closing + 1 + name]);
    if let Some((_, office)) = line.split_once(", ").filter(|(_, office)| names_office(office)) {
        let end = blocks[closing + 1 + name].range.end;
        return Some(outline.cite(end - office.len()..end));
    }
    let block = blocks.get(closing + 2 + name)?;
    let place = without_article(outline, block);
    let office = &outline.reading.text()[place.clone()];
    (begins_office(office) && office.len() < OFFICE_MAX && !office.ends_with('.') && !is_address(office))
        .then(|| outline.cite(place))
}

#[cfg(test)]
mod tests {
    use super::office;
    use crate::note::outline::Outline;
    use crate::text::Reading;

    #[test]
    fn another_office_is_none_of_those_listed() {
        let read = |head: &str, foot: &str| {
            let reading = Reading::of(&format!(
                "{head}\n\nNew York, 2 April 2026\n\nExcellency,\n\nI invite you to the dialogue of 20 April 2026.\n\nPlease accept, \
                 Excellency, the assurances of my highest consideration.\n\nAna Ruiz\n{foot}\n"
            ));
            office(&Outline::of(&reading)).map(|office| office.value).unwrap_or_default()
        };
        for other in [
            "President of the Trusteeship Council",
            "President of the Human Rights Committee",
            "President of the General Conference",
        ] {
            assert_eq!(read("United Nations", other), other);
            assert_eq!(read("United Nations", &format!("The {other}")), other);
            assert_eq!(read(&other.to_uppercase(), "New York"), other.to_uppercase());
        }
        let representative = "The Permanent Representative of Uganda to the United Nations";
        assert_eq!(read("United Nations", representative), representative["The ".len()..]);
        for (worn, office) in [
            ("Presidcnt of thc Human Rigbts Counci1", "President of the Human Rights Council"),
            ("PRESIDENT OF THE GENERAL ASSERNBLY", "President of the General Assembly"),
            ("President ofthe General Assembly", "President of the General Assembly"),
        ] {
            assert_eq!(read("United Nations", worn), office, "{worn}");
        }
    }

    #[test]
    fn a_plain_office_under_the_name_goes_before_one_read_without_its_session() {
        let read = |head: &str, foot: &str| {
            let reading = Reading::of(&format!(
                "H.E. Ana Ruiz\n{head}\n\nNew York, 2 April 2026\n\nExcellency,\n\nI invite you to the dialogue of 20 April 2026.\n\nPlease accept, Excellency, the assurances \
                 of my highest consideration.\n\nAna Ruiz\n{foot}\n\nTo:\nAll Permanent Representatives\n"
            ));
            office(&Outline::of(&reading)).map(|office| office.value).unwrap_or_default()
        };
        let session = "President of the 80th Session of the United Nations General Assembly";
        assert_eq!(read(session, "President of the General Assembly"), "President of the General Assembly");
        assert_eq!(read(session, "New York"), "President of the United Nations General Assembly");
        let plain = "President of the United Nations General Assembly";
        assert_eq!(read(plain, "President of the General Assembly"), plain);
    }
}
