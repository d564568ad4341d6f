//! `account_update`: sharing, restrictions, bans, deletion and other changes of a business account.

use std::borrow::Cow;
use std::sync::Arc;

use super::own_number::with_number;
use super::words::known;
use crate::collector::Problem;
use crate::event::{
    self, Account, AccountEvent, CertificationRejection, Event, EventMeta, PricingCategory,
};
use crate::json::{List, Owned, owned, unless_empty, wire};
use crate::meta::item::{Around, FieldItem};
use crate::types::{Raw, Timestamp};

wire! {
    /// Value of the field `account_update`. Which other keys are present depends on `event`.
    ///
    /// Source: Cloud API, webhooks, `account_update` (read 2026-11-25). Seen in the wild: no.
    pub struct AccountUpdate<'a> {
        /// Name of the event: `PARTNER_ADDED`, `ACCOUNT_RESTRICTION`, `DISABLED_UPDATE` …
        pub event: Option<Cow<'a, str>> = text,
        /// Phone number for display; only in events about one number.
        pub phone_number: Option<Cow<'a, str>> = id,
        /// ISO 3166 code of the country; only with `BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE`.
        pub country: Option<Cow<'a, str>> = text,
        /// Account that was shared; only in partner events.
        pub waba_info: Option<Box<WabaInfo<'a>>> = boxed,
        /// Violation; only with `ACCOUNT_VIOLATION`, and with `ACCOUNT_RESTRICTION` for Direct Send.
        pub violation_info: Option<ViolationInfo<'a>> = object,
        /// Restrictions; only with `ACCOUNT_RESTRICTION`.
        pub restriction_info: List<RestrictionInfo<'a>> = list,
        /// Ban; only with `DISABLED_UPDATE`. One integrator reports a list of one.
        pub ban_info: List<BanInfo<'a>> = list,
        /// Reason of the disconnection; only with `PARTNER_REMOVED` of a number that is used with the WhatsApp
        /// Business app.
        pub disconnection_info: Option<DisconnectionInfo<'a>> = object,
        /// Rates for international authentication messages; only with `AUTH_INTL_PRICE_ELIGIBILITY_UPDATE`.
        pub auth_international_rate_eligibility: Option<Box<InternationalRateEligibility<'a>>> = boxed,
        /// Volume tier; only with `VOLUME_BASED_PRICING_TIER_UPDATE`.
        pub volume_tier_info: Option<Box<VolumeTierInfo<'a>>> = boxed,
        /// Result of the verification; only with `PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE`.
        pub partner_client_certification_info: Option<Box<CertificationInfo<'a>>> = boxed,
        /// Business to verify; only with `PARTNER_CLIENT_CERTIFICATION_NEEDED`.
        pub partner_client_certification_needed_info: Option<CertificationNeededInfo<'a>> = object,
    }

    /// Account that was shared, and the partner it was shared with.
    ///
    /// Source: Cloud API, webhooks, `account_update` (read 2026-11-25). Seen in the wild: no.
    pub struct WabaInfo<'a> {
        /// ID of the WhatsApp Business account; `entry.id` is the partner's portfolio.
        pub waba_id: Option<Cow<'a, str>> = id,
        /// ID of the portfolio that owns the account.
        pub owner_business_id: Option<Cow<'a, str>> = id,
        /// ID of the partner app that the customer installed or uninstalled.
        pub partner_app_id: Option<Cow<'a, str>> = id,
        /// ID of the multi-partner solution, if one was used.
        pub solution_id: Option<Cow<'a, str>> = id,
        /// Portfolio IDs of the partners in the multi-partner solution, if one was used.
        pub solution_partner_business_ids: Vec<Cow<'a, str>> = texts,
        /// ID of the ad account; only with `AD_ACCOUNT_LINKED`.
        pub ad_account_linked: Option<Cow<'a, str>> = id,
        /// ID of the ad account, as another page spells it.
        pub ad_account_id: Option<Cow<'a, str>> = id,
    }

    /// Violation of a policy.
    ///
    /// Source: Cloud API, webhooks, `account_update` (read 2026-11-25). Seen in the wild: no.
    pub struct ViolationInfo<'a> {
        /// Type of the violation: `GAMBLING`, `LOW_BUSINESS_INITIATED_CALLING_QUALITY` …
        pub violation_type: Option<Cow<'a, str>> = text,
        /// Remediation: an English sentence; only in warnings about calls.
        pub remediation: Option<Cow<'a, str>> = text,
    }

    /// Restriction of an account.
    ///
    /// Source: Cloud API, webhooks, `account_update` (read 2026-11-25). Seen in the wild: no.
    pub struct RestrictionInfo<'a> {
        /// Type of the restriction: `RESTRICTED_BIZ_INITIATED_MESSAGING` …
        pub restriction_type: Option<Cow<'a, str>> = text,
        /// End of the restriction, in seconds; a text on one page. Absent if the call button is hidden.
        pub expiration: Option<Timestamp> = time,
        /// Remediation: an English sentence. Since 2026.
        pub remediation: Option<Cow<'a, str>> = text,
    }

    /// Ban of an account.
    ///
    /// Source: Cloud API, webhooks, `account_update` (read 2026-11-25). Seen in the wild: no.
    pub struct BanInfo<'a> {
        /// State of the ban: `SCHEDULE_FOR_DISABLE`, `DISABLE` or `REINSTATE`; one page has the three in a list, as the
        /// possible values.
        pub waba_ban_state: Vec<Cow<'a, str>> = texts,
        /// Date of the ban in English: `March 3, 2026`.
        pub waba_ban_date: Option<Cow<'a, str>> = text,
        /// Messaging limit; only in the types of one client library.
        pub current_limit: Option<Cow<'a, str>> = text,
    }

    /// Reason why a number was disconnected.
    ///
    /// Source: Cloud API, onboarding WhatsApp Business app users (read 2026-11-25). Seen in the wild: no.
    pub struct DisconnectionInfo<'a> {
        /// Reason: `ACCOUNT_DISCONNECTED`, `CHANGE_NUMBER`, `PRIMARY_INACTIVITY` …
        pub reason: Option<Cow<'a, str>> = text,
        /// Initiator: `SYSTEM` or `USER`.
        pub initiated_by: Option<Cow<'a, str>> = text,
    }

    /// Eligibility for rates of international authentication messages.
    ///
    /// Source: Cloud API, webhooks, `account_update` (read 2026-11-25). Seen in the wild: no.
    pub struct InternationalRateEligibility<'a> {
        /// Start of the rates, in seconds.
        pub start_time: Option<Timestamp> = time,
        /// Countries with a different start.
        pub exception_countries: List<ExceptionCountry<'a>> = list,
    }

    /// A country in which the rates start at a different time.
    ///
    /// Source: Cloud API, webhooks, `account_update` (read 2026-11-25). Seen in the wild: no.
    pub struct ExceptionCountry<'a> {
        /// ISO 3166 code of the country.
        pub country_code: Option<Cow<'a, str>> = text,
        /// Start of the rates in the country, in seconds.
        pub start_time: Option<Timestamp> = time,
    }

    /// Volume tier of an account.
    ///
    /// Source: Cloud API, webhooks, `account_update` (read 2026-11-25). Seen in the wild: no.
    pub struct VolumeTierInfo<'a> {
        /// Time at which the tier changed, in seconds.
        pub tier_update_time: Option<Timestamp> = time,
        /// Pricing category: `UTILITY`, `AUTHENTICATION` …
        pub pricing_category: Option<Cow<'a, str>> = text,
        /// Tier: its lowest and highest number of messages, as `1000001:5000000`.
        pub tier: Option<Cow<'a, str>> = text,
        /// Month to which the tier applies: `2026-06`.
        pub effective_month: Option<Cow<'a, str>> = text,
        /// Name of the country or region, in any case.
        pub region: Option<Cow<'a, str>> = text,
    }

    /// Result of a business verification by a partner.
    ///
    /// Source: Cloud API, partner-led business verification (read 2026-11-25). Seen in the wild: no.
    pub struct CertificationInfo<'a> {
        /// ID of the portfolio that was verified.
        pub client_business_id: Option<Cow<'a, str>> = id,
        /// Status: `APPROVED`, `DISCARDED`, `FAILED`, `PENDING` or `REVOKED`.
        pub status: Option<Cow<'a, str>> = text,
        /// Reasons of the rejection: `LEGAL NAME NOT MATCHING` …; one page has `_` instead of spaces.
        pub rejection_reasons: Vec<Cow<'a, str>> = texts,
    }

    /// Business that a partner must verify.
    ///
    /// Source: Cloud API, website optional (read 2026-11-25). Seen in the wild: no.
    pub struct CertificationNeededInfo<'a> {
        /// ID of the portfolio that must be verified.
        pub client_business_id: Option<Cow<'a, str>> = id,
    }
}

