//! How well a note was read: its JSON held against what a careful reader found, field by field.
//!
//! The rules are those of the project's own scorer, so that figures can be compared: texts are folded (case, accents,
//! quotation marks, white space) and count as the same from a similarity of 0.9 up, lists are matched greedily in the
//! gold's order, alternatives are parted by `|`, a key that the gold leaves out is not scored, and one that it gives as
//! null must be absent.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::Value;

use super::json::{has, list, text, val, values};
use super::likeness::{holds, same};

/// What was expected and found, and what not, of one field or of all.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    /// Expected and found.
    pub hits: usize,
    /// Found and not expected.
    pub extra: usize,
    /// Expected and not found.
    pub missed: usize,
}

impl Tally {
    /// Of what was found, the share that was expected.
    pub fn precision(self) -> f64 {
        share(self.hits, self.hits + self.extra)
    }

    /// Of what was expected, the share that was found.
    pub fn recall(self) -> f64 {
        share(self.hits, self.hits + self.missed)
    }

    /// The harmonic mean of the two.
    pub fn f1(self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
    }
}

fn share(part: usize, all: usize) -> f64 {
    if all == 0 { 1.0 } else { part as f64 / all as f64 }
}

/// The score of any number of notes.
#[derive(Clone, Debug, Default)]
pub struct Score {
    fields: BTreeMap<String, Tally>,
    told: Vec<String>,
}

impl Score {
    /// Scores one note's JSON.
    pub fn note(&mut self, stem: &str, gold: &Value, got: &Value) {
        Scorer { score: self, stem }.note(gold, got);
    }

    /// A note that was not read as one at all: as bad as fifty facts lost.
    pub fn lost_note(&mut self, stem: &str) {
        self.told.push(format!("{stem} missed     the whole note"));
        self.fields.entry("year".into()).or_default().missed += 50;
    }

    /// Everything together.
    pub fn all(&self) -> Tally {
        self.fields.values().fold(Tally::default(), |sum, t| Tally {
            hits: sum.hits + t.hits,
            extra: sum.extra + t.extra,
            missed: sum.missed + t.missed,
        })
    }

    /// One line for each expectation missed and each value not expected.
    pub fn told(&self) -> &[String] {
        &self.told
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:26}{:>7}{:>8}{:>7}{:>6}{:>5}{:>5}", "field", "prec", "recall", "F1", "tp", "fp", "fn")?;
        let all = ("all".to_owned(), self.all());
        for (field, t) in self.fields.iter().chain([(&all.0, &all.1)]) {
            let (p, r, f1) = (t.precision(), t.recall(), t.f1());
            writeln!(f, "{field:26}{p:7.3}{r:8.3}{f1:7.3}{:6}{:5}{:5}", t.hits, t.extra, t.missed)?;
        }
        self.told.iter().try_for_each(|line| writeln!(f, "{line}"))
    }
}

/// Scores the fields of one note.
struct Scorer<'s> {
    score: &'s mut Score,
    stem: &'s str,
}

