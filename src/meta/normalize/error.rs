//! Errors, wherever they stand.

use crate::delivery::{Delivery, Item, Scope, own};
use crate::event::{ErrorDetail, Event, Failure};
use crate::json;
use crate::meta::payload::{Error, ErrorData};
use crate::types::Timestamp;

/// An element of the value's own list.
pub(super) fn failure(
    error: Error<'_>,
    scope: &Scope,
    time: Option<Timestamp>,
    delivery: &Delivery<'_>,
    item: &mut Item<'_>,
) -> Event {
    Event::from(Failure {
        meta: delivery.meta(scope, std::mem::take(&mut item.path), time),
        error: detail(error),
        raw: delivery.raw(item.slice),
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
