//! Every fixture gives exactly its golden.
//!
//! `BLESS=1 cargo test --test golden` writes the goldens anew; read what changed before you commit it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test"
)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

use whatsapp_webhooks::{Event, Provider};

/// Declares the cases: the line is the test's name and the fixture's.
macro_rules! cases {
    ($($provider:ident: [$($case:ident,)*])*) => {
        $(mod $provider {
            $(#[test]
            fn $case() {
                super::check(stringify!($provider), stringify!($case));
            })*
        })*

        const CASES: &[(&str, &[&str])] = &[$((stringify!($provider), &[$(stringify!($case)),*])),*];
    };
}

cases! {
    meta: [
        account_update_partner_added,
        address_reply,
        audio_plain,
        audio_voice,
        batch_item_is_string,
        batch_one_malformed,
        batch_section_1_2,
        button,
        call_permission_reply,
        call_status_in_messages,
        change_is_null,
        contacts_card,
        contacts_request_answer,
        document,
        document_without_filename,
        edit_image_caption,
        empty_entry,
        entry_twice,
        ephemeral_type,
        flow_reply,
        image_with_caption,
        image_with_url,
        interactive_button_reply,
        interactive_list_reply,
        location_as_strings,
        location_pin,
        location_venue,
        mixed_value,
        object_instagram,
        one_object_for_lists,
        order,
        payment_status,
        reaction,
        reaction_misspelled_key,
        reaction_removed_absent,
        reaction_removed_empty,
        request_welcome,
        revoke,
        standby_messages,
        status_callback_data,
        status_delivered,
        status_failed_131026_flat_errors,
        status_failed_131047,
        status_group_participants,
        status_hidden_number,
        status_played,
        status_read,
        status_sent_conversation,
        status_sent_pmp,
        status_unknown_word,
        status_uppercase,
        status_with_contacts,
        sticker_animated,
        system_customer_identity_changed,
        system_user_changed_number,
        system_user_changed_user_id,
        text,
        text_business_id_order,
        text_contacts_after_messages,
        text_dashboard_test,
        text_deep_unknown_part,
        text_duplicate_keys,
        text_empty_body,
        text_forwarded,
        text_frequently_forwarded,
        text_from_ad,
        text_group,
        text_hidden_number,
        text_lone_surrogate,
        text_no_contacts,
        text_null_everywhere,
        text_number_as_strings_and_strings_as_numbers,
        text_product_inquiry,
        text_raw_utf8_pretty,
        text_reply,
        text_unicode_escaped,
        text_username,
        type_missing_inferred,
        unknown_field,
        unknown_legacy,
        unknown_message_type,
        unsupported_poll,
        user_actions,
        value_errors_only,
        value_missing,
        value_null,
        video,
    ]
    engage: [
        campaign_null,
        delivered,
        error_as_object,
        error_as_string,
        error_code_and_message,
        error_plain,
        error_with_errors_array,
        escaped_unicode,
        event_name_missing,
        extra_keys,
        failed_synonym,
        msg_status_fallback_key,
        other_channel,
        other_event_name,
        pretty_unicode,
        read,
        recipient_integer_plus,
        sender_placeholder_text,
        sent,
        status_unknown_word,
        status_uppercase,
        timestamp_empty,
        timestamp_integer,
        timestamp_millis,
    ]
    whatzmeapi: [
        album,
        audio_voice_note,
        batch_one_malformed,
        buttons_response,
        call_log,
        connection_update,
        contact,
        contacts_array,
        content_keys_order,
        device_sent,
        document_with_caption_wrapper,
        edit,
        edited_wrapper,
        event_message,
        group_invite,
        image_group_lid,
        image_node_buffers,
        image_plain_dump,
        keep,
        key_distribution_only,
        list_response,
        live_location,
        location,
        messages_and_statuses,
        messages_delete,
        messages_empty,
        messages_reaction,
        native_flow_response,
        order,
        pin,
        poll_creation,
        poll_update,
        product,
        reaction,
        reaction_removed_absent,
        reaction_removed_empty,
        receipt_update,
        revoke,
        seed_statuses,
        seed_text,
        status_error_envelope,
        sticker_animated,
        stub_ciphertext,
        stub_group_add,
        stub_missed_call,
        template_button_reply,
        text_baileys_verbatim,
        text_codechat,
        text_data_array_uppercase_event,
        text_evolution,
        text_extended_with_quote,
        text_from_ad,
        text_from_me,
        text_group_lid,
        text_mentions_forwarded,
        text_pretty_unicode,
        text_wasender_object,
        text_wrapped_data_messages,
        timestamp_long,
        timestamp_millis,
        timestamp_missing,
        unknown_content_key,
        unknown_event,
        update_baileys_array,
        update_codechat,
        update_evolution,
        update_failed_479,
        update_generic_datetime,
        update_key_status,
        update_single_object,
        update_starred_only,
        update_words_and_numbers,
        video_gif,
        video_note_ptv,
        view_once_in_ephemeral,
    ]
    cooby: [
        both_spellings_equal,
        current_group_image,
        current_individual_received,
        current_pdf_sent,
        current_revoked,
        damaged_chat_id_no_underscore,
        damaged_keys,
        escaped_unicode,
        extra_keys,
        flat_sender,
        legacy_group_id,
        message_as_string_id_integer,
        message_missing,
        mixed_spellings,
        no_participants,
        old_version_image,
        old_version_text,
        peer_first_in_pair,
        phone_integers_and_plus,
        text_null_file_url_null,
        timestamp_in_message,
        timestamp_integer,
        timestamp_iso,
        timestamp_millis,
        type_audio,
        type_biz_cover_photo,
        type_buttons_response,
        type_call_log,
        type_chat,
        type_ciphertext,
        type_debug,
        type_document,
        type_groups_v4_invite,
        type_image,
        type_interactive,
        type_interactive_response,
        type_keep_in_chat,
        type_list,
        type_list_response,
        type_location,
        type_multi_vcard,
        type_native_flow,
        type_order,
        type_oversized,
        type_payment,
        type_pin_message,
        type_poll_creation,
        type_poll_update,
        type_product,
        type_reaction,
        type_reaction_enc,
        type_request_phone_number,
        type_revoked,
        type_status_v3,
        type_sticker,
        type_template_button_reply,
        type_unknown,
        type_unknown_word,
        type_vcard,
        type_video,
        uppercase_words,
    ]
    partner: [
        builder,
        builder_id_string,
        event_missing_prefix_builder,
        event_missing_prefix_online,
        event_missing_prefix_whatsapp,
        event_uppercase,
        extra_keys,
        future_event,
        nulls,
        online,
        online_ids_strings,
        online_partial,
        package,
        partners,
        reference_as_number,
        reference_unicode_escaped,
        response_fail_13,
        response_ok,
        sibling_v2_hook,
        whatsapp_code_string,
        whatsapp_code_unknown_word,
        whatsapp_daily_limit_tier_text,
        whatsapp_first,
        whatsapp_temporary_number,
        whatsapp_without_key,
    ]
}

