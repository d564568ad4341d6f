//! Errors, wherever they stand.

use crate::collector::{Collector, Item, Scope};
use crate::event::{ErrorDetail, Event, Failure};
use crate::json;
use crate::json::own;
use crate::meta::payload::{Error, ErrorData};
use crate::types::Timestamp;

/// An element of the value's own list.
pub(super) fn failure(
    error: Error<'_>,
    scope: &Scope,
    time: Option<Timestamp>,
    collector: &Collector<'_>,
    item: &mut Item<'_>,
) -> Event {
    Event::from(Failure {
        meta: collector.meta(scope, std::mem::take(&mut item.path), time),
        error: detail(error),
        raw: collector.raw(item.slice),
    })
}

pub(super) fn details(errors: Vec<Error<'_>>) -> Vec<ErrorDetail> {
    errors.into_iter().map(detail).collect()
}

fn detail(error: Error<'_>) -> ErrorDetail {
    let Error {
        code,
        title,
        message,
        error_data,
        details,
        href,
    } = error;
    let inner = error_data.and_then(|part| {
        if let Ok(ErrorData { details }) = json::read(part) {
            return details;
        }
        // Relays send the text itself.
        json::text(part)
    });
    ErrorDetail {
        code,
        title: own(title),
        message: own(message),
        details: own(inner.or(details)),
        href: own(href),
    }
}
