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
        "ids of accounts, files, products and payments: what a log is searched for",
        "control_passed.new_owner_app_id control_passed.previous_owner_app_id custom_data.value contextInfo.entryPointConversionApp \
         eventInviteMessage.eventId paymentReminderMessage.reminderId splitPaymentMessage.splitId \
         groups.group_id groups.join_request_id groups.request_id \
         accountID agentID button_reply.id audio.id builderID campaign.id catalog_id conversation.id \
         data.id document.id entry.id image.id inboxID instance instance.name instanceName key.id list_reply.id \
         orderId payload pg_transaction_id phone_number_id productId product_id product_retailer_id \
         reference_id retailerId selectedButtonId selectedId selectedRowId sender_id sessionId \
         selectedButtonID selectedID selectedRowID sourceID instanceId hydratedFourRowTemplate.templateId \
         sticker.id transaction.id video.id buttons.buttonId buttons.name content.elementName \
         content.fallbackLg highlyStructuredMessage.elementName highlyStructuredMessage.fallbackLg \
         hydratedTemplate.templateId forwardedNewsletterMessageInfo.newsletterJid nativeFlowInfo.name \
         content.namespace highlyStructuredMessage.namespace template.namespace quickReplyButton.id \
         requestMessageKey.id rows.rowId action.name refunds.id reply.id rows.id template.id \
         template.name voice.id value.flow_id value.requester user_preferences.signup_id",
    ),
    (
        "ids of people that are no phone numbers",
        "added_participants.input calls.to_parent_user_id calls.to_user_id message_echoes.to_parent_user_id \
         message_echoes.to_user_id parent_user_id.current parent_user_id.previous \
         system.previous_parent_user_id system.previous_user_id user_id.current user_id.previous \
         contacts.identity_key_hash from_parent_user_id from_user_id parent_user_id recipient_parent_user_id \
         recipient_participant_user_id recipient_user_id system.identity user_id identity.hash \
         message.recipient statuses.parent_recipient_user_id statuses.recipient_identity_key_hash \
         statuses.recipient_participant_parent_user_id",
    ),
    (
        "what the reseller or the business named itself",
        "builder_reference builder_url campaign.name nativeFlowResponseMessage.name nfm_reply.name \
         NativeFlowResponseMessage.name interactiveResponseMessage.name \
         online_reference server whatsapp_reference",
    ),
    (
        "words of the provider, and codes",
        "callOutcome callType channel_type country_code currency currencyCode daily_limit mime_type \
         mimetype online_extra_info amount.value error.code language.code product_items.item_price \
         product_items.quantity contextInfo.conversionSource contextInfo.entryPointConversionSource \
         unsupported.raw_type requestPaymentMessage.currencyCodeIso4217 totalCurrencyCode \
         whatsapp_extra_info",
    ),
    (
        "ids of businesses, numbers, templates and flows, and what a business named its templates",
        "ad_account_id ad_account_linked business_id client_business_id configuration_name entity_id flow_id \
         message_template_id message_template_name owner_business_id partner_app_id provider_mid \
         provider_name requester signup_id solution_id solution_partner_business_ids waba_id",
    ),
    (
        "what Meta says of an account, a number, a template or a flow",
        "alert_description alert_severity alert_state alert_status alert_type category_appeal_status \
         correct_category country current_limit decision description disable_date effective_month \
         entity_type error_type initiated_by max_daily_conversations_per_business \
         message_template_button_type message_template_button_url message_template_category \
         message_template_language new_category new_quality_score new_status old_limit old_status \
         other_info.title previous_category previous_quality_score pricing_category recommendation \
         region rejection_reason rejection_reasons remediation restriction_type solution_status tier \
         user_preferences.value value.context violation_type waba_ban_date waba_ban_state warning",
    ),
    (
        "where a file is, and its digests",
        "document.link image.link directPath fileEncSha256 fileEncSha256.data fileSHA256 fileEncSHA256 fileSha256 file_url \
         image.url sha256 url URL mediaURL sourceURL thumbnailURL",
    ),
    (
        "ids of events and payments, and the app with the ad",
        "contextInfo.entryPointConversionApp eventInviteMessage.eventId paymentReminderMessage.reminderId \
         splitPaymentMessage.splitId payload.ackName session",
    ),
    (
        "the business's own advertisement, and the click on it",
        "click_id ctwaClid ctwa_clid image_url ref referral.thumbnail_url referral.video_url sourceApp \
         sourceId sourceUrl source_id source_url thumbnailUrl tracking_token",
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

/// What `Debug` shows of the events of a body.
fn shown(provider: Provider, body: &str) -> String {
    let events = provider.parse(body.to_owned()).unwrap();
    assert!(!events.is_empty());
    format!("{events:?} {events:#?}")
}

#[test]
fn numbers_inside_other_texts_are_not_shown() {
    let meta = |list: &str| {
        format!(
            r#"{{"object":"whatsapp_business_account","entry":[{{"id":"1","changes":[{{"field":"messages","value":{{{list}}}}}]}}]}}"#
        )
    };
    for (provider, body, kept) in [
        (
            Provider::Meta,
            meta(
                r#""statuses":[{"id":"a","status":"failed","recipient_id":"1","errors":[{"code":131030,
                "message":"(#131030) +52 155 5215533007711 not in allowed list","error_data":{"details":"to 5215533007711"}}]}]"#,
            ),
            "not in allowed list",
        ),
        (
            Provider::Meta,
            meta(r#""errors":[{"code":1,"title":"no 5215533007711"}]"#),
            "no *************",
        ),
        (
            Provider::WhatzMeApi,
            r#"{"event":"call","data":[{"id":"C","from":"1@lid","status":"offer","isGroup":true,"groupJid":"5215533007711-1415812345@g.us"}]}"#.to_owned(),
            "-1415812345@g.us",
        ),
        (
            Provider::WhatzMeApi,
            r#"{"event":"group.participants.update","data":{"id":"5215533007711-1415812345@g.us","action":"add","participants":["1@lid"]}}"#.to_owned(),
            "-1415812345@g.us",
        ),
        (
            Provider::Cooby,
            r#"{"direction":"sent","user_phone":"+5215533007711 ext 3","message":{"type":"chat","text":"x"}}"#.to_owned(),
            "…xt 3",
        ),
    ] {
        let shown = shown(provider, &body);
        for number in ["5215533007711", "521553300", "55330077", "155 52", "3007711 "] {
            assert!(!shown.contains(number), "{number}: {shown}");
        }
        assert!(shown.contains(kept), "{kept}: {shown}");
    }
}

