//! The table `security-cases.md` says what is so: every test that it names exists and names the row, and the other
//! way round.
//!
//! `cargo test --test security -- --nocapture` prints how many rows stand how.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::arithmetic_side_effects,
    reason = "a test"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::Value;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The sections of the table, and how many rows each has.
const SECTIONS: &[(char, usize)] = &[
    ('A', 14),
    ('B', 31),
    ('C', 15),
    ('D', 8),
    ('E', 16),
    ('F', 17),
    ('G', 24),
    ('H', 16),
    ('I', 18),
    ('J', 22),
    ('K', 13),
    ('L', 12),
    ('M', 17),
    ('N', 13),
    ('O', 8),
    ('P', 12),
    ('Q', 12),
    ('R', 14),
];

/// How a row may stand.
const STATES: &[&str] = &["tested", "checked", "decided", "n/a", "not yet"];

/// Tests that read vectors, and the files with them, in which each vector names its rows.
const VECTORS: &[(&str, &str)] = &[
    ("known_signatures_are_made_and_recognized", "hmac.json"),
    (
        "every_header_has_its_verdict_however_it_is_handed_over",
        "header.json",
    ),
    ("every_handshake_has_its_verdict", "handshake.json"),
    (
        "every_secret_has_its_verdict_as_text_and_as_bytes",
        "secrets.json",
    ),
];

/// A row of the table.
struct Row {
    id: String,
    state: String,
    /// What stands between backticks in the last column.
    named: Vec<String>,
    why: String,
}

impl Row {
    fn tests(&self) -> impl Iterator<Item = &String> {
        self.named.iter().filter(|name| is_test_name(name))
    }
}

/// Whether a name can be that of a test: words joined by underscores.
fn is_test_name(name: &str) -> bool {
    name.contains('_')
        && name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

fn read(path: impl AsRef<Path>) -> String {
    fs::read_to_string(Path::new(ROOT).join(path)).unwrap()
}

fn rows() -> Vec<Row> {
    let table = read("tests/security-cases.md");
    let lines = table.lines().filter(|line| {
        let id = line.get(2..5).unwrap_or_default();
        line.starts_with("| ") && is_id(id)
    });
    lines
        .map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
            let [id, case, state, why] = cells[..] else {
                panic!("not four cells: {line}");
            };
            assert!(case.len() > 5, "{line}");
            let named = why.split('`').skip(1).step_by(2).map(str::to_owned);
            Row {
                id: id.to_owned(),
                state: state.to_owned(),
                named: named.collect(),
                why: why.to_owned(),
            }
        })
        .collect()
}

fn is_id(text: &str) -> bool {
    let mut chars = text.chars();
    text.len() == 3
        && chars.next().is_some_and(|c| c.is_ascii_uppercase())
        && chars.all(|c| c.is_ascii_digit())
}

/// The files of a folder and of those in it, with this ending.
fn files(folder: &Path, into: &mut Vec<String>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("target") {
            files(&path, into);
        } else if path.extension().is_some_and(|end| end == "rs") {
            into.push(fs::read_to_string(&path).unwrap());
        }
    }
}

/// Whether this is the repository: a package holds neither the scripts nor the members of the workspace.
fn is_repository() -> bool {
    Path::new(ROOT).join(".ci").is_dir()
}

/// The rows that each test names in its documentation. A name that stands twice is an error where a row names it.
fn tests() -> BTreeMap<String, Vec<BTreeSet<String>>> {
    let mut sources = Vec::new();
    for folder in ["src", "tests", "examples", "fuzz"] {
        files(&Path::new(ROOT).join(folder), &mut sources);
    }
    let mut found: BTreeMap<String, Vec<BTreeSet<String>>> = BTreeMap::new();
    for source in &sources {
        let (mut cases, mut is_test) = (BTreeSet::new(), false);
        for line in source.lines().map(str::trim) {
            if let Some(named) = line.strip_prefix("/// Cases: ") {
                let ids = named.trim_end_matches('.').split(", ");
                cases.extend(ids.map(str::to_owned));
            } else if line.starts_with("#[") {
                is_test |= line.ends_with("test]");
            } else if !line.starts_with("///") {
                let name = line
                    .split("fn ")
                    .nth(1)
                    .and_then(|rest| rest.split('(').next());
                if let Some(name) = name.filter(|_| is_test) {
                    let cases = std::mem::take(&mut cases);
                    found.entry(name.to_owned()).or_default().push(cases);
                }
                assert!(cases.is_empty(), "{cases:?} stand above no test: {line}");
                is_test = false;
            }
        }
    }
    found
}

/// What a command or a path names and is not there.
fn missing(name: &str) -> Option<String> {
    let words: Vec<&str> = name.split(' ').collect();
    let here = |path: &str| Path::new(ROOT).join(path).exists();
    let none_of = |paths: &[String]| {
        let is_there = paths.iter().any(|path| here(path));
        (!is_there).then(|| paths.join(", "))
    };
    match words[..] {
        [path] if path.starts_with(".ci/") || path.starts_with("fixtures/") => {
            none_of(&[path.to_owned()])
        }
        ["bash", script, check] => {
            let script = fs::read_to_string(Path::new(ROOT).join(script)).unwrap_or_default();
            let is_there = script.contains(&format!("\n{check}() "));
            (!is_there).then(|| check.to_owned())
        }
        [.., "fuzz", "run", target] => none_of(&[format!("fuzz/fuzz_targets/{target}.rs")]),
        [.., "--bench", bench] => none_of(&[format!("benches/{bench}.rs")]),
        [.., "--test", test] | [.., "--test", test, _] => {
            none_of(&[format!("tests/{test}.rs"), format!("tests/{test}/main.rs")])
        }
        _ => None,
    }
}

