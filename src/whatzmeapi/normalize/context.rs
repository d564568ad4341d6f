//! What a message refers to.

use crate::collector::Collector;
use crate::event::{Channel, Context, Referral, ReferralMediaType};
use crate::json;
use crate::json::RawSlice;
use crate::json::own;
use crate::types::MessageId;
use crate::whatzmeapi::payload::{ContextInfo, ExternalAdReply, ForwardedNewsletterMessageInfo};

/// The context and the ad; each only where it says something.
pub(super) fn context(
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
        forwarded_newsletter_message_info,
    } = info;
    // Without one of these two the rest is about no message.
    let quotes = stanza_id.is_some() || quoted_message.is_some();
    let context = Context {
        message_id: stanza_id.map(MessageId::from),
        from: own(participant.filter(|_| quotes)),
        chat_id: own(remote_jid.filter(|_| quotes)),
        quoted: quoted_message.map(|quoted| collector.raw(quoted)),
        forwarded: is_forwarded,
        frequently_forwarded: None,
        forwarding_score,
        mentions: mentioned_jid.into_iter().map(Into::into).collect(),
        referred_product: None,
        call_id: None,
        ephemeral: None,
        expiration: expiration.filter(|seconds| *seconds > 0),
        album_id: None,
        channel: forwarded_newsletter_message_info.and_then(|channel| self::channel(*channel)),
    };
    let context = (context != Context::default()).then(|| Box::new(context));
    let mut referral = external_ad_reply.and_then(|ad| referral(*ad));
    if let Some(referral) = &mut referral {
        referral.conversion_source = own(conversion_source);
        referral.entry_point = own(entry_point_conversion_source);
    }
    (context, referral)
}

fn channel(info: ForwardedNewsletterMessageInfo<'_>) -> Option<Box<Channel>> {
    let ForwardedNewsletterMessageInfo {
        newsletter_jid,
        newsletter_name,
        server_message_id,
    } = info;
    let channel = Channel {
        id: own(newsletter_jid),
        name: own(newsletter_name),
        server_message_id: own(server_message_id),
    };
    (channel != Channel::default()).then(|| Box::new(channel))
}

fn referral(ad: ExternalAdReply<'_>) -> Option<Box<Referral>> {
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
        (None, own(media_url))
    } else {
        (own(media_url), None)
    };
    let referral = Referral {
        source_url: own(source_url),
        source_id: own(source_id),
        source_type: own(source_type),
        source_app: own(source_app),
        body: own(body),
        headline: own(title),
        media_type,
        image_url,
        video_url,
        thumbnail_url: own(thumbnail_url),
        ctwa_clid: own(ctwa_clid),
        welcome_message: own(greeting_message_body),
        r#ref: own(r#ref),
        ..Referral::default()
    };
    (referral != Referral::default()).then(|| Box::new(referral))
}
