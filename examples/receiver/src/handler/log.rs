//! One line for each event, without personal data.

use futures_util::FutureExt;
use futures_util::future::BoxFuture;

use super::{Failure, Handler};
use crate::queue::Leased;

/// Logs the kind and the key of every event.
#[derive(Clone, Copy, Debug)]
pub struct Log;

impl Handler for Log {
    fn handle<'a>(&'a self, leased: &'a Leased) -> BoxFuture<'a, Result<(), Failure>> {
        let entry = &leased.entry;
        tracing::info!(
            key = entry.key,
            endpoint = entry.endpoint,
            kind = entry.kind,
            detail = crate::mask::numbers(&entry.detail),
            replay = leased.replay,
            "event"
        );
        async { Ok(()) }.boxed()
    }
}
