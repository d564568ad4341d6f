//! Interactive messages: native flows, carousels, shops.

use super::attachments::Attachments;
use super::part::Part;
use crate::collector::Problem;
use crate::event::Content;
use crate::event::content::{Button, Interactive};
use crate::json::{self, Owned, RawSlice, owned};
use crate::whatzmeapi::payload::{
    CarouselMessage, InteractiveHeader, InteractiveMessage, NativeFlowButton, NativeFlowParams,
};

owned! {
    NativeFlowParams => Button { url, phone_number; display_text => title }
}

pub(super) fn interactive(part: &mut Part<'_>) -> Result<Content, Problem> {
    let message: InteractiveMessage<'_> = part.wire()?;
    part.context = message.context_info;
    Ok(content(message).into())
}

/// Reads a carousel's cards, but no carousels in them.
pub(super) fn content(message: InteractiveMessage<'_>) -> Interactive {
    let carousel = message
        .carousel_message
        .and_then(|part| json::read(part).ok());
    let CarouselMessage { cards } = carousel.unwrap_or_default();
    let card = |card: RawSlice<'_>| {
        let card: InteractiveMessage<'_> = json::read(card).ok()?;
        Some(card.into())
    };
    Interactive {
        cards: cards.into_iter().filter_map(card).collect(),
        ..message.into()
    }
}

/// Without the cards of a carousel.
impl From<InteractiveMessage<'_>> for Interactive {
    fn from(message: InteractiveMessage<'_>) -> Self {
        let InteractiveMessage {
            header,
            body,
            footer,
            native_flow_message,
            carousel_message,
            shop_storefront_message,
            collection_message,
            context_info: _,
        } = message;
        let kinds = [
            ("native_flow", native_flow_message.is_some()),
            ("carousel", carousel_message.is_some()),
            ("shop_storefront", shop_storefront_message.is_some()),
            ("collection", collection_message.is_some()),
        ];
        let kind = kinds.into_iter().find(|&(_, present)| present);
        let InteractiveHeader {
            title,
            subtitle,
            image_message,
            video_message,
            document_message,
            location_message,
        } = header.unwrap_or_default();
        let attachments = Attachments {
            image: image_message,
            video: video_message,
            document: document_message,
            location: location_message,
        };
        let buttons = native_flow_message.unwrap_or_default().buttons;
        Self {
            kind: kind.map(|(kind, _)| kind.to_owned()),
            header: title.owned(),
            subtitle: subtitle.owned(),
            attachment: attachments.content(),
            body: body.and_then(|body| body.text).owned(),
            footer: footer.and_then(|footer| footer.text).owned(),
            buttons: buttons.owned(),
            ..Self::default()
        }
    }
}

/// Reads a button with an action, whose label is in the parameters of the action.
impl From<NativeFlowButton<'_>> for Button {
    fn from(button: NativeFlowButton<'_>) -> Self {
        let NativeFlowButton {
            name,
            button_params_json,
            params_json,
        } = button;
        let parameters = button_params_json.or(params_json);
        let told = parameters.as_deref().and_then(parsed);
        Self {
            id: name.owned(),
            action: None,
            parameters: parameters.owned(),
            ..told.unwrap_or_default()
        }
    }
}

/// Reads the parameters, a JSON document as text; they are empty if it cannot be read.
fn parsed(text: &str) -> Option<Button> {
    let parameters: NativeFlowParams<'_> = json::read(RawSlice::new(text.trim(), 0)).ok()?;
    Some(parameters.into())
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;

    #[test]
    fn labels_come_from_the_parameters() {
        let button = |json: &'static str| {
            Button::from(NativeFlowButton {
                name: Some(Cow::Borrowed("cta_url")),
                button_params_json: Some(Cow::Borrowed(json)),
                params_json: None,
            })
        };
        let read = button(r#"{"display_text":"Ver","url":"https://shop.example"}"#);
        assert_eq!(read.title.as_deref(), Some("Ver"));
        assert_eq!(read.url.as_deref(), Some("https://shop.example"));
        for odd in ["", "{", "[]", "5"] {
            assert_eq!(button(odd).title, None, "{odd}");
            assert_eq!(button(odd).parameters.as_deref(), Some(odd));
        }
    }
}
