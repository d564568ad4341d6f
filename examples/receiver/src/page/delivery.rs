//! One delivery: its body, and its events. The way to a body that could not be read.

use axum::extract::{Extension, Path, Query, State};
use axum::http::StatusCode;
use maud::html;

use super::event::{Asked, numbers_button, pretty, shown};
use super::session::Session;
use super::{Failed, Shared, Shown, layout};

pub(super) async fn page(
    State(page): Shared,
    Extension(session): Extension<Session>,
    Path(id): Path<i64>,
    Query(asked): Query<Asked>,
) -> Shown {
    let store = page.store()?;
    let none = || Failed(StatusCode::NOT_FOUND, "no delivery with this number".into());
    let body = store.body(id).await?.ok_or_else(none)?;
    let lines = store.of_delivery(id).await?;
    let subject = format!("delivery {id}");
    let open = asked.open(store, &session, &subject).await?;
    let main = html! {
        p { a href="/" { "← Events" } }
        h1 { "Delivery " (body.id) }
        dl.facts {
            div { dt { "Endpoint" } dd { (body.endpoint) } }
            div { dt { "Received" } dd { (layout::time(body.received_at)) } }
            div { dt { "Repeats" } dd { (body.repeats) } }
            @if let Some(index) = body.secret_index { div { dt { "Signed with secret" } dd { (index) } } }
            @if let Some(problem) = &body.problem { div { dt { "Parked" } dd { (problem) } } }
        }
        @if lines.is_empty() { p.empty { "It brought no event that was new." } } @else { (super::list::table(&lines)) }
        p.tools { (numbers_button(&format!("/delivery/{id}"), open)) }
        h2 #raw { "Raw body" }
        pre tabindex="0" aria-labelledby="raw" { code { (shown(&pretty(&String::from_utf8_lossy(&body.body)), open)) } }
    };
    Ok(layout::page("Delivery", "", &session.who, main))
}
