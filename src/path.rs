//! The path of an item in its body: `entry[0].changes[1].value.messages[2]`.

use std::fmt::{self, Write};
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::types::path;

/// Path of an item in the JSON of its body, such as `entry[0].changes[1].value.messages[2]`; empty if the whole body
/// is the item.
///
/// If an object has a key more than once, the second occurrence is `value(2)`, and so on. A `Path` is turned into
/// text on demand: print it, or compare it with a `str`. `Debug` masks the digits of a key that may contain a phone
/// number.
///
/// # Examples
///
/// ```
/// use whatsapp_webhooks::event::Path;
///
/// let path = Path::from("entry[0].changes[0].value");
/// assert_eq!(path, "entry[0].changes[0].value");
/// assert_eq!(path.to_string().len(), 25);
/// ```
#[derive(Clone)]
pub struct Path(Repr);

#[derive(Clone)]
enum Repr {
    /// A path whose keys are all in [`KEYS`]: it allocates nothing until it is turned into text.
    Steps(Steps),
    Text(Arc<str>),
}

/// Keys on the way to nearly all items. The first one means the body itself, if that is a list.
const KEYS: &[&str] = &[
    "",
    "entry",
    "changes",
    "value",
    "standby",
    "messages",
    "message_echoes",
    "statuses",
    "contacts",
    "errors",
    "calls",
    "groups",
    "history",
    "threads",
    "state_sync",
    "user_preferences",
    "user_actions",
    "data",
];

/// Number of steps of the longest path that is kept as numbers:
/// `entry[0].changes[0].value.history[0].threads[0].messages[0]`.
const MAX_STEPS: usize = 6;

/// Steps of a path: for each its key, as the index in [`KEYS`] plus one, and its index, plus one; 0 if absent.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Steps {
    keys: [u8; MAX_STEPS],
    indexes: [u16; MAX_STEPS],
}

impl Steps {
    fn len(&self) -> usize {
        self.keys.iter().take_while(|key| **key > 0).count()
    }

    /// These steps and one more; `None` if that cannot be kept as numbers.
    fn key(mut self, key: &str) -> Option<Self> {
        let number = KEYS.iter().position(|known| *known == key)?;
        let len = self.len();
        *self.keys.get_mut(len)? = u8::try_from(number.checked_add(1)?).ok()?;
        Some(self)
    }

    /// The element of the list at these steps; `None` if that cannot be kept as numbers.
    fn element(mut self, index: usize) -> Option<Self> {
        if self.len() == 0 {
            self = self.key("")?;
        }
        let len = self.len();
        let last = self.indexes.get_mut(len.checked_sub(1)?)?;
        if *last > 0 {
            return None;
        }
        *last = u16::try_from(index).ok()?.checked_add(1)?;
        Some(self)
    }
}

impl fmt::Display for Steps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let steps = self.keys.iter().zip(self.indexes).take(self.len());
        for (number, (key, index)) in steps.enumerate() {
            if number > 0 {
                f.write_char('.')?;
            }
            let key = KEYS.get(usize::from(key.saturating_sub(1)));
            f.write_str(key.copied().unwrap_or_default())?;
            if let Some(index) = index.checked_sub(1) {
                write!(f, "[{index}]")?;
            }
        }
        Ok(())
    }
}

impl Default for Path {
    /// Returns the path of the whole body, which is empty.
    fn default() -> Self {
        Self(Repr::Steps(Steps::default()))
    }
}

impl Path {
    /// Returns `true` if this is the path of the whole body.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match &self.0 {
            Repr::Steps(steps) => steps.len() == 0,
            Repr::Text(text) => text.is_empty(),
        }
    }

    /// Returns the path of an element of the list at this path.
    pub(crate) fn element(&self, index: usize) -> Self {
        if let Repr::Steps(steps) = self.0
            && let Some(steps) = steps.element(index)
        {
            return Self(Repr::Steps(steps));
        }
        Self::from(format!("{self}[{index}]"))
    }

    /// Returns the path of the value of a key of the object at this path; `nth` counts the occurrences of the key,
    /// from 1.
    pub(crate) fn key(&self, key: &str, nth: usize) -> Self {
        if let Repr::Steps(steps) = self.0
            && nth == 1
            && !key.is_empty()
            && let Some(steps) = steps.key(key)
        {
            return Self(Repr::Steps(steps));
        }
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

    /// Returns the path of a part of the item at this path; the part may be a path itself, such as `update.status`.
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
        if text.is_empty() {
            return Self::default();
        }
        Self(Repr::Text(Arc::from(text)))
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::Steps(steps) => steps.fmt(f),
            Repr::Text(text) => f.write_str(text),
        }
    }
}

impl fmt::Debug for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::Steps(_) => fmt::Debug::fmt(&self.to_string(), f),
            Repr::Text(text) => path(text, f),
        }
    }
}

impl PartialEq for Path {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Repr::Steps(steps), Repr::Steps(others)) => steps == others,
            (Repr::Text(text), Repr::Text(other)) => text == other,
            _ => self.to_string() == other.to_string(),
        }
    }
}

impl Eq for Path {}

impl PartialEq<str> for Path {
    fn eq(&self, other: &str) -> bool {
        let text = self.to_string();
        text == other
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
        assert_eq!(Path::default().element(2), "[2]");
        assert_eq!(
            Path::default().key("zz", 1).element(2).key("entry", 1),
            "zz[2].entry"
        );
        let mut deep = Path::default();
        for _ in 0..7 {
            deep = deep.key("data", 1).element(0);
        }
        assert_eq!(deep, ["data[0]"; 7].join(".").as_str());
        assert!(size_of::<Path>() <= 24);
        let far = Path::default().key("entry", 1).element(70_000);
        assert_eq!(far, "entry[70000]");
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
