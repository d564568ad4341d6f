//! `cargo +nightly fuzz run endpoint fuzz/corpus/endpoint fuzz/seeds/endpoint`
#![no_main]

libfuzzer_sys::fuzz_target!(|sent: &[u8]| whatsapp_webhooks_fuzz::endpoint(sent));
