//! What happens around chats: calls, groups, history, contacts, preferences, routing, tracking.

use crate::event::message::Direction;
use crate::event::model::model;
use crate::event::{ErrorDetail, EventMeta, Party};
use crate::types::{Code, MessageId, Raw, Timestamp};

model! {
    /// A call and its progress. Sent by Meta and WhatzMeAPI.
    pub struct Call {
        /// What every event has.
        pub meta: EventMeta,
        /// Provider's word for what happened: Meta's `connect`, `terminate`, `RINGING`, WhatzMeAPI's `offer` …
        pub event: Option<String>,
        /// Id of the call.
        pub id: Option<String>,
        /// Who called whom.
        pub direction: Option<Direction>,
        /// Caller.
        pub from: Option<Party>,
        /// Called.
        pub to: Option<Party>,
        /// With pictures. WhatzMeAPI.
        pub video: Option<bool>,
        /// To a group. WhatzMeAPI.
        pub group: Option<bool>,
        /// Group that is called, as received. WhatzMeAPI.
        pub group_id: Option<String>,
        /// How it ended.
        pub status: Option<String>,
        /// Begin of the talk.
        pub start_at: Option<Timestamp>,
        /// End of the talk.
        pub end_at: Option<Timestamp>,
        /// Seconds.
        pub duration: Option<i64>,
        /// `offer` or `answer`.
        pub sdp_type: Option<String>,
        /// Session description for WebRTC.
        pub sdp: Option<String> = text,
        /// Payload of the link or button that began it.
        pub payload: Option<String> = text,
        /// Text that the caller set, as it came back.
        pub callback_data: Option<String> = text,
        /// Recording or transcript: JSON, unread.
        pub attachment: Option<Raw>,
        /// What went wrong.
        #[serde(default)]
        pub errors: Vec<ErrorDetail>,
        /// Its bytes.
        pub raw: Raw,
    }

    /// Something happened to a group. Sent by Meta, four fields, and WhatzMeAPI.
    pub struct GroupUpdate {
        /// What every event has.
        pub meta: EventMeta,
        /// Provider's word for what happened: Meta's `type`.
        pub event: Option<String>,
        /// Id of the group.
        pub id: Option<String>,
        /// Id of the notice in the chat. WhatzMeAPI.
        pub message_id: Option<MessageId>,
        /// Request that caused it.
        pub request_id: Option<String>,
        /// Name of the group.
        pub subject: Option<String> = text,
        /// Description of the group.
        pub description: Option<String> = text,
        /// Link to join.
        pub invite_link: Option<String> = secret,
        /// How people join.
        pub join_approval_mode: Option<String>,
        /// Only admins write in it. WhatzMeAPI.
        pub announce: Option<bool>,
        /// Only admins change its name, picture and settings. WhatzMeAPI.
        pub restrict: Option<bool>,
        /// Members. WhatzMeAPI.
        pub size: Option<i64>,
        /// Why.
        pub reason: Option<String>,
        /// Who began it.
        pub initiated_by: Option<String>,
        /// Who did it. WhatzMeAPI.
        pub author: Option<Party>,
        /// Request to join.
        pub join_request_id: Option<String>,
        /// Who it is about.
        #[serde(default)]
        pub participants: Vec<Party>,
        /// Those of `participants` who are admins, as received. WhatzMeAPI.
        #[serde(default)]
        pub admins: Vec<String> = tail,
        /// For whom it did not work.
        #[serde(default)]
        pub failed_participants: Vec<Party>,
        /// What else the event carries: JSON, unread.
        pub details: Option<Raw>,
        /// What went wrong.
        #[serde(default)]
        pub errors: Vec<ErrorDetail>,
        /// Its bytes.
        pub raw: Raw,
    }

    /// A chunk of synchronised history, or its refusal; its messages are events of their own. Sent by Meta.
    pub struct History {
        /// What every event has.
        pub meta: EventMeta,
        /// Age of the chunk: 0 is the last day, 1 up to day 90, 2 up to day 180.
        pub phase: Option<i64>,
        /// Place of the chunk; chunks come in any order.
        pub chunk_order: Option<i64>,
        /// Percent.
        pub progress: Option<i64>,
        /// Why there is none.
        #[serde(default)]
        pub errors: Vec<ErrorDetail>,
        /// Its bytes.
        pub raw: Raw,
    }

    /// The address book of the business changed. Sent by Meta.
    pub struct ContactSync {
        /// What every event has.
        pub meta: EventMeta,
        /// Meta's `action`: `add` for new and changed ones, or `remove`.
        pub event: Option<String>,
        /// Contact.
        pub contact: Option<Party>,
        /// First name.
        pub first_name: Option<String> = text,
        /// Its bytes.
        pub raw: Raw,
    }

    /// A person's ids changed. Sent by Meta.
    pub struct IdentityChange {
        /// What every event has.
        pub meta: EventMeta,
        /// Person, with the new ids.
        pub person: Option<Party>,
        /// User id before.
        pub previous_user_id: Option<String>,
        /// Parent id before.
        pub previous_parent_user_id: Option<String>,
        /// Sentence for people.
        pub detail: Option<String> = text,
        /// Its bytes.
        pub raw: Raw,
    }

    /// A person stopped marketing messages, or wants them again. Sent by Meta.
    pub struct Preference {
        /// What every event has.
        pub meta: EventMeta,
        /// Meta's `value`: `stop`, `resume` …
        pub event: Option<String>,
        /// Person.
        pub person: Option<Party>,
        /// What it is about: `marketing_messages`.
        pub category: Option<String>,
        /// Sentence for people.
        pub detail: Option<String> = text,
        /// Id of a sign-up.
        pub signup_id: Option<String>,
        /// Its bytes.
        pub raw: Raw,
    }

    /// Control over a thread changed hands. Sent by Meta.
    pub struct Handover {
        /// What every event has.
        pub meta: EventMeta,
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
        /// Its bytes.
        pub raw: Raw,
    }

    /// A click, a lead or a purchase. Sent by Meta.
    pub struct Conversion {
        /// What every event has.
        pub meta: EventMeta,
        /// Meta's `event_name` or `action_type`.
        pub event: Option<String>,
        /// Message it was seen in.
        pub message_id: Option<MessageId>,
        /// Id of the click on an ad.
        pub ctwa_clid: Option<String>,
        /// Id of the click.
        pub click_id: Option<String>,
        /// Token of the message.
        pub tracking_token: Option<String>,
        /// Part of the message that was clicked.
        pub click_component: Option<String>,
        /// Product that was clicked.
        pub product_id: Option<String>,
        /// ISO code of the currency.
        pub currency: Option<String>,
        /// Amount as received: Meta multiplies by 1000.
        pub value: Option<Code>,
        /// Its bytes.
        pub raw: Raw,
    }

    /// An error that belongs to no message. Sent by Meta and WhatzMeAPI.
    pub struct Failure {
        /// What every event has.
        pub meta: EventMeta,
        /// What went wrong.
        pub error: ErrorDetail,
        /// Its bytes.
        pub raw: Raw,
    }
}
