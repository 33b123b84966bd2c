//! The shape of the code, held by a test: one direction of imports, no cycles, facades that define nothing, a library
//! without input or output, no rule that names a year, files of a readable length that say what they are for.
//!
//! The sources are read as tokens, so that comments and doc comments count for nothing and imports inside macros count.
//! Test modules are left out. Cost: one pass over the sources.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::str::FromStr;

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

/// The layers of the package, each of which may import those before it.
const LAYERS: [&[&str]; 4] = [&["text"], &["note"], &["compare"], &["app", "background", "reader", "cli"]];
/// Programs: each has a crate root of its own and sees the library as `r2p_notes`.
const PROGRAMS: [&str; 4] = ["app", "background", "reader", "cli"];
/// The library's folders whose rules must hold for any year.
const RULES: [&str; 2] = ["text/", "note/"];
/// What the library may not touch, as paths under `std`.
const OUTSIDE: [&str; 7] = ["fs", "io", "env", "net", "process", "thread", "time"];
/// What the library may not print with.
const PRINTING: [&str; 5] = ["print", "println", "eprint", "eprintln", "dbg"];
/// What would make markup of a text.
const MARKUP: [&str; 5] =
    ["from_html_unchecked", "set_inner_html", "set_outer_html", "insert_adjacent_html", "create_contextual_fragment"];
/// How many lines a file may have, by folder; a test's may hold many cases of one thing.
const LONGEST_FILE: [(&str, usize); 3] = [("src", 400), ("tests", 600), ("benches", 400)];
/// Layers that a program stands apart from although they are before it.
const APART: [(&str, &str); 1] = [("reader", "compare")];

#[test]
fn imports_run_one_way() {
    check(Tree::real().against_the_direction());
}

#[test]
fn no_files_import_each_other() {
    check(Tree::real().cycle());
}

#[test]
fn facades_define_nothing() {
    check(Tree::real().facades_that_define());
}

#[test]
fn the_library_reads_prints_and_times_nothing() {
    check(Tree::real().outside_of_library());
}

#[test]
fn no_rule_names_a_year() {
    check(Tree::real().years_in_rules());
}

#[test]
fn the_page_makes_no_markup_of_text() {
    check(Tree::real().markup_from_text());
}

#[test]
fn files_are_short_and_say_what_they_are_for() {
    let mut broken = Vec::new();
    for (folder, longest) in LONGEST_FILE {
        for (path, text) in rust_files(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).as_path()) {
            let lines = text.lines().count();
            if lines > longest {
                broken.push(format!("{folder}/{path}: {lines} lines, {longest} at most; split it by concept"));
            }
            if !text.starts_with("//!") {
                broken.push(format!("{folder}/{path}: does not open with //!"));
            }
        }
    }
    check(broken);
}

/// The code map names every test.
#[test]
fn the_code_map_lists_the_tests() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let map = fs::read_to_string(root.join("ARCHITECTURE.md")).expect("the code map");
    let row = map.lines().find(|line| line.starts_with("| `tests/` |")).expect("a row of tests");
    let files =
        rust_files(&root.join("tests")).into_iter().filter_map(|(path, _)| path.strip_suffix(".rs").map(str::to_owned));
    let tests = files.filter(|path| !path.contains('/'));
    check(
        tests
            .filter(|test| !row.contains(&format!("`{test}`")))
            .map(|test| format!("ARCHITECTURE.md: no `{test}`"))
            .collect(),
    );
}

/// Trunk checks the version of wasm-opt by itself, for those who run it without the scripts.
#[test]
fn trunk_and_the_scripts_pin_one_wasm_opt() {
    let read = |name: &str| fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap_or_default();
    let tools = read("scripts/tools.env");
    let pinned = tools.lines().find_map(|line| line.strip_prefix("BINARYEN_VERSION=")).expect("a pin of binaryen");
    let major = pinned.split('.').next().unwrap_or(pinned);
    assert!(
        read("Trunk.toml").contains(&format!("wasm_opt = \"version_{major}\"")),
        "Trunk.toml names another than {pinned}"
    );
}

