//! Outbound interactive messages: buttons, lists and products.

use std::borrow::Cow;

use super::attachment;
use crate::collector::Problem;
use crate::event::content::{Button, Buttons, Content, Interactive, List, Row, Section};
use crate::json::{self, Owned, RawSlice, owned};
use crate::meta::payload::{
    OutboundAction, OutboundButton, OutboundHeader, OutboundInteractive, OutboundLine,
    OutboundMessage, OutboundParameters, OutboundSection, Product, Reply,
};

/// Reads the payload of `interactive`.
pub(super) fn interactive(message: &mut OutboundMessage<'_>) -> Result<Content, Problem> {
    let OutboundInteractive {
        r#type,
        header,
        body,
        footer,
        action,
    } = *message
        .interactive
        .take()
        .ok_or(Problem::no_object("message.interactive"))?;
    let OutboundHeader {
        r#type: _,
        text: header,
        image,
        video,
        document,
    } = header.unwrap_or_default();
    let attachment = attachment(image, video, document);
    let line = |line: Option<OutboundLine<'_>>| line.and_then(|OutboundLine { text }| text.owned());
    let (header, body, footer) = (header.owned(), line(body), line(footer));
    let OutboundAction {
        name,
        button,
        buttons,
        sections,
        parameters,
        catalog_id,
        product_retailer_id,
    } = action.map(|action| *action).unwrap_or_default();
    Ok(match r#type.as_deref() {
        Some("button") => Content::from(Buttons {
            header,
            attachment,
            body,
            footer,
            buttons: buttons.owned(),
        }),
        Some("list") => Content::from(List {
            header,
            body,
            footer,
            button: button.owned(),
            sections: sections.owned(),
        }),
        _ => Content::from(Interactive {
            kind: r#type.owned(),
            header,
            attachment,
            body,
            footer,
            buttons: named(name, parameters)
                .into_iter()
                .chain(buttons.into_iter().map(Button::from))
                .collect(),
            catalog_id: catalog_id.owned(),
            sections: product_retailer_id
                .map(|id| Section {
                    rows: vec![listed(Some(id))],
                    ..Section::default()
                })
                .into_iter()
                .chain(sections.into_iter().map(Section::from))
                .collect(),
            ..Interactive::default()
        }),
    })
}

impl From<OutboundButton<'_>> for Button {
    fn from(button: OutboundButton<'_>) -> Self {
        let OutboundButton { r#type: _, reply } = button;
        let Reply {
            id,
            title,
            description: _,
        } = reply.unwrap_or_default();
        Self {
            id: id.owned(),
            title: title.owned(),
            ..Self::default()
        }
    }
}

/// Returns the button of a named action: its label and URL are in the parameters.
fn named(name: Option<Cow<'_, str>>, parameters: Option<RawSlice<'_>>) -> Option<Button> {
    let name = name?;
    let OutboundParameters {
        display_text,
        url,
        flow_cta,
    } = parameters
        .and_then(|part| json::read(part).ok())
        .unwrap_or_default();
    Some(Button {
        id: Some(name.into_owned()),
        title: display_text.or(flow_cta).owned(),
        url: url.owned(),
        parameters: parameters.map(|part| part.as_str().to_owned()),
        ..Button::default()
    })
}

owned! {
    Reply => Row { id, title, description }
}

impl From<OutboundSection<'_>> for Section {
    fn from(section: OutboundSection<'_>) -> Self {
        let OutboundSection {
            title,
            rows,
            product_items,
        } = section;
        let products: Vec<_> =
            product_items.map_or_else(Vec::new, |list| json::get_from(list, json::get::items));
        let product = |part: RawSlice<'_>| {
            let product: Product<'_> = json::read(part).ok()?;
            Some(listed(product.product_retailer_id))
        };
        Self {
            title: title.owned(),
            rows: (rows.into_iter().map(Row::from))
                .chain(products.into_iter().filter_map(product))
                .collect(),
        }
    }
}

/// Returns a product of a list: only its ID is sent.
fn listed(id: Option<Cow<'_, str>>) -> Row {
    Row {
        id: id.owned(),
        ..Row::default()
    }
}
