//! What must come out of comparing the five notes, as a careful reader found it by hand.

mod support;

use std::sync::LazyLock;

use r2p_notes::compare::facts::{Change, FactCell, overview};
use r2p_notes::compare::language::{ChunkKind, Lineage, Status, Traced, lineage, word_changes};
use r2p_notes::compare::people::{Role, people};
use r2p_notes::compare::pillars::pillars;
use r2p_notes::compare::programme::{Basis, End, Kind, programme};
use r2p_notes::compare::reports::{Standing, reports};
use r2p_notes::compare::themes::{Query, Sort, concept_matrix, concordance, keyness};
use r2p_notes::compare::{Comparison, Place};
use r2p_notes::note::model::{Function, Pillar};
use r2p_notes::note::{Document, read};
use support::corpus::bundled;

/// The five notes, read once for all tests.
static FIVE: LazyLock<Vec<Document>> = LazyLock::new(|| bundled().iter().map(|specimen| specimen.read()).collect());

fn five() -> &'static [Document] {
    &FIVE
}

/// The raw words at a place.
fn words<'a>(comparison: &Comparison<'a>, place: Place) -> &'a str {
    &comparison.columns()[place.column].document.source.text[place.span.range()]
}

fn fact(comparison: &Comparison, key: &str) -> Vec<FactCell> {
    let rows = overview(comparison);
    let row = rows.into_iter().find(|row| row.key == key).unwrap_or_else(|| panic!("no row {key}"));
    row.cells
}

/// The sentence of a year that contains `words`.
fn sentence<'l>(comparison: &Comparison, lineage: &'l Lineage, year: &str, words: &str) -> &'l Traced {
    let at = comparison.columns().iter().position(|column| column.label == year).expect("the year");
    let found: Vec<&Traced> =
        lineage.columns[at].sentences.iter().filter(|sentence| sentence.text.contains(words)).collect();
    match found.as_slice() {
        [only] => only,
        _ => panic!("{} sentences of {year} contain {words:?}", found.len()),
    }
}

/// The year, and the words, of what a sentence came from.
fn ancestor<'l>(comparison: &Comparison, lineage: &'l Lineage, sentence: &Traced) -> (String, &'l str) {
    let from = *sentence.from.first().expect("an ancestor");
    let text = &lineage.sentence(from).expect("the ancestor").text;
    (comparison.label(from.column).to_owned(), text)
}

/// What was changed in a revised sentence: what stood there, what stands there.
fn changed(sentence: &Traced) -> Vec<(String, String)> {
    let old = sentence.old_text.as_deref().unwrap_or_default();
    let chunks = sentence.changes.iter().filter(|chunk| chunk.kind != ChunkKind::Equal);
    chunks.map(|chunk| (old[chunk.old.clone()].to_owned(), sentence.text[chunk.new.clone()].to_owned())).collect()
}

#[test]
fn notes_stand_in_the_order_of_their_years() {
    let comparison = Comparison::new(five().iter().rev());
    let labels: Vec<&str> = comparison.columns().iter().map(|column| column.label.as_str()).collect();
    assert_eq!(labels, ["2013", "2014", "2015", "2016", "2017"]);
}

#[test]
fn two_notes_of_a_year_are_told_apart() {
    let notes = five();
    let twice: Vec<&Document> = notes.iter().chain([&notes[1]]).collect();
    let comparison = Comparison::new(twice);
    let labels: Vec<&str> = comparison.columns().iter().map(|column| column.label.as_str()).collect();
    assert_eq!(labels, ["2013", "2014", "2014 (2)", "2015", "2016", "2017"]);
}

#[test]
fn limit_of_interventions() {
    let notes = five();
    let comparison = Comparison::new(notes);
    let cells = fact(&comparison, "minutes");
    let limits: Vec<String> = cells.iter().map(FactCell::text).collect();
    assert_eq!(limits, ["3", "3", "4", "3", "3"]);
    assert_eq!(cells[0].change, Change::First);
    assert_eq!(cells[1].change, Change::Same);
    assert_eq!(cells[2].change, Change::Changed { from: vec!["3".to_owned()] });
    assert_eq!(cells[4].change, Change::Same);
    assert_eq!(cells[2].in_words("2014"), "2014: 3");
    for cell in &cells {
        let said = words(&comparison, cell.values[0].places[0]).to_lowercase();
        assert!(said.contains(if cell.column == 2 { "four" } else { "three" }), "{said}");
    }
}

