//! The forms in which a value counts as said.

use std::collections::{BTreeMap, BTreeSet};

use whatsapp_webhooks::types::{PhoneNumber, Timestamp};

use crate::support::json::Json;

/// Words that the event has a word of its own for: key, the provider's word, the event's.
const SYNONYMS: &[(&str, &str, &str)] = &[
    ("direction", "received", "inbound"),
    ("direction", "sent", "outbound"),
    ("chat_type", "individual", "person"),
    ("chattype", "individual", "person"),
    ("message_status", "error", "failed"),
    ("fromMe", "true", "outbound"),
    ("fromMe", "false", "inbound"),
    ("type", "chat", "text"),
    ("type", "vcard", "contacts"),
    ("type", "multi_vcard", "contacts"),
    ("type", "list_response", "list_reply"),
    ("type", "buttons_response", "button_reply"),
    ("type", "template_button_reply", "button_reply"),
    ("type", "interactive_response", "flow_reply"),
    ("type", "poll_creation", "poll"),
    ("type", "poll_update", "poll_vote"),
    ("type", "reaction_enc", "reaction"),
    ("type", "revoked", "revoke"),
    ("type", "keep_in_chat", "keep"),
    ("type", "pin_message", "pin"),
    ("type", "groups_v4_invite", "group_invite"),
    ("type", "ciphertext", "undecryptable"),
    ("type", "button", "button_reply"),
    ("event", "whatsapp", "partner_whatsapp"),
    (
        "rejection_reasons",
        "malformed_documents",
        "malformed documents",
    ),
    ("status", "needs_testing", "needs testing"),
    (
        "category",
        "authentication_international",
        "authentication-international",
    ),
    ("type", "free-entry-point", "free_entry_point"),
    ("direction", "user_initiated", "inbound"),
    ("direction", "business_initiated", "outbound"),
    ("type", "group_add_participants", "group_participants_add"),
    (
        "type",
        "group_remove_participants",
        "group_participants_remove",
    ),
    ("status", "server_ack", "sent"),
    ("status", "delivery_ack", "delivered"),
    ("status", "error", "failed"),
    ("status", "0", "failed"),
    ("status", "1", "pending"),
    ("status", "2", "sent"),
    ("status", "3", "delivered"),
    ("status", "4", "read"),
    ("status", "5", "played"),
];

/// The forms in which a value counts as said: a text, a number or a word.
pub(crate) fn forms(path: &str, value: &str) -> BTreeSet<String> {
    let text = value.trim().to_lowercase();
    let key = path.rsplit('.').next().unwrap().trim_end_matches("[]");
    let mut forms = BTreeSet::new();
    for (of, theirs, ours) in SYNONYMS {
        if *of == key && *theirs == text {
            forms.insert((*ours).to_owned());
        }
    }
    if let Ok(number) = text.parse::<f64>() {
        forms.insert(number.to_string());
        let times = [Timestamp::from_unix_seconds, Timestamp::from_unix_millis];
        let whole = text
            .parse::<i64>()
            .ok()
            .filter(|number| *number > 1_000_000_000);
        let times = times.iter().filter_map(|time| time(whole?));
        forms.extend(times.map(|time| time.to_string()));
    }
    if let Some(time) = Timestamp::from_rfc3339(&text.to_uppercase()) {
        forms.insert(time.to_string());
    }
    if let Some(phone) = PhoneNumber::parse(&text) {
        forms.insert(phone.as_str().to_owned());
    }
    if let Some((user, _)) = text.split_once('@') {
        // A name without `@`, or the user of an address, without its device.
        forms.insert(user.split(':').next().unwrap().to_owned());
        forms.insert(text.trim_start_matches('@').to_owned());
    }
    forms.insert(
        text.replace('-', "+")
            .replace('_', "/")
            .trim_end_matches('=')
            .to_owned(),
    );
    forms.insert(text);
    forms.remove("");
    forms
}

/// Bytes as gateways write them, in base64: `{"type":"Buffer","data":[…]}`, `{"0":171,…}`.
pub(crate) fn bytes(value: &Json) -> Option<String> {
    let Json::Object(pairs) = value else {
        return None;
    };
    let list: Vec<&Json> = match value.get("data") {
        Some(Json::List(list)) if value.get("type")?.word()? == "Buffer" => list.iter().collect(),
        Some(_) => return None,
        None => {
            let mut keyed = BTreeMap::new();
            for (key, value) in pairs {
                keyed.insert(key.parse::<usize>().ok()?, value);
            }
            keyed.into_values().collect()
        }
    };
    let bytes: Option<Vec<u8>> = list.iter().map(|byte| byte.word()?.parse().ok()).collect();
    bytes.filter(|it| !it.is_empty()).map(|it| base64(&it))
}

/// Base64 without padding.
pub(crate) fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let mut block = [0; 4];
        block[1..=chunk.len()].copy_from_slice(chunk);
        let block = u32::from_be_bytes(block);
        for at in 0..=chunk.len() {
            let index = (block >> (18 - 6 * at)) & 63;
            text.push(char::from(ALPHABET[index as usize]));
        }
    }
    text
}

/// A 64-bit number in two halves.
pub(crate) fn long(value: &Json) -> Option<i64> {
    let half = |key| value.get(key)?.word()?.parse::<i64>().ok();
    let (low, high) = (half("low")?, half("high")?);
    Some((high << 32) + (low & 0xFFFF_FFFF))
}
