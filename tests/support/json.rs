//! A JSON tree that keeps the order of keys, keys that stand twice, and every string and number as it is written.

use std::fmt;

use super::parse::{blanks, decoded, escape, value};

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Json {
    /// `null`, `true`, `false` or a number, as written.
    Word(String),
    /// A string: what stands between its quotes, escapes and all.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object: keys as written.
    Object(Vec<(String, Json)>),
}

/// The way to a value: at each level the position among the elements or keys.
pub(crate) type Place = Vec<usize>;

impl Json {
    pub(crate) fn parse(text: &str) -> Self {
        let mut chars = text.chars().peekable();
        let value = value(&mut chars);
        blanks(&mut chars);
        assert_eq!(chars.next(), None, "one value");
        value
    }

    /// A string without escapes.
    pub(crate) fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// The last value of a key that is not `null`.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        self.all(key)
            .into_iter()
            .rfind(|value| **value != Self::null())
    }

    /// Every value of a key.
    fn all(&self, key: &str) -> Vec<&Self> {
        match self {
            Self::Object(pairs) => pairs
                .iter()
                .filter(|(name, _)| decoded(name) == key.encode_utf16().collect::<Vec<_>>())
                .map(|(_, value)| value)
                .collect(),
            _ => Vec::new(),
        }
    }

    pub(crate) fn null() -> Self {
        Self::Word("null".to_owned())
    }

    /// The elements under a key, as every provider's lists are read: one value is a list of one, and
    /// `null`, `""`, `false` and `{}` are none.
    pub(crate) fn elements(&self, key: &str) -> Vec<&Self> {
        self.all(key)
            .into_iter()
            .flat_map(|value| match value {
                Self::List(elements) => elements.iter().collect(),
                single if single.is_blank() => Vec::new(),
                single => vec![single],
            })
            .collect()
    }

    pub(crate) fn is_object(&self) -> bool {
        matches!(self, Self::Object(_))
    }

    fn is_blank(&self) -> bool {
        match self {
            Self::Word(word) => word == "null" || word == "false",
            Self::Text(text) => text.is_empty(),
            Self::Object(pairs) => pairs.is_empty(),
            Self::List(_) => false,
        }
    }

    /// The text of a string, number or boolean; `None` for an empty one and for everything else.
    pub(crate) fn word(&self) -> Option<String> {
        match self {
            Self::Text(text) if !text.is_empty() => Some(String::from_utf16_lossy(&decoded(text))),
            Self::Word(word) if word != "null" => Some(word.clone()),
            _ => None,
        }
    }

    /// The value that a path such as `entry[0].changes[1].value` leads to.
    pub(crate) fn at_path(&self, path: &str) -> Option<&Self> {
        let mut here = self;
        for step in path.split('.').filter(|step| !step.is_empty()) {
            let (key, indexes) = step.split_once('[').unwrap_or((step, ""));
            let mut indexes = indexes
                .split('[')
                .filter(|index| !index.is_empty())
                .map(|index| index.strip_suffix(']').unwrap().parse::<usize>().unwrap());
            if !key.is_empty() {
                // `entry(2)` is the second value under that key.
                let (name, nth) = key.split_once('(').map_or((key, None), |(name, nth)| {
                    (
                        name,
                        nth.strip_suffix(')')
                            .and_then(|nth| nth.parse::<usize>().ok()),
                    )
                });
                here = match (indexes.next(), nth) {
                    (Some(index), Some(nth)) => match here.nth(name, nth)? {
                        Self::List(elements) => elements.get(index)?,
                        one => one,
                    },
                    (None, Some(nth)) => here.nth(name, nth)?,
                    (Some(index), None) => here.elements(name).get(index).copied()?,
                    (None, None) => here.get(name)?,
                };
            }
            for index in indexes {
                here = match here {
                    Self::List(elements) => elements.get(index)?,
                    _ => return None,
                };
            }
        }
        Some(here)
    }

    /// The value under a key that stands more than once; counted from 1.
    fn nth(&self, key: &str, nth: usize) -> Option<&Self> {
        let Self::Object(pairs) = self else {
            return None;
        };
        let mut values = pairs.iter().filter(|(name, _)| name == key);
        values.nth(nth - 1).map(|(_, value)| value)
    }

    fn children(&self) -> Vec<&Self> {
        match self {
            Self::List(elements) => elements.iter().collect(),
            Self::Object(pairs) => pairs.iter().map(|(_, value)| value).collect(),
            _ => Vec::new(),
        }
    }

    /// Every place below this value.
    pub(crate) fn places(&self) -> Vec<Place> {
        let mut found = Vec::new();
        for (at, child) in self.children().into_iter().enumerate() {
            found.push(vec![at]);
            found.extend(child.places().into_iter().map(|mut rest| {
                rest.insert(0, at);
                rest
            }));
        }
        found
    }

    /// The value at a place, and what leads to it: the key, or `None` in a list.
    pub(crate) fn at(&self, place: &[usize]) -> (Option<&str>, &Self) {
        let mut here = (None, self);
        for &at in place {
            here = match here.1 {
                Self::List(elements) => (None, &elements[at]),
                Self::Object(pairs) => (Some(pairs[at].0.as_str()), &pairs[at].1),
                _ => panic!("no such place"),
            };
        }
        here
    }

    fn at_mut(&mut self, place: &[usize]) -> &mut Self {
        let mut here = self;
        for &at in place {
            here = match here {
                Self::List(elements) => &mut elements[at],
                Self::Object(pairs) => &mut pairs[at].1,
                _ => panic!("no such place"),
            };
        }
        here
    }

    /// A copy with another value at a place.
    pub(crate) fn replaced(&self, place: &[usize], by: &Self) -> Self {
        let mut copy = self.clone();
        *copy.at_mut(place) = by.clone();
        copy
    }

    /// A copy without a place.
    pub(crate) fn dropped(&self, place: &[usize]) -> Self {
        let mut copy = self.clone();
        let (last, parent) = place.split_last().unwrap();
        match copy.at_mut(parent) {
            Self::List(elements) => drop(elements.remove(*last)),
            Self::Object(pairs) => drop(pairs.remove(*last)),
            _ => panic!("no such place"),
        }
        copy
    }

    /// A copy with one more element in the list at a place.
    pub(crate) fn inserted(&self, list: &[usize], at: usize, element: &Self) -> Self {
        let mut copy = self.clone();
        match copy.at_mut(list) {
            Self::List(elements) => elements.insert(at, element.clone()),
            _ => panic!("no list"),
        }
        copy
    }

    /// A copy with every string and key changed: the key that leads to it or holds it, and what is written.
    pub(crate) fn map_texts(
        &self,
        key: &str,
        change: &mut impl FnMut(&str, &str) -> String,
    ) -> Self {
        match self {
            Self::Word(word) => Self::Word(word.clone()),
            Self::Text(text) => Self::Text(change(key, text)),
            Self::List(elements) => Self::List(
                elements
                    .iter()
                    .map(|element| element.map_texts(key, change))
                    .collect(),
            ),
            Self::Object(pairs) => Self::Object(
                pairs
                    .iter()
                    .map(|(key, value)| (key.clone(), value.map_texts(key, change)))
                    .collect(),
            ),
        }
    }

    /// A copy with every character of every string and key as an escape.
    pub(crate) fn escaped(&self) -> Self {
        match self {
            Self::Word(word) => Self::Word(word.clone()),
            Self::Text(text) => Self::Text(escape(text)),
            Self::List(elements) => Self::List(elements.iter().map(Self::escaped).collect()),
            Self::Object(pairs) => Self::Object(
                pairs
                    .iter()
                    .map(|(key, value)| (escape(key), value.escaped()))
                    .collect(),
            ),
        }
    }

    /// A copy with no escapes but those of `\\`, `"` and control characters.
    pub(crate) fn plain(&self) -> Self {
        self.map_texts("", &mut |_, text| {
            let text = String::from_utf16_lossy(&decoded(text));
            let quoted = serde_json::to_string(&text).unwrap();
            quoted[1..quoted.len() - 1].to_owned()
        })
    }

    /// A copy with the keys of every object in reverse order.
    pub(crate) fn reversed(&self) -> Self {
        match self {
            Self::List(elements) => Self::List(elements.iter().map(Self::reversed).collect()),
            Self::Object(pairs) => Self::Object(
                pairs
                    .iter()
                    .rev()
                    .map(|(key, value)| (key.clone(), value.reversed()))
                    .collect(),
            ),
            other => other.clone(),
        }
    }

    /// A copy without some keys, wherever they stand.
    pub(crate) fn without(&self, keys: &[&str]) -> Self {
        match self {
            Self::List(elements) => {
                Self::List(elements.iter().map(|it| it.without(keys)).collect())
            }
            Self::Object(pairs) => Self::Object(
                pairs
                    .iter()
                    .filter(|(key, _)| !keys.contains(&key.as_str()))
                    .map(|(key, value)| (key.clone(), value.without(keys)))
                    .collect(),
            ),
            other => other.clone(),
        }
    }

    /// Whether `null` stands anywhere in it.
    pub(crate) fn holds_null(&self) -> bool {
        *self == Self::null() || self.children().into_iter().any(Self::holds_null)
    }

    /// Written with blanks wherever they may stand.
    pub(crate) fn spaced(&self) -> String {
        let mut text = String::new();
        self.write(" \n\t\r", &mut text);
        text
    }

    fn write(&self, blank: &str, into: &mut String) {
        into.push_str(blank);
        match self {
            Self::Word(word) => into.push_str(word),
            Self::Text(text) => quote(text, into),
            Self::List(elements) => {
                into.push('[');
                for (at, element) in elements.iter().enumerate() {
                    if at > 0 {
                        into.push(',');
                    }
                    element.write(blank, into);
                }
                if elements.is_empty() {
                    into.push_str(blank);
                }
                into.push(']');
            }
            Self::Object(pairs) => {
                into.push('{');
                for (at, (key, value)) in pairs.iter().enumerate() {
                    if at > 0 {
                        into.push(',');
                    }
                    into.push_str(blank);
                    quote(key, into);
                    into.push_str(blank);
                    into.push(':');
                    value.write(blank, into);
                }
                if pairs.is_empty() {
                    into.push_str(blank);
                }
                into.push('}');
            }
        }
        into.push_str(blank);
    }
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        self.write("", &mut text);
        f.write_str(&text)
    }
}

fn quote(text: &str, into: &mut String) {
    into.push('"');
    into.push_str(text);
    into.push('"');
}
