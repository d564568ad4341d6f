//! The example `normalize`, run as a program.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test")]

mod support;

use std::env::consts::EXE_SUFFIX;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;
use std::{env, fs};

use serde_json::Value;
use whatsapp_webhooks::{Event, Provider};

use crate::support::{REFUSED, all_bodies, all_fixtures, bodies, fixture_folder, written};

/// The program, built as this test was, with all of its features, so that nothing is compiled twice: `cargo test --test
/// normalize` alone does not build examples.
fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let test = env::current_exe().unwrap();
        let built = test.parent().and_then(Path::parent).unwrap();
        let profile = match built.file_name().unwrap().to_str().unwrap() {
            "debug" => "dev",
            other => other,
        };
        let features = [
            (cfg!(feature = "default"), "default"),
            (cfg!(feature = "verify"), "verify"),
            (cfg!(feature = "http"), "http"),
            (cfg!(feature = "zeroize"), "zeroize"),
            (cfg!(feature = "report"), "report"),
            (cfg!(feature = "schema"), "schema"),
            (cfg!(feature = "testing"), "testing"),
            (cfg!(feature = "tracing"), "tracing"),
        ];
        let features: Vec<&str> = features
            .iter()
            .filter(|feature| feature.0)
            .map(|feature| feature.1)
            .collect();
        let status = Command::new(env!("CARGO"))
            .args(["build", "--quiet", "--example", "normalize"])
            .args(["--no-default-features", "--features", &features.join(",")])
            .args(["--profile", profile, "--target-dir"])
            .arg(built.parent().unwrap())
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .status();
        assert!(status.unwrap().success(), "the example does not build");
        built
            .join("examples")
            .join(format!("normalize{EXE_SUFFIX}"))
    })
}

/// Runs it with arguments and what stands on its standard input.
fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(program())
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // It may have ended without reading.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

/// Standard output, standard error, exit status.
fn said(arguments: &[&str], input: &[u8]) -> (String, String, Option<i32>) {
    let output = run(arguments, input);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        text(output.stdout),
        text(output.stderr),
        output.status.code(),
    )
}

/// Lines of events.
fn lines(events: &[Event]) -> String {
    events.iter().map(|event| written(event) + "\n").collect()
}

#[test]
fn a_folder_is_its_bodies_in_the_order_of_their_names_and_output_is_events_only() {
    for provider in Provider::ALL {
        let folder = fixture_folder(provider.as_str());
        let (out, err, status) = said(&[folder.to_str().unwrap()], b"");
        let (mut events, mut refused) = (String::new(), Vec::new());
        for fixture in bodies(*provider) {
            if REFUSED.contains(&fixture.place().as_str()) {
                refused.push(format!("{}.json: provider not recognized: ", fixture.name));
            } else {
                events.push_str(&lines(&fixture.events()));
            }
        }
        assert!(out == events, "{provider}");
        assert_eq!(err.lines().count(), refused.len(), "{err}");
        for (line, refused) in err.lines().zip(&refused) {
            assert!(line.contains(refused), "{line}");
        }
        assert_eq!(status, Some(i32::from(!refused.is_empty())), "{provider}");
    }
}

#[test]
fn one_body_is_read_from_standard_input() {
    let fixture = all_fixtures().next().unwrap();
    let expected = (lines(&fixture.events()), String::new(), Some(0));
    assert_eq!(said(&[], &fixture.body), expected);
    assert_eq!(said(&["-"], &fixture.body), expected);
    let upper = fixture.provider.as_str().to_uppercase();
    assert_eq!(said(&["--provider", &upper], &fixture.body), expected);
}

#[test]
fn what_cannot_be_read_is_told_with_its_place_and_costs_no_other_file() {
    let good = "fixtures/engage/read.json";
    let body = fs::read(good).unwrap();
    let expected = lines(&Provider::Engage.parse(body).unwrap());
    let (out, err, status) = said(&["no/such.json", "-", good], b"{\n \"a\": }");
    assert_eq!((out, status), (expected, Some(1)));
    let err: Vec<&str> = err.lines().collect();
    assert!(
        err[0].starts_with("no/such.json: cannot be read: "),
        "{err:?}"
    );
    assert!(
        err[1].starts_with("standard input: provider not recognized: the body is not JSON (line 2"),
        "{err:?}"
    );
    assert_eq!(err.len(), 2);

    for body in all_bodies().filter(|body| REFUSED.contains(&body.place().as_str())) {
        let (out, err, status) = said(&[], &body.body);
        assert_eq!((out.as_str(), status), ("", Some(1)));
        assert!(
            err.starts_with("standard input: provider not recognized: "),
            "{err}"
        );
        let (_, err, _) = said(&["--provider", "partner"], &body.body);
        assert!(!err.contains("no provider's"), "{err}");
    }
}

