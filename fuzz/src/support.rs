//! The tree and the count of items that the crate's own tests use; neither shares code with the crate.

#[allow(dead_code, reason = "the tests of the crate use all of it")]
#[path = "../../tests/coverage/forms.rs"]
pub(crate) mod forms;
#[allow(dead_code, reason = "the tests of the crate use all of it")]
#[path = "../../tests/tolerance/envelopes.rs"]
pub(crate) mod items;
#[allow(dead_code, reason = "the tests of the crate use all of it")]
#[path = "../../tests/support/json.rs"]
pub(crate) mod json;
#[path = "../../tests/support/parse.rs"]
pub(crate) mod parse;
