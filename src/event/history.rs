//! Synchronised history.

use crate::event::ErrorDetail;
use crate::event::model::event;

event! {
    /// A chunk of synchronised history, or its refusal; its messages are events of their own. Sent by Meta.
    pub struct History {
        /// Age of the chunk: 0 is the last day, 1 up to day 90, 2 up to day 180.
        pub phase: Option<i64>,
        /// Place of the chunk; chunks come in any order.
        pub chunk_order: Option<i64>,
        /// Percent.
        pub progress: Option<i64>,
        /// Why there is none.
        pub errors: Vec<ErrorDetail>,
    }
}
