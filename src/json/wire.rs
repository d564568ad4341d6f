//! The table of wire types: one line for each key a provider sends.

/// Declares wire types and reads them in one pass.
///
/// A field is a line: name, JSON key where it differs, type, and the getter of [`super::get`] that holds
/// the rules for its values. Other keys are skipped; the getter decides about a repeated key. After `#![any_case]` a
/// key that is not listed is also a field's if it differs in case only.
macro_rules! wire {
    (#![any_case] $($types:tt)*) => { $crate::json::wire!(@types [any_case] $($types)*); };
    (@types $case:tt $(
        $(#[$attribute:meta])*
        $visibility:vis struct $name:ident<$a:lifetime> {
            $(
                $(#[$field_attribute:meta])*
                pub $field:ident $($key:literal)? : $type:ty = $getter:ident,
            )*
        }
    )*) => {$(
        $(#[$attribute])*
        #[derive(Clone, Default, PartialEq, serde::Serialize)]
        #[non_exhaustive]
        $visibility struct $name<$a> {
            $(
                $(#[$field_attribute])*
                #[serde(skip_serializing_if = "crate::types::Absent::is_absent")]
                $(#[serde(rename = $key)])?
                pub $field: $type,
            )*
        }

        impl<$a> $crate::json::Wire<$a> for $name<$a> {
            fn fill(&mut self, reader: &mut $crate::json::Reader<$a>) -> $crate::json::Result<()> {
                #[allow(non_camel_case_types, reason = "named after the fields")]
                enum Key { $($field,)* _Other }
                let mut key = reader.first_key()?;
                loop {
                    let known = match key {
                        None => return Ok(()),
                        $(Some($crate::json::wire!(@key $field $($key)?)) => Key::$field,)*
                        Some(_other) => $crate::json::wire!(@other $case _other $($field $($key)?,)*),
                    };
                    #[cfg(any(test, feature = "report"))]
                    $crate::record::key(key, !matches!(known, Key::_Other));
                    match known {
                        $(Key::$field => $crate::json::get::$getter(reader, &mut self.$field)?,)*
                        Key::_Other => drop(reader.pass_over()?),
                    }
                    key = reader.next_key()?;
                }
            }

            fn holds(&self, key: &str) -> bool {
                match key {
                    $($crate::json::wire!(@key $field $($key)?) => !$crate::types::Absent::is_absent(&self.$field),)*
                    _ => false,
                }
            }

            fn holds_all(&self, key: &str) -> bool {
                match key {
                    $($crate::json::wire!(@key $field $($key)?) => $crate::types::Absent::is_list(&self.$field),)*
                    _ => false,
                }
            }

            fn accepts(key: &str, value: $crate::json::RawSlice<$a>) -> bool {
                let (mut wire, mut reader) = (Self::default(), $crate::json::Reader::new(value));
                let read = match key {
                    $($crate::json::wire!(@key $field $($key)?) => {
                        $crate::json::get::$getter(&mut reader, &mut wire.$field)
                    })*
                    _ => return false,
                };
                read.is_ok() && wire.holds(key)
            }
        }

        impl $crate::payload::sealed::Sealed for $name<'_> {}

        impl<$a> $crate::payload::WireType<$a> for $name<$a> {
            fn read(json: &$a str) -> std::result::Result<Self, $crate::DecodeError> {
                $crate::payload::read(json)
            }
        }

        /// Names the keys that are present, never their values.
        impl std::fmt::Debug for $name<'_> {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let mut keys = f.debug_set();
                $(if !$crate::types::Absent::is_absent(&self.$field) {
                    keys.entry(&stringify!($field));
                })*
                keys.finish()
            }
        }

        impl<'de: $a, $a> serde::Deserialize<'de> for $name<$a> {
            fn deserialize<D: serde::Deserializer<'de>>(source: D) -> std::result::Result<Self, D::Error> {
                $crate::json::deserialize(source)
            }
        }
    )*};
    (@key $field:ident) => { stringify!($field) };
    (@key $field:ident $key:literal) => { $key };
    (@other [] $other:ident $($fields:tt)*) => { Key::_Other };
    (@other [any_case] $other:ident $($field:ident $($key:literal)?,)*) => {
        $(if $other.eq_ignore_ascii_case($crate::json::wire!(@key $field $($key)?)) {
            Key::$field
        } else)* {
            Key::_Other
        }
    };
    ($($types:tt)*) => { $crate::json::wire!(@types [] $($types)*); };
}

pub(crate) use wire;
