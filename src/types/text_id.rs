//! IDs: opaque texts, each kind with a type of its own.

macro_rules! text_id {
    ($($(#[$attribute:meta])* $name:ident,)*) => {$(
        $(#[$attribute])*
        #[derive(
            Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
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

        /// Shows only the last eight characters of an ID with `@`, which may contain a phone number.
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                if self.0.contains('@') {
                    let skipped = self.0.chars().count().saturating_sub(8);
                    return write!(f, "…{}", self.0.chars().skip(skipped).collect::<String>());
                }
                std::fmt::Debug::fmt(&self.0, f)
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

#[cfg(test)]
mod tests {
    use super::MessageId;

    #[test]
    fn debug_hides_addresses() {
        let id = MessageId::new("false_5511900000721@c.us_3EB0C4D5E6F70000120E");
        assert_eq!(format!("{id:?}"), "…0000120E");
        assert_eq!(format!("{:?}", MessageId::new("wamid.A")), "\"wamid.A\"");
    }
}
