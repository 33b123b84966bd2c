//! Persons and offices by years, with role and minute of the programme.

use std::rc::Rc;

use r2p_notes::compare::people::{
    Appearance, HolderChange, OfficeLine, People as Register, Person, PersonChange, Role, people,
};
use r2p_notes::text::civil::clock;
use yew::prelude::*;

use crate::kinds;
use crate::page::{Shown, ViewProps};
use crate::parts::{Cite, head};
use crate::phrase;
use crate::route::View;
use crate::shelf::Held;

/// The view.
#[component]
pub fn People(props: &ViewProps) -> Html {
    let shown = &props.shown;
    let register = shown.once(people);
    if register.persons.is_empty() && register.offices.is_empty() {
        return html! { <article><h1>{ "People" }</h1><p class="absent">{ "The notes shown name nobody." }</p></article> };
    }
    html! {
        <article>
            { head(View::People, Html::default()) }
            if register.persons.is_empty() {
                <section>
                    <h2 class="section-title">{ "Persons" }</h2>
                    <p class="absent">{ nobody(shown) }</p>
                </section>
            } else {
                <Persons shown={shown.clone()} register={register.clone()} />
            }
            <Offices shown={shown.clone()} {register} />
        </article>
    }
}

fn nobody(shown: &Shown) -> String {
    let labels: Vec<_> = shown.0.iter().map(|held| held.label.clone()).collect();
    match &labels[..] {
        [one] => format!("{one} names no person, only offices."),
        _ => format!("{} name no person, only offices.", phrase::list(&labels)),
    }
}

#[derive(PartialEq, Properties)]
struct RegisterProps {
    shown: Shown,
    register: Rc<Register>,
}

#[component]
fn Persons(props: &RegisterProps) -> Html {
    let RegisterProps { shown, register } = props;
    html! {
        <div class={classes!("table-scroll", shown.many())} tabindex="0" role="region" aria-label="Persons by year">
            <table class="grid people" role="table">
                <caption>{ "Persons" }</caption>
                <thead><tr role="row"><th scope="col">{ "Person" }</th>{ for shown.0.iter().map(|held| html! { <th scope="col">{ &held.label }</th> }) }</tr></thead>
                <tbody role="rowgroup">{ for register.persons.iter().map(|person| person_row(shown, person)) }</tbody>
            </table>
        </div>
    }
}

fn person_row(shown: &Shown, person: &Person) -> Html {
    let others: Vec<_> = person.spellings.iter().filter(|spelling| **spelling != person.name).cloned().collect();
    let cells = shown.0.iter().enumerate().map(|(column, held)| {
        let here: Vec<_> = person.appearances.iter().filter(|appearance| appearance.column == column).collect();
        let change = person.changes.iter().find(|change| change.to == column);
        html! {
            <td role="cell" class={cell_class(change.is_some(), here.is_empty())}>
                { of_year(held) }
                { for here.into_iter().map(|appearance| seen(shown, appearance)) }
                if let Some(change) = change { <span class="change">{ said(shown, change) }</span> }
            </td>
        }
    });
    html! {
        // Roles, for a narrow window draws each year as a line under the name.
        <tr role="row" key={person.name.clone()}>
            <th role="rowheader" scope="row">
                { &person.name }
                if !others.is_empty() { <span class="row-note">{ format!("also given as {}", phrase::list(&others)) }</span> }
            </th>
            { for cells }
        </tr>
    }
}

/// The year of a cell, for a window too narrow for a column a year.
pub(super) fn of_year(held: &Held) -> Html {
    html! { <span class="of-year">{ &held.label }</span> }
}

fn cell_class(changed: bool, empty: bool) -> Option<&'static str> {
    match (changed, empty) {
        (true, _) => Some("changed"),
        (false, true) => Some("nothing"),
        (false, false) => None,
    }
}

fn seen(shown: &Shown, appearance: &Appearance) -> Html {
    let Some(held) = shown.0.get(appearance.column) else { return Html::default() };
    let when = appearance.minute.map(|minute| format!(", {}", clock(minute))).unwrap_or_default();
    let office = match (&appearance.office, appearance.office_place) {
        (Some(office), Some(place)) => {
            html! { <span class="row-note"><Cite held={held.clone()} span={place.span}>{ office }</Cite></span> }
        }
        _ => Html::default(),
    };
    let note = appearance.note.as_ref().map(|note| format!(" ({note})"));
    html! {
        <p class="appearance">
            <Cite held={held.clone()} span={appearance.place.span}>{ kinds::role(appearance.role) }</Cite>{ when }{ note }
            { office }
        </p>
    }
}

fn said(shown: &Shown, change: &PersonChange) -> String {
    let before = shown.0.get(change.from).map_or("", |held| &held.label);
    let roles =
        |roles: &[Role]| phrase::list(&roles.iter().map(|role| kinds::role(*role).to_lowercase()).collect::<Vec<_>>());
    let office = change.office.as_ref().map(|(old, _)| old.clone());
    let was = change.roles.as_ref().map(|(old, _)| roles(old)).filter(|was| !was.is_empty());
    let parts: Vec<_> = office.into_iter().chain(was).collect();
    format!("in {before}: {}", parts.join("; "))
}

#[component]
fn Offices(props: &RegisterProps) -> Html {
    let RegisterProps { shown, register } = props;
    html! {
        <div class={classes!("table-scroll", shown.many())} tabindex="0" role="region" aria-label="Offices by year">
            <table class="grid people" role="table">
                <caption>{ "Offices and who holds them" }</caption>
                <thead><tr role="row"><th scope="col">{ "Office" }</th>{ for shown.0.iter().map(|held| html! { <th scope="col">{ &held.label }</th> }) }</tr></thead>
                <tbody role="rowgroup">{ for register.offices.iter().map(|office| office_row(shown, register, office)) }</tbody>
            </table>
        </div>
    }
}

fn office_row(shown: &Shown, register: &Register, office: &OfficeLine) -> Html {
    let cells = shown.0.iter().enumerate().map(|(column, held)| {
        let here: Vec<_> = office.holders.iter().filter(|holder| holder.column == column).collect();
        let names = here.iter().map(|holder| {
            let name = holder
                .person
                .and_then(|at| register.persons.get(at))
                .map_or("named by office only", |person| &person.name);
            html! { <p class="appearance"><Cite held={held.clone()} span={holder.place.span}>{ name }</Cite></p> }
        });
        let changed = office.changes.iter().any(|change: &HolderChange| change.to == column);
        html! {
            <td role="cell" class={cell_class(changed, here.is_empty())}>{ of_year(held) }{ for names }</td>
        }
    });
    html! {
        <tr role="row" key={office.office.clone()}><th role="rowheader" scope="row">{ &office.office }</th>{ for cells }</tr>
    }
}
