//! Requests and responses of the Partners API that concern the webhook.
//!
//!
//! The types only describe the JSON: this crate does not send requests.

mod reason;
mod set_webhook;

pub use self::reason::{Call, Reason};
pub use self::set_webhook::{InvalidUrl, SetWebhook, WebhookResponse};
