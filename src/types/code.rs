//! Values of a format that is not documented.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use super::{Absent, Raw};

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
        if json.starts_with('"')
            && let Ok(text) = serde_json::from_str(json)
        {
            return Self::Text(text);
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
        assert_eq!(Code::from_json("\"2\"").as_i64(), Some(2));
        assert_eq!(Code::from_json("2").as_str(), None);
    }
}
