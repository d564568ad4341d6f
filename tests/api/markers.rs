//! A marker in the place of every string of every fixture, one at a time: nothing that is printed shows it.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write;

use whatsapp_webhooks::{Event, ParseError, Provider};

use crate::redaction::{MASKED, SHOWN, WORDS, at, exemption, hidden, marker, places};
use crate::support::all_fixtures;
use crate::support::json::Json;

/// Everything that an error prints, its causes included.
fn chain(error: &(dyn Error + 'static), into: &mut String) {
    write!(into, "{error} {error:?} {error:#?}").unwrap();
    if let Some(cause) = error.source() {
        chain(cause, into);
    }
}

/// Everything that is printed of the outcome of a body.
fn printed(outcome: Result<Vec<Event>, ParseError>) -> String {
    let mut shown = String::new();
    match outcome {
        Ok(events) => {
            write!(shown, "{events:?} {events:#?}").unwrap();
            for event in &events {
                write!(shown, "{event}").unwrap();
                if let Event::Malformed(malformed) = event {
                    chain(&malformed.error, &mut shown);
                }
            }
        }
        Err(error) => chain(&error, &mut shown),
    }
    shown
}

/// The exemption of a place, and whether the digits of its text may be shown too.
fn exempt(at: &str) -> Option<(&'static str, bool)> {
    let masked = [MASKED, WORDS]
        .iter()
        .find_map(|table| exemption(table, at));
    let shown = exemption(SHOWN, at).map(|place| (place, true));
    shown.or(masked.map(|place| (place, false)))
}

/// Cases: N02, N04, N07.
#[test]
fn no_string_of_a_body_is_printed() {
    let (mut tried, mut seen) = (0, BTreeMap::new());
    let mut unneeded: BTreeSet<&str> = [SHOWN, MASKED, WORDS]
        .into_iter()
        .flat_map(places)
        .collect();
    for fixture in all_fixtures() {
        let tree = fixture.tree();
        for place in tree.places() {
            let Json::Text(text) = tree.at(&place).1 else {
                continue;
            };
            let at = at(&tree, &place);
            let exempt = exempt(&at);
            // The id of a group is nobody's number.
            let is_known =
                exempt.is_some_and(|(place, digits)| digits && !unneeded.contains(place));
            if text.ends_with("@g.us") || is_known {
                continue;
            }
            tried += 1;
            let body = tree
                .replaced(&place, &Json::text(&marker(7, text)))
                .to_string();
            let cut = body.len() - 1;
            let others = Provider::ALL.iter().filter(|it| **it != fixture.provider);
            let mut shown = printed(fixture.provider.parse(body.clone()));
            shown += &printed(fixture.provider.parse(body[..cut].to_owned()));
            for other in others {
                shown += &printed(other.parse(body.clone()));
            }
            let [digits, letters] = hidden(7).map(|marker| shown.contains(&marker));
            match exempt {
                Some((place, true)) if digits => drop(unneeded.remove(place)),
                Some((place, false)) if letters && !digits => drop(unneeded.remove(place)),
                _ if digits || letters => {
                    seen.entry(at).or_insert_with(|| (digits, fixture.place()));
                }
                _ => {}
            }
        }
    }
    assert!(
        seen.is_empty() && unneeded.is_empty(),
        "shown, and whether with digits: {seen:#?}; redact the field in its `model!`, or give the place a row with a \
         reason in `SHOWN` or `MASKED`. Exempt without need: {unneeded:?}"
    );
    assert!(tried > 5000, "{tried}");
}

/// A key that looks like a number, in every object of every fixture: keys may be chosen by people, too.
///
/// Cases: N03.
#[test]
fn no_number_in_a_key_is_printed() {
    let (mut masked, mut seen) = (0, BTreeMap::new());
    for fixture in all_fixtures() {
        let tree = fixture.tree();
        let objects = std::iter::once(Vec::new()).chain(tree.places());
        for place in objects.filter(|place| tree.at(place).1.is_object()) {
            for value in ["1", r#"{"a":1}"#, r#"[{"a":1},5]"#] {
                let Json::Object(mut pairs) = tree.at(&place).1.clone() else {
                    continue;
                };
                pairs.push(("400077771234".to_owned(), Json::parse(value)));
                let body = tree.replaced(&place, &Json::Object(pairs)).to_string();
                let shown = printed(fixture.provider.parse(body));
                masked += usize::from(shown.contains("************"));
                if shown.contains("40007777") {
                    let at = at(&tree, &place);
                    seen.entry(at).or_insert_with(|| (value, fixture.place()));
                }
            }
        }
    }
    assert!(seen.is_empty(), "{seen:#?}");
    assert!(masked > 500, "{masked}");
}
