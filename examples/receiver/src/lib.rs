//! A receiver of WhatsApp webhooks: verified, stored, answered, worked off, nothing lost.
//!
//! | module | concern |
//! |---|---|
//! | [`config`] | the configuration file, secrets, endpoints |
//! | [`intake`] | the public routes: verify, parse, store, answer |
//! | [`store`] | one SQLite file: bodies, events, keys, in one transaction for each delivery |
//! | [`queue`] | what is waiting to be handled: a table of the store, or NATS JetStream |
//! | [`worker`] | order, retries, dead letters |
//! | [`handler`] | what happens to an event: a log line, or a POST to a URL |
//! | [`page`] | the page, metrics and health, on a port of their own |
//! | [`command`] | what an operator can call |

pub mod clock;
pub mod command;
pub mod config;
pub mod entry;
pub mod handler;
pub mod health;
pub mod intake;
pub mod knobs;
pub mod mask;
pub mod metrics;
pub mod page;
pub mod queue;
pub mod retention;
pub mod serve;
pub mod store;
pub mod worker;
