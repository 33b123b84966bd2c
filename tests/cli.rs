//! The command line as a person and a script use it: what is printed where, and the exit status.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const PROGRAM: &str = env!("CARGO_BIN_EXE_r2p-notes");

fn note(year: u16) -> String {
    format!("{}/notes/{year}.txt", env!("CARGO_MANIFEST_DIR"))
}

fn run(args: &[&str]) -> Output {
    Command::new(PROGRAM).args(args).output().expect("the program runs")
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("UTF-8")
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).expect("UTF-8")
}

/// A file of these bytes in a folder of this test's own.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli");
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join(name);
    std::fs::write(&path, bytes).expect("a file");
    path
}

#[test]
fn parse_prints_a_line_for_each_file_in_order() {
    let output = run(&["parse", &note(2016), &note(2014)]);
    assert!(output.status.success());
    let years: Vec<Value> = stdout(&output)
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("JSON")["year"]["value"].clone())
        .collect();
    assert_eq!(years, [2016, 2014]);
    assert_eq!(stderr(&output), "");
}

#[test]
fn parse_reads_standard_input() {
    let mut child = Command::new(PROGRAM)
        .args(["parse", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let bytes = std::fs::read(note(2014)).expect("the note");
    child.stdin.take().expect("a pipe").write_all(&bytes).expect("written");
    let output = child.wait_with_output().expect("it ends");
    assert!(output.status.success());
    let parsed: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!((&parsed["source"]["name"], &parsed["source"]["bytes"]), (&Value::from("-"), &Value::from(bytes.len())));
}

#[test]
fn what_is_no_note_is_reported_and_the_others_are_printed() {
    let story = file("story.txt", b"Once upon a time there was a fox who lived in a wood. He had no cares at all.\n");
    let empty = file("empty.txt", b"");
    let binary = file("binary.txt", &[0x7F, b'E', b'L', b'F', 2, 1, 1, 0, 0, 0, 3, 0, 0x3E, 0, 1, 0]);
    let [story, empty, binary] = [&story, &empty, &binary].map(|path| path.to_str().expect("UTF-8"));
    let output = run(&["parse", story, "no-such-file.txt", &note(2014), empty, binary]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(stdout(&output).lines().count(), 1);
    let complaints: Vec<&str> = stderr(&output).lines().collect();
    assert_eq!(complaints.len(), 4, "{complaints:?}");
    for (complaint, (name, why)) in complaints.iter().zip([
        (story, "not an information note"),
        ("no-such-file.txt", "no such file"),
        (empty, "empty"),
        (binary, "not text"),
    ]) {
        assert!(complaint.contains(name) && complaint.contains(why), "{complaint}");
        assert!(complaint.contains("expected"), "{complaint}");
    }
}

#[test]
fn a_picture_and_a_zipped_file_are_said_to_be_such() {
    let beginnings: [(&[u8], &str); 6] = [
        (b"\x89PNG\r\n\x1A\n\0\0", "a picture (PNG)"),
        (b"\xFF\xD8\xFF\xE0\0\x10JFIF", "a picture (JPEG)"),
        (b"GIF89a\x01\0", "a picture (GIF)"),
        (b"II*\0\x08\0", "a picture (TIFF)"),
        (b"MM\0*\0\0", "a picture (TIFF)"),
        (b"PK\x03\x04\x14\0", "a Word document (or another zipped file); expected a note as text"),
    ];
    for (at, (bytes, what)) in beginnings.into_iter().enumerate() {
        let path = file(&format!("beginning-{at}"), bytes);
        let output = run(&["parse", path.to_str().expect("UTF-8")]);
        assert!(stderr(&output).contains(what), "{}", stderr(&output));
    }
}

#[test]
fn text_prints_the_reading_text() {
    let output = run(&["text", &note(2016)]);
    assert!(output.status.success());
    assert!(stdout(&output).contains("Member States expressed a commitment to the responsibility to protect"));
    let story = file("tale.txt", b"A tale stays readable.\n");
    let output = run(&["text", story.to_str().expect("UTF-8")]);
    assert!(output.status.success());
    assert_eq!(stdout(&output), "A tale stays readable.\n");
}

#[test]
fn check_underlines_the_words() {
    let path = note(2016);
    let output = run(&["check", &path]);
    assert!(output.status.success());
    let shown = stdout(&output);
    assert!(shown.contains("error[date-conflict]"), "{shown}");
    assert!(shown.contains(&format!("--> {path}:")), "{shown}");
    assert!(shown.contains("^^^^^"), "{shown}");
    assert_eq!(run(&["check", "--strict", &path]).status.code(), Some(1));
}

#[test]
fn compare_prints_each_view_whatever_the_order() {
    for view in ["overview", "themes", "pillars", "programme", "language", "lineage", "people", "reports", "queries"] {
        let there = run(&["compare", "--view", view, &note(2016), &note(2017)]);
        let back = run(&["compare", "--view", view, &note(2017), &note(2016)]);
        assert!(there.status.success(), "{view}: {}", stderr(&there));
        assert!(!there.stdout.is_empty() && there.stdout == back.stdout, "{view}");
    }
}

#[test]
fn compare_keeps_to_the_years_and_the_section_asked_for() {
    let files = [note(2013), note(2016), note(2017)];
    let files = files.each_ref().map(String::as_str);
    let output = run(&[
        &["compare", "--view", "language", "--years", "2016,2017", "--section", "outcomes"],
        &files[..],
    ]
    .concat());
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(stdout(&output).starts_with("# Language: 2016 to 2017\n"));
    assert!(stdout(&output).contains("<ins>and preventive</ins>"));
    let output = run(&[&["compare", "--years", "2012"], &files[..]].concat());
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("2012"));
}

#[test]
fn a_year_means_all_its_notes() {
    let (first, second) = (note(2014), file("2014-again.txt", &std::fs::read(note(2014)).expect("the note")));
    let files = [&note(2013), &first, second.to_str().expect("UTF-8")].map(|path| path.to_owned());
    let files = files.each_ref().map(String::as_str);
    let output = run(&[&["compare", "--years", "2014"], &files[..]].concat());
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(stdout(&output).contains("| 2014 | 2014 (2) |"), "{}", stdout(&output));
    let output = run(&[&["compare", "--years", "2014 (2)"], &files[..]].concat());
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(!stdout(&output).contains("2014 (2)"), "{}", stdout(&output));
}

#[test]
fn compare_looks_up_a_term() {
    let args = ["compare", "--view", "concordance", "--term", "/compendi\\w+/", "--sort", "left", "--format", "csv"];
    let output = run(&[&args[..], &[&note(2014), &note(2015)]].concat());
    assert!(output.status.success());
    assert_eq!(stdout(&output).matches("keyword,compendium").count(), 4);
    let output = run(&["compare", "--view", "concordance", &note(2014)]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("needs a word"));
}

#[test]
fn wrong_arguments_say_what_was_expected() {
    for (args, expected) in [
        (&["compare", "--view", "charts", "x"][..], "overview"),
        (&["compare", "--format", "pdf", "x"][..], "csv"),
        (&["compare", "--term", "/(/", "x"][..], "regular expression"),
        (&["parse"][..], "FILES"),
        (&["prase"][..], "parse"),
    ] {
        let output = run(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(stderr(&output).contains(expected), "{args:?}: {}", stderr(&output));
    }
}

#[test]
fn a_closed_pipe_is_no_panic() {
    let mut child = Command::new(PROGRAM)
        .args(["compare", "--view", "lineage", "--format", "json", &note(2013), &note(2014), &note(2015), &note(2016)])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    drop(child.stdout.take());
    let mut complaints = String::new();
    child.stderr.take().expect("a pipe").read_to_string(&mut complaints).expect("UTF-8");
    assert!(child.wait().expect("it ends").success());
    assert_eq!(complaints, "");
}
