//! Changes of business phone numbers.

use crate::event::model::event;
use crate::types::{Code, Raw, string_enum};

string_enum! {
    /// What happened to a business phone number, from Meta's `event`, `decision`, `status` or `type`.
    pub enum PhoneNumberEvent {
        /// The number was registered and has its first messaging limit.
        Onboarding = "ONBOARDING",
        /// The number can send more messages per second.
        ThroughputUpgrade = "THROUGHPUT_UPGRADE",
        /// The quality rating of the number is low.
        Flagged = "FLAGGED",
        /// The quality rating of the number is no longer low.
        Unflagged = "UNFLAGGED",
        /// The messaging limit was raised.
        Upgrade = "UPGRADE",
        /// The messaging limit was lowered.
        Downgrade = "DOWNGRADE",
        /// The display name was approved.
        NameApproved = "APPROVED",
        /// The display name was rejected.
        NameRejected = "REJECTED",
        /// The decision on the display name was deferred.
        NameDeferred = "DEFERRED",
        /// The review of the display name is pending.
        NamePending = "PENDING",
        /// The username was approved for the number.
        UsernameApproved = "approved",
        /// The username is reserved for the number.
        UsernameReserved = "reserved",
        /// The username was deleted.
        UsernameDeleted = "deleted",
        /// The settings of the number changed.
        SettingsChanged = "phone_number_settings",
    }

    /// Reason why a display name was rejected.
    pub enum DisplayNameRejection {
        /// The name is the name of an employee.
        EmployeeName = "NAME_EMPLOYEE_ISSUE",
        /// The name is not related to the business.
        EndClientNotRelated = "NAME_ENDCLIENT_NOTRELATED",
        /// The format of the name is unacceptable.
        FormatUnacceptable = "NAME_FORMAT_UNACCEPTABLE",
        /// The name is the name of a person.
        IndividualName = "NAME_INDIVIDUAL_ISSUE",
        /// The name is not consistent with the name used elsewhere.
        NotConsistent = "NAME_NOT_CONSISTENT",
        /// No reason is given.
        NotGiven = "UNKNOWN",
    }

    /// Messaging limit: the number of people to whom the business can send a first message within 24 hours.
    pub enum MessagingLimit {
        /// 50 people.
        Tier50 = "TIER_50",
        /// 250 people.
        Tier250 = "TIER_250",
        /// 1,000 people; replaced by 2,000 in October 2025.
        Tier1K = "TIER_1K",
        /// 2,000 people.
        Tier2K = "TIER_2K",
        /// 10,000 people.
        Tier10K = "TIER_10K",
        /// 100,000 people.
        Tier100K = "TIER_100K",
        /// The limit is not set yet.
        NotSet = "TIER_NOT_SET",
        /// No limit.
        Unlimited = "TIER_UNLIMITED",
    }

    /// Circumstance of a change of a username.
    pub enum UsernameContext {
        /// Meta revoked the username.
        Revoked = "revoked",
    }
}

event! {
    /// A change of the name, limits, settings or username of a business number. Sent by Meta in the fields
    /// `account_settings_update`, `business_username_updates`, `phone_number_name_update` and
    /// `phone_number_quality_update`.
    pub struct PhoneNumberUpdate {
        /// What happened, from Meta's `event`, `decision`, `status` or `type`.
        pub event: Option<PhoneNumberEvent>,
        /// ID of the number.
        pub id: Option<String>,
        /// Number as displayed.
        pub display_phone_number: Option<String> = tail,
        /// Display name that was reviewed.
        pub requested_verified_name: Option<String> = text,
        /// Reason why the display name was rejected.
        pub rejection_reason: Option<DisplayNameRejection>,
        /// Current messaging limit.
        pub current_limit: Option<MessagingLimit>,
        /// Previous messaging limit.
        pub old_limit: Option<MessagingLimit>,
        /// Messaging limit of the portfolio: a value such as `TIER_2K`, or a number, which is negative if there is no
        /// limit.
        pub max_daily_conversations_per_business: Option<Code>,
        /// Username of the business.
        pub username: Option<String> = text,
        /// Circumstance of the change, such as `revoked`.
        pub context: Option<UsernameContext>,
        /// Calling settings: JSON that this crate does not read.
        pub calling: Option<Raw>,
        /// JSON of the whole change, if the type of settings is one that this version does not know.
        pub details: Option<Raw>,
    }
}
