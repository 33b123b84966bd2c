//! The covering letter: its date, who sent it, which earlier letters it refers to.

use std::ops::Range;

use jiff::civil::Date;

use super::earlier_letters;
use super::letter_forms::{COMPLIMENTS, closes_letter, is_address, is_salutation, signed};
use super::model::{Letter, SectionKind};
use super::outline::Outline;
use super::phrase;
use crate::text::lex::Value;
use crate::text::lookalike::Likeness;
use crate::text::{Block, BlockKind, Cited};

/// Offices that send such letters, in small letters, with how they are written.
const SENDERS: [(&str, &str); 11] = [
    // The organ on a line of its own: what the line under it says is the office.
    ("general assembly of the united nations the president", ""),
    ("united nations the president of the general assembly", ""),
    ("united nations general assembly the president", ""),
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

/// How alike what stands behind `Office of the` must be to one.
const SAME_OFFICE: f32 = 0.9;

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

/// Reads the letter, where there is one.
pub(super) fn letter(outline: &Outline<'_>) -> Option<Letter> {
    outline.parts.iter().find(|part| part.kind == SectionKind::Letter)?;
    Some(Letter {
        date: date(outline),
        sender: sender(outline),
        office: office(outline),
        refers_to: earlier_letters::refers_to(outline),
    })
}

/// The date that stands alone on its line, or behind a place; that of a message only where the letter that it passes on has
/// none of its own.
fn date(outline: &Outline<'_>) -> Option<Cited<Date>> {
    let message = |(block, date): &(usize, Cited<Date>)| {
        let behind = block + 1..outline.reading.blocks().len().min(block + 1 + SALUTATION_NEAR);
        let text = |i: usize| outline.reading.block_text(&outline.reading.blocks()[i]);
        (sent_line(text(*block)), behind.clone().any(|i| is_salutation(text(i))), date.clone())
    };
    let dates: Vec<(bool, bool, Cited<Date>)> = dates(outline).map(|date| message(&date)).collect();
    let passed_on = dates
        .first()
        .filter(|(sent, ..)| *sent)
        .and_then(|_| dates.iter().skip(1).find(|(sent, greets, _)| !*sent && *greets));
    passed_on.or(dates.first()).map(|(.., date)| date.clone())
}

/// How many blocks may stand between a letter's date and its salutation, that one among them.
const SALUTATION_NEAR: usize = 3;

/// Whether a line says when a message was sent: `Date: Tue, 18 Feb 2020 09:12:44`, `Sent: Monday, …`.
fn sent_line(text: &str) -> bool {
    let label = text.trim_start_matches('*').split_once(':').map(|(label, _)| label.trim());
    label.is_some_and(|label| ["date", "sent", "sent on"].iter().any(|known| label.eq_ignore_ascii_case(known)))
}

/// The dates that stand alone on a line of the letter, each with its block.
fn dates<'o>(outline: &'o Outline<'_>) -> impl Iterator<Item = (usize, Cited<Date>)> + 'o {
    outline.blocks_of(SectionKind::Letter).filter_map(|(at, block)| {
        let (place, token) = outline.reading.tokens_in(block.range.clone()).first()?;
        let Value::Date { days, .. } = &token.value else { return None };
        let around = block.range.len().saturating_sub(place.len());
        let text = outline.reading.block_text(block);
        let headed = phrase::find(text, "letter dated").is_some_and(|at| at.start == 0);
        let alone = headed || around < 30 && !text.ends_with('.');
        let day = days.first()?;
        alone.then(|| (at, Cited::new(day.date, day.span)))
    })
}

/// The name that signs it: a line of its own after the closing words; where nothing closes the letter, one that is said to
/// be signed, or that stands right above the address, its office between them or not.
fn sender(outline: &Outline<'_>) -> Option<Cited<String>> {
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
    let address = (salutation + 2..blocks.len()).find(|&i| is_address(text(i)))?;
    let office = super::office::begins_office(text(address - 1));
    name(address - 1 - usize::from(office))
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
fn signature(text: &str) -> Option<(usize, usize)> {
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
fn names_office(words: &str) -> bool {
    words.starts_with("Ambassador") || super::office::begins_office(words)
}

/// A name whose words had run together, parted: `JohnW.Ashe`; letters for the digits in it.
fn spaced_name(name: &str) -> String {
    let mut spaced = String::with_capacity(name.len() + 2);
    let chars: Vec<char> = name.chars().collect();
    for (i, &c) in chars.iter().enumerate() {
        let before = i.checked_sub(1).map(|j| chars[j]);
        let after_initial = before == Some('.') && c.is_alphabetic();
        let initial = c.is_uppercase() && chars.get(i + 1) == Some(&'.') && before.is_some_and(char::is_lowercase);
        if after_initial || initial {
            spaced.push(' ');
        }
        // `A1-Nasser`: a digit beside a letter is one misread.
        let beside = before.is_some_and(char::is_alphabetic) || chars.get(i + 1).is_some_and(|c| c.is_alphabetic());
        spaced.push(match c {
            '1' if beside => 'l',
            '0' if beside => 'o',
            _ => c,
        });
    }
    spaced
}

/// The sender's office: the letterhead, or the line under the name.
fn office(outline: &Outline<'_>) -> Option<Cited<String>> {
    let blocks: Vec<_> = outline.blocks_of(SectionKind::Letter).map(|(_, block)| block).collect();
    let closing = blocks.iter().rposition(|block| closes_letter(outline.reading.block_text(block)));
    // Of several, the last greets those whom the letter that is passed on addresses.
    let greets = |block: &Block| is_salutation(outline.reading.block_text(block));
    let salutation = blocks[..closing.unwrap_or(blocks.len())].iter().rposition(|block| greets(block));
    let head = 0..salutation.unwrap_or(0).max(4).min(blocks.len());
    let foot = closing.map_or(0..0, |closing| closing + 1..blocks.len());
    let plain = |block: &Block| {
        // A tab may set a letterhead in.
        block.kind == BlockKind::Text
            || block.kind == BlockKind::Row && !outline.reading.block_text(block).contains('\t')
    };
    let short = |i: usize| plain(blocks[i]) && blocks[i].range.len() < 70;
    let mut best: Option<(bool, f32, Cited<String>)> = None;
    let letterhead = head.end;
    for range in [head, foot] {
        for start in range.clone() {
            for end in start + 1..=range.end.min(start + 4) {
                if !(start..end).all(short) {
                    break;
                }
                let place = blocks[start].range.start..blocks[end - 1].range.end;
                let words = outline.reading.text()[place.clone()].replace('\n', " ");
                let bare = words.trim_end_matches([',', '.']).to_lowercase();
                let bare = bare.strip_prefix("the ").unwrap_or(&bare);
                // Under a name, the office with its session stands as it is.
                let bare = if end <= letterhead { without_session(bare) } else { bare.to_owned() };
                let bare = bare.as_str();
                let mut likeness = Likeness::of(bare);
                for (form, name) in SENDERS {
                    if form.len().abs_diff(bare.len()) > 5 {
                        continue;
                    }
                    let head = form.split(' ').find(|word| word.len() >= 8).unwrap_or(form);
                    if !bare.split(' ').any(|word| phrase::alike(word, head)) {
                        continue;
                    }
                    // What the letterhead leaves to the organ above it, another place may say in full.
                    let whole = !name.is_empty();
                    let known = best.as_ref().filter(|(full, ..)| *full || !whole);
                    let least = known.map_or(OFFICE_FLOOR, |(_, score, _)| *score);
                    let Some(alike) = likeness.to(form, least) else { continue };
                    if known.is_none() || alike > least {
                        let cited = if whole {
                            outline.cite(place.clone()).map(|_| name.to_owned())
                        } else {
                            outline.cite(without_article(outline, blocks[end - 1]))
                        };
                        best = Some((whole, alike, cited));
                    }
                }
            }
        }
    }
    let best = best.map(|(.., cited)| cited);
    let acting = || acting_office(outline, &blocks[closing? + 1..]);
    acting()
        .or(best)
        .or_else(|| office_in_heading(outline, &blocks))
        .or_else(|| office_with_compliments(outline, &blocks))
        .or_else(|| office_under_name(outline, closing?, &blocks))
        .or_else(|| office_of_letterhead(outline, &blocks[..letterhead]))
}

/// The office of who signs in another's stead, on the line under the name: `Acting President of the General Assembly`, whatever
/// the letterhead says.
fn acting_office(outline: &Outline<'_>, foot: &[&Block]) -> Option<Cited<String>> {
    let holder = |block: &Block| {
        let text = outline.reading.block_text(block);
        let bare = text.strip_prefix("The ").unwrap_or(text);
        let office = ["Acting ", "Interim ", "Vice-"].iter().find_map(|acting| bare.strip_prefix(acting))?;
        let whole = super::office::begins_office(office) && bare.len() < 70 && !bare.ends_with('.');
        whole.then(|| outline.cite(block.range.end - bare.len()..block.range.end))
    };
    let name = foot.iter().position(|block| signature(outline.reading.block_text(block)).is_some())?;
    holder(foot.get(name + 1)?)
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
        let named =
            |(form, name): &&(&str, &str)| !name.is_empty() && Likeness::of(&office).to(form, SAME_OFFICE).is_some();
        let (_, name) = SENDERS.iter().find(named)?;
        Some(outline.cite(block.range.end - rest.len()..block.range.end).map(|_| (*name).to_owned()))
    })
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
            let at =
                phrase::find(&text[lead..compliments.start], form).filter(|at| at.start == 0 && !name.is_empty())?;
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
        let (at, name) = SENDERS
            .iter()
            .filter(|(_, name)| !name.is_empty())
            .find_map(|(form, name)| stands(form).map(|at| (at, *name)))?;
        let place = block.range.start + from + at.start..block.range.start + from + at.end;
        Some(outline.cite(place).map(|_| name.to_owned()))
    })
}

/// An office that nobody listed, on the line under the sender's name.
fn office_under_name(outline: &Outline<'_>, closing: usize, blocks: &[&Block]) -> Option<Cited<String>> {
    let name = blocks[closing + 1..].iter().position(|block| signature(outline.reading.block_text(block)).is_some())?;
    let line = outline.reading.block_text(blocks[closing + 1 + name]);
    if let Some((_, office)) = line.split_once(", ").filter(|(_, office)| names_office(office)) {
        let end = blocks[closing + 1 + name].range.end;
        return Some(outline.cite(end - office.len()..end));
    }
    let block = blocks.get(closing + 2 + name)?;
    let text = outline.reading.block_text(block);
    let bare = text.strip_prefix("The ").unwrap_or(text);
    (super::office::begins_office(bare) && text.len() < 120 && !text.ends_with('.') && !is_address(text))
        .then(|| outline.cite(block.range.clone()))
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
