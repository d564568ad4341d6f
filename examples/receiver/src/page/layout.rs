//! What all pages share.

use maud::{DOCTYPE, Markup, html};

use crate::clock;

/// Pages in the navigation.
const PAGES: &[(&str, &str)] = &[
    ("/", "Events"),
    ("/dead", "Dead letters"),
    ("/unknown", "Unknown"),
    ("/actions", "Actions"),
];

/// A page for who is logged in.
pub(super) fn page(title: &str, path: &str, who: &str, main: Markup) -> Markup {
    document(
        title,
        html! {
            a.skip href="#main" { "Skip to the content" }
            header {
                strong { "Receiver" }
                nav aria-label="Pages" {
                    @for (href, name) in PAGES {
                        a href=(href) aria-current=[(path == *href).then_some("page")] { (name) }
                    }
                }
                form method="post" action="/logout" {
                    span { (who) }
                    button.quiet { "Log out" }
                }
            }
            main #main tabindex="-1" { (main) }
        },
    )
}

/// A page for anybody.
pub(super) fn bare(title: &str, main: Markup) -> Markup {
    document(title, html! { main.bare #main { (main) } })
}

fn document(title: &str, body: Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) " · Receiver" }
                link rel="icon" href="data:,";
                link rel="stylesheet" href="/style.css";
                script src="/page.js" defer {}
            }
            body { (body) }
        }
    }
}

/// A time, to the second.
pub(super) fn time(millis: i64) -> Markup {
    let whole = clock::rfc3339(millis - millis.rem_euclid(1_000));
    let short = whole.get(5..19).unwrap_or(&whole).replace('T', " ");
    html! { time datetime=(whole) title=(whole) { (short) } }
}

/// The state of an event: a word, and a colour that says the same.
pub(super) fn state(state: &str) -> Markup {
    html! { span.state data-state=(state) { (state) } }
}
