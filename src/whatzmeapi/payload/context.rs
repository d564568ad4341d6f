//! What a message refers to, and what it is wrapped in.

use std::borrow::Cow;

use super::key::Key;
use crate::json::{RawSlice, wire};

wire! {
    /// What a content refers to; a quote only where `stanzaId` or `quotedMessage` is there.
    pub struct ContextInfo<'a> {
        /// Id of the quoted message.
        pub stanza_id "stanzaId": Option<Cow<'a, str>> = id,
        /// Author of the quoted message.
        pub participant: Option<Cow<'a, str>> = id,
        /// Chat of the quoted message, where it is another one.
        pub remote_jid "remoteJid": Option<Cow<'a, str>> = id,
        /// Content of the quoted message, often cut down; never read on.
        pub quoted_message "quotedMessage": Option<RawSlice<'a>> = raw,
        /// People mentioned.
        pub mentioned_jid "mentionedJid": Vec<Cow<'a, str>> = texts,
        /// Forwarded.
        pub is_forwarded "isForwarded": Option<bool> = flag,
        /// How often.
        pub forwarding_score "forwardingScore": Option<i64> = int,
        /// Seconds until the message disappears.
        pub expiration: Option<i64> = int,
        /// Ad that led here.
        pub external_ad_reply "externalAdReply": Option<Box<ExternalAdReply<'a>>> = boxed,
        /// Campaign system that the conversion is counted for.
        pub conversion_source "conversionSource": Option<Cow<'a, str>> = text,
        /// Where the chat was begun.
        pub entry_point_conversion_source "entryPointConversionSource": Option<Cow<'a, str>> = text,
        /// App in which the chat was begun.
        pub entry_point_conversion_app "entryPointConversionApp": Option<Cow<'a, str>> = text,
        /// Data of the click on an ad: bytes.
        pub ctwa_payload "ctwaPayload": Option<RawSlice<'a>> = raw,
        /// Channel that it was forwarded from.
        pub forwarded_newsletter_message_info "forwardedNewsletterMessageInfo": Option<Box<ForwardedNewsletterMessageInfo<'a>>> = boxed,
    }

    /// Channel that a message was forwarded from.
    pub struct ForwardedNewsletterMessageInfo<'a> {
        /// Channel.
        pub newsletter_jid "newsletterJid": Option<Cow<'a, str>> = id,
        /// Its name.
        pub newsletter_name "newsletterName": Option<Cow<'a, str>> = text,
        /// Number of the message in the channel.
        pub server_message_id "serverMessageId": Option<Cow<'a, str>> = id,
    }

    /// What stands beside a content: keys of devices, and the album it belongs to.
    pub struct MessageContextInfo<'a> {
        /// Message that this one belongs to.
        pub message_association "messageAssociation": Option<Box<MessageAssociation<'a>>> = boxed,
        /// Seconds until a pin ends.
        pub message_add_on_duration_in_secs "messageAddOnDurationInSecs": Option<i64> = int,
    }

    /// Message that another one belongs to.
    pub struct MessageAssociation<'a> {
        /// `MEDIA_ALBUM` 1, and others.
        pub association_type "associationType": Option<Cow<'a, str>> = id,
        /// That message.
        pub parent_message_key "parentMessageKey": Option<Key<'a>> = object,
    }

    /// Ad that led to a message.
    pub struct ExternalAdReply<'a> {
        /// Headline.
        pub title: Option<Cow<'a, str>> = text,
        /// Text.
        pub body: Option<Cow<'a, str>> = text,
        /// `NONE`, `IMAGE`, `VIDEO`, or 0 to 2.
        pub media_type "mediaType": Option<Cow<'a, str>> = text,
        /// Address of the still.
        pub thumbnail_url "thumbnailUrl": Option<Cow<'a, str>> = text,
        /// Address of the picture or video.
        pub media_url "mediaUrl": Option<Cow<'a, str>> = text,
        /// `ad`.
        pub source_type "sourceType": Option<Cow<'a, str>> = text,
        /// Id of the ad.
        pub source_id "sourceId": Option<Cow<'a, str>> = id,
        /// Address of the ad.
        pub source_url "sourceUrl": Option<Cow<'a, str>> = text,
        /// App it was shown in.
        pub source_app "sourceApp": Option<Cow<'a, str>> = text,
        /// Id of the click.
        pub ctwa_clid "ctwaClid": Option<Cow<'a, str>> = id,
        /// Reference that the ad carried.
        pub r#ref "ref": Option<Cow<'a, str>> = text,
        /// Greeting that the ad showed.
        pub greeting_message_body "greetingMessageBody": Option<Cow<'a, str>> = text,
    }

    /// What stands around another content: `ephemeralMessage`, `viewOnceMessage`, `deviceSentMessage` …
    pub struct Wrapper<'a> {
        /// Content by its key.
        pub message: Option<RawSlice<'a>> = raw,
        /// Real chat of a `deviceSentMessage`.
        pub destination_jid "destinationJid": Option<Cow<'a, str>> = id,
        /// Message that a `commentMessage` is about.
        pub target_message_key "targetMessageKey": Option<Key<'a>> = object,
    }
}
