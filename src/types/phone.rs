//! Phone numbers.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A phone number: the digits of E.164, without `+`.
///
/// The country's variants (Brazil's ninth digit, Mexico's `1`, Argentina's `9`) are kept as received.
/// `Debug` shows the last four digits.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PhoneNumber(String);

impl PhoneNumber {
    /// Takes the digits of `text`: a `+` in front, blanks, dots, dashes and parentheses are dropped.
    /// `None` where anything else stands in it, or not between 1 and 15 digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() <= 15 && !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(Self(text.to_owned()));
        }
        let text = text.trim();
        let rest = text.strip_prefix('+').unwrap_or(text);
        let mut digits = String::with_capacity(15);
        for c in rest.chars() {
            match c {
                '0'..='9' => digits.push(c),
                ' ' | '-' | '.' | '(' | ')' | '\u{a0}' => {}
                _ => return None,
            }
        }
        (1..=15).contains(&digits.len()).then_some(Self(digits))
    }

    /// Returns a key that is equal for the two forms a number has in Brazil, Mexico and Argentina, where
    /// WhatsApp's id and the number that is dialled differ. For comparing only; `None` where `text` is no
    /// number.
    ///
    /// ```
    /// use whatsapp_webhooks::types::PhoneNumber;
    ///
    /// let key = PhoneNumber::comparison_key;
    /// assert_eq!(key("5215533007711"), key("+52 55 3300 7711"));
    /// ```
    #[must_use]
    pub fn comparison_key(text: &str) -> Option<String> {
        let digits = Self::parse(text)?.0;
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
        Some(shortened.unwrap_or(digits))
    }

    /// Returns the digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tail = self.0.len().saturating_sub(4);
        write!(f, "…{}", self.0.get(tail..).unwrap_or_default())
    }
}

impl Serialize for PhoneNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
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

    #[test]
    fn digits_are_kept_and_the_rest_refused() {
        let digits = |text| PhoneNumber::parse(text).map(|phone| phone.0);
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
