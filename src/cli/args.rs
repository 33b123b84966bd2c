//! The arguments.

use std::path::PathBuf;

use clap::{Parser, Subcommand};
use r2p_notes::compare::render::{Fate, Format, View};
use r2p_notes::compare::themes::{Query, Sort};
use r2p_notes::note::model::SectionKind;

/// Reads the yearly UN notes on the responsibility to protect and compares the years.
#[derive(Debug, Parser)]
#[command(name = "r2p-notes", version, arg_required_else_help = true)]
pub(crate) struct Args {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Print what each note says, one JSON object a line.
    Parse {
        /// Notes as text files; - is standard input.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Print a note's text as it reads once repaired.
    Text {
        /// A note as a text file; - is standard input.
        file: PathBuf,
    },
    /// Print what a careful reader would query, the words underlined.
    Check {
        /// Notes as text files; - is standard input.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Exit with status 1 when there is anything to query.
        #[arg(long)]
        strict: bool,
    },
    /// Print what changed between notes; their order does not matter.
    Compare {
        /// Notes as text files; - is standard input.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// The view.
        #[arg(long, default_value = "overview", help = format!("The view: {}", View::ALL.map(View::name).join(", ")))]
        view: View,
        /// The format: md, csv or json.
        #[arg(long, default_value = "md")]
        format: Format,
        /// Only the notes of these years, such as 2016,2017.
        #[arg(long, value_delimiter = ',')]
        years: Vec<String>,
        /// The section to which a word diff keeps, such as purpose.
        #[arg(long)]
        section: Option<SectionKind>,
        /// What a concordance looks for: a word, a phrase, concept:NAME, or a regular expression as /…/.
        #[arg(long, value_parser = term)]
        term: Option<String>,
        /// The order of a concordance: year, left or right.
        #[arg(long, default_value = "year")]
        sort: Sort,
        /// The only sentences of a lineage: first, new, revised, carried or dropped.
        #[arg(long)]
        only: Option<Fate>,
    },
}

fn term(text: &str) -> Result<String, String> {
    Query::parse(text).map(|_| text.to_owned()).map_err(|error| error.to_string())
}
