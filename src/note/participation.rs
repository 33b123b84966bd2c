//! How delegations take part: the limit on interventions, the deadline, whom to write to, interpretation.

use jiff::civil::Date;

use super::model::Participation;
use super::outline::Outline;
use super::{contacts, inscription, interpretation, time_limit};

/// Reads how delegations take part.
pub(super) fn participation(outline: &Outline<'_>, event: Option<Date>) -> Participation {
    Participation {
        minutes: time_limit::minutes(outline),
        register_by: inscription::register_by(outline, event),
        contacts: contacts::contacts(outline),
        interpretation: interpretation::interpretation(outline),
    }
}
