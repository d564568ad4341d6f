//! The table of event types: fields, their docs, and what `Debug` may show of them.

/// Declares structs of the event.
///
/// A field that is absent is left out of JSON and of `Debug`, and may be left out of the JSON that is read.
/// Behind `=` stands what differs: `required` for a field without default, what `Debug` shows of it (a word of
/// [`Redaction`](crate::event::redact::Redaction)), or both. A struct without required fields is `Default`.
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
///
/// An event is known from another by its raw JSON, and written with that key; one with `: Identity` behind its name
/// implements [`Identity`](crate::event::key::Identity) itself.
macro_rules! event {
    ($(
        $(#[$attribute:meta])*
        $visibility:vis struct $name:ident $(: $identity:ident)? { $($fields:tt)* }
    )*) => {$(
        $crate::event::model::fields! {
            event [$(#[$attribute])* $visibility $name] [] [] []
            /// Metadata common to all events.
            pub meta: $crate::event::EventMeta = required,
            $($fields)*
            /// Raw JSON of this item, exactly as received.
            pub raw: $crate::types::Raw,
        }
        $crate::event::model::identity! { $name $($identity)? }
    )*};
}

/// What tells an event from another.
macro_rules! identity {
    ($name:ident) => {
        impl $crate::event::key::Identity for $name {}
    };
    ($name:ident Identity) => {};
}

/// Reads the fields of [`model!`] and [`event!`] one by one, as each kind of field needs other attributes: behind the
/// struct stand the required fields, the optional ones, and all of them with their attributes.
macro_rules! fields {
    (
        $kind:ident $head:tt [$($required:tt)*] $optional:tt [$($done:tt)*]
        $(#[$attribute:meta])*
        $access:vis $field:ident : $type:ty = required $($shown:ident)?,
        $($rest:tt)*
    ) => {
        $crate::event::model::fields! {
            $kind $head [$($required)* $field: $type,] $optional
            [$($done)* { [$(#[$attribute])* $access] [] $field: $type $(= $shown)? }]
            $($rest)*
        }
    };
    (
        $kind:ident $head:tt $required:tt [$($optional:tt)*] [$($done:tt)*]
        $(#[$attribute:meta])*
        $access:vis $field:ident : $type:ty $(= $shown:ident)?,
        $($rest:tt)*
    ) => {
        $crate::event::model::fields! {
            $kind $head $required [$($optional)* $field]
            [$($done)* { [$(#[$attribute])* $access] [default] $field: $type $(= $shown)? }]
            $($rest)*
        }
    };
    (model $head:tt [] [$($optional:ident)*] $fields:tt) => {
        $crate::event::model::declare! { $head #[derive(Default)] $fields }
        $crate::event::model::written! { model $head $fields }
    };
    (model $head:tt [$($required:tt)*] [$($optional:ident)*] $fields:tt) => {
        $crate::event::model::declare! { $head $fields }
        $crate::event::model::written! { model $head $fields }
    };
    (
        event [$(#[$attribute:meta])* $visibility:vis $name:ident]
        [$($required:ident: $type:ty,)*] [$($optional:ident)*] $fields:tt
    ) => {
        $crate::event::model::declare! { [$(#[$attribute])* $visibility $name] $fields }
        $crate::event::model::written! { event [$(#[$attribute])* $visibility $name] $fields }

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

            /// Returns the key that tells a repeated delivery from a new event: see
            /// [`Event::dedup_key`](crate::Event::dedup_key).
            #[must_use]
            pub fn dedup_key(&self) -> String {
                $crate::event::key::key(self)
            }
        }

        impl $crate::event::key::Keyed for $name {
            fn meta(&self) -> &$crate::event::EventMeta {
                &self.meta
            }

            fn raw(&self) -> &$crate::types::Raw {
                &self.raw
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
            [$(#[$field_attribute:meta])* $access:vis] [$($default:ident)?]
            $field:ident : $type:ty $(= $shown:ident)?
        })*]
    ) => {
        $(#[$attribute])*
        #[derive(Clone, PartialEq)]
        $(#[$derive])?
        #[cfg_attr(
            feature = "schema",
            derive(schemars::JsonSchema),
            schemars(transform = crate::schema::object)
        )]
        #[non_exhaustive]
        $visibility struct $name {
            $(
                $(#[$field_attribute])*
                $(#[cfg_attr(feature = "schema", schemars($default))])?
                $access $field: $type,
            )*
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let mut shown = f.debug_struct(stringify!($name));
                $(if !$crate::types::Absent::is_absent(&self.$field) {
                    shown.field(
                        $crate::event::model::name(stringify!($field)),
                        $crate::event::model::shown!(self.$field $($shown)?),
                    );
                })*
                shown.finish()
            }
        }

        impl $crate::types::Absent for $name {}

        const _: () = {
            type Whole = $name;

            #[derive(serde::Deserialize)]
            #[serde(remote = "Whole", expecting = "an object")]
            struct Fields {
                $(
                    $(#[serde($default)])?
                    $field: $type,
                )*
            }

            impl<'de> serde::Deserialize<'de> for $name {
                fn deserialize<D: serde::Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
                    Fields::deserialize(source).map_err($crate::event::model::without_text)
                }
            }
        };
    };
}

/// Writes a struct as JSON: what is absent is left out, and an event has its key in `meta`.
macro_rules! written {
    (
        $kind:ident [$(#[$attribute:meta])* $visibility:vis $name:ident]
        [$({ $before:tt $default:tt $field:ident : $type:ty $(= $shown:ident)? })*]
    ) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, target: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeStruct;

                let present = [$(!$crate::types::Absent::is_absent(&self.$field)),*];
                let count = present.iter().filter(|present| **present).count();
                let mut fields = target.serialize_struct(stringify!($name), count)?;
                $(if !$crate::types::Absent::is_absent(&self.$field) {
                    let value = $crate::event::model::value!($kind self $field);
                    fields.serialize_field($crate::event::model::name(stringify!($field)), value)?;
                })*
                fields.end()
            }
        }
    };
}

/// A field as it is written.
macro_rules! value {
    (event $this:ident meta) => {
        &$this.meta.with_key($crate::event::key::key($this))
    };
    ($kind:ident $this:ident $field:ident) => {
        &$this.$field
    };
}

/// A field as `Debug` may show it.
macro_rules! shown {
    ($this:ident . $field:ident) => {
        &$this.$field
    };
    ($this:ident . $field:ident $shown:ident) => {
        &$crate::event::redact::Shown(&$this.$field, $crate::event::redact::Redaction::$shown)
    };
}

pub(crate) use {declare, event, fields, identity, model, shown, value, written};

/// The name of a field, also where it is a word of Rust.
pub(crate) fn name(field: &'static str) -> &'static str {
    field.strip_prefix("r#").unwrap_or(field)
}

/// How the messages of serde begin that quote what they found.
const QUOTING: [&str; 3] = ["invalid type: ", "invalid value: ", "unknown "];

/// The same error, with what was expected and where, and without what stood there.
pub(crate) fn without_text<E: serde::de::Error>(error: E) -> E {
    let message = error.to_string();
    if !QUOTING.iter().any(|quoting| message.starts_with(quoting)) {
        return error;
    }
    // What was found comes first, and may hold anything.
    match message.rsplit_once(", expected ") {
        Some((_, expected)) => E::custom(format_args!("expected {expected}")),
        None => E::custom("unexpected value"),
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
