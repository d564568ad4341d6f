//! Headers copied from a list.

/// Pairs of name and value, concatenated in one buffer.
#[derive(Clone, Default)]
pub(super) struct Pairs {
    bytes: Vec<u8>,
    /// Lengths of each name and value.
    lens: Vec<(usize, usize)>,
}

/// Most headers that memory is reserved for, and the typical length of one.
const MOST: usize = 64;
const ORDINARY: usize = 48;

impl Pairs {
    /// Reserves memory for about this many headers.
    pub(super) fn with_capacity(count: usize) -> Self {
        let count = count.min(MOST);
        Self {
            bytes: Vec::with_capacity(count.saturating_mul(ORDINARY)),
            lens: Vec::with_capacity(count),
        }
    }

    pub(super) fn push(&mut self, name: &str, value: &[u8]) {
        self.bytes.extend_from_slice(name.as_bytes());
        self.bytes.extend_from_slice(value);
        self.lens.push((name.len(), value.len()));
    }

    /// Iterates over the values of the header `name`, which is compared without letter case.
    pub(super) fn values<'p>(&'p self, name: &'p str) -> impl Iterator<Item = &'p [u8]> {
        let mut rest = self.bytes.as_slice();
        self.lens.iter().filter_map(move |&(name_len, value_len)| {
            let (given, after) = rest.split_at_checked(name_len)?;
            let (value, after) = after.split_at_checked(value_len)?;
            rest = after;
            given.eq_ignore_ascii_case(name.as_bytes()).then_some(value)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_names_and_values_keep_their_neighbors_apart() {
        let mut pairs = Pairs::default();
        for (name, value) in [("", "x"), ("a", ""), ("ab", "b"), ("", ""), ("A", "c")] {
            pairs.push(name, value.as_bytes());
        }
        let values = |name: &str| pairs.values(name).map(<[u8]>::to_vec).collect::<Vec<_>>();
        assert_eq!(values("a"), [&b""[..], b"c"]);
        assert_eq!(values("AB"), [b"b"]);
        assert_eq!(values(""), [&b"x"[..], b""]);
        assert!(values("b").is_empty());
    }
}
