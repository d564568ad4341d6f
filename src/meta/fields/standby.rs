//! `standby`: copies of messages and statuses for an app that watches a thread it does not own.

use super::messages;
use crate::collector::Collector;
use crate::event::Origin;
use crate::meta::item::Around;
use crate::meta::payload::Value;

/// Reads the lists of this field: one level deeper, or directly in the value.
pub(super) fn read<'a>(collector: &mut Collector<'_>, around: Around<'_, 'a>, value: &Value<'a>) {
    messages::lists(collector, around, value, &Origin::Standby);
}
