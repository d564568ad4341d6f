//! The body of WAHA, another gateway.

use std::borrow::Cow;

use crate::json::{RawSlice, wire};
use crate::types::Timestamp;

wire! {
    /// WAHA's `payload`, next to `engine` and `session`: a message, or the status of one.
    pub struct WahaPayload<'a> {
        /// `<fromMe>_<chat>_<id>`: the ID of the message is the last part.
        pub id: Option<Cow<'a, str>> = id,
        /// Time of the message.
        pub timestamp: Option<Timestamp> = time,
        /// Chat of a received message, and own number of a sent one.
        pub from: Option<Cow<'a, str>> = id,
        /// Whether the account sent the message.
        pub from_me "fromMe": Option<bool> = flag,
        /// Chat of a sent message, and own number of a received one.
        pub to: Option<Cow<'a, str>> = id,
        /// Author of a message in a group.
        pub participant: Option<Cow<'a, str>> = id,
        /// Text or caption.
        pub body: Option<RawSlice<'a>> = raw,
        /// Whether the message is a file.
        pub has_media "hasMedia": Option<bool> = flag,
        /// State, one lower than that of Baileys: -1 is an error, 3 is read.
        pub ack: Option<i64> = int,
        /// Name of the state: `SERVER`, `DEVICE` …
        pub ack_name "ackName": Option<Cow<'a, str>> = text,
        /// Message in the format of the engine: with the engine NOWEB a [`WebMessage`](super::WebMessage).
        pub data "_data": Option<RawSlice<'a>> = raw,
    }

    /// Account of a WAHA session.
    pub struct WahaAccount<'a> {
        /// JID of the account.
        pub id: Option<Cow<'a, str>> = id,
    }
}
