//! The table of event types: fields, their docs, and what `Debug` may show of them.

use std::fmt;

use crate::types::Raw;

/// Declares the structs of the event. What is absent is left out of JSON and of `Debug`; behind `=` stands
/// what `Debug` shows of a field: `text` its length, `tail` its last four characters, `secret` nothing.
macro_rules! model {
    ($(
        $(#[$attribute:meta])*
        $visibility:vis struct $name:ident {
            $(
                $(#[$field_attribute:meta])*
                pub $field:ident : $type:ty $(= $shown:ident)?,
            )*
        }
    )*) => {$(
        $(#[$attribute])*
        #[derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)]
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
                        $crate::event::model::model!(@shown self.$field $($shown)?),
                    );
                })*
                shown.finish()
            }
        }

        impl $crate::types::Absent for $name {}
    )*};
    (@shown $this:ident . $field:ident) => { &$this.$field };
    (@shown $this:ident . $field:ident $shown:ident) => {
        &$crate::event::model::Shown(&$this.$field, $crate::event::model::Redaction::$shown)
    };
}

pub(crate) use model;

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
            pub number: String = tail,
            /// What opens it.
            pub pin: Option<String> = secret,
            /// What it is worth.
            pub value: Option<i64>,
        }
    }

    #[test]
    fn debug_shows_what_the_table_allows() {
        let card = Card {
            name: Some("Dana".to_owned()),
            number: "5500001234".to_owned(),
            pin: Some("9911".to_owned()),
            value: None,
        };
        assert_eq!(
            format!("{card:?}"),
            "Card { name: <4 chars>, number: …1234, pin: [redacted] }"
        );
        assert_eq!(
            serde_json::to_string(&card).unwrap(),
            r#"{"name":"Dana","number":"5500001234","pin":"9911"}"#
        );
    }
}
