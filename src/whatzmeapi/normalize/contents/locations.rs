//! Locations, live ones among them.

use super::part::Part;
use crate::collector::Problem;
use crate::event::Content;
use crate::event::content::Location;
use crate::json::Owned;
use crate::whatzmeapi::payload::LocationMessage;

pub(super) fn location(part: &mut Part<'_>) -> Result<Content, Problem> {
    let message: LocationMessage<'_> = part.wire()?;
    part.context = message.context_info;
    Ok(Location::from(message).into())
}

pub(super) fn live_location(part: &mut Part<'_>) -> Result<Content, Problem> {
    let message: LocationMessage<'_> = part.wire()?;
    part.context = message.context_info;
    Ok(Location {
        live: Some(true),
        ..message.into()
    }
    .into())
}

impl From<LocationMessage<'_>> for Location {
    fn from(message: LocationMessage<'_>) -> Self {
        let LocationMessage {
            degrees_latitude,
            degrees_longitude,
            name,
            address,
            url,
            comment,
            caption,
            is_live,
            accuracy_in_meters,
            speed_in_mps,
            context_info: _,
        } = message;
        Self {
            latitude: degrees_latitude,
            longitude: degrees_longitude,
            name: name.owned(),
            address: address.owned(),
            url: url.owned(),
            caption: caption.or(comment).owned(),
            live: is_live,
            accuracy: accuracy_in_meters,
            speed: speed_in_mps,
        }
    }
}
