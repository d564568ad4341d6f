//! Every fixture gives exactly its golden.
//!
//! `BLESS=1 cargo test --test golden` writes the goldens that changed and says which; read the diff before you
//! commit it.

#![allow(clippy::unwrap_used, reason = "a test")]

mod support;

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::{env, fs};

use whatsapp_webhooks::Provider;

use crate::support::{Fixture, bodies, fixture, fixture_folder};

/// Declares the cases: the line is the test's name and the fixture's.
macro_rules! cases {
    ($($provider:ident: [$($case:ident,)*])*) => {
        $(mod $provider {
            $(#[test]
            fn $case() {
                super::check(stringify!($provider), stringify!($case));
            })*
        })*

        const CASES: &[(&str, &[&str])] = &[$((stringify!($provider), &[$(stringify!($case)),*])),*];
    };
}

include!("../fixtures/cases.rs");

each_fixture!(cases);

fn goldens(provider: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(provider)
}

/// The cases that a folder of goldens has a file for.
fn cases_in(folder: &Path) -> BTreeSet<String> {
    let files = fs::read_dir(folder).unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    names
        .map(|name| name.strip_suffix(".json").unwrap_or(&name).to_owned())
        .collect()
}

/// What a body gives, as the golden shows it: its events, or the error.
fn golden(fixture: &Fixture) -> String {
    let mut text = match fixture.provider.parse(fixture.body.clone()) {
        Ok(events) => serde_json::to_string_pretty(&events).unwrap(),
        Err(error) => serde_json::to_string_pretty(&[("error", error.to_string())]).unwrap(),
    };
    text.push('\n');
    text
}

/// Whether goldens are written and not compared.
fn blesses() -> bool {
    env::var_os("BLESS").is_some()
}

/// Tells on standard error what happened to a golden. Of a test that succeeds, `eprintln!` would not be seen.
fn tell(what: &str, path: &Path) {
    let line = format!("{what} {}\n", path.display());
    io::stderr().write_all(line.as_bytes()).unwrap();
}

fn check(provider: &str, case: &str) {
    let actual = golden(&fixture(provider.parse().unwrap(), case));
    let path = goldens(provider).join(format!("{case}.json"));
    let expected = fs::read_to_string(&path).unwrap_or_default();
    if blesses() && actual != expected {
        fs::write(&path, &actual).unwrap();
        tell("wrote", &path);
        return;
    }
    assert_eq!(
        actual,
        expected,
        "{} is not what {case}.json gives",
        path.display()
    );
}

/// Cases: K08, K09, M10, P02.
#[test]
fn every_fixture_has_a_case_a_golden_and_a_row_in_sources() {
    for (provider, cases) in CASES {
        let listed: BTreeSet<String> = cases.iter().map(|case| (*case).to_owned()).collect();
        let bodies = bodies(provider.parse().unwrap());
        let bodies: BTreeSet<String> = bodies.into_iter().map(|it| it.name).collect();
        assert_eq!(listed, bodies, "cases and fixtures of {provider}");
        let folder = goldens(provider);
        let found = cases_in(&folder);
        if blesses() {
            // The cases write what is missing at the same time.
            for orphan in found.difference(&bodies) {
                let path = folder.join(format!("{orphan}.json"));
                fs::remove_file(&path).unwrap();
                tell("removed", &path);
            }
        } else {
            assert_eq!(found, bodies, "goldens and fixtures of {provider}");
        }
        let sources = fs::read_to_string(fixture_folder(provider).join("SOURCES.md")).unwrap();
        for case in &bodies {
            let row = format!("| {case}.json |");
            assert_eq!(
                sources.matches(&row).count(),
                1,
                "row of {case} in SOURCES.md of {provider}"
            );
        }
    }
    let providers: Vec<&str> = CASES.iter().map(|(provider, _)| *provider).collect();
    let all: Vec<&str> = Provider::ALL.iter().map(|it| it.as_str()).collect();
    assert_eq!(providers, all);
}