impl Scorer<'_> {
    fn note(&mut self, gold: &Value, got: &Value) {
        self.one("year", &gold["year"], &got["year"], 0.9);
        for group in ["letter", "event", "report"] {
            self.group(group, gold, got);
        }
        if has(gold, "theme") {
            self.one("theme", &gold["theme"], &got["theme"], 0.9);
        }
        if has(gold, "history") {
            self.history(list(&gold["history"]), list(&got["history"]));
        }
        if has(gold, "pillars") {
            self.pillars(&gold["pillars"], &got["pillars"]);
        }
        for key in ["purposes", "priorities", "questions", "documents", "outcomes"] {
            if has(gold, key) {
                self.many(key, list(&gold[key]).iter().collect(), values(&got[key]), |a, b| same(a, b, 0.9));
            }
        }
        if has(gold, "outcomes_count") {
            self.one("outcomes", &gold["outcomes_count"], &list(&got["outcomes"]).len().into(), 0.9);
        }
        if has(gold, "participation") {
            self.participation(&gold["participation"], &got["participation"]);
        }
        if has(gold, "programme") {
            self.programme(&gold["programme"], &got["programme"]);
        }
        if has(gold, "footnotes") {
            self.footnotes(list(&gold["footnotes"]), list(&got["footnotes"]));
        }
        if has(gold, "symbols") {
            let distinct = |x: &Value| {
                let mut all: Vec<String> = values(x).into_iter().map(text).collect();
                all.sort();
                all.dedup();
                all
            };
            self.many("symbols", distinct(&gold["symbols"]), distinct(&got["symbols"]), |a, b| a == b);
        }
        if has(gold, "sections") {
            let mut kinds: Vec<String> = Vec::new();
            for kind in list(&got["sections"]).iter().map(|section| text(val(&section["kind"]))) {
                if kind != "other" && !kinds.contains(&kind) {
                    kinds.push(kind);
                }
            }
            self.many("sections", list(&gold["sections"]).iter().map(text).collect(), kinds, |a, b| a == b);
        }
        if has(gold, "findings") {
            self.findings(list(&gold["findings"]), list(&got["findings"]));
        }
    }

    fn group(&mut self, group: &str, gold: &Value, got: &Value) {
        let (gold, got) = (&gold[group], &got[group]);
        for key in ["date", "sender", "office", "title", "weekday", "venue", "symbol", "ordinal"] {
            if has(gold, key) {
                self.one(&format!("{group}.{key}"), &gold[key], &got[key], 0.85);
            }
        }
        if has(gold, "refers_to") {
            let golds = list(&gold["refers_to"]).iter().collect();
            self.many("letter.refers_to", golds, values(&got["refers_to"]), |a, b| same(a, b, 0.9));
        }
        if has(gold, "sittings") {
            let hours = |x: &Value| -> Vec<Value> {
                let hours = |s: &Value| format!("{}-{}", text(&s["start"]), text(&s["end"])).into();
                list(&x["sittings"]).iter().map(hours).collect()
            };
            self.many("event.sittings", hours(gold), hours(got), |a, b| same(a, b, 0.9));
        }
    }

    fn history(&mut self, golds: &[Value], gots: &[Value]) {
        let mut left: BTreeMap<String, &Value> = gots.iter().map(|report| (text(&report["year"]), report)).collect();
        for gold in golds {
            let Some(got) = left.remove(&text(&gold["year"])) else {
                self.miss("history", &text(&gold["year"]));
                continue;
            };
            self.hit("history");
            self.one("history.title", &gold["title"], &got["title"], 0.85);
            for key in ["symbol", "issued"] {
                if has(gold, key) {
                    self.one(&format!("history.{key}"), &gold[key], &got[key], 0.9);
                }
            }
            let days = |report: &Value| -> Vec<String> {
                let day = |format: &Value, date: &Value| format!("{}: {}", text(format), text(val(date)));
                let meetings = list(&report["discussed"]).iter();
                meetings.flat_map(|m| list(&m["dates"]).iter().map(|date| day(&m["format"], date))).collect()
            };
            let matches = |a: &String, b: &String| a == b || a.strip_prefix("*").is_some_and(|day| b.ends_with(day));
            self.many("history.discussed", days(gold), days(got), matches);
        }
        for year in left.keys() {
            self.extra("history", year);
        }
    }

    fn pillars(&mut self, gold: &Value, got: &Value) {
        let focus = list(&gold["focus"]).iter().collect();
        self.many("pillars.focus", focus, values(&got["focus"]), |a, b| same(a, b, 0.9));
        let explicit = list(&got["passages"]).iter().filter(|p| val(&p["explicit"]) == &Value::Bool(true)).collect();
        let numerals = |passage: &Value| {
            let mut all: Vec<String> = values(&passage["pillars"]).into_iter().map(text).collect();
            all.sort();
            all.dedup();
            all
        };
        self.many("pillars.passages", list(&gold["passages"]).iter().collect(), explicit, |a, b| {
            numerals(a) == numerals(b) && holds(&text(&a["text"]), &text(val(&b["text"])))
        });
    }

    fn participation(&mut self, gold: &Value, got: &Value) {
        for key in ["minutes", "register_by", "interpretation"] {
            if has(gold, key) {
                self.one(&format!("participation.{key}"), &gold[key], &got[key], 0.9);
            }
        }
        let contacts = |x: &Value| list(&x["contacts"]).iter().map(Plain::contact).collect();
        self.many("participation.contacts", contacts(gold), contacts(got), |a: &Plain, b: &Plain| a.is(b));
    }

    fn programme(&mut self, gold: &Value, got: &Value) {
        self.one("programme.status", &gold["status"], &got["status"], 0.9);
        let (Some(golds), rows) = (gold["entries"].as_array(), list(&got["entries"])) else { return };
        let times = |rows: &[Value], bare: bool| -> Vec<String> {
            rows.iter().filter(|row| bare || !val(&row["start"]).is_null()).map(time).collect()
        };
        self.many("programme.times", times(golds, true), times(rows, false), |a, b| a == b);
        for gold in golds {
            let found = rows.iter().rfind(|row| time(row) == time(gold));
            let start = |row: &&Value| text(val(&row["start"])) == text(&gold["start"]);
            let Some(row) = found.or_else(|| rows.iter().find(start)) else { continue };
            if has(gold, "kind") {
                self.one("programme.kind", &gold["kind"], &row["kind"], 0.9);
            }
            if let Some(title) = gold["title"].as_str().filter(|title| !title.is_empty()) {
                match holds(title, val(&row["title"]).as_str().unwrap_or_default()) {
                    true => self.hit("programme.title"),
                    false => self.miss("programme.title", title),
                }
            }
        }
        let mut named = speakers(golds);
        named.extend(list(&gold["anywhere"]).iter().map(|who| Placed { who, at: None }));
        let got_named = speakers(rows);
        self.many("speakers.name", named.clone(), got_named.clone(), |a, b| a.is(b));
        for gold in &named {
            let Some(got) = got_named.iter().find(|got| gold.is(got)) else { continue };
            for key in ["office", "function", "honorific", "note"] {
                if has(gold.who, key) {
                    self.one(&format!("speakers.{key}"), &gold.who[key], &got.who[key], 0.85);
                }
            }
        }
    }

    fn footnotes(&mut self, golds: &[Value], gots: &[Value]) {
        self.many("footnotes", golds.iter().collect(), gots.iter().collect(), |a, b| {
            same(&a["marker"], val(&b["marker"]), 0.9) && same(&a["text"], val(&b["text"]), 0.9)
        });
    }

    /// Of the findings, all but what is missing, which the gold does not list for scoring.
    fn findings(&mut self, golds: &[Value], gots: &[Value]) {
        let scored = |finding: &&Value| CONFLICTS.contains(&text(val(&finding["kind"])).as_str());
        let (golds, gots) = (golds.iter().collect(), gots.iter().filter(scored).collect());
        self.many("findings", golds, gots, |a: &&Value, b: &&Value| {
            &a["kind"] == val(&b["kind"]) && same(&a["value"], val(&b["value"]), 0.8)
        });
    }

    fn one(&mut self, field: &str, gold: &Value, got: &Value, floor: f64) {
        let got = val(got);
        match (gold.is_null(), got.is_null()) {
            (true, true) => {}
            (false, false) if same(gold, got, floor) => self.hit(field),
            (no_gold, no_got) => {
                if !no_gold {
                    self.miss(field, &text(gold));
                }
                if !no_got {
                    self.extra(field, &text(got));
                }
            }
        }
    }

    fn many<T: fmt::Debug>(&mut self, field: &str, golds: Vec<T>, gots: Vec<T>, matches: impl Fn(&T, &T) -> bool) {
        let mut left = gots;
        for gold in golds {
            match left.iter().position(|got| matches(&gold, got)) {
                Some(at) => {
                    left.remove(at);
                    self.hit(field);
                }
                None => self.miss(field, &debug(&gold)),
            }
        }
        for got in left {
            self.extra(field, &debug(&got));
        }
    }

    fn tally(&mut self, field: &str) -> &mut Tally {
        self.score.fields.entry(field.to_owned()).or_default()
    }

    fn hit(&mut self, field: &str) {
        self.tally(field).hits += 1;
    }

    fn miss(&mut self, field: &str, gold: &str) {
        self.tally(field).missed += 1;
        self.score.told.push(format!("{} missed     {field}: {gold}", self.stem));
    }

    fn extra(&mut self, field: &str, got: &str) {
        self.tally(field).extra += 1;
        self.score.told.push(format!("{} unexpected {field}: {got}", self.stem));
    }
}

