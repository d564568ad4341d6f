//! Parameters of a query string.

use std::{borrow::Cow, char::REPLACEMENT_CHARACTER};

use super::VerifyError;

/// Maximum length of a query string or path, in bytes.
pub(super) const MAX_URL_LEN: usize = 8 * 1024;

/// Rejects a query string or path that is too long, before it is split.
pub(super) fn check_len(text: &str) -> Result<(), VerifyError> {
    if text.len() > MAX_URL_LEN {
        Err(VerifyError::UrlTooLong { limit: MAX_URL_LEN })
    } else {
        Ok(())
    }
}

/// Reads the named parameters of a raw query string, each form-decoded once.
pub(crate) fn parameters<'q, const N: usize>(
    query: &'q str,
    names: [&str; N],
) -> Result<[Option<Cow<'q, str>>; N], VerifyError> {
    check_len(query)?;
    let mut values = [const { None }; N];
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        let mut wanted = names.iter().zip(&mut values);
        let Some((wanted, place)) = wanted.find(|(wanted, _)| **wanted == name) else {
            continue;
        };
        if place.is_some() {
            return Err(VerifyError::DuplicateParameter {
                name: (*wanted).into(),
            });
        }
        // Decoding replaces all bytes that are not UTF-8 by this character, so different values
        // would compare as equal.
        if value.contains(REPLACEMENT_CHARACTER) {
            return Err(VerifyError::MalformedParameter {
                name: (*wanted).into(),
            });
        }
        *place = Some(value);
    }
    Ok(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str) -> Result<Option<String>, VerifyError> {
        let [value] = parameters(query, ["a.b"])?;
        Ok(value.map(Cow::into_owned))
    }

    /// Cases: E10.
    #[test]
    fn names_and_values_are_decoded_once() {
        for (query, value) in [
            ("a.b=x", "x"),
            ("a%2Eb=x%2By", "x+y"),
            ("a%2eb=x+y", "x y"),
            ("a.b=%252B", "%2B"),
            ("a.b=%zz%", "%zz%"),
            ("z=1&&a.b=c=d&y", "c=d"),
            ("a.b", ""),
            ("a.b=%C3%B1", "ñ"),
        ] {
            assert_eq!(read(query), Ok(Some(value.into())), "{query}");
        }
        for query in ["", "a_b=x", "A.B=x", "?a.b=x", "a%252Eb=x"] {
            assert_eq!(read(query), Ok(None), "{query}");
        }
    }

    /// Cases: E09, E11.
    #[test]
    fn a_second_value_and_bytes_that_are_not_utf8_are_refused() {
        let name: Box<str> = "a.b".into();
        assert_eq!(
            read("a.b=x&a%2Eb=x"),
            Err(VerifyError::DuplicateParameter { name: name.clone() })
        );
        assert_eq!(
            read("a.b=%FF"),
            Err(VerifyError::MalformedParameter { name })
        );
        assert_eq!(read("other=%FF&other=%FF&a.b=x"), Ok(Some("x".into())));
    }

    /// Cases: E16.
    #[test]
    fn the_length_is_looked_at_before_the_parts() {
        let longest = format!("a.b={}", "x".repeat(MAX_URL_LEN - 4));
        assert!(read(&longest).is_ok());
        let limit = MAX_URL_LEN;
        assert_eq!(
            read(&format!("{longest}x")),
            Err(VerifyError::UrlTooLong { limit })
        );
        assert_eq!(
            read(&"a.b=1&".repeat(10_000)),
            Err(VerifyError::UrlTooLong { limit })
        );
    }
}
