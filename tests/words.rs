//! Every word of the open enums of account events, groups and calls stands in a golden.

#![allow(clippy::unwrap_used, reason = "a test")]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use whatsapp_webhooks::event::*;

/// An enum: its name, where it stands in the JSON of events (kind, key), and its words.
struct Row {
    name: &'static str,
    places: &'static [(&'static str, &'static str)],
    words: &'static [&'static str],
}

macro_rules! rows {
    ($($name:ident: $($kind:literal $key:literal),+;)*) => {
        &[$(Row {
            name: stringify!($name),
            places: &[$(($kind, $key)),+],
            words: $name::KNOWN,
        }),*]
    };
}

const ROWS: &[Row] = rows! {
    AccountEvent: "account" "event";
    AccountEntityType: "account" "entity_type";
    AlertSeverity: "account" "alert_severity";
    AccountStatus: "account" "status";
    ViolationType: "account" "violation_type";
    RestrictionType: "account" "restriction_type";
    BanState: "account" "waba_ban_state";
    DisconnectionReason: "account" "reason";
    DisconnectionInitiator: "account" "initiated_by";
    CertificationRejection: "account" "rejection_reasons";
    CallEvent: "call" "event";
    CallStatus: "call" "status";
    SdpType: "call" "sdp_type";
    ContactSyncEvent: "contact_sync" "event";
    ConversionEvent: "conversion" "event";
    ClickComponent: "conversion" "click_component";
    FlowEvent: "flow" "event";
    FlowStatus: "flow" "new_status";
    FlowAlertState: "flow" "alert_state";
    GroupEvent: "group" "event";
    JoinApprovalMode: "group" "join_approval_mode";
    GroupReason: "group" "reason";
    RemovalInitiator: "group" "initiated_by";
    HandoverEvent: "handover" "event";
    HandoverRole: "handover" "previous_owner_role", "handover" "new_owner_role", "handover" "previous_owner_app_role";
    PaymentConfigurationStatus: "payment" "event";
    PaymentGateway: "payment" "provider_name";
    PhoneNumberEvent: "phone_number" "event";
    DisplayNameRejection: "phone_number" "rejection_reason";
    MessagingLimit: "phone_number" "current_limit", "phone_number" "old_limit";
    UsernameContext: "phone_number" "context";
    PreferenceEvent: "preference" "event";
    PreferenceCategory: "preference" "category";
    SecurityEvent: "security" "event";
    TemplateEvent: "template" "event";
    TemplateCategory: "template" "category", "template" "previous_category", "template" "new_category";
    TemplateReason: "template" "reason";
    TemplatePause: "template" "title";
    QualityScore: "template" "new_quality_score";
    CategoryAppealStatus: "template" "category_appeal_status";
    TemplateButtonType: "template" "button_type";
};

/// Words that no fixture shows: those of gateways, which do not send them beside the others, and an older one.
const ELSEWHERE: &[(&str, &str)] = &[
    ("CallEvent", "accept"),
    ("CallEvent", "reject"),
    ("CallEvent", "ringing"),
    ("GroupEvent", "demote"),
    ("GroupEvent", "groups.update"),
    ("GroupEvent", "rejected"),
    ("GroupEvent", "remove"),
    ("GroupEvent", "revoked"),
    ("GroupEvent", "GROUP_MEMBERSHIP_JOIN_APPROVAL_REQUEST"),
    ("GroupReason", "rejected"),
    ("GroupReason", "revoked"),
    ("PaymentGateway", "upi"),
];

/// The files whose enums are all listed.
const FILES: &[&str] = &[
    include_str!("../src/event/account.rs"),
    include_str!("../src/event/call.rs"),
    include_str!("../src/event/contact_sync.rs"),
    include_str!("../src/event/conversion.rs"),
    include_str!("../src/event/flow.rs"),
    include_str!("../src/event/group.rs"),
    include_str!("../src/event/handover.rs"),
    include_str!("../src/event/payment.rs"),
    include_str!("../src/event/phone_number.rs"),
    include_str!("../src/event/preference.rs"),
    include_str!("../src/event/security.rs"),
    include_str!("../src/event/template.rs"),
];

/// Texts under each key of the events of each kind.
type Texts = BTreeMap<(String, String), BTreeSet<String>>;

fn walk(kind: &str, key: &str, value: &Value, texts: &mut Texts) {
    match value {
        Value::String(text) => {
            let place = (kind.to_owned(), key.to_owned());
            texts.entry(place).or_default().insert(text.clone());
        }
        Value::Array(list) => list.iter().for_each(|it| walk(kind, key, it, texts)),
        Value::Object(pairs) => {
            let own = pairs
                .iter()
                .filter(|(key, _)| !matches!(key.as_str(), "raw" | "details" | "calling"));
            own.for_each(|(key, it)| walk(kind, key, it, texts));
        }
        _ => {}
    }
}

#[test]
fn every_known_word_stands_in_a_golden() {
    let mut texts = Texts::new();
    for fixture in support::all_fixtures() {
        for event in fixture.events() {
            let json = serde_json::to_value(&event).unwrap();
            walk(event.kind(), "", &json, &mut texts);
        }
    }
    let mut missing = Vec::new();
    for row in ROWS {
        let places = row.places.iter();
        let found: BTreeSet<&str> = places
            .filter_map(|(kind, key)| texts.get(&((*kind).to_owned(), (*key).to_owned())))
            .flat_map(|words| words.iter().map(String::as_str))
            .collect();
        let words = row.words.iter().filter(|word| !found.contains(**word));
        let words = words.map(|word| (row.name, *word));
        missing.extend(words.filter(|word| !ELSEWHERE.contains(word)));
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_enum_of_these_events_is_listed() {
    let names: Vec<&str> = ROWS.iter().map(|row| row.name).collect();
    let declared = FILES.iter().flat_map(|file| file.lines());
    let declared = declared.filter_map(|line| line.trim().strip_prefix("pub enum "));
    let declared: Vec<&str> = declared.filter_map(|line| line.split(' ').next()).collect();
    assert!(declared.len() >= 40, "{declared:?}");
    for name in declared {
        assert!(names.contains(&name), "{name}");
    }
}