#[test]
fn ids_of_messages_show_their_end() {
    // The number stands in the id, in base64.
    let body = r#"{"event_name":"msg_status","message_id":"wamid.HRgMNTQxMTU1NTAwMTAxFQIAERgSOUE0MUMwREU3N0IzMDAxMDAzAA==","message_status":"read"}"#;
    let shown = shown(Provider::Engage, body);
    assert!(
        shown.contains("…MDAzAA==") && !shown.contains("NTQxMTU1NTAw"),
        "{shown}"
    );
}

#[test]
fn control_characters_are_escaped() {
    let odd = r"x\u001b[2J\r\nERROR \u0007";
    let mut seen = 0;
    for fixture in all_fixtures() {
        let tree = fixture.tree();
        for place in tree.places() {
            let Json::Text(text) = tree.at(&place).1 else {
                continue;
            };
            if tree.at(&place).0.is_some_and(|key| WORDS.contains(&key)) {
                continue;
            }
            // At both ends, as some fields show their end only.
            let text = Json::text(text).to_string();
            let quoted = format!("\"{odd}{}{odd}\"", text.trim_matches('"'));
            let body = tree.replaced(&place, &Json::parse(&quoted)).to_string();
            for event in fixture.provider.parse(body).into_iter().flatten() {
                let shown = format!("{event:?}");
                assert!(
                    !shown.contains(char::is_control),
                    "{}: {shown}",
                    fixture.place()
                );
                seen += usize::from(shown.contains("\\u{7}"));
            }
        }
    }
    assert!(seen > 500, "{seen}");
}
