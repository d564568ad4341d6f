//! Messages with buttons.

use super::attachments::Attachments;
use super::part::Part;
use crate::collector::Problem;
use crate::event::Content;
use crate::event::content::{Button, Buttons};
use crate::json::Owned;
use crate::whatzmeapi::payload::{ButtonText, ButtonsMessage, OfferedButton};

pub(super) fn buttons(part: &mut Part<'_>) -> Result<Content, Problem> {
    let ButtonsMessage {
        text,
        image_message,
        video_message,
        document_message,
        location_message,
        content_text,
        footer_text,
        buttons,
        context_info,
    } = part.wire()?;
    part.context = context_info;
    let attachments = Attachments {
        image: image_message,
        video: video_message,
        document: document_message,
        location: location_message,
    };
    Ok(Buttons {
        header: text.owned(),
        attachment: attachments.content(),
        body: content_text.owned(),
        footer: footer_text.owned(),
        buttons: buttons.owned(),
    }
    .into())
}

impl From<OfferedButton<'_>> for Button {
    fn from(offered: OfferedButton<'_>) -> Self {
        let OfferedButton {
            button_id,
            button_text,
            native_flow_info,
        } = offered;
        let action = native_flow_info.map(Self::from).unwrap_or_default();
        let title = button_text.and_then(|ButtonText { display_text }| display_text.owned());
        let (id, action_name) = match button_id.owned() {
            Some(id) => (Some(id), action.id),
            None => (action.id, None),
        };
        Self {
            id,
            action: action_name,
            title: title.or(action.title),
            ..action
        }
    }
}
