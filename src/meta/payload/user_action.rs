//! An element of `user_actions`.

use std::borrow::Cow;

use crate::json::wire;
use crate::types::Timestamp;

wire! {
    /// A click on a marketing message. The person is not named.
    ///
    /// Source: Cloud API, track click events (read 2026-11-21). Seen in the wild: no.
    pub struct UserAction<'a> {
        /// Time, in seconds.
        pub timestamp: Option<Timestamp> = time,
        /// `marketing_messages_link_click`, `landing_page_view`.
        pub action_type: Option<Cow<'a, str>> = text,
        /// What was clicked; stands under this name for both types.
        pub marketing_messages_link_click_data: Option<LinkClick<'a>> = object,
    }

    /// What was clicked.
    ///
    /// Source: Cloud API, track click events (read 2026-11-21). Seen in the wild: no.
    pub struct LinkClick<'a> {
        /// Token of the message.
        pub tracking_token: Option<Cow<'a, str>> = text,
        /// Id of the click.
        pub click_id: Option<Cow<'a, str>> = text,
        /// `cta` or `body`; upper case has been seen.
        pub click_component: Option<Cow<'a, str>> = text,
        /// Product that was clicked.
        pub product_id: Option<Cow<'a, str>> = text,
        /// Browser of whoever clicked; undocumented.
        pub client_user_agent: Option<Cow<'a, str>> = text,
    }
}
