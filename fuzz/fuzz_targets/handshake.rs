//! `cargo +nightly fuzz run handshake fuzz/corpus/handshake fuzz/seeds/handshake`
#![no_main]

libfuzzer_sys::fuzz_target!(|query: &[u8]| whatsapp_webhooks_fuzz::handshake(query));