#[test]
fn what_a_note_does_not_say_is_absent() {
    let notes = five();
    let comparison = Comparison::new(notes);
    let sender = fact(&comparison, "sender");
    assert!(sender[2].values.is_empty());
    assert_eq!(sender[2].change, Change::Gone { from: vec!["John W. Ashe".to_owned()] });
    assert_eq!(sender[3].change, Change::New);
    let priorities = fact(&comparison, "priorities");
    assert_eq!((priorities[1].change.clone(), priorities[2].text()), (Change::Absent, "6".to_owned()));
    assert_eq!(priorities[2].values[0].places.len(), 6);
}

#[test]
fn same_day_in_another_year_is_no_change() {
    let notes = five();
    let comparison = Comparison::new(notes);
    let dates = fact(&comparison, "date");
    assert_eq!(dates[0].text(), "Wednesday, 11 September 2013");
    assert_eq!(dates[1].text(), "8 September 2014 (a Monday)");
    assert_eq!((&dates[2].change, &dates[4].change), (&Change::Same, &Change::Same));
    assert!(matches!(dates[3].change, Change::Changed { .. }));
}

#[test]
fn stark_reminder() {
    let notes = five();
    let comparison = Comparison::new(notes);
    let lineage = lineage(&comparison);
    let of = |year: &str, words: &str| sentence(&comparison, &lineage, year, words);

    let first = of("2014", "The continued subjection of populations to atrocity crimes");
    assert_eq!(first.status, Status::New);

    let revised = of("2015", "The continued subjection of populations to atrocity crimes");
    assert_eq!(revised.status, Status::Revised);
    assert_eq!(ancestor(&comparison, &lineage, revised), ("2014".to_owned(), first.text.as_str()));
    assert_eq!(
        changed(revised),
        [
            ("consideration of".to_owned(), "its deliberation on".to_owned()),
            (String::new(), "to these acts".to_owned())
        ]
    );

    let fact = of("2016", "The fact that genocide");
    let dropped =
        lineage.columns[3].dropped.iter().find(|dropped| dropped.sentence == revised.id).expect("dropped in 2016");
    assert_eq!(dropped.replaced_by, Some(fact.id));
    assert_eq!(fact.status, Status::Revised);
    let (year, text) = ancestor(&comparison, &lineage, fact);
    assert_eq!(year, "2013");
    assert!(text.starts_with("The fact that atrocity crimes continue to be committed"));

    let carried = of("2017", "The fact that genocide");
    assert_eq!(carried.status, Status::Carried);
    assert_eq!((carried.from.as_slice(), carried.first), ([fact.id].as_slice(), 0));
}

#[test]
fn important_role_of_the_general_assembly() {
    let notes = five();
    let comparison = Comparison::new(notes);
    let lineage = lineage(&comparison);
    let role = "It will also help to reaffirm the important role of the General Assembly";
    assert_eq!(sentence(&comparison, &lineage, "2015", role).status, Status::New);
    let carried = sentence(&comparison, &lineage, "2016", role);
    assert_eq!(carried.status, Status::Carried);
    let instead = sentence(&comparison, &lineage, "2017", "It will also serve to discuss how to implement");
    assert_eq!(instead.status, Status::New);
    let dropped =
        lineage.columns[4].dropped.iter().find(|dropped| dropped.sentence == carried.id).expect("dropped in 2017");
    assert_eq!(dropped.replaced_by, Some(instead.id));
}

#[test]
fn collective_approach() {
    let notes = five();
    let comparison = Comparison::new(notes);
    let years = |term: &str| -> Vec<String> {
        let lines = concordance(&comparison, &Query::parse(term).expect("a phrase"), Sort::Year);
        lines.iter().map(|line| comparison.label(line.place.column).to_owned()).collect()
    };
    assert_eq!(
        years("emphasize the value of a collective approach to protecting populations"),
        ["2013", "2014", "2016"]
    );
    assert_eq!(years("a determined and collective approach"), ["2015"]);
    assert_eq!(years("a collective and preventive approach"), ["2017"]);
    let lineage = lineage(&comparison);
    let latest = sentence(&comparison, &lineage, "2017", "a collective and preventive approach");
    assert_eq!(latest.status, Status::Revised);
    assert_eq!(changed(latest), [(String::new(), "and preventive".to_owned())]);
    assert_eq!(latest.first, 0);
}

