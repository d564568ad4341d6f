//! What the targets assert about any bytes at all.
//!
//! ```text
//! cargo +nightly fuzz run check fuzz/corpus/check fixtures/meta
//! cargo test --manifest-path fuzz/Cargo.toml --no-default-features   # without a nightly compiler
//! ```

use serde::de::IgnoredAny;
use serde_json::Value;
use whatsapp_webhooks::{Event, ParseErrorKind, Provider};

/// A body is taken for JSON where `serde_json` takes it, by every provider.
///
/// # Panics
///
/// Where they differ.
pub fn check(body: &[u8]) {
    let unmarked = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    let expected = std::str::from_utf8(unmarked)
        .is_ok_and(|text| serde_json::from_str::<IgnoredAny>(text).is_ok());
    for provider in Provider::ALL {
        let taken = match provider.parse(body.to_vec()) {
            Ok(_) => true,
            Err(error) => matches!(
                error.kind,
                ParseErrorKind::WrongEnvelope { .. } | ParseErrorKind::TooManyItems
            ),
        };
        assert_eq!(taken, expected, "{provider}");
    }
}

/// The events of a body are written as JSON that `serde_json` takes and that reads back as the same events, with the same
/// keys.
///
/// # Panics
///
/// Where they are not.
pub fn event_json(body: &[u8]) {
    for provider in Provider::ALL {
        for event in provider.parse(body.to_vec()).unwrap_or_default() {
            let json = serde_json::to_string(&event).expect("events can be written");
            serde_json::from_str::<Value>(&json).expect("any reader takes what is written");
            let read: Event = serde_json::from_str(&json).expect("events can be read");
            assert_eq!(read, event);
            assert_eq!(
                serde_json::to_string(&read).expect("events can be written"),
                json
            );
            // The key is its own, not the one that it carries.
            let carried = format!(",\"key\":\"{}\"", event.dedup_key());
            let (before, behind) = json.split_once(&carried).expect("an event carries its key");
            let read: Event =
                serde_json::from_str(&format!("{before}{behind}")).expect("events can be read");
            assert_eq!(read.dedup_key(), event.dedup_key());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers that look random and are the same in every run.
    struct Random(u64);

    impl Random {
        fn below(&mut self, limit: usize) -> usize {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005);
            self.0 = self.0.wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 33) as usize % limit
        }
    }

    /// Hands each fixture to `target`, whole and with some of its bytes changed or parts of another one put in.
    fn run(rounds: usize, target: impl Fn(&[u8])) {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures");
        let mut bodies = Vec::new();
        for provider in Provider::ALL {
            for file in std::fs::read_dir(format!("{root}/{provider}")).unwrap() {
                let path = file.unwrap().path();
                if path.extension().is_some_and(|it| it == "json") {
                    bodies.push((path.clone(), std::fs::read(path).unwrap()));
                }
            }
        }
        bodies.sort();
        let odd = b"\"\\{}[]:,0123456789eE+-.tfnu \n\t\x01\xc3\xffD8C9";
        let mut random = Random(1);
        for place in 0..bodies.len() {
            for round in 0..rounds {
                let mut body = bodies[place].1.clone();
                for _ in 0..round.min(4) {
                    let at = random.below(body.len() + 1);
                    match random.below(4) {
                        0 => body.insert(at, odd[random.below(odd.len())]),
                        1 => drop(
                            body.splice(at.saturating_sub(1)..at, [odd[random.below(odd.len())]]),
                        ),
                        2 => body.truncate(body.len() - (body.len() - at) / 8),
                        _ => {
                            let other = &bodies[random.below(bodies.len())].1;
                            let from = random.below(other.len());
                            let length = random.below(64).min(other.len() - from);
                            drop(body.splice(at..at, other[from..from + length].iter().copied()));
                        }
                    }
                }
                target(&body);
            }
        }
    }

    #[test]
    fn check_holds_for_damaged_fixtures() {
        run(40, check);
    }

    #[test]
    fn event_json_holds_for_damaged_fixtures() {
        run(40, event_json);
    }
}
