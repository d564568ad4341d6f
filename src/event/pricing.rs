//! Pricing of messages, and the conversations that they are charged to.

use crate::event::model::model;
use crate::types::{Timestamp, string_enum};

string_enum! {
    /// Category of a conversation that is charged.
    pub enum ConversationOrigin {
        /// One-time passwords.
        Authentication = "authentication",
        /// One-time passwords, at international rates.
        AuthenticationInternational = "authentication_international",
        /// Marketing.
        Marketing = "marketing",
        /// Marketing, through the Marketing Messages API.
        MarketingLite = "marketing_lite",
        /// Utility.
        Utility = "utility",
        /// Customer service.
        Service = "service",
        /// Started from an ad, or from a call to action on a page.
        ReferralConversion = "referral_conversion",
        /// Marketing in a group.
        GroupMarketing = "group_marketing",
        /// Utility in a group.
        GroupUtility = "group_utility",
        /// Customer service in a group.
        GroupService = "group_service",
        /// Replies of a general-purpose AI.
        GeneralPurposeAi = "general_purpose_ai",
        /// Started by the user. Before June 2023.
        UserInitiated = "user_initiated",
        /// Started by the business. Before June 2023.
        BusinessInitiated = "business_initiated",
    }

    /// Pricing model.
    pub enum PricingModel {
        /// Each message is charged. Since July 2025.
        PerMessage = "PMP",
        /// Each conversation of 24 hours is charged. Before July 2025.
        PerConversation = "CBP",
        /// Each notification is charged. The oldest model.
        NotificationBased = "NBP",
    }

    /// How a message is charged. Decide by this value, not by the category.
    pub enum PricingType {
        /// Charged at the rate of its category.
        Regular = "regular",
        /// Not charged: a customer service message of before October 2026, or within the monthly tier of the number.
        FreeCustomerService = "free_customer_service",
        /// Not charged: a customer service message in a group, within the same tier.
        FreeGroupCustomerService = "free_group_customer_service",
        /// Not charged: a message within the window of a free entry point.
        FreeEntryPoint = "free_entry_point",
    }

    /// Further detail of how a message is charged, in addition to [`PricingType`].
    pub enum PricingSubtype {
        /// A service message of a government or non-profit account that is exempt from charges. Since October 2026.
        PaidExempt = "paid_exempt",
    }

    /// Category that a message is charged by. It does not determine whether the message is charged: see
    /// [`PricingType`].
    pub enum PricingCategory {
        /// One-time passwords.
        Authentication = "authentication",
        /// One-time passwords, at international rates.
        AuthenticationInternational = "authentication-international",
        /// Marketing.
        Marketing = "marketing",
        /// Marketing, through the Marketing Messages API.
        MarketingLite = "marketing_lite",
        /// Utility.
        Utility = "utility",
        /// Customer service.
        Service = "service",
        /// In a conversation started from an ad or a call to action.
        ReferralConversion = "referral_conversion",
        /// Marketing in a group.
        GroupMarketing = "group_marketing",
        /// Utility in a group.
        GroupUtility = "group_utility",
        /// Customer service in a group.
        GroupService = "group_service",
        /// Replies of a general-purpose AI.
        GeneralPurposeAi = "general_purpose_ai",
        /// Marketing in a group, through the Marketing Messages API. So far only in Meta's analytics.
        GroupMarketingLite = "group_marketing_lite",
        /// Marketing with dynamic content, through the Marketing Messages API. So far only in Meta's analytics.
        MarketingLiteDynamic = "marketing_lite_dynamic",
    }
}

model! {
    /// Conversation that is charged. Meta only, rarely since July 2025.
    pub struct Conversation {
        /// ID of the conversation.
        pub id: Option<String>,
        /// When the conversation expires.
        pub expires_at: Option<Timestamp>,
        /// Category of the conversation: `marketing`, `service`, `user_initiated` …
        pub origin: Option<ConversationOrigin>,
    }

    /// Pricing of a message. Meta only.
    ///
    /// Since 1 October 2026 Meta charges for customer service beyond the monthly tier of the number, and for utility
    /// messages within the customer service window. Whether a message is charged depends on `type`, `subtype` and the
    /// date, never on the category alone.
    pub struct Pricing {
        /// Whether the message is charged. Meta has announced the removal of this key.
        pub billable: Option<bool>,
        /// Pricing model: `PMP` per message, `CBP` per conversation.
        pub pricing_model: Option<PricingModel>,
        /// How the message is charged: `regular`, `free_customer_service`, `free_group_customer_service`,
        /// `free_entry_point`.
        pub r#type: Option<PricingType>,
        /// Further detail of how the message is charged: `paid_exempt`.
        pub subtype: Option<PricingSubtype>,
        /// Category of the message: `marketing`, `utility`, `authentication` …
        pub category: Option<PricingCategory>,
    }
}
