//! What a message costs, and the conversation that it is charged to.

use crate::event::model::model;
use crate::types::{Timestamp, string_enum};

string_enum! {
    /// Category of a conversation that is charged.
    pub enum ConversationOrigin {
        /// One-time passwords.
        Authentication = "authentication",
        /// One-time passwords to another country.
        AuthenticationInternational = "authentication_international",
        /// Marketing.
        Marketing = "marketing",
        /// Marketing, by the Marketing Messages API.
        MarketingLite = "marketing_lite",
        /// Utility.
        Utility = "utility",
        /// Customer service.
        Service = "service",
        /// Started by an ad or a page's call to action.
        ReferralConversion = "referral_conversion",
        /// Marketing, in a group.
        GroupMarketing = "group_marketing",
        /// Utility, in a group.
        GroupUtility = "group_utility",
        /// Customer service, in a group.
        GroupService = "group_service",
        /// Answers of a general-purpose AI.
        GeneralPurposeAi = "general_purpose_ai",
        /// Started by the user; before June 2023.
        UserInitiated = "user_initiated",
        /// Started by the business; before June 2023.
        BusinessInitiated = "business_initiated",
    }

    /// Pricing model.
    pub enum PricingModel {
        /// Each message is charged; since July 2025.
        PerMessage = "PMP",
        /// Each conversation of 24 hours is charged; before July 2025.
        PerConversation = "CBP",
        /// Each notification is charged; the oldest model.
        NotificationBased = "NBP",
    }

    /// How a message is charged. Go by this, and not by the category.
    pub enum PricingType {
        /// Charged at the rate of its category.
        Regular = "regular",
        /// Not charged: customer service, since October 2026 within the number's monthly tier.
        FreeCustomerService = "free_customer_service",
        /// Not charged: customer service in a group.
        FreeGroupCustomerService = "free_group_customer_service",
        /// Not charged: within a free entry point window.
        FreeEntryPoint = "free_entry_point",
    }

    /// Second word on how a message is charged, beside [`PricingType`].
    pub enum PricingSubtype {
        /// A service message of a government or non-profit account that is exempt from charges. Since October 2026.
        PaidExempt = "paid_exempt",
    }

    /// Category that a message is charged by. It does not say whether the message is charged: see
    /// [`PricingType`].
    pub enum PricingCategory {
        /// One-time passwords.
        Authentication = "authentication",
        /// One-time passwords to another country.
        AuthenticationInternational = "authentication-international",
        /// Marketing.
        Marketing = "marketing",
        /// Marketing, by the Marketing Messages API.
        MarketingLite = "marketing_lite",
        /// Utility.
        Utility = "utility",
        /// Customer service.
        Service = "service",
        /// In a conversation that an ad or a call to action started.
        ReferralConversion = "referral_conversion",
        /// Marketing, in a group.
        GroupMarketing = "group_marketing",
        /// Utility, in a group.
        GroupUtility = "group_utility",
        /// Customer service, in a group.
        GroupService = "group_service",
        /// Answers of a general-purpose AI.
        GeneralPurposeAi = "general_purpose_ai",
        /// Marketing in a group, by the Marketing Messages API; in Meta's analytics only so far.
        GroupMarketingLite = "group_marketing_lite",
        /// Marketing with dynamic content, by the Marketing Messages API; in Meta's analytics only so far.
        MarketingLiteDynamic = "marketing_lite_dynamic",
    }
}

model! {
    /// Conversation as it is charged.
    pub struct Conversation {
        /// Id.
        pub id: Option<String>,
        /// End.
        pub expires_at: Option<Timestamp>,
        /// Category: `marketing`, `service`, `user_initiated` …
        pub origin: Option<ConversationOrigin>,
    }

    /// Pricing of a message.
    ///
    /// Since 1 October 2026 Meta charges for customer service beyond the number's monthly tier, and for utility messages
    /// inside the customer service window too: whether a message is charged depends on `type`, `subtype` and the date,
    /// and never on the category alone.
    pub struct Pricing {
        /// Whether the message is charged. Meta has announced that this key goes away.
        pub billable: Option<bool>,
        /// `PMP` by message, `CBP` by conversation.
        pub pricing_model: Option<PricingModel>,
        /// How the message is charged: `regular`, `free_customer_service`, `free_group_customer_service`,
        /// `free_entry_point`.
        pub r#type: Option<PricingType>,
        /// Second word beside `type`: `paid_exempt`.
        pub subtype: Option<PricingSubtype>,
        /// Category: `marketing`, `utility`, `authentication` …
        pub category: Option<PricingCategory>,
    }
}
