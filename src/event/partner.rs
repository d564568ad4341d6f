//! Onboarding and changes of what a partner manages: WhatsApp numbers, builders, omnichannel accounts.

use crate::event::model::event;
use crate::types::{Code, PhoneNumber};

event! {
    /// The onboarding of a WhatsApp number, or a change of it. Sent by Partner.
    pub struct PartnerWhatsapp {
        /// Phone number, exactly as received. It may be a temporary number, so use `reference` to find the client.
        pub id: Option<String> = tail,
        /// Reference that the partner gave the number.
        pub reference: Option<String>,
        /// What happened: Partner's `whatsapp_extra_info`.
        pub code: Option<Code>,
        /// Limit of conversations per day, in the provider's notation: see [`PartnerWhatsapp::daily_conversations`].
        pub daily_limit: Option<Code>,
        /// API key of the number. Keep it secret.
        pub api_key: Option<String> = secret,
        /// Provider's `status`: `OK`. It is not the status of a message.
        pub status: Option<String> = word,
    }

    /// A change of a builder. Sent by Partner.
    pub struct PartnerBuilder {
        /// ID of the builder.
        pub id: Option<String>,
        /// Reference that the partner gave the builder.
        pub reference: Option<String>,
        /// What happened: Partner's `builder_extra_info`.
        pub code: Option<Code>,
        /// URL of the builder.
        pub url: Option<String>,
        /// Provider's `status`: `OK`. It is not the status of a message.
        pub status: Option<String> = word,
    }

    /// A change of an omnichannel account. Sent by Partner.
    pub struct PartnerOnline {
        /// ID of the account.
        pub id: Option<String>,
        /// Reference that the partner gave the account.
        pub reference: Option<String>,
        /// What happened: Partner's `online_extra_info`.
        pub code: Option<Code>,
        /// ID of the agent.
        pub agent_id: Option<String>,
        /// ID of the inbox.
        pub inbox_id: Option<String>,
        /// Subdomain of the server.
        pub server: Option<String>,
        /// Provider's `status`: `OK`. It is not the status of a message.
        pub status: Option<String> = word,
    }
}

/// Number of conversations that a number may start per day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum DailyLimit {
    /// At most this many conversations.
    Conversations(u32),
    /// Any number of conversations.
    Unlimited,
}

/// Current and former messaging limits of WhatsApp, with Meta's names for them.
///
/// Source: WhatsApp Business Platform, messaging limits (read 2026-11-21).
const LIMITS: &[(i64, &str, DailyLimit)] = &[
    (50, "50", DailyLimit::Conversations(50)),
    (250, "250", DailyLimit::Conversations(250)),
    (1_000, "1K", DailyLimit::Conversations(1_000)),
    (2_000, "2K", DailyLimit::Conversations(2_000)),
    (10_000, "10K", DailyLimit::Conversations(10_000)),
    (100_000, "100K", DailyLimit::Conversations(100_000)),
    (-1, "UNLIMITED", DailyLimit::Unlimited),
];

impl PartnerWhatsapp {
    /// Returns `true` if events with this code contain an API key and a limit: codes 1, 2 and 3.
    #[must_use]
    pub fn carries_api_key(&self) -> bool {
        matches!(self.code.as_ref().and_then(Code::as_i64), Some(1..=3))
    }

    /// Returns `true` if this is the first event after a client finished onboarding: codes 1 and 2.
    #[must_use]
    pub fn is_first_after_onboarding(&self) -> bool {
        matches!(self.code.as_ref().and_then(Code::as_i64), Some(1..=2))
    }

    /// Returns `true` if the number is a temporary one, used while another is still being onboarded: it starts with
    /// 97257.
    #[must_use]
    pub fn is_temporary(&self) -> bool {
        let number = self.id.as_deref().and_then(PhoneNumber::parse);
        number.is_some_and(|number| number.as_str().starts_with("97257"))
    }

