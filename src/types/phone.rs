//! Phone numbers.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Number of digits of the longest phone number.
const MAX_DIGITS: usize = 15;

/// A phone number: the digits of its E.164 form, without `+`.
///
/// Variants by country (Brazil's ninth digit, Mexico's `1`, Argentina's `9`) are kept as received; compare with
/// [`comparison_key`](Self::comparison_key). `Debug` shows only the last four digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PhoneNumber {
    digits: [u8; MAX_DIGITS],
    length: u8,
}

impl PhoneNumber {
    /// Reads a phone number from text. A leading `+`, spaces, dots, hyphens and parentheses are ignored.
    ///
    /// Returns `None` if the text contains any other character, no digit, or more than 15 digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut number = Self {
            digits: [0; MAX_DIGITS],
            length: 0,
        };
        // Nearly all numbers of deliveries consist of digits only.
        if text.bytes().all(|byte| byte.is_ascii_digit()) {
            number.length = u8::try_from(text.len()).ok()?;
            let digits = number.digits.get_mut(..text.len())?;
            digits.copy_from_slice(text.as_bytes());
            return (number.length > 0).then_some(number);
        }
        let text = text.trim();
        for c in text.strip_prefix('+').unwrap_or(text).chars() {
            match c {
                '0'..='9' => {
                    *number.digits.get_mut(usize::from(number.length))? = u8::try_from(c).ok()?;
                    number.length = number.length.checked_add(1)?;
                }
                ' ' | '-' | '.' | '(' | ')' | '\u{a0}' => {}
                _ => return None,
            }
        }
        (number.length > 0).then_some(number)
    }

    /// Returns a key that is equal for both forms of a number from Brazil, Mexico or Argentina, where the WhatsApp ID
    /// and the number that is dialed differ.
    ///
    /// Use it to compare numbers, not to write to them. Returns `None` if `text` is not a phone number.
    ///
    /// # Examples
    ///
    /// ```
    /// use whatsapp_webhooks::types::PhoneNumber;
    ///
    /// let key = PhoneNumber::comparison_key;
    /// assert_eq!(key("5215533007711"), key("+52 55 3300 7711"));
    /// ```
    #[must_use]
    pub fn comparison_key(text: &str) -> Option<Cow<'_, str>> {
        let number = Self::parse(text)?;
        let digits = number.as_str();
        let join = |front: &str, tail: usize| {
            let from = digits.len().checked_sub(tail)?;
            Some(format!("{front}{}", digits.get(from..)?))
        };
        let shortened = match digits.len() {
            13 if digits.starts_with("521") => join("52", 10),
            13 if digits.starts_with("549") => join("54", 10),
            13 if digits.starts_with("55") && digits.get(4..5) == Some("9") => {
                digits.get(..4).and_then(|front| join(front, 8))
            }
            _ => None,
        };
        Some(match shortened {
            Some(key) => Cow::Owned(key),
            None if digits == text => Cow::Borrowed(text),
            None => Cow::Owned(digits.to_owned()),
        })
    }

    /// Returns the digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let digits = self.digits.get(..usize::from(self.length));
        digits
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .unwrap_or_default()
    }
}

/// Error returned when a text is not a phone number. Its message does not contain the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
#[error("expected a phone number of 1 to 15 digits")]
pub struct InvalidPhoneNumber {}

impl FromStr for PhoneNumber {
    type Err = InvalidPhoneNumber;

    /// Accepts the same text as [`PhoneNumber::parse`].
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text).ok_or(InvalidPhoneNumber {})
    }
}

impl TryFrom<&str> for PhoneNumber {
    type Error = InvalidPhoneNumber;

    fn try_from(text: &str) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl AsRef<str> for PhoneNumber {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.as_str();
        let tail = digits.len().saturating_sub(4);
        write!(f, "…{}", digits.get(tail..).unwrap_or_default())
    }
}

impl Serialize for PhoneNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for PhoneNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("expected 1 to 15 digits"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cases: O08.
    #[test]
    fn digits_are_kept_and_the_rest_refused() {
        let digits = |text| PhoneNumber::parse(text).map(|phone| phone.as_str().to_owned());
        assert_eq!(digits("16505551234").as_deref(), Some("16505551234"));
        assert_eq!(digits("+1 (650) 555-12.34").as_deref(), Some("16505551234"));
        for bad in ["", "+", "US.123", "1234567890123456", "1+2", "١٢٣"] {
            assert_eq!(digits(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_two_forms_of_a_number_have_one_key() {
        for (id, dialled) in [
            ("5511987654321", "551187654321"),
            ("5215533007711", "525533007711"),
            ("5491155501234", "541155501234"),
        ] {
            assert_eq!(
                PhoneNumber::comparison_key(id),
                PhoneNumber::comparison_key(dialled)
            );
        }
        assert_ne!(
            PhoneNumber::comparison_key("16505551234"),
            PhoneNumber::comparison_key("16505551235")
        );
    }

    #[test]
    fn debug_shows_four_digits() {
        assert_eq!(
            format!("{:?}", PhoneNumber::parse("16505551234").unwrap()),
            "…1234"
        );
    }
}
