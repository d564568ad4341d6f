//! Every fixture cut off at every byte, and with bytes overwritten.

use whatsapp_webhooks::{ParseErrorKind, Provider};

use crate::support::{all_fixtures, fixtures};

fn cut(provider: Provider) {
    for fixture in fixtures(provider) {
        let whole = fixture.body.trim_ascii_end().len();
        for end in 0..whole {
            let part = &fixture.body[..end];
            let place = || format!("{} cut at {end}", fixture.place());
            let error = provider.parse(part.to_vec()).expect_err(&place());
            assert_eq!(error.body.as_bytes(), part, "{}", place());
            let expected = match std::str::from_utf8(part) {
                Err(_) => ParseErrorKind::NotUtf8,
                Ok(text) if text.trim_ascii().is_empty() => ParseErrorKind::Empty,
                // Too deep, and it cannot be told where the deep part ends.
                Ok(text) if text.matches(['[', '{']).count() > 128 => continue,
                Ok(_) => ParseErrorKind::Truncated,
            };
            assert_eq!(error.kind, expected, "{}", place());
        }
    }
}

/// Cases: J15.
#[test]
fn a_meta_body_cut_anywhere_is_handed_back() {
    cut(Provider::Meta);
}

/// Cases: J15.
#[test]
fn an_engage_body_cut_anywhere_is_handed_back() {
    cut(Provider::Engage);
}

/// Cases: J15.
#[test]
fn a_whatzmeapi_body_cut_anywhere_is_handed_back() {
    cut(Provider::WhatzMeApi);
}

/// Cases: J15.
#[test]
fn a_cooby_body_cut_anywhere_is_handed_back() {
    cut(Provider::Cooby);
}

/// Cases: J15.
#[test]
fn a_partner_body_cut_anywhere_is_handed_back() {
    cut(Provider::Partner);
}

/// Bytes that end a string, begin an escape or an object, or are no text.
const BYTES: [u8; 5] = [0x00, 0x22, 0x5c, 0x7b, 0xff];

/// Every how many positions one byte is tried: a prime, so that all positions of all keys have their turn.
const STEP: usize = 11;

/// Cases: J16, N07.
#[test]
fn an_overwritten_byte_gives_events_or_the_body() {
    let mut outcomes = [0_usize; 2];
    for (turn, fixture) in all_fixtures().enumerate() {
        for (which, byte) in BYTES.into_iter().enumerate() {
            for at in ((turn + which) % STEP..fixture.body.len()).step_by(STEP) {
                let mut body = fixture.body.clone();
                body[at] = byte;
                match fixture.provider.parse(body.clone()) {
                    Ok(events) => {
                        outcomes[0] += 1;
                        assert!(byte != 0xff, "{} at {at} is not UTF-8", fixture.place());
                        assert!(
                            events
                                .iter()
                                .all(|event| is_part(event.raw().as_bytes(), &body)),
                            "{} at {at}",
                            fixture.place()
                        );
                    }
                    Err(error) => {
                        outcomes[1] += 1;
                        assert_eq!(error.body.as_bytes(), body, "{} at {at}", fixture.place());
                    }
                }
            }
        }
    }
    assert!(outcomes.iter().all(|count| *count > 1000), "{outcomes:?}");
}

/// Whether bytes stand in a body.
pub(crate) fn is_part(part: &[u8], body: &[u8]) -> bool {
    part.is_empty() || body.windows(part.len()).any(|window| window == part)
}
