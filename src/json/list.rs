//! Lists of wire types.

use std::fmt;
use std::iter::Chain;
use std::ops::Deref;
use std::{option, vec};

use serde::{Serialize, Serializer};

use crate::types::Absent;

/// A list that stores its first element inline, because most lists of a delivery have only one.
#[derive(Clone)]
pub struct List<T>(Elements<T>);

#[derive(Clone)]
enum Elements<T> {
    Few(Option<T>),
    Many(Vec<T>),
}

/// A collection that a list getter fills.
pub(crate) trait Sequence {
    /// Its elements.
    type Element;

    /// Makes room for so many more.
    fn make_room(&mut self, count: usize);
    fn push(&mut self, element: Self::Element);
    fn last_mut(&mut self) -> Option<&mut Self::Element>;
    fn count(&self) -> usize;
}

impl<T> Sequence for List<T> {
    type Element = T;

    fn make_room(&mut self, count: usize) {
        match &mut self.0 {
            Elements::Few(None) if count < 2 => {}
            Elements::Few(first) => {
                let mut many =
                    Vec::with_capacity(count.saturating_add(usize::from(first.is_some())));
                many.extend(first.take());
                self.0 = Elements::Many(many);
            }
            Elements::Many(many) => many.make_room(count),
        }
    }

    fn push(&mut self, element: T) {
        match &mut self.0 {
            Elements::Few(first @ None) => *first = Some(element),
            Elements::Few(Some(_)) => {
                self.make_room(1);
                self.push(element);
            }
            Elements::Many(many) => many.push(element),
        }
    }

    fn last_mut(&mut self) -> Option<&mut T> {
        match &mut self.0 {
            Elements::Few(first) => first.as_mut(),
            Elements::Many(many) => many.last_mut(),
        }
    }

    fn count(&self) -> usize {
        self.len()
    }
}

impl<T> Sequence for Vec<T> {
    type Element = T;

    fn make_room(&mut self, count: usize) {
        // A repeated key may join lists many times.
        if self.is_empty() {
            self.reserve_exact(count);
        } else {
            self.reserve(count);
        }
    }

    fn push(&mut self, element: T) {
        self.push(element);
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
        Self(Elements::Few(None))
    }
}

impl<T> Deref for List<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match &self.0 {
            Elements::Few(first) => first.as_slice(),
            Elements::Many(many) => many,
        }
    }
}

impl<T: PartialEq> PartialEq for List<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T> IntoIterator for List<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;

    fn into_iter(self) -> IntoIter<T> {
        let (first, many) = match self.0 {
            Elements::Few(first) => (first, Vec::new()),
            Elements::Many(many) => (None, many),
        };
        IntoIter(first.into_iter().chain(many))
    }
}

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(elements: I) -> Self {
        let mut list = Self::default();
        for element in elements {
            list.push(element);
        }
        list
    }
}

/// Iterator over the elements of a [`List`].
pub struct IntoIter<T>(Chain<option::IntoIter<T>, vec::IntoIter<T>>);

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
        write!(f, "IntoIter({} elements)", self.0.size_hint().0)
    }
}

impl<T: fmt::Debug> fmt::Debug for List<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl<T: Serialize> Serialize for List<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

impl<T> Absent for List<T> {
    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn is_list(&self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_what_was_pushed_however_it_came() {
        for count in 0..5 {
            let expected: Vec<usize> = (0..count).collect();
            let list: List<usize> = expected.iter().copied().collect();
            assert_eq!((&*list, list.count()), (&*expected, count));
            let mut roomy = List::default();
            roomy.make_room(count);
            for element in 0..count {
                roomy.push(element);
                assert_eq!(roomy.last_mut(), Some(&mut element.clone()));
            }
            assert!(roomy == list);
            assert_eq!(list.into_iter().collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn one_element_stands_in_the_list_itself_and_more_in_room_of_their_size() {
        let mut list = List::default();
        list.make_room(1);
        list.push(1);
        assert!(matches!(list.0, Elements::Few(Some(1))));
        list.make_room(3);
        assert!(matches!(&list.0, Elements::Many(many) if many.capacity() == 4));
    }
}
