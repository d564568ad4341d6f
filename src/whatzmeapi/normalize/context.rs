//! The context of a message: quote, mentions, forwarding, ad.

use super::contents::bytes::base64;
use crate::collector::Collector;
use crate::event::{Channel, Context, Referral, ReferralMediaType};
use crate::json::{self, Owned, RawSlice, owned};
use crate::whatzmeapi::payload::{ContextInfo, ExternalAdReply, ForwardedNewsletterMessageInfo};

owned! {
    ForwardedNewsletterMessageInfo => Channel {
        server_message_id; newsletter_jid => id, newsletter_name => name
    }
}

/// Reads the context and the ad, each only if it is not empty.
pub(super) fn read(
    collector: &Collector<'_>,
    part: Option<RawSlice<'_>>,
) -> (Option<Box<Context>>, Option<Box<Referral>>) {
    let Some(Ok(info)) = part.map(json::read) else {
        return (None, None);
    };
    let ContextInfo {
        stanza_id,
        participant,
        remote_jid,
        quoted_message,
        mentioned_jid,
        is_forwarded,
        forwarding_score,
        expiration,
        external_ad_reply,
        conversion_source,
        entry_point_conversion_source,
        entry_point_conversion_app,
        ctwa_payload,
        forwarded_newsletter_message_info,
    } = info;
    // Without one of these two, there is no quoted message.
    let (from, chat_id) = if stanza_id.is_some() || quoted_message.is_some() {
        (participant, remote_jid)
    } else {
        (None, None)
    };
    let context = Context {
        message_id: stanza_id.owned(),
        from: from.owned(),
        chat_id: chat_id.owned(),
        quoted: quoted_message.map(|quoted| collector.raw(quoted)),
        forwarded: is_forwarded,
        frequently_forwarded: None,
        forwarding_score,
        mentions: mentioned_jid.owned(),
        referred_product: None,
        call_id: None,
        ephemeral: None,
        expiration: expiration.filter(|seconds| *seconds > 0),
        album_id: None,
        channel: forwarded_newsletter_message_info
            .map(|info| Box::new(Channel::from(*info)))
            .filter(|channel| **channel != Channel::default()),
    };
    let context = (context != Context::default()).then(|| Box::new(context));
    let mut referral = external_ad_reply.map_or_else(Referral::default, |ad| (*ad).into());
    // Where a chat was begun is often all that is said of an ad.
    referral.conversion_source = conversion_source.owned();
    referral.entry_point = entry_point_conversion_source.owned();
    referral.entry_point_app = entry_point_conversion_app.owned();
    referral.ctwa_payload = ctwa_payload.and_then(base64);
    let referral = (referral != Referral::default()).then(|| Box::new(referral));
    (context, referral)
}

impl From<ExternalAdReply<'_>> for Referral {
    fn from(ad: ExternalAdReply<'_>) -> Self {
        let ExternalAdReply {
            title,
            body,
            media_type,
            thumbnail_url,
            media_url,
            source_type,
            source_id,
            source_url,
            source_app,
            ctwa_clid,
            r#ref,
            greeting_message_body,
        } = ad;
        let media_type = media_type.and_then(|word| match &*word {
            "NONE" | "0" => None,
            "IMAGE" | "1" => Some(ReferralMediaType::Image),
            "VIDEO" | "2" => Some(ReferralMediaType::Video),
            _ => Some(word.into()),
        });
        let is_video = media_type == Some(ReferralMediaType::Video);
        let (image_url, video_url) = if is_video {
            (None, media_url.owned())
        } else {
            (media_url.owned(), None)
        };
        Self {
            source_url: source_url.owned(),
            source_id: source_id.owned(),
            source_type: source_type.owned(),
            source_app: source_app.owned(),
            body: body.owned(),
            headline: title.owned(),
            media_type,
            image_url,
            video_url,
            thumbnail_url: thumbnail_url.owned(),
            ctwa_clid: ctwa_clid.owned(),
            welcome_message: greeting_message_body.owned(),
            r#ref: r#ref.owned(),
            ..Self::default()
        }
    }
}
