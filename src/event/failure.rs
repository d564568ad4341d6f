//! Errors that belong to no message.

use crate::event::ErrorDetail;
use crate::event::model::event;

event! {
    /// An error that belongs to no message. Sent by Meta and WhatzMeAPI.
    pub struct Failure {
        /// Error that the provider reports.
        pub error: ErrorDetail = required,
    }
}
