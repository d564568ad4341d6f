//! Who is let in: vectors in `fixtures/signature`, and rules that need more than one request.
#![cfg(feature = "verify")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test"
)]
#![allow(clippy::arithmetic_side_effects, reason = "a test")]

use std::{fs, sync::RwLock, thread};

use serde_json::Value;
use whatsapp_webhooks::verify::{AppSecret, VerifyToken};
use whatsapp_webhooks::{
    ConfigError, Request, Verified, VerifyError, cooby, engage, meta, partner, whatzmeapi,
};

const SECRET: &str = "test-app-secret-0123456789abcdef";
const TOKEN: &str = "s3cret+token";
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/signature");

fn vectors(file: &str) -> Vec<Value> {
    let cases = fs::read(format!("{FOLDER}/{file}")).unwrap();
    serde_json::from_slice(&cases).unwrap()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

/// Text, `{"hex": "…"}` or `{"repeat": ["A", 3]}`.
fn bytes(value: &Value) -> Vec<u8> {
    if let Some(hex) = value.get("hex") {
        let digits = text(hex)
            .as_bytes()
            .chunks(2)
            .map(|pair| str::from_utf8(pair).unwrap());
        return digits
            .map(|pair| u8::from_str_radix(pair, 16).unwrap())
            .collect();
    }
    if let Some(repeat) = value.get("repeat") {
        let times = usize::try_from(repeat[1].as_u64().unwrap()).unwrap();
        return text(&repeat[0]).repeat(times).into_bytes();
    }
    text(value).into()
}

/// The word for a refused request in the vectors.
fn word(error: &VerifyError) -> &'static str {
    match error {
        VerifyError::MissingHeader { .. } => "missing_header",
        VerifyError::DuplicateHeader { .. } => "duplicate_header",
        VerifyError::MalformedHeader { .. } => "malformed_header",
        VerifyError::Mismatch { .. } => "mismatch",
        VerifyError::TokenMismatch { .. } => "token_mismatch",
        VerifyError::WrongMode => "wrong_mode",
        VerifyError::MissingParameter { .. } => "missing_parameter",
        VerifyError::DuplicateParameter { .. } => "duplicate_parameter",
        VerifyError::MalformedParameter { .. } => "malformed_parameter",
        VerifyError::MissingChallenge => "missing_challenge",
        VerifyError::MalformedChallenge => "malformed_challenge",
        VerifyError::UrlTooLong { .. } => "url_too_long",
        VerifyError::BodyTooLarge { .. } => "body_too_large",
        other => panic!("no word for {other:?}"),
    }
}

/// The word for a refused secret in the vectors.
fn config_word(error: &ConfigError) -> &'static str {
    match error {
        ConfigError::EmptySecret => "empty_secret",
        ConfigError::SecretHasWhitespace => "secret_has_whitespace",
        ConfigError::SecretHasNul => "secret_has_nul",
        other => panic!("no word for {other:?}"),
    }
}

fn verdict(result: Result<Verified, VerifyError>) -> String {
    match result {
        Ok(verified) => format!("verified {}", verified.secret_index().unwrap()),
        Err(error) => word(&error).into(),
    }
}

fn meta_endpoint() -> meta::Endpoint {
    meta::Endpoint::new(SECRET, TOKEN).unwrap()
}

/// A Meta delivery with this value of the signature header.
fn verify(endpoint: &meta::Endpoint, body: &[u8], header: &str) -> Result<Verified, VerifyError> {
    endpoint.verify(
        &Request::from_pairs([("X-Hub-Signature-256", header)]),
        body,
    )
}

/// Cases: A04, A05, C01, C02, C05, C07, C08, C09, C10, R01.
#[test]
fn known_signatures_are_made_and_recognized() {
    for case in vectors("hmac.json") {
        let name = text(&case["name"]);
        let secret = AppSecret::from_bytes(bytes(&case["secret"])).unwrap();
        let (body, signature) = (bytes(&case["body"]), text(&case["signature"]));
        let header = format!("sha256={signature}");
        let result = secret.verify(&body, header.as_bytes());
        if signature.len() == 64 {
            assert_eq!(secret.sign(&body), header, "{name}");
            assert_eq!(result, Ok(()), "{name}");
        } else {
            assert!(secret.sign(&body).starts_with(&header), "{name}");
            assert_eq!(word(&result.unwrap_err()), "malformed_header", "{name}");
        }
    }
}

