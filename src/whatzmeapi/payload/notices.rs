//! Notices that say no more than their key.

use crate::json::{RawSlice, wire};

wire! {
    /// `requestPhoneNumberMessage` and `placeholderMessage`: they say no more than their key.
    pub struct NoticeMessage<'a> {
        /// What it refers to.
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }
}
