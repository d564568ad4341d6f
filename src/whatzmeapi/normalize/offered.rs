//! What was offered: buttons, lists, templates.

use std::borrow::Cow;

use super::content::Part;
use crate::collector::Problem;
use crate::event::Content;
use crate::event::content::{Button, Buttons, Interactive, List, Row, Section, Template};
use crate::json;
use crate::json::RawSlice;
use crate::json::own;
use crate::whatzmeapi::payload::{
    ButtonText, ButtonsMessage, CarouselMessage, FourRowTemplate, HighlyStructuredMessage,
    HydratedButton, HydratedTemplate, InteractiveMessage, ListMessage, ListRow, ListSection,
    ListedProduct, NativeFlowButton, NativeFlowParams, OfferedButton, ProductSection,
    TemplateButton, TemplateMessage,
};

pub(super) fn buttons(part: &mut Part<'_>) -> Result<Content, Problem> {
    let ButtonsMessage {
        text,
        content_text,
        footer_text,
        buttons,
        context_info,
    } = part.wire()?;
    part.context = context_info;
    Ok(Content::Buttons(Box::new(Buttons {
        header: own(text),
        attachment: None,
        body: own(content_text),
        footer: own(footer_text),
        buttons: buttons.into_iter().map(button).collect(),
    })))
}

fn button(offered: OfferedButton<'_>) -> Button {
    let OfferedButton {
        button_id,
        button_text,
        native_flow_info,
    } = offered;
    let action = native_flow_info.map(flow_button).unwrap_or_default();
    let title = button_text.and_then(|ButtonText { display_text }| own(display_text));
    let (id, action_name) = match own(button_id) {
        Some(id) => (Some(id), action.id),
        None => (action.id, None),
    };
    Button {
        id,
        action: action_name,
        title: title.or(action.title),
        ..action
    }
}

pub(super) fn list(part: &mut Part<'_>) -> Result<Content, Problem> {
    let ListMessage {
        title,
        description,
        button_text,
        footer_text,
        sections,
        product_list_info,
        context_info,
    } = part.wire()?;
    part.context = context_info;
    let row = |row: ListRow<'_>| {
        let ListRow {
            title,
            description,
            row_id,
        } = row;
        Row {
            id: own(row_id),
            title: own(title),
            description: own(description),
        }
    };
    let section = |ListSection { title, rows }: ListSection<'_>| Section {
        title: own(title),
        rows: rows.into_iter().map(row).collect(),
    };
    let products = product_list_info.unwrap_or_default().product_sections;
    Ok(Content::List(Box::new(List {
        header: own(title),
        body: own(description),
        footer: own(footer_text),
        button: own(button_text),
        sections: (sections.into_iter().map(section))
            .chain(products.into_iter().map(product_section))
            .collect(),
    })))
}

/// A section of products: their ids are all that a row says.
fn product_section(section: ProductSection<'_>) -> Section {
    let ProductSection { title, products } = section;
    let row = |ListedProduct { product_id }: ListedProduct<'_>| Row {
        id: own(product_id),
        ..Row::default()
    };
    Section {
        title: own(title),
        rows: products.into_iter().map(row).collect(),
    }
}

pub(super) fn template(part: &mut Part<'_>) -> Result<Content, Problem> {
    let message = part.wire()?;
    Ok(template_content(part, message))
}

fn template_content<'a>(part: &mut Part<'a>, message: TemplateMessage<'a>) -> Content {
    let TemplateMessage {
        hydrated_template,
        hydrated_four_row_template,
        four_row_template,
        interactive_message_template,
        template_id,
        context_info,
    } = message;
    part.context = context_info;
    let hydrated = hydrated_template.or(hydrated_four_row_template);
    if let (None, Some(message)) = (&hydrated, interactive_message_template) {
        part.context = part.context.or(message.context_info);
        return interactive_content(*message);
    }
    let structured = four_row_template.and_then(|template| json::read(template).ok());
    let FourRowTemplate { content } = structured.unwrap_or_default();
    let HighlyStructuredMessage {
        namespace,
        params,
        element_name,
        fallback_lg,
        hydrated_hsm: _,
    } = content.unwrap_or_default();
    let HydratedTemplate {
        hydrated_content_text,
        hydrated_title_text,
        hydrated_footer_text,
        hydrated_buttons,
        template_id: hydrated_id,
    } = hydrated.unwrap_or_default();
    Content::Template(Box::new(Template {
        id: own(template_id.or(hydrated_id)),
        name: own(element_name),
        language: own(fallback_lg),
        namespace: own(namespace),
        parameters: params.into_iter().map(Cow::into_owned).collect(),
        header: own(hydrated_title_text),
        body: own(hydrated_content_text),
        footer: own(hydrated_footer_text),
        buttons: hydrated_buttons.into_iter().map(hydrated_button).collect(),
    }))
}

