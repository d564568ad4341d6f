//! Locations.

use crate::event::model::model;

model! {
    /// A location that was shared.
    pub struct Location {
        /// Latitude in degrees north, exactly as received: see [`Location::is_on_earth`].
        pub latitude: Option<f64>,
        /// Longitude in degrees east, exactly as received: see [`Location::is_on_earth`].
        pub longitude: Option<f64>,
        /// Name of the venue; absent for a dropped pin.
        pub name: Option<String> = text,
        /// Address of the venue.
        pub address: Option<String> = text,
        /// Website of the venue.
        pub url: Option<String> = text,
        /// Text that was sent with the location.
        pub caption: Option<String> = text,
        /// Whether it is a live location. WhatzMeAPI only.
        pub live: Option<bool>,
        /// Accuracy in meters. WhatzMeAPI only.
        pub accuracy: Option<f64>,
        /// Speed in meters per second. WhatzMeAPI only.
        pub speed: Option<f64>,
    }
}

impl Location {
    /// Returns `true` if both coordinates are present and within ±90 and ±180 degrees.
    #[must_use]
    pub fn is_on_earth(&self) -> bool {
        let within = |degrees: Option<f64>, limit: f64| degrees.is_some_and(|d| d.abs() <= limit);
        within(self.latitude, 90.0) && within(self.longitude, 180.0)
    }
}
