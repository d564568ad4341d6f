//! The deduplication key of an event.

use crate::Provider;
use crate::event::content::{Content, Media, SystemKind, UnsupportedKind};
use crate::event::key::{Identity, Parts, key};
use crate::event::{Chat, ChatKind, Direction, Event, Message, MessageStatus, Party, StatusUpdate};
use crate::types::{Jid, MessageId, PhoneNumber};

impl Event {
    /// Returns the deduplication key: equal for repeated deliveries of an event, different for different events, and the
    /// same on every machine and in every version.
    ///
    /// The JSON of an event contains the key as `meta.key`. An event that was read from JSON with a key, or whose raw
    /// JSON was removed, keeps its key.
    ///
    /// # Format
    ///
    /// The name of the provider, `:`, and 32 hex digits: the first half of the SHA-256 hash of the parts below. The key
    /// reveals no data, so it can be logged and indexed.
    ///
    /// | event | parts |
    /// |---|---|
    /// | a message with an ID | `message`, account, direction, ID, chat, author, word, target, time |
    /// | a message of Cooby's old format, which has a time but no ID | `parts`, account, direction, author, time, kind of the content, the provider's word for the kind, text, URL, file name, ID of the chat; without that ID each participant in ascending order; without participants an absent part and the title of the chat |
    /// | a status with an ID | `status`, account, message ID, status, participant; for a failure also its time, because the same message can fail again |
    /// | any other event | `item`, account, time, and the canonical JSON of the item |
    ///
    /// - **Parts**: each is written as its length in bytes, `:` and its value; an absent part is `-`. The canonical JSON
    ///   has no length.
    /// - **Chat and author** are present only in groups, broadcast lists, channels and stories, where two people may use
    ///   the same ID. The author of an outbound message is the account.
    /// - **Word and target** are the JSON tag of a reaction, edit, revoke, pin, keep or vote, and the ID of the message
    ///   that it is about. An undecryptable, unsupported or malformed message has a word and no target: a readable copy
    ///   with the same ID may follow.
    /// - **Time** is in milliseconds since 1970. For messages, it is present only for an edit.
    /// - **The account** is the ID of the phone number, or else the number, the ID, the instance or the name.
    /// - **People** are represented by the anonymous ID without the device, or else the number, the business-scoped ID or
    ///   the ID; in Cooby's old format by the number, or else the ID, and an author without either by the name.
    ///
    /// Canonical JSON has no white space. Keys are sorted by their bytes, and of a repeated key the last value counts.
    /// Strings escape only `"`, `\` and control characters (as `\u00xx`). Numbers are digits without zeros at either
    /// end, and a power of ten (`15e-1`). So the key stays the same if a database or a library writes the JSON anew,
    /// unless that changes the value of a number, for example by rounding it to 64 bits. In bytes that are not JSON, only
    /// white space outside strings is removed.
    ///
    /// Events that were created without raw JSON all have one key, except messages and statuses with an ID.
    ///
    /// # Examples
    ///
    /// ```
    /// # use whatsapp_webhooks::engage;
    /// let body = r#"{"event_name":"msg_status","message_id":"wamid.A","message_status":"read",
    ///     "channel":{"sender_id":"5491150066000"},"recipient":{"id":"541150066001"}}"#;
    /// let events = engage::parse(body)?;
    /// // The parts are `6:status13:54911500660007:wamid.A4:read--`.
    /// assert_eq!(events[0].dedup_key(), "engage:e2815b8df1ed6920b6b4798852d10d6f");
    /// # Ok::<(), whatsapp_webhooks::ParseError>(())
    /// ```
    #[must_use]
    pub fn dedup_key(&self) -> String {
        key(self.keyed())
    }
}

impl Identity for Message {
    fn identity(&self) -> Option<(&'static str, Parts)> {
        let Some(id) = &self.id else {
            return old_form(self).map(|parts| ("parts", parts));
        };
        let mut parts = Parts::default();
        parts.push(self.direction.as_ref().map(Direction::as_str));
        parts.push(Some(id.as_str()));
        let shared = self.chat.as_ref().filter(|chat| is_shared(chat));
        parts.push(shared.and_then(|chat| chat.id.as_deref()));
        let author = self.from.as_deref().filter(|_| {
            // The business writes from several devices and addresses.
            shared.is_some() && self.direction != Some(Direction::Outbound)
        });
        parts.push(author.and_then(person));
        let (word, target) = match self.content.about() {
            Some((word, target)) => (Some(word), target.map(MessageId::as_str)),
            None => (None, None),
        };
        parts.push(word);
        parts.push(target);
        let edited_at = match &self.content {
            Content::Edit(_) => self.meta.occurred_at,
            _ => None,
        };
        parts.push_time(edited_at);
        Some(("message", parts))
    }
}

impl Identity for StatusUpdate {
    fn identity(&self) -> Option<(&'static str, Parts)> {
        let id = self.message_id.as_ref()?;
        let mut parts = Parts::default();
        parts.push(Some(id.as_str()));
        parts.push(Some(self.status.as_str()));
        parts.push(self.participant.as_deref().and_then(person));
        let failed_at = match self.status {
            MessageStatus::Failed => self.meta.occurred_at,
            _ => None,
        };
        parts.push_time(failed_at);
        Some(("status", parts))
    }
}

