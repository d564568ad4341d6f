//! Cloud API, webhooks, field `messages`.

use whatsapp_webhooks::event::content::UnsupportedKind;
use whatsapp_webhooks::event::{PricingCategory, PricingType};
use whatsapp_webhooks::{Content, MessageStatus, Provider};

/// A delivery whose value holds these keys beside the number.
fn value(keys: &str) -> String {
    format!(
        r#"{{"object":"whatsapp_business_account","entry":[{{"id":"102030405060708","changes":[{{"field":"messages",
            "value":{{"messaging_product":"whatsapp","metadata":{{"display_phone_number":"15550109988",
            "phone_number_id":"104857600123456"}},{keys}}}}}]}}]}}"#
    )
}

/// A message of Dana with this content.
fn message(content: &str) -> String {
    value(&format!(
        r#""contacts":[{{"profile":{{"name":"Dana Reed"}},"wa_id":"16505551234"}}],
            "messages":[{{"from":"16505551234","id":"wamid.A","timestamp":"1784000000",{content}}}]"#
    ))
}

/// A status of a message to Dana.
fn status(keys: &str) -> String {
    value(&format!(
        r#""statuses":[{{"id":"wamid.B","timestamp":"1784001000","recipient_id":"16505551234",{keys}}}]"#
    ))
}

#[track_caller]
fn says(body: &str, expected: &[(&str, &str)]) {
    super::says(Provider::Meta, body, expected);
}

#[test]
fn a_text_comes_from_a_person_to_a_number() {
    says(
        &message(r#""type":"text","text":{"body":"Hello \ud83d\udc4b"}"#),
        &[
            ("0 message id", "wamid.A"),
            ("0 message direction", "inbound"),
            ("0 message from phone", "16505551234"),
            ("0 message from name", "Dana Reed"),
            ("0 message to phone", "15550109988"),
            ("0 message content text body", "Hello 👋"),
            ("0 message meta occurred_at", "2026-07-14T03:33:20Z"),
            ("0 message meta account id", "102030405060708"),
            ("0 message meta account phone_number_id", "104857600123456"),
        ],
    );
}

#[test]
fn a_picture_has_its_id_type_digest_and_caption() {
    says(
        &message(
            r#""type":"image","image":{"caption":"Receipt","mime_type":"image/jpeg","sha256":"b2Zm","id":"908172"}"#,
        ),
        &[
            ("0 message content image id", "908172"),
            ("0 message content image mime_type", "image/jpeg"),
            ("0 message content image sha256", "b2Zm"),
            ("0 message content image caption", "Receipt"),
        ],
    );
}

#[test]
fn a_tapped_button_answers_a_message() {
    says(
        &message(
            r#""type":"interactive","context":{"from":"15550109988","id":"wamid.OUT"},
                "interactive":{"type":"button_reply","button_reply":{"id":"slot-0900","title":"09:00"}}"#,
        ),
        &[
            ("0 message content button_reply id", "slot-0900"),
            ("0 message content button_reply title", "09:00"),
            ("0 message context message_id", "wamid.OUT"),
            ("0 message context from", "15550109988"),
        ],
    );
}

#[test]
fn a_reaction_without_emoji_was_removed() {
    says(
        &message(r#""type":"reaction","reaction":{"message_id":"wamid.OUT"}"#),
        &[
            ("0 message content reaction message_id", "wamid.OUT"),
            ("0 message content reaction emoji", "-"),
            ("0 message content reaction removed", "true"),
        ],
    );
}

#[test]
fn a_person_without_a_number_is_answered_by_the_user_id() {
    says(
        &value(
            r#""contacts":[{"profile":{"name":"Dana","username":"dana.reed"},"user_id":"US.908172"}],
                "messages":[{"from_user_id":"US.908172","id":"wamid.A","timestamp":"1784000000","type":"text",
                "text":{"body":"hi"}}]"#,
        ),
        &[
            ("0 message from id", "US.908172"),
            ("0 message from user_id", "US.908172"),
            ("0 message from phone", "-"),
            ("0 message from username", "dana.reed"),
        ],
    );
}

#[test]
fn an_order_keeps_its_prices() {
    says(
        &message(
            r#""type":"order","order":{"catalog_id":"7700","text":"Please gift-wrap","product_items":[
                {"product_retailer_id":"sku-7781","quantity":2,"item_price":19.9,"currency":"USD"}]}"#,
        ),
        &[
            ("0 message content order catalog_id", "7700"),
            ("0 message content order text", "Please gift-wrap"),
            ("0 message content order items 0 quantity", "2"),
            ("0 message content order items 0 item_price", "19.9"),
        ],
    );
}