#[test]
fn events_come_without_their_bytes_and_on_several_lines_where_that_is_asked_for() {
    let file = "fixtures/meta/batch_everything.json";
    let (with, ..) = said(&[file], b"");
    let (without, ..) = said(&["--no-raw", file], b"");
    assert_eq!(with.lines().count(), without.lines().count());
    for (with, without) in with.lines().zip(without.lines()) {
        let mut with: Value = serde_json::from_str(with).unwrap();
        let event = with.as_object_mut().unwrap().values_mut().next().unwrap();
        assert!(event.as_object_mut().unwrap().remove("raw").is_some());
        assert_eq!(serde_json::from_str::<Value>(without).unwrap(), with);
    }
    let (pretty, ..) = said(&["--pretty", file], b"");
    assert!(pretty.starts_with("{\n  \"message\": {\n"), "{pretty}");
    let values = serde_json::Deserializer::from_str(&pretty).into_iter::<Event>();
    let events: Vec<Event> = values.map(Result::unwrap).collect();
    assert_eq!(lines(&events), with);
}

/// Cases: N12.
#[test]
fn credentials_are_left_out_where_that_is_asked_for() {
    let body = br#"{"event":"whatsapp","whatsapp_reference":"r-1","whatsapp_apiKey":"hunter2"}"#;
    let (with, ..) = said(&[], body);
    assert!(with.contains("hunter2"), "{with}");
    let (without, ..) = said(&["--no-secrets"], body);
    assert!(!without.contains("hunter2"), "{without}");
    assert!(without.contains("r-1"), "{without}");
    let file = "fixtures/meta/text.json";
    assert_eq!(said(&["--no-secrets", file], b""), said(&[file], b""));
}

#[test]
fn it_says_its_version_and_refuses_what_it_is_not_asked_for() {
    let (out, _, status) = said(&["--version"], b"");
    let version = concat!("normalize ", env!("CARGO_PKG_VERSION"), "\n");
    assert_eq!((out.as_str(), status), (version, Some(0)));
    let (out, err, status) = said(&["--provider", "telegram"], b"");
    assert_eq!((out.as_str(), status), ("", Some(2)));
    assert!(
        err.contains("unknown provider: expected one of meta,"),
        "{err}"
    );
}

/// What a night's report and the next one's comparison look like.
#[cfg(feature = "report")]
#[test]
fn a_report_tells_what_is_not_known_and_what_is_new() {
    let folder = env::temp_dir().join(format!("normalize-report-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let body = |word: &str| {
        format!(
            r#"{{"object":"whatsapp_business_account","entry":[{{"id":"1","changes":[{{"field":"messages","value":{{"statuses":[{{"id":"wamid.A","status":"{word}"}}]}}}}]}}]}}"#
        )
    };
    fs::write(folder.join("one.json"), body("hovered")).unwrap();
    let path = folder.to_str().unwrap();
    let known = run(&["--report", "--json", path], b"");
    assert!(known.status.success());
    let report: Value = serde_json::from_slice(&known.stdout).unwrap();
    assert_eq!(report["findings"][0]["word"], "hovered");
    let known_file = env::temp_dir().join(format!("normalize-known-{}", std::process::id()));
    fs::write(&known_file, &known.stdout).unwrap();
    let since = |word: &str| {
        fs::write(folder.join("two.json"), body(word)).unwrap();
        let known = known_file.to_str().unwrap();
        run(
            &["--report", "--known", known, "--fail-on", "new", path],
            b"",
        )
    };
    let same = since("hovered");
    assert!(same.status.success());
    assert_eq!(text(&same.stdout), "0 findings in 2 events of 2 bodies\n");
    let new = since("floated");
    assert_eq!(new.status.code(), Some(1));
    let table = text(&new.stdout);
    assert!(
        table.contains("floated") && !table.contains("hovered"),
        "{table}"
    );
    fs::remove_dir_all(&folder).unwrap();
    fs::remove_file(&known_file).unwrap();
}

#[cfg(feature = "report")]
fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}
