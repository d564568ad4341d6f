#![doc = include_str!("../README.md")]

pub mod cooby;
mod delivery;
pub mod engage;
mod error;
pub mod event;
mod json;
pub mod meta;
pub mod partner;
mod provider;
pub mod types;
#[cfg(feature = "verify")]
pub mod verify;
pub mod whatzmeapi;

pub use self::error::{DecodeError, ParseError, ParseErrorKind};
pub use self::event::{Content, Event, MessageStatus};
pub use self::provider::{Provider, UnknownProvider};
#[cfg(feature = "verify")]
pub use self::verify::{ReceiveError, Request, SignatureError, Verified};
