//! One line of an event for people; numbers are masked.

use whatsapp_webhooks::Event;

use crate::mask;
use crate::store::read::Line;

/// Characters shown of a text.
const SHOWN: usize = 80;

/// Who, and what.
pub(super) fn of(line: &Line) -> (String, String) {
    let Ok(event) = serde_json::from_str::<Event>(&line.json) else {
        return (String::new(), String::new());
    };
    let (who, what) = match &event {
        Event::Message(message) => {
            let from = message
                .from
                .as_ref()
                .and_then(|from| from.id.as_deref())
                .unwrap_or_default();
            (
                from.to_owned(),
                message.text().unwrap_or_default().to_owned(),
            )
        }
        Event::Status(status) => {
            let to = status
                .recipient
                .as_ref()
                .and_then(|to| to.id.as_deref())
                .unwrap_or_default();
            let error = status.errors.first().and_then(|error| error.title.clone());
            (to.to_owned(), error.unwrap_or_default())
        }
        Event::Malformed(malformed) => (String::new(), malformed.error.to_string()),
        _ => (String::new(), String::new()),
    };
    (mask::numbers(&who), mask::numbers(&shortened(&what)))
}

fn shortened(text: &str) -> String {
    let mut shown: String = text
        .chars()
        .map(|char| if char.is_control() { ' ' } else { char })
        .take(SHOWN)
        .collect();
    if text.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    shown
}
