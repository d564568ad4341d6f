//! Clicks, leads and purchases.

use crate::event::model::event;
use crate::types::{Code, MessageId, string_enum};

string_enum! {
    /// What a person did: Meta's `event_name` or `action_type`.
    pub enum ConversionEvent {
        /// Meta saw a lead in the chat.
        LeadSubmitted = "LeadSubmitted",
        /// Meta saw a purchase in the chat.
        Purchase = "Purchase",
        /// The person clicked a link or button of a marketing message.
        LinkClick = "marketing_messages_link_click",
        /// The page behind the link was opened; it may come before the click.
        LandingPageView = "landing_page_view",
        /// A marketing message was sent; seen in Meta's samples only.
        Sent = "sent",
    }

    /// Part of a message that was clicked.
    pub enum ClickComponent {
        /// The button.
        Cta = "cta",
        /// A link in the text.
        Body = "body",
    }
}

event! {
    /// A click, a lead or a purchase. Sent by Meta.
    pub struct Conversion {
        /// Meta's `event_name` or `action_type`.
        pub event: Option<ConversionEvent>,
        /// Message it was seen in.
        pub message_id: Option<MessageId>,
        /// Id of the click on an ad.
        pub ctwa_clid: Option<String>,
        /// Id of the click.
        pub click_id: Option<String>,
        /// Token of the message.
        pub tracking_token: Option<String>,
        /// Part of the message that was clicked.
        pub click_component: Option<ClickComponent>,
        /// Product that was clicked.
        pub product_id: Option<String>,
        /// Browser of whoever clicked, as it names itself; not documented by Meta.
        pub client_user_agent: Option<String> = text,
        /// ISO code of the currency.
        pub currency: Option<String>,
        /// Amount as received: Meta multiplies by 1000.
        pub value: Option<Code>,
    }
}
