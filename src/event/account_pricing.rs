//! Rates and volume tiers of business accounts.

use crate::event::model::model;
use crate::event::pricing::PricingCategory;
use crate::types::Timestamp;

model! {
    /// International authentication rates that will apply to a business.
    pub struct InternationalRates {
        /// When the rates start.
        pub start_at: Option<Timestamp>,
        /// Countries in which the rates start at another time.
        pub exception_countries: Vec<RateException>,
    }

    /// A country in which international authentication rates start at another time.
    pub struct RateException {
        /// ISO code of the country.
        pub country_code: Option<String>,
        /// When the rates start in the country.
        pub start_at: Option<Timestamp>,
    }

    /// Volume tier of a business account. If several events report the same change, the one with the earliest
    /// `updated_at` counts.
    pub struct VolumeTier {
        /// When the tier changed.
        pub updated_at: Option<Timestamp>,
        /// Category of the messages.
        pub pricing_category: Option<PricingCategory>,
        /// Minimum and maximum number of messages of the tier: `1000001:5000000`.
        pub tier: Option<String>,
        /// Month that the tier applies to: `2026-06`.
        pub effective_month: Option<String>,
        /// Name of the country or region.
        pub region: Option<String>,
    }
}
