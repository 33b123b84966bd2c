//! Each year's theme as a headline, and the words that set its note apart from the others.

use std::rc::Rc;

use r2p_notes::compare::themes::{Distinctive, Term, keyness};
use yew::prelude::*;

use crate::page::{Shown, ViewProps};
use crate::parts::Cite;
use crate::shelf::Held;

/// How many of a year's terms are shown.
const TERMS: usize = 12;

/// The view.
#[component]
pub fn Themes(props: &ViewProps) -> Html {
    let shown = &props.shown;
    html! {
        <article>
            <header class="view-head">
                <h1>{ "Themes" }</h1>
                <p class="lede">{ "What each year’s dialogue was about, in the words of its title, and the language that sets its note apart." }</p>
            </header>
            <ol class="headlines">{ for shown.0.iter().map(headline) }</ol>
            <Words shown={shown.clone()} />
        </article>
    }
}

fn headline(held: &Rc<Held>) -> Html {
    let theme = match &held.document.note.theme {
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
    let shown = &props.shown;
    let distinctive = use_memo(shown.clone(), |shown| shown.compare(keyness));
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
                       large it is: 1 is twice as frequent as elsewhere, 2 is four times, 3 is eight." }
                </p>
                <div class="by-year">
                    { for shown.0.iter().zip(distinctive.iter()).map(|(held, distinctive)| year(held, distinctive)) }
                </div>
            }
        </section>
    }
}

fn year(held: &Rc<Held>, distinctive: &Distinctive) -> Html {
    let rows = distinctive.terms.iter().take(TERMS).map(|term| row(held, term));
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

fn row(held: &Rc<Held>, term: &Term) -> Html {
    let name = match term.places.first() {
        Some(place) => html! { <Cite held={held.clone()} span={place.span}>{ &term.text }</Cite> },
        None => html! { &term.text },
    };
    html! {
        <tr key={term.text.clone()}>
            <th scope="row">{ name }</th>
            <td class="number">{ term.count }</td>
            <td class="number">{ format!("{:.1}", term.g2) }</td>
            <td class="number">{ format!("{:.1}", term.log_ratio) }</td>
        </tr>
    }
}