#[test]
fn an_unsupported_message_says_what_it_was_and_why() {
    says(
        &message(
            r#""type":"unsupported","unsupported":{"type":"poll_creation"},
                "errors":[{"code":131051,"title":"Message type unknown",
                "error_data":{"details":"Message type is currently not supported."}}]"#,
        ),
        &[
            ("0 message content unsupported kind", "poll_creation"),
            ("0 message errors 0 code", "131051"),
            (
                "0 message errors 0 details",
                "Message type is currently not supported.",
            ),
        ],
    );
}

#[test]
fn a_sent_status_has_pricing_conversation_and_callback_data() {
    says(
        &status(
            r#""status":"sent","biz_opaque_callback_data":"order-4711",
                "conversation":{"id":"5f0e","expiration_timestamp":"1784087400","origin":{"type":"utility"}},
                "pricing":{"billable":true,"pricing_model":"PMP","type":"regular","category":"utility"}"#,
        ),
        &[
            ("0 status message_id", "wamid.B"),
            ("0 status status", "sent"),
            ("0 status recipient phone", "16505551234"),
            ("0 status callback_data", "order-4711"),
            ("0 status pricing billable", "true"),
            ("0 status pricing pricing_model", "PMP"),
            ("0 status pricing category", "utility"),
            ("0 status conversation id", "5f0e"),
            ("0 status conversation origin", "utility"),
            ("0 status conversation expires_at", "2026-07-15T03:50:00Z"),
        ],
    );
}

#[test]
fn a_failed_status_has_its_errors() {
    says(
        &status(
            r#""status":"failed","errors":[{"code":131047,"title":"Re-engagement message",
                "error_data":{"details":"More than 24 hours have passed."},"href":"https://docs.example/"}]"#,
        ),
        &[
            ("0 status status", "failed"),
            ("0 status errors 0 code", "131047"),
            ("0 status errors 0 title", "Re-engagement message"),
            (
                "0 status errors 0 details",
                "More than 24 hours have passed.",
            ),
            ("0 status errors 0 href", "https://docs.example/"),
        ],
    );
}

#[test]
fn an_advertisement_refers_the_first_message() {
    says(
        &message(
            r#""type":"text","text":{"body":"hi"},"referral":{"source_url":"https://fb.example/ad/8871",
                "source_id":"1202","source_type":"ad","headline":"Talk to us","ctwa_clid":"ARA1"}"#,
        ),
        &[
            ("0 message referral source_id", "1202"),
            ("0 message referral source_type", "ad"),
            ("0 message referral headline", "Talk to us"),
            ("0 message referral ctwa_clid", "ARA1"),
        ],
    );
}

#[test]
fn one_delivery_may_hold_messages_statuses_and_errors() {
    says(
        &value(
            r#""messages":[{"from":"1","id":"wamid.1","type":"text","text":{"body":"one"}},
                {"from":"2","id":"wamid.2","type":"text","text":{"body":"two"}}],
                "statuses":[{"id":"wamid.3","status":"read","recipient_id":"1"}],
                "errors":[{"code":130429,"title":"Rate limit hit"}]"#,
        ),
        &[
            ("0 message content text body", "one"),
            ("1 message content text body", "two"),
            ("2 status status", "read"),
            ("3 failure error code", "130429"),
        ],
    );
}

