//! The page's state as it stands in the URL's fragment: `#/themes?years=2013.2014&term=prevention`.
//!
//! Everything a reader chooses is a field of [`Route`], so that a link shows the same thing and Back goes back. Unknown
//! views and keys are passed over: an old link shows what it still can. Lists are parted by full stops, which a query
//! may hold unescaped.

use form_urlencoded::{Serializer, parse};
use r2p_notes::compare::render::Fate;
use r2p_notes::compare::themes::Sort;

use super::place::Place;

/// One view of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// A column a year, a row a fact.
    #[default]
    Overview,
    /// Themes, distinctive words, concepts.
    Themes,
    /// The three pillars.
    Pillars,
    /// The programmes on one axis of the day.
    Programme,
    /// What was carried, changed, dropped.
    Language,
    /// Persons and offices.
    People,
    /// The Secretary-General's reports.
    Reports,
    /// What a careful reader would query.
    Queries,
    /// A note's own text.
    Text,
    /// What was found in all notes; reached from the search box, no tab of its own.
    Search,
}

impl View {
    /// The views of the tab list, in order.
    pub const TABS: [Self; 9] = [
        Self::Overview,
        Self::Themes,
        Self::Pillars,
        Self::Programme,
        Self::Language,
        Self::People,
        Self::Reports,
        Self::Queries,
        Self::Text,
    ];

    /// Its name in the fragment.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Themes => "themes",
            Self::Pillars => "pillars",
            Self::Programme => "programme",
            Self::Language => "language",
            Self::People => "people",
            Self::Reports => "reports",
            Self::Queries => "queries",
            Self::Text => "text",
            Self::Search => "search",
        }
    }

    /// Its name for people.
    pub fn title(self) -> &'static str {
        match self {
            Self::Overview => "Overview",
            Self::Themes => "Themes",
            Self::Pillars => "Pillars",
            Self::Programme => "Programme",
            Self::Language => "Language",
            Self::People => "People",
            Self::Reports => "Reports",
            Self::Queries => "Queries",
            Self::Text => "Text",
            Self::Search => "Search",
        }
    }

    fn from_slug(slug: &str) -> Option<Self> {
        Self::TABS.into_iter().chain([Self::Search]).find(|view| view.slug() == slug)
    }
}

/// Which of a note's two texts is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Face {
    /// Mended.
    #[default]
    Read,
    /// As it stands in the file.
    Given,
}

/// How the Language view compares.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Comparing {
    /// Two years, side by side.
    #[default]
    Beside,
    /// Two years in one text.
    Inline,
    /// Every sentence through all years.
    Lineage,
}

/// All that a reader chose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Route {
    /// The view.
    pub view: View,
    /// The notes chosen, by key; all of them where none is named.
    pub years: Option<Vec<String>>,
    /// The first of them shown, by key, where they are more than stand side by side; the last of them where none is named.
    pub first: Option<String>,
    /// The word or phrase looked at, or searched for.
    pub term: Option<String>,
    /// The section compared, by the contract's name; the whole note where none is named.
    pub section: Option<String>,
    /// The two notes compared, by key.
    pub pair: Option<(String, String)>,
    /// How they are.
    pub comparing: Comparing,
    /// The only sentences of a lineage that are listed; all of them where none is named.
    pub only: Option<Fate>,
    /// The order of a concordance.
    pub sort: Sort,
    /// The note whose text is shown, by key.
    pub text: Option<String>,
    /// Which of its two texts.
    pub face: Face,
    /// The place whose source is open.
    pub place: Option<Place>,
}

impl Route {
    /// The route of a view, nothing else chosen.
    pub fn of(view: View) -> Self {
        Self { view, ..Self::default() }
    }

    /// Another view of the same years.
    pub fn to(&self, view: View) -> Self {
        Self { view, years: self.years.clone(), first: self.first.clone(), ..Self::default() }
    }

    /// The same with the source of `place` open.
    pub fn at(&self, place: Place) -> Self {
        Self { place: Some(place), ..self.clone() }
    }

    /// The same without an open source.
    pub fn closed(&self) -> Self {
        Self { place: None, ..self.clone() }
    }

    /// Reads a fragment, with or without its `#`. Never fails: what is not understood is passed over.
    pub fn parse(fragment: &str) -> Self {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let (path, query) = fragment.split_once('?').unwrap_or((fragment, ""));
        let mut steps = path.split('/').filter(|step| !step.is_empty());
        let mut route = Self::of(steps.next().and_then(View::from_slug).unwrap_or_default());
        if route.view == View::Text {
            route.text = steps.next().map(str::to_owned);
        }
        let mut words = super::place::Words::default();
        let mut at = None;
        for (key, value) in parse(query.as_bytes()) {
            match &*key {
                "years" => {
                    route.years =
                        Some(value.split(['.', ',', ' ']).filter(|key| !key.is_empty()).map(str::to_owned).collect());
                }
                "first" => route.first = Some(value.into_owned()),
                "term" => route.term = Some(value.into_owned()).filter(|term| !term.is_empty()),
                "section" => route.section = Some(value.into_owned()),
                "of" => route.pair = value.split_once('.').map(|(a, b)| (a.to_owned(), b.to_owned())),
                "as" => match &*value {
                    "given" => route.face = Face::Given,
                    "inline" => route.comparing = Comparing::Inline,
                    "lineage" => route.comparing = Comparing::Lineage,
                    _ => {}
                },
                "only" => route.only = value.parse().ok(),
                "sort" => route.sort = value.parse().unwrap_or_default(),
                "at" => at = Some(value.into_owned()),
                "quote" => words.first = value.into_owned(),
                "to" => words.last = Some(value.into_owned()).filter(|last| !last.is_empty()),
                "before" => words.before = value.into_owned(),
                "after" => words.after = value.into_owned(),
                _ => {}
            }
        }
        route.place = at.and_then(|at| Place::parse(&at, words));
        route
    }

