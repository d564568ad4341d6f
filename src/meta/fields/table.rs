//! The macro for the table of webhook fields.

/// Declares the fields, one row for each: its doc sentence, its variant, Meta's name, whether Meta documents it or it
/// has only been seen, and where, whether an app can subscribe to it, the events that it gives, the key that
/// distinguishes its variants (empty if there is one only), and its reader.
///
/// - `security, … by "…": Security`: the value is the item;
/// - `calls, … by "…": [Call]`: the value contains a list of items under the name of the field;
/// - `smb_app_state_sync, … by "…": [StateSync] "state_sync"`: the list has another key;
/// - `messages, … by "…" => messages::read`: a function reads the value;
/// - without `gives` and a reader: not read yet, so changes are returned as `Unknown`.
///
/// The optional `after "v23.0"` means that the field is not in that version of the Graph API; `also "…"` is another
/// spelling that has been seen.
macro_rules! fields {
    ($(
        $(#[doc = $doc:literal])+
        $variant:ident = $name:ident, $known:ident in $page:literal, $offered:ident
            $(, after $version:literal)? $(, also $spelling:literal)?
            $(, gives [$($event:ident)+] by $by:literal $(: $item:tt $($key:literal)?)? $(=> $read:path)?)?;
    )*) => {
        /// A webhook field: what an app subscribes to, and the [`topic`](crate::event::EventMeta::topic) of every
        /// event from Meta.
        ///
        /// | field | events | variants | known from | subscribable |
        /// |---|---|---|---|---|
        $(#[doc = concat!(
            "| `", stringify!($name), "`",
            " | ", fields!(@events $($($event)+)?),
            " | ", $($by,)?
            " | ", stringify!($known), ": ", $page, $(", not in ", $version,)?
            " | ", fields!(@offered $offered), " |"
        )])*
        ///
        /// Variants are distinguished by the value of the key in the column. A documented field has a public page; the
        /// others have only been seen. A change of a field that is not read, or not listed, is returned as one
        /// [`Event::Unknown`](crate::Event::Unknown) with the name of the field, and an item that cannot be read as
        /// [`Event::Malformed`](crate::Event::Malformed). Lists of `messages` are read in the value of any field.
        ///
        /// # Examples
        ///
        /// ```
        /// use whatsapp_webhooks::meta::Field;
        ///
        /// let names: Vec<&str> = Field::ALL
        ///     .iter()
        ///     .filter(|field| field.is_subscribable())
        ///     .map(|field| field.as_str())
        ///     .collect();
        /// assert!(names.contains(&"messages"));
        /// assert_eq!("security".parse(), Ok(Field::Security));
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Field {
            $($(#[doc = $doc])+ $variant,)*
        }

        /// The wire types of the fields.
        pub(in crate::meta) mod payload {
            use super::fields;

            $($($(fields!(@export $name $item);)?)?)*
        }

        impl Field {
            /// All fields, in the order of their names.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Returns Meta's name of the field.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => stringify!($name),)*
                }
            }

            /// Returns `true` if a public page of Meta describes the field. The other fields have only been seen.
            #[must_use]
            pub fn is_documented(self) -> bool {
                match self {
                    $(Self::$variant => fields!(@flag $known),)*
                }
            }

            /// Returns `true` if an app can subscribe to the field.
            #[must_use]
            pub fn is_subscribable(self) -> bool {
                match self {
                    $(Self::$variant => fields!(@flag $offered),)*
                }
            }

            /// Returns the field with this name, in any spelling that has been seen.
            fn from_name(name: &str) -> Option<Self> {
                match name {
                    $(stringify!($name) $(| $spelling)? => Some(Self::$variant),)*
                    _ => None,
                }
            }

            /// Returns the reader of the field's values. Returns `None` if the field is not read yet.
            fn reader(self) -> Option<Read> {
                match self {
                    $(Self::$variant => fields!(@reader $name $($($item $($key)?)? $(=> $read)?)?),)*
                }
            }

            /// Returns the kinds of events that the docs of the field promise.
            #[cfg(test)]
            fn promised(self) -> &'static [&'static str] {
                match self {
                    $(Self::$variant => &[$($(stringify!($event)),+)?],)*
                }
            }
        }
    };
    (@flag documented) => { true };
    (@flag seen) => { false };
    (@flag subscribable) => { true };
    (@flag unsubscribable) => { false };
    (@offered subscribable) => { "yes" };
    (@offered unsubscribable) => { "no" };
    (@events) => { "[`Unknown`](crate::Event::Unknown)" };
    (@events $($event:ident)+) => {
        concat!($("[`", stringify!($event), "`](crate::Event::", stringify!($event), ") "),+)
    };
    (@export $name:ident $item:tt) => { pub use super::$name::*; };
    (@reader $name:ident) => { None };
    (@reader $name:ident [$item:ident] $key:literal) => {
        Some(|collector, around, value| {
            item::list::<$name::$item<'_>>(collector, around, &value.contacts, stringify!($name), $key);
        })
    };
    (@reader $name:ident [$item:ident]) => {
        Some(|collector, around, value| {
            let name = stringify!($name);
            item::list::<$name::$item<'_>>(collector, around, &value.contacts, name, name);
        })
    };
    (@reader $name:ident $item:ident) => {
        Some(|collector, around, value| {
            item::value::<$name::$item<'_>>(collector, around, &value.contacts, stringify!($name));
        })
    };
    (@reader $name:ident => $read:path) => { Some($read) };
}

pub(super) use fields;