fn folder(provider: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures")
        .join(provider)
}

/// What a body gives, as the golden shows it: its events, or the error.
fn golden(provider: Provider, body: &[u8]) -> String {
    let mut text = match provider.parse(body.to_vec()) {
        Ok(events) => serde_json::to_string_pretty(&events).unwrap(),
        Err(error) => serde_json::to_string_pretty(&[("error", error.to_string())]).unwrap(),
    };
    text.push('\n');
    text
}

fn check(provider: &str, case: &str) {
    let folder = folder(provider);
    let body = fs::read(folder.join(format!("{case}.json"))).unwrap();
    let actual = golden(provider.parse().unwrap(), &body);
    let path = folder.join(format!("{case}.expected.json"));
    if env::var_os("BLESS").is_some() {
        fs::write(&path, &actual).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        actual,
        expected,
        "{} is not what {case}.json gives",
        path.display()
    );
}

#[test]
fn every_fixture_has_a_case_a_golden_and_a_row_in_sources() {
    for (provider, cases) in CASES {
        let listed: BTreeSet<String> = cases.iter().map(|case| (*case).to_owned()).collect();
        let mut bodies = BTreeSet::new();
        let mut goldens = BTreeSet::new();
        for file in fs::read_dir(folder(provider)).unwrap() {
            let name = file.unwrap().file_name().into_string().unwrap();
            if let Some(case) = name.strip_suffix(".expected.json") {
                goldens.insert(case.to_owned());
            } else if let Some(case) = name.strip_suffix(".json") {
                bodies.insert(case.to_owned());
            } else {
                assert_eq!(name, "SOURCES.md", "a stray file in {provider}");
            }
        }
        assert_eq!(listed, bodies, "cases and fixtures of {provider}");
        assert_eq!(goldens, bodies, "goldens and fixtures of {provider}");
        let sources = fs::read_to_string(folder(provider).join("SOURCES.md")).unwrap();
        for case in &bodies {
            let row = format!("| {case}.json |");
            assert_eq!(
                sources.matches(&row).count(),
                1,
                "row of {case} in SOURCES.md of {provider}"
            );
        }
    }
    let providers: Vec<&str> = CASES.iter().map(|(provider, _)| *provider).collect();
    let all: Vec<&str> = Provider::ALL
        .iter()
        .map(|provider| provider.as_str())
        .collect();
    assert_eq!(providers, all);
}

#[test]
fn every_golden_reads_back_as_the_events_it_came_from() {
    for (provider, cases) in CASES {
        for case in *cases {
            let body = fs::read(folder(provider).join(format!("{case}.json"))).unwrap();
            let Ok(events) = provider.parse::<Provider>().unwrap().parse(body) else {
                continue;
            };
            let golden = folder(provider).join(format!("{case}.expected.json"));
            let read: Vec<Event> =
                serde_json::from_str(&fs::read_to_string(golden).unwrap()).unwrap();
            assert_eq!(read, events, "{provider}/{case}");
        }
    }
}
