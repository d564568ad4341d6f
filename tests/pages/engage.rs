//! Aivo help centre, "Description and operation of the Engage Webhook API for the WhatsApp channel".

use whatsapp_webhooks::Provider;

/// The page's sample with another status, and more keys.
fn body(status: &str, more: &str) -> String {
    format!(
        r#"{{"message_id":"wamid.HBgNNTQ5MTE1MDA2NjAwMRUCAA==","message_status":"{status}",
            "channel":{{"channel_type":"Whatsapp","name":"Ventas","sender_id":"5491150066000"}},
            "campaign":{{"id":"1c2f6a0e-0b51-4f0e-9a55-2f0d3f1b7a10","name":"Mayo"}},
            "event_name":"msg_status","event_timestamp":"1714000000",
            "recipient":{{"id":"541150066001"}}{more}}}"#
    )
}

#[track_caller]
fn says(body: &str, expected: &[(&str, &str)]) {
    super::says(Provider::Engage, body, expected);
}

#[test]
fn a_delivered_message_names_its_message_and_recipient() {
    says(
        &body("delivered", ""),
        &[
            ("0 status message_id", "wamid.HBgNNTQ5MTE1MDA2NjAwMRUCAA=="),
            ("0 status status", "delivered"),
            ("0 status recipient id", "541150066001"),
            ("0 status recipient phone", "541150066001"),
            ("0 status errors", "-"),
        ],
    );
}

#[test]
fn the_sender_is_the_account() {
    says(
        &body("sent", ""),
        &[
            ("0 status status", "sent"),
            ("0 status meta account phone_number", "5491150066000"),
            ("0 status meta account name", "Ventas"),
        ],
    );
}

#[test]
fn the_campaign_has_its_id_and_name() {
    says(
        &body("read", ""),
        &[
            ("0 status status", "read"),
            (
                "0 status campaign id",
                "1c2f6a0e-0b51-4f0e-9a55-2f0d3f1b7a10",
            ),
            ("0 status campaign name", "Mayo"),
        ],
    );
}

#[test]
fn the_time_is_seconds_as_text() {
    says(
        &body("read", ""),
        &[
            ("0 status meta occurred_at", "2024-04-24T23:06:40Z"),
            ("0 status meta topic", "msg_status"),
            ("0 status meta provider", "engage"),
        ],
    );
}

#[test]
fn error_is_what_meta_calls_failed() {
    says(&body("error", ""), &[("0 status status", "failed")]);
}

#[test]
fn errors_as_meta_writes_them_are_read() {
    says(
        &body(
            "error",
            r#","errors":[{"code":131047,"title":"Re-engagement message"}]"#,
        ),
        &[
            ("0 status errors 0 code", "131047"),
            ("0 status errors 0 title", "Re-engagement message"),
            ("0 status errors 1", "-"),
        ],
    );
}

#[test]
fn the_status_may_stand_in_msg_status_as_the_prose_says() {
    let body = body("read", "").replace("message_status", "msg_status");
    says(&body, &[("0 status status", "read")]);
}

#[test]
fn a_placeholder_for_the_sender_is_no_number() {
    let body = body("sent", "").replace("5491150066000", "sender number");
    says(
        &body,
        &[
            ("0 status meta account phone_number", "-"),
            ("0 status meta account id", "sender number"),
        ],
    );
}

/// Cases: L07.
#[test]
fn whatsapp_is_not_said_and_another_channel_is() {
    says(&body("sent", ""), &[("0 status channel", "-")]);
    let other = body("sent", "").replace("Whatsapp", "Instagram");
    says(&other, &[("0 status channel", "Instagram")]);
}

#[test]
fn an_event_of_another_name_is_no_status() {
    let body = body("sent", "").replace("msg_status", "campaign_finished");
    says(
        &body,
        &[
            ("0 unknown kind", "campaign_finished"),
            ("0 unknown meta occurred_at", "2024-04-24T23:06:40Z"),
            ("0 unknown raw recipient id", "541150066001"),
        ],
    );
}
