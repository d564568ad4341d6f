//! Several accounts and several senders behind one URL: who is told apart by what.

use whatsapp_webhooks::verify::AppSecret;
use whatsapp_webhooks::{
    ConfigError, ParseErrorKind, ReceiveError, Request, VerifyError, cooby, engage, meta,
    whatzmeapi,
};

/// A delivery that names an account and a number.
fn body(account: &str, number: &str) -> String {
    format!(
        r#"{{"object":"whatsapp_business_account","entry":[{{"id":"{account}","changes":[{{"field":"messages","value":{{"metadata":{{"phone_number_id":"{number}"}},"messages":[{{"from":"16505551234","id":"wamid.A","timestamp":"1784000000","type":"text","text":{{"body":"Hello"}}}}]}}}}]}}]}}"#
    )
}

fn signed(secret: &str, body: &str) -> Request<'static> {
    let signature = AppSecret::new(secret).unwrap().sign(body.as_bytes());
    Request::from_pairs([("X-Hub-Signature-256", signature)])
}

fn endpoint(secret: &str) -> meta::Endpoint {
    meta::Endpoint::new(secret, "token").unwrap()
}

/// The tenants of one URL: the account, and the endpoint with its own secret.
type Tenants = Vec<(&'static str, meta::Endpoint)>;

/// The recipe: look for the account in the unverified body, then let its endpoint decide. What was looked at is
/// dropped; only what `receive` returns is used.
fn route<'t>(tenants: &'t Tenants, body: &str) -> Option<&'t meta::Endpoint> {
    let unverified = meta::parse(body.to_owned()).ok()?;
    let named: Vec<&str> = unverified
        .iter()
        .filter_map(|event| event.account().id.as_deref())
        .collect();
    let (first, rest) = named.split_first()?;
    // A delivery for two tenants is nobody's.
    if rest.iter().any(|other| other != first) {
        return None;
    }
    let found = tenants.iter().find(|(account, _)| account == first);
    found.map(|(_, endpoint)| endpoint)
}

/// Cases: D06.
#[test]
fn an_account_in_the_body_selects_the_secret_and_proves_nothing() {
    let tenants: Tenants = vec![("1", endpoint("one")), ("2", endpoint("two"))];
    for (account, secret) in [("1", "one"), ("2", "two")] {
        let body = body(account, "109");
        let delivery = route(&tenants, &body)
            .unwrap()
            .receive(&signed(secret, &body), body);
        assert_eq!(delivery.unwrap().len(), 1);
    }
    // The first tenant signs a body that names the second.
    let foreign = body("2", "109");
    let error = route(&tenants, &foreign)
        .unwrap()
        .receive(&signed("one", &foreign), foreign.clone())
        .unwrap_err();
    assert!(matches!(
        error,
        ReceiveError::Verify(VerifyError::Mismatch { .. })
    ));
    let both = body("1", "109").replace("]}]}", "]},{\"id\":\"2\",\"changes\":[{}]}]}");
    assert!(route(&tenants, &both).is_none());
    for nobody in [body("3", "109"), "{}".to_owned(), "{".to_owned()] {
        assert!(route(&tenants, &nobody).is_none(), "{nobody}");
    }
}

/// Cases: D07.
#[test]
fn tenants_with_one_secret_are_told_apart_by_their_number() {
    let endpoint = endpoint("shared");
    for number in ["109", "110"] {
        let body = body("1", number);
        let delivery = endpoint.receive(&signed("shared", &body), body).unwrap();
        let account = delivery.events[0].account();
        assert_eq!(account.phone_number_id.as_ref().unwrap(), number);
    }
}

/// Cases: A13.
#[test]
fn a_secret_opens_only_the_scheme_that_it_was_configured_for() {
    let (meta, gateway) = (
        endpoint("shared"),
        whatzmeapi::Endpoint::new("shared").unwrap(),
    );
    let signature = meta.sign(b"{}").unwrap();
    let [for_meta, for_gateway] = ["X-Hub-Signature-256", "X-Signature"]
        .map(|name| Request::from_pairs([(name, signature.as_str())]));
    assert!(meta.verify(&for_meta, b"{}").is_ok() && gateway.verify(&for_gateway, b"{}").is_ok());
    let missing = |error| matches!(error, VerifyError::MissingHeader { .. });
    assert!(missing(meta.verify(&for_gateway, b"{}").unwrap_err()));
    assert!(missing(gateway.verify(&for_meta, b"{}").unwrap_err()));
}

/// Cases: B29, L09, L10.
#[test]
fn the_shape_of_a_body_never_chooses_a_weaker_check() {
    let body = r#"{"event_name":"msg_status","message_id":"wamid.A","message_status":"read"}"#;
    assert!(engage::parse(body).is_ok());
    let error = endpoint("secret")
        .receive(&Request::from_pairs([("x-token", "t")]), body)
        .unwrap_err();
    assert!(matches!(
        error,
        ReceiveError::Verify(VerifyError::MissingHeader { .. })
    ));
    // Even a right signature does not make it a delivery of another provider.
    let error = endpoint("secret")
        .receive(&signed("secret", body), body)
        .unwrap_err();
    let ReceiveError::Parse(error) = error else {
        panic!("{error}");
    };
    assert!(matches!(error.kind, ParseErrorKind::WrongEnvelope { .. }));
}

/// Cases: L04.
#[test]
fn a_relayed_delivery_is_read_as_metas_and_verified_as_configured() {
    let relay = meta::Endpoint::unverified()
        .and_header("D360-Token", "word")
        .unwrap();
    let body = body("1", "109");
    let delivery = relay
        .receive(&Request::from_pairs([("d360-token", "word")]), body.clone())
        .unwrap();
    assert!(delivery.verified.is_proven());
    assert_eq!(delivery.messages().count(), 1);
    let error = relay.receive(&signed("secret", &body), body).unwrap_err();
    assert!(matches!(
        error,
        ReceiveError::Verify(VerifyError::MissingHeader { .. })
    ));
}

/// Cases: A01, A07, A08, F07.
#[test]
fn what_is_unset_is_refused_and_never_means_no_check() {
    let unset = String::new;
    let refused = [
        meta::Endpoint::new(unset(), "token").err(),
        meta::Endpoint::new("secret", unset()).err(),
        whatzmeapi::Endpoint::new(unset()).err(),
        whatzmeapi::Endpoint::by_bearer(unset()).err(),
        whatzmeapi::Endpoint::by_basic("user", unset()).err(),
        engage::Endpoint::new("x-token", unset()).err(),
        cooby::Endpoint::by_path_secret(unset()).err(),
        cooby::Endpoint::by_query_secret("key", unset()).err(),
    ];
    for error in refused {
        assert_eq!(error, Some(ConfigError::EmptySecret));
    }
    // One of several secrets is unset: it is not skipped.
    let secrets: Result<Vec<_>, _> = ["new", ""].into_iter().map(AppSecret::new).collect();
    assert_eq!(secrets.unwrap_err(), ConfigError::EmptySecret);
    assert_eq!(
        meta::Endpoint::with_secrets([], "token").unwrap_err(),
        ConfigError::NoSecrets
    );
}