    /// The view that a fragment names and that there is not.
    pub fn no_view(fragment: &str) -> Option<&str> {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let path = fragment.split('?').next().unwrap_or_default();
        path.split('/').find(|step| !step.is_empty()).filter(|slug| View::from_slug(slug).is_none())
    }

    /// The fragment, `#` first.
    pub fn fragment(&self) -> String {
        let mut query = Serializer::new(String::new());
        if let Some(years) = &self.years {
            query.append_pair("years", &years.join("."));
        }
        if let Some(first) = &self.first {
            query.append_pair("first", first);
        }
        if let Some(term) = &self.term {
            query.append_pair("term", term);
        }
        if let Some(section) = &self.section {
            query.append_pair("section", section);
        }
        if let Some((a, b)) = &self.pair {
            query.append_pair("of", &format!("{a}.{b}"));
        }
        match (self.comparing, self.face) {
            (Comparing::Inline, _) => drop(query.append_pair("as", "inline")),
            (Comparing::Lineage, _) => drop(query.append_pair("as", "lineage")),
            (Comparing::Beside, Face::Given) => drop(query.append_pair("as", "given")),
            (Comparing::Beside, Face::Read) => {}
        }
        if let Some(fate) = self.only {
            query.append_pair("only", fate.name());
        }
        if self.sort != Sort::default() {
            query.append_pair("sort", self.sort.name());
        }
        if let Some(place) = &self.place {
            place.append_to(&mut query);
        }
        let mut fragment = format!("#/{}", self.view.slug());
        if let (View::Text, Some(key)) = (self.view, &self.text) {
            fragment.push('/');
            fragment.push_str(key);
        }
        let query = query.finish();
        if !query.is_empty() {
            fragment.push('?');
            fragment.push_str(&query);
        }
        fragment
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::Words;

    fn check(route: Route, fragment: &str) {
        assert_eq!(route.fragment(), fragment);
        assert_eq!(Route::parse(fragment), route);
        assert_eq!(Route::parse(&fragment[1..]), route, "without its #");
    }

    /// Found by fuzzing.
    #[test]
    fn an_empty_end_of_a_quote_is_none() {
        let route = Route::parse("#/overview?at=2014.1.2&to=");
        assert_eq!(route.place.as_ref().map(|place| place.words.last.clone()), Some(None));
        assert_eq!(Route::parse(&route.fragment()), route);
    }

    #[test]
    fn prints_and_reads_back() {
        check(Route::of(View::Overview), "#/overview");
        let years = Some(vec!["2013".to_owned(), "2014_2".to_owned()]);
        check(Route { years: years.clone(), ..Route::of(View::Pillars) }, "#/pillars?years=2013.2014_2");
        check(Route { first: Some("2014_2".into()), ..Route::of(View::Pillars) }, "#/pillars?first=2014_2");
        check(Route { years: Some(vec![]), ..Route::of(View::Pillars) }, "#/pillars?years=");
        check(
            Route { term: Some("R&D #1 = 50 %".into()), sort: Sort::Left, ..Route::of(View::Themes) },
            "#/themes?term=R%26D+%231+%3D+50+%25&sort=left",
        );
        check(Route { text: Some("2014".into()), face: Face::Given, ..Route::of(View::Text) }, "#/text/2014?as=given");
        check(
            Route {
                pair: Some(("2016".into(), "2017".into())),
                section: Some("purpose".into()),
                comparing: Comparing::Inline,
                ..Route::of(View::Language)
            },
            "#/language?section=purpose&of=2016.2017&as=inline",
        );
        check(
            Route { comparing: Comparing::Lineage, only: Some(Fate::Dropped), ..Route::of(View::Language) },
            "#/language?as=lineage&only=dropped",
        );
    }

    #[test]
    fn a_place_is_offset_and_quote() {
        let words = Words { first: "Ban Ki-moon".into(), last: None, before: "Mr. ".into(), after: ", S".into() };
        let place = Place { note: "2014_2".into(), start: 12, end: 23, words };
        check(
            Route::of(View::Programme).at(place),
            "#/programme?at=2014_2.12.23&quote=Ban+Ki-moon&before=Mr.+&after=%2C+S",
        );
    }

    #[test]
    fn passes_over_what_it_does_not_know() {
        for odd in
            ["", "#", "#/", "#/nowhere", "#/nowhere/2014?x=y", "?years", "#//overview?%%%&=&at=2014.9.1", "#\u{0}é"]
        {
            let route = Route::parse(odd);
            assert_eq!(route.view, View::Overview, "{odd:?}");
            assert_eq!(route.place, None, "{odd:?}");
        }
        assert_eq!(Route::no_view("#/nowhere/2014?x=y"), Some("nowhere"));
        assert_eq!(["", "#", "#/", "#/search?term=x", "#/text/2014"].map(Route::no_view), [None; 5]);
        assert_eq!(Route::parse("#/text").text, None);
        assert_eq!(Route::parse("#/language?of=2016"), Route::of(View::Language));
    }

    proptest::proptest! {
        #[test]
        fn any_fragment_is_read_and_what_it_says_reads_back(
            view in "[a-z/]{0,12}",
            query in "((years|first|term|sort|only|of|as|at|quote|to|before|after|section|x)=[a-z0-9.%+é/]{0,24}&){0,5}",
            any in ".{0,60}",
        ) {
            for fragment in [format!("#/{view}?{query}"), any] {
                let route = Route::parse(&fragment);
                proptest::prop_assert_eq!(Route::parse(&route.fragment()), route);
            }
        }
    }
}
