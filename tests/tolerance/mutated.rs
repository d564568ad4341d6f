//! Every key of every fixture dropped, every value replaced: the delivery is read, and every other item
//! comes out as before.

use whatsapp_webhooks::{Event, Provider};

use crate::envelopes::{is_item_list, least, marks, may_be_refused, scope};
use crate::support::json::{Json, Place};
use crate::support::{Fixture, all_fixtures, fixtures, written};

/// What stands in the place of a value, as JSON.
const OTHERS: &[&str] = &[
    "null",
    "5",
    "1.5",
    "true",
    r#""never_heard_of""#,
    "[]",
    r#"["x"]"#,
    "{}",
    r#"{"a":1}"#,
];

/// The events of a changed body, none where the change took the envelope away; or what is wrong with that.
fn read(fixture: &Fixture, tree: &Json, place: &Place) -> Result<Option<Vec<Event>>, String> {
    match fixture.provider.parse(tree.to_string()) {
        Ok(events) => {
            let least = least(fixture.provider, tree);
            if events.len() < least {
                return Err(format!("{} events of {least} items", events.len()));
            }
            Ok(Some(events))
        }
        Err(error) => {
            let before = fixture.tree();
            let (key, _) = before.at(&place[..1]);
            let at_mark =
                place.len() == 1 && key.is_some_and(|key| marks(fixture.provider).contains(&key));
            let by_items = fixture.provider == Provider::WhatzMeApi;
            assert_eq!(error.body.as_bytes(), tree.to_string().as_bytes());
            if (at_mark || by_items) && may_be_refused(fixture.provider, tree) {
                return Ok(None);
            }
            Err(error.to_string())
        }
    }
}

/// Whether a path leads to a part of the body or to something in it.
fn leads_into(path: &str, part: &str) -> bool {
    let rest = path.strip_prefix(part);
    rest.is_some_and(|rest| part.is_empty() || rest.is_empty() || rest.starts_with(['.', '[']))
}

/// The events that neither stand in a part of the body nor hold it.
fn outside(events: &[Event], part: &str) -> Vec<Json> {
    events
        .iter()
        .filter(|event| {
            let path = event.meta().path.to_string();
            !leads_into(&path, part) && !leads_into(part, &path)
        })
        // Whose message is gone is an event of its own.
        .filter(|event| !matches!(event, Event::Unknown(unknown) if unknown.kind == "contacts"))
        // Elements next to one another that are no objects are one event.
        .filter(|event| event.raw().as_bytes().starts_with(b"{"))
        // What stands before a problem moves its column, and values that no field holds come with the first event.
        .map(|event| Json::parse(&written(event)).without(&["column", "extra"]))
        .collect()
}

fn changed(provider: Provider) {
    let mut wrong = Wrong::default();
    for fixture in fixtures(provider) {
        // Under a name that nobody lists, the items decide together whether they are read.
        if fixture.name == "unlisted_event_message" {
            continue;
        }
        let tree = fixture.tree();
        let before = fixture.provider.parse(tree.to_string()).unwrap();
        // Of a list that stands twice, the second goes on counting where the first ends.
        let counted_on = fixture.name == "entry_twice";
        // What stands beside the only call or group is its own, so it depends on how many there are.
        let are_joined = fixture.name.starts_with("calls_terminate_")
            || fixture.name == "group_participants_initiator_beside";
        for place in tree.places() {
            let scope = scope(provider, &tree, &place).filter(|_| !counted_on && !are_joined);
            let siblings = |events: &[Event]| scope.as_ref().map(|scope| outside(events, scope));
            let expected = siblings(&before);
            let dropped = (tree.at(&place).0.is_some()).then(|| ("dropped", tree.dropped(&place)));
            let replaced = OTHERS
                .iter()
                .map(|other| (*other, tree.replaced(&place, &Json::parse(other))));
            for (how, changed) in dropped.into_iter().chain(replaced) {
                let problem = match read(&fixture, &changed, &place) {
                    Ok(Some(events)) if siblings(&events) != expected => {
                        "siblings changed".to_owned()
                    }
                    Ok(_) => continue,
                    Err(problem) => problem,
                };
                wrong.push(format!(
                    "{}: {how} at {place:?}: {problem}: {changed}",
                    fixture.place()
                ));
            }
        }
    }
    wrong.must_be_nothing();
}

/// What went wrong, so that one run shows all of it.
#[derive(Default)]
struct Wrong(Vec<String>);

impl Wrong {
    fn push(&mut self, what: String) {
        self.0.push(what);
    }

