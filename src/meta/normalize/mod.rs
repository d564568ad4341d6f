//! Conversion from Meta's wire types to events: one file for each item of a list.

pub(super) mod authorship;
mod chat;
mod content;
mod conversation_context;
mod embedded_json;
mod error;
pub(super) mod message;
mod message_types;
mod outbound;
mod payment;
pub(super) mod standby_echo;
mod status;
mod user_action;