/// Whether several people write in a chat. The id of a chat with one person comes as number or as anonymous id, so it
/// tells nothing.
fn is_shared(chat: &Chat) -> bool {
    matches!(
        chat.kind,
        Some(ChatKind::Group | ChatKind::Broadcast | ChatKind::Newsletter | ChatKind::Status)
    )
}

/// The id of a person that changes least.
fn person(party: &Party) -> Option<&str> {
    let lid = party.lid.as_deref();
    lid.map(|lid| Jid::parse(lid).map_or(lid, |lid| lid.user))
        .or(party.phone.as_ref().map(PhoneNumber::as_str))
        .or(party.user_id.as_deref())
        .or(party.id.as_deref())
}

/// What tells one message of Cooby's old form from another: it has no id. The names of people, which come
/// with it, change; so its bytes are not the same for ever.
fn old_form(message: &Message) -> Option<Parts> {
    let at = message.meta.occurred_at?;
    if message.meta.provider != Provider::Cooby {
        return None;
    }
    let content = &message.content;
    let (word, url, file_name) = match content {
        Content::System(notice) => (notice.kind.as_ref().map(SystemKind::as_str), None, None),
        Content::Interactive(offer) => (offer.kind.as_deref(), None, None),
        Content::Unsupported(other) => {
            (other.kind.as_ref().map(UnsupportedKind::as_str), None, None)
        }
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
    let mut parts = Parts::default();
    parts.push(message.direction.as_ref().map(Direction::as_str));
    let author = message.from.as_ref();
    parts.push(author.and_then(|author| number_or_id(author).or(author.name.as_deref())));
    parts.push_time(Some(at));
    parts.push(Some(content.kind()));
    for text in [word, content.text(), url, file_name] {
        parts.push(text);
    }
    let nowhere = Chat::default();
    let Chat {
        id,
        kind: _,
        title,
        participants,
    } = message.chat.as_ref().unwrap_or(&nowhere);
    parts.push(id.as_deref());
    if id.is_none() {
        let mut people: Vec<&str> = participants.iter().filter_map(number_or_id).collect();
        people.sort_unstable();
        for person in &people {
            parts.push(Some(person));
        }
        if people.is_empty() {
            parts.push(None);
            parts.push(title.as_deref());
        }
    }
    Some(parts)
}

fn number_or_id(party: &Party) -> Option<&str> {
    let number = party.phone.as_ref().map(PhoneNumber::as_str);
    number.or(party.id.as_deref())
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::*;
    use crate::{cooby, json};

    /// The message of Cooby's old form, with these changes.
    fn old(changes: &[(&str, &str)]) -> Event {
        let mut body = r#"{"chat_title":"T","sender":{"phone":"1","wa_name":"Dana"},
            "participants":[{"phone":"1","wa_name":"Dana"},{"phone":"2","wa_name":"Desk"}],"user_phone":"2",
            "direction":"received","message":{"type":"image","text":"hi","file_url":"u"},
            "timestamp":"1716000000"}"#
            .to_owned();
        for (from, to) in changes {
            assert!(body.contains(from), "{from}");
            body = body.replace(from, to);
        }
        cooby::parse(body).unwrap().remove(0)
    }

    fn hashed(parts: &str) -> String {
        let digest = base16ct::lower::encode_string(&Sha256::digest(parts));
        format!("cooby:{}", &digest[..32])
    }

    #[test]
    fn a_message_without_id_has_a_key_of_its_parts() {
        let key = old(&[]).dedup_key();
        assert_eq!(
            key,
            hashed("5:parts1:27:inbound1:113:17160000000005:image-2:hi1:u--1:11:2")
        );
        for same in [
            [(r#""T""#, r#""Renamed""#)],
            [("Dana", "Dana R.")],
            [("\"1716000000\"", "1716000000000")],
            [(r#""phone":"1""#, r#""phone":"+1""#)],
            [("\"direction\":\"received\"", "\"direction\":\"RECEIVED\"")],
        ] {
            assert_eq!(old(&same).dedup_key(), key, "{same:?}");
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
            assert_ne!(old(&other).dedup_key(), key, "{other:?}");
        }
        let timeless = old(&[("1716000000", "")]);
        let form = json::canonical_form(timeless.raw().as_str().unwrap()).unwrap();
        let form = String::from_utf8(form).unwrap();
        assert_eq!(timeless.dedup_key(), hashed(&format!("4:item1:2-{form}")));
        assert_eq!(
            old(&[(r#""type""#, r#""id":"A","type""#)]).dedup_key(),
            hashed("7:message1:27:inbound1:A-----")
        );
    }

    #[test]
    fn people_are_who_they_are_on_every_device() {
        let mut party = Party::default();
        assert_eq!(person(&party), None);
        party.id = Some("7:3@lid".to_owned());
        assert_eq!(person(&party), Some("7:3@lid"));
        party.user_id = Some("US.1".to_owned());
        assert_eq!(person(&party), Some("US.1"));
        party.phone = PhoneNumber::parse("+1 650");
        assert_eq!(person(&party), Some("1650"));
        party.lid = Some("7:3@lid".to_owned());
        assert_eq!(person(&party), Some("7"));
    }
}
