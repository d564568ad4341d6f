//! Reason codes of the Partners API.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Reason code in a response of the Partners API.
///
/// A code has a meaning per call: 13 is an invalid URL for "set webhook" and a wrong HTTP method for nearly all
/// other calls. See [`Reason::describe`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Reason(i64);

impl Reason {
    /// Success. Returned by "set webhook" and "get webhook".
    pub const OK: Self = Self(1);
    /// Wrong credentials. Returned by most calls; by deletions and "access token" also for a malformed body.
    pub const WRONG_CREDENTIALS: Self = Self(2);
    /// Access token missing or expired: request a new one. Returned by most calls, but not by "access token" itself.
    pub const TOKEN_EXPIRED: Self = Self(3);
    /// Invalid URL. Returned by "set webhook" only.
    pub const INVALID_URL: Self = Self(13);

    /// Creates a reason from its code.
    #[must_use]
    pub fn new(code: i64) -> Self {
        Self(code)
    }

    /// Returns the code.
    #[must_use]
    pub fn as_i64(self) -> i64 {
        self.0
    }

    /// Returns the meaning of the code in the response to a call. Returns `None` if it is not documented.
    ///
    /// # Examples
    ///
    /// ```
    /// use whatsapp_webhooks::partner::api::{Call, Reason};
    ///
    /// assert_eq!(Reason::new(13).describe(Call::SetWebhook), Some("the url is invalid"));
    /// assert_eq!(Reason::new(13).describe(Call::CreateBuilder), Some("wrong HTTP method"));
    /// assert_eq!(Reason::new(99).describe(Call::SetWebhook), None);
    /// ```
    #[must_use]
    pub fn describe(self, call: Call) -> Option<&'static str> {
        let meaning = |of: Call| {
            let row = MEANINGS.iter().find(|row| row.0 == of && row.1 == self.0);
            row.map(|row| row.2)
        };
        meaning(call).or_else(|| meaning(Call::Other))
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// A call of the Partners API that has reason codes of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Call {
    /// `settings/accessToken`: requests an access token.
    AccessToken,
    /// `settings/setWebhook`: sets the URL of the webhook.
    SetWebhook,
    /// `settings/setBusiness`: sets the business.
    SetBusiness,
    /// `whatsapp/deleteAccount`: deletes an onboarding.
    DeleteAccount,
    /// `whatsapp/deleteWhatsApp`: deletes a number.
    DeleteWhatsApp,
    /// `builder/createBuilder`: creates a builder.
    CreateBuilder,
    /// `builder/loginBuilder`: logs in to a builder.
    LoginBuilder,
    /// `builder/deleteBuilder`: deletes a builder.
    DeleteBuilder,
    /// `online/getInboxes`: lists inboxes.
    GetInboxes,
    /// `online/loginAgent`: logs in an agent.
    LoginAgent,
    /// Any other call, including `settings/getWebhook`, whose code 13 is undocumented and is read as for the others.
    Other,
}

/// Call, code and meaning. A row for `Other` also applies to a call that has no row of its own for the code.
///
/// Source: Partners API, all pages (read 2026-11-21).
const MEANINGS: &[(Call, i64, &str)] = &[
    (Call::Other, 1, "no failure"),
    (Call::Other, 2, "wrong credentials"),
    (Call::Other, 3, "access token missing or expired"),
    (Call::Other, 13, "wrong HTTP method"),
    (
        Call::AccessToken,
        2,
        "client id or secret wrong, or no valid JSON",
    ),
    (
        Call::AccessToken,
        3,
        "too many wrong attempts: the address is blocked",
    ),
    (Call::SetWebhook, 13, "the url is invalid"),
    (Call::SetBusiness, 27, "wrong HTTP method"),
    (Call::SetBusiness, 28, "onboarding_url invalid"),
    (Call::SetBusiness, 29, "onboarding_message invalid"),
    (Call::SetBusiness, 30, "onboarding_button invalid"),
    (Call::SetBusiness, 31, "text for success or failure invalid"),
    (Call::DeleteAccount, 4, "number empty or wrong"),
    (
        Call::DeleteAccount,
        25,
        "the onboarding is finished already",
    ),
    (Call::DeleteAccount, 26, "not found"),
    (Call::DeleteWhatsApp, 2, "key wrong, or no valid JSON"),
    (Call::DeleteWhatsApp, 4, "number empty or wrong"),
    (
        Call::DeleteWhatsApp,
        27,
        "the number is not in your account",
    ),
    (Call::CreateBuilder, 20, "reference invalid"),
    (Call::CreateBuilder, 30, "client_name invalid"),
    (Call::CreateBuilder, 31, "the builder could not be created"),
    (Call::LoginBuilder, 29, "builderID empty or wrong"),
    (Call::DeleteBuilder, 2, "key wrong, or no valid JSON"),
    (Call::DeleteBuilder, 29, "builderID empty or wrong"),
    (Call::GetInboxes, 33, "accountID invalid"),
    (Call::GetInboxes, 34, "server invalid"),
    (Call::LoginAgent, 29, "accountID invalid"),
    (Call::LoginAgent, 32, "the account is suspended"),
    (Call::LoginAgent, 34, "server invalid"),
    (Call::LoginAgent, 35, "agentID invalid"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_call_has_a_code_twice() {
        let mut rows: Vec<_> = MEANINGS.iter().map(|row| (row.0, row.1)).collect();
        rows.sort_unstable();
        rows.dedup();
        assert_eq!(rows.len(), MEANINGS.len());
    }

    #[test]
    fn a_code_means_what_the_call_says() {
        let code = |code| Reason::new(code);
        assert_eq!(
            code(29).describe(Call::LoginAgent),
            Some("accountID invalid")
        );
        assert_eq!(
            code(29).describe(Call::LoginBuilder),
            Some("builderID empty or wrong")
        );
        assert_eq!(code(29).describe(Call::Other), None);
        assert_eq!(
            Reason::TOKEN_EXPIRED.describe(Call::SetWebhook),
            Some("access token missing or expired")
        );
        assert_ne!(
            Reason::TOKEN_EXPIRED.describe(Call::AccessToken),
            Reason::TOKEN_EXPIRED.describe(Call::Other)
        );
    }
}
