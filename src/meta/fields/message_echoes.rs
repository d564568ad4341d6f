//! `message_echoes`: copies of what the business sent by other means, such as a bot of Meta's own.

use super::messages;
use crate::collector::Collector;
use crate::event::Origin;
use crate::meta::item::Around;
use crate::meta::payload::Value;

/// Reads the lists of this field. The messages stand under `message_echoes`, or under `messages`; either way the business
/// wrote them, and `contacts` are the people it wrote to.
pub(super) fn read<'a>(collector: &mut Collector<'_>, around: Around<'_, 'a>, value: &Value<'a>) {
    messages::lists(collector, around, value, &Origin::Echo);
}