#[test]
fn fourth_purpose() {
    let notes = five();
    let comparison = Comparison::new(notes);
    let lineage = lineage(&comparison);
    let revised = sentence(&comparison, &lineage, "2017", "a renewed faith in collective action");
    assert_eq!(revised.status, Status::Revised);
    let (year, text) = ancestor(&comparison, &lineage, revised);
    // 2016 has it twice: in its letter ("Finally, …") and among its purposes.
    assert!(year == "2016" && text.starts_with("Fourth, "), "{year}: {text}");
    assert_eq!(
        changed(revised),
        [("early responses".to_owned(), "an effective atrocity prevention collective agenda".to_owned())]
    );
}

#[test]
fn shares_add_up() {
    let notes = five();
    let comparison = Comparison::new(notes);
    for column in lineage(&comparison).columns {
        let share = column.share;
        assert_eq!(share.first + share.new + share.carried + share.revised, share.words);
        assert!(share.rewritten <= share.revised);
        assert_eq!(share.own().is_none(), column.column == 0);
    }
}

#[test]
fn distinctive_terms() {
    let notes = five();
    let comparison = Comparison::new(notes);
    let found = keyness(&comparison);
    let expected: [(usize, &[&str]); 5] = [
        (0, &["causes and dynamics", "structural and operational measures"]),
        (1, &["assistance", "Pillar II", "capacity-building"]),
        (2, &["compendium", "six priorities", "networks"]),
        (3, &["barriers", "mobilizing collective action"]),
        (4, &["accountability", "legal", "moral"]),
    ];
    for (column, terms) in expected {
        let listed: Vec<&str> = found[column].terms.iter().map(|term| term.text.as_str()).collect();
        for term in terms {
            assert!(listed.iter().any(|listed| listed.contains(term)), "{term} is not among {listed:?}");
        }
    }
    assert_eq!(found[4].terms[0].text, "accountability");
    // What stands in every year sets none apart.
    let boilerplate =
        ["responsibility to protect", "genocide", "ethnic cleansing", "Member States", "informal interactive dialogue"];
    for term in found.iter().flat_map(|found| &found.terms) {
        assert!(boilerplate.iter().all(|formula| !term.text.eq_ignore_ascii_case(formula)), "{}", term.text);
        assert_eq!(term.places.len(), term.count);
    }
}

#[test]
fn one_note_alone_is_distinctive_of_nothing() {
    let notes = five();
    assert!(keyness(&Comparison::new(&notes[..1]))[0].terms.is_empty());
}

#[test]
fn concepts_by_years() {
    let notes = five();
    let comparison = Comparison::new(notes);
    let matrix = concept_matrix(&comparison);
    let counts = |key: &str| -> Vec<usize> {
        let row = matrix.iter().find(|row| row.key == key).unwrap_or_else(|| panic!("no concept {key}"));
        row.cells.iter().map(|cell| cell.count).collect()
    };
    assert_eq!(counts("accountability")[..4], [0, 0, 0, 0]);
    assert!(counts("accountability")[4] >= 14);
    assert_eq!(counts("technology"), [0, 0, 1, 0, 0]);
    assert_eq!(counts("incitement"), [2, 1, 1, 1, 1]);
    for cell in matrix.iter().flat_map(|row| &row.cells) {
        let words = comparison.columns()[cell.column].words().len() as f64;
        assert!((cell.rate - 1000.0 * cell.count as f64 / words).abs() < 1e-9);
        assert_eq!(cell.places.len(), cell.count);
    }
}

#[test]
fn concordance_sorts_by_either_side() {
    let notes = five();
    let comparison = Comparison::new(notes);
    let query = Query::parse("concept:civil-society").expect("a concept");
    let by_right = concordance(&comparison, &query, Sort::Right);
    assert!(by_right.is_sorted_by_key(|line| line.right.to_lowercase()));
    let by_left = concordance(&comparison, &query, Sort::Left);
    let last = |left: &str| left.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    assert!(by_left.is_sorted_by_key(|line| last(&line.left)));
    let by_year = concordance(&comparison, &query, Sort::Year);
    assert!(by_year.is_sorted_by_key(|line| line.place));
    assert_eq!((by_left.len(), by_right.len()), (by_year.len(), by_year.len()));
}

