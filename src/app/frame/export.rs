//! Taking a view away: as Markdown, CSV or JSON, its pictures as SVG and PNG, or on paper.

use r2p_notes::compare::render::View as Rendered;
use r2p_notes::compare::render::{Format, Request};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::page::{Page, Shown, use_page};
use crate::parts::Menu;
use crate::route::{Comparing, Route, View};
use crate::state::{Action, State};
use crate::{background, browser, phrase, picture};

/// The menu.
#[component]
pub fn Export() -> Html {
    let page = use_page();
    let formats = [("Markdown", Format::Markdown), ("CSV", Format::Csv), ("JSON", Format::Json)];
    let mut items: Vec<(AttrValue, Callback<()>)> = Vec::new();
    for (name, format) in formats {
        let page = page.clone();
        items.push((name.into(), Callback::from(move |()| save(&page, format))));
    }
    if has_picture(&page.0.route) {
        for (name, kind) in [("Picture as SVG", picture::Kind::Svg), ("Picture as PNG", picture::Kind::Png)] {
            let page = page.clone();
            items.push((name.into(), Callback::from(move |()| draw(&page, kind))));
        }
    }
    items.push(("Print".into(), Callback::from(|()| browser::print())));
    html! { <Menu label="Export" {items} /> }
}

/// What tells a spreadsheet that a CSV file is UTF-8.
const BYTE_ORDER_MARK: char = '\u{FEFF}';

fn save(page: &Page, format: Format) {
    let route = &page.0.route;
    let shown = of_request(&page.0);
    let (mime, extension) = match format {
        Format::Markdown => ("text/markdown;charset=utf-8", "md"),
        Format::Csv => ("text/csv;charset=utf-8", "csv"),
        Format::Json => ("application/json", "json"),
    };
    let name = format!("r2p-notes-{}.{extension}", route.view.slug());
    let request = request(route, &shown);
    let page = page.clone();
    spawn_local(async move {
        let text = background::render(&request, format, &shown.packed()).await;
        let text = text.map(|text| if format == Format::Csv { format!("{BYTE_ORDER_MARK}{text}") } else { text });
        page.dispatch(Action::Saved(text.and_then(|text| browser::download(&name, mime, &text)).map(|()| name)));
    });
}

fn request(route: &Route, shown: &Shown) -> Request {
    let view = match (route.view, &route.term) {
        (View::Search, _) | (View::Themes, Some(_)) => Rendered::Concordance,
        (View::Themes, None) => Rendered::Themes,
        (View::Pillars, _) => Rendered::Pillars,
        (View::Programme, _) => Rendered::Programme,
        (View::Language, _) if route.comparing == Comparing::Lineage => Rendered::Lineage,
        (View::Language, _) => Rendered::Language,
        (View::People, _) => Rendered::People,
        (View::Reports, _) => Rendered::Reports,
        (View::Queries, _) => Rendered::Queries,
        (View::Text, _) => Rendered::Text,
        (View::Overview, _) => Rendered::Overview,
    };
    let term = route.term.clone().filter(|_| view == Rendered::Concordance);
    let section = route.section.as_deref().and_then(|name| name.parse().ok());
    // A lineage is of all years, until the reader has chosen whose sentences are listed.
    let of = route.pair.is_some().then(|| shown.pair(route).1);
    Request { view, section, term, sort: route.sort, only: route.only, of }
}

/// The notes that the view is about: of a word diff the two compared, of a text that one.
fn of_request(state: &State) -> Shown {
    let (route, shown) = (&state.route, Shown::new(state.choice().shown()));
    match route.view {
        View::Language if route.comparing != Comparing::Lineage => {
            let (old, new) = shown.pair(route);
            let chosen = shown.0.iter().enumerate().filter(|(at, _)| [old, new].contains(at));
            Shown::new(chosen.map(|(_, held)| held.clone()).collect())
        }
        View::Text => Shown::new(state.choice().text().into_iter().collect()),
        _ => shown,
    }
}

fn draw(page: &Page, kind: picture::Kind) {
    let (page, name) = (page.clone(), format!("r2p-notes-{}", page.0.route.view.slug()));
    let labels: Vec<_> = of_request(&page.0).0.iter().map(|held| held.label.clone()).collect();
    let source = [format!("R2P Notes, from the notes of {}", phrase::list(&labels)), browser::address()];
    spawn_local(async move { page.dispatch(Action::Saved(picture::save(&name, kind, &source).await)) });
}

fn has_picture(route: &Route) -> bool {
    match route.view {
        View::Themes | View::Pillars | View::Programme | View::Reports => true,
        View::Language => route.comparing == Comparing::Lineage,
        _ => false,
    }
}
