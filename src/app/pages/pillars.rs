//! What each note says of the three pillars: a picture, its figures, and the passages themselves.

use std::rc::Rc;

use r2p_notes::compare::pillars::{Group, PillarColumn, PillarPassage, PillarShare, Said, pillars};
use yew::prelude::*;

use super::pillar_bars::{ColumnsProps, PillarBars};
use super::pillar_group;
use crate::kinds;
use crate::page::ViewProps;
use crate::parts::{Cite, head};
use crate::phrase;
use crate::route::View;
use crate::shelf::Held;

/// The view.
#[component]
pub fn Pillars(props: &ViewProps) -> Html {
    let shown = &props.shown;
    let columns = shown.once(pillars);
    html! {
        <article>
            { head(View::Pillars, Html::default()) }
            <PillarBars shown={shown.clone()} columns={columns.clone()} />
            <Figures shown={shown.clone()} columns={columns.clone()} />
            <Passages shown={shown.clone()} {columns} />
        </article>
    }
}

#[component]
fn Figures(props: &ColumnsProps) -> Html {
    let ColumnsProps { shown, columns } = props;
    let row = |group: Group| {
        let cells = shown.0.iter().zip(columns.iter()).map(|(held, column)| {
            html! { <td key={held.key.clone()}>{ focus(held, column, group) }{ figures(held, column, group.said(column), nothing_alone(column, group)) }{ beside(column, group) }</td> }
        });
        html! {
            <tr key={pillar_group::sign(group)}>
                <th scope="row"><span class={classes!("chip", pillar_group::class(group))}>{ pillar_group::sign(group) }</span>
                    <span class="row-note">{ phrase::capital(pillar_group::name(group)) }</span></th>
                { for cells }
            </tr>
        }
    };
    let any = shown.0.iter().zip(columns.iter()).map(|(held, column)| {
        html! { <td key={held.key.clone()}>{ figures(held, column, &column.any, "nothing") }</td> }
    });
    html! {
        <div class={classes!("table-scroll", shown.many())} tabindex="0" role="region" aria-label="Pillars in figures">
            <table class="grid">
                <caption>{ "The same in figures" }<small>{ "no word counts twice: what speaks of several pillars at once has a row of its own" }</small></caption>
                <thead><tr><th scope="col">{ "Pillar" }</th>{ for shown.0.iter().map(|held| html! { <th scope="col">{ &held.label }</th> }) }</tr></thead>
                <tbody>
                    { for Group::ALL.map(row) }
                    <tr key="any"><th scope="row">{ "Any pillar" }</th>{ for any }</tr>
                </tbody>
            </table>
        </div>
    }
}

fn focus(held: &Rc<Held>, column: &PillarColumn, group: Group) -> Html {
    let focus = column.focus.iter().find(|focus| group == Group::One(focus.pillar));
    focus.map_or_else(Html::default, |focus| {
        html! { <p class="focus"><Cite held={held.clone()} span={focus.place.span}>{ "focus of the report" }</Cite></p> }
    })
}

/// How much is said, which leads to the first passage that says it; `nothing` where there is none.
fn figures(held: &Rc<Held>, column: &PillarColumn, said: &Said, nothing: &str) -> Html {
    let Some(first) = said.passages.first().and_then(|&at| column.passages.get(at)) else {
        return html! { <span class="absent">{ nothing }</span> };
    };
    html! {
        <>
            <p class="figure-number"><Cite held={held.clone()} span={first.place.span}>{ format!("{:.1} %", said.share * 100.0) }</Cite></p>
            <p class="row-note">
                { format!("{} in {}", phrase::count(said.words, "word", "words"), phrase::count(said.passages.len(), "passage", "passages")) }
            </p>
        </>
    }
}

/// What of a pillar is said beside others, too.
fn more(column: &PillarColumn, group: Group) -> Option<&PillarShare> {
    let own = column.pillars.iter().find(|share| group == Group::One(share.pillar));
    own.filter(|share| share.all.words > share.alone.words)
}

/// What is said where no sentence speaks of a pillar alone.
fn nothing_alone(column: &PillarColumn, group: Group) -> &'static str {
    if more(column, group).is_some() { "only beside others" } else { "nothing" }
}

/// How much is said of a pillar where what speaks of others, too, counts for it.
fn beside(column: &PillarColumn, group: Group) -> Html {
    match more(column, group) {
        Some(share) => {
            html! { <p class="row-note">{ format!("{:.1} % with those on several", share.all.share * 100.0) }</p> }
        }
        None => Html::default(),
    }
}

#[component]
fn Passages(props: &ColumnsProps) -> Html {
    html! { <>{ for Group::ALL.map(|group| passages(props, group)) }</> }
}

fn passages(props: &ColumnsProps, group: Group) -> Html {
    let title = match group {
        Group::One(pillar) => html! {
            <>
                <span class={classes!("chip", kinds::pillar_class(pillar))}>{ pillar.numeral() }</span>
                { format!(" Pillar {}", pillar.numeral()) }<small>{ kinds::pillar(pillar) }</small>
            </>
        },
        Group::Several => html! { <><span class="chip pillar-several">{ "+" }</span>{ " Several pillars at once" }</> },
    };
    let years = props.shown.0.iter().zip(props.columns.iter()).map(|(held, column)| {
        let own = column.passages.iter().filter(|passage| group.holds(&passage.pillars));
        let items: Vec<_> = own.map(|passage| passage_item(held, passage, group)).collect();
        html! {
            <section key={held.key.clone()}>
                <h3>{ &held.label }</h3>
                if items.is_empty() {
                    <p class="absent">{ nothing(column, group) }</p>
                } else {
                    <ul class="passages">{ for items }</ul>
                }
            </section>
        }
    });
    html! { <section><h2 class="section-title">{ title }</h2><div class="by-year">{ for years }</div></section> }
}

/// What stands where a note has no passage on one pillar alone.
fn nothing(column: &PillarColumn, group: Group) -> Html {
    let beside = |pillar| column.passages.iter().any(|passage| passage.pillars.contains(&pillar));
    match group {
        Group::One(pillar) if beside(pillar) => html! { "only beside other pillars, below" },
        _ => html! { <>{ "—" }<span class="visually-hidden">{ "nothing" }</span></> },
    }
}

fn passage_item(held: &Rc<Held>, passage: &PillarPassage, group: Group) -> Html {
    let how = if passage.explicit { "named" } else { "by substance" };
    let which = match group {
        Group::One(_) => String::new(),
        Group::Several => {
            let numerals: Vec<_> = passage.pillars.iter().map(|pillar| pillar.numeral().to_owned()).collect();
            format!("{} · ", phrase::list(&numerals))
        }
    };
    html! {
        <li class={if passage.explicit { "explicit" } else { "substance" }}>
            <Cite held={held.clone()} span={passage.place.span}>{ &passage.text }</Cite>
            <span class="how">{ which }{ how }</span>
        </li>
    }
}
