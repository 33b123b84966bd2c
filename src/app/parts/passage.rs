//! Text with its marks: the place that the URL names, facts, repairs, what was found. All of it text nodes.

use std::ops::Range;

use r2p_notes::compare::statements::Fact;
use r2p_notes::note::model::Repair;
use r2p_notes::text::{Reading, Span};
use yew::prelude::*;

use crate::marks::{Kind, Mark, Marks, Stretch};
use crate::page::source_of;
use crate::route::{Face, Route};
use crate::shelf::Held;

/// A fact of more bytes than this is a passage, and marked more quietly than a value.
const LONG: u32 = 90;

/// One of a note's two texts, with all that is marked in it.
pub struct Marked<'a> {
    /// The text.
    pub text: &'a str,
    /// Which of the two it is.
    pub face: Face,
    /// What is marked.
    pub marks: Marks,
    /// The place found that the reader is at, by its number.
    pub here: Option<usize>,
    /// The repairs that marks number.
    pub repairs: &'a [Repair],
    /// The facts that marks number.
    pub facts: &'a [Fact],
    /// Where the reader is, and the note: facts open their words from there.
    pub from: Option<(&'a Route, &'a Held)>,
}

/// Where the raw `span` stands in the text of `face`.
pub fn on_face(face: Face, reading: &Reading, span: Span) -> Range<usize> {
    match face {
        Face::Given => span.range(),
        Face::Read => reading.read_range(span),
    }
}

impl Marked<'_> {
    /// The stretch of the text at `range`.
    pub fn html(&self, range: Range<usize>) -> Html {
        self.marks.stretches(range).into_iter().map(|stretch| self.stretch(&stretch)).collect()
    }

    fn stretch(&self, stretch: &Stretch) -> Html {
        let text = self.text.get(stretch.range.clone()).unwrap_or_default();
        if stretch.is_plain() {
            return html! { text };
        }
        let mut html = html! { text };
        if let Some(repair) = stretch.repair.and_then(|at| self.repairs.get(at)) {
            html = match self.face {
                Face::Given => {
                    let title = format!("read as “{}”: {}", repair.to, repair.rule.describe());
                    html! { <del class="repair" {title}>{ html }</del> }
                }
                Face::Read => {
                    let title = format!("given as “{}”: {}", repair.from, repair.rule.describe());
                    html! { <ins class="repair" {title}>{ html }</ins> }
                }
            };
        }
        // What is left between two facts is often a stop or a space, too small to be followed.
        let worth = text.chars().any(char::is_alphanumeric);
        let fact = stretch.fact.filter(|_| worth).and_then(|at| self.facts.get(at));
        if let (Some(fact), Some((route, held))) = (fact, self.from) {
            let href = source_of(route, held, fact.span);
            let long = (fact.span.end - fact.span.start > LONG).then_some("long");
            html = html! { <a class={classes!("fact", long)} {href} title={fact.label.clone()}>{ html }</a> };
        }
        if stretch.hit.is_some() {
            let here = (stretch.hit == self.here).then_some("here");
            html = html! { <mark class={classes!("hit", here)}>{ html }</mark> };
        }
        if stretch.place {
            html = html! { <mark class="place">{ html }</mark> };
        }
        html
    }
}

/// The marks of all repairs that show on `face`.
pub fn repair_marks(face: Face, reading: &Reading, repairs: &[Repair]) -> impl Iterator<Item = Mark> {
    repairs
        .iter()
        .enumerate()
        .map(move |(at, repair)| Mark { range: on_face(face, reading, repair.span), kind: Kind::Repair(at) })
}
