//! One event in its unified form, beside the body that it came in.

use axum::extract::{Extension, Path, Query, State};
use axum::http::StatusCode;
use base64ct::{Base64, Encoding};
use maud::{Markup, html};
use serde::Deserialize;
use serde_json::value::RawValue;

use super::session::Session;
use super::{Failed, Page, Shared, Shown, layout};
use crate::clock;
use crate::mask;
use crate::store::Store;
use crate::store::actions::Action;
use crate::store::read::{Body, Line};

/// Bytes shown of an event or a body.
const SHOWN: usize = 256 * 1024;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    /// `numbers` shows them, and records who asked.
    show: String,
}

impl Asked {
    /// Returns whether numbers are shown. Who asked, and for what, is recorded before.
    pub(super) async fn open(
        &self,
        store: &Store,
        session: &Session,
        subject: &str,
    ) -> Result<bool, Failed> {
        if self.show != "numbers" {
            return Ok(false);
        }
        let action = Action {
            at: clock::now(),
            who: session.who.clone(),
            what: "show numbers".into(),
            why: "on the page".into(),
            subject: subject.into(),
        };
        store.record(action).await?;
        Ok(true)
    }
}

/// The button that shows or masks the numbers of a page.
pub(super) fn numbers_button(href: &str, open: bool) -> Markup {
    html! {
        @if open { a.button href=(href) { "Mask numbers" } }
        @else { a.button href={ (href) "?show=numbers" } { "Show numbers" } }
    }
}

pub(super) async fn page(
    State(page): Shared,
    Extension(session): Extension<Session>,
    Path(key): Path<String>,
    Query(asked): Query<Asked>,
) -> Shown {
    let store = page.store()?;
    let found = store.event(&key).await?;
    let line =
        found.ok_or_else(|| Failed(StatusCode::NOT_FOUND, "no event with this key".into()))?;
    let body = store.body(line.delivery).await?;
    let open = asked.open(store, &session, &key).await?;
    Ok(layout::page(
        &format!("Event {}", line.kind),
        "",
        &session.who,
        main(&page, &line, body.as_ref(), open),
    ))
}

fn main(page: &Page, line: &Line, body: Option<&Body>, open: bool) -> Markup {
    let href = format!("/event/{}", line.key);
    html! {
        p { a href="/" { "← Events" } }
        h1 { (line.kind) " " b { (mask::numbers(&line.detail)) } }
        dl.facts {
            div { dt { "Key" } dd { code { (line.key) } } }
            div { dt { "Endpoint" } dd { (line.endpoint) } }
            div { dt { "Received" } dd { (layout::time(line.received_at)) } }
            @if let Some(at) = line.occurred_at { div { dt { "Occurred" } dd { (layout::time(at)) } } }
            div { dt { "State" } dd {
                (layout::state(&line.state)) " after " (line.tries) @if line.tries == 1 { " try" } @else { " tries" }
                @if let Some(at) = line.settled_at { ", " (layout::time(at)) }
            } }
            @if let Some(note) = &line.note { div { dt { "Note" } dd { (note) } } }
            @if let Some(body) = body {
                div { dt { "Delivery" } dd {
                    a href={ "/delivery/" (body.id) } { (body.id) } @if body.repeats > 0 { ", repeated " (body.repeats) " times" }
                    @if let Some(index) = body.secret_index { ", signed with secret " (index) }
                } }
            }
        }
        p.tools {
            (numbers_button(&href, open))
            @if let Some(message) = &line.message {
                a.button href={ "/message?of=" (line.key) } title=(mask::numbers(message)) { "Timeline of the message" }
            }
        }
        div.beside {
            section aria-labelledby="unified" {
                h2 #unified { "Unified event" }
                pre tabindex="0" { code { (shown(&pretty(&line.json), open).replace(&mask::numbers(&line.key), &line.key)) } }
            }
            section aria-labelledby="raw" {
                h2 #raw { "Raw body" }
                @match body {
                    Some(body) => pre tabindex="0" { code { (shown(&pretty(&String::from_utf8_lossy(&body.body)), open)) } },
                    None => p.empty { "The body was deleted: retention." },
                }
            }
        }
        @if let Some(body) = body {
            section aria-labelledby="curl" {
                h2 #curl { "Send it again" }
                @if body.body.len() > SHOWN {
                    p { "The body is too large for a command: it is in the store, table " code { "deliveries" } "." }
                } @else if open {
                    p { "Set " code { "APP_SECRET" } " to the endpoint’s secret; it is not shown here." }
                    pre tabindex="0" #command { code { (curl(&page.receives, body)) } }
                    button type="button" data-copy="command" { "Copy as curl" }
                } @else {
                    p { "The command contains the body: show numbers first." }
                }
            }
        }
    }
}

