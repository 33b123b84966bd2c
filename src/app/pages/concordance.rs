//! Every place of a word, phrase or concept: left context, keyword, right context, year.

use std::rc::Rc;

use r2p_notes::compare::themes::concepts::{Concept, concept_by_key};
use r2p_notes::compare::themes::{Line, Sort, concordance};
use yew::prelude::*;

use super::places::{Places, use_places};
use crate::page::Shown;
use crate::parts::{Cite, use_lines};
use crate::phrase;
use crate::route::Route;

/// How many places are drawn at a time.
const STEP: usize = 150;

/// What a concordance is given.
#[derive(PartialEq, Properties)]
pub struct ConcordanceProps {
    /// The notes.
    pub shown: Shown,
    /// What is looked for.
    pub term: AttrValue,
    /// The order.
    pub sort: Sort,
}

/// The places of a term.
#[component]
pub fn Concordance(props: &ConcordanceProps) -> Html {
    let route = use_context::<Rc<Route>>().unwrap_or_default();
    let places = use_places(&props.shown, &props.term);
    let lines = use_memo((props.shown.clone(), places.clone(), props.sort), |(shown, places, sort)| {
        let Places::Found(places) = places else { return Vec::new() };
        shown.compare(|comparison| concordance::lines(comparison, places, *sort))
    });
    let (drawn, more) = use_lines(lines.len(), STEP, 0, (props.term.clone(), props.sort));
    match places {
        Places::Sought => {
            return html! { <p class="absent" role="status">{ format!("Looking for {} …", name(&props.term)) }</p> };
        }
        Places::Refused(why) => return html! { <p class="warning" role="status">{ phrase::capital(&why) }</p> },
        Places::Found(_) if lines.is_empty() => {
            return html! { <p class="absent">{ format!("{} was not found in the notes shown.", name(&props.term)) }</p> };
        }
        Places::Found(_) => {}
    }
    let sorted = [(Sort::Year, "Year and place"), (Sort::Left, "Words before"), (Sort::Right, "Words after")].map(
        |(sort, name)| {
            let to = Route { sort, place: None, ..(*route).clone() };
            html! { <a href={to.fragment()} aria-current={(sort == props.sort).then_some("true")}>{ name }</a> }
        },
    );
    let rows = (0..drawn).step_by(STEP).map(|from| {
        html! { <Rows key={from} shown={props.shown.clone()} lines={Lines(lines.clone())} {from} /> }
    });
    let forms = concept(&props.term).map(|concept| concept.forms.join(", "));
    html! {
        <>
            if let Some(forms) = forms {
                <p class="note">{ format!("Counted by these words, in any inflection and spelling: {forms}.") }</p>
            }
            <div class="concordance-head">
                <p role="status">{ counts(&props.shown, &lines) }</p>
                <nav class="switch" aria-label="Order">{ for sorted }</nav>
            </div>
            // A new one for another order, scrolled to its beginning.
            <div key={props.sort as usize} class="table-scroll" tabindex="0" role="region" aria-label="Concordance">
                <table class="concordance" role="table">
                    <caption class="visually-hidden">{ format!("Places of {}", name(&props.term)) }</caption>
                    <thead>
                        <tr><th scope="col">{ "Year" }</th><th scope="col" class="left">{ "Left" }</th><th scope="col" class="keyword">{ "Keyword" }</th><th scope="col">{ "Right" }</th></tr>
                    </thead>
                    <tbody role="rowgroup">{ for rows }</tbody>
                </table>
                { more }
            </div>
        </>
    }
}

/// A term as people read it.
pub fn name(term: &str) -> String {
    concept(term).map_or_else(|| format!("“{term}”"), |concept| concept.label.to_owned())
}

fn concept(term: &str) -> Option<&'static Concept> {
    term.strip_prefix("concept:").and_then(concept_by_key)
}

fn counts(shown: &Shown, lines: &[Line]) -> String {
    let by_year = shown.0.iter().enumerate().filter_map(|(at, held)| {
        let count = lines.iter().filter(|line| line.place.column == at).count();
        (count > 0).then(|| format!("{} in {}", count, held.label))
    });
    let by_year: Vec<_> = by_year.collect();
    format!("{}: {}.", phrase::count(lines.len(), "place", "places"), phrase::list(&by_year))
}

/// The lines of a concordance; two are equal when they are the very same.
#[derive(Clone)]
struct Lines(Rc<Vec<Line>>);

impl PartialEq for Lines {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(PartialEq, Properties)]
struct RowsProps {
    shown: Shown,
    lines: Lines,
    from: usize,
}

/// One step of the rows: those that stand are not drawn again when more come.
#[component]
fn Rows(props: &RowsProps) -> Html {
    let lines = props.lines.0.iter().skip(props.from).take(STEP);
    html! { { for lines.map(|line| row(&props.shown, line)) } }
}

fn row(shown: &Shown, line: &Line) -> Html {
    let Some(held) = shown.0.get(line.place.column) else { return Html::default() };
    let section = line.at.section.map(|section| section.title().to_owned());
    let place: Vec<_> = section.into_iter().chain(line.at.paragraph.map(|paragraph| paragraph.to_string())).collect();
    html! {
        // Roles, for a narrow window draws the row as running text.
        <tr role="row">
            <td role="cell" class="year-label" title={place.join(", ")}>{ &held.label }</td>
            <td role="cell" class="left"><span dir="auto">{ &line.left }</span></td>
            <td role="cell" class="keyword"><Cite held={held.clone()} span={line.place.span}>{ &line.keyword }</Cite></td>
            <td role="cell" class="right">{ &line.right }</td>
        </tr>
    }
}
