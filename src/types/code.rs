//! Values of a format that is not documented.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use super::{Absent, Raw};
use crate::json;

/// A value kept as received, because its meaning or format is not public: a number, a text, or other JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Code {
    /// An integer.
    Number(i64),
    /// A text, which may contain a number.
    Text(String),
    /// Any other JSON.
    Json(Raw),
}

impl Code {
    /// Returns the number, also if it was sent as text.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Text(text) => text.trim().parse().ok(),
            Self::Json(_) => None,
        }
    }

    /// Returns the text; `None` for a number or other JSON.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Number(_) | Self::Json(_) => None,
        }
    }

    /// Reads the JSON of a value.
    pub(crate) fn from_json(json: &str) -> Self {
        if let Ok(number) = json.parse() {
            return Self::Number(number);
        }
        if let Some(text) = json::text_of(json) {
            return Self::Text(text);
        }
        // What cannot be handed on as JSON is kept as its text, so that it reads back as it was written.
        if !json::is_portable(json) {
            return Self::Text(json.to_owned());
        }
        Self::Json(Raw::new(bytes::Bytes::copy_from_slice(json.as_bytes())))
    }
}

impl Absent for Code {}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(number) => serializer.serialize_i64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Json(raw) => raw.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Box::<RawValue>::deserialize(deserializer).map(|raw| Self::from_json(raw.get()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notation_survives() {
        for json in [
            "2",
            "\"2\"",
            "\"TIER_250\"",
            "-1",
            "2.5",
            "true",
            "{\"a\":1}",
        ] {
            let code: Code = serde_json::from_str(json).unwrap();
            assert_eq!(serde_json::to_string(&code).unwrap(), json);
        }
        for odd in [
            "-1e400",
            r#""\ud83d""#,
            r#"{"a":1,"a":2}"#,
            r#"["\ud83d"]"#,
            "-0",
        ] {
            let code = Code::from_json(odd);
            let json = serde_json::to_string(&code).unwrap();
            assert_eq!(serde_json::from_str::<Code>(&json).unwrap(), code, "{odd}");
        }
        assert_eq!(Code::from_json("\"2\"").as_i64(), Some(2));
        assert_eq!(Code::from_json("2").as_str(), None);
    }
}
