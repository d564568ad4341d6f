//! What a handler does with events, and how its tests build them.

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

use whatsapp_webhooks::event::content::{Media, Text};
use whatsapp_webhooks::event::{
    Chat, ChatKind, Direction, EventMeta, Message, MessageStatus, Origin, PricingCategory,
    StatusUpdate, TemplateUpdate,
};
use whatsapp_webhooks::types::{
    InvalidPhoneNumber, InvalidTimestamp, MessageId, PhoneNumber, PhoneNumberId, Raw, Timestamp,
};
use whatsapp_webhooks::{Content, Event, Provider, partner, whatzmeapi};

use crate::support::{all_fixtures, fixtures};

/// An inbound text of one person.
fn message() -> Message {
    let content = Content::from(Text::default());
    let mut message = Message::new(EventMeta::new(Provider::Meta), content, Raw::from("{}"));
    message.direction = Some(Direction::Inbound);
    message.from = Some(Box::default());
    if let Some(from) = &mut message.from {
        from.id = Some("16505551234".to_owned());
    }
    message
}

fn in_chat(kind: ChatKind) -> Message {
    let mut message = message();
    let mut chat = Chat::default();
    chat.id = Some("group-1".to_owned());
    chat.kind = Some(kind);
    message.chat = Some(chat);
    message
}

#[test]
fn a_live_inbound_message_is_answered_where_it_was_written() {
    assert_eq!(message().reply_to(), Some("16505551234"));
    assert_eq!(in_chat(ChatKind::Person).reply_to(), Some("16505551234"));
    assert!(!message().is_group() && in_chat(ChatKind::Group).is_group());
    assert_eq!(in_chat(ChatKind::Group).reply_to(), Some("group-1"));
    let mut nameless = in_chat(ChatKind::Group);
    nameless.chat.as_mut().unwrap().id = None;
    assert_eq!(nameless.reply_to(), None);
    for kind in ["broadcast", "newsletter", "status", "new"] {
        assert_eq!(in_chat(ChatKind::from(kind)).reply_to(), None, "{kind}");
    }
    for origin in [Origin::Echo, Origin::History, Origin::Standby] {
        let mut copy = message();
        copy.origin = origin;
        assert_eq!(copy.reply_to(), None);
    }
    for direction in [None, Some(Direction::Outbound)] {
        let mut other = message();
        other.direction = direction;
        assert_eq!(other.reply_to(), None);
    }
}

#[test]
fn in_every_fixture_an_answer_goes_to_the_sender_or_the_group() {
    let mut answered = 0;
    for fixture in all_fixtures() {
        for event in fixture.events() {
            let Some(message) = event.as_message() else {
                continue;
            };
            if let Some(id) = message.reply_to() {
                answered += 1;
                let chat = message.chat.as_ref().and_then(|chat| chat.id.as_deref());
                let from = message.from.as_ref().and_then(|from| from.id.as_deref());
                let expected = if message.is_group() { chat } else { from };
                assert_eq!(Some(id), expected, "{}", fixture.place());
            }
        }
    }
    assert!(answered > 100, "{answered}");
}

#[test]
fn events_are_looked_into_without_a_match() {
    let event = Event::from(message());
    assert_eq!(event.as_message(), Some(&message()));
    assert_eq!(event.as_status(), None);
    assert_eq!(event.clone().into_call(), None);
    assert_eq!(event.into_message(), Some(message()));
    for fixture in all_fixtures() {
        for event in fixture.events() {
            assert_eq!(event.as_message().is_some(), event.kind() == "message");
            assert_eq!(event.as_status().is_some(), event.kind() == "status");
            assert_eq!(event.as_unknown().is_some(), event.kind() == "unknown");
        }
    }
}

#[test]
fn an_event_prints_as_kind_provider_and_key() {
    let event = fixtures(Provider::Engage)[0].events().remove(0);
    assert_eq!(
        event.to_string(),
        format!("status engage {}", event.dedup_key())
    );
}

