//! Each year's theme as a headline, and the words that set its note apart from the others.

use std::rc::Rc;

use r2p_notes::compare::themes::{Distinctive, Sort, Term, keyness};
use yew::prelude::*;

use super::concordance::{Concordance, name};
use super::matrix::Matrix;
use crate::browser;
use crate::page::{Shown, ViewProps};
use crate::parts::{Cite, head};
use crate::route::{Route, View};
use crate::shelf::Held;
use crate::standing::{self, Standing};

/// How many of a year's terms are shown.
const TERMS: usize = 12;

/// The view.
#[component]
pub fn Themes(props: &ViewProps) -> Html {
    let shown = &props.shown;
    // The word that the concordance shown was followed from: where that is closed, the reader is there again.
    let origin = use_mut_ref(|| None::<Option<Standing>>);
    use_effect_with(props.route.term.clone(), move |term| {
        let mut origin = origin.borrow_mut();
        if term.is_some() {
            *origin = Some(standing::noted());
            browser::focus("places");
            browser::reveal_top("places");
        } else if let Some(origin) = origin.take() {
            browser::give_back_focus(origin.as_ref().map(Standing::element));
            if let Some(origin) = origin {
                origin.keep();
            }
        }
    });
    html! {
        <article>
            { head(View::Themes, Html::default()) }
            if let Some(term) = &props.route.term {
                <Places shown={shown.clone()} route={props.route.clone()} term={term.clone()} />
            }
            <ol class="headlines">{ for shown.0.iter().map(headline) }</ol>
            <Words shown={shown.clone()} />
            <Matrix shown={shown.clone()} />
        </article>
    }
}

#[derive(PartialEq, Properties)]
struct PlacesProps {
    shown: Shown,
    route: Rc<Route>,
    term: String,
}

/// The concordance of the term that was followed, before all else: it is what the reader asked for.
#[component]
fn Places(props: &PlacesProps) -> Html {
    let without = Route { term: None, sort: Sort::Year, place: None, ..(*props.route).clone() };
    html! {
        <section class="places">
            <div class="drawer-head">
                <h2 id="places" tabindex="-1">{ name(&props.term) }</h2>
                <a class="button quiet" href={without.fragment()}>{ "Close" }</a>
            </div>
            <Concordance shown={props.shown.clone()} term={props.term.clone()} sort={props.route.sort} />
        </section>
    }
}

fn headline(held: &Rc<Held>) -> Html {
    let theme = match &held.document().note.theme {
        Some(theme) => html! { <Cite held={held.clone()} span={theme.span}>{ &theme.value }</Cite> },
        None => html! { <span class="absent">{ "The note states no theme." }</span> },
    };
    html! { <li key={held.key.clone()}><span class="year-label">{ &held.label }</span><h2>{ theme }</h2></li> }
}

#[derive(PartialEq, Properties)]
struct WordsProps {
    shown: Shown,
}

#[component]
fn Words(props: &WordsProps) -> Html {
    let route = use_context::<Rc<Route>>().unwrap_or_default();
    let shown = &props.shown;
    let distinctive = shown.once(keyness);
    html! {
        <section>
            <h2 class="section-title">{ "The words that set each year apart" }</h2>
            if shown.0.len() < 2 {
                <p>{ "One note alone has nothing to be set apart from: show another year beside it." }</p>
            } else {
                <p class="note">
                    { "Terms that a year’s note uses more than the other notes shown do, the surest first. " }
                    <abbr title="log-likelihood">{ "G²" }</abbr>
                    { " says how sure the difference is: above 6.6, chance would give it once in a hundred. The log ratio says how \
                       large it is: 1 is twice as frequent as elsewhere, 2 is four times, 3 is eight. Counted outside \
                       programmes, footnotes and the names of persons, places and offices; a term opens all its places." }
                </p>
                <div class="by-year">
                    { for shown.0.iter().zip(distinctive.iter()).map(|(held, distinctive)| year(&route, held, distinctive)) }
                </div>
            }
        </section>
    }
}

fn year(route: &Route, held: &Rc<Held>, distinctive: &Distinctive) -> Html {
    let rows = distinctive.terms.iter().take(TERMS).map(|term| row(route, held, term));
    html! {
        <section key={held.key.clone()}>
            <h3>{ &held.label }</h3>
            if distinctive.terms.is_empty() {
                <p class="absent">{ "Nothing beyond what chance would give." }</p>
            } else {
                <table class="terms">
                    <caption class="visually-hidden">{ format!("Distinctive terms of {}", held.label) }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ "Term" }</th>
                            <th scope="col" class="number" title="how often in this note">{ "n" }</th>
                            <th scope="col" class="number" title="log-likelihood: how sure">{ "G²" }</th>
                            <th scope="col" class="number" title="log ratio: how large">{ "ratio" }</th>
                        </tr>
                    </thead>
                    <tbody>{ for rows }</tbody>
                </table>
            }
        </section>
    }
}

/// The term leads to all its places, its count to the first of them in this year's note.
fn row(route: &Route, held: &Rc<Held>, term: &Term) -> Html {
    let places = Route { term: Some(term.text.clone()), place: None, ..route.clone() };
    let count = match term.places.first() {
        Some(place) => html! { <Cite held={held.clone()} span={place.span}>{ term.count }</Cite> },
        None => html! { term.count },
    };
    html! {
        <tr key={term.text.clone()}>
            <th scope="row"><a class="plain" href={places.fragment()}>{ &term.text }</a></th>
            <td class="number">{ count }</td>
            <td class="number">{ format!("{:.1}", term.g2) }</td>
            <td class="number">{ format!("{:.1}", term.log_ratio) }</td>
        </tr>
    }
}