#[test]
fn concordance_finds_inflections_spellings_and_patterns() {
    let notes = five();
    let comparison = Comparison::new(notes);
    let count = |term: &str| concordance(&comparison, &Query::parse(term).expect(term), Sort::Year).len();
    assert_eq!(count("organization"), count("organisations"));
    assert!(count("organization") > 5);
    assert_eq!(count("capacity building"), count("capacity-building"));
    assert_eq!(count("Antonio"), count("António"));
    assert!(count("Antonio") > 0);
    assert_eq!(count("08 September 2014"), count("8 September 2014"));
    assert_eq!(count("63/308"), count("/63/308\\b/"));
    assert_eq!(count("3/308"), 0);
    assert_eq!(count("/compendium/"), 4);
    assert_eq!(count("/COMPENDIUM of \\w+/"), 1);
    assert!(Query::parse("/(/").is_err());
    assert!(Query::parse("concept:nothing").is_err());
    assert!(Query::parse(" ").is_err());
}

#[test]
fn pillars_of_the_united_nations_are_others() {
    let notes = five();
    let comparison = Comparison::new(notes);
    let columns = pillars(&comparison);
    assert!(columns[4].passages.iter().all(|passage| !passage.text.contains("pillars of the United Nations")));
    let focus: Vec<Vec<Pillar>> =
        columns.iter().map(|column| column.focus.iter().map(|focus| focus.pillar).collect()).collect();
    assert_eq!(focus, [vec![], vec![Pillar::II], vec![], vec![], vec![]]);
    for column in &columns {
        for share in &column.pillars {
            assert_eq!(share.all.explicit + share.all.substance, share.all.words);
            assert!(share.alone.words <= share.all.words && share.all.share <= 1.0);
        }
        // The parts add up to what speaks of any pillar: no word counts twice.
        let parts = column.pillars.iter().map(|share| share.alone.words).sum::<usize>() + column.several.words;
        let once: usize = column.passages.iter().map(|passage| passage.words).sum();
        assert_eq!((parts, column.any.words), (once, once));
    }
    assert!(columns[0].any.share > columns[2].any.share, "2013 says more of the pillars than 2015");
    // 2014 speaks of Pillar II more than any other year, and more than of the others.
    let second: Vec<f64> = columns.iter().map(|column| column.pillars[1].all.share).collect();
    assert!((0..5).all(|year| year == 1 || second[year] < second[1]), "{second:?}");
    let words = |pillar: usize| columns[1].pillars[pillar].all.words;
    assert!(words(1) > words(0).max(words(2)));
}

/// Days stand one after the other, each in the order of its own clock; nothing is inferred from one to the next.
#[test]
fn a_programme_of_two_days_is_not_laid_over_one() {
    let text = "Informal interactive dialogue on the responsibility to protect\n24 and 25 April 2018\n\nPROGRAMME\n\nDay one, \
                Tuesday, 24 April 2018\n\n10:00 Opening remarks\n10:20 Panel discussion\n15:00 Interactive dialogue\n\nDay two, \
                Wednesday, 25 April 2018\n\n09:30 Panel discussion\n11:00 Interactive dialogue\n12:30 Closing remarks\n";
    let document = read("two-days.txt", text.as_bytes()).expect("a text");
    let programmes = programme(&Comparison::new([&document]));
    let timeline = &programmes.columns[0];
    let blocks: Vec<_> = timeline.blocks.iter().map(|block| (block.day, block.start, block.end)).collect();
    let expected = [(1, 600, 620), (1, 620, 900), (1, 900, 900), (2, 570, 660), (2, 660, 750), (2, 750, 750)];
    assert_eq!((timeline.days(), &blocks[..]), (2, &expected[..]));
}

/// A programme that stands a thousand times has more minutes than 16 bits hold.
#[test]
fn a_programme_many_times_over_is_added_up() {
    let mut document = five()[1].clone();
    let entries = std::mem::take(&mut document.note.programme.entries);
    document.note.programme.entries = std::iter::repeat_n(entries, 1000).flatten().collect();
    let programmes = programme(&Comparison::new([&document]));
    let room = programmes.columns[0].room.expect("a limit and a floor");
    assert_eq!((room.floor, room.at_least), (295_000, 98_333));
    let floor = programmes.columns[0].minutes.iter().find(|minutes| minutes.kind == Kind::Floor);
    assert!(floor.is_some_and(|floor| floor.minutes >= 295_000), "{floor:?}");
}

