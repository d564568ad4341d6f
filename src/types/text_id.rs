//! IDs: opaque texts, each kind with a type of its own.

use std::fmt;

use super::tail;

macro_rules! text_id {
    ($($(#[$attribute:meta])* $name:ident,)*) => {$(
        $(#[$attribute])*
        #[derive(
            Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
        )]
        #[cfg_attr(
            feature = "schema",
            derive(schemars::JsonSchema),
            schemars(transform = crate::schema::described)
        )]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Creates an ID from text, unchanged.
            pub fn new(id: impl Into<String>) -> Self {
                Self(id.into())
            }

            /// Returns the ID as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }


        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                self.0 == other
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                self.0 == *other
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.to_owned())
            }
        }

        impl From<String> for $name {
            fn from(id: String) -> Self {
                Self(id)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::convert::Infallible;

            fn from_str(id: &str) -> Result<Self, Self::Err> {
                Ok(Self::from(id))
            }
        }

        /// Allows looking up an ID in a map by its text.
        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl From<std::borrow::Cow<'_, str>> for $name {
            fn from(id: std::borrow::Cow<'_, str>) -> Self {
                Self(id.into_owned())
            }
        }

        impl $crate::types::Absent for $name {}
    )*};
}

text_id! {
    /// ID of a message, such as `wamid.…`. It is opaque: compare it exactly and do not decode it.
    MessageId,
    /// Meta's ID for a business phone number: digits, but not the phone number itself.
    PhoneNumberId,
}

/// Shows its last eight characters: ids begin with a phone number, in base64 or as it is.
impl fmt::Debug for MessageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        tail(&self.0, 8, f)
    }
}

impl fmt::Debug for PhoneNumberId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_the_end_of_an_id() {
        for (id, shown) in [
            ("false_5511900000721@c.us_3EB0C4D5E6F70000120E", "…0000120E"),
            (
                "wamid.HBgLMTY1MDU1NTAxNDIVAgASGBQ5ODJEOUUzRUI5OTZGNTU5RTYzMwA=",
                "…RTYzMwA=",
            ),
            ("wamid.A", "…wamid.A"),
            ("s@abcd\nERROR", r"…cd\nERROR"),
        ] {
            assert_eq!(format!("{:?}", MessageId::new(id)), shown);
        }
        assert_eq!(format!("{:?}", PhoneNumberId::new("109")), "\"109\"");
    }
}
