//! Answers to what a business offered.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

use crate::event::model::model;
use crate::types::{Timestamp, string_enum};

string_enum! {
    /// Answer to a request for permission to call.
    pub enum CallPermissionResponse {
        /// The business may call.
        Accept = "accept",
        /// The business may not call.
        Reject = "reject",
    }

    /// What gave a permission to call.
    pub enum CallPermissionSource {
        /// The person tapped an answer.
        UserAction = "user_action",
        /// The person called, or settings allow it.
        Automatic = "automatic",
    }
}

model! {
    /// A button that was tapped: a quick reply of a template, or of an interactive message.
    pub struct ButtonReply {
        /// Id or payload that the sender gave the button.
        pub id: Option<String>,
        /// Label of the button.
        pub title: Option<String> = text,
        /// Place of the button, from 0. WhatzMeAPI.
        pub index: Option<i64>,
    }

    /// A row that was chosen from a list.
    pub struct ListReply {
        /// Id that the sender gave the row.
        pub id: Option<String>,
        /// Title of the row.
        pub title: Option<String> = text,
        /// Second line of the row.
        pub description: Option<String> = text,
    }

    /// A form that was filled in.
    pub struct FlowReply {
        /// Provider's name of the form's kind: `flow`.
        pub name: Option<String>,
        /// Line that the chat shows.
        pub body: Option<String> = text,
        /// Answers: a JSON document as text, exactly as received; see [`FlowReply::json`].
        pub response: Option<String> = text,
    }

    /// An address that was filled in.
    pub struct AddressReply {
        /// Provider's name of the form's kind: `address_message`.
        pub name: Option<String>,
        /// Address as the chat shows it.
        pub body: Option<String> = text,
        /// Id of an address that was saved before.
        pub saved_address_id: Option<String>,
        /// Parts of the address by name; empty where `response` could not be read.
        pub values: BTreeMap<String, String> = text,
        /// Answers: a JSON document as text, exactly as received.
        pub response: Option<String> = text,
    }

    /// Answer to a request for permission to call.
    pub struct CallPermissionReply {
        /// `accept` or `reject`.
        pub response: Option<CallPermissionResponse>,
        /// Permission without end.
        pub is_permanent: Option<bool>,
        /// End of the permission.
        pub expires_at: Option<Timestamp>,
        /// `user_action` or `automatic`.
        pub response_source: Option<CallPermissionSource>,
    }
}

impl FlowReply {
    /// Reads the answers.
    ///
    /// # Errors
    ///
    /// `None` where there are none; an error where they are not the JSON that `T` expects. The error text
    /// can quote the answers: keep it out of logs.
    pub fn json<T: DeserializeOwned>(&self) -> Option<Result<T, impl std::error::Error + use<T>>> {
        self.response.as_deref().map(serde_json::from_str)
    }
}
