//! `cargo +nightly fuzz run parse fuzz/corpus/parse fuzz/seeds/parse fixtures/meta`
#![no_main]

libfuzzer_sys::fuzz_target!(|body: &[u8]| whatsapp_webhooks_fuzz::parse(body));
