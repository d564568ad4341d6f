//! Notices without data of their own.

use crate::json::{RawSlice, wire};

wire! {
    #![any_case]

    /// A notice without data of its own: `requestPhoneNumberMessage` and `placeholderMessage`.
    pub struct NoticeMessage<'a> {
        /// Quote, mentions and forwarding: a [`ContextInfo`](super::ContextInfo).
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }
}
