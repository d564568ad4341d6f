//! Cloud API, webhooks, the fields other than `messages`.

use whatsapp_webhooks::Provider;

/// Time of the entries.
const TIME: &str = "2026-11-18T15:33:20Z";

/// A delivery of a field about the account.
fn delivery(entry: &str, field: &str, value: &str) -> String {
    format!(
        r#"{{"object":"whatsapp_business_account","entry":[{{"id":"{entry}","time":1795016000,
            "changes":[{{"field":"{field}","value":{value}}}]}}]}}"#
    )
}

/// A delivery of a field about chats, which has no time of its own.
fn about_chats(field: &str, keys: &str) -> String {
    format!(
        r#"{{"object":"whatsapp_business_account","entry":[{{"id":"102030405060708","changes":[{{"value":{{
            "messaging_product":"whatsapp","metadata":{{"display_phone_number":"15550109988",
            "phone_number_id":"104857600123456"}},{keys}}},"field":"{field}"}}]}}]}}"#
    )
}

#[track_caller]
fn account(field: &str, value: &str, expected: &[(&str, &str)]) {
    let body = delivery("102030405060708", field, value);
    super::says(Provider::Meta, &body, expected);
}

#[track_caller]
fn chats(field: &str, keys: &str, expected: &[(&str, &str)]) {
    super::says(Provider::Meta, &about_chats(field, keys), expected);
}

#[test]
fn an_alert_is_the_same_in_both_shapes() {
    let keys = r#""alert_severity":"WARNING","alert_status":"ACTIVE","alert_type":"OBA_REJECTED","alert_description":"Too generic.""#;
    let about = r#""entity_type":"PHONE_NUMBER","entity_id":104857600123456"#;
    for value in [
        format!(r#"{{{about},"alert_info":{{{keys}}}}}"#),
        format!("{{{about},{keys}}}"),
    ] {
        account(
            "account_alerts",
            &value,
            &[
                ("0 account event", "OBA_REJECTED"),
                ("0 account id", "104857600123456"),
                ("0 account entity_type", "PHONE_NUMBER"),
                ("0 account alert_severity", "WARNING"),
                ("0 account status", "ACTIVE"),
                ("0 account alert_description", "Too generic."),
                ("0 account meta account id", "102030405060708"),
                ("0 account meta account phone_number_id", "104857600123456"),
                ("0 account meta occurred_at", TIME),
            ],
        );
    }
}

#[test]
fn settings_are_a_numbers_in_either_case_and_have_their_own_time() {
    for (word, calling, found) in [
        (
            "PHONE_NUMBER_SETTINGS",
            r#"{"status":"ENABLED"}"#,
            r#"{"status":"ENABLED"}"#,
        ),
        ("phone_number_settings", "null", "-"),
    ] {
        let value = format!(
            r#"{{"timestamp":"1795017000","type":"{word}","phone_number_settings":{{
                "phone_number_id":"104857600123456","calling":{calling}}}}}"#
        );
        account(
            "account_settings_update",
            &value,
            &[
                ("0 phone_number event", "phone_number_settings"),
                ("0 phone_number id", "104857600123456"),
                ("0 phone_number calling", found),
                (
                    "0 phone_number meta account phone_number_id",
                    "104857600123456",
                ),
                ("0 phone_number meta occurred_at", "2026-11-18T15:50:00Z"),
            ],
        );
    }
}

