//! Raw text, how it reads, and where things stand in it.

pub mod civil;
pub mod decode;
pub mod edit;
pub mod lex;
pub mod lexicon;
pub mod lookalike;
pub mod mend;
pub mod misread;
pub mod packed_reading;
pub mod reading;
pub mod sentence;
pub mod source;
pub mod span;

mod assembly;
mod bracket;
mod byte_set;
mod counted_heads;
mod cut_names;
mod footnote;
mod given_line;
mod hanging;
mod layout;
mod line_words;
mod list_mark;
mod list_start;
mod margin;
mod markup;
mod page_edges;
mod person_lines;
mod quotation_mark;
mod read;
mod reflow;
mod seam;
mod set_off;
mod side_by_side;
mod source_map;
mod spacing;
mod wrapped;

pub use decode::DecodeError;
pub use edit::{Edit, Rule};
pub use footnote::FootnoteMark;
pub use reading::{Block, BlockKind, Reading};
pub use source::Source;
pub use span::{Cited, Span};
