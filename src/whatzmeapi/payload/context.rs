//! The context of a message, and its wrappers.

use std::borrow::Cow;

use super::key::Key;
use crate::json::{RawSlice, wire};

wire! {
    #![any_case]

    /// The context of a content: quote, mentions, forwarding, ad. It is a quote only if `stanzaId` or `quotedMessage`
    /// is present.
    pub struct ContextInfo<'a> {
        /// ID of the quoted message.
        pub stanza_id "stanzaId": Option<Cow<'a, str>> = id,
        /// JID of the author of the quoted message.
        pub participant: Option<Cow<'a, str>> = id,
        /// JID of the chat of the quoted message, if it is another chat.
        pub remote_jid "remoteJid": Option<Cow<'a, str>> = id,
        /// Content of the quoted message, often shortened. It is not read any further.
        pub quoted_message "quotedMessage": Option<RawSlice<'a>> = raw,
        /// JIDs of the people mentioned.
        pub mentioned_jid "mentionedJid": Vec<Cow<'a, str>> = texts,
        /// Whether the message was forwarded.
        pub is_forwarded "isForwarded": Option<bool> = flag,
        /// How often the message was forwarded.
        pub forwarding_score "forwardingScore": Option<i64> = int,
        /// Seconds until the message disappears.
        pub expiration: Option<i64> = int,
        /// Ad that led to the message.
        pub external_ad_reply "externalAdReply": Option<Box<ExternalAdReply<'a>>> = boxed,
        /// Campaign system that counts the conversion.
        pub conversion_source "conversionSource": Option<Cow<'a, str>> = text,
        /// Entry point from which the chat was started.
        pub entry_point_conversion_source "entryPointConversionSource": Option<Cow<'a, str>> = text,
        /// App in which the chat was begun.
        pub entry_point_conversion_app "entryPointConversionApp": Option<Cow<'a, str>> = text,
        /// Data of the click on an ad: bytes.
        pub ctwa_payload "ctwaPayload": Option<RawSlice<'a>> = raw,
        /// Newsletter (channel) that the message was forwarded from.
        pub forwarded_newsletter_message_info "forwardedNewsletterMessageInfo": Option<Box<ForwardedNewsletterMessageInfo<'a>>> = boxed,
    }

    /// The newsletter (channel) that a message was forwarded from.
    pub struct ForwardedNewsletterMessageInfo<'a> {
        /// JID of the newsletter.
        pub newsletter_jid "newsletterJid": Option<Cow<'a, str>> = id,
        /// Name of the newsletter.
        pub newsletter_name "newsletterName": Option<Cow<'a, str>> = text,
        /// Number of the message in the newsletter.
        pub server_message_id "serverMessageId": Option<Cow<'a, str>> = id,
    }

    /// Metadata of a content: the album that it belongs to, and the duration of a pin.
    pub struct MessageContextInfo<'a> {
        /// Message that this one belongs to.
        pub message_association "messageAssociation": Option<Box<MessageAssociation<'a>>> = boxed,
        /// Seconds until a pin expires.
        pub message_add_on_duration_in_secs "messageAddOnDurationInSecs": Option<i64> = int,
    }

    /// The relation of a message to the one that it belongs to.
    pub struct MessageAssociation<'a> {
        /// Type of relation: `MEDIA_ALBUM` 1, and others.
        pub association_type "associationType": Option<Cow<'a, str>> = id,
        /// Key of the message that this one belongs to.
        pub parent_message_key "parentMessageKey": Option<Key<'a>> = object,
    }

    /// The ad that led to a message (click-to-WhatsApp ad).
    pub struct ExternalAdReply<'a> {
        /// Headline of the ad.
        pub title: Option<Cow<'a, str>> = text,
        /// Text of the ad.
        pub body: Option<Cow<'a, str>> = text,
        /// Type of the ad's media: `NONE`, `IMAGE`, `VIDEO`, or 0 to 2.
        pub media_type "mediaType": Option<Cow<'a, str>> = text,
        /// URL of the thumbnail.
        pub thumbnail_url "thumbnailUrl": Option<Cow<'a, str>> = text,
        /// URL of the image or video.
        pub media_url "mediaUrl": Option<Cow<'a, str>> = text,
        /// Type of source: `ad`.
        pub source_type "sourceType": Option<Cow<'a, str>> = text,
        /// ID of the ad.
        pub source_id "sourceId": Option<Cow<'a, str>> = id,
        /// URL of the ad.
        pub source_url "sourceUrl": Option<Cow<'a, str>> = text,
        /// App that the ad was shown in.
        pub source_app "sourceApp": Option<Cow<'a, str>> = text,
        /// ID of the click.
        pub ctwa_clid "ctwaClid": Option<Cow<'a, str>> = id,
        /// Reference that the advertiser put into the ad.
        pub r#ref "ref": Option<Cow<'a, str>> = text,
        /// Greeting shown with the ad.
        pub greeting_message_body "greetingMessageBody": Option<Cow<'a, str>> = text,
    }

    /// A content of a type that this crate does not know.
    pub struct OtherMessage<'a> {
        /// Key of the message that it is about.
        pub key: Option<Key<'a>> = object,
        /// Text.
        pub text: Option<Cow<'a, str>> = text,
        /// Caption.
        pub caption: Option<Cow<'a, str>> = text,
        /// Quote, mentions and forwarding: a [`ContextInfo`].
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }

    /// A content that wraps another one: `ephemeralMessage`, `viewOnceMessage`, `deviceSentMessage` and others.
    pub struct Wrapper<'a> {
        /// Wrapped content by its key.
        pub message: Option<RawSlice<'a>> = raw,
        /// JID of the actual chat of a `deviceSentMessage`.
        pub destination_jid "destinationJid": Option<Cow<'a, str>> = id,
        /// Key of the message that a `commentMessage` comments on.
        pub target_message_key "targetMessageKey": Option<Key<'a>> = object,
    }
}
