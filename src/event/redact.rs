//! What `Debug` shows of the fields of an event.

use std::borrow::Cow;
use std::fmt;

use crate::types::{Raw, masked, path, tail, word};

/// What `Debug` shows of a field that is nobody's business.
#[derive(Clone, Copy)]
#[allow(non_camel_case_types, reason = "the words of the table")]
pub(crate) enum Redaction {
    /// Its length.
    text,
    /// Its last four characters.
    tail,
    /// All of it but its digits: what a provider words may quote a number.
    masked,
    /// A word of the provider: without its digits, if it has as many as a phone number.
    word,
    /// The path of an item: without the digits of a key that has as many as a phone number.
    path,
    /// The id of a group: of an old one, which begins with the number of who made it, only the rest and four digits.
    group,
    /// All of it, if it looks like an id and not like what a person typed; else its last four characters.
    id,
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

/// Digits of the phone number that the id of a group begins with: no new id begins with so few.
fn number_before(id: &str) -> usize {
    let digits = id.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 15 { 0 } else { digits }
}

/// A value that can be shown without its content.
pub(crate) trait Redact {
    fn redact(&self, redaction: Redaction, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

impl Redact for String {
    fn redact(&self, redaction: Redaction, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match redaction {
            Redaction::text => write!(f, "<{} chars>", self.chars().count()),
            Redaction::tail => tail(self, 4, f),
            Redaction::masked => masked(self, f),
            Redaction::word => word(self, f),
            Redaction::path => path(self, f),
            Redaction::group => match number_before(self) {
                0..=4 => fmt::Debug::fmt(self, f),
                digits => {
                    let rest = self.chars().count().saturating_sub(digits);
                    tail(self, rest.saturating_add(4), f)
                }
            },
            Redaction::id => {
                let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.:".contains(&byte);
                if self.bytes().all(is_plain) {
                    fmt::Debug::fmt(self, f)
                } else {
                    tail(self, 4, f)
                }
            }
            Redaction::secret => f.write_str("[redacted]"),
        }
    }
}

impl Redact for Cow<'_, str> {
    fn redact(&self, _: Redaction, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        word(self, f)
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
    use super::*;

    #[test]
    fn what_may_hold_a_number_is_shown_without_it() {
        let shown = |redaction, text: &str| format!("{:?}", Shown(&text.to_owned(), redaction));
        assert_eq!(
            shown(Redaction::masked, "(#131030) +52 155 not\n allowed ٣"),
            r#""(#******) +** *** not\n allowed *""#
        );
        for (id, expected) in [
            ("5215533007711-1415812345@g.us", "…7711-1415812345@g.us"),
            ("5215533007711", "…7711"),
            ("120363023344556677@g.us", "\"120363023344556677@g.us\""),
            ("Y2FwaV9ncm91cDo", "\"Y2FwaV9ncm91cDo\""),
            ("", "\"\""),
        ] {
            assert_eq!(shown(Redaction::group, id), expected);
        }
        assert_eq!(
            shown(Redaction::id, "102030405060708"),
            "\"102030405060708\""
        );
        assert_eq!(shown(Redaction::id, "+5215533007711 ext 3"), "…xt 3");
        assert_eq!(shown(Redaction::tail, "99\r\n\u{1b}c"), r"…\r\n\u{1b}c");
    }
}
