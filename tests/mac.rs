//! HMAC-SHA256 in every way to ask for it: own vectors, and Wycheproof's where they are to be had.
#![cfg(feature = "verify")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test"
)]

use std::path::Path;
use std::{env, fs, slice};

use serde::Deserialize;
use whatsapp_webhooks::verify::AppSecret;
use whatsapp_webhooks::{Request, VerifyError, meta, whatzmeapi};

/// A file in the layout of Wycheproof's tests of MACs.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Vectors {
    test_groups: Vec<Group>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Group {
    /// Bits of the tags.
    tag_size: usize,
    tests: Vec<Vector>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Vector {
    tc_id: u32,
    comment: String,
    key: String,
    msg: String,
    tag: String,
    result: String,
}

fn unhex(digits: &str) -> Vec<u8> {
    let pairs = digits.as_bytes().chunks(2);
    pairs
        .map(|pair| u8::from_str_radix(str::from_utf8(pair).unwrap(), 16).unwrap())
        .collect()
}

/// What each way to verify says of a header.
fn verdicts(secret: &AppSecret, body: &[u8], header: &str) -> Vec<Result<(), VerifyError>> {
    let (front, back) = body.split_at(body.len() / 2);
    let meta = meta::Endpoint::with_secrets([secret.clone()], "token").unwrap();
    let whatzmeapi = whatzmeapi::Endpoint::with_secrets([secret.clone()]).unwrap();
    let request = Request::from_pairs([("X-Hub-Signature-256", header), ("X-Signature", header)]);
    vec![
        secret.verify(body, header.as_bytes()),
        secret.verify_chunks([front, back], header.as_bytes()),
        AppSecret::verify_any(slice::from_ref(secret), body, header.as_bytes()).map(drop),
        meta.verify(&request, body).map(drop),
        whatzmeapi.verify(&request, body).map(drop),
    ]
}

/// Checks every vector of a file, and returns how many there are.
fn check(file: &Path) -> usize {
    let vectors: Vectors = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
    let mut count = 0;
    for group in vectors.test_groups {
        for vector in group.tests {
            let name = format!("{}: {}", vector.tc_id, vector.comment);
            let secret = AppSecret::from_bytes(unhex(&vector.key)).unwrap();
            let body = unhex(&vector.msg);
            let is_valid = vector.result == "valid";
            let is_whole = group.tag_size == 256;
            for tag in [vector.tag.clone(), vector.tag.to_uppercase()] {
                for verdict in verdicts(&secret, &body, &format!("sha256={tag}")) {
                    match verdict {
                        Ok(()) => assert!(is_valid && is_whole, "{name}"),
                        Err(VerifyError::Mismatch { .. }) => {
                            assert!(!is_valid && is_whole, "{name}");
                        }
                        // A part of a signature is none.
                        Err(VerifyError::MalformedHeader { .. }) => assert!(!is_whole, "{name}"),
                        Err(other) => panic!("{name}: {other}"),
                    }
                }
            }
            let signed = secret.sign(&body);
            if is_whole {
                assert_eq!(
                    signed == format!("sha256={}", vector.tag),
                    is_valid,
                    "{name}"
                );
            } else if is_valid {
                assert!(
                    signed.starts_with(&format!("sha256={}", vector.tag)),
                    "{name}"
                );
            }
            count += 1;
        }
    }
    count
}

#[test]
fn own_vectors() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/signature/mac.json");
    assert!(check(&file) >= 100);
}

/// The vectors of <https://github.com/C2SP/wycheproof>, where the folder with `hmac_sha256_test.json` is to be had.
#[test]
fn wycheproof() {
    let Some(folder) = env::var_os("WYCHEPROOF") else {
        println!("SKIPPED: WYCHEPROOF does not name the folder with hmac_sha256_test.json");
        return;
    };
    let count = check(&Path::new(&folder).join("hmac_sha256_test.json"));
    assert!(count > 150, "{count}");
}

#[test]
fn every_bit_of_a_signature_counts_in_every_way() {
    let secret = AppSecret::new("the secret").unwrap();
    let tag = unhex(&secret.sign(b"{}")["sha256=".len()..]);
    for bit in 0..256 {
        let mut flipped = tag.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        let digits: Vec<String> = flipped.iter().map(|byte| format!("{byte:02x}")).collect();
        for verdict in verdicts(&secret, b"{}", &format!("sha256={}", digits.concat())) {
            assert!(
                matches!(verdict, Err(VerifyError::Mismatch { .. })),
                "{bit}"
            );
        }
    }
}

#[test]
fn spaces_and_tabs_around_a_signature_are_trimmed_in_every_way() {
    let secret = AppSecret::new("the secret").unwrap();
    let signed = secret.sign(b"{}");
    for header in [
        format!(" {signed}"),
        format!("{signed}\t"),
        format!("\t {signed} \t "),
    ] {
        for verdict in verdicts(&secret, b"{}", &header) {
            assert_eq!(verdict, Ok(()), "{header:?}");
        }
    }
    for header in [
        format!("\n{signed}"),
        format!("{signed}\r"),
        format!("\u{a0}{signed}"),
    ] {
        for verdict in verdicts(&secret, b"{}", &header) {
            assert!(
                matches!(verdict, Err(VerifyError::MalformedHeader { .. })),
                "{header:?}"
            );
        }
    }
}

#[test]
fn the_first_secret_signs_and_each_is_named_by_its_place() {
    let secrets = ["newest", "older", "oldest"].map(|secret| AppSecret::new(secret).unwrap());
    let meta = meta::Endpoint::with_secrets(secrets.clone(), "token").unwrap();
    let whatzmeapi = whatzmeapi::Endpoint::with_secrets(secrets.clone()).unwrap();
    assert_eq!(meta.sign(b"{}").unwrap(), secrets[0].sign(b"{}"));
    assert_eq!(whatzmeapi.sign(b"{}").unwrap(), secrets[0].sign(b"{}"));
    for (index, secret) in secrets.iter().enumerate() {
        let header = secret.sign(b"{}");
        let any = AppSecret::verify_any(&secrets, b"{}", header.as_bytes());
        assert_eq!(any, Ok(index));
        let request =
            Request::from_pairs([("X-Hub-Signature-256", &header), ("X-Signature", &header)]);
        let by_meta = meta.verify(&request, b"{}").unwrap();
        let by_whatzmeapi = whatzmeapi.verify(&request, b"{}").unwrap();
        assert_eq!(by_meta.secret_index(), Some(index));
        assert_eq!(by_whatzmeapi.secret_index(), Some(index));
    }
}
