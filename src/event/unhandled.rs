//! Items that could not be read into another event, with their raw JSON.

use serde::Deserialize;
use serde::de::{Error, MapAccess};
use serde_json::value::RawValue;

use crate::error::DecodeError;
use crate::event::EventMeta;
use crate::event::model::event;
use crate::types::Raw;

event! {
    /// An item of a type that this version does not know. Sent by Meta, Engage, WhatzMeAPI and Partner.
    pub struct Unknown {
        /// Provider's value for the type; empty if there is none.
        pub kind: String = required word,
    }

    /// An item of a known type that cannot be read. Sent by Meta, Engage, WhatzMeAPI and Cooby.
    pub struct Malformed {
        /// Provider's value for the type; empty if there is none.
        pub kind: String = required word,
        /// What was expected, and where.
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