#[test]
fn every_row_stands_in_the_table_once_and_in_order() {
    let ids: Vec<String> = rows().into_iter().map(|row| row.id).collect();
    let expected: Vec<String> = SECTIONS
        .iter()
        .flat_map(|(letter, count)| (1..=*count).map(move |number| format!("{letter}{number:02}")))
        .collect();
    assert_eq!(ids, expected);
}

#[test]
fn every_row_names_what_proves_it_or_says_why_nothing_does() {
    if !is_repository() {
        println!("SKIPPED: a package does not hold all tests");
        return;
    }
    let (tests, mut counts) = (tests(), BTreeMap::new());
    for row in rows() {
        let Row { id, state, why, .. } = &row;
        assert!(STATES.contains(&state.as_str()), "{id}: {state}");
        *counts.entry(state.clone()).or_insert(0) += 1;
        match state.as_str() {
            "tested" => assert!(row.tests().count() > 0, "{id} names no test"),
            "checked" => assert!(!row.named.is_empty(), "{id} names no command"),
            _ => assert!(why.len() > 20, "{id} has no reason"),
        }
        for name in row.tests() {
            let Some([cases]) = tests.get(name).map(Vec::as_slice) else {
                panic!("{id}: there is not exactly one test {name}");
            };
            assert!(cases.contains(id), "{name} does not name {id}");
        }
        // Commands are looked up where their scripts are.
        let has_scripts = Path::new(ROOT).join(".ci/checks").exists();
        for name in row.named.iter().filter(|_| has_scripts) {
            if let Some(missing) = missing(name) {
                panic!("{id}: `{name}`: no {missing}");
            }
        }
    }
    println!("{counts:?}");
}

#[test]
fn every_test_that_names_a_row_stands_in_it() {
    let rows: BTreeMap<String, Row> = rows()
        .into_iter()
        .map(|row| (row.id.clone(), row))
        .collect();
    let mut count = 0;
    for (name, all) in tests() {
        for id in all.into_iter().flatten() {
            let row = rows
                .get(&id)
                .unwrap_or_else(|| panic!("{name}: no row {id}"));
            assert!(row.named.contains(&name), "{id} does not name {name}");
            count += 1;
        }
    }
    assert!(count > 300, "{count}");
}

#[test]
fn every_vector_belongs_to_a_row_and_every_row_has_its_vector() {
    let rows = rows();
    for (test, file) in VECTORS {
        let vectors: Vec<Value> =
            serde_json::from_str(&read(format!("fixtures/signature/{file}"))).unwrap();
        let named: BTreeSet<&str> = vectors
            .iter()
            .filter_map(|vector| vector.get("case").and_then(Value::as_str))
            .flat_map(|cases| cases.split(' '))
            .collect();
        let expected: BTreeSet<&str> = rows
            .iter()
            .filter(|row| row.named.iter().any(|name| name == test))
            .map(|row| row.id.as_str())
            .collect();
        assert_eq!(named, expected, "{file}");
    }
}

/// The commands of the page on security name tests that exist.
#[test]
fn commands_of_the_page_run_tests() {
    let (page, tests) = (read("SECURITY.md"), tests());
    let mut count = 0;
    for command in page
        .split('`')
        .filter(|text| text.starts_with("cargo test"))
    {
        let mut words = command.split(' ').skip(2);
        while let Some(word) = words.next() {
            match word {
                "--test" => {
                    let name = words.next().unwrap();
                    let files = [format!("tests/{name}.rs"), format!("tests/{name}/main.rs")];
                    let exists = files.iter().any(|file| Path::new(ROOT).join(file).exists());
                    assert!(exists, "{command}");
                }
                "--features" => assert!(words.next().is_some(), "{command}"),
                filter if filter.contains('_') => {
                    let is_there = tests.keys().any(|name| name.contains(filter));
                    assert!(is_there, "{command}");
                }
                _ => {}
            }
            count += 1;
        }
    }
    assert!(count > 15, "{count}");
}

/// Ways to derive a reader that cost a body for one odd value, or take time or stack without bound: what comes from
/// outside is read by `json` alone.
///
/// Cases: J04.
#[test]
fn no_serde_trick_reads_a_body() {
    let mut sources = Vec::new();
    files(&Path::new(ROOT).join("src"), &mut sources);
    assert!(sources.len() > 100, "{}", sources.len());
    for source in &sources {
        let attributes = source.lines().filter(|line| line.contains("#[serde("));
        for line in attributes {
            for trick in [
                "untagged",
                "flatten",
                "tag =",
                "alias",
                "deny_unknown",
                "serde(other",
            ] {
                assert!(!line.contains(trick), "{line}");
            }
        }
    }
}

/// Cases: Q03.
#[test]
fn lints_forbid_what_could_panic() {
    let manifest = read("Cargo.toml");
    assert!(manifest.contains("unsafe_code = \"forbid\""));
    for lint in [
        "arithmetic_side_effects",
        "expect_used",
        "indexing_slicing",
        "panic",
        "todo",
        "unwrap_used",
    ] {
        assert!(manifest.contains(&format!("{lint} = \"warn\"")), "{lint}");
    }
    if is_repository() {
        let script = read(".ci/run");
        assert!(
            script.contains("cargo clippy --all-targets --all-features --locked -- -D warnings")
        );
    }
}
