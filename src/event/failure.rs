//! Errors that belong to no message.

use crate::event::ErrorDetail;
use crate::event::model::event;

event! {
    /// An error that belongs to no message. Sent by Meta and WhatzMeAPI.
    pub struct Failure {
        /// What went wrong.
        pub error: ErrorDetail = required,
    }
}
