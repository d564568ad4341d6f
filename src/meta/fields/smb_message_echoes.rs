//! `smb_message_echoes`: copies of messages that the business sent with the WhatsApp Business app.

use super::messages;
use crate::collector::Collector;
use crate::event::Origin;
use crate::meta::item::Around;
use crate::meta::payload::Value;

/// Reads the lists of this field. The messages are in `message_echoes` or in `messages`. In both cases the business
/// wrote them, and `contacts` are the recipients.
pub(super) fn read<'a>(collector: &mut Collector<'_>, around: Around<'_, 'a>, value: &Value<'a>) {
    messages::lists(collector, around, value, &Origin::Echo);
}
