//! Changes of business accounts.

use crate::event::account_pricing::{InternationalRates, VolumeTier};
use crate::event::model::{event, model};
use crate::event::phone_number::MessagingLimit;
use crate::types::{Code, Raw, Timestamp, string_enum};

string_enum! {
    /// What happened to a business account, from Meta's `event`, `decision` or `alert_type`.
    pub enum AccountEvent {
        /// The business account was deleted.
        AccountDeleted = "ACCOUNT_DELETED",
        /// A number used with the WhatsApp Business app (coexistence) left the platform.
        AccountOffboarded = "ACCOUNT_OFFBOARDED",
        /// A number used with the WhatsApp Business app (coexistence) was reconnected.
        AccountReconnected = "ACCOUNT_RECONNECTED",
        /// The account was restricted, or a restriction was lifted.
        AccountRestriction = "ACCOUNT_RESTRICTION",
        /// The account violated a policy, or the quality of its calls is low.
        AccountViolation = "ACCOUNT_VIOLATION",
        /// An ad account was shared.
        AdAccountLinked = "AD_ACCOUNT_LINKED",
        /// International authentication rates will apply to the account.
        AuthInternationalPriceEligibility = "AUTH_INTL_PRICE_ELIGIBILITY_UPDATE",
        /// The primary country of the business was determined.
        PrimaryCountryUpdate = "BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE",
        /// The account was banned, will be banned, or was reinstated.
        DisabledUpdate = "DISABLED_UPDATE",
        /// The terms of the Marketing Messages API were accepted.
        MarketingTermsSigned = "MM_LITE_TERMS_SIGNED",
        /// The account was shared with the partner.
        PartnerAdded = "PARTNER_ADDED",
        /// The account is no longer shared with the partner, or was disconnected.
        PartnerRemoved = "PARTNER_REMOVED",
        /// The customer granted permissions to the partner's app.
        PartnerAppInstalled = "PARTNER_APP_INSTALLED",
        /// The customer withdrew permissions from the partner's app.
        PartnerAppUninstalled = "PARTNER_APP_UNINSTALLED",
        /// The business must be verified before it can send messages.
        CertificationNeeded = "PARTNER_CLIENT_CERTIFICATION_NEEDED",
        /// The status of a business verification by the partner changed.
        CertificationStatusUpdate = "PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE",
        /// The account reached another volume tier.
        VolumeTierUpdate = "VOLUME_BASED_PRICING_TIER_UPDATE",
        /// A sandbox number became a verified account.
        VerifiedAccount = "VERIFIED_ACCOUNT",
        /// The policy review approved the account.
        Approved = "APPROVED",
        /// The policy review rejected the account.
        Rejected = "REJECTED",
        /// The policy review of the account is pending.
        Pending = "PENDING",
        /// The policy review of the account was deferred.
        Deferred = "DEFERRED",
        /// The decision on a higher messaging limit was deferred.
        LimitIncreaseDeferred = "INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED",
        /// A higher messaging limit was denied.
        LimitIncreaseFailed = "INCREASED_CAPABILITIES_ELIGIBILITY_FAILED",
        /// The decision on a higher messaging limit needs more information.
        LimitIncreaseNeedsInfo = "INCREASED_CAPABILITIES_ELIGIBILITY_NEED_MORE_INFO",
        /// The number became an official business account.
        OfficialAccountApproved = "OBA_APPROVED",
        /// The number was rejected as an official business account.
        OfficialAccountRejected = "OBA_REJECTED",
        /// The profile photo was lost.
        ProfilePictureLost = "PROFILE_PICTURE_LOST",
        /// A multi-partner solution was created.
        SolutionCreated = "SOLUTION_CREATED",
        /// The status of a multi-partner solution changed.
        SolutionUpdated = "SOLUTION_UPDATED",
        /// The business portfolio was compromised. Seen only in Meta's samples.
        CompromisedNotification = "COMPROMISED_NOTIFICATION",
    }

    /// Kind of object that an alert is about.
    pub enum AccountEntityType {
        /// A business portfolio.
        Business = "BUSINESS",
        /// A business phone number.
        PhoneNumber = "PHONE_NUMBER",
        /// A business profile.
        BusinessProfile = "CURRENT_STATUS_ID",
        /// A WhatsApp Business Account.
        Waba = "WABA",
    }

    /// Severity of an alert.
    pub enum AlertSeverity {
        /// Critical.
        Critical = "CRITICAL",
        /// Warning.
        Warning = "WARNING",
        /// For information only.
        Informational = "INFORMATIONAL",
    }

    /// Status of an alert, of a multi-partner solution, or of a verification by a partner.
    pub enum AccountStatus {
        /// The alert or the solution is active.
        Active = "ACTIVE",
        /// The alert is not active.
        Inactive = "NONE",
        /// The solution is a draft.
        Draft = "DRAFT",
        /// The solution was initiated.
        Initiated = "INITIATED",
        /// The solution was rejected.
        Rejected = "REJECTED",
        /// The solution will be deactivated.
        PendingDeactivation = "PENDING_DEACTIVATION",
        /// The solution was deactivated.
        Deactivated = "DEACTIVATED",
        /// The business was verified.
        Approved = "APPROVED",
        /// The verification was discarded.
        Discarded = "DISCARDED",
        /// The business could not be verified.
        Failed = "FAILED",
        /// The verification is pending.
        Pending = "PENDING",
        /// The verification was revoked.
        Revoked = "REVOKED",
    }

    /// Type of a policy violation.
    pub enum ViolationType {
        /// Adult products or services.
        Adult = "ADULT",
        /// Alcohol.
        Alcohol = "ALCOHOL",
        /// Animals.
        Animals = "ANIMALS",
        /// Body parts or fluids.
        BodyPartsFluids = "BODY_PARTS_FLUIDS",
        /// Dating services.
        Dating = "DATING",
        /// Digital services or products.
        DigitalServicesProducts = "DIGITAL_SERVICES_PRODUCTS",
        /// Drugs.
        Drugs = "DRUGS",
        /// Gambling.
        Gambling = "GAMBLING",
        /// Healthcare products.
        Healthcare = "HEALTHCARE",
        /// Illegal products or services.
        IllegalProducts = "ILLEGAL_PRODUCTS",
        /// Misleading practices.
        Misleading = "MISLEADING",
        /// Sexualized presentation.
        OverlySexualizedPositioning = "OVERTLY_SEXUALIZED_POSITIONING",
        /// Real, virtual or fake currency.
        RealFakeCurrency = "REAL_FAKE_CURRENCY",
        /// A scam.
        Scam = "SCAM",
        /// Unsafe supplements.
        Supplements = "SUPPLEMENTS",
        /// Infringement of others' rights.
        ThirdPartyInfringements = "THIRD_PARTY_INFRINGEMENTS",
        /// Tobacco.
        Tobacco = "TOBACCO",
        /// Unauthorized media or devices to stream them.
        UnauthorizedMedia = "UNAUTHORIZED_MEDIA",
        /// Weapons or ammunition.
        Weapons = "WEAPONS",
        /// Low quality of calls that the business starts.
        LowBusinessInitiatedCallingQuality = "LOW_BUSINESS_INITIATED_CALLING_QUALITY",
        /// Low quality of calls that users start.
        LowUserInitiatedCallingQuality = "LOW_USER_INITIATED_CALLING_QUALITY",
        /// Too few calls from users are answered.
        LowPickupRate = "USER_INITIATED_CALLS_LOW_PICKUP_RATE",
        /// Direct Send: warning for misuse of the utility category.
        DirectSendCategoryAbuseWarning = "DIRECT_SEND_UTILITY_CATEGORY_ABUSE_WARN",
        /// Direct Send: warning for misuse of a utility template.
        DirectSendTemplateAbuse = "DIRECT_SEND_UTILITY_TEMPLATE_ABUSE",
        /// Direct Send: rate limit for misuse of the utility category.
        DirectSendCategoryAbuseRateLimit = "DIRECT_SEND_UTILITY_CATEGORY_ABUSE_RATE_LIMIT",
        /// Direct Send: first restriction for misuse of the utility category, 7 days.
        DirectSendCategoryAbuseStrike1 = "DIRECT_SEND_UTILITY_CATEGORY_ABUSE_STRIKE_1",
        /// Direct Send: second restriction for misuse of the utility category, 30 days.
        DirectSendCategoryAbuseStrike2 = "DIRECT_SEND_UTILITY_CATEGORY_ABUSE_STRIKE_2",
        /// Direct Send: permanent restriction for misuse of the utility category.
        DirectSendCategoryAbuseOffboard = "DIRECT_SEND_UTILITY_CATEGORY_ABUSE_OFFBOARD",
        /// Direct Send: the restriction was lifted.
        DirectSendCategoryAbuseUnban = "DIRECT_SEND_UTILITY_CATEGORY_ABUSE_UNBAN",
        /// Direct Send: the rate limit was lifted.
        DirectSendCategoryAbuseRateLimitRecovery = "DIRECT_SEND_UTILITY_CATEGORY_ABUSE_RATE_LIMIT_RECOVERY",
    }

    /// What a restricted business account must not do.
    pub enum RestrictionType {
        /// Adding phone numbers.
        AddPhoneNumber = "RESTRICTED_ADD_PHONE_NUMBER_ACTION",
        /// Adding phone numbers; the spelling of older pages.
        AddPhoneNumberOld = "RESTRICTION_ADD_PHONE_NUMBER_ACTION",
        /// Starting conversations.
        BusinessInitiatedMessaging = "RESTRICTED_BIZ_INITIATED_MESSAGING",
        /// Replying in conversations that customers start.
        CustomerInitiatedMessaging = "RESTRICTED_CUSTOMER_INITIATED_MESSAGING",
        /// Starting calls.
        BusinessInitiatedCalling = "RESTRICTED_BUSINESS_INITIATED_CALLING",
        /// Receiving calls.
        UserInitiatedCalling = "RESTRICTED_USER_INITIATED_CALLING",
        /// Showing the call button.
        CallButtonHidden = "RESTRICTED_USER_INITIATED_CALLING_CALL_BUTTON_HIDDEN",
        /// Starting or receiving calls.
        AllCalling = "RESTRICTED_BIZ_INITIATED_AND_USER_INITIATED_CALLING",
        /// Sending utility templates.
        UtilityTemplates = "RESTRICTED_UTILITY_TEMPLATES",
        /// Sending utility templates by Direct Send.
        DirectSendUtilityTemplates = "RESTRICTED_DIRECT_SEND_UTILITY_TEMPLATES",
    }

    /// State of a ban.
    pub enum BanState {
        /// The account will be disabled.
        ScheduledForDisable = "SCHEDULE_FOR_DISABLE",
        /// The account is disabled.
        Disabled = "DISABLE",
        /// The account is enabled again.
        Reinstated = "REINSTATE",
    }

    /// Reason why a number used with the WhatsApp Business app (coexistence) was disconnected.
    pub enum DisconnectionReason {
        /// The business disconnected the number.
        AccountDisconnected = "ACCOUNT_DISCONNECTED",
        /// The business moved back to the consumer app.
        BusinessDowngrade = "BUSINESS_DOWNGRADE",
        /// The business changed its number.
        ChangeNumber = "CHANGE_NUMBER",
        /// The linked device was inactive for about 30 days.
        CompanionInactivity = "COMPANION_INACTIVITY",
        /// The app was inactive for about 14 days.
        PrimaryInactivity = "PRIMARY_INACTIVITY",
        /// The number was registered again.
        UserReregistered = "USER_RE_REGISTERED",
    }

    /// Who disconnected a number used with the WhatsApp Business app (coexistence).
    pub enum DisconnectionInitiator {
        /// WhatsApp.
        System = "SYSTEM",
        /// The business, in the app.
        User = "USER",
    }

    /// Reason why a partner could not verify a business. One page of Meta spells the values with `_` instead of
    /// spaces; they are read as those with spaces.
    pub enum CertificationRejection {
        /// No reason.
        NotGiven = "NONE",
        /// The address does not match.
        AddressNotMatching = "ADDRESS NOT MATCHING",
        /// The business is not eligible.
        BusinessNotEligible = "BUSINESS NOT ELIGIBLE",
        /// The legal name does not match.
        LegalNameNotMatching = "LEGAL NAME NOT MATCHING",
        /// The documents do not show the legal name.
        LegalNameNotFound = "LEGAL NAME NOT FOUND IN DOCUMENTS",
        /// The documents cannot be read.
        MalformedDocuments = "MALFORMED DOCUMENTS",
        /// The website does not match.
        WebsiteNotMatching = "WEBSITE NOT MATCHING",
    }
}

