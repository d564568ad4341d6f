//! Lists of wire types.

use std::fmt;
use std::ops::Deref;

use serde::{Serialize, Serializer};
use smallvec::SmallVec;

use crate::types::Absent;

/// A list whose first element needs no memory of its own: most lists of a delivery hold just one.
#[derive(Clone, PartialEq)]
pub struct List<T>(SmallVec<[T; 1]>);

/// What a list getter fills.
pub(crate) trait Sequence {
    /// Its elements.
    type Element;

    fn push(&mut self, element: Self::Element);
    fn pop(&mut self);
    fn last_mut(&mut self) -> Option<&mut Self::Element>;
    fn count(&self) -> usize;
}

impl<T> Sequence for List<T> {
    type Element = T;

    fn push(&mut self, element: T) {
        self.0.push(element);
    }

    fn pop(&mut self) {
        self.0.pop();
    }

    fn last_mut(&mut self) -> Option<&mut T> {
        self.0.last_mut()
    }

    fn count(&self) -> usize {
        self.0.len()
    }
}

impl<T> Sequence for Vec<T> {
    type Element = T;

    fn push(&mut self, element: T) {
        // A first push alone would make room for four.
        if self.capacity() == 0 {
            self.reserve_exact(1);
        }
        self.push(element);
    }

    fn pop(&mut self) {
        self.pop();
    }

    fn last_mut(&mut self) -> Option<&mut T> {
        self.as_mut_slice().last_mut()
    }

    fn count(&self) -> usize {
        self.len()
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(SmallVec::new())
    }
}

impl<T> Deref for List<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T> IntoIterator for List<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;

    fn into_iter(self) -> IntoIter<T> {
        IntoIter(self.0.into_iter())
    }
}

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(elements: I) -> Self {
        Self(elements.into_iter().collect())
    }
}

/// The elements of a [`List`], one by one.
pub struct IntoIter<T>(smallvec::IntoIter<[T; 1]>);

impl<T> Iterator for IntoIter<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.0.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl<T> fmt::Debug for IntoIter<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "IntoIter({} elements)", self.0.len())
    }
}

impl<T: fmt::Debug> fmt::Debug for List<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl<T: Serialize> Serialize for List<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.as_slice().serialize(serializer)
    }
}

impl<T> Absent for List<T> {
    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}
