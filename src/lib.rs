#![doc = include_str!("../README.md")]

// Files that the crate shares with its tests name it from outside.
#[cfg(test)]
extern crate self as whatsapp_webhooks;

mod collector;
pub mod cooby;
mod dispatch;
pub mod engage;
mod error;
pub mod event;
mod json;
mod marks;
pub mod meta;
pub mod partner;
mod path;
mod provider;
pub mod types;
#[cfg(feature = "verify")]
pub mod verify;
pub mod whatzmeapi;

/// What the wire types of all providers are made of: lists, and parts that are left unread.
pub mod payload {
    pub use crate::json::{IntoIter, List, Part, RawSlice};
}

pub use self::error::{DecodeError, ParseError, ParseErrorKind};
pub use self::event::{Content, Event, MessageStatus};
pub use self::provider::{Provider, UnknownProvider};
#[cfg(feature = "verify")]
pub use self::verify::{ReceiveError, Request, SignatureError, Verified};