owned! {
    RestrictionInfo => event::Restriction { restriction_type, remediation; expiration => expires_at }
    InternationalRateEligibility => event::InternationalRates { exception_countries; start_time => start_at }
    ExceptionCountry => event::RateException { country_code; start_time => start_at }
}

impl From<VolumeTierInfo<'_>> for event::VolumeTier {
    fn from(info: VolumeTierInfo<'_>) -> Self {
        let VolumeTierInfo {
            tier_update_time,
            pricing_category,
            tier,
            effective_month,
            region,
        } = info;
        let category = pricing_category.map(|word| known(word, PricingCategory::KNOWN));
        Self {
            updated_at: tier_update_time,
            pricing_category: category.owned(),
            tier: tier.owned(),
            effective_month: effective_month.owned(),
            region: region.owned(),
        }
    }
}

impl<'a> FieldItem<'a> for AccountUpdate<'a> {
    fn event(
        self,
        mut meta: EventMeta,
        raw: Raw,
        around: &Around<'_, 'a>,
    ) -> Result<Event, Problem> {
        let Self {
            event,
            phone_number,
            country,
            waba_info,
            violation_info,
            restriction_info,
            ban_info,
            disconnection_info,
            auth_international_rate_eligibility,
            volume_tier_info,
            partner_client_certification_info,
            partner_client_certification_needed_info,
        } = self;
        let Some(event) = event.map(AccountEvent::from) else {
            return Err(Problem::no_value("event"));
        };
        let WabaInfo {
            waba_id,
            owner_business_id,
            partner_app_id,
            solution_id,
            solution_partner_business_ids,
            ad_account_linked,
            ad_account_id,
        } = waba_info.map(|info| *info).unwrap_or_default();
        let business_id = waba_id.as_deref().and_then(|id| move_to(id, &mut meta));
        meta = with_number(meta, None, phone_number.as_ref());
        let violation = violation_info.unwrap_or_default();
        let ban = ban_info.into_iter().next().unwrap_or_default();
        // Several states are the possible ones, so that nobody knows which one it is.
        let (ban_state, is_open) = match ban.waba_ban_state.len() {
            0 | 1 => (ban.waba_ban_state.into_iter().next(), false),
            _ => (None, true),
        };
        let is_vague = is_open || matches!(event, AccountEvent::Unknown(_));
        let disconnection = disconnection_info.unwrap_or_default();
        let certification = partner_client_certification_info
            .map(|info| *info)
            .unwrap_or_default();
        let needed = partner_client_certification_needed_info.unwrap_or_default();
        let rejections = certification.rejection_reasons.into_iter();
        let rejections = rejections.map(|word| known(word, CertificationRejection::KNOWN).into());
        Ok(Event::from(event::AccountUpdate {
            details: is_vague.then(|| around.raw(around.value)),
            event: Some(event),
            id: meta.account.id.clone(),
            phone_number: phone_number.owned(),
            country: country.owned(),
            status: certification.status.owned(),
            violation_type: violation.violation_type.owned(),
            remediation: violation.remediation.owned(),
            restriction_info: restriction_info.owned(),
            waba_ban_state: ban_state.owned(),
            waba_ban_date: ban.waba_ban_date.owned(),
            current_limit: ban.current_limit.owned(),
            reason: disconnection.reason.owned(),
            initiated_by: disconnection.initiated_by.owned(),
            business_id,
            waba_id: waba_id.owned(),
            owner_business_id: owner_business_id.owned(),
            partner_app_id: partner_app_id.owned(),
            solution_id: solution_id.owned(),
            solution_partner_business_ids: solution_partner_business_ids.owned(),
            ad_account_id: ad_account_linked.or(ad_account_id).owned(),
            client_business_id: (certification.client_business_id)
                .or(needed.client_business_id)
                .owned(),
            rejection_reasons: rejections.collect(),
            auth_international_rate_eligibility: auth_international_rate_eligibility
                .and_then(|rates| unless_empty((*rates).into())),
            volume_tier_info: volume_tier_info.and_then(|tier| unless_empty((*tier).into())),
            ..event::AccountUpdate::new(meta, raw)
        }))
    }
}

/// Sets the event's account to this one. Returns the ID of the entry if it is different: a partner's portfolio.
fn move_to(waba_id: &str, meta: &mut EventMeta) -> Option<String> {
    if meta.account.id.as_deref() == Some(waba_id) {
        return None;
    }
    let mut account = Account::clone(&meta.account);
    let portfolio = account.id.replace(waba_id.to_owned());
    meta.account = Arc::new(account);
    portfolio
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Provider;

    #[test]
    fn the_account_is_the_one_that_was_shared() {
        let meta = |entry: Option<&str>| {
            let mut meta = EventMeta::new(Provider::Meta);
            Arc::make_mut(&mut meta.account).id = entry.map(str::to_owned);
            meta
        };
        for (entry, portfolio) in [
            (Some("990"), Some("990")),
            (Some("0"), Some("0")),
            (Some("118"), None),
            (None, None),
        ] {
            let mut meta = meta(entry);
            assert_eq!(move_to("118", &mut meta).as_deref(), portfolio);
            assert_eq!(meta.account.id.as_deref(), Some("118"));
        }
    }
}
