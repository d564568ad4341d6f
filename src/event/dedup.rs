//! The key that tells a repeated delivery from a new event.

use std::fmt::Write;

use super::{Content, Event};
use crate::event::content::{Edit, Keep, Pin, PollVote, Reaction, Revoke};

/// Longest part that stands in a key as it is.
const MAX_PART: usize = 160;

impl Event {
    /// Returns a text that is equal for two deliveries of the same thing and different otherwise, on every
    /// machine and in every version.
    ///
    /// Its form: parts joined by `:`, namely provider, kind, account (id of the number, else number, else
    /// id, instance or name) and then
    ///
    /// - of a message: direction, id, and for reaction, edit, revoke, pin, keep, vote and undecryptable
    ///   messages that word and the id of the message they are about;
    /// - of a status: id, status, participant, else recipient;
    /// - of anything else, and of a message or status without id: `sha256` and the SHA-256 of the item's
    ///   bytes without white space outside strings.
    ///
    /// In a part every byte but ASCII letters, digits, `.`, `_`, `@`, `=`, `+`, `/` and `-` is percent-encoded,
    /// and a part of more than 160 bytes is `sha256-` and its SHA-256. An absent part is empty.
    ///
    /// ```
    /// # use whatsapp_webhooks::engage;
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let body = r#"{"event_name":"msg_status","message_id":"wamid.A","message_status":"read",
    ///     "channel":{"sender_id":"5491150066000"},"recipient":{"id":"541150066001"}}"#;
    /// let events = engage::parse(body)?;
    /// assert_eq!(events[0].dedup_key(), "engage:status:5491150066000:wamid.A:read:541150066001");
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn dedup_key(&self) -> String {
        let mut key = format!("{}:{}", self.provider(), self.kind());
        let account = self.account();
        let account = (account.phone_number_id.as_ref().map(AsRef::as_ref))
            .or(account
                .phone_number
                .as_ref()
                .map(crate::types::PhoneNumber::as_str))
            .or(account.id.as_deref())
            .or(account.instance.as_deref())
            .or(account.name.as_deref());
        push(&mut key, account.unwrap_or_default());
        match self {
            Self::Message(message) => {
                if let Some(id) = &message.id {
                    push(
                        &mut key,
                        message.direction.as_ref().map_or("", |way| way.as_str()),
                    );
                    push(&mut key, id.as_str());
                    if let Some((word, target)) = target(&message.content) {
                        push(&mut key, word);
                        push(&mut key, target);
                    }
                    return key;
                }
            }
            Self::Status(status) => {
                if let Some(id) = &status.message_id {
                    push(&mut key, id.as_str());
                    push(&mut key, status.status.as_str());
                    let whose = status.participant.as_ref().or(status.recipient.as_ref());
                    push(
                        &mut key,
                        whose
                            .and_then(|party| party.id.as_deref())
                            .unwrap_or_default(),
                    );
                    return key;
                }
            }
            _ => {}
        }
        push(&mut key, "sha256");
        push(&mut key, &self.raw().digest());
        key
    }
}

/// The word and the target of a message that is about another one.
fn target(content: &Content) -> Option<(&'static str, &str)> {
    let about = match content {
        Content::Reaction(about) => {
            let Reaction { message_id, .. } = &**about;
            message_id
        }
        Content::Edit(about) => {
            let Edit { message_id, .. } = &**about;
            message_id
        }
        Content::Revoke(about) => {
            let Revoke { message_id, .. } = &**about;
            message_id
        }
        Content::Pin(about) => {
            let Pin { message_id, .. } = &**about;
            message_id
        }
        Content::Keep(about) => {
            let Keep { message_id, .. } = &**about;
            message_id
        }
        Content::PollVote(about) => {
            let PollVote { poll_id, .. } = &**about;
            poll_id
        }
        Content::Undecryptable(_) => &None,
        _ => return None,
    };
    Some((content.kind(), about.as_ref().map_or("", |id| id.as_str())))
}

fn push(key: &mut String, part: &str) {
    use sha2::{Digest, Sha256};
    key.push(':');
    if part.len() > MAX_PART {
        key.push_str("sha256-");
        key.push_str(&base16ct::lower::encode_string(&Sha256::digest(part)));
        return;
    }
    for byte in part.bytes() {
        match byte {
            b'a'..=b'z'
            | b'A'..=b'Z'
            | b'0'..=b'9'
            | b'.'
            | b'_'
            | b'@'
            | b'='
            | b'+'
            | b'/'
            | b'-' => {
                key.push(char::from(byte));
            }
            _ => {
                // Writing to a `String` cannot fail.
                let _ = write!(key, "%{byte:02X}");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_cannot_be_mistaken_for_one_another() {
        let joined = |parts: [&str; 2]| {
            let mut key = String::new();
            for part in parts {
                push(&mut key, part);
            }
            key
        };
        assert_ne!(joined(["a:b", "c"]), joined(["a", "b:c"]));
        assert_eq!(joined(["a:b", "é%"]), ":a%3Ab:%C3%A9%25");
        assert!(joined(["x", &"y".repeat(1 << 20)]).len() < 100);
    }
}
