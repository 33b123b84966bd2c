//! What each command does.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use r2p_notes::compare::render::{Format, Request, render};
use r2p_notes::compare::{Column, Comparison};
use r2p_notes::note::{self, Document};

use super::args::{Args, Command};
use super::check;
use super::input::{InputError, read_note, read_text};

/// Runs a command.
pub(crate) fn run(args: &Args) -> ExitCode {
    let mut out = BufWriter::new(io::stdout().lock());
    let done = match &args.command {
        Command::Parse { files } => parse(files, &mut out),
        Command::Text { file } => text(file, &mut out),
        Command::Check { files, strict } => check_all(files, *strict, &mut out),
        Command::Compare { files, view, format, years, section, term, sort, only } => {
            let request =
                Request { view: *view, section: *section, term: term.clone(), sort: *sort, only: *only, of: None };
            compare(files, years, &request, *format, &mut out)
        }
    };
    match done.and_then(|all_well| out.flush().map(|()| all_well)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // Who reads has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            complain("standard output", &error);
            ExitCode::FAILURE
        }
    }
}

/// Says on standard error what is wrong with what. That standard error is closed is nothing to stop for.
fn complain(what: &str, why: &dyn std::fmt::Display) {
    let _ = writeln!(io::stderr(), "r2p-notes: {what}: {why}");
}

/// The document, or a complaint.
fn or_complain(path: &Path, read: Result<Document, InputError>) -> Option<Document> {
    read.inspect_err(|error| complain(&path.display().to_string(), error)).ok()
}

fn parse(files: &[PathBuf], out: &mut impl Write) -> io::Result<bool> {
    let mut all_well = true;
    for path in files {
        let Some(document) = or_complain(path, read_note(path)) else {
            all_well = false;
            continue;
        };
        serde_json::to_writer(&mut *out, &document.note)?;
        out.write_all(b"\n")?;
    }
    Ok(all_well)
}

fn text(file: &Path, out: &mut impl Write) -> io::Result<bool> {
    let Some(document) = or_complain(file, read_text(file)) else { return Ok(false) };
    out.write_all(document.reading.text().as_bytes())?;
    Ok(true)
}

fn check_all(files: &[PathBuf], strict: bool, out: &mut impl Write) -> io::Result<bool> {
    let styled = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let mut all_well = true;
    let mut count = 0;
    for path in files {
        let Some(document) = or_complain(path, read_note(path)) else {
            all_well = false;
            continue;
        };
        let diagnostics = note::check(&document.note);
        for diagnostic in &diagnostics {
            writeln!(out, "{}\n", check::shown(&path.display().to_string(), &document, diagnostic, styled))?;
        }
        count += diagnostics.len();
    }
    let queries = if count == 1 { "1 query".to_owned() } else { format!("{count} queries") };
    let notes = if files.len() == 1 { "1 file".to_owned() } else { format!("{} files", files.len()) };
    writeln!(out, "{queries} in {notes}")?;
    Ok(all_well && (count == 0 || !strict))
}

fn compare(
    files: &[PathBuf],
    years: &[String],
    request: &Request,
    format: Format,
    out: &mut impl Write,
) -> io::Result<bool> {
    let documents: Vec<Document> = files.iter().filter_map(|path| or_complain(path, read_note(path))).collect();
    let mut all_well = documents.len() == files.len();
    let chosen: Vec<&Document> = {
        let all = Comparison::new(&documents);
        for year in years.iter().filter(|year| !all.columns().iter().any(|column| is_of(column, year))) {
            complain(year, &"there is no note of this year among the files");
            all_well = false;
        }
        let chosen = |column: &&Column| years.is_empty() || years.iter().any(|year| is_of(column, year));
        let columns = all.columns().iter().filter(chosen);
        columns.map(|column| column.document).collect()
    };
    if chosen.is_empty() {
        complain("compare", &"there is no note to compare");
        return Ok(false);
    }
    match render(&Comparison::new(chosen), request, format) {
        Ok(rendered) => out.write_all(rendered.as_bytes())?,
        Err(error) => {
            complain("compare", &error);
            all_well = false;
        }
    }
    Ok(all_well)
}

/// Whether `--years` means this note: by its year, which two notes may share, or by its label, which none do.
fn is_of(column: &Column, year: &str) -> bool {
    column.label == year || column.year.is_some_and(|of| year.parse() == Ok(of))
}