event! {
    /// A review, restriction, limit, alert or partner change of a business account. Sent by Meta in the fields
    /// `account_alerts`, `account_review_update`, `account_update`, `business_capability_update`,
    /// `business_status_update` and `partner_solutions`.
    pub struct AccountUpdate {
        /// What happened, from Meta's `event`, `decision` or `alert_type`.
        pub event: Option<AccountEvent>,
        /// ID of the object that the event is about: a WABA, business, number or solution.
        pub id: Option<String>,
        /// Type of the object that the event is about: `BUSINESS`, `PHONE_NUMBER` …
        pub entity_type: Option<AccountEntityType>,
        /// Number that the event is about, as displayed.
        pub phone_number: Option<String> = tail,
        /// ISO code of the primary country of the business.
        pub country: Option<String>,
        /// Status of the alert, solution or verification.
        pub status: Option<AccountStatus>,
        /// Severity of the alert.
        pub alert_severity: Option<AlertSeverity>,
        /// Description of the alert, as text for people.
        pub alert_description: Option<String> = masked,
        /// Type of the policy violation.
        pub violation_type: Option<ViolationType>,
        /// Remedy that Meta recommends.
        pub remediation: Option<String> = masked,
        /// Restrictions of the account.
        pub restriction_info: Vec<Restriction>,
        /// State of the ban.
        pub waba_ban_state: Option<BanState>,
        /// Date of the ban, as text for people.
        pub waba_ban_date: Option<String>,
        /// Messaging limit that is sent with a ban. Not documented by Meta.
        pub current_limit: Option<MessagingLimit>,
        /// Reason for the disconnection.
        pub reason: Option<DisconnectionReason>,
        /// Who started the disconnection.
        pub initiated_by: Option<DisconnectionInitiator>,
        /// ID of the business portfolio that receives the webhook, for events sent to partners: Meta's `entry.id`.
        pub business_id: Option<String>,
        /// ID of the WABA that was shared, or is no longer shared.
        pub waba_id: Option<String>,
        /// ID of the business that owns the WABA.
        pub owner_business_id: Option<String>,
        /// ID of the partner's app.
        pub partner_app_id: Option<String>,
        /// ID of the multi-partner solution through which the account was shared.
        pub solution_id: Option<String>,
        /// IDs of the business portfolios of the solution's partners.
        pub solution_partner_business_ids: Vec<String>,
        /// ID of the ad account that was shared.
        pub ad_account_id: Option<String>,
        /// ID of the business that a partner verifies.
        pub client_business_id: Option<String>,
        /// Reasons why the business could not be verified.
        pub rejection_reasons: Vec<CertificationRejection>,
        /// International authentication rates that will apply.
        pub auth_international_rate_eligibility: Option<InternationalRates>,
        /// Volume tier that the account reached.
        pub volume_tier_info: Option<VolumeTier>,
        /// Messaging limit of the portfolio: a value such as `TIER_2K`, or a number, which is negative if there is no
        /// limit.
        pub max_daily_conversations_per_business: Option<Code>,
        /// Messaging limit of each number; -1 if there is no limit. Deprecated since February 2026.
        pub max_daily_conversation_per_phone: Option<i64>,
        /// Maximum number of phone numbers of the portfolio, while its messaging limit is 250.
        pub max_phone_numbers_per_business: Option<i64>,
        /// Maximum number of phone numbers of the account, once the messaging limit is above 250.
        pub max_phone_numbers_per_waba: Option<i64>,
        /// JSON that no page of Meta documents: the whole value of `business_status_update`, and of an event that
        /// this version does not know. Also of a ban with several states, as one page of Meta has it.
        pub details: Option<Raw>,
    }
}

model! {
    /// A restriction of a business account.
    pub struct Restriction {
        /// What the business account must not do.
        pub restriction_type: Option<RestrictionType>,
        /// When the restriction ends.
        pub expires_at: Option<Timestamp>,
        /// Remedy that Meta recommends.
        pub remediation: Option<String> = masked,
    }
}