/// Each rule must be able to fail.
#[test]
fn each_rule_sees_what_breaks_it() {
    let tree = Tree::of([
        ("lib.rs", "pub mod text; pub mod note;"),
        ("text/mod.rs", "pub mod span; pub use span::Span; pub struct Defined;"),
        ("text/span.rs", "use crate::{note::{date::Date}}; pub struct Span;"),
        ("note/mod.rs", "pub mod date; pub use date::Date;"),
        (
            "note/date.rs",
            "//! In 2014.\nuse crate::text::Span; fn f() { println!(); std::fs::read(\"2014.txt\"); 1999; 2000; 2071 }",
        ),
        ("note/month.rs", "#[cfg(test)]\nmod tests { use super::super::date; const YEAR: u16 = 2014; }"),
        ("compare/mod.rs", "pub mod facts;"),
        ("compare/facts.rs", "pub struct Facts;"),
        ("reader/main.rs", "mod read; fn main() {} fn helper() {}"),
        ("reader/read.rs", "use r2p_notes::{compare::facts::Facts, note::date::Date};"),
        ("app/main.rs", "mod route; mod state; use a::{b, c}; fn main() { state::name() }"),
        ("app/route.rs", "fn f() { html! { <p>{ crate::state::name() }</p> } }"),
        ("app/state.rs", "use super::route::Route; use r2p_notes::text::Span; fn f() { e.set_inner_html(s) }"),
    ]);
    assert_eq!(
        tree.against_the_direction(),
        ["reader/read.rs imports compare/facts.rs", "text/span.rs imports note/date.rs"]
    );
    assert_eq!(
        tree.cycle(),
        ["app/route.rs → app/state.rs → app/route.rs", "text/span.rs → note/date.rs → text/span.rs"]
    );
    assert_eq!(
        tree.facades_that_define(),
        ["reader/main.rs: `fn helper () { }`", "text/mod.rs: `pub struct Defined ;`"]
    );
    assert_eq!(tree.outside_of_library(), ["note/date.rs: println!", "note/date.rs: std::fs"]);
    assert_eq!(tree.markup_from_text(), ["app/state.rs: set_inner_html"]);
    assert_eq!(tree.years_in_rules(), ["note/date.rs: \"2014.txt\"", "note/date.rs: 1999", "note/date.rs: 2071"]);
}

