//! Partner by 99digital: the life of what a reseller onboards. No messages, no delivery statuses.
//!
//! Partner calls a URL when a WhatsApp number, a builder or an online account of one of the reseller's clients
//! changes: one event a request. All requests come from one address, and nothing is signed. The URL may be
//! plain `http`, but then the key in `whatsapp_apiKey` crosses the net for everybody to read: use `https`.
//!
//! Sources: "Webhook" (Partners API, Settings) and the pages of the calls that it refers to, 99digital (read
//! 2026-11-21).
//!
//! | field | what is odd | what we do |
//! |---|---|---|
//! | `event` | `online` is "future", yet fully described; `partners` and `package` are announced without a body | [`Event::PartnerOnline`]; the two and all other names are [`Event::Unknown`] |
//! | `event` | any case; may be missing | the `*_extra_info` that is there tells it |
//! | `event` | a name of which nothing is documented | [`Event::Unknown`] where `status` is `OK` or a code is there; else not this envelope |
//! | `*_extra_info` | codes whose meaning is not public | kept as they came: [`Code`](crate::types::Code) |
//! | `daily_limit` | only with code 1, 2 or 3; number or text, in no documented notation | kept as it came; see [`PartnerWhatsapp::daily_conversations`](crate::event::PartnerWhatsapp::daily_conversations) |
//! | `whatsapp_apiKey` | a secret; only with code 1, 2 or 3 | `Debug` hides it; JSON and `raw` show it |
//! | `whatsapp` | starts with 97257 while the onboarding is not finished, and is replaced later | join by `reference`; see [`PartnerWhatsapp::is_temporary`](crate::event::PartnerWhatsapp::is_temporary) |
//! | `builderID` `accountID` `agentID` `inboxID` | numbers here, texts on other pages | texts |
//! | `*_reference` | may be missing, empty, or a number | text, where there is one |
//! | `status` | always `OK`, and no status of a message | kept as `status` |
//! | `hook` | stands for `event` in the WhatsApp V2 webhook of the same provider | not this envelope |
//! | `event` | `message_created` and its like are of the Online webhook of the same provider | not this envelope |
//!
//! What to expect of deliveries:
//!
//! - **Order** is not promised, and there is no time in any event: take the time of receipt.
//! - **Repeats**: there is no id, so [`Event::dedup_key`] is made of the bytes. The same change can happen again
//!   in the same words: forget keys after a while.
//! - **Codes**: 1 and 2 come first after an onboarding, 1 to 3 carry a key and a limit. What the others, and those
//!   of builders and online accounts mean is not public: treat them as "look it up".
//! - **Nothing is said** of retries, answers or limits: answer quickly.
//!
//! [`api`] has the request that sets the address of the webhook, and its response.

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

/// Reads one delivery.
///
/// # Errors
///
/// [`ParseError`] when `body` is not JSON or not this provider's envelope. An item that cannot be
/// read is not an error: it comes back as [`Event::Malformed`].
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

/// Whether a body with these marks is this provider's: a code, the name of a documented event, or another name
/// beside the status that all events have.
pub(crate) fn fits(marks: &Marks<'_>) -> bool {
    let is_coded = marks.whatsapp_extra_info.is_some()
        || marks.builder_extra_info.is_some()
        || marks.online_extra_info.is_some();
    let Some(event) = marks.event.as_deref() else {
        return is_coded;
    };
    let status = marks.status.as_deref();
    let is_ok = status.is_some_and(|status| status.eq_ignore_ascii_case("OK"));
    // WhatzMeAPI has an `event` too, but its names have dots.
    let is_foreign = event.contains('.') || is_siblings(event);
    documented(event).is_some() || (!is_foreign && (is_coded || is_ok))
}

/// Names of events that the provider describes or announces.
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

/// Finds the name of a documented event, in any case.
pub(crate) fn documented(event: &str) -> Option<&'static str> {
    let mut names = DOCUMENTED.iter().copied();
    names.find(|name| name.eq_ignore_ascii_case(event))
}

/// Whether an event of this name is one of the Online webhook: some read like names of WhatzMeAPI.
pub(crate) fn is_siblings(event: &str) -> bool {
    SIBLINGS.contains(&event)
}
