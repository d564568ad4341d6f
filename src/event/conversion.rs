//! Clicks, leads and purchases.

use crate::event::model::event;
use crate::types::{Code, MessageId, string_enum};

string_enum! {
    /// What a person did, from Meta's `event_name` or `action_type`.
    pub enum ConversionEvent {
        /// Meta detected a lead in the chat.
        LeadSubmitted = "LeadSubmitted",
        /// Meta detected a purchase in the chat.
        Purchase = "Purchase",
        /// The person clicked a link or button of a marketing message.
        LinkClick = "marketing_messages_link_click",
        /// The page behind the link was opened. This event may arrive before the click.
        LandingPageView = "landing_page_view",
        /// A marketing message was sent. Seen only in Meta's samples.
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
    /// A click, lead or purchase. Sent by Meta.
    pub struct Conversion {
        /// What happened, from Meta's `event_name` or `action_type`.
        pub event: Option<ConversionEvent>,
        /// ID of the message that the event is about.
        pub message_id: Option<MessageId>,
        /// Click ID of the click-to-WhatsApp ad.
        pub ctwa_clid: Option<String>,
        /// ID of the click in the marketing message.
        pub click_id: Option<String>,
        /// Tracking token of the marketing message.
        pub tracking_token: Option<String>,
        /// Part of the message that was clicked.
        pub click_component: Option<ClickComponent>,
        /// ID of the product that was clicked.
        pub product_id: Option<String>,
        /// User agent of the browser that opened the link. Not documented by Meta.
        pub client_user_agent: Option<String> = text,
        /// ISO code of the currency.
        pub currency: Option<String>,
        /// Amount, exactly as received: Meta multiplies it by 1000.
        pub value: Option<Code>,
    }
}
