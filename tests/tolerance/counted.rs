//! Events and items are counted: as many come out as stand in the body.

use crate::bodies::{read, text, value};
use crate::envelopes::is_item_list;
use crate::support::all_fixtures;
use crate::support::json::Json;

/// Items that are read, are of an unknown type, or cannot be read: each is one event.
fn item(list: &str, number: usize) -> String {
    let odd = [
        r#"{"id":{},"type":[]}"#,
        r#"{"type":"image"}"#,
        r#"{"new":[1]}"#,
        r#"{"id":"x","type":"hologram","hologram":{}}"#,
    ];
    match (list, number % 5) {
        ("messages", 0) => text(&format!("m{number}"), ""),
        ("statuses", 0) => format!(r#"{{"id":"s{number}","status":"read","recipient_id":"1"}}"#),
        ("errors", 0) => format!(r#"{{"code":{number}}}"#),
        (_, other) => odd[other % odd.len()].to_owned(),
    }
}

/// Cases: K11.
#[test]
fn as_many_events_come_as_items_stand_in_the_lists() {
    for counts in [
        [0, 0, 1],
        [1, 0, 0],
        [3, 2, 1],
        [7, 0, 5],
        [12, 40, 3],
        [100, 100, 100],
    ] {
        let lists = ["messages", "statuses", "errors"];
        let lists = lists.iter().zip(counts).filter(|(_, count)| *count > 0);
        let lists: Vec<String> = lists
            .map(|(list, count)| {
                let items: Vec<String> = (0..count).map(|number| item(list, number)).collect();
                format!(r#""{list}":[{}]"#, items.join(","))
            })
            .collect();
        let events = read(value(&lists.join(",")));
        assert_eq!(events.len(), counts.iter().sum::<usize>(), "{counts:?}");
    }
}

/// Cases: K09, K11.
#[test]
fn every_element_of_every_list_of_items_has_an_event() {
    let mut tried = 0;
    for fixture in all_fixtures() {
        let (tree, events) = (fixture.tree(), fixture.events());
        let paths: Vec<String> = events
            .iter()
            .map(|event| event.meta().path.to_string())
            .collect();
        for place in std::iter::once(Vec::new()).chain(tree.places()) {
            let Json::List(elements) = tree.at(&place).1 else {
                continue;
            };
            // A key that stands twice is counted on in paths.
            if !is_item_list(fixture.provider, &tree, &place) || fixture.name.ends_with("_twice") {
                continue;
            }
            let list = path(&tree, &place);
            for (at, element) in elements.iter().enumerate() {
                if ["null", "{}", "[]"].contains(&element.to_string().as_str()) {
                    continue;
                }
                tried += 1;
                let element = format!("{list}[{at}]");
                // The events of the element, or one event of what it stands in.
                let is_there = paths
                    .iter()
                    .any(|path| path.starts_with(&element) || element.starts_with(path.as_str()));
                assert!(is_there, "{}: {element} of {paths:?}", fixture.place());
            }
        }
    }
    assert!(tried > 500, "{tried}");
}

/// The path of a place.
fn path(tree: &Json, place: &[usize]) -> String {
    let mut path = String::new();
    for depth in 1..=place.len() {
        match tree.at(&place[..depth]).0 {
            Some(key) if path.is_empty() => path.push_str(key),
            Some(key) => path.push_str(&format!(".{key}")),
            None => path.push_str(&format!("[{}]", place[depth - 1])),
        }
    }
    path
}
