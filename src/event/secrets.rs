//! Events without what should not be stored with them.

use crate::event::Event;
use crate::types::Raw;

/// Keys whose values are credentials: Partner's key of a number's API, and Meta's password of a SIP server.
const KEYS: &[&str] = &["whatsapp_apikey", "sip_user_password"];

impl Event {
    /// Removes the raw JSON, for storage or queues where the fields are enough.
    ///
    /// The event keeps its [`dedup_key`](Self::dedup_key).
    ///
    /// ```
    /// # use whatsapp_webhooks::partner;
    /// let event = partner::parse(r#"{"event":"builder","builderID":611}"#)?.remove(0);
    /// let key = event.dedup_key();
    /// let event = event.without_raw();
    /// assert!(event.raw().as_bytes().is_empty());
    /// assert_eq!(event.dedup_key(), key);
    /// assert!(!serde_json::to_string(&event).unwrap().contains("raw"));
    /// # Ok::<(), whatsapp_webhooks::ParseError>(())
    /// ```
    #[must_use]
    pub fn without_raw(mut self) -> Self {
        let key = self.dedup_key();
        self.meta_mut().key = key.into();
        *self.raw_mut() = Raw::default();
        self
    }

    /// Removes credentials: the API key that Partner sends with a number, SIP passwords in calling settings, and the
    /// raw JSON and values of `extra` where they hold one of them.
    ///
    /// Invitations, media keys and tokens of orders stay, as the message is worth nothing without them. The event keeps
    /// its [`dedup_key`](Self::dedup_key).
    #[must_use]
    pub fn without_secrets(mut self) -> Self {
        match &mut self {
            Self::PartnerWhatsapp(event) => event.api_key = None,
            Self::PhoneNumber(event) => {
                event.calling = event.calling.take().filter(is_harmless);
                event.details = event.details.take().filter(is_harmless);
            }
            Self::Account(event) => event.details = event.details.take().filter(is_harmless),
            _ => {}
        }
        let extra = &mut self.meta_mut().extra;
        extra.retain(|path, json| !names_one(&path.to_string()) && is_harmless(json));
        if is_harmless(self.raw()) {
            self
        } else {
            self.without_raw()
        }
    }
}

/// Whether none of the [`KEYS`] stands in the text, escaped or not.
fn is_harmless(raw: &Raw) -> bool {
    let text = String::from_utf8_lossy(raw.as_bytes());
    let mut pieces = text.split("\\u00");
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let escaped = piece.split_at_checked(2);
        match escaped.and_then(|(hex, rest)| Some((u8::from_str_radix(hex, 16).ok()?, rest))) {
            Some((byte, rest)) => {
                plain.push(char::from(byte));
                plain.push_str(rest);
            }
            None => plain.push_str(piece),
        }
    }
    !names_one(&plain)
}

/// Whether one of the [`KEYS`] stands in the text, in any case.
fn names_one(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    KEYS.iter().any(|key| text.contains(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cases: N12.
    #[test]
    fn a_key_is_found_however_it_is_written() {
        for harmless in [
            "",
            "{}",
            r#"{"a":"\u00"}"#,
            r#"{"password":"\u00e9\u00zz"}"#,
        ] {
            assert!(is_harmless(&Raw::from(harmless)), "{harmless}");
        }
        for secret in [
            r#"{"whatsapp_apiKey":"x"}"#,
            r#"{"a":[{"sip_user_password":"x"}]}"#,
            r#"{"sip\u005fuser_\u0070assword":"x"}"#,
        ] {
            assert!(!is_harmless(&Raw::from(secret)), "{secret}");
        }
    }
}