    #[track_caller]
    fn must_be_nothing(self) {
        let first: Vec<String> = self.0.iter().take(20).cloned().collect();
        assert!(
            self.0.is_empty(),
            "{} are wrong:\n{}",
            self.0.len(),
            first.join("\n")
        );
    }
}

/// Cases: I07, I08, I09, N07, R07.
#[test]
fn a_changed_meta_body_keeps_its_other_items() {
    changed(Provider::Meta);
}

/// Cases: I07, I08, I09.
#[test]
fn a_changed_engage_body_is_read() {
    changed(Provider::Engage);
}

/// Cases: I07, I08, I09, R07.
#[test]
fn a_changed_whatzmeapi_body_keeps_its_other_items() {
    changed(Provider::WhatzMeApi);
}

/// Cases: I07, I08, I09.
#[test]
fn a_changed_cooby_body_is_read() {
    changed(Provider::Cooby);
}

/// Cases: I07, I08, I09.
#[test]
fn a_changed_partner_body_is_read() {
    changed(Provider::Partner);
}

/// An event without its place, and without what is joined from the people beside the items.
fn essence(event: &Event) -> Json {
    Json::parse(&written(event)).without(&["path", "extra", "column", "name", "username", "wa_id"])
}

/// Cases: K01, R07.
#[test]
fn a_broken_element_in_a_list_of_items_costs_no_other() {
    let (mut tried, mut wrong) = (0, Wrong::default());
    for fixture in [Provider::Meta, Provider::WhatzMeApi]
        .into_iter()
        .flat_map(fixtures)
    {
        let tree = fixture.tree();
        let before: Vec<Json> = fixture.events().iter().map(essence).collect();
        for place in std::iter::once(Vec::new()).chain(tree.places()) {
            let Json::List(elements) = tree.at(&place).1 else {
                continue;
            };
            // A list that no event of its own stands for is kept whole.
            let kept_whole = fixture
                .events()
                .iter()
                .all(|event| event.meta().path.is_empty());
            // Elements next to one another that are no objects are one event.
            let are_items = elements.iter().all(|it| matches!(it, Json::Object(_)));
            // The bytes of an item that holds a list of items change with it.
            let parent = place.split_last().map(|(_, parent)| tree.at(parent).1);
            let in_item = parent.is_some_and(|parent| parent.get("key").is_some());
            if kept_whole
                || !are_items
                || in_item
                || elements.is_empty()
                || !is_item_list(fixture.provider, &tree, &place)
            {
                continue;
            }
            for (at, broken) in (0..=elements.len())
                .flat_map(|at| [r#""broken""#, "5", "[[]]"].map(|broken| (at, broken)))
            {
                tried += 1;
                let with = tree.inserted(&place, at, &Json::parse(broken));
                let problem = match fixture.provider.parse(with.to_string()) {
                    Err(error) => error.to_string(),
                    Ok(events) => {
                        let mut left = events.iter().map(essence);
                        let lost = before
                            .iter()
                            .find(|event| !left.any(|other| other == **event));
                        match lost {
                            Some(lost) => format!("it cost {lost}"),
                            None if events.len() <= before.len() => "it is lost".to_owned(),
                            None => continue,
                        }
                    }
                };
                wrong.push(format!(
                    "{}: {broken} at {at} of {place:?}: {problem}: {with}",
                    fixture.place()
                ));
            }
        }
    }
    wrong.must_be_nothing();
    assert!(tried > 500, "{tried}");
}

/// Cases: R07.
#[test]
fn a_null_in_any_other_list_is_passed_over() {
    let (mut tried, mut wrong) = (0, Wrong::default());
    for fixture in all_fixtures() {
        let tree = fixture.tree();
        let count = fixture.events().len();
        for place in tree.places() {
            let Json::List(elements) = tree.at(&place).1 else {
                continue;
            };
            if is_item_list(fixture.provider, &tree, &place) {
                continue;
            }
            for at in 0..=elements.len() {
                tried += 1;
                let with = tree.inserted(&place, at, &Json::null());
                match fixture.provider.parse(with.to_string()) {
                    Ok(events) if events.len() == count => {}
                    Ok(events) => wrong.push(format!(
                        "{}: {count} became {}: {with}",
                        fixture.place(),
                        events.len()
                    )),
                    Err(error) => wrong.push(format!("{}: {error}: {with}", fixture.place())),
                }
            }
        }
    }
    wrong.must_be_nothing();
    assert!(tried > 50, "{tried}");
}
