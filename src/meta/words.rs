//! Values with more than one spelling or notation.

use std::borrow::Cow;

use crate::json::RawSlice;
use crate::types::{Code, OpenEnum};

/// Returns the known spelling of a value in another case, or with another of `_`, `-` and space between its words.
/// Other values are returned as received.
pub(super) fn known<'a>(word: Cow<'a, str>, known: &[&'static str]) -> Cow<'a, str> {
    let mut known = known.iter();
    match known.find(|known| is_same(known, &word)) {
        Some(known) => Cow::Borrowed(*known),
        None => word,
    }
}

fn is_same(one: &str, other: &str) -> bool {
    let letter = |byte: u8| match byte {
        b'_' | b'-' => b' ',
        other => other.to_ascii_lowercase(),
    };
    one.bytes().map(letter).eq(other.bytes().map(letter))
}

/// Reads a limit: a text or a number. An empty text is absent.
pub(super) fn limit(value: Option<RawSlice<'_>>) -> Option<Code> {
    let json = value?.as_str();
    (json != r#""""#).then(|| Code::from_json(json))
}

/// Reads a known value in any spelling, and any other value as received.
pub(super) fn in_any_case<T: OpenEnum>(word: &str) -> T {
    T::exact(word).unwrap_or_else(|| T::from(&*known(Cow::Borrowed(word), T::KNOWN)))
}

/// Returns a username without the `@` that drafts have in front of it.
pub(super) fn without_at(username: &str) -> String {
    username.strip_prefix('@').unwrap_or(username).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::CallStatus;

    #[test]
    fn only_known_words_change_their_case() {
        let read = |word| in_any_case::<CallStatus>(word);
        assert_eq!(read("Completed"), CallStatus::Completed);
        assert_eq!(read("Dropped").as_str(), "Dropped");
    }

    #[test]
    fn known_words_are_found_in_every_spelling_and_others_stay() {
        const KNOWN: &[&str] = &["Needs Testing", "approved"];
        for (word, found) in [
            ("Needs_Testing", "Needs Testing"),
            ("NEEDS TESTING", "Needs Testing"),
            ("needs-testing", "Needs Testing"),
            ("APPROVED", "approved"),
            ("On_Hold", "On_Hold"),
            ("", ""),
        ] {
            assert_eq!(known(word.into(), KNOWN), found, "{word}");
        }
    }

    #[test]
    fn limits_are_words_or_numbers() {
        let limit = |json: &'static str| limit(Some(RawSlice::new(json, 0)));
        assert_eq!(
            limit(r#""TIER_2K""#),
            Some(Code::Text("TIER_2K".to_owned()))
        );
        assert_eq!(limit("-1"), Some(Code::Number(-1)));
        assert_eq!(limit(r#""""#), None);
    }
}
