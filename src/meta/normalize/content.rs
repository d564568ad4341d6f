//! What a message says: one reader for each type.

use crate::collector::Problem;
use crate::event::content::{
    ButtonReply, Content, Edit, Location, Media, Order, OrderItem, Reaction, Revoke, System, Text,
    UnknownContent, Unsupported,
};
use crate::json;
use crate::json::own;
use crate::meta::payload::{self, Message};
use crate::types::MessageId;

pub(super) type Read = Result<Content, Problem>;

/// A type of message and its reader.
type Reader = (&'static str, fn(&mut Message<'_>) -> Read);

/// Types of messages and their readers. A new type is one line and one function.
const READERS: &[Reader] = &[
    ("text", text),
    ("image", |m| {
        media(m.image.take(), "image").map(Content::Image)
    }),
    ("video", |m| {
        media(m.video.take(), "video").map(Content::Video)
    }),
    ("audio", |m| {
        media(m.audio.take(), "audio").map(Content::Audio)
    }),
    ("voice", |m| {
        // The type itself says what `audio` says in `voice`.
        let mut media = media(m.voice.take(), "voice")?;
        media.voice = media.voice.or(Some(true));
        Ok(Content::Audio(media))
    }),
    ("document", |m| {
        media(m.document.take(), "document").map(Content::Document)
    }),
    ("sticker", |m| {
        media(m.sticker.take(), "sticker").map(Content::Sticker)
    }),
    ("location", |m| place(m.location.take(), "location")),
    ("contacts", super::contacts::contacts),
    ("button", button),
    ("interactive", super::interactive::interactive),
    ("order", order),
    ("reaction", |m| reacted(m.reaction.take(), "reaction")),
    ("edit", edit),
    ("revoke", revoke),
    ("system", system),
    ("unsupported", |m| {
        Ok(unsupported(m.unsupported.take().unwrap_or_default()))
    }),
    ("unknown", |_| Ok(word("unknown"))),
    ("ephemeral", |_| Ok(word("ephemeral"))),
    ("media_placeholder", |_| Ok(word("media_placeholder"))),
    ("request_welcome", |_| {
        let kind = Some("request_welcome".to_owned());
        Ok(Content::System(Box::new(System {
            kind,
            ..System::default()
        })))
    }),
];

/// Reads the payload; `None` for a type that is not known.
///
/// # Errors
///
/// [`Problem`] where the type is known and its payload cannot be read.
pub(super) fn content(message: &mut Message<'_>, kind: &str) -> Result<Option<Content>, Problem> {
    READERS
        .iter()
        .find(|(known, _)| *known == kind)
        .map(|(_, read)| read(message))
        .transpose()
}

fn text(message: &mut Message<'_>) -> Read {
    let payload::Text { body } = message.text.take().ok_or(Problem::no_object("text"))?;
    let body = body.ok_or(Problem::no_value("text.body"))?.into_owned();
    Ok(Content::Text(Text {
        body,
        preview: None,
    }))
}

fn media(
    media: Option<Box<payload::Media<'_>>>,
    place: &'static str,
) -> Result<Box<Media>, Problem> {
    let payload::Media {
        id,
        mime_type,
        sha256,
        url,
        caption,
        filename,
        voice,
        animated,
    } = *media.ok_or(Problem::no_object(place))?;
    Ok(Box::new(Media {
        id: own(id),
        url: own(url),
        mime_type: own(mime_type),
        sha256: own(sha256),
        caption: own(caption),
        file_name: own(filename),
        voice,
        animated,
        ..Media::default()
    }))
}

pub(super) fn place(location: Option<Box<payload::Location<'_>>>, place: &'static str) -> Read {
    let payload::Location {
        latitude,
        longitude,
        name,
        address,
        url,
    } = *location.ok_or(Problem::no_object(place))?;
    Ok(Content::Location(Box::new(Location {
        latitude,
        longitude,
        name: own(name),
        address: own(address),
        url: own(url),
        ..Location::default()
    })))
}

fn button(message: &mut Message<'_>) -> Read {
    let payload::Button { payload, text } =
        message.button.take().ok_or(Problem::no_object("button"))?;
    Ok(Content::ButtonReply(Box::new(ButtonReply {
        id: own(payload),
        title: own(text),
        index: None,
    })))
}

