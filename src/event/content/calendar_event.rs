//! Calendar events.

use crate::event::content::Location;
use crate::event::model::model;
use crate::types::Timestamp;

model! {
    /// A calendar event. WhatzMeAPI only.
    pub struct CalendarEvent {
        /// Id, where the message is an invitation to an appointment that exists already. WhatzMeAPI.
        pub id: Option<String>,
        /// Name of the event.
        pub name: Option<String> = text,
        /// Description of the event.
        pub description: Option<String> = text,
        /// Start of the event.
        pub start_at: Option<Timestamp>,
        /// End of the event.
        pub end_at: Option<Timestamp>,
        /// Location of the event.
        pub location: Option<Location>,
        /// Link to join the call.
        pub join_link: Option<String> = text,
        /// Whether the link opens a video call.
        pub video: Option<bool>,
        /// Whether the event was canceled.
        pub is_canceled: Option<bool>,
        /// Whether guests may bring other guests.
        pub extra_guests_allowed: Option<bool>,
    }
}
