//! What errors say, and the status that they suggest.

use whatsapp_webhooks::{
    ConfigError, Provider, ReceiveError, Request, VerifyError, cooby, meta, partner, whatzmeapi,
};

fn config_errors() -> Vec<ConfigError> {
    vec![
        ConfigError::EmptySecret,
        ConfigError::SecretHasWhitespace,
        ConfigError::SecretHasNul,
        ConfigError::NoSecrets,
        meta::Endpoint::unverified().sign(b"").unwrap_err(),
        ConfigError::NoVerifyToken,
        ConfigError::BadHeaderName,
        ConfigError::BadParameterName,
        ConfigError::BadPathSecret,
        ConfigError::BadUserName,
        ConfigError::SecondAuthorization,
        partner::Endpoint::by_addresses(["x"]).unwrap_err(),
        ConfigError::NoAddresses,
    ]
}

fn mismatches() -> [VerifyError; 2] {
    let zeros = "0".repeat(64);
    let headers = [
        ("X-Hub-Signature-256", format!("sha256={zeros}")),
        ("X-Signature", zeros),
    ];
    let request = Request::from_pairs(headers);
    let meta = meta::Endpoint::new("secret", "token").unwrap();
    let whatzmeapi = whatzmeapi::Endpoint::new("secret").unwrap();
    [
        meta.verify(&request, b"{}").unwrap_err(),
        whatzmeapi.verify(&request, b"{}").unwrap_err(),
    ]
}

/// Errors as a sender, or the program, makes them; each with the status to answer.
fn verify_errors() -> Vec<(VerifyError, u16)> {
    let meta = meta::Endpoint::new("secret", "token").unwrap();
    let challenge = |query: &str| meta.challenge(query).unwrap_err();
    let path = cooby::Endpoint::by_path_secret("p4th").unwrap();
    let query = cooby::Endpoint::by_query_secret("key", "p4th").unwrap();
    let peer = partner::Endpoint::by_address();
    let bearer = whatzmeapi::Endpoint::by_bearer("token").unwrap();
    let jwt = whatzmeapi::Endpoint::by_jwt(|_| false);
    let nothing = Request::default();
    let authorization = |value| Request::from_pairs([("authorization", value)]);
    let with_query = |query| Request::default().with_query(query);

    let refused = [
        meta.verify(&nothing, b""),
        bearer.verify(&Request::from_pairs([("authorization", ""); 2]), b""),
        bearer.verify(&authorization("Basic x"), b""),
        bearer.verify(&authorization("Bearer x"), b""),
        jwt.verify(&authorization("Bearer x"), b""),
        path.verify(&Request::default().with_path("/hook"), b""),
        query.verify(&with_query(""), b""),
        query.verify(&with_query("key=x"), b""),
        query.verify(&with_query("key=p4th&key=p4th"), b""),
        query.verify(&with_query("key=%ff"), b""),
        peer.verify(&Request::default().with_peer([127, 0, 0, 1].into()), b""),
    ];
    let faults_of_the_program = [
        path.verify(&nothing, b""),
        query.verify(&nothing, b""),
        peer.verify(&nothing, b""),
    ];
    let handshakes = [
        "",
        "hub.mode=unsubscribe",
        "hub.mode=subscribe",
        "hub.mode=subscribe&hub.verify_token=x&hub.challenge=1",
        "hub.mode=subscribe&hub.verify_token=token&hub.verify_token=token&hub.challenge=1",
        "hub.mode=subscribe&hub.verify_token=%ff&hub.challenge=1",
        "hub.mode=subscribe&hub.verify_token=token",
        "hub.mode=subscribe&hub.verify_token=token&hub.challenge=%0a",
    ];
    let long = "x".repeat(9000);
    let mut errors = Vec::new();
    errors.extend(refused.map(|result| (result.unwrap_err(), 401)));
    errors.extend(mismatches().map(|error| (error, 401)));
    errors.extend(faults_of_the_program.map(|result| (result.unwrap_err(), 500)));
    errors.extend(handshakes.map(|query| (challenge(query), 403)));
    errors.push((challenge(&long), 414));
    errors.push((query.verify(&with_query(&long), b"").unwrap_err(), 414));
    let small = meta::Endpoint::unverified().with_max_body_len(1);
    errors.push((small.verify(&nothing, b"{}").unwrap_err(), 413));
    let no_token = meta::Endpoint::unverified().challenge("").unwrap_err();
    errors.push((no_token, 500));
    errors
}

/// Cases: N13.
#[test]
fn every_refusal_suggests_its_status() {
    for (error, status) in verify_errors() {
        assert_eq!(error.suggested_status(), status, "{error}");
        #[cfg(feature = "http")]
        assert_eq!(http::StatusCode::from(&error), status, "{error}");
        let error = ReceiveError::from(error);
        assert_eq!(error.suggested_status(), status, "{error}");
        #[cfg(feature = "http")]
        assert_eq!(http::StatusCode::from(&error), status, "{error}");
    }
    let unreadable = Provider::Meta.parse("{").unwrap_err();
    assert_eq!(ReceiveError::from(unreadable).suggested_status(), 200);
}

#[test]
fn messages_are_one_line_in_lower_case_without_a_final_stop_and_say_what_to_do() {
    let mut messages: Vec<String> = config_errors().iter().map(ToString::to_string).collect();
    messages.extend(verify_errors().iter().map(|(error, _)| error.to_string()));
    for message in messages {
        let first = message.chars().next().unwrap();
        assert!(first.is_lowercase() || first == '`', "{message}");
        assert!(!message.ends_with(['.', '!']), "{message}");
        assert!(
            !message.contains('\n') && !message.contains("  "),
            "{message}"
        );
        let (_, advice) = message.split_once(": ").expect(&message);
        assert!(!advice.is_empty(), "{message}");
    }
}

#[test]
fn a_part_that_was_not_handed_over_is_named_with_the_method_to_call() {
    for (error, status) in verify_errors() {
        let VerifyError::NotHandedOver { part } = error else {
            continue;
        };
        assert_eq!(status, 500);
        let message = error.to_string();
        assert!(
            message.contains(&format!("`Request::with_{part}`")),
            "{message}"
        );
    }
}

#[test]
fn a_mismatch_names_the_secret_of_its_own_provider() {
    let [meta, whatzmeapi] = mismatches().map(|error| error.to_string());
    assert!(meta.contains("app secret (not the access token"), "{meta}");
    assert!(meta.contains("before any JSON parsing"), "{meta}");
    assert!(whatzmeapi.contains("WhatzMeAPI"), "{whatzmeapi}");
    for foreign in ["app secret", "access token", "verify token"] {
        assert!(!whatzmeapi.contains(foreign), "{whatzmeapi}");
    }
}

#[test]
fn only_a_wrong_envelope_is_an_error_about_the_provider() {
    for (body, expected) in [
        ("", "the body is empty (line 1, column 1)"),
        (
            "\n{",
            "the body ends before its JSON is complete (line 2, column 2)",
        ),
        (
            "{}",
            "the body is not a delivery of `meta`, and its shape does not identify the provider: \
             check that the body is complete and unchanged (line 1, column 1)",
        ),
        (
            r#"{"status":"OK","event":"builder","builderID":611}"#,
            "the body is not a delivery of `meta` but looks like one of `partner`: parse it with the \
             provider whose endpoint received it (line 1, column 1)",
        ),
    ] {
        let error = Provider::Meta.parse(body).unwrap_err();
        assert_eq!(error.to_string(), expected);
        assert_eq!(error.provider, Provider::Meta);
    }
}
