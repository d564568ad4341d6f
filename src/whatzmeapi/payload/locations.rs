//! Locations, live ones among them.

use std::borrow::Cow;

use crate::json::{RawSlice, wire};

wire! {
    /// `locationMessage` and `liveLocationMessage`.
    pub struct LocationMessage<'a> {
        /// Degrees north; 0 is a value.
        pub degrees_latitude "degreesLatitude": Option<f64> = number,
        /// Degrees east; 0 is a value.
        pub degrees_longitude "degreesLongitude": Option<f64> = number,
        /// Name of the venue.
        pub name: Option<Cow<'a, str>> = text,
        /// Address of the venue.
        pub address: Option<Cow<'a, str>> = text,
        /// Page of the venue.
        pub url: Option<Cow<'a, str>> = text,
        /// What was written under it.
        pub comment: Option<Cow<'a, str>> = text,
        /// What was written under a live location.
        pub caption: Option<Cow<'a, str>> = text,
        /// The place moves.
        pub is_live "isLive": Option<bool> = flag,
        /// Meters.
        pub accuracy_in_meters "accuracyInMeters": Option<f64> = number,
        /// Meters a second.
        pub speed_in_mps "speedInMps": Option<f64> = number,
        /// What it refers to.
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }
}
