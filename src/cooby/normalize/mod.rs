//! Conversion from Cooby's wire types to events.

mod chat;
mod content;
mod party;

use std::borrow::Cow;
use std::sync::Arc;

use self::chat::{chat, chat_kind, name_of, peer};
use self::content::{Parts, STORY, content};
use self::party::Named;
use super::fits;
use super::payload::{self, Payload};
use crate::collector::{Collector, Item, Problem, Scope};
use crate::event::{Account, ChatKind, Direction, Message, Origin};
use crate::json::{self, RawSlice};
use crate::marks::{Marks, Object};
use crate::path::Path;
use crate::types::{MessageId, PhoneNumber};

pub(super) fn events(root: RawSlice<'_>, collector: &mut Collector<'_>) -> json::Result<()> {
    let payload: Payload<'_> = json::read(root)?;
    if !fits(&marks(&payload)) {
        return Err(Collector::wrong_envelope(root));
    }
    let scope = Scope {
        account: account(&payload),
        topic: None,
        ..Scope::default()
    };
    match message(&payload, &scope, collector, root) {
        Ok(message) => collector.push(message),
        Err(problem) => {
            let message = payload.message.as_ref();
            let word = message.and_then(|message| message.r#type.as_deref());
            let at = payload
                .timestamp
                .or(message.and_then(|message| message.timestamp));
            let item = Item {
                slice: root,
                path: Path::default(),
            };
            collector.malformed(&scope, word.unwrap_or_default(), item, at, &problem);
        }
    }
    Ok(())
}

fn marks<'p>(payload: &'p Payload<'_>) -> Marks<'p> {
    Marks {
        direction: payload.direction.as_deref().map(Cow::Borrowed),
        message: payload.message.as_ref().map(|_| Object {}),
        sender: payload.sender.as_ref().map(|_| Object {}),
        sender_phone: payload.sender_phone.as_deref().map(Cow::Borrowed),
        chat_id: payload.chat_id.as_deref().map(Cow::Borrowed),
        chatid: payload.chatid.as_deref().map(Cow::Borrowed),
        user_phone: payload.user_phone.as_deref().map(Cow::Borrowed),
        ..Marks::default()
    }
}

fn account(payload: &Payload<'_>) -> Arc<Account> {
    let user = payload.user_phone.as_deref();
    let phone_number = user.and_then(PhoneNumber::parse);
    // A value that is not a phone number is kept as an ID.
    let id = if phone_number.is_none() { user } else { None };
    Arc::new(Account {
        id: id.map(str::to_owned),
        phone_number,
        email: payload.user_email.as_deref().map(str::to_owned),
        ..Account::default()
    })
}

fn message(
    payload: &Payload<'_>,
    scope: &Scope,
    collector: &Collector<'_>,
    root: RawSlice<'_>,
) -> Result<Message, Problem> {
    let Payload {
        chat_id,
        chatid,
        chat_type,
        chattype,
        chat_title,
        chattitle,
        sender,
        sender_phone,
        sender_name,
        participants,
        user_phone,
        user_email: _,
        direction,
        message,
        timestamp,
    } = payload;
    let payload::Message {
        id,
        r#type: word,
        text,
        file_name,
        file_url,
        caption,
        timestamp: inner_timestamp,
    } = message.as_ref().ok_or(Problem::no_object("message"))?;
    let chat_id = chat_id.as_deref().or(chatid.as_deref());
    let chat_type = chat_type.as_deref().or(chattype.as_deref());
    let is_story = (word.as_deref()).is_some_and(|word| word.eq_ignore_ascii_case(STORY));
    let kind = if is_story {
        Some(ChatKind::Status)
    } else {
        chat_kind(chat_type, chat_id, participants.len())
    };
    let direction = direction.as_deref().map(direction_of);
    let sender = sender.as_ref().map(Named::from).unwrap_or_default();
    let from = Named {
        number: sender.number.or(sender_phone.as_deref()),
        name: sender.name.or(sender_name.as_deref()),
    };
    let to = match direction {
        _ if kind.as_ref().is_some_and(|kind| *kind != ChatKind::Person) => None,
        Some(Direction::Inbound) => user_phone.as_deref(),
        // The user is the sender of every outbound message.
        Some(Direction::Outbound) => {
            let user = user_phone.as_deref().or(from.number);
            peer(chat_id, participants, user)
        }
        _ => None,
    };
    Ok(Message {
        meta: collector.meta(scope, Path::default(), timestamp.or(*inner_timestamp)),
        id: id.as_deref().map(MessageId::from),
        direction,
        origin: Origin::Live,
        creation_type: None,
        status: None,
        chat: chat(
            chat_id,
            kind,
            chat_title.as_deref().or(chattitle.as_deref()),
            participants,
        ),
        from: if from.is_empty() {
            None
        } else {
            Some(Box::new(from.into()))
        },
        to: to.map(|number| {
            let name = name_of(number, participants);
            let number = Some(number);
            Arc::new(Named { number, name }.into())
        }),
        content: content(
            word.as_deref(),
            &Parts::new(
                text.as_deref(),
                caption.as_deref(),
                file_name.as_deref(),
                file_url.as_deref(),
            ),
        ),
        context: None,
        referral: None,
        errors: Vec::new(),
        raw: collector.raw(root),
    })
}

fn direction_of(word: &str) -> Direction {
    match word.to_ascii_lowercase().as_str() {
        "received" => Direction::Inbound,
        "sent" => Direction::Outbound,
        known if Direction::KNOWN.contains(&known) => Direction::from(known),
        _ => Direction::from(word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Event;
    use crate::cooby::parse;
    use crate::event::Party;

    fn party(number: &str, name: &str) -> Party {
        let (number, name) = (Some(number), Some(name));
        Named { number, name }.into()
    }

    /// Reads the message of a body that has these keys in addition to a text.
    fn message(keys: &str) -> Message {
        let body = format!(r#"{{"message":{{"type":"chat","text":"x"}},{keys}}}"#);
        match parse(body).unwrap().remove(0) {
            Event::Message(message) => *message,
            other => panic!("{other:?}"),
        }
    }

    fn to(keys: &str) -> Option<String> {
        message(keys).to?.id.clone()
    }

    #[test]
    fn the_peer_is_the_number_that_is_not_the_users() {
        for numbers in ["447700900455_5511900000721", "5511900000721_447700900455"] {
            let keys = format!(
                r#""chat_id":"{numbers}@c.us","user_phone":"+447700900455","direction":"sent""#
            );
            assert_eq!(to(&keys).as_deref(), Some("5511900000721"));
        }
        let sender = r#""chat_id":"1_2@c.us","sender":{"phone":1},"direction":"sent""#;
        assert_eq!(to(sender).as_deref(), Some("2"));
        for none in [
            r#""chat_id":"1_2@c.us","user_phone":"3","direction":"sent""#,
            r#""chat_id":"1_1@c.us","user_phone":"1","direction":"sent""#,
            r#""chat_id":"1_2@c.us","direction":"sent""#,
            r#""chat_id":"1_2@g.us","user_phone":"1","direction":"sent""#,
            r#""chat_id":"12@c.us","user_phone":"1","direction":"sent""#,
            r#""chat_id":"1_2@c.us","user_phone":"1","direction":"moved""#,
        ] {
            assert_eq!(to(none), None, "{none}");
        }
    }

    #[test]
    fn participants_tell_the_peer_where_the_id_does_not() {
        let message = message(
            r#""participants":[{"phone":1},{"phone":"+2","wa_name":"Dana"}],"user_phone":"1","direction":"SENT""#,
        );
        assert_eq!(message.chat.unwrap().id, None);
        assert_eq!(*message.to.unwrap(), party("+2", "Dana"));
    }

    #[test]
    fn what_comes_in_is_addressed_to_the_user_but_for_groups() {
        let received = |chat: &str| {
            to(&format!(
                r#""chat_id":"{chat}","user_phone":"1","direction":"received""#
            ))
        };
        assert_eq!(received("12@c.us").as_deref(), Some("1"));
        assert_eq!(received("12").as_deref(), Some("1"));
        assert_eq!(received("12@g.us"), None);
        let three = r#""participants":[{"phone":1},{"phone":2},{"phone":3}],"user_phone":1,"direction":"received""#;
        assert_eq!(to(three), None);
    }

    /// Cases: I04.
    #[test]
    fn each_key_is_read_in_both_spellings_and_the_underscore_wins() {
        let chat = |keys: &str| {
            message(&format!(r#"{keys},"direction":"sent""#))
                .chat
                .unwrap()
        };
        let mixed = chat(r#""chatid":"1@g.us","chat_title":"T","chattype":"individual""#);
        assert_eq!(
            (mixed.id.as_deref(), mixed.kind, mixed.title.as_deref()),
            (Some("1@g.us"), Some(ChatKind::Person), Some("T"))
        );
        let both = chat(
            r#""chat_id":"1@g.us","chatid":"2@g.us","chattitle":"B","chat_title":"A","chattype":"x""#,
        );
        assert_eq!(
            (both.id.as_deref(), both.title.as_deref()),
            (Some("1@g.us"), Some("A"))
        );
        assert_eq!(both.kind.unwrap().as_str(), "x");
    }

    #[test]
    fn times_are_read_in_four_forms_and_in_both_places() {
        let at = |body: &str| {
            let at = parse(body.to_owned()).unwrap().remove(0).occurred_at();
            at.map(|at| at.to_string())
        };
        for time in [
            r#""1716000000""#,
            "1716000000",
            "1716000000000",
            r#""2024-05-18T02:40:00Z""#,
        ] {
            let expected = Some("2024-05-18T02:40:00Z".to_owned());
            let top = format!(r#"{{"direction":"sent","message":{{}},"timestamp":{time}}}"#);
            assert_eq!(at(&top), expected, "{top}");
            let inside = format!(r#"{{"direction":"sent","message":{{"timestamp":{time}}}}}"#);
            assert_eq!(at(&inside), expected, "{inside}");
        }
        let both = r#"{"direction":"sent","message":{"timestamp":5},"timestamp":"soon"}"#;
        assert_eq!(at(both).as_deref(), Some("1970-01-01T00:00:05Z"));
    }

    #[test]
    fn a_number_that_is_none_stays_as_received() {
        let message = message(
            r#""sender":{"wa_name":"Dana"},"sender_phone":"US.1","sender_name":"No","user_phone":"US.2""#,
        );
        assert_eq!(*message.from.unwrap(), party("US.1", "Dana"));
        assert_eq!(message.direction, None);
        let account = &message.meta.account;
        assert_eq!(
            (account.id.as_deref(), &account.phone_number),
            (Some("US.2"), &None)
        );
    }

    #[test]
    fn without_a_message_it_is_malformed_and_without_marks_no_delivery() {
        for body in [
            r#"{"direction":"sent","user_phone":"1"}"#,
            r#"{"chatid":"1","user_phone":"1","message":"x"}"#,
            r#"{"chatid":"1","sender":{},"message":[]}"#,
        ] {
            let events = parse(body).unwrap();
            let [Event::Malformed(malformed)] = &*events else {
                panic!("{events:?}")
            };
            assert_eq!(malformed.error.path, "message", "{body}");
        }
        for body in ["{}", r#"{"message":{}}"#, r#"{"direction":"sent"}"#, "[]"] {
            assert!(parse(body).is_err(), "{body}");
        }
    }
}
