//! Dead letters: looked at, retried, purged.

use axum::extract::{Extension, Form, State};
use axum::response::Redirect;
use maud::html;
use serde::Deserialize;

use super::session::Session;
use super::{Failed, Shared, Shown, layout};
use crate::clock;
use crate::mask;
use crate::store::actions::Action;

pub(super) async fn page(State(page): Shared, Extension(session): Extension<Session>) -> Shown {
    let letters = page.queue.dead(200).await?;
    let main = html! {
        h1 { "Dead letters" }
        p { "Events that the handler refused, or that failed too often. They wait here until someone decides." }
        @if letters.is_empty() { p.empty { "None." } } @else {
            div.scroll role="region" aria-label="Dead letters" tabindex="0" { table {
                thead { tr {
                    th scope="col" { "Died" } th scope="col" { "Endpoint" } th scope="col" { "Event" }
                    th scope="col" { "Tries" } th scope="col" { "Reason" } th scope="col" { "What to do" }
                } }
                tbody { @for letter in &letters { tr {
                    td data-label="Died" { (layout::time(letter.died_at)) }
                    td data-label="Endpoint" { (letter.entry.endpoint) }
                    td data-label="Event" { a href={ "/event/" (letter.entry.key) } {
                        (letter.entry.kind) " " b { (mask::numbers(&letter.entry.detail)) }
                    } }
                    td data-label="Tries" { (letter.tries) }
                    td.what data-label="Reason" { (letter.reason) }
                    td data-label="What to do" {
                        form.decide method="post" action="/dead" {
                            input type="hidden" name="key" value=(letter.entry.key);
                            label { span { "Why" } input name="why" required maxlength="200" placeholder="why"; }
                            button name="what" value="retry" { "Retry" }
                            button.quiet name="what" value="purge" { "Purge" }
                        }
                    }
                } } }
            } }
        }
    };
    Ok(layout::page("Dead letters", "/dead", &session.who, main))
}

#[derive(Deserialize)]
pub(super) struct Decision {
    key: String,
    what: String,
    why: String,
}

pub(super) async fn act(
    State(page): Shared,
    Extension(session): Extension<Session>,
    Form(decision): Form<Decision>,
) -> Result<Redirect, Failed> {
    match decision.what.as_str() {
        "retry" => page.queue.retry_dead(&decision.key).await?,
        "purge" => page.queue.purge_dead(&decision.key).await?,
        _ => return Ok(Redirect::to("/dead")),
    }
    let action = Action {
        at: clock::now(),
        who: session.who,
        what: format!("dead {}", decision.what),
        why: decision.why,
        subject: decision.key,
    };
    page.store()?.record(action).await?;
    Ok(Redirect::to("/dead"))
}
