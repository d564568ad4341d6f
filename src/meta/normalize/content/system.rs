//! System notices.

use crate::collector::Problem;
use crate::event::content::{Content, System};
use crate::json::Owned;
use crate::meta::payload::{self, Message};

/// Reads the payload of `system`, with the message's identity check.
pub(super) fn system(message: &mut Message<'_>) -> Result<Content, Problem> {
    let payload::System {
        r#type,
        body,
        wa_id,
        new_wa_id,
        user_id,
        parent_user_id,
        previous_user_id,
        previous_parent_user_id,
        customer,
        identity,
    } = *message.system.take().ok_or(Problem::no_object("system"))?;
    let payload::Identity {
        acknowledged,
        created_timestamp,
        hash,
    } = message
        .identity
        .take()
        .map(|check| *check)
        .unwrap_or_default();
    Ok(Content::from(System {
        kind: r#type.owned(),
        body: body.owned(),
        wa_id: wa_id.or(new_wa_id).owned(),
        user_id: user_id.owned(),
        parent_user_id: parent_user_id.owned(),
        previous_user_id: previous_user_id.owned(),
        previous_parent_user_id: previous_parent_user_id.owned(),
        customer: customer.owned(),
        identity: identity.or(hash).owned(),
        acknowledged,
        created_at: created_timestamp,
        parameters: Vec::new(),
    }))
}

/// Returns a notice that consists only of its kind.
pub(super) fn word(kind: &str) -> Content {
    Content::from(System {
        kind: Some(kind.into()),
        ..System::default()
    })
}
