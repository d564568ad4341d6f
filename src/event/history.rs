//! Synchronized chat history.

use crate::event::ErrorDetail;
use crate::event::model::event;

event! {
    /// A chunk of synchronized chat history, or the reason why there is none. Sent by Meta.
    ///
    /// The messages of the chunk follow as [`Message`](crate::event::Message) events with the origin `history`; `raw`
    /// contains all of them as well. Media of the last 14 days is sent later: a first message has an `unsupported`
    /// content of the kind `media_placeholder`, and a later message with the same ID has the file.
    pub struct History {
        /// Age of the messages: 0 up to 1 day, 1 up to 90 days, 2 up to 180 days.
        pub phase: Option<i64>,
        /// Position of the chunk in the history; chunks arrive in any order.
        pub chunk_order: Option<i64>,
        /// Progress of the synchronization in percent; 100 at the end.
        pub progress: Option<i64>,
        /// Reasons why there is no history: code 2593109 if the business declined to share it.
        pub errors: Vec<ErrorDetail>,
    }
}
