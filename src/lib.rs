#![doc = include_str!("../README.md")]

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
pub mod payload;
mod provider;
pub mod types;
#[cfg(feature = "verify")]
pub mod verify;
pub mod whatzmeapi;

pub use self::error::{DecodeError, ParseError, ParseErrorKind};
pub use self::event::{Content, Event, MessageStatus};
pub use self::provider::{Provider, UnknownProvider};
#[cfg(feature = "verify")]
pub use self::verify::{ConfigError, Delivery, ReceiveError, Request, Verified, VerifyError};
