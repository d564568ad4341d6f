//! The list of events, live, with filters.

use axum::extract::{Extension, Query, State};
use maud::{Markup, html};
use serde::Deserialize;

use super::session::Session;
use super::{Page, Shared, Shown, layout, plots, summary};
use crate::clock;
use crate::store::read::{Filter, Line};

/// Events on one page.
const ROWS: u32 = 50;

const STATES: &[&str] = &["queued", "retry", "done", "superseded", "dead", "purged"];

/// What the address says.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    kind: String,
    endpoint: String,
    state: String,
    detail: String,
    before: Option<i64>,
}

impl Asked {
    fn filter(&self) -> Filter {
        let some = |text: &str| {
            Some(text.trim())
                .filter(|text| !text.is_empty())
                .map(str::to_owned)
        };
        Filter {
            kind: some(&self.kind),
            endpoint: some(&self.endpoint),
            state: some(&self.state),
            detail: some(&self.detail),
            before: self.before,
            ..Filter::default()
        }
    }

    /// The same question, for older events.
    fn older(&self, before: i64) -> String {
        let plain = |text: &str| -> String {
            let keep = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
            text.bytes()
                .map(|byte| {
                    if keep(byte) {
                        char::from(byte).to_string()
                    } else {
                        format!("%{byte:02X}")
                    }
                })
                .collect()
        };
        let fields = [
            ("kind", &self.kind),
            ("endpoint", &self.endpoint),
            ("state", &self.state),
            ("detail", &self.detail),
        ];
        let mut query = format!("/?before={before}");
        for (name, value) in fields {
            if !value.is_empty() {
                query.push_str(&format!("&{name}={}", plain(value)));
            }
        }
        query
    }
}

pub(super) async fn page(
    State(page): Shared,
    Extension(session): Extension<Session>,
    Query(asked): Query<Asked>,
) -> Shown {
    let (endpoints, kinds) = page.store()?.choices().await?;
    let states: Vec<String> = STATES.iter().map(|state| (*state).to_owned()).collect();
    let live = live(&page, &asked).await?;
    let main = html! {
        h1 { "Events" }
        form.filters method="get" action="/" aria-label="Filters" {
            (choice("endpoint", "Endpoint", &endpoints, &asked.endpoint))
            (choice("kind", "Kind", &kinds, &asked.kind))
            (choice("state", "State", &states, &asked.state))
            label { "Detail" input name="detail" value=(asked.detail) placeholder="text, read, …"; }
            button { "Filter" }
            a href="/" { "All" }
            @if asked.before.is_none() {
                label.check { input #live type="checkbox" checked; "Live" }
            }
        }
        div #part data-live=[asked.before.is_none().then_some("/list")] { (live) }
    };
    Ok(layout::page("Events", "/", &session.who, main))
}

/// The part that the script fetches again.
pub(super) async fn part(State(page): Shared, Query(asked): Query<Asked>) -> Shown {
    live(&page, &asked).await
}

async fn live(page: &Page, asked: &Asked) -> Shown {
    let store = page.store()?;
    let now = clock::now() / 60_000;
    let [deliveries, events, dead] = store.minutes((now - plots::MINUTES) * 60_000).await?;
    let denied = crate::metrics::get().denied_by_minute();
    let counts = store.counts().await?;
    let depth = page.queue.depth().await?;
    let lines = store.events(asked.filter(), ROWS).await?;
    let settled = counts.events - counts.waiting - counts.dead;
    Ok(html! {
        dl.counts {
            div { dt { "Deliveries stored" } dd { (counts.deliveries) } }
            div { dt { "Events stored" } dd { (counts.events) } }
            div { dt { "Settled" } dd { (settled) } }
            div { dt { "Waiting" } dd { (counts.waiting) } }
            div { dt { "Dead" } dd { (counts.dead) } }
            div { dt { "Bodies parked" } dd { (counts.parked) } }
            div { dt { "Queue" } dd { (depth.entries) } }
        }
        div.plots {
            (plots::plot("Deliveries", &deliveries, now))
            (plots::plot("Events", &events, now))
            (plots::plot("Denied", &denied, now))
            (plots::plot("Dead", &dead, now))
        }
        (table(&lines))
        @if let (Some(last), true) = (lines.last(), lines.len() == ROWS as usize) {
            p { a rel="next" href=(asked.older(last.id)) { "Older events" } }
        }
    })
}

/// Events as rows.
pub(super) fn table(lines: &[Line]) -> Markup {
    html! {
        @if lines.is_empty() {
            p.empty { "No event yet that fits." }
        } @else {
            div.scroll role="region" aria-label="Events" tabindex="0" {
                table {
                    thead { tr {
                        th scope="col" { "Received (UTC)" } th scope="col" { "Endpoint" } th scope="col" { "Event" }
                        th scope="col" { "Who" } th scope="col" { "What" } th scope="col" { "State" }
                    } }
                    tbody {
                        @for line in lines {
                            @let (who, what) = summary::of(line);
                            tr {
                                td data-label="Received" { (layout::time(line.received_at)) }
                                td data-label="Endpoint" { (line.endpoint) }
                                td data-label="Event" {
                                    a href={ "/event/" (line.key) } { (line.kind) " " b { (crate::mask::numbers(&line.detail)) } }
                                }
                                td.number data-label="Who" { (who) }
                                td.what data-label="What" { (what) }
                                td data-label="State" {
                                    (layout::state(&line.state))
                                    @if line.tries > 1 { small { " " (line.tries) " tries" } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn choice(name: &str, label: &str, values: &[String], chosen: &str) -> Markup {
    html! {
        label { (label)
            select name=(name) {
                option value="" { "any" }
                @for value in values {
                    option value=(value) selected[value == chosen] { (value) }
                }
            }
        }
    }
}
