//! Lines of `tracing`: one for each check of a sender and one for each body, with counts, kinds and reasons.
//!
//! A line has only what [`Display`](std::fmt::Display) of an error shows and what this file names: no ID, no text and
//! no word of a body.

use std::collections::BTreeMap;
use std::fmt;

use crate::error::ParseError;
use crate::event::Event;
use crate::provider::Provider;
#[cfg(feature = "verify")]
use crate::verify::{Verified, VerifyError};

/// Target of all lines, by which a subscriber filters them.
const TARGET: &str = "whatsapp_webhooks";

/// Says whether the sender of a delivery was verified.
#[cfg(feature = "verify")]
pub(crate) fn verified(provider: Provider, bytes: usize, result: &Result<Verified, VerifyError>) {
    let provider = provider.as_str();
    match result {
        Ok(verified) => tracing::debug!(
            target: TARGET,
            provider,
            bytes,
            is_proven = verified.is_proven(),
            secret_index = verified.secret_index(),
            "sender verified"
        ),
        Err(error) => tracing::warn!(
            target: TARGET,
            provider,
            bytes,
            suggested_status = error.suggested_status(),
            %error,
            "sender refused"
        ),
    }
}

/// Says what a body contained, or why it could not be read.
pub(crate) fn parsed(provider: Provider, bytes: usize, result: &Result<Vec<Event>, ParseError>) {
    let provider = provider.as_str();
    match result {
        Ok(events) => tracing::debug!(
            target: TARGET,
            provider,
            bytes,
            events = events.len(),
            kinds = %Kinds(events),
            "body parsed"
        ),
        Err(error) => tracing::warn!(target: TARGET, provider, bytes, %error, "body refused"),
    }
}

/// How many events of each kind there are: `message=2 status=1`.
struct Kinds<'a>(&'a [Event]);

impl fmt::Display for Kinds<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for event in self.0 {
            let count = counts.entry(event.kind()).or_default();
            *count = count.saturating_add(1);
        }
        let mut separator = "";
        for (kind, count) in counts {
            write!(f, "{separator}{kind}={count}")?;
            separator = " ";
        }
        Ok(())
    }
}
