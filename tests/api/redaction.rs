//! What people wrote and who they are stays out of `Debug` and of every error.

use std::collections::BTreeMap;

use whatsapp_webhooks::{Event, Provider};

use crate::support::all_fixtures;
use crate::support::json::Json;

/// Texts that say what an item is, which a log has to show where something new came: shown without the digits of a
/// number.
pub(crate) const WORDS: &[(&str, &str)] = &[(
    "the provider's word for the kind, state or direction of an item",
    "event event_name field messageStubType messageType object status type",
)];

/// Texts that `Debug` shows by choice, but without their digits: why, and where they stand.
pub(crate) const MASKED: &[(&str, &str)] = &[
    (
        "errors and reasons as the provider words them",
        "alert_description description error error_code error_data.details error_message errors \
         errors.details errors.error_data errors.message errors.title error.message error.reason \
         error.title message reason recommendation rejection_reason \
         rejection_reasons remediation other_info.title messageStubParameters warning \
         error.href errors.href",
    ),
    (
        "words of the provider that this version does not know",
        "action alert_severity alert_state alert_status alert_type category \
         category_appeal_status chat_type callType chattype click_component correct_category current_limit \
         decision direction entity_type initiated_by join_approval_mode message_creation_type \
         message_status message_template_button_type message_template_category msg_status \
         new_category new_owner_role new_quality_score new_status old_limit old_status \
         action_type context externalAdReply.mediaType externalAdReply.sourceType media_type \
         method origin payload.ackName previous_category previous_owner_app_role \
         previous_owner_role previous_quality_score pricing_category pricing_model pricing_type \
         provider_name response response_source restriction_type sdp_type solution_status \
         source_type speed_processed pricing.subtype user_preferences.value violation_type \
         waba_ban_state",
    ),
];

/// Texts that `Debug` shows by choice: why, and where they stand.
pub(crate) const SHOWN: &[(&str, &str)] = &[
    (
        "ids of accounts, files, products and payments: what a log is searched for",
        "control_passed.new_owner_app_id control_passed.previous_owner_app_id custom_data.value contextInfo.entryPointConversionApp \
         eventInviteMessage.eventId paymentReminderMessage.reminderId splitPaymentMessage.splitId \
         groups.group_id groups.join_request_id groups.request_id \
         accountID agentID button_reply.id audio.id builderID campaign.id catalog_id conversation.id \
         document.id entry.id image.id inboxID instance instance.name instanceName key.id list_reply.id \
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
        "callOutcome channel_type country_code currency currencyCode daily_limit mime_type \
         mimetype online_extra_info amount.value error.code language.code product_items.item_price \
         product_items.quantity contextInfo.conversionSource contextInfo.entryPointConversionSource \
         unsupported.raw_type requestPaymentMessage.currencyCodeIso4217 totalCurrencyCode \
         whatsapp_extra_info",
    ),
    (
        "ids of businesses, numbers, templates and flows, and what a business named its templates",
        "ad_account_id ad_account_linked business_id client_business_id configuration_name entity_id \
         message_template_id message_template_name owner_business_id partner_app_id provider_mid \
         solution_id solution_partner_business_ids waba_id",
    ),
    (
        "what Meta says of an account, a number, a template or a flow",
        "country disable_date effective_month error_type max_daily_conversations_per_business \
         message_template_button_url message_template_language region tier \
         waba_ban_date",
    ),
    (
        "where a file is, and its digests",
        "document.link image.link directPath fileEncSha256 fileEncSha256.data fileSHA256 fileEncSHA256 fileSha256 file_url \
         image.url sha256 url URL mediaURL sourceURL thumbnailURL",
    ),
    (
        "ids of events and payments, and the app with the ad",
        "contextInfo.entryPointConversionApp eventInviteMessage.eventId paymentReminderMessage.reminderId \
         splitPaymentMessage.splitId session",
    ),
    (
        "the business's own advertisement, and the click on it",
        "click_id ctwaClid ctwa_clid image_url ref referral.thumbnail_url referral.video_url sourceApp \
         sourceId sourceUrl source_id source_url thumbnailUrl tracking_token",
    ),
];

/// A number in letters, as texts are also shown without their digits.
fn letters(number: usize) -> String {
    let digits = format!("{number:05}");
    let letters = digits.bytes().map(|digit| digit - b'0' + b'a');
    letters.map(char::from).collect()
}

/// A marker in the place of a text: digits where a number stands, so that it is read as one.
pub(crate) fn marker(number: usize, text: &str) -> String {
    let (user, server) = text
        .split_once('@')
        .map_or((text, ""), |(user, _)| (user, &text[user.len()..]));
    let digits = user.strip_prefix('+').unwrap_or(user);
    if digits.len() >= 8 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return format!("4{number:05}7771234{server}");
    }
    format!("Zq{}x{number:05}7771234{server}", letters(number))
}

/// What of a marker may not be seen: the last four characters of a number may, and its letters where a text is shown
/// without its digits.
pub(crate) fn hidden(number: usize) -> [String; 2] {
    [
        format!("{number:05}7771"),
        format!("Zq{}x", letters(number)),
    ]
}

/// The last two keys on the way to a place.
pub(crate) fn at(tree: &Json, place: &[usize]) -> String {
    let above: Vec<&str> = (1..=place.len())
        .filter_map(|depth| tree.at(&place[..depth]).0)
        .collect();
    above[above.len().saturating_sub(2)..].join(".")
}

/// The places in a table of exemptions: a key, or the last two keys.
pub(crate) fn places(table: &[(&str, &'static str)]) -> impl Iterator<Item = &'static str> {
    table.iter().flat_map(|(_, keys)| keys.split_whitespace())
}

/// The place in a table that these last two keys fall under.
pub(crate) fn exemption(table: &[(&str, &'static str)], at: &str) -> Option<&'static str> {
    let key = at.rsplit('.').next();
    places(table).find(|shown| *shown == at || Some(*shown) == key)
}

/// A fixture with markers for texts, and where each stands: the last two keys.
fn marked(tree: &Json) -> (Json, BTreeMap<usize, String>) {
    let (mut marked, mut keys) = (tree.clone(), BTreeMap::new());
    for place in tree.places() {
        let Json::Text(text) = tree.at(&place).1 else {
            continue;
        };
        let at = at(tree, &place);
        // The id of a group is nobody's number.
        let is_shown = [SHOWN, MASKED, WORDS]
            .iter()
            .any(|table| exemption(table, &at).is_some());
        if !is_shown && !text.ends_with("@g.us") {
            let number = keys.len();
            marked = marked.replaced(&place, &Json::text(&marker(number, text)));
            keys.insert(number, at);
        }
    }
    (marked, keys)
}

/// Cases: N04.
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

/// Cases: N02.
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
                if tree
                    .at(&place)
                    .0
                    .is_some_and(|key| exemption(WORDS, key).is_some())
                {
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

/// Cases: N04.
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
            if tree
                .at(&place)
                .0
                .is_some_and(|key| exemption(WORDS, key).is_some())
            {
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
