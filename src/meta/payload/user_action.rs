//! An element of `user_actions`.

use std::borrow::Cow;

use crate::json::wire;
use crate::types::Timestamp;

wire! {
    /// A click on a marketing message. It does not identify the person.
    ///
    /// Source: Cloud API, track click events (read 2026-11-21). Seen in the wild: no.
    pub struct UserAction<'a> {
        /// Time of the click, in seconds.
        pub timestamp: Option<Timestamp> = time,
        /// Type of the action: `marketing_messages_link_click` or `landing_page_view`.
        pub action_type: Option<Cow<'a, str>> = text,
        /// Details of the click; under this name for both types.
        pub marketing_messages_link_click_data: Option<LinkClick<'a>> = object,
    }

    /// Details of a click.
    ///
    /// Source: Cloud API, track click events (read 2026-11-21). Seen in the wild: no.
    pub struct LinkClick<'a> {
        /// Tracking token of the message.
        pub tracking_token: Option<Cow<'a, str>> = text,
        /// ID of the click.
        pub click_id: Option<Cow<'a, str>> = text,
        /// Component that was clicked: `cta` or `body`, sometimes in upper case.
        pub click_component: Option<Cow<'a, str>> = text,
        /// ID of the product that was clicked.
        pub product_id: Option<Cow<'a, str>> = text,
        /// User agent of the person's browser. Undocumented.
        pub client_user_agent: Option<Cow<'a, str>> = text,
    }
}
