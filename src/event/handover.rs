//! Handovers of threads between apps.

use crate::event::Party;
use crate::event::model::event;
use crate::types::string_enum;

string_enum! {
    /// What happened to the control of a thread.
    pub enum HandoverEvent {
        /// The receiver of the webhook took over control.
        ControlPassed = "control_passed",
        /// The receiver of the webhook lost control.
        ControlTaken = "control_taken",
        /// Only a summary of the thread was sent, next to a message.
        Summary = "summary",
    }

    /// Role of an app that controls threads.
    pub enum HandoverRole {
        /// Customer service.
        CustomerService = "customer_service",
        /// Marketing.
        Marketing = "marketing",
        /// Utility.
        Utility = "utility",
        /// Threads that start from click-to-WhatsApp ads.
        Ctwa = "ctwa",
        /// An AI agent.
        AiAgent = "ai_agent",
        /// Threads that an agent escalates to a person.
        Escalation = "escalation",
        /// Meta's own agent. Deprecated.
        MetaBusinessAgent = "meta_business_agent",
    }
}

event! {
    /// A handover of a thread between apps. Sent by Meta.
    pub struct Handover {
        /// What happened to the control of the thread.
        pub event: Option<HandoverEvent>,
        /// Person in the thread.
        pub person: Option<Party>,
        /// Role that had control before.
        pub previous_owner_role: Option<HandoverRole>,
        /// Role that has control now.
        pub new_owner_role: Option<HandoverRole>,
        /// ID of the app that had control before.
        pub previous_owner_app_id: Option<String>,
        /// ID of the app that has control now.
        pub new_owner_app_id: Option<String>,
        /// Role of the app that had control before. Deprecated: see `previous_owner_role`.
        pub previous_owner_app_role: Option<HandoverRole>,
        /// Free text.
        pub metadata: Option<String> = text,
        /// Summary of the thread.
        pub summary: Option<String> = text,
    }
}
