//! From what a wire type borrows to what an event keeps.

use super::List;

/// A field of a wire type on its way into an event: the value, what is in an `Option`, each element of a list.
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

/// Declares what wire types become in the event, field by field: `Wire => Event { field, …; key => field, … }`, where
/// the second part holds the fields that the event names otherwise. Other fields of the event stay absent.
///
/// The wire type is destructured whole, so that a new key stops the build here.
macro_rules! owned {
    ($($wire:ident => $event:path {
        $($field:ident),* $(,)? $(; $($key:ident => $to:ident),*)?
    })*) => {$(
        impl From<$wire<'_>> for $event {
            // Where the event has no fields more, the rest is empty.
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
