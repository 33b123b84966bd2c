//! Which view, in which format.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A view of a comparison.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum View {
    /// The table of facts.
    #[default]
    Overview,
    /// Distinctive words and the matrix of concepts.
    Themes,
    /// Every place of a term.
    Concordance,
    /// What is said of the pillars.
    Pillars,
    /// The programmes of the day.
    Programme,
    /// Of two notes the word diff, of more the lineage.
    Language,
    /// Every sentence through the years.
    Lineage,
    /// Persons and offices.
    People,
    /// The reports cited.
    Reports,
    /// Findings and repairs.
    Queries,
    /// Every fact of each note, with its words.
    Text,
}

impl View {
    /// All views, in the order of the page.
    pub const ALL: [Self; 11] = [
        Self::Overview,
        Self::Themes,
        Self::Concordance,
        Self::Pillars,
        Self::Programme,
        Self::Language,
        Self::Lineage,
        Self::People,
        Self::Reports,
        Self::Queries,
        Self::Text,
    ];

    /// Its name, as on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Themes => "themes",
            Self::Concordance => "concordance",
            Self::Pillars => "pillars",
            Self::Programme => "programme",
            Self::Language => "language",
            Self::Lineage => "lineage",
            Self::People => "people",
            Self::Reports => "reports",
            Self::Queries => "queries",
            Self::Text => "text",
        }
    }
}

impl FromStr for View {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let names = Self::ALL.map(Self::name).join(", ");
        Self::ALL.into_iter().find(|view| view.name() == name).ok_or_else(|| format!("expected one of {names}"))
    }
}

/// A format to render a view in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Format {
    /// Markdown, for people.
    #[default]
    Markdown,
    /// Tidy CSV.
    Csv,
    /// JSON: the view's data as they are.
    Json,
}

impl FromStr for Format {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        match name {
            "md" | "markdown" => Ok(Self::Markdown),
            "csv" => Ok(Self::Csv),
            "json" => Ok(Self::Json),
            _ => Err("expected one of md, csv, json".to_owned()),
        }
    }
}