/// Cases: A09, A10, A13, A14, B01, B02, B03, B04, B05, B06, B07, B08, B09, B10, B11, B12, B13, B14, B15, B16.
/// Cases: B17, B18, B20, B21, B22, B23, B24, B25, B26, B27, B28, C01, C02, C03, C04, C05, C06, C07, C08, C09.
/// Cases: C10, C12, C13, C14, C15, D01, D02, D03, D04, J06.
#[test]
fn every_header_has_its_verdict_however_it_is_handed_over() {
    for case in vectors("header.json") {
        let name = text(&case["name"]);
        let secrets = match case.get("secrets") {
            Some(secrets) => secrets.as_array().unwrap().iter().map(text).collect(),
            None => vec![SECRET],
        };
        let secrets = secrets
            .into_iter()
            .map(|secret| AppSecret::new(secret).unwrap());
        let body = bytes(&case["body"]);
        let headers: Vec<(&str, Vec<u8>)> = case["headers"]
            .as_array()
            .unwrap()
            .iter()
            .map(|header| (text(&header[0]), bytes(&header[1])))
            .collect();
        let lookup = |wanted: &str| -> Vec<&[u8]> {
            let same = headers
                .iter()
                .filter(|(name, _)| name.eq_ignore_ascii_case(wanted));
            same.map(|(_, value)| value.as_slice()).collect()
        };
        for request in [Request::from_pairs(&headers), Request::from_fn(lookup)] {
            let secrets = secrets.clone();
            let result = match text(&case["provider"]) {
                "meta" => meta::Endpoint::with_secrets(secrets, TOKEN)
                    .unwrap()
                    .verify(&request, &body),
                "whatzmeapi" => whatzmeapi::Endpoint::with_secrets(secrets)
                    .unwrap()
                    .verify(&request, &body),
                other => panic!("{other}"),
            };
            assert_eq!(verdict(result), text(&case["verdict"]), "{name}");
        }
    }
}

/// Cases: E01, E02, E03, E04, E05, E06, E07, E08, E09, E10, E11, E12, E13, E15, E16.
#[test]
fn every_handshake_has_its_verdict() {
    for case in vectors("handshake.json") {
        let token = case.get("token").map_or(TOKEN, text);
        let result = meta::Endpoint::new(SECRET, token)
            .unwrap()
            .challenge(text(&case["query"]));
        let verdict = match result {
            Ok(challenge) => format!("challenge {challenge}"),
            Err(error) => {
                let status = error.suggested_status();
                let too_long = matches!(error, VerifyError::UrlTooLong { .. });
                assert_eq!(status, if too_long { 414 } else { 403 }, "{error}");
                word(&error).into()
            }
        };
        assert_eq!(verdict, text(&case["verdict"]), "{}", text(&case["name"]));
    }
}

/// Cases: E16.
#[test]
fn a_query_with_ten_thousand_parameters_is_refused_by_its_length() {
    let query = "hub.mode=subscribe&".repeat(10_000);
    let limit = 8 * 1024;
    assert_eq!(
        meta_endpoint().challenge(&query),
        Err(VerifyError::UrlTooLong { limit })
    );
}

/// Cases: A01, A02, A03, A04, A05, A06, E03, F07.
#[test]
fn every_secret_has_its_verdict_as_text_and_as_bytes() {
    let check = |expected: Option<&Value>, result: Result<(), ConfigError>, name: &str| {
        let verdict = result.map_or_else(|error| config_word(&error), |()| "accepted");
        assert_eq!(verdict, text(expected.unwrap()), "{name}");
    };
    for case in vectors("secrets.json") {
        let (name, secret) = (text(&case["name"]), bytes(&case["secret"]));
        check(
            case.get("as_bytes"),
            AppSecret::from_bytes(&secret).map(drop),
            name,
        );
        let Some(secret) = case["secret"].as_str() else {
            continue;
        };
        let expected = case.get("as_text");
        check(expected, AppSecret::new(secret).map(drop), name);
        check(expected, VerifyToken::new(secret).map(drop), name);
        check(expected, meta::Endpoint::new(secret, TOKEN).map(drop), name);
        check(
            expected,
            meta::Endpoint::new(SECRET, secret).map(drop),
            name,
        );
        check(expected, whatzmeapi::Endpoint::new(secret).map(drop), name);
        check(
            expected,
            whatzmeapi::Endpoint::by_bearer(secret).map(drop),
            name,
        );
        check(
            expected,
            whatzmeapi::Endpoint::by_basic("user", secret).map(drop),
            name,
        );
        check(
            expected,
            engage::Endpoint::new("x-token", secret).map(drop),
            name,
        );
        check(
            expected,
            cooby::Endpoint::by_query_secret("key", secret).map(drop),
            name,
        );
    }
}

