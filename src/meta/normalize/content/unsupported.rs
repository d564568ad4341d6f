//! What Meta says it cannot show.

use crate::event::content::{self, Content};
use crate::json::owned;
use crate::meta::payload::Unsupported;

owned! {
    Unsupported => content::Unsupported { raw_type; r#type => kind }
}

/// A type that says by its name that there is nothing to show.
pub(super) fn word(kind: &str) -> Content {
    Content::from(content::Unsupported {
        kind: Some(kind.into()),
        raw_type: None,
    })
}
