//! The raw bytes of one item.

use std::fmt;

use bytes::Bytes;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};

use crate::error::DecodeError;
use crate::json;
use crate::payload::WireType;

/// Raw JSON of one item, exactly as the provider sent it.
///
/// A `Raw` is a slice of its body and keeps the complete body in memory; [`Raw::detach`] copies the slice, so that
/// the body can be freed. Two values are equal if their bytes differ only in white space outside strings.
///
/// In the JSON of an event it is written as the same JSON without that white space, so that an event is one line. It
/// is written as a string if strict readers would reject or change it: if it is not JSON, is itself a string, repeats
/// a key in an object, is nested in more than 100 levels, or contains an unpaired surrogate or a number out of range.
#[derive(Clone, Default)]
pub struct Raw(Bytes);

impl Raw {
    pub(crate) fn new(bytes: Bytes) -> Self {
        Self(bytes)
    }

    /// Returns the bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// Returns the bytes as text; `None` only if the body is not UTF-8.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        std::str::from_utf8(&self.0).ok()
    }

    /// Returns the bytes without copying them.
    #[must_use]
    pub fn to_bytes(&self) -> Bytes {
        self.0.clone()
    }

    /// Copies the bytes, so that the complete body can be freed.
    #[must_use]
    pub fn detach(&self) -> Self {
        Self(Bytes::copy_from_slice(&self.0))
    }

    /// Reads the bytes as one of the provider's wire types, which are in its `payload` module and borrow from the
    /// bytes.
    ///
    /// Use this to access data of one provider that the unified event does not have.
    ///
    /// # Errors
    ///
    /// Returns [`DecodeError`] if the bytes are not a JSON object, or contain text that cannot be decoded. A key
    /// whose value has an unexpected shape is not an error: its field is absent. The error contains no part of the
    /// data.
    ///
    /// # Examples
    ///
    /// ```
    /// use whatsapp_webhooks::meta;
    /// use whatsapp_webhooks::meta::payload::Message;
    ///
    /// let body = r#"{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{
    ///     "messages":[{"from":"16505551234","id":"wamid.A","type":"text","text":{"body":"Hi"}}]}}]}]}"#;
    /// let events = meta::parse(body)?;
    /// let message: Message<'_> = events[0].raw().read()?;
    /// assert_eq!(message.r#type.as_deref(), Some("text"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn read<'a, T: WireType<'a>>(&'a self) -> Result<T, DecodeError> {
        match self.as_str() {
            Some(json) => T::read(json),
            None => Err(DecodeError {
                reason: "expected UTF-8".into(),
                line: 1,
                column: 1,
                ..DecodeError::default()
            }),
        }
    }

    /// Returns the SHA-256 of the bytes without white space outside strings, in hex.
    pub(crate) fn digest(&self) -> String {
        let compact = json::compact(&self.0);
        base16ct::lower::encode_string(&Sha256::digest(&*compact))
    }
}

impl From<Bytes> for Raw {
    fn from(bytes: Bytes) -> Self {
        Self(bytes)
    }
}

impl From<Vec<u8>> for Raw {
    fn from(bytes: Vec<u8>) -> Self {
        Self(Bytes::from(bytes))
    }
}

impl From<String> for Raw {
    fn from(text: String) -> Self {
        Self(Bytes::from(text))
    }
}

impl From<&str> for Raw {
    fn from(text: &str) -> Self {
        Self(Bytes::copy_from_slice(text.as_bytes()))
    }
}

impl PartialEq for Raw {
    fn eq(&self, other: &Self) -> bool {
        if self.0 == other.0 {
            return true;
        }
        let form = |raw: &Self| json::canonical_form(raw.as_str()?);
        match (form(self), form(other)) {
            (Some(form), Some(other)) => form == other,
            (None, None) => json::compact(&self.0) == json::compact(&other.0),
            _ => false,
        }
    }
}

impl Eq for Raw {}

impl fmt::Debug for Raw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digest = self.digest();
        let short = digest.get(..16).unwrap_or_default();
        write!(f, "Raw({} bytes, sha256 {short}…)", self.0.len())
    }
}

impl Serialize for Raw {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let compact = json::compact(&self.0);
        let text = String::from_utf8_lossy(&compact);
        if json::is_portable(&text)
            && let Ok(raw) = serde_json::from_str::<&RawValue>(&text)
        {
            return raw.serialize(serializer);
        }
        serializer.serialize_str(&String::from_utf8_lossy(&self.0))
    }
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        let text = raw.get();
        if text.starts_with('"') {
            let bytes: String = serde_json::from_str(text).map_err(|_| {
                serde::de::Error::custom("`raw` is a string that cannot be decoded")
            })?;
            return Ok(Self(Bytes::from(bytes)));
        }
        Ok(Self(Bytes::copy_from_slice(text.as_bytes())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(bytes: &'static str) -> String {
        serde_json::to_string(&Raw::new(Bytes::from_static(bytes.as_bytes()))).unwrap()
    }

    /// Cases: P05.
    #[test]
    fn json_is_written_as_it_is_on_one_line() {
        assert_eq!(
            written("{ \"b\" : [1.0,\n 2e5],\t\"a\":\"x \\u00e9 y\" }"),
            r#"{"b":[1.0,2e5],"a":"x \u00e9 y"}"#
        );
    }

    /// Cases: P06.
    #[test]
    fn what_a_strict_reader_refuses_is_written_as_a_string() {
        assert_eq!(written(r#"["\ud83d"]"#), r#""[\"\\ud83d\"]""#);
        assert_eq!(written("[1e400]"), r#""[1e400]""#);
        assert_eq!(written(r#""bare""#), r#""\"bare\"""#);
        assert_eq!(written("{oops"), r#""{oops""#);
        let reserved = r#"{"$serde_json::private::RawValue":"[1"}"#;
        assert!(written(reserved).starts_with('"'));
    }

    #[test]
    fn what_is_written_reads_back_equal() {
        for text in ["{\"a\": 1}", r#""bare""#, r#"["\ud83d"]"#, "{oops", "null"] {
            let raw = Raw::new(Bytes::from_static(text.as_bytes()));
            let json = serde_json::to_string(&raw).unwrap();
            assert_eq!(serde_json::from_str::<Raw>(&json).unwrap(), raw, "{text}");
        }
    }

    #[test]
    fn the_same_json_is_equal_however_it_is_written() {
        let raw = |text: &str| Raw::from(text);
        let one = raw(r#"{"a":[1e2,"\u00e9"],"b":null}"#);
        assert_eq!(one, raw(r#"{ "b":null, "a":[100.0,"é"] }"#));
        assert_eq!(one, raw(r#"{"a":0,"b":null,"a":[100,"é"]}"#));
        for other in [
            r#"{"a":[1e2,"e"],"b":null}"#,
            r#"{"a":[1e2,"é"]}"#,
            r#"{"a":["é",1e2],"b":null}"#,
            "{oops",
            "",
        ] {
            assert_ne!(one, raw(other), "{other}");
        }
        assert_eq!(raw("{ oops"), raw("{oops"));
        assert_ne!(raw("{oops"), raw("{ooops"));
    }

    /// Cases: N05.
    #[test]
    fn debug_shows_length_and_hash_only() {
        let shown = format!("{:?}", Raw::new(Bytes::from_static(b"\"secret\"")));
        assert!(shown.starts_with("Raw(8 bytes, sha256 ") && !shown.contains("secret"));
    }
}
