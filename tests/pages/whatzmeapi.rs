//! WhatzMeAPI's page, and Baileys, whose words it uses.

use whatsapp_webhooks::Provider;

/// A message from a person with this content.
fn message(content: &str) -> String {
    format!(
        r#"{{"event":"messages.upsert","messages":[{{"key":{{"id":"3EB0C0FFEE","fromMe":false,
            "remoteJid":"5215533007711@s.whatsapp.net"}},"pushName":"Lupita","messageTimestamp":1714000000,
            "message":{content}}}]}}"#
    )
}

#[track_caller]
fn says(body: &str, expected: &[(&str, &str)]) {
    super::says(Provider::WhatzMeApi, body, expected);
}

#[test]
fn the_pages_incoming_text() {
    says(
        r#"{"event":"messages.upsert","messages":[{"key":{"id":"3EB0C0","fromMe":false,
            "remoteJid":"5215533007711@s.whatsapp.net"},"message":{"conversation":"Hola"}}]}"#,
        &[
            ("0 message id", "3EB0C0"),
            ("0 message direction", "inbound"),
            ("0 message from phone", "5215533007711"),
            ("0 message chat kind", "person"),
            ("0 message content text body", "Hola"),
            ("0 message meta occurred_at", "-"),
        ],
    );
}

#[test]
fn the_pages_states() {
    says(
        r#"{"event":"messages.update","statuses":[{"id":"3EB0C0","status":"delivered"},
            {"id":"3EB0C0","status":"read"}]}"#,
        &[
            ("0 status message_id", "3EB0C0"),
            ("0 status status", "delivered"),
            ("1 status message_id", "3EB0C0"),
            ("1 status status", "read"),
        ],
    );
}

#[test]
fn an_own_message_goes_to_the_chat() {
    let body = message(r#"{"conversation":"Hola"}"#).replace("false", "true");
    says(
        &body,
        &[
            ("0 message direction", "outbound"),
            ("0 message to phone", "5215533007711"),
            ("0 message chat id", "5215533007711@s.whatsapp.net"),
        ],
    );
}

#[test]
fn the_author_of_a_group_message_is_the_participant() {
    let body = message(r#"{"extendedTextMessage":{"text":"hola a todos"}}"#).replace(
        r#""remoteJid":"5215533007711@s.whatsapp.net""#,
        r#""remoteJid":"120363023344556677@g.us","participant":"5215533007711:12@s.whatsapp.net""#,
    );
    says(
        &body,
        &[
            ("0 message chat kind", "group"),
            ("0 message chat id", "120363023344556677@g.us"),
            ("0 message from phone", "5215533007711"),
            ("0 message from name", "Lupita"),
            ("0 message content text body", "hola a todos"),
        ],
    );
}

#[test]
fn a_lid_is_no_phone_and_its_alternative_is() {
    let body = message(r#"{"conversation":"x"}"#).replace(
        r#""remoteJid":"5215533007711@s.whatsapp.net""#,
        r#""remoteJid":"201122334455667@lid","remoteJidAlt":"5215533007711@s.whatsapp.net","addressingMode":"lid""#,
    );
    says(
        &body,
        &[
            ("0 message from lid", "201122334455667@lid"),
            ("0 message from phone", "5215533007711"),
        ],
    );
    let alone = body.replace(r#""remoteJidAlt":"5215533007711@s.whatsapp.net","#, "");
    says(&alone, &[("0 message from phone", "-")]);
}

#[test]
fn a_picture_has_its_caption_key_and_size() {
    says(
        &message(
            r#"{"imageMessage":{"url":"https://mmg.example/a.enc","mimetype":"image/jpeg","caption":"foto",
                "fileLength":"51877","height":1600,"width":900,"mediaKey":"AQID"}}"#,
        ),
        &[
            ("0 message content image caption", "foto"),
            ("0 message content image mime_type", "image/jpeg"),
            ("0 message content image size", "51877"),
            ("0 message content image width", "900"),
            ("0 message content image encryption media_key", "AQID"),
        ],
    );
}

#[test]
fn a_quote_names_the_message_it_answers() {
    says(
        &message(
            r#"{"extendedTextMessage":{"text":"sí","contextInfo":{"stanzaId":"3EB0OLD",
                "participant":"5215500009900@s.whatsapp.net","quotedMessage":{"conversation":"¿vienes?"}}}}"#,
        ),
        &[
            ("0 message content text body", "sí"),
            ("0 message context message_id", "3EB0OLD"),
            ("0 message context from", "5215500009900@s.whatsapp.net"),
        ],
    );
}

#[test]
fn a_reaction_and_a_revoke_name_their_message() {
    says(
        &message(r#"{"reactionMessage":{"key":{"id":"3EB0OLD"},"text":"👍"}}"#),
        &[
            ("0 message content reaction message_id", "3EB0OLD"),
            ("0 message content reaction emoji", "👍"),
        ],
    );
    says(
        &message(r#"{"protocolMessage":{"key":{"id":"3EB0OLD","fromMe":true},"type":0}}"#),
        &[
            ("0 message content revoke message_id", "3EB0OLD"),
            ("0 message direction", "inbound"),
        ],
    );
}

#[test]
fn an_edit_brings_the_new_content() {
    says(
        &message(
            r#"{"protocolMessage":{"key":{"id":"3EB0OLD"},"type":"MESSAGE_EDIT",
                "editedMessage":{"conversation":"mañana"}}}"#,
        ),
        &[
            ("0 message content edit message_id", "3EB0OLD"),
            ("0 message content edit content text body", "mañana"),
        ],
    );
}

#[test]
fn acknowledgements_of_baileys_are_states() {
    for (ack, status) in [
        ("1", "pending"),
        ("2", "sent"),
        ("3", "delivered"),
        ("4", "read"),
        ("5", "played"),
        ("0", "failed"),
        (r#""SERVER_ACK""#, "sent"),
        (r#""DELIVERY_ACK""#, "delivered"),
    ] {
        says(
            &format!(
                r#"{{"event":"messages.update","data":{{"key":{{"id":"3EB0C0","fromMe":true,
                    "remoteJid":"5215533007711@s.whatsapp.net"}},"update":{{"status":{ack}}}}}}}"#
            ),
            &[
                ("0 status status", status),
                ("0 status message_id", "3EB0C0"),
                ("0 status recipient phone", "5215533007711"),
            ],
        );
    }
}

#[test]
fn the_gateways_own_number_is_the_account_and_never_the_author() {
    says(
        r#"{"event":"messages.upsert","instance":"tienda-1","sender":"5215500009900@s.whatsapp.net","data":{
            "key":{"remoteJid":"5215533007711@s.whatsapp.net","fromMe":false,"id":"AC00","participant":""},
            "pushName":"Lupita","status":"DELIVERY_ACK","message":{"conversation":"¿Tienen talla M?"},
            "messageType":"conversation","messageTimestamp":{"low":1714000000,"high":0,"unsigned":true}}}"#,
        &[
            ("0 message meta account phone_number", "5215500009900"),
            ("0 message meta account instance", "tienda-1"),
            ("0 message from phone", "5215533007711"),
            ("0 message meta occurred_at", "2024-04-24T23:06:40Z"),
        ],
    );
}
