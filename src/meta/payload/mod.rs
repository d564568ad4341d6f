//! The wire types: Meta's JSON, key by key.
//!
//! They borrow from the body and can be had with `serde_json`'s `from_str` or `from_slice`. Keys keep Meta's
//! names; what is absent, `null` or of a shape that makes no sense is `None`. Parts that seldom matter stay
//! [`RawSlice`](crate::types::RawSlice).

mod content;
mod envelope;
mod interactive;
mod message;
mod status;

pub use self::content::{
    Button, Card, CardAddress, CardEmail, CardName, CardOrganization, CardPhone, CardUrl, Edit,
    Identity, Location, Media, Order, ProductItem, Reaction, Revoke, System, Text, Unsupported,
};
pub use self::envelope::{
    Change, Contact, Entry, Error, ErrorData, LinkClick, Metadata, Payload, Profile, UserAction,
    Value,
};
pub use self::interactive::{AddressResponse, CallPermissionReply, Interactive, NfmReply, Reply};
pub use self::message::{Context, Message, Product, Referral, WelcomeMessage};
pub use self::status::{
    Amount, Conversation, ConversationOrigin, Payment, PaymentError, PaymentMethod, Pricing,
    Refund, Status, Transaction,
};
