//! What operators did.

use axum::extract::{Extension, State};
use maud::html;

use super::session::Session;
use super::{Shared, Shown, layout};

pub(super) async fn page(State(page): Shared, Extension(session): Extension<Session>) -> Shown {
    let actions = page.store()?.actions(200).await?;
    let main = html! {
        h1 { "Actions" }
        p { "What operators did, on this page and by commands." }
        @if actions.is_empty() { p.empty { "None so far." } } @else {
            div.scroll role="region" aria-label="Actions" tabindex="0" { table {
                thead { tr {
                    th scope="col" { "When" } th scope="col" { "Who" } th scope="col" { "What" }
                    th scope="col" { "Why" } th scope="col" { "Subject" }
                } }
                tbody { @for action in &actions { tr {
                    td data-label="When" { (layout::time(action.at)) }
                    td data-label="Who" { (action.who) }
                    td data-label="What" { (action.what) }
                    td.what data-label="Why" { (action.why) }
                    td data-label="Subject" { code { (action.subject) } }
                } } }
            } }
        }
    };
    Ok(layout::page("Actions", "/actions", &session.who, main))
}
