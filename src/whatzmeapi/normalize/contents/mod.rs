//! The contents of a message: the table of content keys, and a file with the readers of each kind.
//!
//! [`CONTENTS`] contains the reader of each key: `imageMessage` is read by `media::image`, so its caption is read in
//! `media.rs`. Keys that only wrap another content are in [`WRAPPERS`]; [`wrappers`] follows them and calls the
//! readers. Each reader takes a [`Part`] and returns the [`Content`].

mod attachments;
mod buttons;
pub(super) mod bytes;
mod calendar;
mod calls;
mod commerce;
mod contacts;
pub(super) mod edits;
mod interactive;
mod invites;
mod lists;
mod locations;
mod media;
pub(super) mod part;
mod pins;
pub(super) mod polls;
mod reactions;
mod replies;
mod system;
mod templates;
mod text;
pub(super) mod wrappers;

use std::cmp::Reverse;

use self::part::Part;
use crate::collector::Problem;
use crate::event::Content;
use crate::json::RawSlice;

/// A content key and its reader.
pub(super) struct Row {
    pub(super) key: &'static str,
    /// Path of its value in the item.
    pub(super) place: &'static str,
    pub(super) read: for<'a> fn(&mut Part<'a>) -> Result<Content, Problem>,
}

macro_rules! contents {
    ($($key:literal => $read:path,)*) => {
        &[$(Row { key: $key, place: concat!("message.", $key), read: $read },)*]
    };
}

/// Content keys and their readers.
const CONTENTS: &[Row] = contents! {
    "conversation" => text::text,
    "extendedTextMessage" => text::text,
    "imageMessage" => media::image,
    "videoMessage" => media::video,
    "ptvMessage" => media::video_note,
    "audioMessage" => media::audio,
    "documentMessage" => media::document,
    "stickerMessage" => media::sticker,
    "stickerPackMessage" => media::sticker,
    "albumMessage" => media::album,
    "reactionMessage" => reactions::reaction,
    "encReactionMessage" => reactions::reaction,
    "pinInChatMessage" => pins::pin,
    "keepInChatMessage" => pins::keep,
    "protocolMessage" => edits::protocol,
    "secretEncryptedMessage" => edits::encrypted,
    "encEventResponseMessage" => edits::encrypted,
    "encCommentMessage" => edits::encrypted,
    "conditionalRevealMessage" => edits::conditional,
    "requestPhoneNumberMessage" => system::notice,
    "placeholderMessage" => system::notice,
    "locationMessage" => locations::location,
    "liveLocationMessage" => locations::live_location,
    "contactMessage" => contacts::contact,
    "contactsArrayMessage" => contacts::contacts,
    "pollCreationMessage" => polls::poll,
    "pollCreationMessageV2" => polls::poll,
    "pollCreationMessageV3" => polls::poll,
    "pollCreationMessageV5" => polls::poll,
    "pollCreationMessageV6" => polls::poll,
    "pollAddOptionMessage" => polls::options,
    "pollResultSnapshotMessage" => polls::poll,
    "pollResultSnapshotMessageV3" => polls::poll,
    "pollUpdateMessage" => polls::vote,
    "eventMessage" => calendar::event,
    "eventInviteMessage" => calendar::invite,
    "scheduledCallCreationMessage" => calendar::scheduled_call,
    "scheduledCallEditMessage" => calendar::scheduled_call,
    "callLogMesssage" => calls::call_log,
    "call" => calls::call_log,
    "bcallMessage" => calls::call_log,
    "groupInviteMessage" => invites::invite,
    "newsletterAdminInviteMessage" => invites::invite,
    "newsletterFollowerInviteMessageV2" => invites::invite,
    "buttonsMessage" => buttons::buttons,
    "listMessage" => lists::list,
    "templateMessage" => templates::template,
    "highlyStructuredMessage" => templates::structured,
    "interactiveMessage" => interactive::interactive,
    "buttonsResponseMessage" => replies::button,
    "templateButtonReplyMessage" => replies::button,
    "listResponseMessage" => replies::list,
    "interactiveResponseMessage" => replies::form,
    "orderMessage" => commerce::order,
    "productMessage" => commerce::product,
    "sendPaymentMessage" => commerce::payment,
    "requestPaymentMessage" => commerce::payment,
    "declinePaymentRequestMessage" => commerce::payment,
    "cancelPaymentRequestMessage" => commerce::payment,
    "paymentInviteMessage" => commerce::payment,
    "invoiceMessage" => commerce::payment,
    "paymentReminderMessage" => commerce::payment,
    "splitPaymentMessage" => commerce::payment,
};

