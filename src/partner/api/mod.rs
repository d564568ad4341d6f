//! Calls to the Partners API that concern the webhook: the request that sets its address, and the response.
//!
//! Nothing here is sent by this crate.

mod reason;
mod set_webhook;

pub use self::reason::{Call, Reason};
pub use self::set_webhook::{InvalidUrl, SetWebhook, WebhookResponse};
