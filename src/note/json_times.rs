//! Days and times of day as the JSON writes them: `2015-09-08`, `10:00`, `2015-09-04T13:00`.
//!
//! Written and read here and not by `jiff`, whose own forms know zones, weeks and durations: a tenth of the page's bytes.

use jiff::civil::{Date, DateTime, Time};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use crate::text::{Cited, civil};

/// A value that is written as a text of one form.
pub trait Form: Sized {
    /// The form, for people.
    const FORM: &str;
    /// The text.
    fn write(&self) -> String;
    /// The value; `None` where the text is not of this form.
    fn read(text: &str) -> Option<Self>;
}

impl Form for Date {
    const FORM: &str = "a day as YYYY-MM-DD";

    fn write(&self) -> String {
        format!("{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }

    fn read(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
    }
}

impl Form for Time {
    const FORM: &str = "a time as HH:MM";

    fn write(&self) -> String {
        civil::hours(*self)
    }

    fn read(text: &str) -> Option<Self> {
        let (hour, minute) = text.split_once(':')?;
        Self::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
    }
}

impl Form for DateTime {
    const FORM: &str = "a day and a time as YYYY-MM-DDTHH:MM";

    fn write(&self) -> String {
        format!("{}T{}", self.date().write(), self.time().write())
    }

    fn read(text: &str) -> Option<Self> {
        let (day, time) = text.split_once('T')?;
        Some(Self::from_parts(Date::read(day)?, Time::read(time)?))
    }
}

/// A value in its form.
struct Written<T>(T);

impl<T: Form> Serialize for Written<T> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(&self.0.write())
    }
}

impl<'de, T: Form> Deserialize<'de> for Written<T> {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let text = String::deserialize(input)?;
        let read = T::read(&text).map(Self);
        read.ok_or_else(|| D::Error::custom(format_args!("expected {}, found {text:?}", T::FORM)))
    }
}

fn written<T: Copy>(cited: &Cited<T>) -> Cited<Written<T>> {
    Cited::new(Written(cited.value), cited.span)
}

fn read<T>(cited: Cited<Written<T>>) -> Cited<T> {
    cited.map(|Written(value)| value)
}

/// A value alone.
pub mod value {
    use super::*;

    /// Writes it.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn serialize<T: Form + Copy, S: Serializer>(value: &T, out: S) -> Result<S::Ok, S::Error> {
        Written(*value).serialize(out)
    }

    /// Reads it.
    ///
    /// # Errors
    /// Where the text is not of its form.
    pub fn deserialize<'de, T: Form, D: Deserializer<'de>>(input: D) -> Result<T, D::Error> {
        Ok(Written::deserialize(input)?.0)
    }
}

/// A value with its words, or none.
pub mod cited {
    use super::*;

    /// Writes it.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn serialize<T: Form + Copy, S: Serializer>(cited: &Option<Cited<T>>, out: S) -> Result<S::Ok, S::Error> {
        cited.as_ref().map(written).serialize(out)
    }

    /// Reads it.
    ///
    /// # Errors
    /// Where a text is not of its form.
    pub fn deserialize<'de, T: Form, D: Deserializer<'de>>(input: D) -> Result<Option<Cited<T>>, D::Error> {
        Ok(Option::deserialize(input)?.map(read))
    }
}

/// Values with their words.
pub mod list {
    use super::*;

    /// Writes it.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn serialize<T: Form + Copy, S: Serializer>(cited: &[Cited<T>], out: S) -> Result<S::Ok, S::Error> {
        out.collect_seq(cited.iter().map(written))
    }

    /// Reads it.
    ///
    /// # Errors
    /// Where a text is not of its form.
    pub fn deserialize<'de, T: Form, D: Deserializer<'de>>(input: D) -> Result<Vec<Cited<T>>, D::Error> {
        Ok(Vec::deserialize(input)?.into_iter().map(read).collect())
    }
}