#[test]
fn a_new_event_says_nothing_that_was_not_given() {
    let meta = EventMeta::new(Provider::Meta);
    let status = Event::from(StatusUpdate::new(
        meta.clone(),
        MessageStatus::Read,
        Raw::default(),
    ));
    let head = |event: &Event| {
        let key = event.dedup_key();
        format!(r#"{{"meta":{{"provider":"meta","account":{{}},"path":"","key":"{key}"}}"#)
    };
    assert_eq!(
        serde_json::to_string(&status).unwrap(),
        format!(r#"{{"status":{},"status":"read"}}}}"#, head(&status))
    );
    let raw = Raw::from(r#"{"event":"APPROVED"}"#);
    let template = Event::from(TemplateUpdate::new(meta, raw));
    assert_eq!(
        serde_json::to_string(&template).unwrap(),
        format!(
            r#"{{"template":{},"raw":{{"event":"APPROVED"}}}}}}"#,
            head(&template)
        )
    );
}

#[test]
fn short_events_are_read() {
    let json = r#"{"message":{"meta":{"provider":"cooby"},"content":{"text":{"body":"hi"}}}}"#;
    let message = serde_json::from_str::<Event>(json).unwrap().into_message();
    let message = message.unwrap();
    assert_eq!(
        (message.text(), &message.origin),
        (Some("hi"), &Origin::Live)
    );
    assert_eq!(message.meta.path, "");
    assert_eq!(message.raw, Raw::default());
    for incomplete in [
        r#"{"message":{"meta":{"provider":"cooby"}}}"#,
        r#"{"message":{"content":{"text":{"body":"hi"}}}}"#,
        r#"{"status":{"meta":{"provider":"cooby"}}}"#,
        r#"{"template":{"meta":{}}}"#,
    ] {
        assert!(serde_json::from_str::<Event>(incomplete).is_err());
    }
}

#[test]
fn the_file_of_a_message_is_had_whatever_its_kind() {
    let mut media = Media::default();
    media.id = Some("1".to_owned());
    for content in [Content::Video, Content::Audio, Content::Sticker] {
        assert_eq!(content(Box::new(media.clone())).media(), Some(&media));
    }
    assert_eq!(Content::from(Text::default()).media(), None);
}

/// Cases: N12.
#[test]
fn secrets_and_bytes_are_left_out_on_request() {
    let body = r#"{"event":"whatsapp","whatsapp":"5511940001111","whatsapp_reference":"r-1","whatsapp_apiKey":"hunter2"}"#;
    let event = partner::parse(body).unwrap().remove(0).without_secrets();
    let json = serde_json::to_string(&event).unwrap();
    assert!(!json.contains("hunter2") && json.contains("r-1"), "{json}");
    assert_eq!(event.as_partner_whatsapp().unwrap().api_key, None);

    let settings = r#"{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{
        "field":"account_settings_update","value":{"type":"phone_number_settings","phone_number_settings":{
        "calling":{"sip":{"servers":[{"sip_user_password":"hunter2"}]}}}}}]}]}"#;
    for event in Provider::Meta.parse(settings).unwrap() {
        let json = serde_json::to_string(&event.without_secrets()).unwrap();
        assert!(!json.contains("hunter2"), "{json}");
    }
    let beside = r#"{"object":"whatsapp_business_account","entry":[{"id":"1","shard":7,"sip_user_password":"hunter2","changes":[
        {"field":"account_review_update","value":{"decision":"APPROVED"}}]}]}"#;
    for event in Provider::Meta.parse(beside).unwrap() {
        let event = event.without_secrets();
        let json = serde_json::to_string(&event).unwrap();
        assert!(
            !json.contains("hunter2") && json.contains("shard"),
            "{json}"
        );
        assert!(!event.raw().as_bytes().is_empty());
    }
    for fixture in all_fixtures() {
        for event in fixture.events() {
            let kept = event.clone().without_secrets();
            assert!(
                kept == event
                    || event.provider() == Provider::Partner
                    || kept.raw().as_bytes().is_empty()
            );
            let bare = event.clone().without_raw();
            assert!(bare.raw().as_bytes().is_empty());
            assert_eq!(bare.meta(), event.meta());
        }
    }
}

#[test]
fn the_bytes_of_an_event_are_read_as_the_provider_wrote_them() {
    let body = r#"{"event":"messages.upsert","messages":[{"pushName":"Dana","key":{"id":"A","fromMe":false,
        "remoteJid":"5215533007711@s.whatsapp.net"},"message":{"conversation":"hi"}}]}"#;
    let event = whatzmeapi::parse(body).unwrap().remove(0);
    let item: whatzmeapi::payload::WebMessage<'_> = event.raw().read().unwrap();
    assert_eq!(item.push_name.as_deref(), Some("Dana"));
}

#[test]
fn ids_come_from_text_and_go_back() {
    let id: MessageId = "wamid.A".parse().unwrap();
    assert_eq!(id, MessageId::from("wamid.A".to_owned()));
    assert_eq!(String::from(id.clone()), "wamid.A");
    let seen = BTreeMap::from([(id, 1)]);
    assert_eq!(seen.get("wamid.A"), Some(&1));
    assert_eq!(PhoneNumberId::from("1".to_owned()).as_str(), "1");
}

#[test]
fn times_are_converted_where_they_can_be() {
    let time: Timestamp = "2026-07-14T00:33:20.5-03:00".parse().unwrap();
    assert_eq!(time.unix_millis(), 1_784_000_000_500);
    let system = SystemTime::from(time);
    assert_eq!(
        system,
        SystemTime::UNIX_EPOCH + Duration::from_millis(1_784_000_000_500)
    );
    assert_eq!(Timestamp::try_from(system), Ok(time));
    assert_eq!(
        Timestamp::try_from(system + Duration::from_nanos(999)),
        Ok(time)
    );
    let moment = time::OffsetDateTime::from(time);
    assert_eq!(Timestamp::try_from(moment), Ok(time));
    let early = SystemTime::UNIX_EPOCH - Duration::from_secs(1);
    let error: InvalidTimestamp = Timestamp::try_from(early).unwrap_err();
    assert_eq!("yesterday".parse::<Timestamp>(), Err(error));
    assert!(Timestamp::try_from(time::OffsetDateTime::UNIX_EPOCH).is_err());
}

#[test]
fn phone_numbers_are_read_from_text() {
    let number: PhoneNumber = "+1 650 555 1234".parse().unwrap();
    assert_eq!(PhoneNumber::try_from("16505551234"), Ok(number));
    let error: InvalidPhoneNumber = PhoneNumber::try_from("Zq71").unwrap_err();
    assert!(!error.to_string().contains("Zq71"));
}

#[test]
fn words_are_written_as_they_came() {
    for word in [
        "service",
        "authentication-international",
        "authentication_international",
        "new",
    ] {
        let category = PricingCategory::from(word);
        assert_eq!(category.as_str(), word);
        assert_eq!(
            serde_json::to_string(&category).unwrap(),
            format!("\"{word}\"")
        );
    }
}
