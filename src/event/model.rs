//! The table of event types: fields, their docs, and what `Debug` may show of them.

use std::fmt;

use crate::types::Raw;

/// Declares structs of the event.
///
/// A field that is absent is left out of JSON and of `Debug`, and may be left out of the JSON that is read.
/// Behind `=` stands what differs: `required` for a field without default, or what `Debug` shows of it: `text` its
/// length, `tail` its last four characters, `secret` nothing. A struct without required fields is `Default`.
macro_rules! model {
    ($(
        $(#[$attribute:meta])*
        $visibility:vis struct $name:ident { $($fields:tt)* }
    )*) => {$(
        $crate::event::model::fields! {
            model [$(#[$attribute])* $visibility $name] [] [] [] $($fields)*
        }
    )*};
}

/// Declares the structs of the variants of [`Event`](crate::Event): as [`model!`] does, with `meta` before and `raw`
/// behind the other fields, and `new`, which takes these two and the required fields between them.
macro_rules! event {
    ($(
        $(#[$attribute:meta])*
        $visibility:vis struct $name:ident { $($fields:tt)* }
    )*) => {$(
        $crate::event::model::fields! {
            event [$(#[$attribute])* $visibility $name] [] [] []
            /// Metadata common to all events.
            pub meta: $crate::event::EventMeta = required,
            $($fields)*
            /// Raw JSON of this item, exactly as received.
            pub raw: $crate::types::Raw,
        }
    )*};
}

/// Reads the fields of [`model!`] and [`event!`] one by one, as each kind of field needs other attributes: behind the
/// struct stand the required fields, the optional ones, and all of them with their attributes.
macro_rules! fields {
    (
        $kind:ident $head:tt [$($required:tt)*] $optional:tt [$($done:tt)*]
        $(#[$attribute:meta])*
        pub $field:ident : $type:ty = required,
        $($rest:tt)*
    ) => {
        $crate::event::model::fields! {
            $kind $head [$($required)* $field: $type,] $optional
            [$($done)* { $(#[$attribute])* $field: $type }]
            $($rest)*
        }
    };
    (
        $kind:ident $head:tt $required:tt [$($optional:tt)*] [$($done:tt)*]
        $(#[$attribute:meta])*
        pub $field:ident : $type:ty $(= $shown:ident)?,
        $($rest:tt)*
    ) => {
        $crate::event::model::fields! {
            $kind $head $required [$($optional)* $field]
            [$($done)* { $(#[$attribute])* #[serde(default)] $field: $type $(= $shown)? }]
            $($rest)*
        }
    };
    (model $head:tt [] [$($optional:ident)*] $fields:tt) => {
        $crate::event::model::declare! { $head #[derive(Default)] $fields }
    };
    (model $head:tt [$($required:tt)*] [$($optional:ident)*] $fields:tt) => {
        $crate::event::model::declare! { $head $fields }
    };
    (
        event [$(#[$attribute:meta])* $visibility:vis $name:ident]
        [$($required:ident: $type:ty,)*] [$($optional:ident)*] $fields:tt
    ) => {
        $crate::event::model::declare! { [$(#[$attribute])* $visibility $name] $fields }

        impl $name {
            /// Creates an event from its required parts; all other fields are absent.
            #[must_use]
            pub fn new($($required: $type,)* raw: $crate::types::Raw) -> Self {
                let mut event = Self {
                    $($required,)*
                    $($optional: Default::default(),)*
                };
                event.raw = raw;
                event
            }
        }
    };
}

/// Declares one struct from its fields as [`fields!`] has sorted them.
macro_rules! declare {
    (
        [$(#[$attribute:meta])* $visibility:vis $name:ident]
        $(#[$derive:meta])?
        [$({
            $(#[$field_attribute:meta])*
            $field:ident : $type:ty $(= $shown:ident)?
        })*]
    ) => {
        $(#[$attribute])*
        #[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        $(#[$derive])?
        #[non_exhaustive]
        $visibility struct $name {
            $(
                $(#[$field_attribute])*
                #[serde(skip_serializing_if = "crate::types::Absent::is_absent")]
                pub $field: $type,
            )*
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let mut shown = f.debug_struct(stringify!($name));
                $(if !$crate::types::Absent::is_absent(&self.$field) {
                    shown.field(
                        stringify!($field),
                        $crate::event::model::shown!(self.$field $($shown)?),
                    );
                })*
                shown.finish()
            }
        }

        impl $crate::types::Absent for $name {}
    };
}

/// A field as `Debug` may show it.
macro_rules! shown {
    ($this:ident . $field:ident) => {
        &$this.$field
    };
    ($this:ident . $field:ident $shown:ident) => {
        &$crate::event::model::Shown(&$this.$field, $crate::event::model::Redaction::$shown)
    };
}

pub(crate) use {declare, event, fields, model, shown};

/// What `Debug` shows of a field that is nobody's business.
#[derive(Clone, Copy)]
#[allow(non_camel_case_types, reason = "the words of the table")]
pub(crate) enum Redaction {
    /// Its length.
    text,
    /// Its last four characters.
    tail,
    /// Nothing.
    secret,
}

/// A field under its redaction.
pub(crate) struct Shown<'a, T: ?Sized>(pub(crate) &'a T, pub(crate) Redaction);

impl<T: Redact + ?Sized> fmt::Debug for Shown<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.redact(self.1, f)
    }
}

/// A value that can be shown without its content.
pub(crate) trait Redact {
    fn redact(&self, redaction: Redaction, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

impl Redact for String {
    fn redact(&self, redaction: Redaction, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match redaction {
            Redaction::text => write!(f, "<{} chars>", self.chars().count()),
            Redaction::tail => {
                let skipped = self.chars().count().saturating_sub(4);
                write!(f, "…{}", self.chars().skip(skipped).collect::<String>())
            }
            Redaction::secret => f.write_str("[redacted]"),
        }
    }
}

impl Redact for Raw {
    fn redact(&self, _: Redaction, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl<T: Redact> Redact for Option<T> {
    fn redact(&self, redaction: Redaction, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Some(value) => value.redact(redaction, f),
            None => f.write_str("None"),
        }
    }
}

impl<T: Redact> Redact for Vec<T> {
    fn redact(&self, redaction: Redaction, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list()
            .entries(self.iter().map(|value| Shown(value, redaction)))
            .finish()
    }
}

impl<V: Redact> Redact for std::collections::BTreeMap<String, V> {
    fn redact(&self, redaction: Redaction, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map()
            .entries(
                self.iter()
                    .map(|(key, value)| (key, Shown(value, redaction))),
            )
            .finish()
    }
}

#[cfg(test)]
mod tests {

    model! {
        /// A test struct.
        pub(super) struct Card {
            /// Whose it is.
            pub name: Option<String> = text,
            /// Where it goes.
            pub number: String = required,
            /// What opens it.
            pub pin: Option<String> = secret,
            /// Who may hold it.
            pub holders: Vec<String> = tail,
            /// What it is worth.
            pub value: Option<i64>,
        }
    }

    #[test]
    fn what_the_table_does_not_require_may_be_absent() {
        let card: Card = serde_json::from_str(r#"{"number":"1"}"#).unwrap();
        assert_eq!(card.number, "1");
        let error = serde_json::from_str::<Card>("{}").unwrap_err();
        assert!(error.to_string().contains("number"), "{error}");
    }

    #[test]
    fn debug_shows_what_the_table_allows() {
        let card = Card {
            name: Some("Dana".to_owned()),
            number: "12".to_owned(),
            pin: Some("9911".to_owned()),
            holders: vec!["5500001234".to_owned()],
            value: None,
        };
        assert_eq!(
            format!("{card:?}"),
            r#"Card { name: <4 chars>, number: "12", pin: [redacted], holders: […1234] }"#
        );
        assert_eq!(
            serde_json::to_string(&card).unwrap(),
            r#"{"name":"Dana","number":"12","pin":"9911","holders":["5500001234"]}"#
        );
    }
}
