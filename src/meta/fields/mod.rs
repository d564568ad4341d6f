//! The webhook fields: a table row for each, and a file for each one that is read.

mod account_alerts;
mod account_review_update;
mod account_settings_update;
mod account_update;
mod automatic_events;
mod business_capability_update;
mod business_status_update;
mod business_username_updates;
mod call_parties;
mod call_statuses;
mod calls;
mod flows;
mod groups;
mod history;
mod message_echoes;
mod message_template_components_update;
mod message_template_quality_update;
mod message_template_status_update;
mod messages;
mod messaging_handovers;
mod own_number;
mod partner_solutions;
mod payment_configuration_update;
mod phone_number_name_update;
mod phone_number_quality_update;
mod security;
mod smb_app_state_sync;
mod smb_message_echoes;
mod standby;
mod table;
mod template_category_update;
mod template_correct_category_detection;
mod tracking_events;
mod user_id_update;
mod user_preferences;

use std::fmt;
use std::str::FromStr;

use self::table::fields;
use super::item::{self, Around};
use super::payload::Value;
use super::words;
use crate::collector::Collector;

/// Wire types of the fields that are read by a function.
pub(in crate::meta) mod payload_of_irregular {
    pub use super::call_statuses::*;
    pub use super::calls::*;
    pub use super::groups::*;
    pub use super::history::*;
}

/// A function that reads one value of a field and pushes its events.
pub(super) type Read = for<'a> fn(&mut Collector<'_>, Around<'_, 'a>, &Value<'a>);

