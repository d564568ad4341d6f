//! What people wrote and who they are stays out of `Debug` and of every error.

use std::collections::BTreeMap;

use whatsapp_webhooks::{Event, Provider};

use crate::support::all_fixtures;
use crate::support::json::Json;

/// Keys whose texts say what an item is: without them there is nothing to print.
const WORDS: &[&str] = &[
    "action",
    "addressingMode",
    "chat_type",
    "chattype",
    "direction",
    "event",
    "event_name",
    "field",
    "message_status",
    "messageStubType",
    "messageType",
    "msg_status",
    "object",
    "status",
    "type",
];

/// Texts that `Debug` shows by choice: why, and where they stand.
const SHOWN: &[(&str, &str)] = &[
    (
        "ids of messages, accounts, chats, products and payments: what a log is searched for",
        "accountID agentID button_reply.id audio.id builderID campaign.id catalog_id \
         context.id conversation.id data.id document.id entry.id groupJid image.id inboxID \
         instance instance.name instanceName key.id keyId keys.id list_reply.id message.id message_id \
         messages.id messsage_id orderId original_message_id payload pg_transaction_id \
         phone_number_id pollCreationMessageKey.id productId product_id product_retailer_id \
         reference_id retailerId selectedButtonId selectedId selectedRowId sender_id \
         sessionId stanzaId statuses.id sticker.id transaction.id video.id \
         buttons.buttonId buttons.name content.elementName content.fallbackLg data.method \
         eventCreationMessageKey.id highlyStructuredMessage.elementName \
         highlyStructuredMessage.fallbackLg hydratedTemplate.templateId \
         newsletterAdminInviteMessage.newsletterJid \
         newsletterFollowerInviteMessageV2.newsletterJid parentMessageKey.id \
         forwardedNewsletterMessageInfo.newsletterJid nativeFlowInfo.name \
         content.namespace highlyStructuredMessage.namespace template.namespace \
         pollUpdateMessageKey.id quickReplyButton.id requestMessageKey.id rows.rowId \
         targetMessageKey.id action.name message_echoes.id refunds.id reply.id rows.id \
         template.id template.name voice.id \
         value.flow_id value.requester user_preferences.signup_id",
    ),
    (
        "ids of people that are no phone numbers",
        "from_parent_user_id from_user_id parent_user_id recipient_parent_user_id \
         recipient_participant_user_id recipient_user_id system.identity user_id \
         contacts.identity_key_hash identity.hash message.recipient \
         statuses.parent_recipient_user_id statuses.recipient_identity_key_hash \
         statuses.recipient_participant_parent_user_id",
    ),
    (
        "what the reseller or the business named itself",
        "builder_reference builder_url campaign.name nativeFlowResponseMessage.name \
         nfm_reply.name online_reference server whatsapp_reference",
    ),
    (
        "words of the provider, and codes",
        "action_type callOutcome callType call_permission_reply.response category \
         channel_type click_component country_code currency currencyCode daily_limit \
         contacts.origin mediaType media_type mime_type mimetype online_extra_info \
         amount.value error.code language.code messages.origin pricing.pricing_type \
         product_items.item_price product_items.quantity refunds.speed_processed \
         contextInfo.conversionSource contextInfo.entryPointConversionSource \
         unsupported.raw_type pricing_model user_preferences.value value.alert_state \
         value.new_status value.old_status requestPaymentMessage.currencyCodeIso4217 response_source totalCurrencyCode whatsapp_extra_info",
    ),
    (
        "errors, as the provider words them",
        "details error errors.error_data error.message error.title error_code error_message errors errors.message errors.title \
         href message messageStubParameters reason value.warning",
    ),
    (
        "where a file is, and its digests",
        "image.link directPath fileEncSha256 fileEncSha256.data fileSha256 file_url image.url sha256 url",
    ),
    (
        "ids of events and payments, and the app with the ad",
        "contextInfo.entryPointConversionApp eventInviteMessage.eventId paymentReminderMessage.reminderId \
         splitPaymentMessage.splitId payload.ackName session",
    ),
    (
        "the business's own advertisement, and the click on it",
        "click_id ctwaClid ctwa_clid image_url ref referral.thumbnail_url referral.video_url sourceApp sourceId sourceType sourceUrl \
         source_id source_type source_url thumbnailUrl tracking_token",
    ),
];

