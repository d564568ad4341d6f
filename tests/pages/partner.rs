//! Partners API, Settings, "Webhook".

use whatsapp_webhooks::Provider;

#[track_caller]
fn says(body: &str, expected: &[(&str, &str)]) {
    super::says(Provider::Partner, body, expected);
}

/// An event of a WhatsApp number with this code, and more keys.
fn whatsapp(code: &str, more: &str) -> String {
    format!(
        r#"{{"status":"OK","event":"whatsapp","whatsapp":"972500007001","whatsapp_reference":"crm-8812",
            "whatsapp_extra_info":{code}{more}}}"#
    )
}

/// Cases: L12.
#[test]
fn a_number_has_its_reference_and_code() {
    says(
        &whatsapp("4", ""),
        &[
            ("0 partner_whatsapp id", "972500007001"),
            ("0 partner_whatsapp reference", "crm-8812"),
            ("0 partner_whatsapp code", "4"),
            ("0 partner_whatsapp status", "OK"),
            ("0 partner_whatsapp api_key", "-"),
        ],
    );
}

#[test]
fn the_first_event_carries_key_and_limit() {
    says(
        &whatsapp("1", r#","daily_limit":250,"whatsapp_apiKey":"k1-aaaa""#),
        &[
            ("0 partner_whatsapp api_key", "k1-aaaa"),
            ("0 partner_whatsapp daily_limit", "250"),
        ],
    );
}

#[test]
fn a_builder_has_its_id_and_address() {
    says(
        r#"{"status":"OK","event":"builder","builderID":611,"builder_url":"https://builder7.example/611",
            "builder_reference":"b-77","builder_extra_info":2}"#,
        &[
            ("0 partner_builder id", "611"),
            ("0 partner_builder url", "https://builder7.example/611"),
            ("0 partner_builder reference", "b-77"),
            ("0 partner_builder code", "2"),
        ],
    );
}

#[test]
fn an_online_account_has_its_agent_inbox_and_server() {
    says(
        r#"{"status":"OK","event":"online","accountID":88,"agentID":3,"inboxID":12,"server":"online",
            "online_reference":"acme-1","online_extra_info":4}"#,
        &[
            ("0 partner_online id", "88"),
            ("0 partner_online agent_id", "3"),
            ("0 partner_online inbox_id", "12"),
            ("0 partner_online server", "online"),
            ("0 partner_online reference", "acme-1"),
            ("0 partner_online code", "4"),
        ],
    );
}

#[test]
fn nothing_says_when() {
    says(
        &whatsapp("2", ""),
        &[
            ("0 partner_whatsapp meta occurred_at", "-"),
            ("0 partner_whatsapp meta topic", "whatsapp"),
            ("0 partner_whatsapp meta provider", "partner"),
        ],
    );
}

/// Cases: I10, L06.
#[test]
fn an_announced_event_is_unknown_with_its_bytes() {
    says(
        r#"{"status":"OK","event":"package","package":{"left":10}}"#,
        &[
            ("0 unknown kind", "package"),
            ("0 unknown raw package left", "10"),
        ],
    );
}

/// Cases: P04.
#[test]
fn ids_are_numbers_here_and_texts_elsewhere() {
    for id in ["611", r#""611""#] {
        says(
            &format!(r#"{{"status":"OK","event":"builder","builderID":{id}}}"#),
            &[("0 partner_builder id", "611")],
        );
    }
}

#[test]
fn a_missing_event_is_told_by_its_code() {
    says(
        r#"{"status":"OK","whatsapp":"972500007001","whatsapp_extra_info":5}"#,
        &[
            ("0 partner_whatsapp id", "972500007001"),
            ("0 partner_whatsapp code", "5"),
        ],
    );
}

#[test]
fn an_empty_reference_is_none() {
    let body = whatsapp("4", "").replace("crm-8812", "");
    says(&body, &[("0 partner_whatsapp reference", "-")]);
}

#[test]
fn a_code_keeps_its_notation() {
    says(&whatsapp(r#""3""#, ""), &[("0 partner_whatsapp code", "3")]);
    says(
        &whatsapp(r#""new""#, ""),
        &[("0 partner_whatsapp code", "new")],
    );
}
