//! Runs the consumer on queues of events.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use event_consumer::State;
use serde_json::{Value, json};
use whatsapp_webhooks::{Event, Provider};

/// Events of a status of Engage, in this order.
fn statuses(words: &[&str]) -> Vec<Event> {
    let event = |word: &&str| {
        let body = json!({
            "event_name": "msg_status", "message_id": "wamid.A", "message_status": word,
            "channel": { "sender_id": "5491150066000" }, "recipient": { "id": "541150066001" },
        });
        Provider::Engage.parse(body.to_string()).unwrap().remove(0)
    };
    words.iter().map(event).collect()
}

fn lines(events: &[Event]) -> String {
    let line = |event| serde_json::to_string(event).unwrap() + "\n";
    events.iter().map(line).collect()
}

fn last(events: &[Event]) -> Vec<Value> {
    let mut state = State::default();
    state
        .consume(lines(events).as_bytes(), |_| {}, |_, _| {})
        .unwrap();
    state
        .lines()
        .map(|line| serde_json::from_str(&line).unwrap())
        .collect()
}

fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_event-consumer"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut pipe = program.stdin.take().unwrap();
    pipe.write_all(input).unwrap();
    drop(pipe);
    program.wait_with_output().unwrap()
}

#[test]
fn the_order_of_statuses_does_not_matter() {
    let mut orders = 0;
    for first in ["sent", "delivered", "read"] {
        for second in ["sent", "delivered", "read"] {
            for third in ["sent", "delivered", "read"] {
                let words = [first, second, third];
                if words.contains(&"read") {
                    orders += 1;
                    let last = last(&statuses(&words));
                    assert_eq!(last.len(), 1, "{words:?}");
                    assert_eq!(last[0]["status"], "read", "{words:?}");
                    assert_eq!(last[0]["account"], "5491150066000");
                }
            }
        }
    }
    assert_eq!(orders, 19);
}

#[test]
fn participants_of_a_group_have_statuses_of_their_own() {
    let body = include_str!("../../../fixtures/meta/status_group_participants.json");
    let events = Provider::Meta.parse(body).unwrap();
    let last = last(&events);
    let mut people: Vec<&Value> = last.iter().map(|line| &line["participant"]).collect();
    people.dedup();
    assert!(people.len() > 1, "{last:?}");
    assert_eq!(people.len(), last.len());
}

#[test]
fn each_event_is_handled_once() {
    let events = statuses(&["sent", "read"]);
    let twice = lines(&events) + &lines(&events);
    let mut state = State::default();
    let mut kinds = Vec::new();
    let counts = state
        .consume(
            twice.as_bytes(),
            |event| kinds.push(event.kind()),
            |_, _| {},
        )
        .unwrap();
    assert_eq!((counts.new, counts.repeated, counts.unreadable), (2, 2, 0));
    assert_eq!(kinds, ["status", "status"]);
}

#[test]
fn a_line_that_is_no_event_is_told_and_the_others_are_handled() {
    let mut input = b"not JSON with +16505551234\n\n\xff\n".to_vec();
    input.extend(lines(&statuses(&["read"])).as_bytes());
    let output = run(&[], &input);
    assert_eq!(output.status.code(), Some(1));
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(
        errors.contains("-:1: no event") && errors.contains("-:3: no event"),
        "{errors}"
    );
    assert!(!errors.contains("1650555"), "{errors}");
    let out: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(out["status"], "read");
}

#[test]
fn files_are_read_one_after_the_other() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    let (first, second) = (folder.join("first.ndjson"), folder.join("second.ndjson"));
    std::fs::write(&first, lines(&statuses(&["read"]))).unwrap();
    std::fs::write(&second, lines(&statuses(&["sent", "read"]))).unwrap();
    let output = run(&[first.to_str().unwrap(), second.to_str().unwrap()], b"");
    assert!(output.status.success());
    let out: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(out["status"], "read");
    let missing = run(&["no-such-file"], b"");
    assert_eq!(missing.status.code(), Some(1));
    assert!(!missing.stderr.is_empty());
}
