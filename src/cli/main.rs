//! The command line: `r2p-notes parse`, `text`, `check` and `compare`.
//!
//! Results go to standard output, what went wrong to standard error. The exit status is 0 when all went well; 1 when a file
//! was not read as a note (by `text`, as a text), when there was anything to query (`check --strict`), when a year has no
//! note or a view was not written (`compare`), or when the results could not be put out; 2 when the arguments were not
//! understood.

#[cfg(not(target_arch = "wasm32"))]
mod args;
#[cfg(not(target_arch = "wasm32"))]
mod check;
#[cfg(not(target_arch = "wasm32"))]
mod commands;
#[cfg(not(target_arch = "wasm32"))]
mod input;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    commands::run(&<args::Args as clap::Parser>::parse())
}

/// The page is another program: in wasm there is no command line.
#[cfg(target_arch = "wasm32")]
fn main() {}
