//! The timeline of a message: the message, and every status that came for it.

use axum::extract::{Extension, Query, State};
use axum::http::StatusCode;
use maud::html;
use serde::Deserialize;

use super::session::Session;
use super::{Failed, Shared, Shown, layout};
use crate::mask;

#[derive(Deserialize)]
pub(super) struct Asked {
    /// Key of one of the events: the id of the message is personal, and stays out of addresses.
    of: String,
}

pub(super) async fn page(
    State(page): Shared,
    Extension(session): Extension<Session>,
    Query(asked): Query<Asked>,
) -> Shown {
    let store = page.store()?;
    let none = || Failed(StatusCode::NOT_FOUND, "no message".into());
    let event = store.event(&asked.of).await?.ok_or_else(none)?;
    let message = event.message.ok_or_else(none)?;
    let lines = store.timeline(&message).await?;
    let main = html! {
        p { a href={ "/event/" (asked.of) } { "← Event" } }
        h1 { "Timeline of " code { (mask::numbers(&message)) } }
        ol.timeline {
            @for line in &lines {
                li data-state=(line.state) {
                    a href={ "/event/" (line.key) } { (line.kind) " " b { (mask::numbers(&line.detail)) } }
                    dl {
                        @if let Some(at) = line.occurred_at { div { dt { "occurred" } dd { (layout::time(at)) } } }
                        div { dt { "received" } dd { (layout::time(line.received_at)) } }
                        div { dt { "handled" } dd {
                            (layout::state(&line.state))
                            @if let Some(at) = line.settled_at { " " (layout::time(at)) }
                            @if let Some(note) = &line.note { " " (note) }
                        } }
                    }
                }
            }
        }
    };
    Ok(layout::page("Timeline", "", &session.who, main))
}
