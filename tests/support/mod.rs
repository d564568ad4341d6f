//! What the tests share: the fixtures, and a JSON tree that keeps what a parser would tidy up.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::format_collect,
    reason = "for tests, each of which uses a part of it"
)]

pub(crate) mod gaps;
pub(crate) mod json;
pub(crate) mod parse;

use std::fs;
use std::path::{Path, PathBuf};

use whatsapp_webhooks::{Event, Provider};

use self::json::Json;

/// One body of `fixtures/`.
pub(crate) struct Fixture {
    pub(crate) provider: Provider,
    pub(crate) name: String,
    pub(crate) body: Vec<u8>,
}

impl Fixture {
    /// Folder and file, for messages.
    pub(crate) fn place(&self) -> String {
        format!("{}/{}", self.provider, self.name)
    }

    /// Its tree.
    pub(crate) fn tree(&self) -> Json {
        Json::parse(std::str::from_utf8(&self.body).unwrap())
    }

    /// Its events; every fixture is a delivery of its provider.
    pub(crate) fn events(&self) -> Vec<Event> {
        self.provider
            .parse(self.body.clone())
            .unwrap_or_else(|error| panic!("{}: {error}", self.place()))
    }
}

/// The folder of a provider's bodies.
pub(crate) fn fixture_folder(provider: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures")
        .join(provider)
}

/// One body of a provider.
pub(crate) fn fixture(provider: Provider, name: &str) -> Fixture {
    let path = fixture_folder(provider.as_str()).join(format!("{name}.json"));
    Fixture {
        provider,
        name: name.to_owned(),
        body: fs::read(path).unwrap(),
    }
}

/// The bodies in the folder of one provider, in the order of their names.
pub(crate) fn bodies(provider: Provider) -> Vec<Fixture> {
    let files = fs::read_dir(fixture_folder(provider.as_str())).unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut found: Vec<Fixture> = names
        .filter(|name| name != "SOURCES.md")
        .map(|name| fixture(provider, name.strip_suffix(".json").unwrap_or(&name)))
        .collect();
    found.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(found.len() >= 10, "{provider} has hardly any fixtures");
    found
}

/// The bodies of all providers.
pub(crate) fn all_bodies() -> impl Iterator<Item = Fixture> {
    Provider::ALL.iter().flat_map(|provider| bodies(*provider))
}

/// The fixtures of one provider that it reads.
pub(crate) fn fixtures(provider: Provider) -> Vec<Fixture> {
    let mut found = bodies(provider);
    found.retain(|fixture| !REFUSED.contains(&fixture.place().as_str()));
    found
}

/// All fixtures that are read.
pub(crate) fn all_fixtures() -> impl Iterator<Item = Fixture> {
    Provider::ALL
        .iter()
        .flat_map(|provider| fixtures(*provider))
}

/// Fixtures that are no delivery of their provider, and why.
pub(crate) const REFUSED: &[&str] = &[
    // What the provider's own API answers; nobody sends it to a webhook.
    "partner/response_fail_13",
    "partner/response_ok",
    // A hook of another product of the vendor.
    "partner/sibling_v2_hook",
];

/// An event as JSON.
pub(crate) fn written(event: &Event) -> String {
    serde_json::to_string(event).unwrap()
}

/// Events as JSON without what the layout of the body decides: the raw bytes, line and column of a problem,
/// and which characters are escapes.
pub(crate) fn apart_from_layout(events: &[Event]) -> Vec<Json> {
    events
        .iter()
        .map(|event| {
            Json::parse(&written(event))
                .without(&[
                    "raw", "quoted", "calling", "details", "extra", "line", "column",
                ])
                .plain()
        })
        .collect()
}
