//! The webhook fields: one row for each, and a file for each that is read.

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

/// Wire types of the fields that a function reads.
pub(in crate::meta) mod payload_of_irregular {
    pub use super::call_statuses::*;
    pub use super::calls::*;
    pub use super::groups::*;
    pub use super::history::*;
}

/// Reads one value of a field and pushes its events.
pub(super) type Read = for<'a> fn(&mut Collector<'_>, Around<'_, 'a>, &Value<'a>);

fields! {
    /// A messaging limit was decided, an official business account was granted or declined, a profile photo was lost.
    AccountAlerts = account_alerts, documented, subscribable: AccountAlert;
    /// The policy review of a business account has a result.
    AccountReviewUpdate = account_review_update, documented, subscribable: AccountReview;
    /// Settings of a phone number changed, such as those for calls.
    AccountSettingsUpdate = account_settings_update, documented, subscribable: AccountSettings;
    /// A business account was shared, restricted, banned, deleted, or changed in another way.
    AccountUpdate = account_update, documented, subscribable: AccountUpdate;
    /// Meta found a lead or a purchase in a chat that began with an ad.
    AutomaticEvents = automatic_events, documented, subscribable: [AutomaticEvent];
    /// The limits of a business account or portfolio changed.
    BusinessCapabilityUpdate = business_capability_update, documented, subscribable: BusinessCapability;
    /// The status of a business portfolio changed.
    BusinessStatusUpdate = business_status_update, seen, subscribable: BusinessStatus;
    /// The username of a business number changed.
    BusinessUsernameUpdates = business_username_updates, documented, subscribable, after "v23.0",
        also "business_username_update": BusinessUsername;
    /// A call was offered, answered or ended.
    Calls = calls, documented, subscribable => calls::read;
    /// The status of a campaign changed. Obsolete: only in old lists of fields.
    CampaignStatusUpdate = campaign_status_update, seen, unsubscribable;
    /// The profile of a person changed. Only its name is public.
    ConsumerProfile = consumer_profile, seen, subscribable;
    /// The status of a flow changed, or an alert about its endpoint started or ended.
    Flows = flows, documented, subscribable: Flow;
    /// A group was created or deleted.
    GroupLifecycleUpdate = group_lifecycle_update, documented, subscribable, after "v23.0" => groups::read;
    /// People joined, left or were removed from a group, or asked to join.
    GroupParticipantsUpdate = group_participants_update, documented, subscribable, after "v23.0",
        also "group_participant_update" => groups::read;
    /// The subject, description or picture of a group changed.
    GroupSettingsUpdate = group_settings_update, documented, subscribable, after "v23.0" => groups::read;
    /// A group was suspended, or its suspension ended.
    GroupStatusUpdate = group_status_update, documented, subscribable, after "v23.0" => groups::read;
    /// A chunk of the chat history of a number that also uses the WhatsApp Business app.
    History = history, documented, subscribable => history::read;
    /// A copy of a message that the business sent by other means.
    MessageEchoes = message_echoes, seen, subscribable => message_echoes::read;
    /// The components of a template changed.
    MessageTemplateComponentsUpdate = message_template_components_update, documented, subscribable: TemplateComponents;
    /// The quality score of a template changed.
    MessageTemplateQualityUpdate = message_template_quality_update, documented, subscribable: TemplateQuality;
    /// The status of a template changed.
    MessageTemplateStatusUpdate = message_template_status_update, documented, subscribable: TemplateStatus;
    /// A message arrived, or an outbound message made progress.
    Messages = messages, documented, subscribable => messages::read;
    /// Control of a thread passed from one app to another.
    MessagingHandovers = messaging_handovers, documented, subscribable: MessagingHandover;
    /// A multi-partner solution was created, accepted or changed.
    PartnerSolutions = partner_solutions, documented, subscribable: PartnerSolution;
    /// A payment configuration changed.
    PaymentConfigurationUpdate = payment_configuration_update, documented, subscribable: PaymentConfiguration;
    /// The review of a display name has a result.
    PhoneNumberNameUpdate = phone_number_name_update, documented, subscribable: PhoneNumberName;
    /// The messaging limit or throughput of a number changed.
    PhoneNumberQualityUpdate = phone_number_quality_update, documented, subscribable: PhoneNumberQuality;
    /// The two-step verification PIN of a number was changed, or its reset was requested.
    Security = security, documented, subscribable: Security;
    /// The contacts in the WhatsApp Business app changed.
    SmbAppStateSync = smb_app_state_sync, documented, subscribable: [StateSync] "state_sync";
    /// A copy of a message that was sent with the WhatsApp Business app.
    SmbMessageEchoes = smb_message_echoes, documented, subscribable => smb_message_echoes::read;
    /// A copy of what happens in a thread that another app controls.
    Standby = standby, documented, subscribable, after "v23.0" => standby::read;
    /// The category of a template changed, or is about to change.
    TemplateCategoryUpdate = template_category_update, documented, subscribable: TemplateCategory;
    /// Meta detected that a template has another category than its own.
    TemplateCorrectCategoryDetection = template_correct_category_detection, documented, subscribable: CorrectCategory;
    /// A tracked event of a marketing message.
    TrackingEvents = tracking_events, seen, subscribable: [TrackingEvent] "events";
    /// The business-scoped id of a person changed. Since August 2026 this comes as a system message.
    UserIdUpdate = user_id_update, documented, unsubscribable: [UserIdUpdate];
    /// A person stopped marketing messages, or resumed them.
    UserPreferences = user_preferences, documented, subscribable, after "v23.0": [UserPreference];
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A name of a field that this version does not know.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
#[error("unknown webhook field")]
pub struct UnknownField {}

impl FromStr for Field {
    type Err = UnknownField;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::from_name(name).ok_or(UnknownField {})
    }
}

/// What reads the values of the field of this name. A change that names no field is read as one of `messages`.
pub(super) fn reader(name: Option<&str>) -> Option<Read> {
    match name {
        Some(name) => Field::from_name(name)?.reader(),
        None => Field::Messages.reader(),
    }
}

/// Reads the lists of `messages` that stand under another field.
pub(super) fn read_messages<'a>(
    collector: &mut Collector<'_>,
    around: Around<'_, 'a>,
    value: &Value<'a>,
) {
    messages::read(collector, around, value);
}

/// The name of a field as a constant, where this version knows it.
pub(super) fn constant(name: &str) -> Option<&'static str> {
    let known = Field::from_name(name)?.as_str();
    (known == name).then_some(known)
}

#[cfg(test)]
mod tests {
    use super::*;

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
