//! What was not understood, with all of its bytes.

use serde::Deserialize;
use serde::de::{Error, MapAccess};
use serde_json::value::RawValue;

use crate::error::DecodeError;
use crate::event::EventMeta;
use crate::event::model::event;
use crate::types::Raw;

event! {
    /// An item of a type this version does not know. Sent by all providers.
    pub struct Unknown {
        /// Provider's word for the type; empty where it gives none.
        pub kind: String = required,
    }

    /// An item of a known type that cannot be read. Sent by all providers.
    pub struct Malformed {
        /// Provider's word for the type; empty where it gives none.
        pub kind: String = required,
        /// Where and why.
        pub error: DecodeError = required,
    }
}

impl Unknown {
    /// Reads an event of a kind that only a later version knows: all of its JSON is the raw JSON.
    pub(super) fn of_later_version<'de, M: MapAccess<'de>>(
        tag: &str,
        map: &mut M,
    ) -> Result<Self, M::Error> {
        #[derive(Deserialize)]
        struct Head {
            meta: EventMeta,
        }

        let json: Box<RawValue> = map.next_value()?;
        match serde_json::from_str(json.get()) {
            Ok(Head { meta }) => Ok(Self::new(meta, tag.to_owned(), Raw::from(json.get()))),
            Err(_) => Err(M::Error::custom(
                "expected an object with a readable `meta`",
            )),
        }
    }
}
