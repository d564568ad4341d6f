//! Conversion of borrowed wire types into the owned fields of events.

use super::List;

/// Converts a field of a wire type into a field of an event: the value, the content of an `Option`, or each element
/// of a list.
pub(crate) trait Owned<T> {
    fn owned(self) -> T;
}

impl<T, U: From<T>> Owned<Option<U>> for Option<T> {
    fn owned(self) -> Option<U> {
        self.map(U::from)
    }
}

impl<T, U: From<T>> Owned<Vec<U>> for Vec<T> {
    fn owned(self) -> Vec<U> {
        self.into_iter().map(U::from).collect()
    }
}

impl<T, U: From<T>> Owned<Vec<U>> for List<T> {
    fn owned(self) -> Vec<U> {
        self.into_iter().map(U::from).collect()
    }
}

/// The value, unless all of it is absent.
pub(crate) fn unless_empty<T: Default + PartialEq>(value: T) -> Option<T> {
    (value != T::default()).then_some(value)
}

/// Declares the conversion of wire types into event types, field by field: `Wire => Event { field, …; key => field, …
/// }`. The second part lists the fields with another name in the event. All other fields of the event are absent.
///
/// The wire type is destructured completely, so that a new key fails to compile here.
macro_rules! owned {
    ($($wire:ident => $event:path {
        $($field:ident),* $(,)? $(; $($key:ident => $to:ident),*)?
    })*) => {$(
        impl From<$wire<'_>> for $event {
            // The rest is empty if the event has no other fields.
            #[allow(clippy::needless_update, reason = "one shape for all rows")]
            fn from(wire: $wire<'_>) -> Self {
                let $wire { $($field,)* $($($key,)*)? } = wire;
                Self {
                    $($field: $crate::json::Owned::owned($field),)*
                    $($($to: $crate::json::Owned::owned($key),)*)?
                    ..Self::default()
                }
            }
        }
    )*};
}

pub(crate) use owned;
