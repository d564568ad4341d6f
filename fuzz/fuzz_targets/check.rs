//! `cargo +nightly fuzz run check fuzz/corpus/check fixtures/meta`
#![no_main]

libfuzzer_sys::fuzz_target!(|body: &[u8]| whatsapp_webhooks_fuzz::check(body));