fn order(message: &mut Message<'_>) -> Read {
    let payload::Order {
        catalog_id,
        text,
        product_items,
    } = *message.order.take().ok_or(Problem::no_object("order"))?;
    let item = |item| {
        let payload::ProductItem {
            product_retailer_id,
            quantity,
            item_price,
            currency,
        } = item;
        OrderItem {
            product_retailer_id: own(product_retailer_id),
            quantity: own(quantity),
            item_price: own(item_price),
            currency: own(currency),
        }
    };
    Ok(Content::Order(Box::new(Order {
        catalog_id: own(catalog_id),
        text: own(text),
        items: product_items.into_iter().map(item).collect(),
        ..Order::default()
    })))
}

/// Without an emoji the reaction was taken back.
pub(super) fn reacted(reaction: Option<payload::Reaction<'_>>, place: &'static str) -> Read {
    let payload::Reaction {
        message_id,
        messsage_id,
        emoji,
    } = reaction.ok_or(Problem::no_object(place))?;
    let message_id = message_id.or(messsage_id).ok_or(Problem::no_value(place))?;
    Ok(Content::Reaction(Box::new(Reaction {
        message_id: Some(MessageId::from(message_id)),
        removed: Some(emoji.is_none()),
        emoji: own(emoji),
        ..Reaction::default()
    })))
}

/// The new content is a message of its own, read one level deep.
fn edit(edited: &mut Message<'_>) -> Read {
    let payload::Edit {
        original_message_id,
        message,
    } = edited.edit.take().ok_or(Problem::no_object("edit"))?;
    let part = message.ok_or(Problem::no_object("edit.message"))?;
    let mut inner: Message<'_> =
        json::read(part).map_err(|_| Problem::no_object("edit.message"))?;
    // What the new content answers stands in it.
    edited.context = edited.context.take().or(inner.context.take());
    let kind = super::message::kind(&inner);
    let known = match &*kind {
        "edit" => None,
        kind => content(&mut inner, kind)?,
    };
    let content = known.unwrap_or_else(|| {
        Content::Unknown(Box::new(UnknownContent {
            kind: (!kind.is_empty()).then(|| kind.into_owned()),
        }))
    });
    Ok(Content::Edit(Box::new(Edit {
        message_id: original_message_id.map(MessageId::from),
        content: Some(content),
        sent_at: None,
    })))
}

fn revoke(message: &mut Message<'_>) -> Read {
    let payload::Revoke {
        original_message_id,
    } = message.revoke.take().ok_or(Problem::no_object("revoke"))?;
    let id = original_message_id.ok_or(Problem::no_value("revoke.original_message_id"))?;
    Ok(Content::Revoke(Box::new(Revoke {
        message_id: Some(MessageId::from(id)),
        author: None,
    })))
}

fn system(message: &mut Message<'_>) -> Read {
    let payload::System {
        r#type,
        body,
        wa_id,
        new_wa_id,
        user_id,
        parent_user_id,
        customer,
        identity,
    } = *message.system.take().ok_or(Problem::no_object("system"))?;
    let check = message
        .identity
        .take()
        .map(|check| *check)
        .unwrap_or_default();
    Ok(Content::System(Box::new(System {
        kind: own(r#type),
        body: own(body),
        wa_id: own(wa_id.or(new_wa_id)),
        user_id: own(user_id),
        parent_user_id: own(parent_user_id),
        customer: own(customer),
        identity: own(identity.or(check.hash)),
        acknowledged: check.acknowledged,
        created_at: check.created_timestamp,
        parameters: Vec::new(),
    })))
}

/// A type that says by its name that there is nothing to show.
fn word(kind: &str) -> Content {
    Content::Unsupported(Box::new(Unsupported {
        kind: Some(kind.to_owned()),
        raw_type: None,
    }))
}

/// The payload is absent in older deliveries: then only the errors say why.
fn unsupported(unsupported: payload::Unsupported<'_>) -> Content {
    let payload::Unsupported { r#type, raw_type } = unsupported;
    Content::Unsupported(Box::new(Unsupported {
        kind: own(r#type),
        raw_type: own(raw_type),
    }))
}
