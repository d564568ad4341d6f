//! The keys of a message: contents and their readers, wrappers, metadata.

use super::content::Part;
use super::{about, commerce, media, offered, place, poll, replies};
use crate::collector::Problem;
use crate::event::Content;
use crate::json::RawSlice;

/// A content key and what reads its value.
pub(super) struct Row {
    pub(super) key: &'static str,
    /// Place of its value in the item.
    pub(super) place: &'static str,
    pub(super) read: for<'a> fn(&mut Part<'a>) -> Result<Content, Problem>,
}

macro_rules! contents {
    ($($key:literal => $read:path,)*) => {
        &[$(Row { key: $key, place: concat!("message.", $key), read: $read },)*]
    };
}

/// Content keys.
const CONTENTS: &[Row] = contents! {
    "conversation" => media::text,
    "extendedTextMessage" => media::text,
    "imageMessage" => media::image,
    "videoMessage" => media::video,
    "ptvMessage" => media::video_note,
    "audioMessage" => media::audio,
    "documentMessage" => media::document,
    "stickerMessage" => media::sticker,
    "stickerPackMessage" => media::sticker,
    "albumMessage" => media::album,
    "reactionMessage" => about::reaction,
    "encReactionMessage" => about::reaction,
    "pinInChatMessage" => about::pin,
    "keepInChatMessage" => about::keep,
    "protocolMessage" => about::protocol,
    "secretEncryptedMessage" => about::secret,
    "encEventResponseMessage" => about::secret,
    "requestPhoneNumberMessage" => about::notice,
    "placeholderMessage" => about::notice,
    "locationMessage" => place::location,
    "liveLocationMessage" => place::live_location,
    "contactMessage" => place::contact,
    "contactsArrayMessage" => place::contacts,
    "pollCreationMessage" => poll::poll,
    "pollCreationMessageV2" => poll::poll,
    "pollCreationMessageV3" => poll::poll,
    "pollCreationMessageV5" => poll::poll,
    "pollResultSnapshotMessage" => poll::poll,
    "pollResultSnapshotMessageV3" => poll::poll,
    "pollUpdateMessage" => poll::vote,
    "eventMessage" => poll::calendar_event,
    "scheduledCallCreationMessage" => poll::scheduled_call,
    "scheduledCallEditMessage" => poll::scheduled_call,
    "callLogMesssage" => poll::call_log,
    "call" => poll::call_log,
    "bcallMessage" => poll::call_log,
    "groupInviteMessage" => poll::invite,
    "newsletterAdminInviteMessage" => poll::invite,
    "newsletterFollowerInviteMessageV2" => poll::invite,
    "buttonsMessage" => offered::buttons,
    "listMessage" => offered::list,
    "templateMessage" => offered::template,
    "highlyStructuredMessage" => offered::structured,
    "interactiveMessage" => offered::interactive,
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
};

/// Keys that hold another content in their `message`.
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
];

/// What devices say of the content beside it.
pub(super) const CONTEXT_INFO: &str = "messageContextInfo";

/// Address of the file that the gateway decrypted. Evolution.
pub(super) const MEDIA_URL: &str = "mediaUrl";

/// What the gateway heard in a voice message. Evolution.
pub(super) const SPEECH: &str = "speechToText";

/// The file itself, decrypted by a gateway.
pub(super) const DATA: &str = "base64";

/// Keys of metadata beside the content.
const METADATA: &[&str] = &[CONTEXT_INFO, MEDIA_URL, SPEECH, DATA];

/// Keys of what members of a group exchange to write to each other; alone they are a notice.
const KEY_MATERIAL: &[&str] = &[
    "senderKeyDistributionMessage",
    "fastRatchetKeySenderKeyDistributionMessage",
];

/// What a key stands for, from the least to the most likely content.
pub(super) enum Kind {
    Metadata(&'static str),
    KeyMaterial(&'static str),
    Other(String),
    Wrapper(&'static str),
    Content(&'static Row),
}

impl Kind {
    /// What the key stands for.
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

    /// How likely this value is the content; 0 is not at all.
    pub(super) fn rank(&self, value: RawSlice<'_>) -> u8 {
        match (self, value.as_str()) {
            (Self::Metadata(_), _) | (_, "null") => 0,
            (Self::KeyMaterial(_), _) => 1,
            (Self::Other(_), _) => 2,
            (Self::Content(_), "\"\"") => 3,
            (Self::Wrapper(_) | Self::Content(_), _) => 4,
        }
    }
}

/// The row of a content key.
pub(super) fn row(name: &str) -> Option<&'static Row> {
    CONTENTS.iter().find(|row| row.key == name)
}
