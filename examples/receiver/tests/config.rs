//! What is refused before anything starts.

use std::fs;

use receiver::config::{Config, first};
use tempfile::TempDir;

fn load(text: &str) -> Result<Config, String> {
    let folder = TempDir::new().unwrap();
    for (name, secret) in [
        ("good", "a secret"),
        ("blank", " \n"),
        ("spaced", " a secret\n"),
        ("empty", ""),
    ] {
        fs::write(folder.path().join(name), secret).unwrap();
    }
    let path = folder.path().join("receiver.toml");
    fs::write(&path, text).unwrap();
    Config::load(&path).map_err(|error| error.to_string())
}

fn meta(secrets: &str, token: &str) -> String {
    format!(
        "[[endpoint]]\nprovider = \"meta\"\naccount = \"main\"\nsecrets = [{secrets}]\nverify_token = {token}"
    )
}

#[test]
fn the_configuration_of_a_first_start_is_accepted() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("data/receiver.toml");
    assert!(first::write(&path).unwrap());
    let config = Config::load(&path).unwrap();
    assert_eq!(config.endpoints.len(), 5);
    assert_eq!(config.data, folder.path().join("data/receiver.db"));
    assert!(config.page_token().unwrap().is_some());
    let mode = std::os::unix::fs::PermissionsExt::mode(
        &fs::metadata(folder.path().join("data/secrets/meta_app_secret"))
            .unwrap()
            .permissions(),
    );
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn blank_missing_and_odd_secrets_are_refused_by_name() {
    let good = r#"{ file = "good" }"#;
    assert!(load(&meta(good, good)).is_ok());
    let cases = [
        (
            meta(r#"{ file = "blank" }"#, good),
            "meta/main: the secret is blank",
        ),
        (
            meta(r#"{ file = "empty" }"#, good),
            "meta/main: the secret is blank",
        ),
        (
            meta(good, r#"{ file = "blank" }"#),
            "meta/main: the secret is blank",
        ),
        (
            meta(r#"{ file = "spaced" }"#, good),
            "endpoint `meta/main`: a secret or token starts or ends with white space",
        ),
        (meta(r#"{ file = "nowhere" }"#, good), "meta/main: "),
        (
            meta(r#"{ env = "RECEIVER_TEST_UNSET" }"#, good),
            "the environment variable `RECEIVER_TEST_UNSET` is not set",
        ),
        (meta("", good), "meta/main: name at least one condition"),
        (
            "[page]\ntoken = { file = \"blank\" }".into(),
            "page.token: the secret is blank",
        ),
        (
            "[handler]\nkind = \"forward\"\nurl = \"http://x/\"\nsecrets = [{ file = \"good\" }]"
                .into(),
            "handler.secrets: a secret begins with `whsec_`",
        ),
    ];
    for (text, expected) in cases {
        let error = load(&text).expect_err(&text);
        assert!(error.contains(expected), "{error}");
        assert!(!error.contains("a secret\""), "{error}");
    }
}

#[test]
fn what_makes_no_sense_is_refused() {
    let endpoint =
        |more: &str| format!("[[endpoint]]\nprovider = \"cooby\"\naccount = \"main\"\n{more}");
    let good = "path_secret = { file = \"good\" }";
    let cases = [
        (endpoint(""), "name at least one condition"),
        (endpoint("secrets = [{ file = \"good\" }]"), "signs nothing"),
        (endpoint(good), "a path secret is not one path segment"),
        (
            endpoint("unverified = true\naddresses = [\"192.0.2.1\"]"),
            "name at least one condition",
        ),
        (
            "queue = \"somewhere\"".into(),
            "expected `sqlite` or an address",
        ),
        (
            "[retention]\nkeys = \"6d\"".into(),
            "Meta repeats deliveries for seven days",
        ),
        (
            "[worker]\ntimeout = \"soon\"".into(),
            "line 2: expected a duration",
        ),
        (
            "[wroker]\ntries = 1".into(),
            "line 1: unknown field `wroker`",
        ),
        ("[worker]\ntries = 0".into(), "at least 1"),
        ("[nats]\nprefix = \"a.b\"".into(), "nats.prefix"),
        (
            "[handler]\nkind = \"forward\"\nurl = \"ftp://x\"\nsecrets = []".into(),
            "handler",
        ),
    ];
    for (text, expected) in cases {
        let error = load(&text).expect_err(&text);
        assert!(error.contains(expected), "{error}");
    }
    let twice = format!(
        "{}\n{}",
        endpoint("unverified = true"),
        endpoint("unverified = true")
    );
    assert!(
        load(&twice)
            .unwrap_err()
            .contains("cooby/main: stands twice")
    );
    assert!(load(&endpoint("unverified = true")).is_ok());
}
