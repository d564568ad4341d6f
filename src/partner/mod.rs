//! Partner by 99digital: onboarding and changes of a reseller's numbers, builders and online accounts.
//!
//! Each delivery is one event. There are no batches, no messages and no delivery statuses.
//!
//! | `event` | becomes |
//! |---|---|
//! | `whatsapp` | [`Event::PartnerWhatsapp`]: a WhatsApp number was onboarded or changed |
//! | `builder` | [`Event::PartnerBuilder`]: a builder changed |
//! | `online` | [`Event::PartnerOnline`]: an online account changed |
//! | `partners`, `package` and any other name | [`Event::Unknown`] |
//!
//! # Setting up
//!
//! - **URL and secret**: [`api::SetWebhook`] is the body of the call that registers the URL, at most 512 characters
//!   long. Nothing is signed. Put a secret in the URL, and check it and the source address with [`Endpoint`].
//! - **HTTPS**: the URL may be plain `http`, but deliveries can contain the API key of a number
//!   (`whatsapp_apiKey`): use `https`.
//! - **Order**: not guaranteed, and no event has a time. Use the time of receipt.
//! - **Duplicates**: no event has an ID, so [`Event::dedup_key`] is a hash of the JSON. The same change can happen
//!   again with the same JSON: forget keys after some time.
//! - **Codes**: 1 and 2 are the first after an onboarding, 1 to 3 come with an API key and a limit. The meaning of
//!   the other codes, and of all codes of builders and online accounts, is not public: query the API instead.
//! - **Retries, responses and limits**: undocumented. Answer quickly.
//!
//! # Examples
//!
//! ```
//! use whatsapp_webhooks::{Event, partner};
//!
//! let body = r#"{"status":"OK","event":"builder","builderID":77,"builder_reference":"clinic-2041",
//!     "builder_extra_info":2}"#;
//! for event in partner::parse(body)? {
//!     if let Event::PartnerBuilder(builder) = event {
//!         assert_eq!(builder.id.as_deref(), Some("77"));
//!         assert_eq!(builder.reference.as_deref(), Some("clinic-2041"));
//!     }
//! }
//! # Ok::<(), whatsapp_webhooks::ParseError>(())
//! ```
//!
//! # Oddities
//!
//! | field | what is odd | what the crate does |
//! |---|---|---|
//! | `event` | `online` is announced for the future, yet fully described; `partners` and `package` are announced without a body | returns [`Event::PartnerOnline`] for the first; the other two and all other names are [`Event::Unknown`] |
//! | `event` | in any case; may be absent | if absent, determines the event by the `*_extra_info` that is present |
//! | `event` | undocumented names | returns [`Event::Unknown`] if `status` is `OK` or a code is present; otherwise the body is not an envelope of this provider |
//! | `*_extra_info` | codes whose meaning is not public | keeps them as received: [`Code`](crate::types::Code) |
//! | `daily_limit` | only with code 1, 2 or 3; number or text, in no documented notation | keeps it as received; see [`PartnerWhatsapp::daily_conversations`](crate::event::PartnerWhatsapp::daily_conversations) |
//! | `whatsapp_apiKey` | a secret; only with code 1, 2 or 3 | hides it in `Debug`; JSON and `raw` contain it |
//! | `whatsapp` | starts with 97257 until the onboarding is finished, and is replaced later | keeps it: match by `reference`; see [`PartnerWhatsapp::is_temporary`](crate::event::PartnerWhatsapp::is_temporary) |
//! | `builderID` `accountID` `agentID` `inboxID` | numbers here, texts on other pages | returns texts |
//! | `*_reference` | may be absent, empty, or a number | returns a text, if there is one |
//! | `status` | always `OK`; not the status of a message | keeps it in `status` |
//! | `hook` | used instead of `event` in the WhatsApp V2 webhook of the same vendor | not an envelope of this provider |
//! | `event` | `message_created` and similar names are from the Online webhook of the same vendor | not an envelope of this provider |
//!
//! Sources: "Webhook" (Partners API, Settings) and the pages of the calls that it refers to, 99digital (read
//! 2026-11-21).

pub mod api;
mod normalize;
pub mod payload;
#[cfg(feature = "verify")]
mod verify;

use bytes::Bytes;

#[cfg(feature = "verify")]
pub use self::verify::Endpoint;
use crate::marks::Marks;
use crate::{Event, ParseError, Provider, collector};

/// Reads one delivery and returns its events.
///
/// # Errors
///
/// Returns [`ParseError`] if the body is not JSON or not an envelope of this provider. An item that cannot be read
/// is not an error: it is returned as [`Event::Malformed`].
///
/// # Examples
///
/// ```
/// use whatsapp_webhooks::{Event, partner};
///
/// let body = r#"{"status":"OK","event":"whatsapp","whatsapp":"972500000418",
///     "whatsapp_reference":"clinic-2041","whatsapp_extra_info":4}"#;
/// let events = partner::parse(body)?;
/// let Event::PartnerWhatsapp(line) = &events[0] else { panic!("not a line") };
/// assert_eq!(line.reference.as_deref(), Some("clinic-2041"));
/// assert!(!line.carries_api_key());
/// # Ok::<(), whatsapp_webhooks::ParseError>(())
/// ```
pub fn parse(body: impl Into<Bytes>) -> Result<Vec<Event>, ParseError> {
    collector::parse(Provider::Partner, &body.into(), normalize::events)
}

/// Whether a body with these top-level keys is an envelope of this provider: a code, the name of a documented
/// event, or another name together with a status, which all events have.
pub(crate) fn fits(marks: &Marks<'_>) -> bool {
    let is_coded = marks.whatsapp_extra_info.is_some()
        || marks.builder_extra_info.is_some()
        || marks.online_extra_info.is_some();
    let Some(event) = marks.event.as_deref() else {
        return is_coded;
    };
    // WhatzMeAPI's bodies have an `event` too, but its names contain dots.
    let is_foreign = event.contains('.') || is_siblings(event);
    documented(event).is_some() || (!is_foreign && (is_coded || marks.status.is_some()))
}

/// Names of events that Partner describes or announces.
const DOCUMENTED: &[&str] = &["whatsapp", "builder", "online", "partners", "package"];

/// Names of events of the Online webhook, another product of the same vendor.
const SIBLINGS: &[&str] = &[
    "conversation_created",
    "conversation_status_changed",
    "conversation_updated",
    "message_created",
    "message_updated",
    "webwidget_triggered",
    "contact_created",
    "contact_updated",
];

/// Returns the documented name of an event, given in any case.
pub(crate) fn documented(event: &str) -> Option<&'static str> {
    let mut names = DOCUMENTED.iter().copied();
    names.find(|name| name.eq_ignore_ascii_case(event))
}

/// Whether an event of this name is from the Online webhook; some names resemble WhatzMeAPI's.
pub(crate) fn is_siblings(event: &str) -> bool {
    SIBLINGS.contains(&event)
}
