//! Bytes in the three forms of JavaScript, and lists of which only the length is used.

use base64ct::{Base64, Base64Unpadded, Base64Url, Base64UrlUnpadded, Encoding};

use crate::json::{self, RawSlice, Reader};
use crate::whatzmeapi::normalize::elements::elements;
use crate::whatzmeapi::payload::Buffer;

/// The bytes as base64 with padding; text that is no base64 stays what it is. `None` for no bytes.
pub(in crate::whatzmeapi::normalize) fn base64(part: RawSlice<'_>) -> Option<String> {
    if part.is_object() {
        let Buffer { data } = json::read(part).ok()?;
        return match data {
            Some(data) if !data.is_object() => base64(data),
            Some(_) => None,
            None => encoded(&indexed(part)?),
        };
    }
    if part.as_str().starts_with('[') {
        return encoded(&listed(part)?);
    }
    let text = json::get_from(part, json::get::id)?;
    if Base64::decode_vec(&text).is_ok() {
        return Some(text.into_owned());
    }
    let bytes = Base64Unpadded::decode_vec(&text)
        .or_else(|_| Base64Url::decode_vec(&text))
        .or_else(|_| Base64UrlUnpadded::decode_vec(&text));
    match bytes {
        Ok(bytes) => encoded(&bytes),
        Err(_) => Some(text.into_owned()),
    }
}

fn encoded(bytes: &[u8]) -> Option<String> {
    (!bytes.is_empty()).then(|| Base64::encode_string(bytes))
}

/// `{"0":171,"1":205}` in any order, because gateways may sort the keys as text.
fn indexed(part: RawSlice<'_>) -> Option<Vec<u8>> {
    let mut reader = Reader::new(part);
    let mut places: Vec<(usize, u8)> = Vec::new();
    let mut index = reader.first_key().ok()?.map(str::parse);
    while let Some(place) = index {
        places.push((place.ok()?, reader.number().ok()?.parse().ok()?));
        index = reader.next_key().ok()?.map(str::parse);
    }
    places.sort_unstable();
    let is_whole = places.iter().map(|(place, _)| *place).eq(0..places.len());
    is_whole.then(|| places.into_iter().map(|(_, byte)| byte).collect())
}

/// `[171,205]`.
fn listed(part: RawSlice<'_>) -> Option<Vec<u8>> {
    let mut reader = Reader::new(part);
    let mut bytes = Vec::new();
    let mut more = reader.first_element().ok()?;
    while more {
        bytes.push(reader.number().ok()?.parse().ok()?);
        more = reader.next_element().ok()?;
    }
    Some(bytes)
}

/// Returns the length of a list; one value is a list of one.
pub(super) fn count(list: RawSlice<'_>) -> Option<i64> {
    i64::try_from(elements(list).count()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn got(json: &str) -> Option<String> {
        base64(RawSlice::new(json, 0))
    }

    /// Cases: O06.
    #[test]
    fn all_forms_give_the_same_text() {
        for json in [
            r#""q83v+w==""#,
            r#""q83v+w""#,
            r#""q83v-w==""#,
            r#""q83v-w""#,
            "[171,205,239,251]",
            r#"{"0":171,"1":205,"2":239,"3":251}"#,
            r#"{"3":251,"1":205,"0":171,"2":239}"#,
            r#"{"type":"Buffer","data":[171,205,239,251]}"#,
            r#"{"data":"q83v+w==","type":"Buffer"}"#,
        ] {
            assert_eq!(got(json).as_deref(), Some("q83v+w=="), "{json}");
        }
    }

    #[test]
    fn no_bytes_are_absent_and_odd_text_is_kept() {
        for none in [
            "{}",
            "[]",
            r#""""#,
            "true",
            r#"{"1":1}"#,
            r#"{"0":1,"0":2}"#,
            r#"{"0":256}"#,
            r#"{"0":"x"}"#,
            "[1,null]",
        ] {
            assert_eq!(got(none), None, "{none}");
        }
        assert_eq!(
            got(r#"{"type":"Buffer","data":{"type":"Buffer","data":[1]}}"#),
            None
        );
        assert_eq!(got(r#""not base64!""#).as_deref(), Some("not base64!"));
    }
}