fields! {
    /// Decisions about messaging limits and official business accounts, and lost profile photos.
    AccountAlerts = account_alerts, documented in "webhook reference", subscribable,
        gives [Account] by "`alert_type`": AccountAlert;
    /// Result of the policy review of a business account.
    AccountReviewUpdate = account_review_update, documented in "webhook reference", subscribable,
        gives [Account] by "`decision`": AccountReview;
    /// Changed settings of a phone number, such as the ones for calls.
    AccountSettingsUpdate = account_settings_update, documented in "calling: configure call settings", subscribable,
        gives [PhoneNumber] by "`type`": AccountSettings;
    /// Sharing, restrictions, bans, deletion and other changes of a business account.
    AccountUpdate = account_update, documented in "webhook reference", subscribable,
        gives [Account] by "`event`": AccountUpdate;
    /// Leads and purchases that Meta detected in chats started from an ad.
    AutomaticEvents = automatic_events, documented in "webhook reference", subscribable,
        gives [Conversion] by "`event_name`": [AutomaticEvent];
    /// Changed limits of a business account or portfolio.
    BusinessCapabilityUpdate = business_capability_update, documented in "webhook reference", subscribable,
        gives [Account] by "": BusinessCapability;
    /// Changed status of a business portfolio.
    BusinessStatusUpdate = business_status_update, seen in "dashboard sample", subscribable,
        gives [Account] by "`event`": BusinessStatus;
    /// Changed username of a business number.
    BusinessUsernameUpdates = business_username_updates, documented in "business-scoped user IDs", subscribable,
        after "v23.0", also "business_username_update", gives [PhoneNumber] by "`status`": BusinessUsername;
    /// Start, progress and end of calls.
    Calls = calls, documented in "calling", subscribable,
        gives [Call Failure] by "`event` of calls, `status` of statuses" => calls::read;
    /// Changed status of a campaign. Obsolete: only in old lists of fields. Not produced by this version yet.
    CampaignStatusUpdate = campaign_status_update, seen in "old lists of fields", unsubscribable;
    /// Changed profile of a person. Only the name of the field is public. Not produced by this version yet.
    ConsumerProfile = consumer_profile, seen in "webhook overrides", subscribable;
    /// Changed statuses of flows, and alerts about their endpoints.
    Flows = flows, documented in "flows webhooks", subscribable,
        gives [Flow] by "`event`": Flow;
    /// Creation and deletion of groups.
    GroupLifecycleUpdate = group_lifecycle_update, documented in "webhooks for groups", subscribable, after "v23.0",
        gives [Group] by "`type`" => groups::read;
    /// People who joined, left or were removed from a group, or asked to join.
    GroupParticipantsUpdate = group_participants_update, documented in "webhooks for groups", subscribable,
        after "v23.0", also "group_participant_update", gives [Group] by "`type`" => groups::read;
    /// Changed subject, description or profile picture of a group.
    GroupSettingsUpdate = group_settings_update, documented in "webhooks for groups", subscribable, after "v23.0",
        gives [Group] by "`type`" => groups::read;
    /// Suspension of a group, and its end.
    GroupStatusUpdate = group_status_update, documented in "webhooks for groups", subscribable, after "v23.0",
        gives [Group] by "`type`" => groups::read;
    /// Chunks of the chat history of a number that is also used with the WhatsApp Business app.
    History = history, documented in "webhook reference", subscribable,
        gives [History Message] by "chunk, `errors` if declined, files that follow later" => history::read;
    /// Copies of messages that the business sent by other means.
    MessageEchoes = message_echoes, seen in "dashboard sample", subscribable,
        gives [Message] by "`type`" => message_echoes::read;
    /// Changed components of a template.
    MessageTemplateComponentsUpdate = message_template_components_update, documented in "webhook reference", subscribable,
        gives [Template] by "": TemplateComponents;
    /// Changed quality score of a template.
    MessageTemplateQualityUpdate = message_template_quality_update, documented in "webhook reference", subscribable,
        gives [Template] by "`new_quality_score`": TemplateQuality;
    /// Changed status of a template.
    MessageTemplateStatusUpdate = message_template_status_update, documented in "webhook reference", subscribable,
        gives [Template] by "`event`": TemplateStatus;
    /// Messages to the business, and statuses of its own messages.
    Messages = messages, documented in "webhook reference", subscribable,
        gives [Message Status Failure Conversion Handover] by "`type` of messages, `status` of statuses, `action_type` of clicks" => messages::read;
    /// Control of a thread that passes from one app to another.
    MessagingHandovers = messaging_handovers, documented in "webhook reference", subscribable,
        gives [Handover] by "`type`": MessagingHandover;
    /// Creation, acceptance and changes of a multi-partner solution.
    PartnerSolutions = partner_solutions, documented in "webhook reference", subscribable,
        gives [Account] by "`event`, `solution_status`": PartnerSolution;
    /// Changed payment configuration.
    PaymentConfigurationUpdate = payment_configuration_update, documented in "webhook reference", subscribable,
        gives [Payment] by "`status`": PaymentConfiguration;
    /// Result of the review of a display name.
    PhoneNumberNameUpdate = phone_number_name_update, documented in "webhook reference", subscribable,
        gives [PhoneNumber] by "`decision`": PhoneNumberName;
    /// Changed messaging limit or throughput of a business number.
    PhoneNumberQualityUpdate = phone_number_quality_update, documented in "webhook reference", subscribable,
        gives [PhoneNumber] by "`event`": PhoneNumberQuality;
    /// Change of the two-step verification PIN of a business number, and requests to reset it.
    Security = security, documented in "webhook reference", subscribable,
        gives [Security] by "`event`": Security;
    /// Changed contacts in the WhatsApp Business app.
    SmbAppStateSync = smb_app_state_sync, documented in "webhook reference", subscribable,
        gives [ContactSync] by "`action`": [StateSync] "state_sync";
    /// Copies of messages that were sent with the WhatsApp Business app.
    SmbMessageEchoes = smb_message_echoes, documented in "webhook reference", subscribable,
        gives [Message] by "`type`" => smb_message_echoes::read;
    /// Copies of messages and statuses in a thread that another app controls.
    Standby = standby, documented in "webhook reference", subscribable, after "v23.0",
        gives [Message Status] by "`type` of messages and echoes, `status` of statuses" => standby::read;
    /// Changed category of a template, or the announcement of the change.
    TemplateCategoryUpdate = template_category_update, documented in "webhook reference", subscribable,
        gives [Template] by "announced: `correct_category` without `previous_category`": TemplateCategory;
    /// Templates whose category is wrong according to Meta's detection.
    TemplateCorrectCategoryDetection = template_correct_category_detection, documented in "Direct Send", subscribable,
        gives [Template] by "": CorrectCategory;
    /// Tracked events of marketing messages.
    TrackingEvents = tracking_events, seen in "dashboard sample", subscribable,
        gives [Conversion] by "`event_name`": [TrackingEvent] "events";
    /// Changed business-scoped user ID of a person. Since August 2026 replaced by a system message.
    UserIdUpdate = user_id_update, documented in "business-scoped user IDs", unsubscribable,
        gives [Identity] by "": [UserIdUpdate];
    /// Requests of people to stop or resume marketing messages.
    UserPreferences = user_preferences, documented in "webhook reference", subscribable, after "v23.0",
        gives [Preference] by "`value`": [UserPreference];
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Error for a name that is not a webhook field known to this version.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
#[error("unknown webhook field: expected one of the names in Field::ALL")]
pub struct UnknownField {}

impl FromStr for Field {
    type Err = UnknownField;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::from_name(name).ok_or(UnknownField {})
    }
}

