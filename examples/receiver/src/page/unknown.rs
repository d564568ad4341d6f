//! What this version does not know, and bodies that it cannot read.

use axum::extract::{Extension, State};
use maud::html;

use super::session::Session;
use super::{Shared, Shown, layout, plots};
use crate::clock::{self, DAY};

/// Findings shown.
const SHOWN: usize = 500;

pub(super) async fn page(State(page): Shared, Extension(session): Extension<Session>) -> Shown {
    let store = page.store()?;
    let now = clock::now();
    let drift = store.drift().await?;
    let parked = store.parked(50).await?;
    let main = html! {
        h1 { "Unknown" }
        p { "Items, values and keys that this version does not know. Nothing of them is lost: events and bodies keep them. "
            "One that is new, or is seen more often by the day, shows that a provider has changed something." }
        @if drift.is_empty() { p.empty { "Nothing unknown so far." } } @else {
            div.scroll role="region" aria-label="What is unknown" tabindex="0" { table {
                thead { tr {
                    th scope="col" { "Provider" } th scope="col" { "What" } th scope="col" { "Place" }
                    th scope="col" { "Count" } th scope="col" { "Days" } th scope="col" { "First" } th scope="col" { "Last" }
                } }
                tbody { @for found in drift.iter().take(SHOWN) { tr {
                    td data-label="Provider" { (found.provider) }
                    td data-label="What" { div {
                        (found.kind.replace('_', " ")) @if !found.word.is_empty() { " " b { (found.word) } }
                    } }
                    td.what data-label="Place" { div {
                        a href={ "/delivery/" (found.delivery) } {
                            @if found.place.is_empty() { "(the body)" } @else { (found.place) }
                        }
                        @if !found.topic.is_empty() { " " small { (found.topic) } }
                    } }
                    td.number data-label="Count" { (found.count) }
                    td data-label="Days" { (plots::days(&found.days, now.div_euclid(DAY))) }
                    td data-label="First" { div {
                        (layout::time(found.first_at)) @if now - found.first_at < DAY { b { " new" } }
                    } }
                    td data-label="Last" { (layout::time(found.last_at)) }
                } } }
            } }
            @if drift.len() > SHOWN { p { "And " (drift.len() - SHOWN) " more, in the table " code { "findings" } " of the store." } }
        }
        h2 { "Parked bodies" }
        p { "Bodies of proven senders that cannot be read. After an upgrade, " code { "receiver replay --parked" }
            " reads them once more." }
        @if parked.is_empty() { p.empty { "None." } } @else {
            div.scroll role="region" aria-label="Parked bodies" tabindex="0" { table {
                thead { tr {
                    th scope="col" { "Delivery" } th scope="col" { "Received" } th scope="col" { "Endpoint" }
                    th scope="col" { "Bytes" } th scope="col" { "Repeats" } th scope="col" { "Why" }
                } }
                tbody { @for body in &parked { tr {
                    td data-label="Delivery" { a href={ "/delivery/" (body.id) } { (body.id) } }
                    td data-label="Received" { (layout::time(body.received_at)) }
                    td data-label="Endpoint" { (body.endpoint) }
                    td data-label="Bytes" { (body.body.len()) }
                    td data-label="Repeats" { (body.repeats) }
                    td.what data-label="Why" { (body.problem.as_deref().unwrap_or_default()) }
                } } }
            } }
        }
    };
    Ok(layout::page("Unknown", "/words", &session.who, main))
}
