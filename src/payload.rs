//! Types shared by the wire types of all providers: lists, and parts that are not parsed yet.
//!
//! The wire types themselves are in the `payload` module of each provider. [`Raw::read`](crate::types::Raw::read)
//! reads the bytes of an event as one of them.

use std::borrow::Cow;

use crate::error::DecodeError;
use crate::json::{self, Fault, Wire};
pub use crate::json::{IntoIter, List, RawSlice};

/// A wire type: a struct for one JSON object of a provider, from `meta::payload`, `whatzmeapi::payload` or another
/// `payload` module.
///
/// Implemented by all structs of these modules, and sealed.
pub trait WireType<'a>: sealed::Sealed + Sized {
    #[doc(hidden)]
    fn read(json: &'a str) -> Result<Self, DecodeError>;
}

pub(crate) mod sealed {
    /// Prevents implementations of [`WireType`](super::WireType) outside this crate.
    #[allow(unnameable_types, reason = "it seals a trait")]
    pub trait Sealed {}
}

/// Reads a document that is not part of a body.
pub(crate) fn read<'a, T: Wire<'a>>(json: &'a str) -> Result<T, DecodeError> {
    let start = json.len().saturating_sub(json.trim_ascii_start().len());
    let text = json.trim_ascii();
    json::read(RawSlice::new(text, start)).map_err(|error| {
        // Text that is not JSON reads like an object without keys, so check it to find the position.
        let error = json::fault_of(text, start)
            .filter(|_| text.starts_with('{'))
            .unwrap_or(error);
        let (line, column) = json::position(json.as_bytes(), error.at);
        let reason = match error.fault {
            Fault::Envelope => "expected an object",
            Fault::Syntax | Fault::Truncated | Fault::Trailing => "expected JSON",
            _ => "text that cannot be decoded",
        };
        DecodeError {
            path: String::new(),
            reason: Cow::Borrowed(reason),
            line,
            column,
        }
    })
}

#[cfg(test)]
mod tests {
    use crate::meta::payload::Location;
    use crate::types::Raw;

    #[test]
    fn bytes_are_read_as_the_wire_type_or_the_place_is_told() {
        let raw = Raw::from(r#" {"latitude":"1.5","name":"Casa","latitude":2}"#);
        let location: Location<'_> = raw.read().unwrap();
        assert_eq!(location.name.as_deref(), Some("Casa"));
        for (text, told) in [
            ("", "expected an object (line 1, column 1)"),
            ("\n[]", "expected an object (line 2, column 1)"),
            ("{\n\"name\":Zq", "expected JSON (line 2, column 8)"),
            (r#"{"name":"a"}{}"#, "expected JSON (line 1, column 13)"),
        ] {
            let error = Raw::from(text).read::<Location<'_>>().unwrap_err();
            assert_eq!(error.to_string(), told, "{text}");
        }
        let error = Raw::from(vec![0xff]).read::<Location<'_>>().unwrap_err();
        assert_eq!(error.reason, "expected UTF-8");
    }
}
