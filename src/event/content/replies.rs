//! Replies to interactive messages.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

use crate::event::model::model;
use crate::types::{Timestamp, string_enum};

string_enum! {
    /// Response to a call permission request.
    pub enum CallPermissionResponse {
        /// The business may call.
        Accept = "accept",
        /// The business may not call.
        Reject = "reject",
    }

    /// What the response to a call permission request came from.
    pub enum CallPermissionSource {
        /// The person tapped a response.
        UserAction = "user_action",
        /// The person called the business, or the settings allow calls.
        Automatic = "automatic",
    }
}

model! {
    /// A reply by tapping a button: a quick reply button of a template, or a reply button of an interactive message.
    pub struct ButtonReply {
        /// ID or payload that the business gave the button.
        pub id: Option<String>,
        /// Label of the button.
        pub title: Option<String> = text,
        /// Index of the button, from 0. WhatzMeAPI only.
        pub index: Option<i64>,
    }

    /// A reply by choosing a row of a list.
    pub struct ListReply {
        /// ID that the business gave the row.
        pub id: Option<String>,
        /// Title of the row.
        pub title: Option<String> = text,
        /// Description of the row.
        pub description: Option<String> = text,
    }

    /// A reply by completing a flow.
    pub struct FlowReply {
        /// Provider's name for the kind of form: `flow`.
        pub name: Option<String>,
        /// Text that the chat shows.
        pub body: Option<String> = text,
        /// Answers: a JSON document as text, exactly as received. See [`FlowReply::json`].
        pub response: Option<String> = text,
    }

    /// A reply to an address message. Meta only.
    pub struct AddressReply {
        /// Provider's name for the kind of form: `address_message`.
        pub name: Option<String>,
        /// Address as shown in the chat.
        pub body: Option<String> = text,
        /// ID of an address that was saved earlier.
        pub saved_address_id: Option<String>,
        /// Parts of the address by name; empty if `response` could not be read.
        pub values: BTreeMap<String, String> = text,
        /// Answers: a JSON document as text, exactly as received.
        pub response: Option<String> = text,
    }

    /// A reply to a call permission request. Meta only.
    pub struct CallPermissionReply {
        /// Response of the person.
        pub response: Option<CallPermissionResponse>,
        /// Whether the permission is permanent.
        pub is_permanent: Option<bool>,
        /// When the permission expires.
        pub expires_at: Option<Timestamp>,
        /// What the response came from.
        pub response_source: Option<CallPermissionSource>,
    }
}

impl FlowReply {
    /// Reads the answers as a `T`. Returns `None` if there are no answers.
    ///
    /// # Errors
    ///
    /// Returns an error if the answers are not the JSON that `T` expects. The text of the error may quote the
    /// answers: keep it out of logs.
    pub fn json<T: DeserializeOwned>(&self) -> Option<Result<T, impl std::error::Error + use<T>>> {
        self.response.as_deref().map(serde_json::from_str)
    }
}
