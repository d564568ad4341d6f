//! Copies of secrets that are wiped from memory when they are dropped.

#[cfg(feature = "zeroize")]
pub(super) use zeroize::Zeroizing as Wiped;

/// Without the feature `zeroize`, a value like any other.
#[cfg(not(feature = "zeroize"))]
#[derive(Clone)]
pub(super) struct Wiped<T>(T);

#[cfg(not(feature = "zeroize"))]
impl<T> Wiped<T> {
    pub(super) fn new(value: T) -> Self {
        Self(value)
    }
}

#[cfg(not(feature = "zeroize"))]
impl<T> std::ops::Deref for Wiped<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

#[cfg(not(feature = "zeroize"))]
impl<T> std::ops::DerefMut for Wiped<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}
