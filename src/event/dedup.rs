//! The key that tells a repeated delivery from a new event.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::Provider;
use crate::event::content::{Content, Media};
use crate::event::{Chat, Event, GroupEvent, Message, Party};
use crate::types::{MessageId, PhoneNumber};

/// Longest part that stands in a key as it is.
const MAX_PART: usize = 160;

impl Event {
    /// Returns a text that is equal for two deliveries of the same thing and different otherwise, on every
    /// machine and in every version.
    ///
    /// Its form: parts joined by `:`, namely provider, kind, account (id of the number, else number, else
    /// id, instance or name) and then
    ///
    /// - of a message: direction, id of the chat, id, and for reaction, edit, revoke, pin, keep, vote, undecryptable
    ///   and unsupported messages that word and the id of the message they are about;
    /// - of a message of Cooby that has a time but no id: direction, `parts`, and the SHA-256 of author (number,
    ///   else id, else name), milliseconds since 1970, kind of content, provider's word for the kind, text, URL,
    ///   name of the file, id of the chat, and without that id the number, else id, of each participant in
    ///   ascending order, and without participants the title of the chat. Each of these is its length in bytes,
    ///   `:` and itself; an absent one is `-`.
    /// - of a status: id, status, participant, else recipient;
    /// - of a notice about a group that has an id: id of the group, id, what happened;
    /// - of anything else, and of a message or status without id: `sha256` and the SHA-256 of the item's
    ///   bytes without white space outside strings.
    ///
    /// The ids of chats, recipients and participants, and ids of messages with an `@` in them, stand as the
    /// first 16 hex digits of their SHA-256: they hold phone numbers, and keys end up in logs. In any other part
    /// every byte but ASCII letters, digits, `.`, `_`, `@`, `=`, `+`, `/` and `-` is percent-encoded,
    /// and a part of more than 160 bytes is `sha256-` and its SHA-256. An absent part is empty.
    ///
    /// ```
    /// # use whatsapp_webhooks::engage;
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let body = r#"{"event_name":"msg_status","message_id":"wamid.A","message_status":"read",
    ///     "channel":{"sender_id":"5491150066000"},"recipient":{"id":"541150066001"}}"#;
    /// let events = engage::parse(body)?;
    /// assert_eq!(events[0].dedup_key(), "engage:status:5491150066000:wamid.A:read:2d18e4f9b47d36c2");
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn dedup_key(&self) -> String {
        let mut key = format!("{}:{}", self.provider(), self.kind());
        let account = self.account();
        let account = (account.phone_number_id.as_ref().map(AsRef::as_ref))
            .or(account.phone_number.as_ref().map(PhoneNumber::as_str))
            .or(account.id.as_deref())
            .or(account.instance.as_deref())
            .or(account.name.as_deref());
        push(&mut key, account.unwrap_or_default());
        match self {
            Self::Message(message) => {
                let direction = message.direction.as_ref().map_or("", |way| way.as_str());
                if let Some(id) = &message.id {
                    let chat = message.chat.as_ref().and_then(|chat| chat.id.as_deref());
                    push(&mut key, direction);
                    push_hashed(&mut key, chat.unwrap_or_default());
                    push_id(&mut key, id.as_str());
                    if let Some((word, target)) = message.content.about() {
                        push(&mut key, word);
                        push_id(&mut key, target.map_or("", MessageId::as_str));
                    }
                    return key;
                }
                if let Some(parts) = parts(message) {
                    push(&mut key, direction);
                    push(&mut key, "parts");
                    push(&mut key, &parts);
                    return key;
                }
            }
            Self::Status(status) => {
                if let Some(id) = &status.message_id {
                    push_id(&mut key, id.as_str());
                    push(&mut key, status.status.as_str());
                    let whose = status.participant.as_ref().or(status.recipient.as_ref());
                    let whose = whose.and_then(|party| party.id.as_deref());
                    push_hashed(&mut key, whose.unwrap_or_default());
                    return key;
                }
            }
            Self::Group(group) => {
                if let Some(id) = &group.message_id {
                    push_hashed(&mut key, group.id.as_deref().unwrap_or_default());
                    push_id(&mut key, id.as_str());
                    push(
                        &mut key,
                        group.event.as_ref().map_or("", GroupEvent::as_str),
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

/// What tells one message of Cooby's old form from another: it has no id. The names of people, which come
/// with it, change; so its bytes are not the same for ever.
fn parts(message: &Message) -> Option<String> {
    let at = message.meta.occurred_at?;
    if message.meta.provider != Provider::Cooby {
        return None;
    }
    let content = &message.content;
    let (word, url, file_name) = match content {
        Content::System(notice) => (notice.kind.as_deref(), None, None),
        Content::Interactive(offer) => (offer.kind.as_deref(), None, None),
        Content::Unsupported(other) => (other.kind.as_deref(), None, None),
        Content::Unknown(other) => (other.kind.as_deref(), None, None),
        _ => content.media().map_or((None, None, None), |media| {
            let Media {
                file_type,
                url,
                file_name,
                ..
            } = media;
            (file_type.as_deref(), url.as_deref(), file_name.as_deref())
        }),
    };
    let mut all = String::new();
    let author = message.from.as_ref();
    part(
        &mut all,
        author.and_then(|author| identity(author).or(author.name.as_deref())),
    );
    part(&mut all, Some(&at.unix_millis().to_string()));
    part(&mut all, Some(content.kind()));
    for text in [word, content.text(), url, file_name] {
        part(&mut all, text);
    }
    let nowhere = Chat::default();
    let Chat {
        id,
        kind: _,
        title,
        participants,
    } = message.chat.as_ref().unwrap_or(&nowhere);
    part(&mut all, id.as_deref());
    if id.is_none() {
        let mut people: Vec<&str> = participants.iter().filter_map(identity).collect();
        people.sort_unstable();
        for person in &people {
            part(&mut all, Some(person));
        }
        if people.is_empty() {
            part(&mut all, None);
            part(&mut all, title.as_deref());
        }
    }
    Some(base16ct::lower::encode_string(&Sha256::digest(all)))
}

fn identity(party: &Party) -> Option<&str> {
    let number = party.phone.as_ref().map(PhoneNumber::as_str);
    number.or(party.id.as_deref())
}

/// A part with its length, so that no text can pass for the end of another.
fn part(all: &mut String, part: Option<&str>) {
    match part {
        // Writing to a `String` cannot fail.
        Some(part) => drop(write!(all, "{}:{part}", part.len())),
        None => all.push('-'),
    }
}

/// An id of a message: some hold an address, and so a phone number.
fn push_id(key: &mut String, id: &str) {
    if id.contains('@') {
        push_hashed(key, id);
    } else {
        push(key, id);
    }
}

fn push_hashed(key: &mut String, part: &str) {
    if part.is_empty() {
        return push(key, part);
    }
    let hash = base16ct::lower::encode_string(&Sha256::digest(part));
    push(key, hash.get(..16).unwrap_or_default());
}

fn push(key: &mut String, part: &str) {
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
    use crate::cooby;

    /// The key of a message of Cooby's old form, with these changes.
    fn old(changes: &[(&str, &str)]) -> String {
        let mut body = r#"{"chat_title":"T","sender":{"phone":"1","wa_name":"Dana"},
            "participants":[{"phone":"1","wa_name":"Dana"},{"phone":"2","wa_name":"Desk"}],"user_phone":"2",
            "direction":"received","message":{"type":"image","text":"hi","file_url":"u"},
            "timestamp":"1716000000"}"#
            .to_owned();
        for (from, to) in changes {
            assert!(body.contains(from), "{from}");
            body = body.replace(from, to);
        }
        cooby::parse(body).unwrap().remove(0).dedup_key()
    }

    #[test]
    fn a_message_without_id_has_a_key_of_its_parts() {
        let key = old(&[]);
        assert_eq!(
            key,
            format!(
                "cooby:message:2:inbound:parts:{}",
                base16ct::lower::encode_string(&Sha256::digest(
                    "1:113:17160000000005:image-2:hi1:u--1:11:2"
                ))
            )
        );
        for same in [
            [(r#""T""#, r#""Renamed""#)],
            [("Dana", "Dana R.")],
            [("\"1716000000\"", "1716000000000")],
            [(r#""phone":"1""#, r#""phone":"+1""#)],
            [("\"direction\":\"received\"", "\"direction\":\"RECEIVED\"")],
        ] {
            assert_eq!(old(&same), key, "{same:?}");
        }
        for other in [
            [(r#""sender":{"phone":"1""#, r#""sender":{"phone":"2""#)],
            [("1716000000", "1716000001")],
            [("received", "sent")],
            [("image", "video")],
            [("image", "hologram")],
            [("hi", "ho")],
            [(r#""u""#, r#""v""#)],
            [(r#""file_url":"u""#, r#""file_name":"u""#)],
            [(r#"},{"phone":"2""#, r#"},{"phone":"3""#)],
            [(r#""user_phone":"2""#, r#""user_phone":"3""#)],
        ] {
            assert_ne!(old(&other), key, "{other:?}");
        }
        assert!(old(&[("1716000000", "")]).contains(":2:sha256:"));
        assert!(old(&[(r#""type""#, r#""id":"A","type""#)]).ends_with(":inbound::A"));
    }

    #[test]
    fn words_and_parts_cannot_pass_for_one_another() {
        let unknown = old(&[("image", "hologram")]);
        assert_ne!(old(&[("image", "mirage")]), unknown);
        let joined = |parts: [Option<&str>; 2]| {
            let mut all = String::new();
            for each in parts {
                part(&mut all, each);
            }
            all
        };
        assert_eq!(joined([Some("é"), None]), "2:é-");
        assert_ne!(joined([Some("-"), None]), joined([None, Some("-")]));
        assert_ne!(joined([Some(""), Some("a")]), joined([Some("a"), Some("")]));
    }

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
