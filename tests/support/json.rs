//! A note's JSON, taken apart.

use serde_json::Value;

/// A cited value's value; anything else as it is.
pub fn val(x: &Value) -> &Value {
    x.get("value").unwrap_or(x)
}

pub fn list(x: &Value) -> &[Value] {
    x.as_array().map_or(&[], Vec::as_slice)
}

pub fn values(x: &Value) -> Vec<&Value> {
    list(x).iter().map(val).collect()
}

/// Whether an object names `key`, were it null.
pub fn has(x: &Value, key: &str) -> bool {
    x.get(key).is_some()
}

/// A value as words: a string without its quotation marks.
pub fn text(x: &Value) -> String {
    x.as_str().map_or_else(|| x.to_string(), str::to_owned)
}