/// The kinds of findings that are scored.
const CONFLICTS: [&str; 6] =
    ["date-conflict", "weekday-mismatch", "title-conflict", "count-conflict", "contact-mismatch", "time-conflict"];

/// A speaker with the start of the row; `None` where any row will do.
#[derive(Clone)]
struct Placed<'v> {
    who: &'v Value,
    at: Option<String>,
}

impl Placed<'_> {
    fn is(&self, got: &Self) -> bool {
        (self.at.is_none() || self.at == got.at) && same(&self.who["name"], val(&got.who["name"]), 0.92)
    }
}

impl fmt::Debug for Placed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = self.at.as_deref().unwrap_or("anywhere");
        write!(f, "{} at {at}", text(val(&self.who["name"])))
    }
}

fn speakers(rows: &[Value]) -> Vec<Placed<'_>> {
    let of = |row: &Value| Some(text(val(&row["start"])));
    let named = |who: &&Value| !val(&who["name"]).is_null();
    rows.iter()
        .flat_map(|row| list(&row["speakers"]).iter().filter(named).map(move |who| Placed { who, at: of(row) }))
        .collect()
}

/// A contact's four values, without their spans.
#[derive(Debug)]
struct Plain([Value; 4]);

impl Plain {
    fn contact(x: &Value) -> Self {
        Self(["purpose", "name", "email", "phone"].map(|key| val(&x[key]).clone()))
    }

    fn is(&self, got: &Self) -> bool {
        self.0.iter().zip(&got.0).all(|(a, b)| same(a, b, 0.9))
    }
}

fn time(row: &Value) -> String {
    format!("{}-{}", text(val(&row["start"])), text(val(&row["end"])))
}

fn debug(x: &impl fmt::Debug) -> String {
    let line = format!("{x:?}");
    match line.char_indices().nth(200) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}
