//! Values of the envelope that no field of an event contains.

use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use crate::json;
use crate::path::Path;
use crate::types::{Absent, Raw};

/// Values of the envelope that no field of an event contains: pairs of path and JSON, in the order of the body.
///
/// A key next to the items of a delivery that this version does not know is kept here, on the first event of the part
/// of the envelope that has the key. `Debug` shows only the paths. As JSON it is an object with the paths as keys.
///
/// # Examples
///
/// ```
/// let body = r#"{"object":"whatsapp_business_account","entry":[{"id":"1","shard":7,"changes":[{"field":"messages",
///     "value":{"statuses":[{"id":"wamid.A","status":"read"}]}}]}]}"#;
/// let events = whatsapp_webhooks::meta::parse(body)?;
/// let shard = events[0].meta().extra.get("entry[0].shard").and_then(|json| json.as_str());
/// assert_eq!(shard, Some("7"));
/// # Ok::<(), whatsapp_webhooks::ParseError>(())
/// ```
#[derive(Clone, Default)]
pub struct Extra(Option<Box<Pairs>>);

/// Boxed once more, so that an event without any is small.
type Pairs = Vec<(Path, Raw)>;

impl Extra {
    /// Returns the JSON at a path.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&Raw> {
        self.iter()
            .find(|(known, _)| *known == path)
            .map(|(_, json)| json)
    }

    /// Returns an iterator over the pairs of path and JSON.
    pub fn iter(&self) -> impl Iterator<Item = (&Path, &Raw)> {
        self.0
            .iter()
            .flat_map(|pairs| pairs.iter())
            .map(|(path, json)| (path, json))
    }

    /// Returns the number of pairs.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.as_ref().map_or(0, |pairs| pairs.len())
    }

    /// Returns `true` if there are no pairs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Keeps the pairs for which `is_kept` returns `true`.
    pub(crate) fn retain(&mut self, mut is_kept: impl FnMut(&Path, &Raw) -> bool) {
        if let Some(pairs) = &mut self.0 {
            pairs.retain(|(path, json)| is_kept(path, json));
        }
    }

    pub(crate) fn push(&mut self, path: Path, json: Raw) {
        self.0.get_or_insert_default().push((path, json));
    }
}

/// The order does not count: an object of JSON has none.
impl PartialEq for Extra {
    fn eq(&self, other: &Self) -> bool {
        let sorted = |extra: &Self| {
            let mut pairs: Vec<(String, Raw)> = extra
                .iter()
                .map(|(path, json)| (path.to_string(), json.clone()))
                .collect();
            pairs.sort_by(|(one, _), (other, _)| one.cmp(other));
            pairs
        };
        self.len() == other.len() && (self.is_empty() || sorted(self) == sorted(other))
    }
}

impl Eq for Extra {}

impl Absent for Extra {
    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl fmt::Debug for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set()
            .entries(self.iter().map(|(path, _)| path))
            .finish()
    }
}

impl Serialize for Extra {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter().map(|(path, json)| (path, Value(json))))
    }
}

/// A value of [`Extra`] as JSON: as it is where every reader takes it, else its text as the only element of a list. A list
/// that holds anything is never in `Extra`.
struct Value<'a>(&'a Raw);

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = self.0.as_str().unwrap_or_default();
        if json::is_portable_value(text)
            && let Ok(raw) = serde_json::from_str::<&RawValue>(text)
        {
            return raw.serialize(serializer);
        }
        [text].serialize(serializer)
    }
}

/// The text of a value that was written by [`Value`].
fn read(value: &RawValue) -> Raw {
    let text = value.get();
    if text.starts_with('[')
        && let Ok([text]) = serde_json::from_str::<[String; 1]>(text)
    {
        return Raw::from(text);
    }
    Raw::from(text)
}

impl<'de> Deserialize<'de> for Extra {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;

        impl<'de> Visitor<'de> for Pairs {
            type Value = Extra;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object with paths as keys")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Extra, A::Error> {
                let mut extra = Extra::default();
                while let Some((path, json)) = map.next_entry::<Path, Box<RawValue>>()? {
                    extra.push(path, read(&json));
                }
                Ok(extra)
            }
        }

        deserializer.deserialize_map(Pairs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_written_as_they_are_and_read_back() {
        let mut extra = Extra::default();
        for (path, json) in [
            ("a", "7"),
            ("b", r#""text \" é""#),
            ("c", "null"),
            ("d", "[]"),
            ("e", "{}"),
            ("f", "1e400"),
            ("g", r#""\ud83d""#),
        ] {
            extra.push(Path::from(path), Raw::from(json));
        }
        let json = serde_json::to_string(&extra).unwrap();
        assert!(
            json.starts_with(
                r#"{"a":7,"b":"text \" é","c":null,"d":[],"e":{},"f":["1e400"],"g":["#
            )
        );
        serde_json::from_str::<serde_json::Value>(&json).unwrap();
        let back: Extra = serde_json::from_str(&json).unwrap();
        assert_eq!(back, extra);
        for ((_, before), (_, after)) in extra.iter().zip(back.iter()) {
            assert_eq!(before.as_bytes(), after.as_bytes());
        }
    }
}