fn check(broken: Vec<String>) {
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

/// The sources under src/, by path.
struct Tree {
    files: BTreeMap<String, Vec<TokenTree>>,
}

impl Tree {
    fn real() -> Self {
        let files = rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
        assert!(files.len() > 5, "src/ was not found");
        Self::of(files.iter().map(|(path, text)| (path.as_str(), text.as_str())))
    }

    fn of<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let tokens = |text| code(TokenStream::from_str(text).expect("the compiler reads it, so this does"));
        Self { files: files.into_iter().map(|(path, text)| (path.to_owned(), tokens(text))).collect() }
    }

    fn against_the_direction(&self) -> Vec<String> {
        let layer = |file: &str| LAYERS.iter().position(|names| names.contains(&file.split('/').next().unwrap_or("")));
        let runs_back = |from: &str, to: &str| match (layer(from), layer(to)) {
            (Some(from_layer), Some(to_layer)) => {
                let (own, other) = (from.split('/').next().unwrap_or(""), to.split('/').next().unwrap_or(""));
                to_layer > from_layer || (to_layer == from_layer && own != other) || APART.contains(&(own, other))
            }
            _ => false,
        };
        let mut broken = Vec::new();
        for (from, targets) in self.imports() {
            broken.extend(targets.iter().filter(|to| runs_back(&from, to)).map(|to| format!("{from} imports {to}")));
        }
        broken
    }

    /// The cycles among files, each once, found by walking from each file in turn.
    fn cycle(&self) -> Vec<String> {
        let imports = self.imports();
        let mut done = BTreeSet::new();
        let mut broken = Vec::new();
        for start in imports.keys() {
            walk(start, &imports, &mut Vec::new(), &mut done, &mut broken);
        }
        broken
    }

    fn facades_that_define(&self) -> Vec<String> {
        let mut broken = Vec::new();
        let ends = |token: &TokenTree| {
            is_punct(token, ';') || matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
        };
        for (path, tokens) in self.files.iter().filter(|(path, _)| is_facade(path)) {
            for item in tokens.split_inclusive(ends).filter(|item| !item.iter().all(|token| is_punct(token, ';'))) {
                let words: Vec<_> = item.iter().map(ToString::to_string).collect();
                let kind = words.iter().find(|word| *word != "pub" && !word.starts_with('('));
                // A program's own does nothing but begin.
                let begins = path.ends_with("main.rs") && words.starts_with(&["fn".to_owned(), "main".to_owned()]);
                if !begins && !kind.is_some_and(|kind| kind == "mod" || kind == "use") {
                    broken.push(format!("{path}: `{}`", words[..words.len().min(4)].join(" ")));
                }
            }
        }
        broken
    }

    fn outside_of_library(&self) -> Vec<String> {
        let mut broken = BTreeSet::new();
        for (path, tokens) in self.files.iter().filter(|(path, _)| !is_program(path)) {
            for used in paths(tokens) {
                if used.first().is_some_and(|root| root == "std")
                    && used.get(1).is_some_and(|name| OUTSIDE.contains(&name.as_str()))
                {
                    broken.insert(format!("{path}: std::{}", used[1]));
                }
            }
            flatten(tokens, &mut |window| {
                if let [TokenTree::Ident(name), bang, ..] = window
                    && is_punct(bang, '!')
                    && PRINTING.contains(&name.to_string().as_str())
                {
                    broken.insert(format!("{path}: {name}!"));
                }
            });
        }
        broken.into_iter().collect()
    }

    fn years_in_rules(&self) -> Vec<String> {
        let mut broken = Vec::new();
        for (path, tokens) in self.files.iter().filter(|(path, _)| RULES.iter().any(|folder| path.starts_with(folder)))
        {
            flatten(tokens, &mut |window| {
                if let [TokenTree::Literal(literal), ..] = window
                    && names_a_year(&literal.to_string())
                {
                    broken.push(format!("{path}: {literal}"));
                }
            });
        }
        broken
    }

    fn markup_from_text(&self) -> Vec<String> {
        let mut broken = Vec::new();
        for (path, tokens) in &self.files {
            flatten(tokens, &mut |window| {
                if let [TokenTree::Ident(name), ..] = window
                    && MARKUP.contains(&name.to_string().as_str())
                {
                    broken.push(format!("{path}: {name}"));
                }
            });
        }
        broken
    }

    /// For each file, the files whose items it imports.
    fn imports(&self) -> BTreeMap<String, BTreeSet<String>> {
        let targets = |path: &String, tokens| {
            paths(tokens)
                .into_iter()
                .filter_map(|used| self.resolve(path, &used, 0))
                .filter(|target| target != path && !is_facade(target))
                .collect()
        };
        let files = self.files.iter().filter(|(path, _)| !is_facade(path));
        files.map(|(path, tokens)| (path.clone(), targets(path, tokens))).collect()
    }

    /// The file that defines what a path names, followed through the facades that pass it on; none for a path that leads
    /// out of the package or starts at a name in scope.
    fn resolve(&self, from: &str, used: &[String], depth: usize) -> Option<String> {
        let own = folder_of(from);
        let (mut folder, mut rest) = match used.first()?.as_str() {
            "crate" => (crate_root(from), &used[1..]),
            "r2p_notes" => (String::new(), &used[1..]),
            "self" => (own, &used[1..]),
            "super" => (parent(&own), &used[1..]),
            // A facade names its own modules without `self`.
            name if is_facade(from) && self.module(&own, name).is_some() => (own, used),
            _ => return None,
        };
        while rest.first().is_some_and(|name| name == "super") {
            (folder, rest) = (parent(&folder), &rest[1..]);
        }
        let mut file = self.file_of(&folder)?;
        for (index, name) in rest.iter().enumerate() {
            if let Some(module) = self.module(&folder, name) {
                (folder, file) = (join(&folder, name), module);
            } else if is_facade(&file) && depth < 4 {
                let passed_on = paths(&self.files[&file]).into_iter().find(|path| path.last() == Some(name))?;
                let full: Vec<_> = passed_on.into_iter().chain(rest[index + 1..].iter().cloned()).collect();
                return self.resolve(&file, &full, depth + 1);
            } else {
                break;
            }
        }
        Some(file)
    }

    /// The file of the module whose own modules stand in a folder.
    fn file_of(&self, folder: &str) -> Option<String> {
        let names = ["mod.rs", "lib.rs", "main.rs"].map(|name| join(folder, name));
        names.into_iter().chain([format!("{folder}.rs")]).find(|path| self.files.contains_key(path))
    }

    fn module(&self, folder: &str, name: &str) -> Option<String> {
        let alone = join(folder, &format!("{name}.rs"));
        let in_folder = join(folder, &format!("{name}/mod.rs"));
        [alone, in_folder].into_iter().find(|path| self.files.contains_key(path))
    }
}