#[test]
fn programmes_as_timelines() {
    let notes = five();
    let comparison = Comparison::new(notes);
    let programmes = programme(&comparison);
    assert_eq!((programmes.from, programmes.to), (600, 1080));
    let of = |year: usize, kind: Kind| {
        programmes.columns[year].minutes.iter().find(|minutes| minutes.kind == kind).map(|m| (m.minutes, m.inferred))
    };
    assert_eq!(of(0, Kind::Opening), Some((30, 0)));
    assert_eq!(of(0, Kind::Closing), Some((15, 0)));
    assert_eq!(of(0, Kind::Gap).map(|(minutes, _)| minutes), Some(120));
    assert_eq!(of(3, Kind::Break), Some((120, 120)));
    assert_eq!(of(4, Kind::Closing), Some((5, 5)));
    // 2015 has no programme: only its sittings are known.
    assert_eq!(programmes.columns[2].basis, Basis::Sittings);
    assert_eq!(of(2, Kind::Sitting), Some((360, 0)));
    assert_eq!(of(2, Kind::Floor), None);
    // 2014: 10:50 to 13:00 and 15:00 to 17:45 are the floor's, 295 minutes, 98 interventions of three.
    let room = programmes.columns[1].room.expect("a limit and a floor");
    assert_eq!((room.floor, room.at_least, room.at_most), (295, 98, 98));
    // 2016: the panel's row runs to the break and holds the first interventions.
    let room = programmes.columns[3].room.expect("a limit and a floor");
    assert!(room.at_least < room.at_most);
    let panellists = |year: usize| {
        programmes.columns[year]
            .speakers
            .iter()
            .find(|count| count.function == Function::Panellist)
            .map(|count| count.count)
    };
    assert_eq!([0, 1, 2, 3, 4].map(panellists), [None, Some(3), None, Some(3), Some(3)]);
    let moves: Vec<_> = programmes.moves.iter().map(|of| (&*of.person, of.parts.len())).collect();
    assert_eq!(moves, [("Adama Dieng", 3), ("Ivan Šimonović", 2)]);
    let roles: Vec<_> = programmes.moves[1].parts.iter().map(|part| part.roles[0].0).collect();
    assert_eq!(roles, [Role::Moderator, Role::Moderator]);
    assert_eq!(words(&comparison, programmes.moves[1].parts[1].roles[1].1), "Ivan Simonovi6");
    assert!(programmes.columns.iter().all(|timeline| timeline.days() == 1));
    for block in programmes.columns.iter().flat_map(|timeline| &timeline.blocks) {
        assert!(block.start <= block.end && (block.end_is != End::Unknown || block.start == block.end));
    }
}

#[test]
fn one_person_across_spellings_and_offices() {
    let notes = five();
    let comparison = Comparison::new(notes);
    let people = people(&comparison);
    let person =
        |name: &str| people.persons.iter().find(|person| person.name == name).unwrap_or_else(|| panic!("no {name}"));
    let years = |name: &str| -> Vec<usize> {
        let mut years: Vec<usize> = person(name).appearances.iter().map(|appearance| appearance.column).collect();
        years.dedup();
        years
    };
    let simonovic = person("Ivan Šimonović");
    assert_eq!(years("Ivan Šimonović"), [3, 4]);
    let (old, new) = simonovic.changes[0].office.clone().expect("another office");
    assert_eq!(old, "Assistant Secretary-General for Human Rights");
    assert_eq!(new, "Special Adviser on the Responsibility to Protect");
    let welsh = person("Jennifer Welsh");
    assert_eq!(years("Jennifer Welsh"), [1, 3]);
    assert!(!welsh.appearances[0].former && welsh.appearances[1].former);
    let dieng = person("Adama Dieng");
    assert_eq!(years("Adama Dieng"), [1, 3, 4]);
    assert_eq!(dieng.changes[0].roles, Some((vec![Role::Moderator], vec![Role::Panellist])));
    assert_eq!(dieng.changes.len(), 1, "{:?}", dieng.changes);
    let president =
        people.offices.iter().find(|office| office.office == "President of the General Assembly").expect("the office");
    let names: Vec<&str> = president.changes.iter().map(|change| people.persons[change.new].name.as_str()).collect();
    assert_eq!(names, ["Mogens Lykketoft", "Peter Thomson"]);
}

