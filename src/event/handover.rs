//! Control over threads.

use crate::event::Party;
use crate::event::model::event;

event! {
    /// Control over a thread changed hands. Sent by Meta.
    pub struct Handover {
        /// `control_passed` or `control_taken`; `summary` where only a summary stands beside a message.
        pub event: Option<String>,
        /// Person in the thread.
        pub person: Option<Party>,
        /// Role that had control.
        pub previous_owner_role: Option<String>,
        /// Role that has control.
        pub new_owner_role: Option<String>,
        /// App that had control.
        pub previous_owner_app_id: Option<String>,
        /// App that has control.
        pub new_owner_app_id: Option<String>,
        /// Free text.
        pub metadata: Option<String> = text,
        /// What the thread was about.
        pub summary: Option<String> = text,
    }
}
