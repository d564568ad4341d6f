//! Fields that can be absent.

/// A value that can be absent. An absent field is left out of JSON and `Debug`.
pub(crate) trait Absent {
    /// Returns whether the value is absent.
    fn is_absent(&self) -> bool {
        false
    }

    /// Returns whether the value is a list.
    fn is_list(&self) -> bool {
        false
    }
}

impl<T> Absent for Option<T> {
    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T> Absent for Vec<T> {
    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn is_list(&self) -> bool {
        true
    }
}

impl<K, V> Absent for std::collections::BTreeMap<K, V> {
    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl Absent for super::Raw {
    fn is_absent(&self) -> bool {
        self.as_bytes().is_empty()
    }
}

impl<T: ?Sized> Absent for Box<T> {}
impl<T> Absent for std::sync::Arc<T> {}
impl Absent for String {}
impl Absent for bool {}
impl Absent for usize {}
impl Absent for std::borrow::Cow<'_, str> {}
impl Absent for crate::Provider {}
impl Absent for super::PhoneNumber {}
impl Absent for super::Timestamp {}
