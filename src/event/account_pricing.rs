//! Rates and tiers of a business account.

use crate::event::model::model;
use crate::event::pricing::PricingCategory;
use crate::types::Timestamp;

model! {
    /// Rates for authentication messages to other countries, which will apply to the business.
    pub struct InternationalRates {
        /// Start of the rates.
        pub start_at: Option<Timestamp>,
        /// Countries where they start at another time.
        pub exception_countries: Vec<RateException>,
    }

    /// A country where international rates start at another time.
    pub struct RateException {
        /// ISO code of the country.
        pub country_code: Option<String>,
        /// Start of the rates there.
        pub start_at: Option<Timestamp>,
    }

    /// Volume tier of a business account. Several events may tell of one change: the one with the earliest
    /// `updated_at` counts.
    pub struct VolumeTier {
        /// When the tier changed.
        pub updated_at: Option<Timestamp>,
        /// Category of the messages.
        pub pricing_category: Option<PricingCategory>,
        /// Least and most messages of the tier: `1000001:5000000`.
        pub tier: Option<String>,
        /// Month that the tier is for: `2026-06`.
        pub effective_month: Option<String>,
        /// Name of the country or region.
        pub region: Option<String>,
    }
}
