//! Clicks, leads and purchases.

use crate::event::model::event;
use crate::types::{Code, MessageId};

event! {
    /// A click, a lead or a purchase. Sent by Meta.
    pub struct Conversion {
        /// Meta's `event_name` or `action_type`.
        pub event: Option<String>,
        /// Message it was seen in.
        pub message_id: Option<MessageId>,
        /// Id of the click on an ad.
        pub ctwa_clid: Option<String>,
        /// Id of the click.
        pub click_id: Option<String>,
        /// Token of the message.
        pub tracking_token: Option<String>,
        /// Part of the message that was clicked.
        pub click_component: Option<String>,
        /// Product that was clicked.
        pub product_id: Option<String>,
        /// ISO code of the currency.
        pub currency: Option<String>,
        /// Amount as received: Meta multiplies by 1000.
        pub value: Option<Code>,
    }
}
