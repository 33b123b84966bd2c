//! What must hold whatever is read: any bytes, notes taken apart and put together again, notes cut short.
//!
//! `PROPTEST_CASES=10000 PROPTEST_RNG_SEED=1 cargo test --release --test properties` searches longer than the checks do, and
//! elsewhere.

mod support;

use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use r2p_notes::note::model::SectionKind;
use r2p_notes::note::{self, Document};
use r2p_notes::text::Source;
use serde_json::Value;
use support::cases::config;
use support::corpus::{bundled, fixtures, json};
use support::sound::{assert_sound, read_from, without_spans};

/// The bundled notes and the fixtures, decoded.
static NOTES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let all = bundled().into_iter().chain(fixtures());
    all.map(|specimen| specimen.read().source.text).collect()
});

/// What notes are made of, and what could pass for it: the pieces of texts that come close.
const PIECES: &[&str] = &[
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    " ",
    "  ",
    "\u{a0}",
    "\u{ad}",
    "-\n",
    "\u{feff}",
    "a¹\u{301}",
    "e\u{302}\u{301}",
    "¹²³⁴⁵⁶⁷⁸⁹⁰¹",
    "\u{c}",
    "A/",
    "Al",
    "A/RES/",
    "63/308",
    "A/70/999–S/2016/620",
    "S/",
    "Add.1",
    "resolution ",
    "10:00",
    "1 :00",
    "10.15",
    "p,m.",
    " a.m.",
    "am",
    "noon",
    "1000 hours",
    "1000",
    "1300",
    " and ",
    "3.1 ",
    "It is ",
    "> ",
    "-",
    "10.00",
    "3",
    " p.m.",
    "hrs",
    "–",
    " to ",
    "I",
    "l",
    "O",
    "0",
    "20 I 0",
    "8 September 2014",
    "I September 2017",
    "31 February 2015",
    "September",
    "23, 24, and 28 July 2009",
    "Wednesday, ",
    "99",
    "2014",
    "(i) ",
    "(a) ",
    "• ",
    "■ ",
    "- ",
    "1. ",
    "¹",
    "² A/RES/63/308\n",
    "First, ",
    "Second, ",
    "Fourth, ",
    "Pillar ",
    "pillars",
    "three ",
    "II",
    "Background",
    "Backgrollnd",
    "Purpose",
    "Expected outcomes",
    "Documents",
    "Provisional programme",
    "Opening remarks",
    "Panel discussion",
    "Moderator: ",
    "Panellists:",
    "Closing remarks",
    "Interactive dialogue resumes",
    "H.E. Mr. ",
    "Ms. ",
    "Ban Ki-moon",
    "Ivan Šimonović",
    ", Special Adviser",
    "President of the General Assembly",
    "THE PRESIDENT\nOF THE\nGENERAL ASSEMBLY",
    "Excellency,",
    "(tbc)",
    "osapg@un.org",
    "212.963.5063",
    "maximum of three minutes",
    "list of speakers",
    "by 1:00 pm on ",
    "\"",
    "“",
    "”",
    "‘",
    "'",
    "(",
    ")",
    "[",
    "]",
    "<p>",
    "</p>",
    "<td",
    "<",
    ">",
    "&nbsp;",
    "&#8211;",
    "&",
    "# ",
    "**",
    "| ",
    "|---|",
    "\n---\n",
    "e\u{301}",
    "ﬁ",
    "ÿ",
    "李",
    "\u{202e}",
    "\0",
    "responsibility to protect",
    "the ninth report",
    "report of the Secretary-General",
    "informal interactive dialogue",
    "formal debate",
    "New York",
];

fn parse(text: &str) -> Document {
    note::parse::parse(Source { name: "note.txt".into(), text: text.into() })
}

/// The notes' lines with some dropped, doubled or exchanged.
fn disturbed(lines: &mut Vec<&str>, changes: &[(u8, Index, Index)]) {
    for (change, at, other) in changes {
        if lines.is_empty() {
            return;
        }
        let (at, other) = (at.index(lines.len()), other.index(lines.len()));
        match change {
            0 => drop(lines.remove(at)),
            1 => lines.insert(at, lines[at]),
            _ => lines.swap(at, other),
        }
    }
}

fn changes(most: usize) -> impl Strategy<Value = Vec<(u8, Index, Index)>> {
    vec((0..3_u8, any::<Index>(), any::<Index>()), 1..most)
}

fn some_note() -> impl Strategy<Value = &'static str> {
    any::<Index>().prop_map(|at| at.get(&NOTES).as_str())
}

/// What looks ahead looks no further than the text goes, and never into a letter of several bytes.
#[test]
fn any_two_pieces_end_a_text() {
    for one in PIECES {
        for other in PIECES {
            for end in ["", "”"] {
                parse(&[one, other, end].concat());
            }
        }
    }
}