/// A marker in the place of a text: digits where a number stands, so that it is read as one.
fn marker(number: usize, text: &str) -> String {
    let (user, server) = text
        .split_once('@')
        .map_or((text, ""), |(user, _)| (user, &text[user.len()..]));
    let digits = user.strip_prefix('+').unwrap_or(user);
    if digits.len() >= 8 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return format!("4{number:05}7771234{server}");
    }
    format!("Zq{number:05}x7771234{server}")
}

/// What of a marker may not be seen: the last four characters of a number may.
fn hidden(number: usize) -> [String; 2] {
    [format!("4{number:05}777"), format!("Zq{number:05}x")]
}

/// A fixture with markers for texts, and where each stands: the last two keys.
fn marked(tree: &Json) -> (Json, BTreeMap<usize, String>) {
    let (mut marked, mut keys) = (tree.clone(), BTreeMap::new());
    for place in tree.places() {
        let Json::Text(text) = tree.at(&place).1 else {
            continue;
        };
        let above: Vec<&str> = (1..=place.len())
            .filter_map(|depth| tree.at(&place[..depth]).0)
            .collect();
        let at = above[above.len().saturating_sub(2)..].join(".");
        let key = above.last().copied().unwrap_or_default();
        let shown = (SHOWN.iter().flat_map(|(_, keys)| keys.split_whitespace()))
            .any(|shown| shown == key || shown == at);
        // The id of a group is nobody's number.
        if !WORDS.contains(&key) && !shown && !text.ends_with("@g.us") {
            let number = keys.len();
            marked = marked.replaced(&place, &Json::text(&marker(number, text)));
            keys.insert(number, at);
        }
    }
    (marked, keys)
}

#[test]
fn debug_shows_nobodys_words_names_or_numbers() {
    let mut seen = BTreeMap::new();
    for fixture in all_fixtures() {
        let (tree, keys) = marked(&fixture.tree());
        let events = fixture.provider.parse(tree.to_string()).unwrap();
        let shown = format!("{events:?} {events:#?}");
        for (number, key) in &keys {
            if hidden(*number).iter().any(|marker| shown.contains(marker)) {
                seen.entry(key.clone())
                    .or_insert_with(Vec::new)
                    .push(fixture.place());
            }
        }
    }
    assert!(seen.is_empty(), "{seen:#?}");
}

#[test]
fn errors_show_nothing_of_the_body() {
    let mut errors = 0;
    for fixture in all_fixtures() {
        let (tree, keys) = marked(&fixture.tree());
        let whole = tree.to_string();
        let mut shown = String::new();
        // As another provider's, cut off, with more behind it, and with every part of a wrong shape.
        for provider in Provider::ALL {
            if let Err(error) = provider.parse(whole.clone()) {
                shown.push_str(&format!("{error} {error:?} {error:#?}"));
                errors += 1;
            }
        }
        let half = whole.floor_char_boundary(whole.len() / 2);
        for body in [
            whole[..half].to_owned(),
            format!("{whole}x"),
            format!("{whole}\u{0}"),
        ] {
            let error = fixture.provider.parse(body).unwrap_err();
            shown.push_str(&format!("{error} {error:?}"));
            errors += 1;
        }
        for place in tree.places() {
            for other in [
                r#""Zq99999x""#,
                r#"{"Zq99999x":"Zq99999x"}"#,
                r#"["Zq99999x"]"#,
            ] {
                if tree.at(&place).0.is_some_and(|key| WORDS.contains(&key)) {
                    continue;
                }
                let body = tree.replaced(&place, &Json::parse(other)).to_string();
                for event in fixture.provider.parse(body).into_iter().flatten() {
                    if let Event::Malformed(malformed) = event {
                        let error = &malformed.error;
                        shown.push_str(&format!("{error} {error:?}"));
                        errors += 1;
                    }
                }
            }
        }
        assert!(!shown.contains("Zq99999x"), "{}", fixture.place());
        for number in keys.keys() {
            for marker in hidden(*number) {
                assert!(
                    !shown.contains(&marker),
                    "{}: {}",
                    fixture.place(),
                    keys[number]
                );
            }
        }
    }
    assert!(errors > 500, "{errors}");
}
