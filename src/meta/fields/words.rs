//! Words and names that come in several spellings.

/// A known word in any case, another one as it is.
pub(super) fn in_any_case<T>(known: &[&'static str], word: &str) -> T
where
    T: for<'w> From<&'w str>,
{
    let spelled = known.iter().find(|known| known.eq_ignore_ascii_case(word));
    T::from(spelled.copied().unwrap_or(word))
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
}
