//! Synchronised history.

use crate::event::ErrorDetail;
use crate::event::model::event;

event! {
    /// A chunk of past chats, or the reason why there is none. Sent by Meta.
    ///
    /// The messages of the chunk follow as [`Message`](crate::event::Message)s with origin `history`; `raw` holds all of
    /// them once more. Media of the last 14 days comes later: first a message with an `unsupported` content of kind
    /// `media_placeholder`, then another one with the same id and the file.
    pub struct History {
        /// Age of the chunk: 0 is the last day, 1 up to day 90, 2 up to day 180.
        pub phase: Option<i64>,
        /// Position of the chunk in the history; chunks come in any order.
        pub chunk_order: Option<i64>,
        /// Percent of the synchronization; 100 is the end.
        pub progress: Option<i64>,
        /// Why there is no history: code 2593109 where the business did not share it.
        pub errors: Vec<ErrorDetail>,
    }
}