/// What is shown of a text: up to a length, and without credentials.
pub(super) fn shown(text: &str, open: bool) -> String {
    let fits = |at: &usize| text.is_char_boundary(*at);
    let end = (0..=SHOWN.min(text.len())).rev().find(fits).unwrap_or(0);
    let (text, rest) = text.split_at(end);
    let mut text = mask::credentials(text);
    if !open {
        text = mask::numbers(&text);
    }
    if !rest.is_empty() {
        text.push_str(&format!("\n… and {} bytes more", rest.len()));
    }
    text
}

/// JSON with line breaks; anything else as it is.
pub(super) fn pretty(text: &str) -> String {
    let mut pretty = String::with_capacity(text.len() * 2);
    if serde_json::from_str::<&RawValue>(text).is_err() {
        return text.to_owned();
    }
    // By hand: a parsed value would lose the order of keys, and numbers of any length.
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        if quoted {
            pretty.push(char);
            match char {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '"' => quoted = false,
                _ => {}
            }
            continue;
        }
        let line = |depth: usize, pretty: &mut String| {
            pretty.push('\n');
            pretty.extend(std::iter::repeat_n("  ", depth.min(40)));
        };
        match char {
            '"' => {
                quoted = true;
                pretty.push(char);
            }
            '{' | '[' => {
                while chars.next_if(|next| next.is_whitespace()).is_some() {}
                pretty.push(char);
                if let Some(close) = chars.next_if(|next| matches!(next, '}' | ']')) {
                    pretty.push(close);
                } else {
                    depth += 1;
                    line(depth, &mut pretty);
                }
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                line(depth, &mut pretty);
                pretty.push(char);
            }
            ',' => {
                pretty.push(char);
                line(depth, &mut pretty);
            }
            ':' => pretty.push_str(": "),
            char if char.is_whitespace() => {}
            char => pretty.push(char),
        }
    }
    pretty
}

/// A command that sends the body again, without the secret.
fn curl(receives: &str, body: &Body) -> String {
    let url = format!("{receives}/webhooks/{}", body.endpoint);
    let encoded = Base64::encode_string(&body.body);
    let (header, sign) = match body.endpoint.split('/').next() {
        Some("meta") => ("X-Hub-Signature-256", true),
        Some("whatzmeapi") => ("X-Signature", true),
        _ => ("", false),
    };
    let signature = if sign {
        format!(
            "  -H \"{header}: sha256=$(openssl dgst -sha256 -hmac \"$APP_SECRET\" -r body.json | cut -d' ' -f1)\" \\\n"
        )
    } else {
        // The condition is part of the URL, or a header of the operator's own choice.
        String::new()
    };
    format!(
        "echo {encoded} | base64 -d > body.json\ncurl -X POST {url} \\\n{signature}  --data-binary @body.json"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_gets_lines_and_nothing_else_changes() {
        let text = r#"{"b":[1,2],"a":{}, "c":"x, y: {\"z\"}","n":12345678901234567890123}"#;
        let expected = "{\n  \"b\": [\n    1,\n    2\n  ],\n  \"a\": {},\n  \"c\": \"x, y: {\\\"z\\\"}\",\n  \"n\": 12345678901234567890123\n}";
        assert_eq!(pretty(text), expected);
        assert_eq!(pretty("no, json"), "no, json");
    }

    #[test]
    fn the_command_contains_no_secret() {
        let body = Body {
            id: 1,
            received_at: 0,
            endpoint: "meta/main".into(),
            body: b"{}".to_vec(),
            problem: None,
            secret_index: None,
            repeats: 0,
        };
        let command = curl("http://127.0.0.1:8080", &body);
        assert!(command.contains("echo e30= | base64 -d"), "{command}");
        assert!(
            command.contains("http://127.0.0.1:8080/webhooks/meta/main"),
            "{command}"
        );
        assert!(command.contains("$APP_SECRET"), "{command}");
    }
}