    /// Returns the meaning of `daily_limit` if it is one of WhatsApp's limits: a number (-1 for no limit) or Meta's
    /// name for it, with or without `TIER_`.
    ///
    /// Returns `None` for any other value: the provider's notation is not public, so 3 may be the third of its
    /// options.
    ///
    /// # Examples
    ///
    /// ```
    /// use whatsapp_webhooks::event::DailyLimit;
    /// use whatsapp_webhooks::{Event, partner};
    ///
    /// let body = r#"{"event":"whatsapp","whatsapp_extra_info":1,"daily_limit":"TIER_1K"}"#;
    /// let events = partner::parse(body)?;
    /// let Event::PartnerWhatsapp(number) = &events[0] else { panic!("not a WhatsApp number") };
    /// assert_eq!(number.daily_conversations(), Some(DailyLimit::Conversations(1_000)));
    /// # Ok::<(), whatsapp_webhooks::ParseError>(())
    /// ```
    #[must_use]
    pub fn daily_conversations(&self) -> Option<DailyLimit> {
        let limit = self.daily_limit.as_ref()?;
        let (number, text) = (limit.as_i64(), limit.as_str().unwrap_or_default().trim());
        let word = match text.split_at_checked(5) {
            Some((front, word)) if front.eq_ignore_ascii_case("TIER_") => word,
            _ => text,
        };
        LIMITS
            .iter()
            .find(|row| Some(row.0) == number || row.1.eq_ignore_ascii_case(word))
            .map(|row| row.2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Event, partner};

    fn line(keys: &str) -> PartnerWhatsapp {
        let body = format!(r#"{{"event":"whatsapp",{keys}}}"#);
        match partner::parse(body).unwrap().remove(0) {
            Event::PartnerWhatsapp(line) => *line,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn limits_are_known_in_every_notation_and_others_are_not_guessed() {
        let limit = |json: &str| line(&format!(r#""daily_limit":{json}"#)).daily_conversations();
        for (number, word) in [
            (50, "50"),
            (250, "250"),
            (1_000, "1K"),
            (2_000, "2K"),
            (10_000, "10K"),
            (100_000, "100K"),
        ] {
            let known = Some(DailyLimit::Conversations(number));
            for json in [
                number.to_string(),
                format!("\"{number}\""),
                format!("\"{word}\""),
                format!("\"TIER_{word}\""),
                format!("\" tier_{}\"", word.to_ascii_lowercase()),
            ] {
                assert_eq!(limit(&json), known, "{json}");
            }
        }
        for json in ["-1", r#""-1""#, r#""TIER_UNLIMITED""#, r#""unlimited""#] {
            assert_eq!(limit(json), Some(DailyLimit::Unlimited), "{json}");
        }
        for json in [
            "null",
            r#""""#,
            "0",
            "3",
            "251",
            r#""TIER_NOT_SET""#,
            r#""TIER_""#,
            r#""TIERÉ""#,
            "250.5",
            "{}",
            "[250]",
        ] {
            assert_eq!(limit(json), None, "{json}");
        }
        assert!(DailyLimit::Unlimited > DailyLimit::Conversations(100_000));
    }

    #[test]
    fn the_documented_codes_answer_two_questions() {
        let answers = |code: &str| {
            let line = line(&format!(r#""whatsapp_extra_info":{code}"#));
            (line.carries_api_key(), line.is_first_after_onboarding())
        };
        for code in ["1", "2", r#""2""#] {
            assert_eq!(answers(code), (true, true), "{code}");
        }
        assert_eq!(answers("3"), (true, false));
        for code in ["0", "4", "-1", "1.5", "null", r#""new""#, r#"{"code":1}"#] {
            assert_eq!(answers(code), (false, false), "{code}");
        }
    }

    #[test]
    fn temporary_numbers_are_told_by_their_first_digits() {
        for number in ["972570000421", r#""972570000421""#, r#""+972 57 000 0421""#] {
            assert!(
                line(&format!(r#""whatsapp":{number}"#)).is_temporary(),
                "{number}"
            );
        }
        for number in ["972500000421", r#""""#, "null", r#""x97257""#] {
            assert!(
                !line(&format!(r#""whatsapp":{number}"#)).is_temporary(),
                "{number}"
            );
        }
    }
}
