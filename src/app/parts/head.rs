//! The head of a view: its name, and in a sentence what it shows. Not with the views themselves, for it stands before they do.

use yew::prelude::*;

use crate::route::View;

/// The head of `view`, with `more` below the sentence.
pub fn head(view: View, more: Html) -> Html {
    html! {
        <header class="view-head">
            <h1>{ view.title() }</h1>
            if let Some(lede) = lede(view) { <p class="lede">{ lede }</p> }
            { more }
        </header>
    }
}

fn lede(view: View) -> Option<&'static str> {
    Some(match view {
        View::Overview => {
            "What each note says, a column a year. A bar marks what differs from the year before: days by day and month, deadlines by the time they leave. Follow any value to its words."
        }
        View::Themes => {
            "What each year’s dialogue was about, in the words of its title, and the language that sets its note apart."
        }
        View::Pillars => {
            "How much of each note speaks of the responsibility to protect’s three pillars, sentence by sentence: those that name a pillar, and those that speak of its substance."
        }
        View::Programme => {
            "Each year’s day as its programme has it: who speaks when, and how much of it is the floor’s."
        }
        View::Language => {
            "What was carried over from year to year, what was put otherwise, what is new and what was dropped, misread letters notwithstanding."
        }
        View::People => {
            "Who signs, opens, moderates, speaks and closes, year by year: one person across spellings, titles and offices."
        }
        View::Reports => {
            "The Secretary-General’s reports on the responsibility to protect, as the notes cite them, and where they do not agree."
        }
        View::Queries => {
            "What a careful reader would ask about: dates that contradict each other, titles given in two ways, counts that do not add up; what a note leaves out; and every word that was mended in reading it."
        }
        View::Text | View::Search => return None,
    })
}
