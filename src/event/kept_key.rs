//! The key that an event carries with it.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::types::Absent;

/// The key that an event was read with, or had before it lost its raw JSON. It says nothing of what happened, so events
/// with different ones can be equal.
///
/// It is one word, as most events carry none.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct KeptKey(Option<Box<Key>>);

#[derive(Clone, Serialize, Deserialize)]
#[serde(transparent)]
struct Key(Box<str>);

impl KeptKey {
    pub(super) fn get(&self) -> Option<&str> {
        self.0.as_deref().map(|key| &*key.0)
    }
}

impl From<String> for KeptKey {
    fn from(key: String) -> Self {
        Self(Some(Box::new(Key(key.into()))))
    }
}

impl PartialEq for KeptKey {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Absent for KeptKey {
    fn is_absent(&self) -> bool {
        self.0.is_none()
    }
}

impl fmt::Debug for KeptKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.get().unwrap_or_default(), f)
    }
}