/// What fuzzing found, each cut down to what brings it about.
#[test]
fn what_fuzzing_found_is_read() {
    for text in [
        "1000 and ”",
        "Information note\n\nProgramme\n\n10:00 a.m.\tOpening remarks\n6:00 p.m\n.\tInteractive dialogue concludes\n",
        "Informal interactive dialogue\n\n23 May 2021\n\nBackground\n\nSubsequent reports focused on early warning and assessment in \
         2010 (A/64/864), timely and decisive response in 2012 (A/66/874), State responsibility and prevention in 2013 \
         (A/67/9ctive action in 2016 (A/70/999), and women and the responsibility to protect in 2020 (A/74/964).\n",
        "Information note\n\nProgramme\n\n10:00 a.m.\tOpening remarks\n6:00 \np.m.\tInteractive dialogue concludes\n",
        "Information note\n\nBackground\n\nBy resolution 60/1 and èesolution 63/308 of the General Assembly it was affirmed.\n",
        "Information note\n\nProgramme\n\n1:00 p.m.\tDialogue adjourns\n3:00 p.m.\t¹(eractive dialogue resumes\n",
    ] {
        assert_sound(&parse(text));
    }
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..600)) {
        if let Ok(document) = note::read("note.txt", &bytes) {
            assert_sound(&document);
        }
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,400}") {
        assert_sound(&parse(&text));
    }

    #[test]
    fn any_pieces_of_notes_are_read(pieces in vec(select(PIECES), 0..200)) {
        assert_sound(&parse(&pieces.concat()));
    }

    #[test]
    fn any_note_is_read_with_its_lines_dropped_doubled_and_shuffled(text in some_note(), changes in changes(60)) {
        let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
        disturbed(&mut lines, &changes);
        assert_sound(&parse(&lines.concat()));
    }

    #[test]
    fn any_part_of_a_note_is_read(text in some_note(), from in any::<Index>(), to in any::<Index>()) {
        let edge = |at: Index| (0..=at.index(text.len() + 1)).rfind(|&i| text.is_char_boundary(i)).unwrap_or(0);
        let (from, to) = (edge(from), edge(to));
        assert_sound(&parse(&text[..to]));
        assert_sound(&parse(&text[from.min(to)..from.max(to)]));
    }

    #[test]
    fn the_same_text_gives_the_same_bytes(text in some_note(), changes in changes(10)) {
        let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
        disturbed(&mut lines, &changes);
        let text = lines.concat();
        let print = || serde_json::to_string(&parse(&text).note).expect("a note serialises");
        prop_assert_eq!(print(), print());
    }

    #[test]
    fn facts_of_untouched_sections_stay(text in some_note(), section in any::<Index>(), changes in changes(6)) {
        let before = parse(text);
        prop_assume!(!before.note.sections.is_empty());
        let section = section.get(&before.note.sections);
        let whole = section.span.range();
        // The heading stays and the line under it, which blank lines may part: a heading in words of its own is told by both.
        // The last line stays, too, which may go on in the next section.
        let lines: Vec<&str> = text[whole.clone()].split_inclusive('\n').collect();
        let under = lines.iter().skip(1).position(|line| !line.trim().is_empty());
        let head = under.map_or(lines.len(), |under| under + 2);
        prop_assume!(lines.len() > head + 1);
        let mut within = lines[head..lines.len() - 1].to_vec();
        disturbed(&mut within, &changes);
        let head = lines[..head].concat();
        let text = [&text[..whole.start], &head, &within.concat(), lines[lines.len() - 1], &text[whole.end..]].concat();
        let after = parse(&text);
        for (kind, pointer) in OWN_FACTS.iter().filter(|(kind, _)| *kind != section.kind) {
            let facts = |document: &Document| json(document).pointer(pointer).cloned().unwrap_or(Value::Null);
            // A programme in prose begins and ends when the title block or the letter says.
            let above = matches!(section.kind, SectionKind::Title | SectionKind::Letter);
            let titled = above && *pointer == "/programme/entries";
            if !(titled && read_from(&facts(&before), &whole)) {
                let (before, after) = (without_spans(&facts(&before)), without_spans(&facts(&after)));
                prop_assert_eq!(before, after, "{:?} was changed, and {:?} of {:?}", section.kind, pointer, kind);
            }
        }
    }
}

/// That no fact changes is told of facts that there are.
#[test]
fn some_note_has_each_fact_of_its_own_section() {
    let read: Vec<Value> = NOTES.iter().map(|text| json(&parse(text))).collect();
    for (kind, pointer) in OWN_FACTS {
        let says = |note: &Value| match note.pointer(pointer) {
            Some(Value::Array(all)) => !all.is_empty(),
            fact => fact.is_some_and(|fact| !fact.is_null()),
        };
        assert!(read.iter().any(says), "no note has {pointer} of {kind:?}");
    }
}

/// Facts that stand in one section alone.
const OWN_FACTS: [(SectionKind, &str); 5] = [
    (SectionKind::Letter, "/letter/date"),
    (SectionKind::Letter, "/letter/sender"),
    (SectionKind::Outcomes, "/outcomes"),
    (SectionKind::Documents, "/documents"),
    (SectionKind::Programme, "/programme/entries"),
];