#[test]
fn a_partner_is_told_about_the_account_and_not_about_the_portfolio() {
    for (word, keys) in [
        ("PARTNER_ADDED", ""),
        ("PARTNER_REMOVED", ""),
        ("PARTNER_APP_INSTALLED", r#","partner_app_id":"4402""#),
        ("PARTNER_APP_UNINSTALLED", r#","partner_app_id":"4402""#),
        ("AD_ACCOUNT_LINKED", r#","ad_account_linked":"664410""#),
        ("AD_ACCOUNT_LINKED", r#","ad_account_id":"664410""#),
        ("MM_LITE_TERMS_SIGNED", ""),
    ] {
        let value = format!(
            r#"{{"event":"{word}","waba_info":{{"waba_id":"102030405060708","owner_business_id":"771204"{keys}}}}}"#
        );
        let told = |key| keys.contains(key);
        super::says(
            Provider::Meta,
            &delivery("558800912233441", "account_update", &value),
            &[
                ("0 account event", word),
                ("0 account id", "102030405060708"),
                ("0 account meta account id", "102030405060708"),
                ("0 account business_id", "558800912233441"),
                ("0 account owner_business_id", "771204"),
                (
                    "0 account partner_app_id",
                    if told("app_id") { "4402" } else { "-" },
                ),
                (
                    "0 account ad_account_id",
                    if told("ad_acc") { "664410" } else { "-" },
                ),
            ],
        );
    }
}

#[test]
fn times_inside_a_value_are_not_the_time_of_the_event() {
    account(
        "account_update",
        r#"{"event":"ACCOUNT_RESTRICTION","phone_number":"15550109988","restriction_info":[
            {"restriction_type":"RESTRICTED_UTILITY_TEMPLATES","expiration":"1797600000","remediation":"Wait."}]}"#,
        &[
            ("0 account meta occurred_at", TIME),
            ("0 account meta account phone_number", "15550109988"),
            (
                "0 account restriction_info 0 restriction_type",
                "RESTRICTED_UTILITY_TEMPLATES",
            ),
            (
                "0 account restriction_info 0 expires_at",
                "2026-12-18T13:20:00Z",
            ),
            ("0 account restriction_info 0 remediation", "Wait."),
        ],
    );
    account(
        "template_category_update",
        r#"{"message_template_id":1480226697753102,"new_category":"UTILITY","correct_category":"MARKETING",
            "category_update_timestamp":1797600000}"#,
        &[
            ("0 template meta occurred_at", TIME),
            ("0 template id", "1480226697753102"),
            ("0 template new_category", "UTILITY"),
            ("0 template correct_category", "MARKETING"),
            ("0 template category_update_at", "2026-12-18T13:20:00Z"),
        ],
    );
    account(
        "account_update",
        r#"{"event":"VOLUME_BASED_PRICING_TIER_UPDATE","volume_tier_info":{"tier_update_time":1797600000,
            "pricing_category":"UTILITY","tier":"1:250000","effective_month":"2026-12","region":"Brazil"}}"#,
        &[
            ("0 account meta occurred_at", TIME),
            (
                "0 account volume_tier_info updated_at",
                "2026-12-18T13:20:00Z",
            ),
            ("0 account volume_tier_info tier", "1:250000"),
        ],
    );
}

#[test]
fn a_ban_a_disconnection_and_a_verification_say_why() {
    account(
        "account_update",
        r#"{"event":"DISABLED_UPDATE","ban_info":{"waba_ban_state":"SCHEDULE_FOR_DISABLE","waba_ban_date":"March 3, 2027"}}"#,
        &[
            ("0 account waba_ban_state", "SCHEDULE_FOR_DISABLE"),
            ("0 account waba_ban_date", "March 3, 2027"),
        ],
    );
    account(
        "account_update",
        r#"{"event":"PARTNER_REMOVED","phone_number":"15550109988","disconnection_info":{"reason":"CHANGE_NUMBER","initiated_by":"USER"}}"#,
        &[
            ("0 account reason", "CHANGE_NUMBER"),
            ("0 account initiated_by", "USER"),
            ("0 account meta account id", "102030405060708"),
        ],
    );
    account(
        "account_update",
        r#"{"event":"PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE","partner_client_certification_info":{
            "client_business_id":"7712","status":"FAILED","rejection_reasons":["WEBSITE_NOT_MATCHING"]}}"#,
        &[
            ("0 account status", "FAILED"),
            ("0 account client_business_id", "7712"),
            ("0 account rejection_reasons 0", "WEBSITE NOT MATCHING"),
        ],
    );
}

#[test]
fn a_call_has_its_parties_its_description_its_end_and_its_error() {
    let caller = r#""contacts":[{"profile":{"name":"Dana"},"wa_id":"16505551234"}]"#;
    let call = r#""id":"wacid.A","from":"16505551234","to":"15550109988","direction":"USER_INITIATED","timestamp":"1795017000""#;
    chats(
        "calls",
        &format!(
            r#"{caller},"calls":[{{{call},"event":"connect","deeplink_payload":"web","session":{{"sdp_type":"offer","sdp":"v=0\r\n"}}}}]"#
        ),
        &[
            ("0 call event", "connect"),
            ("0 call direction", "inbound"),
            ("0 call from name", "Dana"),
            ("0 call to id", "104857600123456"),
            ("0 call sdp_type", "offer"),
            ("0 call sdp", "v=0\r\n"),
            ("0 call deeplink_payload", "web"),
            ("0 call meta occurred_at", "2026-11-18T15:50:00Z"),
        ],
    );
    chats(
        "calls",
        &format!(
            r#"{caller},"calls":[{{{call},"event":"terminate","status":"Failed","start_time":"1795016990","duration":"7"}}],
                "errors":[{{"code":138021,"message":"Timeout","error_data":{{"details":"No media."}}}}]"#
        ),
        &[
            ("0 call status", "FAILED"),
            ("0 call start_at", "2026-11-18T15:49:50Z"),
            ("0 call duration", "7"),
            ("0 call errors 0 code", "138021"),
            ("0 call errors 0 details", "No media."),
            ("0 call meta extra", "-"),
        ],
    );
    chats(
        "calls",
        r#""statuses":[{"id":"wacid.B","type":"call","status":"RINGING","timestamp":"1795017000","recipient_user_id":"US.1"}]"#,
        &[
            ("0 call event", "RINGING"),
            ("0 call direction", "outbound"),
            ("0 call to user_id", "US.1"),
        ],
    );
    chats(
        "calls",
        r#""calls":[{"id":"wacid.A","event":"call_recording_available","call_recording":{"type":"audio","audio":{"id":"8812"}}},
            {"id":"wacid.A","event":"call_transcription_available","call_transcript":{"document":{"id":"8813"}}}]"#,
        &[
            ("0 call call_recording id", "8812"),
            ("1 call call_transcript id", "8813"),
        ],
    );
}

