//! Calls, as the chat shows them.

use std::borrow::Cow;

use super::part::Part;
use crate::collector::Problem;
use crate::event::Content;
use crate::event::content::CallLog;
use crate::json::Owned;
use crate::whatzmeapi::payload::CallLogMessage;

/// Outcomes of calls by number.
const OUTCOMES: &[&str] = &[
    "CONNECTED",
    "MISSED",
    "FAILED",
    "REJECTED",
    "ACCEPTED_ELSEWHERE",
    "ONGOING",
    "SILENCED_BY_DND",
    "SILENCED_UNKNOWN_CALLER",
];

/// Types of calls by number.
const CALL_TYPES: &[&str] = &["REGULAR", "SCHEDULED_CALL", "VOICE_CHAT"];

/// Returns the name of a value that was sent as a number; any other value is kept.
fn named<'a>(names: &[&'static str], word: Cow<'a, str>) -> Cow<'a, str> {
    match word.parse().ok().and_then(|index: usize| names.get(index)) {
        Some(name) => Cow::Borrowed(name),
        None => word,
    }
}

/// Reads a call. If its kind is absent, the content key is the kind.
pub(super) fn call_log(part: &mut Part<'_>) -> Result<Content, Problem> {
    let CallLogMessage {
        is_video,
        call_outcome,
        duration_secs,
        call_type,
        context_info,
    } = part.wire()?;
    part.context = context_info;
    Ok(CallLog {
        video: is_video,
        group: None,
        outcome: call_outcome.map(|word| named(OUTCOMES, word)).owned(),
        duration: duration_secs,
        kind: (call_type.map(|word| named(CALL_TYPES, word)))
            .or(Some(Cow::Borrowed(part.key)))
            .owned(),
    }
    .into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_the_names_of_their_words() {
        assert_eq!(named(OUTCOMES, "1".into()), "MISSED");
        assert_eq!(named(OUTCOMES, "7".into()), "SILENCED_UNKNOWN_CALLER");
        assert_eq!(named(OUTCOMES, "8".into()), "8");
        assert_eq!(named(OUTCOMES, "NEW".into()), "NEW");
        assert_eq!(named(CALL_TYPES, "2".into()), "VOICE_CHAT");
    }
}
