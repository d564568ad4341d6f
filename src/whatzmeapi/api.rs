//! Request bodies of the API for sending messages. This crate does not send them.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::types::PhoneNumber;

/// Minimum number of digits of a phone number with its country code.
const MIN_DIGITS: usize = 7;

/// Request body of `POST /messages/send` for a text message.
///
/// Source: "Dominando los webhooks de la API REST de WhatsApp", Programa en Línea (read 2026-11-21).
///
/// # Examples
///
/// ```
/// use whatsapp_webhooks::whatzmeapi::api::OutgoingText;
///
/// let request = OutgoingText::new("+52 1 55 3300 7711", "¡Hola!")?;
/// assert_eq!(
///     serde_json::to_string(&request)?,
///     r#"{"to":"5215533007711","type":"text","text":{"body":"¡Hola!"}}"#,
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[non_exhaustive]
pub struct OutgoingText {
    /// Phone number of the recipient with its country code; a Mexican number includes the `1` after it (`521…`).
    pub to: PhoneNumber,
    /// Type of the message.
    #[serde(rename = "type")]
    pub kind: OutgoingType,
    /// Text of the message.
    pub text: OutgoingBody,
}

/// Type of an outgoing message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum OutgoingType {
    /// A text message.
    Text,
}

/// Text of an outgoing message. `Debug` shows only its length.
#[derive(Clone, PartialEq, Eq, Deserialize, Serialize)]
#[non_exhaustive]
pub struct OutgoingBody {
    /// Text of the message.
    pub body: String,
}

/// Error returned when a recipient is not a phone number with its country code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
#[error("expected a phone number with its country code: 7 to 15 digits")]
pub struct InvalidRecipient {}

impl OutgoingText {
    /// Creates a request from the recipient's phone number and the text. A leading `+`, spaces, dots, hyphens and
    /// parentheses of the number are ignored.
    ///
    /// # Errors
    ///
    /// Returns [`InvalidRecipient`] if `to` is not a phone number of 7 to 15 digits.
    pub fn new(to: &str, body: impl Into<String>) -> Result<Self, InvalidRecipient> {
        let to = PhoneNumber::parse(to)
            .filter(|number| number.as_str().len() >= MIN_DIGITS)
            .ok_or(InvalidRecipient {})?;
        Ok(Self {
            to,
            kind: OutgoingType::Text,
            text: OutgoingBody { body: body.into() },
        })
    }
}

impl fmt::Debug for OutgoingBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{} chars>", self.body.chars().count())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_numbers_are_addressees() {
        for bad in [
            "",
            "12",
            "5215533007711@s.whatsapp.net",
            "hola",
            "1234567890123456",
        ] {
            assert_eq!(
                OutgoingText::new(bad, "x"),
                Err(InvalidRecipient {}),
                "{bad}"
            );
        }
    }

    #[test]
    fn what_is_written_reads_back_and_debug_tells_nothing() {
        let request = OutgoingText::new("5215533007711", "secreto").unwrap();
        let json = serde_json::to_string(&request).unwrap();
        assert_eq!(
            serde_json::from_str::<OutgoingText>(&json).unwrap(),
            request
        );
        let shown = format!("{request:?}");
        assert!(
            !shown.contains("secreto") && !shown.contains("5215533007711"),
            "{shown}"
        );
    }
}
