//! What this version does not know, and bodies that it cannot read.

use axum::extract::{Extension, State};
use maud::html;

use super::session::Session;
use super::{Shared, Shown, layout};
use crate::clock;

/// Milliseconds for which a word counts as new.
const DAY: i64 = 86_400_000;

pub(super) async fn page(State(page): Shared, Extension(session): Extension<Session>) -> Shown {
    let store = page.store()?;
    let now = clock::now();
    let words = store.words().await?;
    let parked = store.parked(50).await?;
    let main = html! {
        h1 { "Unknown" }
        p { "Words and places that this version does not know. Nothing of them is lost: their events keep the bytes. "
            "A word that is new, or whose count grows, shows that a provider has changed something." }
        @if words.is_empty() { p.empty { "Nothing unknown so far." } } @else {
            div.scroll role="region" aria-label="Unknown words" tabindex="0" { table {
                thead { tr {
                    th scope="col" { "Provider" } th scope="col" { "Place" } th scope="col" { "Word" }
                    th scope="col" { "Count" } th scope="col" { "First" } th scope="col" { "Last" }
                } }
                tbody { @for word in &words { tr {
                    td data-label="Provider" { (word.provider) }
                    td data-label="Place" { (word.place) }
                    td data-label="Word" { a href={ "/event/" (word.last_key) } {
                        @if word.word.is_empty() { "(none)" } @else { (word.word) }
                    } }
                    td data-label="Count" { (word.count) }
                    td data-label="First" { (layout::time(word.first_at)) @if now - word.first_at < DAY { b { " new" } } }
                    td data-label="Last" { (layout::time(word.last_at)) }
                } } }
            } }
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