/// Cases: B19.
#[test]
fn one_flipped_bit_anywhere_is_refused() {
    let endpoint = meta_endpoint();
    let body = br#"{"a":1}"#;
    let header = endpoint.sign(body).unwrap();
    let flip_digit = |at: usize, bit: u32| {
        let digit = u32::from_str_radix(&header[at..=at], 16).unwrap() ^ (1 << bit);
        format!("{}{digit:x}{}", &header[..at], &header[at + 1..])
    };
    for at in "sha256=".len()..header.len() {
        for bit in 0..4 {
            let flipped = flip_digit(at, bit);
            assert_eq!(
                verdict(verify(&endpoint, body, &flipped)),
                "mismatch",
                "{at} {bit}"
            );
        }
    }
    for at in 0..body.len() {
        for bit in 0..8 {
            let mut flipped = *body;
            flipped[at] ^= 1 << bit;
            assert_eq!(
                verdict(verify(&endpoint, &flipped, &header)),
                "mismatch",
                "{at} {bit}"
            );
        }
    }
    assert_eq!(verdict(verify(&endpoint, body, &header)), "verified 0");
}

/// Cases: C11.
#[test]
fn a_body_in_pieces_verifies_wherever_it_is_cut() {
    let secret = AppSecret::new(SECRET).unwrap();
    let body = r#"{"text":"¿Cómo estás? 😀"}"#.as_bytes();
    let header = secret.sign(body);
    for first in 0..=body.len() {
        for second in first..=body.len() {
            let pieces = [&body[..first], &body[first..second], &body[second..]];
            assert_eq!(secret.verify_chunks(pieces, header.as_bytes()), Ok(()));
            let swapped = [pieces[1], pieces[0], pieces[2]];
            let same = swapped.concat() == body;
            assert_eq!(
                secret.verify_chunks(swapped, header.as_bytes()).is_ok(),
                same
            );
        }
    }
}

/// Cases: D05, D08.
#[test]
fn one_endpoint_serves_many_threads_while_its_secrets_are_swapped() {
    let (old, new) = (
        AppSecret::new("old").unwrap(),
        AppSecret::new("new").unwrap(),
    );
    let both = meta::Endpoint::with_secrets([new.clone(), old.clone()], TOKEN).unwrap();
    let only_new = meta::Endpoint::with_secrets([new.clone()], TOKEN).unwrap();
    let current = RwLock::new(both);
    thread::scope(|scope| {
        for number in 0..64 {
            let (current, old, new) = (&current, &old, &new);
            let only_new = only_new.clone();
            scope.spawn(move || {
                for _ in 0..50 {
                    let body = format!(r#"{{"n":{number}}}"#).into_bytes();
                    let endpoint = current.read().unwrap().clone();
                    let by_new = verdict(verify(&endpoint, &body, &new.sign(&body)));
                    assert_eq!(by_new, "verified 0");
                    let by_old = verdict(verify(&endpoint, &body, &old.sign(&body)));
                    assert!(
                        ["verified 1", "mismatch"].contains(&by_old.as_str()),
                        "{by_old}"
                    );
                    if number == 0 {
                        *current.write().unwrap() = only_new.clone();
                    }
                }
            });
        }
    });
    let endpoint = current.into_inner().unwrap();
    assert_eq!(
        verdict(verify(&endpoint, b"{}", &old.sign(b"{}"))),
        "mismatch"
    );
}

/// Does not compile for a type that has one of the traits: the call could mean two things then.
macro_rules! lacks {
    ($type:ty: $($bound:path),+) => {$({
        struct Has;
        trait Ambiguous<A> {
            fn call() {}
        }
        impl<T> Ambiguous<()> for T {}
        impl<T: $bound> Ambiguous<Has> for T {}
        <$type as Ambiguous<_>>::call();
    })+};
}

/// Cases: B31, N08.
#[test]
fn secrets_cannot_be_printed_compared_or_serialized() {
    lacks!(AppSecret: std::fmt::Display, PartialEq, std::hash::Hash, serde::Serialize);
    lacks!(VerifyToken: std::fmt::Display, PartialEq, std::hash::Hash, serde::Serialize);
    lacks!(meta::Endpoint: std::fmt::Display, PartialEq, serde::Serialize);
    lacks!(engage::Endpoint: std::fmt::Display, PartialEq, serde::Serialize);
    lacks!(whatzmeapi::Endpoint: std::fmt::Display, PartialEq, serde::Serialize);
    lacks!(cooby::Endpoint: std::fmt::Display, PartialEq, serde::Serialize);
    lacks!(partner::Endpoint: std::fmt::Display, PartialEq, serde::Serialize);
    lacks!(Request<'_>: std::fmt::Display, PartialEq, serde::Serialize);
}

#[test]
fn every_file_of_vectors_names_its_source() {
    let sources = fs::read_to_string(format!("{FOLDER}/SOURCES.md")).unwrap();
    let files: Vec<String> = fs::read_dir(FOLDER)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != "SOURCES.md")
        .collect();
    for name in &files {
        assert!(
            sources.contains(&format!("| `{name}` |")),
            "{name} has no row"
        );
    }
    let rows = sources
        .lines()
        .filter(|line| line.starts_with("| `"))
        .count();
    assert_eq!(rows, files.len(), "a row without a file");
}