/// Keys that contain another content in `message`.
const WRAPPERS: &[&str] = &[
    "ephemeralMessage",
    "viewOnceMessage",
    "viewOnceMessageV2",
    "viewOnceMessageV2Extension",
    "documentWithCaptionMessage",
    "editedMessage",
    "associatedChildMessage",
    "deviceSentMessage",
    "groupMentionedMessage",
    "groupStatusMessage",
    "groupStatusMessageV2",
    "groupStatusMentionMessage",
    "statusMentionMessage",
    "statusAddYours",
    "botInvokeMessage",
    "botTaskMessage",
    "botForwardedMessage",
    "lottieStickerMessage",
    "eventCoverImage",
    "pollCreationOptionImageMessage",
    "pollCreationMessageV4",
    "limitSharingMessage",
    "questionMessage",
    "questionReplyMessage",
    "commentMessage",
    "spoilerMessage",
    "newsletterAdminProfileMessage",
    "newsletterAdminProfileMessageV2",
    "newsletterAdminProfileStatusMessage",
];

/// Key of the metadata of the content.
pub(super) const CONTEXT_INFO: &str = "messageContextInfo";

/// Key of the URL of the file that the gateway decrypted. Evolution.
pub(super) const MEDIA_URL: &str = "mediaUrl";

/// Key of the gateway's transcript of a voice message. Evolution.
pub(super) const SPEECH: &str = "speechToText";

/// Key of the file itself, decrypted by a gateway.
pub(super) const DATA: &str = "base64";

/// Keys of metadata next to the content.
const METADATA: &[&str] = &[CONTEXT_INFO, MEDIA_URL, SPEECH, DATA];

/// Keys of the encryption data that group members exchange. Without a content they are a notice.
const KEY_MATERIAL: &[&str] = &[
    "senderKeyDistributionMessage",
    "fastRatchetKeySenderKeyDistributionMessage",
    "groupRootKeyShare",
    "rootSecretDistributeMessage",
];

/// Kinds of keys, from the least to the most likely content.
pub(super) enum Kind {
    Metadata(&'static str),
    KeyMaterial(&'static str),
    Other(String),
    Wrapper(&'static str),
    Content(&'static Row),
}

impl Kind {
    /// Kind of the key.
    pub(super) fn of(name: &str) -> Self {
        if let Some(row) = row(name) {
            return Self::Content(row);
        }
        let among = |keys: &[&'static str]| keys.iter().copied().find(|key| *key == name);
        if let Some(key) = among(WRAPPERS) {
            return Self::Wrapper(key);
        }
        if let Some(key) = among(KEY_MATERIAL) {
            return Self::KeyMaterial(key);
        }
        match among(METADATA) {
            Some(key) => Self::Metadata(key),
            None => Self::Other(name.to_owned()),
        }
    }

    pub(super) fn key(&self) -> &str {
        match self {
            Self::Metadata(key) | Self::KeyMaterial(key) | Self::Wrapper(key) => key,
            Self::Other(key) => key,
            Self::Content(row) => row.key,
        }
    }

    /// Likelihood that this value is the content; 0 means that it is not.
    pub(super) fn rank(&self, value: RawSlice<'_>) -> u8 {
        match (self, value.as_str()) {
            (Self::Metadata(_), _) | (Self::KeyMaterial(_) | Self::Other(_), "null") => 0,
            (Self::Wrapper(_) | Self::Content(_), "null") => 1,
            (Self::KeyMaterial(_), _) => 2,
            (Self::Other(_), _) => 3,
            (Self::Content(_), "\"\"") => 4,
            (Self::Wrapper(_) | Self::Content(_), _) => 5,
        }
    }

    /// Precedence among values of one rank: of two contents the later row, so that a text next to a file is not taken
    /// for the content; of other keys the one that sorts first.
    pub(super) fn precedence(&self) -> (Option<usize>, Reverse<&str>) {
        let row = match self {
            Self::Content(row) => CONTENTS.iter().position(|other| other.key == row.key),
            _ => None,
        };
        (row, Reverse(self.key()))
    }
}

/// The row of a content key.
pub(super) fn row(name: &str) -> Option<&'static Row> {
    CONTENTS.iter().find(|row| row.key == name)
}
