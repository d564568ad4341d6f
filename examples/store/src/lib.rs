//! Events in SQLite, and decryption of media: the code and the SQL that the cookbook shows.
//!
//! The tests run every statement, and check that the pages under `docs/cookbook` show exactly this text.

mod decrypt;
mod store;

pub use self::decrypt::decrypt;
pub use self::store::{StoreError, account, keep};
