//! `cargo +nightly fuzz run jid fuzz/corpus/jid fuzz/seeds/jid`
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &[u8]| whatsapp_webhooks_fuzz::jid(text));
