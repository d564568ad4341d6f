//! Tests of `schema/event.json` with a validator: `cargo test -p event-schema`.
