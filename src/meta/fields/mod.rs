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
mod words;

use std::fmt;
use std::str::FromStr;

use self::table::fields;
use super::item::{self, Around};
use super::payload::Value;
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
    AccountAlerts = account_alerts, documented, subscribable: AccountAlert;
    /// Result of the policy review of a business account.
    AccountReviewUpdate = account_review_update, documented, subscribable: AccountReview;
    /// Changed settings of a phone number, such as the ones for calls.
    AccountSettingsUpdate = account_settings_update, documented, subscribable: AccountSettings;
    /// Sharing, restrictions, bans, deletion and other changes of a business account.
    AccountUpdate = account_update, documented, subscribable: AccountUpdate;
    /// Leads and purchases that Meta detected in chats started from an ad.
    AutomaticEvents = automatic_events, documented, subscribable: [AutomaticEvent];
    /// Changed limits of a business account or portfolio.
    BusinessCapabilityUpdate = business_capability_update, documented, subscribable: BusinessCapability;
    /// Changed status of a business portfolio.
    BusinessStatusUpdate = business_status_update, seen, subscribable: BusinessStatus;
    /// Changed username of a business number.
    BusinessUsernameUpdates = business_username_updates, documented, subscribable, after "v23.0",
        also "business_username_update": BusinessUsername;
    /// Start, progress and end of calls.
    Calls = calls, documented, subscribable => calls::read;
    /// Changed status of a campaign. Obsolete: only in old lists of fields. Not produced by this version yet.
    CampaignStatusUpdate = campaign_status_update, seen, unsubscribable;
    /// Changed profile of a person. Only the name of the field is public. Not produced by this version yet.
    ConsumerProfile = consumer_profile, seen, subscribable;
    /// Changed statuses of flows, and alerts about their endpoints.
    Flows = flows, documented, subscribable: Flow;
    /// Creation and deletion of groups.
    GroupLifecycleUpdate = group_lifecycle_update, documented, subscribable, after "v23.0" => groups::read;
    /// People who joined, left or were removed from a group, or asked to join.
    GroupParticipantsUpdate = group_participants_update, documented, subscribable, after "v23.0",
        also "group_participant_update" => groups::read;
    /// Changed subject, description or profile picture of a group.
    GroupSettingsUpdate = group_settings_update, documented, subscribable, after "v23.0" => groups::read;
    /// Suspension of a group, and its end.
    GroupStatusUpdate = group_status_update, documented, subscribable, after "v23.0" => groups::read;
    /// Chunks of the chat history of a number that is also used with the WhatsApp Business app.
    History = history, documented, subscribable => history::read;
    /// Copies of messages that the business sent by other means.
    MessageEchoes = message_echoes, seen, subscribable => message_echoes::read;
    /// Changed components of a template.
    MessageTemplateComponentsUpdate = message_template_components_update, documented, subscribable: TemplateComponents;
    /// Changed quality score of a template.
    MessageTemplateQualityUpdate = message_template_quality_update, documented, subscribable: TemplateQuality;
    /// Changed status of a template.
    MessageTemplateStatusUpdate = message_template_status_update, documented, subscribable: TemplateStatus;
    /// Messages to the business, and statuses of its own messages.
    Messages = messages, documented, subscribable => messages::read;
    /// Control of a thread that passes from one app to another.
    MessagingHandovers = messaging_handovers, documented, subscribable: MessagingHandover;
    /// Creation, acceptance and changes of a multi-partner solution.
    PartnerSolutions = partner_solutions, documented, subscribable: PartnerSolution;
    /// Changed payment configuration.
    PaymentConfigurationUpdate = payment_configuration_update, documented, subscribable: PaymentConfiguration;
    /// Result of the review of a display name.
    PhoneNumberNameUpdate = phone_number_name_update, documented, subscribable: PhoneNumberName;
    /// Changed messaging limit or throughput of a business number.
    PhoneNumberQualityUpdate = phone_number_quality_update, documented, subscribable: PhoneNumberQuality;
    /// Change of the two-step verification PIN of a business number, and requests to reset it.
    Security = security, documented, subscribable: Security;
    /// Changed contacts in the WhatsApp Business app.
    SmbAppStateSync = smb_app_state_sync, documented, subscribable: [StateSync] "state_sync";
    /// Copies of messages that were sent with the WhatsApp Business app.
    SmbMessageEchoes = smb_message_echoes, documented, subscribable => smb_message_echoes::read;
    /// Copies of messages and statuses in a thread that another app controls.
    Standby = standby, documented, subscribable, after "v23.0" => standby::read;
    /// Changed category of a template, or the announcement of the change.
    TemplateCategoryUpdate = template_category_update, documented, subscribable: TemplateCategory;
    /// Templates whose category is wrong according to Meta's detection.
    TemplateCorrectCategoryDetection = template_correct_category_detection, documented, subscribable: CorrectCategory;
    /// Tracked events of marketing messages.
    TrackingEvents = tracking_events, seen, subscribable: [TrackingEvent] "events";
    /// Changed business-scoped user ID of a person. Since August 2026 replaced by a system message.
    UserIdUpdate = user_id_update, documented, unsubscribable: [UserIdUpdate];
    /// Requests of people to stop or resume marketing messages.
    UserPreferences = user_preferences, documented, subscribable, after "v23.0": [UserPreference];
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
    use super::*;

    /// Cases: K04.
    #[test]
    fn fields_are_sorted_and_come_back_from_their_names() {
        assert!(Field::ALL.is_sorted_by_key(|field| field.as_str()));
        for field in Field::ALL {
            assert_eq!(field.to_string().parse(), Ok(*field));
        }
        assert_eq!("rings".parse::<Field>(), Err(UnknownField {}));
    }

    #[test]
    fn spellings_that_were_seen_are_read_as_their_field() {
        let spelled = "group_participant_update".parse();
        assert_eq!(spelled, Ok(Field::GroupParticipantsUpdate));
        assert_eq!(constant("group_participant_update"), None);
    }
}
