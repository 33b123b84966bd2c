//! Every sentence of a note with the year it first stood in, and how much of each year's language is its own.

use std::rc::Rc;

use r2p_notes::compare::language::{ColumnLineage, Lineage, Status, Traced, lineage};
use yew::prelude::*;

use super::diff::marked;
use crate::kinds;
use crate::page::Shown;
use crate::parts::Cite;
use crate::shelf::Held;
use crate::wording::{Side, pieces};

/// What the lineage is given.
#[derive(PartialEq, Properties)]
pub struct LineageProps {
    /// The notes.
    pub shown: Shown,
    /// The one whose sentences are listed, by its place in the list.
    pub at: usize,
}

/// The shares of all years, and the sentences of one.
#[component]
pub fn LineageText(props: &LineageProps) -> Html {
    let shown = &props.shown;
    let traced = use_memo(shown.clone(), |shown| shown.compare(lineage));
    let Some((held, column)) = shown.0.get(props.at).zip(traced.columns.get(props.at)) else { return Html::default() };
    let sentences = column.sentences.chunk_by(|a, b| a.at.section == b.at.section).map(|of_section| {
        let title = of_section.first().and_then(|sentence| sentence.at.section).map_or("Beginning", kinds::section);
        html! {
            <section>
                <h3>{ title }</h3>
                <ol class="threads">{ for of_section.iter().map(|sentence| item(shown, &traced, held, sentence)) }</ol>
            </section>
        }
    });
    html! {
        <>
            <Shares shown={shown.clone()} traced={traced.clone()} />
            <section class="lineage">
                <h2 class="section-title">{ format!("{}, sentence by sentence", held.label) }</h2>
                { for sentences }
                { dropped(shown, &traced, column) }
            </section>
        </>
    }
}

#[derive(PartialEq, Properties)]
struct SharesProps {
    shown: Shown,
    traced: Rc<Lineage>,
}

#[component]
fn Shares(props: &SharesProps) -> Html {
    let rows = props.shown.0.iter().zip(&props.traced.columns).map(|(held, column)| share(held, column));
    html! {
        <figure class="picture">
            <figcaption>{ "How much of each year’s language is its own" }</figcaption>
            <ul class="legend">
                <li><span class="swatch is-new"></span>{ "new" }</li>
                <li><span class="swatch is-revised"></span>{ "revised" }</li>
                <li><span class="swatch is-carried"></span>{ "carried" }</li>
            </ul>
            <table class="shares">
                <caption class="visually-hidden">{ "Words by what became of their sentences" }</caption>
                <thead class="visually-hidden">
                    <tr><th scope="col">{ "Year" }</th><th scope="col">{ "Picture" }</th><th scope="col">{ "Its own" }</th><th scope="col">{ "Words" }</th></tr>
                </thead>
                <tbody>{ for rows }</tbody>
            </table>
        </figure>
    }
}

fn share(held: &Rc<Held>, column: &ColumnLineage) -> Html {
    let share = column.share;
    let of = |words: usize| words as f64 * 100.0 / share.words.max(1) as f64;
    let mut x = 0.0;
    let parts = [
        (share.new, "is-new", "new"),
        (share.revised, "is-revised", "revised"),
        (share.carried, "is-carried", "carried"),
    ];
    let bars = parts.map(|(words, class, name)| {
        let (from, width) = (x, of(words));
        x += width;
        html! { <rect class={classes!("share", class)} x={format!("{from:.2}%")} width={format!("{width:.2}%")} height="18"><title>{ format!("{name}: {words} words") }</title></rect> }
    });
    let numbers = parts.map(|(words, _, name)| format!("{words} {name}"));
    html! {
        <tr key={held.key.clone()}>
            <th scope="row">{ &held.label }</th>
            <td class="bar"><svg width="100%" height="18" aria-hidden="true">{ for bars }</svg></td>
            <td class="number"><strong>{ format!("{:.0} %", share.own() * 100.0) }</strong></td>
            <td class="row-note">{ format!("of {} words: {}", share.words, numbers.join(", ")) }</td>
        </tr>
    }
}

fn item(shown: &Shown, traced: &Lineage, held: &Rc<Held>, sentence: &Traced) -> Html {
    let text = match &sentence.old_text {
        Some(old) if sentence.status == Status::Revised => {
            marked(&pieces(old, &sentence.text, &sentence.changes, Side::Both))
        }
        _ => html! { &sentence.text },
    };
    let (class, status) = match sentence.status {
        Status::New => ("is-new", "new"),
        Status::Carried => ("is-carried", "carried"),
        Status::Revised => ("is-revised", "revised"),
    };
    html! {
        <li {class}>
            <p class="thread"><span class="status">{ status }</span>{ ancestry(shown, traced, sentence) }</p>
            <p class="sentence">
                { text }{ " " }
                <Cite held={held.clone()} span={sentence.place.span} class="pilcrow"><span aria-hidden="true">{ "¶" }</span><span class="visually-hidden">{ format!("its words in {}", held.label) }</span></Cite>
            </p>
        </li>
    }
}

/// The years in which a sentence stood before, each leading to its words there.
fn ancestry(shown: &Shown, traced: &Lineage, sentence: &Traced) -> Html {
    let thread = traced.threads.get(sentence.thread).map_or(&[][..], Vec::as_slice);
    let earlier = thread.iter().filter(|id| id.column < sentence.id.column).filter_map(|id| {
        let held = shown.0.get(id.column)?;
        let before = traced.sentence(*id)?;
        Some(html! { <><Cite held={held.clone()} span={before.place.span}>{ &held.label }</Cite>{ " " }</> })
    });
    let earlier: Vec<_> = earlier.collect();
    if earlier.is_empty() {
        Html::default()
    } else {
        html! { <span class="ancestry">{ "stood in " }{ for earlier }</span> }
    }
}

fn dropped(shown: &Shown, traced: &Lineage, column: &ColumnLineage) -> Html {
    let gone = column.dropped.iter().filter_map(|dropped| {
        let sentence = traced.sentence(dropped.sentence)?;
        let held = shown.0.get(dropped.sentence.column)?;
        let instead = dropped.replaced_by.and_then(|id| traced.sentence(id));
        Some(html! {
            <li class="is-dropped">
                <p class="thread"><span class="status">{ "dropped" }</span>{ "stood in " }<Cite held={held.clone()} span={sentence.place.span}>{ &held.label }</Cite></p>
                <p class="sentence"><del>{ &sentence.text }</del></p>
                if let Some(instead) = instead { <p class="row-note">{ format!("In its place: {}", instead.text) }</p> }
            </li>
        })
    });
    let gone: Vec<_> = gone.collect();
    if gone.is_empty() {
        return Html::default();
    }
    html! { <section><h3>{ "Dropped from the year before" }</h3><ol class="threads">{ for gone }</ol></section> }
}
