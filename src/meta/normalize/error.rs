//! Errors of messages, statuses and values.

use crate::collector::Problem;
use crate::event::{ErrorDetail, Event, EventMeta, Failure};
use crate::json::{self, Owned};
use crate::meta::item::{Around, FieldItem};
use crate::meta::payload::{Error, ErrorData};
use crate::types::Raw;

/// An element of the list `errors` of a value.
impl<'a> FieldItem<'a> for Error<'a> {
    fn event(self, meta: EventMeta, raw: Raw, _: &Around<'_, 'a>) -> Result<Event, Problem> {
        Ok(Event::from(Failure {
            meta,
            error: self.into(),
            raw,
        }))
    }
}

impl From<Error<'_>> for ErrorDetail {
    fn from(error: Error<'_>) -> Self {
        let Error {
            code,
            title,
            message,
            error_data,
            details,
            href,
        } = error;
        let inner = error_data.and_then(|part| match json::read(part) {
            Ok(ErrorData { details }) => details,
            // Relays send the text itself.
            Err(_) => json::text(part),
        });
        Self {
            code,
            title: title.owned(),
            message: message.owned(),
            details: inner.or(details).owned(),
            href: href.owned(),
        }
    }
}
