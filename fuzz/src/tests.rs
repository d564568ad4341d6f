//! Fixtures, seeds and findings through every target, whole and damaged, without a fuzzer.

use std::fs;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};

use serde::de::IgnoredAny;
use whatsapp_webhooks::Provider;

use super::*;
use crate::support::json::Json;

/// Numbers that look random and are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = self.0.wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

/// The files of a folder, in the order of their names.
fn files(folder: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = fs::read_dir(&folder).unwrap_or_else(|_| panic!("{}", folder.display()));
    let mut paths: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_none_or(|it| it != "md"));
    paths.sort();
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}

/// The bodies of all providers, and those in the seeds of a target.
fn bodies(target: &str) -> Vec<Vec<u8>> {
    let folders = Provider::ALL.iter();
    let mut bodies: Vec<_> = folders
        .flat_map(|provider| files(&format!("../fixtures/{provider}")))
        .collect();
    assert!(bodies.len() > 500, "{} fixtures", bodies.len());
    bodies.extend(files(&format!("seeds/{target}")));
    bodies
}

/// Hands each input to `target`, whole and with some of its bytes changed or parts of another one put in.
fn run(inputs: &[Vec<u8>], rounds: usize, target: impl Fn(&[u8])) {
    let odd = b"\"\\{}[]:,0123456789eE+-.tfnu \n\t\x01\xc3\xffD8C9";
    let mut random = Random(1);
    for input in inputs {
        for round in 0..rounds {
            let mut changed = input.clone();
            for _ in 0..round.min(4) {
                let at = random.below(changed.len() + 1);
                match random.below(4) {
                    0 => changed.insert(at, odd[random.below(odd.len())]),
                    1 => drop(
                        changed.splice(at.saturating_sub(1)..at, [odd[random.below(odd.len())]]),
                    ),
                    2 => changed.truncate(changed.len() - (changed.len() - at) / 8),
                    _ => {
                        let other = &inputs[random.below(inputs.len())];
                        let from = random.below(other.len().max(1));
                        let length = random.below(64).min(other.len().saturating_sub(from));
                        drop(changed.splice(at..at, other[from..from + length].iter().copied()));
                    }
                }
            }
            let holds = panic::catch_unwind(AssertUnwindSafe(|| target(&changed)));
            assert!(
                holds.is_ok(),
                "above, for {:?}",
                String::from_utf8_lossy(&changed)
            );
        }
    }
}

/// What stands in the place of a value.
const OTHERS: &[&str] = &[
    "null",
    "5",
    "-1.5e3",
    "true",
    r#""never_heard_of""#,
    r#""""#,
    r#"["x",{"a":1}]"#,
    r#"{"a":[1],"id":"b"}"#,
    "[]",
    "{}",
];

/// Hands each body to `target` with some values dropped, replaced, or taken from another body.
fn run_trees(bodies: &[Vec<u8>], rounds: usize, target: impl Fn(&[u8])) {
    let trees: Vec<Json> = (bodies.iter())
        .filter_map(|body| std::str::from_utf8(body).ok())
        .filter(|body| serde_json::from_str::<IgnoredAny>(body).is_ok())
        .map(Json::parse)
        .collect();
    let mut random = Random(2);
    for tree in &trees {
        for round in 0..rounds {
            let mut changed = tree.clone();
            for _ in 0..=round % 3 {
                let places = changed.places();
                if places.is_empty() {
                    break;
                }
                let place = &places[random.below(places.len())];
                changed = match random.below(3) {
                    0 => changed.dropped(place),
                    1 => changed.replaced(place, &Json::parse(OTHERS[random.below(OTHERS.len())])),
                    _ => {
                        let other = &trees[random.below(trees.len())];
                        let places = other.places();
                        let from = &places[random.below(places.len())];
                        changed.replaced(place, other.at(from).1)
                    }
                };
            }
            let body = changed.to_string();
            let holds = panic::catch_unwind(AssertUnwindSafe(|| target(body.as_bytes())));
            assert!(holds.is_ok(), "above, for {body}");
        }
    }
}

#[test]
fn parse_holds_for_changed_fixtures() {
    run_trees(&bodies("parse"), 20, parse);
}

#[test]
fn event_json_holds_for_changed_fixtures() {
    run_trees(&bodies("event_json"), 20, event_json);
}

#[test]
fn check_holds_for_damaged_fixtures() {
    run(&bodies("check"), 40, check);
}

#[test]
fn event_json_holds_for_damaged_fixtures() {
    run(&bodies("event_json"), 40, event_json);
}

#[test]
fn parse_holds_for_damaged_fixtures() {
    run(&bodies("parse"), 20, parse);
}

#[test]
fn endpoint_holds_for_damaged_requests() {
    let seeds = files("seeds/endpoint");
    assert!(seeds.len() >= 10, "{} seeds", seeds.len());
    run(&seeds, 400, endpoint);
}

#[test]
fn handshake_holds_for_damaged_queries() {
    let seeds = files("seeds/handshake");
    assert!(seeds.len() >= 5, "{} seeds", seeds.len());
    run(&seeds, 2000, handshake);
}

#[test]
fn jid_holds_for_damaged_addresses() {
    let seeds = files("seeds/jid");
    assert!(seeds.len() >= 5, "{} seeds", seeds.len());
    run(&seeds, 5000, jid);
}
