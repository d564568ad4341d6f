//! Words that come in more than one spelling, and values in more than one notation.

use std::borrow::Cow;

use crate::json::RawSlice;
use crate::types::Code;

/// The known spelling of a word that came in another case, or with `_` for a space; any other word as it is.
pub(super) fn known<'a>(word: Cow<'a, str>, known: &[&'static str]) -> Cow<'a, str> {
    let mut known = known.iter();
    match known.find(|known| is_same(known, &word)) {
        Some(known) => Cow::Borrowed(*known),
        None => word,
    }
}

fn is_same(one: &str, other: &str) -> bool {
    let letter = |byte: u8| match byte {
        b'_' => b' ',
        other => other.to_ascii_lowercase(),
    };
    one.bytes().map(letter).eq(other.bytes().map(letter))
}

/// A limit: a word or a number; an empty text is none.
pub(super) fn limit(value: Option<RawSlice<'_>>) -> Option<Code> {
    let json = value?.as_str();
    (json != r#""""#).then(|| Code::from_json(json))
}

/// A known word in any case, another one as it is.
pub(super) fn in_any_case<T>(known: &[&'static str], word: &str) -> T
where
    T: for<'w> From<&'w str>,
{
    T::from(&*self::known(Cow::Borrowed(word), known))
}

/// A username without the `@` that drafts put in front.
pub(super) fn without_at(username: &str) -> String {
    username.strip_prefix('@').unwrap_or(username).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::CallStatus;

    #[test]
    fn only_known_words_change_their_case() {
        let read = |word| in_any_case::<CallStatus>(CallStatus::KNOWN, word);
        assert_eq!(read("Completed"), CallStatus::Completed);
        assert_eq!(read("Dropped").as_str(), "Dropped");
    }

    #[test]
    fn known_words_are_found_in_every_spelling_and_others_stay() {
        const KNOWN: &[&str] = &["Needs Testing", "approved"];
        for (word, found) in [
            ("Needs_Testing", "Needs Testing"),
            ("NEEDS TESTING", "Needs Testing"),
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
