//! Business phone numbers.

use crate::event::model::event;
use crate::types::{Code, Raw, string_enum};

string_enum! {
    /// What happened to a business phone number: Meta's `event`, `decision`, `status` or `type`.
    pub enum PhoneNumberEvent {
        /// The number was registered: its first messaging limit.
        Onboarding = "ONBOARDING",
        /// The number can send more messages a second.
        ThroughputUpgrade = "THROUGHPUT_UPGRADE",
        /// The quality of the number is low.
        Flagged = "FLAGGED",
        /// The quality of the number is no longer low.
        Unflagged = "UNFLAGGED",
        /// The messaging limit was raised.
        Upgrade = "UPGRADE",
        /// The messaging limit was lowered.
        Downgrade = "DOWNGRADE",
        /// The display name was approved.
        NameApproved = "APPROVED",
        /// The display name was rejected.
        NameRejected = "REJECTED",
        /// The decision on the display name was put off.
        NameDeferred = "DEFERRED",
        /// The display name is being reviewed.
        NamePending = "PENDING",
        /// The username belongs to the number.
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
        /// The name is that of an employee.
        EmployeeName = "NAME_EMPLOYEE_ISSUE",
        /// The name is not related to the business.
        EndClientNotRelated = "NAME_ENDCLIENT_NOTRELATED",
        /// The format of the name is unacceptable.
        FormatUnacceptable = "NAME_FORMAT_UNACCEPTABLE",
        /// The name is that of a person.
        IndividualName = "NAME_INDIVIDUAL_ISSUE",
        /// The name is not consistent with the one used elsewhere.
        NotConsistent = "NAME_NOT_CONSISTENT",
        /// No reason is given.
        NotGiven = "UNKNOWN",
    }

    /// Messaging limit: how many people the business may write to first in 24 hours.
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
        /// No limit was set yet.
        NotSet = "TIER_NOT_SET",
        /// No limit.
        Unlimited = "TIER_UNLIMITED",
    }

    /// Circumstance of a change of a username.
    pub enum UsernameContext {
        /// Meta took the username back.
        Revoked = "revoked",
    }
}

event! {
    /// Something happened to a business number. Sent by Meta, four fields.
    pub struct PhoneNumberUpdate {
        /// Meta's word for what happened: its `event`, `decision`, `status` or `type`.
        pub event: Option<PhoneNumberEvent>,
        /// Id of the number.
        pub id: Option<String>,
        /// Number, as displayed.
        pub display_phone_number: Option<String> = tail,
        /// Name that was reviewed.
        pub requested_verified_name: Option<String> = text,
        /// Why it was refused.
        pub rejection_reason: Option<DisplayNameRejection>,
        /// Limit now.
        pub current_limit: Option<MessagingLimit>,
        /// Limit before.
        pub old_limit: Option<MessagingLimit>,
        /// Messaging limit of the portfolio: a word such as `TIER_2K`, or a number, negative where there is no limit.
        pub max_daily_conversations_per_business: Option<Code>,
        /// Username of the business.
        pub username: Option<String> = text,
        /// Circumstance, such as `revoked`.
        pub context: Option<UsernameContext>,
        /// Calling settings: JSON, unread.
        pub calling: Option<Raw>,
        /// JSON of all of a change of settings of a type that this version does not know.
        pub details: Option<Raw>,
    }
}
