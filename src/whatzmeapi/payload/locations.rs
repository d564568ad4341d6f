//! Locations, live ones among them.

use std::borrow::Cow;

use crate::json::{RawSlice, wire};

wire! {
    #![any_case]

    /// A location or live location: `locationMessage` and `liveLocationMessage`.
    pub struct LocationMessage<'a> {
        /// Degrees north; 0 is a valid value.
        pub degrees_latitude "degreesLatitude": Option<f64> = number,
        /// Degrees east; 0 is a valid value.
        pub degrees_longitude "degreesLongitude": Option<f64> = number,
        /// Name of the venue.
        pub name: Option<Cow<'a, str>> = text,
        /// Address of the venue.
        pub address: Option<Cow<'a, str>> = text,
        /// URL of the venue.
        pub url: Option<Cow<'a, str>> = text,
        /// Text that was sent with the location.
        pub comment: Option<Cow<'a, str>> = text,
        /// Text that was sent with a live location.
        pub caption: Option<Cow<'a, str>> = text,
        /// Whether it is a live location.
        pub is_live "isLive": Option<bool> = flag,
        /// Accuracy in meters.
        pub accuracy_in_meters "accuracyInMeters": Option<f64> = number,
        /// Speed in meters per second.
        pub speed_in_mps "speedInMps": Option<f64> = number,
        /// Quote, mentions and forwarding: a [`ContextInfo`](super::ContextInfo).
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }
}