fn walk(
    file: &str,
    imports: &BTreeMap<String, BTreeSet<String>>,
    trail: &mut Vec<String>,
    done: &mut BTreeSet<String>,
    broken: &mut Vec<String>,
) {
    if let Some(first) = trail.iter().position(|earlier| earlier == file) {
        broken.push(format!("{} → {file}", trail[first..].join(" → ")));
    } else if !done.contains(file) {
        trail.push(file.to_owned());
        for target in imports.get(file).into_iter().flatten() {
            walk(target, imports, trail, done, broken);
        }
        trail.pop();
        done.insert(file.to_owned());
    }
}

/// The paths in tokens, the branches of an import's braces written out.
fn paths(tokens: &[TokenTree]) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    branches(tokens, &[], &mut found);
    found
}

fn branches(tokens: &[TokenTree], stem: &[String], found: &mut Vec<Vec<String>>) {
    let mut at = 0;
    while at < tokens.len() {
        let TokenTree::Ident(root) = &tokens[at] else {
            if let TokenTree::Group(group) = &tokens[at] {
                branches(&code(group.stream()), &[], found);
            }
            at += 1;
            continue;
        };
        let mut path: Vec<_> = stem.iter().cloned().chain([root.to_string()]).collect();
        at += 1;
        let mut ends_in_braces = false;
        while let [TokenTree::Punct(first), TokenTree::Punct(second), next, ..] = &tokens[at..]
            && first.as_char() == ':'
            && first.spacing() == Spacing::Joint
            && second.as_char() == ':'
        {
            match next {
                TokenTree::Ident(name) => path.push(name.to_string()),
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                    branches(&code(group.stream()), &path, found);
                    ends_in_braces = true;
                }
                _ => break,
            }
            at += 3;
        }
        if !ends_in_braces {
            found.push(path);
        }
    }
}

/// Tokens without attributes, doc comments among them, and without test modules.
fn code(stream: TokenStream) -> Vec<TokenTree> {
    let mut kept = Vec::new();
    let mut tokens = stream.into_iter().peekable();
    let mut for_tests = false;
    while let Some(token) = tokens.next() {
        if is_punct(&token, '#') {
            tokens.next_if(|next| is_punct(next, '!'));
            if let Some(attribute) = tokens
                .next_if(|next| matches!(next, TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket))
            {
                for_tests |= attribute.to_string().replace(' ', "") == "[cfg(test)]";
                continue;
            }
        }
        if !for_tests {
            kept.push(token);
        } else if is_punct(&token, ';')
            || matches!(&token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
        {
            for_tests = false;
        }
    }
    kept
}

/// Shows every token, at any depth, with those that follow it.
fn flatten(tokens: &[TokenTree], see: &mut impl FnMut(&[TokenTree])) {
    for at in 0..tokens.len() {
        see(&tokens[at..]);
        if let TokenTree::Group(group) = &tokens[at] {
            flatten(&code(group.stream()), see);
        }
    }
}

/// Whether a literal holds a year that a note could be of or cite, as a number of its own; the turn of the century and the
/// first session's, which bound what may be a year at all, and escapes are none.
fn names_a_year(literal: &str) -> bool {
    let mut runs = literal.split(|c: char| !c.is_ascii_digit());
    runs.any(|run| run.len() == 4 && (("1947"..="1999").contains(&run) || ("2002"..="2099").contains(&run)))
        && !literal.contains("\\u{")
}

fn is_punct(token: &TokenTree, wanted: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == wanted)
}

fn is_program(path: &str) -> bool {
    PROGRAMS.iter().any(|name| path.starts_with(&format!("{name}/")))
}

/// The folder of the crate that a file belongs to.
fn crate_root(path: &str) -> String {
    PROGRAMS.iter().find(|name| path.starts_with(&format!("{name}/"))).map_or(String::new(), ToString::to_string)
}

fn is_facade(path: &str) -> bool {
    ["mod.rs", "lib.rs", "main.rs"].contains(&path.rsplit('/').next().unwrap_or(path))
}

/// The folder that holds a file's own modules.
fn folder_of(path: &str) -> String {
    let folder = parent(path);
    if is_facade(path) { folder } else { path.trim_end_matches(".rs").to_owned() }
}

fn parent(path: &str) -> String {
    path.rsplit_once('/').map_or(String::new(), |(folder, _)| folder.to_owned())
}

fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

/// The Rust files under a folder, with their paths from there, in order; none where there is no folder.
fn rust_files(root: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|kind| kind == "rs") {
                let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                found.push((name, fs::read_to_string(&path).expect("a source file is readable")));
            }
        }
    }
    found.sort();
    found
}
