//! The path of an item in its body: `entry[0].changes[1].value.messages[2]`.

use std::fmt::{self, Write};
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Path of an item in the JSON of its body, such as `entry[0].changes[1].value.messages[2]`; empty where the whole
/// body is the item.
///
/// A key that an object has twice is `value(2)` the second time. A path is rendered when it is asked for: print it,
/// or compare it with a text.
///
/// ```
/// use whatsapp_webhooks::event::Path;
///
/// let path = Path::from("entry[0].changes[0].value");
/// assert_eq!(path, "entry[0].changes[0].value");
/// assert_eq!(path.to_string().len(), 25);
/// ```
#[derive(Clone, Default)]
pub struct Path {
    /// Shared by all elements of a list; absent where it is empty.
    base: Option<Arc<str>>,
    index: Option<u32>,
}

impl Path {
    /// Returns `true` for the path of a whole body.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.base.is_none() && self.index.is_none()
    }

    /// The element of the list at this path.
    pub(crate) fn element(&self, index: usize) -> Self {
        let base = match self.index {
            None => self.base.clone(),
            Some(_) => Some(Arc::from(self.to_string())),
        };
        Self {
            base,
            index: Some(u32::try_from(index).unwrap_or(u32::MAX)),
        }
    }

    /// The value under a key of the object at this path; `nth` counts the appearances of the key, from 1.
    pub(crate) fn key(&self, key: &str, nth: usize) -> Self {
        let mut text = self.to_string();
        if !text.is_empty() && !key.is_empty() {
            text.push('.');
        }
        text.push_str(key);
        if nth > 1 {
            // Writing to a `String` cannot fail.
            let _ = write!(text, "({nth})");
        }
        Self::from(text)
    }

    /// A part of the item at this path: a path of its own, such as `update.status`.
    pub(crate) fn join(&self, part: &str) -> Self {
        if part.is_empty() {
            return self.clone();
        }
        self.key(part, 1)
    }
}

impl From<String> for Path {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<&str> for Path {
    fn from(text: &str) -> Self {
        Self {
            base: (!text.is_empty()).then(|| Arc::from(text)),
            index: None,
        }
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.base.as_deref().unwrap_or_default())?;
        match self.index {
            Some(index) => write!(f, "[{index}]"),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.to_string(), f)
    }
}

impl PartialEq for Path {
    fn eq(&self, other: &Self) -> bool {
        (self.base == other.base && self.index == other.index)
            || self.to_string() == other.to_string()
    }
}

impl Eq for Path {}

impl PartialEq<str> for Path {
    fn eq(&self, other: &str) -> bool {
        self.to_string() == other
    }
}

impl PartialEq<&str> for Path {
    fn eq(&self, other: &&str) -> bool {
        self == *other
    }
}

impl crate::types::Absent for Path {}

impl Serialize for Path {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Path {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_joined_as_javascript_would() {
        let value = Path::default().key("entry", 1).element(0).key("value", 2);
        assert_eq!(value, "entry[0].value(2)");
        let list = value.key("messages", 1);
        assert_eq!(list.element(12), "entry[0].value(2).messages[12]");
        assert_eq!(
            list.element(1).join("update.status"),
            "entry[0].value(2).messages[1].update.status"
        );
        assert_eq!(Path::default().element(3).element(4), "[3][4]");
        assert_eq!(list.element(1).join(""), list.element(1));
        assert!(Path::default().is_empty() && Path::from("").is_empty());
    }

    #[test]
    fn a_path_is_equal_to_its_text_read_back() {
        let path = Path::from("a.b").element(7);
        let json = serde_json::to_string(&path).unwrap();
        assert_eq!(json, "\"a.b[7]\"");
        assert_eq!(serde_json::from_str::<Path>(&json).unwrap(), path);
        assert_eq!(format!("{path:?}"), json);
        assert_ne!(path, Path::from("a.b").element(8));
    }
}
