//! Depth and size: no stack overflow, no work that grows faster than the body.

use std::thread;

use whatsapp_webhooks::types::Raw;
use whatsapp_webhooks::{Event, ParseErrorKind, Provider, meta};

use crate::bodies::{body_of, id_of, messages, only, read, refused, text};
use crate::support::written;

fn nested(open: &str, close: &str, levels: usize) -> String {
    format!("{}1{}", open.repeat(levels), close.repeat(levels))
}

/// Runs on a thread with little stack; an overflow would end the whole run.
fn on_a_small_stack(work: impl FnOnce() + Send + 'static) {
    let thread = thread::Builder::new().stack_size(256 * 1024);
    thread.spawn(work).unwrap().join().unwrap();
}

/// Cases: J01, J02, R10.
#[test]
fn a_deep_part_that_nobody_reads_costs_nothing_at_any_depth() {
    on_a_small_stack(|| {
        for levels in [100, 120, 126, 127, 128, 129, 199, 200, 201, 1000, 100_000] {
            for (open, close) in [("[", "]"), (r#"{"a":"#, "}"), (r#"[{"a":"#, "}]")] {
                let deep = nested(open, close, levels);
                let item = text("a", &format!(r#","new":{deep}"#));
                let events = read(messages(&format!("{item},{}", text("b", ""))));
                assert_eq!(events.len(), 2, "{levels} of {open}");
                assert_eq!((body_of(&events[0]), id_of(&events[0])), ("hi", Some("a")));
                assert_eq!(id_of(&events[1]), Some("b"));
                assert_eq!(events[0].raw().as_str(), Some(item.as_str()));
            }
        }
    });
}

/// Cases: J01, J21, J22.
#[test]
fn a_deep_event_is_written_printed_compared_and_read_back() {
    on_a_small_stack(|| {
        for levels in [90, 99, 127, 128, 129, 1000, 100_000] {
            let item = text("a", &format!(r#","new":{}"#, nested("[", "]", levels)));
            let event = only(messages(&item));
            let line = written(&event);
            let back: Event = serde_json::from_str(&line).unwrap();
            assert_eq!(back, event.clone(), "{levels}");
            assert!(!format!("{event:?}").is_empty());
            // What other readers of JSON are handed is within their limit.
            serde_json::from_str::<serde_json::Value>(&line).unwrap();
        }
    });
}

/// Cases: J03.
#[test]
fn a_chain_of_quoted_messages_is_read_to_any_depth() {
    for levels in [10, 50, 500, 20_000] {
        on_a_small_stack(move || {
            let open = r#"{"extendedTextMessage":{"text":"x","contextInfo":{"stanzaId":"s","quotedMessage":"#;
            let chain = format!(
                r#"{}{{"conversation":"first"}}{}"#,
                open.repeat(levels),
                "}}}".repeat(levels)
            );
            let good = r#"{"key":{"id":"b","fromMe":false,"remoteJid":"5215533007711@s.whatsapp.net"},"message":{"conversation":"hi"}}"#;
            let body = format!(
                r#"{{"event":"messages.upsert","messages":[{{"key":{{"id":"a","fromMe":false,"remoteJid":"5215533007711@s.whatsapp.net"}},"message":{chain}}},{good}]}}"#
            );
            let events = Provider::WhatzMeApi.parse(body).unwrap();
            assert_eq!(events.len(), 2, "{levels}");
            assert_eq!(id_of(&events[0]), Some("a"), "{levels}");
            assert_eq!(body_of(&events[0]), "x", "{levels}");
            assert_eq!((body_of(&events[1]), id_of(&events[1])), ("hi", Some("b")));
            let line = written(&events[0]);
            assert_eq!(serde_json::from_str::<Event>(&line).unwrap(), events[0]);
        });
    }
}

/// Cases: J03, R10.
#[test]
fn edits_of_edits_and_wrappers_of_wrappers_are_read_to_any_depth() {
    for (open, close) in [
        (
            r#"{"protocolMessage":{"type":14,"key":{"id":"t"},"editedMessage":"#,
            "}}",
        ),
        (r#"{"ephemeralMessage":{"message":"#, "}}"),
        (r#"{"viewOnceMessageV2":{"message":"#, "}}"),
        (r#"{"editedMessage":{"message":"#, "}}"),
        (r#"{"deviceSentMessage":{"message":"#, "}}"),
        (r#"{"interactiveMessage":{"header":{"x":"#, "}}}"),
        (r#"{"templateMessage":{"hydratedTemplate":"#, "}}"),
    ] {
        for levels in [5, 30, 60, 2000] {
            on_a_small_stack(move || {
                let chain = format!(
                    r#"{}{{"conversation":"end"}}{}"#,
                    open.repeat(levels),
                    close.repeat(levels)
                );
                let body = format!(
                    r#"{{"event":"messages.upsert","messages":[{{"key":{{"id":"a","fromMe":false,"remoteJid":"5215533007711@s.whatsapp.net"}},"message":{chain}}}]}}"#
                );
                let events = Provider::WhatzMeApi.parse(body).unwrap();
                assert_eq!(events.len(), 1, "{levels} of {open}");
                let line = written(&events[0]);
                assert_eq!(serde_json::from_str::<Event>(&line).unwrap(), events[0]);
            });
        }
    }
    on_a_small_stack(|| {
        let open = r#"{"type":"edit","edit":{"original_message_id":"t","message":"#;
        for levels in [5, 30, 60, 2000] {
            let chain = format!(
                r#"{}{{"type":"text","text":{{"body":"end"}}}}{}"#,
                open.repeat(levels),
                "}}".repeat(levels)
            );
            let item = chain.replacen('{', r#"{"id":"a","from":"1","#, 1);
            let events = read(messages(&format!("{item},{}", text("b", ""))));
            assert_eq!(events.len(), 2, "{levels}");
            assert_eq!(id_of(&events[1]), Some("b"));
        }
    });
}

/// Cases: J05.
#[test]
fn a_mebibyte_of_brackets_is_refused() {
    for piece in [
        "[",
        r#"{"a":"#,
        "[{",
        "{",
        "\"",
        "[[],",
        "\\",
        "[\"\\ud83d\",",
    ] {
        let body = piece.repeat((1 << 20) / piece.len());
        for body in [
            body.clone(),
            messages(&text("a", "")).replace(r#""hi""#, &body),
        ] {
            for provider in Provider::ALL {
                let error = provider.parse(body.clone()).unwrap_err();
                assert_eq!(error.body.as_bytes(), body.as_bytes());
            }
        }
    }
}

/// Cases: J05.
#[test]
fn a_mebibyte_of_lists_in_lists_is_no_delivery_or_one_item() {
    let closed = nested("[", "]", 1 << 19);
    assert!(matches!(
        refused(closed.clone()),
        ParseErrorKind::WrongEnvelope { .. } | ParseErrorKind::NotJson
    ));
    let events = read(messages(&closed));
    assert_eq!(events.len(), 1);
    assert_eq!(events[0].kind(), "malformed");
}

/// Cases: J08.
#[test]
fn hundreds_of_thousands_of_empty_items_are_one_event() {
    let count = 262_144;
    for (item, kind) in [
        ("{}", "unknown"),
        ("1", "malformed"),
        ("[]", "unknown"),
        ("null", "unknown"),
    ] {
        let items = vec![item; count].join(",");
        let lists = ["messages", "statuses", "errors", "contacts"];
        let lists = lists.map(|key| crate::bodies::value(&format!(r#""{key}":[{items}]"#)));
        let outer = [
            format!(r#"{{"object":"whatsapp_business_account","entry":[{items}]}}"#),
            format!(
                r#"{{"object":"whatsapp_business_account","entry":[{{"changes":[{items}]}}]}}"#
            ),
        ];
        for body in lists.into_iter().chain(outer) {
            // What exceeds the elements that a body may have is one more.
            let events = read(body);
            assert!((1..=2).contains(&events.len()), "{item}: {}", events.len());
            assert_eq!(events[0].kind(), kind, "{item}");
        }
    }
}

#[test]
fn as_many_real_items_as_fit_are_read() {
    let item = text("a", "");
    let count = (3 << 20) / (item.len() + 1);
    let events = read(messages(&vec![item; count].join(",")));
    assert_eq!(events.len(), count);
}

/// Cases: J10.
#[test]
fn hundreds_of_thousands_of_keys_are_passed_over() {
    for key in [|n: usize| format!("k{n}"), |_: usize| "same".to_owned()] {
        let keys: String = (0..262_144)
            .map(|n| format!(r#","{}":0"#, key(n)))
            .collect();
        let event = only(messages(&text("a", &keys)));
        assert_eq!(body_of(&event), "hi");
    }
}

/// Cases: J13, J14.
#[test]
fn texts_names_and_ids_of_megabytes_are_delivered() {
    let long = "é".repeat(3 << 19);
    let item = text("a", "").replace(r#""hi""#, &format!("\"{long}\""));
    assert_eq!(body_of(&only(messages(&item))), long);

    let event = only(messages(&text(&long, "")));
    assert_eq!(id_of(&event), Some(long.as_str()));

    let body = crate::bodies::value(&format!(
        r#""contacts":[{{"profile":{{"name":"{long}"}},"wa_id":"16505550142"}}],"messages":[{}]"#,
        text("a", "")
    ));
    // What many events would share comes once.
    let message = only(body).into_message().unwrap();
    assert_eq!(message.from.unwrap().name, None);
    let extra = &message.meta.extra;
    let path = "entry[0].changes[0].value.contacts[0].profile.name";
    let name = extra.get(path).and_then(Raw::as_str).unwrap();
    assert_eq!(name, format!("\"{long}\""));

    let escaped = r"\u0041".repeat(1 << 18);
    let item = text("a", "").replace(r#""hi""#, &format!("\"{escaped}\""));
    assert_eq!(body_of(&only(messages(&item))).len(), 1 << 18);
}

/// Cases: J20.
#[test]
fn the_place_of_an_error_after_a_mebibyte_of_lines_is_found() {
    let body = format!("{}{{oops", "\n".repeat(1 << 20));
    let error = meta::parse(body).unwrap_err();
    assert_eq!((error.line, error.column), ((1 << 20) + 1, 2));
}
