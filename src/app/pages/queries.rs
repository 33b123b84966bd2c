//! What a careful reader would query in each note, what it lacks, and what was mended in reading it.

use std::rc::Rc;

use r2p_notes::compare::facts::not_stated;
use r2p_notes::note::model::{Finding, FindingKind, Repair};
use r2p_notes::text::Rule;
use yew::prelude::*;

use crate::kinds;
use crate::page::ViewProps;
use crate::parts::{Cite, head, use_lines};
use crate::phrase;
use crate::route::View;
use crate::shelf::Held;

/// How many repairs of a note are listed at a time.
const STEP: usize = 200;

/// The view.
#[component]
pub fn Queries(props: &ViewProps) -> Html {
    html! {
        <article class="queries">
            { head(View::Queries, Html::default()) }
            { for props.shown.0.iter().map(year) }
        </article>
    }
}

fn year(held: &Rc<Held>) -> Html {
    let document = held.document();
    let note = &document.note;
    let (missing, findings): (Vec<_>, Vec<_>) =
        note.findings.iter().partition(|finding| finding.kind == FindingKind::Missing);
    let not_stated = if held.is_note { not_stated(note) } else { Vec::new() };
    html! {
        <section key={held.key.clone()}>
            <h2 class="section-title">{ &held.label }</h2>
            if findings.is_empty() {
                <p class="absent">{ "Nothing to query." }</p>
            } else {
                <ul class="findings">{ for findings.into_iter().map(|finding| item(held, finding)) }</ul>
            }
            if !missing.is_empty() || !not_stated.is_empty() {
                <h3>{ "Not stated" }</h3>
                <ul class="findings missing">
                    { for missing.into_iter().map(|finding| html! { <li>{ &finding.message }</li> }) }
                    if !not_stated.is_empty() {
                        <li>{ format!("Of what the Overview lists: {}.", not_stated.join("; ")) }</li>
                    }
                </ul>
            }
            { repairs(held, false, ["place mended in reading", "places mended in reading"]) }
            { repairs(held, true, ["mark of layout left out", "marks of layout left out"]) }
        </section>
    }
}

fn item(held: &Rc<Held>, finding: &Finding) -> Html {
    let message = match finding.spans.first() {
        Some(span) => html! { <Cite held={held.clone()} span={*span}>{ &finding.message }</Cite> },
        None => html! { &finding.message },
    };
    let others = finding.spans.iter().skip(1).enumerate().map(|(at, span)| {
        html! { <>{ " · " }<Cite held={held.clone()} span={*span}>{ format!("place {}", at + 2) }</Cite></> }
    });
    html! { <li><span class="row-note">{ kinds::finding(finding.kind) }</span>{ message }{ for others }</li> }
}

/// The note's repairs that leave out markup, or those that do not, counted in the words of `counted` and listed below.
fn repairs(held: &Rc<Held>, markup: bool, counted: [&str; 2]) -> Html {
    let document = held.document();
    let count = document.note.repairs.iter().filter(|repair| (repair.rule == Rule::Markup) == markup).count();
    if count == 0 {
        return Html::default();
    }
    html! {
        <details class="repairs">
            <summary>{ phrase::count(count, counted[0], counted[1]) }</summary>
            <Repairs held={held.clone()} {markup} />
        </details>
    }
}

#[derive(PartialEq, Properties)]
struct RepairsProps {
    held: Rc<Held>,
    /// Whether those that leave out markup are listed, or the others.
    markup: bool,
}

#[component]
fn Repairs(props: &RepairsProps) -> Html {
    let held = &props.held;
    let document = held.document();
    let of_kind = |repair: &&Repair| (repair.rule == Rule::Markup) == props.markup;
    let repairs: Vec<_> = document.note.repairs.iter().filter(of_kind).collect();
    let (drawn, more) = use_lines(repairs.len(), STEP, 0, held.key.clone());
    let rows = repairs[..drawn].iter().enumerate().map(|(key, repair)| {
        html! {
            <tr {key}>
                <td><Cite held={held.clone()} span={repair.span}><del>{ &repair.from }</del></Cite></td>
                <td>if repair.to.is_empty() { <em>{ "nothing" }</em> } else { <ins>{ &repair.to }</ins> }</td>
                <td>{ repair.rule.describe() }</td>
            </tr>
        }
    });
    html! {
        <>
            <table class="mended">
                <thead><tr><th scope="col">{ "given" }</th><th scope="col">{ "read" }</th><th scope="col">{ "why" }</th></tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
            { more }
        </>
    }
}
