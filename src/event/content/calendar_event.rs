//! Appointments.

use crate::event::content::Location;
use crate::event::model::model;
use crate::types::Timestamp;

model! {
    /// An appointment.
    pub struct CalendarEvent {
        /// Id, where the message is an invitation to an appointment that exists already. WhatzMeAPI.
        pub id: Option<String>,
        /// What it is called.
        pub name: Option<String> = text,
        /// What it is about.
        pub description: Option<String> = text,
        /// Begin.
        pub start_at: Option<Timestamp>,
        /// End.
        pub end_at: Option<Timestamp>,
        /// Place.
        pub location: Option<Location>,
        /// Link to a call.
        pub join_link: Option<String> = text,
        /// A call with pictures. WhatzMeAPI.
        pub video: Option<bool>,
        /// Called off.
        pub is_canceled: Option<bool>,
        /// Guests may bring guests.
        pub extra_guests_allowed: Option<bool>,
    }
}
