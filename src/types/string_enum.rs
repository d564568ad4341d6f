//! Open enums: providers add values without notice, so every enum accepts unknown ones.

use std::fmt;

use super::word;

/// A value that this version does not know.
///
/// Compare it through `as_str()` of the enum, which still works if a later version has a variant for the value.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct UnknownText(Box<str>);

impl UnknownText {
    pub(crate) fn new(word: &str) -> Self {
        Self(word.into())
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// A word with as many digits as a phone number is shown without them.
impl fmt::Debug for UnknownText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        word(&self.0, f)
    }
}

/// An open enum.
pub(crate) trait OpenEnum: for<'w> From<&'w str> {
    /// Values that this version knows.
    const KNOWN: &'static [&'static str];

    /// Returns the variant of a value in exactly this spelling; `None` if there is none.
    fn exact(word: &str) -> Option<Self>;
}

/// Declares an open enum: one line for each value, with its docs, its variant and its spelling.
macro_rules! string_enum {
    ($(
        $(#[$attribute:meta])*
        $visibility:vis enum $name:ident {
            $($(#[$variant_attribute:meta])* $variant:ident = $word:literal,)+
        }
    )*) => {$(
        $(#[$attribute])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[cfg_attr(
            feature = "schema",
            derive(schemars::JsonSchema),
            schemars(transform = crate::schema::open_enum)
        )]
        #[non_exhaustive]
        $visibility enum $name {
            $(
                $(#[$variant_attribute])*
                #[cfg_attr(feature = "schema", schemars(rename = $word))]
                $variant,
            )+
            /// A value that this version does not know.
            #[cfg_attr(feature = "schema", schemars(skip))]
            Unknown($crate::types::UnknownText),
        }

        impl $name {
            /// Values that this version knows.
            $visibility const KNOWN: &'static [&'static str] = &[$($word),+];

            /// Returns the value as the provider sends it.
            #[must_use]
            $visibility fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $word,)+
                    Self::Unknown(word) => word.as_str(),
                }
            }
        }

        impl $crate::types::OpenEnum for $name {
            const KNOWN: &'static [&'static str] = Self::KNOWN;

            fn exact(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }

        impl From<&str> for $name {
            fn from(word: &str) -> Self {
                <Self as $crate::types::OpenEnum>::exact(word).unwrap_or_else(|| {
                    #[cfg(any(test, feature = "report"))]
                    $crate::record::word(stringify!($name), word);
                    Self::Unknown($crate::types::UnknownText::new(word))
                })
            }
        }

        impl From<String> for $name {
            fn from(word: String) -> Self {
                Self::from(word.as_str())
            }
        }

        impl From<std::borrow::Cow<'_, str>> for $name {
            fn from(word: std::borrow::Cow<'_, str>) -> Self {
                Self::from(&*word)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl $crate::types::Absent for $name {}

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
                let word = std::borrow::Cow::<'de, str>::deserialize(source)?;
                Ok(Self::from(&*word))
            }
        }
    )*};
}

pub(crate) use string_enum;

#[cfg(test)]
mod tests {
    string_enum! {
        /// A test enum.
        pub(super) enum Fruit {
            /// An apple.
            Apple = "apple",
        }
    }

    /// Cases: I10.
    #[test]
    fn words_survive_in_both_directions() {
        for word in ["apple", "pear", ""] {
            let fruit = Fruit::from(word);
            assert_eq!(fruit.as_str(), word);
            let json = serde_json::to_string(&fruit).unwrap();
            assert_eq!(serde_json::from_str::<Fruit>(&json).unwrap(), fruit);
        }
        assert_eq!(Fruit::from("apple"), Fruit::Apple);
        assert_eq!(Fruit::KNOWN, ["apple"]);
    }

    #[test]
    fn a_word_that_may_hold_a_number_is_shown_without_it() {
        let shown = |word| format!("{:?}", Fruit::from(word));
        assert_eq!(shown("TIER_500K"), "Unknown(\"TIER_500K\")");
        assert_eq!(shown("for 5215533007711"), "Unknown(\"for *************\")");
        assert_eq!(shown("a\n"), r#"Unknown("a\n")"#);
    }
}