fn hydrated_button(hydrated: HydratedButton<'_>) -> Button {
    let HydratedButton {
        quick_reply_button,
        url_button,
        call_button,
    } = hydrated;
    let TemplateButton {
        display_text,
        id,
        url,
        phone_number,
    } = quick_reply_button
        .or(url_button)
        .or(call_button)
        .unwrap_or_default();
    Button {
        id: own(id),
        title: own(display_text),
        url: own(url),
        phone_number: own(phone_number),
        ..Button::default()
    }
}

pub(super) fn structured(part: &mut Part<'_>) -> Result<Content, Problem> {
    let HighlyStructuredMessage {
        namespace,
        params,
        element_name,
        fallback_lg,
        hydrated_hsm,
    } = part.wire()?;
    let hydrated = hydrated_hsm.and_then(|template| json::read(template).ok());
    let mut content = template_content(part, hydrated.unwrap_or_default());
    if let Content::Template(template) = &mut content {
        template.name = own(element_name);
        template.language = own(fallback_lg);
        template.namespace = own(namespace);
        template.parameters = params.into_iter().map(Cow::into_owned).collect();
    }
    Ok(content)
}

pub(super) fn interactive(part: &mut Part<'_>) -> Result<Content, Problem> {
    let message: InteractiveMessage<'_> = part.wire()?;
    part.context = message.context_info;
    Ok(interactive_content(message))
}

/// A carousel's cards are read one level deep.
fn interactive_content(message: InteractiveMessage<'_>) -> Content {
    let carousel = message
        .carousel_message
        .and_then(|part| json::read(part).ok());
    let CarouselMessage { cards } = carousel.unwrap_or_default();
    let card = |card: RawSlice<'_>| json::read(card).ok().map(shown);
    Content::Interactive(Box::new(Interactive {
        cards: cards.into_iter().filter_map(card).collect(),
        ..shown(message)
    }))
}

fn shown(message: InteractiveMessage<'_>) -> Interactive {
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
    let header = header.unwrap_or_default();
    let buttons = native_flow_message.unwrap_or_default().buttons;
    Interactive {
        kind: kind.map(|(kind, _)| kind.to_owned()),
        header: own(header.title),
        subtitle: own(header.subtitle),
        body: own(body.and_then(|body| body.text)),
        footer: own(footer.and_then(|footer| footer.text)),
        buttons: buttons.into_iter().map(flow_button).collect(),
        ..Interactive::default()
    }
}

/// A button with an action: its label stands in the action's parameters.
fn flow_button(button: NativeFlowButton<'_>) -> Button {
    let NativeFlowButton {
        name,
        button_params_json,
        params_json,
    } = button;
    let parameters = button_params_json.or(params_json);
    let NativeFlowParams {
        display_text,
        url,
        phone_number,
    } = parameters.as_deref().and_then(params).unwrap_or_default();
    Button {
        id: own(name),
        action: None,
        title: own(display_text),
        url: own(url),
        phone_number: own(phone_number),
        parameters: parameters.as_deref().map(str::to_owned),
    }
}

/// Parameters are a document of their own, in a text; one that cannot be read says nothing.
fn params(text: &str) -> Option<NativeFlowParams<'_>> {
    json::read(RawSlice::new(text.trim(), 0)).ok()
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;

    #[test]
    fn labels_come_from_the_parameters() {
        let button = |json: &'static str| {
            flow_button(NativeFlowButton {
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
