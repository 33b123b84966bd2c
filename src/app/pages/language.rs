//! What was carried, changed and dropped: two years as a word diff, or every sentence through all years.

use std::rc::Rc;

use r2p_notes::compare::language::{Diff, Part, diff};
use r2p_notes::note::model::SectionKind;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::diff::DiffText;
use super::lineage::LineageText;
use crate::browser;
use crate::page::{Shown, ViewProps};
use crate::parts::head;
use crate::route::{Comparing, Route, View};
use crate::shelf::Held;

/// The view.
#[component]
pub fn Language(props: &ViewProps) -> Html {
    let ViewProps { shown, route } = props;
    let (old, new) = shown.pair(route);
    html! {
        <article>
            { head(View::Language, html! { <Choices shown={shown.clone()} route={route.clone()} {old} {new} /> }) }
            { match route.comparing {
                Comparing::Lineage => html! { <LineageText shown={shown.clone()} at={new} /> },
                _ if shown.0.len() < 2 => html! { <p>{ "One note alone has nothing to be compared with: show another year beside it." }</p> },
                comparing => html! { <Compared shown={shown.clone()} {old} {new} section={route.section.clone()} inline={comparing == Comparing::Inline} /> },
            } }
        </article>
    }
}

#[derive(PartialEq, Properties)]
struct ChoicesProps {
    shown: Shown,
    route: Rc<Route>,
    old: usize,
    new: usize,
}

#[component]
fn Choices(props: &ChoicesProps) -> Html {
    let ChoicesProps { shown, route, .. } = props;
    let keys = [props.old, props.new].map(|at| shown.0.get(at).map(|held| held.key.clone()).unwrap_or_default());
    let modes =
        [(Comparing::Beside, "Side by side"), (Comparing::Inline, "In one"), (Comparing::Lineage, "Through all years")];
    let modes = modes.map(|(comparing, name)| {
        let to = Route { comparing, place: None, ..(**route).clone() };
        html! { <a href={to.fragment()} aria-current={(comparing == route.comparing).then_some("true")}>{ name }</a> }
    });
    let choose = |which: usize| {
        let (route, keys) = (route.clone(), keys.clone());
        Callback::from(move |key: String| {
            let mut keys = keys.clone();
            if let Some(slot) = keys.get_mut(which) {
                *slot = key;
            }
            let [old, new] = keys.clone();
            browser::go(&Route { pair: Some((old, new)), place: None, ..(*route).clone() });
        })
    };
    let section = {
        let route = route.clone();
        Callback::from(move |slug: String| {
            browser::go(&Route {
                section: Some(slug).filter(|slug| !slug.is_empty()),
                place: None,
                ..(*route).clone()
            });
        })
    };
    let years: Vec<_> = shown.0.iter().map(|held| (held.key.clone(), held.label.clone())).collect();
    let mut sections = vec![(String::new(), "The whole note".to_owned())];
    sections.extend(SectionKind::ALL.iter().map(|kind| (kind.name().to_owned(), kind.title().to_owned())));
    let chosen = route.section.clone().unwrap_or_default();
    let [old, new] = keys.clone();
    html! {
        <div class="choices">
            <nav class="switch" aria-label="How">{ for modes }</nav>
            if route.comparing == Comparing::Lineage {
                <Choice label="Note" options={years} chosen={new} onchoose={choose(1)} />
            } else {
                <Choice label="From" options={years.clone()} chosen={old} onchoose={choose(0)} />
                <Choice label="To" options={years} chosen={new} onchoose={choose(1)} />
                <Choice label="Section" options={sections} {chosen} onchoose={section} />
            }
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct ChoiceProps {
    label: &'static str,
    options: Vec<(String, String)>,
    chosen: String,
    onchoose: Callback<String>,
}

#[component]
fn Choice(props: &ChoiceProps) -> Html {
    let onchange = props.onchoose.reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
    let options = props.options.iter().map(|(value, name)| {
        html! { <option value={value.clone()} selected={*value == props.chosen}>{ name }</option> }
    });
    html! { <label class="choice"><span>{ props.label }</span><select {onchange}>{ for options }</select></label> }
}

#[derive(PartialEq, Properties)]
struct ComparedProps {
    shown: Shown,
    old: usize,
    new: usize,
    section: Option<String>,
    inline: bool,
}

#[component]
fn Compared(props: &ComparedProps) -> Html {
    let found = use_memo(
        (props.shown.clone(), props.old, props.new, props.section.clone()),
        |(shown, old, new, section)| -> Diff {
            let section = section.as_deref().and_then(|name| name.parse().ok());
            let part = |column| Part { column, section };
            shown.compare(|comparison| diff(comparison, part(*old), part(*new)))
        },
    );
    let held = |at: usize| -> Option<Rc<Held>> { props.shown.0.get(at).cloned() };
    let (Some(old), Some(new)) = (held(props.old), held(props.new)) else { return Html::default() };
    html! { <DiffText {old} {new} diff={found} inline={props.inline} /> }
}
