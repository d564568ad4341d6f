//! Cooby help centre, "Webhook column definitions", new and old version.

use whatsapp_webhooks::Provider;
use whatsapp_webhooks::event::ChatKind;

/// A message that the user received from a person.
fn received(message: &str) -> String {
    format!(
        r#"{{"chat_id":"447700900111_5511940001111@c.us","chat_type":"individual","chat_title":"Marina (lead)",
            "sender":{{"phone":"5511940001111","wa_name":"Marina"}},
            "participants":[{{"phone":"5511940001111","wa_name":"Marina"}},{{"phone":"447700900111","wa_name":"Desk"}}],
            "user_phone":"447700900111","user_email":"ops@example.com","direction":"received",
            "message":{message},"timestamp":"1716000000"}}"#
    )
}

#[track_caller]
fn says(body: &str, expected: &[(&str, &str)]) {
    super::says(Provider::Cooby, body, expected);
}

#[test]
fn a_chat_message_is_a_text_of_its_sender() {
    says(
        &received(r#"{"id":"3EB0A1","type":"chat","text":"Oi, tudo bem?"}"#),
        &[
            ("0 message id", "3EB0A1"),
            ("0 message direction", "inbound"),
            ("0 message content text body", "Oi, tudo bem?"),
            ("0 message from phone", "5511940001111"),
            ("0 message from name", "Marina"),
            ("0 message meta occurred_at", "2024-05-18T02:40:00Z"),
        ],
    );
}

#[test]
fn the_user_is_the_account_and_the_addressee() {
    says(
        &received(r#"{"id":"1","type":"chat","text":"x"}"#),
        &[
            ("0 message meta account phone_number", "447700900111"),
            ("0 message meta account email", "ops@example.com"),
            ("0 message to phone", "447700900111"),
            ("0 message to name", "Desk"),
        ],
    );
}

#[test]
fn the_chat_has_its_id_title_kind_and_everybody() {
    says(
        &received(r#"{"id":"1","type":"chat","text":"x"}"#),
        &[
            ("0 message chat id", "447700900111_5511940001111@c.us"),
            ("0 message chat title", "Marina (lead)"),
            ("0 message chat kind", "person"),
            ("0 message chat participants 1 phone", "447700900111"),
        ],
    );
}

#[test]
fn what_was_sent_goes_to_the_other_number_of_the_chat() {
    let body = received(r#"{"id":"1","type":"chat","text":"x"}"#)
        .replace("received", "sent")
        .replace(
            r#""sender":{"phone":"5511940001111","wa_name":"Marina"}"#,
            r#""sender":{"phone":"447700900111","wa_name":"Desk"}"#,
        );
    says(
        &body,
        &[
            ("0 message direction", "outbound"),
            ("0 message from phone", "447700900111"),
            ("0 message to phone", "5511940001111"),
        ],
    );
}

#[test]
fn a_picture_has_its_link_and_caption() {
    says(
        &received(
            r#"{"id":"1","type":"image","text":"entrega feita","file_name":null,
                "file_url":"https://files.example.com/Zz-9=","caption":"entrega feita"}"#,
        ),
        &[
            (
                "0 message content image url",
                "https://files.example.com/Zz-9=",
            ),
            ("0 message content image caption", "entrega feita"),
            ("0 message content image text", "-"),
        ],
    );
}

#[test]
fn a_file_shows_its_own_type() {
    says(
        &received(
            r#"{"id":"1","type":"pdf","text":"","file_name":"proposta.pdf",
                "file_url":"https://files.example.com/Yy-8=","caption":null}"#,
        ),
        &[
            ("0 message content document file_type", "pdf"),
            ("0 message content document file_name", "proposta.pdf"),
            ("0 message content document caption", "-"),
        ],
    );
}

#[test]
fn a_file_over_15_mb_has_no_link() {
    says(
        &received(r#"{"id":"1","type":"video","text":"longo","file_url":null}"#),
        &[
            ("0 message content video url", "-"),
            ("0 message content video caption", "longo"),
        ],
    );
}

#[test]
fn a_group_has_no_addressee() {
    let body = received(r#"{"id":"1","type":"chat","text":"x"}"#)
        .replace("447700900111_5511940001111@c.us", "120363023344556677@g.us")
        .replace("individual", "group");
    says(
        &body,
        &[
            ("0 message chat kind", "group"),
            ("0 message chat id", "120363023344556677@g.us"),
            ("0 message from phone", "5511940001111"),
            ("0 message to", "-"),
        ],
    );
}

#[test]
fn a_revoked_message_names_no_other() {
    says(
        &received(r#"{"id":"3EB0BD","type":"revoked"}"#),
        &[
            ("0 message id", "3EB0BD"),
            ("0 message content revoke", "{}"),
        ],
    );
}

#[test]
fn the_old_version_has_no_ids() {
    says(
        r#"{"chat_title":"Warehouse","sender":{"phone":"447700900222","wa_name":"Desk"},
            "participants":[{"phone":"447700900333","wa_name":"bot"},{"phone":"447700900222","wa_name":"Desk"}],
            "user_phone":"447700900222","user_email":"desk@example.com","direction":"sent",
            "message":{"type":"image","text":"Packing list","file_url":"https://files.example.com/AbC"},
            "timestamp":"1716000100"}"#,
        &[
            ("0 message id", "-"),
            ("0 message chat id", "-"),
            ("0 message chat kind", "person"),
            ("0 message to phone", "447700900333"),
            ("0 message content image caption", "Packing list"),
        ],
    );
}

#[test]
fn a_story_is_nobodys_message_to_the_user() {
    for (chat, kind) in [
        ("447700900111_5511940001111@c.us", "status_v3"),
        ("status@broadcast", "image"),
    ] {
        let body = received(&format!(
            r#"{{"id":"3EB0A1","type":"{kind}","text":"Aberto!"}}"#
        ))
        .replace("447700900111_5511940001111@c.us", chat);
        let events = Provider::Cooby.parse(body).unwrap();
        let message = events.first().unwrap().as_message().unwrap();
        let kind = message.chat.as_ref().unwrap().kind.as_ref();
        assert_eq!(kind, Some(&ChatKind::Status), "{chat}");
        assert_eq!(
            (message.reply_to(), message.text()),
            (None, Some("Aberto!"))
        );
    }
}

#[test]
fn a_text_is_kept_whatever_its_type() {
    for kind in [
        "location",
        "product",
        "oversized",
        "debug",
        "unknown",
        "hologram",
    ] {
        let body = received(&format!(
            r#"{{"id":"1","type":"{kind}","text":"Portão 3"}}"#
        ));
        let events = Provider::Cooby.parse(body).unwrap();
        let text = events.first().unwrap().as_message().unwrap().text();
        assert_eq!(text, Some("Portão 3"), "{kind}");
    }
}