#[test]
fn history_is_a_chunk_and_its_messages_or_the_reason_why_there_is_none() {
    chats(
        "history",
        r#""history":[{"metadata":{"phase":1,"chunk_order":3,"progress":40},"threads":[{"id":"16505551234","messages":[
            {"from":"16505551234","id":"wamid.A","timestamp":"1776000000","type":"text","text":{"body":"Hi"},"history_context":{"status":"READ"}},
            {"from":"15550109988","id":"wamid.B","timestamp":"1776000100","type":"media_placeholder","history_context":{"status":"ERROR"}}]}]}]"#,
        &[
            ("0 history progress", "40"),
            ("0 history meta occurred_at", "-"),
            ("1 message origin", "history"),
            ("1 message direction", "inbound"),
            ("1 message status", "read"),
            ("2 message direction", "outbound"),
            ("2 message to phone", "16505551234"),
            ("2 message status", "failed"),
            ("2 message content unsupported kind", "media_placeholder"),
        ],
    );
    chats(
        "history",
        r#""history":[{"errors":[{"code":2593109,"title":"History sync off"}]}]"#,
        &[("0 history errors 0 code", "2593109")],
    );
    chats(
        "history",
        r#""message_echoes":[{"from":"15550109988","to":"16505551234","id":"wamid.B","timestamp":"1776000100","type":"image","image":{"id":"77"}}]"#,
        &[
            ("0 message id", "wamid.B"),
            ("0 message origin", "history"),
            ("0 message direction", "outbound"),
            ("0 message content image id", "77"),
        ],
    );
}

#[test]
fn a_group_tells_who_joined_who_was_refused_and_what_failed() {
    chats(
        "group_participants_update",
        r#""groups":[{"timestamp":1795017000,"group_id":"G1","type":"group_participants_remove","initiated_by":"business",
            "removed_participants":[{"input":"16505551234"}],
            "failed_participants":[{"input":"16505550000","errors":[{"code":131204}]}],"errors":[{"code":"131201"}]}]"#,
        &[
            ("0 group event", "group_participants_remove"),
            ("0 group participants 0 phone", "16505551234"),
            ("0 group failed_participants 0 person phone", "16505550000"),
            ("0 group failed_participants 0 errors 0 code", "131204"),
            ("0 group errors 0 code", "131201"),
            ("0 group meta occurred_at", "2026-11-18T15:50:00Z"),
        ],
    );
    chats(
        "group_participant_update",
        r#""groups":[{"group_id":"G1","type":"group_add_participants","reason":"invite_link","added_participants":[{"wa_id":"16505551234"}]}]"#,
        &[
            ("0 group event", "group_participants_add"),
            ("0 group reason", "invite_link"),
            ("0 group participants 0 phone", "16505551234"),
        ],
    );
}

#[test]
fn a_handover_names_person_and_number_and_needs_no_type() {
    let body = delivery(
        "0",
        "messaging_handovers",
        r#"{"recipient":{"phone_number_id":"104857600123456","display_phone_number":"15550109988"},
            "sender":{"phone_number":"16505551234"},"timestamp":"1795017000","control_passed":{"metadata":"Test"}}"#,
    );
    super::says(
        Provider::Meta,
        &body,
        &[
            ("0 handover event", "control_passed"),
            ("0 handover person phone", "16505551234"),
            ("0 handover metadata", "Test"),
            ("0 handover meta account id", "0"),
            ("0 handover meta account phone_number", "15550109988"),
            ("0 handover meta occurred_at", "2026-11-18T15:50:00Z"),
        ],
    );
}

#[test]
fn a_standby_copy_is_a_message_or_a_status_and_an_empty_one_is_kept() {
    chats(
        "standby",
        r#""standby":{"message_echoes":[{"id":"wamid.A","timestamp":"1795017000","message":{"to":"16505551234","type":"text","text":{"body":"Hi"}}}]}"#,
        &[
            ("0 message origin", "standby"),
            ("0 message direction", "outbound"),
            ("0 message to phone", "16505551234"),
            ("0 message content text body", "Hi"),
        ],
    );
    account(
        "standby",
        r#"{"messaging_product":"whatsapp"}"#,
        &[("0 unknown kind", "standby")],
    );
}

#[test]
fn fields_of_which_only_the_name_is_public_keep_their_bytes() {
    for field in ["consumer_profile", "campaign_status_update", "pricing"] {
        account(
            field,
            r#"{"a":1}"#,
            &[
                ("0 unknown kind", field),
                ("0 unknown meta topic", field),
                ("0 unknown meta occurred_at", TIME),
                ("0 unknown raw value a", "1"),
            ],
        );
    }
}
