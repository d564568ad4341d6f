//! Places.

use crate::event::model::model;

model! {
    /// A place that was shared.
    pub struct Location {
        /// Degrees north, as received: see [`Location::is_on_earth`].
        pub latitude: Option<f64>,
        /// Degrees east, as received: see [`Location::is_on_earth`].
        pub longitude: Option<f64>,
        /// Name of the venue; absent on a dropped pin.
        pub name: Option<String> = text,
        /// Address of the venue.
        pub address: Option<String> = text,
        /// Page of the venue.
        pub url: Option<String> = text,
        /// What was written under it. WhatzMeAPI.
        pub caption: Option<String> = text,
        /// The place moves. WhatzMeAPI.
        pub live: Option<bool>,
        /// Meters. WhatzMeAPI.
        pub accuracy: Option<f64>,
        /// Meters a second. WhatzMeAPI.
        pub speed: Option<f64>,
    }
}

impl Location {
    /// Whether both coordinates are there and within ±90 and ±180 degrees.
    #[must_use]
    pub fn is_on_earth(&self) -> bool {
        let within = |degrees: Option<f64>, limit: f64| degrees.is_some_and(|d| d.abs() <= limit);
        within(self.latitude, 90.0) && within(self.longitude, 180.0)
    }
}
