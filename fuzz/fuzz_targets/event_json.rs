//! `cargo +nightly fuzz run event_json fuzz/corpus/event_json fixtures/meta`
#![no_main]

libfuzzer_sys::fuzz_target!(|body: &[u8]| whatsapp_webhooks_fuzz::event_json(body));
