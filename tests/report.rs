//! The module `report`: what is not known comes out, and nothing else.

#![allow(clippy::unwrap_used, reason = "a test")]

use std::collections::BTreeSet;

use whatsapp_webhooks::Provider;
use whatsapp_webhooks::report::{FindingKind, MAX_FINDINGS, Report};
use whatsapp_webhooks::testing::fixtures;

fn value(value: &str) -> String {
    format!(
        r#"{{"object":"whatsapp_business_account","entry":[{{"id":"1","time":1784000000,"changes":[{{"field":"messages","value":{value}}}]}}]}}"#
    )
}

/// The rows of a report: kind, place and word.
fn rows(report: &Report) -> Vec<(FindingKind, &str, &str)> {
    let rows = report.findings();
    rows.map(|(finding, _)| (finding.kind, finding.place.as_str(), finding.word.as_str()))
        .collect()
}

fn of(body: &str) -> Report {
    let mut report = Report::default();
    report.add(Provider::Meta, body.to_owned());
    report
}

#[test]
fn each_kind_of_finding_is_found() {
    let message = |rest: &str| {
        let from = r#""from":"16505551234","id":"wamid.A","timestamp":"1784000000""#;
        value(&format!(r#"{{"messages":[{{{from},{rest}}}]}}"#))
    };
    let messages = "entry[].changes[].value.messages[]";
    let text = r#""type":"text","text":{"body":"Hello"}"#;
    for (body, expected) in [
        (message(text), vec![]),
        (
            message(&format!(r#"{text},"mood":"5215533007711""#)),
            vec![(
                FindingKind::UnreadKey,
                "entry[].changes[].value.messages[].mood",
                "",
            )],
        ),
        (
            message(r#""type":"hologram","hologram":{"id":"1"}"#),
            vec![(FindingKind::UnknownItem, messages, "hologram")],
        ),
        (
            message(r#""type":"image","image":7"#),
            vec![(
                FindingKind::MalformedItem,
                "entry[].changes[].value.messages[].image",
                "expected an object",
            )],
        ),
        (
            value(r#"{"statuses":[{"id":"wamid.A","status":"hovered"}]}"#),
            vec![(FindingKind::UnknownValue, "MessageStatus", "hovered")],
        ),
        // A known value in another spelling is known.
        (
            value(
                r#"{"statuses":[{"id":"wamid.A","status":"READ","pricing":{"category":"Marketing_Lite"}}]}"#,
            ),
            vec![],
        ),
        (
            value(r#"{"shard":7,"statuses":[{"id":"wamid.A","status":"read"}]}"#),
            vec![(FindingKind::Extra, "entry[].changes[].value.shard", "")],
        ),
        (
            "{".to_owned(),
            vec![(
                FindingKind::RefusedBody,
                "",
                "the body ends before its JSON is complete",
            )],
        ),
    ] {
        let report = of(&body);
        let found: BTreeSet<_> = rows(&report).into_iter().collect();
        for row in &expected {
            assert!(found.contains(row), "{row:?} in {found:?} of {body}");
        }
        assert_eq!(found.is_empty(), expected.is_empty(), "{found:?}");
        assert!(!format!("{report} {report:?}").contains("5215533007711"));
    }
}

#[test]
fn counts_and_times_add_up_in_any_order() {
    let body =
        value(r#"{"statuses":[{"id":"wamid.A","timestamp":"1784000009","status":"hovered"}]}"#);
    let other =
        value(r#"{"statuses":[{"id":"wamid.B","timestamp":"1784000001","status":"hovered"}]}"#);
    let mut one = of(&body);
    let mut two = of(&other);
    let (first, second) = (one.clone(), two.clone());
    one.merge(&second);
    two.merge(&first);
    assert_eq!(one, two);
    let (_, seen) = one.findings().next().unwrap();
    assert_eq!((one.bodies(), one.events(), seen.count), (2, 2, 2));
    assert_eq!(seen.first.unwrap().to_string(), "2026-07-14T03:33:21Z");
    assert_eq!(seen.last.unwrap().to_string(), "2026-07-14T03:33:29Z");
    assert_eq!(one.new_since(&first).findings().count(), 0);
    assert_eq!(first.new_since(&Report::default()), first);
    let json = serde_json::to_string(&one).unwrap();
    assert_eq!(serde_json::from_str::<Report>(&json).unwrap(), one);
    let table = one.to_string();
    assert!(
        table.contains("unknown_value") && table.contains("hovered"),
        "{table}"
    );
    assert!(
        table.ends_with("1 findings in 2 events of 2 bodies\n"),
        "{table}"
    );
}

/// Whatever arrives, a report stays small.
#[test]
fn a_report_is_bounded() {
    let statuses: Vec<String> = (0..4000)
        .map(|n| {
            let letters: String = format!("{n:05}")
                .bytes()
                .map(|digit| char::from(digit + 49))
                .collect();
            format!(r#"{{"id":"wamid.A","status":"{letters}"}}"#)
        })
        .collect();
    let mut report = Report::default();
    for field in 0..4 {
        let list = statuses
            .join(",")
            .replace("\":\"", &format!("\":\"{}", "x".repeat(field)));
        let body = value(&format!(r#"{{"statuses":[{list}]}}"#));
        report.add(Provider::Meta, body);
    }
    assert_eq!(report.findings().count(), MAX_FINDINGS);
    assert!(report.omitted() > 0);
}

#[test]
fn fixtures_of_ordinary_deliveries_have_nothing_to_report() {
    let mut report = Report::default();
    for name in [
        "text",
        "image_with_caption",
        "reaction",
        "audio_plain",
        "button",
    ] {
        let fixture = fixtures(Provider::Meta).iter().find(|it| it.name() == name);
        let events = report.read(Provider::Meta, fixture.unwrap().body());
        assert_eq!(events.ok(), fixture.unwrap().events());
    }
    assert_eq!(rows(&report), []);
    // Of all fixtures together there is much, and reading them with a report changes nothing.
    for provider in Provider::ALL {
        for fixture in fixtures(*provider) {
            let events = report.read(*provider, fixture.body()).ok();
            assert_eq!(events, fixture.events(), "{fixture:?}");
        }
    }
    let kinds: BTreeSet<FindingKind> = rows(&report).iter().map(|row| row.0).collect();
    assert_eq!(kinds.len(), 6, "{kinds:?}");
}
