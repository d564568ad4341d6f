//! Bodies that want to be expensive: the peak is a bounded multiple of their bytes.

use bytes::Bytes;
use whatsapp_webhooks::Provider;

use crate::{bytes, cost};

/// Bodies that want to be expensive, and what they are.
#[allow(clippy::too_many_lines, reason = "a table")]
fn hostile() -> Vec<(&'static str, String)> {
    let meta = |keys: &str| {
        format!(
            r#"{{"object":"whatsapp_business_account","entry":[{{"id":"1","changes":[{{"field":"messages","value":{{{keys}}}}}]}}]}}"#
        )
    };
    let text = |more: &str| {
        meta(&format!(
            r#""messages":[{{"from":"1","id":"a","type":"text","text":{{"body":"hi"}}{more}}}]"#
        ))
    };
    let list = |item: &str, count: usize| vec![item; count].join(",");
    let many = |key: &str, item: &str| meta(&format!(r#""{key}":[{}]"#, list(item, 262_144)));
    let real = |key: &str, item: &str| {
        meta(&format!(
            r#""{key}":[{}]"#,
            list(item, (1 << 20) / item.len())
        ))
    };
    vec![
        ("open lists", "[".repeat(1 << 20)),
        ("open objects", r#"{"a":"#.repeat(1 << 18)),
        (
            "open lists in an item",
            text(r#","new":"#).replace("}}]}", &"[".repeat(1 << 20)),
        ),
        (
            "deep part",
            text(&format!(
                r#","new":{}1{}"#,
                "[".repeat(1 << 19),
                "]".repeat(1 << 19)
            )),
        ),
        ("empty messages", many("messages", "{}")),
        ("empty statuses", many("statuses", "{}")),
        ("empty errors", many("errors", "{}")),
        ("empty contacts", many("contacts", "{}")),
        ("numbers for contacts", many("contacts", "1")),
        ("numbers for messages", many("messages", "1")),
        ("short contacts", real("contacts", r#"{"wa_id":"1"}"#)),
        (
            "short messages of the least length",
            real("messages", r#"{"id":"1","type":"text","text":{"body":""}}"#),
        ),
        (
            "short statuses of the least length",
            real(
                "statuses",
                r#"{"id":"1","status":"read","recipient_id":"1"}"#,
            ),
        ),
        (
            "short errors of the least length",
            real("errors", r#"{"code":1,"title":"a title of some length"}"#),
        ),
        (
            "empty errors in a message",
            text(&format!(r#","errors":[{}]"#, list("{}", 262_144))),
        ),
        (
            "empty cards in a message",
            text(&format!(r#","contacts":[{}]"#, list("{}", 262_144))),
        ),
        (
            "empty phones in a card",
            text(&format!(
                r#","contacts":[{{"phones":[{}]}}]"#,
                list("{}", 262_144)
            )),
        )
            .replace_type("contacts"),
        (
            "empty products in an order",
            text(&format!(
                r#","order":{{"product_items":[{}]}}"#,
                list("{}", 262_144)
            )),
        )
            .replace_type("order"),
        (
            "mentions",
            text(&format!(
                r#","context":{{"mentions":[{}]}}"#,
                list("1", 262_144)
            )),
        ),
        (
            "empty errors in a status",
            meta(&format!(
                r#""statuses":[{{"id":"a","status":"failed","errors":[{}]}}]"#,
                list("{}", 262_144)
            )),
        ),
        (
            "empty refunds",
            meta(&format!(
                r#""statuses":[{{"id":"a","status":"captured","type":"payment","payment":{{"refunds":[{}]}}}}]"#,
                list("{}", 262_144)
            )),
        ),
        (
            "objects nobody reads",
            text(&format!(r#","new":[{}]"#, list(r#"{"a":0}"#, 131_072))),
        ),
        (
            "keys",
            text(
                &(0..100_000)
                    .map(|n| format!(r#","k{n}":0"#))
                    .collect::<String>(),
            ),
        ),
        (
            "digits",
            text(&format!(r#","new":{}"#, "7".repeat(1 << 20))),
        ),
        (
            "escapes",
            text("").replace("hi", &r"\u0041".repeat(1 << 17)),
        ),
        (
            "half pairs",
            text("").replace("hi", &r"\ud83d".repeat(1 << 17)),
        ),
        (
            "empty entries",
            format!(
                r#"{{"object":"whatsapp_business_account","entry":[{}]}}"#,
                list("{}", 262_144)
            ),
        ),
        (
            "empty changes",
            format!(
                r#"{{"object":"whatsapp_business_account","entry":[{{"changes":[{}]}}]}}"#,
                list("{}", 262_144)
            ),
        ),
        (
            "one message in each change",
            format!(
                r#"{{"object":"whatsapp_business_account","entry":[{{"id":"1","changes":[{}]}}]}}"#,
                list(
                    r#"{"field":"messages","value":{"messages":[{"id":"1"}]}}"#,
                    20_000
                )
            ),
        ),
    ]
}

trait ReplaceType {
    fn replace_type(self, kind: &str) -> Self;
}

impl ReplaceType for (&'static str, String) {
    fn replace_type(self, kind: &str) -> Self {
        let from = r#""type":"text""#;
        (
            self.0,
            self.1.replacen(from, &format!(r#""type":"{kind}""#), 1),
        )
    }
}

/// Cases: J05, J08, J09, J13, R11.
#[test]
fn hostile_bodies_of_meta_need_a_bounded_multiple_of_their_bytes() {
    within_sixteen_times(Provider::Meta, hostile());
}

/// As many items as make about a megabyte, each with a list of 250 elements that are as short as they can be.
fn many_lists(list: &str, item: &str, element: &str, after: &str) -> String {
    let elements = [element; 250].join(",");
    let item = item.replace('*', &elements);
    let items = vec![&*item; (1 << 20) / item.len()].join(",");
    format!("{list}{items}{after}")
}

const META: &str =
    r#"{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{"#;

#[test]
fn many_items_with_short_lists_share_one_counter() {
    let meta = |key: &str, item: &str, element: &str| {
        many_lists(&format!(r#"{META}"{key}":["#), item, element, "]}}]}]}")
    };
    within_sixteen_times(
        Provider::Meta,
        vec![
            (
                "cards",
                meta(
                    "messages",
                    r#"{"id":"1","type":"contacts","contacts":[*]}"#,
                    r#"{"x":1}"#,
                ),
            ),
            (
                "phones",
                meta(
                    "messages",
                    r#"{"id":"1","type":"contacts","contacts":[{"phones":[*]}]}"#,
                    r#"{"x":1}"#,
                ),
            ),
            (
                "errors",
                meta(
                    "messages",
                    r#"{"id":"1","type":"text","text":{"body":""},"errors":[*]}"#,
                    r#"{"code":1}"#,
                ),
            ),
            (
                "errors of statuses",
                meta(
                    "statuses",
                    r#"{"id":"1","status":"failed","errors":[*]}"#,
                    r#"{"code":1}"#,
                ),
            ),
            (
                "products",
                meta(
                    "messages",
                    r#"{"id":"1","type":"order","order":{"product_items":[*]}}"#,
                    r#"{"x":1}"#,
                ),
            ),
            (
                "mentions",
                meta(
                    "messages",
                    r#"{"id":"1","type":"text","text":{"body":""},"context":{"mentions":[*]}}"#,
                    "1",
                ),
            ),
            (
                "one origin for all cards",
                format!(
                    r#"{META}"messages":[{{"id":"1","type":"contacts","origin":"{}","contacts":[{}]}}]}}}}]}}]}}"#,
                    "o".repeat(1 << 19),
                    vec![r#"{"name":{"first_name":"abcdefghijklmnopqrstuvwxyz"}}"#; 10_000]
                        .join(","),
                ),
            ),
        ],
    );
    let gateway = |content: &str, element: &str| {
        let before = r#"{"event":"messages.upsert","messages":["#;
        let item =
            format!(r#"{{"key":{{"id":"a","remoteJid":"1@g.us"}},"message":{{{content}}}}}"#);
        many_lists(before, &item, element, "]}")
    };
    within_sixteen_times(
        Provider::WhatzMeApi,
        vec![
            (
                "options",
                gateway(r#""pollCreationMessage":{"options":[*]}"#, r#"{"x":1}"#),
            ),
            (
                "sections",
                gateway(r#""listMessage":{"sections":[*]}"#, r#"{"x":1}"#),
            ),
            (
                "buttons",
                gateway(r#""buttonsMessage":{"buttons":[*]}"#, r#"{"x":1}"#),
            ),
        ],
    );
}

#[test]
fn short_elements_of_ordinary_items_are_read() {
    let options = [r#"{"optionName":"a"}"#; 12].join(",");
    let item = format!(
        r#"{{"key":{{"id":"a","remoteJid":"1@g.us"}},"message":{{"pollCreationMessage":{{"name":"b","options":[{options}]}}}}}}"#
    );
    let items = vec![item; 1000].join(",");
    let body = format!(r#"{{"event":"messages.upsert","messages":[{items}]}}"#);
    let events = Provider::WhatzMeApi.parse(body).unwrap();
    assert_eq!(events.len(), 1000);
    assert!(events.iter().all(|event| event.as_message().is_some()));
}

/// Cases: R11.
#[test]
fn hostile_bodies_of_other_providers_need_a_bounded_multiple_of_their_bytes() {
    let list = |item: &str| vec![item; 262_144].join(",");
    let message = |content: &str| {
        format!(
            r#"{{"event":"messages.upsert","messages":[{{"key":{{"id":"a","fromMe":false,"remoteJid":"5215533007711@s.whatsapp.net"}},"message":{content}}}]}}"#
        )
    };
    within_sixteen_times(
        Provider::WhatzMeApi,
        vec![
            (
                "empty messages",
                format!(
                    r#"{{"event":"messages.upsert","messages":[{}]}}"#,
                    list("{}")
                ),
            ),
            (
                "empty statuses",
                format!(
                    r#"{{"event":"messages.update","statuses":[{}]}}"#,
                    list("{}")
                ),
            ),
            (
                "empty data",
                format!(r#"{{"event":"messages.upsert","data":[{}]}}"#, list("{}")),
            ),
            ("numbers at the top", format!("[{}]", list("1"))),
            ("objects at the top", format!("[{}]", list("{}"))),
            (
                "mentions",
                message(&format!(
                    r#"{{"extendedTextMessage":{{"text":"x","contextInfo":{{"mentionedJid":[{}]}}}}}}"#,
                    list("1")
                )),
            ),
            (
                "options",
                message(&format!(
                    r#"{{"pollCreationMessage":{{"name":"x","options":[{}]}}}}"#,
                    list("{}")
                )),
            ),
            (
                "sections",
                message(&format!(
                    r#"{{"listMessage":{{"title":"x","sections":[{}]}}}}"#,
                    list("{}")
                )),
            ),
            (
                "cards",
                message(&format!(
                    r#"{{"contactsArrayMessage":{{"contacts":[{}]}}}}"#,
                    list("{}")
                )),
            ),
            (
                "deep quotes",
                message(&format!(
                    "{}{{}}{}",
                    r#"{"extendedTextMessage":{"contextInfo":{"quotedMessage":"#.repeat(20_000),
                    "}}}".repeat(20_000)
                )),
            ),
        ],
    );
    within_sixteen_times(
        Provider::Engage,
        vec![(
            "empty errors",
            format!(
                r#"{{"event_name":"msg_status","message_id":"a","message_status":"error","errors":[{}]}}"#,
                list("{}")
            ),
        )],
    );
    within_sixteen_times(
        Provider::Cooby,
        vec![(
            "empty participants",
            format!(
                r#"{{"direction":"inbound","chat_type":"individual","chat_id":"1_2","message_id":"a","timestamp":1,"message":{{"type":"chat","text":"x"}},"participants":[{}]}}"#,
                list("{}")
            ),
        )],
    );
    within_sixteen_times(
        Provider::Partner,
        vec![(
            "keys",
            format!(
                r#"{{"status":"OK","event":"builder","builderID":1{}}}"#,
                (0..100_000)
                    .map(|n| format!(r#","k{n}":0"#))
                    .collect::<String>()
            ),
        )],
    );
}

fn within_sixteen_times(provider: Provider, bodies: Vec<(&str, String)>) {
    let mut over = Vec::new();
    for (name, body) in bodies {
        let length = bytes(body.len());
        let body = Bytes::from(body);
        let (result, count) = cost(|| provider.parse(body));
        let outcome = match &result {
            Ok(events) => format!("{} events", events.len()),
            Err(error) => error.kind.to_string(),
        };
        let line = format!(
            "{provider} {name}: {length} bytes, peak {}, {}.{} per byte: {outcome}",
            count.bytes_max,
            count.bytes_max / length,
            count.bytes_max * 10 / length % 10
        );
        println!("{line}");
        if count.bytes_max > length * 16 + (64 << 10) {
            over.push(line);
        }
    }
    assert!(over.is_empty(), "{}", over.join("\n"));
}
