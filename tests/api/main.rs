//! What the public types promise: threads, sizes, names; what `Debug` keeps to itself, and the dedup key.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::format_collect,
    clippy::format_push_string,
    reason = "a test"
)]

mod dedup;
mod differences;
mod errors;
mod event_json;
mod events;
mod markers;
mod redaction;
mod request;
#[path = "../support/mod.rs"]
mod support;
mod tenants;

use std::fmt::Debug;

use whatsapp_webhooks::event::{self, MessageStatus};
use whatsapp_webhooks::types::{MessageId, PhoneNumber, PhoneNumberId, Raw, Timestamp};
use whatsapp_webhooks::{
    Content, DecodeError, Event, ParseError, ParseErrorKind, Provider, UnknownProvider,
};

use crate::support::fixtures;

fn shared<T: Send + Sync + Clone + Debug + Unpin + 'static>() {}

#[test]
fn values_go_to_other_threads_and_are_cloned_and_printed() {
    shared::<Event>();
    shared::<Vec<Event>>();
    shared::<Content>();
    shared::<MessageStatus>();
    shared::<Provider>();
    shared::<ParseError>();
    shared::<ParseErrorKind>();
    shared::<DecodeError>();
    shared::<UnknownProvider>();
    shared::<Raw>();
    shared::<MessageId>();
    shared::<PhoneNumber>();
    shared::<PhoneNumberId>();
    shared::<Timestamp>();
    shared::<event::Message>();
    shared::<event::StatusUpdate>();
    shared::<event::EventMeta>();
    shared::<event::Account>();
    shared::<event::Party>();

    let events = fixtures(Provider::Meta)[0].events();
    let sent = std::thread::spawn(move || events.clone()).join().unwrap();
    assert!(!sent.is_empty());
}

fn error<T: std::error::Error + Send + Sync + 'static>() {}

#[test]
fn errors_are_errors_and_hide_no_source() {
    error::<ParseError>();
    error::<DecodeError>();
    error::<UnknownProvider>();
    let error = Provider::Meta.parse("{").unwrap_err();
    assert!(std::error::Error::source(&error).is_none());
    assert_eq!(
        error.to_string(),
        "the body ends before its JSON is complete (line 1, column 2)"
    );
}

#[test]
fn an_event_is_a_tag_and_a_pointer() {
    assert!(size_of::<Event>() <= 2 * size_of::<usize>());
    assert!(size_of::<Content>() <= 5 * size_of::<usize>());
    assert!(size_of::<ParseError>() <= 128);
}

#[test]
fn provider_names_read_back() {
    for provider in Provider::ALL {
        for name in [
            provider.as_str().to_owned(),
            provider.as_str().to_uppercase(),
        ] {
            assert_eq!(name.parse::<Provider>().unwrap(), *provider);
        }
        assert_eq!(provider.to_string(), provider.as_str());
        let json = serde_json::to_string(provider).unwrap();
        assert_eq!(json, format!("\"{provider}\""));
        assert_eq!(serde_json::from_str::<Provider>(&json).unwrap(), *provider);
    }
    for other in ["", "meta ", "360dialog"] {
        let error = other.parse::<Provider>().unwrap_err().to_string();
        let names: Vec<&str> = Provider::ALL.iter().map(|it| it.as_str()).collect();
        assert!(error.ends_with(&names.join(", ")), "{error}");
    }
}
