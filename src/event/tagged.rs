//! Enums whose JSON is an object with one key, the tag, which says what the value is.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Error, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::event::model::without_text;

/// A type that is read by its tag.
pub(super) trait FromTag<'de>: Deserialize<'de> {
    /// Reads the next value of the map, which stands behind this tag.
    fn from_tag<M: MapAccess<'de>>(tag: &str, map: &mut M) -> Result<Self, M::Error>;
}

/// Reads an object with one key.
///
/// # Errors
///
/// They say where and what was expected, never what stood there.
pub(super) fn read<'de, T: FromTag<'de>, D: Deserializer<'de>>(source: D) -> Result<T, D::Error> {
    source
        .deserialize_map(Tag(PhantomData))
        .map_err(without_text)
}

struct Tag<T>(PhantomData<T>);

impl<'de, T: FromTag<'de>> Visitor<'de> for Tag<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with one key")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<T, M::Error> {
        let wrong = || M::Error::custom("expected an object with one key");
        let tag: String = map.next_key()?.ok_or_else(wrong)?;
        let value = T::from_tag(&tag, &mut map)?;
        match map.next_key::<IgnoredAny>()? {
            Some(_) => Err(wrong()),
            None => Ok(value),
        }
    }
}
