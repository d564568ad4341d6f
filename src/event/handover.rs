//! Control over threads.

use crate::event::Party;
use crate::event::model::event;
use crate::types::string_enum;

string_enum! {
    /// What happened to the control over a thread.
    pub enum HandoverEvent {
        /// The receiver of the event has control now.
        ControlPassed = "control_passed",
        /// The receiver of the event lost control.
        ControlTaken = "control_taken",
        /// Only a summary of the conversation, beside a message.
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
        /// Threads that ads to WhatsApp start.
        Ctwa = "ctwa",
        /// An AI agent.
        AiAgent = "ai_agent",
        /// Threads that an agent hands to a person.
        Escalation = "escalation",
        /// Meta's own agent; deprecated.
        MetaBusinessAgent = "meta_business_agent",
    }
}

event! {
    /// Control over a thread changed hands. Sent by Meta.
    pub struct Handover {
        /// `control_passed` or `control_taken`; `summary` where only a summary stands beside a message.
        pub event: Option<HandoverEvent>,
        /// Person in the thread.
        pub person: Option<Party>,
        /// Role that had control.
        pub previous_owner_role: Option<HandoverRole>,
        /// Role that has control.
        pub new_owner_role: Option<HandoverRole>,
        /// App that had control.
        pub previous_owner_app_id: Option<String>,
        /// App that has control.
        pub new_owner_app_id: Option<String>,
        /// Role of the app that had control. Deprecated: see `previous_owner_role`.
        pub previous_owner_app_role: Option<HandoverRole>,
        /// Free text.
        pub metadata: Option<String> = text,
        /// What the thread was about.
        pub summary: Option<String> = text,
    }
}