#[test]
fn contacts_name_the_people_of_calls_and_of_messages_beside_them() {
    let body = value(
        r#""contacts":[{"profile":{"name":"Dana Reed"},"wa_id":"16505551234"},
                {"profile":{"name":"Amir Vale"},"wa_id":"16505550000"}],
            "calls":[{"id":"wacid.A","from":"16505551234","to":"15550109988","event":"connect"}],
            "messages":[{"from":"16505550000","id":"wamid.A","type":"text","text":{"body":"Hi"}},
                {"from":"16505551234","id":"wamid.B","type":"text","text":{"body":"Hi"}}]"#,
    )
    .replace(r#""field":"messages""#, r#""field":"calls""#);
    says(
        &body,
        &[
            ("0 call from name", "Dana Reed"),
            ("1 message from name", "Amir Vale"),
            ("2 message from name", "Dana Reed"),
        ],
    );
}

#[test]
fn pricing_is_typed_in_both_spellings_of_its_words() {
    for word in [
        "authentication-international",
        "authentication_international",
    ] {
        let body = status(&format!(
            r#""status":"sent","pricing":{{"billable":true,"pricing_model":"PMP","type":"regular","category":"{word}"}}"#
        ));
        let events = Provider::Meta.parse(body).unwrap();
        let pricing = events
            .first()
            .unwrap()
            .as_status()
            .unwrap()
            .pricing
            .as_deref()
            .unwrap();
        assert_eq!(
            (&pricing.category, &pricing.r#type),
            (
                &Some(PricingCategory::AuthenticationInternational),
                &Some(PricingType::Regular)
            ),
        );
    }
    let exempt = r#""status":"delivered","pricing":{"billable":false,"pricing_model":"PMP","type":"regular","subtype":"paid_exempt","category":"service"}"#;
    says(
        &status(exempt),
        &[
            ("0 status pricing type", "regular"),
            ("0 status pricing subtype", "paid_exempt"),
        ],
    );
}

#[test]
fn a_payment_that_was_made_is_captured() {
    let body = status(
        r#""type":"payment","status":"captured","payment":{"reference_id":"inv-2026-118","amount":{"value":129900,"offset":100},"currency":"INR"}"#,
    );
    let events = Provider::Meta.parse(body).unwrap();
    let update = events.first().unwrap().as_status().unwrap();
    assert_eq!(update.status, MessageStatus::Captured);
    assert!(MessageStatus::Captured.supersedes(&MessageStatus::Failed));
    let payment = update.payment.as_deref().unwrap();
    assert_eq!(payment.reference_id.as_deref(), Some("inv-2026-118"));
}

#[test]
fn a_permission_that_came_from_a_call_names_the_call() {
    let reply = message(
        r#""context":{"from":"16505551234","id":"wacid.A"},"type":"interactive","interactive":{"type":"call_permission_reply",
            "call_permission_reply":{"response":"accept","expiration_timestamp":"1784604800","response_source":"automatic"}}"#,
    );
    says(
        &reply,
        &[
            ("0 message context call_id", "wacid.A"),
            ("0 message content call_permission_reply response", "accept"),
            (
                "0 message content call_permission_reply expires_at",
                "2026-07-21T03:33:20Z",
            ),
        ],
    );
}

#[test]
fn what_is_not_supported_has_a_word_for_what_it_was() {
    for (word, kind) in [
        ("poll_creation", UnsupportedKind::PollCreation),
        ("edit", UnsupportedKind::Edit),
        ("unknown", UnsupportedKind::UnknownType),
    ] {
        let body = message(&format!(
            r#""type":"unsupported","unsupported":{{"type":"{word}"}},"errors":[{{"code":131051}}]"#
        ));
        let events = Provider::Meta.parse(body).unwrap();
        let Content::Unsupported(content) = &events.first().unwrap().as_message().unwrap().content
        else {
            panic!("{word} is supported")
        };
        assert_eq!(content.kind, Some(kind));
    }
}

#[test]
fn the_summary_of_a_conversation_names_the_person() {
    let body = message(r#""type":"text","text":{"body":"Hello?"}"#).replace(
        r#""contacts":"#,
        r#""conversation_context":{"type":"summary","summary":{"text":"Asked for a refund of order 5512."}},"contacts":"#,
    );
    says(
        &body,
        &[
            ("0 message content text body", "Hello?"),
            ("1 handover event", "summary"),
            ("1 handover person name", "Dana Reed"),
            ("1 handover summary", "Asked for a refund of order 5512."),
        ],
    );
}
