//! Messages without readable content: undecryptable, unsupported, unknown, malformed.

use std::borrow::Cow;

use crate::event::model::model;
use crate::types::string_enum;

string_enum! {
    /// What a message was that the provider does not support.
    pub enum UnsupportedKind {
        /// Only errors.
        Errors = "errors",
        /// A GIF.
        Gif = "gif",
        /// An invitation to a group.
        GroupInvite = "group_invite",
        /// A template message, in the term of the On-Premises API.
        Hsm = "hsm",
        /// An image.
        Image = "image",
        /// An interactive message.
        Interactive = "interactive",
        /// A decision to keep a disappearing message.
        KeepInChat = "keep_in_chat",
        /// A link preview.
        LinkPreview = "link_preview",
        /// A list.
        List = "list",
        /// A location.
        Location = "location",
        /// Media that is not on the server. In `history`, the file follows as a message with the same ID.
        MediaPlaceholder = "media_placeholder",
        /// An order.
        Order = "order",
        /// A pinned message.
        Pin = "pin",
        /// A poll.
        PollCreation = "poll_creation",
        /// A vote in a poll.
        PollUpdate = "poll_update",
        /// A product.
        Product = "product",
        /// A reaction.
        Reaction = "reaction",
        /// An edit of an earlier message.
        Edit = "edit",
        /// A tapped button. Seen, not documented.
        Button = "button",
        /// A live location. Seen, not documented.
        LiveLocation = "live_location",
        /// A disappearing message. On-Premises API.
        Ephemeral = "ephemeral",
        /// A message of a type that the provider does not know itself: see `raw_type`. Meta and Cooby.
        UnknownType = "unknown",
        /// A message that can be opened only once. WhatzMeAPI only.
        ViewOnce = "view_once",
        /// A message that is too large. Cooby only.
        Oversized = "oversized",
        /// A status update (story). Cooby only.
        Story = "status_v3",
        /// A message for debugging. Cooby only.
        Debug = "debug",
    }
}

model! {
    /// A message that could not be decrypted. The decrypted message may follow with the same ID.
    pub struct Undecryptable {
        /// Reason that the provider reports.
        pub reason: Option<String> = masked,
    }

    /// A message that the provider reports as unsupported.
    pub struct Unsupported {
        /// Provider's value for what the message was: `poll_creation`, `edit` … Absent in older deliveries.
        pub kind: Option<UnsupportedKind>,
        /// Second value for what the message was, if `kind` is `unknown`. Meta only.
        pub raw_type: Option<String>,
        /// Text that was sent with the message. Meta and Cooby only.
        pub text: Option<String> = text,
    }

    /// A kind of message that this version does not know. Its JSON is in the `raw` of the message.
    pub struct UnknownContent {
        /// Provider's value for the kind, if there is one.
        pub kind: Option<String> = word,
        /// Text that was sent with the message. Meta and Cooby only.
        pub text: Option<String> = text,
    }

    /// A message of a known type whose payload is missing or cannot be read. Its JSON is in the `raw` of the message.
    pub struct MalformedContent {
        /// Provider's value for the type; empty if there is none.
        pub kind: String = required word,
        /// Path in the body, such as `entry[0].changes[0].value.messages[0].image`.
        pub path: String = path,
        /// What was expected at the path.
        pub reason: Cow<'static, str>,
    }
}

impl UnknownContent {
    /// The content under a tag of a later version's JSON.
    pub(super) fn of_later_version(tag: &str) -> Self {
        Self {
            kind: Some(tag.to_owned()),
            ..Self::default()
        }
    }
}
