//! Types shared by events and wire types: IDs, phone numbers, times, open enums and raw bytes.

mod absent;
mod code;
mod jid;
mod phone;
mod raw;
mod shown;
mod string_enum;
mod text_id;
mod timestamp;

pub(crate) use self::absent::Absent;
pub use self::code::Code;
pub use self::jid::{Jid, JidServer};
pub use self::phone::{InvalidPhoneNumber, PhoneNumber};
pub use self::raw::Raw;
#[cfg(feature = "report")]
pub(crate) use self::shown::may_hold_number;
pub(crate) use self::shown::{masked, path, tail, word};
pub use self::string_enum::UnknownText;
pub(crate) use self::string_enum::{OpenEnum, string_enum};
pub use self::text_id::{MessageId, PhoneNumberId};
pub use self::timestamp::{InvalidTimestamp, Timestamp};