/// Returns the reader of a field's values. A change without a field is read as one of `messages`.
pub(super) fn reader(name: Option<&str>) -> Option<Read> {
    match name {
        Some(name) => Field::from_name(name)?.reader(),
        None => Field::Messages.reader(),
    }
}

/// Reads the lists of `messages` in the value of another field.
pub(super) fn read_messages<'a>(
    collector: &mut Collector<'_>,
    around: Around<'_, 'a>,
    value: &Value<'a>,
) {
    messages::read(collector, around, value);
}

/// Returns the name of a field as a constant, if this version knows it.
pub(super) fn constant(name: &str) -> Option<&'static str> {
    let known = Field::from_name(name)?.as_str();
    (known == name).then_some(known)
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::fs;

    use super::*;
    use crate::meta;

    /// Cases: K04.
    #[test]
    fn fields_are_sorted_and_come_back_from_their_names() {
        assert!(Field::ALL.is_sorted_by_key(|field| field.as_str()));
        for field in Field::ALL {
            assert_eq!(field.to_string().parse(), Ok(*field));
        }
        assert_eq!("rings".parse::<Field>(), Err(UnknownField {}));
    }

    /// The kinds of events that the fixtures of each field give.
    fn found() -> BTreeMap<&'static str, BTreeSet<String>> {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/meta");
        let mut found: BTreeMap<_, BTreeSet<String>> = BTreeMap::new();
        for file in fs::read_dir(folder).unwrap() {
            let file = file.unwrap().path();
            if file.extension().is_none_or(|extension| extension != "json") {
                continue;
            }
            for event in meta::parse(fs::read(&file).unwrap()).unwrap() {
                let field = event.meta().topic.as_deref().and_then(Field::from_name);
                let kinds = found.entry(field.map_or("", Field::as_str)).or_default();
                kinds.insert(event.kind().replace('_', ""));
            }
        }
        found
    }

    /// The kinds that the rows promise, as [`found`] spells them.
    fn promised(field: Field) -> BTreeSet<String> {
        let promised = field.promised().iter().map(|kind| kind.to_lowercase());
        promised.collect()
    }

    #[test]
    fn every_field_has_fixtures_of_all_events_that_its_row_promises_and_of_no_others() {
        let found = found();
        let elsewhere = promised(Field::Messages);
        for field in Field::ALL {
            let mut kinds = found.get(field.as_str()).cloned().unwrap_or_default();
            assert!(!kinds.is_empty(), "{field} has no fixture");
            let promised = promised(*field);
            if promised.is_empty() {
                assert_eq!(kinds, BTreeSet::from(["unknown".to_owned()]), "{field}");
                continue;
            }
            assert!(promised.is_subset(&kinds), "{field}: {kinds:?}");
            for kind in ["unknown", "malformed"] {
                kinds.remove(kind);
            }
            let other: Vec<_> = kinds.difference(&promised).collect();
            let is_read_anywhere = other.iter().all(|kind| elsewhere.contains(*kind));
            assert!(is_read_anywhere, "{field}: {other:?}");
        }
    }

    #[test]
    fn the_table_in_the_docs_of_meta_says_what_the_rows_say() {
        let docs = include_str!("../mod.rs").lines();
        let rows: Vec<_> = docs
            .filter_map(|line| line.strip_prefix("//! | `"))
            .collect();
        for field in Field::ALL.iter().filter(|field| field.reader().is_some()) {
            let mut kinds = BTreeSet::new();
            for row in &rows {
                let (names, events) = row.split_once(" | ").unwrap();
                let is_named = names.split('`').any(|name| {
                    let start = name.strip_suffix('…').filter(|start| !start.is_empty());
                    name == field.as_str() || start.is_some_and(|it| field.as_str().starts_with(it))
                });
                let events = events.split("[`Event::").skip(1);
                let events = events.filter_map(|event| event.split('`').next());
                kinds.extend(events.filter(|_| is_named).map(str::to_lowercase));
            }
            assert_eq!(kinds, promised(*field), "{field}");
        }
    }

    #[test]
    fn spellings_that_were_seen_are_read_as_their_field() {
        let spelled = "group_participant_update".parse();
        assert_eq!(spelled, Ok(Field::GroupParticipantsUpdate));
        assert_eq!(constant("group_participant_update"), None);
    }
}