#[test]
fn reports_and_how_notes_word_them() {
    let notes = five();
    let comparison = Comparison::new(notes);
    let lines = reports(&comparison);
    let years: Vec<i16> = lines.iter().map(|line| line.year).collect();
    assert_eq!(years, (2009..=2017).collect::<Vec<i16>>());
    let line = |year: i16| lines.iter().find(|line| line.year == year).expect("the year");
    assert!(line(2009).titles.len() == 1 && line(2009).symbols.len() == 1);
    assert_eq!(line(2009).citations.len(), 5);
    assert!(line(2010).titles.len() > 1);
    let cited =
        |year: i16, column: usize| line(year).citations.iter().find(|c| c.column == column).expect("a citation");
    let title = cited(2010, 0).title.as_ref().expect("a title");
    assert_eq!(title.standing, Standing::Same);
    assert_eq!(cited(2010, 4).title.as_ref().expect("a title").standing, Standing::Part);
    let symbol = cited(2011, 1).symbol.as_ref().expect("a symbol");
    assert_eq!((symbol.text.as_str(), symbol.standing), ("A/65/877", Standing::Part));
    assert!(cited(2015, 2).own);
    assert_eq!(cited(2010, 0).discussed[0].dates[0].standing, Standing::Same);
}

/// What a note on another subject cites is not held for what the others mean by that year's report.
#[test]
fn reports_on_another_subject_stand_apart() {
    let text = "Informal interactive dialogue on peacebuilding\n24 April 2018\n\nBackground\n\nThe Secretary-General reported on \
                peacebuilding in the aftermath of conflict in 2012 (A/67/499-S/2012/746) and in 2014 (A/69/399-S/2014/694).\n";
    let other = read("peacebuilding.txt", text.as_bytes()).expect("a text");
    let notes: Vec<&Document> = five().iter().chain([&other]).collect();
    let lines = reports(&Comparison::new(notes));
    let of_2012: Vec<_> = lines.iter().filter(|line| line.year == 2012).collect();
    let [known, apart] = of_2012[..] else { panic!("{of_2012:?}") };
    assert!(known.known.is_some() && !known.other && known.symbols.len() == 1);
    assert!(apart.known.is_none() && apart.other && apart.citations.iter().all(|citation| citation.column == 5));
    assert_eq!((known.label(), apart.label()), ("2012".to_owned(), "2012, other".to_owned()));
}

#[test]
fn words_are_never_cut() {
    let notes = five();
    let text = |year: usize| notes[year].reading.text();
    for chunk in word_changes(text(3), text(4)) {
        for (text, range) in [(text(3), chunk.old), (text(4), chunk.new)] {
            let cut = |at: usize| {
                let (before, after) = (text[..at].chars().next_back(), text[at..].chars().next());
                before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)
            };
            assert!(range.is_empty() || !cut(range.start) && !cut(range.end), "{:?}", &text[range]);
        }
    }
}

#[test]
fn another_word_is_a_revision_however_like_it_looks() {
    let note = |year: u32, sentence: &str| {
        let text = format!(
            "Informal interactive dialogue on the responsibility to protect\n\n6 September {year}\n\nBackground\n\n\
             {sentence} It was then the first of its kind in the history of the Organization.\n"
        );
        read(&format!("{year}.txt"), text.as_bytes()).expect("a note")
    };
    let first = "The Assembly adopted a resolution on the protection of populations from these crimes.";
    for (second, status) in [
        ("The Assembly adapted a resolution on the protection of populations from these crimes.", Status::Revised),
        ("The Assembly adopted a resolution on the projection of populations from these crimes.", Status::Revised),
        ("The Assembly adopted a resolution on the protection of populations from the crimes.", Status::Revised),
        ("The Assembly adopts a resolution on the protection of populations from these crimes.", Status::Revised),
        ("The assembly adopted a resolution on the protection of populations, from these crirnes.", Status::Carried),
    ] {
        let notes = [note(2016, first), note(2017, second)];
        let comparison = Comparison::new(&notes);
        let lineage = lineage(&comparison);
        assert_eq!(sentence(&comparison, &lineage, "2017", "of populations").status, status, "{second}");
    }
}
